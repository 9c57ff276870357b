"""One criterion: left what the decision says, right what the program suggests, why, and how sure it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import wording
from app.domain.framework import Input
from app.operations.frameworks import annexing
from app.operations.frameworks.annexing import Proposal, Verdict
from app.wording.annex import place_words
from app.wording.rules import rule_sentences
from app.wording.suggestions import kind_word, remark_sentence
from ui import language, tokens
from ui.pages.annex_wizard import words
from ui.pages.annex_wizard.passage import Passage
from ui.pages.authority_kit import fact_line, labelled
from ui.widgets import text
from ui.widgets.badge import Badge
from ui.widgets.boxes import Part, column, empty, fill, row, scrolled
from ui.widgets.button import Button
from ui.widgets.sheet import Sheet, framed, well
from ui.widgets.splitter import Splitter
from ui.widgets.text import Label

_MARGINS = (tokens.GROUP, tokens.FIELD, tokens.GROUP, tokens.FIELD)


class RuleSheet(QWidget):
    """`decided` carries a `Verdict`, or None where one is taken back."""

    decided = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        text.name(self, self.tr("Rule of the chosen criterion"))
        self._passage = Passage(self.tr("How it is determined, in the decision's words"))
        self._passage.setObjectName("passage")
        self._head, self._others, self._right = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for layout in (self._head, self._others, self._right):
            fill(layout, [], gap=8)
        left = QWidget()
        inner = QVBoxLayout(left)
        fill(inner, [Label(self.tr("The decision says"), "section", weight="bold")], gap=8, margins=_MARGINS)
        inner.addLayout(self._head)
        inner.addWidget(self._passage, 3)
        others = QWidget()
        others.setLayout(self._others)
        self._area = scrolled(others)
        inner.addWidget(self._area, 2)
        right = QWidget()
        right.setLayout(self._right)
        self._right.setContentsMargins(*_MARGINS)
        splitter = Splitter(framed(left), framed(scrolled(right)), widths=[360, 380], growing=(0, 1))
        fill(QVBoxLayout(self), [(splitter, 1)])

    def show_nothing(self) -> None:
        for layout in (self._head, self._others, self._right):
            empty(layout)
        self._passage.show_words("")
        self._right.addWidget(Label(self.tr("Choose a criterion to confirm its rule."), tone="ink-soft", wrap=True))
        self._right.addStretch(1)

    def show_rule(self, proposal: Proposal, key: str, verdict: Verdict | None) -> None:
        seen, suggested = proposal.audit.nodes[key], proposal.suggested[key]
        method = seen.twig.method
        maximum = self.tr("{points} points").format(points=words.points(seen.points))
        place = place_words(seen.twig.row.place, language.current())
        title = Label(f"{seen.code}  {seen.twig.row.title}".strip(), weight="medium", wrap=True)
        self._put(self._head, title, Label(f"{maximum} · {place}", "hint", "ink-soft"))
        pieces = [(piece.start, piece.end) for piece in suggested.suggestion.because]
        self._passage.show_words(
            method or self.tr("(The decision does not say how it is scored.)"), pieces if method else []
        )
        shown = set(method.split("\n"))
        others = [
            labelled(heading, said)
            for heading, said in seen.twig.original.items()
            if said not in (seen.twig.row.title, seen.twig.row.code) and not set(said.split("\n")) <= shown
        ]
        self._put(self._others, *others, None)
        self._area.setVisible(bool(others))
        self._show_suggestion(proposal, key, verdict)

    def _show_suggestion(self, proposal: Proposal, key: str, verdict: Verdict | None) -> None:
        suggested = proposal.suggested[key]
        framework, criterion = annexing.preview(proposal, key)
        sentences = rule_sentences(framework, criterion, language.current())
        parts: list[Part] = [
            row(
                Label(self.tr("Suggested rule"), "section", weight="bold"),
                None,
                self._badge(suggested.is_sure, verdict),
            )
        ]
        if verdict is Verdict.MANUAL and not suggested.is_manual:
            parts.append(Label(self.tr("Left to be judged by hand. The suggestion was:"), tone="ink-soft", wrap=True))
        if suggested.is_manual:
            told = self.tr("No rule was recognised: points are given by hand, with a reason.")
            parts.append(well(Label(told, wrap=True)))
        else:
            kind = kind_word(suggested.suggestion.kind.value, language.current())
            parts.append(
                well(Label(kind, "hint", "ink-soft", "medium"), *(Label(said, wrap=True) for said in sentences))
            )
        if criterion.inputs:
            lines = [Label(f"• {self._input(item)}", wrap=True) for item in criterion.inputs]
            parts.append(
                column(Label(self.tr("What a commune will be asked"), "hint", "ink-soft", "medium"), *lines, gap=2)
            )
        doubts = [remark_sentence(code, language.current()) for code in suggested.suggestion.remarks]
        if not suggested.is_sure and not doubts:
            doubts = [self.tr("The wording leaves something open; compare it with the rule.")]
        parts += [
            fact_line("triangle-alert", "warn", Label(said, wrap=True), 16)
            for said in dict.fromkeys(doubts)
            if not suggested.is_sure
        ]
        if suggested.suggestion.because:
            quoted = "; ".join(f"“{piece.text.strip()}”" for piece in suggested.suggestion.because)
            parts.append(labelled(self.tr("Rests on the words"), quoted))
        parts += [None, self._acts(suggested.is_manual, verdict)]
        self._put(self._right, *parts)

    def _badge(self, is_sure: bool, verdict: Verdict | None) -> Badge:
        if verdict is Verdict.ACCEPTED:
            return Badge("circle-check", self.tr("Confirmed"), "good")
        if verdict is Verdict.MANUAL:
            return Badge("user-pen", self.tr("By hand"), "good")
        if is_sure:
            return Badge("circle-dot", self.tr("Sure"), "lead")
        return Badge("circle-question-mark", self.tr("To look at"), "warn")

    def _acts(self, is_manual: bool, verdict: Verdict | None) -> QWidget:
        if verdict is not None:
            back = Button(self.tr("Take the confirmation back (Backspace)"), "link", "undo-2")
            back.setObjectName("take-back")
            back.clicked.connect(lambda: self.decided.emit(None))
            return row(back, None)
        if is_manual:
            hint = self.tr("0 or Enter: leave it to be judged by hand. The rule can be written in the editor later.")
        else:
            hint = self.tr("Enter: confirm. 0: judge by hand. Arrows: next and previous.")
        return Sheet(Label(hint, "hint", "ink-soft", wrap=True), look="well", margins=(12, 6, 12, 6))

    def _input(self, item: Input) -> str:
        kind = wording.word(f"input_kind.{item.kind.value}", language.current()).lower()
        told = ", ".join(part for part in (kind, item.unit) if part)
        options = "; ".join(option.label for option in item.options)
        return f"{item.label} ({told})" + (f": {options}" if options else "")

    @staticmethod
    def _put(layout: QVBoxLayout, *parts: Part) -> None:
        margins = layout.contentsMargins()
        empty(layout)
        fill(
            layout, parts, gap=tokens.FIELD if margins.left() else 8,
            margins=(margins.left(), margins.top(), margins.right(), margins.bottom()),
        )  # fmt: skip
