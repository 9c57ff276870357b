"""The first page of a portable copy offers the campaign of its stick; a broken one is one calm line."""

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest

from app.operations import folders, portable
from app.operations.authority import sticks
from app.operations.authority.sticks import CAMPAIGN, PORTABLE, Enclosed
from tests.app.operations.authority.test_sticks import portable_copy
from tests.app.operations.houses import Houses
from ui.context import Context
from ui.pages.start import Start
from ui.preferences import Preferences
from ui.widgets.button import Button
from ui.widgets.text import Label


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The window runs from a portable copy on a stick that an authority wrote."""
    from tests.app.operations.conftest import Clock

    houses = Houses(tmp_path, Clock())
    houses.open_campaign()
    with houses.at("SKHCN") as here:
        enclosed = Enclosed(portable=portable_copy(tmp_path))
        folder = sticks.write(here, houses.authority_part, houses.out, enclosed).folder
    monkeypatch.setattr(portable, "program_folder", lambda: folder / PORTABLE)
    return folder / PORTABLE


@pytest.fixture
def newcomer(tmp_path: Path, preferences: Preferences) -> Iterator[Context]:
    opened = folders.open_workspace(tmp_path / "mới")
    context = Context(opened, preferences)
    yield context
    context.close(cancel=True)
    opened.close()


def shown(context: Context, qtbot) -> Start:
    with qtbot.waitSignal(context.job_started) if portable.find() is not None else nullcontext():
        page = Start(context)
        qtbot.addWidget(page)
        page.resize(1174, 700)
        page.show()
    qtbot.waitUntil(lambda: not context.jobs(), timeout=20_000)
    return page


def words(page: Start) -> str:
    return "\n".join(label.text() for label in page.findChildren(Label) if label.isVisible())


def test_the_campaign_beside_is_offered_first(program: Path, newcomer: Context, qtbot):
    page = shown(newcomer, qtbot)
    told = words(page)
    for each in ("Có gói triển khai trên USB này", "Chuyển đổi số 2026", "Sở Khoa học và Công nghệ", "14/11/2026"):
        assert each in told
    button = page.findChild(Button, "start-offer")
    assert button.words() == "Bắt đầu tự đánh giá"
    seen = [each for each in page.findChildren(Button) if each.isVisible()]
    highest = min(seen, key=lambda each: each.mapTo(page, each.rect().topLeft()).y())
    assert highest is button
    with qtbot.waitSignal(newcomer.file_asked) as asked:
        button.click()
    assert asked.args == [program.parent / CAMPAIGN]


def test_a_broken_one_is_one_calm_line(program: Path, newcomer: Context, qtbot):
    path = program.parent / CAMPAIGN
    path.write_bytes(path.read_bytes()[:-200])
    page = shown(newcomer, qtbot)
    assert page.findChild(Button, "start-offer") is None
    assert f"Chưa đọc được {CAMPAIGN} trên USB này" in words(page)
    assert newcomer.notices.waiting() == ()
    assert page.findChild(Button, "start-commune").isEnabled()


def test_an_installed_program_offers_nothing(newcomer: Context, qtbot):
    page = shown(newcomer, qtbot)
    assert page.findChild(Button, "start-offer") is None
    assert "USB này" not in words(page)
