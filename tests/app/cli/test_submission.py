"""A commune's revisions as the shell lists them."""

from collections.abc import Callable
from pathlib import Path

from tests.app.cli.calling import Desk
from tests.app.cli.playing import LEADER, begun


def test_a_reopened_revision_says_so_and_a_replaced_one_by_which(tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    commune = begun(tmp_path, desk).commune
    commune.does("submission", "freeze", *LEADER)
    commune.does("submission", "reopen", "--reason", "Sửa số liệu")
    assert "Đã mở lại để sửa" in commune.reads("submission", "show")
    commune.does("submission", "freeze", *LEADER)
    told = commune.reads("submission", "show")
    assert "Đã thay bằng bản chốt số 2" in told
    assert "{" not in told
