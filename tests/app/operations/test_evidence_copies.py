"""Evidence that leaves the store: read-only copies under clean names, whole or not at all."""

import io
import stat
import zipfile
from pathlib import Path

import pytest

from app.domain.assessment import Citation
from app.errors import AppError
from app.operations import evidence_copies
from app.operations.authority import campaigning
from app.operations.commune import assessing, evidencing
from app.operations.workspace import Workspace
from tests.app.operations.sets import AGENCIES, PERIOD, small_set


@pytest.fixture
def part(workspace: Workspace) -> str:
    return campaigning.start_alone(workspace, small_set(), AGENCIES[0], PERIOD).id


def attached(workspace: Workspace, part: str, folder: Path, name: str, body: bytes) -> str:
    path = folder / name
    path.write_bytes(body)
    return evidencing.attach(workspace, part, "1.1", [path]).ids[0]


def test_a_copy_for_opening_is_read_only_and_made_once(workspace: Workspace, part: str, tmp_path: Path) -> None:
    piece = attached(workspace, part, tmp_path, "Báo cáo quý III.pdf", b"%PDF-1.4 abc")
    copy = assessing.copy_for_opening(workspace, piece)
    assert copy.name == "Báo cáo quý III.pdf"
    assert copy.read_bytes() == b"%PDF-1.4 abc"
    assert not copy.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    assert copy.is_relative_to(workspace.folder / "opened")
    assert assessing.copy_for_opening(workspace, piece) == copy


@pytest.mark.parametrize(
    ("name", "body"),
    [("chạy.pdf", b"MZ\x90\x00 program"), ("gói.zip", b"PK\x03\x04 zip"), ("kịch bản.js", b"alert(1)")],
)
def test_what_could_run_is_not_opened_but_can_be_saved(
    workspace: Workspace, part: str, tmp_path: Path, name: str, body: bytes
) -> None:
    piece = attached(workspace, part, tmp_path, name, body)
    with pytest.raises(AppError) as told:
        assessing.copy_for_opening(workspace, piece)
    assert told.value.code == "evidence.not_openable"
    target = tmp_path / "USB" / "lưu"
    assert assessing.save_copy(workspace, piece, target).read_bytes() == body


