"""What the window says, in the language in force: texts, what the engine tells, and figures.

Widgets have `self.tr`, everything else has `translate`. `lupdate`, which collects the texts for translators,
knows both of them, and `QT_TRANSLATE_NOOP`, by their names.
"""

from __future__ import annotations

from functools import cache

import msgspec
from PySide6.QtCore import QCoreApplication

from core.errors import ErrorKind, SqueezeError, kinds
from core.events import AnyEvent, Failed, Finding, Status

_MINUTE, _HOUR = 60, 3600
_KILO, _MEGA = 1_000, 1_000_000


def translate(context: str, text: str) -> str:
    """`text` in the language in force, or as it is where nobody has translated it."""
    return QCoreApplication.translate(context, text)


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802
    """`text` as it is: marked for translators here, translated where it is shown."""
    return text


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


def in_own_words(event: AnyEvent) -> AnyEvent:
    """The event with the words for a person in the language in force."""
    match event:
        case Status():
            return msgspec.structs.replace(
                event, text=_said("Status", event.sentence or event.text, event.values)
            )
        case Finding() if event.sentence:
            values = event.values | {"files": _files(event.count)}
            return msgspec.structs.replace(
                event, text=_said("Findings", event.sentence, values) or event.text
            )
        case Failed(code=code, values=values) if code in _kinds():
            kind = _kinds()[code]
            return msgspec.structs.replace(
                event,
                happened=_said("Errors", kind.happened, values) or event.happened,
                remedy=_said("Errors", kind.remedy, values) or event.remedy,
            )
        case _:
            return event


def error_words(error: SqueezeError) -> tuple[str, str]:
    """What happened and what to do about it, in the language in force."""
    happened = _said("Errors", error.kind.happened, error.values)
    return happened or error.happened, _said("Errors", error.kind.remedy, error.values) or error.remedy


def _said(context: str, sentence: str, values: dict[str, str]) -> str:
    """A sentence with its values; '' when they do not fill it."""
    own = translate(context, sentence)
    try:
        return own.format(**values) if values or "{" in sentence else own
    except (KeyError, IndexError, ValueError):
        return ""


def _files(count: int) -> str:
    """The number of pictures that a finding is about."""
    words = translate("Findings", "1 file") if count == 1 else translate("Findings", "{count} files")
    return words.format(count=f"{count:,}")


@cache
def _kinds() -> dict[str, ErrorKind]:
    return {kind.code: kind for kind in kinds()}
