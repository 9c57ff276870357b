"""Receipts: made for one or all, believed under the accepted key alone, for what was exported here alone."""

import shutil
import subprocess
from pathlib import Path

import pytest

from app.errors import AppError
from app.operations import bundling
from app.operations.authority import collecting, replying, ruling
from app.operations.commune import assessing, improving, submitting
from app.operations.trust import receipted, receipts, trusting
from app.operations.workspace import Workspace
from app.progress import Cancelled, Progress
from app.reports import receipt_page
from tests.app.operations.houses import SECRET, Houses


@pytest.fixture
def sent(filled: Houses) -> Houses:
    filled.file = filled.send("X1")  # type: ignore[attr-defined]
    return filled


def receipt(house: Houses, *paths: Path) -> Path:
    """The authority takes in the files and makes a receipt for X1."""
    with house.at("SKHCN") as here:
        collecting.import_paths(here, house.authority_part, list(paths))
        made = receipts.export_receipts(here, house.authority_part, house.out, SECRET, ["X1"])
    return made.files["X1"][0]


def pin(here: Workspace) -> None:
    seen = next(key for key in trusting.seen_keys(here) if key.role == "authority")
    trusting.accept_key(here, seen.agency, seen.role, seen.spki, "công văn 112")


def states(here: Workspace, part: str) -> list[str]:
    return [item.state for item in submitting.revisions(here, part)]


def test_one_file_for_each_that_has_none_yet_and_again_for_those_named(received: Houses) -> None:
    part = received.authority_part
    with received.at("SKHCN") as here:
        made = receipts.export_receipts(here, part, received.out, SECRET)
        assert sorted(path.name for path, _ in made.files.values()) == [
            "PhieuTiepNhan_PhuongDongHai.thuocso",
            "PhieuTiepNhan_XaAnThanh.thuocso",
            "PhieuTiepNhan_XaHoaBinh.thuocso",
        ]
        assert all(row.receipt_at for row in collecting.board(here, part))
        with pytest.raises(AppError, match=r"receipt\.nothing"):
            receipts.export_receipts(here, part, received.out, SECRET)
        again = receipts.export_receipts(here, part, received.out, SECRET, ["X2"])
        assert list(again.files) == ["X2"]


def test_another_time_of_receipt_wants_another_receipt(received: Houses, clock) -> None:
    part = received.authority_part
    with received.at("SKHCN") as here:
        receipts.export_receipts(here, part, received.out, SECRET)
        row = collecting.board(here, part)[0]
        clock.move(hours=-3)
        ruling.set_received_at(here, row.submission, part, clock.now, "Sổ công văn đến số 512")
        assert [item.agency.code for item in receipts.waiting_for_one(collecting.board(here, part))] == ["X1"]


def test_nobody_gets_a_receipt_for_nothing(houses: Houses) -> None:
    with houses.at("SKHCN") as here, pytest.raises(AppError, match=r"submission\.not_received"):
        receipts.export_receipts(here, houses.authority_part, houses.out, SECRET, ["X1"])


def test_a_receipt_acts_once_its_key_is_accepted_without_being_loaded_again(sent: Houses) -> None:
    path, part = receipt(sent, sent.file), sent.parts["X1"]
    with sent.at("X1") as here:
        brought = improving.receive(here, path)
        assert not brought.is_known_sender
        assert states(here, part) == ["exported"]
        (told,) = receipted.of(here, part)
        assert (told.is_ours, told.is_accepted, told.acts) == (True, False, False)
        assert told.check_code == brought.check_code
        pin(here)
        (told,) = receipted.of(here, part)
        assert told.acts
        assert told.item.received_at == "2026-11-02T14:32:00+07:00"
        assert states(here, part) == ["received"]
        assert assessing.view(here, part).state == "received"


def test_a_receipt_under_the_accepted_key_says_received_with_the_time_that_counts(sent: Houses, clock) -> None:
    with sent.at("SKHCN") as here:
        collecting.import_paths(here, sent.authority_part, [sent.file])
        row = collecting.board(here, sent.authority_part)[0]
        clock.move(hours=-5)
        ruling.set_received_at(here, row.submission, sent.authority_part, clock.now, "Nhận USB lúc 9:32")
        clock.move(hours=6)
        made = receipts.export_receipts(here, sent.authority_part, sent.out, SECRET, note="Cảm ơn xã gửi sớm")
    with sent.at("X1") as here:
        improving.receive(here, made.files["X1"][0])
        pin(here)
        submitting.reopen(here, sent.parts["X1"], "gửi thêm minh chứng")
        assert states(here, sent.parts["X1"]) == ["received"]  # being replaced: it counts until the new one is taken
        (told,) = receipted.of(here, sent.parts["X1"])
        assert (told.item.received_at, told.item.source) == ("2026-11-02T09:32:00+07:00", "Nhận USB lúc 9:32")


