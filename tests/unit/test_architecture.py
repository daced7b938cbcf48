"""What docs/architecture.md says of adding a page, a chart or a setting holds."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_type_hints

import pytest

from core.settings import RunSettings

ROOT = Path(__file__).parents[2]
_ITEM = re.compile(r"^\d\. `([\w/.]+\.py)`: (.+?)(?=^\d\. |^\w|\Z)", re.MULTILINE | re.DOTALL)


def tree(file: str) -> ast.Module:
    return ast.parse((ROOT / file).read_text(encoding="utf-8"))


def value(file: str, table: str) -> ast.expr:
    """What a name of a module is set to."""
    for statement in tree(file).body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=found) if name == table:
                return found
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as found) if name == table:
                return found
    raise AssertionError(f"{file} has no {table}")


def texts(expression: ast.expr) -> list[str]:
    constants = (one.value for one in ast.walk(expression) if isinstance(one, ast.Constant))
    return [one for one in constants if isinstance(one, str)]


def pages() -> dict[str, str]:
    """The table of pages: the classes by the steps that they are of."""
    table = value("app/workspace.py", "PAGES")
    assert isinstance(table, ast.Dict)
    pairs = zip(table.keys, table.values, strict=True)
    return {ast.literal_eval(key): ast.unparse(page) for key, page in pairs if key is not None}


def test_each_walk_names_what_is_in_its_files() -> None:
    document = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").partition("## Three walks")[2]
    walks = re.split(r"^### ", document, flags=re.MULTILINE)[1:]
    assert len(walks) == 3
    for walk in walks:
        items = _ITEM.findall(walk)
        assert items, walk
        for file, words in items:
            source = (ROOT / file).read_text(encoding="utf-8")
            for name in re.findall(r"`([A-Za-z_]\w+)`", words):
                assert re.search(rf"\b{name}\b", source), f"{file} has no {name}"


def test_each_step_has_its_page_and_its_icon() -> None:
    names = texts(value("app/step.py", "StepName"))
    assert list(pages()) == names
    assert [name for name in names if not (ROOT / "resources" / "icons" / f"{name}.svg").is_file()] == []


@pytest.mark.parametrize("page", pages().values())
def test_only_the_table_knows_a_page(page: str) -> None:
    importing = [
        path.relative_to(ROOT).as_posix()
        for path in sorted((ROOT / "app").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and page in [alias.name for alias in node.names]
    ]
    assert importing == ["app/workspace.py"]


def fields() -> Iterator[tuple[str, str]]:
    """Section and name of each setting that a page shows."""
    for node in ast.walk(tree("app/steps/settings.py")):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Field":
            section, name = (ast.literal_eval(argument) for argument in node.args[:2])
            yield section, name


def test_settings_on_pages_are_declared() -> None:
    shown = list(fields())
    sections = get_type_hints(RunSettings)
    assert len(shown) > 20
    for section, name in shown:
        assert name in get_type_hints(sections[section] if section else RunSettings), f"{section}.{name}"
