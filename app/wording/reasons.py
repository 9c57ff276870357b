"""Reasons that assessors write again and again, in the language and with the own words of the framework."""

from app.domain.appraisal import Opinion
from app.domain.framework import Framework
from app.wording.terms import TERMS

_REASONS: dict[Opinion, tuple[tuple[str, str], ...]] = {
    Opinion.AGREE: (
        ("Thống nhất {criterion}.", "The {criterion} is agreed."),
        (
            "Thống nhất, số liệu khớp với {evidence}.",
            "Agreed; the figures are those of the {evidence}.",
        ),
        ("Thống nhất sau khi xem giải trình.", "Agreed after reading the explanation."),
    ),
    Opinion.ADJUST: (
        (
            "Điều chỉnh theo số liệu ghi trong {evidence}.",
            "Adjusted to the figures that stand in the {evidence}.",
        ),
        (
            "Điều chỉnh theo số liệu trên hệ thống của tỉnh.",
            "Adjusted to the figures of the province's system.",
        ),
        (
            "{Evidence} chỉ thể hiện một phần nội dung của {criterion}.",
            "The {evidence} shows only a part of the {criterion}.",
        ),
        (
            "Số liệu ngoài kỳ số liệu không được tính.",
            "Figures outside the data period are not counted.",
        ),
    ),
    Opinion.REJECT: (
        ("{Evidence} không liên quan đến {criterion}.", "The {evidence} does not belong to the {criterion}."),
        ("{Evidence} ngoài kỳ số liệu.", "The {evidence} lies outside the data period."),
        ("{Evidence} không đọc được.", "The {evidence} cannot be read."),
        ("Không có {evidence}.", "There is no {evidence}."),
    ),
    Opinion.ASK_SUPPLEMENT: (
        ("Đề nghị bổ sung {evidence}.", "Please supply the {evidence}."),
        ("Đề nghị bổ sung bảng kê chi tiết.", "Please supply a detailed list."),
        (
            "Đề nghị giải trình chênh lệch giữa số liệu và {evidence}.",
            "Please explain the difference between the figures and the {evidence}.",
        ),
        (
            "Đề nghị ghi rõ số, ký hiệu, ngày và trang của {evidence}.",
            "Please state number, date and page of the {evidence}.",
        ),
    ),
}


def reasons(opinion: Opinion, framework: Framework) -> tuple[str, ...]:
    """What is often written with an opinion; it leaves the house, so it is in the framework's language."""
    at = 0 if framework.language == "vi" else 1
    criterion = (framework.terms.get("criterion") or TERMS["criterion"][at]).strip()
    evidence = (framework.terms.get("evidence") or TERMS["evidence"][at]).strip()
    words = {
        "criterion": _small(criterion),
        "evidence": _small(evidence),
        "Evidence": evidence[:1].upper() + evidence[1:],
    }
    return tuple(pair[at].format(**words) for pair in _REASONS[opinion])


def _small(word: str) -> str:
    return word[:1].lower() + word[1:]
