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
    "usage": _usage("The command is not valid: {reason}.", "'{command} --help' shows how to use it."),
    "setting-invalid": _usage("A setting is not valid: {reason}.", "Change it and try again."),
}

DATA = {
    "data-not-found": _usage(
        "There is nothing at {path}.",
        "Check the path, or choose the folder or archive with your images again.",
    ),
    "data-not-named": _usage(
        "No images were given.",
        "Use --data with a folder or an archive, or --data scenes for the built-in sample scenes.",
    ),
    "data-permission": _failed(
        "You do not have permission to read {path}.",
        "Change its permissions, or copy the images to a folder of your own.",
    ),
    "data-no-pictures": _failed(
        "There are no readable images in {path}.",
        "Put JPEG, PNG, BMP, GIF or WebP images into one subfolder per class.",
    ),
    "data-bad-pictures": _failed(
        "{count} images cannot be read. The first is {path}.",
        "Remove or replace them, or let the run leave them out.",
    ),
    "picture-unreadable": _failed(
        "{path} is not a readable image.", "Open it in an image viewer. If that fails too, replace it."
    ),
    "data-no-classes": _failed(
        "The images in {path} are not in class folders.",
        "Create one subfolder per class, named after the class, and move its images into it.",
    ),
    "data-one-class": _failed(
        "There is only one class in {path}: '{name}'.",
        "A classifier needs at least two. Add a second subfolder with images of something else.",
    ),
    "data-empty-class": _failed(
        "The class '{name}' has no readable image.", "Add images to its folder, or remove the folder."
    ),
    "data-too-few": _failed(
        "The class '{name}' has {count} readable images, but needs {needed}.",
        "Add images to its folder, or remove the class.",
    ),
    "data-class-name": _failed(
        "The class name {name} has a line break or another character that cannot be shown.",
        "Rename its folder.",
    ),
    "data-classes-differ": _failed(
        "The splits in the data have different classes: '{name}' is missing from {split}.",
        "Give every split the same class folders, and put each image into one split only.",
    ),
    "data-name-unknown": _usage(
        "There is no class '{name}' in the data.",
        "'squeeze data' lists the classes. To name an image, use its path in the data, with '/'.",
    ),
    "data-changed": _failed(
        "The images in {path} have changed since this run used them: {difference}.",
        "Restore them, or restart the run from the beginning with the present ones (--from train).",
    ),
    "data-batch-unreadable": _failed(
        "{path} is not a CIFAR-10 batch: {reason}.",
        "Download the Python version of CIFAR-10 again, or use its images in class folders.",
    ),
    "data-labels-unreadable": _failed(
        "{path} does not say which class each image has: {reason}.",
        "Correct it, or put the images into one subfolder per class.",
    ),
    "data-labels-no-images": _failed(
        "{path} lists {count} images, but none of them is there. The first is {name}.",
        "Put the images into the folder with this file, or into the same archive.",
    ),
    "catalogue-unreadable": _failed(
        "The list of images in {path} cannot be read.", "Check the images again. This creates a new list."
    ),
    "archive-unreadable": _failed(
        "{path} is not a readable zip or tar archive.",
        "Download or copy it again. If it is not an archive, choose a folder.",
    ),
    "archive-unsafe": _failed(
        "{path} contains an entry that is not safe to unpack: {entry} ({reason}).",
        "Nothing was unpacked. If you trust the archive, unpack it yourself and choose the folder.",
    ),
    "archive-too-large": _failed(
        "{path} would unpack to more than {limit}.",
        "Nothing was kept. If you trust the archive, unpack it yourself and choose the folder.",
    ),
    "archive-encrypted": _failed(
        "{path} is protected with a password.", "Unpack it yourself with the password, and choose the folder."
    ),
}

