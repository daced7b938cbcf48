"""What the cable does to bytes, and what the chip makes of the sequences of DTR and RTS that are in use."""

from __future__ import annotations

import pytest

from core.boards.virtual.cable import NO_FAULTS, Faults, Line, Reset, ResetCircuit, speeds_match, wire_seconds

DATA = bytes(range(256)) * 20


def test_bytes_pass_at_the_same_speed() -> None:
    assert Line().heard(DATA, 115200, 115200, NO_FAULTS) == DATA


def test_a_clock_that_is_a_little_off_does_not_matter() -> None:
    assert speeds_match(115211, 115200)
    assert not speeds_match(115200, 460800)


def test_at_another_speed_nothing_is_understood() -> None:
    heard = Line().heard(DATA, 460800, 115200, NO_FAULTS)
    assert len(heard) == len(DATA)
    assert heard != DATA


def test_noise_comes_only_above_its_speed_and_however_the_bytes_are_cut() -> None:
    faults = Faults(noisy_above=115200)
    assert Line().heard(DATA, 115200, 115200, faults) == DATA
    at_once = Line().heard(DATA, 460800, 460800, faults)
    line = Line()
    in_pieces = b"".join(
        line.heard(DATA[at : at + 7], 460800, 460800, faults) for at in range(0, len(DATA), 7)
    )
    assert at_once == in_pieces
    assert 0 < sum(one != other for one, other in zip(at_once, DATA, strict=True)) < 10


def test_an_image_takes_its_time_at_a_low_speed() -> None:
    assert round(wire_seconds(96 * 96 * 3, 115200), 1) == 2.4


Lines = tuple[int, int]


def effects(*lines: Lines) -> list[Reset]:
    """What happens at each (DTR, RTS), without the steps at which nothing does."""
    circuit = ResetCircuit()
    every = [circuit.set(bool(dtr), bool(rts)) for dtr, rts in lines]
    return [one for one in every if one is not Reset.NOTHING]


def test_classic_reset_enters_the_loader() -> None:
    assert effects((0, 0), (0, 1), (1, 1), (1, 0), (0, 0)) == [Reset.HELD, Reset.TO_LOADER]


def test_tight_reset_enters_the_loader() -> None:
    assert effects((0, 0), (1, 1), (0, 1), (1, 0), (0, 0)) == [Reset.HELD, Reset.TO_LOADER]


def test_hard_reset_boots_from_flash() -> None:
    assert effects((0, 1), (0, 1), (0, 0)) == [Reset.HELD, Reset.HELD, Reset.TO_FLASH]


@pytest.mark.parametrize("lines", [(1, 1), (0, 0), (1, 0)])
def test_opening_a_port_leaves_the_chip_alone(lines: Lines) -> None:
    assert effects((1, 0), lines, lines) == []
