"""Pages of evidence in the window: shown beside the citation, turned, larger, and a grey card for what is hostile."""

import io
import re
import zipfile

from PySide6.QtCore import Qt

from app.operations import previewing, sample_files
from tests.ui.accessibility import nameless
from ui.pages.evidence_preview import EvidencePreview, PageDialog
from ui.widgets.button import Button
from ui.widgets.views import TableView


def pdf_of(folder, seed=1) -> bytes:
    told = sample_files.paper("Quyết định về việc kiện toàn Ban Chỉ đạo", "UBND xã Hòa Bình", 2026, seed)
    return sample_files.make(told, folder).read_bytes()


def shown(house, folder, data: bytes, ext: str = "pdf"):
    """The evidence page with the bytes of the first piece of this kind replaced, and its preview."""
    opened = house("half", "evidence")
    line = next(each for each in opened.page.lines() if each.piece.ext == ext)
    kept = opened.workspace.evidence.path(line.piece.digest)
    kept.unlink()
    kept.write_bytes(data)
    opened.page.findChild(TableView, "evidence-table").select_key(line.piece.id)
    return opened, opened.page.findChild(EvidencePreview)


def came(qtbot, preview) -> None:
    qtbot.waitUntil(lambda: not preview.is_waiting(), timeout=20_000)


def test_the_first_page_is_shown_and_the_next_is_turned_to(house, qtbot, tmp_path):
    opened, preview = shown(house, tmp_path, pdf_of(tmp_path))
    came(qtbot, preview)
    pages = int(re.findall(r"\d+", preview.told())[-1])
    assert preview.words() == ""
    assert pages >= 2
    assert preview.told().endswith(f"1 of {pages}") or f"1/{pages}" in preview.told()
    preview.findChild(Button, "preview-next").click()
    came(qtbot, preview)
    assert preview.page() == 2
    for _ in range(pages + 3):
        preview.turn(1)
        came(qtbot, preview)
    assert preview.page() == pages
    assert not preview.findChild(Button, "preview-next").isEnabled()
    assert nameless(opened.window) == []


def test_a_damaged_file_is_a_grey_card_and_the_page_lives_on(house, qtbot, tmp_path):
    opened, preview = shown(house, tmp_path, b"%PDF-1.7 and nothing more")
    came(qtbot, preview)
    assert preview.words()
    opened.wait(qtbot)
    assert opened.notices() == []


def test_a_program_called_a_pdf_is_not_pictured(house, qtbot, tmp_path):
    _, preview = shown(house, tmp_path, b"MZ\x90\0" + bytes(500))
    came(qtbot, preview)
    assert preview.words()


def test_an_office_file_tells_of_its_macros(house, qtbot, tmp_path):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/vbaProject.bin", "x")
    opened, preview = shown(house, tmp_path, buffer.getvalue(), ext="docx")
    came(qtbot, preview)
    assert "macro" in preview.words()
    opener = opened.page.findChild(Button, "evidence-open")
    assert not opener.isEnabled()
    other = next(each for each in opened.page.lines() if each.piece.ext == "pdf")
    opened.page.findChild(TableView, "evidence-table").select_key(other.piece.id)
    assert opener.isEnabled()


def test_a_larger_page_opens_in_a_dialog_and_fits_the_width(house, qtbot, tmp_path):
    opened, preview = shown(house, tmp_path, pdf_of(tmp_path))
    came(qtbot, preview)
    preview.findChild(Button, "preview-larger").click()
    dialog = opened.window.findChild(PageDialog)
    large = dialog.findChild(EvidencePreview)
    came(qtbot, large)
    whole = large.picture.heightForWidth(900)
    dialog.findChild(Button, "preview-zoom").click()
    assert large.picture.heightForWidth(900) > whole
    assert nameless(dialog) == []
    qtbot.keyClick(dialog, Qt.Key.Key_PageDown)
    assert large.page() == 2
    dialog.close()


def test_a_citation_leads_to_its_page():
    told = {"tr. 3": 3, "Trang 12-14": 12, "5": 5, "mục II": 1, "Điều 5": 1, "trang 7, khoản 2": 7, "": 1}
    assert {words: previewing.cited_page(words) for words in told} == told


def test_running_through_the_list_asks_for_the_last_piece_alone(house, qtbot, tmp_path):
    opened, preview = shown(house, tmp_path, pdf_of(tmp_path))
    table = opened.page.findChild(TableView, "evidence-table")
    asked = []
    opened.context.job_started.connect(asked.append)
    pdfs = [each.piece.id for each in opened.page.lines() if each.piece.ext == "pdf"]
    for piece in [*pdfs, pdfs[0]]:
        table.select_key(piece)
    came(qtbot, preview)
    assert len(asked) <= 2  # its page, and perhaps by then who signed it


def test_the_window_closes_while_a_page_is_read(house, qtbot, tmp_path):
    opened, preview = shown(house, tmp_path, pdf_of(tmp_path))
    qtbot.waitUntil(lambda: preview._job is not None, timeout=20_000)
    opened.window.close()
