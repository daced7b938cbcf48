"""Figures as a person reads them, in the language in force."""

from __future__ import annotations

from app.texts import translate

_MINUTE, _HOUR = 60, 3600
_KILO, _MEGA = 1_000, 1_000_000


def percent(share: float) -> str:
    """A share as '84.9 %'."""
    return f"{share * 100:.1f} %"


def percent_range(low: float, high: float) -> str:
    """Two shares as '86.2 to 100.0 %'."""
    return translate("Wording", "{low} to {high} %").format(low=f"{low * 100:.1f}", high=f"{high * 100:.1f}")


def size(count: float) -> str:
    """Bytes as '240 MB', '2.90 MB', '152.3 KB' or '788 B', in units of a thousand."""
    if count >= 100 * _MEGA:
        return f"{count / _MEGA:.0f} MB"
    if count >= _MEGA:
        return f"{count / _MEGA:.2f} MB"
    return f"{count / _KILO:.1f} KB" if count >= _KILO else f"{count:.0f} B"


def about_size(count: float) -> str:
    """Bytes that are expected, not measured, with no more digits than are known: '166 KB', '1.2 MB'."""
    if count >= _MEGA:
        return f"{count / _MEGA:.1f} MB"
    return f"{count / _KILO:.0f} KB" if count >= 10 * _KILO else f"{count / _KILO:.1f} KB"


def duration(seconds: float) -> str:
    """Seconds as '5 s', '3 min' or '1 h 20 min'."""
    if seconds < _MINUTE:
        return translate("Wording", "{seconds} s").format(seconds=max(1, round(seconds)))
    if seconds < _HOUR - _MINUTE / 2:
        return translate("Wording", "{minutes} min").format(minutes=round(seconds / _MINUTE))
    hours, minutes = divmod(round(seconds / _MINUTE), 60)
    return translate("Wording", "{hours} h {minutes} min").format(hours=hours, minutes=minutes)


def time_left(seconds: float) -> str:
    """Seconds as '3 min left'."""
    return translate("Wording", "{time} left").format(time=duration(seconds))


def milliseconds(value: float) -> str:
    """Milliseconds as '85 ms' or '1.9 s'."""
    return f"{value / _KILO:.1f} s" if value >= _KILO else f"{value:.0f} ms"
