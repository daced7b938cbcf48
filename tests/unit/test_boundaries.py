"""What the engine may import, and what importing it costs: proved in fresh processes."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CORE = ROOT / "core"
HEAVY = ("tensorflow", "tf_keras", "keras", "tensorflow_model_optimization")
IMPORT_SECONDS = 0.3

REFUSE_QT = """
import importlib.abc, sys

class QtRefused(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6", "pyqtgraph", "PyQt6", "PyQt5"):
            raise ImportError(f"{name} is refused here")

sys.meta_path.insert(0, QtRefused())
"""


def run_python(code: str, *arguments: str) -> str:
    """What a fresh Python prints that runs `code` in the checkout; its errors fail the test."""
    answer = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    return answer.stdout


def core_files() -> list[Path]:
    return sorted(CORE.rglob("*.py"))


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported_names(path: Path) -> Iterator[str]:
    """Every absolute module name that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def declared_distributions(*groups: str) -> set[str]:
    """Normalized names of the dependencies in pyproject.toml, of its extras and of the groups named."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"]]
    wanted += [line for lines in project["project"]["optional-dependencies"].values() for line in lines]
    wanted += [line for group in groups for line in project["dependency-groups"][group]]
    return {normalized(re.split(r"[^\w.-]", line)[0]) for line in wanted}


def normalized(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def undeclared(files: list[Path], declared: set[str]) -> set[str]:
    """Third-party modules that the files import although no declared distribution brings them."""
    brings = metadata.packages_distributions()
    tops = {name.partition(".")[0] for path in files for name in imported_names(path)}
    foreign = tops - set(sys.stdlib_module_names) - {"core", "app", "tests", "tools", "dev"}
    return {top for top in foreign if not {normalized(name) for name in brings.get(top, [])} & declared}


def test_every_module_of_the_engine_imports_without_qt() -> None:
    modules = [module_name(path) for path in core_files() if path.name != "__main__.py"]
    code = REFUSE_QT + "import importlib\nfor name in sys.argv[1:]:\n    importlib.import_module(name)\n"
    run_python(code + "print(len(sys.argv) - 1)", *modules)


def test_the_refusal_of_qt_works() -> None:
    code = REFUSE_QT + "try:\n    import PySide6\nexcept ImportError as error:\n    print(error)"
    assert run_python(code) == "PySide6 is refused here\n"


def test_importing_the_engine_is_quick() -> None:
    code = "import time; t = time.perf_counter(); import core; print(time.perf_counter() - t)"
    assert min(float(run_python(code)) for _ in range(3)) < IMPORT_SECONDS


@pytest.mark.parametrize(
    "module",
    ["core", "core.errors", "core.events", "core.task", "core.settings", "core.doctor", "core.cli"],
)
def test_what_a_window_or_a_command_line_needs_first_costs_no_tensorflow(module: str) -> None:
    code = f"import {module}, sys; print(*sorted(set(sys.argv[1:]) & set(sys.modules)))"
    assert run_python(code, *HEAVY, "PySide6").split() == []


def test_images_that_cannot_be_used_are_found_before_tensorflow_is_loaded(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from core.errors import SqueezeError\n"
        "from core.jobs import perform\n"
        "from core.requests import RunRequest\n"
        "from core.settings import DataSettings, RunSettings, TrainSettings\n"
        "from core.task import Task\n"
        "folder, *heavy = sys.argv[1:]\n"
        "data, train = DataSettings(source=folder + '/nowhere'), TrainSettings(start_weights='shipped')\n"
        "settings = RunSettings(data=data, train=train)\n"
        "try:\n"
        "    perform(RunRequest(folder=folder + '/run', settings=settings), Task())\n"
        "except SqueezeError as error:\n"
        "    print(error.code, *sorted(set(heavy) & set(sys.modules)))\n"
    )
    assert run_python(code, str(tmp_path), *HEAVY).split() == ["data-not-found"]


def test_every_folder_of_the_engine_is_a_package() -> None:
    """Import rules and the installed program leave out folders without __init__.py."""
    folders = {path.parent for path in core_files()}
    assert [str(folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


def test_the_engine_imports_only_declared_dependencies() -> None:
    assert undeclared(core_files(), declared_distributions()) == set()


def test_the_tests_import_only_declared_dependencies() -> None:
    files = [*(ROOT / "tests").rglob("*.py")]
    assert undeclared(files, declared_distributions("dev")) == set()
