"""Every widget of the kit with Vietnamese content, in the frame of the window. All figures are made up."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from PySide6.QtWidgets import QWidget

from ui import preferences
from ui.context import Context
from ui.jobs import Job, JobRunner
from ui.main_window import MainWindow
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.models.tree_model import Branch, TreeModel
from ui.notices import Act, Notice
from ui.page import Page, PageSpec
from ui.pages import COMMUNE
from ui.widgets.badge import Badge
from ui.widgets.boxes import column, row, rule, scrolled
from ui.widgets.button import Button
from ui.widgets.chips import ChipRow, ChoiceRow, TabRow
from ui.widgets.choice import Choice
from ui.widgets.date_entry import DateEntry
from ui.widgets.drop_zone import DropZone
from ui.widgets.empty_state import EmptyState
from ui.widgets.entry import Entry
from ui.widgets.field import Field
from ui.widgets.figure import Figure
from ui.widgets.header import HeaderFacts
from ui.widgets.meter import Meter
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.number_entry import NumberEntry
from ui.widgets.search_box import SearchBox
from ui.widgets.sheet import Sheet, framed, well
from ui.widgets.splitter import Splitter
from ui.widgets.text import Label
from ui.widgets.text_area import TextArea
from ui.widgets.tick import Option, Tick
from ui.widgets.views import TableView, TreeView


@dataclass(frozen=True, slots=True)
class Node:
    """A group or a criterion of the sample tree."""

    code: str
    title: str
    points: str
    maximum: int
    word: str = ""
    icon: str = ""
    tone: str = "ink-soft"
    group: bool = False


@dataclass(frozen=True, slots=True)
class Commune:
    """A row of the sample board."""

    name: str
    lights: tuple[str, str, str]
    state: tuple[str, str, str]
    points: str
    share: float


_DONE, _OPEN = ("", "circle-check", "good"), ("Chưa nhập", "circle", "ink-soft")
_TREE = (
    Branch(
        Node("1", "Hạ tầng và nền tảng số", "60,20", 80, "7/7 tiêu chí", group=True),
        (Branch(Node("1.1", "Tỷ lệ thôn có cáp quang", "15,00", 20, *_DONE)),),
    ),
    Branch(Node("3", "An toàn thông tin mạng", "68,50", 100, "5/6 tiêu chí", group=True)),
    Branch(
        Node("4", "Hoạt động chính quyền số", "210,50", 520, "22/32 tiêu chí", group=True),
        tuple(
            Branch(node)
            for node in (
                Node("4.1", "Trang thông tin điện tử cung cấp đủ nội dung bắt buộc", "20,00", 20, *_DONE),
                Node(
                    "4.2",
                    "Ứng dụng, cơ sở dữ liệu dùng nền tảng LGSP",
                    "10,00",
                    20,
                    "Thiếu minh chứng",
                    "paperclip",
                    "warn",
                ),
                Node("4.3", "Sử dụng dịch vụ công trực tuyến", "20,00", 20, "Đang nhập", "circle-dot", "lead"),
                Node("4.4", "Hồ sơ trực tuyến toàn trình", "–", 20, *_OPEN),
                Node("4.5", "Mức độ hài lòng khi dùng dịch vụ công trực tuyến", "–", 20, *_OPEN),
                Node("4.6", "Hồ sơ giải quyết đúng hạn", "9,42", 10, *_DONE),
                Node("4.10", "Hồ sơ, kết quả được số hóa <img src='//10.0.0.9/s'> R&D", "7,82", 10, *_DONE),
            )
        ),
    ),
)
_RECEIVED = ("Đã tiếp nhận", "circle-check", "good")
_COMMUNES = (
    Commune("Xã An Thạnh", ("good", "good", "good"), ("Có hai bản khác nhau, cần chọn", "git-compare", "bad"), "–", 0),
    Commune("Xã Bình Lâm", ("bad", "none", "none"), ("Không đọc được, đã báo gửi lại", "file-x", "bad"), "–", 0),
    Commune(
        "Xã Thanh Vân",
        ("good", "warn", "good"),
        ("Đã tiếp nhận, chưa ghi nhận khóa", "key-round", "warn"),
        "611,25",
        0.6367,
    ),
    Commune("Phường Đông Hải", ("good", "good", "warn"), _RECEIVED, "702,40", 0.7317),
    Commune("Xã Hòa Bình", ("good", "good", "good"), _RECEIVED, "668,15", 0.6960),
    Commune("Xã Tân Hưng", ("none", "none", "none"), ("Chưa gửi", "circle", "ink-soft"), "–", 0),
)


def _title_cell(node: Node) -> Cell:
    return Cell(
        node.title,
        second=node.word,
        second_tone=node.tone,
        icon=node.icon,
        code=node.code,
        code_room=1 if node.group else 4,
        weight="bold" if node.group else "normal",
    )


def _points_cell(node: Node) -> Cell:
    tone = "ink-soft" if node.points == "–" else "ink"
    return Cell(
        node.points,
        tone=tone,
        tail=f" / {node.maximum}",
        right=True,
        weight="bold" if node.group else "normal",
    )


def tree() -> TreeView:
    columns = [Column("Tiêu chí", _title_cell), Column("Điểm", _points_cell, width=108, right=True)]
    view = TreeView("Tiêu chí", TreeModel(columns, _TREE, key=lambda node: node.code))
    view.expandAll()
    view.setExpanded(view.model().index(0, 0), False)
    view.select_key("4.3")
    return view


def _light_cell(number: int) -> Callable[[Commune], Cell]:
    return lambda commune: Cell(light=commune.lights[number])


def table() -> TableView:
    columns: list[Column[Commune]] = [
        Column("Xã, phường", lambda commune: Cell(commune.name), order=lambda commune: commune.name),
        Column("Nội dung", _light_cell(0), width=80),
        Column("Khóa", _light_cell(1), width=64),
        Column("Chữ ký", _light_cell(2), width=72),
        Column("Trạng thái", lambda c: Cell(c.state[0], icon=c.state[1], tone=c.state[2], badge=True), width=224),
        Column("Mức đạt", _share_cell, order=lambda commune: commune.share, width=130),
        Column(
            "Điểm", lambda c: Cell(c.points, right=True, weight="medium"), order=lambda c: c.share, width=88, right=True
        ),
    ]
    view = TableView("Tiếp nhận", RowsModel(columns, _COMMUNES, key=lambda commune: commune.name))
    view.select_key("Xã Thanh Vân")
    return view


def _share_cell(commune: Commune) -> Cell:
    if not commune.share:
        return Cell("–", right=True, tone="ink-soft")
    return Cell(f"{commune.share * 100:.1f}\u00a0%".replace(".", ","), bars=(("lead", commune.share),), mark=0.75)


def _form() -> QWidget:
    online, total = (
        NumberEntry("Số hồ sơ nộp trực tuyến", "hồ sơ"),
        NumberEntry("Tổng số hồ sơ tiếp nhận", "hồ sơ"),
    )
    online.set_value("1506")
    total.set_value("2000")
    explanation = TextArea("Giải trình")
    explanation.set_text("Số liệu lấy từ hệ thống của tỉnh đến hết ngày 30/10; gồm 8 hồ sơ nộp lại.")
    return column(
        row(
            Label("4 Hoạt động chính quyền số", "hint", "ink-soft"),
            None,
            Label("Hạn nội bộ: 05/11", "hint", "ink-soft"),
        ),
        row(
            Label("4.3  Sử dụng dịch vụ công trực tuyến", "section", weight="bold"),
            None,
            Label("20 điểm", "section", weight="bold"),
        ),
        row(
            Badge("circle-dot", "Đang nhập", "lead"),
            Label("Trung tâm Phục vụ hành chính công", "hint", "ink-soft"),
            None,
            gap=8,
        ),
        rule(),
        row(Label("Cách tính điểm", weight="bold"), None, Button("Xem hướng dẫn", "link")),
        Label("Tỷ lệ từ 75 % trở lên: điểm tối đa. Thấp hơn: tỷ lệ × 20 điểm.", wrap=True),
        row((column(Label("Số hồ sơ nộp trực tuyến"), Label("Năm 2025: 1.118", "hint", "ink-soft"), gap=0), 1), online),
        row((column(Label("Tổng số hồ sơ tiếp nhận"), Label("Năm 2025: 1.874", "hint", "ink-soft"), gap=0), 1), total),
        _points(),
        Field("Giải trình", explanation),
        row(Tick("Không áp dụng"), Label("cần lý do và điều khoản của quyết định", "hint", "ink-soft"), None, gap=8),
        None,
        gap=8,
        margins=(16, 12, 16, 12),
    )


def _points() -> Sheet:
    figure = Figure("20,00", "/ 20 điểm")
    meter = Meter("Tỷ lệ 75,30 %, ngưỡng 75 %", [("lead", 0.753)])
    meter.show_mark(0.75, "ngưỡng 75 %", ("0 %", "100 %"))
    notice = Notice("Chỉ hơn ngưỡng 6 hồ sơ. Nếu bị bớt từ 7 hồ sơ, điểm còn dưới 15,00.", "warn")
    return well(
        row(figure, Badge("info", "Tạm tính", "lead"), None, Button("Diễn giải điểm", "link")),
        meter,
        Label("1.506 ÷ 2.000 = 75,30 %, đạt ngưỡng: điểm tối đa."),
        NoticeBar(notice, closable=False),
    )


def _controls() -> Sheet:
    deadline = DateEntry("Hạn nội bộ")
    deadline.setText("31/02/2026")
    deadline.commit()
    wrong = Field("Hạn nội bộ", deadline)
    wrong.complain("Ghi ngày/tháng/năm, ví dụ 05/08/2026.")
    name = Entry("Số, ký hiệu")
    name.set_text("212/BC-UBND")
    locked = Entry("Số liệu cung cấp sẵn")
    locked.set_text("2.000")
    locked.setReadOnly(True)
    off = Button("Chưa làm được", "plain", "send")
    off.setEnabled(False)
    return Sheet(
        row(Button("Hoàn thành", "main", "check"), Button("Thêm tệp", "plain", "plus"), gap=8),
        row(Button("Để xem lại", "quiet", "bookmark"), off, None, gap=8),
        row(
            Button("Diễn giải điểm", "link"),
            Button("Thêm số liệu", "link", "plus"),
            None,
            Button("", "quiet", "ellipsis-vertical", tip="Thêm lựa chọn"),
        ),
        TabRow([(1, "Số liệu"), (2, "Minh chứng (2)"), (3, "Hướng dẫn")]),
        ChoiceRow([(1, "1 Thống nhất"), (2, "2 Điều chỉnh")]),
        row((Field("Số, ký hiệu", name), 1), (Field("Đã cung cấp", locked), 1), gap=8),
        row((wrong, 1), (Field("Cách đo", Choice("Cách đo", [(1, "Tỷ lệ của hai số liệu"), (2, "Số đếm")])), 1), gap=8),
        row(Option("Thứ nhất"), Option("Thứ hai"), Tick("Đã ký"), None),
        DropZone("Thả tệp, ảnh hoặc thư mục vào đây"),
        None,
        gap=8,
    )


def _badges() -> QWidget:
    return row(
        Badge("circle-check", "Hợp lệ", "good"),
        Badge("clock", "Hạn nội bộ 05/11", "ink-soft"),
        Badge("triangle-alert", "Quá hạn nội bộ 2 ngày", "warn"),
        Badge("file-x", "Không đọc được", "bad"),
        Badge("file-input", "Đã gửi biểu, chờ nạp", "lead"),
        None,
        gap=8,
    )


class PartsPage(Page):
    """Tree, form and controls side by side."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Bộ phận")
        chips = ChipRow([("open", "Chưa nhập"), ("proof", "Thiếu minh chứng"), ("all", "Tất cả")])
        for value, count in (("open", 14), ("proof", 6), ("all", 62)):
            chips.set_count(value, count)
        chips.set_value("all")
        left = framed(
            column(
                column(SearchBox("Tìm tiêu chí, mã, đơn vị"), chips, gap=8, margins=(12, 12, 12, 8)),
                rule(),
                (tree(), 1),
                gap=0,
            )
        )
        self.add((Splitter(left, framed(scrolled(_form())), _controls(), widths=[380, 430, 320], growing=(1,)), 1))
        meter = Meter("Tổng tạm tính", [("lead", 0.534), ("lead-soft", 0.25)])
        meter.setFixedWidth(140)
        self.strip.show_left(
            Label("Tổng tạm tính", tone="ink-soft"),
            Label("512,40 / 960", "section", weight="bold"),
            Label("53,4 %", weight="medium"),
            meter,
            Label("48/62 tiêu chí", tone="ink-soft"),
        )
        self.set_acts(
            Button("Tiêu chí trước", "quiet", "chevron-left"),
            Button("Tiêu chí sau", "quiet", "chevron-right"),
            Button("Hoàn thành, sang tiêu chí sau", "main", "check"),
        )


