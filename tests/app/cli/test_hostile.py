"""A commune with a hostile name goes through every command; what a person reads holds no control of any kind."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

from tests.app.cli.calling import HOSTILE, Desk
from tests.app.cli.playing import begun, exported


def clean(told: str) -> str:
    bad = {c for c in told if unicodedata.category(c) in ("Cc", "Cf") and c != "\n"}
    assert bad == set()
    return told


def test_hostile_name_through_the_shell(tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    table = begun(tmp_path, desk, HOSTILE, "Phường Đông Hải")
    for command in (("campaign", "list"), ("campaign", "show"), ("assessment", "show"), ("journal", "list")):
        assert "R&D a<b =1+1 fdp" in clean(table.commune.reads(*command)) or command == ("journal", "list")
    table.commune.does(
        *("assessment", "answer", "mo-hinh-cong-dong", "--points", "1,5", "--explanation", HOSTILE, "--complete")
    )
    nasty = tmp_path / "a\u202efdp.exe\x1b[2J.txt"
    nasty.write_text("x", "utf-8")
    table.commune.does("assessment", "attach", "mo-hinh-cong-dong", nasty)
    table.commune.does("assessment", "cite", "may-tinh", "--number", HOSTILE, "--subject", HOSTILE)
    sent = exported(table)
    name = Path(sent["path"]).name
    assert name.isascii()
    assert not set(name) & set("<>'/\\ =\u202e")

    for command in (("bundle", "verify"), ("bundle", "inspect")):
        clean(table.authority._call(*command, sent["path"]).out)
    clean(table.authority.reads("collect", "import", table.post, tmp_path / "không có"))
    assert "R&D a<b" in clean(table.authority.reads("collect", "status"))
    clean(table.authority.reads("key", "pin", "X1", "--code", sent["check_code"], "--how", HOSTILE))
    reason = ("--reason", HOSTILE)
    clean(table.authority.reads("appraisal", "set", "X1", "mo-hinh-cong-dong", "reject", *reason))
    table.authority.reads("appraisal", "agree-rest", "X1")
    clean(table.authority.reads("appraisal", "show", "X1"))
    table.authority.does("appraisal", "feedback", "--to", table.post / "về")
    clean(table.authority.reads("rank", "--to", tmp_path / "x.pdf", "--to", tmp_path / "x.xlsx"))
    done = table.authority.does("publish", "--to", table.post / "kết quả")
    clean(table.commune.reads("receive", done["files"][0]["path"]))
    clean(table.commune.reads("result", "show"))
    shown = table.authority.does("rank")["tables"][0]["rows"]
    assert HOSTILE in [row["name"] for row in shown]  # data stay as they are
    clean(table.commune._call("assessment", "show", "--part", HOSTILE).err)


def test_a_name_that_no_disk_takes_is_one_sentence(tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    table = begun(tmp_path, desk)
    sent, long = exported(table)["path"], tmp_path / ("ắ" * 200)
    for command in ("verify", "inspect"):
        assert table.authority.refused("bundle", command, long)["code"] == "file.unreadable"
    drop = table.authority.does("collect", "import", long, sent)
    assert [(one["outcome"], (one["error"] or {}).get("code")) for one in drop["files"]] == [
        ("refused", "file.unreadable"),
        ("received", None),
    ]
    (kept,) = table.authority.does("bundle", "kept")["files"]
    told = table.authority.refused("bundle", "rebuild", kept["id"], "--out", long)
    assert told["code"] == "file.unwritable"
    assert "tên quá dài" in told["message"]
    assert len(told["message"]) < 300
    assert not [path for path in tmp_path.iterdir() if path.suffix in (".part", ".old")]
