"""Land: ridge lines, rocky massifs with light and shadow, hills, level ground, boulders."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
from PIL import Image, ImageChops, ImageDraw

from core.sample_scenes.canvas import SNOW, Color, Point, mix, scaled
from core.sample_scenes.conditions import Conditions, Easel
from core.sample_scenes.textures import Tile, cut, receding, threshold, upright

_LEVELS = 6
_LINE_POINTS = 2**_LEVELS + 1

ROCK: tuple[Color, ...] = (
    (122, 114, 108),
    (104, 108, 118),
    (142, 122, 104),
    (92, 88, 90),
    (150, 132, 120),
    (128, 104, 88),
)


def rough_line(dice: Random, height: float, fall: float = 0.55) -> list[float]:
    """65 heights by midpoint displacement, from -`height` to `height` or so; `fall` below 0.5 is smooth."""
    line = [dice.uniform(-height, height) for _ in range(2)]
    spread = height
    for _ in range(_LEVELS):
        finer = [line[0]]
        for before, after in itertools.pairwise(line):
            finer += [(before + after) / 2 + dice.uniform(-spread, spread), after]
        line = finer
        spread *= fall
    return line


def skyline(heights: Sequence[float], base: float) -> list[Point]:
    """`heights` above `base`, spread evenly over the image's width."""
    last = len(heights) - 1
    return [(place / last, base - height) for place, height in enumerate(heights)]


def closed(line: Sequence[Point], bottom: float = 1.02) -> list[Point]:
    """The area between `line` and `bottom`."""
    return [*line, (line[-1][0], bottom), (line[0][0], bottom)]


def hill(
    easel: Easel,
    base: float,
    height: float,
    color: Color,
    depth: float,
) -> list[Point]:
    """Draw one soft hill range with ground of an unlit `color`; returns its upper edge."""
    canvas, dice, conditions = easel
    line = skyline(rough_line(dice, height, 0.38), base)
    lit = conditions.seen(color, 0.7, depth)
    dark = conditions.seen(scaled(color, 0.72), 0.25, depth)
    mask = canvas.mask(closed(line))
    canvas.tone(cut(Tile.LEAVES, dice, canvas.pixels, 0.4, 0.8), (dark, lit), mask)
    return line


def level_ground(
    easel: Easel,
    horizon: float,
    color: Color,
    contrast: float = 0.3,
) -> None:
    """Cover everything below `horizon` with ground of an unlit `color` that runs away from the viewer."""
    canvas, dice, conditions = easel
    texture = receding(dice.choice((Tile.LEAVES, Tile.GRAIN)), dice, canvas.pixels, horizon, 0.4, 0.16)
    lit = conditions.lit(color, 0.65)
    ramp = (scaled(lit, 1.0 - contrast), lit, scaled(lit, 1.0 + contrast * 0.5))
    canvas.tone(texture, ramp, canvas.mask(((0, horizon), (1, horizon), (1, 1), (0, 1))))


@dataclass(frozen=True)
class Peak:
    """One summit: where it stands and how high, and how far its flanks reach to either side."""

    x: float
    height: float
    reach: float


def draw_peaks(dice: Random, count: int, height: float) -> list[Peak]:
    """`count` summits over the image's width; the highest is `height` high."""
    peaks = []
    for place in range(count):
        x = (place + dice.uniform(0.15, 0.85)) / count
        share = 1.0 if place == 0 else dice.uniform(0.5, 1.0)
        peaks.append(Peak(x, height * share, dice.uniform(0.9, 1.5) * (0.25 + 0.55 / count)))
    shift = dice.random() if count > 1 else 0.0
    return [Peak((peak.x + shift) % 1.0, peak.height, peak.reach) for peak in peaks]


def ridge_line(dice: Random, peaks: Sequence[Peak], base: float, roughness: float) -> list[Point]:
    """The upper edge of a massif with these peaks."""
    place = np.linspace(0.0, 1.0, _LINE_POINTS)
    heights = np.zeros(_LINE_POINTS)
    for peak in peaks:
        slope = np.clip(1.0 - np.abs(place - peak.x) / peak.reach, 0.0, None)
        heights = np.maximum(heights, peak.height * slope ** dice.uniform(0.9, 1.5))
    tallest = max(peak.height for peak in peaks)
    heights += np.asarray(rough_line(dice, roughness * tallest, 0.62))
    return skyline(np.maximum(heights, tallest * 0.08).tolist(), base)


