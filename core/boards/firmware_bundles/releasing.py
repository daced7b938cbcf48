"""Makes the bundles of a release: `python -m core.boards.firmware_bundles.releasing BUILDS OUT ADDRESS`.

BUILDS has a folder for each variant of the firmware, named after it, in which ESP-IDF built it. OUT gets a
bundle for each, and releases.toml, by which the program fetches what will be at ADDRESS/<variant>.zip. The
exit code is 1 when a build is not whole, 2 for a wrong command.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from core.boards.firmware_bundles.building import built_bundle, own_firmware_build, variants
from core.boards.firmware_bundles.bundle import bundle_bytes, read_bundle
from core.boards.firmware_bundles.sources import RELEASES_FILE, Release, bundle_name
from core.errors import EXIT_DONE, EXIT_FAILED, EXIT_USAGE, SqueezeError
from core.files import make_folder, write_whole


def release_bundles(builds: Path, folder: Path, address: str) -> dict[str, Release]:
    """Write the bundle of every variant into `folder`, and the list by which they are fetched.

    Raises firmware-build-failed when a build is not whole, and what `read_bundle` raises of a bundle that
    no program would take.
    """
    make_folder(folder)
    released: dict[str, Release] = {}
    for variant in variants():
        data = bundle_bytes(built_bundle(own_firmware_build(variant), builds / variant))
        path = folder / bundle_name(variant)
        write_whole(path, data)
        read_bundle(path, variant)
        place = f"{address.rstrip('/')}/{path.name}"
        digest = hashlib.sha256(data).hexdigest()
        released[variant] = Release(address=place, sha256=digest, bytes=len(data))
    write_whole(folder / RELEASES_FILE, _as_toml(released).encode())
    return released


def _as_toml(released: Mapping[str, Release]) -> str:
    return "\n".join(
        f'[{variant}]\naddress = "{release.address}"\nsha256 = "{release.sha256}"\nbytes = {release.bytes}\n'
        for variant, release in released.items()
    )


def main(arguments: Sequence[str]) -> int:
    """Make the bundles and print what they are, a line each."""
    if len(arguments) != len(("BUILDS", "OUT", "ADDRESS")):
        sys.stderr.write(__doc__ or "")
        return EXIT_USAGE
    builds, folder, address = arguments
    try:
        released = release_bundles(Path(builds), Path(folder), address)
    except SqueezeError as error:
        sys.stderr.write(f"{error.happened}\n{error.detail}\n")
        return EXIT_FAILED
    for variant, release in released.items():
        sys.stdout.write(f"{release.sha256}  {bundle_name(variant)}\n")
    return EXIT_DONE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
