"""Faults as they are named on a command line."""

from __future__ import annotations

import pytest

from core.boards.virtual.faults import NO_FAULTS, Faults, parse_faults
from core.errors import SqueezeError


def test_faults_have_names_and_some_a_number() -> None:
    assert parse_faults(["silent", "cut-at=5000"]) == Faults(silent=True, cut_at=5000)
    assert parse_faults(["boot-pin-stuck", "noisy-above=115200", "slow"]) == Faults(
        boot_pin_stuck=True, noisy_above=115200, slow=True
    )
    assert parse_faults([]) == NO_FAULTS


@pytest.mark.parametrize("word", ["loud", "cut-at=soon", "cut-at", "", "=3"])
def test_what_is_no_fault_is_refused_with_those_that_are(word: str) -> None:
    with pytest.raises(SqueezeError, match="cut-at") as caught:
        parse_faults([word])
    assert caught.value.code == "setting-invalid"
