"""The exported web page in Chromium: esptool-js flashes the virtual board, and the page talks with it.

Only `navigator.serial` is a stand-in: it carries the bytes and the lines between the browser and the board.
"""

from __future__ import annotations

import base64
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from core.boards.port_opening import open_port
from core.boards.virtual.cable import Faults
from core.boards.virtual.serving import RunningBoard, running_board
from core.deployment.exporting import export
from core.deployment.flashing import flash as flash_run
from core.export.web_page import PAGE_FILES
from core.requests import ExportRequest, FlashRequest
from tests.builders.bundles import write_bundle
from tests.builders.finished_runs import CLASSES, color_files, colored, finished_run, images
from tests.builders.golden import hexadecimal, records, value, values
from tests.builders.virtual_boards import ESP32_S3, board_settings
from tests.device.browser import Browser, browser, static_server
from tests.recording import RecordingTask
from tools.npm_packages import fetch_packages

BOARD = "esp32-cam"
AGREEMENT = "document.getElementById('agreement').textContent"
ANSWER = "document.getElementById('answer').textContent"
SURE_SCORE = 77


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The exported folder, for a model that is sure of plain red only."""
    fetch_packages()
    folder, patch = tmp_path_factory.mktemp("web"), pytest.MonkeyPatch()
    patch.setenv("XDG_DATA_HOME", str(folder / "share"))
    run = finished_run(folder / "run", BOARD, color_files(), SURE_SCORE)
    request = ExportRequest(
        run=str(run.path),
        form="web",
        output=str(folder / "page"),
        firmware=str(write_bundle(folder / "bundle.zip")),
    )
    export(request, RecordingTask())
    patch.undo()
    return folder / "page"


@pytest.fixture(scope="module")
def port(page: Path) -> Iterator[int]:
    with static_server(page) as number:
        yield number


@pytest.fixture(scope="module")
def address(port: int) -> str:
    return f"http://localhost:{port}/"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as started:
        yield started


@pytest.fixture
def board(chromium: Browser, tmp_path: Path) -> Iterator[RunningBoard]:
    """A blank board with a camera, on the browser's serial port."""
    camera = tmp_path / "camera"
    camera.mkdir()
    Image.fromarray(colored(250, 20, 20)).resize((96, 96)).save(camera / "red.png")
    with running_board(board_settings(BOARD, camera=str(camera))) as running:
        chromium.do("board", address=running.address)
        yield running
        chromium.do("open", url="about:blank")


def flash(chromium: Browser) -> None:
    chromium.click("flash")
    chromium.settled()


def problem(chromium: Browser) -> str:
    chromium.until("document.getElementById('problem').hidden", lambda hidden: not hidden)
    return chromium.text("problem")


def test_the_board_is_flashed_and_agrees_on_all_ten_images(
    chromium: Browser, board: RunningBoard, address: str, page: Path
) -> None:
    chromium.open(address)
    before = len(chromium.do("requests"))
    chromium.click("flash")
    percent = chromium.until("document.getElementById('percent').textContent", lambda text: text == "100 %")
    assert len(percent) > 3
    assert chromium.until(AGREEMENT, lambda text: text.endswith("/10"))[-1] == "board agrees 10/10"
    chromium.settled()
    assert chromium.text("problem") == ""
    assert "The board is connected." in chromium.says()
    run = json.loads((page / "run.json").read_text(encoding="utf-8"))
    file = (page / "flash.bin").read_bytes()
    parts = [(one["offset"], one["bytes"]) for one in run["flash"]["parts"]]
    assert len(parts) == 4
    for offset, size in parts:
        assert board.flash.read(offset, size) == file[offset : offset + size]
    hosts = {re.split(r"[/?]", one)[2] for one in chromium.do("requests")[before:]}
    assert {host.partition(":")[0] for host in hosts} <= {"localhost", "127.0.0.1"}


def png(image: NDArray[np.uint8]) -> str:
    file = io.BytesIO()
    Image.fromarray(image).save(file, "png")
    return base64.b64encode(file.getvalue()).decode()


def choose(chromium: Browser, name: str, content: str) -> None:
    """Choose a file, its content in base64, as the dialog of the browser would."""
    chromium.run(
        f"""(() => {{
            const bytes = Uint8Array.from(atob("{content}"), (one) => one.charCodeAt(0));
            const files = new DataTransfer();
            files.items.add(new File([bytes], "{name}"));
            const target = document.getElementById("file");
            target.files = files.files;
            target.dispatchEvent(new Event("change"));
        }})()"""
    )


