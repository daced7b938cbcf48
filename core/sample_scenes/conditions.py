"""Season, hour and weather of an image, and the colors that follow from them."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from core.sample_scenes.canvas import SNOW, Canvas, Color, mix, varied

SEASONS = ("spring", "summer", "autumn", "winter")

_FOLIAGE: dict[str, tuple[Color, ...]] = {
    "spring": ((128, 168, 62), (150, 184, 92), (104, 150, 70), (206, 160, 172)),
    "summer": ((66, 118, 48), (84, 128, 44), (52, 98, 52), (110, 132, 50)),
    "autumn": ((208, 128, 40), (182, 78, 36), (204, 168, 60), (128, 110, 48)),
    "winter": ((112, 98, 84), (92, 88, 80), (74, 92, 70), (130, 122, 112)),
}
_MEADOW: dict[str, tuple[Color, ...]] = {
    "spring": ((132, 168, 74), (112, 156, 66), (160, 172, 80)),
    "summer": ((118, 148, 62), (150, 150, 78), (98, 138, 58), (176, 160, 92)),
    "autumn": ((156, 132, 70), (142, 112, 60), (128, 136, 68), (180, 150, 84)),
    "winter": ((134, 122, 94), (120, 116, 98), (112, 118, 86)),
}


@dataclass(frozen=True)
class _Hour:
    """What the time of day does: sky above, sky at the horizon, direct light, light from all sides."""

    sky_top: Color
    sky_low: Color
    sun: Color
    ambient: Color


_HOURS: dict[str, tuple[_Hour, ...]] = {
    "day": (
        _Hour((58, 122, 206), (176, 210, 238), (0.62, 0.60, 0.54), (0.52, 0.56, 0.62)),
        _Hour((96, 158, 222), (208, 226, 240), (0.58, 0.57, 0.52), (0.56, 0.59, 0.64)),
        _Hour((40, 96, 178), (140, 190, 232), (0.66, 0.63, 0.55), (0.46, 0.50, 0.58)),
    ),
    "morning": (
        _Hour((120, 160, 206), (246, 222, 190), (0.60, 0.50, 0.38), (0.50, 0.50, 0.54)),
        _Hour((146, 168, 196), (238, 214, 206), (0.52, 0.46, 0.42), (0.52, 0.51, 0.54)),
    ),
    "sunset": (
        _Hour((84, 100, 158), (255, 176, 96), (0.66, 0.42, 0.22), (0.46, 0.38, 0.42)),
        _Hour((122, 92, 138), (250, 142, 118), (0.58, 0.36, 0.30), (0.44, 0.36, 0.44)),
        _Hour((196, 122, 78), (255, 214, 128), (0.60, 0.42, 0.22), (0.46, 0.38, 0.32)),
    ),
    "dusk": (
        _Hour((44, 52, 98), (164, 126, 148), (0.30, 0.26, 0.32), (0.42, 0.40, 0.52)),
        _Hour((36, 62, 112), (130, 152, 178), (0.28, 0.30, 0.34), (0.40, 0.43, 0.52)),
    ),
    "night": (_Hour((14, 20, 46), (56, 66, 104), (0.20, 0.21, 0.25), (0.26, 0.29, 0.42)),),
}
_OVERCAST: tuple[_Hour, ...] = (
    _Hour((142, 150, 162), (206, 210, 214), (0.14, 0.14, 0.14), (0.72, 0.74, 0.77)),
    _Hour((178, 180, 182), (226, 226, 224), (0.12, 0.12, 0.12), (0.78, 0.78, 0.77)),
    _Hour((98, 106, 122), (168, 172, 178), (0.18, 0.18, 0.18), (0.62, 0.64, 0.68)),
)


@dataclass(frozen=True)
class Conditions:
    """When and in what weather an image was taken.

    `weather` is "clear", "fair", "overcast", "fog", "rain" or "snowfall"; `hour` "day", "morning", "sunset",
    "dusk" or "night". `side` is where the sun stands, from -1 (left) to 1 (right). `air` (0 to 1) is how much
    of a far thing's color the air takes away. Colors of light are factors, all others run to 255.
    """

    season: str
    hour: str
    weather: str
    snowy: bool
    side: float
    air: float
    sky_top: Color
    sky_low: Color
    sun: Color
    ambient: Color

    @property
    def lamps_lit(self) -> bool:
        """Whether windows and lamps shine."""
        return self.hour in ("dusk", "night")

    def lit(self, color: Color, facing: float = 0.6) -> Color:
        """`color` as it looks when it faces the sun by `facing` (0: in its own shadow, 1: squarely)."""
        return (
            color[0] * (self.ambient[0] + self.sun[0] * facing),
            color[1] * (self.ambient[1] + self.sun[1] * facing),
            color[2] * (self.ambient[2] + self.sun[2] * facing),
        )

    def distant(self, color: Color, depth: float) -> Color:
        """A lit `color` as seen through the air from `depth` (0: at hand, 1: at the horizon)."""
        return mix(color, self.haze, min(1.0, depth * self.air))

    def seen(self, color: Color, facing: float, depth: float) -> Color:
        """`color` lit and then seen through the air: `lit`, then `distant`."""
        return self.distant(self.lit(color, facing), depth)

    @property
    def haze(self) -> Color:
        """The color of the air in the distance."""
        return mix(self.sky_low, self.sky_top, 0.25)

    def foliage(self, dice: Random) -> Color:
        """The unlit color of one tree's leaves."""
        return varied(dice, dice.choice(_FOLIAGE[self.season]), 14)

    def meadow(self, dice: Random) -> Color:
        """The unlit color of open ground: grass, or lying snow."""
        if self.snowy:
            return varied(dice, SNOW, 8)
        return varied(dice, dice.choice(_MEADOW[self.season]), 14)


