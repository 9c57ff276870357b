"""Above a commune's overview: a corrected framework has come, or answers were carried over to one."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.operations.commune import moving
from app.operations.commune.moving import Offer, Report
from app.wording.versions import summary_words
from ui import language
from ui.context import Context
from ui.notices import Act, Notice
from ui.pages.authority_kit import moment
from ui.widgets.boxes import empty, fill
from ui.widgets.notice_bar import NoticeBar


class VersionNotice(QWidget):
    """Nothing to see while the answers stand on the version that the campaign asks for and always did."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._layout = QVBoxLayout(self)
        fill(self._layout, [])
        self.hide()

    def look_again(self, is_draft: bool) -> None:
        """Reads whether there is something to say."""
        empty(self._layout)
        workspace, part = self._context.workspace, self._context.part_id
        offer = moving.offer(workspace, part)
        report = moving.last(workspace, part) if offer is None and is_draft else None
        notice = self._offered(offer) if offer is not None else None if report is None else self._moved(report)
        self.setVisible(notice is not None)
        if notice is not None:
            self._layout.addWidget(NoticeBar(notice, closable=False))

    def _offered(self, offer: Offer) -> Notice:
        words = summary_words(offer.comparison, language.current())
        told = self.tr("The authority corrected the framework (version {version})").format(version=offer.new.version)
        sentence = ": ".join((told, ", ".join(words))) if words else told
        return Notice(f"{sentence}.", "warn", acts=(Act(self.tr("Look and go over"), lambda: self._ask(offer)),))

    def _moved(self, report: Report) -> Notice:
        told = self.tr("The answers were carried over to version {version} at {moment}.").format(
            version=report.move.comparison.new.version, moment=moment(report.at)
        )
        return Notice(told, "lead", acts=(Act(self.tr("What changed"), lambda: self._tell(report)),))

    def _ask(self, offer: Offer) -> None:
        from ui.dialogs.move_version import MoveVersionDialog  # not for the overview that a start shows

        context = self._context
        workspace, part = context.workspace, context.part_id
        dialog = MoveVersionDialog(offer, lambda way: moving.preview(workspace, part, way), self.window())
        dialog.accepted.connect(lambda: context.run(moving.carry_over, part, dialog.on_scoring()))
        dialog.open()

    def _tell(self, report: Report) -> None:
        from ui.dialogs.move_version import MovedDialog

        context = self._context
        MovedDialog(report, lambda: context.run(moving.undo, context.part_id), True, self.window()).open()