def test_received_by_word_is_confirmed_by_a_receipt_later(sent: Houses) -> None:
    path, part = receipt(sent, sent.file), sent.parts["X1"]
    with sent.at("X1") as here:
        submitting.mark_sent(here, part)
        submitting.mark_received(here, part, "Chị Thảo báo qua điện thoại")
        assert receipted.of(here, part) == ()
        improving.receive(here, path)
        pin(here)
        assert states(here, part) == ["received"]
        assert receipted.of(here, part)[0].acts
        submitting.mark_sent(here, part)  # no way back behind a receipt
        assert states(here, part) == ["received"]


def test_withdrawing_ends_with_a_receipt_and_a_late_one_names_the_earlier_revision(sent: Houses) -> None:
    path, part = receipt(sent, sent.file), sent.parts["X1"]
    with sent.at("X1") as here:
        with pytest.raises(AppError, match=r"submission\.no_reason"):
            submitting.withdraw(here, part, " ")
        submitting.withdraw(here, part, "Sai số liệu 1.1")
        assert states(here, part) == ["withdrawn"]
        assert submitting.revisions(here, part)[0].reason == "Sai số liệu 1.1"
        with pytest.raises(AppError, match=r"submission\.not_exported"):
            submitting.withdraw(here, part, "lần nữa")
        assessing.answer(here, part, "1.1", inputs={"online": "1498"})
    second = sent.send("X1")
    envelope = bundling.inspect(second).envelope
    with sent.at("X1") as here:
        newest, oldest = submitting.revisions(here, part)
        assert envelope is not None
        assert (newest.number, envelope.replaces) == (2, oldest.content_digest)
        improving.receive(here, path)  # for revision 1
        pin(here)
        assert states(here, part) == ["exported", "withdrawn"]
        assert [(each.number, each.acts) for each in receipted.of(here, part)] == [(1, True)]
    later = receipt(sent, second)
    with sent.at("X1") as here:
        improving.receive(here, later)
        assert states(here, part) == ["received", "withdrawn"]
        with pytest.raises(AppError, match=r"submission\.receipt_in"):
            submitting.withdraw(here, part, "lại sai")
        submitting.replace(here, part, "lại sai")
        assert assessing.view(here, part).is_draft
        assert states(here, part) == ["received", "withdrawn"]


def test_a_receipt_for_what_was_not_exported_here_is_kept_and_shown(sent: Houses) -> None:
    path, part = receipt(sent, sent.file), sent.parts["X1"]
    (sent.folder / "X1").rename(sent.folder / "máy hỏng")
    sent.fill_in("X1", online=100)
    sent.send("X1")
    part = sent.parts["X1"]
    with sent.at("X1") as here:
        improving.receive(here, path)
        pin(here)
        (told,) = receipted.of(here, part)
        assert (told.is_accepted, told.is_ours, told.acts) == (True, False, False)
        assert states(here, part) == ["exported"]


def test_a_restored_backup_learns_what_it_sent_since_and_goes_on_behind_it(sent: Houses) -> None:
    part, backup = sent.parts["X1"], sent.folder / "sao lưu"
    shutil.copytree(sent.folder / "X1", backup)
    with sent.at("X1") as here:
        submitting.reopen(here, part, "Sửa số liệu")
        assessing.answer(here, part, "1.1", inputs={"online": "1498"})
    path = receipt(sent, sent.file, sent.send("X1"))
    shutil.rmtree(sent.folder / "X1")
    backup.rename(sent.folder / "X1")
    with sent.at("X1") as here:
        improving.receive(here, path)
        pin(here)
        told = [(each.number, each.is_ours, each.item.place) for each in receipted.of(here, part)]
        assert told == [(2, False, "current"), (1, True, "history")]
        submitting.reopen(here, part, "Gửi lại sau khi khôi phục")
    third = sent.send("X1")
    with sent.at("SKHCN") as here:
        assert collecting.import_paths(here, sent.authority_part, [third]).files[0].outcome.value == "received"
        assert collecting.board(here, sent.authority_part)[0].revision_number == 3


def test_a_receipt_of_another_key_never_stands_before_the_accepted_ones(sent: Houses, clock) -> None:
    path, part = receipt(sent, sent.file), sent.parts["X1"]
    with sent.at("X1") as here:
        improving.receive(here, path)
        pin(here)
    with sent.at("SKHCN") as here:
        own = next(item for item in _parts(here) if item.id == sent.authority_part)
        trusting.create_key(here, own, "khác", reason="lost")
        clock.move(hours=1)
        made = receipts.export_receipts(here, sent.authority_part, sent.folder, "khác", ["X1"])
    with sent.at("X1") as here:
        improving.receive(here, made.files["X1"][0])
        (told,) = receipted.of(here, part)
        assert told.acts
        assert told.made_at == "2026-11-02T14:32:00+07:00"


