"""Two versions of a framework side by side, to be read."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.revising import Comparison
from ui.dialogs.dialog import Dialog
from ui.widgets.button import Button
from ui.widgets.version_view import VersionView


class CompareVersionsDialog(Dialog):
    """What the newer version changes, criterion by criterion."""

    def __init__(self, comparison: Comparison, parent: QWidget | None) -> None:
        words = QCoreApplication.translate("CompareVersionsDialog", "Version {new} beside version {old}")
        super().__init__(words.format(new=comparison.new.version, old=comparison.old.version), parent, width=900)
        view = VersionView()
        view.show_comparison(comparison)
        self.add((view, 1))
        self.set_acts(self.tr("Close"), self.tr("Cancel"), icon="check")
        cancel = self.findChild(Button, "leave")
        assert cancel is not None
        cancel.hide()
