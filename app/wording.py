"""What the window says, in the language in force: texts, what the engine tells, and figures.

Widgets have `self.tr`, everything else has `translate`. `lupdate`, which collects the texts for translators,
knows both of them, and `QT_TRANSLATE_NOOP`, by their names.
"""

from __future__ import annotations

import re

import msgspec
from PySide6.QtCore import QCoreApplication, QLocale, QObject

from core.errors import TABLE, WORDS_IN_ERRORS, SqueezeError
from core.events import AnyEvent, Failed, Finding, ImageRefused, Status
from core.settings import STAGES

_MINUTE, _HOUR = 60, 3600
_KILO, _MEGA, _GIGA = 1_000, 1_000_000, 1_000_000_000
_NUMBERS_IN_FINDINGS = frozenset({"count", "enough", "least", "more", "most", "size"})
_NUMBER = re.compile(r"-?\d(?:[\d.,]*\d)?")


def translate(context: str, text: str) -> str:
    """`text` in the language in force, or as it is where nobody has translated it."""
    return QCoreApplication.translate(context, text)


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802
    """`text` as it is: marked for translators here, translated where it is shown."""
    return text


def whole(number: int) -> str:
    """A whole number as '2,674'; the separator is the language's."""
    return QLocale().toString(number)


def decimal(number: float, digits: int) -> str:
    """A number as '1,234.5', with `digits` behind the point; point and separator are the language's."""
    return QLocale().toString(float(number), "f", digits)


def significant(number: float, digits: int) -> str:
    """A number with so many significant digits, as '0.125'."""
    return QLocale().toString(float(number), "g", digits)


def percent(fraction: float) -> str:
    """A fraction as '84.9 %'."""
    return f"{decimal(fraction * 100, 1)} %"


def whole_percent(fraction: float) -> str:
    """A fraction as '85 %'."""
    return f"{decimal(fraction * 100, 0)} %"


def percent_range(low: float, high: float) -> str:
    """Two fractions as '86.2 to 100.0 %'."""
    words = translate("Wording", "{low} to {high} %")
    return words.format(low=decimal(low * 100, 1), high=decimal(high * 100, 1))


class Counted(QObject):
    """Numbers of things. A QObject, because `lupdate` knows plurals in `tr` only."""

    def files(self, number: int) -> str:
        """'1 file', '2,674 files'."""
        return self.tr("%Ln file(s)", None, number)

    def photos(self, number: int) -> str:
        """'1 photo', '12 photos'."""
        return self.tr("%Ln photo(s)", None, number)

    def epochs(self, number: int) -> str:
        """'1 epoch', '24 epochs'."""
        return self.tr("%Ln epoch(s)", None, number)


def size(count: float) -> str:
    """Bytes as '240 MB', '2.90 MB', '152.3 KB' or '788 B', in units of a thousand."""
    if count >= 100 * _MEGA:
        return f"{decimal(count / _MEGA, 0)} MB"
    if count >= _MEGA:
        return f"{decimal(count / _MEGA, 2)} MB"
    return f"{decimal(count / _KILO, 1)} KB" if count >= _KILO else f"{decimal(count, 0)} B"


def about_size(count: float) -> str:
    """Bytes that are expected, with no more digits than are known: '166 KB', '1.2 MB', '3 GB'."""
    if count >= _GIGA:
        return f"{significant(count / _GIGA, 2)} GB"
    if count >= _MEGA:
        return f"{decimal(count / _MEGA, 1)} MB"
    return f"{decimal(count / _KILO, 0 if count >= 10 * _KILO else 1)} KB"


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
    return f"{decimal(value / _KILO, 1)} s" if value >= _KILO else f"{decimal(value, 0)} ms"


def in_own_words(event: AnyEvent) -> AnyEvent:
    """The event with the words for a person in the language in force."""
    match event:
        case Status():
            sentence = event.sentence or event.text
            return msgspec.structs.replace(
                event, text=_said("Status", sentence, event.values), sentence=sentence
            )
        case Finding():
            return msgspec.structs.replace(event, text=finding_words(event))
        case Failed(code=code, values=values) | ImageRefused(code=code, values=values) if code in TABLE:
            row = TABLE[code]
            return msgspec.structs.replace(
                event,
                happened=_told(row.happened, _with_titles(values)) or event.happened,
                remedy=_told(row.remedy, values) or event.remedy,
            )
        case _:
            return event


def finding_words(finding: Finding) -> str:
    """What was noticed about the images, in the language in force."""
    values = finding.values | {"files": Counted().files(finding.count)}
    for name in _NUMBERS_IN_FINDINGS & values.keys():
        values[name] = whole(int(values[name].replace(",", "")))
    return (_said("Findings", finding.sentence, values) if finding.sentence else "") or finding.text


def error_words(error: SqueezeError) -> tuple[str, str]:
    """What happened and what to do about it, in the language in force."""
    happened = _told(error.row.happened, _with_titles(error.values))
    return happened or error.happened, _told(error.row.remedy, error.values) or error.remedy


def _told(sentence: str, values: dict[str, str]) -> str:
    """A sentence of an error; of its values, the engine's own words are in the language in force too."""
    own = {name: _own_words(value) if name in WORDS_IN_ERRORS else value for name, value in values.items()}
    return _said("Errors", sentence, own)


def _own_words(words: str) -> str:
    """Words of the engine, told in the language in force; their numbers stay as they are."""
    numbers = _NUMBER.findall(words)
    places = iter(range(len(numbers)))
    text = _NUMBER.sub(lambda _: f"{{{next(places)}}}", words)
    own = translate("Errors", text)
    return own.format(*numbers) if own != text else words


def _with_titles(values: dict[str, str]) -> dict[str, str]:
    """The values with the names of stages as the window shows them; options keep the command line's."""
    return {
        name: translate("Step", value.title()) if name in ("stage", "needed") and value in STAGES else value
        for name, value in values.items()
    }


def _said(context: str, sentence: str, values: dict[str, str]) -> str:
    """A sentence with its values; '' when they do not fill it."""
    own = translate(context, sentence)
    try:
        return own.format(**values) if values or "{" in sentence else own
    except (KeyError, IndexError, ValueError):
        return ""
