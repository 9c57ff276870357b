"""Receipts, returns, withdrawal and replacements from a shell, with every output held against its schema."""

import dataclasses
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from app.operations import folders, parts
from app.operations.authority import campaigning, ruling
from tests.app.cli.calling import Desk
from tests.app.cli.playing import Table, begun, exported
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


def closed(table: Table, submission: str) -> None:
    """This submission came in time, and since then the time of the first commune has run out."""
    opened = folders.open_workspace(table.authority.folder)
    try:
        part, now = parts.find(opened), opened.clock()
        ruling.set_received_at(opened, submission, part.id, now - timedelta(days=9), "Sổ công văn đến số 88")
        agency = dataclasses.replace(part.campaign.agencies[0], extended_to=(now - timedelta(days=5)).date())
        campaigning.set_agency(opened, part.id, agency)
    finally:
        opened.close()


def test_a_replacement_after_the_deadline_is_declined_or_consented_to(
    tmp_path: Path, desk: Callable[[str], Desk]
) -> None:
    table = begun(tmp_path, desk)
    authority, commune = table.authority, table.commune

    def line() -> Any:
        return authority.does("collect", "status")["agencies"][0]

    authority.does("collect", "import", exported(table)["path"])
    closed(table, line()["submission"])
    commune.does("submission", "replace", "--reason", "Sửa số liệu")
    taken = authority.does("collect", "import", exported(table)["path"])
    assert [item["outcome"] for item in taken["files"]] == ["waiting"]
    late = line()["waiting"]
    assert (line()["state"], line()["revision"]) == ("waiting", 1)

    for act in ("decline", "consent"):
        refused = authority.refused("collect", act, late, "--reason", " ")
        assert refused["code"] == "submission.no_reason"
        assert refused["message"].startswith("Chưa ghi lý do. Chưa thay đổi gì.")
        refused = authority.refused("collect", act, "không có", "--reason", "Công văn 45")
        assert refused["code"] == "submission.not_received"
        assert refused["message"].startswith("Chưa có hồ sơ nào của không có được tiếp nhận.")
        assert line()["waiting"] == late

    told = authority.does("collect", "decline", late, "--reason", "Không có văn bản đề nghị")["agencies"][0]
    assert (told["state"], told["revision"], told["waiting"]) == ("first_seen", 1, "")
    told = authority.does("collect", "consent", late, "--reason", "Công văn 45 đồng ý")["agencies"][0]
    assert (told["state"], told["revision"], told["submission"]) == ("first_seen", 2, late)
    lines = authority.does("journal", "list", "--limit", "2")["lines"]
    assert [(one["action"], one["after"]) for one in lines] == [
        ("submission.ruled_consent", "Công văn 45 đồng ý"),
        ("submission.ruled_decline", "Không có văn bản đề nghị"),
    ]
