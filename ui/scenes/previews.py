"""Evidence seen as pages: beside its citation, at the assessor's desk, large, and the grey cards."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QWidget

from app import wording
from app.errors import AppError
from app.operations import sample_files
from ui import language, tokens
from ui.main_window import MainWindow
from ui.pages.evidence import Evidence
from ui.pages.evidence_preview import EvidencePreview, PageDialog
from ui.scenes import authority_appraise, commune_send
from ui.widgets.boxes import column
from ui.widgets.preview import Preview
from ui.widgets.sheet import Sheet


def seen(widget: QWidget) -> None:
    """Waits until every page in sight has come."""
    widget.show()
    loop = QEventLoop(widget)
    loop.processEvents()
    while any(each.is_waiting() for each in widget.findChildren(EvidencePreview)):
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    loop.processEvents()


def _with_pages() -> MainWindow:
    """The commune's evidence, each PDF a paper with pages in place of the few bytes the other pictures need."""
    shown = commune_send.window("half", "evidence")
    opened, page = shown.context.workspace, shown.page()
    assert isinstance(page, Evidence)
    for seed, line in enumerate(page.lines()):
        if line.piece.ext == "pdf":
            told = sample_files.paper(line.piece.citation.subject or line.title, "UBND xã Hòa Bình", 2026, seed)
            made = sample_files.make(told, Path(tempfile.mkdtemp(prefix="thuocso-scene-")))
            kept = opened.evidence.path(line.piece.digest)
            kept.unlink()
            kept.write_bytes(made.read_bytes())
    return shown


def _beside() -> QWidget:
    shown = _with_pages()
    shown.resize(1366, 768)
    seen(shown)
    return shown


def _desk() -> QWidget:
    shown = authority_appraise.at_evidence()
    seen(shown)
    return shown


def _large() -> QWidget:
    shown = _with_pages()
    page = shown.page()
    assert isinstance(page, Evidence)
    piece = next(each.piece for each in page.lines() if each.piece.ext == "pdf")
    dialog = PageDialog(shown.context, piece, 1, shown)
    seen(dialog)
    return dialog


def _cards() -> QWidget:
    codes = ("preview.locked", "preview.other_kind", "preview.unreadable", "preview.too_large", "helper.died")
    cards = []
    for code in codes:
        cards.append(Preview())
        cards[-1].show_card(wording.sentence(AppError(code), language.current()))
    waiting = Preview(most=160)
    return Sheet(column(*cards, waiting, None), margins=(tokens.PAGE,) * 4)


SCENES: dict[str, Callable[[], QWidget]] = {
    "preview-evidence": _beside,
    "preview-appraising": _desk,
    "preview-large": _large,
    "preview-cards": _cards,
}
