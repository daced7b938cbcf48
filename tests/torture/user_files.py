"""A run folder, a data folder and an output folder full of a person's own files, and what may touch them.

`Folders.made` makes them, `CASES` are command lines that work with them, and `Watch` says what became of the
person's files: after any command line every one must be there, with its bytes.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.builders.finished_runs import CLASSES
from tests.builders.images import write_classes
from tests.torture.attacks import Attack, Ground, Round, Try, require

OWN = (
    *(
        "notes.txt",
        ".hidden",
        ".notes.tmp",
        ".a-1.tmp.json",
        "thesis.tmp.docx",
        "run.json.bak",
        "mine/run.json",
    ),
    *("mine/.summary-12.tmp.json", "mine/checkpoints/train-last.npz", "mine/logs/train/notes.txt"),
    *("logs/notes.txt", "logs/train/notes.txt", "logs/mine/events.out.tfevents.1.squeeze-studio"),
    *(
        "checkpoints/train-mine.npz",
        "checkpoints/.mine-1.tmp.npz",
        "checkpoints/train-/mine",
        "cache/mine.npy",
    ),
    *("details/notes.json", ".squeeze-trash/1 mine/notes.txt", "float.keras.old"),
)
"""Files of a person's own in a run folder, with names as like the program's as they can be."""

ALIKE = (
    *("labels.txt", "report.html", "summary.json", "data.json", "events.jsonl", "samples.npz", "model.img"),
    *("float.keras", "huffman.tflite", "run.lock", "checkpoints/train-last.npz", "details/train.json"),
    *("logs/train/events.out.tfevents.1.squeeze-studio", "cache/images", ".summary-12.tmp.json"),
    *("checkpoints/.train-last-12.tmp.npz", "mine/.run-7.tmp.json"),
)
"""Files with the program's names in a folder that is no run's."""

RESULTS = (
    *("model.tflite", "model.zip", "report.html", "backup.bin", "trace.json", "project/main.c", "flash.bin"),
    *("project/README.md", "photo.jpg", "runs/demo/notes.txt", ".venv/pyvenv.cfg"),
)
"""Files of a person's own in a folder for results."""


@dataclass(frozen=True)
class Folders:
    """Everything below `home`. What the commands may write is in `run` and `new`.

    `run` is a finished run with files of the person's own in it, `linked` one with links in it, `foreign` and
    `other` are folders of the person's own, `other` with a run.json and an explore.json of another program.
    """

    home: Path

    @classmethod
    def made(cls, home: Path, run: Path) -> Folders:
        """The folders in `home`, which is made, with copies of a finished run."""
        made = cls(home)
        for name in ("run", "linked"):
            shutil.copytree(run, home / name)
        write_files(home / "run", OWN)
        write_files(home / "foreign", (*OWN, *ALIKE))
        write_files(home / "other", (*OWN, *ALIKE, "run.json", "explore.json"))
        write_files(home / "out", RESULTS)
        write_files(home / "precious", ("train-last.npz", "notes.txt", "train/notes.txt", "report.html"))
        write_classes(home / "data", dict.fromkeys(CLASSES, 6))
        write_files(home / "data", ("notes.txt", ".hidden.tmp", "cat/.photo-1.tmp.jpg"))
        made._link()
        (home / "new").mkdir()
        return made

    def _link(self) -> None:
        for name in ("logs", "checkpoints"):
            shutil.rmtree(self.home / "linked" / name, ignore_errors=True)
            (self.home / "linked" / name).symlink_to(self.home / "precious")
        for name in ("run.lock", "report.html", "model.img"):
            (self.home / "linked" / name).unlink(missing_ok=True)
            (self.home / "linked" / name).symlink_to(self.home / "precious" / "notes.txt")
        (self.home / "run" / "mine" / "link").symlink_to(self.home / "precious")
        (self.home / "out" / "link").symlink_to(self.home / "precious" / "notes.txt")
        if hasattr(os, "mkfifo"):
            os.mkfifo(self.home / "out" / "pipe")

    def words(self, case: Case) -> list[str]:
        """A command line with the paths of these folders."""
        return [word.replace("@", f"{self.home}{os.sep}") for word in case.words]

    def watch(self) -> Watch:
        """What is there now of the person's own."""
        own = {self.home / "run" / name for name in OWN} | {self.home / "run" / "mine" / "link"}
        folders = ("linked", "foreign", "other", "out", "precious", "data")
        for folder in folders:
            own |= {
                path for path in (self.home / folder).rglob("*") if path.is_symlink() or not path.is_dir()
            }
        return Watch(self, {path: _state(path) for path in sorted(own)}, set(self._whole()))

    def _whole(self) -> Iterable[Path]:
        """What is in the folders in which nothing may appear."""
        for folder in ("foreign", "other", "out", "precious", "data"):
            yield from (self.home / folder).rglob("*")


