"""On the first page of a portable copy: the campaign that lies on the same stick, offered before anything else."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.operations import portable
from app.operations.workspace import Workspace
from app.progress import SILENT, Progress
from ui import language
from ui.context import Context
from ui.notices import sentence_for
from ui.widgets.boxes import column, fill, row
from ui.widgets.button import Button
from ui.widgets.icon import Icon
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label

if TYPE_CHECKING:
    from app.operations.beside import Beside


class OfferBeside(QWidget):
    """Empty and hidden until a campaign was found beside the program and read in the background."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._column = QVBoxLayout(self)
        fill(self._column, [], gap=12)
        self.hide()
        if portable.find() is not None:
            QTimer.singleShot(1, self, self._read)  # once the page is drawn

    def _read(self) -> None:
        if not self._context.is_at_work:
            return
        from ui.pages.authority_kit import read

        read(self, self._context, _look, done=self._show, failed=lambda _: None)

    def _show(self, found: tuple["Beside", ...]) -> None:
        usable = [item for item in found if item.offer is not None]
        broken = [item for item in found if item.offer is None]
        fill(self._column, [*map(self._offer, usable), *map(self._told, broken)], gap=12)
        self.setVisible(bool(found))
        first = self.findChild(Button, "start-offer")
        if first is not None:
            first.setFocus()

    def _offer(self, item: "Beside") -> Sheet:
        assert item.offer is not None
        campaign = item.offer.campaign
        deadline = campaign.rounds[0].deadline
        facts = [self.tr("of {authority}").format(authority=campaign.authority.name)]
        if deadline is not None:
            facts.append(self.tr("Deadline: {day}").format(day=deadline.shown(language.current())))
        begin = Button(self.tr("Begin the self-assessment"), "main", "arrow-right")
        begin.setObjectName("start-offer")
        begin.clicked.connect(lambda: self._context.file_asked.emit(item.path))
        words = column(
            Label(self.tr("There is a campaign file on this stick"), tone="ink-soft"),
            Label(campaign.title, "title", weight="bold", wrap=True),
            Label(" · ".join(facts), wrap=True),
            8,
            row(begin, None),
            gap=4,
        )
        line = row(Icon("usb", "lead", 32), (words, 1), gap=16)
        return Sheet(line, look="lead", margins=(24, 24, 24, 24))

    def _told(self, item: "Beside") -> QWidget:
        assert item.error is not None
        words = self.tr("{name} beside the program was not read. {reason}")
        line = words.format(name=item.path.name, reason=sentence_for(item.error))
        return row(Icon("info", "ink-soft", 16), (Label(line, "hint", "ink-soft", wrap=True), 1), gap=8)


def _look(workspace: Workspace, progress: Progress = SILENT) -> tuple["Beside", ...]:
    """Reading bundles is heavy: it is imported and done on another thread, after the page is seen."""
    from app.operations import beside

    return beside.look(workspace, beside.places(), progress)
