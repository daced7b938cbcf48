"""What a wall of images shows, and where: sections of many images, of which few are read at a time.

Nothing here knows of Qt.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.datasets.catalog import PAGE, Catalog, Entry
from core.datasets.selection import Role

_PAGES_KEPT = 32


@dataclass(frozen=True, eq=False)
class Section:
    """`count` images under one name; `fetch` gives those from one number to before another."""

    name: str
    count: int
    fetch: Callable[[int, int], Sequence[Entry]]
    role: Role = "used"
    used: int = 0


class Pages:
    """Entries of a catalog's group, by pages, the last few of which are kept."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._kept: OrderedDict[tuple[str, int], list[Entry]] = OrderedDict()

    def of(self, group: str) -> Callable[[int, int], Sequence[Entry]]:
        """What gives the entries of a group. It raises catalogue-unreadable."""

        def fetch(start: int, stop: int) -> list[Entry]:
            first = start // PAGE
            entries = [entry for page in range(first, -(-stop // PAGE)) for entry in self._page(group, page)]
            return entries[start - first * PAGE : stop - first * PAGE]

        return fetch

    def _page(self, group: str, page: int) -> list[Entry]:
        key = (group, page)
        if key not in self._kept:
            self._kept[key] = self._catalog.entries(group, page * PAGE, (page + 1) * PAGE)
            if len(self._kept) > _PAGES_KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]


def sections_of(catalog: Catalog) -> list[Section]:
    """A section for each group that has images."""
    pages = Pages(catalog)
    return [
        Section(group.name, group.listed, pages.of(group.name), group.role, group.images)
        for group in catalog.groups
        if group.listed
    ]


def section_of_names(title: str, names: Sequence[str]) -> Section:
    """A section of images that are named, as findings name theirs."""

    def fetch(start: int, stop: int) -> list[Entry]:
        return [Entry(name, name.partition("/")[0]) for name in names[start:stop]]

    return Section(title, len(names), fetch, used=len(names))


@dataclass(frozen=True)
class Measures:
    """Pixels of a wall: a tile's side, between tiles, the height of a section's head, the whole width."""

    tile: int
    gap: int
    head: int
    width: int

    @property
    def columns(self) -> int:
        """Tiles side by side."""
        return max(1, (self.width + self.gap) // (self.tile + self.gap))


class Layout:
    """Where each section and each tile is. Making one takes time by sections, not by images."""

    def __init__(self, sections: Sequence[Section], measures: Measures) -> None:
        self.sections = sections
        self.measures = measures
        self._tops = [0]
        self._firsts = [0]
        for section in sections:
            self._tops.append(self._tops[-1] + self._height(section))
            self._firsts.append(self._firsts[-1] + section.count)

    @property
    def height(self) -> int:
        """Of all sections together."""
        return self._tops[-1]

    @property
    def count(self) -> int:
        """Of all images."""
        return self._firsts[-1]

    def top_of(self, section: int) -> int:
        """Where a section begins."""
        return self._tops[section]

    def section_at(self, y: int) -> int:
        """The section that is at a height, or the nearest one."""
        return max(0, min(bisect_right(self._tops, y) - 1, len(self.sections) - 1))

    def place(self, number: int) -> tuple[int, int]:
        """Section of the image with this number among all, and its number there."""
        section = bisect_right(self._firsts, number) - 1
        return section, number - self._firsts[section]

    def number(self, section: int, index: int) -> int:
        """The number among all of an image of a section."""
        return self._firsts[section] + index

    def corner(self, section: int, index: int) -> tuple[int, int]:
        """Left and top of a tile."""
        line, place = divmod(index, self.measures.columns)
        step = self.measures.tile + self.measures.gap
        return place * step, self._tops[section] + self.measures.head + line * step

    def tiles_between(self, top: int, bottom: int) -> list[tuple[int, int, int]]:
        """What is in view: for each section its number, its first tile there and the one after its last."""
        tiles = []
        columns, step = self.measures.columns, self.measures.tile + self.measures.gap
        section = self.section_at(top)
        while section < len(self.sections) and self._tops[section] < bottom:
            begin = self._tops[section] + self.measures.head
            first = max(0, (top - begin) // step) * columns
            last = max(0, -(-(bottom - begin) // step)) * columns
            count = self.sections[section].count
            tiles.append((section, min(first, count), min(last, count)))
            section += 1
        return tiles

    def tile_at(self, x: int, y: int) -> int:
        """The number among all of the image at a place, or -1."""
        if not self.sections or y < 0 or y >= self.height:
            return -1
        section = self.section_at(y)
        step = self.measures.tile + self.measures.gap
        below = y - self._tops[section] - self.measures.head
        line, place = below // step, x // step
        if below < 0 or below % step >= self.measures.tile or x % step >= self.measures.tile:
            return -1
        index = line * self.measures.columns + place
        inside = 0 <= place < self.measures.columns and index < self.sections[section].count
        return self.number(section, index) if inside else -1

    def _height(self, section: Section) -> int:
        lines = -(-section.count // self.measures.columns)
        return self.measures.head + lines * (self.measures.tile + self.measures.gap) + self.measures.gap
