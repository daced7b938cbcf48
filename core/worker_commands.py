"""What can be asked of a worker while it works: one tagged value a command, one line of JSON on its input.

Commands that the work does not know what to do with are passed over. `cancel` alone on a line means `Cancel`.
"""

from __future__ import annotations

import msgspec

from core.reading import decoded, resolved

_CANCEL_WORD = b"cancel"


class Command(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="order", kw_only=True):
    """Base of all commands."""


class Cancel(Command, frozen=True, tag="cancel"):
    """Stop, and keep what is finished."""


class ClassifyImages(Command, frozen=True, tag="look-at-pictures"):
    """Have the board, or a run's models, look at image files, and at all images in folders."""

    paths: tuple[str, ...]


class ClassifyFrame(Command, frozen=True, tag="look-at-frame"):
    """Have the board, or a run's models, look at one image in a file's bytes: a frame of a camera.

    Of frames that come faster than they are looked at, only the newest counts.
    """

    name: str
    data: bytes


class ClassifySamples(Command, frozen=True, tag="look-at-samples"):
    """Have the board look at the test images that the run's folder keeps."""


class UseCamera(Command, frozen=True, tag="use-camera"):
    """Watch what the board's own camera sees, or no longer."""

    on: bool


class StopWatching(Command, frozen=True, tag="stop-looking"):
    """Forget the images that wait."""


class AskProfile(Command, frozen=True, tag="ask-profile"):
    """Ask how long each operator took in the last image."""


AnyCommand = Cancel | ClassifyImages | ClassifyFrame | ClassifySamples | UseCamera | StopWatching | AskProfile

_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[AnyCommand] = msgspec.json.Decoder(resolved(AnyCommand))


def to_line(command: Command) -> bytes:
    """The command as one line of JSON, newline included."""
    return _encoder.encode(command) + b"\n"


def from_line(line: bytes) -> AnyCommand:
    """The command in a line. Raises `msgspec.DecodeError`."""
    return Cancel() if line.strip() == _CANCEL_WORD else decoded(line, _decoder)
