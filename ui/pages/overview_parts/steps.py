"""The steps of the work in one line: what is done, where one stands, what is to come."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import theme, tokens
from ui.widgets.boxes import column, empty, fill, row
from ui.widgets.icon import Icon
from ui.widgets.sheet import Sheet
from ui.widgets.text import Line, name

DONE, HERE, AHEAD = "done", "here", "ahead"
_MARKS = {DONE: ("circle-check", "good"), HERE: ("circle-dot", "lead"), AHEAD: ("circle", "ink-soft")}
_WORDS_FROM = 190  # pixels for a step; with less only the one where the work stands keeps its words


@dataclass(frozen=True, slots=True)
class Step:
    """`state` is done, here or ahead."""

    title: str
    hint: str
    state: str


class Steps(Sheet):
    def __init__(self) -> None:
        super().__init__(margins=(tokens.GROUP, 8, tokens.GROUP, 8))
        self._line = QHBoxLayout()
        self._line.setSpacing(tokens.NEAR)
        self.column().addLayout(self._line)
        self._words: list[tuple[QWidget, QWidget, str]] = []

    def show_steps(self, steps: Sequence[Step]) -> None:
        empty(self._line)
        self._words.clear()
        fill(self._line, [], gap=tokens.NEAR)
        for number, step in enumerate(steps):
            if number:
                self._line.addWidget(Icon("chevron-right", "ink-soft"))
            icon, tone = _MARKS[step.state]
            weight = "bold" if step.state == HERE else "medium"
            title = Line(step.title, "body", "ink-soft" if step.state == AHEAD else "ink", weight)
            told = column(title, Line(step.hint, "hint", "ink-soft"), gap=0)
            made = row(Icon(icon, tone, 20, step.title), (told, 1), gap=tokens.NEAR)
            name(made, f"{step.title} · {step.hint}")
            self._line.addWidget(made, 1)
            self._words.append((made, told, step.state))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._words:
            has_room = self.width() / len(self._words) >= theme.current().px(_WORDS_FROM)
            for step, words, state in self._words:
                words.setVisible(has_room or state == HERE)
                self._line.setStretchFactor(step, 1 if has_room or state == HERE else 0)
