"""The runs of a trial, made by the program's own worker, each in a folder where it is found again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from core.commands.console import Console
from core.commands.running import run_in_worker
from core.deployment.board_results import BoardList
from core.requests import BoardsRequest, RunRequest
from core.runs.folder import RunFolder
from core.runs.summary import StageFigures, Summary
from core.settings import PRESETS, PresetName, RunSettings, Stage, changed


@dataclass(frozen=True)
class Trial:
    """What all runs of a trial have in common; `out` is the folder that holds theirs."""

    data: Path
    out: Path
    image_size: int
    seed: int

    def settings(self, preset: PresetName) -> RunSettings:
        """The preset's, for these images. Raises setting-invalid."""
        own = PRESETS[preset]
        data = changed(own.data, source=str(self.data.absolute()), image_size=self.image_size)
        return msgspec.structs.replace(own, seed=self.seed, data=data)

    def finished(
        self,
        name: str,
        settings: RunSettings,
        console: Console,
        until: Stage = "huffman",
        preset: PresetName | None = None,
    ) -> Summary:
        """The figures of the run `name`, which is made, or gone on with, unless it is finished.

        With `preset` the settings are that preset's for as many images as there are, but for the start.
        Raises `TaskEnded`, and RUN_SETTINGS_DIFFER where a run of other settings has that name.
        """
        console.say(name)
        folder = self.out / f"{name}-{self.seed}"
        own = ("train.start_weights",)
        request = RunRequest(folder=str(folder), settings=settings, preset=preset, own=own, until=until)
        run_in_worker(request, console)
        return RunFolder(folder).read_summary()

    def boards(self, name: str, console: Console) -> tuple[str, ...]:
        """The names of the real boards that the run's model fits. Raises `TaskEnded`."""
        request = BoardsRequest(run=str(self.out / f"{name}-{self.seed}"))
        found = msgspec.convert(run_in_worker(request, console).figures, BoardList)
        return tuple(
            board.name for board in found.boards if not board.virtual and board.fit and board.fit.fits
        )


def figures_of(summary: Summary, stage: Stage) -> StageFigures:
    """What was measured on the file of a stage that has been made."""
    figures = summary.of(stage)
    assert figures is not None
    return figures


def table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """A table in Markdown, its first column aligned left."""
    rule = ("---", *("---:" for _ in head[1:]))
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *rows))
