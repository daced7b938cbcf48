"""Caltech's object categories, as their archives unpack: numbered class folders and one of clutter.

256_ObjectCategories/001.ak47/001_0001.jpg ... 257.clutter/257_0001.jpg (Caltech-256, Griffin, Holub, Perona,
2007), 101_ObjectCategories/accordion/image_0001.jpg ... BACKGROUND_Google/ (Caltech-101). The clutter shows
nothing in particular: no class can be learned from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_NUMBERED = re.compile(r"\d{3}\.(.+)")
_NUMBERED_CLUTTER = "257.clutter"
_CLUTTER = "BACKGROUND_Google"


def shown_names(folders: Iterable[str]) -> dict[str, str]:
    """From class folders to class names: without numbers where all have one and no two become the same."""
    names = {folder: _without_number(folder) for folder in folders}
    shown = {folder: name for folder, name in names.items() if name}
    return shown if len(set(shown.values())) == len(names) > 1 else {folder: folder for folder in names}


def clutter(folders: Iterable[str]) -> frozenset[str]:
    """The class names of the folders that hold clutter."""
    names = shown_names(folders)
    return frozenset(names[folder] for folder in (_NUMBERED_CLUTTER, _CLUTTER) if folder in names)


def _without_number(folder: str) -> str:
    match = _NUMBERED.fullmatch(folder)
    return match[1] if match else ""
