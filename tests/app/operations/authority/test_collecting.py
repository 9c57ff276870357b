"""Submissions taken in: verified, recomputed, placed among those already here; bad ones never stop the others."""

import zipfile
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from app.bundles import names, writing
from app.bundles.report_pdf import embed_manifest
from app.bundles.trust import Light
from app.domain import canonical, check_code
from app.errors import AppError
from app.operations.authority import collecting, ruling
from app.operations.authority.collecting import BoardState, Outcome
from app.operations.commune import assessing, parts_sending, submitting
from app.operations.trust import trusting
from app.wording import sentence
from tests.app.bundles.forging import page
from tests.app.operations.houses import SECRET, Houses


def outcomes(drop: collecting.Drop) -> list[tuple[str, str]]:
    return [(item.outcome.value, item.error.code if item.error else "") for item in drop.files]


def test_a_drop_of_good_and_bad_files(houses: Houses, tmp_path: Path) -> None:
    for code in ("X1", "X2"):
        houses.fill_in(code)
        houses.send(code)
    good = sorted(houses.out.glob("*.thuocso"))
    cut = houses.out / "cắt ngang.thuocso"
    cut.write_bytes(good[0].read_bytes()[:-500])
    repacked = houses.out / "nén lại.zip"
    with zipfile.ZipFile(good[0]) as inner, zipfile.ZipFile(repacked, "w") as outer:
        for name in inner.namelist():
            outer.writestr(name, inner.read(name))
    wrapped = houses.out / "bọc trong zip.zip"
    with zipfile.ZipFile(wrapped, "w") as outer:
        outer.write(good[1], good[1].name)
    with houses.at("SKHCN") as here:
        drop = collecting.import_paths(here, houses.authority_part, [houses.out, houses.campaign])
        by_name = {item.path.name: item for item in drop.files}
        assert by_name["cắt ngang.thuocso"].outcome is Outcome.REFUSED
        assert by_name["nén lại.zip"].outcome is Outcome.REFUSED
        assert by_name[houses.campaign.name].outcome is Outcome.OTHER_KIND
        assert by_name[houses.campaign.name].error is not None
        assert by_name[houses.campaign.name].error.code == "collect.own_bundle"
        assert drop.other_kinds() == ["campaign"]
        assert {by_name[wrapped.name].outcome, by_name[good[1].name].outcome} == {Outcome.RECEIVED, Outcome.ALREADY}
        assert drop.count(Outcome.RECEIVED) == 2
        assert list(here.evidence.incoming.iterdir()) == []
        rows = {row.agency.code: row for row in collecting.board(here, houses.authority_part)}
        assert rows["X3"].state is BoardState.NOT_RECEIVED
        assert rows["X1"].state is BoardState.FIRST_SEEN
        assert (rows["X1"].integrity, rows["X1"].seal, rows["X1"].people) == (Light.VALID, Light.UNKNOWN, None)
        assert rows["X1"].differing == ()
        assert not rows["X1"].is_late


def test_a_key_is_accepted_after_its_code_was_compared(houses: Houses) -> None:
    houses.fill_in("X1")
    houses.send("X1")
    with houses.at("SKHCN") as here:
        collecting.import_paths(here, houses.authority_part, [houses.out])
        row = collecting.board(here, houses.authority_part)[0]
        assert check_code.fits(row.check_code.replace(" ", "-"), row.check_code)
        assert not check_code.fits(row.check_code[:-1] + "x", row.check_code)
        trusting.accept_key(here, "X1", "agency", row.spki, "điện thoại")
        assert collecting.board(here, houses.authority_part)[0].state is BoardState.RECEIVED
        with pytest.raises(AppError, match=r"key\.other_agency"):
            trusting.accept_key(here, "X2", "agency", row.spki, "điện thoại")
        with pytest.raises(AppError, match=r"key\.other_agency"):
            trusting.accept_key(here, "X1", "authority", row.spki, "điện thoại")


def test_the_check_code_is_the_one_the_commune_sees(houses: Houses) -> None:
    houses.fill_in("X1")
    with houses.at("X1") as here:
        submitting.freeze(here, houses.parts["X1"], "Nguyễn Văn An", "Chủ tịch")
        exported = submitting.seal_and_export(here, houses.parts["X1"], houses.out, SECRET)
    with houses.at("SKHCN") as here:
        collecting.import_paths(here, houses.authority_part, [exported.path])
        assert collecting.board(here, houses.authority_part)[0].check_code == exported.check_code


