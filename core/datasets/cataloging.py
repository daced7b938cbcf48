"""What a catalog says of a data set that was looked at."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from core.datasets.catalog import Contents, Entry, Group, State
from core.datasets.checking import CheckedImage
from core.datasets.examining import Examined
from core.datasets.layout import Part
from core.datasets.listing import Listing, path_below
from core.datasets.selection import Role


def contents_of(examined: Examined) -> Contents:
    """Every image in the class folders by class: used ones first, then set aside, then left out."""
    listing = examined.listing
    sizes = {image.file.name: image.size for image in examined.images}
    states = _states(examined)
    entries: dict[str, list[Entry]] = {name: [] for name in _names(listing)}
    for file in listing.files:
        width, height = sizes.get(file.name, (0, 0))
        state = states.get(file.name, file.role)
        own_path = _own_path(file.path, listing.folder, file.name)
        entries[file.label].append(Entry(file.name, file.label, width, height, file.part, state, own_path))
    groups = [(_group(name, role, entries[name]), entries[name]) for name, role in _names(listing).items()]
    return Contents(listing.folder, groups, examined.findings)


def _names(listing: Listing) -> dict[str, Role]:
    roles: dict[str, Role] = dict.fromkeys(listing.classes, "used")
    roles |= dict.fromkeys(listing.aside, "set-aside")
    return roles | dict.fromkeys(listing.left_out, "left-out")


def _states(examined: Examined) -> dict[str, State]:
    """The state of each image that was looked at and is not used."""
    states: dict[str, State] = dict.fromkeys(_file_names(examined.bad), "bad")
    states |= dict.fromkeys(_file_names(examined.contradictory), "in-two-classes")
    return states | dict.fromkeys(_file_names(examined.shared), "in-two-splits")


def _file_names(images: Iterable[CheckedImage]) -> Iterator[str]:
    return (image.file.name for image in images)


def _group(name: str, role: Role, entries: list[Entry]) -> Group:
    parts: Counter[Part] = Counter(entry.part for entry in entries if entry.state == "used")
    return Group(name=name, role=role, listed=len(entries), images=parts.total(), parts=dict(parts))


def _own_path(path: Path, folder: Path, name: str) -> bytes:
    """The path of an image below the folder, where it is not its name."""
    if name.isascii():
        return b""
    below = path_below(folder, path)
    return b"" if below == name else os.fsencode(below)
