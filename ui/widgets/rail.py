"""The rail on the left: the order of the work, with counts; below it the acting person, settings and help."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import theme, tokens
from ui.widgets import text
from ui.widgets.boxes import fill, rule
from ui.widgets.button import Button
from ui.widgets.icon import Icon
from ui.widgets.text import Label

WIDE, WIDEST, NARROW = 192, 232, 56
_MARGIN = 8


class RailEntry(Button):
    """Icon, words and count, painted by hand: the words go where the rail is narrow and stand in the tip."""

    def __init__(self, icon: str, words: str, *, second: str = "", tail_icon: str = "", checkable: bool = True) -> None:
        super().__init__("", "rail", checkable=checkable)
        self._drawn_icon, self._tail_icon = icon, tail_icon
        self._words, self._second, self._count = words, second, ""
        self._is_compact = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    def set_words(self, words: str, second: str = "") -> None:
        self._words, self._second = words, second
        self._tell()

    def set_count(self, count: str) -> None:
        self._count = text.one_line(count)
        self._tell()

    def set_compact(self, compact: bool) -> None:
        self._is_compact = compact
        self._tell()

    def sizeHint(self) -> QSize:
        look = theme.current()
        height = look.line() + (look.line("hint") if self._second and not self._is_compact else 0)
        return QSize(look.px(NARROW if self._is_compact else WIDE) - 2 * _MARGIN, height + 18)

    def wanted_width(self) -> int:
        """What its words need in full, chosen or not, with the count behind them."""
        look = theme.current()
        weight, hint = "bold" if self.isCheckable() else "medium", QFontMetrics(look.font("hint"))
        width = 2 * _MARGIN + look.px(20) + 14 + QFontMetrics(look.font("body", weight)).horizontalAdvance(self._words)
        if self._tail_icon:
            width += look.px(16) + 4
        return width + (hint.horizontalAdvance(self._count) + 6 if self._count else 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if theme.is_restyled(event):
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look, painter, side = theme.current(), QPainter(self), theme.current().px(20)
        tone = "lead" if self.isChecked() else "ink-soft"
        pixmap = look.pixmap(self._drawn_icon, tone, 20)
        top = (self.height() - side) // 2
        if self._is_compact:
            painter.drawPixmap((self.width() - side) // 2, top, pixmap)
            return
        painter.drawPixmap(_MARGIN, top, pixmap)
        box = self.rect().adjusted(_MARGIN + side + 8, 0, -_MARGIN - 2, 0)
        if self._tail_icon:
            small = look.px(16)
            painter.drawPixmap(box.right() - small, (self.height() - small) // 2, look.pixmap(self._tail_icon))
            box.adjust(0, 0, -small - 4, 0)
        painter.setFont(look.font("hint"))
        painter.setPen(look.color(tone))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._count)
        if self._count:
            box.adjust(0, 0, -painter.fontMetrics().horizontalAdvance(self._count) - 6, 0)
        self._paint_words(painter, box)

    def _paint_words(self, painter: QPainter, box: QRect) -> None:
        look = theme.current()
        step, hint = look.line(), look.line("hint")
        weight = "bold" if self.isChecked() else ("medium" if self._second else "normal")
        top = (self.height() - step - (hint if self._second else 0)) // 2
        for words, size, face, tone, height in (
            (self._words, "body", weight, "lead" if self.isChecked() else "ink", step),
            (self._second, "hint", "normal", "ink-soft", hint),
        ):
            painter.setFont(look.font(size, face))
            painter.setPen(look.color(tone))
            words = painter.fontMetrics().elidedText(text.one_line(words), Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(QRect(box.left(), top, box.width(), height), Qt.AlignmentFlag.AlignVCenter, words)
            top += height

    def _tell(self) -> None:
        spoken = " · ".join(part for part in (self._words, self._second, self._count) if part)
        text.name(self, spoken)
        text.set_tip(self, spoken)
        self.updateGeometry()
        self.update()


class Rail(QFrame):
    """`chosen` carries the identifier of an entry, `person_asked` that the acting person is to be switched."""

    chosen = Signal(str)
    person_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._entries: dict[str, RailEntry] = {}
        self._is_compact = False
        self._brand = Label(self.tr("Thước Số"), "section", weight="bold")
        brand = QWidget()
        fill(QHBoxLayout(brand), [Icon("ruler", "lead", 20), (self._brand, 1)], gap=8, margins=(8, 0, 8, 0))
        brand.setFixedHeight(theme.current().row() + 16)
        self.person = RailEntry("circle-user", "", tail_icon="chevrons-up-down", checkable=False)
        self.person.setObjectName("person")
        self.person.clicked.connect(self.person_asked)
        self._upper, self._lower = QVBoxLayout(), QVBoxLayout()
        layout = QVBoxLayout(self)
        fill(layout, [brand], gap=tokens.STEP, margins=(_MARGIN, 0, _MARGIN, _MARGIN))
        for part in (self._upper, self._lower):
            part.setSpacing(tokens.STEP)
        layout.addSpacing(8)
        layout.addLayout(self._upper)
        layout.addStretch(1)
        layout.addWidget(self.person)
        layout.addWidget(rule())
        layout.addSpacing(4)
        layout.addLayout(self._lower)
        self.set_compact(False)

    def set_entries(self, entries: list[tuple[str, str, str, bool]]) -> None:
        """(identifier, words, icon, at the foot) in the order of the work."""
        for entry in self._entries.values():
            entry.hide()
            entry.deleteLater()
        self._entries.clear()
        for identifier, words, icon, foot in entries:
            entry = RailEntry(icon, words)
            entry.setObjectName(f"rail-{identifier}")
            entry.set_compact(self._is_compact)
            entry.clicked.connect(lambda _checked=False, name=identifier: self.chosen.emit(name))
            (self._lower if foot else self._upper).addWidget(entry)
            self._entries[identifier] = entry
        self._fit()

    def mark(self, identifier: str) -> None:
        """Show which page is open."""
        for name, entry in self._entries.items():
            entry.setChecked(name == identifier)

    def set_count(self, identifier: str, count: str) -> None:
        """What an entry counts, as part of a sentence: "48/62", "3 mục"; unknown entries are left out."""
        if identifier in self._entries:
            self._entries[identifier].set_count(count)
            self._fit()

    def set_person(self, name: str, office: str) -> None:
        self.person.set_words(name or self.tr("Who is working?"), office)
        self._fit()

    def set_compact(self, compact: bool) -> None:
        self._is_compact = compact
        self._brand.setVisible(not compact)
        for entry in (*self._entries.values(), self.person):
            entry.set_compact(compact)
        self._fit()

    def _fit(self) -> None:
        """As wide as its words need, within bounds."""
        px = theme.current().px
        wanted = max(entry.wanted_width() for entry in (*self._entries.values(), self.person)) + 2 * _MARGIN
        self.setFixedWidth(px(NARROW) if self._is_compact else min(max(px(WIDE), wanted), px(WIDEST)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if theme.is_restyled(event):
            self.set_compact(self._is_compact)
