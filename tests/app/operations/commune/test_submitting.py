"""From draft to file and back: every state has a way on and a way back, the same revision says the same."""

import shutil
import subprocess
from pathlib import Path

import pytest

from app.errors import AppError
from app.operations import bundling
from app.operations.commune import assessing, reviewing, submitting
from app.operations.trust import trusting
from app.operations.workspace import Workspace
from tests.app.operations.houses import SECRET, Houses


def test_freezing_closes_the_answers_and_reopening_needs_a_reason(filled: Houses) -> None:
    part = filled.parts["X1"]
    with filled.at("X1") as here:
        with pytest.raises(AppError, match=r"submission\.no_leader"):
            submitting.freeze(here, part, " ", "Chủ tịch")
        frozen = submitting.freeze(here, part, "Nguyễn Văn An", "Chủ tịch")
        assert (frozen.revision.number, frozen.revision.state) == (1, "frozen")
        with pytest.raises(AppError, match=r"assessment\.closed"):
            assessing.answer(here, part, "1.1", inputs={"online": "1"})
        with pytest.raises(AppError, match=r"submission\.no_reason"):
            submitting.reopen(here, part, "")
        submitting.reopen(here, part, "Thiếu minh chứng")
        assessing.answer(here, part, "1.1", inputs={"online": "1"})
        assert submitting.freeze(here, part, "Nguyễn Văn An", "Chủ tịch").revision.number == 2
        assert [item.state for item in submitting.revisions(here, part)] == ["frozen", "superseded"]


def test_the_same_revision_goes_out_again_with_the_same_content(filled: Houses) -> None:
    part = filled.parts["X1"]
    with filled.at("X1") as here:
        submitting.freeze(here, part, "Nguyễn Văn An", "Chủ tịch")
        first = submitting.seal_and_export(here, part, filled.out, SECRET)
        again = submitting.seal_and_export(here, part, filled.out, SECRET)
        assert first.written.content_digest == again.written.content_digest
        assert first.path.name == "XaHoaBinh_ChuyenDoiSo2026_Lan1_Ban1.thuocso"
        submitting.mark_sent(here, part)
        submitting.mark_received(here, part, "Chị Thảo báo qua điện thoại")
        assert submitting.revisions(here, part)[0].state == "received"


def test_a_wrong_passphrase_writes_nothing_and_a_new_key_is_always_possible(filled: Houses) -> None:
    part = filled.parts["X1"]
    with filled.at("X1") as here:
        submitting.freeze(here, part, "Nguyễn Văn An", "Chủ tịch")
        first = submitting.seal_and_export(here, part, filled.out, SECRET)
        first.path.unlink()
        with pytest.raises(AppError, match=r"passphrase\.wrong"):
            submitting.seal_and_export(here, part, filled.out, "nhớ nhầm")
        assert list(filled.out.iterdir()) == []
        seen = assessing.view(here, part)
        with pytest.raises(AppError, match=r"key\.exists"):
            trusting.create_key(here, seen.part, "mới")
        trusting.create_key(here, seen.part, "mới", reason="lost")
        assert submitting.seal_and_export(here, part, filled.out, "mới").check_code != first.check_code


def test_a_folder_that_cannot_be_written_is_one_sentence(filled: Houses) -> None:
    part = filled.parts["X1"]
    with filled.at("X1") as here:
        submitting.freeze(here, part, "Nguyễn Văn An", "Chủ tịch")
        shutil.rmtree(filled.out)
        with pytest.raises(AppError, match=r"medium\.gone"):
            submitting.seal_and_export(here, part, filled.out, SECRET)
        assert submitting.revisions(here, part)[0].state == "frozen"


def test_evidence_that_was_changed_in_the_store_never_goes_out(filled: Houses) -> None:
    part = filled.parts["X1"]
    with filled.at("X1") as here:
        submitting.freeze(here, part, "Nguyễn Văn An", "Chủ tịch")
        piece = assessing.view(here, part).evidence[0]
        path = here.evidence.path(piece.digest)
        path.write_bytes(path.read_bytes()[:-1] + b"!")
        with pytest.raises(AppError, match=r"evidence\.changed"):
            submitting.seal_and_export(here, part, filled.out, SECRET)
        assert list(filled.out.iterdir()) == []


def test_the_file_holds_with_public_tools_alone(filled: Houses, tmp_path: Path) -> None:
    path = filled.send("X1")
    folder = tmp_path / "giải nén"
    subprocess.run(["unzip", "-q", str(path), "-d", str(folder)], check=True)
    with filled.at("X1") as here:
        key = trusting.own_key(here, assessing.view(here, filled.parts["X1"]).part)
    assert key is not None
    (tmp_path / "signer.pem").write_text(key.certificate, encoding="ascii")
    command = (
        "openssl cms -verify -binary -inform DER -in META-INF/signature001.p7s -content META-INF/ASiCManifest001.xml"
        " -partial_chain -no_check_time -purpose any -out /dev/null -CAfile"
    ).split()
    told = subprocess.run(
        [*command, str(tmp_path / "signer.pem")], cwd=folder, capture_output=True, text=True, check=False
    )
    assert "successful" in told.stderr
    listed = subprocess.run(
        ["pdfdetach", "-list", "report.pdf"], cwd=folder, capture_output=True, text=True, check=True
    )
    assert "1 embedded files" in listed.stdout
    assert "manifest.json" in listed.stdout


def test_the_report_prints_the_content_digest_on_every_page(filled: Houses, tmp_path: Path) -> None:
    path = filled.send("X1")
    digest = bundling.inspect(path)
    assert digest.envelope is not None
    with filled.at("X1") as here:
        content_digest = submitting.revisions(here, filled.parts["X1"])[0].content_digest
        printed = submitting.print_report(here, filled.parts["X1"], tmp_path / "Báo cáo.pdf")
    assert content_digest is not None
    text = subprocess.run(
        ["pdftotext", "-layout", str(printed), "-"], capture_output=True, text=True, check=True
    ).stdout
    pages = [page for page in text.split("\f") if page.strip()]
    assert pages
    assert all(content_digest in page.replace(" ", "").replace("\n", "") for page in pages)


def test_an_unexported_revision_is_neither_sent_nor_received(workspace: Workspace, filled: Houses) -> None:
    workspace.close()
    with filled.at("X1") as here:
        submitting.freeze(here, filled.parts["X1"], "Nguyễn Văn An", "Chủ tịch")
        with pytest.raises(AppError, match=r"submission\.not_frozen"):
            submitting.mark_sent(here, filled.parts["X1"])


def test_a_clock_that_is_behind_is_told_before_signing(houses: Houses) -> None:
    houses.fill_in("X1")
    with houses.at("X1") as here:
        assert "clock_wrong" not in {issue.code for issue in reviewing.review(here, houses.parts["X1"])}
        houses.clock.move(hours=-12)
        assert "clock_wrong" not in {issue.code for issue in reviewing.review(here, houses.parts["X1"])}
        houses.clock.move(days=-300)
        found = {issue.code: issue for issue in reviewing.review(here, houses.parts["X1"])}
        assert found["clock_wrong"].severity is reviewing.Severity.SHOULD
        assert found["clock_wrong"].details == {"day": "06/01/2026"}
