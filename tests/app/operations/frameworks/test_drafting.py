"""Drafts of frameworks: begun, kept, published as a version that never changes, discarded and brought back."""

import dataclasses
import zipfile
from pathlib import Path

import pytest

from app.domain.codec import Amount
from app.domain.framework import Criterion, Framework, Group, Standing, Totals
from app.domain.rules import AsPoints, Judgement, Scored
from app.errors import AppError
from app.operations import folders
from app.operations import workspace as workspaces
from app.operations.frameworks import authoring, drafting
from app.operations.workspace import Workspace
from app.storage.opening import stored_version
from tests.app.operations.conftest import Clock
from tests.app.operations.sets import small_set

GOLDEN = Path(__file__).resolve().parents[3] / "data" / "0.1" / "data.zip"
JUDGED = Scored(measure=Judgement(), scale=AsPoints())


def whole(id_: str = "bo-xa", version: str = "1", **more: object) -> Framework:
    criterion = Criterion(
        title="Trang thông tin", maximum=Amount("10"), rule=JUDGED, id="t", code="1.1", method="Chấm."
    )
    group = Group(title="Hạ tầng", maximum=Amount("10"), id="h", code="1", nodes=(criterion,))
    values = {"standing": Standing.COMPLETE, "title": "Bộ chỉ số xã", **more}
    return Framework(id=id_, version=version, totals=Totals(maximum=Amount("10")), nodes=(group,), **values)  # type: ignore[arg-type]


def code_of(error: pytest.ExceptionInfo[AppError]) -> str:
    return error.value.code


def test_a_draft_begins_empty_with_an_identity_of_its_own(workspace: Workspace) -> None:
    first, second = (drafting.read(workspace, drafting.start(workspace)) for _ in range(2))
    assert first.framework.nodes == ()
    assert first.framework.id != second.framework.id
    assert first.based_on == ""
    assert first.changed_by == "Trần Thị Hạnh, Công chức Văn hóa - Xã hội"


def test_a_draft_of_a_known_version_is_the_next_version(workspace: Workspace) -> None:
    authoring.add(workspace, whole(version="1"))
    authoring.add(workspace, whole(version="2"))
    draft = drafting.read(workspace, drafting.start(workspace, whole(version="1")))
    assert (draft.framework.id, draft.framework.version) == ("bo-xa", "3")
    assert draft.based_on == whole(version="1").digest


@pytest.mark.parametrize(("taken", "following"), [("2026.9", "2026.10"), ("2026-xã", "2027-xã"), ("đầu", "đầu 2")])
def test_versions_go_on_in_their_own_way(workspace: Workspace, taken: str, following: str) -> None:
    authoring.add(workspace, whole(version=taken))
    draft = drafting.read(workspace, drafting.start(workspace, whole(version=taken)))
    assert draft.framework.version == following


def test_a_copy_of_the_sample_is_ones_own_and_no_sample_any_more(workspace: Workspace) -> None:
    sample = authoring.find(None, "minh-hoa-xa")
    draft = drafting.read(workspace, drafting.start(workspace, sample, is_copy=True))
    assert draft.framework.id != sample.id
    assert (draft.framework.standing, draft.framework.notice) == (Standing.COMPLETE, "")
    assert draft.framework.nodes == sample.nodes


def test_what_is_saved_is_there_after_a_restart(workspace: Workspace, clock: Clock) -> None:
    id_ = drafting.start(workspace, whole())
    clock.move(minutes=5)
    drafting.save(workspace, id_, whole(title="Bộ chỉ số đặc khu"))
    folder = workspace.folder
    workspace.close()
    again = folders.open_workspace(folder, clock)
    try:
        (draft,) = drafting.drafts(again)
        assert draft.framework == whole(title="Bộ chỉ số đặc khu")
        assert draft.changed_at > draft.created_at
    finally:
        again.close()


def test_the_columns_of_the_decision_keep_their_order(workspace: Workspace) -> None:
    row = {"STT": "1.1", "Chỉ số": "Trang thông tin", "Cách tính": "Chấm"}
    group = whole().nodes[0]
    assert isinstance(group, Group)
    told = dataclasses.replace(group, nodes=(dataclasses.replace(group.nodes[0], original=row),))
    id_ = drafting.start(workspace, dataclasses.replace(whole(), nodes=(told,)))
    (criterion,) = drafting.read(workspace, id_).framework.index.criteria()
    assert list(criterion.node.original) == list(row)


