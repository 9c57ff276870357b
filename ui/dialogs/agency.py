"""One agency of a campaign: its name and group, whom to call, its traits and the days that are its own."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.agency import Agency, Contact
from app.domain.framework import TargetGroup, Trait
from ui.dialogs.dialog import Dialog
from ui.widgets.boxes import column, row, scrolled
from ui.widgets.choice import Choice
from ui.widgets.date_entry import DateEntry
from ui.widgets.entry import Entry
from ui.widgets.field import Field
from ui.widgets.text import Label
from ui.widgets.tick import Tick

_MANY_TRAITS = 6


class AgencyDialog(Dialog):
    """`value()` is the agency; a code that stands in `taken` is refused. An existing one keeps its code."""

    def __init__(
        self,
        agency: Agency | None,
        groups: Sequence[TargetGroup],
        traits: Sequence[Trait],
        taken: frozenset[str],
        parent: QWidget | None,
    ) -> None:
        super().__init__(agency.name if agency else _title(), parent, width=640)
        self._old, self._taken = agency, taken
        known = agency or Agency(code="", name="")
        self._code = Entry(self.tr("Code"), width=140)
        self._name = Entry(self.tr("Name"))
        self._group = Choice(self.tr("Target group"), [("", "–"), *((group.code, group.name) for group in groups)])
        self._contact, self._title = Entry(self.tr("Focal officer")), Entry(self.tr("Post"))
        self._telephone, self._email = Entry(self.tr("Telephone"), width=180), Entry(self.tr("E-mail"))
        self._extended, self._inspected = DateEntry(self.tr("Extended through")), DateEntry(self.tr("Inspection day"))
        self._traits = {trait.code: Tick(trait.name) for trait in traits}
        self._fill(known)
        self._code_field = Field(self.tr("Code"), self._code)
        self._name_field = Field(self.tr("Name"), self._name)
        self._extended_field = Field(self.tr("Extended through"), self._extended)
        self._inspected_field = Field(self.tr("Inspection day"), self._inspected)
        self._lay(bool(groups))
        self.set_acts(self.tr("Save the agency"), self.tr("Close"))

    def value(self) -> Agency:
        contact = Contact(
            name=self._contact.value(),
            title=self._title.value(),
            telephone=self._telephone.value(),
            email=self._email.value(),
        )
        return replace(
            self._old or Agency(code=self._code.value(), name=""),
            name=self._name.value(),
            target_group=str(self._group.value() or ""),
            traits=frozenset(code for code, tick in self._traits.items() if tick.isChecked()),
            contact=contact,
            extended_to=self._extended.date(),
            inspection_day=self._inspected.date(),
        )

    def accept(self) -> None:
        code, name = self._code.value(), self._name.value()
        taken = self._old is None and code in self._taken
        self._code_field.complain(
            self.tr("This code stands in the list already.") if taken else "" if code else self.tr("Type a code.")
        )
        self._name_field.complain("" if name else self.tr("Type the name as it stands on papers."))
        days = (self._extended_field, self._extended), (self._inspected_field, self._inspected)
        bad = [field for field, entry in days if entry.value() and entry.date() is None]
        for field, _ in days:
            field.complain(self.tr("Write the date as day/month/year.") if field in bad else "")
        if code and name and not taken and not bad:
            super().accept()

    def _fill(self, known: Agency) -> None:
        for entry, words in (
            (self._code, known.code),
            (self._name, known.name),
            (self._contact, known.contact.name),
            (self._title, known.contact.title),
            (self._telephone, known.contact.telephone),
            (self._email, known.contact.email),
        ):
            entry.set_text(words)
        self._code.setReadOnly(self._old is not None)
        self._group.set_value(known.target_group)
        self._extended.set_date(known.extended_to)
        self._inspected.set_date(known.inspection_day)
        for code, tick in self._traits.items():
            tick.setChecked(code in known.traits)
        for widget, name in (
            (self._code, "code"),
            (self._name, "name"),
            (self._contact, "contact"),
            (self._telephone, "telephone"),
            (self._extended, "extended"),
            (self._inspected, "inspected"),
        ):
            widget.setObjectName(f"agency-{name}")

    def _lay(self, has_groups: bool) -> None:
        self.add(row(self._code_field, (self._name_field, 1)))
        if has_groups:
            self.add(Field(self.tr("Target group"), self._group))
        self.add(
            row((Field(self.tr("Focal officer"), self._contact), 1), (Field(self.tr("Post"), self._title), 1)),
            row(Field(self.tr("Telephone"), self._telephone), (Field(self.tr("E-mail"), self._email), 1)),
            row(self._extended_field, self._inspected_field, None),
        )
        if self._traits:
            ticks = column(*self._traits.values(), gap=0)
            shown = scrolled(ticks) if len(self._traits) > _MANY_TRAITS else ticks
            self.add(Label(self.tr("Traits"), weight="medium"), shown)


def _title() -> str:
    return QCoreApplication.translate("AgencyDialog", "Add an agency")
