"""The help: every page has its place, both languages say the same things, nothing is fetched from anywhere."""

import re

import pytest
from PySide6.QtCore import QUrl

from tests.ui.accessibility import nameless
from ui.pages import AUTHORITY, COMMUNE, START
from ui.pages.help import PLACES, Reader, topics
from ui.widgets.search_box import SearchBox
from ui.widgets.views import TableView

FORBIDDEN = re.compile(r"\b(lỗi|bạn|tôi|quý vị|vui lòng|submit|bundle|hash)\b|!", re.IGNORECASE)


def test_every_page_has_a_place_in_the_help():
    pages = {spec.identifier for spec in (*COMMUNE, *AUTHORITY, *START)} - {"help"}
    assert pages <= set(PLACES)
    assert set(PLACES.values()) <= {topic.name for topic in topics("vi")}


def test_both_languages_have_the_same_topics_in_the_same_order():
    assert [topic.name for topic in topics("vi")] == [topic.name for topic in topics("en")]


@pytest.mark.parametrize("topic", topics("vi"), ids=lambda topic: topic.name)
def test_the_texts_keep_to_the_glossary(topic):
    assert topic.body.startswith(f"# {topic.title}\n")
    assert not FORBIDDEN.search(topic.body)
    assert "http" not in topic.body
    assert "![" not in topic.body


@pytest.mark.parametrize("spoken", ["vi", "en"])
def test_headings_of_both_languages_pair_up(spoken):
    for one, other in zip(topics("vi"), topics("en"), strict=True):
        assert one.body.count("\n## ") >= other.body.count("\n## ") - 1


def test_f1_opens_the_text_for_the_page_one_comes_from(house):
    page = house("begun", "help").page
    page.show_place("submit")
    assert page.topic() == "07-chot-niem-phong-gui"
    shown = page.findChild(Reader).toPlainText()
    assert shown.startswith("Chốt, niêm phong, gửi")
    assert "**" not in shown


def test_there_is_a_way_back_to_the_page_one_came_from(house):
    opened = house("begun", "help")
    assert not opened.page.strip.isVisible()
    opened.page.show_place("evidence")
    opened.page.main_action.click()
    assert opened.asked == [("evidence", None)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("phieu tiep nhan", "07c-phieu-tiep-nhan"),
        ("gửi theo phần", "07b-gui-theo-phan"),
        ("thu hồi", "08d-ket-qua-kiem-tra"),
        ("đồng hạng", "10-ket-qua"),
        ("FAT32", "13-truc-trac"),
        ("xyzzy", None),
    ],
)
def test_search_reads_the_texts_without_diacritics(house, qtbot, typed, first):
    page = house("begun", "help").page
    page.findChild(SearchBox).setText(typed)
    model = page.findChild(TableView, "topics").model()
    qtbot.waitUntil(lambda: (model.rows()[0].name if model.rows() else None) == first)


def test_nothing_is_ever_fetched_or_followed(qtbot, tmp_path):
    secret = tmp_path / "x.png"
    secret.write_bytes(b"\x89PNG")
    reader = Reader("Nội dung")
    qtbot.addWidget(reader)
    reader.show_text(f"![x]({secret.as_uri()}) <img src='{secret.as_uri()}'> [đi](https://example.com) <b>đậm</b>")
    assert reader.loadResource(2, QUrl(secret.as_uri())) is None
    assert "<img" in reader.toPlainText()  # HTML is text
    assert not reader.openLinks()
    assert not reader.openExternalLinks()


def test_every_control_has_a_name(house):
    assert nameless(house("begun", "help").page) == []
