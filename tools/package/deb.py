"""The package for Debian and Ubuntu, made of the program's folder by dpkg-deb."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from tools.package import MAINTAINER, icons, linux
from tools.package.errors import PackagingError
from tools.package.signing import run
from tools.package.system_libraries import packages_needed

NAME = "squeeze-studio"
REVISION = "1"
COMPRESSION = ("-Zxz", "-z6")
"""Measured on the whole folder: docs/decisions/0015-installed-program.md."""

_LIBRARY = Path("usr/lib") / NAME
_DOCS = Path("usr/share/doc") / NAME


def build(folder: Path, out: Path, version: str) -> Path:
    """Make the package of the program in `folder` and return its file, in `out`.

    Raises `PackagingError` where the tools are missing and with dpkg's own words when it refuses.
    """
    if not shutil.which("dpkg-deb"):
        raise PackagingError("dpkg-deb is not here: a .deb is made on Debian or Ubuntu.")
    stage = out / "work" / "deb"
    shutil.rmtree(stage, ignore_errors=True)
    fill(stage, folder, version)
    make_readable(stage)
    write_control(stage, folder, version)
    package = out / f"{NAME}_{version}-{REVISION}_amd64.deb"
    run(["dpkg-deb", "--root-owner-group", *COMPRESSION, "--build", str(stage), str(package)])
    shutil.rmtree(stage)
    return package


def fill(stage: Path, folder: Path, version: str) -> None:
    """Put everything where the package has it."""
    # Links to the same files: the folder has about a gigabyte.
    shutil.copytree(folder, stage / _LIBRARY, symlinks=True, copy_function=os.link)
    (stage / "usr/bin").mkdir(parents=True)
    for program in (NAME, "squeeze"):
        (stage / "usr/bin" / program).symlink_to(f"../lib/{NAME}/{program}")
    share = stage / "usr/share"
    icons.write_hicolor(icons.svg_file(linux.ROOT), share)
    _write(share / "applications" / f"{NAME}.desktop", linux.text(f"{NAME}.desktop", version))
    _write(share / "metainfo" / linux.METAINFO, linux.text(f"{NAME}.metainfo.xml", version))
    _write(
        stage / "usr/lib/udev/rules.d/60-squeeze-studio.rules", linux.text("60-squeeze-studio.rules", version)
    )
    for page in (f"{NAME}.1", "squeeze.1"):
        _write_packed(share / "man/man1" / f"{page}.gz", linux.text(page, version))
    docs = stage / _DOCS
    _write(docs / "copyright", linux.copyright_text(folder))
    _write_packed(docs / "changelog.gz", (linux.ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    _write_packed(
        docs / "changelog.Debian.gz", linux.debian_changelog(NAME, f"{version}-{REVISION}", MAINTAINER)
    )
    _write(stage / "usr/share/lintian/overrides" / NAME, linux.text("lintian-overrides", version))


def make_readable(stage: Path) -> None:
    """Everybody may read everything and run what is a program; libraries are none."""
    for path in (stage, *stage.rglob("*")):
        if path.is_symlink():
            continue
        program = path.parent == stage / _LIBRARY and path.is_file()
        path.chmod(0o755 if path.is_dir() or program else 0o644)


def write_control(stage: Path, folder: Path, version: str) -> None:
    """What dpkg wants to know: the package's description, checksums, and what to do on installing."""
    files = sorted(path for path in stage.rglob("*") if path.is_file() and not path.is_symlink())
    control = stage / "DEBIAN"
    control.mkdir()
    sums = [f"{_md5(path)}  {path.relative_to(stage).as_posix()}\n" for path in files]
    _write(control / "md5sums", "".join(sums))
    kib = sum((path.stat().st_size + 1023) // 1024 for path in files)
    _write(control / "control", control_text(version, kib, packages_needed(folder)))
    for script in ("postinst", "postrm"):
        _write(control / script, linux.text(script, version))
        (control / script).chmod(0o755)


def control_text(version: str, kib: int, depends: list[str]) -> str:
    """The control file. `depends` are alternatives as dpkg writes them."""
    fields: Mapping[str, str] = {
        "Package": NAME,
        "Version": f"{version}-{REVISION}",
        "Architecture": "amd64",
        "Section": "science",
        "Priority": "optional",
        "Maintainer": MAINTAINER,
        "Installed-Size": str(kib),
        "Depends": ", ".join([*depends, "fonts-dejavu-core", "libegl1", "libgl1"]),
        "Recommends": "fonts-noto-cjk, ca-certificates",
        "Description": linux.DESCRIPTION,
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _write_packed(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _md5(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()