@dataclass(frozen=True)
class Watch:
    """The person's files as they were."""

    folders: Folders
    before: dict[Path, tuple[object, ...]]
    whole: set[Path]

    def changes(self) -> list[str]:
        """What became of them since, a line each: nothing, when all is well."""
        gone = [f"gone: {path}" for path in self.before if not os.path.lexists(path)]
        changed = [
            f"changed: {path}"
            for path, state in self.before.items()
            if os.path.lexists(path) and _state(path) != state
        ]
        new = [f"new: {path}" for path in sorted(set(self.folders._whole()) - self.whole)]
        return gone + changed + new


@dataclass(frozen=True)
class Case:
    """A command line, `@` standing for the folders, and the code of the error that it ends with, or ''.

    `is_stopped`: it works until it is stopped.
    """

    words: tuple[str, ...]
    code: str = ""
    is_stopped: bool = False

    @property
    def name(self) -> str:
        """For a person."""
        return " ".join(self.words)


def case(words: str, code: str = "", *, is_stopped: bool = False) -> Case:
    """The case of a command line."""
    return Case(tuple(words.split()), code, is_stopped)


_RUN = "run --data @data --image-size 32"

CASES = (
    *(case(f"demo --out @{name}", "not-empty") for name in ("foreign", "out", "data")),
    case("demo --out @other", "run-record-damaged"),
    case("demo --out @out/photo.jpg", "not-a-folder"),
    *(case(f"{_RUN} --out @{name}", "not-empty") for name in ("foreign", "out", "data")),
    case(f"{_RUN} --out @other", "run-record-damaged"),
    case(f"{_RUN} --out @other --from train", "run-record-damaged"),
    case(f"{_RUN} --out @foreign --from train", "run-not-found"),
    case("run --resume --out @foreign", "run-not-found"),
    case("run --resume --out @other", "run-record-damaged"),
    case("run --resume --out @linked", "not-replaceable"),
    case("run --from huffman --out @linked", "not-replaceable"),
    case("run --resume --out @run"),
    case("run --resume --out @run --board esp32-cam"),
    case("run --resume --out @run --trace @out/trace.json", "output-exists"),
    case("run --resume --out @run --trace @out/link --force", "not-replaceable"),
    case("run --resume --out @run --trace @new/trace.json"),
    *(case(f"explore --data @data --out @{name}", "not-empty") for name in ("foreign", "out", "data", "run")),
    case("explore --data @data --out @other", "exploration-damaged"),
    case("explore --data @data --out @out/photo.jpg", "not-a-folder"),
    case("data @data"),
    case("data @foreign", "data-no-pictures"),
    case("data @data --map @out/model.tflite", "output-exists"),
    case("data @data --map @out/link --force", "not-replaceable"),
    case("data @data --map @new/deep/map.csv"),
    case("evaluate @run/int8.tflite --data @data", "model-other-classes"),
    case("predict @run/huffman.tflite @data/cat/000.jpg"),
    case("inspect @run/int8.tflite"),
    case("compress @run/int8.tflite -o @out/model.tflite", "output-exists"),
    case("compress @run/int8.tflite -o @out/link --force", "not-replaceable"),
    case("compress @run/int8.tflite -o @out/pipe --force", "not-replaceable"),
    case("compress @run/int8.tflite -o @run/int8.tflite --force", "usage"),
    case("compress @run/int8.tflite -o @new/deep/model.tflite"),
    case("boards --run @run"),
    case("boards --remove esp32-cam", "board-not-own"),
    case("weights list"),
    case("flash @foreign --port virtual", "run-not-found"),
    case("flash @other --port virtual", "run-record-damaged"),
    case("flash @linked --port virtual", "not-replaceable"),
    case("flash --port virtual --backup @out/backup.bin", "output-exists"),
    case("flash --port virtual --backup @out/pipe --force", "not-replaceable"),
    case("flash --port virtual --backup @out/flash.bin --restore @out/flash.bin --force", "usage"),
    case("flash --port virtual --restore @out/backup.bin", "backup-unusable"),
    case("flash @run --port virtual"),
    case("watch --port virtual --pictures @data", "usage"),
    case("virtual-board --flash @out/flash.bin", "flash-file-size"),
    case("virtual-board --flash @out/project", "not-replaceable"),
    case("virtual-board --flash @new/flash.bin --camera @data", is_stopped=True),
    *(case(f"export @run --as {form} --out @out/project", "not-empty") for form in ("c-array", "esp-idf")),
    *(case(f"export @run --as tflite --out @{name}", "not-empty") for name in ("run", "data")),
    case("export @run --as tflite --out @out/model.tflite", "output-exists"),
    case("export @run --as zip --out @out/model.zip", "output-exists"),
    case("export @run --as zip --out @out/link --force", "not-replaceable"),
    case("export @run --as zip --out @out/project --force", "not-replaceable"),
    case("export @run --as c-array --out @out/photo.jpg --force", "not-a-folder"),
    case("export @run --as esp-idf --out @out/model.zip/project", "not-a-folder"),
    case("export @foreign --as zip --out @new/none.zip", "run-not-found"),
    case("export @run --as esp-idf --out @new/deep/project"),
    case("report @run -o @out/report.html", "output-exists"),
    case("report @run -o @out/project --force", "not-replaceable"),
    case("report @foreign", "run-not-found"),
    case("report @other", "run-record-damaged"),
    case("report @linked", "not-replaceable"),
    case("report @run"),
    case("report @foreign --tensorboard", "run-not-found"),
    case("report @linked --tensorboard", "not-replaceable"),
    case("report @run --tensorboard -o @new/logs", "usage"),
    case("report @run --tensorboard"),
    case("tensorboard @foreign", "run-not-found"),
    case("tensorboard @other", "run-record-damaged"),
    case("tensorboard @linked", "not-replaceable"),
    case("tensorboard @run", is_stopped=True),
    case("yardstick @foreign", "run-not-found"),
    case("yardstick @other", "run-record-damaged"),
    case("yardstick @linked", "not-replaceable"),
    case("clean @foreign", "run-not-found"),
    case("clean @other", "run-record-damaged"),
    case("clean @linked", "not-replaceable"),
    case("clean @run"),
    case("doctor"),
    case("licences"),
    case("self-test", is_stopped=True),
)
"""Every command, with every way of naming a folder or a file of the person's own."""


