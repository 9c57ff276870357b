"""What the council sees of one matter: both opinions and a finding to write, or a tie and an order to settle."""

from collections.abc import Mapping
from fractions import Fraction

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import wording
from app.domain.appraisal import Appraisal
from app.domain.assessment import EMPTY
from app.operations.authority.settling import Item, Matter, Tied
from ui import language
from ui.dialogs.explanation import ExplainButton, Explained, of_criterion
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.pages.appraising_case import internal_note
from ui.pages.appraising_words import opinion_look, opinion_words, points_text
from ui.pages.assessment_desk.words import short_number
from ui.pages.authority_kit import SIDE_MARGINS, labelled
from ui.widgets.badge import Badge
from ui.widgets.boxes import Part, column, empty, fill, row, rule
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.number_entry import NumberEntry
from ui.widgets.sheet import Sheet, framed
from ui.widgets.text import Label
from ui.widgets.text_area import TextArea
from ui.widgets.views import TableView

LOOKS = {
    Matter.DISAGREEMENT: ("git-fork", "warn"),
    Matter.WAITING: ("hourglass", "warn"),
    Matter.TIE: ("scale", "warn"),
    Matter.CONCLUDED: ("gavel", "lead"),
    Matter.TIE_SETTLED: ("gavel", "lead"),
}


class CouncilSheet(QWidget):
    """`desk_asked` carries (agency, node): the case is wanted on the assessor's desk."""

    desk_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._points = NumberEntry("")
        self._reason = TextArea("")
        self._reason_field: Field | None = None
        self._order: OrderList | None = None
        self.show_nothing()

    # What it shows ---------------------------------------------------------------------------------------------

    def show_nothing(self) -> None:
        """Nothing chosen."""
        words = self.tr("Choose a matter to see both opinions and to write the council's finding.")
        self._show(Label(words, tone="ink-soft", wrap=True), None)

    def show_item(self, item: Item, people: Mapping[str, str]) -> None:
        """One criterion before the council."""
        decimals = item.dossier.framework.decimals
        parts: list[Part] = [self._head(item), rule(), self._figures(item, decimals)]
        parts += [self._opinion(one, people, decimals) for one in reversed(item.opinions)]
        parts += [rule(), *self._finding(item, decimals), None]
        self._show(*parts)

    def show_tie(self, tie: Tied, names: Mapping[str, str], decimals: int) -> None:
        """Agencies with one value; their order is to be settled, or was."""
        value = language.number_text(tie.value, decimals)
        told = self.tr(
            "%n agencies reach {value} exactly. They share rank {rank}; the ranks after it stay empty.",
            "",
            len(tie.agencies),
        ).format(value=value, rank=tie.rank)
        self._order = OrderList(tie.agencies, names, tie.rank)
        self._points = NumberEntry("")
        self._reason_field = self._reason_of(tie.reason)
        parts: list[Part] = [
            row((Label(tie.title, "section", weight="bold", wrap=True), 1), _badge(tie.matter)),
            Label(told, wrap=True),
            rule(),
            Label(self.tr("Order the council gives them"), weight="bold"),
            self._order,
            self._reason_field,
            None,
        ]
        self._show(*parts, keep=True)

    # What was typed --------------------------------------------------------------------------------------------

    def points(self) -> str:
        """As typed."""
        return self._points.entry.value()

    def reason(self) -> str:
        return self._reason.value()

    def order(self) -> tuple[str, ...]:
        """The agencies of the tie as they stand now."""
        return self._order.order() if self._order is not None else ()

    def complain_points(self, words: str = "") -> None:
        self._points.entry.complain(words or self.tr("Type the points the council finds."))
        self._points.setFocus(Qt.FocusReason.OtherFocusReason)

    def complain_reason(self) -> None:
        assert self._reason_field is not None
        self._reason_field.complain(self.tr("Write the reason; it goes out with the finding."))
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Where writing begins."""
        target = self._order.table if self._order is not None else self._points
        target.setFocus(Qt.FocusReason.TabFocusReason)

    # Parts -----------------------------------------------------------------------------------------------------

    def _show(self, *parts: Part, keep: bool = False) -> None:
        if not keep:
            self._order = None
        empty(self._layout)
        fill(self._layout, parts, gap=10, margins=SIDE_MARGINS)

    def _head(self, item: Item) -> QWidget:
        node = item.place.node
        about = Label(f"{node.code} {node.title}".strip(), tone="ink-soft", wrap=True)
        look = Button(self.tr("See the case on the desk"), "link", "scale")
        look.setObjectName("see-case")
        look.clicked.connect(lambda: self.desk_asked.emit(item.key))
        name = Label(item.agency.name, "section", weight="bold", wrap=True)
        return column(row((name, 1), _badge(item.matter)), about, look, gap=2)

    def _figures(self, item: Item, decimals: int) -> QWidget:
        told = [
            labelled(self.tr("From its own figures"), points_text(item.claimed, decimals)),
            labelled(self.tr("Counts now"), points_text(item.counted.points, decimals)),
            labelled(self.tr("Maximum"), short_number(item.place.maximum)),
        ]
        parts: list[Part] = [row(*[(one, 1) for one in told]), row(ExplainButton(lambda: _explained(item)), None)]
        if item.matter is Matter.WAITING and item.cause is not None:
            cause = wording.word(f"cause.{item.cause.value}", language.current())
            words = self.tr("{cause}: the points wait for a decision.").format(cause=cause)
            parts.append(Label(words, tone="warn", wrap=True))
        return column(*parts, gap=6)

    def _opinion(self, one: Appraisal, people: Mapping[str, str], decimals: int) -> QWidget:
        icon, _, tone = opinion_look(one.opinion)
        who = people.get(one.assessor) or self.tr("Nobody named")
        about = self.tr("{who}, round {number}").format(who=who, number=one.round)
        badge = Badge(icon, opinion_words(one, decimals), tone)
        parts: list[Part] = [row(badge, (Label(about, "hint", "ink-soft", wrap=True), 1), gap=8)]
        if one.reason:
            parts.append(Label(one.reason, wrap=True, selectable=True))
        if one.internal_note:
            parts.append(internal_note(self.tr("Internal"), one.internal_note))
        return Sheet(*parts, gap=4, margins=(12, 8, 12, 8))

    def _finding(self, item: Item, decimals: int) -> list[Part]:
        self._points = NumberEntry(self.tr("Points the council finds"), width=88)
        self._points.entry.setObjectName("finding-points")
        if item.points is not None:
            self._points.entry.set_text(points_text(item.points, decimals))
        maximum = self.tr("/ {maximum} points").format(maximum=short_number(item.place.maximum))
        quick = [self._take(words, value, decimals) for words, value in self._offers(item)]
        self._reason_field = self._reason_of(item.reason)
        line = row(self._points, Label(maximum, tone="ink-soft"), None, gap=8)
        parts: list[Part] = [Label(self.tr("The council's finding"), weight="bold"), line]
        if quick:
            parts.append(row(*quick, None, gap=4))
        return [*parts, self._reason_field]

    def _offers(self, item: Item) -> list[tuple[str, Fraction]]:
        """Points that one click takes over: of the agency's own figures, and of each opinion that names some."""
        offers: dict[Fraction, str] = {}
        if item.claimed is not None:
            offers[item.claimed] = self.tr("Own figures")
        for one in item.opinions:
            if one.points is not None:
                offers.setdefault(one.points, self.tr("Adjusted"))
        return [(words, value) for value, words in offers.items()]

    def _take(self, words: str, value: Fraction, decimals: int) -> Button:
        shown = points_text(value, decimals)
        button = Button(f"{words}: {shown}", "chip")
        button.clicked.connect(lambda: self._points.entry.setText(shown))
        return button

    def _reason_of(self, words: str) -> Field:
        self._reason = TextArea(self.tr("Reason"), self.tr("Goes out with the finding"), least=2, most=6)
        self._reason.setObjectName("finding-reason")
        self._reason.set_text(words)
        return Field(self.tr("Reason"), self._reason)


