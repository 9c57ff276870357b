"""A piece of evidence as a picture, asked of the helper process when it comes into sight; larger in a dialog."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from app import wording
from app.errors import AppError
from app.operations import previewing
from app.operations.commune.evidencing import Evidence
from app.operations.previewing import Facts, Picture
from ui import language, theme
from ui.context import Context
from ui.dialogs.dialog import Dialog
from ui.jobs import Job
from ui.widgets.button import Button
from ui.widgets.preview import Preview

_PAUSE = 120  # milliseconds: whoever runs through a list starts no reading for every line
_LARGE = 2_000  # pixels of the longer side in the dialog
_HIGHEST = 100_000  # a page in its full width is as high as it is


class EvidencePreview(Preview):
    """Follows one piece at a time; hidden for what has no picture and no facts."""

    macros_found = Signal()

    def __init__(self, context: Context, *, most: int = 320, side: int = 0, may_enlarge: bool = True) -> None:
        super().__init__(most=most, may_enlarge=may_enlarge)
        self._context, self._side = context, side or theme.current().px(most)
        self._piece: Evidence | None = None
        self._wanted: int | None = None
        self._job: Job | None = None
        self._gone = [False]
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask)
        self.asked.connect(self._want)
        self.enlarged.connect(self._enlarge)
        gone = self._gone
        self.destroyed.connect(lambda: gone.append(True))

    def show_piece(self, piece: Evidence | None, page: int = 1) -> None:
        """From now on this piece, at this page; the same piece stays as it is."""
        same = piece is not None and self._piece is not None and piece.digest == self._piece.digest
        self._piece = piece
        is_shown = piece is not None and (previewing.can_picture(piece) or previewing.has_facts(piece))
        if self.parentWidget() is not None or not is_shown:  # alone it would open as a window
            self.setVisible(is_shown)
        if is_shown and not same:
            self.show_waiting()
            self._want(page)

    def _want(self, page: int) -> None:
        self._wanted = page
        if self._job is not None:
            self._job.cancel()
        if self.isVisible():
            self._pause.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Painting means being in sight: what is scrolled away is not read yet."""
        super().paintEvent(event)
        if self._wanted is not None and not self._pause.isActive():
            self._pause.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pause.stop()

    def _ask(self) -> None:
        piece, page = self._piece, self._wanted
        if piece is None or page is None or not self._context.is_at_work:
            return
        self._wanted = None
        if previewing.can_picture(piece):
            side = round(self._side * self.devicePixelRatioF())
            self._job = self._context.look("picture", piece, page, side, on_done=self._done, on_failed=self._failed)
        else:
            self._job = self._context.look("facts", piece, on_done=self._done, on_failed=self._failed)
        self._job.finished.connect(self._forget)

    def is_waiting(self) -> bool:
        """Whether a page is still on its way to somebody who sees the place for it."""
        return self.isVisible() and (self._wanted is not None or self._job is not None)

    def _forget(self) -> None:
        self._job = None

    def _is_past(self) -> bool:
        """Whether nobody waits for this answer any more."""
        return len(self._gone) > 1 or self._wanted is not None

    def _done(self, told: Picture | Facts) -> None:
        if self._is_past():
            return
        if isinstance(told, Picture):
            self.show_page(told.png, told.page, told.pages)
        else:
            words = self.tr("No preview of this kind of file. It holds no macro: open a copy to read it.")
            if told.has_macros:
                self.macros_found.emit()
                words = self.tr("No preview. The file holds macros (a program): it is not opened, only saved.")
            self.show_card(words)

    def _failed(self, error: AppError) -> None:
        if not self._is_past():
            self.show_card(wording.sentence(error, language.current()))

    def _enlarge(self) -> None:
        if self._piece is not None:
            PageDialog(self._context, self._piece, self.page(), self.window()).open()


class PageDialog(Dialog):
    """One page, as large as the screen allows; whole, or in its full width and scrolled."""

    def __init__(self, context: Context, piece: Evidence, page: int, parent: QWidget) -> None:
        super().__init__(piece.name or piece.citation.number, parent, width=760)
        room = self.screen().availableGeometry().height()
        self._whole = max(240, round((room - 240) * 100 / max(theme.current().px(100), 1)))
        self._preview = EvidencePreview(context, most=self._whole, side=_LARGE, may_enlarge=False)
        self.add(self._preview)
        self._zoom = Button(self.tr("Full width"), "plain", "zoom-in", checkable=True)
        self._zoom.setObjectName("preview-zoom")
        self._zoom.toggled.connect(self._fit)
        self.set_acts(self.tr("Close"), self.tr("Back"), self._zoom)
        leave = self.findChild(Button, "leave")
        if leave is not None:
            leave.hide()
        self._preview.show_piece(piece, page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._preview.turn(step)

    def _fit(self, wide: bool) -> None:
        self._preview.picture.set_most(_HIGHEST if wide else self._whole)
