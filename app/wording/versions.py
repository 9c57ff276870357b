"""Two versions of a framework side by side in words: what each field says before and after."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from app.domain.framework import Criterion, Framework, Input, InputKind, LegalBasis, Node, Placed
from app.domain.revising import Comparison, Correction, NodeChange
from app.wording.figures import number
from app.wording.rules import rule_sentences
from app.wording.terms import TERMS

FIELDS: Mapping[str, tuple[str, str]] = {
    "code": ("Mã", "Code"),
    "data_source": ("Nguồn số liệu", "Data source"),
    "declared_count": ("Số tiêu chí văn bản nêu", "Criteria the decision names"),
    "evidence_guidance": ("Minh chứng cần có", "Evidence asked"),
    "evidence_required": ("Phải có minh chứng", "Evidence required"),
    "guidance": ("Hướng dẫn", "Guidance"),
    "incomplete_evidence": ("Khi minh chứng chưa đủ", "When evidence is incomplete"),
    "inputs": ("Số liệu cần nhập", "Figures asked"),
    "legal_basis": ("Căn cứ pháp lý", "Legal basis"),
    "maximum": ("Điểm tối đa", "Maximum"),
    "method": ("Cách xác định theo văn bản", "Method in the decision's words"),
    "missing_evidence": ("Khi thiếu minh chứng", "When evidence is missing"),
    "note": ("Ghi chú", "Note"),
    "original": ("Nguyên văn trong văn bản", "The decision's own row"),
    "owner": ("Đơn vị phụ trách", "Responsible office"),
    "role": ("Loại điểm", "Kind of points"),
    "rule": ("Cách tính điểm", "Scoring rule"),
    "target_groups": ("Dành cho nhóm", "For target groups"),
    "title": ("Tên", "Title"),
    "unit": ("Đơn vị tính", "Unit"),
    "verifier": ("Đơn vị phối hợp xác minh", "Verified with"),
    "zero_denominator": ("Khi mẫu số bằng 0", "When the denominator is zero"),
}
WHOLE: Mapping[str, tuple[str, str]] = {
    "bands": ("Mức xếp loại", "Grade bands"),
    "decimals": ("Số chữ số thập phân", "Decimals shown"),
    "evidence": ("Quy định chung về minh chứng", "General rule on evidence"),
    "grounds": ("Lý do không áp dụng", "Grounds for not applicable"),
    "id": ("Định danh bộ chỉ số", "Id of the framework"),
    "language": ("Ngôn ngữ", "Language"),
    "notice": ("Lời ghi chú của bộ chỉ số", "Notice"),
    "peers": ("Phạm vi so sánh", "Who is compared"),
    "periods": ("Kỳ đánh giá", "Periods"),
    "pillars": ("Trụ cột", "Pillars"),
    "questions": ("Câu hỏi còn để ngỏ", "Open questions"),
    "ranking_tables": ("Bảng xếp hạng", "Ranking tables"),
    "regulation": ("Văn bản ban hành", "Regulation"),
    "remarks": ("Ghi nhận", "Remarks"),
    "short_title": ("Tên ngắn", "Short title"),
    "standing": ("Tình trạng bộ chỉ số", "Standing"),
    "steps": ("Các bước và thời hạn", "Steps and deadlines"),
    "target_groups": ("Nhóm đối tượng", "Target groups"),
    "terms": ("Cách gọi riêng", "Own names"),
    "title": ("Tên bộ chỉ số", "Title of the framework"),
    "totals": ("Cách tính tổng điểm", "How totals are made"),
    "traits": ("Đặc điểm cơ quan", "Traits"),
    "zero_denominator": ("Quy định chung khi mẫu số bằng 0", "General rule for a zero denominator"),
    "zero_denominator_article": ("Điều khoản về mẫu số bằng 0", "Article on a zero denominator"),
}
_ABSENT = ("có thể không có", "may be absent")
_NOTHING = ("Không ghi", "Nothing")
_COMMON = ("Theo quy định chung", "As the framework says in general")
_EVERYBODY = ("Tất cả", "All")
_TRUTH = {True: ("Có", "Yes"), False: ("Không", "No")}
_EVIDENCE = "evidence_policy"
_POLICIES = {"zero_denominator": "policy", "missing_evidence": _EVIDENCE, "incomplete_evidence": _EVIDENCE}
_SUMMARY: Mapping[Correction, tuple[str, str]] = {
    Correction.WORDING: ("{count} tiêu chí sửa lời", "{count} reworded"),
    Correction.GUIDANCE: ("{count} tiêu chí sửa hướng dẫn", "{count} with other guidance"),
    Correction.SCORING: ("{count} tiêu chí đổi cách tính điểm", "{count} scored otherwise"),
    Correction.INPUTS: ("{count} tiêu chí đổi số liệu cần nhập", "{count} asking for other figures"),
}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field in words, before and after."""

    label: str
    before: str
    after: str


