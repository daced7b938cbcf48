"""What training starts from, and the ImageNet weights that can be fetched for it.

torchvision publishes SqueezeNets that have learned the thousand classes of ImageNet. A file of them is
fetched only when a person asks for it, is used only with the hash that belongs to it, and is then kept in the
program's data folder for every later run.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import urlsplit

import msgspec

from core.errors import ModelError, SqueezeError
from core.files import make_folder, write_whole
from core.paths import data_folder, resources_folder
from core.settings import (
    START_IMAGENET,
    START_SCRATCH,
    START_SHIPPED,
    NetworkSettings,
    PublishedName,
    RunSettings,
)
from core.task import Task

PUBLISHED: tuple[PublishedName, ...] = get_args(PublishedName)
ABOUT_BYTES = 5_000_000
"""How long such a file is, for a person who decides whether to fetch it."""
ADDRESS_VARIABLE = "SQUEEZE_WEIGHTS_ADDRESS"
"""The addresses of other copies, with spaces between them. Their names carry the hash as torchvision's do."""

_ADDRESSES = (
    "https://download.pytorch.org/models/squeezenet1_1-f364aa15.pth",
    "https://download.pytorch.org/models/squeezenet1_0-a815701f.pth",
)
_FILE_NAME = re.compile(r"squeezenet1_([01])-([0-9a-f]{8,64})\.pth")
"""torch.hub's convention: what is behind the hyphen begins the SHA-256 of the file."""
_MOST_BYTES = 8 << 20
_SHOWN_DIGITS = 8
_SHOWN_BYTES = 40


class PublishedWeights(msgspec.Struct, frozen=True, kw_only=True):
    """Weights that were published for a network, and whether they are on this computer.

    `sha256` is how the hash of the file begins. "damaged" is a file with another one.
    """

    network: PublishedName
    state: Literal["fetched", "missing", "damaged"]
    path: str
    bytes: int
    address: str
    sha256: str


def starts_elsewhere(settings: RunSettings) -> bool:
    """Whether training starts from weights: not when it is to start from scratch, nor when none fit."""
    start = settings.train.start_weights
    if start == START_SHIPPED:
        return can_start(settings.network)
    return start not in (None, START_SCRATCH)


def starting_network_path() -> Path:
    """The starting network that comes with the program, for SqueezeNet 1.1."""
    return resources_folder() / "start" / "squeezenet-1.1.npz"


def can_start(network: NetworkSettings) -> bool:
    """Whether a network has the layers of the starting network, at any width and with any bypass."""
    return NetworkSettings(width=network.width, bypass=network.bypass) == network


def published_weights(network: PublishedName) -> PublishedWeights:
    """What was published for a network, as it is now on this computer."""
    address, name = _addresses()[network]
    path, expected = data_folder() / "weights" / name, _expected(name)
    size, digest = _size_and_digest(path)
    state: Literal["fetched", "missing", "damaged"] = "missing"
    if digest:
        state = "fetched" if digest.startswith(expected) else "damaged"
    return PublishedWeights(
        network=network, state=state, path=str(path), bytes=size, address=address, sha256=expected
    )


def published_for(network: NetworkSettings) -> PublishedWeights | None:
    """The weights that were published for exactly this network, if any were."""
    same = NetworkSettings(name=network.name, last_relu=network.last_relu)
    names = [name for name in PUBLISHED if name == network.name and same == network]
    return published_weights(names[0]) if names else None


def fetch_weights(network: PublishedName, task: Task) -> PublishedWeights:
    """Fetch what was published for a network, unless it is here already.

    Nothing is kept but the whole file with its hash. Raises weights-damaged when another file came, what
    `core.download.fetched` raises, disk-full, write-permission, and `Cancelled`.
    """
    from core.download import fetched

    wanted = published_weights(network)
    if wanted.state == "fetched":
        return wanted
    path = Path(wanted.path)
    task.status("Downloading {name} from {host}", name=path.name, host=urlsplit(wanted.address).hostname)
    data = fetched(wanted.address, task, _MOST_BYTES)
    digest = hashlib.sha256(data).hexdigest()
    if not digest.startswith(wanted.sha256):
        detail = f"{len(data):,} bytes that begin with {data[:_SHOWN_BYTES]!r}"
        raise _damaged(wanted, digest, detail, wanted.address)
    make_folder(path.parent)
    write_whole(path, data)
    # A file of the same length may have been there a moment ago.
    _digest.cache_clear()
    return published_weights(network)


def start_weights_path(source: str, network: NetworkSettings) -> Path:
    """The file that the setting `train.start_weights` names, for a run with `network`.

    'shipped' is the starting network, 'imagenet' the file that was fetched for `network`, anything else a
    path. Raises weights-other-network when nothing was published for such a network, weights-not-fetched, and
    weights-damaged.
    """
    if source == START_SHIPPED:
        return starting_network_path()
    if source != START_IMAGENET:
        return Path(source)
    weights = published_for(network)
    if weights is None:
        reason = f"there are some for {' and '.join(PUBLISHED)} alone, with all their filters and no bypass"
        raise ModelError("weights-other-network", path="torchvision's files", reason=reason)
    if weights.state == "missing":
        raise ModelError("weights-not-fetched", network=weights.network)
    if weights.state == "damaged":
        raise _damaged(weights, _size_and_digest(Path(weights.path))[1], "", weights.path)
    return Path(weights.path)


def _damaged(weights: PublishedWeights, digest: str, detail: str, path: str) -> SqueezeError:
    return ModelError(
        "weights-damaged",
        detail=detail,
        path=path,
        found=digest[: max(_SHOWN_DIGITS, len(weights.sha256))],
        expected=weights.sha256,
    )


def _addresses() -> Mapping[PublishedName, tuple[str, str]]:
    """Where the weights of each network are, and the name of the file there."""
    addresses: dict[PublishedName, tuple[str, str]] = {}
    for address in (*_ADDRESSES, *os.environ.get(ADDRESS_VARIABLE, "").split()):
        name = urlsplit(address).path.rpartition("/")[2]
        if match := _FILE_NAME.fullmatch(name):
            network = next(one for one in PUBLISHED if one.endswith(match[1]))
            addresses[network] = address, name
    return addresses


def _expected(name: str) -> str:
    match = _FILE_NAME.fullmatch(name)
    assert match is not None
    return match[2]


def _size_and_digest(path: Path) -> tuple[int, str]:
    """The length and the SHA-256 of a file; 0 and '' where there is none that can be read."""
    try:
        status = path.stat()
        return status.st_size, _digest(path, status.st_size, status.st_mtime_ns)
    except OSError:
        return 0, ""


@lru_cache(maxsize=4)
def _digest(path: Path, _size: int, _changed: int) -> str:
    """The SHA-256 of a file that was so long and changed then: the window asks for it all the time."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