MODEL = {
    "model-not-found": _usage("There is no model file at {path}.", "Check the path."),
    "model-unreadable": _failed(
        "{path} is not a readable model file.",
        "It may be truncated or in another format. Copy or convert it again.",
    ),
    "model-foreign": _usage(
        "{path} is not a model of this program: {reason}.",
        "Nothing in it was executed. Choose float.keras or pruned.keras of a run, or an int8 .tflite file.",
    ),
    "model-not-int8": _usage(
        "{path} is not an int8 model: {reason}.",
        "Convert it with full integer quantization first.",
    ),
    "model-without-gradients": _usage(
        "{path} has no heat map: that takes a network with gradients, which an int8 file has not.",
        "Choose float.keras or pruned.keras of the run.",
    ),
    "model-already-coded": _usage(
        "{path} is already Huffman-coded.",
        "Use it as it is, or compress the int8 model that it was made from.",
    ),
    "model-not-runnable": _failed(
        "{path} cannot be run: {reason}.",
        "Often, this runtime lacks an operator of the model. The technical detail shows more.",
    ),
    "model-other-classes": _usage(
        "The classes differ: {path} has {found}, the images have {needed}.",
        "Choose the images that the model was trained on, or others with the same class folders.",
    ),
    "weights-unreadable": _failed(
        "{path} is not a file of PyTorch weights.",
        "Choose torchvision's .pth file, or one saved with torch.save(model.state_dict(), file).",
    ),
    "weights-unsafe": _failed(
        "{path} contains more than weights: reading it would call {name}.",
        "Nothing was executed. Use a file from a source that you trust, saved as a state_dict.",
    ),
    "weights-other-network": _usage(
        "The weights in {path} do not fit the network: {reason}.",
        "Choose their network (--network), with width 1, the published ratios and no bypass.",
    ),
    "weights-not-fetched": _usage(
        "The ImageNet weights of {network} are not on this computer.",
        "Download them once, on the page Train or with 'squeeze weights fetch {network}'.",
    ),
    "weights-damaged": _failed(
        "{path} is not the published file: its SHA-256 begins with {found} instead of {expected}.",
        "It was not used. Download it again. A login page of the network may have replaced it.",
    ),
    "proof-failed": _failed(
        "The Huffman-coded model is not identical to the int8 model: {reason}.",
        "It was deleted. Please report this with the log in the run folder.",
    ),
    "model-image-missing": _failed(
        "There is no model image: the data does not begin with its signature.",
        "Flash a model to the board. If this is a file, choose the run's model.img.",
    ),
    "model-image-version": _failed(
        "The model image has format {found}. This program and its firmware read {known}.",
        "Flash the board again, firmware and model.",
    ),
    "model-image-length": _failed(
        "The model image is truncated, or its length is not valid.",
        "Flash the model again. If this does not help, the board's flash is too small for it.",
    ),
    "model-image-damaged": _failed(
        "The model image is damaged: its hash does not match.",
        "Flash the model again, at a lower speed or with another cable.",
    ),
    "model-image-field": _failed(
        "A field of the model image is not valid: {field} {reason}.",
        "Create it again from the run, then flash the board.",
    ),
}

RUN = {
    "run-not-found": _usage(
        "{path} is not a run folder.", "Choose a folder that contains a run.json, or start a new run."
    ),
    "run-other-version": _failed(
        "{path} has format {found}, of another version of the program. This version reads {known}.",
        "Start a new run in another folder. Nothing in this one was changed.",
    ),
    "run-exists": _usage(
        "{path} already contains a run with other settings: {difference}.",
        "Resume it with its own settings (--resume), restart a stage (--from), or choose another folder.",
    ),
    "run-name-taken": _usage("{path} already exists.", "Choose another name."),
    "run-damaged": _failed(
        "{path} is damaged, or was changed after its stage wrote it.",
        "Run this stage again (--from {stage}).",
    ),
    "run-record-damaged": _failed(
        "{path} cannot be read as the record of a run.",
        "Nothing in its folder was changed. Restore the file from a copy, or start a new run elsewhere.",
    ),
    "run-in-use": _failed(
        "Another process is working on {path}.", "Wait until it ends, or stop it. Then try again."
    ),
    "run-moved": _failed(
        "{path} was deleted or moved while the program worked on it.",
        "If you moved it, resume it there (--resume): finished epochs are kept. If not, start a new run.",
    ),
    "stage-missing": _usage(
        "{stage} cannot start: {needed} is not finished in this run.",
        "Run the earlier stage first (--from {needed}).",
    ),
    "training-diverged": _failed(
        "Training diverged: in epoch {epoch}, the loss is not a number.",
        "Lower the learning rate, then resume. The epochs before this one are kept.",
    ),
    "exploration-damaged": _failed(
        "{path} is damaged.", "Explore into another folder. The finished points are still in points/."
    ),
    "exploration-differs": _usage(
        "The points in {path} were trained with other images, settings or epochs.",
        "Explore into another folder, or with the same options: only the grid may differ.",
    ),
    "explore-missing": _failed(
        "The packages for exploring are not installed.",
        "Run pip install 'squeeze-studio[explore]' to install them.",
    ),
    "cluster-not-reached": _failed(
        "There is no Dask scheduler at {address}, or it refused the connection.",
        "Start it with 'dask scheduler', and check the address and the certificates.",
    ),
    "cluster-no-workers": _failed(
        "No worker is connected to the scheduler at {address}.",
        "Start workers with 'dask worker {address}' where this program is installed.",
    ),
    "cluster-other-version": _failed(
        "A worker of the cluster has version {here} of this program, and {needed} is needed.",
        "Install version {needed} on all workers.",
    ),
    "cluster-lost": _failed(
        "The connection to the cluster was lost.",
        "Start it again and repeat the command. Finished points are kept.",
    ),
    "cluster-point-lost": _failed(
        "Every worker that trained {name} was lost.", "Give the workers more memory, or leave this point out."
    ),
    "cluster-answer": _failed(
        "What the cluster sent for {name} is not a run of this program.",
        "Nothing was kept of it. Check who started the cluster, and install this version on all workers.",
    ),
}

