"""ImageNet weights by the command line: asked for, fetched from a server here, and started from."""

from __future__ import annotations

import json
import os
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.networks.start_weights import ADDRESS_VARIABLE
from core.runs.folder import RunFolder
from core.settings import changed, preset
from tests.builders.images import write_classes
from tests.builders.published_squeezenet import random_weights
from tests.builders.torch_files import weights_file
from tests.builders.web_server import (
    WebServer,
    closed_address,
    halting,
    published_name,
    web_server,
    whole,
    without_proxies,
)
from tests.e2e.squeeze import COMMAND, ROOT, squeeze_program, started


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Weights as torchvision publishes them."""
    path = tmp_path_factory.mktemp("weights") / "w.pth"
    return weights_file(path, random_weights("squeezenet-1.1", 1000, 1.0)).read_bytes()


@pytest.fixture
def server(file: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[WebServer]:
    without_proxies(monkeypatch)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with web_server({published_name(file): whole(file)}) as running:
        monkeypatch.setenv(ADDRESS_VARIABLE, running.address + published_name(file))
        yield running


def kept(tmp_path: Path) -> list[Path]:
    return [path for path in (tmp_path / "data").rglob("*") if path.is_file()]


def test_a_run_starts_from_weights_that_were_fetched(server: WebServer, file: bytes, tmp_path: Path) -> None:
    write_classes(tmp_path / "pets", {"cat": 10, "dog": 10})
    run = (
        *("run", "--data", tmp_path / "pets", "--out", tmp_path / "run", "--start-weights", "imagenet"),
        *("--image-size", "32", "--epochs", "1", "--until", "train"),
    )
    said = squeeze_program(*run)
    assert said.returncode == 2
    assert "error [weights-not-fetched]: " in said.stderr
    assert "squeeze weights fetch" in said.stderr
    assert not (tmp_path / "run").exists()

    said = squeeze_program("weights", "fetch", "--json")
    assert said.returncode == 0, said.stderr
    fetched = json.loads(said.stdout)
    assert (fetched["network"], fetched["state"]) == ("squeezenet-1.1", "fetched")
    assert Path(fetched["path"]).read_bytes() == file
    assert kept(tmp_path) == [Path(fetched["path"])]
    assert squeeze_program("weights", "fetch").returncode == 0
    assert len(server.asked) == 1

    said = squeeze_program(*run)
    assert said.returncode == 0, said.stderr
    made = RunFolder(tmp_path / "run").read_record().settings
    assert made.train.start_weights == "imagenet"
    # The preset is that for few images, but for what the options name.
    assert made.train == changed(preset("balanced", 14).train, start_weights="imagenet", epochs=1)
    assert made.prune == preset("balanced", 14).prune
    assert "from ImageNet weights" in (tmp_path / "run" / "report.html").read_text(encoding="utf-8")


@pytest.mark.usefixtures("server")
def test_the_list_tells_what_is_here_and_where(tmp_path: Path) -> None:
    before = json.loads(squeeze_program("weights", "list", "--json").stdout)
    assert [(one["network"], one["state"]) for one in before] == [
        ("squeezenet-1.1", "missing"),
        ("squeezenet-1.0", "missing"),
    ]
    assert "not downloaded" in squeeze_program("weights", "list").stdout
    squeeze_program("weights", "fetch")
    said = squeeze_program("weights", "list").stdout
    [path] = kept(tmp_path)
    assert str(path) in said
    assert said.count("not downloaded") == 1
    path.write_bytes(path.read_bytes()[:1000])
    assert "damaged" in squeeze_program("weights", "list", "squeezenet-1.1").stdout


def test_without_a_connection_it_says_so(
    server: WebServer, file: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ADDRESS_VARIABLE, "http://nowhere.invalid" + published_name(file))
    said = squeeze_program("weights", "fetch", "--json")
    assert said.returncode == 1
    assert json.loads(said.stdout)["error"]["code"] == "download-offline"
    assert "offline" in said.stderr
    monkeypatch.setenv(ADDRESS_VARIABLE, closed_address() + published_name(file))
    assert "error [download-failed]: " in squeeze_program("weights", "fetch").stderr
    assert kept(tmp_path) == []
    assert server.asked == []


def test_ctrl_c_stops_a_download_and_nothing_stays(server: WebServer, file: bytes, tmp_path: Path) -> None:
    going_on, reached = threading.Event(), threading.Event()
    halt = halting(file, going_on)

    def answer(handler: object) -> None:
        reached.set()
        halt(handler)  # type: ignore[arg-type]

    server.answers[published_name(file)] = answer
    with started("weights", "fetch") as process:
        assert reached.wait(60)
        process.terminate()
        said = process.communicate(timeout=30)[1]
        going_on.set()
        assert process.returncode == 130, said
    assert "Stopped." in said
    assert kept(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="needs a terminal")
@pytest.mark.parametrize(("answer", "code", "asked"), [("n\n", 130, 0), ("y\n", 0, 1)])
def test_at_a_terminal_the_person_is_asked_first(
    server: WebServer, tmp_path: Path, answer: str, code: int, asked: int
) -> None:
    person, terminal = os.openpty()
    os.write(person, answer.encode())
    done = subprocess.run(
        [*COMMAND, "weights", "fetch"],
        cwd=ROOT,
        stdin=terminal,
        stderr=terminal,
        stdout=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    os.close(terminal)
    shown = os.read(person, 1 << 16).decode()
    os.close(person)
    assert done.returncode == code
    assert "from 127.0.0.1? [y/N]" in shown
    assert len(server.asked) == asked
    assert len(kept(tmp_path)) == asked


@pytest.mark.parametrize("words", [("weights",), ("weights", "take"), ("weights", "fetch", "alexnet")])
def test_what_cannot_be_fetched_is_wrong_usage(words: tuple[str, ...]) -> None:
    said = squeeze_program(*words)
    assert said.returncode == 2
    assert "error [usage]: " in said.stderr
