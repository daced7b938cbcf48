"""Both ends of the link talk with each other over lines that are good, bad or dead."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial

import numpy as np
import pytest

from core.boards.link import messages
from core.boards.link.client import LinkClient
from core.boards.link.codes import DeviceCode
from core.boards.link.device_session import IDLE_SECONDS, STARTING_BAUD
from core.boards.link.exchange import Shot, Told
from core.boards.link.frames import Frame, FrameReader, encode_frame
from core.boards.link.messages import LogLine, OperatorTime
from core.errors import Cancelled, SqueezeError
from core.task import Task
from tests.builders.boards import CHANNELS, HEIGHT, WIDTH, MemoryLine, SmallDevice

IMAGE = np.random.default_rng(3).integers(0, 256, (HEIGHT, WIDTH, CHANNELS), np.uint8)
SCORES = SmallDevice().predict(IMAGE.tobytes()).scores
BOOT_TEXT = b"ets Jun  8 2016 00:22:57\r\nrst:0x1 (POWERON_RESET),boot:0x13 (SPI_FAST_FLASH_BOOT)\r\n"


def client_of(line: MemoryLine, task: Task | None = None) -> LinkClient:
    return LinkClient(line, task, clock=line.clock)


def every(count: int, fault: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    """`fault` on every `count`-th piece that passes, the first ones left whole."""
    passed = 0

    def passes(data: bytes) -> bytes:
        nonlocal passed
        passed += 1
        return fault(data) if passed % count == 0 else data

    return passes


def missing_a_byte(data: bytes) -> bytes:
    return data[: len(data) // 2] + data[len(data) // 2 + 1 :]


def doubled(data: bytes) -> bytes:
    return data + data


def refusal_of(call: Callable[[], object]) -> SqueezeError:
    with pytest.raises(SqueezeError) as caught:
        call()
    return caught.value


def test_a_board_says_who_it_is_after_its_boot_text() -> None:
    line = MemoryLine()
    line.say(BOOT_TEXT)
    hello = client_of(line).connect()
    assert (hello.variant, hello.status, hello.input_width) == ("esp32", DeviceCode.READY, WIDTH)


def test_an_image_is_predicted() -> None:
    line = MemoryLine()
    client = client_of(line)
    prediction = client.predict(IMAGE)
    assert prediction.scores == SCORES
    assert prediction.top == (SCORES.index(max(SCORES)),)


@pytest.mark.parametrize("fault", [missing_a_byte, doubled, lambda data: b""])
@pytest.mark.parametrize("direction", ["to_board", "to_computer"])
def test_an_image_arrives_whole_over_a_line_that_loses_or_doubles(
    fault: Callable[[bytes], bytes], direction: str
) -> None:
    line = MemoryLine()
    client = client_of(line)
    client.connect()
    setattr(line, direction, every(3, fault))
    for _ in range(5):
        assert client.predict(IMAGE).scores == SCORES


def test_an_inference_runs_once_however_often_it_is_asked_for() -> None:
    line = MemoryLine()
    client = client_of(line)
    client.connect()
    line.to_board = doubled
    client.predict(IMAGE)
    assert line.device.predictions == 1


def test_an_image_of_another_size_is_refused_by_name() -> None:
    client = client_of(MemoryLine())
    error = refusal_of(lambda: client.predict(IMAGE[:8]))
    assert error.code == "board-reported"
    assert "IMAGE_SHAPE" in error.detail


def test_a_board_without_a_model_says_why() -> None:
    client = client_of(MemoryLine(SmallDevice(status=DeviceCode.MODEL_DAMAGED)))
    assert client.connect().status == DeviceCode.MODEL_DAMAGED
    assert "model is damaged" in refusal_of(lambda: client.predict(IMAGE)).happened


def test_a_dead_line_is_given_up_in_time() -> None:
    line = MemoryLine(to_board=lambda data: b"")
    started = line.clock.now
    error = refusal_of(client_of(line).connect)
    assert error.code == "board-silent"
    assert line.clock.now - started < 12


def test_another_program_on_the_board_is_silence_with_its_words_beside_it() -> None:
    line = MemoryLine(to_board=lambda data: b"")
    line.say(b"Hello from MicroPython >>> ")
    error = refusal_of(client_of(line).connect)
    assert error.code == "board-silent"
    assert "MicroPython" in error.detail


def test_a_line_that_damages_everything_after_hello_is_called_garbled() -> None:
    line = MemoryLine()
    client = client_of(line)
    client.connect()
    line.to_computer = missing_a_byte
    assert refusal_of(client.ping).code == "link-garbled"


def test_a_pulled_cable_is_named() -> None:
    line = MemoryLine()
    client = client_of(line)
    client.connect()
    line.broken = True
    assert refusal_of(client.ping).code == "board-disconnected"
    client.close()
    assert line.closed


def test_firmware_of_another_link_version_is_named() -> None:
    line = MemoryLine(to_board=lambda data: b"")
    line.say(encode_frame(Frame(messages.Hello.TYPE, 1, b"of the future", version=2)))
    error = refusal_of(client_of(line).connect)
    assert error.code == "link-version"
    assert "link protocol version 2." in error.happened


@pytest.mark.parametrize("sequence", [0, 7])
def test_a_frame_of_another_link_version_that_was_left_over_answers_nothing(sequence: int) -> None:
    line = MemoryLine()
    line.say(encode_frame(Frame(messages.Hello.TYPE, sequence, b"of the future", version=2)))
    assert client_of(line).connect().status == DeviceCode.READY


def test_a_program_of_another_link_version_is_refused_by_the_board() -> None:
    line = MemoryLine()
    line.write(encode_frame(Frame(messages.AskHello.TYPE, 9, b"?", version=2)))
    refusal = messages.from_frame(_only_frame(line))
    assert refusal == messages.Refusal(DeviceCode.LINK_VERSION, messages.AskHello.TYPE)


def test_a_request_from_the_future_is_refused_and_the_link_stays() -> None:
    line = MemoryLine()
    line.write(encode_frame(Frame(0x70, 9)))
    refusal = messages.from_frame(_only_frame(line))
    assert refusal == messages.Refusal(DeviceCode.UNKNOWN_REQUEST, 0x70)
    client_of(line).ping()


def test_an_echo_on_the_line_is_not_answered() -> None:
    line = MemoryLine()
    line.write(encode_frame(messages.to_frame(messages.Pong(5), 1)))
    assert line.in_waiting == 0


def _only_frame(line: MemoryLine) -> Frame:
    (frame,) = FrameReader().feed(line.read(10_000))
    return frame


def test_the_speed_is_raised_to_what_both_can_take() -> None:
    line = MemoryLine(SmallDevice(highest_baud=460800))
    client = client_of(line)
    assert client.raise_speed() == 460800
    assert line.session.baud == line.baudrate == 460800
    assert client.predict(IMAGE).scores == SCORES


def test_a_line_without_speed_is_left_alone() -> None:
    line = MemoryLine(SmallDevice(highest_baud=0))
    assert client_of(line).raise_speed() == STARTING_BAUD


def test_a_speed_at_which_nothing_arrives_is_taken_back_by_both() -> None:
    line = MemoryLine()
    client = client_of(line)
    client.connect()

    def too_fast(data: bytes) -> bytes:
        return b"\x55\xaa" * 8 if line.baudrate > STARTING_BAUD else data

    line.to_board = line.to_computer = too_fast
    assert client.raise_speed() == STARTING_BAUD
    assert line.session.baud == STARTING_BAUD
    client.ping()


def test_a_speed_at_which_only_short_frames_arrive_is_given_up_for_the_image() -> None:
    line = MemoryLine()
    client = client_of(line)

    def damaged_when_long(data: bytes) -> bytes:
        return missing_a_byte(data) if line.baudrate > STARTING_BAUD and len(data) > 64 else data

    client.connect()
    line.to_board = damaged_when_long
    assert client.raise_speed() == 921600
    assert client.predict(IMAGE).scores == SCORES
    assert line.session.baud == line.baudrate == STARTING_BAUD


def test_after_a_lost_answer_to_a_change_of_speed_the_next_one_is_tried() -> None:
    line = MemoryLine()
    client = client_of(line)
    client.connect()
    lost = iter([b""])
    line.to_computer = lambda data: next(lost, data)
    assert client.raise_speed() == 460800
    assert line.session.baud == 460800


def test_a_closed_client_leaves_the_board_at_the_speed_it_was_found_at() -> None:
    line = MemoryLine()
    with client_of(line) as client:
        client.raise_speed()
        assert line.session.baud == 921600
    assert line.closed
    assert line.session.baud == STARTING_BAUD


def test_a_board_left_at_a_high_speed_is_found_there() -> None:
    line = MemoryLine()
    client_of(line).raise_speed()
    line.baudrate = STARTING_BAUD
    client = client_of(line)
    client.connect()
    assert client.predict(IMAGE).scores == SCORES


def test_a_board_that_was_reset_is_found_at_its_starting_speed() -> None:
    line = MemoryLine()
    client = client_of(line)
    client.raise_speed()
    line.session.baud = STARTING_BAUD
    client.connect()
    assert client.predict(IMAGE).scores == SCORES


def test_asking_again_who_is_there_keeps_the_speed() -> None:
    line = MemoryLine()
    client = client_of(line)
    client.raise_speed()
    started = line.clock.now
    client.connect()
    assert line.baudrate == line.session.baud == 921600
    assert line.clock.now == started


def test_a_board_forgets_a_computer_that_has_gone() -> None:
    line = MemoryLine()
    client_of(line).raise_speed()
    line.clock.now += IDLE_SECONDS + 1
    line.session.tick()
    assert line.session.baud == STARTING_BAUD


@pytest.mark.parametrize("pause", [1.0, 7.0, 2 * IDLE_SECONDS])
def test_after_a_pause_both_ends_are_at_one_speed_again(pause: float) -> None:
    line = MemoryLine()
    client = client_of(line)
    client.raise_speed()
    line.clock.now += pause
    line.session.tick()
    assert client.predict(IMAGE).scores == SCORES


def test_a_thousand_labels_come_over_in_pages() -> None:
    names = tuple(f"class number {number}" for number in range(1000))
    assert client_of(MemoryLine(SmallDevice(names=names))).labels() == names


def test_operators_come_over_in_pages() -> None:
    operators = tuple(OperatorTime(f"CONV_2D {number}", number) for number in range(90))
    assert client_of(MemoryLine(SmallDevice(operators=operators))).profile() == operators
    assert client_of(MemoryLine()).profile() == ()


def test_log_lines_are_passed_on_and_disturb_nothing() -> None:
    lines: list[Told] = []
    line = MemoryLine()
    client = LinkClient(line, on_told=lines.append, clock=line.clock)
    line.say(line.session.log(1, "booted"))
    line.say(line.session.log(2, "ü" * 2000))
    assert client.connect().variant == "esp32"
    first, second = lines
    assert first == LogLine(1, "booted")
    assert isinstance(second, LogLine)
    assert set(second.text) == {"ü"}


def test_pins_and_lines_of_actions_are_told_and_plain_text_disturbs_nothing() -> None:
    told: list[Told] = []
    line = MemoryLine(SmallDevice(levels={13: True, 14: False}))
    client = LinkClient(line, on_told=told.append, clock=line.clock)
    line.say(line.session.action_line(1, "nobody listens yet"))
    assert told == []
    client.connect()
    assert client.pins() == {13: True, 14: False}
    line.to_computer = lambda data: b"a line of text\r\n" + data + b"and another\r\n"
    line.say(line.session.action_line(1, "Überraschung"))
    line.say(line.session.pin_changed(14, high=True))
    client.listen(0.1)
    assert told == [messages.ActionLine(1, "Überraschung"), messages.PinChanged(14, 1)]
    assert client.predict(IMAGE).scores == SCORES


def test_a_board_that_nobody_has_asked_for_a_while_writes_plain_text_alone() -> None:
    line = MemoryLine()
    client_of(line).connect()
    assert len(FrameReader().feed(line.session.action_line(0, "a"))) == 1
    line.clock.now += IDLE_SECONDS + 1
    assert line.session.action_line(0, "a") == b"a\r\n"
    assert line.session.pin_changed(4, high=True) == b""


def test_firmware_without_actions_has_no_pins() -> None:
    line = MemoryLine()
    client = client_of(line)
    client.connect()
    refusal = messages.Refusal(DeviceCode.UNKNOWN_REQUEST, messages.AskPins.TYPE)
    line.to_computer = lambda _: encode_frame(messages.to_frame(refusal, 2))
    assert client.pins() == {}


def test_the_camera_is_watched_until_the_task_is_cancelled() -> None:
    line = MemoryLine()
    shots: list[Shot] = []
    client = client_of(line, Task(is_cancelled=lambda: len(shots) == 3))
    jpeg = random.Random(1).randbytes(3000)
    prediction = line.device.predict(IMAGE.tobytes())
    pieces = [
        piece for number in range(3) for piece in line.session.camera_shot(number, jpeg, 320, 240, prediction)
    ]
    pieces[7] = b""
    behind_the_answer = iter([b"".join(pieces)])
    line.to_computer = lambda data: data + next(behind_the_answer, b"")
    watching = client.watch()
    shots += [next(watching), next(watching), next(watching)]
    with pytest.raises(Cancelled):
        next(watching)
    assert [shot.jpeg for shot in shots] == [jpeg, None, jpeg]
    assert {shot.prediction for shot in shots} == {prediction}
    assert line.device.watched == [10, 0]


def test_a_camera_that_shows_nothing_is_given_up() -> None:
    line = MemoryLine()
    started = line.clock.now
    assert refusal_of(lambda: next(client_of(line).watch())).code == "board-silent"
    assert line.clock.now - started < 90


def test_watching_is_renewed_for_as_long_as_somebody_watches() -> None:
    line = MemoryLine()
    watching = client_of(line).watch()
    with pytest.raises(SqueezeError):
        next(watching)
    assert len(line.device.watched) > 10
    assert line.device.watched[-1] == 0
    assert not line.session.is_watched


@pytest.mark.parametrize("seed", range(4))
def test_fuzzed_frames_into_the_board_leave_it_answering(seed: int) -> None:
    chance = random.Random(seed)
    line = MemoryLine()
    for _ in range(2_500):
        line.write(_fuzzed(chance))
        line.read(100_000)
    assert client_of(line).connect().variant == "esp32"


@pytest.mark.parametrize("seed", range(4))
def test_fuzzed_frames_into_the_computer_end_in_an_answer_or_a_coded_error(seed: int) -> None:
    chance = random.Random(seed)
    outcomes = set()
    for _ in range(50):
        line = MemoryLine(to_computer=lambda data: b"".join(_fuzzed(chance) for _ in range(50)) + data)
        client = client_of(line)
        started = line.clock.now
        for call in (client.connect, client.labels, client.profile, partial(client.predict, IMAGE)):
            try:
                call()
                outcomes.add("answered")
            except SqueezeError as error:
                outcomes.add(error.code)
        assert line.clock.now - started < 120
    assert "answered" in outcomes
    assert outcomes <= {"answered", "board-silent", "link-garbled", "link-version", "board-reported"}


def _fuzzed(chance: random.Random) -> bytes:
    """A frame of any known or unknown type with a random or fitting payload, now and then damaged."""
    kind = chance.choice([*(one.TYPE for one in messages.MESSAGES), chance.randrange(256)])
    size = chance.choice([0, 2, 4, 5, 8, 30, 172, 1000])
    payload = chance.randbytes(size) if chance.random() < 0.7 else bytes(size)
    version = 1 if chance.random() < 0.999 else chance.randrange(256)
    wire = bytearray(encode_frame(Frame(kind, chance.choice([0, 1, 2, 3, 500]), payload, version)))
    for _ in range(chance.choice([0, 0, 1, 4])):
        wire[chance.randrange(len(wire))] = chance.randrange(256)
    return bytes(wire)


def test_what_entered_the_network_is_told_until_another_image_is_begun() -> None:
    line = MemoryLine()
    client = client_of(line)
    client.connect()
    assert client.seen_values() == b""
    client.predict(IMAGE)
    assert client.seen_values() == IMAGE.tobytes()
    line.write(encode_frame(messages.to_frame(messages.BeginImage(HEIGHT, WIDTH, CHANNELS), 500)))
    assert client.seen_values() == b""


def watched(line: MemoryLine, *, with_inputs: bool, lost: int | None = None) -> Shot:
    """The first image of a board's camera."""
    client = client_of(line)
    client.connect()
    jpeg, prediction = bytes(range(1, 200)), line.device.predict(IMAGE.tobytes())
    begun = [messages.WatchingInputs.TYPE, messages.Watching.TYPE]

    def with_shot(data: bytes) -> bytes:
        if [frame.kind for frame in FrameReader().feed(data)][:1] not in ([begun[0]], [begun[1]]):
            return data
        line.to_computer = bytes
        pieces = [*line.session.camera_shot(5, jpeg, 320, 240, prediction, IMAGE.tobytes())]
        return data + b"".join(piece for number, piece in enumerate(pieces) if number != lost)

    line.to_computer = with_shot
    return next(client.watch(with_inputs=with_inputs))


def test_a_camera_image_comes_with_what_entered_the_network_where_that_is_wanted() -> None:
    assert watched(MemoryLine(), with_inputs=True).values == IMAGE.tobytes()
    assert watched(MemoryLine(), with_inputs=False).values == b""


def test_an_image_whose_square_was_damaged_on_the_way_has_none() -> None:
    shot = watched(MemoryLine(), with_inputs=True, lost=3)
    assert shot.jpeg is not None
    assert shot.values == b""


def test_older_firmware_is_watched_without_what_enters_the_network() -> None:
    line = MemoryLine()
    refusal = messages.Refusal(DeviceCode.UNKNOWN_REQUEST, messages.WatchInputs.TYPE)

    def without_inputs(data: bytes) -> bytes:
        frames = FrameReader().feed(data)
        if any(frame.kind == messages.WatchInputs.TYPE for frame in frames):
            line.say(encode_frame(messages.to_frame(refusal, frames[0].sequence)))
            return b""
        return data

    line.to_board = without_inputs
    shot = watched(line, with_inputs=True)
    assert (shot.number, shot.values) == (5, b"")
