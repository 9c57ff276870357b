"""Where something is written: sticks first, each with the room left on it, and a button for any other folder."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from ui import language, volumes
from ui.volumes import Place
from ui.widgets.boxes import fill, row
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.text import Label


class PlaceChoice(QWidget):
    """`folder()` is the one chosen; `moved` tells another choice. `last`, used before, comes first if it is there."""

    moved = Signal()

    def __init__(self, last: Path | None = None) -> None:
        super().__init__()
        self._known: list[Place] = []
        self._last = last
        self._where = Choice(self.tr("Write to"))
        self._where.setObjectName("folder")
        self._where.chosen.connect(lambda _: self.moved.emit())
        other = Button(self.tr("Another folder…"), "plain", "folder-open")
        other.setObjectName("other-folder")
        other.clicked.connect(self._ask)
        head = Label(self.tr("Write to"), weight="medium")
        fill(QVBoxLayout(self), [head, row((self._where, 1), other, gap=8)], gap=4)
        self.setFocusProxy(self._where)
        self.look_again()

    def folder(self) -> Path:
        folder: Path = self._where.value()
        return folder

    def free(self) -> int:
        """Bytes left there, as far as known."""
        return next((place.free for place in self._known if place.folder == self.folder()), 0)

    def look_again(self) -> None:
        """Sticks come and go; the choice stays where it still exists, else it falls on the first stick."""
        chosen = self._where.value()
        own = [place for place in self._known if place.folder == chosen and not place.name and chosen.is_dir()]
        listed = self._listed()
        known = {place.folder: place for place in (*listed, *(volumes.place(place.folder) for place in own))}
        self._known = list(known.values())
        self._where.set_options([(place.folder, self._words(place)) for place in self._known])
        self.moved.emit()

    def _listed(self) -> list[Place]:
        known = [*volumes.sticks(), volumes.documents()]
        if self._last is not None and self._last.is_dir() and self._last not in [place.folder for place in known]:
            return [volumes.place(self._last), *known]
        return sorted(known, key=lambda place: place.folder != self._last)

    def choose(self, folder: Path) -> None:
        """Writes to this folder."""
        if folder not in [place.folder for place in self._known]:
            self._known = [volumes.place(folder), *self._known]
            self._where.set_options([(place.folder, self._words(place)) for place in self._known])
        self._where.set_value(folder)
        self.moved.emit()

    def _words(self, place: Place) -> str:
        name = self.tr("USB {name}").format(name=place.name) if place.name else str(place.folder)
        return self.tr("{place} · {size} free").format(place=name, size=language.size_text(place.free))

    def _ask(self) -> None:
        dialog = QFileDialog(self, self.tr("Write to"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.choose(Path(name)))
        dialog.open()
