"""The import of a decision's annex, step by step, from a workbook as an office would send it."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.operations import folders
from app.operations.frameworks.annexing import Verdict
from ui import preferences
from ui.context import Context
from ui.main_window import MainWindow
from ui.pages import START
from ui.pages.annex_wizard.sitting import COLUMNS, RULES, SUMMARY, TREE
from ui.pages.annex_wizard.wizard import AnnexWizard
from ui.scenes.authority_collect import settle, world
from ui.session import Session

HEADS = (
    "STT|Chỉ số, tiêu chí|Điểm tối đa|Cách xác định và tính điểm|Tài liệu kiểm chứng|Nguồn thu thập dữ liệu|"
    "Đơn vị phối hợp xác minh|Ghi chú"
).split("|")
ROWS = (
    "1|Nhận thức số|50||||",
    "1.1|Người đứng đầu phụ trách chuyển đổi số của xã|20|Bí thư hoặc Chủ tịch: điểm tối đa; Phó Chủ tịch: 1/2 điểm "
    "tối đa; trường hợp khác: 0 điểm|Quyết định phân công|Văn phòng HĐND và UBND|Sở Nội vụ|",
    "1.2|Họp Ban Chỉ đạo do người đứng đầu chủ trì trong năm|20||Thông báo kết luận|||",
    "-|Từ 4 cuộc trở lên|20|||||",
    "-|3 cuộc|15|||||",
    "-|2 cuộc|10|||||",
    "-|Dưới 2 cuộc|0|||||",
    "1.3|Chuyên mục về chuyển đổi số trên trang thông tin điện tử|10|Có: 10 điểm; Không: 0 điểm|Đường dẫn chuyên "
    "mục|||",
    "2|Thể chế số|40||||",
    "2.1|Kế hoạch chuyển đổi số hằng năm của xã|20|Đã ban hành: điểm tối đa; chưa ban hành: 0 điểm|Kế hoạch|||",
    "2.2|Kinh phí chi cho chuyển đổi số|20|Giảm trừ tương ứng theo mức độ thực hiện|Quyết toán|Phòng Kinh tế|Sở Tài "
    "chính|",
    "3|Hoạt động chính quyền số|80||||",
    "3.1|Tỷ lệ hồ sơ trực tuyến toàn trình|30|Tỷ lệ = Số hồ sơ nộp trực tuyến / Tổng số hồ sơ. Từ 75% trở lên: điểm "
    "tối đa; dưới 75%: Tỷ lệ × Điểm tối đa|Báo cáo thống kê|Cổng dịch vụ công|Sở KH&CN|",
    "3.2|Tỷ lệ hồ sơ giải quyết đúng hạn|20|Từ 95% trở lên: điểm tối đa|Báo cáo|Cổng dịch vụ công||",
    "3.3|Tỷ lệ văn bản được ký số|20|Tỷ lệ = Số văn bản ký số / Tổng số văn bản phát hành; Điểm = Tỷ lệ × Điểm tối "
    "đa|Trích xuất|||",
    "3.4|Mức độ hài lòng của người dân|15|Theo kết quả khảo sát của Sở Nội vụ|||Sở Nội vụ|",
    "4|Điểm thưởng|5||||",
    "4.1|Có sáng kiến được công nhận|5|Mỗi sáng kiến 1 điểm, tối đa 5 điểm|Quyết định công nhận|||",
    "|Tổng cộng|170|||||",
)


def annex(folder: Path) -> Path:
    """The workbook: a letter's lines, the head, the rows; group 3 adds up to 85 where 80 is declared."""
    import openpyxl
    from openpyxl.styles import Font

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "PL V - cấp xã"
    sheet.append(["", "PHỤ LỤC V"])
    sheet.append(["", "BỘ CHỈ SỐ ĐÁNH GIÁ CHUYỂN ĐỔI SỐ CẤP XÃ"])
    sheet.append(["", "(Kèm theo Quyết định số 815/QĐ-UBND ngày 20/5/2026 của Ủy ban nhân dân tỉnh Hải Giang)"])
    sheet.append(HEADS)
    for line in ROWS:
        cells: list[str | float] = list(line.split("|"))
        sheet.append([int(cell) if at == 2 and str(cell).isdigit() else cell for at, cell in enumerate(cells)])
        if "." not in str(cells[0]) and str(cells[0]).isdigit():
            for at in (1, 2, 3):
                sheet.cell(sheet.max_row, at).font = Font(bold=True)
    path = folder / "Phu luc V Quyet dinh 815.xlsx"
    book.save(path)
    return path


def _scene(act: Callable[[AnnexWizard], object], step: int) -> Callable[[], QWidget]:
    def make() -> QWidget:
        folder = Path(tempfile.mkdtemp(prefix="thuocso-scene-"))
        opened = folders.open_workspace(world().folder, world().clock)
        shown = MainWindow(Context(opened, preferences.stored(folder)), START)
        shown.resize(1366, 768)

        def close() -> None:
            shown.context.close(cancel=True)
            opened.close()

        shown.destroyed.connect(close)
        Session(shown).choose(world().part)
        shown.open_page("frameworks")
        settle(shown)
        page = shown.page()
        assert page is not None
        wizard = page.begin_annex()  # type: ignore[attr-defined]
        settle(shown)
        if step:
            wizard.load(annex(folder))
            settle(shown)
            wizard.go(step)
            settle(shown)
        act(wizard)
        if step:
            wizard.go(step)  # a page that is not shown yet does not follow
        settle(shown)
        return shown

    return make


def _choose(code: str) -> Callable[[AnnexWizard], None]:
    def act(wizard: AnnexWizard) -> None:
        proposal = wizard.sitting.proposal
        assert proposal is not None
        key = next(seen.twig.row.key for seen in proposal.audit.nodes.values() if seen.code == code)
        wizard.tree.tree.select_key(key)
        wizard.rules.list.select_key(key)

    return act


def _decided(wizard: AnnexWizard, code: str = "3.1") -> None:
    proposal = wizard.sitting.proposal
    assert proposal is not None
    keys = list(proposal.suggested)
    wizard.sitting.decide(keys[:3], Verdict.ACCEPTED)
    wizard.sitting.decide(keys[4:5], Verdict.MANUAL)
    _choose(code)(wizard)


def _confirming(wizard: AnnexWizard) -> None:
    from ui.scenes.authority_collect import _inlay
    from ui.widgets.button import Button

    button = wizard.rules.findChild(Button, "confirm-sure")
    assert button is not None
    button.click()
    window = wizard.window()
    assert isinstance(window, MainWindow)
    _inlay(window)


SCENES: dict[str, Callable[[], QWidget]] = {
    "annex-file": _scene(lambda _: None, 0),
    "annex-columns": _scene(lambda _: None, COLUMNS),
    "annex-tree": _scene(_choose("3"), TREE),
    "annex-tree-row": _scene(_choose("1.2"), TREE),
    "annex-rules": _scene(_decided, RULES),
    "annex-rules-open": _scene(lambda wizard: _decided(wizard, "3.2"), RULES),
    "annex-rules-sure": _scene(_confirming, RULES),
    "annex-summary": _scene(_decided, SUMMARY),
}
