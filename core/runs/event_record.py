"""events.jsonl: everything that a run has reported, so that its curves can be drawn again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from core.events import AnyEvent, Event, Progress, from_line, to_line
from core.files import appending, content_of, lines_of, write_whole


class EventRecord:
    """Appends events to a file, but for progress, which says nothing later.

    Events wait until `begin` is called: a run that fails before it has come to anything leaves no file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._waiting: list[Event] = []
        self._begun = False

    def begin(self) -> None:
        """Write what has waited, behind what earlier sessions wrote. Raises disk-full or write-permission."""
        _drop_half_line(self._path)
        self._begun = True
        for event in self._waiting:
            self._append(event)
        self._waiting.clear()

    def add(self, event: Event) -> None:
        """Keep an event. Raises disk-full or write-permission."""
        if isinstance(event, Progress):
            return
        if self._begun:
            self._append(event)
        else:
            self._waiting.append(event)

    def _append(self, event: Event) -> None:
        with appending(self._path) as file:
            file.write(to_line(event))


def read_events(path: Path) -> Iterator[AnyEvent]:
    """The events in a file, without lines that are none, as another version of the program may write them.

    Raises `OSError`, not-a-file and file-too-large.
    """
    for line in lines_of(path):
        try:
            yield from_line(line)
        except msgspec.DecodeError:
            continue


def _drop_half_line(path: Path) -> None:
    """Cut off what a process that was killed in mid-line left at the end.

    A file that has other names too, as in a copy made of hard links, becomes one of its own.
    """
    if not path.exists():
        return
    content = content_of(path)
    whole = content.rfind(b"\n") + 1
    if whole < len(content) or path.stat().st_nlink > 1:
        write_whole(path, content[:whole])
