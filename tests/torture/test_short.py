"""A few rounds of the attacks that are quick; `python3 dev.py torture` runs all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

if not Path("/proc/self").is_dir():
    pytest.skip("processes, memory and limits are those of Linux", allow_module_level=True)

from tests.torture import __main__ as torture
from tests.torture.attacks import Attack, Ground, Result, carry_out

SEED = 7


@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    "attack", [one for one in torture.all_attacks() if one.short], ids=lambda attack: attack.name
)
def test_the_program_holds_out(attack: Attack, tmp_path: Path) -> None:
    ground = Ground(tmp_path / "ground", quick=True)
    result = Result(attack, attack.short)
    try:
        carry_out(attack, ground, SEED, range(attack.short), result)
    finally:
        ground.end()
    assert [f"{failure.how}\n{failure.again}" for failure in result.failures] == []
    assert result.tried >= attack.short
