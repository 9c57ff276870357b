"""The shell on drafts: begun from a shipped set, filled from a file, proofed, published once, discarded."""

from collections.abc import Callable
from pathlib import Path

from app.operations.frameworks import authoring
from tests.app.cli.calling import Desk

SET = "dti-62-960"


def test_a_draft_goes_from_a_shipped_set_to_a_version(desk: Callable[[str], Desk], tmp_path: Path) -> None:
    one = desk("x")
    begun = one.does("draft", "start", SET)
    assert (begun["framework"], begun["version"]) == (SET, "2")
    (row,) = one.does("draft", "list")["drafts"]
    assert (row["draft"], row["criteria"], row["based_on"]) == (begun["draft"], 62, authoring.find(None, SET).digest)
    assert begun["draft"] in one.reads("draft", "list")
    sheet = tmp_path / "phiếu.pdf"
    one.does("draft", "proof", begun["draft"], "--out", str(sheet))
    assert sheet.read_bytes().startswith(b"%PDF")
    done = one.does("draft", "publish", begun["draft"], "--number", "2026")
    assert (done["framework"], done["version"]) == (SET, "2026")
    assert one.does("draft", "list")["drafts"] == []
    assert any(row["digest"] == done["digest"] for row in one.does("framework", "list")["frameworks"])


def test_a_version_is_published_once(desk: Callable[[str], Desk]) -> None:
    one = desk("x")
    begun = one.does("draft", "start", SET)
    assert one.refused("draft", "publish", begun["draft"], "--number", "1")["code"] == "draft.version_taken"
    assert len(one.does("draft", "list")["drafts"]) == 1


def test_a_file_fills_a_draft_and_errors_stop_it(desk: Callable[[str], Desk], tmp_path: Path) -> None:
    one = desk("x")
    begun = one.does("draft", "start")
    assert one.refused("draft", "publish", begun["draft"])["code"] == "draft.untitled"
    path = tmp_path / "bộ.xlsx"
    authoring.write_framework(authoring.find(None, "minh-hoa-xa"), path)
    one.does("draft", "fill", begun["draft"], str(path))
    assert one.does("draft", "list")["drafts"][0]["criteria"] == 51
    one.does("draft", "discard", begun["draft"])
    assert one.refused("draft", "discard", begun["draft"])["code"] == "draft.unknown"
