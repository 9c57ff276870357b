"""One round of a campaign: until when, and what the agencies may change in it."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app import wording
from app.domain.campaign import Round
from app.domain.framework import RoundField
from ui import language
from ui.dialogs.dialog import Dialog
from ui.pages.round_editor import DeadlineEditor
from ui.widgets.boxes import column
from ui.widgets.field import Field
from ui.widgets.text import Label
from ui.widgets.tick import Tick


class RoundTermsDialog(Dialog):
    """`value()` is the round as changed."""

    def __init__(self, known: Round, year: int, title: str, parent: QWidget | None) -> None:
        super().__init__(title, parent, width=560)
        self._known = known
        self._deadline = DeadlineEditor(self.tr("Deadline"), year)
        self._deadline.set_deadline(known.deadline)
        self._opens = {
            field: Tick(wording.word(f"round_field.{field.value}", language.current())) for field in RoundField
        }
        for field, tick in self._opens.items():
            tick.setChecked(field in known.opens)
        self.add(Field(self.tr("Deadline"), self._deadline))
        if known.number > 1:
            opened = column(*self._opens.values(), gap=0)
            self.add(column(Label(self.tr("What this round opens again"), weight="medium"), opened, gap=4))
        told = self.tr("A change makes the next revision of the campaign; send the file out again afterwards.")
        self.add(Label(told, "hint", "ink-soft", wrap=True))
        self.set_acts(self.tr("Save the round"), self.tr("Close"))

    def value(self) -> Round:
        opens = tuple(field for field, tick in self._opens.items() if tick.isChecked())
        if self._known.number == 1:
            opens = self._known.opens
        return replace(self._known, deadline=self._deadline.value(), opens=opens)

    def accept(self) -> None:
        if self._deadline.is_empty() or self._deadline.value() is not None:
            super().accept()
        else:
            self._deadline.complain(self.tr("Add the day, for example 15/11/2026."))
