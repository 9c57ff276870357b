"""The record of a handover stays one page, whatever stands in it."""

from io import BytesIO

import pypdfium2
import pytest

from app.reports.handover_record import Content, render

LONG = "Trung tâm Phục vụ hành chính công và Cung ứng dịch vụ sự nghiệp công xã Hòa Bình"


@pytest.mark.parametrize(
    ("parts", "note"), [(0, ""), (1, ""), (30, "Kèm 01 USB và 02 hồ sơ giấy đã ký năm 2025. " * 2)]
)
def test_one_page_whatever_stands_in_it(parts: int, note: str) -> None:
    content = Content(
        giver=("Nguyễn Thị Ngọc Hạnh", "Công chức Văn hóa - Xã hội", LONG),
        receiver=("Lê <b>Quốc</b> Bảo", "Chuyên viên", LONG),
        owner="Xã Hòa Bình" if parts else "",
        whose=("Xã Hòa Bình: Đánh giá mức độ chuyển đổi số của các xã, phường năm 2026",) * parts,
        file="BanGiao_XaHoaBinh_2026-11-22.zip.age",
        size=12_345_678_901,
        files=318,
        damaged=parts,
        missing=("Báo cáo kết quả chuyển đổi số " * 6 + ".pdf",) * parts,
        sha256="3f2a91c0" * 8,
        check_code="60429 17358 92014 55570 31886 70245",
        keys=(("Xã Hòa Bình", "60429 17358 92014 55570 31886 70245"),) * parts,
        note=note,
        at="2026-11-22T09:30:00+07:00",
    )
    document = pypdfium2.PdfDocument(BytesIO(render(content)))
    told = " ".join(document[0].get_textpage().get_text_range().split())
    assert len(document) == 1
    document.close()
    assert "BIÊN BẢN" in told
    assert "Lê <b>Quốc</b> Bảo" in told
    assert "60429 17358 92014 55570 31886 70245" in told
    assert ("mục khác trong tệp" in told) == (parts > 4)
