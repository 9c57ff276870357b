"""Appraisal in rounds, feedback out and back, peers, ranking, publication: what counts and what is refused."""

import threading
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from app.bundles.keys import make_seal_key
from app.bundles.manifest import Kind, Receiver, Role, Sender
from app.bundles.manifest import Standing as Final
from app.bundles.writing import write_bundle
from app.domain.agency import Agency
from app.domain.appraisal import Opinion, Standing
from app.domain.assessment import ResponseState
from app.domain.framework import RoundField
from app.errors import AppError
from app.operations import bundling
from app.operations.authority import appraising, campaigning, collecting, publishing, replying
from app.operations.commune import assessing, improving, submitting
from app.operations.trust import trusting
from app.operations.workspace import Workspace
from app.progress import Cancelled, Progress
from app.wording import sentence
from tests.app.bundles.forging import page
from tests.app.operations.houses import SECRET, Houses
from tests.app.operations.sets import AGENCIES, AUTHORITY, PERIOD, ROUNDS, small_set


def accept_all(here: Workspace, part: str) -> None:
    for row in collecting.board(here, part):
        trusting.accept_key(here, row.agency.code, "agency", row.spki, "văn bản")


def test_points_count_as_decided_and_may_exceed_the_claim(received: Houses) -> None:
    part = received.authority_part
    with received.at("SKHCN") as here:
        appraising.give(here, part, "X3", "1.1", Opinion.ADJUST, points="9,25", reason="Đã đối chiếu hệ thống")
        case = appraising.case(here, part, "X3", "1.1")
        assert (case.claimed, case.own.points, case.counted.points) == (
            Fraction(749, 100), Fraction(749, 100), Fraction(37, 4),
        )  # fmt: skip
        assert case.standing is Standing.CONTESTED
        assert [piece.name for piece in case.evidence] == ["Báo cáo của X3.pdf"]


def test_figures_as_the_assessor_reads_them_give_the_points(received: Houses) -> None:
    part = received.authority_part
    with received.at("SKHCN") as here:
        case = appraising.case(here, part, "X1", "1.1")
        assert appraising.with_figures(case, {"online": "1498"}).points == Fraction(749, 100)
        appraising.give(here, part, "X1", "1.1", Opinion.ADJUST, inputs={"online": "1498"}, reason="Trang 3 ghi 1.498")
        assert appraising.case(here, part, "X1", "1.1").counted.points == Fraction(749, 100)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"opinion": Opinion.REJECT}, "opinion.no_reason"),
        ({"opinion": Opinion.ADJUST, "reason": "x"}, "opinion.no_points"),
        ({"opinion": Opinion.ADJUST, "reason": "x", "points": "10,01"}, "points.out_of_range"),
        ({"opinion": Opinion.ADJUST, "reason": "x", "points": "mười"}, "number.malformed"),
    ],
)
def test_an_opinion_that_lacks_something_is_refused(received: Houses, given: dict[str, object], code: str) -> None:
    with received.at("SKHCN") as here, pytest.raises(AppError) as refused:
        appraising.give(here, received.authority_part, "X1", "1.1", **given)  # type: ignore[arg-type]
    assert refused.value.code == code


