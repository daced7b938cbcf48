"""What goes into the folder, and what does not."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.npm_packages import fetch_packages
from tools.package.collecting import compiled, distribution_name, is_needed, program_files
from tools.package.errors import PackagingError

ROOT = Path(__file__).parents[4]


@pytest.mark.parametrize(
    "target",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/translations/qtbase_ko.qm",
        "resources/translations/squeeze-studio_de.qm",
        "tensorflow/libtensorflow_cc.so.2",
        "esptool/targets/stub_flasher/1/esp32.json",
        "tensorflow/tools/docs/doc_controls.pyc",
    ],
)
def test_what_the_program_reads_is_kept(target: str) -> None:
    assert is_needed(target, f"/home/someone/{target}")


@pytest.mark.parametrize(
    "target",
    [
        "tensorflow/include/external/x.h",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/lib/libQt6VirtualKeyboard.so.6",
        "ai_edge_litert/vendors/qualcomm/dispatch/x.so",
        "PySide6/QtCore.pyi",
    ],
)
def test_what_nobody_reads_is_left_out(target: str) -> None:
    assert not is_needed(target, f"/home/someone/{target}")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt brings all its libraries")
def test_python_s_libraries_come_along_and_the_desktop_s_do_not() -> None:
    assert is_needed("libssl.so.3", "/usr/lib/x86_64-linux-gnu/libssl.so.3")
    assert not is_needed("libX11.so.6", "/usr/lib/x86_64-linux-gnu/libX11.so.6")
    assert not is_needed("libgtk-3.so.0", "/lib/x86_64-linux-gnu/libgtk-3.so.0")


def test_the_programs_files_keep_their_places(tmp_path: Path) -> None:
    fetch_packages()
    (tmp_path / "esp32.zip").touch()
    found = {f"{place}/{Path(file).name}" for file, place in program_files(ROOT, str(tmp_path))}
    assert {"resources/boards.toml", "./LICENSE", "docs/guide/ko/window/data.md"} <= found
    assert {"resources/web/page.js", "resources/web/npm/pako-2.1.0.tgz", "requirements/npm.txt"} <= found
    assert {"firmware/main/app_main.cc", "resources/firmware/esp32.zip"} <= found
    assert not [name for name in found if name.endswith(".ts") or "host_test" in name]


def test_released_firmware_brings_its_own_list_of_addresses(tmp_path: Path) -> None:
    (tmp_path / "releases.toml").touch()
    found = [file for file, place in program_files(ROOT, str(tmp_path)) if place == "resources/firmware"]
    assert found == [str(tmp_path / "releases.toml")]


def test_a_checkout_that_lacks_a_part_is_told(tmp_path: Path) -> None:
    with pytest.raises(PackagingError, match="is the checkout complete"):
        program_files(tmp_path, None)


def test_modules_from_source_are_run_from_their_byte_code(tmp_path: Path) -> None:
    source = tmp_path / "greeting.py"
    source.write_text("print('good morning')\n")
    [(target, file, kind)] = compiled([("greeting.py", str(source), "DATA")], tmp_path / "work")
    assert kind == "DATA"
    assert target == f"__pycache__/greeting.{sys.implementation.cache_tag}.pyc"
    (tmp_path / target).parent.mkdir()
    (tmp_path / target).write_bytes(Path(file).read_bytes())
    # Were the byte code not taken, the new text would be said.
    source.write_text("print('good night')\n")
    found = {**os.environ, "PYTHONPATH": str(tmp_path)}
    said = subprocess.run(
        [sys.executable, "-c", "import greeting"], env=found, capture_output=True, check=True
    )
    assert said.stdout.split() == [b"good", b"morning"]


def test_a_package_that_is_not_installed_is_named() -> None:
    assert distribution_name("msgspec") == "msgspec"
    with pytest.raises(PackagingError, match="no-such-package is not installed"):
        distribution_name("no-such-package")


def left_out() -> set[str]:
    """The modules that PyInstaller is told to leave out."""
    spec = ast.parse((ROOT / "packaging" / "squeeze-studio.spec").read_text(encoding="utf-8"))
    lists = [node.value for node in spec.body if isinstance(node, ast.Assign) and _is_without(node)]
    constants = [node for one in lists for node in ast.walk(one) if isinstance(node, ast.Constant)]
    return {str(node.value) for node in constants}


def _is_without(node: ast.Assign) -> bool:
    return any(isinstance(target, ast.Name) and target.id == "WITHOUT" for target in node.targets)


def imported(path: Path) -> set[str]:
    """The modules that a file imports anywhere, with those that names could be imported from."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    froms = [node for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level]
    return names | {f"{node.module}.{alias.name}" for node in froms for alias in node.names}


def test_nothing_that_the_program_imports_is_left_out_of_an_installer() -> None:
    without = left_out()
    assert {"scipy.stats", "keras"} <= without
    files = [path for name in ("core", "app") for path in sorted((ROOT / name).rglob("*.py"))]
    names = {name for path in files for name in imported(path)}
    assert "scipy.optimize.minimize" in names
    lacking = {name for name in names for one in without if name == one or name.startswith(f"{one}.")}
    assert lacking == set()
