"""A campaign begun through the shell: an authority's desk and a commune's, with files between them."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.app.cli.calling import Desk

LEADER = ("--leader", "Nguyễn Văn Hùng", "--title", "CHỦ TỊCH")


@dataclass(frozen=True)
class Table:
    """Who sits where, and the folder files are handed over in."""

    authority: Desk
    commune: Desk
    post: Path


def agencies(folder: Path, *names: str) -> Path:
    path = folder / "danh sách.json"
    listed = [{"code": f"X{at}", "name": name, "target_group": "xa"} for at, name in enumerate(names, start=1)]
    path.write_text(json.dumps(listed, ensure_ascii=False), "utf-8")
    return path


def begun(folder: Path, desk: Callable[[str], Desk], *names: str, framework: str = "minh-hoa-xa") -> Table:
    """The campaign is out and the first commune has taken it up."""
    table = Table(desk("tỉnh"), desk("xã"), folder / "gửi")
    table.authority.does(
        *("campaign", "create", "--title", "Đợt thử 2026", "--framework", framework),
        *("--agencies", agencies(folder, *(names or ("Xã Hòa Bình", "Phường Đông Hải")))),
        *("--authority-code", "T", "--authority-name", "Ủy ban nhân dân tỉnh", "--period", "Năm 2026"),
        *("--round", "31/12/2099", "--round", "2100-01-31", "--person", "Trần Thị Lan, Chuyên viên"),
    )
    sent = table.authority.does("campaign", "export", "--to", table.post)
    taken = table.commune.does("campaign", "import", sent["path"], "--as", "X1")
    assert (taken["verdict"], taken["check_code"]) == ("UNKNOWN", sent["check_code"])
    return table


def exported(table: Table, *more: str) -> Any:
    return table.commune.does("submission", "export", "--to", table.post, *LEADER, *more)
