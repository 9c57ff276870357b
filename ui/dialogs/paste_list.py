"""Lines pasted from Excel, Word or a chat, with what the program makes of them shown at once."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from app.operations.authority import typed_campaign
from app.operations.authority.typed_campaign import Line
from ui.dialogs.dialog import Dialog
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.widgets.sheet import framed
from ui.widgets.text import Label
from ui.widgets.text_area import TextArea
from ui.widgets.views import TableView


class PasteListDialog(Dialog):
    """`text()` is what was pasted; the clipboard is offered where it holds several lines."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(_title(), parent, width=720)
        hint = self.tr("HG01, Xã Hòa Bình, Nguyễn Thị Thu Hà, 0900 000 101")
        self._area = TextArea(self.tr("List"), hint, least=6, most=8)
        self._area.setObjectName("pasted")
        columns: tuple[Column[Line], ...] = (
            Column(self.tr("Code"), lambda line: Cell(line.code), width=110),
            Column(self.tr("Name"), lambda line: Cell(line.name or "–")),
            Column(self.tr("Focal officer"), lambda line: Cell(line.contact or "–"), width=170),
            Column(self.tr("Telephone"), lambda line: Cell(line.telephone or "–"), width=130),
        )
        self._model = RowsModel(columns, key=lambda line: line.number, parent=self)
        table = TableView(self.tr("What was understood"), self._model)
        table.setMinimumHeight(150)
        self._count = Label("", "hint", "ink-soft")
        told = self.tr("One agency a line: code, name, focal officer, telephone. Names alone are enough.")
        self.add(Label(told, tone="ink-soft", wrap=True), self._area, self._count, (framed(table), 1))
        self.set_acts(self.tr("Add to the list"), self.tr("Close"))
        self._area.textChanged.connect(self._show)
        known = QApplication.clipboard().text()
        if "\n" in known.strip():
            self._area.set_text(known)
        self._show()

    def text(self) -> str:
        return self._area.value()

    def accept(self) -> None:
        if self._model.rows():
            super().accept()
        else:
            self._area.setFocus()

    def _show(self) -> None:
        lines = typed_campaign.pasted_lines(self._area.value())
        self._model.replace(lines)
        self._count.setText(self.tr("%n line(s) understood so", "", len(lines)))


def _title() -> str:
    return QCoreApplication.translate("PasteListDialog", "Paste a list")
