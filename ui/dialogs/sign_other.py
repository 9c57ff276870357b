"""Another person signs the report than the one who confirmed the figures: the paper is made out anew, nothing else."""

from PySide6.QtWidgets import QWidget

from app.operations.commune import submitting
from app.operations.commune.assessing import View
from ui.dialogs.dialog import Dialog
from ui.dialogs.freeze import ACTING, CHAIR, DEPUTY
from ui.widgets.boxes import row
from ui.widgets.choice import Choice
from ui.widgets.entry import Entry
from ui.widgets.field import Field
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label


class OtherSigner(Dialog):
    """`values()` is (name, title)."""

    def __init__(self, seen: View, name: str, title: str, parent: QWidget | None) -> None:
        super().__init__(self.tr("Another signer of the report"), parent, width=600)
        self._part = seen.part
        self._name = Entry(self.tr("Full name of the leader"), self.tr("Without degree or rank"))
        self._name.setObjectName("signer-name")
        self._name.set_text(name)
        self._name.textChanged.connect(lambda _: self._show())
        self._title = Choice(self.tr("Title"), [(each, each) for each in (CHAIR, DEPUTY, ACTING)])
        self._title.setObjectName("signer-title")
        self._title.set_value(title)
        self._title.chosen.connect(lambda _: self._show())
        self._field = Field(self.tr("Full name of the leader"), self._name)
        self._printed = Label(weight="medium", wrap=True)
        told = self.tr(
            "The report is printed anew for this person. The figures, the number of the revision and the content "
            "digest stay; a PDF that was saved before is no longer the right one to sign."
        )
        self.add(
            row((self._field, 3), (Field(self.tr("Title"), self._title), 2)),
            Sheet(Label(self.tr("Printed on the report as"), "hint", "ink-soft"), self._printed, gap=2),
            Label(told, "hint", "ink-soft", wrap=True),
        )
        self.add(None)
        self.set_acts(self.tr("Make the report anew"), self.tr("Not now"), icon="user-pen")
        self._show()

    def values(self) -> tuple[str, str]:
        return self._name.value(), str(self._title.value())

    def _show(self) -> None:
        name, title = self.values()
        self._printed.setText("\n".join(submitting.printed_as(self._part, name or "…", title)))
        self._field.complain()

    def accept(self) -> None:
        if not self._name.value():
            self._field.complain(self.tr("Type the full name."))
            self._name.setFocus()
        else:
            super().accept()
