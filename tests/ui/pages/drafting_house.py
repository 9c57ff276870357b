"""An authority's folder with a draft open in the editor, and how its tests look at it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.framework import Framework, Placed
from app.operations import folders
from app.operations import workspace as workspaces
from app.operations.frameworks import authoring, drafting
from tests.ui.pages.collecting_house import House
from ui.context import Context
from ui.pages.framework_editor import FrameworkEditor
from ui.pages.frameworks import Frameworks
from ui.preferences import stored
from ui.scenes.collecting_world import Clock


@contextmanager
def empty_house(tmp_path: Path) -> Iterator[House]:
    """An empty folder; pages are left as the window leaves them before it closes."""
    clock = Clock()
    workspace = folders.open_workspace(tmp_path / "Sở KH&CN", clock)
    workspaces.add_person(workspace, "Nguyễn Thị Thảo", "Đầu mối")
    context = Context(workspace, stored(tmp_path))
    yield House(workspace, context, "", {}, clock)
    for page in QApplication.topLevelWidgets():
        if isinstance(page, Frameworks):
            page.leave()
    context.close()
    workspace.close()


def begun(house: House, qtbot, value: Framework | None = None, **more) -> Frameworks:
    """The page with a draft open."""
    page = house.show(qtbot, Frameworks(house.context))
    house.wait(qtbot)
    page.open_draft(drafting.start(house.workspace, value or authoring.find(None, "dti-62-960"), **more))
    house.wait(qtbot)
    return page


def editor(page: Frameworks) -> FrameworkEditor:
    found = page.findChild(FrameworkEditor)
    assert found is not None
    return found


def codes(one: FrameworkEditor) -> list[str]:
    return [place.node.code for place in one.framework.index.places.values()]


def shown_codes(one: FrameworkEditor) -> list[str]:
    model = one.tree.model
    return [model.row_at(index).node.code for index in model.walk()]


def id_of(one: FrameworkEditor, code: str) -> str:
    place = one.framework.index.find(code)
    assert place is not None
    return place.id


def one_of_each_form(one: FrameworkEditor) -> list[str]:
    """Ids of nodes that are shown with different fields: a group, and a criterion for each make of rule."""
    forms = {form_of(place): id_ for id_, place in one.framework.index.places.items()}
    assert len(forms) > 20
    return list(forms.values())


def form_of(place: Placed) -> frozenset[str]:
    """The classes that its rule is made of."""
    return frozenset(re.findall(r"\w+(?=\()", repr(place.criterion and place.criterion.rule)))


def cell(one: FrameworkEditor, code: str, column: int = 0):
    index = one.tree.model.index_of(id_of(one, code))
    return one.tree.model.cell_at(index.internalId(), column)


def kept(house: House, qtbot) -> Framework:
    """What stands in the data folder once everything is saved."""
    house.wait(qtbot)
    return drafting.drafts(house.workspace)[0].framework


def key(qtbot, one: FrameworkEditor, key_: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    one.tree.view.setFocus()
    qtbot.keyClick(one.tree.view, key_, modifier)


CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
