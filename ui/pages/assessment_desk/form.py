"""The form of one node, made from its rule and inputs: what is typed goes out as edits, points follow at once."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.assessment import NO, Response
from app.domain.framework import Placed, RoundField
from app.domain.rules import Best, Gate, Judgement, Rule, Scored, Sum
from app.domain.scoring import Cause
from app.operations.commune.assessing import View
from app.wording import rules
from ui import language, theme, tokens
from ui.pages.assessment_desk.points_card import PointsCard
from ui.pages.assessment_desk.sections import FeedbackPart, GroupPart, Head, NotApplicable, RulePart
from ui.widgets.boxes import column, fill, row, rule
from ui.widgets.field import Field
from ui.widgets.icon import Icon
from ui.widgets.input_editors import Editor, NumberEditor, TickEditor, TickList, editor_for, ticked_inputs
from ui.widgets.points_entry import PointsEntry
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label
from ui.widgets.text_area import TextArea

_SIDE_BY_SIDE_FROM = 720


class NodeForm(QWidget):
    """One form for one node; another node gets another form.

    `edited` carries edits as `assessing.answer` names them and whether to keep them at once; `spoilt` the key of an
    input whose text can't be kept.
    """

    edited = Signal(object, bool)
    spoilt = Signal(str)

    def __init__(self, seen: View, place: Placed) -> None:
        super().__init__()
        self.place = place
        self._response = seen.response(place.id)
        self._head = Head(seen, place)
        self.editors: dict[str, Editor] = {}
        self.points: PointsEntry | None = None
        self.card: PointsCard | None = None
        self._ticks: TickList | None = None
        self._settled_words = Label("", wrap=True, selectable=True)
        self._settled = _settled_panel(self._settled_words)
        self._locked_words = Label("", "hint", "ink-soft", wrap=True)
        self._locked = row(Icon("lock", "ink-soft"), (self._locked_words, 1), gap=8)
        parts: list[QWidget] = [self._head, rule()]
        told = seen.feedback.nodes.get(place.id) if seen.feedback is not None else None
        if told is not None:
            parts.append(FeedbackPart(told, seen.framework.decimals, max(seen.round - 1, 1)))
        parts += [self._locked]
        self.group = GroupPart() if place.criterion is None else None
        self._rule = RulePart(seen.framework, place.criterion) if place.criterion is not None else self.group
        self._figures = self._make_figures(seen, place)
        self.explanation = self._make_explanation(place)
        self.not_applicable = NotApplicable(seen, place)
        self.not_applicable.claimed.connect(lambda ground: self._tell({"not_applicable": ground}, True))
        self._rest = column(Field(self.explanation.accessibleName(), self.explanation), self.not_applicable, gap=8)
        self._body = QGridLayout()
        self._body.setHorizontalSpacing(tokens.GROUP)
        self._body.setVerticalSpacing(tokens.FIELD)
        layout = QVBoxLayout(self)
        fill(layout, [*parts, self._settled], gap=10, margins=(16, 12, 16, 12))
        layout.addLayout(self._body)
        layout.addStretch(1)
        self._is_wide: bool | None = None
        self._lay(False)
        self._rest.setVisible(place.criterion is not None or self.not_applicable.has_grounds)
        self.follow(seen, take_values=True)

    # Following -------------------------------------------------------------------------------------------------

    def follow(self, seen: View, *, take_values: bool = False) -> None:
        """Show points and state of this moment; with `take_values` also what is kept in the fields."""
        response = seen.response(self.place.id)
        self._head.follow(seen, self.place)
        if take_values:
            self._response = response
            self._take_values(response)
        score = seen.score.nodes[self.place.id]
        covered = any(told.cause is Cause.NOT_APPLICABLE for told in score.applied)
        is_claimed = response.not_applicable is not None
        self._figures.setVisible(not is_claimed and not covered)
        criterion = self.place.criterion
        if self.group is not None:
            self.group.follow(seen, self.place)
        if self.card is not None and criterion is not None:
            self.card.show_points(seen.framework, criterion, response, score)
            self.card.setVisible(not covered or is_claimed)
        self._settled.setVisible(covered and not is_claimed)
        if covered and not is_claimed and criterion is not None:
            lines = rules.explain(seen.framework, criterion, response, score, language.current())
            self._settled_words.setText("\n".join(lines))
        self._lock(seen)
        if self._ticks is not None:
            answered = any(response.inputs.get(key) for key in self._tick_keys())
            self._ticks.show_none(not answered and self._may(seen, RoundField.INPUTS))

    def response(self) -> Response:
        """What the form says now."""
        return self._response

    def has_spoilt(self) -> bool:
        """Whether a field holds something that can't be kept."""
        return bool(self.spoilt_texts())

    def spoilt_texts(self) -> dict[str, str]:
        """By input: what stands in its field and can't be kept."""
        found = {key: editor.spoilt_text() for key, editor in self.editors.items()}
        if self.points is not None:
            found["points"] = self.points.spoilt_text()
        return {key: text for key, text in found.items() if text}

    def set_spoilt(self, texts: Mapping[str, str]) -> None:
        """Show again what was typed and could not be kept."""
        for key, text in texts.items():
            field = self.points if key == "points" else self.editors.get(key)
            if field is not None:
                field.set_spoilt(text)

    def complain(self, key: str, reason: str) -> None:
        if key in self.editors:
            self.editors[key].complain(reason)

    def commit(self) -> None:
        """Tell what was typed and not told yet."""
        for editor in self.editors.values():
            editor.commit()
        if self.points is not None:
            self.points.commit()
        self.explanation.commit()

    def focus_first(self) -> None:
        """The first field that is empty, else the first one."""
        fields = [*self.editors.values(), *([self.points] if self.points is not None else [])]
        empty = [editor for key, editor in self.editors.items() if not self._response.inputs.get(key)]
        for field in (*empty, *fields, self.explanation):
            target = field.focusProxy() or field
            within = [target, *target.findChildren(QWidget)]
            able = [w for w in within if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isEnabled()]
            if able:
                able[0].setFocus(Qt.FocusReason.OtherFocusReason)
                return

    # Making ----------------------------------------------------------------------------------------------------

    def _make_figures(self, seen: View, place: Placed) -> QWidget:
        criterion = place.criterion
        if criterion is None:
            return QWidget()
        ticked = ticked_inputs(criterion.rule)
        parts: list[QWidget] = []
        ticks: list[TickEditor] = []
        for input_ in criterion.inputs:
            editor = editor_for(input_, input_.key in ticked)
            editor.changed.connect(self._on_changed)
            editor.spoilt.connect(self.spoilt)
            self.editors[input_.key] = editor
            if isinstance(editor, TickEditor):
                ticks.append(editor)
            else:
                parts.append(editor)
        if ticks:
            self._ticks = TickList(ticks)
            self._ticks.none_holds.connect(self._on_none_holds)
            parts.append(self._ticks)
        if is_judged(criterion.rule):
            self.points = PointsEntry(place)
            self.points.changed.connect(lambda value, now: self._tell({"points": value or None}, now))
            self.points.spoilt.connect(lambda: self.spoilt.emit("points"))
            parts.append(self.points)
        self.card = PointsCard()
        self._align_units()
        head = row(Label(self.tr("Figures"), weight="bold"), None, Label(_period(seen), "hint", "ink-soft"))
        return column(head, *parts, gap=8)

    def _align_units(self) -> None:
        """Number fields stand under each other, whatever their units."""
        entries = [editor.entry for editor in self.editors.values() if isinstance(editor, NumberEditor)]
        if self.points is not None:
            entries.append(self.points.entry)
        units = [entry.unit for entry in entries]
        for unit in units:
            unit.ensurePolished()
        widest = max((unit.sizeHint().width() for unit in units), default=0)
        for unit in units:
            unit.setVisible(widest > 0)
            unit.setMinimumWidth(widest)

    def _make_explanation(self, place: Placed) -> TextArea:
        judged = place.criterion is not None and is_judged(place.criterion.rule)
        name = self.tr("Reason and grounds for the points") if judged else self.tr("Explanation")
        area = TextArea(name, least=2, most=10)
        area.setObjectName("explanation")
        area.setAcceptDrops(False)
        area.textChanged.connect(self._on_explained)
        area.committed.connect(self._on_explanation_left)
        return area

    def _take_values(self, response: Response) -> None:
        """Fields that already say so, or hold what can't be kept, stay as they are: somebody may be typing there."""
        for key, editor in self.editors.items():
            stored = response.inputs.get(key, "")
            if not editor.spoilt_text() and not editor.shows(stored):
                editor.set_value(stored)
        if self.points is not None and not self.points.spoilt_text() and not self.points.shows(response.points or ""):
            self.points.set_value(response.points or "")
        if self.explanation.value() != response.explanation.strip():
            self.explanation.set_text(response.explanation)
        self.not_applicable.show_claim(response)

    # Typing ----------------------------------------------------------------------------------------------------

    def _on_changed(self, key: str, value: str, at_once: bool) -> None:
        self._tell({"inputs": {key: value}}, at_once)

    def _on_none_holds(self) -> None:
        answers = dict.fromkeys(self._tick_keys(), NO)
        self._tell({"inputs": answers}, True)

    def _on_explained(self) -> None:
        """Also comes when the program fills the field; then nothing differs."""
        if self.explanation.value() != self._response.explanation.strip():
            self._tell({"explanation": self.explanation.value()}, False)

    def _on_explanation_left(self) -> None:
        self._on_explained()
        self.edited.emit({}, True)

    def _tell(self, edits: dict[str, Any], at_once: bool) -> None:
        changes = {key: value for key, value in edits.items() if key != "inputs"}
        if "inputs" in edits:
            merged = {**self._response.inputs, **edits["inputs"]}
            changes["inputs"] = {key: value for key, value in merged.items() if value}
        self._response = dataclasses.replace(self._response, **changes)
        self.edited.emit(edits, at_once)

    def _tick_keys(self) -> list[str]:
        return [key for key, editor in self.editors.items() if isinstance(editor, TickEditor)]

    # Locks and places ------------------------------------------------------------------------------------------

    def _may(self, seen: View, what: RoundField) -> bool:
        return seen.may_change(self.place.id, what)

    def _lock(self, seen: View) -> None:
        figures, explanation = self._may(seen, RoundField.INPUTS), self._may(seen, RoundField.EXPLANATION)
        for editor in self.editors.values():
            editor.set_locked(not figures)
        if self.points is not None:
            self.points.set_locked(not figures)
        self.not_applicable.set_locked(not figures)
        self.explanation.setReadOnly(not explanation)
        if seen.is_read_only:
            self._locked_words.setText(self.tr("Look only: this data folder can't be written."))
        elif not explanation and not figures:
            self._locked_words.setText(self.tr("Not open in this round: what stands here can only be read."))
        else:
            self._locked_words.setText(self.tr("Figures are not open in this round; the explanation and evidence are."))
        self._locked.setVisible(seen.is_draft and not figures and self.place.criterion is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay(self.width() >= theme.current().px(_SIDE_BY_SIDE_FROM))

    def _lay(self, is_wide: bool) -> None:
        """Points below the figures, or beside them where there is room."""
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        top = Qt.AlignmentFlag.AlignTop
        for part in (self._rule, self._figures, self.card, self._rest):
            if part is not None:
                self._body.removeWidget(part)
        if self._rule is not None:
            self._body.addWidget(self._rule, 0, 0)
        self._body.addWidget(self._figures, 1, 0)
        if self.card is not None and is_wide:
            self._body.addWidget(self.card, 0, 1, 3, 1, top)
        elif self.card is not None:
            self._body.addWidget(self.card, 2, 0)
        self._body.addWidget(self._rest, 2 if is_wide else 3, 0, top)
        self._body.setColumnStretch(0, 5)
        self._body.setColumnStretch(1, 4 if is_wide else 0)


def _settled_panel(label: Label) -> Sheet:
    label.setObjectName("settled-words")
    panel = Sheet(row(Icon("circle-minus", "ink-soft", 20), (label, 1)), look="neutral", margins=(12, 10, 12, 10))
    panel.setObjectName("settled")
    return panel


def is_judged(rule_: Rule) -> bool:
    """Whether somebody gives the points, or a part of them, by judgement."""
    match rule_:
        case Scored():
            return isinstance(rule_.measure, Judgement)
        case Gate():
            return is_judged(rule_.then)
        case Sum():
            return any(is_judged(part.rule) for part in rule_.parts)
        case Best():
            return any(is_judged(case.rule) for case in rule_.alternatives)


def _period(seen: View) -> str:
    """The first and last day of the figures, narrowed for the agency where it is."""
    agency = seen.part.campaign.agency(seen.part.agency)
    period = seen.part.campaign.period
    first = (agency.data_from if agency is not None else None) or period.data_from
    last = (agency.data_to if agency is not None else None) or period.data_to
    if first is None or last is None:
        return ""
    told = QCoreApplication.translate("NodeForm", "Data period: {first} to {last}")
    return told.format(first=language.date_text(first), last=language.date_text(last))
