"""A rule builder and a panel that tries the rule, used as an editor uses them."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.app.domain.making import framework
from ui.widgets.boxes import column, scrolled
from ui.widgets.rule_builder import RuleBuilder, TryPanel


class Desk:
    """A builder as an editor uses it: what it tells is shown to it again, and to the panel."""

    def __init__(self, qtbot, made, flashes):
        self.framework = framework(made)
        self.builder, self.panel, self.told = RuleBuilder(), TryPanel(), []
        self.area = scrolled(column(self.builder, None))
        for each in (self.area, self.panel):
            qtbot.addWidget(each)
            flashes.asked.add(each)
            each.resize(420, 700)
            each.show()
        self.builder.edited.connect(self.on_edited)
        self.show(made)

    def show(self, made):
        self.builder.show_criterion(self.framework, made)
        self.panel.show_criterion(self.framework, made)

    def on_edited(self, made):
        self.told.append(made)
        self.framework = framework(made)
        self.show(made)

    @property
    def last(self):
        return self.told[-1]

    def find(self, kind, name=""):
        """The first part of this kind that can be seen, once the layouts have settled."""
        QApplication.sendPostedEvents()
        found = self.builder.findChildren(kind, name) if name else self.builder.findChildren(kind)
        return next(each for each in found if each.isVisibleTo(self.area))


class Flashes(QObject):
    """Notes every window that is shown without being asked for: a part shown before it has a parent."""

    def __init__(self):
        super().__init__()
        self.seen, self.asked = [], set()

    def eventFilter(self, watched, event):
        is_window = isinstance(watched, QWidget) and event.type() == QEvent.Type.Show and watched.isWindow()
        if is_window and watched not in self.asked and watched.windowType() == Qt.WindowType.Window:
            self.seen.append(type(watched).__name__)
        return False


def type_into(qtbot, entry, text):
    entry.setFocus()
    entry.selectAll()
    qtbot.keyClicks(entry, text) if text else qtbot.keyClick(entry, Qt.Key.Key_Delete)


def pick(box, value):
    at = next(n for n in range(box.count()) if box.itemData(n) == value)
    box.setCurrentIndex(at)
    box.activated.emit(at)
