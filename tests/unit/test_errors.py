"""Every error is one row of a table, with sentences for a person and a section in the guide."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import EXIT_FAILED, EXIT_USAGE, TABLE, DataError, OtherVersionError, SqueezeError, error_for
from core.errors.table import AREAS

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "guide" / "errors.md"
CLASSES = {area.__name__: area for area in SqueezeError.__subclasses__()}

every_code = pytest.mark.parametrize("code", TABLE)


def fields(code: str) -> set[str]:
    """The names of the values in a row's sentences."""
    row = TABLE[code]
    return {name for _, name, _, _ in string.Formatter().parse(row.happened + row.remedy) if name is not None}


def values_for(code: str) -> dict[str, str]:
    """A made-up value for every field of a row's sentences."""
    return {name: f"<{name}>" for name in fields(code)}


def guide_sections() -> dict[str, str]:
    """The text below each heading of the guide's page, by heading."""
    _, *parts = re.split(r"^## (.+)$", GUIDE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def raised() -> Iterator[tuple[str, ast.Call]]:
    """Where the program makes an error whose code stands there: the place, and the call."""
    for folder in ("app", "core", "tools"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                name = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
                if isinstance(node, ast.Call) and name in CLASSES and isinstance(node.args[0], ast.Constant):
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", node


def test_codes_are_unique_and_each_has_one_class() -> None:
    assert sum(len(area) for area in AREAS) == len(TABLE)
    owned = [code for area in CLASSES.values() for code in area.rows]
    assert sorted(owned) == sorted(TABLE)


def test_what_is_raised_has_a_code_of_its_class_and_the_values_of_its_sentences() -> None:
    found = list(raised())
    assert len(found) > 150
    wrong = []
    for place, call in found:
        code = call.args[0].value  # type: ignore[attr-defined]
        given = {keyword.arg for keyword in call.keywords}
        owner = CLASSES[call.func.id]  # type: ignore[attr-defined]
        if code not in owner.rows or not (None in given or fields(code) <= given):
            wrong.append(f"{place} {code}")
    assert wrong == []


@every_code
def test_codes_are_lower_case_words_joined_by_hyphens(code: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)


@every_code
def test_sentences_are_whole(code: str) -> None:
    """A sentence may also come whole with the error: a command, a board's own words."""
    error = error_for(code, **values_for(code))
    for sentence in (error.happened, error.remedy):
        assert re.fullmatch(r"<\w+>|([A-Z'<]).*[^.]\.", sentence)
        assert not re.search(r"\s\s|[{}]", sentence)


@every_code
def test_every_field_is_a_plain_name(code: str) -> None:
    assert all(name.isidentifier() for name in fields(code))


@every_code
def test_exit_codes_say_whether_the_request_or_its_execution_was_wrong(code: str) -> None:
    assert TABLE[code].exit_code in (EXIT_FAILED, EXIT_USAGE)


@every_code
def test_the_guide_has_a_section_for_every_code(code: str) -> None:
    assert len(guide_sections().get(code, "").split()) >= 10


def test_the_guide_has_no_section_for_a_code_that_is_gone() -> None:
    assert set(guide_sections()) <= set(TABLE)


def test_a_name_in_a_sentence_takes_one_line_and_can_be_written_as_utf_8() -> None:
    error = DataError("data-not-found", path=Path("a\nb\udcff\x1b[31m\u2028ü.png"))
    assert r"a\nb\xff\x1b[31m\u2028ü.png" in error.happened
    assert error.values == {"path": r"a\nb\xff\x1b[31m\u2028ü.png"}


def test_values_fill_the_sentences_and_detail_stays_apart() -> None:
    error = DataError("data-too-few", detail="cat: 3", name="cat", count=3, needed=5)
    row = TABLE["data-too-few"]
    assert error.happened == row.happened.format(name="cat", count=3, needed=5)
    assert str(error) == f"{error.happened} {error.remedy}"
    assert "cat: 3" not in str(error)
    assert (error.code, error.detail, error.exit_code) == ("data-too-few", "cat: 3", row.exit_code)


@pytest.mark.parametrize(("code", "values"), [("disk-full", {"path": "x"}), ("data-not-found", {})])
def test_a_code_of_another_area_and_a_missing_value_are_refused(code: str, values: dict[str, str]) -> None:
    with pytest.raises(KeyError):
        DataError(code, **values)


@every_code
def test_an_error_made_by_its_code_is_of_the_class_of_its_area(code: str) -> None:
    error = error_for(code, "offset 12", **values_for(code))
    assert code in type(error).rows
    assert (error.code, error.values, error.detail) == (code, values_for(code), "offset 12")


def test_another_versions_error_keeps_its_sentences_to_the_letter() -> None:
    error = OtherVersionError("of-the-future", "{path} is {odd.", "Fix it.", 1, "offset 12")
    assert (error.happened, error.remedy) == ("{path} is {odd.", "Fix it.")
    assert (error.code, error.exit_code, error.detail) == ("of-the-future", 1, "offset 12")
    assert "of-the-future" not in TABLE
