"""The one page of a registration: who took in which campaign, whom to call, and the code that somebody compares."""

from app.domain.campaign import Campaign
from app.domain.contents import RegistrationContent
from app.reports import names, phrases
from app.reports.flowables import paragraph, style
from app.reports.fonts import SERIF_BOLD
from app.reports.layout import Column, Paper, PaperMeta, Row, Table
from app.wording.keys import end_words


def render(
    campaign: Campaign, agency: str, content: RegistrationContent, check_code: str, made_at: str, content_digest: str
) -> bytes:
    """The page as PDF; `agency` is its code, `made_at` an ISO time."""
    own = campaign.agency(agency)
    name = own.name if own is not None else agency
    paper = Paper(
        PaperMeta(
            kind="Phiếu báo nhận gói triển khai",
            issuer=names.letterhead(name),
            place=names.place(name),
            made_at=phrases.moment(made_at),
            dated=phrases.moment(made_at).date(),
            footer=phrases.footer(campaign, content_digest, "phiếu báo nhận"),
        )
    )
    paper.head()
    paper.title(f"đợt “{names.shown(campaign.title)}”")
    paper.addressees(names.shown(campaign.authority.name))
    paper.body(
        f"{phrases.capital(names.office(name))} đã nạp gói triển khai của đợt đánh giá vào phần mềm và báo nhận như "
        f"sau:"
    )
    paper.table(Table((Column("Nội dung", 60), Column("Thông tin", 110)), _facts(campaign, agency, content), size=12))
    paper.heading("Mã đối chiếu khóa niêm phong", 2)
    paper.flowable(paragraph(check_code, style(18, SERIF_BOLD, "centre", spaceBefore=6, spaceAfter=6)))
    paper.body(
        "Mã in trong chính phiếu này chưa đủ căn cứ. Cơ quan thẩm định so mã hiện trên máy với mã ghi trong công văn "
        "nhận qua hệ thống quản lý văn bản, hoặc nghe đọc qua số điện thoại đã biết từ trước, rồi mới ghi nhận khóa.",
    )
    if content.replaced:
        why = phrases.lowered(end_words(content.reason))
        paper.body(f"Khóa này thay cho khóa đã dùng trước đó{f' (khóa cũ {why})' if why else ''}.")
    return paper.to_pdf()


def _facts(campaign: Campaign, agency: str, content: RegistrationContent) -> list[Row]:
    contact = content.contact
    person = ", ".join(part for part in (contact.name, contact.title) if part)
    told = (
        ("Mã cơ quan", agency),
        ("Đợt đánh giá", names.shown(campaign.title)),
        ("Bản gói triển khai đang giữ", str(campaign.revision)),
        ("Đầu mối", person),
        ("Điện thoại", contact.telephone),
        ("Thư điện tử", contact.email),
    )
    return [Row((head, value or phrases.NOTHING)) for head, value in told]
