"""esptool's logger for a program: its progress goes to a function, its text to standard error.

Imports esptool, which reads `esptool.cfg` of the working directory when that happens.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from esptool.logger import EsptoolLogger, log


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
