"""A map of where a network looked, as colors over the image: one look for the window and the command line."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

_COOL, _HOT = (255, 214, 0), (214, 32, 32)
"""The color of little, and of much."""
_MOST = 0.72
"""How opaque the hottest place is: what is in the image there can still be seen."""
_FAINTER = 2.0
"""The power of a value that its opacity follows: an image that says a little everywhere keeps its colors."""


def heat_layer(heat: NDArray[np.uint8], side: int) -> NDArray[np.uint8]:
    """The colors to lay over an image: RGBA (side, side, 4) for a map (h, w) from 0 (nothing) to 255."""
    smooth = Image.fromarray(heat.astype(np.float32)).resize((side, side), Image.Resampling.BICUBIC)
    values = np.clip(np.asarray(smooth), 0, 255)[..., np.newaxis] / 255
    colors = (1 - values) * np.array(_COOL) + values * np.array(_HOT)
    return np.concatenate((colors, values**_FAINTER * _MOST * 255), axis=-1).round().astype(np.uint8)


def overlay(image: NDArray[np.uint8], heat: NDArray[np.uint8], side: int) -> Image.Image:
    """An image (height, width, 1 or 3) with its map over it, as a picture with `side` pixels a side."""
    own = Image.fromarray(image[..., 0] if image.shape[-1] == 1 else image).convert("RGBA")
    large = own.resize((side, side), Image.Resampling.BICUBIC)
    return Image.alpha_composite(large, Image.fromarray(heat_layer(heat, side))).convert("RGB")


def as_bytes(heat: NDArray[np.float32]) -> NDArray[np.uint8]:
    """A map from 0 to 1 as bytes from 0 to 255."""
    return (heat * 255).round().astype(np.uint8)