@contextlib.contextmanager
def user_files(ground: Ground) -> Iterator[Try]:
    """Each command line with a run that was really made, in the folder for results, as a person has it."""
    unbroken = ground.run()

    def try_one(round_: Round) -> list[str]:
        case_ = CASES[round_.number % len(CASES)]
        folders, account = Folders.made(round_.folder / "home", unbroken), round_.folder / "account"
        watch = folders.watch()
        words = (*folders.words(case_), *(() if case_.is_stopped else ("--json",)))
        with ground.started(round_.mark, account, *words, cwd=folders.home / "out") as process:
            if case_.is_stopped:
                assert process.stdout is not None
                process.stdout.readline()
                process.send_signal(signal.SIGINT)
            said = ground.said(process)
        changes = watch.changes()
        require(not changes, f"{case_.name}: {changes}")
        require(
            case_.is_stopped or said.code == case_.code, f"{case_.name} ends with {said.code}: {said.errors}"
        )
        ground.require_gone(round_.mark)
        return [said.code]

    yield try_one


ATTACKS = (
    Attack(
        "runs", "user-files", "every command among a person's own files", len(CASES), user_files, seconds=4.0
    ),
)


def write_files(folder: Path, names: Iterable[str]) -> None:
    """Write files of which each holds its name."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{name} is mine\n", encoding="utf-8")


def _state(path: Path) -> tuple[object, ...]:
    status = path.lstat()
    if stat.S_ISLNK(status.st_mode):
        return "link", os.readlink(path)  # noqa: PTH115
    if not stat.S_ISREG(status.st_mode):
        return "other", stat.S_IFMT(status.st_mode)
    return "file", stat.S_IMODE(status.st_mode), path.read_bytes()
