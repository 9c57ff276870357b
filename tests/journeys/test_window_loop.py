"""A campaign from its opening to the rank a commune reads, all of it through the window, file by file."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.domain import framework
from app.domain.appraisal import Standing
from app.operations import bundling, folders, parts
from app.operations import workspace as workspaces
from app.operations.authority import campaigning
from app.operations.commune import assessing, evidencing, submitting
from app.operations.trust import trusting
from tests.app.operations.sets import pdf
from tests.journeys.sitting import Sitting, sitting
from tests.ui.pages.desk_house import every_kind
from ui import language, theme
from ui.scenes.collecting_world import Clock
from ui.widgets.date_entry import DateEntry
from ui.widgets.text import Label
from ui.widgets.views import TableView

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SECRET = "mot hai ba bon nam"
LIST = "HB01, Xã Hòa Bình, Nguyễn Thị Thu Hà, 0900 000 101\nAT02, Xã An Thạnh, Lê Văn Lâm, 0900 000 102"
LEADER = "Nguyễn Văn Bình"


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    language.install("vi")
    theme.install(qapp, "light", 100)


class Day:
    """The folders of the computers, the stick that goes between them, and the codes of the letters."""

    def __init__(self, folder: Path, qtbot) -> None:
        self.folder, self.qtbot, self.clock = folder, qtbot, Clock()
        self.stick = folder / "USB của văn thư"
        self.stick.mkdir()
        self.pictures = folder / "ảnh"
        self.codes: dict[str, str] = {}

    def at(self, name: str):
        self.clock.move(hours=1)
        return sitting(self.folder / name, self.qtbot, self.pictures, self.clock)

    def framework(self) -> Path:
        """The set of the tests as a file, with a ranking of all."""
        told = framework.to_json(every_kind())
        told["ranking_tables"] = [{"code": "all", "title": "Xếp hạng chung"}]
        path = self.folder / "Bộ chỉ số thử.json"
        path.write_text(json.dumps(told, ensure_ascii=False), "utf-8")
        return path

    def newest(self, pattern: str = "*.thuocso") -> Path:
        return max(self.stick.rglob(pattern), key=lambda path: path.stat().st_mtime_ns)


def write_to(here: Sitting, folder: Path) -> None:
    here.click("other-folder")
    here.choose_path(folder)


def open_the_campaign(day: Day) -> None:
    with day.at("Sở Khoa học và Công nghệ") as here:
        here.picture("01 bắt đầu")
        here.click("start-authority")
        here.on("new_campaign")
        here.write("authority-name", "Sở Khoa học và Công nghệ")
        here.click("paste")
        here.write("pasted", LIST)
        here.picture("02 dán danh sách")
        here.act()
        first = here.find("round-1")
        here.write(first.words, "trước ngày 15/11/2026")
        here.click("framework-file")
        here.choose_path(day.framework())
        here.until(lambda: [each.id for each in here.window.page().frameworks.sets().values()] == ["thu"])
        here.picture("03 đợt mới")
        here.click("create")
        here.person("Nguyễn Thị Thảo", "Đầu mối")
        here.on("overview")
        here.picture("04 tổng quan")
        here.go("campaigns")
        here.picture("05 đợt đánh giá")
        here.click("send")
        write_to(here, day.stick)
        here.keys("passphrase", SECRET)
        here.keys("passphrase-again", SECRET)
        here.picture("06 niêm phong")
        here.act()
        here.until(lambda: list(day.stick.glob("*.thuocso")))
        here.settle()
        here.click("copy-code")
        day.codes["authority"] = QApplication.clipboard().text()
        assert len(day.codes["authority"].split()) == 6


def take_part(day: Day, here: Sitting) -> None:
    here.drop("start-drop", [day.newest()])
    here.find("agency-search")
    here.says(day.codes["authority"], "Sở Khoa học và Công nghệ")
    here.keys("agency-search", "hoa binh")
    here.picture("07 chọn tên xã")
    here.act()
    here.person("Trần Thị Hạnh", "Công chức Văn hóa - Xã hội")
    here.on("overview")
    here.picture("08 tổng quan của xã")


def field(here: Sitting, key: str):
    return here.find(f"input-{key}").entry.entry


def complete(here: Sitting, code: str) -> None:
    """Ctrl+Enter, and the next criterion stands there."""
    heading = here.find("heading").text()
    assert heading.startswith(code)
    here.control(Qt.Key.Key_Return)
    here.settle()


def answer_everything(day: Day, here: Sitting) -> None:
    here.go("assessment")
    here.keys(field(here, "online"), "1506")
    here.keys(field(here, "total"), "2.000")
    assert field(here, "online").text() == "1.506"
    here.write("explanation", "Số liệu của hệ thống tỉnh đến hết ngày 30/10")
    papers = [pdf(day.folder, name, name) for name in ("Báo cáo số 212.pdf", "Bảng kê hồ sơ – quý III.pdf")]
    here.drop("drop", papers)
    here.until(lambda: len(here.seen("evidence-card")) == 2)
    here.click("cite")
    here.write("number", "45/KH-UBND")
    here.write(here.find("date", DateEntry), "05/08/2026")
    here.write("issuer", "UBND xã Hòa Bình")
    here.write("subject", "Kế hoạch chuyển đổi số năm 2026")
    here.act()
    here.until(lambda: len(here.seen("evidence-card")) == 3)
    here.says("45/KH-UBND", "20,00")
    here.picture("09 tự chấm")
    complete(here, "1.1")
    here.find("input-issued").options.findChildren(QAbstractButton)[0].click()
    here.drop("drop", [papers[0]])
    here.until(lambda: here.seen("evidence-card"))
    complete(here, "1.2")
    here.find("input-who").findChildren(QAbstractButton)[1].click()
    here.drop("drop", [papers[0]])
    here.until(lambda: here.seen("evidence-card"))
    complete(here, "1.3")
    here.find("input-plan").tick.click()
    here.find("input-news").tick.click()
    here.drop("drop", [papers[1]])
    here.until(lambda: here.seen("evidence-card"))
    here.picture("10 đánh dấu các mục")
    complete(here, "2.1")
    here.keys(field(here, "now"), "40")
    here.click("none-before")
    here.drop("drop", [papers[1]])
    here.until(lambda: here.seen("evidence-card"))
    complete(here, "2.2")
    here.keys(here.find("own-points").entry.entry, "17,5")
    here.write("explanation", "Tự chấm theo hướng dẫn của Sở")
    here.drop("drop", [papers[1]])
    here.until(lambda: here.seen("evidence-card"))
    complete(here, "2.3")
    here.picture("11 đã xong")


def freeze_and_seal(day: Day, here: Sitting, *, is_new: bool, picture: str) -> Path:
    here.go("check")
    here.picture(f"{picture}a rà soát")
    here.click("main")
    here.on("submit")
    here.picture(f"{picture}b ký và gửi")
    here.click("main")
    if is_new:
        here.write("leader-name", LEADER)
    here.click("leader-agrees")
    here.picture(f"{picture}c chốt số liệu")
    here.act()
    here.settle()
    before = set(day.stick.glob("*.thuocso"))
    here.click("main")
    if is_new:
        write_to(here, day.stick)
    here.keys("passphrase", SECRET)
    if is_new:
        here.keys("passphrase-again", SECRET)
    here.act()
    here.until(lambda: set(day.stick.glob("*.thuocso")) - before)
    here.settle()
    here.click("main")  # sent
    here.settle()
    here.picture(f"{picture}d đã gửi")
    return day.newest()


def other_commune(day: Day, campaign: Path) -> None:
    """The neighbour works as well; how is another story."""
    opened = folders.open_workspace(day.folder / "Xã An Thạnh", day.clock)
    try:
        workspaces.add_person(opened, "Lê Văn Lâm", "Công chức")
        part = campaigning.accept(opened, campaign, "AT02").id
        proof = [pdf(day.folder, "Báo cáo An Thạnh.pdf", "An Thạnh")]
        answers = {
            "1.1": {"online": "1990", "total": "2000"},
            "1.2": {"issued": "yes"},
            "1.3": {"who": "head"},
            "2.1": {"plan": "yes", "news": "yes", "school": "yes"},
            "2.2": {"now": "60", "before": "40"},
        }
        for code, inputs in answers.items():
            assessing.answer(opened, part, code, inputs=inputs, is_complete=True)
        assessing.answer(opened, part, "2.3", points="10", explanation="Tự chấm", is_complete=True)
        for code in (*answers, "2.3"):
            evidencing.attach(opened, part, code, proof)
        submitting.freeze(opened, part, "Phạm Văn Cường", "Chủ tịch")
        submitting.seal_and_export(opened, part, day.stick, SECRET)
        key = trusting.own_key(opened, parts.find(opened, part))
        assert key is not None
        day.codes["AT02"] = key.check_code
    finally:
        opened.close()


def take_in(here: Sitting, paths: list[Path], picture: str) -> None:
    here.go("collecting")
    here.drop("collect-drop", paths)
    here.until(lambda: "tệp" in here.notice())
    here.picture(picture)


def accept_key(day: Day, here: Sitting, code: str) -> None:
    """Compared by telephone: the commune reads out what its own window shows."""
    assert here.find("board", TableView).select_key(code)
    here.settle()
    here.click("act-accept")
    here.keys("typed-code", day.codes[code])
    here.picture(f"14 đối chiếu khóa {code}")
    here.act()
    here.settle()


def case(here: Sitting) -> tuple[str, str] | None:
    """Agency and criterion under the cursor of the assessor's list."""
    table = here.find("cases", TableView)
    index = table.currentIndex()
    return table.model().row_at(index).key if index.isValid() else None


