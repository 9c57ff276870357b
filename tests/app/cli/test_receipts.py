"""Receipts, returns, withdrawal and replacements from a shell, with every output held against its schema."""

from collections.abc import Callable
from pathlib import Path

from tests.app.cli.calling import Desk
from tests.app.cli.playing import begun, exported
from tests.journeys.test_shell_loop import answer


def test_receipt_return_and_withdrawal(tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    table = begun(tmp_path, desk)
    answer(table, tmp_path)
    first = exported(table)
    table.authority.does("collect", "import", first["path"])
    assert table.authority.refused("collect", "receipt", "X2", "--to", table.post)["code"] == "submission.not_received"
    made = table.authority.does("collect", "receipt", "--to", table.post)
    assert [Path(one["path"]).name for one in made["files"]] == ["PhieuTiepNhan_XaHoaBinh.thuocso"]
    assert table.authority.refused("collect", "receipt", "--to", table.post)["code"] == "receipt.nothing"
    line = table.authority.does("collect", "status")["agencies"][0]
    assert line["receipt_at"]

    brought = table.commune.does("receive", made["files"][0]["path"])
    assert (brought["kind"], brought["is_known_sender"]) == ("receipt", False)
    told = table.commune.does("submission", "receipts")["receipts"]
    assert [(one["revision"], one["is_ours"], one["acts"]) for one in told] == [(1, True, False)]
    table.commune.does("key", "pin", "T", "--code", brought["check_code"], "--how", "công văn")
    assert table.commune.does("submission", "receipts")["receipts"][0]["acts"]
    assert table.commune.does("submission", "show")["revisions"][0]["state"] == "received"
    assert "Được đưa vào thẩm định" in table.commune.reads("submission", "receipts")
    refused = table.commune.refused("submission", "withdraw", "--reason", "Sai số liệu")
    assert refused["code"] == "submission.receipt_in"

    sent = table.authority.does(
        *("collect", "return", "X1", "--to", table.post, "--reason", "Thiếu chữ ký"),
        *("--lacking", "3.1=Thiếu sổ tài sản", "--until", "2099-12-31"),
    )
    status = table.authority.does("collect", "status")["agencies"][0]
    assert status["state"] == "returned"
    assert table.commune.does("receive", sent["files"][0]["path"])["open_nodes"] == 1
    assert table.commune.does("submission", "show")["revisions"][0]["state"] == "returned"
    table.authority.does("collect", "keep", status["submission"], "--reason", "Đã có bản giấy")
    assert table.authority.does("collect", "status")["agencies"][0]["state"] != "returned"

    second = exported(table)
    assert table.authority.does("collect", "import", second["path"])["files"][0]["outcome"] == "received"
    table.commune.does("submission", "withdraw", "--reason", "Gửi nhầm")
    third = exported(table)
    assert table.authority.does("collect", "import", third["path"])["files"][0]["outcome"] == "received"
    older = table.authority.does("collect", "status")["agencies"][0]
    assert (older["revision"], older["versions"]) == (3, 3)
    assert table.authority.does("collect", "effects", older["submission"])["moved"] == []
