"""The last step: what the set is called, what it holds, what will be recorded with it."""

from dataclasses import replace
from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.domain.annex_framework import About
from app.wording.annex import doubt_sentence
from ui import language, theme, tokens
from ui.pages.annex_wizard import words
from ui.pages.annex_wizard.sitting import Sitting
from ui.pages.annex_wizard.step_rules import undecided
from ui.pages.authority_kit import fact_line, labelled
from ui.widgets.boxes import Part, column, empty, fill, row, scrolled
from ui.widgets.date_entry import DateEntry
from ui.widgets.entry import Entry
from ui.widgets.field import Field
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label
from ui.widgets.text_area import TextArea

_SHOWN, _BESIDE = 40, 780


class SummaryStep(QWidget):
    """Left what is typed, right what is told."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting
        self.title = TextArea(self.tr("Name of the framework"), least=2, most=4)
        self.title.setObjectName("framework-title")
        self.title.setTabChangesFocus(True)
        self._title_field = Field(self.tr("Name of the framework"), self.title)
        self._version = Entry(self.tr("Version"), width=100)
        self._kind = Entry(self.tr("Kind of decision"), self.tr("Quyết định"), width=150)
        self._number = Entry(self.tr("Number"), "742/QĐ-UBND", width=180)
        self._number.setObjectName("number")
        self._date = DateEntry(self.tr("Date of the decision"))
        self._issuer = Entry(self.tr("Issued by"))
        self._issuer.setObjectName("issuer")
        self.title.textChanged.connect(self._read)
        for entry in (self._version, self._kind, self._number, self._issuer):
            entry.textEdited.connect(lambda _: self._read())
        self._date.dated.connect(lambda *_: self._read())
        left = Sheet(
            Label(self.tr("The framework"), "section", weight="bold"),
            self._title_field,
            row(Field(self.tr("Kind of decision"), self._kind), Field(self.tr("Number"), self._number), None),
            row(Field(self.tr("Date of the decision"), self._date), (Field(self.tr("Issued by"), self._issuer), 1)),
            row(Field(self.tr("Version"), self._version), None),
        )
        self._told = QVBoxLayout()
        right = QWidget()
        right.setLayout(self._told)
        self._left = column(left, None)
        self._body = row((self._left, 1), (right, 1))
        fill(QVBoxLayout(self), [(scrolled(self._body), 1)])
        self._is_filling = False
        sitting.changed.connect(self._on_changed)

    def show_summary(self) -> None:
        """Everything as it is now."""
        about = self._sitting.about
        self._is_filling = True
        if self.title.value() != about.title:
            self.title.set_text(about.title)
        self._version.set_text(about.version)
        for entry, said in (
            (self._kind, about.regulation.kind),
            (self._number, about.regulation.number),
            (self._issuer, about.regulation.issuer),
        ):
            entry.set_text(said)
        if about.regulation.date is not None:
            self._date.set_date(about.regulation.date)
        self._is_filling = False
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = theme.current().px
        beside = self.width() >= px(_BESIDE)
        layout = self._body.layout()
        assert isinstance(layout, QBoxLayout)
        layout.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._left.setMaximumWidth(px(560) if beside else 16777215)

    def complain(self) -> None:
        """The name is missing."""
        self._title_field.complain(self.tr("Type the name as it stands in the decision."))
        self.title.setFocus()

    # Inside --------------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        if self._is_filling:
            return
        title = " ".join(self.title.value().split())
        told: date | None = self._date.date()
        regulation = replace(
            self._sitting.about.regulation,
            title=title,
            kind=self._kind.value(),
            number=self._number.value(),
            date=told,
            issuer=self._issuer.value(),
        )
        self._sitting.about = About(title, self._version.value() or "1", regulation)
        if title:
            self._title_field.complain()
        self._sitting.changed.emit()

    def _on_changed(self) -> None:
        if self.isVisible():
            self._tell()

    def _tell(self) -> None:
        proposal = self._sitting.proposal
        empty(self._told)
        if proposal is None:
            return
        looked, open_ = proposal.audit, undecided(self._sitting)
        declared = looked.declared or looked.total
        figures = row(
            labelled(self.tr("Groups"), str(looked.groups)),
            labelled(self.tr("Criteria"), str(looked.criteria)),
            labelled(self.tr("Maximum"), self.tr("{points} points").format(points=words.points(declared))),
            labelled(self.tr("Confirmed"), f"{self._sitting.decided}/{self._sitting.criteria}"),
            None,
            gap=tokens.PAGE,
        )
        parts: list[Part] = [Sheet(Label(self.tr("What is in it"), "section", weight="bold"), figures)]
        lines: list[QWidget] = []
        if open_:
            said = self.tr(
                "%n rule(s) not confirmed: points will be given by hand there, and the framework records it. It stays "
                "a "
                "skeleton until they are settled.", "", open_
            )  # fmt: skip
            lines.append(fact_line("circle-question-mark", "warn", Label(said, wrap=True), 16))
        told = [doubt_sentence(doubt, language.current()) for doubt in looked.doubts]
        for seen in looked.nodes.values():
            told += [f"{words.name_of(seen.twig.row)[:70]}: {said}" for said in words.grave(seen)]
        lines += [fact_line("triangle-alert", "warn", Label(said, wrap=True), 16) for said in told[:_SHOWN]]
        if len(told) > _SHOWN:
            lines.append(Label(self.tr("and %n more", "", len(told) - _SHOWN), "hint", "ink-soft"))
        if not lines:
            lines.append(fact_line("circle-check", "good", Label(self.tr("Sums add up, every rule is settled.")), 16))
        heading = Label(self.tr("To look at and recorded"), "section", weight="bold")
        parts.append(Sheet(heading, column(*lines, gap=8)))
        fill(self._told, [*parts, None], gap=tokens.FIELD)
