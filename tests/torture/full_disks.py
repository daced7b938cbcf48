"""Disks without room: while a run works, under every other command that writes, and under photos.

A command may fail with disk-full alone. Nothing that was there is lost, nothing unfinished stays, and with
room again the same command succeeds.
"""

from __future__ import annotations

import contextlib
import functools
import resource
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from core.boards.firmware_bundles.bundle import read_bundle
from core.datasets.photo_changes import delete_photos, move_photos, undo_last
from core.datasets.photo_folder import PhotoFolder
from core.errors import SqueezeError
from core.export.web_library import packages_folder
from core.runs.folder import STAGE_FILES
from tests.builders.bundles import small_bundle, write_bundle
from tests.builders.finished_runs import CLASSES
from tests.builders.images import encoded, noise, write_classes
from tests.builders.toolchains import fake_idf
from tests.torture.attacks import Attack, Ground, Round, Said, Try, require
from tests.torture.working import copied, names_of, require_same, require_whole, squeezed

_DISK = 24 << 20
_LEFT = (0, 4 << 10, 100 << 10, 700 << 10, 3 << 20)
"""Bytes that are left on a disk when a stage begins: from nothing to nearly enough."""
_NAMES, _FEW_NAMES = 100_000, 900


@contextlib.contextmanager
def small_disk(place: Path, names: int = _NAMES, size: int = _DISK) -> Iterator[Path | None]:
    """A file system of its own with room for so many names; None where only the superuser makes one."""
    place.mkdir()
    options = f"size={size},nr_inodes={names}"
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", place], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        yield None
        return
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", place], check=True)


def fill(disk: Path, left: int | None) -> Path:
    """Leave only so many bytes, or no room for another name; the folder that takes the room."""
    ballast = disk / "ballast"
    ballast.mkdir()
    if left is None:
        with contextlib.suppress(OSError):
            for number in range(_NAMES):
                (ballast / str(number)).touch()
        return ballast
    (ballast / "bytes").write_bytes(bytes(max(0, shutil.disk_usage(disk).free - left)))
    return ballast


@contextlib.contextmanager
def full_disk(ground: Ground) -> Iterator[Try]:
    """A disk that fills while a run works: five sizes, and once without room for another name."""
    unbroken = ground.run()

    def try_one(round_: Round) -> list[str]:
        size = (*_LEFT, None)[round_.number % (len(_LEFT) + 1)]
        with small_disk(round_.folder / "disk", _FEW_NAMES if size is None else _NAMES) as disk:
            if disk is None:
                return _limited(round_, unbroken, size or 0)
            folder = copied(unbroken, disk / "run")
            before = {name: (folder / name).read_bytes() for name in STAGE_FILES.values()}
            ballast = fill(disk, size)
            said = squeezed(round_, "run", "--out", folder, "--from", "prune", ok=False)
            require(said.code in ("", "disk-full"), f"it ends with {said.code}: {said.errors}")
            require_whole(folder)
            kept = (folder / "float.keras").read_bytes() == before["float.keras"]
            require(kept, "the file of a stage that was not done anew is lost")
            shutil.rmtree(ballast)
            squeezed(round_, "run", "--resume", "--out", folder)
            require_same(folder, unbroken)
        return [said.code]

    yield try_one


def _limited(round_: Round, unbroken: Path, size: int) -> list[str]:
    """For an ordinary user: no file may grow beyond so many bytes."""
    folder = copied(unbroken, round_.folder / "run")
    limit = functools.partial(resource.setrlimit, resource.RLIMIT_FSIZE, (size, size))
    said = squeezed(round_, "run", "--out", folder, "--from", "prune", ok=False, preexec_fn=limit)
    require(said.code in ("", "disk-full"), f"it ends with {said.code}: {said.errors}")
    require_whole(folder)
    squeezed(round_, "run", "--resume", "--out", folder)
    require_same(folder, unbroken)
    return [said.code]


@dataclass(frozen=True)
class Writing:
    """A command line, `@` standing for the disk and `~` for the folder of what it reads.

    `is_stopped`: it works until it is stopped. `keeps`: what it finished stays, and the next one goes on.
    `is_larger`: what it writes never fits on the disk.
    """

    words: str
    is_stopped: bool = False
    keeps: bool = False
    is_larger: bool = False

    @property
    def out(self) -> str:
        """The name of its result on the disk, or ''."""
        return next((word[1:] for word in self.words.split() if word.startswith("@new")), "")


_BUNDLE, _BUILD = "--board esp32-cam --firmware ~bundle.zip", "--board esp32-cam --firmware build-idf"
_TINY_GRID = "--image-sizes 32 --widths 0.125 --squeeze-ratios 0.125 --shares-3x3 0.5 --bypasses none"

