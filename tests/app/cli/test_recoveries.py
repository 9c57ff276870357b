"""`submission recover`: a new computer, the file that was sent, and the work is there again."""

from collections.abc import Callable
from pathlib import Path

from tests.app.cli.calling import Desk
from tests.app.cli.playing import begun, exported


def test_a_new_desk_takes_up_where_the_old_one_sent(tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    table = begun(tmp_path, desk)
    proof = tmp_path / "Quyết định.pdf"
    proof.write_bytes(b"%PDF-1.7 quyet dinh")
    table.commune.does("assessment", "attach", "lanh-dao-phu-trach", proof)
    sent = exported(table)
    new = desk("máy mới")
    refused = new.does("submission", "recover", tmp_path / "gửi" / "không có.thuocso", code=1)
    assert refused["error"]["code"] == "file.unreadable"
    seen = new.does("submission", "recover", sent["path"], "--look")
    assert (seen["part"], seen["number"], seen["files"], seen["missing"]) == (None, 1, 1, 0)
    back = new.does("submission", "recover", sent["path"])
    assert (back["part"]["name"], back["lacks"], back["refused"]) == ("Xã Hòa Bình", ["key"], [])
    (revision,) = new.does("submission", "show")["revisions"]
    assert (revision["number"], revision["content_digest"]) == (1, sent["content_digest"])
    new.does("submission", "reopen", "--reason", "Bổ sung")
    new.does("submission", "freeze", "--leader", "Nguyễn Văn Hùng", "--title", "CHỦ TỊCH")
    assert [item["number"] for item in new.does("submission", "show")["revisions"]] == [2, 1]
    told = new.reads("submission", "recover", sent["path"], "--look")
    assert "Không khôi phục được" in told


def test_a_later_file_takes_the_place_of_what_was_sent_before_it(tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    table = begun(tmp_path, desk)
    first = exported(table)
    new = desk("máy mới")
    assert new.does("submission", "recover", first["path"])["follows"] == 0
    table.commune.does("submission", "reopen", "--reason", "Bổ sung")
    second = exported(table)
    assert "vẫn còn trong lịch sử" in new.reads("submission", "recover", second["path"], "--look")
    assert new.does("submission", "recover", second["path"])["follows"] == 1
    assert [item["number"] for item in new.does("submission", "show")["revisions"]] == [2, 1]
