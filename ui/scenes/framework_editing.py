"""The framework editor: a criterion with its rule, a group whose sum is off, the whole set, problems, publishing."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.domain.framework import Framework
from app.operations import folders, workspace
from app.operations.frameworks import authoring, drafting
from ui.main_window import MainWindow
from ui.pages.framework_editor import FrameworkEditor
from ui.scenes.authority_collect import _inlay, _window, settle, world
from ui.session import Session

SAMPLE, SKELETON = "minh-hoa-xa", "tuyen-quang-742-2022-xa"
ROW = {
    "STT": "4.3",
    "Chỉ số": "Tỷ lệ thành viên Tổ công nghệ số cộng đồng được tập huấn",
    "Cách tính": "Đạt 100%: điểm tối đa. Từ 70% đến dưới 100%: tỷ lệ × điểm tối đa. Dưới 70%: 0 điểm",
}
Act = Callable[[MainWindow, FrameworkEditor], object]


def _whole(name: str) -> Framework:
    """A set at hand, one row of it with the words of a decision."""
    value = authoring.find(None, name)
    place = value.index.find("4.3")
    if place is None or place.criterion is None:
        return value
    group = next(node for node in value.nodes if node.code == "4")
    nodes = tuple(replace(node, original=ROW) if node.code == "4.3" else node for node in group.nodes)  # type: ignore[union-attr]
    changed = replace(group, nodes=nodes)  # type: ignore[arg-type]
    return replace(value, nodes=tuple(changed if node is group else node for node in value.nodes))


def _scene(act: Act, name: str = SAMPLE) -> Callable[[], QWidget]:
    def make() -> QWidget:
        folder = Path(tempfile.mkdtemp(prefix="thuocso-scene-"))
        opened = folders.open_workspace(folder, world().clock)
        workspace.add_person(opened, "Nguyễn Thị Thảo", "Đầu mối")
        shown = _window(opened, folder)
        Session(shown).start_anew()
        from ui.pages import AUTHORITY

        shown.set_pages([spec for spec in AUTHORITY if spec.identifier in ("overview", "frameworks")], "frameworks")
        settle(shown)
        page = shown.page()
        assert page is not None
        page.open_draft(drafting.start(opened, _whole(name)))  # type: ignore[attr-defined]
        settle(shown)
        editor = page.findChild(FrameworkEditor)
        assert editor is not None
        act(shown, editor)
        settle(shown)
        return shown

    return make


def _criterion(code: str) -> Act:
    return lambda _, editor: editor.show_node(code)


def _tried(_: MainWindow, editor: FrameworkEditor) -> None:
    editor.show_node("6.1")


def _group(_: MainWindow, editor: FrameworkEditor) -> None:
    editor.show_node("4")
    editor.work.remove([editor.framework.index.find("4.2").id])  # type: ignore[union-attr]
    editor.show_node("4")
    editor.problems.check_now()


def _section(name: str) -> Act:
    def act(_: MainWindow, editor: FrameworkEditor) -> None:
        editor.show_tab("set")
        editor.set_sheet.show_section(name)

    return act


def _found(window: MainWindow, editor: FrameworkEditor) -> None:
    _group(window, editor)
    settle(window)
    editor.show_tab("problems")


def _previewed(_: MainWindow, editor: FrameworkEditor) -> None:
    editor.show_node("4.3")
    editor.show_preview()


def _published(window: MainWindow, editor: FrameworkEditor) -> None:
    editor.show_node("4.3")
    page = window.page()
    assert page is not None
    assert page.main_action is not None
    page.main_action.click()
    _inlay(window)


def _listed(window: MainWindow, editor: FrameworkEditor) -> None:
    editor.left.emit()


SCENES: dict[str, Callable[[], QWidget]] = {
    "framework-editor": _scene(_tried),
    "framework-editor-row": _scene(_criterion("4.3")),
    "framework-editor-group": _scene(_group),
    "framework-editor-skeleton": _scene(_criterion("1"), SKELETON),
    "framework-editor-set": _scene(_section("totals")),
    "framework-editor-grounds": _scene(_section("grounds")),
    "framework-editor-grades": _scene(_section("bands")),
    "framework-editor-steps": _scene(_section("steps")),
    "framework-editor-questions": _scene(_section("questions"), SKELETON),
    "framework-editor-terms": _scene(_section("terms")),
    "framework-editor-problems": _scene(_found),
    "framework-editor-preview": _scene(_previewed),
    "framework-editor-publish": _scene(_published),
    "frameworks-drafts": _scene(_listed, SKELETON),
}
