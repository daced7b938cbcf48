"""Settings of the open run as controls."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, get_type_hints

import msgspec
from PySide6.QtWidgets import QVBoxLayout

from app.engine_words import error_words
from app.session import Session
from app.widgets.basics import divider
from app.widgets.setting_field import SettingField
from core.errors import SqueezeError
from core.settings import RunSettings


@dataclass(frozen=True)
class Field:
    """A setting to be shown: its section ('' for the run's own), its name there, and what it is called.

    `words` are names for what can be chosen.
    """

    section: str
    name: str
    title: str
    words: Mapping[Any, str] = field(default_factory=dict)


class SettingFields:
    """The controls, below one another in `layout`. What is set is set in the session."""

    def __init__(self, session: Session, fields: Sequence[Field], layout: QVBoxLayout) -> None:
        self._session = session
        self.fields: dict[tuple[str, str], SettingField] = {}
        for number, own in enumerate(fields):
            if number:
                layout.addWidget(divider())
            made = SettingField(_kind(own.section), own.name, own.title, own.words)
            made.changed.connect(lambda value, own=own: self._set(own, value))
            layout.addWidget(made)
            self.fields[own.section, own.name] = made

    def refresh(self) -> None:
        """Show what the session holds."""
        for (section, name), made in self.fields.items():
            made.show_value(getattr(self._section(section), name))

    def enable(self, enabled: bool) -> None:
        """Let the settings be changed, or not."""
        for made in self.fields.values():
            made.setEnabled(enabled)

    def _set(self, own: Field, value: object) -> None:
        settings = self._session.settings
        if not own.section:
            self._session.replace_settings(msgspec.structs.replace(settings, **{own.name: value}))
            return
        try:
            self._session.change(own.section, **{own.name: value})
        except SqueezeError as error:
            # It does not go together with another setting.
            happened, _remedy = error_words(error)
            self.fields[own.section, own.name].refuse(happened)

    def _section(self, section: str) -> object:
        return getattr(self._session.settings, section) if section else self._session.settings


def _kind(section: str) -> type[Any]:
    kind: type[Any] = get_type_hints(RunSettings)[section] if section else RunSettings
    return kind
