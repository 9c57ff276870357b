"""The verification sheet: what was found of a file, when, with which lists and by whom, each signature in full."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.reports import names
from app.reports.layout import Column, Paper, PaperMeta, Row, Table
from app.reports.phrases import roman
from app.wording import word
from app.wording.checks import FindingTold, SignatureTold, moment

TITLE = "Phiếu kiểm tra tệp"
_KIND = "của tệp “{file}”"
_CONCLUSIONS = {
    "VALID": "{word}. Tệp còn nguyên vẹn, đúng nơi gửi.",
    "UNKNOWN": "{word}. Căn cứ còn thiếu ghi ở cột Diễn giải.",
    "INVALID": "{word}. Lý do ghi ở cột Diễn giải.",
}


@dataclass(frozen=True, slots=True)
class Checked:
    """What the sheet is about: `facts` as (what, told); `findings` the first one first, each with its heading."""

    owner: str
    place: str
    file: str
    facts: tuple[tuple[str, str], ...]
    findings: Sequence[tuple[str, FindingTold]]
    made_at: datetime
    made_by: str
    program: str


def render(checked: Checked) -> bytes:
    """The sheet as PDF."""
    about = _KIND.format(file=names.shown(checked.file))
    paper = Paper(
        PaperMeta(
            kind=TITLE,
            issuer=names.letterhead(checked.owner),
            place=checked.place or names.place(checked.owner) or None,
            made_at=checked.made_at,
            dated=checked.made_at.date(),
            footer=f"{TITLE} · {names.shown(checked.file)} · Thước Số {checked.program}",
            title=f"{TITLE} {about}",
        )
    )
    paper.head()
    paper.title(about)
    paper.heading(f"{roman(1)}. Tệp được kiểm tra")
    paper.table(_pairs(checked.facts))
    for number, (title, told) in enumerate(checked.findings, 2):
        paper.heading(f"{roman(number)}. {title}")
        _finding(paper, told)
    paper.body(
        "Phiếu ghi lại kết quả đúng như khi kiểm tra. Thời điểm ký là do máy của người ký ghi, phần mềm không xác "
        "nhận. Kết quả kiểm tra về sau được ghi thêm bên cạnh, không thay kết quả trước."
    )
    made = f"Phiếu in lúc {moment(checked.made_at)} bằng Thước Số {checked.program}"
    paper.body(f"{made}, người in: {checked.made_by}." if checked.made_by else f"{made}.")
    paper.signature(names.unnamed_signer(checked.owner), ("Lưu: VT",))
    return paper.to_pdf()


def _finding(paper: Paper, told: FindingTold) -> None:
    paper.body(f"Kết luận: {_CONCLUSIONS[told.light].format(word=told.word)}", told.checked)
    paper.table(
        Table(
            (Column("Nội dung kiểm tra", 30), Column("Kết quả", 32), Column("Diễn giải", 108)),
            [Row((each.name, each.word, each.sentence)) for each in told.lights],
            size=11,
        )
    )
    for number, signature in enumerate(told.signatures, 1):
        _signature(paper, number, signature)
    if told.additions:
        paper.heading("Nội dung được thêm sau khi ký", 3)
        paper.items(*(f"{each.sentence}: {_mark(each.light)}." for each in told.additions))
    if told.remarks:
        paper.heading("Lưu ý khác", 3)
        paper.items(*told.remarks)
    if told.codes:
        paper.heading("Mã nhận dạng", 3)
        paper.table(_pairs([(what, _parted(value)) for what, value in told.codes]))


def _signature(paper: Paper, number: int, told: SignatureTold) -> None:
    paper.heading(f"Chữ ký {number}: {names.shown(told.name)}", 3)
    paper.table(_pairs([*told.facts, ("Kết quả", told.word)]))
    if told.sentences:
        paper.body(*told.sentences)


def _pairs(pairs: Sequence[tuple[str, str]]) -> Table:
    return Table((Column("Mục", 60), Column("Nội dung", 110)), [Row(pair) for pair in pairs], size=11)


def _mark(light: str) -> str:
    return word(light).lower()


def _parted(value: str) -> str:
    """A digest in groups, so that it breaks at the end of a cell."""
    is_digest = len(value) == 64 and value.isalnum()
    return " ".join(value[at : at + 8] for at in range(0, 64, 8)) if is_digest else value
