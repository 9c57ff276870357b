"""Signing the report on this computer: as whom, with a signing device or a certificate file, and the picture shown."""

from collections.abc import Mapping
from enum import Enum
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QWidget

from app.operations.trust.signing import AGENCY, LEADER, Papers
from ui import theme
from ui.dialogs.dialog import Dialog
from ui.widgets import text
from ui.widgets.boxes import column, row
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.entry import Entry
from ui.widgets.field import Field
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label
from ui.widgets.tick import Option

_PICTURE = (132, 72)  # pixels at 100 %


class Way(Enum):
    """With what the signature is made."""

    TOKEN = "token"
    FILE = "file"


class SignHere(Dialog):
    """`field()`, `way()`, `file()` as (path, password). `picture_chosen` carries (field, path or None)."""

    picture_chosen = Signal(str, object)

    def __init__(self, papers: Papers, pictures: Mapping[str, bytes], parent: QWidget | None) -> None:
        super().__init__(self.tr("Sign the report on this computer"), parent, width=620)
        self._papers, self._pictures, self._file = papers, dict(pictures), Path()
        self._as = Choice(self.tr("Who signs"), self._roles())
        self._as.setObjectName("as")
        self._as.set_value(AGENCY if papers.marks else LEADER)
        self._as.chosen.connect(lambda _: self._tell())
        self._by_token = Option(self.tr("With the signing device (USB)"))
        self._by_token.setObjectName("by-token")
        self._by_file = Option(self.tr("With a certificate file (.p12, .pfx)"))
        self._by_file.setObjectName("by-file")
        self._by_token.setChecked(True)
        self._by_file.toggled.connect(lambda _: self._tell())
        self._lay()
        self._main = self.set_acts(self.tr("Sign"), self.tr("Not now"), icon="file-pen-line")
        self._tell()

    def _roles(self) -> list[tuple[str, str]]:
        who = ", ".join(each for each in (self._papers.signer, self._papers.title) if each)
        roles = [(LEADER, self.tr("The leader: {who}").format(who=who))]
        return [*roles, (AGENCY, self.tr("The agency, signed by the clerk"))]

    def _lay(self) -> None:
        self._name = Label("", wrap=True, weight="medium")
        self._name.setObjectName("file-name")
        choose = Button(self.tr("Choose the file…"), "plain", "folder-open")
        choose.setObjectName("choose-file")
        choose.clicked.connect(self._ask_file)
        self._password = Entry(self.tr("Password of the file"))
        self._password.setObjectName("password")
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        hint = self.tr("Turn off the Vietnamese input method and Caps Lock before typing. It is not kept.")
        self._password_field = Field(self.tr("Password of the file"), self._password, hint)
        self._missing = Label("", "hint", "bad", wrap=True)
        self._of_file = Sheet(row((self._name, 1), choose, gap=8), self._missing, self._password_field)
        self._of_file.setObjectName("of-file")
        self.add(
            Field(self.tr("Who signs"), self._as),
            column(self._by_token, self._by_file, gap=4),
            self._of_file,
            self._picture_row(),
            Label(
                self.tr(
                    "The term of the certificate is checked before signing. Whether it was revoked cannot be asked "
                    "without a network: whoever receives the file checks it."
                ),
                "hint", "ink-soft", wrap=True,
            ),
        )  # fmt: skip

    def _picture_row(self) -> QWidget:
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setFixedHeight(theme.current().px(_PICTURE[1]))
        self._picture.setObjectName("picture")
        self._told = Label("", wrap=True)
        change = Button(self.tr("Choose the picture…"), "quiet", "image")
        change.setObjectName("choose-picture")
        change.clicked.connect(self._ask_picture)
        self._without = Button(self.tr("Without a picture"), "quiet")
        self._without.setObjectName("no-picture")
        self._without.clicked.connect(lambda: self.show_picture(None))
        acts = row(change, self._without, None, gap=8)
        return Sheet(row((column(self._told, acts, gap=4), 1), self._picture, gap=12))

    # What is chosen --------------------------------------------------------------------------------------------------

    def field(self) -> str:
        """The field that is signed."""
        return str(self._as.value())

    def told(self) -> str:
        """What will be signed, in a line."""
        return self.tr("Self-assessment report, as: {who}").format(who=self._as.currentText())

    def way(self) -> Way:
        return Way.FILE if self._by_file.isChecked() else Way.TOKEN

    def choose_way(self, way: Way) -> None:
        """With what the signature is made from now on."""
        (self._by_file if way is Way.FILE else self._by_token).setChecked(True)

    def file(self) -> tuple[Path, str]:
        return self._file, self._password.text()

    def choose_file(self, path: Path) -> None:
        """Signs with the key in this file."""
        self._file = path
        self._tell()
        self._password.setFocus()

    def show_picture(self, path: Path | None) -> None:
        """Shows this picture with the signature from now on."""
        self._pictures[self.field()] = path.read_bytes() if path is not None and path.is_file() else b""
        self.picture_chosen.emit(self.field(), path)
        self._tell()

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose the certificate file"))
        dialog.setNameFilters([self.tr("Certificate with key (*.p12 *.pfx)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.choose_file(Path(name)))
        dialog.open()

    def _ask_picture(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose the picture"))
        dialog.setNameFilters([self.tr("Picture (*.png *.jpg *.jpeg)")])
        dialog.fileSelected.connect(lambda name: self.show_picture(Path(name)))
        dialog.open()

    def _tell(self) -> None:
        by_file = self.way() is Way.FILE
        self._of_file.setVisible(by_file)
        self._main.setText(self.tr("Sign") if by_file else self.tr("On to the device"))
        is_chosen = self._file != Path()
        self._name.setText(self._file.name if is_chosen else self.tr("No file chosen yet"))
        self._name.set_tone("ink" if is_chosen else "ink-soft")
        self._missing.hide()
        self._show_picture()

    def _show_picture(self) -> None:
        is_leader, data = self.field() == LEADER, self._pictures.get(self.field(), b"")
        named = self.tr("Picture of the signature, blue") if is_leader else self.tr("Picture of the seal, red")
        drawn = QPixmap()
        drawn.loadFromData(data)
        is_there = not drawn.isNull()
        if is_there:
            width, height = (theme.current().px(side) for side in _PICTURE)
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._picture.setPixmap(_on_paper(drawn.scaled(width, height, keep, smooth)))
        text.name(self._picture, named)
        self._picture.setVisible(is_there)
        self._without.setVisible(is_there)
        without = self.tr("{picture}: none kept, name and time are shown instead").format(picture=named)
        self._told.setText(named if is_there else without)

    def accept(self) -> None:
        if self.way() is Way.FILE and self._file == Path():
            self._missing.setText(self.tr("Choose the certificate file first."))
            self._missing.show()
            return
        super().accept()


def _on_paper(picture: QPixmap) -> QPixmap:
    """As it will be seen: on white, whatever the appearance of the window."""
    paper = QPixmap(picture.size())
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return paper
