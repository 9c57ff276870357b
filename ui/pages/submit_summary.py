"""Beside the steps: the figures as they stand, and every revision that was ever frozen."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import wording
from app.domain.numbers import from_stored
from app.operations.commune.assessing import View
from app.operations.commune.submitting import FROZEN, RECEIVED, SUPERSEDED, WITHDRAWN, Revision, figures
from ui import language, tokens
from ui.widgets.badge import Badge
from ui.widgets.boxes import column, empty, fill, row, rule
from ui.widgets.figure import Figure
from ui.widgets.flow import flow
from ui.widgets.meter import Meter
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label

_TONES = {
    "frozen": ("lock", "lead"),
    "awaiting_leader": ("hourglass", "lead"),
    "signed_by_leader": ("file-pen-line", "lead"),
    "signed_by_agency": ("file-check", "lead"),
    "exported": ("package", "lead"),
    "sent": ("send", "lead"),
    "received": ("circle-check", "good"),
    "returned": ("undo-2", "warn"),
    "withdrawn": ("undo-2", "ink-soft"),
}
_STILL = ("history", "ink-soft")


class Summary(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(260)
        self._column = QVBoxLayout(self)
        fill(self._column, [], gap=tokens.FIELD)

    def show_work(
        self, seen: View, revisions: tuple[Revision, ...], paper: str, is_confirmed: Callable[[Revision], bool]
    ) -> None:
        """`paper` is how far the paper of the newest revision is, where that says more than its state; what is
        received without being `is_confirmed` is so by word."""
        empty(self._column)
        self._paper, self._is_confirmed = paper, is_confirmed
        self._column.addWidget(self._figures(seen))
        if revisions:
            self._column.addWidget(self._history(seen, revisions))
        self._column.addStretch(1)

    def _figures(self, seen: View) -> Sheet:
        score, decimals = seen.score, seen.framework.decimals
        whole = self.tr("of {maximum} points").format(maximum=language.number_text(score.effective_maximum))
        figure = Figure(language.number_text(score.total, decimals), whole)
        share = float(score.percent / 100) if score.percent is not None else 0.0
        percent = language.percent_text(score.percent / 100) if score.percent is not None else "–"
        meter = Meter(self.tr("Percent reached: {percent}").format(percent=percent), [("lead", share)])
        lines = [
            Label(self.tr("Total as self-assessed"), "hint", "ink-soft"),
            figure,
            row((meter, 1), Label(percent, weight="medium")),
            Label(
                self.tr("{done} of {all} criteria done").format(done=seen.done, all=len(seen.criteria)), tone="ink-soft"
            ),
            Label(self.tr("%n piece(s) of evidence", "", len(seen.evidence)), tone="ink-soft"),
        ]
        if score.is_provisional:
            lines.append(
                Label(self.tr("Provisional: some points depend on other communes."), "hint", "warn", wrap=True)
            )
        return Sheet(*lines, gap=6)

    def _history(self, seen: View, revisions: tuple[Revision, ...]) -> Sheet:
        parts: list[QWidget] = [Label(self.tr("Revisions"), "section", weight="bold")]
        for revision in revisions:
            parts += [rule(), self._revision(seen, revision, revisions)]
        return Sheet(*parts, gap=tokens.NEAR)

    def _revision(self, seen: View, revision: Revision, revisions: tuple[Revision, ...]) -> QWidget:
        state = self._paper if self._paper and revision == revisions[0] and revision.state == FROZEN else revision.state
        icon, tone = _TONES.get(state, _STILL)
        if state == RECEIVED and not self._is_confirmed(revision):
            said = "received_by_word"
        else:
            said = "reopened" if state == SUPERSEDED and revision == revisions[0] else state
        words = wording.word(said, language.current())
        words = words.format(number=revision.number + 1)
        total = language.number_text(from_stored(figures(revision).total), seen.framework.decimals)
        at = language.moment_text(datetime.fromisoformat(revision.frozen_at))
        told = self.tr("Round {round} · {total} points · {moment}").format(round=revision.round, total=total, moment=at)
        lines = [
            flow(
                Label(self.tr("Revision {number}").format(number=revision.number), weight="medium"),
                Badge(icon, words, tone),
                gap=tokens.NEAR,
            ),
            Label(told, "hint", "ink-soft", wrap=True),
        ]
        if revision.content_digest:
            short = " ".join(revision.content_digest[at : at + 4] for at in range(0, 16, 4))
            lines.append(Label(self.tr("Content digest {digest}…").format(digest=short), "hint", "ink-soft", wrap=True))
        if revision.reason and revision.state in (SUPERSEDED, WITHDRAWN):
            lines.append(
                Label(self.tr("Reason: {reason}").format(reason=revision.reason), "hint", "ink-soft", wrap=True)
            )
        return column(*lines, gap=2)