def office(*names: str) -> bytes:
    """An office file with these entries."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name in ("[Content_Types].xml", *names):
            archive.writestr(name, "<x/>")
    return whole.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("name", "body", "code"),
    [
        ("Báo cáo.doc", OLE + "_VBA_PROJECT".encode("utf-16-le") + bytes(600), "evidence.has_macros"),
        ("Bảng.xlsx", office("xl/workbook.xml", "xl/vbaProject.bin"), "evidence.has_macros"),
        ("Hỏng.docx", office("word/document.xml")[:-30], "evidence.not_openable"),  # nobody can tell what it holds
    ],
)
def test_an_office_file_with_macros_is_not_opened_but_can_be_saved(
    workspace: Workspace, part: str, tmp_path: Path, name: str, body: bytes, code: str
) -> None:
    piece = attached(workspace, part, tmp_path, name, body)
    with pytest.raises(AppError) as told:
        assessing.copy_for_opening(workspace, piece)
    assert told.value.code == code
    assert not (workspace.folder / "opened").exists()
    assert assessing.save_copy(workspace, piece, tmp_path / "USB" / "lưu").read_bytes() == body


@pytest.mark.parametrize(("name", "body"), [("Cũ.xls", OLE), ("Mới.docx", office("word/document.xml"))])
def test_an_office_file_without_macros_is_opened(
    workspace: Workspace, part: str, tmp_path: Path, name: str, body: bytes
) -> None:
    piece = attached(workspace, part, tmp_path, name, body)
    assert assessing.copy_for_opening(workspace, piece).read_bytes() == body


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a<b>|c?.pdf", "a_b__c_.pdf"),
        ("CON.pdf", "_CON.pdf"),
        ("  . .pdf", "_.pdf"),
        ("ảnh \u202egpj.exe", "ảnh gpj.exe.pdf"),
        ("x" * 150 + ".pdf", "x" * 80 + ".pdf"),
    ],
)
def test_names_are_made_safe_and_end_as_the_bytes_say(
    workspace: Workspace, part: str, tmp_path: Path, name: str, shown: str
) -> None:
    piece = attached(workspace, part, tmp_path, "gốc.pdf", b"%PDF-1.4 abc")
    evidencing.describe(workspace, piece, name=name)
    assert assessing.copy_for_opening(workspace, piece).name == shown


def test_a_citation_without_a_file_has_nothing_to_copy(workspace: Workspace, part: str, tmp_path: Path) -> None:
    piece = evidencing.cite(workspace, part, "1.1", Citation(number="12/BC-UBND")).ids[0]
    for act in (
        lambda: assessing.copy_for_opening(workspace, piece),
        lambda: assessing.save_copy(workspace, piece, tmp_path / "x"),
    ):
        with pytest.raises(AppError):
            act()


def test_nothing_half_written_stays_where_nothing_can_be_written(
    workspace: Workspace, part: str, tmp_path: Path
) -> None:
    piece = attached(workspace, part, tmp_path, "a.pdf", b"%PDF-1.4 abc")
    target = tmp_path / "đã có"
    target.mkdir()
    with pytest.raises(AppError) as told:
        assessing.save_copy(workspace, piece, target)
    assert told.value.code == "file.unwritable"
    assert not any(target.iterdir())
    assert not target.with_name("đã có.part").exists()


def test_what_was_taken_from_a_node_is_put_back_as_it_was(workspace: Workspace, part: str, tmp_path: Path) -> None:
    piece = attached(workspace, part, tmp_path, "a.pdf", b"%PDF-1.4 abc")
    citation = Citation(number="12/BC-UBND", date="05/08/2026", issuer="UBND xã", subject="Báo cáo")
    evidencing.describe(workspace, piece, citation=citation, pages={"n1.1": "tr. 3"})
    evidencing.link(workspace, piece, "1.2", "tr. 9")
    before = assessing.view(workspace, part).evidence
    evidencing.detach(workspace, piece, "1.1")
    evidencing.put_back(workspace, part, "1.1", before[0])
    assert assessing.view(workspace, part).evidence == before
    evidencing.detach(workspace, piece, "1.1")
    evidencing.detach(workspace, piece, "1.2")
    evidencing.put_back(workspace, part, "1.1", before[0])
    again = assessing.view(workspace, part).evidence[0]
    assert (again.digest, again.citation) == (before[0].digest, citation)
    assert [link.page for link in again.links] == ["tr. 3"]


def test_what_was_attached_anew_under_another_name_is_not_put_back_beside_it(
    workspace: Workspace, part: str, tmp_path: Path
) -> None:
    first = attached(workspace, part, tmp_path, "Danh sách.txt", b"a, b, c")
    evidencing.describe(workspace, first, pages={"n1.1": "tr. 3"})
    (before,) = assessing.view(workspace, part).evidence
    evidencing.detach(workspace, first, "1.1")
    attached(workspace, part, tmp_path, "Danh sách.csv", b"a, b, c")
    evidencing.put_back(workspace, part, "1.1", before)
    (here,) = assessing.view(workspace, part).evidence
    assert (before.ext, here.ext, here.name) == ("txt", "csv", "Danh sách.csv")
    assert [link.page for link in here.links] == ["tr. 3"]


def test_a_pasted_picture_is_kept_under_its_name(workspace: Workspace, part: str) -> None:
    done = evidencing.attach_pasted(workspace, part, "1.1", b"\x89PNG\r\n\x1a\n....", "Ảnh chụp.png")
    piece = assessing.view(workspace, part).evidence[0]
    assert (done.added, piece.name, piece.ext) == (1, "Ảnh chụp.png", "png")
    assert sorted(path.name for path in workspace.folder.iterdir() if path.name.startswith("tmp")) == []


def test_file_names_follow_the_bytes() -> None:
    assert "exe" not in evidence_copies.OPENABLE
    assert "svg" not in evidence_copies.OPENABLE


def test_a_copy_is_marked_as_foreign_where_windows_would_read_it(
    workspace: Workspace, part: str, tmp_path: Path
) -> None:
    """On NTFS the name behind the colon is a stream of the file; here it becomes a file of its own, to be read."""
    piece = attached(workspace, part, tmp_path, "Báo cáo.pdf", b"%PDF-1.4 abc")
    copy = assessing.copy_for_opening(workspace, piece)
    assert [path.name for path in copy.parent.iterdir()] == ["Báo cáo.pdf"]  # nothing on other systems
    evidence_copies.mark_as_foreign(copy, is_windows=True)
    mark = copy.with_name("Báo cáo.pdf:Zone.Identifier")
    assert mark.read_bytes() == b"[ZoneTransfer]\r\nZoneId=3\r\n"
    evidence_copies.mark_as_foreign(tmp_path / "không có" / "x.pdf", is_windows=True)  # no such streams: no trouble