BOARD = {
    "board-unknown": _usage("There is no board called {board}.", "Choose one of: {known}."),
    "board-not-named": _usage(
        "The board on {port} cannot be identified. Its chip is {chip}.",
        "Name the board with --board: {known}.",
    ),
    "board-not-virtual": _usage(
        "The virtual board is chosen, but the board on {port} is a real one.",
        "Nothing was written. Choose the connected board (--board: {known}).",
    ),
    "board-not-real": _usage(
        "The virtual board is chosen, but only real boards are flashed with firmware.",
        "Choose the type of your board (--board: {known}).",
    ),
    "board-other-model": _failed(
        "The board has another model.", "Flash this model to the board, then try again."
    ),
    "pin-in-use": _usage(
        "GPIO {pin} is {use} of {board}.", "Nothing was written. Choose another pin for this action: {free}."
    ),
    "board-impossible": _usage(
        "This board cannot be: {reason}.", "Nothing was saved. Compare it with the maker's document."
    ),
    "board-camera-unknown": _usage(
        "'{camera}' is neither a board whose camera is known nor a pin of a camera.",
        "Nothing was saved. Name one of {known}, or pins such as 'clock=15 sda=4 ...'.",
    ),
    "board-camera-incomplete": _usage(
        "The description of the camera has no pins for {missing}.",
        "Nothing was saved. A camera needs clock, sda, scl, d0 to d7, vsync, href and pixel_clock.",
    ),
    "board-pin-impossible": _usage(
        "GPIO {pin} cannot be the {part} of {board}: it is {use}.",
        "Nothing was saved. Look up the pin in the maker's document.",
    ),
    "board-pin-twice": _usage(
        "GPIO {pin} of {board} would be two things: {other} and {part}.",
        "Nothing was saved. Look up both pins in the maker's document.",
    ),
    "boards-file-unreadable": _failed(
        "The file with your own boards cannot be understood: {path} ({reason}).",
        "Boards with mistakes are left out. Correct the file, or delete it and add the board again.",
    ),
    "class-unknown": _usage(
        "The model has no class called {class_name}.", "Choose one of its classes: {known}."
    ),
    "board-no-camera": _usage(
        "The board on {port} has no camera, and no images were given.",
        "Use --pictures with an image or a folder of images.",
    ),
    "listen-refused": _usage(
        "The virtual board cannot listen at {address}.",
        "Another program may use this port. Choose another one, or 0 for any free port.",
    ),
    "flash-file-size": _usage(
        "{path} has {found} bytes, but the flash chip has {size} bytes.",
        "Choose the flash file of this board, or one that does not exist yet.",
    ),
    "port-not-found": _usage(
        "There is no serial port {port}.",
        "Connect the board with a data cable, then choose its port from the list again.",
    ),
    "port-unreachable": _usage(
        "There is no board at {port}.",
        "Check the address, and start what offers the board there, such as 'squeeze virtual-board'.",
    ),
    "port-busy": _failed(
        "Another program is using {port}.",
        "Close serial monitors and other programs that may have it open, then try again.",
    ),
    "port-permission": _failed("Your account does not have permission to use {port}.", "{command}"),
    "board-silent": _failed(
        "The board does not answer ({waited}).",
        "Check that it is flashed and that the port is right, press its reset button, then try again.",
    ),
    "board-disconnected": _failed(
        "The connection to the board was lost.", "Check the cable, connect the board again, then try again."
    ),
    "board-reported": _failed("The board reports: {sentence}.", "{advice}"),
    "link-version": _failed(
        "The firmware uses link protocol version {found}. This program uses {known}.",
        "Flash the board's firmware again with this program.",
    ),
    "link-garbled": _failed(
        "The board's answers cannot be read ({reason}).",
        "Use a shorter cable without a hub, or a lower speed. If this does not help, flash the firmware.",
    ),
}

