"""Run folders with a damaged file, through every command that reads the file."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

import msgspec

from core.requests import (
    BoardsRequest,
    CleanRequest,
    ExportForm,
    ExportRequest,
    FlashPlanRequest,
    LiveRequest,
    ReportRequest,
    RunRequest,
)
from tests.builders.images import encoded, noise
from tests.builders.virtual_boards import board_image
from tests.torture.attacks import Attack, Ground, Round, Try, require
from tests.torture.damage import damaged, damaged_json, damaged_lines, damaged_zip
from tests.torture.data_files import predict_job
from tests.torture.model_files import copied, inspect_job
from tests.torture.warm import Job, Warm

_NO_BOARD = "port-not-found"
_HUGE = 20 << 30
"""What a file claims to be that takes a few bytes on the disk."""
_DRAWN = 6
"""So often jobs are drawn, each form of export and both models are among them."""
_CHECKPOINTS = 0.01
"""How many of the rounds damage a checkpoint: going on from it takes seconds."""
_OF_A_RUN: dict[str, Callable[[bytes, Random], bytes]] = {
    "run.json": damaged_json,
    "summary.json": damaged_json,
    "data.json": damaged_json,
    "events.jsonl": damaged_lines,
    "labels.txt": damaged,
    "samples.npz": damaged_zip,
    "details/train.json": damaged_json,
    "details/prune.json": damaged_json,
    "details/quantize.json": damaged_json,
    "details/huffman.json": damaged_json,
    "int8.tflite": damaged,
    "huffman.tflite": damaged,
    "model.img": damaged,
    "run.lock": damaged,
    "checkpoints/prune-last.npz": damaged_zip,
    "checkpoints/prune-trained.npz": damaged_zip,
    "checkpoints/prune-plan.json": damaged_json,
    "checkpoints/train-trained.npz": damaged_zip,
}


def _replaced(path: Path, content: bytes, random: Random) -> None:
    """Another kind of thing in the place of a file, or nothing."""
    path.unlink(missing_ok=True)
    kind = random.choice(("missing", "folder", "link", "loop", "other", "huge"))
    if kind == "folder":
        path.mkdir()
        (path / "notes.txt").write_text("mine")
    elif kind == "link":
        path.symlink_to("nowhere")
    elif kind == "loop":
        path.symlink_to(path.name)
    elif kind == "other":
        path.write_bytes(random.randbytes(len(content)))
    elif kind == "huge":
        path.write_bytes(content)
        os.truncate(path, _HUGE)


@contextlib.contextmanager
def run_files(ground: Ground) -> Iterator[Try]:
    """A run folder with a damaged file: shown beside a good one, opened, and used by what reads the file.

    What that is, an undamaged run says. Another kind of thing in a file's place is met by all commands.
    """
    place = ground.place / "among-runs"
    place.mkdir()
    run = ground.run()
    base = copied(run, place / "base")
    (base / "model.img").write_bytes(board_image())
    image = place / "image.png"
    image.write_bytes(encoded(noise(3)))
    good = inspect_job(base / "int8.tflite")
    checkpoints = [one for one in _OF_A_RUN if one.startswith("checkpoints")]
    names = [one for one in _OF_A_RUN if one not in checkpoints]
    names += [one for one in names if one.endswith(".json")]
    with Warm(ground, "run files", good) as warm:
        reads = _reads(warm, base, place / "asked", image)

        def try_one(round_: Round) -> list[str]:
            random, home = round_.random, round_.folder
            copied(base, home / "good")
            folder = copied(base, home / "damaged")
            is_checkpoint = random.random() < _CHECKPOINTS
            name_ = random.choice(checkpoints if is_checkpoint else names)
            path = folder / name_
            content = (base / name_).read_bytes() if (base / name_).is_file() else b"{}"
            is_replaced = random.random() < 0.15
            if is_replaced:
                _replaced(path, content, random)
            else:
                path.write_bytes(_OF_A_RUN[name_](content, random))
            listed = warm.do(Job(reader="start page", file=str(home)))
            require("good:done" in listed.figures, f"the good run is not listed: {listed.figures}")
            if is_checkpoint:
                return [_goes_on(folder, warm)]
            if random.random() < 0.5:
                _with_right_hash(folder, name_)
            codes = [
                warm.do(job).code
                for job, read in zip(_jobs_on(folder, image, random), reads, strict=True)
                if is_replaced or name_ in read
            ]
            if round_.number % 20 == 0:
                warm.do_good()
            return [next((code for code in codes if code not in ("", _NO_BOARD)), "")]

        yield try_one


def _reads(warm: Warm, base: Path, home: Path, image: Path) -> Sequence[frozenset[str]]:
    """Which files of a run each job reads, in whatever way it is drawn."""
    found: list[set[str]] = [set() for _ in _jobs_on(base, image, Random(0))]
    for seed in range(_DRAWN):
        folder = copied(base, home / str(seed) / "run")
        for read, job in zip(found, _jobs_on(folder, image, Random(seed)), strict=True):
            read |= set(warm.do(msgspec.structs.replace(job, within=str(folder))).opened)
    return [frozenset(read) for read in found]


def _jobs_on(folder: Path, image: Path, random: Random) -> Sequence[Job]:
    """What is done with a run: those that change it last."""
    run = str(folder)
    out = folder.parent / "out"
    forms: tuple[ExportForm, ...] = ("tflite", "c-array", "esp-idf", "zip")
    form = random.choice(forms)
    return [
        Job(reader="open run", file=run),
        # It compares a board with the run, of which it reads all that before it looks for the board.
        Job(request=LiveRequest(run=run, port=str(folder.parent / "no port"))),
        Job(request=BoardsRequest(run=run)),
        Job(request=FlashPlanRequest(run=run, virtual=True)),
        Job(request=ExportRequest(run=run, form=form, output=str(out))),
        predict_job(folder / random.choice(("int8.tflite", "huffman.tflite")), image),
        Job(request=ReportRequest(run=run)),
        Job(request=ReportRequest(run=run, tensorboard=True)),
        # With settings that nothing was made with yet it would train.
        Job(request=RunRequest(folder=run), until="epoch-done"),
        Job(request=RunRequest(folder=run, start_from="huffman"), until="stage-started"),
        Job(request=CleanRequest(run=run)),
    ]


def _with_right_hash(folder: Path, name: str) -> None:
    """Make the record say that a file beside the models is what was written, if it can be said."""
    try:
        if any((folder / one).stat().st_size >= _HUGE for one in ("run.json", name)):
            return
        record = json.loads((folder / "run.json").read_bytes())
        if name in record["files"]:
            record["files"][name] = hashlib.sha256((folder / name).read_bytes()).hexdigest()
            (folder / "run.json").write_text(json.dumps(record))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        # The record itself is damaged, or the file is none.
        return


def _goes_on(folder: Path, warm: Warm) -> str:
    """The code that a run ends with whose pruning goes on from damaged checkpoints."""
    record = json.loads((folder / "run.json").read_bytes())
    record["stages"]["prune"]["state"] = "started"
    (folder / "run.json").write_text(json.dumps(record))
    return warm.do(Job(request=RunRequest(folder=str(folder), until="prune"), until="epoch-done")).code


ATTACKS = (Attack("files", "run-files", "damaged files of run folders", 2000, run_files, seconds=0.5),)
