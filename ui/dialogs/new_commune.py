"""A commune begins before any campaign reached it: which framework, what it is called, which period."""

from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.agency import Agency
from app.domain.campaign import Period
from app.domain.framework import Framework, Standing
from app.operations.frameworks import authoring
from ui.dialogs.dialog import Dialog
from ui.widgets.choice import Choice
from ui.widgets.entry import Entry
from ui.widgets.field import Field
from ui.widgets.text import Label


class NewCommuneDialog(Dialog):
    """`values()` is (framework, agency, period) as `campaigning.start_alone` takes them."""

    def __init__(self, this_year: int, parent: QWidget | None) -> None:
        super().__init__(self.tr("New self-assessment of a commune"), parent)
        self._frameworks = [value for value in authoring.shipped() if value.standing is not Standing.SKELETON]
        self._choice = Choice(self.tr("Framework"), [(value.id, value.title) for value in self._frameworks])
        self._choice.setObjectName("framework")
        self._name = Entry(self.tr("Name of the commune"), self.tr("For example: Xã Hòa Bình"))
        self._name.setObjectName("commune-name")
        self._year = Entry(self.tr("Year assessed"))
        self._year.setObjectName("year")
        self._year.set_text(str(this_year))
        self._name_field = Field(self.tr("Name of the commune, ward or special zone"), self._name)
        self._year_field = Field(self.tr("Year assessed"), self._year)
        self.add(Field(self.tr("Framework"), self._choice), self._name_field, self._year_field)
        self.add(
            Label(
                self.tr("When the authority sends its campaign, open that file and go on there."),
                "hint",
                "ink-soft",
                wrap=True,
            )
        )
        self.set_acts(self.tr("Begin"), self.tr("Close"))

    def values(self) -> tuple[Framework, Agency, Period]:
        framework = next(value for value in self._frameworks if value.id == self._choice.value())
        groups = framework.target_groups
        year = int(self._year.value())
        agency = Agency(code="self", name=self._name.value(), target_group=groups[0].code if groups else "")
        period = Period(title=str(year), data_from=date(year, 1, 1), data_to=date(year, 12, 31))
        return framework, agency, period

    def accept(self) -> None:
        self._name_field.complain("" if self._name.value() else self.tr("Type the name as it stands on papers."))
        good_year = self._year.value().isdigit() and 2000 <= int(self._year.value()) <= 2100
        self._year_field.complain("" if good_year else self.tr("Type a year in four digits."))
        if self._name.value() and good_year:
            super().accept()
