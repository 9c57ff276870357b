"""One folder, one process, one acting person; nothing of a newer version is touched."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from app.errors import AppError
from app.operations import workspace as workspaces
from app.operations.workspace import DATABASE, Workspace
from app.storage.migrations import VERSION
from tests.app.operations.houses import Houses


def test_who_works_is_remembered_and_journalled(workspace: Workspace) -> None:
    other = workspaces.add_person(workspace, "  Lê Văn Lâm ", "Chuyên viên")
    assert workspace.acting == other
    first = workspaces.persons(workspace)[1]
    workspaces.act_as(workspace, first.id)
    assert workspace.acting == first
    line = workspaces.journal_lines(workspace)[0]
    assert (line.action, line.after, line.at) == ("person.added", "Lê Văn Lâm", "2026-11-02T14:32:00+07:00")


def test_the_acting_person_is_there_after_a_restart(workspace: Workspace) -> None:
    name = workspace.acting.name if workspace.acting else ""
    workspace.close()
    again = workspaces.open_workspace(workspace.folder)
    assert again.acting is not None
    assert again.acting.name == name
    again.close()


def test_a_person_without_a_name_is_refused(workspace: Workspace) -> None:
    with pytest.raises(AppError, match=r"person\.no_name"):
        workspaces.add_person(workspace, "   ")


def test_a_second_process_is_told_who_has_the_folder(workspace: Workspace) -> None:
    code = (
        "import sys; from pathlib import Path; from app.errors import AppError; from app.operations import workspace\n"
        "try: workspace.open_workspace(Path(sys.argv[1]))\n"
        "except AppError as error: print(error.code, error.details['since'])\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, str(workspace.folder)], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "data.in_use 14:32 02/11/2026"


def test_a_process_that_was_killed_leaves_no_lock(workspace: Workspace) -> None:
    workspace.close()
    code = (
        "import sys, os, signal; from pathlib import Path; from app.operations import workspace\n"
        "w = workspace.open_workspace(Path(sys.argv[1])); workspace.add_person(w, 'Người bị ngắt điện')\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(workspace.folder)], check=False)
    again = workspaces.open_workspace(workspace.folder)
    assert "Người bị ngắt điện" in {person.name for person in workspaces.persons(again)}
    again.close()


def test_newer_data_is_refused_and_the_folder_is_free_again(workspace: Workspace) -> None:
    workspace.close()
    with sqlite3.connect(workspace.folder / DATABASE) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    for _ in range(2):
        with pytest.raises(AppError, match=r"data\.newer"):
            workspaces.open_workspace(workspace.folder)


def test_a_file_in_the_way_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "tệp").write_text("x", encoding="utf-8")
    with pytest.raises(AppError, match=r"data\.folder"):
        workspaces.open_workspace(tmp_path / "tệp")


def test_evidence_that_nobody_refers_to_is_swept_at_the_next_start(workspace: Workspace, tmp_path: Path) -> None:
    source = tmp_path / "mồ côi.txt"
    source.write_text("copied, then the power went", encoding="utf-8")
    stored = workspace.evidence.add(source)
    workspace.close()
    again = workspaces.open_workspace(workspace.folder)
    assert not again.evidence.holds(stored.digest)
    again.close()


@pytest.mark.parametrize("loss", ["gone", "empty"])
def test_a_lost_database_is_never_begun_anew_over_what_lies_beside_it(filled: Houses, loss: str) -> None:
    folder = filled.folder / "X1"
    (folder / workspaces.DATABASE).unlink() if loss == "gone" else (folder / workspaces.DATABASE).write_bytes(b"")
    evidence = {path.name for path in (folder / "evidence").rglob("*") if path.is_file()}
    assert evidence
    for _ in range(2):
        with pytest.raises(AppError, match=r"data\.damaged"):
            workspaces.open_workspace(folder)
    assert {path.name for path in (folder / "evidence").rglob("*") if path.is_file()} == evidence
