"""One notice as a bar: icon, sentence, links, details that unfold, a cross."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme, tokens
from ui.notices import Act, Notice
from ui.widgets.boxes import column, fill, row, scrolled
from ui.widgets.button import Button
from ui.widgets.icon import Icon
from ui.widgets.text import Label, name

_SHOWN_AT_ONCE = 200
_SENTENCE = 400  # pixels at 100 % that a sentence needs beside links


class NoticeBar(QFrame):
    """`closed` tells that the person put it away or took one of its acts."""

    closed = Signal()

    def __init__(self, notice: Notice, *, closable: bool = True) -> None:
        super().__init__()
        self.notice = notice
        self._needed = 0  # pixels of the links in one line
        self.setProperty("look", notice.tone)
        name(self, notice.text)
        layout = QVBoxLayout(self)
        fill(layout, [self._line(notice, closable)], gap=8, margins=(tokens.FIELD, 6, tokens.FIELD, 6))
        self._details = self._unfolding(notice.details)
        if self._details is not None:
            layout.addWidget(self._details)

    def _line(self, notice: Notice, closable: bool) -> QWidget:
        line = QWidget()
        box = QHBoxLayout(line)
        sentence = Label(notice.text, wrap=True, selectable=True)
        acts = [self._act(act) for act in notice.acts]
        if notice.details:
            unfold = Button(self.tr("See details"), "link")
            unfold.clicked.connect(self._on_unfold)
            acts.insert(0, unfold)
        told = QWidget()
        self._told = QBoxLayout(QBoxLayout.Direction.LeftToRight, told)
        fill(self._told, [(sentence, 1)], gap=tokens.FIELD)
        if acts:
            self._told.addWidget(row(*acts, None))
            self._needed = sum(act.sizeHint().width() + tokens.FIELD for act in acts)
        fill(box, [Icon(notice.icon, notice.tone, 20), (told, 1)], gap=tokens.FIELD)
        if closable:
            cross = Button("", "quiet", "x", tip=self.tr("Close this notice"))
            cross.clicked.connect(self.closed)
            box.addWidget(cross)
        return line

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the links would leave too little for the sentence they stand below it."""
        super().resizeEvent(event)
        is_narrow = self.width() - self._needed < theme.current().px(_SENTENCE)
        way = QBoxLayout.Direction
        self._told.setDirection(way.TopToBottom if is_narrow and self._needed else way.LeftToRight)

    def _act(self, act: Act) -> Button:
        button = Button(act.words, "link")

        def take() -> None:
            self.closed.emit()
            act.do()

        button.clicked.connect(take)
        return button

    def _unfolding(self, details: tuple[str, ...]) -> QWidget | None:
        if not details:
            return None
        lines = [Label(line, wrap=True, selectable=True) for line in details[:_SHOWN_AT_ONCE]]
        if len(details) > _SHOWN_AT_ONCE:
            lines.append(Label(self.tr("and {count} more").format(count=len(details) - _SHOWN_AT_ONCE)))
        area = scrolled(column(*lines, None, gap=4, margins=(32, 0, 0, 4)))
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(self.tr("Details"))
        area.viewport().setAutoFillBackground(False)
        area.setFixedHeight(min(160, 26 * len(lines) + 8))
        area.hide()
        return area

    def _on_unfold(self) -> None:
        assert self._details is not None
        self._details.setVisible(self._details.isHidden())


class NoticeArea(QWidget):
    """The notices under the header, newest first; no more than three at once, older ones return as newer ones go."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: list[NoticeBar] = []
        self._column = QVBoxLayout(self)
        fill(self._column, [], gap=8, margins=(tokens.FIELD, tokens.FIELD, tokens.FIELD, 0))
        self.hide()

    def add(self, bar: NoticeBar) -> None:
        self._bars.insert(0, bar)
        self._column.insertWidget(0, bar)
        self._fit()

    def remove(self, notice: Notice) -> None:
        for bar in self.bars():
            if bar.notice is notice:
                self._bars.remove(bar)
                self._column.removeWidget(bar)
                bar.hide()
                bar.deleteLater()
        self._fit()

    def bars(self) -> list[NoticeBar]:
        return list(self._bars)

    def _fit(self) -> None:
        bars = self.bars()
        for number, bar in enumerate(bars):
            bar.setVisible(number < 3)
        self.setVisible(bool(bars))
