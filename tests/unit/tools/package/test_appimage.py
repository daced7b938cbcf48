"""An AppImage is a runtime with the program's folder behind it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tools.package import appimage
from tools.package.errors import PackagingError

RUNTIME = b"\x7fELF\x02\x01\x01\x00AI\x02" + bytes(53)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A program's folder whose programs say their names and what they were given."""
    made = tmp_path / "squeeze-studio"
    (made / "_internal").mkdir(parents=True)
    for name in ("squeeze", "squeeze-studio"):
        (made / name).write_text(f'#!/bin/sh\necho {name} "$@"\n')
        (made / name).chmod(0o755)
    return made


def test_without_a_runtime_it_says_where_one_comes_from(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(PackagingError, match="--runtime"):
        appimage.build(folder, tmp_path, "1.2.3")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "cannot be read"),
        (b"#!/bin/sh", "no type-2 runtime"),
        (b"\x7fELF" + bytes(60), "no type-2 runtime"),
    ],
)
def test_what_is_no_runtime_is_refused(
    folder: Path, tmp_path: Path, content: bytes | None, words: str
) -> None:
    runtime = tmp_path / "runtime"
    if content is not None:
        runtime.write_bytes(content)
    with pytest.raises(PackagingError, match=words):
        appimage.build(folder, tmp_path, "1.2.3", runtime)


@pytest.mark.skipif(not shutil.which("mksquashfs"), reason="it comes with squashfs-tools")
def test_what_lies_behind_the_runtime_starts_window_and_command_line(folder: Path, tmp_path: Path) -> None:
    runtime = tmp_path / "runtime"
    runtime.write_bytes(RUNTIME)
    image = appimage.build(folder, tmp_path / "out", "1.2.3", runtime)
    assert image.name == "squeeze-studio-1.2.3-x86_64.AppImage"
    assert image.stat().st_mode & 0o777 == 0o755
    assert image.read_bytes()[: len(RUNTIME)] == RUNTIME
    tree = tmp_path / "tree"
    subprocess.run(
        ["unsquashfs", "-q", "-d", tree, "-o", str(len(RUNTIME)), image], check=True, capture_output=True
    )
    for name in (".DirIcon", "squeeze-studio.png", "squeeze-studio.desktop"):
        assert (tree / name).is_file()

    def said(*arguments: str, called: str = "any") -> str:
        env = {"PATH": "/usr/bin:/bin", "ARGV0": f"/somewhere/{called}"}
        return subprocess.run(
            [tree / "AppRun", *arguments], env=env, capture_output=True, text=True, check=True
        ).stdout

    assert said("a run") == "squeeze-studio a run\n"
    assert said("squeeze", "--version") == "squeeze --version\n"
    assert said("doctor", called="squeeze") == "squeeze doctor\n"
