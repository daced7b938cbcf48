"""The wheel brings everything: installed into an empty environment, the program works from it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from core import installation
from tests.e2e.squeeze import ROOT
from tools.npm_packages import fetch_packages


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, as pip and uv build it from a checkout that has what comes from npm."""
    fetch_packages()
    folder = tmp_path_factory.mktemp("wheel")
    uv = [sys.executable, "-m", "uv", "build", "--wheel", "--offline", "--no-build-isolation"]
    subprocess.run([*uv, "--python", sys.executable, str(ROOT), "-o", str(folder)], check=True)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def commands(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of an environment that holds the wheel.

    The packages that it depends on are those of the tests: they are not installed again.
    """
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, symlinks=sys.platform != "win32", with_pip=False)
    scheme = {"base": str(folder), "platbase": str(folder)}
    packages = Path(sysconfig.get_path("purelib", "venv", scheme))
    (packages / "dependencies.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    scripts = Path(sysconfig.get_path("scripts", "venv", scheme))
    uv = [sys.executable, "-m", "uv", "pip", "install", "--offline", "--no-deps"]
    subprocess.run([*uv, "--python", str(scripts / Path(sys.executable).name), str(wheel)], check=True)
    return scripts


def run_in_worker(commands: Path, command: str, *words: str) -> subprocess.CompletedProcess[str]:
    # Not in the checkout, nor with it in the path: its folders must not take the place of those of the wheel.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        [str(commands / command), *words],
        cwd=commands,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_holds_all_files_that_are_no_modules(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    checked = installation.check_parts(tmp_path / "core" / "_program")
    assert checked.ok, checked.found


def test_the_doctor_finds_all_it_needs(commands: Path) -> None:
    said = run_in_worker(commands, "squeeze", "doctor", "--json")
    assert said.returncode == 0, said.stderr
    assert json.loads(said.stdout)["needs"]


def test_it_knows_the_boards(commands: Path) -> None:
    said = run_in_worker(commands, "squeeze", "boards", "--json")
    assert said.returncode == 0, said.stderr
    assert "virtual-esp32" in said.stdout


def test_the_window_has_its_icons_its_guide_and_its_texts(commands: Path) -> None:
    script = (
        "from app.theme.theme import icon_svg; import app.guide; from core.paths import *;"
        "assert icon_svg('board', '#000000'); assert (program_folder() / 'docs/guide/window').is_dir();"
        "assert 'site-packages' in str(program_folder()); import app.main"
    )
    said = run_in_worker(commands, Path(sys.executable).name, "-c", script)
    assert said.returncode == 0, said.stderr


def test_it_has_the_web_page_with_its_flasher(commands: Path) -> None:
    script = (
        "from core.export.web_library import web_library; from core.paths import *;"
        "assert len(web_library()['esptool-js/bundle.js']) > 100_000;"
        "assert (resources_folder() / 'web' / 'index.html').is_file();"
        "assert 'site-packages' in str(program_folder())"
    )
    said = run_in_worker(commands, Path(sys.executable).name, "-c", script)
    assert said.returncode == 0, said.stderr
