"""Errors of firmware bundles: finding, fetching, building and reading them."""

from __future__ import annotations

from core.errors.kind import ErrorKind

FIRMWARE_MISSING = ErrorKind(
    "firmware-missing",
    "There is no firmware for boards of the kind {variant} on this computer.",
    "Import a firmware bundle, fetch the one of the project's release page, or build it with ESP-IDF.",
)
FIRMWARE_NOT_RELEASED = ErrorKind(
    "firmware-not-released",
    "No firmware for boards of the kind {variant} has been released yet.",
    "Build it with ESP-IDF, or use the virtual board, which needs none.",
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
FIRMWARE_BUILD_FAILED = ErrorKind(
    "firmware-build-failed",
    "Building the firmware failed while {doing}.",
    "The log has the build's last lines; check that the firmware supports this version of ESP-IDF.",
)
IDF_MISSING = ErrorKind(
    "idf-missing",
    "ESP-IDF was not found on this computer.",
    "Install it or Docker, or say where it is with IDF_PATH; or import a firmware bundle built elsewhere.",
)
