"""What comes from npm is kept only with the hash that is pinned."""

from __future__ import annotations

import base64
import hashlib
import sys
from pathlib import Path

import pytest

from core.export.web_library import NpmPackage
from tools import npm_packages
from tools.npm_packages import NotFetched, fetch_packages, npm_command

CONTENT = b"a package"
PACKAGE = NpmPackage("some", "1.2.3", f"sha512-{base64.b64encode(hashlib.sha512(CONTENT).digest()).decode()}")


def npm_that(tmp_path: Path, does: str) -> list[str]:
    """A program in place of npm: `folder` is where it is to pack to, `words` are its arguments."""
    file = tmp_path / "npm.py"
    file.write_text(
        "import sys\nfrom pathlib import Path\nwords = sys.argv[1:]\n"
        f"folder = Path(words[words.index('--pack-destination') + 1])\n{does}\n",
        encoding="utf-8",
    )
    return [sys.executable, str(file)]


def use(monkeypatch: pytest.MonkeyPatch, command: list[str]) -> None:
    monkeypatch.setattr(npm_packages, "npm_command", lambda: command)


def test_a_package_is_packed_by_name_and_version_and_fetched_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packs = (
        f"assert words[:2] == ['pack', 'some@1.2.3']\n(folder / 'some-1.2.3.tgz').write_bytes({CONTENT!r})"
    )
    use(monkeypatch, npm_that(tmp_path, packs))
    into = tmp_path / "deep" / "npm"
    (file,) = fetch_packages(into, [PACKAGE])
    assert file.read_bytes() == CONTENT
    use(monkeypatch, npm_that(tmp_path, "sys.exit('asked again')"))
    assert fetch_packages(into, [PACKAGE]) == [file]
    file.write_bytes(b"damaged")
    with pytest.raises(NotFetched, match="asked again"):
        fetch_packages(into, [PACKAGE])


def test_another_content_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, npm_that(tmp_path, "(folder / 'some-1.2.3.tgz').write_bytes(b'another')"))
    with pytest.raises(NotFetched, match="does not have the hash"):
        fetch_packages(tmp_path / "npm", [PACKAGE])
    assert list((tmp_path / "npm").iterdir()) == []


def test_what_npm_says_is_passed_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    use(monkeypatch, npm_that(tmp_path, "sys.exit('no network')"))
    monkeypatch.setattr(npm_packages, "packages_folder", lambda: tmp_path / "npm")
    assert npm_packages.main() == 1
    assert "no network" in capsys.readouterr().err


def test_without_npm_the_command_that_brings_it_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotFetched, match="setup --dev"):
        npm_command()
