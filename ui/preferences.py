"""What the window remembers between two starts; every key declared once, with its type and default.

Settings of a campaign or of a person's work are not here: they belong to the data folder.
"""

from pathlib import Path
from typing import Any, Final, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QByteArray, QSettings

T = TypeVar("T", str, int, QByteArray)


class Preference(NamedTuple, Generic[T]):
    """`allowed` bounds what is read back: a file edited by hand never breaks the start."""

    key: str
    kind: type[T]
    default: T
    allowed: tuple[T, ...] = ()


LANGUAGE: Final = Preference("language", str, "vi", ("vi", "en"))
APPEARANCE: Final = Preference("appearance", str, "system", ("system", "light", "dark"))
TEXT_SCALE: Final = Preference("text_scale", int, 100, (100, 125, 150))
GEOMETRY: Final = Preference("window/geometry", QByteArray, QByteArray())
DATA_FOLDER: Final = Preference("data_folder", str, "")  # chosen by hand; "" for the usual place
TOKEN_DRIVER: Final = Preference("token_driver", str, "")  # of a signing device, where it lies in no usual place
DECLARED: Final = (LANGUAGE, APPEARANCE, TEXT_SCALE, GEOMETRY, DATA_FOLDER, TOKEN_DRIVER)

_WIDTHS = "widths"


class Preferences:
    """Reads and writes declared keys in a store; tests and throw-away runs bring a file of their own."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

    def get(self, preference: Preference[T]) -> T:
        if not self._store.contains(preference.key):
            return preference.default
        value = self._read(preference.key, preference.kind, preference.default)
        return value if not preference.allowed or value in preference.allowed else preference.default

    def set(self, preference: Preference[T], value: T) -> None:
        self._store.setValue(preference.key, value)

    def widths(self, place: str) -> list[int]:
        """Column widths of a page's splitter as it was left, empty when it never was."""
        kept = self._read(f"{_WIDTHS}/{place}", str, "")
        return [int(part) for part in kept.split()] if all(part.isdigit() for part in kept.split()) else []

    def set_widths(self, place: str, widths: list[int]) -> None:
        self._store.setValue(f"{_WIDTHS}/{place}", " ".join(map(str, widths)))

    def _read(self, key: str, kind: type[T], default: T) -> T:
        value: Any = self._store.value(key, default)
        if kind is int and isinstance(value, str):  # an INI file holds text only
            value = int(value) if value.lstrip("-").isdigit() else default
        return value if isinstance(value, kind) else default


def stored(folder: Path | None = None) -> Preferences:
    """The person's own preferences, or those of a file in `folder`."""
    if folder is not None:
        return Preferences(QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat))
    scope = QSettings.Scope.UserScope
    return Preferences(QSettings(QSettings.Format.IniFormat, scope, "ThuocSo", "window"))
