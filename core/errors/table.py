"""The table of errors: of each code what happened, what to do about it, and the exit code.

The sentences are format strings; the values come with the error that is raised. A code is an interface:
scripts match it, translations and the guide (docs/guide/errors.md) follow it. `core.errors` has an exception
class for each part of the table.
"""

from __future__ import annotations

from typing import NamedTuple

EXIT_DONE = 0
EXIT_FAILED = 1
EXIT_USAGE = 2
EXIT_STOPPED = 130


class Row(NamedTuple):
    """`exit_code` is 2 where the request itself was wrong and 1 where carrying it out failed."""

    happened: str
    remedy: str
    exit_code: int


def _usage(happened: str, remedy: str) -> Row:
    return Row(happened, remedy, EXIT_USAGE)


def _failed(happened: str, remedy: str) -> Row:
    return Row(happened, remedy, EXIT_FAILED)


USAGE = {
    "usage": _usage("The command cannot be understood: {reason}.", "'{command} --help' shows what it takes."),
    "setting-invalid": _usage("A setting is out of range: {reason}.", "Change it and try again."),
}

DATA = {
    "data-not-found": _usage(
        "There is nothing at {path}.",
        "Check the path, or choose the folder or archive with your pictures again.",
    ),
    "data-not-named": _usage(
        "No pictures were named.",
        "Name a folder or an archive with --data, or take the built-in sample scenes with --data scenes.",
    ),
    "data-permission": _failed(
        "You may not read {path}.", "Change its permissions, or copy the pictures to a folder of your own."
    ),
    "data-no-pictures": _failed(
        "No pictures that can be read were found in {path}.",
        "Put JPEG, PNG, BMP, GIF or WebP pictures into one subfolder per class.",
    ),
    "data-bad-pictures": _failed(
        "{count} pictures cannot be read; the first is {path}.",
        "Remove or replace them, or run with bad pictures left out.",
    ),
    "picture-unreadable": _failed(
        "{path} is not a readable picture.", "Open it in a picture viewer; if that fails too, replace it."
    ),
    "data-no-classes": _failed(
        "The pictures in {path} are not in class folders.",
        "Make one subfolder per class, named after it, and put each picture into the folder of its class.",
    ),
    "data-one-class": _failed(
        "Only one class, '{name}', was found in {path}.",
        "A classifier needs at least two: add a second subfolder with pictures of something else.",
    ),
    "data-empty-class": _failed(
        "The class '{name}' has no readable picture.", "Add pictures to its folder, or remove the folder."
    ),
    "data-too-few": _failed(
        "The class '{name}' has {count} readable pictures; {needed} are needed.",
        "Add more pictures to its folder, or remove the class.",
    ),
    "data-class-name": _failed(
        "The name of the class {name} has a line break or another character that cannot be shown.",
        "Rename its folder.",
    ),
    "data-classes-differ": _failed(
        "The data's own splits have different classes: '{name}' is missing from {split}.",
        "Give every split the same class folders, each with pictures that no other split has.",
    ),
    "data-name-unknown": _usage(
        "There is no class '{name}' in the data.",
        "Choose one of those that 'squeeze data' lists; a picture is named by its path in the data, with "
        "'/'.",
    ),
    "data-changed": _failed(
        "The pictures in {path} are not those that this run was made with: {difference}.",
        "Put them back as they were, or begin the run anew with those that are there (--from train).",
    ),
    "data-batch-unreadable": _failed(
        "{path} is not a batch of CIFAR-10 pictures: {reason}.",
        "Download CIFAR-10's python version again; its pictures in class folders will do as well.",
    ),
    "catalogue-unreadable": _failed(
        "The list of pictures in {path} cannot be read.", "Look at the pictures again: the list is made anew."
    ),
    "archive-unreadable": _failed(
        "{path} is not a readable zip or tar archive.",
        "Download or copy it again; if it is not an archive at all, choose a folder.",
    ),
    "archive-unsafe": _failed(
        "{path} holds an entry that is not safe to unpack: {entry} ({reason}).",
        "Nothing was unpacked. Unpack it yourself if you trust it, and choose the folder.",
    ),
    "archive-too-large": _failed(
        "{path} would unpack to more than {limit}.",
        "Nothing was kept. Unpack it yourself if you trust it, and choose the folder.",
    ),
    "archive-encrypted": _failed(
        "{path} is protected with a password.", "Unpack it yourself with the password, and choose the folder."
    ),
}