def open_cases(here: Sitting) -> int:
    return sum(line.standing is Standing.UNDECIDED for line in here.find("cases", TableView).model().rows())


SAID: dict[tuple[str, str], tuple[Qt.Key, str, str]] = {
    ("HB01", "n1.3"): (Qt.Key.Key_3, "", "Chưa thấy quyết định phân công"),
    ("HB01", "n2.3"): (Qt.Key.Key_2, "15,25", "Thiếu một đợt tập huấn"),
    ("HB01", "n2.2"): (Qt.Key.Key_4, "", "Bổ sung bảng kê số liệu năm nay"),
}


def appraise(here: Sitting, said: dict[tuple[str, str], tuple[Qt.Key, str, str]]) -> int:
    """Every open case by the keyboard alone; how many there were."""
    count = 0
    while True:
        while open_cases(here):
            at, before = case(here), open_cases(here)
            assert at is not None
            key, points, reason = said.get(at, (Qt.Key.Key_1, "", ""))
            here.control(key)
            if points:
                here.keys("points", points)
            if reason:
                here.write("reason", reason)
            here.control(Qt.Key.Key_Return)
            here.until(lambda was=before: open_cases(here) < was)
            here.settle()
            count += 1
        here.follow()
        if QApplication.activeModalWidget() is not None:  # the round, where nothing is left
            return count
        here.settle()


