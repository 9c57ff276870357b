"""The fourth step: rule by rule, the decision's words beside what the program makes of them; one key confirms."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain import text
from app.operations.frameworks import annexing
from app.operations.frameworks.annexing import Verdict
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.pages.annex_wizard import words
from ui.pages.annex_wizard.confirm_sure import ConfirmSureDialog
from ui.pages.annex_wizard.rule_sheet import RuleSheet
from ui.pages.annex_wizard.sitting import Sitting
from ui.pages.authority_kit import Panes
from ui.widgets.boxes import fill, row
from ui.widgets.button import Button
from ui.widgets.chips import ChipRow
from ui.widgets.search_box import SearchBox
from ui.widgets.sheet import framed
from ui.widgets.views import TableView

OPEN, LOOK, DONE, ALL = "open", "look", "done", "all"
_NARROW = 860


class _List(TableView):
    """Leaves the keys that decide to the step."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_deciding(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


def _is_deciding(event: QKeyEvent) -> bool:
    keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace)
    return event.key() in keys or event.text() == "0"


class RulesStep(QWidget):
    """Left the criteria, right the chosen one; rows are keys of the proposal.

    Enter confirms, 0 leaves to the hand, Backspace takes back, wherever the focus is but in the search.
    """

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting
        self._chip, self._query = OPEN, ""
        self._chips = ChipRow(
            [
                (OPEN, self.tr("Not confirmed")),
                (LOOK, self.tr("To look at")),
                (DONE, self.tr("Confirmed")),
                (ALL, self.tr("All")),
            ]
        )
        self._chips.setObjectName("chips")
        self._chips.chosen.connect(self._on_chip)
        self.search = SearchBox(self.tr("Find a criterion"))
        self.search.sought.connect(self._on_sought)
        self._sure = Button(self.tr("Confirm all that are sure…"), "plain", "list-checks")
        self._sure.setObjectName("confirm-sure")
        self._sure.clicked.connect(self._ask_sure)
        columns: tuple[Column[str], ...] = (
            Column(self.tr("Criterion"), self._cell),
            Column(self.tr("Points"), self._points, width=72, right=True),
        )
        self._model = RowsModel(columns, parent=self)
        self.list = _List(self.tr("Criteria"), self._model, lines=2, second=True)
        self.list.setObjectName("criteria")
        self.list.chosen.connect(self._on_chosen)
        self.sheet = RuleSheet()
        self.sheet.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sheet.decided.connect(self.decide)
        titles = (self.tr("Criteria"), self.tr("Chosen criterion"))
        self.panes = Panes(framed(self.list), self.sheet, titles, [400, 740], _NARROW)
        self.panes.narrowed.connect(self._sure.set_compact)
        fill(QVBoxLayout(self), [row(self._chips, None, self.search, self._sure, gap=8), (self.panes, 1)], gap=8)
        sitting.changed.connect(self._on_changed)

    def show_rules(self) -> None:
        """The list as it is now; a filter that would show nothing gives way to all."""
        if self._sitting.proposal is None:
            return
        if self._sitting.proposal.suggested and not self._of(self._chip):
            self._chip = ALL
            self._chips.set_value(ALL)
        self._filter()

    def decide(self, verdict: Verdict | None) -> None:
        """Settles the chosen criterion and goes on to the next one that is not settled."""
        key = self.current()
        if key is None or self._sitting.proposal is None:
            return
        if self.panes.is_narrow and self.panes.tabs.value() == 0:
            self.panes.turn_to(1)  # nothing is settled that is not seen
            self.sheet.setFocus()
            return
        if verdict is Verdict.ACCEPTED and self._sitting.proposal.suggested[key].is_manual:
            verdict = Verdict.MANUAL
        after = self._next_open(key) if verdict is not None else key
        self._sitting.decide([key], verdict)
        self._filter()
        if after is not None and not self.list.select_key(after):
            self.step(1)
        (self.sheet if self.panes.is_narrow else self.list).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.focusWidget() is self.search:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Backspace:
            self.decide(None)
        elif _is_deciding(event):
            self.decide(Verdict.MANUAL if event.text() == "0" else Verdict.ACCEPTED)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def step(self, by: int) -> None:
        """The next or the previous criterion of the list."""
        rows = self._model.rows()
        if not rows:
            return
        here = self.list.currentIndex().row()
        self.list.select_key(rows[max(0, min(len(rows) - 1, here + by))])

    def current(self) -> str | None:
        index = self.list.currentIndex()
        return self._model.row_at(index) if index.isValid() else None

    # Inside --------------------------------------------------------------------------------------------------------

    def _of(self, chip: str) -> list[str]:
        proposal, verdicts = self._sitting.proposal, self._sitting.verdicts
        if proposal is None:
            return []
        tests: dict[str, Callable[[str], bool]] = {
            OPEN: lambda key: key not in verdicts,
            LOOK: lambda key: key not in verdicts and not proposal.suggested[key].is_sure,
            DONE: lambda key: key in verdicts,
            ALL: lambda key: True,
        }
        return [key for key in proposal.suggested if tests[chip](key)]

    def _filter(self) -> None:
        proposal = self._sitting.proposal
        if proposal is None:
            return
        for chip in (OPEN, LOOK, DONE, ALL):
            self._chips.set_count(chip, len(self._of(chip)))
        here = self.current()
        found = [key for key in self._of(self._chip) if self._matches(key)]
        if here is not None and here in proposal.suggested and self._chip in (OPEN, LOOK) and not self._query:
            # what was just settled stays in sight until one goes on
            found = [key for key in proposal.suggested if key in found or key == here]
        self._model.replace(found)
        sure = [key for key in self._of(OPEN) if proposal.suggested[key].is_sure]
        self._sure.setEnabled(bool(sure))
        if not self.list.currentIndex().isValid() and found:
            self.list.select_key(found[0])
        self._show()

    def _matches(self, key: str) -> bool:
        assert self._sitting.proposal is not None
        seen = self._sitting.proposal.audit.nodes[key]
        return text.matches(self._query, seen.code, seen.twig.row.title)

    def _next_open(self, key: str) -> str | None:
        """The next criterion that is not settled, from here on and round again."""
        proposal = self._sitting.proposal
        keys = list(proposal.suggested) if proposal is not None else []
        at = keys.index(key) if key in keys else -1
        order = [*keys[at + 1 :], *keys[:at]]
        wanted = self._of(LOOK if self._chip == LOOK else OPEN)
        return next((each for each in order if each in wanted and each != key), None)

    def _on_changed(self) -> None:
        if self.isVisible():
            self._filter()

    def _on_chip(self, chip: str) -> None:
        self._chip = chip
        self._model.replace(())
        self._filter()
        self.list.setFocus()

    def _on_sought(self, query: str) -> None:
        self._query = query
        self._filter()

    def _on_chosen(self, _: str | None) -> None:
        self._show()

    def _show(self) -> None:
        key, proposal = self.current(), self._sitting.proposal
        if key is None or proposal is None or key not in proposal.suggested:
            self.sheet.show_nothing()
        else:
            self.sheet.show_rule(proposal, key, self._sitting.verdicts.get(key))

    def _ask_sure(self) -> None:
        proposal = self._sitting.proposal
        if proposal is None:
            return
        keys = [key for key in self._of(OPEN) if proposal.suggested[key].is_sure]
        dialog = ConfirmSureDialog(proposal, keys, self.window())
        dialog.accepted.connect(lambda: self._sitting.decide(dialog.ticked(), Verdict.ACCEPTED))
        dialog.open()

    def _cell(self, key: str) -> Cell:
        proposal = self._sitting.proposal
        if proposal is None or key not in proposal.suggested:
            return Cell()
        seen, suggested = proposal.audit.nodes[key], proposal.suggested[key]
        verdict = self._sitting.verdicts.get(key)
        icon, tone = words.mark(suggested, verdict)
        said = self.tr("sure") if suggested.is_sure else self.tr("to look at")
        if verdict is not None:
            said = self.tr("confirmed") if verdict is Verdict.ACCEPTED else self.tr("points by hand")
        return Cell(seen.twig.row.title, code=seen.code, code_room=5, icon=icon, second=said, second_tone=tone)

    def _points(self, key: str) -> Cell:
        proposal = self._sitting.proposal
        if proposal is None or key not in proposal.audit.nodes:
            return Cell()
        return Cell(words.points(proposal.audit.nodes[key].points), right=True)


def undecided(sitting: Sitting) -> int:
    """How many rules nobody has settled."""
    return len(annexing.undecided(sitting.proposal, sitting.verdicts)) if sitting.proposal is not None else 0
