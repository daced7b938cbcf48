"""`squeeze licences`: what the program stands on, and under which licences."""

from __future__ import annotations

import argparse

import core
from core import wording
from core.commands.console import Console
from core.errors import EXIT_DONE
from core.licences import LICENCE, Package, own_text, packages


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what `squeeze licences` takes."""
    parser.add_argument("--texts", action="store_true", help="print the license texts, too")


def perform(arguments: argparse.Namespace, console: Console) -> int:
    """Show them; the exit code."""
    own = Package(name="Squeeze Studio", version=core.__version__, licence=LICENCE, text=own_text())
    listed = (own, *packages())
    console.result(listed, _texts(listed) if arguments.texts else _table(listed))
    return EXIT_DONE


def _table(listed: tuple[Package, ...]) -> str:
    rows = [(package.name, package.version, package.licence) for package in listed]
    return wording.table(("package", "version", "license"), rows, left=3)


def _texts(listed: tuple[Package, ...]) -> str:
    heads = [f"{package.name} {package.version}: {package.licence}" for package in listed]
    return "\n\n\n".join(
        f"{head}\n{'=' * len(head)}\n\n{package.text}".rstrip()
        for head, package in zip(heads, listed, strict=True)
    )
