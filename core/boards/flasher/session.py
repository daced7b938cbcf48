"""A connection to a chip's loader, by esptool's functions, with esptool's logger turned to a program's use.

Only for the flasher's process: esptool reads `esptool.cfg` of the working directory when it is imported.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable
from typing import Any

from esptool import cmds
from esptool.loader import DEFAULT_TIMEOUT, ESPLoader
from esptool.logger import EsptoolLogger, log
from esptool.util import flash_size_bytes
from serial import SerialBase

from core.boards.board_block import CHIP_NAMES, Chip
from core.boards.flasher.jobs import FlashContent
from core.boards.virtual.chips import ROM_BAUD
from core.errors import FlashError

CONNECT_ATTEMPTS = 4


class Session:
    """A chip that listens to us. `loader` is esptool's; `flash_bytes` what its flash holds.

    Methods raise what esptool raises; `core.boards.flasher.failures` names it.
    """

    def __init__(self, loader: Any, flash_bytes: int) -> None:
        self._loader = loader
        self.flash_bytes = flash_bytes

    @property
    def chip(self) -> Chip:
        return Chip(self._loader.IMAGE_CHIP_ID)

    @property
    def chip_text(self) -> str:
        """The chip's full name and revision."""
        return str(self._loader.get_chip_description())

    @property
    def mac(self) -> str:
        return ":".join(f"{byte:02x}" for byte in self._loader.read_mac("BASE_MAC"))

    @property
    def with_stub(self) -> bool:
        return bool(self._loader.IS_STUB)

    def write(self, content: FlashContent) -> None:
        """Write one part and have the chip compare its hash."""
        # Its own way of going on after a lost connection takes minutes; ours begins anew.
        self._loader.WRITE_FLASH_ATTEMPTS = 1
        cmds.write_flash(self._loader, [(content.part.offset, content.data)], flash_size="keep")

    def holds(self, content: FlashContent) -> bool:
        """Whether the flash holds these very bytes, by their hash."""
        digest = hashlib.md5(content.data, usedforsecurity=False).hexdigest()
        return str(self._loader.flash_md5sum(content.part.offset, len(content.data))) == digest

    def read_all(self) -> bytes:
        """The whole flash."""
        return bytes(cmds.read_flash(self._loader, 0, self.flash_bytes, flash_size="detect"))

    def erase_all(self) -> None:
        if self.with_stub:
            cmds.erase_flash(self._loader)
        else:
            cmds.erase_region(self._loader, 0, self.flash_bytes)

    def start_program(self) -> None:
        """Reset the board so that it boots what is in its flash."""
        cmds.reset_chip(self._loader, "hard-reset")


def start_session(
    port: SerialBase,
    chip: Chip | None,
    baud: int,
    use_stub: bool,
    say: Callable[[str], None],
    attempts: int = CONNECT_ATTEMPTS,
) -> Session:
    """A session at `baud` with the chip on an open port, whose loader is started by resetting it.

    That is tried `attempts` times. `say` is told what is being done. Raises board-wrong-chip and board-locked
    before anything is changed, and what esptool raises.
    """
    # Without a limit esptool waits for ever for a stub that does not start.
    port.timeout = DEFAULT_TIMEOUT
    loader = cmds.detect_chip(port, ROM_BAUD, connect_attempts=attempts)
    _require_chip(loader, port.port, chip)
    _require_unlocked(loader, port.port)
    say("preparing the chip")
    if use_stub:
        loader = cmds.run_stub(loader)
    if baud != ROM_BAUD:
        loader.change_baud(baud)
    cmds.attach_flash(loader)
    return Session(loader, _flash_bytes(loader, port.port))


def _require_chip(loader: ESPLoader, port: str, chip: Chip | None) -> None:
    known = {int(one) for one in Chip}
    expected = CHIP_NAMES if chip is None else chip.name
    if loader.IMAGE_CHIP_ID not in ({int(chip)} if chip is not None else known):
        raise FlashError("board-wrong-chip", port=port, found=loader.CHIP_NAME, expected=expected)


def _require_unlocked(loader: ESPLoader, port: str) -> None:
    """Refuse chips that esptool would refuse halfway."""
    feature = ""
    if loader.secure_download_mode:
        feature = "secure download mode"
    elif loader.get_secure_boot_enabled():
        feature = "secure boot"
    elif loader.get_flash_encryption_enabled():
        feature = "flash encryption"
    if feature:
        raise FlashError("board-locked", port=port, feature=feature)


def _flash_bytes(loader: ESPLoader, port: str) -> int:
    size = cmds.detect_flash_size(loader)
    if size is None:
        detail = "the flash chip's size is not known to esptool"
        raise FlashError("flashing-failed", detail=detail, port=port, doing="asking for the flash's size")
    return int(flash_size_bytes(size))


class FlashLog(EsptoolLogger):  # type: ignore[misc]
    """Shows no progress bar: `on_progress` gets (done, total) of the bytes under way."""

    on_progress: Callable[[int, int], None] = staticmethod(lambda done, total: None)

    def progress_bar(self, cur_iter: int, total_iters: int, *_: object, **__: object) -> None:
        """Called by esptool after each block."""
        self.on_progress(cur_iter, total_iters)


def use_flash_log() -> FlashLog:
    """Make a `FlashLog` the logger of the whole process."""
    flash_log = FlashLog()
    flash_log.set_console_options(file=sys.stderr, no_color=True)
    log.set_logger(flash_log)
    return flash_log
