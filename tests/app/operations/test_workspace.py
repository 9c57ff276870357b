"""Who works in a folder is remembered, and stands in its journal."""

import pytest

from app.errors import AppError
from app.operations import folders
from app.operations import workspace as workspaces
from app.operations.workspace import Workspace


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
    again = folders.open_workspace(workspace.folder)
    assert again.acting is not None
    assert again.acting.name == name
    again.close()


def test_a_person_without_a_name_is_refused(workspace: Workspace) -> None:
    with pytest.raises(AppError, match=r"person\.no_name"):
        workspaces.add_person(workspace, "   ")
