"""What the authority's pages share: reading in the background, asking for files, two panes side by side."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.domain import text
from app.domain.agency import Agency
from app.domain.moments import in_vietnam
from app.errors import AppError
from ui import language, theme, tokens
from ui.context import Context
from ui.widgets.boxes import column, fill, row
from ui.widgets.chips import TabRow
from ui.widgets.icon import Icon
from ui.widgets.splitter import Splitter
from ui.widgets.text import Label
from ui.widgets.views import TableView, TreeView, least_width

_COMMUNES = ("xa", "phuong", "dac khu", "thi tran")


def read(
    owner: QWidget,
    context: Context,
    operation: Callable[..., Any],
    *args: Any,
    done: Callable[[Any], object],
    failed: Callable[[AppError], object] | None = None,
) -> None:
    """Reads in the background and hands the outcome over, if `owner` is still there by then."""

    def hand_over(value: Any) -> None:
        if isValid(owner):
            done(value)

    def tell(error: AppError) -> None:
        if isValid(owner):
            (failed or context.notices.error)(error)

    context.read(operation, *args, on_done=hand_over, on_failed=tell)


def are_communes(agencies: Iterable[Agency]) -> bool:
    """Whether all are communes, wards or special zones, and may be called so."""
    return all(text.fold(agency.name).startswith(_COMMUNES) for agency in agencies)


def today(context: Context) -> date:
    """The day by the workspace's clock, in Vietnam."""
    day: date = in_vietnam(context.workspace.clock()).date()
    return day


def moment(at: str) -> str:
    """An ISO time as "14:05 13/11/2026"; "" for none."""
    return language.moment_text(in_vietnam(datetime.fromisoformat(at))) if at else ""


def short_moment(at: str) -> str:
    """An ISO time as "14:05 13/11"; "" for none."""
    return f"{in_vietnam(datetime.fromisoformat(at)):%H:%M %d/%m}" if at else ""


def copy(words: str) -> None:
    """Puts words on the clipboard."""
    QApplication.clipboard().setText(words)


def ask_open(parent: QWidget, title: str, kinds: Sequence[str], do: Callable[[Path], object]) -> QFileDialog:
    """Asks for one file that exists."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _asked(dialog, kinds, lambda names: do(Path(names[0])))


def ask_several(parent: QWidget, title: str, kinds: Sequence[str], do: Callable[[list[Path]], object]) -> QFileDialog:
    """Asks for files that exist."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _asked(dialog, kinds, lambda names: do([Path(name) for name in names]))


def ask_folder(parent: QWidget, title: str, do: Callable[[Path], object]) -> QFileDialog:
    """Asks for a folder or a stick."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _asked(dialog, (), lambda names: do(Path(names[0])))


def ask_target(
    parent: QWidget, title: str, name: str, kinds: Sequence[str], do: Callable[[Path], object]
) -> QFileDialog:
    """Asks where to write a file; the ending of `name` is added where none was typed."""
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
    dialog.selectFile(name)
    return _asked(dialog, kinds, lambda names: do(Path(names[0])))


def _asked(dialog: QFileDialog, kinds: Sequence[str], do: Callable[[list[str]], object]) -> QFileDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if kinds:
        dialog.setNameFilters([*kinds, QCoreApplication.translate("AuthorityKit", "All files (*)")])
    dialog.filesSelected.connect(do)
    dialog.open()
    return dialog


def light_line(light: str, head: str, sentence: str) -> QWidget:
    """A light in words: `light` is good, warn, bad or none."""
    from ui.models.cell import LIGHTS

    icon, tone = LIGHTS[light]
    words = column(Label(head, weight="medium", wrap=True), Label(sentence, "hint", "ink-soft", wrap=True), gap=0)
    return fact_line(icon, tone, words)


def fact_line(icon: str, tone: str, words: QWidget, size: int = 20) -> QWidget:
    """An icon that stays at the first line of what stands beside it."""
    sign = Icon(icon, tone, size)
    line = row(sign, (words, 1), gap=8)
    as_row(line).setAlignment(sign, Qt.AlignmentFlag.AlignTop)
    return line


def as_row(line: QWidget) -> QHBoxLayout:
    """The layout of what `boxes.row` made, for parts that come and go."""
    layout = line.layout()
    assert isinstance(layout, QHBoxLayout)
    return layout


def labelled(name: str, value: str, *, wrap: bool = True) -> QWidget:
    """A soft name above its value."""
    return column(Label(name, "hint", "ink-soft"), Label(value or "–", wrap=wrap, selectable=True), gap=0)


class Panes(QWidget):
    """Two panes side by side; where the page is narrow, one at a time behind tabs. `narrowed` tells the switch."""

    narrowed = Signal(bool)

    def __init__(self, left: QWidget, right: QWidget, titles: tuple[str, str], widths: list[int], below: int) -> None:
        super().__init__()
        self.left, self.right, self._below = left, right, below
        self.tabs = TabRow([(0, titles[0]), (1, titles[1])])
        self.tabs.chosen.connect(lambda _: self._show())
        self.splitter = Splitter(left, right, widths=widths)
        fill(QVBoxLayout(self), [self.tabs, (self.splitter, 1)], gap=4)
        self.is_narrow, self._has_right = False, True
        self.tabs.hide()

    def show_right(self, shown: bool) -> None:
        """Without anything to say the right pane goes, and with it the tabs."""
        self._has_right = shown
        if not shown:
            self.tabs.set_value(0)
        self._show()

    def turn_to(self, number: int) -> None:
        """The pane that is seen where there is room for one only."""
        self.tabs.set_value(number)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < theme.current().px(self._below)
        if is_narrow != self.is_narrow:
            self.is_narrow = is_narrow
            self._show()
            self.narrowed.emit(is_narrow)

    def _show(self) -> None:
        self.tabs.setVisible(self.is_narrow and self._has_right)
        self.left.setVisible(not self.is_narrow or self.tabs.value() == 0)
        self.right.setVisible(self._has_right and (not self.is_narrow or self.tabs.value() == 1))


class Fitting(QObject):
    """Hides columns where a table is narrower than each needs (`needed`: pixels at 100 %), then one after the other,
    the one that needs most first, until the names that stay can be read."""

    def __init__(self, table: TableView | TreeView, needed: Mapping[int, int]) -> None:
        super().__init__(table)
        self._table, self._needed = table, needed
        table.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            hidden = self._hidden(self._table.width())
            for number in self._needed:
                self._table.setColumnHidden(number, number in hidden)
        return False

    def _hidden(self, width: int) -> set[int]:
        hidden = {number for number, needed in self._needed.items() if width < theme.current().px(needed)}
        room = width - self._table.verticalScrollBar().sizeHint().width()
        leasts = [least_width(column, number) for number, column in enumerate(self._table.columns())]
        for number in sorted(self._needed, key=lambda each: -self._needed[each]):
            if sum(least for at, least in enumerate(leasts) if at not in hidden) <= room:
                break
            hidden.add(number)
        return hidden


def side_sheet(content: QWidget, width: int = 284) -> QWidget:
    """A sheet beside a table whose content may be longer than the page: it scrolls."""
    from ui.widgets.boxes import scrolled
    from ui.widgets.sheet import framed

    area = scrolled(content)
    sheet = framed(area)
    sheet.setMinimumWidth(theme.current().px(width - 40))
    return sheet


SIDE_MARGINS = (tokens.GROUP, tokens.FIELD, tokens.GROUP, tokens.FIELD)
