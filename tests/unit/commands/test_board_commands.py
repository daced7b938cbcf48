"""What the commands for boards ask for, and how they tell what came of it."""

from __future__ import annotations

import argparse
from types import ModuleType

import msgspec
import pytest

from core.boards.ports import SerialPort
from core.commands import boards, flash, run, virtual_board, watch
from core.deployment.board_results import (
    BoardList,
    ComparedImage,
    Comparison,
    FastChoice,
    Flashed,
    KnownBoard,
    LatencyBasis,
)
from core.errors import SqueezeError
from core.events import Seen
from core.requests import AddBoardRequest, FlashRequest, RemoveBoardRequest, VirtualBoardRequest
from core.runs.summary import BoardFigures, NearestFit
from tests.builders.finished_runs import threshold_at

AGREES = Comparison(text="10/10", agrees=True, allowed_steps=0, milliseconds=1.5, images=())
FLASHED = Flashed(
    port="COM5",
    done=("written",),
    board="esp32-cam",
    virtual=False,
    written=("model",),
    written_bytes=102_400,
    baud=460_800,
    with_stub=True,
    seconds=4.25,
    comparison=AGREES,
)
TOO_LARGE = BoardFigures(
    profile="esp32-devkit",
    fits=False,
    flash_bytes=204_800,
    flash_available_bytes=2_555_904,
    arena_bytes=209_920,
    latency_ms=1900.0,
    basis="predicted",
    problems=("Too much memory.",),
    nearest=NearestFit(88, 1.0),
)
BOARD = KnownBoard(
    id="esp32-devkit",
    name="ESP32 DevKit",
    chip="esp32",
    flash_bytes=4 << 20,
    psram_bytes=0,
    camera=False,
    virtual=False,
)


