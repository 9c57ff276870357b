"""Which of several submissions of one agency counts: what stands in each, where two of them differ, and why."""

from collections.abc import Callable, Sequence
from itertools import combinations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from app import wording
from app.operations.authority.comparing import Difference, Received
from ui import language
from ui.dialogs.dialog import Dialog
from ui.pages.authority_kit import labelled, moment
from ui.widgets.boxes import column, row
from ui.widgets.chips import TabRow
from ui.widgets.differences import Differences
from ui.widgets.field import Field
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label, Line
from ui.widgets.text_area import TextArea
from ui.widgets.tick import Option

_MOST = 4  # side by side; more of one number were never seen
_ABREAST = 2


class ChooseVersionDialog(Dialog):
    """`chosen_id()` and `reason()` go to `ruling.choose`. `compared` asks for the differences of two ids."""

    compared = Signal(str, str)

    def __init__(self, agency: str, telephone: str, versions: Sequence[Received], parent: QWidget | None) -> None:
        super().__init__(_title(agency), parent, width=880)
        self._versions = versions[:_MOST]
        self._decimals = versions[0].framework.decimals
        self._options = {item.id: Option(self._name(number)) for number, item in enumerate(self._versions)}
        for option in self._options.values():
            option.toggled.connect(self._on_toggled)
        told = self.tr(
            "All of these files are intact and all are kept. Ask {contact} which one is official; the others become "
            "history. The choice can be made anew."
        )
        cards = [(self._card(item), 1) for item in self._versions]
        lines = [row(*cards[at : at + _ABREAST]) for at in range(0, len(cards), _ABREAST)]
        for option in self._options.values():
            option.setAutoExclusive(False)
        self._pairs = list(combinations(range(len(self._versions)), 2))
        self._tabs = TabRow([(pair, " · ".join(map(self._name, pair))) for pair in self._pairs])
        self._tabs.chosen.connect(self._compare)
        self._holder = column()
        self._shown: Differences | None = None
        self._reason = TextArea(self.tr("Reason"), self.tr("For example: confirmed by telephone by the focal officer"))
        self._reason.setObjectName("reason")
        self._reason_field = Field(self.tr("Reason (stands in the journal)"), self._reason)
        self.add(
            Label(told.format(contact=telephone or self.tr("the focal officer")), wrap=True),
            column(*lines),
            self._tabs,
            (self._holder, 1),
            self._reason_field,
        )
        self._tabs.setVisible(len(self._pairs) > 1)
        self.set_acts(self.tr("Take the chosen one"), self.tr("Decide later"))

    def begin(self, compare: Callable[[str, str], object]) -> None:
        """Opens, and has the first two compared; `compare` answers through `show_differences`."""
        self.compared.connect(compare)
        self.open()
        self._compare(self._pairs[0])

    def chosen_id(self) -> str:
        return next((id_ for id_, option in self._options.items() if option.isChecked()), "")

    def reason(self) -> str:
        return self._reason.value()

    def show_differences(self, found: Sequence[Difference]) -> None:
        if self._shown is not None:
            self._shown.show_found(found)

    def accept(self) -> None:
        self._reason_field.complain("" if self.reason() else self.tr("Say why this one counts."))
        if not self.chosen_id():
            next(iter(self._options.values())).setFocus()
        elif self.reason():
            super().accept()

    def _compare(self, pair: tuple[int, int]) -> None:
        first, second = (self._versions[at] for at in pair)
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = Differences((self._name(pair[0]), self._name(pair[1])), self._decimals)
        layout = self._holder.layout()
        assert layout is not None
        layout.addWidget(self._shown)
        self.compared.emit(first.id, second.id)

    def _name(self, number: int) -> str:
        return self.tr("File {letter}").format(letter="ABCDEFGH"[number])

    def _card(self, item: Received) -> QWidget:
        who = f"{item.confirmation.name}, {item.confirmation.title}" if item.confirmation else "–"
        which = self.tr("revision {number} · round {round}").format(number=item.revision_number, round=item.round)
        standing = wording.word(f"place.{item.state}", language.current())
        return Sheet(
            self._options[item.id],
            Label(f"{which} · {standing}", "hint", "ink-soft", wrap=True),
            row(
                (labelled(self.tr("Received"), moment(item.received_at)), 1),
                (labelled(self.tr("Total"), language.number_text(item.total, self._decimals)), 1),
                (labelled(self.tr("Evidence files"), str(item.files)), 1),
            ),
            labelled(self.tr("Confirmed by"), who),
            column(Label(self.tr("File"), "hint", "ink-soft"), Line(item.file_name, middle=True), gap=0),
            gap=4,
        )

    def _on_toggled(self, is_on: bool) -> None:
        if is_on:
            for option in self._options.values():
                if option is not self.sender():
                    option.setChecked(False)


def _title(agency: str) -> str:
    return QCoreApplication.translate("ChooseVersionDialog", "{agency}: which file is official?").format(agency=agency)