def _parts(here: Workspace):  # type: ignore[no-untyped-def]
    from app.operations import parts

    return parts.everything(here)


def test_the_paper_says_what_was_received_and_which_code_to_compare(sent: Houses, tmp_path: Path) -> None:
    path = receipt(sent, sent.file)
    subprocess.run(["unzip", "-q", str(path), "report.pdf", "-d", str(tmp_path)], check=True)
    text = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "report.pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "PHIẾU TIẾP NHẬN" in text
    assert "14:32 ngày 02/11/2026" in " ".join(text.split())
    inspected = bundling.inspect(path).envelope
    assert inspected is not None
    assert receipt_page.code_of(inspected.answers or "x")[:4] in text
    with sent.at("SKHCN") as here:
        own = trusting.own_key(here, next(item for item in _parts(here) if item.id == sent.authority_part))
    assert own is not None
    assert own.check_code in " ".join(text.split())


def test_a_return_reopens_everything_and_counts_as_no_round(sent: Houses) -> None:
    part = sent.parts["X1"]
    with sent.at("SKHCN") as here:
        collecting.import_paths(here, sent.authority_part, [sent.file])
        with pytest.raises(AppError, match=r"submission\.no_reason"):
            replying.return_submission(here, sent.authority_part, "X1", sent.out, SECRET, " ")
        made = replying.return_submission(
            here, sent.authority_part, "X1", sent.out, SECRET, "Thiếu minh chứng nhóm 1", {"1.1": "Thiếu báo cáo quý"}
        )
        row = collecting.board(here, sent.authority_part)[0]
        assert (row.state.value, row.submission != "") == ("returned", True)
    with sent.at("X1") as here:
        improving.receive(here, made.files["X1"][0])
        seen = assessing.view(here, part)
        assert (seen.state, seen.round, seen.open_nodes) == ("draft", 1, None)
        assert states(here, part) == ["returned"]
        told = improving.returned(here, part)
        assert told is not None
        assert (told.content.note, [(place.node.code, words) for place, words in told.lacking]) == (
            "Thiếu minh chứng nhóm 1",
            [("1.1", "Thiếu báo cáo quý")],
        )
        assessing.answer(here, part, "1.1", inputs={"online": "1498"})
    second = sent.send("X1")
    with sent.at("X1") as here:
        assert improving.returned(here, part) is None
    with sent.at("SKHCN") as here:
        assert collecting.import_paths(here, sent.authority_part, [second]).files[0].outcome.value == "received"
        row = collecting.board(here, sent.authority_part)[0]
        assert (row.state.value, row.revision_number, row.round) == ("first_seen", 2, 1)


def test_a_return_is_taken_back_and_the_submission_counts_again(sent: Houses) -> None:
    part = sent.authority_part
    with sent.at("SKHCN") as here:
        collecting.import_paths(here, part, [sent.file])
        replying.return_submission(here, part, "X1", sent.out, SECRET, "Thiếu chữ ký")
        with pytest.raises(AppError, match=r"submission\.not_received"):
            replying.return_submission(here, part, "X1", sent.out, SECRET, "lần nữa")
        row = collecting.board(here, part)[0]
        ruling.keep(here, part, row.submission, "Xã đã gửi bản giấy")
        assert collecting.board(here, part)[0].state.value == "first_seen"


@pytest.mark.parametrize("at", [0, 1, 2, 3])
def test_receipts_stopped_on_the_way_leave_those_of_before(received: Houses, at: int) -> None:
    def stop(done: int, _: int) -> None:
        if done == at:
            raise Cancelled

    def files() -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in received.out.iterdir()}

    with received.at("SKHCN") as here:
        receipts.export_receipts(here, received.authority_part, received.out, SECRET, ["X1", "X2"])
        before = files()
        told = (received.authority_part, received.out, SECRET, ["X1", "X2", "X3"], "mới")
        with pytest.raises(Cancelled):
            receipts.export_receipts(here, *told, Progress(stop))
        assert files() == before
        receipts.export_receipts(here, *told)
        assert len(files()) == len(before) + 1
        assert all(files()[name] != data for name, data in before.items() if name.startswith("PhieuTiepNhan"))


def test_a_stick_pulled_while_receipts_are_replaced_is_called_so(received: Houses) -> None:
    stick, part = received.out, received.authority_part

    def pull(done: int, _: int) -> None:
        if done == 1:
            stick.rename(stick.with_name("rút ra"))

    with received.at("SKHCN") as here:
        receipts.export_receipts(here, part, stick, SECRET, ["X1", "X2"])
        with pytest.raises(AppError) as told:
            receipts.export_receipts(here, part, stick, SECRET, ["X1", "X2", "X3"], progress=Progress(pull))
        assert told.value.code == "medium.gone"
        assert [bool(row.receipt_at) for row in collecting.board(here, part)] == [True, True, False]