def parsed(command: ModuleType, *words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    command.add_options(parser)
    return parser.parse_args(words)


def test_flash_takes_a_run_and_a_port() -> None:
    assert flash.flash_request(parsed(flash, "r", "--port", "COM5")) == FlashRequest(port="COM5", run="r")


def test_every_option_of_flash_is_asked_for() -> None:
    words = ("r", "--port", "P", "--board", "esp32-cam", "--backup", "b.bin", "--erase", "--baud", "115200")
    more = ("--no-stub", "--everything", "--firmware", "fetch")
    assert flash.flash_request(parsed(flash, *words, *more)) == FlashRequest(
        port="P",
        run="r",
        board="esp32-cam",
        backup="b.bin",
        erase=True,
        baud=115200,
        use_stub=False,
        everything=True,
        firmware="fetch",
    )


@pytest.mark.parametrize("words", [(), ("r", "--restore", "b.bin"), ("--board", "esp32-cam")])
def test_a_flash_of_nothing_or_of_two_things_is_wrong_usage(words: tuple[str, ...]) -> None:
    with pytest.raises(SqueezeError) as caught:
        flash.flash_request(parsed(flash, "--port", "P", *words))
    assert caught.value.code == "usage"


def test_a_flashed_board_is_told_in_two_lines() -> None:
    assert flash.flashed_text(FLASHED).splitlines() == [
        "esp32-cam on COM5: 102.4 KB written (model) in 4.2 s at 460800 baud.",
        "board agrees 10/10",
    ]
    assert flash.exit_code(FLASHED) == 0


def test_a_board_that_disagrees_is_told_image_by_image_and_fails() -> None:
    right, wrong = (
        ComparedImage(number=number, board="cat", file=file, steps=steps, agrees=steps < 3)
        for number, file, steps in ((1, "cat", 1), (2, "dog", 40))
    )
    compared = Comparison(text="1/2", agrees=False, allowed_steps=2, milliseconds=1.0, images=(right, wrong))
    assert flash.comparison_text(compared, virtual=False).splitlines() == [
        "board agrees 1/2",
        "  test image 2: the board predicts cat, the file dog; scores differ by up to 40 LSB",
    ]
    assert flash.exit_code(Flashed(port="P", done=("written",), comparison=compared)) == 1


def test_a_virtual_board_is_called_virtual() -> None:
    assert flash.comparison_text(AGREES, virtual=True) == "virtual board agrees 10/10"


def test_what_was_done_without_a_run_is_told() -> None:
    text = flash.flashed_text(Flashed(port="COM5", done=("saved", "erased")))
    assert text == "The flash of the board on COM5 was saved and erased."


def test_an_answer_is_shown_with_bars_and_times() -> None:
    seen = Seen(
        image="a.png",
        answers=(("forest", 0.75), ("sea", 0.25), ("street", 0.0), ("glacier", 0.0)),
        total_microseconds=1_900_000,
        inference_microseconds=1_850_000,
        decode_microseconds=120_000,
    )
    assert watch.seen_text(seen).splitlines() == [
        "a.png: forest  (1,850.0 ms, 120.0 ms of that for decoding)",
        "    forest ###############-----  75.0 %",
        "    sea    #####---------------  25.0 %",
        "    street --------------------   0.0 %",
    ]


def test_an_answer_that_is_not_sure_is_told_with_the_likeliest() -> None:
    seen = Seen(
        image="a.png",
        answers=(("cup", 0.41), ("spoon", 0.33), ("fork", 0.26)),
        total_microseconds=3,
        inference_microseconds=2_000,
        decode_microseconds=0,
        sure=False,
    )
    assert watch.seen_text(seen).splitlines()[0] == "a.png: not sure (cup 41.0 %)  (2.0 ms)"


def test_a_threshold_is_told_with_what_it_turns_away() -> None:
    assert run.threshold_text(threshold_at(20)) == (
        "Not sure below 57.8 %: 100.0 % of the correct predictions on the validation images reach it, and "
        "90.0 % of all predictions on the test images. Of 54 unrelated images 83.3 % are rejected."
    )


def test_boards_are_told_with_what_would_fit() -> None:
    text = boards.boards_text(
        BoardList(
            boards=(msgspec.structs.replace(BOARD, fit=TOO_LARGE),),
            ports=(SerialPort(address="COM5", name="Board over CP210x on COM5"),),
            run="r",
        )
    )
    assert "200 KB  205 KB     1.90 s    no" in text
    assert "esp32-devkit: Too much memory. --image-size 88 --width 1 would fit." in text
    assert "COM5            Board over CP210x on COM5" in text


def test_without_ports_the_virtual_one_is_offered() -> None:
    text = boards.boards_text(BoardList(boards=(BOARD,), ports=()))
    assert "--port virtual" in text
    assert "fits" not in text


def test_a_run_says_how_it_fits_its_board() -> None:
    assert run.board_text(TOO_LARGE) == (
        "Does not fit ESP32 DevKit (no PSRAM): flash 204.8 KB, memory 209.9 KB, about 1.90 s per image. "
        "Too much memory. --image-size 88 --width 1 would fit."
    )


def test_a_virtual_board_is_asked_for_with_its_faults() -> None:
    words = ("--listen", "localhost:4000", "--board", "esp32-cam", "--flash", "f.bin", "--camera", "pets")
    faults = ("--fault", "slow", "--fault", "cut-at=5000", "--fault", "boot-pin-stuck")
    assert virtual_board.board_request(parsed(virtual_board, *words, *faults)) == VirtualBoardRequest(
        board="esp32-cam",
        flash_file="f.bin",
        camera="pets",
        host="localhost",
        port=4000,
        faults={"slow": True, "cut_at": 5000, "boot_pin_stuck": True},
    )


@pytest.mark.parametrize(
    "words",
    [
        ("--listen", "4000"),
        ("--listen", "localhost:http"),
        ("--listen", ":4000"),
        ("--listen", "localhost:65536"),
        ("--fault", "lazy"),
        ("--fault", "cut-at"),
        ("--fault", "slow=1"),
        ("--fault", "cut-at=-1"),
    ],
)
def test_addresses_and_faults_that_there_are_not_are_wrong_usage(words: tuple[str, ...]) -> None:
    with pytest.raises(SqueezeError) as caught:
        virtual_board.board_request(parsed(virtual_board, *words))
    assert caught.value.code == "usage"


@pytest.mark.parametrize(("address", "before"), [("rfc2217://127.0.0.1:4000", False), ("/dev/pts/3", True)])
def test_esptool_is_told_not_to_reset_what_has_no_reset_lines(address: str, before: bool) -> None:
    text = virtual_board.usage_text(address)
    assert f"squeeze flash RUN --port {address}\n" in text
    assert ("--before no-reset" in text) == before


def test_a_board_is_described_by_options() -> None:
    words = "--chip esp32s3 --flash 8 --psram octal --camera esp32s3-eye"
    wanted = boards.addition(parsed(boards, "--add", "My board", *words.split()))
    assert wanted == AddBoardRequest(
        name="My board", chip="esp32s3", flash=8, psram="octal", camera="esp32s3-eye"
    )
    assert boards.addition(parsed(boards)) is None


@pytest.mark.parametrize(
    "words",
    [
        ("--chip", "esp32"),
        ("--native-usb",),
        ("--add", "My board"),
        ("--add", "My board", "--chip", "esp32"),
        ("--add", "My board", "--chip", "esp32", "--flash", "4", "--run", "here"),
    ],
)
def test_half_a_description_of_a_board_is_refused(words: tuple[str, ...]) -> None:
    with pytest.raises(SqueezeError) as caught:
        boards.addition(parsed(boards, *words))
    assert caught.value.code == "usage"


def test_a_board_is_removed_by_its_id_alone() -> None:
    assert boards.removal(parsed(boards, "--remove", "my-board")) == RemoveBoardRequest(board="my-board")
    assert boards.removal(parsed(boards)) is None
    for words in (("--run", "here"), ("--add", "Another"), ("--flash", "4")):
        with pytest.raises(SqueezeError) as caught:
            boards.removal(parsed(boards, "--remove", "my-board", *words))
        assert caught.value.code == "usage"


def test_boards_of_ones_own_are_marked_in_the_list() -> None:
    listed = BoardList(boards=(BOARD, msgspec.structs.replace(BOARD, own=True)), ports=())
    _, shipped, own, *_ = boards.boards_text(listed).splitlines()
    assert ("(own)" in shipped, "(own)" in own) == (False, True)


def test_why_boards_of_ones_own_are_left_out_is_told() -> None:
    listed = BoardList(boards=(BOARD,), ports=(), problem="GPIO 6 cannot be the LED.")
    assert "GPIO 6 cannot be the LED." in boards.boards_text(listed).splitlines()


def test_fast_settings_and_the_basis_of_times_are_told_for_each_chip() -> None:
    basis = LatencyBasis(
        products=43_100_000,
        cycles_per_product=9.3,
        weights=700_000,
        cycles_per_weight=37,
        megahertz=240,
        source="counted",
    )
    fast = FastChoice(image_size=64, width=0.5, limit_ms=250, latency_ms=231, accuracy=0.813, run="small")
    board = msgspec.structs.replace(BOARD, basis=basis, fast=fast, measured_ms=1890.0)
    lines = boards.boards_text(BoardList(boards=(board, board), ports=())).splitlines()
    expected = "  esp32 (under 250 ms): --image-size 64 --width 0.5, about 231 ms, 81.3 % correct in small"
    assert lines.count(expected) == 1
    assert "Fast settings ('squeeze run --fast --board ID' takes them):" in lines
    assert "esp32-devkit: 1.9 s per image, measured on the board." in lines
    times = "  esp32: 43.1 million MACs at 9.3 cycles, 0.70 million decoded weights at 37, 240 MHz (counted)"
    assert lines.count(times) == 1
