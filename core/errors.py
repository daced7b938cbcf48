"""Every error that the engine can end with, as one table.

An error has a stable code, says what happened and what to do about it, and may carry technical detail.
The guide has a section for each code (docs/guide/errors.md).
"""

from __future__ import annotations

from dataclasses import dataclass

EXIT_DONE = 0
EXIT_FAILED = 1
EXIT_USAGE = 2
EXIT_STOPPED = 130


@dataclass(frozen=True)
class ErrorKind:
    """One row of the table.

    `happened` and `remedy` are format strings; the values come with the error that is raised. `exit_code`
    is 2 where the request itself was wrong and 1 where carrying it out failed.
    """

    code: str
    happened: str
    remedy: str
    exit_code: int = EXIT_FAILED


class SqueezeError(Exception):
    """An error of the table, with the values that fill its sentences.

    `detail` is technical (a library's own words, an offset) and belongs below the two sentences.
    """

    def __init__(self, kind: ErrorKind, detail: str = "", **values: object) -> None:
        self.kind = kind
        self.happened = kind.happened.format(**values)
        self.remedy = kind.remedy.format(**values)
        self.detail = detail
        super().__init__(f"{self.happened} {self.remedy}")

    @property
    def code(self) -> str:
        return self.kind.code


class Cancelled(Exception):
    """The person asked to stop. Raised by `Task.check_cancelled`; nothing is wrong."""


