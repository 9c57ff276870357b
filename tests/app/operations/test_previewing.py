"""Evidence as pictures, asked of the helper process through the operation that the window uses."""

import io
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from app.errors import AppError
from app.operations import previewing
from app.operations.authority import campaigning
from app.operations.commune import assessing, evidencing
from app.operations.commune.evidencing import Evidence
from app.operations.previewing import Previews
from app.operations.workspace import Workspace
from tests.app.helpers.test_preview import pdf_of
from tests.app.operations.sets import AGENCIES, PERIOD, small_set


@pytest.fixture
def previews() -> Iterator[Previews]:
    opened = Previews()
    yield opened
    opened.close()


def attached(workspace: Workspace, folder: Path, name: str, body: bytes) -> Evidence:
    part = campaigning.start_alone(workspace, small_set(), AGENCIES[0], PERIOD).id
    path = folder / name
    path.write_bytes(body)
    evidencing.attach(workspace, part, "1.1", [path])
    return assessing.view(workspace, part).evidence[0]


def test_a_page_comes_as_a_picture(workspace: Workspace, previews: Previews, tmp_path: Path) -> None:
    piece = attached(workspace, tmp_path, "Báo cáo.pdf", pdf_of(2))
    assert previewing.can_picture(piece)
    told = previews.picture(workspace, piece, 2, 300)
    assert (told.page, told.pages, told.width, told.height) == (2, 2, 595, 842)
    assert max(Image.open(io.BytesIO(told.png)).size) == 300


def test_a_process_that_is_killed_is_told_and_another_one_answers(
    workspace: Workspace, previews: Previews, tmp_path: Path
) -> None:
    piece = attached(workspace, tmp_path, "Báo cáo.pdf", pdf_of(1))
    previews.picture(workspace, piece, 1, 100)
    os.kill(previews._child.pid or 0, signal.SIGKILL)
    for _ in range(2):  # the first call may find it dead already, or meet its death
        try:
            assert previews.picture(workspace, piece, 1, 100).pages == 1
        except AppError as error:
            assert error.code == "helper.died"  # noqa: PT017 - either is right
    assert previews.picture(workspace, piece, 1, 100).pages == 1


def test_a_process_serves_many_pages_and_is_renewed(workspace: Workspace, previews: Previews, tmp_path: Path) -> None:
    piece = attached(workspace, tmp_path, "Báo cáo.pdf", pdf_of(1))
    seen = set()
    for _ in range(previewing.PAGES_PER_PROCESS + 1):
        previews.picture(workspace, piece, 1, 40)
        seen.add(previews._child.pid)
    assert len(seen) == 2


@pytest.mark.parametrize("name", ["gói.zip", "phim.mp4", "ghi chú.txt"])
def test_other_kinds_are_not_asked_for(name: str, workspace: Workspace, tmp_path: Path) -> None:
    piece = attached(workspace, tmp_path, name, b"PK\3\4" if name.endswith("zip") else b"\0\0\0 ftypisom")
    assert not previewing.can_picture(piece)
    assert not previewing.has_facts(piece)


def test_a_file_that_is_gone_is_told(workspace: Workspace, previews: Previews, tmp_path: Path) -> None:
    piece = attached(workspace, tmp_path, "Báo cáo.pdf", pdf_of(1))
    workspace.evidence.path(piece.digest).unlink()
    with pytest.raises(AppError) as told:
        previews.picture(workspace, piece, 1, 100)
    assert told.value.code == "evidence.missing_file"


def test_evidence_that_came_under_a_false_name_is_neither_shown_nor_opened(
    workspace: Workspace, previews: Previews, tmp_path: Path
) -> None:
    piece = attached(workspace, tmp_path, "Báo cáo.pdf", pdf_of(1))
    kept = workspace.evidence.path(piece.digest)
    kept.unlink()
    kept.write_bytes(b"MZ\x90\0 a program")  # as a hostile sender's bundle would bring it
    with pytest.raises(AppError) as told:
        previews.picture(workspace, piece, 1, 100)
    assert told.value.code == "preview.other_kind"
    with pytest.raises(AppError) as told:
        assessing.copy_for_opening(workspace, piece.id)
    assert told.value.code == "evidence.not_openable"
