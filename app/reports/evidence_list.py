"""The list of evidence of one submission, numbered, and which criteria each paper proves.

Columns after the archive's "Mục lục văn bản, tài liệu" (Nghị định 30/2020/NĐ-CP, Phụ lục V, Mẫu IV).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.assessment import Citation
from app.domain.contents import CitationItem, FileItem, Link, SubmissionContent
from app.domain.framework import Framework
from app.reports.phrases import MISSING, NOTHING, Words, day, spaced
from app.reports.tables import Column, Row, Table


@dataclass(frozen=True, slots=True)
class EvidenceList:
    """Every paper once, in the order of the criteria it proves; `by_node`: numbers and pages by node."""

    items: tuple[FileItem | CitationItem, ...]
    by_node: Mapping[str, list[tuple[int, str]]] = field(default_factory=dict)

    def cited(self, node: str) -> str:
        """ "Số 1 (trang 3), 4": the papers that prove a node."""
        found = (f"{number} ({page})" if page else str(number) for number, page in self.by_node.get(node, ()))
        told = ", ".join(found)
        return f"Số {told}" if told else ""


def listed(framework: Framework, content: SubmissionContent) -> EvidenceList:
    """The evidence of a submission, numbered from 1."""
    order = {id_: at for at, id_ in enumerate(framework.index.places)}

    def first(item: FileItem | CitationItem) -> int:
        return min((order.get(link.node, len(order)) for link in item.links), default=len(order))

    given: list[FileItem | CitationItem] = [*content.files, *content.citations]
    items = tuple(sorted(given, key=first))
    by_node: dict[str, list[tuple[int, str]]] = {}
    for number, item in enumerate(items, 1):
        for link in item.links:
            by_node.setdefault(link.node, []).append((number, _page(link, item.citation)))
    return EvidenceList(items, by_node)


def table(framework: Framework, evidence: EvidenceList) -> Table:
    """The list as a table."""
    columns = (
        Column("STT", 11, "centre"),
        Column(f"Mã {Words(framework).inside('criterion')}", 22),
        Column("Số, ký hiệu", 30),
        Column("Ngày, tháng, năm", 23, "centre"),
        Column("Tên loại và trích yếu nội dung", 62),
        Column("Cơ quan ban hành", 36),
        Column("Trang, mục chứng minh", 22),
        Column("Tên tệp; 16 chữ số đầu của mã băm SHA-256", 46),
    )
    lines = [_row(framework, number, item) for number, item in enumerate(evidence.items, 1)]
    return Table(columns, lines, is_numbered=True, size=11)


def _row(framework: Framework, number: int, item: FileItem | CitationItem) -> Row:
    told = item.citation
    nodes = [(_code(framework, link), _page(link, told)) for link in item.links]
    pages = {page for _, page in nodes if page}
    shown = sorted(pages)[0] if len(pages) == 1 else "; ".join(f"{code}: {page}" for code, page in nodes if page)
    file = f"{item.name}\n{spaced(item.digest)}" if isinstance(item, FileItem) else "Không kèm tệp"
    facts = (told.number, day(told.date), told.subject, told.issuer)
    number_, dated, subject, issuer = (fact.strip() or MISSING for fact in facts)
    return Row((str(number), ", ".join(code for code, _ in nodes), number_, dated, subject, issuer, shown, file))


def _code(framework: Framework, link: Link) -> str:
    place = framework.index.find(link.node)
    return place.node.code or place.node.title if place else link.node or NOTHING


def _page(link: Link, citation: Citation) -> str:
    return (link.page or citation.page).strip()