DATA_NOT_FOUND = ErrorKind(
    "data-not-found",
    "There is nothing at {path}.",
    "Check the path, or choose the folder or archive with your pictures again.",
    EXIT_USAGE,
)
DATA_NO_PICTURES = ErrorKind(
    "data-no-pictures",
    "No pictures were found in {path}.",
    "Put JPEG, PNG, BMP, GIF or WebP pictures into one subfolder per class.",
)
DATA_ONE_CLASS = ErrorKind(
    "data-one-class",
    "Only one class, '{name}', was found in {path}.",
    "A classifier needs at least two: add a second subfolder with pictures of something else.",
)
DATA_EMPTY_CLASS = ErrorKind(
    "data-empty-class",
    "The class '{name}' has no readable picture.",
    "Add pictures to its folder, or remove the folder.",
)
DATA_TOO_FEW = ErrorKind(
    "data-too-few",
    "The class '{name}' has {count} readable pictures; {needed} are needed.",
    "Add more pictures to its folder, or remove the class.",
)
DATA_BAD_PICTURES = ErrorKind(
    "data-bad-pictures",
    "{count} pictures cannot be read; the first is {path}.",
    "Remove or replace them, or run with bad pictures left out.",
)
DATA_PERMISSION = ErrorKind(
    "data-permission",
    "You may not read {path}.",
    "Change its permissions, or copy the pictures to a folder of your own.",
)
DATA_NO_CLASSES = ErrorKind(
    "data-no-classes",
    "The pictures in {path} are not in class folders.",
    "Make one subfolder per class, named after it, and put each picture into the folder of its class.",
)
DATA_CLASSES_DIFFER = ErrorKind(
    "data-classes-differ",
    "The data's own splits have different classes: '{name}' is missing from {split}.",
    "Give every split the same class folders, each with pictures that no other split has.",
)
DATA_NOT_NAMED = ErrorKind(
    "data-not-named",
    "No pictures were named.",
    "Name a folder or an archive with --data, or take the built-in sample scenes with --data scenes.",
    EXIT_USAGE,
)
DATA_CHANGED = ErrorKind(
    "data-changed",
    "The pictures in {path} are not those that this run was made with: {difference}.",
    "Put them back as they were, or begin the run anew with those that are there (--from train).",
)
ARCHIVE_UNREADABLE = ErrorKind(
    "archive-unreadable",
    "{path} is not a readable zip or tar archive.",
    "Download or copy it again; if it is not an archive at all, choose a folder.",
)
ARCHIVE_UNSAFE = ErrorKind(
    "archive-unsafe",
    "{path} holds an entry that is not safe to unpack: {entry} ({reason}).",
    "Nothing was unpacked. Unpack it yourself if you trust it, and choose the folder.",
)
ARCHIVE_TOO_LARGE = ErrorKind(
    "archive-too-large",
    "{path} would unpack to more than {limit}.",
    "Nothing was kept. Unpack it yourself if you trust it, and choose the folder.",
)
ARCHIVE_ENCRYPTED = ErrorKind(
    "archive-encrypted",
    "{path} is protected with a password.",
    "Unpack it yourself with the password, and choose the folder.",
)
DISK_FULL = ErrorKind(
    "disk-full",
    "The disk is full: {path} could not be written.",
    "Free some space and go on with the same run; what was finished is kept.",
)
WRITE_PERMISSION = ErrorKind(
    "write-permission",
    "You may not write to {path}.",
    "Choose another folder for the results, or change its permissions.",
)
SETTING_INVALID = ErrorKind(
    "setting-invalid",
    "A setting is out of range: {reason}.",
    "Change it and try again.",
    EXIT_USAGE,
)
USAGE = ErrorKind(
    "usage",
    "The command cannot be understood: {reason}.",
    "'{command} --help' shows what it takes.",
    EXIT_USAGE,
)
RUN_NOT_FOUND = ErrorKind(
    "run-not-found",
    "{path} is not a run folder.",
    "Choose a folder that holds a run.json, or start a new run.",
    EXIT_USAGE,
)
RUN_OTHER_VERSION = ErrorKind(
    "run-other-version",
    "{path} was made by another version of the program (format {found}, this one reads {known}).",
    "Start a new run in another folder; the old results are untouched.",
)
RUN_EXISTS = ErrorKind(
    "run-exists",
    "{path} already holds a run with other settings: {difference}.",
    "Go on with its settings (--resume), start a stage anew (--from), or choose another folder.",
    EXIT_USAGE,
)
RUN_DAMAGED = ErrorKind(
    "run-damaged",
    "{path} cannot be read.",
    "Run the stage that writes it again (--from {stage}).",
)
RUN_IN_USE = ErrorKind(
    "run-in-use",
    "{path} is being worked on by another process.",
    "Wait for it or stop it, then try again.",
)
STAGE_MISSING = ErrorKind(
    "stage-missing",
    "{stage} cannot start: {needed} has not finished in this run.",
    "Run the earlier stage first (--from {needed}).",
    EXIT_USAGE,
)
MODEL_NOT_FOUND = ErrorKind(
    "model-not-found",
    "There is no model file at {path}.",
    "Check the path.",
    EXIT_USAGE,
)
MODEL_UNREADABLE = ErrorKind(
    "model-unreadable",
    "{path} is not a readable model file.",
    "It may be cut short or of another format: copy or convert it again.",
)
MODEL_NOT_INT8 = ErrorKind(
    "model-not-int8",
    "{path} is not an int8 model: {reason}.",
    "Convert it with full-integer quantization (int8 in and out) first.",
    EXIT_USAGE,
)
MODEL_ALREADY_CODED = ErrorKind(
    "model-already-coded",
    "{path} is Huffman-coded already.",
    "Use it as it is, or compress the plain int8 model it came from.",
    EXIT_USAGE,
)
MODEL_NOT_RUNNABLE = ErrorKind(
    "model-not-runnable",
    "{path} does not run: {reason}.",
    "See the technical detail; the model may use an operator that this runtime lacks.",
)
MODEL_OTHER_CLASSES = ErrorKind(
    "model-other-classes",
    "{path} tells {found} classes apart, the pictures have {needed}.",
    "Name the pictures that the model was made for, or others with the same class folders.",
    EXIT_USAGE,
)
PICTURE_UNREADABLE = ErrorKind(
    "picture-unreadable",
    "{path} is not a readable picture.",
    "Open it in a picture viewer; if that fails too, replace it.",
)
PROOF_FAILED = ErrorKind(
    "proof-failed",
    "The Huffman-coded model is not identical to the int8 model: {reason}.",
    "Nothing was kept of it. Please report this with the run folder's log.",
)
TRAINING_DIVERGED = ErrorKind(
    "training-diverged",
    "Training diverged: the loss is no longer a number in epoch {epoch}.",
    "Lower the learning rate, then go on; the epochs before it are kept.",
)
MEMORY_EXHAUSTED = ErrorKind(
    "memory-exhausted",
    "The computer ran out of memory while {doing}.",
    "Use smaller pictures or a smaller batch, or close other programs, then go on with the same run.",
)
MODEL_IMAGE_MISSING = ErrorKind(
    "model-image-missing",
    "There is no model image: the first bytes are not those of one.",
    "Flash a model to the board; if this is a file, choose the run's model.img.",
)
MODEL_IMAGE_VERSION = ErrorKind(
    "model-image-version",
    "The model image is of another version (format {found}, this program and its firmware read {known}).",
    "Flash the board again, firmware and model.",
)
MODEL_IMAGE_LENGTH = ErrorKind(
    "model-image-length",
    "The model image is cut short, or its length is not a possible one.",
    "Flash the model again; if that does not help, the board's flash is too small for it.",
)
MODEL_IMAGE_DAMAGED = ErrorKind(
    "model-image-damaged",
    "The model image is damaged: its hash does not match its bytes.",
    "Flash the model again, more slowly or with another cable.",
)
MODEL_IMAGE_FIELD = ErrorKind(
    "model-image-field",
    "The model image contradicts its format: {field} {reason}.",
    "Make it again from the run, then flash the board.",
)
BOARD_SILENT = ErrorKind(
    "board-silent",
    "The board does not answer ({waited}).",
    "Check that it is flashed and that the right port is chosen, press its reset button, then try again.",
)
BOARD_DISCONNECTED = ErrorKind(
    "board-disconnected",
    "The connection to the board broke off.",
    "Check the cable, connect the board again, then try again.",
)
LINK_VERSION = ErrorKind(
    "link-version",
    "The board's firmware speaks another version of the link ({found}, this program speaks {known}).",
    "Flash the board's firmware again with this program.",
)
LINK_GARBLED = ErrorKind(
    "link-garbled",
    "What the board sends does not make sense ({reason}).",
    "Use a shorter cable without a hub, or a lower speed; if it stays, flash the firmware again.",
)
BOARD_REPORTED = ErrorKind(
    "board-reported",
    "The board reports: {sentence}.",
    "{advice}",
)
WORKER_CRASHED = ErrorKind(
    "worker-crashed",
    "The work stopped unexpectedly ({reason}).",
    "Go on with the same run: it continues from the last finished epoch. The log has the last lines.",
)
UNEXPECTED = ErrorKind(
    "unexpected",
    "Something went wrong that the program did not expect: {reason}.",
    "What was finished is kept. Please report it with the technical detail.",
)


def kinds() -> tuple[ErrorKind, ...]:
    """All rows of the table, in the order in which they are written above."""
    return tuple(value for value in globals().values() if isinstance(value, ErrorKind))
