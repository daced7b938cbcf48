"""The run that the command line makes of sample scenes, with its trace and what was said meanwhile.

Its network has few Fire modules: what goes on with it does so within `few_fires_everywhere`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.builders import fires
from tests.builders.fires import few_fires_everywhere
from tests.builders.kept_runs import kept_run
from tests.e2e import squeeze as command_line
from tests.e2e.squeeze import TINY, squeeze_program

_SAID = "said.json"


@dataclass(frozen=True)
class FinishedRun:
    """A run folder, the trace of its session, and what the command line printed while it was made."""

    folder: Path
    trace: Path
    said: str


def scenes_run(config: pytest.Config) -> FinishedRun:
    """The run. To be read only."""
    makers = (Path(__file__), Path(command_line.__file__), Path(fires.__file__), *fires.FOLDER.glob("*.py"))
    home = kept_run("scenes", config, make, *makers)
    said = (home / _SAID).read_text(encoding="utf-8")
    return FinishedRun(home / "tiny", home / "trace.json", said)


def make(home: Path) -> None:
    """Make the run in `home`/tiny."""
    with few_fires_everywhere():
        said = squeeze_program("run", *TINY, "--out", home / "tiny", "--trace", home / "trace.json", "--json")
    assert said.returncode == 0, said.stderr
    (home / _SAID).write_text(said.stdout, encoding="utf-8")
