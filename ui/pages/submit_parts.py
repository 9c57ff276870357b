"""The files of a submission that goes in parts: which were written, and each to be written again by itself."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.operations.commune.parts_sending import FIGURES, Plan, PlannedPart
from ui import language
from ui.widgets.boxes import Part, fill, row
from ui.widgets.button import Button
from ui.widgets.icon import Icon
from ui.widgets.text import Label


class PartsPanel(QWidget):
    """`wanted` carries the numbers of the parts to be written."""

    wanted = Signal(object)

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        lines: list[Part] = [self._head(plan), *(self._line(part, plan) for part in plan.parts)]
        fill(QVBoxLayout(self), lines, gap=6)

    def _head(self, plan: Plan) -> Label:
        if plan.missing:
            words = self.tr("{done} of {all} files are written and checked.").format(
                done=len(plan.parts) - len(plan.missing), all=len(plan.parts)
            )
            return Label(words, tone="warn", weight="medium", wrap=True)
        words = self.tr("All {all} files are written and checked. Send every one of them, in any order.")
        return Label(words.format(all=len(plan.parts)), tone="good", weight="medium", wrap=True)

    def _line(self, part: PlannedPart, plan: Plan) -> QWidget:
        icon, tone = ("circle-check", "good") if part.written_at else ("circle", "ink-soft")
        what = self.tr("Figures and report") if part.number == FIGURES else self.tr("Volume {number} of {all}").format(
            number=part.number, all=plan.volumes
        )  # fmt: skip
        when = (
            language.moment_text(datetime.fromisoformat(part.written_at))
            if part.written_at
            else self.tr("not written yet")
        )
        facts = self.tr("{what} · about {size} · {when}").format(
            what=what, size=language.size_text(part.size), when=when
        )
        again = Button(self.tr("Write again") if part.written_at else self.tr("Write"), "link")
        again.setObjectName(f"write-{part.number}")
        again.setAccessibleDescription(part.name)
        again.clicked.connect(lambda: self.wanted.emit((part.number,)))
        words = QWidget()
        name = Label(part.name, wrap=True, selectable=True)
        fill(QVBoxLayout(words), [name, Label(facts, "hint", "ink-soft", wrap=True)], gap=0)
        return row(Icon(icon, tone, 16), (words, 1), again, gap=8)
