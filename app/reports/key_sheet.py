"""A sealing key printed for the envelope: the lines that bring it back when typed, its check code, and what to do."""

from collections.abc import Sequence

from app.reports import names, phrases
from app.reports.flowables import paragraph, style
from app.reports.fonts import SERIF_BOLD
from app.reports.layout import Column, Paper, PaperMeta, Row, Table
from app.wording.keys import role_words


def render(owner: str, role: str, check_code: str, made_at: str, lines: Sequence[str]) -> bytes:
    """One page as PDF. `lines`: groups of signs with blanks between; `made_at`: ISO time."""
    paper = Paper(
        PaperMeta(
            kind="Phiếu sao lưu khóa niêm phong",
            issuer=names.letterhead(owner),
            place=names.place(owner),
            made_at=phrases.moment(made_at),
            dated=phrases.moment(made_at).date(),
            footer=f"Phiếu sao lưu khóa niêm phong · mã đối chiếu {check_code}",
            has_end_mark=False,
        )
    )
    paper.head()
    paper.title(f"của {names.office(owner)} ({role_words(role)})")
    paper.body(
        f"Phiếu in ngày {phrases.day(made_at[:10])}. Mã đối chiếu của khóa:",
    )
    paper.flowable(paragraph(check_code, style(18, SERIF_BOLD, "centre", spaceBefore=6, spaceAfter=6)))
    paper.body(
        "Cất phiếu trong phong bì dán kín, khác nơi với mật khẩu. Không chụp ảnh, không gửi qua tin nhắn. Một mình "
        "phiếu không mở được khóa: phải có mật khẩu dùng vào ngày in phiếu, kể cả khi mật khẩu đã đổi về sau.",
    )
    paper.heading("Bảy dòng để nhập lại", 2)
    groups = [line.split() for line in lines]
    columns = (
        Column("Dòng", 20, "centre"),
        *(Column(f"Nhóm {number}", 36, "centre") for number in range(1, len(groups[0]) + 1)),
    )
    paper.table(Table(columns, [Row((str(at), *group)) for at, group in enumerate(groups, 1)], size=16))
    paper.heading("Khi máy hỏng hoặc mất", 2)
    paper.items(
        "Cài phần mềm trên máy khác và nạp lại gói triển khai với đúng tên cơ quan.",
        "Mở Cài đặt, mục Khóa niêm phong, chọn Khôi phục khóa, Nhập từ phiếu in; gõ bảy dòng trên và mật khẩu. Chữ "
        "hoa, chữ thường, dấu cách không quan trọng; số 0 và chữ O, số 1 và chữ I, L được hiểu như nhau. Gõ nhầm ở "
        "dòng nào, phần mềm báo ngay ở dòng đó.",
        "So mã đối chiếu hiện trên máy với mã ghi ở trên.",
    )
    paper.heading("Khi phiếu bị lộ hoặc thất lạc", 2)
    paper.items(
        "Tạo khóa mới trong phần mềm (lý do: bị mất hoặc bị lấy cắp) và báo cơ quan thẩm định qua điện thoại hoặc văn "
        "bản.",
        "Hồ sơ đã gửi bằng khóa cũ vẫn giữ nguyên giá trị đã được ghi nhận; việc gửi hồ sơ không phải chờ.",
    )
    return paper.to_pdf()
