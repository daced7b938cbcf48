"""What can be made to go wrong with a virtual board, as it goes wrong with real ones."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from core.errors import SETTING_INVALID, SqueezeError
from core.reading import resolved


class Faults(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything works unless it is named here.

    `silent`: nothing the chip says arrives. `boot_pin_stuck`: it never enters its loader. `stub_crashes`: an
    uploaded stub does not start. `cut_at`: the cable is pulled once, after this many bytes from the computer.
    `corrupt_writes`: so many blocks are written with a bit wrong. `noisy_above`: at a higher baud every so
    many-th byte is damaged. `slow`: bytes take the time that they take on a wire.
    """

    silent: bool = False
    boot_pin_stuck: bool = False
    stub_crashes: bool = False
    cut_at: int | None = None
    corrupt_writes: int = 0
    noisy_above: int | None = None
    slow: bool = False


NO_FAULTS = Faults()


def parse_faults(words: Sequence[str]) -> Faults:
    """Faults by name, with hyphens: "silent", "cut-at=5000", ...

    Raises SETTING_INVALID for a name that is not one of `Faults`, or a value that is no number.
    """
    values: dict[str, str | bool] = {}
    for word in words:
        name, has_value, value = word.partition("=")
        values[name.replace("-", "_")] = value if has_value else True
    try:
        return msgspec.convert(values, resolved(Faults), strict=False)
    except msgspec.ValidationError as error:
        known = ", ".join(name.replace("_", "-") for name in Faults.__struct_fields__)
        reason = f"faults are {known}; a number follows behind '='"
        raise SqueezeError(SETTING_INVALID, detail=str(error), reason=reason) from error
