"""A commune's revisions as the shell lists them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.app.cli.calling import Desk
from tests.app.cli.playing import LEADER, Table, begun, exported


@pytest.fixture
def table(tmp_path: Path, desk: Callable[[str], Desk]) -> Table:
    return begun(tmp_path, desk)


def states(told: Any) -> list[tuple[int, str]]:
    return [(one["number"], one["state"]) for one in told["revisions"]]


def sealed(table: Table) -> Any:
    """What is frozen goes out as it is."""
    return table.commune.does("submission", "export", "--to", table.post)


def test_a_reopened_revision_says_so_and_a_replaced_one_by_which(table: Table) -> None:
    commune = table.commune
    commune.does("submission", "freeze", *LEADER)
    commune.does("submission", "reopen", "--reason", "Sửa số liệu")
    assert "Đã mở lại để sửa" in commune.reads("submission", "show")
    commune.does("submission", "freeze", *LEADER)
    told = commune.reads("submission", "show")
    assert "Đã thay bằng bản chốt số 2" in told
    assert "{" not in told


def test_received_by_word_is_called_so_until_a_receipt_is_in(table: Table) -> None:
    commune = table.commune
    commune.does("submission", "freeze", *LEADER)
    refused = commune.refused("submission", "mark-received", "--note", "Chị Thảo báo qua điện thoại")
    assert refused["code"] == "submission.not_frozen"
    assert refused["message"].startswith("Chưa có bản chốt số liệu để làm việc này.")
    assert states(commune.does("submission", "show")) == [(1, "frozen")]

    sent = sealed(table)
    marked = commune.does("submission", "mark-received", "--note", "Chị Thảo báo qua điện thoại")
    assert states(marked) == [(1, "received")]
    assert not marked["revisions"][0]["is_confirmed"]
    assert "Đã tiếp nhận (theo thông báo)" in commune.reads("submission", "show")
    (line,) = commune.does("journal", "list", "--limit", "1")["lines"]
    assert (line["action"], line["after"]) == ("submission.received_by_word", "Chị Thảo báo qua điện thoại")

    table.authority.does("collect", "import", sent["path"])
    (receipt,) = table.authority.does("collect", "receipt", "--to", table.post)["files"]
    commune.does(
        "key", "pin", "T", "--code", commune.does("receive", receipt["path"])["check_code"], "--how", "công văn"
    )
    (line,) = commune.does("submission", "show")["revisions"]
    assert (line["state"], line["is_confirmed"]) == ("received", True)
    assert "theo thông báo" not in commune.reads("submission", "show")


def test_what_was_sent_stands_while_its_replacement_is_made(table: Table) -> None:
    commune = table.commune
    commune.does("submission", "freeze", *LEADER)
    refused = commune.refused("submission", "replace", "--reason", "Sửa số liệu")
    assert refused["code"] == "submission.not_exported"
    assert refused["message"].startswith("Bản chốt này chưa xuất gói nên chưa có gì để rút lại hoặc thay thế.")

    first = sealed(table)
    assert commune.refused("assessment", "answer", "3.1", "may_tinh=1")["code"] == "assessment.closed"
    assert commune.refused("submission", "replace", "--reason", " ")["code"] == "submission.no_reason"
    assert states(commune.does("submission", "replace", "--reason", "Sửa số liệu")) == [(1, "exported")]
    commune.does("assessment", "answer", "3.1", "may_tinh=900", "can_bo=1.034")
    second = exported(table)
    assert states(commune.does("submission", "show")) == [(2, "exported"), (1, "exported")]
    taken = table.authority.does("collect", "import", second["path"], first["path"])
    assert [item["outcome"] for item in taken["files"]] == ["received", "older"]


def test_a_withdrawal_is_taken_back_while_nothing_was_changed(table: Table) -> None:
    commune = table.commune
    sent = exported(table)
    refused = commune.refused("submission", "close-again")
    assert refused["code"] == "submission.not_reopened"
    assert refused["message"].startswith("Không có bản chốt nào đang mở lại để khôi phục")

    assert states(commune.does("submission", "withdraw", "--reason", "Gửi nhầm")) == [(1, "withdrawn")]
    assert states(commune.does("submission", "close-again")) == [(1, "exported")]
    assert sealed(table)["content_digest"] == sent["content_digest"]

    commune.does("submission", "withdraw", "--reason", "Sai số liệu")
    commune.does("assessment", "answer", "3.1", "may_tinh=900", "can_bo=1.034")
    refused = commune.refused("submission", "close-again")
    assert refused["code"] == "submission.changed_since"
    assert "sau khi mở lại bản chốt số 1" in refused["message"]
    assert states(commune.does("submission", "show")) == [(1, "withdrawn")]
