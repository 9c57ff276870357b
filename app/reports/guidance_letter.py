"""A model of the authority's letter to its communes: how to assess, by when, with which file, and the code to compare.

A công văn (Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.5). The authority gives it number, date and signature in its own
document system; that way the check code reaches the communes by another road than the campaign file.
"""

from app.domain.campaign import Campaign
from app.domain.framework import Framework
from app.reports import campaign_page, names, phrases
from app.reports.layout import Paper
from app.reports.phrases import lowered
from app.wording import word


def render(campaign: Campaign, frameworks: tuple[Framework, ...], check_code: str) -> bytes:
    """The letter as PDF, with the list of agencies and the criteria of each set as annexes."""
    footer = "Dự thảo do phần mềm lập từ gói triển khai; bản phát hành có số, ngày và chữ ký"
    exercise = "Tập huấn, dùng thử · " if campaign.is_sample else ""
    paper = campaign_page.begun(campaign, frameworks, f"{exercise}{footer}")
    campaign_page.opening(paper, campaign, frameworks)
    evidence = lowered(campaign_page.shared_term(frameworks, "evidence"))
    _assessing(paper, campaign, frameworks)
    _proving(paper, campaign, frameworks, evidence)
    _times(paper, campaign, evidence)
    _software(paper, check_code)
    _closing(paper, campaign)
    campaign_page.annexes(paper, campaign, frameworks)
    return paper.to_pdf()


def _assessing(paper: Paper, campaign: Campaign, frameworks: tuple[Framework, ...]) -> None:
    criterion = lowered(campaign_page.shared_term(frameworks, "criterion"))
    paper.heading("1. Tự đánh giá, chấm điểm", 2)
    paper.body(*campaign_page.period_lines(campaign))
    paper.table(campaign_page.sets_table(campaign, frameworks))
    paper.items(
        f"Từng {criterion} được chấm theo kết quả thực tế trong kỳ số liệu và cách tính điểm tại Phụ lục kèm theo; văn "
        "bản được dẫn mà đã thay thế thì áp dụng văn bản mới.",
        "Phần mềm tự tính điểm từ số liệu nhập vào; ô chưa nhập, số 0 và không áp dụng là ba trường hợp khác nhau.",
    )
    if campaign.guidance.strip():
        paper.body(*filter(str.strip, campaign.guidance.splitlines()))


def _proving(paper: Paper, campaign: Campaign, frameworks: tuple[Framework, ...], evidence: str) -> None:
    paper.heading(f"2. {phrases.capital(evidence)} và hồ sơ", 2)
    paper.items(
        f"{phrases.capital(evidence)} là văn bản, tài liệu do cơ quan có thẩm quyền ban hành, ghi rõ số, ký hiệu, "
        "ngày, cơ quan ban hành, trích yếu và trang, mục chứng minh; trường hợp còn thiếu thì giải trình bằng văn bản.",
        "Không đưa tài liệu có nội dung bí mật nhà nước vào phần mềm và hồ sơ.",
        f"Xác nhận hồ sơ: {lowered(word(f'demand.{campaign.demand.value}'))}.",
    )
    paper.body(*campaign_page.evidence_lines(frameworks))


def _times(paper: Paper, campaign: Campaign, evidence: str) -> None:
    paper.heading("3. Thời hạn", 2)
    paper.table(campaign_page.rounds_table(campaign, evidence))


def _software(paper: Paper, check_code: str) -> None:
    paper.heading("4. Phần mềm, gói triển khai và mã đối chiếu", 2)
    paper.body(
        "Gói triển khai (tệp .thuocso) gửi kèm trên USB hoặc qua thư điện tử; phần mềm Thước Số chạy trên Windows 10, "
        "Windows 11 (64 bit), không cần kết nối mạng, không cần quyền quản trị máy. Gói được niêm phong bằng khóa của "
        "cơ quan thẩm định, có mã đối chiếu:"
    )
    campaign_page.code_line(paper, check_code)
    paper.body(
        "Khi mở gói triển khai lần đầu, so mã phần mềm hiện trên máy với mã ghi trong công văn này nhận qua hệ thống "
        "quản lý văn bản. Sáu nhóm giống nhau từng chữ số thì ghi nhận khóa; khác dù một chữ số thì dừng lại và báo "
        "đầu mối theo số điện thoại dưới đây."
    )


def _closing(paper: Paper, campaign: Campaign) -> None:
    paper.heading("5. Đầu mối", 2)
    person = campaign_page.contact_line(campaign) or phrases.MISSING
    office = phrases.capital(names.office(campaign.authority.name))
    paper.body(
        f"Vướng mắc trong quá trình thực hiện, đề nghị liên hệ: {person}.",
        f"{office} đề nghị các cơ quan, địa phương quan tâm, thực hiện.",
    )
    paper.signature(names.unnamed_signer(campaign.authority.name), ("Như trên", "Lưu: VT"))
