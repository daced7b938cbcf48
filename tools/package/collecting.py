"""What goes into the installed program's folder, and what of its libraries does not.

Entries are PyInstaller's: where a file goes below the folder of libraries, where it comes from, its kind.
"""

from __future__ import annotations

import fnmatch
import py_compile
import sys
from collections.abc import Iterable, Sequence
from importlib import metadata
from pathlib import Path

from core.boards.firmware_bundles.sources import RELEASES_FILE
from tools.package.errors import PackagingError

RESOURCES = (
    *("resources/*", "resources/drawings/*", "resources/export/*", "resources/icons/*"),
    *("resources/firmware/releases.toml", "resources/report/*", "resources/start/*"),
    *("resources/translations/*.qm", "resources/web/*", "resources/web/npm/*.tgz", "requirements/npm.txt"),
    *("docs/guide/**/*.md", "docs/guide/images/*", "LICENSE", "CHANGELOG.md"),
    *("firmware/*", "firmware/cmake/*", "firmware/components/**/*", "firmware/main/*"),
)
"""Patterns below the checkout; each file lies in the same place below the folder of libraries."""

UNNEEDED = (
    # Headers, type information, tests, and tools for developers.
    *("*/include/*", "*.pyi", "*.lib", "*.a", "*/py.typed", "*/tests/*", "*.cmake"),
    *("tensorflow/xla_aot_runtime_src/*", "ai_edge_litert/tools/*"),
    # Accelerators of telephones and graphics cards: figures are made with the processor's kernels.
    *("ai_edge_litert/vendors/*", "ai_edge_litert/*WebGpu*"),
    # Modules of Qt that no page uses, and the plugins that bring them in. Its cameras need Qt Quick.
    *("*Qt6QuickControls*", "*Qt6QuickTemplates*", "*Qt6VirtualKeyboard*", "*Qt6Pdf*", "*Qt6Test*"),
    *("*Qt6EglF[sS]*", "*Qt6WaylandCompositor*", "PySide6/Qt/qml/*", "PySide6/qml/*"),
    *("*/plugins/platforms/*eglfs*", "*/plugins/platforms/*vnc*", "*/plugins/platforms/*linuxfb*"),
    *("*/plugins/platforms/*minimal*", "*/plugins/platforms/*vkkhrdisplay*"),
    *("*/plugins/egldeviceintegrations/*", "*/plugins/platforminputcontexts/*virtualkeyboard*"),
    *("*/plugins/imageformats/*pdf*", "*/plugins/platformthemes/*gtk3*", "*/plugins/generic/*"),
    *("*/plugins/networkinformation/*", "*/plugins/sqldrivers/*", "*/plugins/printsupport/*"),
    *("*/plugins/designer/*", "*/plugins/qmltooling/*"),
)
KEPT = ("*/translations/qtbase_de.qm", "*/translations/qtbase_ko.qm", "resources/translations/*")
"""Of all files that end in .qm: Qt's own texts in the languages of the program."""

PYTHONS_LIBRARIES = (
    *("libpython3*", "libssl.so*", "libcrypto.so*", "libffi.so*", "libbz2.so*", "liblzma.so*", "libz.so*"),
    *("libsqlite3.so*", "libuuid.so*", "libreadline.so*", "libtinfo.so*", "libncurses*", "libmpdec*"),
    *("libdb-5*", "libgdbm*", "libnsl.so*", "libtirpc.so*"),
)
"""On Linux: what of the system that builds goes into the folder. What Qt finds on a system is left to it,
where it is kept up to date; an installer asks for it."""

_FIRMWARE = "resources/firmware"
_SYSTEM_FOLDERS = ("/usr/lib", "/lib")
_INSTEAD = {"tensorflow": "tensorflow-cpu"}

Entry = tuple[str, str, str]


def distribution_name(name: str) -> str:
    """The distribution that brings another's modules here: TensorFlow without CUDA, where there is one.

    Raises `PackagingError` when neither is installed.
    """
    for candidate in (_INSTEAD.get(name, name), name):
        try:
            metadata.distribution(candidate)
        except metadata.PackageNotFoundError:
            continue
        return candidate
    raise PackagingError(f"{name} is not installed here. Start with python3 dev.py package.")


def program_files(root: Path, firmware: str | None) -> list[tuple[str, str]]:
    """The program's own files that are no modules: where from, and the folder below that of libraries.

    `firmware` is a folder of bundles, as `core.boards.firmware_bundles.releasing` writes it. Raises
    `PackagingError` where a pattern matches nothing.
    """
    found = []
    for pattern in RESOURCES:
        files = [path for path in sorted(root.glob(pattern)) if path.is_file() and path.name != ".gitignore"]
        if not files:
            raise PackagingError(f"There is nothing like {pattern} in {root}: is the checkout complete?")
        found += [(str(path), path.parent.relative_to(root).as_posix()) for path in files]
    return found if firmware is None else _with_firmware(found, Path(firmware))


def _with_firmware(found: list[tuple[str, str]], folder: Path) -> list[tuple[str, str]]:
    """With the bundles; a list of addresses among them takes the place of the checkout's."""
    bundles = [(str(path), _FIRMWARE) for path in sorted(folder.glob("*.zip"))]
    releases = folder / RELEASES_FILE
    if not releases.exists():
        return found + bundles
    others = [entry for entry in found if (Path(entry[0]).name, entry[1]) != (RELEASES_FILE, _FIRMWARE)]
    return [*others, (str(releases), _FIRMWARE), *bundles]


def is_needed(target: str, source: str) -> bool:
    """Whether a file that PyInstaller found belongs into the folder."""
    target = Path(target).as_posix()
    if target.endswith(".qm"):
        return _like(target, KEPT)
    return not (_like(target, UNNEEDED) or _is_the_systems(source))


def compiled(entries: Iterable[Sequence[str]], work: Path) -> list[Entry]:
    """Byte code for every module that is collected as source: an installed program cannot write its own.

    It is never compared with the time of the source, which an installer may change.
    """
    suffix = f".{sys.implementation.cache_tag}.pyc"
    made = []
    for target, source, _ in entries:
        if target.endswith(".py"):
            place = Path(target).parent / "__pycache__" / f"{Path(target).stem}{suffix}"
            file = work / place
            file.parent.mkdir(parents=True, exist_ok=True)
            unchecked = py_compile.PycInvalidationMode.UNCHECKED_HASH
            py_compile.compile(source, str(file), target, doraise=True, invalidation_mode=unchecked)
            made.append((str(place), str(file), "DATA"))
    return made


def _like(text: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch.fnmatchcase(text, pattern) for pattern in patterns)


def _is_the_systems(source: str) -> bool:
    """Whether a file is a library of this Linux that others have, too, or that an installer asks for."""
    if sys.platform != "linux" or not source.startswith(_SYSTEM_FOLDERS):
        return False
    return not _like(Path(source).name, PYTHONS_LIBRARIES)