WRITINGS = (
    Writing(f"export @run --as flash-image --out @new/flash.bin {_BUILD}"),
    Writing(f"export @run --as flash-image --out @new-folder {_BUNDLE}"),
    *([Writing(f"export @run --as web --out @new {_BUNDLE}")] if packages_folder().is_dir() else []),
    Writing("export @run --as zip --out @new/model.zip"),
    Writing("data ~images --map @new/map.csv"),
    Writing(f"explore --data ~images --out @new --epochs 1 {_TINY_GRID}", keeps=True),
    Writing("yardstick @run", keeps=True, is_larger=True),
    Writing("tensorboard @run", is_stopped=True),
)
"""Every command that writes much besides `run`: results, caches, and what it needs for a moment."""

_IDF = """#!/usr/bin/env bash
# Builds as ninja and idf.py do: the reason is told where it arises, and many lines after it.
while [ $# -gt 0 ]; do case "$1" in -B) output="$2" ;; esac; shift; done
here="$(dirname "$0")/.."
{ mkdir -p "$output" && cp "$here"/parts/* "$output"; } || {
    for number in $(seq 60); do echo "[$((number + 300))/1103] Building C object main.c.obj"; done
    echo "ninja: build stopped: subcommand failed."
    echo "ninja failed with exit code 1, output of the command is in the log"
    exit 2
}
"""


def _built_with(folder: Path) -> Path:
    """A stand-in for ESP-IDF that writes the parts of a bundle, for an account's IDF_PATH."""
    idf = fake_idf(folder)
    (idf / "tools" / "idf.py").write_text(_IDF)
    (idf / "parts").mkdir()
    for name, data in small_bundle().parts.items():
        (idf / "parts" / f"{name.replace(' ', '-')}.bin").write_bytes(data)
    (idf / "parts" / "flasher_args.json").write_text(
        '{"flash_files": {"0x1000": "bootloader.bin", "0x8000": "partition-table.bin", '
        '"0x10000": "application.bin"}}'
    )
    return idf


