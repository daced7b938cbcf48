"""A folder for any static web server, from which Chrome or Edge flashes a board and shows its predictions.

The page's own files are those of `resources/web`. Beside them are the flash image, ten test images of the run
with the scores that the file gives them, and esptool-js. Nothing is fetched from elsewhere.
"""

from __future__ import annotations

import hashlib

import msgspec
import numpy as np
from numpy.typing import NDArray

from core.boards.board_block import Chip
from core.boards.firmware_bundles.bundle import Bundle
from core.boards.model_image import parse_model_image
from core.boards.profiles import BoardProfile
from core.export.exported_model import ExportedModel
from core.export.flash_image import IMAGE_FILE, flash_contents, flash_image, licence_files
from core.export.texts import filled
from core.paths import resources_folder

PAGE_FILES = ("index.html", "style.css", "page.js", "flasher.js", "link.js", "texts.js")
_IMAGES_FILE = "images.bin"
_FORMAT = 1
_CHIPS = {Chip.ESP32: "ESP32", Chip.ESP32S3: "ESP32-S3", Chip.ESP32C3: "ESP32-C3"}
"""As esptool-js calls them."""


def web_page_files(
    model: ExportedModel,
    image: bytes,
    bundle: Bundle,
    profile: BoardProfile,
    images: NDArray[np.uint8],
    scores: NDArray[np.int8],
) -> dict[str, bytes]:
    """By name: the page, what it flashes, and what it compares; all but esptool-js.

    `image` is the model image for the board of `profile`; `images` (N, height, width, channels) are test
    images, to which the model's file gives `scores` (N, classes). Raises flash-too-small.
    """
    contents = flash_contents(image, bundle)
    merged = flash_image(contents, profile.flash_bytes)
    parsed = parse_model_image(image)
    run = {
        "format": _FORMAT,
        "board": profile.name,
        "chip": _CHIPS[bundle.chip],
        "flash": {
            "file": IMAGE_FILE,
            "sha256": hashlib.sha256(merged).hexdigest(),
            "needed_bytes": bundle.model_partition.end,
            "baud": profile.flash_baud,
            "parts": [
                {
                    "name": one.part.name,
                    "offset": one.part.offset,
                    "bytes": len(one.data),
                    "md5": hashlib.md5(one.data, usedforsecurity=False).hexdigest(),
                }
                for one in contents
            ],
        },
        "link": {"baud": profile.link.baud},
        "model": {
            "sha256": parsed.sha256.hex(),
            "labels": model.labels,
            "shape": images.shape[1:],
            "output": {"scale": parsed.output.scale, "zero_point": parsed.output.zero_point},
            "sure_score": model.sure_score,
        },
        "images": {"file": _IMAGES_FILE, "scores": scores.tolist()},
    }
    folder = resources_folder() / "web"
    return {
        **{name: (folder / name).read_bytes() for name in PAGE_FILES},
        IMAGE_FILE: merged,
        _IMAGES_FILE: np.ascontiguousarray(images).tobytes(),
        "run.json": msgspec.json.format(msgspec.json.encode(run)),
        "README.md": filled("web.md", model, board=profile.name, firmware=bundle.version, file=IMAGE_FILE),
        **licence_files(bundle),
    }
