"""Looking at every image once before anything is built on it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.datasets.check_cache import CheckResult, Memory, file_state
from core.datasets.images import Problem, UnreadableImage, size_and_thumbnail
from core.datasets.listing import LabeledFile
from core.datasets.threads import map_in_order
from core.errors import DataError, SqueezeError
from core.files import content_of
from core.task import Task

_DIGEST_BYTES = 16


@dataclass(frozen=True, slots=True)
class CheckedImage:
    """A file after it was decoded once. `digest` is of its bytes.

    Where `problem` is set, `size` is (0, 0), and `thumbnail` (16x16 grays) is empty.
    """

    file: LabeledFile
    digest: bytes
    size: tuple[int, int] = (0, 0)
    problem: Problem | None = None
    detail: str = ""
    thumbnail: bytes = b""


def check_images(files: Sequence[LabeledFile], memory: Memory, task: Task) -> list[CheckedImage]:
    """Decode every file once, in the order given, with progress; what `memory` knows is not read again.

    What was found out is in `memory` afterwards. Raises data-permission for a file that may not be read;
    `Cancelled`.
    """
    states = [file_state(file.path) for file in files]
    verdicts = [memory.recall(file.name, state) for file, state in zip(files, states, strict=True)]
    unknown = [number for number, verdict in enumerate(verdicts) if verdict is None]
    results = map_in_order(_verdict, [files[number].path for number in unknown], task, "pictures")
    for number, verdict in zip(unknown, results, strict=True):
        verdicts[number] = verdict
        memory.learn(files[number].name, states[number], verdict)
    return [_checked(file, verdict) for file, verdict in zip(files, verdicts, strict=True) if verdict]


def duplicates(images: Iterable[CheckedImage]) -> Iterator[list[CheckedImage]]:
    """The groups, of two or more each, of images whose files hold the same bytes."""
    groups: dict[bytes, list[CheckedImage]] = {}
    for image in images:
        groups.setdefault(image.digest, []).append(image)
    return (group for group in groups.values() if len(group) > 1)


def _checked(file: LabeledFile, verdict: CheckResult) -> CheckedImage:
    size = (verdict.width, verdict.height)
    return CheckedImage(file, verdict.digest, size, verdict.problem, verdict.detail, verdict.thumbnail)


def _verdict(path: Path) -> CheckResult:
    try:
        data = content_of(path)
    except PermissionError as error:
        raise DataError("data-permission", path=path) from error
    except (OSError, SqueezeError) as error:
        return CheckResult(b"", problem=Problem.MISSING, detail=str(error))
    digest = hashlib.blake2b(data, digest_size=_DIGEST_BYTES).digest()
    try:
        (width, height), thumbnail = size_and_thumbnail(data)
    except UnreadableImage as error:
        return CheckResult(digest, problem=error.problem, detail=error.detail)
    return CheckResult(digest, width, height, thumbnail=thumbnail)
