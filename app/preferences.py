"""What is remembered for a person from one start to the next."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

ORGANIZATION = "squeeze-studio"
APPLICATION = "squeeze-studio"
_RECENT = 30


class Preferences:
    """One account's preferences. Reading never fails: what cannot be read is what it is by default."""

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings = settings or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, ORGANIZATION, APPLICATION
        )

    @property
    def scheme(self) -> str:
        """'system', 'light' or 'dark'."""
        return self._text("looks/scheme", "system")

    @scheme.setter
    def scheme(self, scheme: str) -> None:
        self._settings.setValue("looks/scheme", scheme)

    @property
    def language(self) -> str:
        """A language code, or 'system'."""
        return self._text("looks/language", "system")

    @language.setter
    def language(self, language: str) -> None:
        self._settings.setValue("looks/language", language)

    @property
    def board(self) -> str:
        """The id of the target board, '' before one was chosen."""
        return self._text("board/profile", "")

    @board.setter
    def board(self, board: str) -> None:
        self._settings.setValue("board/profile", board)

    @property
    def records_traces(self) -> bool:
        """Whether each step of a run leaves a profile in its folder."""
        return self._text("runs/traces", "no") == "yes"

    @records_traces.setter
    def records_traces(self, wanted: bool) -> None:
        self._settings.setValue("runs/traces", "yes" if wanted else "no")

    @property
    def geometry(self) -> QByteArray:
        """Where the window was."""
        stored = self._settings.value("window/geometry")
        return stored if isinstance(stored, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("window/geometry", geometry)

    @property
    def runs_folder(self) -> Path:
        """Where new runs are made."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(self._text("runs/folder", str(Path(documents or Path.home()) / "Squeeze Studio")))

    @runs_folder.setter
    def runs_folder(self, folder: Path) -> None:
        self._settings.setValue("runs/folder", str(folder))

    @property
    def images_folder(self) -> Path:
        """Where images were last chosen."""
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        return Path(self._text("pictures/folder", home or str(Path.home())))

    @images_folder.setter
    def images_folder(self, folder: Path) -> None:
        self._settings.setValue("pictures/folder", str(folder))

    @property
    def photos_folder(self) -> Path:
        """Where folders of photos that are taken here are made."""
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        return Path(self._text("photos/folder", str(Path(home or Path.home()) / "Squeeze Studio")))

    @photos_folder.setter
    def photos_folder(self, folder: Path) -> None:
        self._settings.setValue("photos/folder", str(folder))

    @property
    def recent_runs(self) -> tuple[Path, ...]:
        """Run folders that were opened, the last one first; they may be gone."""
        stored = self._settings.value("runs/recent", [])
        paths = [stored] if isinstance(stored, str) else stored if isinstance(stored, list) else []
        return tuple(Path(str(path)) for path in paths)

    def remember_run(self, folder: Path) -> None:
        """Put a run folder at the head of the recent ones."""
        others = [path for path in self.recent_runs if path != folder]
        self._settings.setValue("runs/recent", [str(path) for path in (folder, *others)][:_RECENT])

    def forget_run(self, folder: Path) -> None:
        """Take a run folder out of the recent ones."""
        kept = [str(path) for path in self.recent_runs if path != folder]
        self._settings.setValue("runs/recent", kept)

    @property
    def trash_homes(self) -> frozenset[Path]:
        """The folders out of which runs were deleted, and may be restored."""
        found = self._settings.value("runs/trash", [])
        paths = [found] if isinstance(found, str) else found if isinstance(found, list) else []
        return frozenset({self.runs_folder, *(Path(str(path)) for path in paths)})

    @trash_homes.setter
    def trash_homes(self, homes: frozenset[Path]) -> None:
        self._settings.setValue("runs/trash", sorted(str(home) for home in homes))

    def _text(self, key: str, default: str) -> str:
        stored = self._settings.value(key, default)
        return stored if isinstance(stored, str) else default
