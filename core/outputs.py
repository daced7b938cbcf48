"""Files and folders that a person names for a result.

What is there already is the person's: it is refused before the work begins and never replaced unless that was
asked for, and then only where it is an ordinary file. A result that cannot be finished leaves nothing behind.
"""

from __future__ import annotations

import contextlib
import csv
import io
import os
import re
import secrets
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from core.errors import FileError
from core.files import appearing_whole, make_folder, require_folder, require_replaceable, writing

_FORMULA = re.compile(r'(^|[;\t\r\n])(?="*[=+\-@\t\r\n＝＋－＠])')  # noqa: RUF001
"""Where a spreadsheet could see a formula: at the start of a cell, and where another separator starts one."""


def check_output(path: Path, *, replace: bool) -> None:
    """Raise output-exists, not-replaceable or write-permission when the file could not be written later."""
    with writing(path):
        require_replaceable(path)
        if os.path.lexists(path) and not replace:
            raise FileError("output-exists", path=path)
        there = next((parent for parent in path.absolute().parents if parent.exists()), path.parent)
        if not os.access(there, os.W_OK):
            raise FileError("write-permission", path=path)


@contextlib.contextmanager
def folders_above(path: Path) -> Iterator[None]:
    """Make the folders above `path`; the missing ones go again when the block raises and they are empty.

    Raises what `make_folder` raises.
    """
    missing = [parent for parent in path.parents if not parent.exists()]
    try:
        make_folder(path.parent)
        yield
    except BaseException:
        for parent in missing:
            with contextlib.suppress(OSError):
                parent.rmdir()
        raise


@contextlib.contextmanager
def output_file(path: Path, *, replace: bool) -> Iterator[Path]:
    """An empty file, with the ending of `path`, to be written in the block, that takes its name at the end.

    Folders above it are made. When anything is raised in the block, they and the file go. Raises
    output-exists unless an older file may be replaced, not-replaceable, not-a-folder, disk-full,
    write-permission.
    """
    check_output(path, replace=replace)
    try:
        with folders_above(path), appearing_whole(path, replace=replace) as temporary:
            yield temporary
    except FileExistsError as error:
        raise FileError("output-exists", detail=str(error), path=path) from error


def write_output(path: Path, content: bytes, *, replace: bool) -> None:
    """Write a file that a person named. Raises what `output_file` raises."""
    with output_file(path, replace=replace) as temporary:
        temporary.write_bytes(content)


def write_output_folder(path: Path, files: Mapping[str, bytes], *, replace: bool) -> None:
    """Write files, by their names with forward slashes, into a folder that a person named.

    They appear together, or none does. With `replace`, files of the same names are replaced in a folder that
    has something in it, and everything else there stays. Raises not-empty, not-a-folder, not-replaceable,
    disk-full, write-permission.
    """
    _check_folder(path, files, replace)
    was_there = path.is_dir()
    with folders_above(path), writing(path):
        unfinished = _unfinished_folder(path if was_there else path.parent, path.name)
        try:
            for name, content in files.items():
                make_folder((unfinished / name).parent)
                with appearing_whole(unfinished / name) as file:
                    file.write_bytes(content)
            if was_there:
                _check_folder(path, files, replace, beside=unfinished.name)
                _move_files(unfinished, path, files)
            else:
                _check_folder(path, files, replace)
                unfinished.rename(path)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)


def _check_folder(path: Path, names: Mapping[str, bytes], replace: bool, beside: str = "") -> None:
    with writing(path):
        if not path.is_dir():
            require_folder(path)
            return
        if not replace and any(entry.name != beside for entry in path.iterdir()):
            raise FileError("not-empty", path=path)
        for name in names:
            for parent in reversed(Path(name).parents[:-1]):
                require_folder(path / parent)
            require_replaceable(path / name)


def _move_files(source: Path, target: Path, names: Mapping[str, bytes]) -> None:
    for name in names:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).replace(target / name)


def _unfinished_folder(parent: Path, name: str) -> Path:
    while True:
        unfinished = parent / f".{name[:40]}-{secrets.token_hex(4)}.tmp"
        with contextlib.suppress(FileExistsError):
            unfinished.mkdir()
            return unfinished


def csv_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A table as CSV in UTF-8 with a line of names; None is an empty cell.

    Names of files and classes come from anybody, and a spreadsheet takes text that begins with = + - or @
    for a formula: such text gets an apostrophe in front (owasp.org/www-community/attacks/CSV_Injection).
    Numbers stay numbers.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    for row in (columns, *rows):
        writer.writerow([_FORMULA.sub(r"\1'", cell) if isinstance(cell, str) else cell for cell in row])
    return text.getvalue().encode(errors="backslashreplace")
