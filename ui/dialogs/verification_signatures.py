"""What was found of the people's signatures: each with all the circular asks, accepted right there, and additions."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain import text
from app.wording.checks import AdditionTold, FindingTold, SignatureTold
from ui import tokens
from ui.dialogs.dialog import Dialog
from ui.models.cell import LIGHTS
from ui.widgets.boxes import Part, column, fill, row
from ui.widgets.button import Button
from ui.widgets.chips import ChoiceRow
from ui.widgets.field import Field
from ui.widgets.icon import Icon
from ui.widgets.lights import TONES, at_top
from ui.widgets.sheet import Sheet, well
from ui.widgets.text import Label
from ui.widgets.text_area import TextArea

LEADER, AGENCY = "leader", "agency"
_OFFICES = ("uy ban", "ubnd", "so ", "phong ", "van phong", "van thu")  # how the name on a seal begins


def facts_grid(facts: Sequence[tuple[str, str]]) -> QWidget:
    """What and told, in two columns that stay aligned."""
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(tokens.GROUP)
    grid.setVerticalSpacing(tokens.STEP)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 3)
    for at, (what, told) in enumerate(facts):
        name = Label(what, "hint", "ink-soft", wrap=True)
        grid.addWidget(name, at, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(told, wrap=True, selectable=True), at, 1, Qt.AlignmentFlag.AlignTop)
    return holder


class SignatureCard(Sheet):
    """One signature. `accepted` carries (role, subject, on what ground); offered where the file's agency is known."""

    accepted = Signal(str, str, str)

    def __init__(self, told: SignatureTold, agency: str = "", *, is_open: bool = False) -> None:
        self._told, self._details = told, column(facts_grid(told.facts), gap=tokens.NEAR, margins=(30, 0, 0, 0))
        icon, tone = LIGHTS[TONES[told.light]]
        self._more = Button(self.tr("Details"), "link")
        self._more.setObjectName("signature-details")
        self._more.clicked.connect(lambda: self.show_details(self._details.isHidden()))
        words = column(
            Label(told.name, weight="bold", wrap=True, selectable=True),
            Label(f"{told.word} · {told.when}", "hint", tone, wrap=True),
            gap=0,
        )
        lines: list[Part] = [at_top(icon, tone, words, self._more)]
        lines += [column(Label(each, wrap=True, selectable=True), margins=(30, 0, 0, 0)) for each in told.sentences]
        lines.append(self._details)
        if agency and not told.role and told.light != "INVALID":
            lines.append(self._offer(agency))
        super().__init__(*lines, gap=tokens.NEAR, margins=(12, 10, 12, 10))
        self.setObjectName("signature")
        self.show_details(is_open)

    def show_details(self, shown: bool) -> None:
        """Opens or closes what the circular asks."""
        self._details.setVisible(shown)
        self._more.setText(self.tr("Less") if shown else self.tr("Details"))

    def _offer(self, agency: str) -> QWidget:
        self._begin = Button(self.tr("Accept this signer…"), "plain", "shield-check")
        self._begin.setObjectName("accept-signer")
        self._begin.clicked.connect(self.ask)
        self._role = ChoiceRow([(LEADER, self.tr("Leader")), (AGENCY, self.tr("Agency"))])
        self._role.setObjectName("signer-role")
        self._role.set_value(AGENCY if text.fold(self._told.name).startswith(_OFFICES) else LEADER)
        self._how = TextArea(
            self.tr("On what ground"), self.tr("For example: letter No. 12/UBND-VP; confirmed over the telephone"),
            least=2, most=3,
        )  # fmt: skip
        self._how.setObjectName("signer-how")
        self._how_field = Field(self.tr("On what ground"), self._how)
        keep = Button(self.tr("Accept the signer"), "plain", "shield-check")
        keep.setObjectName("accept-signer-now")
        keep.clicked.connect(self._keep)
        leave = Button(self.tr("Not now"), "quiet")
        leave.clicked.connect(lambda: self.ask(False))
        told = self.tr("{name} is accepted for {agency} from now on, for every file.").format(
            name=self._told.name, agency=agency
        )
        self._form = column(
            Field(self.tr("Signs for"), column(Label(told, "hint", "ink-soft", wrap=True), self._role, gap=4)),
            self._how_field,
            row(None, leave, keep, gap=8),
            gap=tokens.NEAR,
        )
        self._form.hide()
        return column(row(self._begin, None), self._form, gap=0, margins=(30, 0, 0, 0))

    def ask(self, shown: bool = True) -> None:
        """Shows the form, or puts it away."""
        self._begin.setHidden(bool(shown))
        self._form.setVisible(bool(shown))
        if shown:
            self._how.setFocus()

    def choose_role(self, role: str) -> None:
        """Chooses, as a click does."""
        self._role.set_value(role)

    def _keep(self) -> None:
        how, role = self._how.value(), self._role.value()
        self._how_field.complain("" if how else self.tr("Write on what ground: a letter, or who confirmed it and how."))
        if not how or not role:
            return
        self.accepted.emit(str(role), self._told.subject, how)


class SignatureList(QWidget):
    """All signatures, what belongs to no single one, and additions. `page_asked` carries a page (from 1)."""

    accepted = Signal(str, str, str)
    page_asked = Signal(int)

    def __init__(self, told: FindingTold, agency: str = "", *, has_pages: bool = False, is_open: bool = False) -> None:
        super().__init__()
        parts: list[Part] = []
        for each in told.remarks:
            parts.append(row(Icon("info", "ink-soft"), (Label(each, wrap=True, selectable=True), 1), gap=10))
        for signature in told.signatures:
            card = SignatureCard(signature, agency, is_open=is_open)
            card.accepted.connect(self.accepted)
            parts.append(card)
        if told.additions:
            parts.append(self._additions(told.additions, has_pages))
        fill(QVBoxLayout(self), parts, gap=tokens.NEAR)

    def _additions(self, additions: Sequence[AdditionTold], has_pages: bool) -> QWidget:
        lines: list[Part] = [Label(self.tr("Added after signing"), weight="medium")]
        for each in additions:
            icon, tone = LIGHTS[TONES[each.light]]
            parts: list[Part] = [Icon(icon, tone), (Label(each.sentence, wrap=True, selectable=True), 1)]
            if has_pages and each.light != "VALID":
                look = Button(self.tr("Page before and after"), "link", "eye")
                look.setObjectName(f"page-{each.page}")
                look.clicked.connect(partial(self._ask_page, each.page))
                parts.append(look)
            lines.append(row(*parts, gap=10))
        return well(*lines)

    def _ask_page(self, page: int) -> None:
        self.page_asked.emit(page)


class SignaturesDialog(Dialog):
    """The signatures of a file that is not one of ours: evidence, or any PDF that was dropped."""

    def __init__(self, file: str, told: FindingTold, parent: QWidget | None) -> None:
        super().__init__(self.tr("Signatures on the file"), parent, width=720)
        icon, tone = LIGHTS[TONES[told.light]]
        words = column(
            Label(told.word, "section", tone, "bold", wrap=True),
            Label(file, wrap=True, selectable=True),
            Label(told.checked, "hint", "ink-soft", wrap=True),
            gap=2,
        )
        look = TONES[told.light]
        head = at_top(icon, tone, words)
        self.add(Sheet(head, look=look if look != "none" else "well"))
        self.add(SignatureList(told, is_open=len(told.signatures) == 1))
        close = Button(self.tr("Close"), "main")
        close.setObjectName("leave")
        close.setDefault(True)
        close.clicked.connect(self.reject)
        self.add(row(None, close))
