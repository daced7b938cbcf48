"""Damaged models, weights and firmware bundles, through every command that reads them."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

import msgspec

from core.boards.link.frames import Message, encode_frame
from core.boards.link.messages import AskHello, AskLabels, BeginImage, Predict, to_frame
from core.boards.model_image import HASHED_FROM, HEADER, parse_model_image
from core.boards.profiles import board_profile
from core.boards.virtual.chips import blank_flash
from core.boards.virtual.model_process import ModelProcess
from core.boards.virtual.program import Booter
from core.compression.coding import compress_model
from core.errors import SqueezeError
from core.requests import (
    CompressRequest,
    InspectRequest,
    RunRequest,
)
from core.settings import HuffmanSettings, RunSettings
from core.task import Task
from tests.builders.bundles import write_bundle
from tests.builders.published_squeezenet import random_weights
from tests.builders.tflite_models import (
    branching_model,
    conv_model,
    int4_model,
    pairwise_model,
    repeated_model,
)
from tests.builders.torch_files import (
    EMPTY_TUPLE,
    MARK,
    REDUCE,
    TUPLE,
    name,
    number,
    ordered_dictionary,
    pickled,
    storage,
    tensor,
    text,
    weights_file,
    zip_file,
)
from tests.builders.virtual_boards import ESP32, board_image, flash_parts
from tests.torture.attacks import Attack, Ground, Round, Try, require
from tests.torture.boards import Wire
from tests.torture.damage import damaged, damaged_model, damaged_zip
from tests.torture.data_files import CLASSES, evaluate_job, good_images, predict_job, small_model
from tests.torture.warm import Job, Warm


def inspect_job(model: Path) -> Job:
    """Say what is in a model file."""
    return Job(request=InspectRequest(model=str(model)))


# .tflite


@functools.cache
def _models() -> tuple[bytes, ...]:
    """Plain and coded models of all kinds."""
    plain = [small_model(), conv_model(), int4_model(), branching_model(), repeated_model(), pairwise_model()]
    return (*plain, *(compress_model(one, Task(), HuffmanSettings()).model for one in plain))


@contextlib.contextmanager
def models(ground: Ground) -> Iterator[Try]:
    """A damaged .tflite: inspected, Huffman-coded, asked for a class, and measured."""
    place = ground.place / "among-models"
    images, model = good_images(place / "images"), place / "model.tflite"
    model.write_bytes(small_model())
    image = next(images.rglob("*.jpg"))
    sources = _models()
    with Warm(ground, "models", predict_job(model, image)) as warm:

        def try_one(round_: Round) -> list[str]:
            given, coded = round_.folder / "given.tflite", round_.folder / "coded.tflite"
            damage = round_.random.choice((damaged, damaged_model, damaged_model))
            given.write_bytes(damage(round_.random.choice(sources), round_.random))
            inspected = warm.do(inspect_job(given))
            compressed = warm.do(Job(request=CompressRequest(model=str(given), output=str(coded))))
            if compressed.code:
                require(not coded.exists(), f"refused with {compressed.code}, and there is a file")
            elif round_.number % 5 == 0:
                require(not warm.do(inspect_job(coded)).code, "what was coded cannot be inspected")
            warm.do(predict_job(given, image))
            warm.do(evaluate_job(given, images))
            if round_.number % 20 == 0:
                warm.do_good()
            return [inspected.code or compressed.code]

        yield try_one


# Model images


@contextlib.contextmanager
def model_images(ground: Ground) -> Iterator[Try]:
    """A damaged model image in the flash of a virtual board, which boots, is asked, and boots a good one."""
    del ground
    profile = board_profile(ESP32)
    good = board_image()
    with ModelProcess() as process:
        booter = Booter(profile, process)

        def booted(image: bytes, random: Random) -> tuple[str, int]:
            """The code that the image is refused with, and how many answers the board gives."""
            flash = blank_flash(profile.flash_bytes)
            for offset, content in flash_parts(image[: profile.flash_bytes // 2]):
                flash.program(offset, content)
            wire = Wire()
            program = booter(flash, wire)
            questions: list[Message] = [AskHello(), AskLabels(0), BeginImage(8, 8, 3), Predict()]
            for place, question in enumerate(questions, start=1):
                program.receive(encode_frame(to_frame(question, place)))
            program.receive(random.randbytes(200))
            answers = len(wire.answers())
            try:
                parse_model_image(image)
            except SqueezeError as error:
                return error.code, answers
            return "", answers

        def try_one(round_: Round) -> list[str]:
            image = _damaged_image(good, round_.random)
            code, answers = booted(image, round_.random)
            require(answers >= 4, f"the board gives {answers} answers to 4 questions")
            if round_.number % 10 == 0:
                code_of_good, answers = booted(good, round_.random)
                require(
                    (code_of_good, answers) == ("", 4), f"a good image: {code_of_good}, {answers} answers"
                )
            return [code]

        yield try_one


def _damaged_image(good: bytes, random: Random) -> bytes:
    """Damage that the hash shows, and damage behind a hash that is right."""
    if random.random() < 0.3:
        return damaged(good, random)
    if random.random() < 0.5:
        head = damaged(good[: HEADER.size], random)
        image = head + good[HEADER.size :]
    else:
        start = random.randrange(HASHED_FROM, len(good))
        image = good[:start] + damaged(good[start:], random)
    row = next(row for row in HEADER.rows if row.name == "total_bytes")
    image = image[: row.offset] + len(image).to_bytes(4, "little") + image[row.offset + 4 :]
    digest = hashlib.sha256(image[HASHED_FROM:]).digest()
    return image[: HASHED_FROM - len(digest)] + digest + image[HASHED_FROM:]


# .keras


@contextlib.contextmanager
def networks(ground: Ground) -> Iterator[Try]:
    """A damaged .keras: inspected, asked, measured, and quantized as part of a run that is somebody's own."""
    place = ground.place / "among-networks"
    images = good_images(place / "images")
    run = ground.run()
    content = (run / "pruned.keras").read_bytes()
    image = next(images.rglob("*.jpg"))
    with Warm(ground, "networks", predict_job(run / "pruned.keras", image)) as warm:

        def try_one(round_: Round) -> list[str]:
            damage = round_.random.choice((damaged, damaged_zip, damaged_zip, damaged_zip))
            folder = copied(run, round_.folder / "run")
            given = folder / "pruned.keras"
            given.write_bytes(damage(content, round_.random))
            inspected = warm.do(inspect_job(given))
            warm.do(predict_job(given, image))
            warm.do(evaluate_job(given, images))
            with_right_sum(folder, "prune", given)
            request = RunRequest(folder=str(folder), start_from="quantize")
            is_whole = bool(inspected.code) or round_.random.random() < 0.1
            ran = warm.do(Job(request=request, until="epoch-done" if is_whole else "stage-started"))
            require(not inspected.code or ran.code, "a run takes what cannot be inspected")
            if round_.number % 20 == 0:
                warm.do_good()
            return [inspected.code]

        yield try_one