def test_a_commune_sees_a_draft_with_nothing_answered_yet(workspace: Workspace) -> None:
    seen = drafting.trial(whole())
    assert [place.node.code for place in seen.criteria] == ["1.1"]
    assert (seen.done, seen.is_draft) == (0, True)


def test_the_proof_sheet_is_written_as_pdf(workspace: Workspace, tmp_path: Path) -> None:
    target = tmp_path / "Phiếu đối chiếu.pdf"
    assert drafting.print_proof(workspace, whole(), target) == target
    assert target.read_bytes().startswith(b"%PDF")


def test_many_savings_are_one_line_of_the_journal(workspace: Workspace, clock: Clock) -> None:
    id_ = drafting.start(workspace, whole())
    for _ in range(5):
        clock.move(seconds=2)
        drafting.save(workspace, id_, whole())
    lines = [line.action for line in workspaces.journal_lines(workspace)]
    assert lines.count("draft.changed") == 1


def test_publishing_freezes_a_version_and_ends_the_draft(workspace: Workspace) -> None:
    id_ = drafting.start(workspace, whole())
    published = drafting.publish(workspace, id_, " 2026.1 ").framework
    assert published.version == "2026.1"
    assert authoring.find(workspace, published.digest) == published
    assert drafting.drafts(workspace) == ()
    line = workspaces.journal_lines(workspace)[0]
    assert (line.action, line.subject, line.after) == ("framework.published", published.digest, "bo-xa 2026.1")


def test_a_published_version_is_never_changed(workspace: Workspace) -> None:
    first = drafting.publish(workspace, drafting.start(workspace, whole()), "1").framework
    id_ = drafting.start(workspace, first)
    drafting.save(workspace, id_, dataclasses.replace(first, title="Tên khác"))
    with pytest.raises(AppError) as refused:
        drafting.publish(workspace, id_, "1")
    assert code_of(refused) == "draft.version_taken"
    assert authoring.find(workspace, first.digest).title == "Bộ chỉ số xã"
    assert drafting.read(workspace, id_).framework.title == "Tên khác"


REFUSED = {
    "no title": (whole(title=" "), "1", "draft.untitled"),
    "no version": (whole(), " ", "draft.no_version"),
    "an error of the checks": (dataclasses.replace(whole(), nodes=whole().nodes * 2), "1", "draft.has_errors"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_not_fit_is_not_published_and_the_draft_stays(workspace: Workspace, case: str) -> None:
    value, version, code = REFUSED[case]
    id_ = drafting.start(workspace, whole())
    drafting.save(workspace, id_, value)
    with pytest.raises(AppError) as refused:
        drafting.publish(workspace, id_, version)
    assert code_of(refused) == code
    assert drafting.read(workspace, id_).framework == value


def test_a_skeleton_is_published_complete_once_nothing_is_missing(workspace: Workspace) -> None:
    lacking = dataclasses.replace(
        whole(standing=Standing.SKELETON), nodes=(dataclasses.replace(whole().nodes[0], declared_count=2),)
    )
    id_ = drafting.start(workspace, lacking)
    with pytest.raises(AppError) as refused:
        drafting.publish(workspace, id_, "1")
    assert code_of(refused) == "framework.lacking"
    drafting.save(workspace, id_, whole(standing=Standing.SKELETON))
    assert drafting.publish(workspace, id_, "1").framework.standing is Standing.COMPLETE


def test_a_discarded_draft_can_be_put_back(workspace: Workspace) -> None:
    id_ = drafting.start(workspace, whole())
    before = drafting.discard(workspace, id_)
    assert drafting.drafts(workspace) == ()
    for act in (lambda: drafting.read(workspace, id_), lambda: drafting.save(workspace, id_, whole())):
        with pytest.raises(AppError) as refused:
            act()
        assert code_of(refused) == "draft.unknown"
    drafting.put_back(workspace, before)
    assert drafting.read(workspace, id_) == before


def test_data_of_version_0_1_opens_and_takes_drafts(tmp_path: Path, clock: Clock) -> None:
    with zipfile.ZipFile(GOLDEN) as archive:
        archive.extractall(tmp_path)
    database = next(tmp_path.rglob(workspaces.DATABASE))
    assert stored_version(database) == 1
    opened = folders.open_workspace(database.parent, clock)
    try:
        assert drafting.drafts(opened) == ()
        drafting.publish(opened, drafting.start(opened, small_set(), is_copy=True), "1")
        assert list((database.parent / "backups").glob("before-upgrade-1-*.sqlite"))
    finally:
        opened.close()
