"""The report of a frozen revision: the same bytes for ever, signed here or elsewhere, taken back by what it holds."""

import io
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from app.bundles.manifest import sha256
from app.bundles.people import making
from app.bundles.people.areas import is_leader_box, reserved
from app.bundles.people.signers import Signer
from app.bundles.reading import verify
from app.bundles.report_pdf import read_manifest
from app.bundles.trust import Light, TrustPolicy
from app.domain.campaign import Demand
from app.errors import AppError
from app.operations.authority import collecting
from app.operations.authority.collecting import Outcome
from app.operations.commune import reporting, submitting
from app.operations.trust import rebuilding, signing, verifying
from app.operations.trust.signing import AGENCY, LEADER
from app.operations.workspace import Workspace
from app.storage import assessments, campaigns
from tests.app.bundles.people import pki
from tests.app.operations.houses import SECRET, Houses

NAME = "Nguyễn Văn An"


def frozen(here: Workspace, part: str, demand: Demand = Demand.LEADER_AND_AGENCY) -> None:
    with here.transaction():
        kept = campaigns.part(part).campaign
        campaigns.update(replace(kept, demand=demand))
    submitting.freeze(here, part, NAME, "Chủ tịch UBND xã")


def signed_elsewhere(path: Path, *holders: str, to: Path | None = None) -> Path:
    """What another program on another computer makes of a file: an update behind it for each who signs."""
    data = path.read_bytes()
    for name, who in zip((LEADER, AGENCY), holders, strict=False):
        data = making.sign(data, name, pki.people()[who], pki.SIGNED)
    target = to or path.with_name("BC-12-UBND (đã ký số).signed.pdf")
    target.write_bytes(data)
    return target


def numbered(path: Path) -> Path:
    """The clerk's tool writes number and date into the places kept for them, as an update."""
    writer = IncrementalPdfFileWriter(io.BytesIO(path.read_bytes()))
    from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, FloatObject, NumberObject, pdf_name, pdf_string

    page = writer.root["/Pages"]["/Kids"][0]
    note = DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/FreeText"),
            pdf_name("/Rect"): ArrayObject([FloatObject(at) for at in (145, 716, 170, 732)]),
            pdf_name("/Contents"): pdf_string("12"),
            pdf_name("/DA"): pdf_string("/Helv 13 Tf 0 g"),
            pdf_name("/F"): NumberObject(4),
        }
    )
    notes = page.get("/Annots", ArrayObject())
    notes.append(writer.add_object(note))
    page["/Annots"] = notes
    writer.update_container(page)
    made = io.BytesIO()
    writer.write(made)
    target = path.with_name("đã đóng số.pdf")
    target.write_bytes(made.getvalue())
    return target


def test_the_report_is_printed_at_freezing_and_stays_the_same_bytes(filled: Houses, tmp_path: Path) -> None:
    part = filled.parts["X1"]
    with filled.at("X1") as here:
        frozen(here, part)
        revision = submitting.revisions(here, part)[0]
        first = reporting.frozen_report(here, revision)
        assert sha256(first) == revision.report
        assert submitting.print_report(here, part, tmp_path / "a.pdf").read_bytes() == first
        exported = submitting.seal_and_export(here, part, filled.out, SECRET)
        assert sha256(read_manifest(first)[0]) == exported.written.content_digest
    subprocess.run(["unzip", "-q", str(exported.path), "report.pdf", "-d", str(tmp_path)], check=True)
    assert (tmp_path / "report.pdf").read_bytes() == first
    with filled.at("X1") as here:  # what nobody refers to is swept at the start: the report is not
        assert reporting.frozen_report(here, revision) == first


