"""`folder show`, `folder go-back`: where the data lie, and back after an upgrade, by hand and by program."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from app import VERSION
from app.operations.keeping.going_back import SINCE
from tests.app.cli.calling import ROOT, Desk
from tests.app.operations.older import data_of
from tests.rights import without_root

BEGIN = ("--framework", "minh-hoa-xa", "--agency-name", "Xã Hòa Bình")


def test_a_fresh_folder_was_never_upgraded(desk: Callable[[str], Desk]) -> None:
    one = desk("xã")
    one.does("assessment", "start", "--framework", "minh-hoa-xa", "--agency-name", "Xã Hòa", "--person", "Lê Thị Hà")
    told = one.does("folder", "show")
    assert (told["folder"], told["version"], told["drive"]) == (str(one.folder), VERSION, "local")
    assert told["backups"] == str(one.folder / "backups")
    assert told.get("upgraded") is None
    assert one.refused("folder", "go-back", "--to", one.folder.with_name("cũ"))["code"] == "upgrade.no_copy"


def test_after_an_upgrade_a_folder_is_made_for_the_older_version(tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    data_of("0.3", tmp_path / "xã")
    one = desk("xã")
    upgraded = one.does("folder", "show")["upgraded"]
    assert (upgraded["before"], upgraded["after"], upgraded["can_go_back"]) == ("0.3", VERSION, True)
    assert "từ bản 0.3; bản trước còn giữ." in one.reads("folder", "show")
    made = one.does("folder", "go-back", "--to", tmp_path / "Bản cũ")
    assert (made["before"], made["files"], made["added"]) == ("0.3", 5, 0)
    told = one.reads("folder", "go-back", "--to", tmp_path / "Bản cũ nữa")
    assert "Mở bằng bản 0.3." in told
    assert "vẫn nguyên trong thư mục dữ liệu hiện tại" in told
    assert SINCE not in told
    other = desk("Bản cũ")
    assert other.does("assessment", "show")["score"] == one.does("assessment", "show")["score"]
    assert one.refused("folder", "go-back", "--to", tmp_path / "Bản cũ")["code"] == "restore.not_empty"


def test_an_upgrade_that_does_not_agree_is_refused_in_words(tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    from tests.app.operations.older import change

    folder = data_of("0.2", tmp_path / "xã")
    change(folder, """UPDATE revision SET content = replace(content, '"total":"', '"total":"9')""")
    one = desk("xã")
    told = one.refused("assessment", "show")
    assert (told["code"], told["details"]["before"]) == ("data.upgrade_failed", "0.2")
    assert "Cài lại bản 0.2" in one.reads("folder", "show", code=1)


def test_a_folder_nobody_may_look_into_is_told_in_words(desk: Callable[[str], Desk]) -> None:
    one = desk("của người khác")
    one.folder.mkdir(mode=0o000)
    with without_root():
        assert one.refused("submission", "show")["code"] == "data.folder"
        assert one.refused("assessment", "start", *BEGIN)["code"] == "data.folder"


def test_a_folder_whose_name_is_no_text_is_told_and_nothing_is_made(desk: Callable[[str], Desk]) -> None:
    one = desk(os.fsdecode(b"x\xe3 H\xf2a"))
    assert one.refused("assessment", "start", *BEGIN)["code"] == "data.path_not_text"
    assert not one.folder.exists()


def test_somebody_without_a_home_is_told_to_name_a_folder() -> None:
    without = {"HOME", "XDG_DATA_HOME", "THUOCSO_DATA"}
    told = subprocess.run(
        ["unshare", "-U", "--map-user=54321", sys.executable, "-m", "app", "doctor", "--json"],
        env={name: value for name, value in os.environ.items() if name not in without},
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (told.returncode, json.loads(told.stdout)["error"]["code"], told.stderr) == (1, "data.no_home", "")