class OrderList(QWidget):
    """Agencies of a tie in the order to be; Alt+Up and Alt+Down move the chosen one."""

    def __init__(self, agencies: tuple[str, ...], names: Mapping[str, str], rank: int) -> None:
        super().__init__()
        self._agencies = list(agencies)
        columns: tuple[Column[str], ...] = (
            Column(self.tr("Rank"), lambda code: Cell(str(rank + self._agencies.index(code)), right=True),
                   width=72, right=True),
            Column(self.tr("Agency"), lambda code: Cell(names.get(code, code))),
        )  # fmt: skip
        self._model = RowsModel(columns, self._agencies, parent=self)
        self.table = TableView(self.tr("Order of the tied agencies"), self._model)
        self.table.setObjectName("order")
        rows = min(6, len(agencies)) * self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + rows + 2)
        self.table.selectRow(0)
        up = Button(self.tr("Up"), "plain", "arrow-up")
        down = Button(self.tr("Down"), "plain", "arrow-down")
        for button, way, keys in ((up, -1, "Alt+Up"), (down, 1, "Alt+Down")):
            button.setObjectName("order-up" if way < 0 else "order-down")
            button.clicked.connect(lambda _=False, step=way: self.move_chosen(step))
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=way: self.move_chosen(step))
        fill(QVBoxLayout(self), [framed(self.table), row(up, down, None, gap=8)], gap=8)

    def order(self) -> tuple[str, ...]:
        """Codes, the first ranked best."""
        return tuple(self._agencies)

    def move_chosen(self, way: int) -> None:
        """Move the chosen agency up or down by one."""
        at = self.table.currentIndex().row()
        if 0 <= at < len(self._agencies) and 0 <= at + way < len(self._agencies):
            code = self._agencies.pop(at)
            self._agencies.insert(at + way, code)
            self._model.replace(self._agencies)
            self.table.select_key(code)


def _explained(item: Item) -> Explained | None:
    """How the points that count now came about; None at a group, which has no rule."""
    dossier, criterion = item.dossier, item.place.criterion
    if criterion is None:
        return None
    response = dossier.entry.answers.responses.get(item.place.id, EMPTY)  # as the reviewers read it
    return of_criterion(
        dossier.framework, criterion, response, item.counted,
        settled=dossier.settled.get(item.place.id), agency=item.agency.name,
    )  # fmt: skip


def _badge(matter: Matter) -> Badge:
    icon, tone = LOOKS[matter]
    return Badge(icon, matter_word(matter), tone)


def matter_word(matter: Matter) -> str:
    """Why something lies before the council, in words."""
    return {
        Matter.DISAGREEMENT: QCoreApplication.translate("Council", "Opinions differ"),
        Matter.WAITING: QCoreApplication.translate("Council", "Waits for a decision"),
        Matter.TIE: QCoreApplication.translate("Council", "Tie"),
        Matter.CONCLUDED: QCoreApplication.translate("Council", "Concluded"),
        Matter.TIE_SETTLED: QCoreApplication.translate("Council", "Order settled"),
    }[matter]
