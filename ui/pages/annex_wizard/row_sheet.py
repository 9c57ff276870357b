"""One row of the annex: what it is taken for, code, title and points to mend, and the words of the decision."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.annex import OutlineRow, RowKind
from app.domain.annex_audit import Seen
from app.wording.annex import place_words
from ui import language
from ui.pages.annex_wizard import words
from ui.pages.authority_kit import SIDE_MARGINS, fact_line, labelled
from ui.widgets.boxes import Part, empty, fill, row
from ui.widgets.chips import ChoiceRow
from ui.widgets.entry import Entry
from ui.widgets.field import Field
from ui.widgets.number_entry import NumberEntry
from ui.widgets.text import Label
from ui.widgets.text_area import TextArea


class RowSheet(QWidget):
    """`kind_chosen` carries a `RowKind`, `edited` the key of a row, the field of an `OutlineRow` and its new text."""

    kind_chosen = Signal(object)
    edited = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._shown: tuple[OutlineRow, Seen | None] | None = None
        fill(self._layout, [], gap=12, margins=SIDE_MARGINS)

    def show_nothing(self) -> None:
        self._shown = None
        self._show(Label(self.tr("Choose a row to see what the decision says."), tone="ink-soft", wrap=True), None)

    def show_row(self, each: OutlineRow, seen: Seen | None) -> None:
        if self._shown == (each, seen):
            return
        self._shown = (each, seen)
        parts: list[Part] = [Label(place_words(each.place, language.current()), "hint", "ink-soft")]
        kinds = [(kind, f"{at} {self._word(said)}") for at, (kind, said) in enumerate(words.KINDS, start=1)]
        kind = ChoiceRow(kinds)
        kind.setObjectName("kind")
        kind.set_value(each.kind)
        kind.chosen.connect(self.kind_chosen)
        parts.append(kind)
        if each.is_node:
            parts += self._fields(each, seen)
        if seen is not None:
            parts += [fact_line("triangle-alert", "warn", Label(said, wrap=True), 16) for said in words.grave(seen)]
            parts += [fact_line("info", "ink-soft", Label(said, "hint", wrap=True), 16) for said in words.mild(seen)]
        original = dict(seen.twig.original if seen is not None else each.original)
        if original:
            parts.append(Label(self.tr("Word for word in the decision"), "hint", "ink-soft", "medium"))
            parts += [labelled(heading, said) for heading, said in original.items()]
        self._show(*parts, None)

    def _fields(self, each: OutlineRow, seen: Seen | None) -> list[Part]:
        code = Entry(self.tr("Code"), width=110)
        code.setObjectName("row-code")
        code.set_text(each.code)
        code.committed.connect(lambda said: self.edited.emit(each.key, "code", said))
        title = TextArea(self.tr("Title"), least=2, most=5)
        title.setObjectName("row-title")
        title.set_text(each.title)
        title.committed.connect(lambda said: self.edited.emit(each.key, "title", " ".join(said.split())))
        maximum = NumberEntry(self.tr("Maximum"), self.tr("points"), width=96)
        maximum.setObjectName("row-maximum")
        maximum.entry.setObjectName("row-maximum-entry")
        maximum.set_value(each.maximum)
        maximum.committed.connect(lambda said: self.edited.emit(each.key, "maximum", said))
        beside: list[QWidget] = [Field(self.tr("Code"), code), Field(self.tr("Maximum"), maximum)]
        if each.kind is RowKind.GROUP and seen is not None and not each.maximum:
            beside.append(labelled(self.tr("Sum"), words.points(seen.points)))
        return [row(*beside, None), Field(self.tr("Title"), title)]

    def _word(self, said: str) -> str:
        return QCoreApplication.translate("AnnexWizard", said)

    def _show(self, *parts: Part) -> None:
        focused: QWidget | None = QApplication.focusWidget()  # Qt says None where its stub does not
        name = focused.objectName() if focused is not None and self.isAncestorOf(focused) else ""
        empty(self._layout)
        fill(self._layout, parts, gap=12, margins=SIDE_MARGINS)
        again = self.findChildren(QWidget, name) if name else []
        if again:
            again[-1].setFocus()  # the ones before are on their way out