def test_another_release_or_a_later_campaign_does_not_change_what_a_frozen_revision_says(
    filled: Houses, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = filled.parts["X1"]
    with filled.at("X1") as here:
        frozen(here, part)
        before = submitting.seal_and_export(here, part, filled.out, SECRET).written.content_digest
        monkeypatch.setattr(reporting, "VERSION", "99.0")
        with here.transaction():
            kept = campaigns.part(part).campaign
            campaigns.update(replace(kept, revision=kept.revision + 1, title="Tên mới"))
        assert submitting.seal_and_export(here, part, filled.out, SECRET).written.content_digest == before


def test_a_revision_frozen_by_an_earlier_release_gets_its_report_when_it_is_needed(filled: Houses) -> None:
    part = filled.parts["X1"]
    with filled.at("X1") as here:
        frozen(here, part)
        before = submitting.seal_and_export(here, part, filled.out, SECRET).written.content_digest
        with here.transaction():
            assessments.set_revision(submitting.revisions(here, part)[0].id, report="", envelope="")
        assert submitting.seal_and_export(here, part, filled.out, SECRET).written.content_digest == before
        assert submitting.revisions(here, part)[0].report


def test_two_empty_fields_stand_on_one_page_and_the_name_is_found_by_other_tools(
    filled: Houses, tmp_path: Path
) -> None:
    part = filled.parts["X1"]
    with filled.at("X1") as here:
        frozen(here, part)
        path = signing.hand_out(here, part, tmp_path / "a.pdf")
    text = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
    assert NAME in text
    assert "/BC-UBND" in text
    assert "1 embedded" in subprocess.run(["pdfdetach", "-list", str(path)], capture_output=True, text=True).stdout
    said = subprocess.run(["pdfsig", str(path)], capture_output=True, text=True, check=False).stdout
    assert said.count("is not signed") == 2
    with pikepdf.open(path) as pdf:
        fields = list(pdf.Root.AcroForm.Fields)
        pages = {pdf.pages.index(pikepdf.Page(field.P)) for field in fields}
        boxes = {str(field.T): tuple(float(side) for side in field.Rect) for field in fields}
        count = len(pdf.pages)
    assert set(boxes) == {LEADER, AGENCY}
    assert len(pages) == 1
    assert is_leader_box(boxes[LEADER])
    places = {area.name: area for area in reserved(pages.pop(), count, (595.28, 841.89), boxes[LEADER])}
    assert places[AGENCY].holds(boxes[AGENCY])


def test_signed_here_by_leader_and_agency_it_goes_out_signed(filled: Houses, tmp_path: Path) -> None:
    part = filled.parts["X1"]
    with filled.at("X1") as here:
        frozen(here, part)
        assert (standing := signing.papers(here, part)) is not None
        assert (standing.state, standing.missing) == ("awaiting_leader", ("leader", "agency"))
        with pytest.raises(AppError, match=r"signer\.leader_first"):
            signing.sign(here, part, AGENCY, pki.people()["agency"])
        signing.sign(here, part, LEADER, pki.people()["leader"])
        assert (standing := signing.papers(here, part)) is not None
        assert (standing.state, standing.missing) == ("signed_by_leader", ("agency",))
        signing.sign(here, part, AGENCY, pki.people()["agency"])
        assert (standing := signing.papers(here, part)) is not None
        assert (standing.state, standing.missing) == ("signed_by_agency", ())
        assert [mark.name for mark in standing.marks] == [NAME, pki.UNIT]
        with pytest.raises(AppError, match=r"signer\.field_taken"):
            signing.sign(here, part, AGENCY, pki.people()["agency"])
        exported = submitting.seal_and_export(here, part, filled.out, SECRET)
    subprocess.run(["unzip", "-q", str(exported.path), "report.pdf", "-d", str(tmp_path)], check=True)
    command = ["pdfsig", "-nocert", str(tmp_path / "report.pdf")]
    assert subprocess.run(command, capture_output=True, text=True).stdout.count("Signature is Valid") == 2


def test_a_clock_before_the_time_of_freezing_stops_the_signature(filled: Houses, clock: Any) -> None:
    part = filled.parts["X1"]
    with filled.at("X1") as here:
        frozen(here, part)
        here.clock = lambda: clock.now.replace(year=2025)
        with pytest.raises(AppError, match=r"signer\.clock"):
            signing.sign(here, part, LEADER, pki.people()["leader"])


def test_pictures_of_hand_and_seal_are_kept_and_can_be_taken_away(filled: Houses, tmp_path: Path) -> None:
    part = filled.parts["X1"]
    made = io.BytesIO()
    Image.new("RGB", (300, 200), (20, 40, 160)).save(made, "PNG")
    (tmp_path / "chữ ký.png").write_bytes(made.getvalue())
    with filled.at("X1") as here:
        frozen(here, part)
        signing.keep_picture(here, part, LEADER, tmp_path / "chữ ký.png")
        assert signing.picture(here, part, LEADER).startswith(b"\x89PNG")
        signing.sign(here, part, LEADER, pki.people()["leader"])
        signed = reporting.report(here, submitting.revisions(here, part)[0])
        signing.keep_picture(here, part, LEADER, None)
        assert signing.picture(here, part, LEADER) == b""
        with pytest.raises(AppError, match=r"signer\.bad_image"):
            signing.keep_picture(here, part, LEADER, filled.campaign)
    with pikepdf.open(io.BytesIO(signed)) as pdf:
        field = pdf.Root.AcroForm.Fields[0]
        left, bottom, right, top = (float(side) for side in field.Rect)
        at = pdf.pages.index(pikepdf.Page(field.P))
    shown = pypdfium2.PdfDocument(signed)
    shown.init_forms()
    page = shown[at].render(scale=1, may_draw_forms=True).to_pil().convert("RGB")
    red, _, blue = page.getpixel((int(left + right) // 2, page.height - int(bottom + top) // 2))
    assert blue > red + 60


@pytest.mark.parametrize("rewritten", [False, True])
def test_from_freezing_to_the_authority_by_way_of_two_other_computers(
    filled: Houses, tmp_path: Path, rewritten: bool
) -> None:
    part = filled.parts["X1"]
    with filled.at("X1") as here:
        frozen(here, part)
        out = signing.hand_out(here, part, tmp_path / "XaHoaBinh_Lan1_Ban1.pdf")
    given = out
    if rewritten:  # a tool that writes the whole file anew before it signs
        given = tmp_path / "viết lại.pdf"
        with pikepdf.open(out) as pdf:
            pdf.save(given, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    signed = signed_elsewhere(given, "leader", to=tmp_path / "BC (lãnh đạo ký).pdf")
    back = tmp_path / "12-BC-UBND.signed.pdf"
    back.write_bytes(making.sign(numbered(signed).read_bytes(), AGENCY, pki.people()["agency"], pki.SIGNED))
    with filled.at("X1") as here:
        taken = signing.take_back(here, part, [tmp_path / "BC (lãnh đạo ký).pdf", out, back])
        assert taken.path == back
        assert taken.is_rewritten is rewritten
        assert [mark.name for mark in taken.marks] == [NAME, pki.UNIT]
        assert [(name, error.code) for name, error in taken.refused] == [(out.name, "signed_pdf.unsigned")]
        assert signing.take_back(here, part, [back]).is_known
        exported = submitting.seal_and_export(here, part, filled.out, SECRET)
        assert exported.written.content_digest == sha256(read_manifest(out.read_bytes())[0])
    with filled.at("SKHCN") as there:
        taken_in = collecting.import_paths(there, filled.authority_part, [exported.path])
        assert [(each.outcome, each.error) for each in taken_in.files] == [(Outcome.RECEIVED, None)]
    subprocess.run(["unzip", "-q", str(exported.path), "report.pdf", "-d", str(tmp_path)], check=True)
    assert (tmp_path / "report.pdf").read_bytes() == back.read_bytes()


def test_files_that_are_not_the_signed_report_are_told_apart(filled: Houses, tmp_path: Path) -> None:
    part = filled.parts["X1"]
    with filled.at("X1") as here:
        frozen(here, part)
        old = signed_elsewhere(signing.hand_out(here, part, tmp_path / "ban1.pdf"), "leader", to=tmp_path / "cũ.pdf")
        submitting.reopen(here, part, "Sửa số liệu")
        submitting.freeze(here, part, NAME, "Chủ tịch")
        out = signing.hand_out(here, part, tmp_path / "ban2.pdf")
        again = tmp_path / "in lại.pdf"
        subprocess.run(["pdftocairo", "-pdf", str(out), str(again)], check=True)
        two = tmp_path / "hai tệp.pdf"
        with pikepdf.open(out) as pdf:
            pdf.attachments["khác.txt"] = pikepdf.AttachedFileSpec(pdf, b"x", filename="khác.txt")
            pdf.save(two)
        other = tmp_path / "của xã khác.pdf"
        with pikepdf.open(out) as pdf:
            del pdf.attachments["manifest.json"]
            pdf.attachments["manifest.json"] = pikepdf.AttachedFileSpec(pdf, b"{}", filename="manifest.json")
            pdf.save(other)
        (tmp_path / "quét.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(100))
        (tmp_path / "dở.pdf").write_bytes(out.read_bytes()[:20_000])
        (tmp_path / "bảng.xlsx").write_bytes(b"PK\x03\x04")
        expected = {
            old: "other_revision",
            out: "unsigned",
            again: "no_manifest",
            two: "several_manifests",
            other: "other_submission",
            tmp_path / "quét.jpg": "no_manifest",
            tmp_path / "dở.pdf": "unreadable",
            tmp_path / "bảng.xlsx": "not_pdf",
        }
        for path, code in expected.items():
            with pytest.raises(AppError) as caught:
                signing.take_back(here, part, [path])
            assert caught.value.code == f"signed_pdf.{code}", path.name
        assert submitting.revisions(here, part)[0].signed_report == ""
        with pytest.raises(AppError, match=r"file\."):
            signing.take_back(here, part, [tmp_path / "không có.pdf"])


def test_fewer_signatures_never_replace_more_and_everything_can_be_set_aside(filled: Houses, tmp_path: Path) -> None:
    part = filled.parts["X1"]
    with filled.at("X1") as here:
        frozen(here, part)
        out = signing.hand_out(here, part, tmp_path / "a.pdf")
        one = signed_elsewhere(out, "leader", to=tmp_path / "1.pdf")
        both = signed_elsewhere(out, "leader", "agency", to=tmp_path / "2.pdf")
        signing.take_back(here, part, [both])
        with pytest.raises(AppError, match=r"signed_pdf\.fewer_signatures"):
            signing.take_back(here, part, [one])
        with pytest.raises(AppError, match=r"signed_pdf\.is_signed"):
            signing.change_signer(here, part, "Trần Thị Bình", "Phó Chủ tịch UBND xã")
        signing.drop(here, part)
        assert (standing := signing.papers(here, part)) is not None
        assert standing.state == "awaiting_leader"
        with pytest.raises(AppError, match=r"signed_pdf\.none"):
            signing.drop(here, part)
        signing.take_back(here, part, [one])


def test_another_signer_renews_the_paper_and_nothing_it_says(filled: Houses, tmp_path: Path) -> None:
    part = filled.parts["X1"]
    with filled.at("X1") as here:
        frozen(here, part)
        before = submitting.revisions(here, part)[0]
        first = reporting.frozen_report(here, before)
        with pytest.raises(AppError, match=r"submission\.no_leader"):
            signing.change_signer(here, part, " ", "")
        signing.change_signer(here, part, "Trần Thị Bình", "Phó Chủ tịch UBND xã")
        after = submitting.revisions(here, part)[0]
        second = reporting.frozen_report(here, after)
        assert (before.id, before.number, before.content) == (after.id, after.number, after.content)
        assert read_manifest(first) == read_manifest(second)
        assert first != second
        path = signing.hand_out(here, part, tmp_path / "a.pdf")
        assert (standing := signing.papers(here, part)) is not None
        assert standing.signer == "Trần Thị Bình"
    text = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout
    assert "KT. CHỦ TỊCH" in text
    assert "Trần Thị Bình" in text
    assert f"Lãnh đạo xác nhận số liệu: {NAME}" in " ".join(text.split())


def test_a_scan_of_the_print_signed_in_ink_goes_along(filled: Houses, tmp_path: Path) -> None:
    part = filled.parts["X1"]
    made = io.BytesIO()
    Image.new("RGB", (200, 280), "white").save(made, "JPEG")
    scan = tmp_path / "Bản quét có dấu.JPEG"
    scan.write_bytes(made.getvalue())
    with filled.at("X1") as here:
        frozen(here, part, Demand.WET_SIGNED)
        assert (standing := signing.papers(here, part)) is not None
        assert (standing.state, standing.missing, standing.scan) == ("frozen", ("wet_signed",), "")
        with pytest.raises(AppError, match=r"signed_pdf\.bad_scan"):
            signing.attach_scan(here, part, filled.campaign)
        signing.attach_scan(here, part, scan)
        assert (standing := signing.papers(here, part)) is not None
        assert (standing.missing, standing.scan) == ((), "jpg")
        exported = submitting.seal_and_export(here, part, filled.out, SECRET)
        signing.drop(here, part, scan=True)
        assert (standing := signing.papers(here, part)) is not None
        assert standing.missing == ("wet_signed",)
    listed = subprocess.run(["unzip", "-Z1", str(exported.path)], capture_output=True, text=True, check=True).stdout
    assert "signed-page.jpg" in listed
    assert verify(exported.path, TrustPolicy(), pki.NOW).lights.integrity is Light.VALID


def test_nothing_is_signed_before_freezing_nor_after_sending(filled: Houses, tmp_path: Path) -> None:
    part = filled.parts["X1"]
    acts: list[Callable[[Workspace], object]] = [
        lambda here: signing.hand_out(here, part, tmp_path / "a.pdf"),
        lambda here: signing.take_back(here, part, [tmp_path / "a.pdf"]),
        lambda here: signing.attach_scan(here, part, tmp_path / "a.pdf"),
        lambda here: signing.sign(here, part, LEADER, _leader()),
        lambda here: signing.change_signer(here, part, "A", "B"),
        lambda here: signing.drop(here, part),
    ]
    with filled.at("X1") as here:
        assert signing.papers(here, part) is None
        for act in acts:
            with pytest.raises(AppError, match=r"submission\.not_frozen"):
                act(here)
        frozen(here, part)
        submitting.seal_and_export(here, part, filled.out, SECRET)
        signing.sign(here, part, LEADER, _leader())  # exported, not sent: it goes out again, signed
        submitting.mark_sent(here, part)
        assert (standing := signing.papers(here, part)) is not None
        assert not standing.is_open
        for act in acts:
            with pytest.raises(AppError, match=r"signed_pdf\.sent_already"):
                act(here)


def test_a_signed_file_that_vanished_from_the_folder_is_not_there_and_can_be_loaded_again(
    filled: Houses, tmp_path: Path
) -> None:
    part = filled.parts["X1"]
    with filled.at("X1") as here:
        frozen(here, part)
        back = signed_elsewhere(signing.hand_out(here, part, tmp_path / "a.pdf"), "leader")
        signing.take_back(here, part, [back])
        here.evidence.path(submitting.revisions(here, part)[0].signed_report).unlink()
        assert (standing := signing.papers(here, part)) is not None
        assert standing.marks == ()
        with pytest.raises(AppError, match=r"signed_pdf\.report_gone"):
            submitting.seal_and_export(here, part, filled.out, SECRET)
        signing.drop(here, part)
        signing.take_back(here, part, [back])


def test_a_signed_file_that_was_changed_since_is_refused(filled: Houses, tmp_path: Path) -> None:
    part = filled.parts["X1"]
    with filled.at("X1") as here:
        frozen(here, part)
        back = signed_elsewhere(signing.hand_out(here, part, tmp_path / "a.pdf"), "leader")
        data = bytearray(back.read_bytes())
        at = data.rindex(b"/Type /Annot") if b"/Type /Annot" in data else len(data) // 2
        data[at + 1 : at + 5] = b"Tipe"
        (tmp_path / "đổi.pdf").write_bytes(bytes(data))
        with pytest.raises(AppError):
            signing.take_back(here, part, [tmp_path / "đổi.pdf"])
        assert submitting.revisions(here, part)[0].signed_report == ""


def _leader() -> Signer:
    return pki.people()["leader"]


def test_the_name_of_the_handed_out_file_has_no_diacritics(filled: Houses) -> None:
    from app.operations.commune import assessing

    part = filled.parts["X1"]
    with filled.at("X1") as here:
        frozen(here, part)
        name = signing.suggested_name(assessing.view(here, part), submitting.revisions(here, part)[0])
    assert name == "XaHoaBinh_ChuyenDoiSo2026_Lan1_Ban1.pdf"
    assert name.isascii()


def test_a_signed_copy_of_what_was_received_brings_its_signatures(filled: Houses, tmp_path: Path) -> None:
    filled.clock.now = pki.NOW
    part = filled.parts["X1"]
    with filled.at("X1") as here:
        frozen(here, part)
        first = submitting.seal_and_export(here, part, filled.out, SECRET).path
        first = first.rename(tmp_path / "chưa ký.thuocso")
        signing.hand_out(here, part, tmp_path / "báo cáo.pdf")
        signing.take_back(here, part, [signed_elsewhere(tmp_path / "báo cáo.pdf", "leader", "agency")])
        second = submitting.seal_and_export(here, part, filled.out, SECRET).path
    with filled.at("SKHCN") as here:
        took = [collecting.import_paths(here, filled.authority_part, [path]).files[0] for path in (first, second)]
        assert [each.outcome for each in took] == [Outcome.RECEIVED, Outcome.SIGNED]
        row = next(row for row in collecting.board(here, filled.authority_part) if row.agency.code == "X1")
        found = verifying.of_submission(here, filled.authority_part, row.submission).first
        assert [each.name for each in found.signed.signatures] == [NAME, pki.UNIT]
        again = [collecting.import_paths(here, filled.authority_part, [path]).files[0] for path in (first, second)]
        assert [each.outcome for each in again] == [Outcome.ALREADY, Outcome.ALREADY]
        assert verifying.of_submission(here, filled.authority_part, row.submission).first == found
        later, earlier = rebuilding.kept_files(here, filled.authority_part)
        assert later.content_digest == earlier.content_digest
        for name, sent in ((later.content_digest, second), (later.id, second), (earlier.id, first)):
            made = rebuilding.rebuild(here, filled.authority_part, name, tmp_path / "trả lại.thuocso")
            assert made.read_bytes() == sent.read_bytes()