def test_two_rounds_to_a_published_result(received: Houses) -> None:
    part = received.authority_part
    with received.at("SKHCN") as here:
        accept_all(here, part)
        appraising.give(
            here, part, "X1", "1.2", Opinion.REJECT, reason="Kế hoạch chưa ban hành", internal_note="hỏi lại"
        )
        for code in ("X1", "X2", "X3"):
            appraising.agree_with(here, part, code)
        sent = replying.export_feedback(here, part, received.out, SECRET)
        replying.close_round(here, part)
    own = received.parts["X1"]
    with received.at("X1") as here:
        with pytest.raises(AppError, match=r"bundle\.other_receiver"):
            improving.receive(here, sent.files["X2"][0])
        brought = improving.receive(here, sent.files["X1"][0])
        assert (brought.open_nodes, brought.is_new, brought.is_known_sender) == (1, True, False)
        assert not improving.receive(here, sent.files["X1"][0]).is_new
        seen = assessing.view(here, own)
        assert (seen.round, seen.state, seen.open_nodes) == (2, "draft", frozenset({"n1.2"}))
        assert seen.states["n1.2"] is ResponseState.CONTESTED
        assert seen.may_change("n1.2", RoundField.EXPLANATION)
        assert not seen.may_change("n1.2", RoundField.INPUTS)
        assert not seen.may_change("n1.1", RoundField.EXPLANATION)
        assert seen.feedback is not None
        assert "hỏi lại" not in str(seen.feedback)
        for node, given in (("1.2", {"inputs": {"issued": "no"}}), ("1.1", {"explanation": "muốn sửa"})):
            with pytest.raises(AppError, match=r"assessment\.not_open"):
                assessing.answer(here, own, node, **given)
        with pytest.raises(AppError, match=r"submission\.not_ready"):
            submitting.freeze(here, own, "Nguyễn Văn An", "Chủ tịch")
        assessing.answer(here, own, "1.2", explanation="Đã ban hành ngày 05/08/2026", is_complete=True)
    second = received.send("X1")
    with received.at("SKHCN") as here:
        assert collecting.import_paths(here, part, [second]).files[0].outcome.value == "received"
        assert appraising.case(here, part, "X1", "1.2").standing is Standing.UNDECIDED
        appraising.give(here, part, "X1", "1.2", Opinion.AGREE)
        ranked = publishing.compute(here, part)
        assert not ranked.is_provisional
        totals = {row.agency: (row.rank, row.value) for row in ranked.tables[0].rows}
        assert totals == {
            "X2": (1, Fraction(77, 2)), "X1": (2, Fraction(67, 2)), "X3": (3, Fraction(2849, 100)),
        }  # fmt: skip
        published = publishing.publish(here, part, received.out, SECRET)
        assert published.ranking_pdf.read_bytes().startswith(b"%PDF")
        assert published.ranking_xlsx.exists()
    with received.at("X1") as here:
        improving.receive(here, published.files["X1"][0])
        result = improving.result(here, own)
        assert result is not None
        assert (result.own_rows["all"].rank, result.standing) == (2, "final")
        nodes = {item.node: item for item in result.nodes}
        assert nodes["n2.1"].points == 5


@pytest.mark.parametrize("kind", [Kind.FEEDBACK, Kind.RECEIPT, Kind.RESULT])
def test_what_another_authority_sends_is_called_so(received: Houses, tmp_path: Path, kind: Kind) -> None:
    head = bundling.inspect(received.campaign).envelope
    assert head is not None
    made = replace(
        head, kind=kind, id="ee" * 16, sender=Sender("KHAC", "Sở Nội vụ", Role.AUTHORITY),
        receiver=Receiver("X1", "Xã Hòa Bình"), answers="ab" * 32,
        standing=Final.FINAL if kind is Kind.RESULT else None,
    )  # fmt: skip
    path, key = tmp_path / "khác.thuocso", make_seal_key("KHAC", "Sở Nội vụ", Role.AUTHORITY)
    write_bundle(path, made, None, {"notes": []}, (), lambda _: page("x"), key)
    with received.at("X1") as here:
        with pytest.raises(AppError) as refused:
            improving.receive(here, path)
        assert refused.value.code == "bundle.other_authority"
        told = sentence(refused.value)
        assert "Sở Nội vụ gửi, không phải của Sở Khoa học và Công nghệ" in told


def test_peers_move_points_until_everybody_is_in(received: Houses) -> None:
    with received.at("SKHCN") as here:
        ranked = publishing.compute(here, received.authority_part)
        assert ranked.scores["X1"].nodes["n2.1"].points == 5
        assert ranked.is_provisional  # nothing was dealt with yet
        assert ranked.undecided == 12


def test_unknown_keys_and_conflicts_are_settled_before_publication(received: Houses) -> None:
    part = received.authority_part
    with received.at("SKHCN") as here:
        with pytest.raises(AppError) as refused:
            publishing.publish(here, part, received.out, SECRET)
        assert (refused.value.code, refused.value.details["count"]) == ("publication.keys_open", 3)
        published = publishing.publish(here, part, received.out, SECRET, key_reason="Đã đối chiếu tại cuộc họp")
        assert published.number == 1
        again = publishing.publish(here, part, received.out, SECRET, key_reason="Đính chính")
        assert [told.standing for told in publishing.results(here, part)] == ["amended", "final"]
        assert again.number == 2


def test_ties_are_shown_and_settled_with_a_reason(houses: Houses) -> None:
    for code in ("X1", "X2"):
        houses.fill_in(code)
        houses.send(code)
    part = houses.authority_part
    with houses.at("SKHCN") as here:
        collecting.import_paths(here, part, [houses.out])
        ranked = publishing.compute(here, part)
        assert [(row.rank, row.is_tied) for row in ranked.tables[0].rows] == [(1, True), (1, True), (None, False)]
        assert ranked.tables[0].rows[2].reason == "not_received"
        assert not ranked.is_complete
        with pytest.raises(AppError, match=r"opinion\.no_reason"):
            publishing.settle_tie(here, part, "all", ["X2", "X1"], "")
        with pytest.raises(AppError, match=r"ranking\.no_such_tie"):
            publishing.settle_tie(here, part, "all", ["X2", "X3"], "Hội đồng biểu quyết")
        publishing.settle_tie(here, part, "all", ["X2", "X1"], "Hội đồng biểu quyết")
        rows = publishing.compute(here, part).tables[0].rows
        assert [(row.agency, row.rank, row.settled_by) for row in rows[:2]] == [
            ("X2", 1, "Hội đồng biểu quyết"), ("X1", 2, "Hội đồng biểu quyết"),
        ]  # fmt: skip


