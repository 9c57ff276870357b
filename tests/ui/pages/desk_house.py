"""A commune's desk on a real data folder, with a framework that asks in every way there is."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from app.domain import framework
from app.domain.agency import Agency
from app.domain.campaign import Period
from app.domain.framework import Framework
from app.operations import folders
from app.operations import workspace as workspaces
from app.operations.authority import campaigning
from app.operations.commune import assessing
from app.operations.commune.assessing import View
from app.operations.workspace import Workspace
from ui.context import Context
from ui.pages.assessment import Assessment
from ui.preferences import Preferences

HOSTILE = "Xã <img src='//10.0.0.9/s'> & \u202egnoul\u202c Hòa"


def criterion(code: str, rule: dict[str, Any], inputs: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    return {
        "type": "criterion", "id": f"n{code}", "code": code, "title": f"Tiêu chí {code}", "maximum": "20",
        "rule": rule, "inputs": inputs, **more,
    }  # fmt: skip


def every_kind() -> Framework:
    """Two groups; a cliff at 75 %, yes or no, a choice, a list to tick, a growth without a year before, judgement."""
    share = {"type": "ratio", "numerator": "online", "denominator": "total"}
    cliff = {"type": "bands", "bands": [{"below": "75%", "kind": "literal"}, {"at_least": "75%"}]}
    ticks = ["plan", "news", "school"]
    return framework.from_json(
        {
            "id": "thu", "version": "1", "title": "Bộ chỉ số thử", "totals": {"maximum": "120"},
            "grounds": [
                {"code": "no-files", "words": "Không phát sinh hồ sơ", "policy": "excluded", "article": "Điều 5",
                 "nodes": ["1.1"]},
                {"code": "new", "words": "Xã mới thành lập", "policy": "full", "nodes": ["2"], "proof_required": True},
            ],
            "nodes": [
                {"type": "group", "id": "g1", "code": "1", "title": "Chính quyền số", "maximum": "60", "nodes": [
                    criterion("1.1", {"type": "scored", "measure": share, "scale": cliff}, [
                        {"key": "online", "label": "Số hồ sơ nộp trực tuyến", "kind": "integer", "unit": "hồ sơ"},
                        {"key": "total", "label": "Tổng số hồ sơ", "kind": "integer", "unit": "hồ sơ",
                         "maximum": "9999"}],
                        evidence_guidance=["Báo cáo số hồ sơ"], guidance="Lấy từ hệ thống của tỉnh"),
                    criterion("1.2", {"type": "scored", "measure": {"type": "yes_no", "input": "issued"}, "scale": {
                        "type": "options", "grades": {"yes": {"fraction": "1"}, "no": {"points": "0"}}}},
                        [{"key": "issued", "label": "Đã ban hành kế hoạch", "kind": "yes_no"}]),
                    criterion("1.3", {"type": "scored", "measure": {"type": "choice", "input": "who"}, "scale": {
                        "type": "options", "grades": {"head": {"fraction": "1"}, "deputy": {"fraction": "1/2"}}}},
                        [{"key": "who", "label": "Trưởng Ban Chỉ đạo", "kind": "choice", "options": [
                            {"key": "head", "label": "Bí thư Đảng ủy hoặc Chủ tịch Ủy ban nhân dân"},
                            {"key": "deputy", "label": "Phó Bí thư Đảng ủy hoặc Phó Chủ tịch Ủy ban nhân dân"}]}]),
                ]},
                {"type": "group", "id": "g2", "code": "2", "title": "Xã hội số", "maximum": "60", "nodes": [
                    criterion("2.1", {"type": "scored", "measure": {"type": "ticks", "inputs": ticks},
                                      "scale": {"type": "share_of_items"}},
                              [{"key": key, "label": f"Đã có {key}", "kind": "yes_no"} for key in ticks]),
                    criterion("2.2", {"type": "scored", "measure": {
                        "type": "growth", "current": "now", "previous": "before", "no_previous": "excluded"},
                        "scale": {"type": "bands", "bands": [
                            {"at_least": "20%"}, {"below": "20%", "grade": {"points": "5"}}]}},
                        [{"key": "now", "label": "Năm nay"},
                         {"key": "before", "label": "Năm trước", "may_be_absent": True}]),
                    criterion("2.3", {"type": "scored", "measure": {"type": "judgement"},
                                      "scale": {"type": "as_points"}}, []),
                ]},
            ],
        }
    )  # fmt: skip


class House:
    """An open desk: `page` is seen, `seen()` is what is on disk now."""

    def __init__(self, workspace: Workspace, context: Context, page: Assessment, qtbot: Any) -> None:
        self.workspace, self.context, self.page, self.qtbot = workspace, context, page, qtbot

    def seen(self) -> View:
        return assessing.view(self.workspace, self.context.part_id)

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=10_000)

    def settle(self) -> None:
        """Until everything asked for is on disk and shown."""
        self.until(lambda: not self.context.jobs())

    def at(self, code: str) -> None:
        self.page.show_place(code)


@contextmanager
def opened(
    folder: Path, preferences: Preferences, qtbot: Any, name: str = "Xã Hòa Bình", size: tuple[int, int] = (1150, 690)
) -> Iterator[House]:
    workspace = folders.open_workspace(folder / "Dữ liệu của xã")
    workspaces.add_person(workspace, "Nguyễn Thị Hạnh", "Công chức")
    agency = Agency(code="hb", name=name)
    part = campaigning.start_alone(workspace, every_kind(), agency, Period(title="2026"))
    with shown(workspace, part.id, preferences, qtbot, size) as house:
        yield house


@contextmanager
def shown(
    workspace: Workspace, part: str, preferences: Preferences, qtbot: Any, size: tuple[int, int] = (1150, 690)
) -> Iterator[House]:
    """The desk of a part in an open workspace; both are closed afterwards."""
    context = Context(workspace, preferences)
    context.part_id = part
    page = Assessment(context)
    qtbot.addWidget(page)
    context.changed.connect(page.on_changed)
    page.resize(*size)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.refresh_if_stale()
    try:
        yield House(workspace, context, page, qtbot)
    finally:
        page.leave()
        context.close()
        workspace.close()
