"""`squeeze doctor`: what is installed, what is missing, and how to get it."""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from core.commands.console import Console
from core.doctor import Need, Report, examine
from core.errors import EXIT_DONE, EXIT_FAILED


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what `squeeze doctor` takes: nothing of its own."""
    del parser


def perform(arguments: argparse.Namespace, console: Console) -> int:
    """Show the report; the exit code."""
    del arguments
    report = examine(Path())
    console.result(msgspec.to_builtins(report), report_text(report))
    return EXIT_DONE if report.ok else EXIT_FAILED


def report_text(report: Report) -> str:
    """The report as lines, what is missing marked."""
    lines = [f"Squeeze Studio {report.program} on {report.system}", ""]
    for need in report.needs:
        lines.append(f"  {_mark(need):<8}{need.name:<32}{need.found or 'missing'}")
        if need.remedy:
            lines.append(f"{'':10}{need.remedy} (needed for {need.needed_for})")
    closing = "All requirements are met." if report.ok else "Some requirements are missing."
    return "\n".join((*lines, "", closing))


def _mark(need: Need) -> str:
    if need.ok:
        return "ok"
    return "MISSING" if need.required else "note"
