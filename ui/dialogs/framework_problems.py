"""What a check found in a framework: how grave, where, and what to do about it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QWidget

from app import wording
from app.domain.framework import Framework
from app.domain.problems import Problem, Severity
from app.wording.rules import problem_sentence
from ui import language
from ui.dialogs.dialog import Dialog
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.widgets.sheet import framed
from ui.widgets.views import TableView

LOOKS = {
    Severity.ERROR: ("circle-x", "bad"),
    Severity.WARNING: ("triangle-alert", "warn"),
    Severity.REMARK: ("info", "ink-soft"),
}
_ORDER = list(Severity)


def problem_columns(framework: Framework, titles: tuple[str, str, str]) -> tuple[Column[Problem], ...]:
    """Columns of a list of problems: how grave, where, what."""

    def grave(item: Problem) -> Cell:
        icon, tone = LOOKS[item.severity]
        return Cell(
            wording.word(f"severity.{item.severity.value}", language.current()), icon=icon, tone=tone, badge=True
        )

    def where(item: Problem) -> Cell:
        place = framework.index.places.get(item.node)
        return Cell(place.node.title, code=place.node.code, code_room=5) if place else Cell("–")

    def what(item: Problem) -> Cell:
        return Cell(problem_sentence(item, language.current()))

    return (
        Column(titles[0], grave, order=lambda item: _ORDER.index(item.severity), width=192),
        Column(titles[1], where, width=260),
        Column(titles[2], what),
    )


def in_order(problems: Sequence[Problem]) -> list[Problem]:
    """The grave ones first."""
    return sorted(problems, key=lambda item: _ORDER.index(item.severity))


class ProblemsDialog(Dialog):
    def __init__(self, framework: Framework, problems: Sequence[Problem], parent: QWidget | None) -> None:
        super().__init__(framework.title, parent, width=900)
        titles = (self.tr("How grave"), self.tr("Where"), self.tr("What was found"))
        shown = in_order(problems)
        numbers = {id(item): number for number, item in enumerate(shown)}
        model = RowsModel(problem_columns(framework, titles), shown, key=lambda item: numbers[id(item)], parent=self)
        table = TableView(self.tr("What was found"), model, lines=3)
        table.setMinimumHeight(260)
        self.add((framed(table), 1))
        self._words = [problem_sentence(item, language.current()) for item in shown]
        self.set_acts(self.tr("Copy the list"), self.tr("Close"), icon="copy")

    def accept(self) -> None:
        QApplication.clipboard().setText("\n".join(self._words))
        super().accept()
