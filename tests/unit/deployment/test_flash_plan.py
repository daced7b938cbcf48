"""What flashing would write where, told without a board."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from core.boards.firmware_bundles import sources
from core.boards.firmware_bundles.bundle import bundle_bytes
from core.boards.profiles import board_profile
from core.boards.resource_estimate import FAST_MILLISECONDS, estimate_of_settings
from core.deployment.board_results import FlashPlan
from core.deployment.fast_choice import fast_choice_of_run
from core.deployment.flash_plan import flash_plan
from core.errors import SqueezeError
from core.requests import FlashPlanRequest
from core.runs.folder import RunFolder
from tests.builders.bundles import small_bundle
from tests.builders.finished_runs import SIDE, finished_run

MEGABYTE = 1 << 20


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RunFolder:
    monkeypatch.setattr(sources, "data_folder", lambda: tmp_path / "data")
    monkeypatch.setattr(sources, "resources_folder", lambda: tmp_path / "resources")
    return finished_run(tmp_path / "run", "esp32-cam")


def plan(run: RunFolder, board: str | None = None, *, virtual: bool = False) -> FlashPlan:
    return flash_plan(FlashPlanRequest(run=str(run.path), board=board, virtual=virtual))


def sizes(planned: FlashPlan) -> dict[str, int]:
    return {part.name: part.bytes for part in planned.parts}


def test_a_virtual_board_needs_no_firmware(run: RunFolder) -> None:
    for planned in (plan(run, "virtual-esp32"), plan(run, virtual=True)):
        assert planned.virtual
        assert (planned.firmware, planned.firmware_problem) == ("", None)
        assert (sizes(planned)["bootloader"], sizes(planned)["application"]) == (0, 0)
        assert sizes(planned)["partition table"] == 0xC00
        assert sizes(planned)["model"] > 1000


def test_parts_lie_one_behind_the_other_within_the_flash(run: RunFolder) -> None:
    planned = plan(run)
    assert (planned.board, planned.chip, planned.flash_bytes) == ("esp32-cam", "ESP32", 4 * MEGABYTE)
    for before, after in zip(planned.parts, planned.parts[1:], strict=False):
        assert before.offset + before.room <= after.offset
    last = planned.parts[-1]
    assert last.offset + last.room == planned.flash_bytes
    assert planned.fit.fits


def test_missing_firmware_is_told_and_not_raised(run: RunFolder) -> None:
    planned = plan(run)
    assert planned.firmware_problem is not None
    assert planned.firmware_problem.code == "firmware-missing"
    assert sizes(planned)["application"] == 0


def test_firmware_that_is_there_is_part_of_the_plan(run: RunFolder, tmp_path: Path) -> None:
    bundle = small_bundle()
    (tmp_path / "data/firmware").mkdir(parents=True)
    file = bundle_bytes(bundle)
    (tmp_path / "data/firmware/esp32.zip").write_bytes(file)
    planned = plan(run)
    assert (planned.firmware, planned.firmware_problem) == (bundle.version, None)
    assert {name: len(data) for name, data in bundle.parts.items()}.items() <= sizes(planned).items()


def test_a_board_that_nobody_knows_has_no_plan(run: RunFolder) -> None:
    with pytest.raises(SqueezeError) as caught:
        plan(run, "toaster")
    assert caught.value.code == "board-unknown"


def test_the_plan_says_where_the_time_goes_and_what_a_board_reported(run: RunFolder) -> None:
    planned = plan(run)
    whole = sum(one.milliseconds + one.decoding_milliseconds for one in planned.times)
    assert whole == pytest.approx(planned.fit.latency_ms)
    assert "emulator" in planned.basis.source
    assert planned.measured_ms is None
    summary = run.read_summary()
    measured = msgspec.structs.replace(planned.fit, latency_ms=12.5, latency_measured=True)
    run.write_json(run.summary, msgspec.structs.replace(summary, board=measured))
    assert plan(run).measured_ms == 12.5
    assert plan(run, "esp32-wrover").measured_ms is None


def test_the_fast_choice_has_the_accuracy_of_the_run(run: RunFolder) -> None:
    fast = plan(run).fast
    coded = run.read_summary().of("huffman")
    assert fast is not None
    assert coded is not None
    assert (fast.is_own, fast.accuracy, fast.run) == (True, coded.accuracy, str(run.path))


def test_the_fast_choice_has_the_accuracy_of_a_run_beside_with_these_settings(
    run: RunFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The run is of larger images; one beside it has the only settings that are fast enough."""
    own = run.read_record()
    larger = msgspec.structs.replace(own.settings.data, image_size=own.settings.data.image_size + 8)
    record = msgspec.structs.replace(own, settings=msgspec.structs.replace(own.settings, data=larger))
    profile = board_profile("esp32-cam")
    smaller = estimate_of_settings(profile, own.settings, 3).latency_ms
    monkeypatch.setitem(FAST_MILLISECONDS, profile.chip_id, smaller * 1.001)
    alone = fast_choice_of_run(RunFolder(run.path / "elsewhere"), record, 3, profile, 2_000.0)
    assert alone is not None
    assert (alone.accuracy, alone.run) == (None, "")
    beside = fast_choice_of_run(RunFolder(run.path.parent / "another"), record, 3, profile, 2_000.0)
    assert beside is not None
    assert (beside.image_size, beside.is_own, beside.run) == (SIDE, False, str(run.path))
    coded = run.read_summary().of("huffman")
    assert coded is not None
    assert beside.accuracy == coded.accuracy
