"""The receipt: what an authority received of one agency, when, what was found of it, and where it stands now."""

from datetime import datetime

from app.domain.agency import Agency
from app.domain.campaign import Campaign
from app.domain.contents import ReceiptContent, ReceivedItem
from app.domain.numbers import numbers_text
from app.domain.receiving import Place
from app.reports import names, phrases
from app.reports.layout import Column, Paper, PaperMeta, Row, Table
from app.wording import word

_CODE = 16  # hexadecimal digits of a content digest that are read out: four groups of four


def render(
    campaign: Campaign, agency: Agency, content: ReceiptContent, made_at: datetime, check_code: str, content_digest: str
) -> bytes:
    """The receipt as PDF. `check_code` is that of the key it is sealed with, for comparing with the official letter."""
    authority, office = campaign.authority, names.office(agency.name)
    title = phrases.of_period(f"Hồ sơ tự đánh giá của {office}", campaign)
    paper = Paper(
        PaperMeta(
            kind=word("bundle_receipt"),
            issuer=names.letterhead(authority.name),
            parent=names.shown(authority.parent),
            place=authority.place or names.place(authority.name),
            dated=made_at.date(),
            made_at=made_at,
            footer=phrases.footer(campaign, content_digest, "phiếu tiếp nhận"),
            title=title,
        )
    )
    paper.head()
    paper.title(title)
    received = phrases.capital(names.office(authority.name))
    paper.body(
        f"{received} đã tiếp nhận của {office}, trong đợt “{names.shown(campaign.title)}”, các hồ sơ sau đây "
        f"(tính đến {_moment(made_at)}):"
    )
    paper.table(_table(content))
    paper.body(*_remarks(content))
    if content.note.strip():
        paper.body(*filter(str.strip, content.note.splitlines()))
    paper.body(
        f"Phiếu này được niêm phong bằng khóa có mã đối chiếu {check_code}. Chỉ tính là đã tiếp nhận khi mã này trùng "
        "với mã trong văn bản của cơ quan thẩm định."
    )
    paper.signature(names.unnamed_signer(authority.name), (phrases.capital(office), "Lưu: VT"))
    return paper.to_pdf()


def code_of(digest: str) -> str:
    """The beginning of a content digest as it is read out: "3f2a 91c0 …", the same on every screen and paper."""
    return " ".join(digest[at : at + 4] for at in range(0, _CODE, 4))


def _table(content: ReceiptContent) -> Table:
    columns = (
        Column("Lần", 12, "centre"),
        Column("Bản chốt số", 16, "centre"),
        Column("Thời điểm tiếp nhận", 34),
        Column("Kết quả kiểm tra", 44),
        Column("Tình trạng", 34),
        Column("Mã nội dung", 30),
    )
    return Table(columns, [_row(item) for item in content.items], size=11)


def _row(item: ReceivedItem) -> Row:
    at = _moment(phrases.moment(item.received_at))
    received = f"{at}\n({names.shown(item.source)})" if item.source else at
    checked = "\n".join(
        f"{head}: {phrases.lowered(word(light))}"
        for head, light in (("Nội dung", item.integrity), ("Khóa", item.seal), ("Chữ ký", item.people))
        if light
    )
    return Row((str(item.round), str(item.revision), received, checked, _standing(item), code_of(item.content_digest)))


def _standing(item: ReceivedItem) -> str:
    told = word(f"place.{item.place}") if item.place in set(Place) else item.place
    if item.volumes:
        told += f"\nĐã nhận {item.volumes_received}/{item.volumes} tập minh chứng"
        told += f", còn thiếu tập {numbers_text(item.missing_volumes)}" if item.missing_volumes else ""
    return told


def _remarks(content: ReceiptContent) -> list[str]:
    return [
        f"Bản chốt số {item.revision}: {item.reason.strip().rstrip('.')}."
        for item in content.items
        if item.reason.strip()
    ]


def _moment(at: datetime) -> str:
    return f"{at:%H:%M} ngày {at:%d/%m/%Y}"
