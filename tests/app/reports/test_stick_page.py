"""The page a commune reads first, and the model letter: whole in themselves, escaped, true to what is on the stick."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from app.domain.agency import Contact
from app.reports import stick_page
from app.reports.stick_page import OnStick
from app.resources import FOLDER
from tests.app.reports.papers import CAMPAIGN, CODE, hostile_campaign

FULL = OnStick(
    folder="ThuocSo_DotThu_Ban1", installer_folder="2-Cai-dat", installer="ThuocSo-0.4.0-setup.exe",
    portable_folder="3-Chay-khong-can-cai-dat", program="thuocso.exe", campaign="4-Goi-trien-khai.thuocso",
    letter="5-Cong-van-huong-dan.pdf", code="MA-KIEM-TRA.txt", sums="SHA256SUMS.txt",
)  # fmt: skip
PORTABLE = replace(FULL, installer_folder="", installer="")
BARE = replace(PORTABLE, portable_folder="", program="")
LINKING = {"src", "href", "srcset", "data", "action", "background", "poster", "xlink:href"}
VOID = {"meta"}


class Page(HTMLParser):
    """Tags in their order, the words outside of style, and whatever leads out of the page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []
        self.leading_out: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in VOID:
            self._open.append(tag)
        self.leading_out += [f"{tag} {name}" for name, _ in attrs if name in LINKING or name.startswith("on")]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self._open:
            self.words.append(data)


def page(on_stick: OnStick = FULL, campaign=CAMPAIGN) -> Page:
    return Page(stick_page.render(campaign, on_stick, "1-DOC-TRUOC.html").decode("utf-8"))


@pytest.mark.parametrize("on_stick", [FULL, PORTABLE, BARE], ids=["whole", "portable only", "no programs"])
def test_five_steps_and_nothing_fetched(on_stick: OnStick) -> None:
    made = page(on_stick)
    assert made.tags.count("section") == 6
    assert made.leading_out == []
    assert not {"script", "img", "link", "iframe", "object"} & set(made.tags)
    html = stick_page.render(CAMPAIGN, on_stick, "1-DOC-TRUOC.html").decode("utf-8")
    assert "default-src 'none'" in html
    assert "url(" not in html
    assert "@import" not in html
    assert "http" not in html.replace("http-equiv", "")


def test_the_windows_warning_is_drawn_with_both_clicks() -> None:
    said = " ".join(page().words)
    for words in ("Windows đã bảo vệ máy tính", "Thông tin thêm", "Vẫn chạy", "(More info)", "(Run anyway)"):
        assert words in said
    assert "ThuocSo-0.4.0-setup.exe" in said
    assert page().tags.count("svg") == 5
    assert page(BARE).tags.count("svg") == 2


def test_it_says_what_is_on_this_stick_alone() -> None:
    assert "2-Cai-dat" not in " ".join(page(PORTABLE).words)
    assert "Để trên máy tính này" in " ".join(page(PORTABLE).words)
    said = " ".join(page(BARE).words)
    assert "không kèm bộ cài" in said
    assert "3-Chay" not in said
    assert "Windows đã bảo vệ" not in said


@pytest.mark.parametrize("on_stick", [FULL, PORTABLE], ids=["whole", "portable only"])
def test_who_starts_the_copy_that_needs_no_installation_knows_the_question_that_comes(on_stick: OnStick) -> None:
    html = stick_page.render(CAMPAIGN, on_stick, "1-DOC-TRUOC.html").decode("utf-8")
    step = next(each for each in html.split("<section") if "3-Chay-khong-can-cai-dat" in each and "thuocso.exe" in each)
    assert step.index("thuocso.exe") < step.index("Phần mềm hỏi số liệu để ở đâu")
    answer = re.findall(r"nên chọn <b>(.+?)</b>", step)
    assert answer == ["Để trên máy tính này"]
    assert f"<translation>{answer[0]}</translation>" in (FOLDER / "i18n" / "vi.ts").read_text("utf-8")


def test_deadline_and_whom_to_call_stand_at_the_head() -> None:
    said = " ".join(page().words)
    assert "Hết ngày 15/01/2027" in said
    assert "0900 000 100" in said
    alone = replace(CAMPAIGN, rounds=(), authority=replace(CAMPAIGN.authority, contact=Contact()))
    said = " ".join(page(campaign=alone).words)
    assert "Theo thông báo riêng" in said
    assert CAMPAIGN.authority.name in said


def test_the_code_of_the_stick_is_not_what_the_page_compares_with() -> None:
    """The true code stands in the letter that comes another way; the pictures show a made-up one."""
    assert CODE not in " ".join(page().words)
    told = stick_page.code_text(CAMPAIGN, CODE).decode("utf-8-sig")
    assert CODE in told
    assert "chưa đủ căn cứ" in told
    assert told.count("\r\n") == told.count("\n")


def test_hostile_names_stay_words() -> None:
    hostile = replace(FULL, folder="<b>x</b>", installer="<script>alert(1)</script>.exe")
    made = page(hostile, hostile_campaign())
    assert not {"script", "img"} & set(made.tags)
    assert made.leading_out == []
    assert stick_page.code_text(hostile_campaign(), CODE).count(b"\r\n") == 9


def test_every_picture_has_a_name_for_who_cannot_see_it() -> None:
    html = stick_page.render(CAMPAIGN, FULL, "1-DOC-TRUOC.html").decode("utf-8")
    heads = [piece.partition(">")[0] for piece in html.split("<svg ")[1:]]
    assert all('aria-label="' in head and 'aria-label=""' not in head for head in heads)
