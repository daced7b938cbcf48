"""Every error that the engine can end with, as one table.

An error has a stable code, says what happened and what to do about it, and may carry technical detail.
The guide has a section for each code (docs/guide/errors.md). Each area of the program has a module with
its rows; all of them are passed on here, for whoever raises one and for `kinds`.
"""

from __future__ import annotations

from core.errors.boards import BOARD_NO_CAMERA as BOARD_NO_CAMERA
from core.errors.boards import BOARD_NOT_NAMED as BOARD_NOT_NAMED
from core.errors.boards import BOARD_NOT_VIRTUAL as BOARD_NOT_VIRTUAL
from core.errors.boards import BOARD_OTHER_MODEL as BOARD_OTHER_MODEL
from core.errors.boards import BOARD_UNKNOWN as BOARD_UNKNOWN
from core.errors.boards import FLASH_FILE_SIZE as FLASH_FILE_SIZE
from core.errors.boards import LISTEN_REFUSED as LISTEN_REFUSED
from core.errors.connection import BOARD_DISCONNECTED as BOARD_DISCONNECTED
from core.errors.connection import BOARD_REPORTED as BOARD_REPORTED
from core.errors.connection import BOARD_SILENT as BOARD_SILENT
from core.errors.connection import LINK_GARBLED as LINK_GARBLED
from core.errors.connection import LINK_VERSION as LINK_VERSION
from core.errors.connection import PORT_BUSY as PORT_BUSY
from core.errors.connection import PORT_NOT_FOUND as PORT_NOT_FOUND
from core.errors.connection import PORT_PERMISSION as PORT_PERMISSION
from core.errors.connection import PORT_UNREACHABLE as PORT_UNREACHABLE
from core.errors.data import ARCHIVE_ENCRYPTED as ARCHIVE_ENCRYPTED
from core.errors.data import ARCHIVE_TOO_LARGE as ARCHIVE_TOO_LARGE
from core.errors.data import ARCHIVE_UNREADABLE as ARCHIVE_UNREADABLE
from core.errors.data import ARCHIVE_UNSAFE as ARCHIVE_UNSAFE
from core.errors.data import CATALOGUE_UNREADABLE as CATALOGUE_UNREADABLE
from core.errors.data import DATA_BAD_PICTURES as DATA_BAD_PICTURES
from core.errors.data import DATA_BATCH_UNREADABLE as DATA_BATCH_UNREADABLE
from core.errors.data import DATA_CHANGED as DATA_CHANGED
from core.errors.data import DATA_CLASS_NAME as DATA_CLASS_NAME
from core.errors.data import DATA_CLASSES_DIFFER as DATA_CLASSES_DIFFER
from core.errors.data import DATA_EMPTY_CLASS as DATA_EMPTY_CLASS
from core.errors.data import DATA_NAME_UNKNOWN as DATA_NAME_UNKNOWN
from core.errors.data import DATA_NO_CLASSES as DATA_NO_CLASSES
from core.errors.data import DATA_NO_PICTURES as DATA_NO_PICTURES
from core.errors.data import DATA_NOT_FOUND as DATA_NOT_FOUND
from core.errors.data import DATA_NOT_NAMED as DATA_NOT_NAMED
from core.errors.data import DATA_ONE_CLASS as DATA_ONE_CLASS
from core.errors.data import DATA_PERMISSION as DATA_PERMISSION
from core.errors.data import DATA_TOO_FEW as DATA_TOO_FEW
from core.errors.data import PICTURE_UNREADABLE as PICTURE_UNREADABLE
from core.errors.firmware import FIRMWARE_BUILD_FAILED as FIRMWARE_BUILD_FAILED
from core.errors.firmware import FIRMWARE_DAMAGED as FIRMWARE_DAMAGED
from core.errors.firmware import FIRMWARE_LINK_VERSION as FIRMWARE_LINK_VERSION
from core.errors.firmware import FIRMWARE_MISSING as FIRMWARE_MISSING
from core.errors.firmware import FIRMWARE_NOT_RELEASED as FIRMWARE_NOT_RELEASED
from core.errors.firmware import FIRMWARE_OTHER_BOARD as FIRMWARE_OTHER_BOARD
from core.errors.firmware import FIRMWARE_UNREADABLE as FIRMWARE_UNREADABLE
from core.errors.firmware import IDF_MISSING as IDF_MISSING
from core.errors.flashing import BACKUP_UNUSABLE as BACKUP_UNUSABLE
from core.errors.flashing import BOARD_LOCKED as BOARD_LOCKED
from core.errors.flashing import BOARD_NO_DATA as BOARD_NO_DATA
from core.errors.flashing import BOARD_NOISE as BOARD_NOISE
from core.errors.flashing import BOARD_WRONG_BOOT_MODE as BOARD_WRONG_BOOT_MODE
from core.errors.flashing import BOARD_WRONG_CHIP as BOARD_WRONG_CHIP
from core.errors.flashing import FLASH_MISMATCH as FLASH_MISMATCH
from core.errors.flashing import FLASH_TOO_SMALL as FLASH_TOO_SMALL
from core.errors.flashing import FLASHING_FAILED as FLASHING_FAILED
from core.errors.flashing import PORT_VANISHED as PORT_VANISHED
from core.errors.flashing import STUB_FAILED as STUB_FAILED
from core.errors.kind import EXIT_DONE as EXIT_DONE
from core.errors.kind import EXIT_FAILED as EXIT_FAILED
from core.errors.kind import EXIT_STOPPED as EXIT_STOPPED
from core.errors.kind import EXIT_USAGE as EXIT_USAGE
from core.errors.kind import Cancelled as Cancelled
from core.errors.kind import ErrorKind as ErrorKind
from core.errors.kind import SqueezeError as SqueezeError
from core.errors.kind import printable as printable
from core.errors.model_images import MODEL_IMAGE_DAMAGED as MODEL_IMAGE_DAMAGED
from core.errors.model_images import MODEL_IMAGE_FIELD as MODEL_IMAGE_FIELD
from core.errors.model_images import MODEL_IMAGE_LENGTH as MODEL_IMAGE_LENGTH
from core.errors.model_images import MODEL_IMAGE_MISSING as MODEL_IMAGE_MISSING
from core.errors.model_images import MODEL_IMAGE_VERSION as MODEL_IMAGE_VERSION
from core.errors.models import MODEL_ALREADY_CODED as MODEL_ALREADY_CODED
from core.errors.models import MODEL_FOREIGN as MODEL_FOREIGN
from core.errors.models import MODEL_NOT_FOUND as MODEL_NOT_FOUND
from core.errors.models import MODEL_NOT_INT8 as MODEL_NOT_INT8
from core.errors.models import MODEL_NOT_RUNNABLE as MODEL_NOT_RUNNABLE
from core.errors.models import MODEL_OTHER_CLASSES as MODEL_OTHER_CLASSES
from core.errors.models import MODEL_UNREADABLE as MODEL_UNREADABLE
from core.errors.models import PROOF_FAILED as PROOF_FAILED
from core.errors.models import WEIGHTS_DAMAGED as WEIGHTS_DAMAGED
from core.errors.models import WEIGHTS_NOT_FETCHED as WEIGHTS_NOT_FETCHED
from core.errors.models import WEIGHTS_OTHER_NETWORK as WEIGHTS_OTHER_NETWORK
from core.errors.models import WEIGHTS_UNREADABLE as WEIGHTS_UNREADABLE
from core.errors.models import WEIGHTS_UNSAFE as WEIGHTS_UNSAFE
from core.errors.runs import RUN_DAMAGED as RUN_DAMAGED
from core.errors.runs import RUN_EXISTS as RUN_EXISTS
from core.errors.runs import RUN_IN_USE as RUN_IN_USE
from core.errors.runs import RUN_MOVED as RUN_MOVED
from core.errors.runs import RUN_NOT_FOUND as RUN_NOT_FOUND
from core.errors.runs import RUN_OTHER_VERSION as RUN_OTHER_VERSION
from core.errors.runs import RUN_RECORD_DAMAGED as RUN_RECORD_DAMAGED
from core.errors.runs import STAGE_MISSING as STAGE_MISSING
from core.errors.runs import TRAINING_DIVERGED as TRAINING_DIVERGED
from core.errors.work import DISK_FULL as DISK_FULL
from core.errors.work import DOWNLOAD_CUT_OFF as DOWNLOAD_CUT_OFF
from core.errors.work import DOWNLOAD_FAILED as DOWNLOAD_FAILED
from core.errors.work import DOWNLOAD_OFFLINE as DOWNLOAD_OFFLINE
from core.errors.work import DOWNLOAD_PROXY as DOWNLOAD_PROXY
from core.errors.work import DOWNLOAD_TOO_LARGE as DOWNLOAD_TOO_LARGE
from core.errors.work import MEMORY_EXHAUSTED as MEMORY_EXHAUSTED
from core.errors.work import NAME_NOT_TEXT as NAME_NOT_TEXT
from core.errors.work import NAME_TOO_LONG as NAME_TOO_LONG
from core.errors.work import NAME_UNUSABLE as NAME_UNUSABLE
from core.errors.work import NOT_A_FILE as NOT_A_FILE
from core.errors.work import NOT_A_FOLDER as NOT_A_FOLDER
from core.errors.work import NOT_EMPTY as NOT_EMPTY
from core.errors.work import NOT_REPLACEABLE as NOT_REPLACEABLE
from core.errors.work import OUTPUT_CLOSED as OUTPUT_CLOSED
from core.errors.work import OUTPUT_EXISTS as OUTPUT_EXISTS
from core.errors.work import SETTING_INVALID as SETTING_INVALID
from core.errors.work import UNEXPECTED as UNEXPECTED
from core.errors.work import USAGE as USAGE
from core.errors.work import WORKER_CRASHED as WORKER_CRASHED
from core.errors.work import WRITE_PERMISSION as WRITE_PERMISSION


def kinds() -> tuple[ErrorKind, ...]:
    """All rows of the table, area by area."""
    return tuple(value for value in globals().values() if isinstance(value, ErrorKind))
