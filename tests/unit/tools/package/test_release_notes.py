from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from tools.package.errors import PackagingError
from tools.package.release_notes import CHANGELOG, check, main, notes, section
from tools.package.signing import Signature, record

CHANGES = """# Changelog

## Unreleased

### Added

- Something to come.

## [1.2.0] - 2026-11-21

### Added

- An installer.

### Fixed

- A bug.

## 1.1.0 - 2026-10-01

- Older.

[1.2.0]: https://example.org/1.2.0
"""


def test_a_versions_section_is_found_with_or_without_brackets() -> None:
    assert section(CHANGES, "1.2.0") == "### Added\n\n- An installer.\n\n### Fixed\n\n- A bug."
    assert section(CHANGES, "1.1.0") == "- Older."


@pytest.mark.parametrize(
    ("changelog", "words"),
    [
        (CHANGES, r"no section '## 9\.0\.0"),
        (CHANGES + "\n## 9.0.0\n\n- New.\n", "has no date"),
        (CHANGES + "\n## 9.0.0 - 2027-01-01\n\n### Added\n\n", "is empty"),
    ],
)
def test_a_version_that_the_changelog_does_not_tell_of_is_refused(changelog: str, words: str) -> None:
    with pytest.raises(PackagingError, match=words):
        section(changelog, "9.0.0")


def test_tag_and_version_must_agree() -> None:
    check("v1.2.0", CHANGES, "1.2.0", "A <a@example.org>")
    for tag in ("1.2.0", "v1.2", "v1.2.1"):
        with pytest.raises(PackagingError, match=r"tag v1\.2\.0"):
            check(tag, CHANGES, "1.2.0", "A <a@example.org>")


def test_a_maintainer_who_cannot_be_written_to_is_asked_for() -> None:
    with pytest.raises(PackagingError, match=r"MAINTAINER in tools/package/__init__\.py"):
        check("v1.2.0", CHANGES, "1.2.0", "The authors <authors@squeeze-studio.invalid>")


def test_the_notes_tell_what_is_new_what_to_click_and_what_the_files_are(tmp_path: Path) -> None:
    installer = tmp_path / "squeeze-studio-1.2.0-windows-x64.exe"
    image = tmp_path / "squeeze-studio-1.2.0-macos-arm64.dmg"
    installer.write_bytes(b"x" * 1_234_567)
    image.write_bytes(b"y")
    record(installer, Signature(signed=False, note="not signed, because no certificate is set"))
    record(image, Signature(signed=True, note="signed and approved by Apple"))
    text = notes(tmp_path, CHANGES, "1.2.0")
    assert text.startswith("### Added\n\n- An installer.")
    row = next(line for line in text.splitlines() if line.startswith(f"| `{installer.name}`"))
    assert "| 1.2 MB |" in row
    assert hashlib.sha256(installer.read_bytes()).hexdigest() in row
    assert "Run anyway" in text
    assert "Open Anyway" not in text
    assert f"- `{installer.name}`: not signed, because no certificate is set." in text
    assert ".signature.json" not in text


def test_a_release_without_installers_is_none(tmp_path: Path) -> None:
    (tmp_path / "SHA256SUMS").write_text("")
    with pytest.raises(PackagingError, match="no installer"):
        notes(tmp_path, CHANGES, "1.2.0")


def test_the_command_refuses_a_tag_of_another_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "v0.0.0"]) == 1
    assert "does not belong to version" in capsys.readouterr().err
    assert main(["publish"]) == 2


def test_the_check_runs_with_nothing_but_python() -> None:
    command = [sys.executable, "-I", "-S", "-c", "import sys; sys.path.insert(0, '.')\n"]
    command[-1] += "from tools.package.release_notes import main\nsys.exit(main(['check', 'v0.0.0']))"
    done = subprocess.run(command, cwd=CHANGELOG.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "does not belong to version" in done.stderr