def send_the_feedback(day: Day, here: Sitting, name: str) -> dict[str, Path]:
    """From the dialog of the round: the files to the stick, then its end."""
    folder = day.folder / name
    folder.mkdir()
    here.picture("17 lượt thẩm định")
    here.click("export")
    write_to(here, folder)
    here.write("note", "Giải trình trong 05 ngày làm việc")
    here.keys("passphrase", SECRET)
    here.picture("18 xuất phản hồi")
    here.act()
    here.find("files")
    here.picture("19 đã xuất")
    here.act()
    here.click("round")
    here.click("close-round")
    here.act()
    here.settle()
    here.picture("20 đã kết thúc lượt")
    return by_agency(folder)


def by_agency(folder: Path) -> dict[str, Path]:
    """The files of a folder by the code of who gets them."""
    return {
        code: path for path in folder.glob("*.thuocso") for code in ("HB01", "AT02")
        if bundling.inspect(path).envelope.receiver.code == code
    }  # fmt: skip


def answer_the_feedback(day: Day, here: Sitting, feedback: Path) -> Path:
    here.go("result")
    here.drop("result-drop", [feedback])
    here.find("accept-key")
    here.settle()
    here.picture("21 phản hồi")
    here.click("accept-key")
    here.keys("typed-code", day.codes["authority"])
    here.picture("22 khóa của Sở")
    here.act()
    here.settle()
    assert not here.seen("accept-key")
    here.click("main")
    here.on("assessment")
    more = [pdf(day.folder, "Bảng kê bổ sung.pdf", "bổ sung")]
    for code in ("1.3", "2.2", "2.3"):
        assert here.find("heading", Label).text().startswith(code)
        here.write("explanation", f" Giải trình lần 2 cho tiêu chí {code}")
        here.drop("drop", more)
        here.until(lambda: len(here.seen("evidence-card")) == 2)
        if code == "1.3":
            assert field_is_locked(here)
            here.picture("23 giải trình")
        here.control(Qt.Key.Key_Return)
        here.settle()
    return freeze_and_seal(day, here, is_new=False, picture="24")


