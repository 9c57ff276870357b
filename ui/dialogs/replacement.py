"""A replacement came late or under another key: what it changes, whose points would move, and whether it is taken."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.operations.authority.comparing import Difference, Moved, Received
from ui import language
from ui.dialogs.dialog import Dialog
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.pages.authority_kit import moment
from ui.widgets.button import Button
from ui.widgets.differences import Differences
from ui.widgets.field import Field
from ui.widgets.sheet import framed
from ui.widgets.text import Label
from ui.widgets.text_area import TextArea
from ui.widgets.views import TableView

_ROWS = 4  # of those whose points move are seen at once


class ReplacementDialog(Dialog):
    """`is_taken()` and `reason()` once it was accepted; both answers want a reason."""

    def __init__(
        self, agency: str, counted: Received, waiting: Received, parent: QWidget | None, *, is_other_key: bool = False
    ) -> None:
        title = self.tr("{agency}: take the replacement that came after the deadline?")
        if is_other_key:
            title = self.tr("{agency}: take the replacement sealed with another key?")
        super().__init__(title.format(agency=agency), parent, width=880)
        self._is_taken = True
        decimals = counted.framework.decimals
        told = self.tr(
            "Revision {old} was received in time, {old_moment}, and counts. Revision {new} came {new_moment}, after "
            "the last day. Opinions on criteria that stay the same would stand; those that change are looked at again."
        )
        if is_other_key:
            told = self.tr(
                "Revision {old} was received {old_moment} under the accepted key, and counts. Revision {new} came "
                "{new_moment} under another key: ask on the number known from before whether the agency sent it. If "
                "it is taken, its key has to be accepted before publication all the same."
            )
        told = told.format(
            old=counted.revision_number,
            old_moment=moment(counted.received_at),
            new=waiting.revision_number,
            new_moment=moment(waiting.received_at),
        )
        names = [self.tr("Revision {number}").format(number=item.revision_number) for item in (counted, waiting)]
        self._differences = Differences((names[0], names[1]), decimals)
        self._moves = Label(self.tr("Points are being computed…"), weight="medium", wrap=True)
        columns: tuple[Column[Moved], ...] = (
            Column(self.tr("Agency"), lambda item: Cell(item.agency.name)),
            Column(self.tr("Now"), lambda item: _points(item.before, decimals), width=120, right=True),
            Column(self.tr("If taken"), lambda item: _points(item.after, decimals), width=120, right=True),
        )
        self._model = RowsModel(columns, (), key=lambda item: item.agency.code, parent=self)
        self._table = TableView(self.tr("Whose points move"), self._model)
        self._table.setFixedHeight(self._table.height_of_rows(_ROWS))
        self._reason = TextArea(self.tr("Reason"), self.tr("For example: agreed in letter No. 45 of 18/11/2026"))
        self._reason.setObjectName("reason")
        self._field = Field(self.tr("Reason (stands in the journal and on the receipt)"), self._reason)
        self.add(Label(told, wrap=True), (self._differences, 1), self._moves, framed(self._table), self._field)
        decline = Button(self.tr("Leave it in history"), "plain", "history")
        decline.setObjectName("decline")
        decline.clicked.connect(self._decline)
        self.set_acts(self.tr("Take the replacement"), self.tr("Decide later"), decline)

    def show_differences(self, found: Sequence[Difference]) -> None:
        self._differences.show_found(found)

    def show_moves(self, found: Sequence[Moved]) -> None:
        self._moves.setText(
            self.tr("The points of %n agency(ies) would move", "", len(found))
            if found
            else self.tr("Nobody's points would move.")
        )
        self._model.replace(found)
        self._table.setFixedHeight(self._table.height_of_rows(_ROWS))

    def is_taken(self) -> bool:
        return self._is_taken

    def reason(self) -> str:
        return self._reason.value()

    def accept(self) -> None:
        if self.reason():
            super().accept()
        else:
            self._is_taken = True
            self._field.complain(self.tr("Say why."))
            self._reason.setFocus()

    def _decline(self) -> None:
        self._is_taken = False
        self.accept()


def _points(value: object, decimals: int) -> Cell:
    from fractions import Fraction

    return Cell(language.number_text(value, decimals) if isinstance(value, Fraction) else "–", right=True)