def copied(run: Path, folder: Path) -> Path:
    """A copy of a run to be damaged."""
    shutil.copytree(run, folder)
    return folder


def with_right_sum(folder: Path, stage: str, file: Path) -> None:
    """Make a run's record say that a file is what its stage wrote."""
    record = json.loads((folder / "run.json").read_bytes())
    record["stages"][stage]["sha256"] = hashlib.sha256(file.read_bytes()).hexdigest()
    (folder / "run.json").write_text(json.dumps(record))


# .pth


def _wicked_weights(path: Path, random: Random) -> None:
    """A file that is well formed and asks for something else than weights."""
    kind = random.choice(("call", "huge", "views", "deep", "many", "compressed", "strides", "bomb"))
    hook = name(random.choice(("os", "builtins", "posix")), random.choice(("system", "exec", "eval")))
    values = {
        "call": hook + MARK + text("touch escaped") + TUPLE + REDUCE,
        "huge": tensor(storage("0", "f4", 1 << 60, in_stream=False), (1 << 30, 1 << 30)),
        "views": tensor(storage("0", "f4", 4, in_stream=False), (1 << 20, 1 << 20), (0, 0)),
        "deep": MARK * 1_000_000,
        "many": (text("x" * 1000) + b"\x940") * 900_000,
        "strides": tensor(storage("0", "f4", 4, in_stream=False), (2, 2), (1 << 62, 1), 1 << 62),
        "bomb": number(1 << 20) + b"\x85" * 100_000,
    }
    value = values.get(kind, EMPTY_TUPLE)
    whole = pickled(ordered_dictionary({"features.0.weight": value}))
    zip_file(path, whole, {"0": bytes(16)})
    if kind == "compressed":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("archive/data.pkl", bytes(64 << 20))


