"""What a board sees, picture after picture: its camera's, or those that are sent to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from core.boards.link.client import LinkClient, open_link
from core.boards.link.exchange import Shot
from core.boards.link.messages import Hello
from core.boards.seeing import log_event, seen_event
from core.datasets.pictures import read_picture
from core.errors import BOARD_NO_CAMERA, DATA_NO_PICTURES, DATA_NOT_FOUND, SqueezeError
from core.events import Finding, Seen
from core.task import Task

_ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".bmp", ".gif", ".webp"})


def watch(port: str, pictures: tuple[str, ...], task: Task) -> tuple[Hello, int]:
    """Report a `Seen` for each picture; who answered, and how many times.

    Without `pictures` (files and folders) the board's camera is watched until the task is to stop. What
    cannot be read is reported and passed over. Raises DATA_NOT_FOUND, DATA_NO_PICTURES, BOARD_NO_CAMERA,
    what opening the port and the link raise, and `Cancelled`.
    """
    paths = picture_files(pictures)
    with open_link(port, task, lambda line: task.report(log_event(line))) as link:
        hello = link.connect()
        # Whatever is wrong with its model is said before what it lacks.
        labels = link.labels()
        if not paths and not hello.has_camera:
            raise SqueezeError(BOARD_NO_CAMERA, port=port)
        link.raise_speed()
        seen = _sent(link, hello, labels, paths, task) if paths else _watched(link, hello, labels)
        count = 0
        for one in seen:
            task.check_cancelled()
            task.report(one)
            count += 1
        return hello, count


def picture_files(given: tuple[str, ...]) -> tuple[Path, ...]:
    """Files as they were given, and all pictures in folders and below, by name.

    Raises DATA_NOT_FOUND, and DATA_NO_PICTURES for a folder without any.
    """
    found: list[Path] = []
    for path in map(Path, given):
        if not path.exists():
            raise SqueezeError(DATA_NOT_FOUND, path=path)
        inside = [path] if path.is_file() else sorted(pictures_below(path))
        if not inside:
            raise SqueezeError(DATA_NO_PICTURES, path=path)
        found += inside
    return tuple(found)


def pictures_below(folder: Path) -> Iterator[Path]:
    """All pictures in a folder and the folders below it, by their endings."""
    return (path for path in folder.rglob("*") if path.suffix.lower() in _ENDINGS and path.is_file())


def _sent(
    link: LinkClient, hello: Hello, labels: tuple[str, ...], paths: tuple[Path, ...], task: Task
) -> Iterator[Seen]:
    for path in paths:
        task.check_cancelled()
        try:
            picture = read_picture(path, hello.input_height, gray=hello.input_channels == 1)
        except SqueezeError as error:
            task.report(Finding(kind=error.code, text=error.happened))
            continue
        yield seen_event(str(path), link.predict(picture), hello, labels)


def camera_event(shot: Shot, hello: Hello, labels: tuple[str, ...]) -> Seen:
    """What a board's camera saw, and the board in it."""
    seen = seen_event(f"camera {shot.number + 1}", shot.prediction, hello, labels)
    return msgspec.structs.replace(seen, jpeg=shot.jpeg or b"", source="camera")


def _watched(link: LinkClient, hello: Hello, labels: tuple[str, ...]) -> Iterator[Seen]:
    for shot in link.watch():
        yield camera_event(shot, hello, labels)
