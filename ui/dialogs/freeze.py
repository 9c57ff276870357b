"""The leader confirms: who signs and how it is printed, what the figures are, and that they were seen."""

from PySide6.QtWidgets import QWidget

from app.domain.assessment import ResponseState
from app.operations.commune import submitting
from app.operations.commune.assessing import View
from ui import language
from ui.dialogs.dialog import Dialog
from ui.widgets.boxes import column, row
from ui.widgets.choice import Choice
from ui.widgets.entry import Entry
from ui.widgets.field import Field
from ui.widgets.figure import Figure
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label
from ui.widgets.tick import Tick

CHAIR, DEPUTY, ACTING = "Chủ tịch", "Phó Chủ tịch", "Quyền Chủ tịch"  # printed as they are, whatever the window speaks


class FreezeDialog(Dialog):
    """`values()` is (name, title) of the leader who confirms."""

    def __init__(self, seen: View, leader: str, title: str, parent: QWidget | None) -> None:
        super().__init__(
            self.tr("Freeze the figures as revision {number}").format(number=seen.revision_number + 1),
            parent,
            width=600,
        )
        self._part = seen.part
        self._name = Entry(self.tr("Full name of the leader"), self.tr("Without degree or rank"))
        self._name.setObjectName("leader-name")
        self._name.set_text(leader)
        self._name.textChanged.connect(lambda _: self._show())
        self._title = Choice(self.tr("Title"), [(each, each) for each in (CHAIR, DEPUTY, ACTING)])
        self._title.setObjectName("leader-title")
        self._title.set_value(title)
        self._title.chosen.connect(lambda _: self._show())
        self._name_field = Field(self.tr("Full name of the leader"), self._name)
        self._printed = Label(weight="medium", wrap=True)
        self._seen_tick = Tick(self.tr("The leader named here has seen these figures and agrees with them"))
        self._seen_tick.setObjectName("leader-agrees")
        self._missing = Label("", "hint", "bad", wrap=True)
        self._missing.hide()
        self.add(
            self._figures(seen),
            row((self._name_field, 3), (Field(self.tr("Title"), self._title), 2)),
            Sheet(Label(self.tr("Printed on the report as"), "hint", "ink-soft"), self._printed, gap=2),
            self._seen_tick,
            self._missing,
            Label(
                self.tr(
                    "Frozen figures are never changed. They can be reopened; "
                    "the next freezing makes a further revision."
                ),
                "hint", "ink-soft", wrap=True,
            ),
        )  # fmt: skip
        self.add(None)
        self.set_acts(self.tr("Freeze the figures"), self.tr("Not now"), icon="lock")
        self._show()

    def _figures(self, seen: View) -> QWidget:
        score, decimals = seen.score, seen.framework.decimals
        total = language.number_text(score.total, decimals)
        figure = Figure(
            total, self.tr("of {maximum} points").format(maximum=language.number_text(score.effective_maximum))
        )
        missing = sum(1 for state in seen.states.values() if state is ResponseState.MISSING_EVIDENCE)
        facts = [
            self.tr("{done} of {all} criteria done").format(done=seen.done, all=len(seen.criteria)),
            self.tr("%n piece(s) of evidence", "", len(seen.evidence)),
        ]
        if missing:
            facts.append(self.tr("%n criteria without evidence", "", missing))
        lines = [Label(" · ".join(facts), tone="ink-soft", wrap=True)]
        if score.is_provisional:
            lines.append(
                Label(
                    self.tr("Provisional: some points depend on other communes and may still move."),
                    "hint",
                    "warn",
                    wrap=True,
                )
            )
        return column(Label(self.tr("Total as self-assessed"), "hint", "ink-soft"), figure, *lines, gap=4)

    def values(self) -> tuple[str, str]:
        return self._name.value(), self._title.value()

    def _show(self) -> None:
        name, title = self.values()
        self._printed.setText("\n".join(submitting.printed_as(self._part, name or "…", title)))
        self._missing.hide()
        self._name_field.complain()

    def accept(self) -> None:
        if not self._name.value():
            self._name_field.complain(self.tr("Type the full name."))
            self._name.setFocus()
        elif not self._seen_tick.isChecked():
            self._missing.setText(self.tr("Tick this once the leader has seen the figures."))
            self._missing.show()
            self._seen_tick.setFocus()
        else:
            super().accept()
