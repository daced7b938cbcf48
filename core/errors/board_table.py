"""The table of errors of boards, of flashing them, and of their firmware: see `core.errors.table`."""

from __future__ import annotations

from core.errors.row import failed as _failed
from core.errors.row import usage as _usage

BOARD = {
    "board-unknown": _usage("There is no board called {board}.", "Choose one of: {known}."),
    "run-board-unknown": _usage(
        "The run was made for the board {board}, which is not in the list of boards any more.",
        "Choose another board (--board: {known}), or describe this one again under the same name.",
    ),
    "board-not-own": _usage(
        "There is no board called {board} among your own.",
        "Nothing was changed. Boards that can be removed: {known}.",
    ),
    "board-not-fast": _usage(
        "No network of this kind and size is fast on {board}, which means under {limit} ms per image.",
        "Choose another board, or leave out --fast.",
    ),
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
    "idf-version": _failed(
        "The firmware needs ESP-IDF 5.4 to 6; {folder} has version {version}.",
        "Install one of these with Espressif's installer (https://dl.espressif.com/dl/eim), install Docker, "
        "or set IDF_PATH to another ESP-IDF.",
    ),
}