def field_is_locked(here: Sitting) -> bool:
    return not any(button.isEnabled() for button in here.find("input-who").findChildren(QAbstractButton))


def rank_and_publish(day: Day, here: Sitting) -> dict[str, Path]:
    here.go("ranking")
    here.find("ranking", TableView)
    here.picture("26 xếp hạng")
    here.go("publication")
    here.until(lambda: here.find("publish", QAbstractButton).isEnabled())
    here.picture("27 trước khi công bố")
    folder = day.folder / "Kết quả"
    folder.mkdir()
    here.click("publish")
    write_to(here, folder)
    here.keys("passphrase", SECRET)
    here.act()
    here.find("files")
    here.picture("28 đã công bố")
    here.act()
    assert [path.suffix for path in sorted(folder.glob("*.[px]*"))] == [".pdf", ".xlsx"]
    return by_agency(folder)


def test_a_campaign_through_the_window(tmp_path: Path, qtbot) -> None:
    day = Day(tmp_path, qtbot)
    open_the_campaign(day)
    campaign = day.newest()
    with day.at("Xã Hòa Bình") as here:
        take_part(day, here)
        answer_everything(day, here)
        freeze_and_seal(day, here, is_new=True, picture="12")
        here.click("copy-code")
        day.codes["HB01"] = QApplication.clipboard().text()
    other_commune(day, campaign)
    with day.at("Sở Khoa học và Công nghệ") as here:
        take_in(here, [day.stick], "13 tiếp nhận")
        accept_key(day, here, "HB01")
        accept_key(day, here, "AT02")
        here.go("appraising")
        here.picture("15 thẩm định")
        assert appraise(here, SAID) == 12
        feedback = send_the_feedback(day, here, "Phản hồi lần 1")
    with day.at("Xã Hòa Bình") as here:
        second = answer_the_feedback(day, here, feedback["HB01"])
    with day.at("Sở Khoa học và Công nghệ") as here:
        take_in(here, [second], "25 tiếp nhận lần 2")
        here.go("appraising")
        assert appraise(here, {}) == 3
        here.click("leave")
        results = rank_and_publish(day, here)
    with day.at("Xã Hòa Bình") as here:
        here.go("result")
        here.session.open_file(results["HB01"])
        here.settle()
        here.says("Kết quả chính thức", "Kết quả của xã | 80,83", "Xếp hạng chung | 2 | / 2")
        here.picture("29 kết quả")
