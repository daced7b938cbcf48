"""A stand-in for tools that other systems have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


class Recorder:
    """Runs nothing and keeps the commands. `answers` are by the word that a command holds."""

    def __init__(self, answers: Mapping[str, str] | None = None) -> None:
        self.commands: list[list[str]] = []
        self._answers = answers or {}

    def __call__(self, command: Sequence[str]) -> str:
        self.commands.append(list(command))
        return next((answer for word, answer in self._answers.items() if word in command), "")
