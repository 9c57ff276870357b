"""Why these points: the rule and the reckoning in plain sentences, for a criterion or a whole result; to be copied."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.appraisal import Settled
from app.domain.assessment import Response
from app.domain.framework import Criterion, Framework
from app.domain.results import Score
from app.domain.scoring import NodeScore
from app.wording import rules
from ui import language
from ui.dialogs.dialog import Dialog
from ui.widgets.boxes import column
from ui.widgets.button import Button
from ui.widgets.text import Label

KEYS = "Ctrl+Shift+D"


@dataclass(frozen=True, slots=True)
class Explained:
    """What is told: a subject, and sections of sentences, each with its heading."""

    subject: str
    sections: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)

    def text(self) -> str:
        """All of it as plain text, to be pasted into a letter."""
        parts = ["\n".join((heading, *lines)) for heading, lines in self.sections]
        return "\n\n".join((self.subject, *parts))


def of_criterion(
    framework: Framework,
    criterion: Criterion,
    response: Response,
    score: NodeScore,
    *,
    settled: Settled | None = None,
    who: str = "",
    agency: str = "",
) -> Explained:
    """A criterion's rule, and how its points came about."""
    spoken = language.current()
    told = rules.explain(framework, criterion, response, score, spoken, settled=settled, who=who)
    node = f"{criterion.code} {criterion.title}".strip()
    return Explained(
        f"{agency} · {node}" if agency else node,
        [
            (QCoreApplication.translate("Explanation", "How it is scored"),
             rules.rule_sentences(framework, criterion, spoken)),
            (QCoreApplication.translate("Explanation", "How these points came about"), told),
        ],
    )  # fmt: skip


def of_total(framework: Framework, score: Score, subject: str) -> Explained:
    """How the five numbers and the total came about."""
    heading = QCoreApplication.translate("Explanation", "How the total came about")
    return Explained(subject, [(heading, rules.explain_total(framework, score, language.current()))])


class Explanation(Dialog):
    """Shows the sentences; arrows and Page keys scroll, the main act copies all of them."""

    def __init__(self, explained: Explained, parent: QWidget | None) -> None:
        super().__init__(self.tr("Explanation of the points"), parent, width=640)
        self._explained = explained
        self.add(Label(explained.subject, weight="medium", wrap=True, selectable=True))
        for heading, lines in explained.sections:
            words = [Label(line, wrap=True, selectable=True) for line in lines]
            self.add(column(Label(heading, weight="bold"), *words, gap=4))
        self.set_acts(self.tr("Copy and close"), self.tr("Close"), icon="copy")

    def accept(self) -> None:
        QApplication.clipboard().setText(self._explained.text())
        super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self._body.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down.value: bar.singleStep(),
            Qt.Key.Key_Up.value: -bar.singleStep(),
            Qt.Key.Key_PageDown.value: bar.pageStep(),
            Qt.Key.Key_PageUp.value: -bar.pageStep(),
        }
        if event.key() in steps:
            bar.setValue(bar.value() + steps[event.key()])
        elif event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(self._explained.text())
        else:
            super().keyPressEvent(event)


class ExplainButton(Button):
    """Beside points: opens the explanation, by a click or by its keys while it is seen."""

    def __init__(self, tell: Callable[[], Explained | None]) -> None:
        words = QCoreApplication.translate("Explanation", "Explain the points")
        super().__init__(words, "link", tip=f"{words} ({KEYS})")
        self.setObjectName("why")
        self._tell = tell
        self.clicked.connect(self.explain)
        QShortcut(QKeySequence(KEYS), self).activated.connect(self.explain)

    def explain(self) -> None:
        """Open what is told now, if there is anything."""
        explained = self._tell()
        if explained is not None:
            Explanation(explained, self.window()).open()
