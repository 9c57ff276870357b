"""Sections of the form: head, how it is scored with its guidance, what the reviewers said, not applicable."""

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import wording
from app.domain.assessment import Response, applicable_grounds
from app.domain.contents import NodeFeedback
from app.domain.framework import Criterion, Framework, Ground, LegalBasis, Placed
from app.domain.numbers import from_stored
from app.domain.rules import Scored, ShareOfItems
from app.operations.commune.assessing import View
from app.wording import rules
from ui import language, tokens
from ui.pages.assessment_desk import words
from ui.widgets.badge import Badge
from ui.widgets.boxes import column, fill, row
from ui.widgets.button import Button
from ui.widgets.figure import Figure
from ui.widgets.icon import Icon
from ui.widgets.meter import Meter
from ui.widgets.sheet import Sheet, well
from ui.widgets.text import Label, Line, name
from ui.widgets.tick import Tick
from ui.widgets.worded import OneOf


class Head(QWidget):
    """Where the node stands, its title and maximum, its state."""

    def __init__(self, seen: View, place: Placed) -> None:
        super().__init__()
        index = seen.framework.index
        above = [words.heading(index.places[id_]) for id_ in index.ancestors(place.parent)]
        score = seen.score.nodes[place.id]
        maximum = self.tr("{points} points").format(points=words.short_number(score.maximum))
        title = Label(words.heading(place), "section", weight="bold", wrap=True, selectable=True)
        title.setObjectName("heading")
        worth = Label(maximum, "section", weight="bold")
        line = row((title, 1), column(worth, None), gap=tokens.GROUP)
        self._state = Badge("circle", "")
        self._state.setObjectName("state")
        owner = place.criterion.owner if place.criterion is not None else ""
        parts: list[QWidget] = [line]
        if place.criterion is not None:
            marks = [self._state]
            if place.id in seen.corrected:
                marks.append(Badge("pencil", words.corrected(seen.corrected[place.id]), "lead"))
                marks[-1].setObjectName("corrected")
            parts.append(row(*marks, (Line(owner, "hint", "ink-soft"), 1), gap=tokens.NEAR))
        else:
            self._state.setParent(self)
            self._state.hide()
        if above:
            parts.insert(0, Line(" › ".join(reversed(above)), "hint", "ink-soft"))
        fill(QVBoxLayout(self), parts, gap=tokens.STEP)
        self.follow(seen, place)

    def follow(self, seen: View, place: Placed) -> None:
        state = seen.states.get(place.id)
        if state is not None:
            icon, tone = words.mark(state)
            self._state.show_state(icon, words.word(state), tone)


class RulePart(QWidget):
    """How the points come about, in sentences; the guidance unfolds."""

    def __init__(self, framework: Framework, criterion: Criterion) -> None:
        super().__init__()
        sentences = [
            _without_items(each, criterion) for each in rules.rule_sentences(framework, criterion, language.current())
        ]
        guide = _guidance(criterion)
        self.link = Button(self.tr("See the guidance"), "link", checkable=True)
        self.link.setObjectName("guidance")
        told = Label("\n".join(sentences), wrap=True, selectable=True)
        parts: list[QWidget] = [row(Label(self.tr("How points are given"), weight="bold"), None, self.link), told]
        if guide is not None:
            guide.hide()
            self.link.toggled.connect(guide.setVisible)
            self.link.toggled.connect(
                lambda on: self.link.setText(self.tr("Hide the guidance") if on else self.tr("See the guidance"))
            )
            parts.append(guide)
        fill(QVBoxLayout(self), parts, gap=tokens.STEP)
        self.link.setVisible(guide is not None)


def _without_items(sentence: str, criterion: Criterion) -> str:
    """A sentence less the list of all items where each counts the same: they stand below, to be ticked."""
    is_list = isinstance(criterion.rule, Scored) and isinstance(criterion.rule.scale, ShareOfItems)
    head, stop, tail = sentence.partition(". ")
    return f"{head}." if is_list and stop and all(input_.label in tail for input_ in criterion.inputs) else sentence


def _guidance(criterion: Criterion) -> Sheet | None:
    """What the framework tells about a criterion besides its rule."""
    told = (
        (QCoreApplication.translate("RulePart", "In the words of the decision"), criterion.method),
        (QCoreApplication.translate("RulePart", "Guidance"), criterion.guidance),
        (QCoreApplication.translate("RulePart", "Source of the figures"), criterion.data_source),
        (QCoreApplication.translate("RulePart", "Verified by"), criterion.verifier),
        (QCoreApplication.translate("RulePart", "Legal basis"), "\n".join(map(_basis, criterion.legal_basis))),
        (QCoreApplication.translate("RulePart", "Note"), criterion.note),
    )
    parts = [
        column(Label(title, "hint", "ink-soft", "medium"), Label(text, wrap=True, selectable=True), gap=0)
        for title, text in told
        if text
    ]
    return well(*parts) if parts else None


def _basis(basis: LegalBasis) -> str:
    if basis.ended is None:
        return basis.text
    ended = QCoreApplication.translate("RulePart", "{text} (no longer in force since {day})")
    return ended.format(text=basis.text, day=language.date_text(basis.ended))


