"""`squeeze weights`: the ImageNet weights that a run can start from, and fetching them."""

from __future__ import annotations

import argparse
from urllib.parse import urlsplit

import msgspec

from core import wording
from core.commands.console import Console
from core.commands.running import run_in_worker
from core.errors import EXIT_DONE, Cancelled
from core.networks.start_weights import ABOUT_BYTES, PUBLISHED, PublishedWeights, published_weights
from core.requests import FetchWeightsRequest

_STATES = {"fetched": "downloaded", "missing": "not downloaded", "damaged": "damaged: download it again"}


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what `squeeze weights` takes."""
    parser.add_argument(
        "action",
        choices=("fetch", "list"),
        help="fetch: download once, for all runs; list: show what is downloaded, and where",
    )
    parser.add_argument(
        "network",
        nargs="?",
        choices=PUBLISHED,
        metavar="NETWORK",
        help=f"network: {' or '.join(PUBLISHED)}; default for fetch: {PUBLISHED[0]}",
    )
    parser.add_argument("--yes", action="store_true", help="download without confirmation")


def perform(arguments: argparse.Namespace, console: Console) -> int:
    """List or fetch; the exit code. Raises `Cancelled` when the person says no, and `TaskEnded`."""
    if arguments.action == "list":
        published = tuple(map(published_weights, (arguments.network,) if arguments.network else PUBLISHED))
        console.result(published, weights_text(published))
        return EXIT_DONE
    wanted = published_weights(arguments.network or PUBLISHED[0])
    if wanted.state != "fetched" and not (arguments.yes or console.is_confirmed(_question(wanted))):
        raise Cancelled
    succeeded = run_in_worker(FetchWeightsRequest(network=wanted.network), console)
    console.result(succeeded.figures, fetched_text(msgspec.convert(succeeded.figures, PublishedWeights)))
    return EXIT_DONE


def weights_text(published: tuple[PublishedWeights, ...]) -> str:
    """A table of what is there and where, or where it would come from."""
    head = ("network", "state", "size", "where")
    rows = [
        (
            weights.network,
            _STATES[weights.state],
            wording.size(weights.bytes) if weights.bytes else "",
            weights.address if weights.state == "missing" else weights.path,
        )
        for weights in published
    ]
    return wording.table(head, rows, left=len(head))


def fetched_text(weights: PublishedWeights) -> str:
    """Where the file is, and how a run starts from it."""
    network = f"--network {weights.network} " if weights.network != PUBLISHED[0] else ""
    return (
        f"{weights.path}: {wording.size(weights.bytes)}, SHA-256 begins with {weights.sha256}.\n"
        f"Use it with:  squeeze run {network}--start-weights imagenet ..."
    )


def _question(weights: PublishedWeights) -> str:
    return (
        f"Download the ImageNet weights of {weights.network} (about {wording.size(ABOUT_BYTES)}) "
        f"from {urlsplit(weights.address).hostname}?"
    )