FLASH = {
    "port-vanished": _failed(
        "The connection on {port} was lost.",
        "Check the cable, connect the board and flash again. Its boot loader is in ROM and still works.",
    ),
    "board-no-data": _failed(
        "The board on {port} sends nothing.",
        "Use a data cable. If this does not help, hold BOOT, press EN (RST) once and try again.",
    ),
    "board-wrong-boot-mode": _failed(
        "The board on {port} started its program instead of its boot loader.",
        "Hold BOOT while you connect it. On an ESP32-CAM, connect IO0 to GND instead.",
    ),
    "board-noise": _failed(
        "The data from the board on {port} was damaged, even at the lowest speed.",
        "Use a shorter cable without a hub, and disconnect other loads from the board's power supply.",
    ),
    "stub-failed": _failed(
        "The flasher stub did not start on the board on {port}.",
        "Use the ROM loader (--no-stub) and a lower speed, with nothing else connected to the board.",
    ),
    "board-wrong-chip": _failed(
        "The chip of the board on {port} is {found}, not {expected}.",
        "Nothing was written. Choose the connected board, or connect the chosen one.",
    ),
    "board-locked": _failed(
        "The board on {port} cannot be flashed: a security feature is permanently on ({feature}).",
        "Nothing was written. Use another board.",
    ),
    "flash-too-small": _failed(
        "{name} does not fit into the flash: it needs {needed}, and there is room for {available}.",
        "Nothing was written. Choose a smaller network, or a board with more flash.",
    ),
    "flash-mismatch": _failed(
        "The board's flash does not contain what was written ({name}).",
        "Flash again. If this does not help, try another USB port or power supply.",
    ),
    "flashing-failed": _failed(
        "Flashing the board on {port} failed while {doing}.",
        "Disconnect the board, connect it again and retry. The technical detail shows esptool's message.",
    ),
    "esptool-js-missing": _failed(
        "The web page flashes with {name}, which is not in this copy of the program.",
        "In the source checkout, run 'python3 dev.py npm' once. Packages for installation come with it.",
    ),
    "backup-unusable": _usage(
        "{path} is not a backup for this board ({reason}).",
        "Choose a backup of a board with the same flash size.",
    ),
}

FIRMWARE = {
    "firmware-missing": _failed(
        "There is no firmware for {variant} boards on this computer.",
        "Import a firmware bundle (--firmware FILE), or build one here (--firmware build) with ESP-IDF, "
        "Docker or Espressif's installer eim (https://dl.espressif.com/dl/eim).",
    ),
    "firmware-not-released": _failed(
        "No firmware for {variant} boards has been released yet.",
        "Build it with ESP-IDF, Docker or eim (--firmware build), or use the virtual board.",
    ),
    "firmware-unreadable": _failed(
        "{path} is not a firmware bundle ({reason}).",
        "Choose the zip file of a bundle that this program built.",
    ),
    "firmware-damaged": _failed(
        "The firmware bundle {path} is damaged: the hash of {name} does not match.",
        "It was not used. Download, copy or build it again.",
    ),
    "firmware-link-version": _failed(
        "The firmware in {path} uses link protocol version {found}. This program uses {known}.",
        "Use a bundle for this version of the program.",
    ),
    "firmware-other-board": _failed(
        "The firmware in {path} is for {found} boards, not for {variant}.",
        "Choose the bundle for your board.",
    ),
    "firmware-build-failed": _failed(
        "Building the firmware failed while {doing}.",
        "The log shows the build's last lines. Check that the firmware supports your version of ESP-IDF.",
    ),
    "docker-not-running": _failed(
        "Docker is installed on this computer, but not running.",
        "Start Docker (Docker Desktop, or 'sudo systemctl start docker'), then try again.",
    ),
    "docker-permission": _failed(
        "Your account does not have permission to use Docker.",
        "Run 'sudo usermod -a -G docker $USER' in a terminal, then log out and in again.",
    ),
    "docker-failed": _failed(
        "Docker could not start the image {image}.",
        "Its first use downloads several gigabytes: check the network and the space on the disk.",
    ),
    "eim-failed": _failed(
        "Espressif's installer (eim) could not install ESP-IDF.",
        "The technical details show why. Often it needs git, Python 3.10 or newer, or space on the disk.",
    ),
    "idf-missing": _failed(
        "There is nothing on this computer to build firmware with: no ESP-IDF, Docker or eim.",
        "Install Espressif's installer (https://dl.espressif.com/dl/eim) or Docker, or set IDF_PATH. Or "
        "import a firmware bundle that was built elsewhere.",
    ),
}