MODEL = {
    "model-not-found": _usage("There is no model file at {path}.", "Check the path."),
    "model-unreadable": _failed(
        "{path} is not a readable model file.",
        "It may be cut short or of another format: copy or convert it again.",
    ),
    "model-foreign": _usage(
        "{path} is not a network of this program: {reason}.",
        "Nothing of it was run. Choose float.keras or pruned.keras of a run; of other networks int8 .tflite "
        "files are read.",
    ),
    "model-not-int8": _usage(
        "{path} is not an int8 model: {reason}.",
        "Convert it with full-integer quantization (int8 in and out) first.",
    ),
    "model-already-coded": _usage(
        "{path} is Huffman-coded already.", "Use it as it is, or compress the plain int8 model it came from."
    ),
    "model-not-runnable": _failed(
        "{path} does not run: {reason}.",
        "See the technical detail; the model may use an operator that this runtime lacks.",
    ),
    "model-other-classes": _usage(
        "{path} tells {found} classes apart, the pictures have {needed}.",
        "Name the pictures that the model was made for, or others with the same class folders.",
    ),
    "weights-unreadable": _failed(
        "{path} is not a file of weights that PyTorch saved.",
        "Name a .pth file of torchvision's SqueezeNet, or one saved with torch.save(model.state_dict(), "
        "file).",
    ),
    "weights-unsafe": _failed(
        "{path} holds more than weights: reading it would call {name}.",
        "Nothing of it was executed. Take the file from a source that you trust, saved as a state_dict.",
    ),
    "weights-other-network": _usage(
        "The weights in {path} are not those of the network that was asked for: {reason}.",
        "Choose the network that they belong to (--network), with width 1, no bypass and the published "
        "ratios.",
    ),
    "weights-not-fetched": _usage(
        "The ImageNet weights of {network} are not on this computer yet.",
        "Fetch them once: on the page Train, or with 'squeeze weights fetch {network}'.",
    ),
    "weights-damaged": _failed(
        "{path} is not the file that was published: its SHA-256 begins with {found} instead of {expected}.",
        "Nothing of it was used. Fetch it again; a login page of the network may have come in its place.",
    ),
    "proof-failed": _failed(
        "The Huffman-coded model is not identical to the int8 model: {reason}.",
        "Nothing was kept of it. Please report this with the run folder's log.",
    ),
    "model-image-missing": _failed(
        "There is no model image: the first bytes are not those of one.",
        "Flash a model to the board; if this is a file, choose the run's model.img.",
    ),
    "model-image-version": _failed(
        "The model image is of another version (format {found}, this program and its firmware read {known}).",
        "Flash the board again, firmware and model.",
    ),
    "model-image-length": _failed(
        "The model image is cut short, or its length is not a possible one.",
        "Flash the model again; if that does not help, the board's flash is too small for it.",
    ),
    "model-image-damaged": _failed(
        "The model image is damaged: its hash does not match its bytes.",
        "Flash the model again, more slowly or with another cable.",
    ),
    "model-image-field": _failed(
        "The model image contradicts its format: {field} {reason}.",
        "Make it again from the run, then flash the board.",
    ),
}

RUN = {
    "run-not-found": _usage(
        "{path} is not a run folder.", "Choose a folder that holds a run.json, or start a new run."
    ),
    "run-other-version": _failed(
        "{path} was made by another version of the program (format {found}, this one reads {known}).",
        "Start a new run in another folder; the old results are untouched.",
    ),
    "run-exists": _usage(
        "{path} already holds a run with other settings: {difference}.",
        "Go on with its settings (--resume), start a stage anew (--from), or choose another folder.",
    ),
    "run-damaged": _failed(
        "{path} is damaged, or is not the file that its stage wrote.",
        "Run the stage that writes it again (--from {stage}).",
    ),
    "run-record-damaged": _failed(
        "{path} cannot be read as the record of a run.",
        "Nothing in its folder was changed. Put the file back from a copy, or start a new run in another "
        "folder.",
    ),
    "run-in-use": _failed(
        "{path} is being worked on by another process.", "Wait for it or stop it, then try again."
    ),
    "run-moved": _failed(
        "{path} was deleted or moved while it was being worked on.",
        "If it was moved, go on with it where it is now (--resume): its finished epochs are in it. If it "
        "was deleted, start a new run.",
    ),
    "stage-missing": _usage(
        "{stage} cannot start: {needed} has not finished in this run.",
        "Run the earlier stage first (--from {needed}).",
    ),
    "training-diverged": _failed(
        "Training diverged: the loss is no longer a number in epoch {epoch}.",
        "Lower the learning rate, then go on; the epochs before it are kept.",
    ),
}

