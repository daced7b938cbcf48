from __future__ import annotations

import re
from pathlib import Path

import pytest

from core.paths import data_folder
from tools.package.errors import PackagingError
from tools.package.inno import EXECUTABLES, ROOT, SCRIPT, build, check, command, find_compiler, numeric

TRANSLATED = (ROOT / "resources" / "translations").glob("*.ts")
LANGUAGES = {"en", *(path.stem.rpartition("_")[2] for path in TRANSLATED)}
LINES = SCRIPT.read_text(encoding="utf-8-sig").splitlines()


def program(folder: Path) -> Path:
    folder.mkdir()
    for name in EXECUTABLES:
        (folder / name).write_bytes(b"MZ")
    return folder


def directive(name: str) -> str:
    """The value of a directive in the script."""
    return next(line.partition("=")[2] for line in LINES if line.startswith(f"{name}="))


def defines(line: list[str]) -> set[str]:
    return {word.removeprefix("/D").partition("=")[0] for word in line if word.startswith("/D")}


def test_the_compiler_is_told_all_that_the_script_asks_for(tmp_path: Path) -> None:
    line = command("ISCC.exe", program(tmp_path / "program"), tmp_path, "1.2.0")
    asked = {name for text in LINES for name in re.findall(r"\{#(\w+)\}", text)}
    own = {text.split()[1] for text in LINES if text.startswith("#define ")}
    optional = {text.split()[1] for text in LINES if text.startswith("#ifdef ")}
    assert asked - own - optional <= defines(line)
    assert defines(line) <= asked | optional
    assert line[0] == "ISCC.exe"
    assert line[-1] == str(SCRIPT)
    assert f"/O{tmp_path}" in line
    assert "/Fsqueeze-studio-1.2.0-windows-x64" in line
    assert not any(word.startswith("/S") for word in line)


def test_the_script_signs_with_the_tool_that_the_compiler_is_given(tmp_path: Path) -> None:
    line = command("ISCC.exe", program(tmp_path / "program"), tmp_path, "1.2.0", "sign $f")
    assert "/DSign" in line
    assert f"/S{directive('SignTool')}=sign $f" in line


def test_it_installs_for_one_account_without_administrators_rights() -> None:
    assert directive("PrivilegesRequired") == "lowest"
    assert directive("DefaultDirName").startswith("{localappdata}\\Programs\\")
    assert not any("{commonpf}" in line or "HKLM" in line for line in LINES)


def test_it_speaks_the_programs_languages_and_names_files_that_are_there() -> None:
    languages = [line for line in LINES if line.startswith('Name: "') and "MessagesFile" in line]
    assert {line.split('"')[1] for line in languages} == LANGUAGES == {"en", "de", "ko"}
    for line in languages:
        text = (SCRIPT.parent / line.split('"')[-2]).read_bytes()
        # Inno Setup takes a text without this mark for one in the computer's own character set.
        assert text.startswith(b"\xef\xbb\xbf")
        assert len(text.decode().split()) > 20
    for language in LANGUAGES:
        assert any(line.startswith(f"{language}.StillRunning=") for line in LINES)
    assert (ROOT / "LICENSE").is_file()


def test_uninstalling_takes_what_can_be_made_again_and_leaves_what_a_person_has() -> None:
    taken = [line for line in LINES if line.startswith("Type: ") and "appdata}" in line]
    whole = [line for line in taken if "filesandordirs" in line]
    name = data_folder().name
    assert {line.split('"')[1] for line in whole} == {
        f"{{localappdata}}\\{name}\\Cache",
        f"{{localappdata}}\\{name}\\Logs",
    }
    assert all("dirifempty" in line or "Type: files;" in line for line in taken if line not in whole)


def test_windows_is_given_four_numbers() -> None:
    assert numeric("1.20.3") == numeric("1.20.3rc1") == "1.20.3.0"
    with pytest.raises(PackagingError, match="three numbers"):
        numeric("1.2")


def test_a_folder_that_is_not_the_program_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackagingError, match=r"squeeze-studio\.exe is missing"):
        build(tmp_path, tmp_path / "out", "1.2.0")
    folder = program(tmp_path / "program")
    check(folder)
    (folder / ("a" * 100) / ("b" * 100)).mkdir(parents=True)
    with pytest.raises(PackagingError, match="so long a path"):
        check(folder)


def test_the_compiler_is_found_where_it_was_installed_or_asked_for(tmp_path: Path) -> None:
    place = tmp_path / "Inno Setup 6" / "ISCC.exe"
    env = {"PROGRAMFILES(X86)": str(tmp_path), "PATH": ""}
    with pytest.raises(PackagingError, match="Install Inno Setup"):
        find_compiler(env)
    place.parent.mkdir()
    place.touch()
    assert find_compiler(env) == str(place)
    assert find_compiler({**env, "ISCC": "mine.exe"}) == "mine.exe"