@contextlib.contextmanager
def weights(ground: Ground) -> Iterator[Try]:
    """Damaged start weights, read as training reads them, and now and then by a run."""
    place = ground.place / "among-weights"
    place.mkdir()
    arrays = random_weights("squeezenet-1.1", len(CLASSES), 0.125)
    files = [weights_file(place / "zip.pth", arrays), weights_file(place / "old.pth", arrays, in_stream=True)]
    contents = [path.read_bytes() for path in files]
    with Warm(ground, "weights", Job(reader="start weights", file=str(files[0]))) as warm:

        def try_one(round_: Round) -> list[str]:
            random, given = round_.random, round_.folder / "given.pth"
            if random.random() < 0.15:
                _wicked_weights(given, random)
            elif random.random() < 0.4:
                given.write_bytes(damaged_zip(contents[0], random))
            else:
                given.write_bytes(damaged(random.choice(contents), random))
            done = warm.do(Job(reader="start weights", file=str(given)))
            if round_.number % 25 == 0:
                _through_a_run(round_, warm, given, done.code)
                warm.do_good()
            return [done.code]

        yield try_one


def _through_a_run(round_: Round, warm: Warm, weights_: Path, code: str) -> None:
    record = json.loads((round_.ground.run() / "run.json").read_bytes())
    settings = record["settings"]
    settings["network"] = {"name": "squeezenet-1.1", "width": 0.125}
    settings["train"]["start_weights"] = str(weights_)
    request = RunRequest(folder=str(round_.folder / "new"), settings=msgspec.convert(settings, RunSettings))
    done = warm.do(Job(request=request, until="epoch-done"))
    require(done.code == code, f"the run says {done.code or 'nothing'}, the reader {code or 'nothing'}")


# Firmware


@contextlib.contextmanager
def firmware(ground: Ground) -> Iterator[Try]:
    """A damaged firmware bundle, as it is imported."""
    good = write_bundle(ground.place / "good-bundle.zip")
    content = good.read_bytes()
    with Warm(ground, "firmware", Job(reader="firmware", file=str(good))) as warm:

        def try_one(round_: Round) -> list[str]:
            given = round_.folder / "given.zip"
            damage = round_.random.choice((damaged, damaged_zip))
            given.write_bytes(damage(content, round_.random))
            done = warm.do(Job(reader="firmware", file=str(given)))
            if round_.number % 20 == 0:
                warm.do_good()
            return [done.code]

        yield try_one


ATTACKS = (
    Attack("files", "models", "damaged .tflite files", 2000, models, seconds=0.3, short=25),
    Attack("files", "board-images", "damaged model images", 1000, model_images, seconds=0.05, short=40),
    Attack("files", "networks", "damaged .keras files", 500, networks, seconds=0.8),
    Attack("files", "weights", "damaged .pth files", 500, weights, seconds=0.1, short=20),
    Attack("files", "firmware", "damaged firmware bundles", 300, firmware, seconds=0.1, short=20),
)
