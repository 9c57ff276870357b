"""What the decision leaves open, asked: options to choose from or a value to type, and on what ground."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain import editing, questions
from app.domain.codec import Amount
from app.domain.framework import Framework, OpenQuestion, ValueKind
from app.errors import AppError
from app.wording import sentence
from ui import language, tokens
from ui.pages.framework_editor.fields import BAD, amount_text, read_amount
from ui.widgets.badge import Badge
from ui.widgets.boxes import Part, fill, row
from ui.widgets.date_entry import DateEntry, read_date
from ui.widgets.entry import Entry
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label
from ui.widgets.worded import OneOf


class _Card(Sheet):
    """One question. `answered` carries what was chosen or typed ("" : open again) and the reason."""

    answered = Signal(str, str)

    def __init__(self, question: OpenQuestion) -> None:
        super().__init__(look="sheet", gap=tokens.NEAR)
        self._shown = question
        self._badge = Badge("circle-question-mark", "", "warn")
        self._complaint = Label("", "hint", "bad", wrap=True)
        self._complaint.hide()
        parts: list[Part] = [
            row((Label(question.words, weight="medium", wrap=True), 1), self._badge, gap=tokens.NEAR),
        ]
        if question.article:
            parts.append(Label(question.article, "hint", "ink-soft", wrap=True))
        self.options = OneOf(question.words, [(option.key, option.label, "") for option in question.options])
        self.options.chosen.connect(lambda key: self._tell(key))
        self.value: Entry | None = None
        if question.options:
            parts.append(self.options)
        else:
            self.options.setParent(self)
            self.options.hide()
        if question.asks is not None:
            self.value = (
                DateEntry(self.tr("Day"))
                if question.asks is ValueKind.DATE
                else Entry(self.tr("Value"), width=104, right=True)
            )
            self.value.committed.connect(lambda _: self._on_typed())
            parts.append(row(Label(self.tr("Or enter:") if question.options else self.tr("Enter:")), self.value, None))
        self.reason = Entry(self.tr("Reason"), self.tr("On what ground, who decided"))
        self.reason.committed.connect(lambda _: self._tell(self._shown.answer))
        fill(self.column(), [*parts, self.reason, self._complaint], gap=tokens.NEAR, margins=(16, 12, 16, 12))
        self.show_question(question)

    def show_question(self, question: OpenQuestion) -> None:
        self._shown = question
        option = questions.chosen(question)
        self.options.set_value(option.key if option is not None else "")
        if self.value is not None and option is None:
            self.value.set_text(_shown(question))
        self.reason.set_text(question.reason)
        is_open = not question.answer
        self._badge.show_state(
            "circle-question-mark" if is_open else "circle-check",
            self.tr("to be answered") if is_open else self.tr("answered"),
            "warn" if is_open else "good",
        )
        self.complain("")

    def complain(self, words: str) -> None:
        self._complaint.setText(words)
        self._complaint.setVisible(bool(words))

    def _on_typed(self) -> None:
        assert self.value is not None
        typed = self.value.value()
        if isinstance(self.value, DateEntry):
            day = read_date(typed)
            if day is not None or not typed:
                self._tell(day.isoformat() if day is not None else "")
            return
        amount = read_amount(typed) if typed else ""
        if amount is BAD:
            self.complain(self.tr("Write a number, for example 12,5."))
        else:
            self._tell(str(amount))

    def _tell(self, answer: str) -> None:
        self.answered.emit(answer, self.reason.value())


class QuestionCards(QWidget):
    """`answered` carries (the framework with the answer, words for undoing, key)."""

    answered = Signal(object, str, str)

    def __init__(self) -> None:
        super().__init__()
        self._framework: Framework | None = None
        self._cards: dict[str, _Card] = {}
        self._nothing = Label(
            self.tr("Nothing is open: this set asks no question of its authority."), tone="ink-soft", wrap=True
        )
        self._texts = Label("", wrap=True)
        self._column = QVBoxLayout(self)
        explained = Label(
            self.tr(
                "What the decision leaves open is asked here instead of being assumed; answers are kept and printed."
            ),
            "hint",
            "ink-soft",
            wrap=True,
        )
        fill(self._column, [explained, self._nothing, self._texts], gap=tokens.FIELD)

    def show_questions(self, framework: Framework) -> None:
        self._framework = framework
        asked = {question.code: question for question in questions.asked(framework)}
        for code in [code for code in self._cards if code not in asked]:
            card = self._cards.pop(code)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        for code, question in asked.items():
            if code in self._cards:
                self._cards[code].show_question(question)
            else:
                self._cards[code] = card = _Card(question)
                card.setObjectName(f"question-{code}")
                card.answered.connect(self._taker(code))
                self._column.addWidget(card)
        told = [item for item in framework.questions if isinstance(item, str)]
        self._texts.setText("\n".join(f"• {words}" for words in told))
        self._texts.setVisible(bool(told))
        self._nothing.setVisible(not asked and not told)

    def _taker(self, code: str) -> Callable[[str, str], None]:
        def take(answer: str, reason: str) -> None:
            assert self._framework is not None
            question = questions.find(self._framework, code)
            if (answer, reason) == (question.answer, question.reason):
                return
            try:
                after = self._answered(code, answer, reason)
            except AppError as error:
                self._cards[code].complain(sentence(error, language.current()))
                return
            words = self.tr("Answer: {question}").format(question=question.words)
            self.answered.emit(after, words, "")

        return take

    def _answered(self, code: str, answer: str, reason: str) -> Framework:
        assert self._framework is not None
        if not answer:
            return questions.reopened(self._framework, code)
        return editing.with_ids(questions.answered(self._framework, code, answer, reason))


def _shown(question: OpenQuestion) -> str:
    if not question.answer or question.asks is None:
        return ""
    if question.asks is ValueKind.DATE:
        return language.date_text(date.fromisoformat(question.answer))
    return amount_text(Amount(question.answer))