class GroupPart(Sheet):
    """What the criteria of a group add up to."""

    def __init__(self) -> None:
        self._figure = Figure()
        self._figure.setObjectName("points")
        self._meter = Meter("")
        self._count = Label(tone="ink-soft")
        hint = Label(self.tr("The criteria of this group are entered one by one."), "hint", "ink-soft", wrap=True)
        super().__init__(self._figure, self._meter, self._count, hint, look="well", gap=8, margins=(12, 10, 12, 12))

    def follow(self, seen: View, place: Placed) -> None:
        score = seen.score.nodes[place.id]
        maximum = self.tr("/ {maximum} points").format(maximum=words.short_number(score.effective_maximum))
        self._figure.show_value(words.points_text(score.points, seen.framework.decimals), maximum)
        whole = score.effective_maximum
        share = min(max((score.points or 0) / whole, Fraction(0)), Fraction(1)) if whole else Fraction(0)
        self._meter.show_bars([("lead", float(share))])
        name(self._meter, language.percent_text(share))
        below = [one for one in seen.criteria if place.id in seen.framework.index.ancestors(one.id)]
        done = sum(1 for one in below if seen.states[one.id] in words.FINISHED)
        self._count.setText(self.tr("{done}/{all} criteria").format(done=done, all=len(below)))


class FeedbackPart(Sheet):
    """What the reviewers said of this node in the round before."""

    def __init__(self, told: NodeFeedback, decimals: int, round_: int) -> None:
        opinion = wording.word(f"opinion.{told.opinion}", language.current())
        tone = "warn" if told.is_open else "lead"
        title = Label(
            self.tr("Opinion of appraisal round {number}").format(number=round_), "hint", "ink-soft", "medium"
        )
        parts: list[QWidget] = [
            title,
            row(Icon("message-square-text", tone), (Label(opinion, weight="bold", wrap=True), 1), gap=8),
        ]
        if told.points is not None:
            points = words.points_text(from_stored(told.points), decimals)
            counted = self.tr("Points that count now: {points}").format(points=points)
            title.setText(f"{title.text()} · {counted}")
        if told.reason:
            parts.append(Label(told.reason, wrap=True, selectable=True))
        if told.is_open:
            ask = self.tr("Explain or add evidence, then mark the criterion complete.")
            parts.append(Label(ask, "hint", "ink-soft", wrap=True))
        super().__init__(*parts, look=tone, gap=tokens.STEP, margins=(12, 10, 12, 10))
        self.setObjectName("feedback")


class NotApplicable(QWidget):
    """A tick, and under it the grounds one may claim; `claimed` carries a ground's code or None."""

    claimed = Signal(object)

    def __init__(self, seen: View, place: Placed) -> None:
        super().__init__()
        self._grounds = applicable_grounds(seen.framework, place, seen.answers.profile)
        self.tick = Tick(self.tr("Not applicable"))
        self.tick.setObjectName("not-applicable")
        self.tick.clicked.connect(self._on_ticked)
        hint = self.tr("needs a ground and the article of the decision")
        if not self._grounds:
            hint = self.tr("the decision names no ground for this")
        line = row(self.tick, (Label(hint, "hint", "ink-soft", wrap=True), 1), gap=tokens.NEAR)
        self.options = OneOf(self.tr("Ground"), [_ground_option(ground) for ground in self._grounds])
        self.options.setObjectName("grounds")
        self.options.chosen.connect(self._on_chosen)
        self._panel = well(Label(self.tr("Ground"), weight="medium"), self.options, gap=0)
        fill(QVBoxLayout(self), [line, self._panel], gap=tokens.STEP)
        self._is_locked = False
        self.show_claim(seen.response(place.id))

    @property
    def has_grounds(self) -> bool:
        return bool(self._grounds)

    def show_claim(self, response: Response) -> None:
        """Show what is claimed, without telling."""
        self.tick.setChecked(response.not_applicable is not None)
        self.options.set_value(response.not_applicable or "")
        self._panel.setVisible(response.not_applicable is not None)

    def set_locked(self, locked: bool) -> None:
        self._is_locked = locked
        self.tick.setEnabled(not locked and bool(self._grounds))
        self._panel.setEnabled(not locked)

    def _on_ticked(self, ticked: bool) -> None:
        """One ground is taken at once; among several the person chooses before anything is kept."""
        self._panel.setVisible(ticked)
        if not ticked:
            self.options.set_value("")
            self.claimed.emit(None)
        elif len(self._grounds) == 1:
            self.options.set_value(self._grounds[0].code)
            self.claimed.emit(self._grounds[0].code)

    def _on_chosen(self, code: str) -> None:
        if not code:
            self.tick.setChecked(False)
            self._panel.hide()
        self.claimed.emit(code or None)


def _ground_option(ground: Ground) -> tuple[str, str, str]:
    """Code, words, and below them the policy with its article and whether proof is needed."""
    told: Sequence[str] = (
        wording.word(f"policy.{ground.policy.value}", language.current()),
        ground.article,
        QCoreApplication.translate("NotApplicable", "must be proven") if ground.proof_required else "",
    )
    return ground.code, ground.words, " · ".join(part for part in told if part)
