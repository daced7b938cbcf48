"""The few sizes and colors that everything on screen is made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Space(IntEnum):
    """Distances, in device-independent pixels: a grid of four."""

    HAIR = 4
    SMALL = 8
    MEDIUM = 12
    LARGE = 16
    WIDE = 24
    HUGE = 32


class Type(IntEnum):
    """Sizes of text, in device-independent pixels."""

    CAPTION = 12
    BODY = 14
    HEADING = 16
    TITLE = 22
    FIGURE = 28


RADIUS = 8
CONTROL_HEIGHT = 36


@dataclass(frozen=True)
class Colors:
    """One color scheme, as '#rrggbb'.

    `ink` on `ground` and on `card`, `accent_ink` on `accent`, and the three signal colors on `card` are
    legible at the size of body text (WCAG 2.2, contrast of 4.5 or more). `series` tells curves apart without
    relying on hue alone: charts also use dashes.
    """

    ground: str
    card: str
    raised: str
    line: str
    ink: str
    soft_ink: str
    accent: str
    accent_hover: str
    accent_soft: str
    accent_ink: str
    good: str
    warning: str
    bad: str
    series: tuple[str, str, str, str]


LIGHT = Colors(
    ground="#f4f5f4",
    card="#ffffff",
    raised="#eceeec",
    line="#d8dcd9",
    ink="#1b211f",
    soft_ink="#56605c",
    accent="#0b6e5f",
    accent_hover="#085a4e",
    accent_soft="#d7ebe6",
    accent_ink="#ffffff",
    good="#1c7a3e",
    warning="#8a5a00",
    bad="#b3261e",
    series=("#0b6e5f", "#b45309", "#6d28d9", "#475569"),
)

DARK = Colors(
    ground="#141816",
    card="#1c2220",
    raised="#272e2b",
    line="#38413d",
    ink="#e8edea",
    soft_ink="#a3afa9",
    accent="#4fc3ae",
    accent_hover="#74d4c2",
    accent_soft="#1f3d37",
    accent_ink="#06231d",
    good="#6fcf8e",
    warning="#e3b341",
    bad="#ff8a80",
    series=("#4fc3ae", "#f0a35e", "#b79bff", "#a3afa9"),
)