def draw_conditions(dice: Random) -> Conditions:
    """Season, hour and weather by chance; all go with all."""
    season = dice.choice(SEASONS)
    hour = dice.choices(tuple(_HOURS), (48, 18, 18, 11, 5))[0]
    weathers = ("clear", "fair", "overcast", "fog", "rain", "snowfall")
    weather = dice.choices(weathers, (32, 38, 16, 8, 3, 4 if season == "winter" else 0))[0]
    snowy = weather == "snowfall" or (season == "winter" and dice.random() < 0.6)
    light = dice.choice(_HOURS[hour])
    if weather in ("overcast", "rain", "snowfall", "fog"):
        gray = dice.choice(_OVERCAST)
        share = dice.uniform(0.55, 0.95) if hour != "night" else 0.2
        light = _between(light, gray, share)
    air = {"clear": 0.35, "fair": 0.45, "overcast": 0.55, "fog": 0.95, "rain": 0.75, "snowfall": 0.75}[
        weather
    ]
    return Conditions(
        season=season,
        hour=hour,
        weather=weather,
        snowy=snowy,
        side=dice.choice((-1.0, 1.0)) * dice.uniform(0.3, 1.0),
        air=air * dice.uniform(0.75, 1.1),
        sky_top=varied(dice, light.sky_top, 14),
        sky_low=varied(dice, light.sky_low, 10),
        sun=light.sun,
        ambient=light.ambient,
    )


def _between(light: _Hour, other: _Hour, share: float) -> _Hour:
    return _Hour(
        mix(light.sky_top, other.sky_top, share),
        mix(light.sky_low, other.sky_low, share),
        mix(light.sun, other.sun, share),
        mix(light.ambient, other.ambient, share),
    )


class Easel(NamedTuple):
    """The canvas of one image, its source of chance, and its season, hour and weather.

    `depth`, which many painting functions take besides, is how far away a thing is: 0 at hand, 1 at the
    horizon. Colors that they take are unlit, as the thing is in white light.
    """

    canvas: Canvas
    dice: Random
    conditions: Conditions
