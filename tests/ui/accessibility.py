"""Walks a window: everything that takes the focus says its name and can be seen to have the focus."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLineEdit, QScrollBar, QWidget


def focusable(root: QWidget) -> list[QWidget]:
    """Every control inside `root` that the Tab key can reach."""
    return [
        widget
        for widget in [root, *root.findChildren(QWidget)]
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.window() is root.window()  # the list of a drop-down is a window of its own
        and not isinstance(widget, QScrollBar)
        and not isinstance(widget.parent(), QAbstractScrollArea | QLineEdit)
        and not (isinstance(widget, QAbstractButton) and isinstance(widget.parent(), QLineEdit))
    ]


def nameless(root: QWidget) -> list[str]:
    """The controls a screen reader could not name, as "class objectName"."""
    found = []
    for widget in focusable(root):
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name) if interface is not None else ""
        if not name.strip():
            found.append(f"{type(widget).__name__} {widget.objectName()}".strip())
    return found
