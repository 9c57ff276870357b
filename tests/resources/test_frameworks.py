"""The frameworks that ship: their figures, their rules, their words."""

import collections
import dataclasses
import datetime
import json
import re
import typing
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from app.domain import framework as frameworks
from app.domain import rules
from app.domain.assessment import read_answers
from app.domain.checks import Severity, check
from app.domain.framework import Criterion, Framework, Group, Role, Standing, StatedBy
from app.domain.results import score
from app.domain.scoring import Peers, State

FOLDER = Path(__file__).parents[2] / "resources" / "frameworks"
Slips = Callable[[str], list[str]]
OURS, TAY_NINH = "minh-hoa-xa", "tay-ninh-62"


def load(name: str) -> Framework:
    return frameworks.from_json(json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8")))


@pytest.fixture(scope="module", params=[OURS, TAY_NINH])
def shipped(request: pytest.FixtureRequest) -> Framework:
    return load(request.param)


@pytest.fixture(scope="module")
def ours() -> Framework:
    return load(OURS)


def criteria(framework: Framework) -> list[Criterion]:
    return [place.criterion for place in framework.index.criteria() if place.criterion is not None]


def count_and_points(group: Group) -> tuple[int, Fraction]:
    below = [node for node in group.nodes if isinstance(node, Criterion)]
    return len(below), sum((node.maximum.value for node in below), Fraction(0))


def test_no_problem_is_found(shipped: Framework) -> None:
    assert [problem for problem in check(shipped) if problem.severity is not Severity.REMARK] == []


def test_files_are_written_one_way(shipped: Framework) -> None:
    names = {load(name).id: name for name in (OURS, TAY_NINH)}
    text = (FOLDER / f"{names[shipped.id]}.json").read_text(encoding="utf-8")
    raw = json.loads(text)
    assert text == json.dumps(raw, ensure_ascii=False, indent=1) + "\n"
    assert raw == frameworks.to_json(shipped), "a default is spelled out"


def test_codes_stand_in_order(shipped: Framework) -> None:
    codes = [tuple(int(part) for part in place.node.code.split(".")) for place in shipped.index.places.values()]
    assert codes == sorted(codes)
    assert len(set(codes)) == len(codes)


# Figures -----------------------------------------------------------------------------------------------------------


def test_ours_has_eight_groups_and_100_points(ours: Framework) -> None:
    groups = [node for node in ours.nodes if isinstance(node, Group)]
    scale = [group for group in groups if group.role is Role.SCALE]
    assert [group.title for group in scale] == [
        "Nhận thức số",
        "Thể chế số",
        "Hạ tầng số",
        "Nhân lực số",
        "An toàn thông tin mạng",
        "Chính quyền số",
        "Kinh tế số",
        "Xã hội số",
    ]
    assert all(count_and_points(group)[1] == group.maximum.value for group in groups)
    assert sum(group.maximum.value for group in scale) == ours.totals.maximum.value == 100
    assert 40 <= sum(count_and_points(group)[0] for group in scale) <= 45
    beside = {group.role: group.maximum.value for group in groups if group.role is not Role.SCALE}
    assert beside == {Role.BONUS: 4, Role.PENALTY: -4}


def test_tay_ninh_has_62_criteria_and_960_points() -> None:
    framework = load(TAY_NINH)
    figures = [count_and_points(group) for group in framework.nodes if isinstance(group, Group)]
    assert figures == [(7, 80), (5, 100), (6, 100), (32, 520), (4, 80), (8, 80)]
    assert sum(count for count, _ in figures) == 62
    assert framework.totals.maximum.value == 960


def test_tay_ninh_maxima_are_those_seen() -> None:
    seen = {
        **dict.fromkeys(("1.1", "1.2", "1.3", "1.5", "1.6", "1.7", "2.5", "3.5", "3.6", "4.6"), 10),
        **{f"4.{at}": 10 for at in range(10, 22)},
        **{f"6.{at}": 10 for at in range(1, 9)},
        **dict.fromkeys(("1.4", "2.2", "2.3", "2.4", "3.1", "3.2", "3.3", "3.4"), 20),
        **dict.fromkeys(("4.1", "4.2", "4.3", "4.4", "4.5", "4.7", "4.8", "4.9"), 20),
        **{f"4.22.{at}": 20 for at in range(1, 12)},
        **{f"5.{at}": 20 for at in range(1, 5)},
        "2.1": 30,
        "4.22.10": 30,
    }
    assert {criterion.code: criterion.maximum.value for criterion in criteria(load(TAY_NINH))} == seen


def test_neither_claims_to_be_official() -> None:
    assert load(OURS).standing is Standing.ILLUSTRATIVE
    assert "minh họa" in load(OURS).notice
    tay_ninh = load(TAY_NINH)
    assert tay_ninh.standing is Standing.COMPLETE
    assert "không phải bản chính thức" in tay_ninh.notice
    assert tay_ninh.regulation is None
    for criterion in criteria(tay_ninh):
        assert criterion.rule == rules.Scored(measure=rules.Judgement(), scale=rules.AsPoints())
        assert "Cách tính điểm chưa có trong nguồn" in criterion.method


# Rules -------------------------------------------------------------------------------------------------------------


def values(value: Any) -> Iterator[Any]:
    """Every dataclass value inside another, itself included."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        yield value
        for field in dataclasses.fields(value):
            yield from values(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from values(item)
    elif isinstance(value, typing.Mapping):
        for item in value.values():
            yield from values(item)


def test_every_rule_type_is_in_use(ours: Framework) -> None:
    used = list(values(tuple(criterion.rule for criterion in criteria(ours))))
    known = {*typing.get_args(rules.Measure), *typing.get_args(rules.Scale), *typing.get_args(rules.Rule)}
    assert known - {type(value) for value in used} == set()
    assert {band.kind for band in used if isinstance(band, rules.Band)} == set(rules.BandKind)
    scored = [value for value in used if isinstance(value, rules.Scored)]
    assert any(value.cap for value in scored)
    assert any(value.rounding for value in scored)
    kinds = {input_.kind for criterion in criteria(ours) for input_ in criterion.inputs}
    assert kinds == set(frameworks.InputKind)


def test_every_policy_is_in_use(ours: Framework) -> None:
    assert sorted(ground.policy for ground in ours.grounds) == sorted(rules.Policy)
    assert {ground.stated_by for ground in ours.grounds} == set(StatedBy)
    own = {criterion.zero_denominator for criterion in criteria(ours)} | {ours.zero_denominator}
    assert own - {None} == set(rules.Policy)
    evidence = {criterion.missing_evidence for criterion in criteria(ours)}
    assert {ours.evidence.missing, ours.evidence.incomplete, *evidence} - {None} == set(frameworks.EvidencePolicy)


def test_methods_name_the_figures_of_their_rules(ours: Framework) -> None:
    for criterion in criteria(ours):
        for value in values(criterion.rule):
            for field in ("at_least", "below", "threshold", "cap"):
                figure = getattr(value, field, None)
                if figure is not None:
                    said = figure.replace(".", ",")
                    assert re.search(rf"(?<![\d,]){re.escape(said)}(?![\d])", criterion.method), (criterion.code, said)


IDEAL = {
    "so_phien": "4",
    "so_tin": "48",
    "diem_wifi": "8",
    "luot_nguoi": "3500",
    "so_su_co": "0",
    "mot_phan": "0",
    "ho_so_tra_lai": "0",
    "diem_khao_sat": "2",
    "nam_truoc": "800",
    "sang_kien": "2",
    "so_tieu_chi_sai": "0",
    "co_lo_du_lieu": "no",
    "khong_xin_loi": "0",
}


def ideal(framework: Framework) -> dict[str, Any]:
    """Everything done: yes, the first option, every ratio 1, every count where it earns all."""
    answers: dict[str, Any] = {}
    for criterion in criteria(framework):
        inputs = {}
        for input_ in criterion.inputs:
            usual = "yes" if input_.kind == "yes_no" else input_.options[0].key if input_.options else "1000"
            inputs[input_.key] = IDEAL.get(input_.key, usual)
        answers[criterion.id] = {"inputs": inputs, "evidence": 1}
    answers["mo-hinh-cong-dong"] = {"points": "2", "evidence": 1}
    return {"responses": answers, "target_group": "xa"}


def test_an_ideal_commune_reaches_every_maximum(ours: Framework) -> None:
    answers, _ = read_answers(ours, ideal(ours))
    peers = Peers(measures={"chi-ngan-sach": (Fraction(1, 100),)}, is_complete=True)
    result = score(ours, answers, peers)
    short = {
        place.node.code: result.nodes[place.id].points
        for place in ours.index.criteria()
        if place.role is not Role.PENALTY and result.nodes[place.id].points != place.maximum
    }
    assert short == {}
    assert (result.scale_points, result.bonus, result.penalty, result.total) == (100, 4, 0, 104)
    assert not result.is_provisional
    assert result.bands == {"xep-loai": "Xuất sắc"}


WORST = {
    "da_tham_gia": "0",
    "nam_nay": "1",
    "nam_truoc": "2",
    "so_su_co": "3",
    "ho_so_tra_lai": "9",
    "ho_so_truc_tuyen": "9",
}
DENOMINATORS = (
    "nhiem_vu_giao can_bo tong_ho dan_so cum_loa thon thanh_vien he_thong may_tinh duoc_trieu_tap tong_ho_so "
    "da_giai_quyet ho_so_tiep_nhan ket_qua co_nghia_vu van_ban_di ho_so_cong_viec bao_cao_phai_gui phan_anh tong_chi "
    "phai_dung san_pham du_14_tuoi du_15_tuoi du_18_tuoi nguoi_huong"
).split()


def test_a_commune_that_did_nothing_reaches_nothing(ours: Framework) -> None:
    answers: dict[str, Any] = {}
    for criterion in criteria(ours):
        inputs = {}
        for input_ in criterion.inputs:
            usual = "no" if input_.kind == "yes_no" else input_.options[-1].key if input_.options else "0"
            if input_.key in DENOMINATORS and (criterion.code, input_.key) != ("3.1", "may_tinh"):
                usual = "9"
            inputs[input_.key] = WORST.get(input_.key, usual)
        answers[criterion.id] = {"inputs": inputs, "evidence": 1}
    answers["so-lieu-sai"]["inputs"] = {"so_tieu_chi_sai": "9"}
    answers["lo-du-lieu"]["inputs"] = {"co_lo_du_lieu": "yes"}
    answers["qua-han-khong-xin-loi"]["inputs"] = {"khong_xin_loi": "10"}
    answers["mo-hinh-cong-dong"] = {"points": "0"}
    read, _ = read_answers(ours, {"responses": answers, "target_group": "xa"})
    result = score(ours, read, Peers(measures={"chi-ngan-sach": (Fraction(1, 100),)}, is_complete=True))
    more = {
        place.node.code: result.nodes[place.id].points
        for place in ours.index.criteria()
        if place.role is Role.SCALE and result.nodes[place.id].points != 0
    }
    assert more == {}
    assert (result.scale_points, result.bonus, result.penalty, result.total) == (0, 0, 4, 0)


def test_a_market_that_is_not_there_leaves_the_scale(ours: Framework) -> None:
    raw = ideal(ours)
    del raw["responses"]["cho-khong-tien-mat"]
    raw["traits"] = ["khong_co_cho"]
    answers, _ = read_answers(ours, raw)
    result = score(ours, answers, Peers(measures={"chi-ngan-sach": (Fraction(1, 100),)}, is_complete=True))
    node = result.nodes["cho-khong-tien-mat"]
    assert node.state is State.NOT_APPLICABLE
    assert (result.effective_maximum, result.scale_points, result.total) == (98, 98, 104)


def test_pillars_share_the_common_groups(ours: Framework) -> None:
    maxima = [pillar.maximum.value for pillar in ours.pillars if pillar.maximum is not None]
    assert maxima == [78, 60, 62]
    assert len(set.intersection(*(set(pillar.nodes) for pillar in ours.pillars))) == 5
    assert [table.pillar for table in ours.ranking_tables] == ["", *(pillar.code for pillar in ours.pillars)]


# Words -------------------------------------------------------------------------------------------------------------


def texts(framework: Framework) -> Iterator[tuple[str, str]]:
    """(field, text) of every text a person reads."""
    shown = {"title", "label", "method", "guidance", "unit", "hint", "data_source", "verifier", "owner", "notice"}
    shown |= {"words", "name", "note", "text", "actor", "column", "wording", "article", "short_title"}
    for value in values(framework):
        for field in dataclasses.fields(value):
            item = getattr(value, field.name)
            if field.name in shown and item:
                yield field.name, item
            elif field.name in ("evidence_guidance", "questions"):
                yield from ((field.name, text) for text in item)


def test_words_are_vietnamese_as_the_glossary_spells_them(shipped: Framework, slips: Slips) -> None:
    for field, text in texts(shipped):
        assert slips(text) == [], (field, text)


SLIPS = ["the number of files", "Uỷ ban", "hoà bình", "tỉ lệ", "ủy ban nhân dân xã", "Có lỗi", "to\u0301m tắt"]


@pytest.mark.parametrize("text", SLIPS)
def test_slips_are_found(text: str, slips: Slips) -> None:
    assert slips(text)


def test_every_criterion_tells_enough_to_work_on_it(shipped: Framework) -> None:
    for criterion in criteria(shipped):
        assert len(criterion.title) >= 20, criterion.code
        assert len(criterion.method) >= 30, criterion.code
        assert len(criterion.guidance) >= 20, criterion.code
        assert 2 <= len(criterion.evidence_guidance) <= 3, criterion.code
        assert all(len(text) >= 12 for text in criterion.evidence_guidance), criterion.code
        assert criterion.owner, criterion.code
        assert criterion.unit, criterion.code
        for input_ in criterion.inputs:
            assert len(input_.label) >= 8, (criterion.code, input_.key)
            assert input_.unit or input_.kind in ("yes_no", "choice"), (criterion.code, input_.key)


def test_ours_says_what_each_figure_counts_and_which_documents_prove_it(ours: Framework) -> None:
    for criterion in criteria(ours):
        for input_ in criterion.inputs:
            assert 20 <= len(input_.hint) <= 110 or input_.kind in ("yes_no", "choice"), (criterion.code, input_.key)
        told = " ".join(criterion.evidence_guidance)
        assert re.search(r"\bsố\b|\bngày\b|Danh sách|Sổ", told, re.IGNORECASE), criterion.code
    numbered = [
        item for item in criteria(ours) if re.search(r"số …|có số|/(QĐ|KH|BC|TB)-UBND", str(item.evidence_guidance))
    ]
    assert len(numbered) >= 40


def test_every_office_of_a_commune_has_its_criteria(ours: Framework) -> None:
    owners = collections.Counter(criterion.owner for criterion in criteria(ours))
    assert set(owners) == {
        "Phòng Văn hóa - Xã hội",
        "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân",
        "Trung tâm Phục vụ hành chính công",
        "Công an xã",
        "Phòng Kinh tế",
        "Trạm Y tế",
        "Tổ công nghệ số cộng đồng",
    }


def test_laws_that_ended_carry_their_day_and_a_remark(ours: Framework) -> None:
    ended = {
        (place.id, basis.ended)
        for place in ours.index.criteria()
        if place.criterion is not None
        for basis in place.criterion.legal_basis
        if basis.ended is not None
    }
    nodes = ("ke-hoach-nam", "ho-so-truc-tuyen", "trang-thong-tin")
    assert ended == {(node, datetime.date(2026, 7, 1)) for node in nodes}
    assert {remark.node for remark in ours.remarks if remark.problem == "legal_basis_ended"} == set(nodes)


def test_ours_names_source_and_verifier(ours: Framework) -> None:
    assert all(criterion.data_source and criterion.verifier and criterion.id for criterion in criteria(ours))
    assert len({criterion.method for criterion in criteria(ours)}) == len(criteria(ours))
    assert len({criterion.guidance for criterion in criteria(ours)}) == len(criteria(ours))
