"""The steps of a campaign in one line: what is done, where one is, what comes; each leads to its page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from ui import theme, tokens
from ui.widgets import text
from ui.widgets.boxes import column, empty, fill
from ui.widgets.button import Button
from ui.widgets.icon import Icon
from ui.widgets.text import Line

_ALL_FROM, _WORDS_FROM = 900, 620


@dataclass(frozen=True, slots=True)
class StepShown:
    """One step: its words, a hint below, where it leads."""

    words: str
    hint: str
    page: str
    is_done: bool
    is_now: bool


class _Step(Button):
    """Drawn like a quiet button, so that focus and pointer are seen."""

    def __init__(self, shown: StepShown) -> None:
        super().__init__("", "rail")
        icon, tone = ("circle-check", "good") if shown.is_done else ("circle", "ink-soft")
        if shown.is_now:
            icon, tone = "circle-dot", "lead"
        ink = "ink" if shown.is_done or shown.is_now else "ink-soft"
        words = Line(shown.words, tone=ink, weight="bold" if shown.is_now else "medium")
        hint = Line(shown.hint, "hint", "ink-soft")
        hint.setVisible(bool(shown.hint))
        beside = column(words, hint, gap=0)
        fill(QHBoxLayout(self), [Icon(icon, tone, 20), (beside, 1)], gap=8, margins=(6, 4, 6, 4))
        beside.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        text.name(self, f"{shown.words} · {shown.hint}".strip(" ·"))

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())


class StepLine(QFrame):
    """`asked` carries the page a step leads to. Where room is short, only the present step and its neighbours."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "sheet")
        self._layout = QHBoxLayout(self)
        fill(self._layout, [], gap=tokens.NEAR, margins=(tokens.GROUP, 8, tokens.GROUP, 8))
        self._steps: list[tuple[StepShown, _Step]] = []
        self._arrows: list[Icon] = []

    def show_steps(self, steps: Sequence[StepShown]) -> None:
        empty(self._layout)
        self._steps, self._arrows = [], []
        for number, shown in enumerate(steps):
            if number:
                arrow = Icon("chevron-right")
                self._arrows.append(arrow)
                self._layout.addWidget(arrow)
            step = _Step(shown)
            step.clicked.connect(self._asker(shown.page))
            self._steps.append((shown, step))
            self._layout.addWidget(step)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _asker(self, page: str) -> Callable[[], None]:
        return lambda: self.asked.emit(page)

    def _fit(self) -> None:
        px, width = theme.current().px, self.width()
        here = next((number for number, (shown, _) in enumerate(self._steps) if shown.is_now), len(self._steps) - 1)
        reach = len(self._steps) if width >= px(_ALL_FROM) else 1 if width >= px(_WORDS_FROM) else 0
        shown = [abs(number - here) <= reach for number in range(len(self._steps))]
        for number, (_, step) in enumerate(self._steps):
            step.setVisible(shown[number])
            if number:
                self._arrows[number - 1].setVisible(shown[number] and shown[number - 1])
