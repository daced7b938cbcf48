"""The sequences of DTR and RTS that esptool and others use, and what the chip makes of them."""

from __future__ import annotations

import pytest

from core.boards.virtual.reset_circuit import Reset, ResetCircuit

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
