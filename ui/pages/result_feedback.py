"""What the reviewers said: every criterion with the points stated and the points that count, what waits first."""

from collections.abc import Mapping
from fractions import Fraction

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from app import wording
from app.domain.framework import Framework, Placed
from app.operations.commune.improving import FeedbackView, NodeOpinion
from ui import language, theme, tokens
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.widgets.chips import ChipRow
from ui.widgets.sheet import Sheet, framed
from ui.widgets.text import Label
from ui.widgets.views import TableView

WAITING, CHANGED, ALL = "waiting", "changed", "all"
# The columns go where there is less room; the reason's words stand in the tip of the opinion.
_ROOM = {5: 700, 2: 640}
_LOOKS = {
    "agree": ("circle-check", "good"),
    "adjust": ("pencil", "warn"),
    "reject": ("circle-x", "bad"),
    "ask_supplement": ("message-square-text", "warn"),
}


class FeedbackPart(Sheet):
    """`opened` carries the node of a row that was entered."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__(gap=tokens.FIELD, margins=(0, 0, 0, 0))
        self.setProperty("look", "")
        self._view: FeedbackView | None = None
        self._places: Mapping[str, Placed] = {}
        self._decimals = 2
        options = [
            (WAITING, self.tr("To be explained")),
            (CHANGED, self.tr("Points changed")),
            (ALL, self.tr("All criteria")),
        ]
        self._chips = ChipRow(options)
        self._chips.chosen.connect(lambda _: self._filter())
        self._note = Label(tone="ink-soft", wrap=True)
        self._model: RowsModel[NodeOpinion] = RowsModel(self._columns(), key=lambda said: said.node, parent=self)
        self._table = TableView(self.tr("Opinions of the reviewers"), self._model, lines=2)
        self._table.setObjectName("feedback-table")
        self._table.opened.connect(lambda said: self.opened.emit(said.node))
        self.column().addWidget(self._chips)
        self.column().addWidget(self._note)
        self.column().addWidget(framed(self._table), 1)

    def show_feedback(self, view: FeedbackView, framework: Framework) -> None:
        self._view = view
        self._places, self._decimals = framework.index.places, framework.decimals
        for chip in (WAITING, CHANGED, ALL):
            self._chips.set_count(chip, sum(1 for said in view.nodes if _belongs(said, chip)))
        if not any(said.is_open for said in view.nodes) and self._chips.value() == WAITING:
            self._chips.set_value(ALL)
        self._note.setText(view.content.note)
        self._note.setVisible(bool(view.content.note))
        self._filter()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for number, room in _ROOM.items():
            self._table.setColumnHidden(number, self.width() < theme.current().px(room))

    def _filter(self) -> None:
        assert self._view is not None
        chosen = self._chips.value()
        shown = [said for said in self._view.nodes if _belongs(said, chosen)]
        self._model.replace(sorted(shown, key=lambda said: not said.is_waiting))

    def _columns(self) -> list[Column[NodeOpinion]]:
        return [
            Column(self.tr("Code"), lambda said: Cell(self._places[said.node].node.code or "–"), width=64),
            Column(self.tr("Criterion"), lambda said: Cell(self._places[said.node].node.title)),
            Column(self.tr("Self-assessed"), lambda said: self._points(said.self_points), width=104, right=True),
            Column(self.tr("Appraised"), self._appraised, width=100, right=True),
            Column(self.tr("Opinion"), self._opinion, width=216),
            Column(self.tr("Reason"), lambda said: Cell(said.reason or "–", tone="ink-soft")),
        ]

    def _points(self, points: Fraction | None) -> Cell:
        return Cell("–" if points is None else language.number_text(points, self._decimals), right=True)

    def _appraised(self, said: NodeOpinion) -> Cell:
        words = "–" if said.points is None else language.number_text(said.points, self._decimals)
        lower = said.points is not None and said.self_points is not None and said.points < said.self_points
        return Cell(words, tone="bad" if lower else "ink", weight="medium", right=True)

    def _opinion(self, said: NodeOpinion) -> Cell:
        if said.is_open and said.is_answered:
            return Cell(self.tr("Explained"), tone="good", icon="circle-check", badge=True)
        icon, tone = _LOOKS[said.opinion]
        words = wording.word(f"opinion.{said.opinion}", language.current())
        return Cell(words, tone=tone, icon=icon, badge=True, tip=said.reason)


def _belongs(said: NodeOpinion, chip: str) -> bool:
    if chip == WAITING:
        return said.is_open
    return chip == ALL or (said.points is not None and said.points != said.self_points)
