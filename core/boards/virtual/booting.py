"""From what lies in flash to a running program: partition table, model image, model.

No firmware is needed and none is run: what the firmware does on a chip is done here. The texts before the
program are those of the chip's ROM and of ESP-IDF's boot loader.
"""

from __future__ import annotations

from core.boards.link.codes import DeviceCode, DeviceFailure, image_code
from core.boards.model_image import ModelImage, parse_model_image
from core.boards.partition_table import (
    MODEL_LABEL,
    TABLE_BYTES,
    TABLE_OFFSET,
    DamagedTable,
    Partition,
    unpack_table,
)
from core.boards.profiles import BoardProfile
from core.boards.virtual.camera import Camera
from core.boards.virtual.chips import CHIPS
from core.boards.virtual.device import Model, VirtualDevice, load_model
from core.boards.virtual.flash import Flash
from core.boards.virtual.link_program import LinkProgram
from core.boards.virtual.model_process import ModelProcess
from core.boards.virtual.program import NoProgram, Port, Program
from core.errors import SqueezeError

_NOTHING_TO_BOOT = "invalid header: 0xffffffff\r\n" * 3
_TABLE_ERROR = "E (31) flash_parts: {reason}\r\nE (36) boot: Failed to verify partition table\r\n"
_STARTED = "I (40) boot: virtual board without firmware, on {system}\r\n"
_SYSTEM = "this computer"


class Booter:
    """Boots the virtual board of a profile. Call it with flash and port to start what lies there."""

    def __init__(self, profile: BoardProfile, process: ModelProcess, camera: Camera | None = None) -> None:
        self._profile = profile
        self._process = process
        self._camera = camera

    def __call__(self, flash: Flash, port: Port) -> Program:
        table = flash.read(TABLE_OFFSET, TABLE_BYTES)
        if table == b"\xff" * TABLE_BYTES:
            port.transmit(_NOTHING_TO_BOOT.encode())
            return NoProgram()
        try:
            partitions = _sound_partitions(table, flash.size)
        except DamagedTable as error:
            port.transmit(_TABLE_ERROR.format(reason=error).encode())
            return NoProgram()
        port.transmit((CHIPS[self._profile.chip_id].entry + _STARTED.format(system=_SYSTEM)).encode())
        return LinkProgram(port, self._device(flash, partitions), self._camera)

    def _device(self, flash: Flash, partitions: tuple[Partition, ...]) -> VirtualDevice:
        model: Model | None = None
        status = DeviceCode.READY
        try:
            image = _image(flash, partitions)
            model = load_model(image, self._profile, self._process)
        except DeviceFailure as failure:
            status = failure.code
        return VirtualDevice(self._profile, self._process, model, status, self._camera)


def _sound_partitions(table: bytes, flash_bytes: int) -> tuple[Partition, ...]:
    """The partitions of a table. Raises `DamagedTable`, also when one does not lie in the flash."""
    partitions = unpack_table(table)
    for one in partitions:
        if one.end > flash_bytes:
            raise DamagedTable(
                f"partition {one.label} at {one.offset:#x} of {one.size:#x} bytes exceeds the flash chip's "
                f"{flash_bytes:#x}"
            )
    return partitions


def _image(flash: Flash, partitions: tuple[Partition, ...]) -> ModelImage:
    """The model image in the model's partition. Raises `DeviceFailure`."""
    for one in partitions:
        if one.label == MODEL_LABEL:
            try:
                return parse_model_image(flash.read(one.offset, one.size))
            except SqueezeError as refusal:
                raise DeviceFailure(image_code(refusal), refusal.detail) from refusal
    raise DeviceFailure(DeviceCode.NO_MODEL_PARTITION)