def test_it_shows_what_the_board_sees(chromium: Browser, board: RunningBoard, address: str) -> None:
    chromium.open(address)
    flash(chromium)
    choose(chromium, "red.png", png(colored(250, 20, 20)))
    chromium.until(ANSWER, lambda text: text == CLASSES[0])
    assert CLASSES[1] in chromium.text("classes")
    assert "virtual board" in chromium.text("time")
    choose(chromium, "noise.png", png(images(1)[0]))
    chromium.until(ANSWER, lambda text: text == "Not sure")
    choose(chromium, "words.png", base64.b64encode(b"no image").decode())
    assert "words.png is not a readable image" in problem(chromium)
    chromium.click("camera")
    chromium.until(ANSWER, lambda text: text == CLASSES[0])
    assert chromium.run("document.getElementById('view').width") > 0
    chromium.click("stop")
    # Chromium's own stand-in for a camera is green.
    chromium.click("webcam")
    chromium.until(ANSWER, lambda text: text == CLASSES[1])
    chromium.click("stop")
    chromium.click("disconnect")
    chromium.until("document.getElementById('live').hidden", bool)
    # The port is free again.
    open_port(board.address, 115200).close()


def test_a_board_that_was_flashed_is_connected_to_without_flashing(
    chromium: Browser, board: RunningBoard, address: str, tmp_path: Path
) -> None:
    chromium.open(address)
    chromium.click("connect")
    chromium.settled()
    assert "The board does not answer." in problem(chromium)
    other = finished_run(tmp_path / "other", BOARD)
    flash_run(FlashRequest(port=board.address, run=str(other.path)), RecordingTask())
    chromium.click("connect")
    chromium.settled()
    assert "The board has another model." in problem(chromium)
    flash(chromium)
    before = board.flash.read(0, board.flash.size)
    chromium.open(address)
    chromium.click("connect")
    chromium.until(AGREEMENT, lambda text: text == "board agrees 10/10")
    assert board.flash.read(0, board.flash.size) == before


def test_a_pulled_cable_is_told_and_the_board_can_be_flashed_again(
    chromium: Browser, board: RunningBoard, address: str
) -> None:
    chromium.open(address)
    board.board.set_faults(Faults(cut_at=18_000))
    flash(chromium)
    assert "connection to the board was lost" in problem(chromium)
    flash(chromium)
    assert chromium.text("problem") == ""
    assert chromium.text("agreement") == "board agrees 10/10"
    # Once more, while nothing is asked of the board.
    board.board.set_faults(Faults(cut_at=1))
    choose(chromium, "red.png", png(colored(250, 20, 20)))
    assert "connection to the board was lost" in problem(chromium)
    assert chromium.text("live") == ""


def test_another_chip_is_refused_before_anything_is_written(chromium: Browser, address: str) -> None:
    with running_board(board_settings(ESP32_S3)) as board:
        chromium.do("board", address=board.address)
        before = board.flash.read(0, board.flash.size)
        chromium.open(address)
        flash(chromium)
        assert "The chip of this board is ESP32-S3, not ESP32." in problem(chromium)
        assert board.flash.read(0, board.flash.size) == before


def test_a_port_in_use_and_none_at_all_are_told(chromium: Browser, board: RunningBoard, address: str) -> None:
    chromium.open(address)
    other = open_port(board.address, 115200)
    try:
        for button in ("flash", "connect"):
            chromium.click(button)
            chromium.settled()
            assert "Another program is using the port." in problem(chromium)
    finally:
        other.close()
    chromium.run("window.refuseToChoose = true")
    flash(chromium)
    assert chromium.text("problem") == ""
    assert "No port was chosen" in chromium.text("status")


def test_a_board_that_does_not_enter_its_boot_loader_gets_the_advice_about_buttons(
    chromium: Browser, board: RunningBoard, address: str
) -> None:
    board.board.set_faults(Faults(boot_pin_stuck=True))
    chromium.open(address)
    flash(chromium)
    assert "Hold BOOT" in problem(chromium)


def test_half_of_a_file_is_never_flashed(
    chromium: Browser, board: RunningBoard, address: str, page: Path
) -> None:
    before, whole = board.flash.read(0, board.flash.size), (page / "flash.bin").read_bytes()
    (page / "flash.bin").write_bytes(whole[:-1])
    try:
        chromium.open(address)
        flash(chromium)
        assert "flash.bin" in problem(chromium)
    finally:
        (page / "flash.bin").write_bytes(whole)
    assert board.flash.read(0, board.flash.size) == before


@pytest.mark.parametrize(
    ("host", "has_serial", "words"),
    [("localhost", False, ("Chrome", "Edge")), ("board.example", True, ("plain http", "localhost"))],
    ids=["no-web-serial", "plain-http"],
)
def test_a_browser_without_a_serial_port_is_told_what_to_do(
    chromium: Browser, port: int, host: str, has_serial: bool, words: tuple[str, ...]
) -> None:
    chromium.open(f"http://{host}:{port}/", has_serial=has_serial)
    assert all(word in problem(chromium) for word in words)
    assert chromium.run(
        "document.getElementById('flash').disabled && document.getElementById('connect').disabled"
    )


@pytest.mark.parametrize(
    ("languages", "words"), [("de", "Verbinden und flashen"), ("ko-KR,ko", "연결하고 플래시")]
)
def test_it_speaks_the_language_of_the_browser(
    chromium: Browser, address: str, languages: str, words: str
) -> None:
    chromium.open(address, languages=languages)
    assert words in chromium.says()
    assert chromium.run("document.documentElement.lang") == languages[:2]