BOARD = {
    "board-unknown": _usage("There is no board called {board}.", "Choose one of: {known}."),
    "board-not-named": _usage(
        "Nothing says which board is on {port}; its chip is {chip}.", "Name it with --board: {known}."
    ),
    "board-not-virtual": _usage(
        "The board on {port} is a real one, and the virtual board was chosen.",
        "Choose the board that is connected (--board: {known}). Nothing was written.",
    ),
    "board-other-model": _failed(
        "The board runs another model than this one.", "Flash this model to the board, then try again."
    ),
    "board-no-camera": _usage(
        "The board on {port} has no camera, and no pictures were named.",
        "Name pictures or a folder of them with --pictures.",
    ),
    "listen-refused": _usage(
        "The virtual board cannot be offered at {address}.",
        "Another program may use that port: choose another one, or 0 for any that is free.",
    ),
    "flash-file-size": _usage(
        "{path} has {found} bytes; a flash chip of {size} bytes was asked for.",
        "Choose the file of this board, or one that is not there yet.",
    ),
    "port-not-found": _usage(
        "There is no serial port {port}.",
        "Connect the board with a data cable and choose its port from the list again.",
    ),
    "port-unreachable": _usage(
        "No board is offered at {port}.",
        "Check the address, and start what offers the board there ('squeeze virtual-board' tells its "
        "address).",
    ),
    "port-busy": _failed(
        "Another program uses {port}.",
        "Close serial monitors and other programs that may have it open, then try again.",
    ),
    "port-permission": _failed("Your account may not use {port}.", "{command}"),
    "board-silent": _failed(
        "The board does not answer ({waited}).",
        "Check that it is flashed and that the right port is chosen, press its reset button, then try again.",
    ),
    "board-disconnected": _failed(
        "The connection to the board broke off.", "Check the cable, connect the board again, then try again."
    ),
    "board-reported": _failed("The board reports: {sentence}.", "{advice}"),
    "link-version": _failed(
        "The board's firmware speaks another version of the link ({found}, this program speaks {known}).",
        "Flash the board's firmware again with this program.",
    ),
    "link-garbled": _failed(
        "What the board sends does not make sense ({reason}).",
        "Use a shorter cable without a hub, or a lower speed; if it stays, flash the firmware again.",
    ),
}

FLASH = {
    "port-vanished": _failed(
        "The connection on {port} broke off.",
        "Check the cable and connect the board again. Its loader is in ROM: flashing again mends it.",
    ),
    "board-no-data": _failed(
        "Nothing came back from the board on {port}.",
        "Use a cable that carries data. If that is not it, hold BOOT down, press EN (RST) once and try "
        "again.",
    ),
    "board-wrong-boot-mode": _failed(
        "The board on {port} started its program instead of its loader.",
        "Hold its BOOT button down while connecting. An ESP32-CAM needs IO0 joined with GND instead.",
    ),
    "board-noise": _failed(
        "What arrived from the board on {port} was damaged, at the lowest speed too.",
        "Use a shorter cable, without a hub, and take other loads off the board's supply.",
    ),
    "stub-failed": _failed(
        "The board on {port} did not start the helper program for flashing.",
        "Try again without it, and at a lower speed; other things connected to the board may be in the way.",
    ),
    "board-wrong-chip": _failed(
        "The board on {port} has the chip {found}, not {expected}.",
        "Choose the board that is connected, or connect the one that was chosen. Nothing was written.",
    ),
    "board-locked": _failed(
        "The board on {port} has security features burnt in that keep it from being flashed ({feature}).",
        "Use another board: they cannot be undone. Nothing was written.",
    ),
    "flash-too-small": _failed(
        "{name} needs {needed} of flash, and there is room for {available}.",
        "Choose a smaller network, or a board with more flash. Nothing was written.",
    ),
    "flash-mismatch": _failed(
        "What is in the board's flash is not what was written ({name}).",
        "Flash again. If it stays, the board's power supply or flash is at fault: try another USB port.",
    ),
    "flashing-failed": _failed(
        "Flashing the board on {port} failed while {doing}.",
        "Disconnect the board, connect it again and retry; the technical detail has the flasher's own words.",
    ),
    "backup-unusable": _usage(
        "{path} is not a backup that fits this board ({reason}).",
        "Choose the file that was saved from a board with the same size of flash.",
    ),
}

