"""Kinds of numbers in what is written down and read again: a value out of its range is damage.

JSON has larger numbers than what they are used for: a float of 32 bits, the length of a list, a time.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

_LARGEST_FLOAT32 = 3.4028234663852886e38

Count = Annotated[int, Meta(ge=0, le=2**53)]
Ordinal = Annotated[int, Meta(ge=1, le=2**31)]
Amount = Annotated[float, Meta(ge=-_LARGEST_FLOAT32, le=_LARGEST_FLOAT32)]
Fraction = Annotated[float, Meta(ge=0, le=1 + 1e-6)]
"""A mean of ones may be above 1 by what rounding adds."""
Interval = tuple[Fraction, Fraction]
Seconds = Annotated[float, Meta(ge=0, le=1e11)]
"""Also since 1970."""
Decibels = Annotated[float, Meta(ge=-1000, le=1000)]
