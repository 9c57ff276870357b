"""A small framework of the tests' own, and people and files to play the loop with."""

from datetime import date
from pathlib import Path
from typing import Any

from app.domain import framework
from app.domain.agency import Agency, Authority, Contact
from app.domain.campaign import Period, Round
from app.domain.deadline import through_day
from app.domain.framework import Framework, RoundField

RATIO = {"type": "ratio", "numerator": "online", "denominator": "total"}
FULL = {"yes": {"fraction": "1"}}
JUDGED = {"type": "scored", "measure": {"type": "judgement"}, "scale": {"type": "as_points"}}
CLIFF = {"type": "bands", "bands": [{"below": "75%", "kind": "literal"}, {"at_least": "75%"}]}


def criterion(
    code: str, maximum: str, rule: dict[str, Any], inputs: list[dict[str, Any]], **more: Any
) -> dict[str, Any]:
    return {
        "type": "criterion", "id": f"n{code}", "code": code, "title": f"Tiêu chí {code}", "maximum": maximum,
        "rule": rule, "inputs": inputs, **more,
    }  # fmt: skip


def small_set(**more: Any) -> Framework:
    """40 points in two groups: a cliff at 75 %, a yes/no, a comparison with the best, points by judgement."""
    yes_no = {"type": "scored", "measure": {"type": "yes_no", "input": "issued"}}
    return framework.from_json(
        {
            "id": "thu", "version": "1", "title": "Bộ chỉ số thử", "totals": {"maximum": "40"},
            "evidence": {"missing": "next_round"},
            "grounds": [
                {"code": "none", "words": "Không có hệ thống riêng", "article": "khoản 3 Điều 5", "policy": "excluded",
                 "nodes": ["1.2"], "proof_required": True},
                {"code": "peer", "words": "Không có đơn vị trực thuộc", "article": "7.2", "policy": "peer_maximum",
                 "nodes": ["2.1"]},
            ],
            "ranking_tables": [{"code": "all", "title": "Xếp hạng chung"}],
            "bands": [{"reads": "percent", "bands": [
                {"name": "Tốt", "at_least": "80"}, {"name": "Khá", "at_least": "50", "below": "80"},
                {"name": "Trung bình", "below": "50"}]}],
            "nodes": [
                {"type": "group", "id": "g1", "code": "1", "title": "Nhóm một", "maximum": "20", "nodes": [
                    criterion("1.1", "10", {"type": "scored", "measure": RATIO, "scale": CLIFF},
                              [{"key": "online", "label": "Số hồ sơ nộp trực tuyến", "unit": "hồ sơ"},
                               {"key": "total", "label": "Tổng số hồ sơ", "unit": "hồ sơ"}]),
                    criterion("1.2", "10", {**yes_no, "scale": {"type": "options", "grades": FULL}},
                              [{"key": "issued", "label": "Đã ban hành kế hoạch", "kind": "yes_no"}]),
                ]},
                {"type": "group", "id": "g2", "code": "2", "title": "Nhóm hai", "maximum": "20", "nodes": [
                    criterion("2.1", "10", {"type": "scored", "scale": {"type": "times_maximum"}, "measure": {
                        "type": "relative_to_best", "of": {"type": "number", "input": "lines"}}},
                              [{"key": "lines", "label": "Băng thông"}], evidence_required=False),
                    criterion("2.2", "10", JUDGED, []),
                ]},
            ],
            **more,
        }
    )  # fmt: skip


AUTHORITY = Authority(
    code="SKHCN", name="Sở Khoa học và Công nghệ", short="Sở KH&CN", place="Hòa Bình", contact=Contact(name="Chị Thảo")
)
AGENCIES = tuple(
    Agency(code=f"X{number}", name=name, contact=Contact(name="Anh Lâm", telephone=f"0900 000 12{number}"))
    for number, name in enumerate(("Xã Hòa Bình", "Xã An Thạnh", "Phường Đông Hải"), 1)
)
PERIOD = Period(title="năm 2026", data_from=date(2026, 1, 1), data_to=date(2026, 12, 31))
ROUNDS = (
    Round(number=1, deadline=through_day("đến hết ngày 14/11/2026", date(2026, 11, 14))),
    Round(number=2, opens=(RoundField.EXPLANATION, RoundField.EVIDENCE)),
)


def pdf(folder: Path, name: str, text: str = "x") -> Path:
    """A file that begins like a PDF."""
    path = folder / name
    path.write_bytes(b"%PDF-1.4\n" + text.encode())
    return path
