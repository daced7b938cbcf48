"""`squeeze watch`: what a board sees, live."""

from __future__ import annotations

import argparse

import msgspec

from core import wording
from core.commands.console import Console
from core.commands.running import run_in_worker
from core.deployment.board_results import Watched
from core.errors import EXIT_DONE, UsageError
from core.events import AnyEvent, Seen
from core.requests import VIRTUAL_PORT, WatchRequest

_ANSWERS_SHOWN = 3
_BAR = 20
_MILLI = 1000


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what `squeeze watch` takes."""
    parser.add_argument("--port", metavar="P", required=True, help="the board's port, as in 'squeeze flash'")
    source = parser.add_mutually_exclusive_group()
    source.add_argument(
        "--pictures",
        dest="images",
        metavar="PATH",
        nargs="+",
        default=[],
        help="images, or folders with images, to send",
    )
    source.add_argument("--camera", action="store_true", help="use the board's camera until Ctrl-C (default)")


def perform(arguments: argparse.Namespace, console: Console) -> int:
    """Show each image as the board answers it; the exit code. Raises `TaskEnded`.

    For a script every answer is a line of JSON, and there is no other result.
    """
    if arguments.port == VIRTUAL_PORT:
        reason = "start a virtual board first: 'squeeze virtual-board' prints its port"
        raise UsageError("usage", reason=reason, command="squeeze watch")

    def show(event: AnyEvent) -> None:
        if isinstance(event, Seen):
            console.result(_figures(event), seen_text(event))
        else:
            console.show(event)

    request = WatchRequest(port=arguments.port, images=tuple(arguments.images))
    watched = msgspec.convert(run_in_worker(request, console, show).figures, Watched)
    board = f"{watched.board} (virtual)" if watched.virtual else watched.board
    noun = "image" if watched.images == 1 else "images"
    console.say(f"{board}: {watched.images} {noun} classified.")
    return EXIT_DONE


def seen_text(seen: Seen) -> str:
    """An image, its answer and times, and below them bars for the likeliest classes."""
    name, probability = seen.answers[0]
    said = name if seen.sure else wording.answer(name, probability, sure=False)
    shown = seen.answers[:_ANSWERS_SHOWN]
    width = max(len(label) for label, _ in shown)
    bars = [f"    {label:<{width}} {bar(value)} {wording.percent(value):>7}" for label, value in shown]
    return "\n".join((f"{seen.image}: {said}  ({_times(seen)})", *bars))


def bar(share: float) -> str:
    """A share between 0 and 1 as a bar."""
    full = round(min(1.0, max(0.0, share)) * _BAR)
    return "#" * full + "-" * (_BAR - full)


def _times(seen: Seen) -> str:
    inference = f"{seen.inference_microseconds / _MILLI:,.1f} ms"
    if not seen.decode_microseconds:
        return inference
    return f"{inference}, {seen.decode_microseconds / _MILLI:,.1f} ms of that for decoding"


def _figures(seen: Seen) -> dict[str, object]:
    """For a script: without the camera's image, and always with whether the board is sure."""
    figures: dict[str, object] = msgspec.to_builtins(msgspec.structs.replace(seen, jpeg=b"", square=b""))
    figures.pop("event")
    return figures | {"sure": seen.sure}