FILE = {
    "disk-full": _failed(
        "The disk is full: {path} could not be written.",
        "Free some space and try again. A run resumes after its last finished epoch.",
    ),
    "write-permission": _failed(
        "You do not have permission to write to {path}.",
        "Choose another folder for the results, or change its permissions.",
    ),
    "name-too-long": _failed(
        "The name {path} is too long for this system.",
        "Choose a shorter name, or a folder with a shorter path.",
    ),
    "name-not-text": _failed(
        "The name {path} is not valid text (UTF-8).", "Rename the file or folder, and try again."
    ),
    "name-unusable": _failed(
        "{path} cannot be used as the name of a file or folder ({reason}).", "Choose another name."
    ),
    "not-empty": _usage(
        "{path} already exists and is not empty.", "Choose an empty folder, or one that does not exist yet."
    ),
    "output-exists": _usage(
        "{path} already exists.", "Choose another name, or replace the file with --force."
    ),
    "not-replaceable": _usage(
        "{path} is a link, a folder or a device, not an ordinary file.",
        "It was not changed. Move it away, or choose another file name.",
    ),
    "not-a-folder": _usage(
        "{path} is a link or a file, not an ordinary folder.",
        "It was not changed. Move it away, or choose another folder.",
    ),
    "not-a-file": _usage(
        "{path} is {found}, not a file.",
        "Choose a file. To use what a pipe or a device sends, save it to a file first.",
    ),
    "output-closed": _failed(
        "The result cannot be shown: standard output is closed.",
        "Keep it open, or redirect it: '{command} > result.txt' or '{command} > /dev/null'.",
    ),
}

DOWNLOAD = {
    "download-offline": _failed(
        "{host} cannot be reached. This computer seems to be offline.",
        "Go online and try again, or download {address} on another computer and choose the file here.",
    ),
    "download-proxy": _failed(
        "{address} cannot be reached through the proxy {proxy}.",
        "Check the proxy in the system settings, or in http_proxy, https_proxy and no_proxy.",
    ),
    "download-failed": _failed(
        "{address} could not be downloaded: {reason}.",
        "Try again later, or download it on another computer and choose the file here.",
    ),
    "download-cut-off": _failed(
        "The download of {address} ended too early, after {received} bytes.",
        "Nothing was kept. Check the internet connection and try again.",
    ),
    "download-too-large": _failed(
        "The file at {address} is larger than {most} bytes, so it is not the right one.",
        "Nothing was kept. Try again later. A login page or a filter of the network may be the cause.",
    ),
}

PROGRAM = {
    "memory-exhausted": _failed(
        "There was not enough memory.",
        "Reduce the memory for images, the batch size or the image size, or close other programs.",
    ),
    "worker-crashed": _failed(
        "The work ended unexpectedly ({reason}).",
        "Try again: a run resumes after its last finished epoch. The log shows the last lines.",
    ),
    "unexpected": _failed(
        "An unexpected error occurred: {reason}.",
        "What was finished is kept. Please report this with the technical detail.",
    ),
}

AREAS = (USAGE, DATA, MODEL, RUN, BOARD, FLASH, FIRMWARE, FILE, DOWNLOAD, PROGRAM)
TABLE: dict[str, Row] = {code: row for area in AREAS for code, row in area.items()}
