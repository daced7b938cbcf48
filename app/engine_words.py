"""What the engine tells, in the language in force.

The engine's sentences are English. It keeps with each what filled it, so that the window can say the same in
another language; what nobody has translated stays as it is.
"""

from __future__ import annotations

from functools import cache

import msgspec

from app.texts import translate
from core.errors import ErrorKind, SqueezeError, kinds
from core.events import AnyEvent, Failed, Finding, Status


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