@contextlib.contextmanager
def writings(ground: Ground) -> Iterator[Try]:
    """Each command with results, account and run on one small disk, of which five sizes are left."""
    unbroken = ground.run()
    shared = Path(tempfile.mkdtemp(dir=ground.place))
    write_classes(shared / "images", dict.fromkeys(CLASSES, 12))
    write_bundle(shared / "bundle.zip")
    idf = _built_with(shared / "idf")

    def try_one(round_: Round) -> list[str]:
        writing = WRITINGS[round_.number % len(WRITINGS)]
        size = _LEFT[round_.number // len(WRITINGS) % len(_LEFT)]
        with small_disk(round_.folder / "disk") as disk:
            if disk is None:
                return []
            copied(unbroken, disk / "run")
            before = _contents(disk / "run")
            words = [
                word.replace("@", f"{disk}/").replace("~", f"{shared}/") for word in writing.words.split()
            ]
            do = functools.partial(_said, round_, disk / "account", words, writing.is_stopped, idf)
            ground.environment(round_.mark, disk / "account")
            ballast = fill(disk, size)
            said = do()
            require(said.code in ("", "disk-full"), f"{writing.words} ends with {said.code}: {said.errors}")
            ground.require_gone(round_.mark)
            _require_kept(disk, before, writing, said)
            shutil.rmtree(ballast)
            again = do(force=said.code == "" and not writing.keeps and not writing.is_stopped)
            expected = "disk-full" if writing.is_larger else ""
            require(again.code == expected, f"with room again it ends with {again.code}: {again.errors}")
            require_whole(disk / "run")
        return [said.code]

    yield try_one


def _said(
    round_: Round, account: Path, words: list[str], is_stopped: bool, idf: Path, *, force: bool = False
) -> Said:
    """A command line run to its end, or to its first line and then stopped."""
    words = [*words, *(() if is_stopped else ("--json",)), *(("--force",) if force else ())]
    with round_.ground.started(round_.mark, account, *words, environment={"IDF_PATH": str(idf)}) as process:
        if is_stopped:
            assert process.stdout is not None
            process.stdout.readline()
            process.send_signal(signal.SIGINT)
        return round_.ground.said(process)


def _contents(folder: Path) -> dict[str, bytes]:
    """The files below a folder but for those that every session writes on."""
    return {
        name: (folder / name).read_bytes()
        for name in names_of(folder)
        if name not in ("run.lock", "run.json", "report.html", "summary.json")
    }


def _require_kept(disk: Path, before: dict[str, bytes], writing: Writing, said: Said) -> None:
    """Raise `Broken` unless the run is as it was and nothing unfinished is on the disk."""
    require_whole(disk / "run")
    now = {name: (disk / "run" / name).read_bytes() for name in before if (disk / "run" / name).is_file()}
    lost = sorted(name for name in before if now.get(name) != before[name])
    require(not lost, f"{writing.words} changed {lost}")
    # Scenes that were drawn before the disk was full are kept: drawing goes on behind them.
    left = [
        path
        for path in disk.rglob("*")
        if ".tmp" in path.name or (path.name.endswith(".part") and path.parent.name != "sample-scenes")
    ]
    left += (disk / "account" / "tmp").rglob("*")
    for path in (disk / "account" / "xdg_data_home").rglob("*.zip"):
        # What was imported before the disk was full may stay. Half of it raises.
        read_bundle(path)
    require(not left, f"{writing.words} ends with '{said.code}' and leaves {sorted(map(str, left))[:9]}")
    if said.code and not writing.keeps and writing.out:
        there = [path for path in disk.iterdir() if path.name.startswith("new")]
        require(not there, f"{writing.words} failed and leaves {there}")


_CLASSES = ("cup", "phone", "Löffel")
_PHOTO_DISK = 256 << 10


@contextlib.contextmanager
def photos(ground: Ground) -> Iterator[Try]:
    """Photos that are taken, copied, moved, deleted and brought back while a disk fills and empties."""
    del ground

    def try_one(round_: Round) -> list[str]:
        by_name = round_.number % 2 == 1
        with small_disk(round_.folder / "disk", 60 if by_name else _NAMES, _PHOTO_DISK) as disk:
            return [] if disk is None else _Photos(round_, disk).carry_out(60, by_name=by_name)

    yield try_one


class _Photos:
    """A folder of photos on a small disk, and every photo that was taken into it."""

    def __init__(self, round_: Round, disk: Path) -> None:
        self._random = round_.random
        self._disk = disk
        self._folder = PhotoFolder(disk / "Photos")
        self._taken: set[bytes] = set()
        self._source = round_.folder / "source.png"
        self._number = 0

    def carry_out(self, count: int, *, by_name: bool) -> list[str]:
        """Do so many things, each with another room on the disk; the codes that they ended with."""
        codes = []
        for _ in range(count):
            ballast = self._disk / "ballast"
            shutil.rmtree(ballast, ignore_errors=True)
            if self._random.random() < 0.7:
                fill(self._disk, None if by_name else self._random.choice((0, 0, 1 << 12, 1 << 13)))
            if not self._folder.is_own:
                codes.append(self._one(lambda folder: PhotoFolder.make(folder.path)))
            if self._folder.is_own:
                ways = (self._take, self._copy, self._move, self._delete, undo_last)
                codes.append(self._one(self._random.choice(ways)))
        return codes

    def _one(self, do: Callable[[PhotoFolder], object]) -> str:
        before = self._there()
        try:
            do(self._folder)
        except SqueezeError as error:
            require(error.code == "disk-full", f"{do!r} ends with {error.code}: {error.detail}")
            now = self._there()
            require(
                do is undo_last or now == before, f"{do!r}, refused, changed {sorted(set(now) ^ set(before))}"
            )
            self._require_all()
            return error.code
        self._require_all()
        return ""

    def _there(self) -> dict[str, bytes]:
        """Everything in the folder, the folders with a stroke at the end."""
        return {
            f"{path.relative_to(self._disk)}{'/' if path.is_dir() else ''}": b""
            if path.is_dir()
            else path.read_bytes()
            for path in self._folder.path.parent.rglob("*")
            if "ballast" not in path.parts[len(self._disk.parts) :]
        }

    def _require_all(self) -> None:
        held = [content for name, content in self._there().items() if "photo-" in name]
        require(len(held) == len(set(held)), "a photo is there twice")
        require(set(held) == self._taken, f"{len(self._taken)} photos were taken, {len(held)} are there")
        odd = [name for name in self._there() if ".tmp" in name]
        require(not odd, f"left over: {odd}")

    def _image(self) -> bytes:
        self._number += 1
        return encoded(noise(self._number, 40, 40))

    def _take(self, folder: PhotoFolder) -> None:
        image = self._image()
        folder.add(self._random.choice(_CLASSES), image, ".png")
        self._taken.add(image)

    def _copy(self, folder: PhotoFolder) -> None:
        image = self._image()
        self._source.write_bytes(image)
        folder.copy(self._random.choice(_CLASSES), self._source)
        self._taken.add(image)

    def _some(self) -> list[str]:
        names = [f"{name}/{path.name}" for name in self._folder.classes for path in self._folder.photos(name)]
        return self._random.sample(names, min(len(names), self._random.randint(1, 4)))

    def _move(self, folder: PhotoFolder) -> None:
        if names := self._some():
            move_photos(folder, names, self._random.choice(folder.classes))

    def _delete(self, folder: PhotoFolder) -> None:
        if names := self._some():
            delete_photos(folder, names)


ATTACKS = (
    Attack("runs", "disk", "no room: five sizes, and no names", 6, full_disk, seconds=40.0),
    Attack(
        "runs",
        "writings",
        "no room under every command that writes",
        len(WRITINGS) * len(_LEFT),
        writings,
        seconds=12.0,
    ),
    Attack("runs", "photos", "no room under photos", 40, photos, seconds=1.0, short=2),
)