class StatesPage(Page):
    """Board with lights and badges, notices, an empty place."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Trạng thái")
        self.add(
            row(
                Label("Tiếp nhận", "title", weight="bold"),
                Label("96 xã, phường, đặc khu · lần 1", tone="ink-soft"),
                None,
                SearchBox("Tìm xã, mã, đầu mối"),
            )
        )
        self.add(_badges())
        empty = Sheet(
            EmptyState(
                "paperclip",
                "Minh chứng của các tiêu chí sẽ ở đây. Tệp được sao chép vào hồ sơ, bản gốc giữ nguyên.",
                "Thêm tệp đầu tiên",
                "plus",
            )
        )
        empty.setMinimumWidth(300)
        self.add((row((framed(table()), 1), empty), 1))
        self.set_acts(
            Button("Xuất danh sách", "quiet", "file-spreadsheet"),
            Button("Soạn tin đôn đốc 15 xã", "main", "message-square-text"),
        )


def _window(page: Callable[[Context], Page], title: str) -> MainWindow:
    scratch = Path(tempfile.mkdtemp(prefix="thuocso-scene-"))
    context = Context(None, preferences.stored(scratch))
    specs = [PageSpec(s.identifier, s.title, s.icon, page, s.foot) for s in COMMUNE]
    shown = MainWindow(context, specs)
    shown.show_facts(
        HeaderFacts(
            "Xã Hòa Bình",
            "Đợt đánh giá năm 2026 · Lần 1",
            "Hạn gửi: hết ngày 14/11/2026 · còn 12 ngày",
            saved="Đã lưu 14:32",
            is_sample=True,
        )
    )
    shown.show_person("Chị Hạnh", "Đầu mối")
    for identifier, count in (("assessment", "48/62"), ("evidence", "87"), ("check", "20")):
        shown.show_count(identifier, count)
    shown.open_page(title)
    return shown


def parts() -> QWidget:
    return _window(PartsPage, "assessment")


def states() -> QWidget:
    shown = _window(StatesPage, "evidence")
    notices = shown.context.notices
    notices.warn(
        "USB đã ngắt khi đang ghi. Số liệu trong máy nguyên vẹn; tệp trên USB chưa dùng được. "
        "Cắm lại USB và bấm Xuất lại; chỉ rút khi màn hình báo Đã ghi và kiểm tra xong.",
        Act("Xuất lại", lambda: None),
    )
    notices.good(
        "Đã nạp 7 tệp: tiếp nhận 5 hồ sơ, 1 tệp đã có từ trước, 1 tệp không đọc được. Các hồ sơ khác giữ nguyên.",
        Act("Xem từng tệp", lambda: None),
    )
    return shown


def report() -> QWidget:
    from ui.dialogs.crash_report import CrashReport

    return CrashReport("Thước Số 0.2.0\n\nTraceback (most recent call last):\n  …\nZeroDivisionError", None)


def work() -> QWidget:
    """Long work on its way, the main act with the focus."""
    shown = _window(StatesPage, "evidence")
    job = Job(JobRunner("scene", shown), "Xuất gói hồ sơ Xã Hòa Bình, bản chốt số 2", Event())
    shown.progress.follow(job)
    job.progressed.emit(412, 960)
    shown.progress.show()
    page = shown.page()
    if page is not None and page.main_action is not None:
        page.main_action.setFocus()
    return shown
