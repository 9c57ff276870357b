"""What this program is and where its data lie; after an upgrade, the way back to the version before."""

import platform
from datetime import date, datetime
from functools import partial
from itertools import chain, count
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from app import drives
from app.about import about
from app.operations.keeping import going_back, upgrading
from app.operations.keeping.going_back import WentBack
from app.operations.keeping.upgrading import Upgrade
from app.operations.workspace import BACKUPS
from ui import language, tokens
from ui.context import Context
from ui.dialogs.dialog import ask
from ui.notices import Act
from ui.widgets.boxes import Part, column, empty, fill, row
from ui.widgets.button import Button
from ui.widgets.icon import Icon
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label


class AboutSheet(Sheet):
    """Version, folder, backups, licences; what the last upgrade was."""

    def __init__(self, context: Context) -> None:
        super().__init__(gap=tokens.NEAR)
        self.setObjectName("about")
        self._context = context
        self._about = about()

    def look_again(self) -> None:
        """Shows what holds now."""
        layout = self.column()
        margins, gap = layout.contentsMargins(), layout.spacing()
        empty(layout)
        parts: list[Part] = [
            row(Icon("info", "lead", 20), Label(self.tr("About"), "section", weight="bold"), None, gap=8),
            Label(self._program(), weight="medium", selectable=True),
            Label(
                self.tr(
                    "Free software under the GNU General Public License, version 3. "
                    "It works without any network and sends nothing anywhere."
                ),
                "hint",
                "ink-soft",
                wrap=True,
            ),
            *self._upgraded(),
            self._places(),
            self._links(),
        ]
        fill(layout, parts, gap, (margins.left(), margins.top(), margins.right(), margins.bottom()))

    # Words -------------------------------------------------------------------------------------------------------

    def _program(self) -> str:
        told = self.tr("Thước Số {version}").format(version=self._about.version)
        built = self._about.built
        if built:
            day = language.date_text(date.fromisoformat(built))
            told += " · " + self.tr("built {day}").format(day=day)
        return f"{told} · {self._about.commit}" if self._about.commit else told

    def _kind(self) -> str:
        opened = self._context.workspace
        kind = {
            drives.Kind.LOCAL: self.tr("A disk of this computer"),
            drives.Kind.SHARE: self.tr("A network drive: one person at a time, slower than this computer's disk"),
            drives.Kind.STICK: self.tr("A stick or removable disk: close the program before pulling it out"),
        }[opened.drive.kind]
        return self.tr("{kind}; to be looked at only").format(kind=kind) if opened.is_read_only else kind

    def _places(self) -> QWidget:
        folder = self._context.workspace.folder
        copy = Button(self.tr("Copy the path"), "plain", "copy")
        copy.setObjectName("copy-path")
        copy.clicked.connect(lambda: QApplication.clipboard().setText(drives.shown(folder)))
        other = Button(self.tr("Another data folder…"), "plain", "folder")
        other.setObjectName("other-data")
        other.clicked.connect(self._ask_folder)
        form = self.tr("Form of the data: version {number}").format(number=upgrading.FORM)
        return column(
            self._place(self.tr("Data folder"), folder, "open-data", copy),
            row((Label(f"{self._kind()} · {form}", "hint", "ink-soft", wrap=True), 1), other, gap=8),
            self._place(self.tr("Backups"), folder / BACKUPS, "open-backups"),
            gap=6,
        )

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder with the data, or an empty one to begin in"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self._context.folder_asked.emit(Path(name)))
        dialog.open()

    def _place(self, words: str, folder: Path, name: str, *others: Button) -> QWidget:
        shown = Button(self.tr("Open the folder"), "plain", "folder-open", tip=drives.shown(folder))
        shown.setObjectName(name)
        shown.setEnabled(folder.is_dir())
        shown.clicked.connect(lambda: _open(folder))
        path = Label(drives.shown(folder), wrap=True, selectable=True)
        path.setObjectName(f"{name}-path")
        return row((column(Label(words, "hint", "ink-soft"), path, gap=0), 1), *others, shown, gap=8)

    def _links(self) -> QWidget:
        licence = Button(self.tr("Read the licences"), "link")
        licence.setObjectName("licences")
        place = self._about.licences
        licence.setVisible(place is not None)
        if place is not None:
            licence.clicked.connect(partial(_open, place))
        copy = Button(self.tr("Copy for a report"), "link")
        program = f"Thước Số {self._about.version} {self._about.commit}".strip()
        system = f"Python {platform.python_version()} · {platform.system()} {platform.release()}"
        facts = f"{program} · {upgrading.FORM} · {system}"
        copy.clicked.connect(lambda: QApplication.clipboard().setText(facts))
        return row(licence, copy, None)

    # The way back -----------------------------------------------------------------------------------------------

    def _upgraded(self) -> list[Part]:
        last = upgrading.last(self._context.workspace)
        if last is None:
            return []
        day = language.date_text(datetime.fromisoformat(last.at).date())
        if going_back.way_back(self._context.workspace) is None:
            words = self.tr("The data were upgraded on {day}, from version {before}.")
            return [Label(words.format(day=day, before=last.before), wrap=True)]
        words = self.tr("The data were upgraded on {day}, from version {before}; the data from before are kept.")
        back = Button(self.tr("Go back to version {before}…").format(before=last.before), "plain", "undo-2")
        back.setObjectName("go-back")
        back.clicked.connect(partial(self._ask_back, last))
        return [row((Label(words.format(day=day, before=last.before), wrap=True), 1), back, gap=8)]

    def _ask_back(self, last: Upgrade) -> None:
        at = language.moment_text(datetime.fromisoformat(last.at))
        question = ask(
            self.window(),
            self.tr("Make a folder for version {before}?").format(before=last.before),
            self.tr(
                "A new folder is made with the data as they were at {at}, for version {before} to open. What was "
                "entered since is not in it; it stays where it is now, and so do these data. Evidence added since lies "
                "beside in the new folder, to be attached again."
            ).format(at=at, before=last.before),
            self.tr("Choose where…"),
            self.tr("Stay with this version"),
        )
        question.accepted.connect(partial(self._ask_place, last))

    def _ask_place(self, last: Upgrade) -> None:
        dialog = QFileDialog(self, self.tr("Where shall the folder be made?"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.go_back(Path(name), last.before))
        dialog.open()

    def go_back(self, place: Path, before: str) -> None:
        """Makes the folder inside `place`, under a name that tells for which version."""
        names = (f"ThuocSo ban {before}{more}" for more in chain(("",), (f" ({number})" for number in count(2))))
        target = next(place / name for name in names if not (place / name).exists())
        title = self.tr("Making the folder for version {before}").format(before=before)
        self._context.run(going_back.go_back, target, title=title, on_done=self._on_back)

    def _on_back(self, made: WentBack) -> None:
        words = self.tr("The folder is made and checked: {folder}. Choose it in version {before}.")
        told = words.format(folder=made.folder, before=made.upgrade.before)
        if made.added:
            told += " " + self.tr("%n file(s) added since lie beside.", "", made.added)
        opened = Act(self.tr("Open the folder"), partial(_open, made.folder))
        if made.lacking:
            told += " " + self.tr("%n evidence file(s) are no longer whole.", "", len(made.lacking))
            self._context.notices.warn(told, opened)
        else:
            self._context.notices.good(told, opened)


def _open(path: Path, *_: object) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(drives.shown(path)))
