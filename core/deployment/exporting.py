"""A finished run's model, written in a form for use elsewhere."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path

from core.boards.profiles import BoardProfile, board_profile, board_profiles, profile_for_run
from core.deployment.board_results import Exported
from core.deployment.firmware_choice import firmware_for
from core.errors import BoardError, RunError
from core.evaluation.interpreters import open_interpreter
from core.export.archive import below, zipped
from core.export.c_array import c_array_files
from core.export.esp_idf import esp_idf_files
from core.export.exported_model import ExportedModel
from core.export.flash_image import IMAGE_FILE, flash_image_files
from core.export.texts import filled
from core.export.tflite_form import tflite_files
from core.export.web_library import web_library
from core.export.web_page import web_page_files
from core.outputs import check_output, output_file, write_output, write_output_folder
from core.report.card import card_files
from core.report.contents import read_contents
from core.requests import ExportRequest
from core.runs.finished_model import LAST, FinishedModel, finished_image, finished_model, samples_of
from core.runs.folder import RunFolder
from core.runs.predictors import TflitePredictor
from core.task import Task

_TFLITE = ".tflite"
_BIN = ".bin"


def export(request: ExportRequest, task: Task) -> Exported:
    """Write what is asked for, with its model card; what was written.

    A single file other than a zip has the card beside it.

    Raises what reading a finished run raises, board-unknown, pin-in-use, board-not-real and what finding
    firmware raises for a form that needs firmware, esptool-js-missing, and what `core.outputs` raises;
    `Cancelled`.
    """
    folder = RunFolder(Path(request.run))
    finished = finished_model(folder, "Exporting")
    output = Path(request.output)
    card = card_files(read_contents(folder), finished.summary)
    beside = {f"{output.stem}-{name}": content for name, content in card.items()}
    task.status("Writing {output}", output=output)
    if request.form == "tflite" and output.suffix == _TFLITE:
        files = {output.name: finished.model}
        _write_with(beside, output, files[output.name], request)
    elif request.form == "flash-image" and output.suffix == _BIN:
        check_output(output, replace=request.replace)
        files = {output.name: _files(request, finished, folder, task)[IMAGE_FILE]}
        _write_with(beside, output, files[output.name], request)
    else:
        beside = {}
        files = card | _files(request, finished, folder, task)
        if request.form == "zip":
            files = {output.name: zipped(files)}
            write_output(output, files[output.name], replace=request.replace)
        else:
            write_output_folder(output, files, replace=request.replace)
    return Exported(
        run=request.run,
        form=request.form,
        output=request.output,
        files=tuple(sorted(files)),
        bytes=sum(map(len, files.values())),
        card=tuple(sorted(beside)),
    )


def _write_with(beside: Mapping[str, bytes], output: Path, content: bytes, request: ExportRequest) -> None:
    """Write a file and those beside it, none where one of them may not be written."""
    files = {output: content} | {output.with_name(name): own for name, own in beside.items()}
    for path in files:
        check_output(path, replace=request.replace)
    with contextlib.ExitStack() as together:
        for path, own in files.items():
            temporary = together.enter_context(output_file(path, replace=request.replace))
            temporary.write_bytes(own)


def _files(
    request: ExportRequest, finished: FinishedModel, folder: RunFolder, task: Task
) -> dict[str, bytes]:
    model = _exported_model(finished, folder)
    if request.board:
        board_profile(request.board)
    match request.form:
        case "tflite":
            return tflite_files(model)
        case "c-array":
            return c_array_files(model)
        case "esp-idf":
            return _project(model, finished, request)
        case "flash-image":
            profile = _real_board(finished, request)
            bundle = firmware_for(profile, request.firmware, task)
            return flash_image_files(model, finished_image(finished, profile), bundle, profile)
        case "web":
            profile = _real_board(finished, request)
            library = web_library()
            bundle = firmware_for(profile, request.firmware, task)
            samples = samples_of(folder, finished)
            task.status("Predicting the test images")
            file = TflitePredictor(open_interpreter(model.model), finished.name)
            image, shown = finished_image(finished, profile), samples.images
            return web_page_files(model, image, bundle, profile, shown, file.codes(shown)) | library
        case "card":
            return {}
        case "zip":
            return {
                **below("tflite", tflite_files(model)),
                **below("c-array", c_array_files(model)),
                **below("esp-idf", _project(model, finished, request)),
                "summary.json": folder.summary.read_bytes(),
                "README.md": filled("everything.md", model),
            }


def _project(model: ExportedModel, finished: FinishedModel, request: ExportRequest) -> dict[str, bytes]:
    profile = profile_for_run(request.board, finished.record.board)
    return esp_idf_files(model, finished_image(finished, profile), profile)


def _real_board(finished: FinishedModel, request: ExportRequest) -> BoardProfile:
    """The board of an export. Raises board-not-real for the virtual one: no firmware is built for it."""
    profile = profile_for_run(request.board, finished.record.board)
    if profile.is_virtual:
        known = ", ".join(one.id for one in board_profiles() if not one.is_virtual)
        raise BoardError("board-not-real", known=known)
    return profile


def _exported_model(finished: FinishedModel, folder: RunFolder) -> ExportedModel:
    coded = finished.summary.of(LAST)
    if coded is None:
        raise RunError("run-damaged", path=folder.summary, stage=LAST)
    return ExportedModel(
        model=finished.model,
        plain=folder.finished_file(finished.record, "quantize"),
        labels=finished.labels,
        accuracy=coded.accuracy,
        source=finished.summary.dataset.name,
        arena_bytes=coded.arena_bytes if coded.arena_measured else None,
        sure_score=finished.sure_score,
    )
