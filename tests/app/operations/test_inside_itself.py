"""Whatever a person has written, it never lands in the data folder: what lies there is the program's own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import AppError
from app.operations import inspecting, parts
from app.operations.commune import submitting
from app.operations.frameworks import authoring, suggestions
from app.operations.keeping import backing_up
from app.operations.trust import trusting
from app.operations.workspace import DATABASE, Workspace
from tests.app.operations.houses import SECRET, Houses

Act = Callable[[Workspace, str, Path], object]
ACTS: dict[str, Act] = {
    "backup": lambda here, part, target: backing_up.backup(here, target),
    "encrypted backup": lambda here, part, target: backing_up.backup(here, target, SECRET),
    "report": submitting.print_report,
    "submission": lambda here, part, target: submitting.seal_and_export(here, part, target.parent, SECRET),
    "certificate": lambda here, part, target: trusting.write_certificate(here, parts.find(here, part), target),
    "journal": lambda here, part, target: inspecting.hand_out(here, target.with_suffix(".xlsx")),
    "framework": lambda here, part, target: authoring.write_framework(authoring.everything(here)[0], target),
    "suggestions": lambda here, part, target: suggestions.write_lines([{}], target),
}


@pytest.fixture
def frozen(filled: Houses) -> Houses:
    with filled.at("X1") as here:
        submitting.freeze(here, filled.parts["X1"], "Nguyễn Văn An", "Chủ tịch")
        trusting.create_key(here, parts.find(here, filled.parts["X1"]), SECRET)
    return filled


def bytes_of(folder: Path) -> dict[str, bytes]:
    own = ("-wal", "-shm", ".lock")
    files = [path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(own)]
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


@pytest.mark.parametrize("where", [DATABASE, "evidence/x", "x.json"])
@pytest.mark.parametrize("act", ACTS)
def test_nothing_is_written_over_the_data(frozen: Houses, act: str, where: str) -> None:
    with frozen.at("X1") as here:
        before = bytes_of(here.folder)
        with pytest.raises(AppError, match=r"data\.inside_itself"):
            ACTS[act](here, frozen.parts["X1"], here.folder / where)
        after = bytes_of(here.folder)
    assert {**after, DATABASE: b""} == {**before, DATABASE: b""}


def test_outside_of_it_and_once_it_is_closed_there_is_no_such_wall(filled: Houses, tmp_path: Path) -> None:
    with filled.at("X1") as here:
        folder = here.folder
        assert backing_up.backup(here, tmp_path / "b.zip")
    suggestions.write_lines([{}], folder / "x.json")
    assert (folder / "x.json").is_file()
