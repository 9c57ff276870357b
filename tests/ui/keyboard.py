"""Types Vietnamese as an input method does: key clicks with other than ASCII letters abort the process."""

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget


def compose(widget: QWidget, *drafts: str, text: str) -> None:
    """Show every draft as Telex or VNI would while composing, then commit `text`."""
    for draft in drafts:
        QApplication.sendEvent(widget, QInputMethodEvent(draft, []))
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)
