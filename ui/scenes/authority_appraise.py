"""The authority's pages while it appraises, settles, ranks and publishes, with the sample's communes."""

import functools
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.domain.appraisal import Opinion, Standing
from app.operations.authority import appraising
from app.operations.workspace import Workspace
from ui import preferences
from ui.context import Context
from ui.main_window import MainWindow
from ui.page import Page
from ui.pages import START
from ui.scenes import appraising_world
from ui.scenes.appraising_world import World
from ui.scenes.authority_collect import _inlay, settle
from ui.session import Session
from ui.widgets.button import Button
from ui.widgets.entry import Entry

Act = Callable[[MainWindow, Workspace], object]


@functools.cache
def world() -> World:
    """The province of the pictures, made once."""
    return appraising_world.build(Path(tempfile.mkdtemp(prefix="thuocso-scene-")))


def _scene(stage: str, page: str, act: Act | None = None) -> Callable[[], QWidget]:
    def make() -> QWidget:
        opened = world().opened(stage, Path(tempfile.mkdtemp(prefix="thuocso-scene-")))
        context = Context(opened, preferences.stored(Path(tempfile.mkdtemp(prefix="thuocso-scene-"))))
        shown = MainWindow(context, START)
        shown.resize(1366, 768)

        def close() -> None:
            context.close(cancel=True)
            opened.close()

        shown.destroyed.connect(close)
        Session(shown).choose(world().part)
        shown.open_page(page)
        settle(shown)
        if act is not None:
            act(shown, opened)
            settle(shown)
        return shown

    return make


def _page(window: MainWindow) -> Page:
    page = window.page()
    assert page is not None
    return page


def _place(*place: str) -> Act:
    def act(window: MainWindow, _: Workspace) -> None:
        _page(window).show_place(place if len(place) > 1 else place[0])

    return act


def _adjust(window: MainWindow, _: Workspace) -> None:
    """Figures read otherwise, an opinion half written."""
    page = _page(window)
    page.show_place(("HG09", "ho-so-truc-tuyen"))
    settle(window)
    for entry in page.findChildren(Entry):
        if entry.objectName() == "read-toan_trinh":
            entry.setText("3.100")
            entry.textEdited.emit("3.100")
    strip = page.findChild(QWidget, "opinion-strip")
    reason = page.findChild(Entry, "reason")
    assert strip is not None
    assert reason is not None
    reason.setText("Báo cáo 212/BC-UBND, trang 3 ghi 3.100 hồ sơ; phần còn lại chưa có căn cứ.")
    reason.setFocus()


def _differ(window: MainWindow, opened: Workspace) -> None:
    found = appraising.disagreements(opened, world().part)[0]
    _page(window).show_place((found.agency.code, found.place.id))


def _again(window: MainWindow, opened: Workspace) -> None:
    """What was answered again in round 2."""
    agency = world().cast.members[0].agency.code
    item = appraising.dossier(opened, world().part, agency)
    asked = [one.node for one in item.opinions if one.opinion is not Opinion.AGREE]
    node = next(node for node in asked if item.standing(node) is Standing.UNDECIDED)
    _page(window).show_place((agency, node))


def _not_applicable(window: MainWindow, opened: Workspace) -> None:
    for member in world().cast.members:
        item = appraising.dossier(opened, world().part, member.agency.code)
        for node, response in item.content.responses.items():
            place = item.framework.index.places[node]
            if response.not_applicable is not None and place.criterion is not None:
                _page(window).show_place((member.agency.code, node))
                return


def at_evidence() -> QWidget:
    """A criterion with the most pieces of evidence that have files."""

    def act(window: MainWindow, opened: Workspace) -> None:
        found: list[tuple[int, str, str]] = []
        for member in world().cast.members:
            item = appraising.dossier(opened, world().part, member.agency.code)
            for node in item.content.responses:
                seen = appraising.case_of(opened, item, node)
                found.append((sum(bool(each.digest) for each in seen.evidence), member.agency.code, node))
        _page(window).show_place(max(found)[1:])

    return _scene("half", "appraising", act)()


def _press(name: str, then: str = "") -> Act:
    def act(window: MainWindow, _: Workspace) -> None:
        page = _page(window)
        button = page.findChild(Button, name)
        assert button is not None, name
        button.click()
        settle(window)
        if then:
            inner = window.findChild(Button, then)
            assert inner is not None, then
            inner.click()
        _inlay(window)

    return act


def _row(code: str = "") -> Act:
    def act(window: MainWindow, _: Workspace) -> None:
        _page(window).show_place(code or world().cast.members[3].agency.code)

    return act


SCENES: dict[str, Callable[[], QWidget]] = {
    "appraising": _scene("half", "appraising", _adjust),
    "appraising-agency": _scene("half", "appraising", _place("HG10")),
    "appraising-differ": _scene("half", "appraising", _differ),
    "appraising-again": _scene("round2", "appraising", _again),
    "appraising-round": _scene("half", "appraising", _press("round")),
    "appraising-export": _scene("half", "appraising", _press("round", "export")),
    "appraising-empty": _scene("begun", "appraising"),
    "appraising-ground": _scene("half", "appraising", _not_applicable),
    "appraising-judged": _scene("half", "appraising", _place("HG09", "mo-hinh-cong-dong")),
    "council": _scene("done", "council"),
    "council-tie": _scene("ready", "council", _place("tie")),
    "council-empty": _scene("begun", "council"),
    "ranking": _scene("done", "ranking"),
    "ranking-empty": _scene("begun", "ranking"),
    "ranking-agency": _scene("ready", "ranking", _row()),
    "publication": _scene("done", "publication"),
    "publication-done": _scene("published", "publication"),
    "publication-seal": _scene("ready", "publication", _press("publish")),
}
