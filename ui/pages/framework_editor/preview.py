"""The set as a commune sees it: its tree and its form, to type into; nothing of it is kept."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.framework import Framework
from app.operations.commune import assessing
from app.operations.commune.assessing import View
from app.operations.frameworks import drafting
from ui.pages.assessment_desk.form import NodeForm
from ui.pages.assessment_desk.tree import CriterionTree
from ui.pages.authority_kit import Panes
from ui.widgets.boxes import fill, row, scrolled
from ui.widgets.button import Button
from ui.widgets.icon import Icon
from ui.widgets.sheet import Sheet, framed
from ui.widgets.text import Label

_NARROW = 860


class CommunePreview(QWidget):
    """`left` tells that the author goes back to writing."""

    left = Signal()

    def __init__(self, framework: Framework, node: str) -> None:
        super().__init__()
        self._seen: View = drafting.trial(framework)
        self.form: NodeForm | None = None
        back = Button(self.tr("Back to editing"), "plain", "arrow-left")
        back.setObjectName("leave-preview")
        back.clicked.connect(self.left)
        words = Label(self.tr("This is what a commune will see. What is typed here is only tried out."), wrap=True)
        told = Sheet(row(Icon("eye", "lead"), (words, 1), back, gap=8), look="lead", margins=(12, 6, 6, 6))
        self._tree = CriterionTree()
        self._tree.chosen.connect(self._open)
        self._tree.opened.connect(self._on_opened)
        self._place = QVBoxLayout()
        fill(self._place, [], gap=0)
        holder = QWidget()
        holder.setLayout(self._place)
        titles = (self.tr("Criteria"), self.tr("Form"))
        self._panes = Panes(framed(self._tree), framed(scrolled(holder)), titles, [400, 740], _NARROW)
        fill(QVBoxLayout(self), [told, (self._panes, 1)], gap=8)
        self._tree.show_view(self._seen)
        first = node if node in self._seen.score.nodes else next(iter(self._seen.score.nodes), "")
        if first:
            self._tree.select(first)
            self._open(first)

    def _on_opened(self, node: str) -> None:
        self._open(node)
        self._panes.turn_to(1)

    def _open(self, node: str) -> None:
        if self.form is not None:
            if self.form.place.id == node:
                return
            self._place.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        self.form = NodeForm(self._seen, self._seen.framework.index.places[node])
        self.form.edited.connect(self._on_edited)
        self._place.addWidget(self.form)
        self.form.show()

    def _on_edited(self, edits: dict[str, Any], _: bool) -> None:
        if self.form is None or not edits:
            return
        extra = {key: edits[key] for key in ("level", "is_complete") if key in edits}
        self._seen = assessing.preview(self._seen, self.form.place.id, self.form.response(), **extra)
        self._tree.show_view(self._seen)
        self.form.follow(self._seen)
