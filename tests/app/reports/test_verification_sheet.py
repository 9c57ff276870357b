"""The verification sheet: every field, stable bytes, inside its margins whatever a file is called."""

from datetime import datetime
from pathlib import Path

import pytest

from app.domain.deadline import VIETNAM
from app.reports import verification_sheet
from app.reports.verification_sheet import Checked
from app.wording.checks import AdditionTold, FindingTold, LightTold, SignatureTold
from tests.app.reports.papers import flat, stays_inside, words

AT = datetime(2026, 11, 20, 15, 0, tzinfo=VIETNAM)
HOSTILE = "<b>&nbsp;" + "Ơ" * 300 + "\u202e.thuocso"


def checked(file: str = "XaHoaBinh.thuocso", light: str = "UNKNOWN") -> Checked:
    signature = SignatureTold(
        file, light, "Chưa đủ căn cứ", "09:30 14/11/2026", "", f"CN={file}", (("Nơi cấp chứng thư", file),), (file,)
    )
    lights = tuple(LightTold(name, light, "Chưa đủ căn cứ xác nhận", file) for name in ("Nguyên vẹn", "Chữ ký"))
    told = FindingTold(
        light, "Chưa đủ căn cứ xác nhận", "", lights, "Đã kiểm tra ngày 15:00 20/11/2026.", (signature,),
        (AdditionTold(2, light, "Trang 2: thêm"),), ("Lưu ý",), (("Mã nội dung", "3f2a91c0" * 8),),
    )  # fmt: skip
    findings = (("Kết quả kiểm tra khi nhận tệp", told), ("Kết quả kiểm tra lại", told))
    return Checked("Sở Khoa học và Công nghệ", "Hải Giang", file, (("Tên tệp", file),), findings, AT, "Lan", "0.3.0")


@pytest.mark.parametrize("light", ["VALID", "UNKNOWN", "INVALID"])
@pytest.mark.parametrize("file", ["XaHoaBinh.thuocso", HOSTILE])
def test_it_stays_inside_its_margins_and_is_the_same_every_time(tmp_path: Path, file: str, light: str) -> None:
    pdf = verification_sheet.render(checked(file, light))
    assert pdf == verification_sheet.render(checked(file, light))
    assert stays_inside(pdf, tmp_path)


def test_it_says_what_when_and_by_whom(tmp_path: Path) -> None:
    told = flat(words(verification_sheet.render(checked()), tmp_path))
    for each in (
        *("PHIẾU KIỂM TRA TỆP", "Hải Giang, ngày 20 tháng 11 năm 2026", "II. KẾT QUẢ KIỂM TRA KHI NHẬN TỆP"),
        *("III. KẾT QUẢ KIỂM TRA LẠI", "Căn cứ còn thiếu ghi ở cột Diễn giải", "Thước Số 0.3.0", "người in: Lan"),
        *("Nơi cấp chứng thư", "3f2a91c0 3f2a91c0", "Trang 2: thêm"),
    ):
        assert each in told, each
