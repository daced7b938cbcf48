"""What desktops and manuals are told agrees with the program."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from core.boards import ports
from core.cli import COMMANDS
from tools.package import linux

FOLDER = linux.ROOT / "packaging" / "linux"
VERSION = "1.2.3"


def test_the_manual_names_every_command() -> None:
    page = linux.text("squeeze.1", VERSION)
    assert set(re.findall(r"^\.TP\n\.B (\S+)\n", page, re.MULTILINE)) == set(COMMANDS)
    assert VERSION in page


@pytest.mark.parametrize("file", sorted(FOLDER.iterdir()), ids=lambda file: file.name)
def test_no_file_keeps_a_place_holder(file: Path) -> None:
    assert not re.search(r"@[A-Z]+@", linux.text(file.name, VERSION))


def test_the_menu_entry_speaks_the_programs_languages() -> None:
    entry = configparser.RawConfigParser()
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(FOLDER / "squeeze-studio.desktop", encoding="utf-8")
    texts = entry["Desktop Entry"]
    for name in ("GenericName", "Comment", "Keywords"):
        assert len({texts[name], texts[f"{name}[de]"], texts[f"{name}[ko]"]}) == 3
    assert (texts["Exec"], texts["Icon"]) == ("squeeze-studio", "squeeze-studio")


def test_software_centers_get_a_text_in_every_language() -> None:
    component = ElementTree.fromstring(linux.text("squeeze-studio.metainfo.xml", VERSION))
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    for name in ("summary", "description/p"):
        assert {text.get(language) for text in component.iterfind(name)} == {None, "de", "ko"}
    release = component.find("releases/release")
    assert release is not None
    assert release.get("version") == VERSION


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="it comes with desktop-file-utils")
def test_the_menu_entry_is_valid() -> None:
    said = subprocess.run(
        ["desktop-file-validate", FOLDER / "squeeze-studio.desktop"], capture_output=True, check=False
    )
    assert (said.returncode, said.stdout) == (0, b"")


def test_boards_that_the_program_knows_may_be_used_by_who_sits_there() -> None:
    rules = linux.text("60-squeeze-studio.rules", VERSION)
    named = set(re.findall(r'idVendor}=="(\w{4})", ATTRS{idProduct}=="(\w{4})", TAG\+="uaccess"', rules))
    assert named == {(f"{vendor:04x}", f"{product:04x}") for vendor, product in ports._BRIDGES}
    assert 'ATTRS{idVendor}=="303a", TAG+="uaccess"' in rules