FIRMWARE = {
    "firmware-missing": _failed(
        "There is no firmware for boards of the kind {variant} on this computer.",
        "Import a firmware bundle, fetch the one of the project's release page, or build it with ESP-IDF.",
    ),
    "firmware-not-released": _failed(
        "No firmware for boards of the kind {variant} has been released yet.",
        "Build it with ESP-IDF, or use the virtual board, which needs none.",
    ),
    "firmware-unreadable": _failed(
        "{path} is not a firmware bundle ({reason}).",
        "Choose a zip file that this project's release page or this program's build made.",
    ),
    "firmware-damaged": _failed(
        "The firmware bundle {path} is damaged: the hash of {name} is not the one expected.",
        "Fetch, copy or build it again. Nothing of it was used.",
    ),
    "firmware-link-version": _failed(
        "The firmware in {path} speaks version {found} of the link; this program speaks {known}.",
        "Use the bundle that belongs to this version of the program.",
    ),
    "firmware-other-board": _failed(
        "The firmware in {path} is for boards of the kind {found}, not {variant}.",
        "Choose the bundle for your board.",
    ),
    "firmware-build-failed": _failed(
        "Building the firmware failed while {doing}.",
        "The log has the build's last lines; check that the firmware supports this version of ESP-IDF.",
    ),
    "idf-missing": _failed(
        "ESP-IDF was not found on this computer.",
        "Install it or Docker, or say where it is with IDF_PATH; or import a firmware bundle built "
        "elsewhere.",
    ),
}

FILE = {
    "disk-full": _failed(
        "The disk is full: {path} could not be written.",
        "Free some space and go on with the same run; what was finished is kept.",
    ),
    "write-permission": _failed(
        "You may not write to {path}.", "Choose another folder for the results, or change its permissions."
    ),
    "name-too-long": _failed(
        "The name {path} is too long for this system.",
        "Choose a shorter name, or a folder nearer to the top of the disk.",
    ),
    "name-not-text": _failed(
        "The name {path} is not readable text: it is not UTF-8.", "Rename the file or folder, and try again."
    ),
    "name-unusable": _failed(
        "{path} cannot be used as the name of a file or folder ({reason}).", "Choose another name."
    ),
    "not-empty": _usage(
        "{path} is there already and has something in it.",
        "Choose a folder that is not there yet, or an empty one.",
    ),
    "output-exists": _usage(
        "{path} is there already.", "Name a file that is not there yet, or replace this one with --force."
    ),
    "not-replaceable": _usage(
        "{path} is not an ordinary file, but a link, a folder or a device.",
        "It was left as it is. Move it away, or name another file.",
    ),
    "not-a-folder": _usage(
        "{path} is not an ordinary folder, but a link or a file.",
        "It was left as it is. Move it away, or choose another folder.",
    ),
    "not-a-file": _usage(
        "{path} is {found}, not a file.",
        "Choose a file. What a pipe or a device gives can be saved as one first.",
    ),
    "output-closed": _failed(
        "There is nowhere to show the result: standard output is closed.",
        "Leave it open, or send it to a file or to nobody: '{command} > result.txt', '{command} > "
        "/dev/null'.",
    ),
}

DOWNLOAD = {
    "download-offline": _failed(
        "{host} cannot be reached: this computer seems to be offline.",
        "Go online and try again, or fetch {address} on another computer and choose the file here.",
    ),
    "download-proxy": _failed(
        "The proxy {proxy} does not let {address} through.",
        "Check the proxy in the settings of the system or in the variables http_proxy, https_proxy and "
        "no_proxy.",
    ),
    "download-failed": _failed(
        "{address} could not be fetched: {reason}.",
        "Try again later, or fetch it on another computer and choose the file here.",
    ),
    "download-cut-off": _failed(
        "The download of {address} was cut off after {received} bytes.",
        "Nothing of it was kept. Check the internet connection and try again.",
    ),
    "download-too-large": _failed(
        "What is at {address} is larger than {most} bytes, and so not what belongs there.",
        "Nothing of it was kept. Try again later; a login page or a filter of the network may be in between.",
    ),
}

PROGRAM = {
    "memory-exhausted": _failed(
        "There was not enough memory, and the work ended.",
        "Lower the memory for pictures, the batch size or the image size, or close other programs; then go "
        "on.",
    ),
    "worker-crashed": _failed(
        "The work stopped unexpectedly ({reason}).",
        "Try again: a run goes on from its last finished epoch. The log has the last lines.",
    ),
    "unexpected": _failed(
        "Something went wrong that the program did not expect: {reason}.",
        "What was finished is kept. Please report it with the technical detail.",
    ),
}

AREAS = (USAGE, DATA, MODEL, RUN, BOARD, FLASH, FIRMWARE, FILE, DOWNLOAD, PROGRAM)
TABLE: dict[str, Row] = {code: row for area in AREAS for code, row in area.items()}
