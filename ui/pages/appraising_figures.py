"""The figures of a criterion side by side: as the agency reported them and as the assessor reads them."""

from collections.abc import Mapping
from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app import wording
from app.domain.assessment import ABSENT, NO, YES, Response
from app.domain.framework import Input, InputKind
from app.domain.scoring import NodeScore
from app.errors import AppError
from app.operations.authority.appraising import Case
from app.wording import rules
from app.wording.figures import measured_share
from ui import language, theme
from ui.notices import sentence_for
from ui.pages.appraising_words import points_text, value_text
from ui.pages.assessment_desk.words import short_number
from ui.widgets.choice import Choice
from ui.widgets.number_entry import NumberEntry
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label

_FIGURE = 96  # width of a column of figures


class FiguresTable(Sheet):
    """`edited` carries the figures that differ from the agency's own, by key."""

    edited = Signal(object)

    def __init__(self, case: Case, read: Mapping[str, str]) -> None:
        """`read`: figures as somebody read them before; those of the agency elsewhere."""
        super().__init__(look="well", margins=(12, 8, 12, 10))
        self._case = case
        self._given = dict(case.response.inputs)
        self._editors: dict[str, NumberEntry | Choice] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self.column().addLayout(self._grid)
        self._head()
        criterion = case.place.criterion
        assert criterion is not None
        for input_ in criterion.inputs:
            self._add_input(input_, read.get(input_.key, self._given.get(input_.key, "")))
        self._share = (Label("", right=True), Label("", right=True, weight="bold"))
        if rules.gauge(criterion, case.response) is not None:
            self._add_row(Label(self.tr("Share")), *self._share)
        self._points = (Label("", right=True, weight="bold"), Label("", right=True, weight="bold"))
        told = self.tr("Points (at most {maximum})").format(maximum=short_number(case.place.maximum))
        self._add_row(Label(told, weight="bold", wrap=True), *self._points)
        self._complaint = Label("", "hint", "bad", wrap=True)
        self._complaint.hide()
        self.column().addWidget(self._complaint)
        self._show_scores(self._points[0], self._share[0], case.response, case.own)
        self._show_scores(self._points[1], self._share[1], case.response, case.counted)

    def inputs(self) -> dict[str, str]:
        """The figures that differ from the agency's own; a field that cannot be read counts as its own."""
        found = {}
        for key, editor in self._editors.items():
            value = editor.value()
            if value is not None and value != self._given.get(key, ""):
                found[key] = value
        return found

    def is_readable(self) -> bool:
        """Whether every field holds a figure that may stand there."""
        return self._complaint.isHidden() and all(editor.value() is not None for editor in self._editors.values())

    def show_read(self, response: Response, score: NodeScore) -> None:
        """The right column as the assessor's figures make it."""
        self._complaint.hide()
        self._show_scores(self._points[1], self._share[1], response, score)
        differs = score.points != self._case.own.points
        for label in (self._points[1], self._share[1]):
            label.set_tone("warn" if differs else "ink")

    def complain(self, error: AppError) -> None:
        """A figure that can't stand there."""
        self._complaint.setText(sentence_for(error))
        self._complaint.show()
        self._points[1].setText("–")
        self._share[1].setText("–")

    def focus_first(self) -> None:
        """The first figure to read."""
        if self._editors:
            next(iter(self._editors.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def _head(self) -> None:
        for column, words in ((1, self.tr("Reported")), (2, self.tr("Appraised"))):
            self._grid.addWidget(Label(words, "hint", "ink-soft", right=True), 0, column)

    def _add_input(self, input_: Input, value: str) -> None:
        given = Label(value_text(input_, self._given.get(input_.key, "")), right=True, wrap=True)
        editor = self._editor(input_, value)
        self._editors[input_.key] = editor
        label = Label(input_.label + (f" ({input_.unit})" if input_.unit else ""), wrap=True)
        if input_.kind is not InputKind.CHOICE:
            self._add_row(label, given, editor)
            return
        at = self._grid.rowCount()  # answers in words need a line of their own
        self._grid.addWidget(label, at, 0, 1, 3)
        self._grid.addWidget(given, at + 1, 0, 1, 2)
        self._grid.addWidget(editor, at + 1, 2, Qt.AlignmentFlag.AlignVCenter)

    def _add_row(self, label: QWidget, given: QWidget, read: QWidget) -> None:
        at = self._grid.rowCount()
        given.setMinimumWidth(theme.current().px(64))
        self._grid.addWidget(label, at, 0)
        self._grid.addWidget(given, at, 1)
        self._grid.addWidget(read, at, 2, Qt.AlignmentFlag.AlignVCenter)

    def _editor(self, input_: Input, value: str) -> NumberEntry | Choice:
        name = self.tr("{label}, as appraised").format(label=input_.label)
        if input_.kind in (InputKind.YES_NO, InputKind.CHOICE):
            spoken = language.current()
            options = [(key, wording.word(f"answer.{key}", spoken)) for key in (YES, NO)]
            if input_.kind is InputKind.CHOICE:
                options = [(option.key, option.label) for option in input_.options]
            choice = Choice(name, [("", "–"), *options], width=_FIGURE if input_.kind is InputKind.YES_NO else 176)
            choice.set_value(value)
            choice.chosen.connect(lambda _: self._tell())
            choice.setObjectName(f"read-{input_.key}")
            return choice
        entry = NumberEntry(name, width=_FIGURE)
        entry.entry.setObjectName(f"read-{input_.key}")
        entry.set_value("" if value == ABSENT else value)
        entry.typed.connect(lambda _: self._tell())
        return entry

    def _tell(self) -> None:
        self._complaint.hide()
        self.edited.emit(self.inputs())

    def _show_scores(self, points: Label, share: Label, response: Response, score: NodeScore) -> None:
        criterion = self._case.place.criterion
        assert criterion is not None
        points.setText(points_text(score.points, self._case.dossier.framework.decimals))
        gauge = rules.gauge(criterion, response)
        limits: tuple[Fraction, ...] = () if gauge is None or gauge.threshold is None else (gauge.threshold,)
        share.setText("–" if gauge is None else measured_share(gauge.value, language.current(), limits))