def test_every_text_has_its_translations(chromium: Browser, address: str, page: Path) -> None:
    chromium.open(address)
    module(chromium, "texts")
    english = {text for both in chromium.run("Object.values(window.texts.PROBLEMS)") for text in both}
    sources = "".join((page / name).read_text(encoding="utf-8") for name in PAGE_FILES if name != "texts.js")
    english |= set(re.findall(r"data-text[^>]*>([^<]+)<", (page / "index.html").read_text(encoding="utf-8")))
    english |= set(re.findall(r"""\b(?:t|onStatus)\((?:agrees \? )?"([^"]+)\"""", sources))
    english |= set(re.findall(r"""\bt\(agrees \? "[^"]+" : "([^"]+)\"""", sources))
    assert len(english) > 60
    for language in ("de", "ko"):
        assert set(chromium.run(f"Object.keys(window.texts.TEXTS.{language})")) == english
    german = chromium.run("window.texts.TEXTS.de")
    fields = re.compile(r"\{\w+\}")
    assert all(sorted(fields.findall(one)) == sorted(fields.findall(german[one])) for one in english)


def module(chromium: Browser, name: str) -> None:
    """Make what a file of the page exports a property of the window."""
    chromium.run(
        f"""(() => {{
            const script = document.createElement("script");
            script.type = "module";
            script.textContent = "import * as {name} from './{name}.js'; window.{name} = {name};";
            document.head.append(script);
        }})()"""
    )
    chromium.until(f"'{name}' in window", bool)


def test_its_frames_are_those_of_the_vectors(chromium: Browser, address: str) -> None:
    """The same vectors as for the program and the firmware (docs/protocol.md)."""
    chromium.open(address)
    module(chromium, "link")
    frames = [
        [int(value(one, "type")), int(value(one, "sequence")), hexadecimal(value(one, "payload")).hex()]
        for one in records("link_frames.txt")
    ]
    wires = [hexadecimal(value(one, "wire")).hex() for one in records("link_frames.txt")]
    chromium.run(
        """(() => {
            window.bytes = (text) => Uint8Array.from(text.match(/../g) ?? [], (two) => parseInt(two, 16));
            window.hex = (bytes) => Array.from(bytes, (one) => one.toString(16).padStart(2, "0")).join("");
            window.read = (stream, piece) => {
                const [reader, all, found] = [new link.FrameReader(), bytes(stream), []];
                for (let at = 0; at < all.length; at += piece) {
                    found.push(...reader.feed(all.subarray(at, at + piece)));
                }
                return found.map((one) => [one.version, one.kind, one.sequence, hex(one.payload)]);
            };
        })()"""
    )
    encoded = "([kind, number, payload]) => hex(link.encodeFrame(kind, number, bytes(payload)))"
    assert chromium.run(f"{json.dumps(frames)}.map({encoded})") == wires
    assert chromium.run(f"{json.dumps(wires)}.map((wire) => read(wire, 5))") == [
        [[1, *one]] for one in frames
    ]
    streams = records("link_streams.txt")
    named = [
        [
            [int(v), int(kind), int(number), hexadecimal(payload).hex()]
            for v, kind, number, payload in map(str.split, values(one, "frame"))
        ]
        for one in streams
    ]
    sent = [hexadecimal(value(one, "stream")).hex() for one in streams]
    for piece in (1, 7, 100_000):
        assert chromium.run(f"{json.dumps(sent)}.map((one) => read(one, {piece}))") == named


def test_it_reads_hello_and_predictions_as_the_vectors_name_them(chromium: Browser, address: str) -> None:
    chromium.open(address)
    module(chromium, "link")
    payload = "Uint8Array.from({}.match(/../g), (two) => parseInt(two, 16))"
    for record in records("link_frames.txt"):
        fields = dict(line.split(maxsplit=1) for line in values(record, "field"))
        given = payload.format(json.dumps(hexadecimal(value(record, "payload")).hex()))
        if value(record, "message") == "Hello":
            hello = chromium.run(f"link.readHello({given})")
            assert hello["firmware"] == hexadecimal(fields["firmware"]).decode()
            assert hello["profile"] == hexadecimal(fields["profile"]).decode()
            assert hello["modelSha256"] == fields["model_sha256"]
            assert (hello["status"], hello["window"]) == (int(fields["status"]), int(fields["window"]))
            assert (hello["isVirtual"], hello["hasCamera"]) == (
                fields["is_virtual"] == "1",
                fields["has_camera"] == "1",
            )
        if value(record, "message") == "Prediction":
            answer = chromium.run(f"link.readPrediction({given})")
            assert answer["totalMicroseconds"] == int(fields["total_microseconds"])
            assert answer["scores"] == _numbers(fields["scores"])
            assert answer["top"] == _numbers(fields["top"])


def _numbers(text: str) -> list[int]:
    return [] if text == "-" else [int(one) for one in text.split()]
