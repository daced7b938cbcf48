"""Every error is one row of a table, with sentences for a person and a section in the guide."""

from __future__ import annotations

import pkgutil
import re
import string
from importlib import import_module
from pathlib import Path

import pytest

from core import errors
from core.errors import EXIT_FAILED, EXIT_USAGE, ErrorKind, SqueezeError, kinds

GUIDE = Path(__file__).parents[2] / "docs" / "guide" / "errors.md"

every_kind = pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.code)


def values_for(kind: ErrorKind) -> dict[str, str]:
    """A made-up value for every field of the kind's sentences."""
    parsed = string.Formatter().parse(kind.happened + kind.remedy)
    return {name: f"<{name}>" for _, name, _, _ in parsed if name is not None}


def guide_sections() -> dict[str, str]:
    """The text below each heading of the guide's page, by heading."""
    _, *parts = re.split(r"^## (.+)$", GUIDE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def test_the_table_has_every_row_of_every_area() -> None:
    areas = [import_module(area.name) for area in pkgutil.iter_modules(errors.__path__, "core.errors.")]
    rows = [value for area in areas for value in vars(area).values() if isinstance(value, ErrorKind)]
    assert sorted(kind.code for kind in rows) == sorted(kind.code for kind in kinds())


def test_codes_are_unique() -> None:
    codes = [kind.code for kind in kinds()]
    assert len(codes) == len(set(codes))


@every_kind
def test_codes_are_lower_case_words_joined_by_hyphens(kind: ErrorKind) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", kind.code)


@every_kind
def test_sentences_are_whole(kind: ErrorKind) -> None:
    """A sentence may also come whole with the error: a command, a board's own words."""
    error = SqueezeError(kind, **values_for(kind))
    for sentence in (error.happened, error.remedy):
        assert re.fullmatch(r"<\w+>|([A-Z'<]).*[^.]\.", sentence)
        assert not re.search(r"\s\s|[{}]", sentence)


@every_kind
def test_every_field_is_a_plain_name(kind: ErrorKind) -> None:
    assert all(name.isidentifier() for name in values_for(kind))


@every_kind
def test_exit_codes_say_whether_the_request_or_its_execution_was_wrong(kind: ErrorKind) -> None:
    assert kind.exit_code in (EXIT_FAILED, EXIT_USAGE)


@every_kind
def test_the_guide_has_a_section_for_every_code(kind: ErrorKind) -> None:
    assert len(guide_sections().get(kind.code, "").split()) >= 10


def test_the_guide_has_no_section_for_a_code_that_is_gone() -> None:
    assert set(guide_sections()) <= {kind.code for kind in kinds()}


def test_a_name_in_a_sentence_takes_one_line_and_can_be_written_as_utf_8() -> None:
    kind = ErrorKind("made-up", "{path} is broken.", "Mend it.")
    error = SqueezeError(kind, path=Path("a\nb\udcff\x1b[31m\u2028ü.png"))
    assert error.happened == r"a\nb\xff\x1b[31m\u2028ü.png is broken."
    assert error.values == {"path": r"a\nb\xff\x1b[31m\u2028ü.png"}


def test_values_fill_the_sentences_and_detail_stays_apart() -> None:
    kind = ErrorKind("made-up", "{path} is {state}.", "Mend {path}.")
    error = SqueezeError(kind, detail="offset 12", path="a.png", state="broken")
    assert str(error) == "a.png is broken. Mend a.png."
    assert error.detail == "offset 12"
    assert error.code == "made-up"
