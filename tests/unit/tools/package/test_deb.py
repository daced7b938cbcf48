"""A package for Debian is made of a folder, and dpkg finds in it what there is to find."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tools.package import deb
from tools.package.errors import PackagingError
from tools.package.system_libraries import owner, packages_needed, places, source_of, with_alternatives

pytestmark = pytest.mark.skipif(
    not shutil.which("dpkg-deb") or not shutil.which("objdump"), reason="a .deb is made on Debian"
)
PROGRAM = "usr/lib/squeeze-studio"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A program's folder whose two programs are another of this system."""
    made = tmp_path_factory.mktemp("folder") / "squeeze-studio"
    (made / "_internal" / "msgspec").mkdir(parents=True)
    for name in ("squeeze", "squeeze-studio"):
        shutil.copy("/bin/true", made / name)
    (made / "_internal" / "msgspec" / "__init__.pyc").write_bytes(b"code")
    (made / "_internal" / "alias").symlink_to("msgspec")
    return made


@pytest.fixture(scope="module")
def unpacked(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out")
    package = deb.build(folder, out, "1.2.3")
    assert package.name == "squeeze-studio_1.2.3-1_amd64.deb"
    place = tmp_path_factory.mktemp("unpacked")
    subprocess.run(["dpkg-deb", "-R", package, place], check=True)
    return place


def test_files_are_where_debian_has_them(unpacked: Path) -> None:
    for path in (
        *(f"{PROGRAM}/_internal/msgspec/__init__.pyc", f"{PROGRAM}/_internal/alias/__init__.pyc"),
        *("usr/share/applications/squeeze-studio.desktop", "usr/lib/udev/rules.d/60-squeeze-studio.rules"),
        *("usr/share/icons/hicolor/48x48/apps/squeeze-studio.png", "usr/share/man/man1/squeeze.1.gz"),
        "usr/share/icons/hicolor/scalable/apps/squeeze-studio.svg",
    ):
        assert (unpacked / path).is_file()
    for name in ("squeeze", "squeeze-studio"):
        command = unpacked / "usr/bin" / name
        assert command.is_symlink()
        assert subprocess.run([command], check=False).returncode == 0


def test_everybody_may_read_and_nobody_but_root_may_write(unpacked: Path) -> None:
    programs = {unpacked / PROGRAM / name for name in ("squeeze", "squeeze-studio")}
    files = [path for path in (unpacked / "usr").rglob("*") if not path.is_symlink()]
    assert programs < set(files)
    for path in files:
        expected = 0o755 if path.is_dir() or path in programs else 0o644
        assert path.stat().st_mode & 0o777 == expected


def test_sums_are_those_of_the_files(unpacked: Path) -> None:
    sums = unpacked / "DEBIAN" / "md5sums"
    assert "usr/share/doc/squeeze-studio/copyright" in sums.read_text()
    subprocess.run(["md5sum", "--check", "--quiet", "--strict", sums], cwd=unpacked, check=True)


def test_what_the_libraries_need_is_asked_for(unpacked: Path) -> None:
    control = (unpacked / "DEBIAN" / "control").read_text()
    assert re.search(r"^Depends: libc6 \(>= 2\.\d+\), .*fonts-dejavu-core", control, re.MULTILINE)
    assert re.search(r"^Installed-Size: \d+$", control, re.MULTILINE)


def test_whose_work_it_is_stands_in_debians_form(unpacked: Path) -> None:
    docs = unpacked / "usr/share/doc/squeeze-studio"
    text = (docs / "copyright").read_text()
    assert "Files: usr/lib/squeeze-studio/_internal/msgspec/*" in text
    used = set(re.findall(r"^Copyright: .*\nLicense: (\S+)$", text, re.MULTILINE))
    assert used == set(re.findall(r"^\nLicense: (\S+)$", text, re.MULTILINE))
    assert not re.search(r"^(?!\S+: |\S+:$|Files)\S", text, re.MULTILINE)
    assert gzip.decompress((docs / "changelog.Debian.gz").read_bytes()).startswith(
        b"squeeze-studio (1.2.3-1) "
    )


def test_releases_that_renamed_a_package_are_served_too() -> None:
    assert with_alternatives("libglib2.0-0") == "libglib2.0-0 | libglib2.0-0t64"
    assert with_alternatives("libglib2.0-0t64") == "libglib2.0-0 | libglib2.0-0t64"
    assert with_alternatives("libx11-6") == "libx11-6"


def test_a_library_that_no_package_has_is_refused(tmp_path: Path) -> None:
    stray = tmp_path / "libstray.so.1"
    stray.touch()
    with pytest.raises(PackagingError, match="No package of this system has"):
        owner(stray)


def test_a_copy_of_the_systems_library_is_told_from_another_of_its_name(tmp_path: Path) -> None:
    [original] = places(["libc.so.6"])
    copy = Path(shutil.copy(original, tmp_path / "libc.so.6"))
    package = source_of(copy)
    assert package is not None
    assert package[0] == "libc6"
    copy.write_bytes(copy.read_bytes() + b"changed")
    assert source_of(copy) is None


def test_a_folder_s_own_libraries_are_not_asked_for(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "program", symlinks=True)
    assert [name.split()[0] for name in packages_needed(tmp_path / "program")] == ["libc6"]
    (tmp_path / "program" / "libc.so.6").write_bytes(b"")
    assert packages_needed(tmp_path / "program")[1:] == []