def test_assessors_who_differ_leave_it_to_the_council(received: Houses) -> None:
    from app.operations import workspace as workspaces

    part = received.authority_part
    with received.at("SKHCN") as here:
        appraising.give(here, part, "X1", "1.1", Opinion.AGREE)
        workspaces.add_person(here, "Anh Phúc", "Thành viên")
        appraising.give(here, part, "X1", "1.1", Opinion.REJECT, reason="Chưa có căn cứ")
        assert appraising.case(here, part, "X1", "1.1").standing is Standing.DISAGREEMENT
        assert [item.place.id for item in appraising.disagreements(here, part)] == ["n1.1"]
        appraising.conclude(here, part, "X1", "1.1", "5", "Hội đồng thống nhất một nửa")
        assert appraising.case(here, part, "X1", "1.1").counted.points == 5
        assert appraising.disagreements(here, part) == ()


def test_feedback_for_something_not_sent_from_here_is_refused(received: Houses) -> None:
    with received.at("SKHCN") as here:
        sent = replying.export_feedback(here, received.authority_part, received.out, SECRET)
    received.folder.joinpath("X1").rename(received.folder / "máy cũ")
    received.fill_in("X1")
    with received.at("X1") as here, pytest.raises(AppError, match=r"feedback\.not_ours"):
        improving.receive(here, sent.files["X1"][0])


def test_stopping_a_publication_leaves_neither_files_nor_a_result(received: Houses) -> None:
    part = received.authority_part
    stop = threading.Event()
    with received.at("SKHCN") as here:
        accept_all(here, part)
        halfway = Progress(lambda done, total: stop.set() if done == 2 else None, stop)
        with pytest.raises(Cancelled):
            publishing.publish(here, part, received.out, SECRET, progress=halfway)
        assert list(received.out.iterdir()) == []
        assert publishing.results(here, part) == ()
        stop.clear()
        with pytest.raises(Cancelled):
            replying.export_feedback(here, part, received.out, SECRET, progress=halfway)
        assert list(received.out.iterdir()) == []


def test_stopping_leaves_no_workbook_of_a_second_framework_either(tmp_path: Path, clock) -> None:
    house = Houses(tmp_path, clock)
    agencies = tuple(
        replace(agency, target_group=group) for agency, group in zip(AGENCIES, ("xa", "phuong"), strict=False)
    )
    sets = {"xa": small_set(), "phuong": small_set(id="phuong")}
    with house.at("SKHCN") as here:
        part = campaigning.create(
            here, title="Hai loại", authority=AUTHORITY, period=PERIOD, sets=sets, agencies=agencies, rounds=ROUNDS
        ).id
        campaigning.export_campaign(here, part, house.campaign, SECRET)
    house.fill_in("X1")
    file = house.send("X1")
    with house.at("SKHCN") as here:
        collecting.import_paths(here, part, [file])
        file.unlink()
        stop = threading.Event()
        at_the_end = Progress(lambda done, total: stop.set() if done == total - 1 else None, stop)
        told = (here, part, house.out, SECRET)
        with pytest.raises(Cancelled):
            publishing.publish(*told, is_final=False, key_reason="Đã đối chiếu", progress=at_the_end)
        assert list(house.out.iterdir()) == []
        publishing.publish(*told, is_final=False, key_reason="Đã đối chiếu")
        assert len(list(house.out.glob("*.xlsx"))) == 2


def test_communes_of_one_name_get_files_of_their_own() -> None:
    same = [Agency(code=code, name="Xã Tân An") for code in ("A1", "B2")]
    assert bundling.file_stems([*same, Agency(code="C", name="Xã Hòa Bình")]) == {
        "A1": "XaTanAn_A1",
        "B2": "XaTanAn_B2",
        "C": "XaHoaBinh",
    }
    by_case = [Agency(code="A1", name="Xã Tân An"), Agency(code="B2", name="XÃ TÂN AN")]  # one file on a stick
    assert bundling.file_stems(by_case) == {"A1": "XaTanAn_A1", "B2": "XATANAN_B2"}
