"""What a person can do with evidence: attach, paste, cite, open, save, prove another criterion as well, remove."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage, QImageWriter
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from app.domain.assessment import Citation
from app.errors import AppError
from app.operations.commune import assessing, evidencing
from app.operations.commune.assessing import View
from app.operations.commune.evidencing import Attached, Evidence
from app.operations.evidence_copies import OPENABLE, file_name
from ui.context import Context
from ui.dialogs.choose_criterion import ChooseCriterionDialog
from ui.dialogs.citation import CitationDialog
from ui.jobs import Job
from ui.notices import Act, Notice, sentence_for


class EvidenceActs(QObject):
    """Works on one node at a time: `at` says which. Every act goes through an operation and can be told from keys,
    menus and drops alike."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._node = ""
        self._seen: View | None = None

    def at(self, seen: View, node: str) -> None:
        """From now on evidence is attached to this node."""
        self._seen, self._node = seen, node

    # Bringing in -----------------------------------------------------------------------------------------------

    def ask_files(self) -> None:
        dialog = QFileDialog(self._window, self.tr("Attach files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.attach([Path(name) for name in names]))
        dialog.open()

    def attach(self, paths: Sequence[Path]) -> None:
        """Copies files and folders in; what can't be read is listed, the rest stays."""
        if paths and self._node:
            title = self.tr("Attaching %n file(s)", "", len(paths))
            self._context.run(
                evidencing.attach,
                self._context.part_id,
                self._node,
                list(paths),
                on_done=self._tell_attached,
                title=title,
            )

    def paste(self) -> bool:
        """Takes files or a picture from the clipboard; says whether there were any."""
        return self.take(QGuiApplication.clipboard().mimeData())

    def take(self, data: QMimeData) -> bool:
        """Takes files or a picture that were pasted or dropped; says whether there were any."""
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if paths:
            self.attach(paths)
            return True
        if not data.hasImage() or not self._node:
            return False
        image = QImage(data.imageData())
        now = self._context.workspace.clock()
        name = self.tr("Screenshot {time}.png").format(time=f"{now:%Y-%m-%d %H.%M.%S}")
        part = self._context.part_id
        self._context.run(evidencing.attach_pasted, part, self._node, _png(image), name, on_done=self._tell_attached)
        return True

    def cite(self) -> None:
        """A paper that is only cited."""
        dialog = CitationDialog(self._window)
        self._ask(dialog, partial(self._context.run, evidencing.cite, self._context.part_id, self._node))

    def _ask(self, dialog: CitationDialog, keep: Callable[..., Job]) -> None:
        def failed(error: AppError) -> None:
            if isValid(dialog):
                dialog.tell(error)
            else:
                self._context.notices.error(error)

        dialog.given.connect(lambda citation, page: dialog.follow(keep(citation, page, on_failed=failed)))
        dialog.open()

    def _tell_attached(self, done: Attached) -> None:
        if done.refused:
            kept = self.tr("%n file(s) attached", "", done.added)
            left = self.tr("%n file(s) could not be attached", "", len(done.refused))
            details = tuple(sentence_for(error) for error in done.refused)
            told = f"{kept}; {left}." if done.added else f"{left}."
            self._context.notices.show(Notice(told, "warn", details, lasting=True))

    # One piece -------------------------------------------------------------------------------------------------

    def can_open(self, piece: Evidence) -> bool:
        return piece.ext in OPENABLE

    def edit(self, piece: Evidence) -> None:
        """Number, date, issuer, subject, page."""
        node = self._node
        page = next((link.page for link in piece.links if link.node == node), "")
        dialog = CitationDialog(self._window, citation=piece.citation, page=page, file=piece.name)

        def keep(citation: Citation, page: str, **told: Any) -> Job:
            return self._context.run(evidencing.describe, piece.id, citation=citation, pages={node: page}, **told)

        self._ask(dialog, keep)

    def open(self, piece: Evidence) -> None:
        """Shows a read-only copy in the program that shows such files."""
        self._context.read(assessing.copy_for_opening, piece.id, on_done=self._show)

    def save(self, piece: Evidence) -> None:
        dialog = QFileDialog(self._window, self.tr("Save a copy"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(file_name(piece))
        dialog.fileSelected.connect(lambda name: self._context.read(assessing.save_copy, piece.id, Path(name)))
        dialog.open()

    def link(self, piece: Evidence) -> None:
        """Lets it prove another criterion as well."""
        seen = self._seen
        if seen is None:
            return
        proven = {link.node for link in piece.links}
        places = [place for place in seen.criteria if place.id not in proven]
        dialog = ChooseCriterionDialog(
            self._window,
            self.tr("Prove another criterion as well"),
            self.tr("The file is kept once; it will stand at both criteria."),
            self.tr("Link to this criterion"),
            places,
        )
        dialog.accepted.connect(lambda: self._context.run(evidencing.link, piece.id, dialog.chosen()))
        dialog.open()

    def remove(self, piece: Evidence) -> None:
        """Takes it from this node; a notice offers to undo that."""
        told = self.tr("“{name}” was removed from this criterion.").format(name=title_of(piece))
        undo = Act(self.tr("Undo"), partial(self._put_back, self._node, piece))
        self._context.run(
            evidencing.detach, piece.id, self._node, on_done=lambda _: self._context.notices.info(told, undo)
        )

    def _put_back(self, node: str, piece: Evidence) -> None:
        self._context.run(evidencing.put_back, self._context.part_id, node, piece)

    def _show(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._context.notices.warn(
                self.tr("No program on this computer shows such files. Save a copy and take it to another computer.")
            )


def title_of(piece: Evidence) -> str:
    """What a piece is called: its number, else the name of its file, else its subject."""
    return piece.citation.number or piece.name or piece.citation.subject


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