def field_changes(comparison: Comparison, change: NodeChange, language: str = "vi") -> tuple[FieldChange, ...]:
    """What differs at a node that stands in both versions, the title first; empty for added and removed ones."""
    if change.old is None or change.new is None:
        return ()
    fields = sorted(change.fields, key=lambda name: (name != "title", name != "rule", name != "inputs", name))
    return tuple(
        FieldChange(
            _pick(FIELDS[name], language),
            field_text(comparison.old, change.old, name, language),
            field_text(comparison.new, change.new, name, language),
        )
        for name in fields
    )


def whole_words(comparison: Comparison, language: str = "vi") -> tuple[str, ...]:
    """The parts of the framework itself that differ, in words."""
    return tuple(_pick(WHOLE[name], language) for name in comparison.whole if name in WHOLE)


def summary_words(comparison: Comparison, language: str = "vi") -> tuple[str, ...]:
    """How many criteria were corrected how far: "2 tiêu chí đổi cách tính điểm"; the furthest first."""
    counts = [(correction, comparison.count(correction)) for correction in reversed(Correction)]
    return tuple(_pick(_SUMMARY[correction], language).format(count=count) for correction, count in counts if count)


def field_text(framework: Framework, place: Placed, name: str, language: str = "vi") -> str:
    """What a field of a node says, in words."""
    node: Node = place.node
    if isinstance(node, Criterion):
        if name == "rule":
            return "\n".join(rule_sentences(framework, node, language))
        if name == "inputs":
            return "\n".join(_input(item, language) for item in node.inputs) or _pick(_NOTHING, language)
    if name == "maximum":
        return number(Fraction(node.maximum.value), language)
    if name == "target_groups":
        names = {group.code: group.name for group in framework.target_groups}
        told = [names.get(code, code) for code in place.target_groups]
        return "; ".join(told) or _pick(_EVERYBODY, language)
    value = place.role if name == "role" else getattr(node, name)
    if value is None:
        return _pick(_COMMON if name in _POLICIES else _NOTHING, language)
    if isinstance(value, StrEnum):
        return _pick(TERMS[f"{_POLICIES.get(name, name)}.{value.value}"], language)
    if isinstance(value, bool):
        return _pick(_TRUTH[value], language)
    return "\n".join(_lines(value)) or _pick(_NOTHING, language)


def _lines(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from (f"{heading}: {text}" for heading, text in value.items())
    elif isinstance(value, tuple):
        yield from (item.text if isinstance(item, LegalBasis) else str(item) for item in value)
    elif str(value):
        yield str(value)


def _input(item: Input, language: str) -> str:
    """One figure with all that may differ: a change of any field can be seen."""
    told = ["; ".join(option.label for option in item.options) or item.unit]
    if item.kind not in (InputKind.NUMBER, InputKind.CHOICE):
        told.append(TERMS[f"input_kind.{item.kind.value}"][0 if language == "vi" else 1].lower())
    if item.minimum is None or item.minimum.value != 0 or item.maximum is not None:
        low, high = ("" if end is None else number(end.value, language) for end in (item.minimum, item.maximum))
        told.append(f"{low} … {high}".strip())
    if item.may_be_absent:
        told.append(_pick(_ABSENT, language))
    bracket = "; ".join(filter(None, told))
    line = f"{item.label} ({bracket})" if bracket else item.label
    return f"{line}: {item.hint}" if item.hint else line


def _pick(pair: tuple[str, str], language: str) -> str:
    return pair[0 if language == "vi" else 1]