def massif(
    easel: Easel,
    line: Sequence[Point],
    base: float,
    depth: float,
    snow: float,
) -> None:
    """Draw bare mountains under `line`: lit and shadowed rock, snow on the upper `snow` of it (0 to 1)."""
    canvas, dice, conditions = easel
    body = canvas.mask(closed(line, max(base, 1.02)))
    relief = cut(Tile.RELIEF, dice, canvas.pixels, dice.uniform(0.35, 0.7), dice.uniform(0.25, 0.5))
    shades = Image.blend(_facets(easel, line, base), relief, 0.42)
    rock = dice.choice(ROCK)
    canvas.tone(shades, _lit_ramp(conditions, rock, depth), body)
    if snow <= 0.0:
        return
    top = min(y for _, y in line)
    drift = ImageChops.add(
        upright(canvas.pixels, top, base), relief.point([level // 3 for level in range(256)])
    )
    mask = ImageChops.multiply(threshold(drift, 1.16 - snow, 0.12), body)
    canvas.tone(shades, _lit_ramp(conditions, SNOW, depth), mask)


def _lit_ramp(conditions: Conditions, color: Color, depth: float) -> tuple[Color, Color, Color]:
    shadow = mix(conditions.lit(scaled(color, 0.55), 0.0), scaled(conditions.sky_top, 0.5), 0.2)
    return (
        conditions.distant(shadow, depth),
        conditions.seen(scaled(color, 0.86), 0.4, depth),
        conditions.seen(scaled(color, 1.12), 1.1, depth),
    )


def _facets(easel: Easel, line: Sequence[Point], base: float) -> Image.Image:
    """How squarely each part of the massif faces the sun: a spur runs down from every summit of `line`,
    and the flank on the far side of it lies in shadow.
    """
    canvas, dice, conditions = easel
    pixels = canvas.pixels
    shades = Image.new("L", (pixels, pixels), 190)
    draw = ImageDraw.Draw(shades)
    step = -1 if conditions.side > 0 else 1
    for index in _summits(line):
        end = index
        while 0 < end < len(line) - 1 and line[end + step][1] >= line[end][1] - 0.012:
            end += step
        flank = [line[place] for place in range(index, end + step, step) if 0 <= place < len(line)]
        drop = (base - line[index][1]) * dice.uniform(0.6, 1.1)
        spur = _spur(dice, line[index], drop)
        outline = [*reversed(flank), *spur[1:]]
        draw.polygon([part * pixels for point in outline for part in point], fill=dice.randint(40, 95))
    return shades


def _summits(line: Sequence[Point]) -> list[int]:
    """Places of the local summits of `line`, the highest first."""
    span = 3
    summits = []
    for place in range(len(line)):
        near = line[max(0, place - span) : place + span + 1]
        if line[place][1] <= min(y for _, y in near):
            summits.append(place)
    return sorted(summits, key=lambda place: line[place][1])


def _spur(dice: Random, summit: Point, drop: float) -> list[Point]:
    x, y = summit
    drift = dice.uniform(-0.4, 0.4)
    spur = [summit]
    for _ in range(6):
        y += drop / 6
        x += drop / 6 * (drift + dice.uniform(-0.6, 0.6))
        spur.append((x, y))
    return spur


def boulder(easel: Easel, x: float, base: float, size: float) -> None:
    """Draw one rock standing on the ground, with its lit and its dark side and perhaps a cap of snow."""
    canvas, dice, conditions = easel
    color = dice.choice(ROCK)
    lean = dice.uniform(-0.3, 0.3) * size
    top = base - size * dice.uniform(0.6, 1.0)
    left, right, edge = x - size * dice.uniform(0.6, 1.0), x + size * dice.uniform(0.6, 1.0), x + lean
    toward = left if conditions.side < 0 else right
    crown = (
        (left * 0.7 + x * 0.3, top + size * 0.3),
        (edge, top),
        (right * 0.7 + x * 0.3, top + size * 0.25),
    )
    canvas.polygon(((left, base), *crown, (right, base)), conditions.lit(color, 0.15))
    lit = crown[0] if conditions.side < 0 else crown[2]
    canvas.polygon(((toward, base), lit, crown[1], (edge, base)), conditions.lit(color, 0.85))
    if conditions.snowy:
        canvas.polygon((*crown, (edge, top + size * 0.35)), conditions.lit(SNOW, 0.7))
