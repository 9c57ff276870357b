"""Two versions of one submission from a shell: which there are, how they differ, which counts."""

import shutil
from collections.abc import Callable
from pathlib import Path

from tests.app.cli.calling import Desk
from tests.app.cli.playing import begun, exported
from tests.journeys.test_shell_loop import answer


def test_two_versions_are_named_compared_and_settled(tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    table = begun(tmp_path, desk)
    answer(table, tmp_path)
    shutil.copytree(table.commune.folder, tmp_path / "xã, máy khác")
    other = desk("xã, máy khác")
    first = shutil.copy(exported(table)["path"], tmp_path / "a.thuocso")
    other.does("assessment", "answer", "3.1", "may_tinh=900", "can_bo=1.034", "--complete")
    second = other.does(
        *("submission", "export", "--to", tmp_path / "gửi 2", "--leader", "Nguyễn Văn Hùng", "--title", "CHỦ TỊCH")
    )["path"]
    assert table.authority.refused("collect", "versions", "X1")["code"] == "submission.not_received"
    table.authority.does("collect", "import", first, second)
    told = table.authority.does("collect", "versions", "X1")["submissions"]
    assert [(one["state"], one["revision"]) for one in told] == [("conflicting", 1)] * 2
    ids = sorted(told, key=lambda one: one["file_name"] != "a.thuocso")
    a, b = (one["submission"] for one in ids)
    found = table.authority.does("collect", "compare", a, b)["differences"]
    assert {(one["code"], one["field"]) for one in found} >= {("3.1", "input"), ("3.1", "points")}
    (figure,) = [one for one in found if one["field"] == "input"]
    assert (figure["first"], figure["second"]) == ("1030", "900")
    assert table.authority.does("collect", "compare", a, a)["differences"] == []
    shown = table.authority.reads("collect", "compare", a, b)
    assert "3.1" in shown
    assert a in table.authority.reads("collect", "versions", "X1")
    assert table.authority.refused("collect", "compare", a, "không có")["code"] == "submission.not_received"
    table.authority.does("collect", "choose", b, "--reason", "Xã báo bản sau là bản chính")
    told = table.authority.does("collect", "versions", "X1")["submissions"]
    assert {one["submission"]: one["state"] for one in told} == {a: "history", b: "current"}
    assert {one["reason"] for one in told} == {"", "Xã báo bản sau là bản chính"}
