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
        self.values = {name: str(value) for name, value in values.items()}
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
    "No pictures that can be read were found in {path}.",
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
DATA_NAME_UNKNOWN = ErrorKind(
    "data-name-unknown",
    "There is no class '{name}' in the data.",
    "Choose one of those that 'squeeze data' lists; a picture is named by its path in the data, with '/'.",
    EXIT_USAGE,
)
CATALOGUE_UNREADABLE = ErrorKind(
    "catalogue-unreadable",
    "The list of pictures in {path} cannot be read.",
    "Look at the pictures again: the list is made anew.",
)
DATA_BATCH_UNREADABLE = ErrorKind(
    "data-batch-unreadable",
    "{path} is not a batch of CIFAR-10 pictures: {reason}.",
    "Download CIFAR-10's python version again; its pictures in class folders will do as well.",
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
WEIGHTS_UNREADABLE = ErrorKind(
    "weights-unreadable",
    "{path} is not a file of weights that PyTorch saved.",
    "Name a .pth file of torchvision's SqueezeNet, or one saved with torch.save(model.state_dict(), file).",
)
WEIGHTS_UNSAFE = ErrorKind(
    "weights-unsafe",
    "{path} holds more than weights: reading it would call {name}.",
    "Nothing of it was executed. Take the file from a source that you trust, saved as a state_dict.",
)
WEIGHTS_OTHER_NETWORK = ErrorKind(
    "weights-other-network",
    "The weights in {path} are not those of the network that was asked for: {reason}.",
    "Choose the network that they belong to (--network), with width 1, no bypass and the published ratios.",
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
BOARD_UNKNOWN = ErrorKind(
    "board-unknown",
    "There is no board called {board}.",
    "Choose one of: {known}.",
    EXIT_USAGE,
)
BOARD_NOT_NAMED = ErrorKind(
    "board-not-named",
    "Nothing says which board is on {port}; its chip is {chip}.",
    "Name it with --board: {known}.",
    EXIT_USAGE,
)
BOARD_NOT_VIRTUAL = ErrorKind(
    "board-not-virtual",
    "The board on {port} is a real one, and the virtual board was chosen.",
    "Choose the board that is connected (--board: {known}). Nothing was written.",
    EXIT_USAGE,
)
BOARD_OTHER_MODEL = ErrorKind(
    "board-other-model",
    "The board runs another model than this one.",
    "Flash this model to the board, then try again.",
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
PORT_NOT_FOUND = ErrorKind(
    "port-not-found",
    "There is no serial port {port}.",
    "Connect the board with a data cable and choose its port from the list again.",
    EXIT_USAGE,
)
PORT_UNREACHABLE = ErrorKind(
    "port-unreachable",
    "No board is offered at {port}.",
    "Check the address, and start what offers the board there ('squeeze virtual-board' tells its address).",
    EXIT_USAGE,
)
PORT_BUSY = ErrorKind(
    "port-busy",
    "Another program uses {port}.",
    "Close serial monitors and other programs that may have it open, then try again.",
)
PORT_PERMISSION = ErrorKind(
    "port-permission",
    "Your account may not use {port}.",
    "{command}",
)
PORT_VANISHED = ErrorKind(
    "port-vanished",
    "The connection on {port} broke off.",
    "Check the cable and connect the board again. Its loader is in ROM: flashing again mends it.",
)
BOARD_NO_DATA = ErrorKind(
    "board-no-data",
    "Nothing came back from the board on {port}.",
    "Use a cable that carries data. If that is not it, hold BOOT down, press EN (RST) once and try again.",
)
BOARD_WRONG_BOOT_MODE = ErrorKind(
    "board-wrong-boot-mode",
    "The board on {port} started its program instead of its loader.",
    "Hold its BOOT button down while connecting. An ESP32-CAM needs IO0 joined with GND instead.",
)
BOARD_NOISE = ErrorKind(
    "board-noise",
    "What arrived from the board on {port} was damaged, at the lowest speed too.",
    "Use a shorter cable, without a hub, and take other loads off the board's supply.",
)
STUB_FAILED = ErrorKind(
    "stub-failed",
    "The board on {port} did not start the helper program for flashing.",
    "Try again without it, and at a lower speed; other things connected to the board may be in the way.",
)
FLASH_MISMATCH = ErrorKind(
    "flash-mismatch",
    "What is in the board's flash is not what was written ({name}).",
    "Flash again. If it stays, the board's power supply or flash is at fault: try another USB port.",
)
FLASH_TOO_SMALL = ErrorKind(
    "flash-too-small",
    "{name} needs {needed} of flash, and there is room for {available}.",
    "Choose a smaller network, or a board with more flash. Nothing was written.",
)
BOARD_WRONG_CHIP = ErrorKind(
    "board-wrong-chip",
    "The board on {port} has the chip {found}, not {expected}.",
    "Choose the board that is connected, or connect the one that was chosen. Nothing was written.",
)
BOARD_LOCKED = ErrorKind(
    "board-locked",
    "The board on {port} has security features burnt in that keep it from being flashed ({feature}).",
    "Use another board: they cannot be undone. Nothing was written.",
)
FLASHING_FAILED = ErrorKind(
    "flashing-failed",
    "Flashing the board on {port} failed while {doing}.",
    "Disconnect the board, connect it again and retry; the technical detail has the flasher's own words.",
)
BACKUP_UNUSABLE = ErrorKind(
    "backup-unusable",
    "{path} is not a backup that fits this board ({reason}).",
    "Choose the file that was saved from a board with the same size of flash.",
    EXIT_USAGE,
)
FIRMWARE_MISSING = ErrorKind(
    "firmware-missing",
    "There is no firmware for boards of the kind {variant} on this computer.",
    "Import a firmware bundle, fetch the one of the project's release page, or build it with ESP-IDF.",
)
FIRMWARE_UNREADABLE = ErrorKind(
    "firmware-unreadable",
    "{path} is not a firmware bundle ({reason}).",
    "Choose a zip file that this project's release page or this program's build made.",
)
FIRMWARE_DAMAGED = ErrorKind(
    "firmware-damaged",
    "The firmware bundle {path} is damaged: the hash of {name} is not the one expected.",
    "Fetch, copy or build it again. Nothing of it was used.",
)
FIRMWARE_LINK_VERSION = ErrorKind(
    "firmware-link-version",
    "The firmware in {path} speaks version {found} of the link; this program speaks {known}.",
    "Use the bundle that belongs to this version of the program.",
)
FIRMWARE_OTHER_BOARD = ErrorKind(
    "firmware-other-board",
    "The firmware in {path} is for boards of the kind {found}, not {variant}.",
    "Choose the bundle for your board.",
)
FIRMWARE_NOT_RELEASED = ErrorKind(
    "firmware-not-released",
    "No firmware for boards of the kind {variant} has been released yet.",
    "Build it with ESP-IDF, or use the virtual board, which needs none.",
)
DOWNLOAD_FAILED = ErrorKind(
    "download-failed",
    "{address} could not be fetched.",
    "Check the internet connection and try again, or fetch it on another computer and import the file.",
)
IDF_MISSING = ErrorKind(
    "idf-missing",
    "ESP-IDF was not found on this computer.",
    "Install it or Docker, or say where it is with IDF_PATH; or import a firmware bundle built elsewhere.",
)
FIRMWARE_BUILD_FAILED = ErrorKind(
    "firmware-build-failed",
    "Building the firmware failed while {doing}.",
    "The log has the build's last lines; check that the firmware supports this version of ESP-IDF.",
)
LISTEN_REFUSED = ErrorKind(
    "listen-refused",
    "The virtual board cannot be offered at {address}.",
    "Another program may use that port: choose another one, or 0 for any that is free.",
    EXIT_USAGE,
)
FLASH_FILE_SIZE = ErrorKind(
    "flash-file-size",
    "{path} has {found} bytes; a flash chip of {size} bytes was asked for.",
    "Choose the file of this board, or one that is not there yet.",
    EXIT_USAGE,
)
NOT_EMPTY = ErrorKind(
    "not-empty",
    "{path} is there already and has something in it.",
    "Choose a folder that is not there yet, or empty this one.",
    EXIT_USAGE,
)
BOARD_NO_CAMERA = ErrorKind(
    "board-no-camera",
    "The board on {port} has no camera, and no pictures were named.",
    "Name pictures or a folder of them with --pictures.",
    EXIT_USAGE,
)
WORKER_CRASHED = ErrorKind(
    "worker-crashed",
    "The work stopped unexpectedly ({reason}).",
    "Try again: a run goes on from its last finished epoch. The log has the last lines.",
)
UNEXPECTED = ErrorKind(
    "unexpected",
    "Something went wrong that the program did not expect: {reason}.",
    "What was finished is kept. Please report it with the technical detail.",
)


def kinds() -> tuple[ErrorKind, ...]:
    """All rows of the table, in the order in which they are written above."""
    return tuple(value for value in globals().values() if isinstance(value, ErrorKind))
