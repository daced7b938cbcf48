"""An exported flash image, written at 0x0 by the unmodified esptool, is all that a board needs."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.boards.agreement import check_agreement
from core.boards.firmware_bundles import sources
from core.boards.link.client import started_program
from core.boards.model_image import parse_model_image
from core.boards.virtual.serving import running_board
from core.deployment.exporting import export
from core.evaluation.interpreters import open_interpreter
from core.requests import ExportRequest
from core.runs.predictors import TflitePredictor
from tests.builders.bundles import write_bundle
from tests.builders.finished_runs import finished_run, images, model_files
from tests.builders.virtual_boards import board_settings
from tests.device.conftest import TERMINALS
from tests.device.esptool_process import esptool
from tests.recording import RecordingTask


def test_esptool_writes_it_and_the_board_answers_as_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "data_folder", lambda: tmp_path / "data")
    run, file = finished_run(tmp_path / "run", "esp32-cam"), tmp_path / "board.bin"
    bundle = write_bundle(tmp_path / "bundle.zip")
    request = ExportRequest(run=str(run.path), form="flash-image", output=str(file), firmware=str(bundle))
    export(request, RecordingTask())
    with running_board(board_settings("esp32-cam", terminal=TERMINALS)) as board:
        said = esptool(board.address, "--chip", "esp32", "write-flash", "0x0", file)
        assert said.code == 0, said.text
        assert board.flash.read(0, file.stat().st_size) == file.read_bytes()
        model = parse_model_image(file.read_bytes()[0x190000:])
        shown, expected = images(3), TflitePredictor(open_interpreter(model_files()["huffman"]))
        with started_program(board.address, RecordingTask(), lambda line: None) as link:
            compared = check_agreement(
                link, model.sha256, shown, expected.codes, RecordingTask(), lambda *_: None, model.output
            )
    assert [(one.agrees, one.steps) for one in compared] == [(True, 0)] * 3
