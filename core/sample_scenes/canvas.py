"""The surface on which a scene is drawn, and its colors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from random import Random

import numpy as np
from PIL import Image, ImageChops, ImageDraw

Color = tuple[float, float, float]

SNOW: Color = (242.0, 246.0, 252.0)


def mix(first: Color, second: Color, share: float) -> Color:
    """`first` with `share` (0 to 1) of it replaced by `second`."""
    return (
        first[0] + (second[0] - first[0]) * share,
        first[1] + (second[1] - first[1]) * share,
        first[2] + (second[2] - first[2]) * share,
    )


def scaled(color: Color, factor: float) -> Color:
    """`color` made darker (below 1) or lighter (above 1), not yet clipped."""
    return (color[0] * factor, color[1] * factor, color[2] * factor)


def varied(dice: Random, color: Color, spread: float) -> Color:
    """`color` with each part moved by up to `spread`, and its brightness with them."""
    common = dice.uniform(-spread, spread)
    return (
        color[0] + common + dice.uniform(-spread, spread) * 0.5,
        color[1] + common + dice.uniform(-spread, spread) * 0.5,
        color[2] + common + dice.uniform(-spread, spread) * 0.5,
    )


def ink(color: Color) -> tuple[int, int, int]:
    """`color` clipped to what an image can hold."""
    red, green, blue = color
    return (
        min(255, max(0, int(red))),
        min(255, max(0, int(green))),
        min(255, max(0, int(blue))),
    )


def palette(ramp: Sequence[Color]) -> bytes:
    """768 bytes: 256 colors that run evenly through `ramp`, which has two or more of them."""
    stops = np.linspace(0.0, 255.0, len(ramp))
    levels = np.arange(256.0)
    parts = np.asarray(ramp)
    table = np.stack([np.interp(levels, stops, parts[:, part]) for part in range(3)], axis=1)
    return bytes(table.clip(0.0, 255.0).astype(np.uint8))


Point = tuple[float, float]


class Canvas:
    """A square image in unit coordinates: (0, 0) is the upper left corner, (1, 1) the lower right one.

    Everything is placed in those units, so that a scene is the same whatever `pixels` a side is. Textures
    and masks are Pillow images of mode "L" and of the canvas's own size. Shapes may reach over the edge.
    """

    def __init__(self, pixels: int) -> None:
        self.pixels = pixels
        self.image = Image.new("RGB", (pixels, pixels))
        self._solid = ImageDraw.Draw(self.image)
        self._glaze = ImageDraw.Draw(self.image, "RGBA")

    def polygon(self, points: Iterable[Point], color: Color, opacity: float = 1.0) -> None:
        """Fill the polygon with these corners."""
        draw, fill = self._brush(color, opacity)
        draw.polygon(self._scaled(points), fill=fill)

    def line(self, points: Iterable[Point], color: Color, width: float, opacity: float = 1.0) -> None:
        """Draw through the points with a pen of `width`, at least one pixel."""
        draw, fill = self._brush(color, opacity)
        draw.line(self._scaled(points), fill=fill, width=max(1, round(width * self.pixels)))

    def box(
        self, left: float, top: float, right: float, bottom: float, color: Color, opacity: float = 1.0
    ) -> None:
        """Fill the upright rectangle."""
        self.polygon(((left, top), (right, top), (right, bottom), (left, bottom)), color, opacity)

    def ellipse(
        self, x: float, y: float, across: float, down: float, color: Color, opacity: float = 1.0
    ) -> None:
        """Fill the ellipse around (x, y) with these two radii."""
        draw, fill = self._brush(color, opacity)
        draw.ellipse(self._scaled(((x - across, y - down), (x + across, y + down))), fill=fill)

    def mask(self, *outlines: Iterable[Point]) -> Image.Image:
        """255 within the polygons, 0 elsewhere."""
        mask = Image.new("L", self.image.size)
        draw = ImageDraw.Draw(mask)
        for outline in outlines:
            draw.polygon(self._scaled(outline), fill=255)
        return mask

    def tone(self, shades: Image.Image, ramp: Sequence[Color], mask: Image.Image | None = None) -> None:
        """Cover the mask with `shades`, whose dark to light run through the colors of `ramp`."""
        toned = shades.copy()
        toned.putpalette(palette(ramp))
        self.image.paste(toned.convert("RGB"), mask=mask)

    def stipple(
        self, outline: Sequence[Point], texture: Image.Image, ramp: Sequence[Color], gaps: float = 0.0
    ) -> None:
        """Fill the polygon with the part of `texture` that it covers, dark to light through `ramp`.

        The darkest `gaps` (0 to 1) of the texture's levels are left out: one sees through there.
        """
        size = self.pixels
        left = max(0, int(min(x for x, _ in outline) * size))
        top = max(0, int(min(y for _, y in outline) * size))
        right = min(size, int(max(x for x, _ in outline) * size) + 1)
        bottom = min(size, int(max(y for _, y in outline) * size) + 1)
        if left >= right or top >= bottom:
            return
        mask = Image.new("L", (right - left, bottom - top))
        shifted = [part for x, y in outline for part in (x * size - left, y * size - top)]
        ImageDraw.Draw(mask).polygon(shifted, fill=255)
        toned = texture.crop((left, top, right, bottom))
        if gaps > 0.0:
            mask = ImageChops.multiply(
                mask, toned.point([255 * (level > gaps * 255) for level in range(256)])
            )
        toned.putpalette(palette(ramp))
        self.image.paste(toned.convert("RGB"), (left, top), mask)

    def wash(self, color: Color, mask: Image.Image) -> None:
        """Lay one color over the image, as thickly as `mask` says."""
        self.image.paste(ink(color), mask=mask)

    def roughen(self, texture: Image.Image, strength: float, mask: Image.Image | None = None) -> None:
        """Darken the image (within the mask) where `texture` is dark, by up to `strength` (0 to 1)."""
        floor = 255 * (1.0 - strength)
        grain = texture.point([int(floor + level * strength) for level in range(256)]).convert("RGB")
        self.image.paste(ImageChops.multiply(self.image, grain), mask=mask)

    def _brush(self, color: Color, opacity: float) -> tuple[ImageDraw.ImageDraw, tuple[int, ...]]:
        if opacity >= 1.0:
            return self._solid, ink(color)
        return self._glaze, (*ink(color), int(255 * opacity))

    def _scaled(self, points: Iterable[Point]) -> list[float]:
        size = self.pixels
        return [part * size for point in points for part in point]
