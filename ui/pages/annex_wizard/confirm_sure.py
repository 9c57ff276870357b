"""All rules the program is sure of, each read out before they are confirmed together."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.operations.frameworks import annexing
from app.operations.frameworks.annexing import Proposal
from app.wording.rules import rule_sentences
from ui import language, theme
from ui.dialogs.dialog import Dialog
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.widgets.sheet import framed
from ui.widgets.text import Label
from ui.widgets.views import TableView


class ConfirmSureDialog(Dialog):
    """`ticked` are those that are still meant when the dialog is accepted."""

    def __init__(self, proposal: Proposal, keys: Sequence[str], parent: QWidget | None) -> None:
        super().__init__(self.tr("Confirm the rules that are sure"), parent, width=980)
        self._proposal, self._keys = proposal, list(keys)
        self._left_out: set[str] = set()
        told = self.tr("Read them through. Enter on a line leaves it out; it is then confirmed one by one.")
        columns: tuple[Column[str], ...] = (
            Column(self.tr("Criterion"), self._title),
            Column(self.tr("The decision says"), self._words),
            Column(self.tr("Rule"), self._rule),
        )
        self._model = RowsModel(columns, self._keys, parent=self)
        self._table = TableView(self.tr("Rules that are sure"), self._model, lines=3)
        self._table.setObjectName("sure")
        self._table.setMinimumHeight(theme.current().px(380))
        self._table.opened.connect(self._toggle)
        self.add(Label(told, tone="ink-soft", wrap=True), (framed(self._table), 1))
        self._main = self.set_acts("", self.tr("Not now"), icon="check")
        self._main.setAutoDefault(False)
        self._main.setDefault(False)  # Enter belongs to the lines
        self._say()
        self._table.selectRow(0)
        self._table.setFocus()

    def ticked(self) -> list[str]:
        return [key for key in self._keys if key not in self._left_out]

    def _toggle(self, key: str) -> None:
        self._left_out ^= {key}
        self._model.replace(self._keys)
        self._say()

    def _say(self) -> None:
        count = len(self.ticked())
        self._main.setText(self.tr("Confirm %n rule(s)", "", count))
        self._main.setEnabled(count > 0)

    def _title(self, key: str) -> Cell:
        seen = self._proposal.audit.nodes[key]
        is_in = key not in self._left_out
        icon, tone = ("square-check", "lead") if is_in else ("circle", "ink-soft")
        return Cell(
            seen.twig.row.title,
            code=seen.code,
            code_room=5,
            icon=icon,
            second_tone=tone,
            tone="ink" if is_in else "ink-soft",
        )

    def _words(self, key: str) -> Cell:
        return Cell(" ".join(self._proposal.audit.nodes[key].twig.method.split()), tone="ink-soft")

    def _rule(self, key: str) -> Cell:
        framework, criterion = annexing.preview(self._proposal, key)
        return Cell(" ".join(rule_sentences(framework, criterion, language.current())))