def test_a_later_revision_counts_and_an_older_one_is_history(houses: Houses) -> None:
    houses.fill_in("X1")
    first = houses.send("X1")
    with houses.at("X1") as here:
        submitting.reopen(here, houses.parts["X1"], "Sửa số liệu")
        assessing.answer(here, houses.parts["X1"], "1.1", inputs={"online": "1498"})
    second = houses.send("X1")
    assert first.name != second.name
    with houses.at("SKHCN") as here:
        assert outcomes(collecting.import_paths(here, houses.authority_part, [second])) == [("received", "")]
        assert outcomes(collecting.import_paths(here, houses.authority_part, [first])) == [("older", "")]
        row = collecting.board(here, houses.authority_part)[0]
        assert (row.revision_number, row.versions) == (2, 2)


def test_two_different_files_with_one_number_wait_for_a_person(houses: Houses) -> None:
    houses.fill_in("X1")
    first = houses.send("X1")
    houses.folder.joinpath("X1").rename(houses.folder / "máy khác")
    houses.fill_in("X1", online=100)
    houses.out.joinpath(first.name).rename(houses.folder / "bản một.thuocso")
    second = houses.send("X1")
    with houses.at("SKHCN") as here:
        for path in (houses.folder / "bản một.thuocso", second):
            collecting.import_paths(here, houses.authority_part, [path])
        row = collecting.board(here, houses.authority_part)[0]
        assert row.state is BoardState.CONFLICTING
        with pytest.raises(AppError, match=r"submission\.no_reason"):
            ruling.choose(here, houses.authority_part, row.submission, " ")
        ruling.choose(here, houses.authority_part, row.submission, "Đầu mối xác nhận qua điện thoại")
        assert collecting.board(here, houses.authority_part)[0].state is not BoardState.CONFLICTING


def test_a_submission_of_another_campaign_or_receiver_is_sent_away(houses: Houses, tmp_path: Path, clock) -> None:
    (tmp_path / "nơi khác").mkdir()
    other = Houses(tmp_path / "nơi khác", clock)
    other.open_campaign()
    other.fill_in("X1")
    stranger = other.send("X1")
    with houses.at("SKHCN") as here:
        drop = collecting.import_paths(here, houses.authority_part, [stranger])
        assert outcomes(drop) == [("refused", "bundle.other_campaign")]
        assert collecting.board(here, houses.authority_part)[0].state is BoardState.NOT_RECEIVED


@pytest.mark.parametrize(("changes", "told"), [({"id": "khac"}, "khac 1"), ({"version": "99"}, "thu 99")])
def test_a_submission_that_calls_its_framework_otherwise_is_refused(
    houses: Houses, changes: dict[str, str], told: str
) -> None:
    houses.fill_in("X1")
    path = houses.send("X1")
    with houses.at("X1") as here:
        work = parts_sending._work(here, houses.parts["X1"], parts_sending.SMALLEST)
        head, entries = work.whole.envelope, work.whole.entries
        named = replace(head, frameworks=(replace(head.frameworks[0], **changes),))
        content = canonical.decode(entries[names.CONTENT])
        frozen = writing.freeze(named, entries[names.FRAMEWORK], content, work.whole.evidence)
        report = embed_manifest(page("x"), frozen.manifest)
        writing.write_frozen(path, frozen, report, trusting.unlock(here, work.part, SECRET))
    with houses.at("SKHCN") as here:
        drop = collecting.import_paths(here, houses.authority_part, [path])
        assert outcomes(drop) == [("refused", "framework.named_otherwise")]
        assert drop.files[0].error is not None
        assert f"“{told}”" in sentence(drop.files[0].error)
        assert collecting.board(here, houses.authority_part)[0].state is BoardState.NOT_RECEIVED


def test_receipt_after_the_last_day_is_late_and_the_time_can_be_set(houses: Houses, clock) -> None:
    houses.fill_in("X1")
    houses.send("X1")
    clock.move(days=13)
    with houses.at("SKHCN") as here:
        collecting.import_paths(here, houses.authority_part, [houses.out])
        row = collecting.board(here, houses.authority_part)[0]
        assert row.is_late
        clock.move(days=-2)
        ruling.set_received_at(here, row.submission, houses.authority_part, clock.now, "USB nhận ngày 13/11")
        assert not collecting.board(here, houses.authority_part)[0].is_late


def test_an_empty_folder_is_one_sentence(houses: Houses, tmp_path: Path) -> None:
    (tmp_path / "rỗng").mkdir()
    with houses.at("SKHCN") as here, pytest.raises(AppError, match=r"collect\.nothing_found"):
        collecting.import_paths(here, houses.authority_part, [tmp_path / "rỗng"])


def test_the_receiver_computes_the_total_itself(houses: Houses) -> None:
    houses.fill_in("X1", online=1498, points="8.5")
    houses.send("X1")
    with houses.at("SKHCN") as here:
        drop = collecting.import_paths(here, houses.authority_part, [houses.out])
        ratio, plan, judged = Fraction(1498, 2000) * 10, 10, Fraction(17, 2)
        assert drop.files[0].total == ratio + plan + judged
