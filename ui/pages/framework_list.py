"""The frameworks at hand as a tree: drafts first, then by regulation, each with what it still lacks."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.framework import Framework, Standing
from app.operations.frameworks.drafting import Draft
from app.wording.figures import number
from app.wording.lacking import lack_words
from ui import language
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.tree_model import Branch, TreeModel
from ui.pages.authority_kit import Fitting, moment
from ui.pages.framework_choice import standing_word
from ui.pages.framework_reading import LOOKS
from ui.widgets.boxes import fill
from ui.widgets.sheet import framed
from ui.widgets.views import TreeView

DRAFTS, OTHERS = "drafts", "others"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list: a heading, a draft, or a version."""

    key: str
    title: str
    second: str = ""
    draft: Draft | None = None
    version: Framework | None = None

    @property
    def framework(self) -> Framework | None:
        return self.draft.framework if self.draft is not None else self.version


class FrameworkList(QWidget):
    """`opened` carries the entry that was entered, `chosen` the one under the cursor (or None)."""

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        columns: tuple[Column[Entry], ...] = (
            Column(self.tr("Framework"), self._title),
            Column(self.tr("Standing"), self._standing, width=236),
            Column(self.tr("Version"), self._version, width=84, right=True),
            Column(self.tr("Criteria"), self._criteria, width=92, right=True),
            Column(self.tr("Maximum"), self._maximum, width=104, right=True),
        )
        self.model: TreeModel[Entry] = TreeModel(columns, key=lambda entry: entry.key, parent=self)
        self.view = TreeView(self.tr("Frameworks"), self.model, head=True)
        self.view.setObjectName("frameworks")
        Fitting(self.view, {2: 700, 3: 620, 4: 560})
        self.view.opened.connect(self.opened)
        self.view.chosen.connect(self.chosen)
        fill(QVBoxLayout(self), [(framed(self.view), 1)])

    def show_all(self, known: Sequence[Framework], drafts: Sequence[Draft]) -> None:
        """Shows what is there; the line under the cursor stays."""
        was_empty = not self.view.currentIndex().isValid()
        self.model.replace(self._branches(known, drafts))
        if was_empty:
            self.view.expandAll()
            first = next((i for i in self.model.walk() if self.model.row_at(i).framework is not None), None)
            if first is not None:
                self.view.setCurrentIndex(first)

    def selected(self) -> Entry | None:
        index = self.view.currentIndex()
        return self.model.row_at(index) if index.isValid() else None

    # Inside --------------------------------------------------------------------------------------------------------

    def _branches(self, known: Sequence[Framework], drafts: Sequence[Draft]) -> list[Branch[Entry]]:
        groups: dict[str, list[Framework]] = {}
        for value in known:
            regulation = value.regulation
            groups.setdefault((regulation.id or regulation.title) if regulation else OTHERS, []).append(value)
        branches = []
        if drafts:
            lines = tuple(Branch(self._draft(draft)) for draft in drafts)
            branches.append(Branch(Entry(DRAFTS, self.tr("Drafts"), self.tr("only seen here")), lines))
        for key in sorted(groups, key=lambda key: (key != OTHERS, len(groups[key]) > 1)):
            lines = tuple(
                Branch(Entry(value.digest, value.title, _told(value), version=value)) for value in groups[key]
            )
            branches.append(Branch(self._heading(key, groups[key][0]), lines))
        return branches

    def _draft(self, draft: Draft) -> Entry:
        changed = self.tr("changed {moment}").format(moment=moment(draft.changed_at))
        told = " · ".join(part for part in (changed, draft.changed_by) if part)
        title = draft.framework.title or self.tr("Framework without a title")
        return Entry(draft.id, title, told, draft=draft)

    def _heading(self, key: str, first: Framework) -> Entry:
        regulation = first.regulation
        if regulation is None:
            return Entry(key, self.tr("Without a regulation"), self.tr("samples and sets of one's own"))
        numbered = " ".join(part for part in (regulation.kind, regulation.number) if part)
        return Entry(f"group-{key}", numbered or regulation.title, regulation.issuer or regulation.title)

    def _title(self, entry: Entry) -> Cell:
        return Cell(entry.title, second=entry.second, weight="normal" if entry.framework else "bold")

    def _standing(self, entry: Entry) -> Cell:
        if entry.draft is not None:
            return Cell(self.tr("Draft"), icon="pencil", tone="warn", badge=True)
        if entry.version is None:
            return Cell("")
        icon, tone = LOOKS[entry.version.standing]
        return Cell(standing_word(entry.version.standing), icon=icon, tone=tone, badge=True)

    def _version(self, entry: Entry) -> Cell:
        return Cell(entry.framework.version if entry.framework else "", right=True)

    def _criteria(self, entry: Entry) -> Cell:
        count = sum(1 for _ in entry.framework.index.criteria()) if entry.framework else 0
        return Cell(str(count) if entry.framework else "", right=True)

    def _maximum(self, entry: Entry) -> Cell:
        if entry.framework is None:
            return Cell("")
        maximum = entry.framework.totals.maximum.value
        return Cell(number(maximum, language.current()) if maximum else "–", right=True)


def _told(value: Framework) -> str:
    """What a set still lacks, else where in its regulation it stands."""
    lacks = lack_words(value, language.current()) if value.standing is Standing.SKELETON else ""
    regulation = value.regulation
    place = ", ".join(part for part in (regulation.annex, regulation.article) if part) if regulation else ""
    return " · ".join(part for part in (place, lacks) if part) or value.short_title
