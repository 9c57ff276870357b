"""A table of the file as it was read, with a drop-down over each column that says what it holds."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from app.domain.annex import AnnexRow, AnnexTable, ColumnRole, TableColumns, Why
from app.wording.annex import role_word, why_words
from ui import language, theme
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.widgets.boxes import column, row
from ui.widgets.choice import Choice
from ui.widgets.icon import Icon
from ui.widgets.text import Line
from ui.widgets.views import TableView

ROWS_SHOWN = 60
_NUMBER, _WIDE, _NARROW = 52, 230, 150
_HEAD = 66


class _RoleHead(QHeaderView):
    """The head of the preview: over each column its drop-down and what the guess rests on."""

    chosen = Signal(int, object)

    def __init__(self, known: TableColumns) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        options = [(role, role_word(role.value, language.current())) for role in ColumnRole]
        self._boxes: list[QWidget] = []
        self.choices: list[Choice] = []
        for at, told in enumerate(known.columns):
            choice = Choice(self.tr("What column {number} holds").format(number=at + 1), options)
            choice.setObjectName(f"role-{at + 1}")
            choice.set_value(told.role)
            choice.chosen.connect(lambda role, at=at: self.chosen.emit(at, ColumnRole(role)))
            icon, tone = ("circle-check", "good") if told.is_sure else ("circle-question-mark", "warn")
            if told.role is ColumnRole.OTHER and told.why is Why.NOTHING:
                icon, tone = "minus", "ink-soft"
            why = Line(why_words(told.why.value, language.current()), "hint", "ink-soft")
            box = column(choice, row(Icon(icon, tone, 14), (why, 1), gap=4), gap=2, margins=(4, 4, 4, 2))
            box.setParent(self.viewport())
            box.show()
            self.choices.append(choice)
            self._boxes.append(box)
        self.sectionResized.connect(lambda *_: self._place())

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.current().px(_HEAD))

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Nothing below the drop-downs."""

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place()

    def setOffset(self, offset: int) -> None:
        super().setOffset(offset)
        self._place()

    def _place(self) -> None:
        for at, box in enumerate(self._boxes):
            section = at + 1  # the first column holds the numbers of the rows
            box.setGeometry(self.sectionViewportPosition(section), 0, self.sectionSize(section), self.height())


class Preview(TableView):
    """The first rows of one table; `role_chosen` carries the column from 0 and its role."""

    role_chosen = Signal(int, object)

    def __init__(self, table: AnnexTable, known: TableColumns) -> None:
        self.table, self._known = table, known
        rows = table.rows[:ROWS_SHOWN]
        columns: list[Column[AnnexRow]] = [
            Column("", lambda item: Cell(str(item.number), tone="ink-soft", right=True), width=_NUMBER)
        ]
        heads = {item.number for item in table.rows[: known.head]}
        for at, told in enumerate(known.columns):
            wide = told.role in (ColumnRole.TITLE, ColumnRole.METHOD)
            columns.append(Column(told.heading, self._cell(at, heads), width=_WIDE if wide else _NARROW))
        super().__init__(
            self.tr("The table as it was read"), RowsModel(columns, rows, key=lambda item: item.number), lines=2
        )
        self.head = _RoleHead(known)
        self.head.chosen.connect(self.role_chosen)
        self.setHorizontalHeader(self.head)
        self.head.setMinimumSectionSize(24)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        look = theme.current()
        for number, each in enumerate(columns):
            self.head.resizeSection(number, look.px(each.width))
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.head._place())

    def show_head(self) -> None:
        """Scrolls to the last row of the head, so that what is read first is seen first."""
        if self._known.head > 1:
            index = self.model().index(self._known.head - 1, 0)
            self.scrollTo(index, self.ScrollHint.PositionAtTop)

    def _cell(self, at: int, heads: set[int]) -> Callable[[AnnexRow], Cell]:
        def shown(item: AnnexRow) -> Cell:
            cell = item.cell(at)
            is_head = item.number in heads
            words = "" if cell.from_left else cell.text
            tone = "ink-soft" if is_head or cell.from_above else "ink"
            return Cell(words, tone=tone, weight="bold" if cell.is_bold or is_head else "normal")

        return shown
