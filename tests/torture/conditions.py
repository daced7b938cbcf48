"""Runs under odd conditions: a clock that goes back, two at once, odd names, decimal commas."""

from __future__ import annotations

import contextlib
import functools
import os
import subprocess
import time
from collections.abc import Iterator

from tests.builders.images import contents_of, write_classes, write_zip
from tests.torture.attacks import Attack, Ground, Round, Try, require
from tests.torture.working import (
    RESULT,
    copied,
    require_same,
    require_whole,
    squeezed,
    wait_a_moment,
    working,
)

_YEAR = 365 * 24 * 3600
_CLOCK = """
import itertools, time
_time, _ns, _calls, _back = time.time, time.time_ns, itertools.count(), {back}
time.time = lambda: _time() - (_back if next(_calls) > {calls} else 0)
time.time_ns = lambda: _ns() - (_back * 10**9 if next(_calls) > {calls} else 0)
"""
_COMMA = (
    "import locale\nlocale.setlocale(locale.LC_ALL, '')\nassert locale.localeconv()['decimal_point'] == ','\n"
)


def _python_with(round_: Round, code: str) -> dict[str, str]:
    """The environment for Pythons that run some code when they start, before anything of the program."""
    place = round_.folder / "first"
    place.mkdir()
    (place / "sitecustomize.py").write_text(code)
    own = round_.ground.environment(round_.mark, round_.folder / "account")["PYTHONPATH"]
    return {"PYTHONPATH": os.pathsep.join((own, str(place)))}


@contextlib.contextmanager
def clock(ground: Ground) -> Iterator[Try]:
    """A clock that goes back by a year in the middle of a run, over files of next year."""
    unbroken = ground.run()

    def try_one(round_: Round) -> list[str]:
        folder = copied(unbroken, round_.folder / "run")
        future = time.time() + _YEAR
        for path in (folder, *folder.rglob("*")):
            os.utime(path, (future, future))
        code = _CLOCK.format(back=_YEAR, calls=round_.random.choice((0, 20, 200)))
        environment = _python_with(round_, code)
        squeezed(round_, "run", "--out", folder, "--from", "quantize", environment=environment)
        require_same(folder, unbroken)
        squeezed(round_, "report", folder, environment=environment)
        return [""]

    yield try_one


@contextlib.contextmanager
def two_at_once(ground: Ground) -> Iterator[Try]:
    """Two runs that begin in one folder, and a clean, an export and a report in the middle of it."""
    unbroken = ground.run()

    def try_one(round_: Round) -> list[str]:
        folder = copied(unbroken, round_.folder / "run")
        words = ("run", "--out", folder, "--from", "quantize")
        with working(round_, *words) as first:
            wait_a_moment(round_, first, round_.random.random() * 3)
            codes = []
            for others in (words, ("clean", folder), ("report", folder), ("export", folder, "--as", "zip")):
                out = ("--out", round_.folder / "model.zip") if others[0] == "export" else ()
                said = round_.ground.squeeze(
                    f"{round_.mark}-2", round_.folder / "second", *others, *out, ok=False
                )
                require(
                    said.code or said.exit_code == 0, f"{others[0]} ends with {said.exit_code}: {said.errors}"
                )
                codes.append(said.code)
            first.wait_for_end()
        ends = (first.code, codes[0])
        require(sorted(ends) == ["", "run-in-use"], f"two runs at once end with {ends}: {first.said}")
        squeezed(round_, "run", "--resume", "--out", folder)
        same = (folder / RESULT).read_bytes() == (unbroken / RESULT).read_bytes()
        require(same, f"{RESULT} is not that of the unbroken run")
        require_whole(folder)
        return [codes[0]]

    yield try_one


_NAMES = (
    *("with spaces  and two", "Eichhörnchen Süß", "📷 photos 🐿️", "n" * 200, 'quote\'s "and" $HOME', "-rf"),
    *("line\nbreak", "한국어 폴더", "percent %20 {braces}", "trailing. ", "#hash ; semi & amp", "decimal"),
)


@contextlib.contextmanager
def names(ground: Ground) -> Iterator[Try]:
    """Run folders, data, images and outputs with odd names; the last in a country with decimal commas."""
    unbroken = ground.run()

    def try_one(round_: Round) -> list[str]:
        name = _NAMES[round_.number % len(_NAMES)]
        environment = _decimal_comma(round_) if name == "decimal" else {}
        home = round_.folder / name
        home.mkdir()
        do = functools.partial(squeezed, round_, environment=environment)
        folder, images = copied(unbroken, home / "run"), home / "images"
        # A class has no line break: it is one line of labels.txt.
        write_classes(images, {"cat " + name[:100].replace("\n", " "): 6, "Hund": 6})
        image = next(images.rglob("*.jpg"))
        do("run", "--out", folder, "--from", "huffman")
        require_same(folder, unbroken)
        do("data", images)
        do("data", write_zip(home / "images.zip", contents_of(images)))
        do("evaluate", folder / "int8.tflite")
        do("predict", folder / "huffman.tflite", image)
        do("report", folder, "-o", home / "report.html")
        do("export", folder, "--as", "zip", "--out", home / "model.zip")
        do("inspect", folder / "pruned.keras")
        do("compress", folder / "int8.tflite", "-o", home / "coded.tflite")
        do("clean", folder)
        return [""] * 10

    yield try_one


def _decimal_comma(round_: Round) -> dict[str, str]:
    """The environment of a German computer; its numbers have commas in all of a process."""
    locales = round_.folder / "locales"
    locales.mkdir()
    made = subprocess.run(
        ["localedef", "-i", "de_DE", "-f", "UTF-8", locales / "de_DE.UTF-8"], capture_output=True, check=False
    )
    require((locales / "de_DE.UTF-8").is_dir(), f"no German locale can be made: {made.stderr!r}")
    return _python_with(round_, _COMMA) | {"LOCPATH": str(locales), "LC_ALL": "de_DE.UTF-8"}


ATTACKS = (
    Attack("runs", "clock", "the clock set back midway", 2, clock, seconds=20.0),
    Attack("runs", "two", "two runs and other commands on one folder", 3, two_at_once, seconds=30.0),
    Attack("runs", "names", "odd names, decimal commas", 12, names, seconds=30.0),
)
