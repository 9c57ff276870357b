"""What earlier releases left, opened by this one: their data, their bundles, their figures."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app import VERSION
from app.bundles import reading, writing
from app.bundles.trust import Light, PeopleRole
from app.domain import results
from app.domain.assessment import Answers
from app.domain.contents import CampaignContent, SubmissionContent, claims_of, figures_of
from app.operations import bundling, inspecting, parts, workspace
from app.operations.commune import assessing, improving, submitting
from app.operations.keeping import checking, going_back, recounting, restoring, upgrading
from app.operations.trust import receipted
from app.operations.workspace import DATABASE, Workspace
from app.storage import submissions
from tests.app.operations.older import data_of, rows
from tests.journeys.golden import ARCHIVE, DATA, IN_PARTS, PART_1, VOLUME, kinds, moment_of, opened, released, trust_of

RELEASES = [released(name) for name in sorted(path.name for path in DATA.iterdir()) if name[0].isdigit()]
SINCE_0_3 = [each for each in RELEASES if each.name >= "0.3"]
EACH = pytest.mark.parametrize("kept", RELEASES, ids=lambda path: path.name, scope="module")
SIGNING = pytest.mark.parametrize("kept", SINCE_0_3, ids=lambda path: path.name, scope="module")
KINDS = [pytest.param(kept, kind, id=f"{kept.name}-{kind}") for kept in RELEASES for kind in kinds(kept)]


@pytest.fixture(scope="module")
def restored(kept: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The data of a release, to be read."""
    folder = tmp_path_factory.mktemp("restored") / "Dữ liệu cũ"
    restoring.restore(kept / ARCHIVE, folder)
    with opened(folder, moment_of(kept / "result.thuocso")) as found:
        yield found


def test_there_are_releases_with_every_kind_they_had() -> None:
    assert [path.name for path in RELEASES][:3] == ["0.1", "0.2", "0.3"]
    old = ["campaign", "submission", "feedback", "result"]
    new = ["campaign", "registration", "submission", "receipt", "feedback", "result"]
    assert [kinds(kept) for kept in RELEASES][:3] == [old, old, new]


@EACH
def test_data_open_and_are_sound(kept: Path, tmp_path: Path) -> None:
    told = restoring.restore(kept / ARCHIVE, tmp_path / "Dữ liệu cũ")
    found = checking.doctor(told.folder, lambda: moment_of(kept / "result.thuocso"))
    assert (found.files, found.findings) == (told.files, ())
    assert found.files > 0


@EACH
def test_the_work_is_all_there(restored: Workspace) -> None:
    part = parts.find(restored)
    seen = assessing.view(restored, part.id)
    assert (seen.round, seen.revision_number) == (2, 2)
    assert seen.evidence
    told, standing = improving.feedback(restored, part.id), improving.result(restored, part.id)
    assert told is not None
    assert standing is not None


@EACH
def test_stored_totals_are_reckoned_again(restored: Workspace) -> None:
    part = parts.find(restored)
    frozen = submitting.revisions(restored, part.id)
    assert len(frozen) == 2
    seen = assessing.view(restored, part.id)
    assert figures_of(seen.score) == submitting.figures(frozen[0])


@pytest.mark.parametrize(("kept", "kind"), KINDS)
def test_bundles_are_valid(kept: Path, kind: str) -> None:
    path = kept / f"{kind}.thuocso"
    verdict = bundling.verify(path, trust_of(kept), moment_of(path))
    assert (verdict.light, verdict.kind) == (Light.VALID, kind)


@EACH
def test_figures_in_a_submission_are_reckoned_again(kept: Path) -> None:
    path = kept / "submission.thuocso"
    received = reading.open_verified(path, None, trust_of(kept), moment_of(path))
    campaign = reading.open_verified(kept / "campaign.thuocso", None, trust_of(kept), moment_of(path))
    agency = bundling.content_of(campaign, CampaignContent).campaign.agency(received.envelope.sender.code)
    assert agency is not None
    content = bundling.content_of(received, SubmissionContent)
    (value,) = bundling.frameworks_of(received)
    score = results.score(value, Answers(responses=content.responses, profile=agency.profile))
    assert figures_of(score) == content.figures
    assert claims_of(score) == content.claims


@EACH
def test_a_submission_is_rebuilt_from_its_evidence(kept: Path, restored: Workspace, tmp_path: Path) -> None:
    path = kept / "submission.thuocso"
    received = reading.open_verified(path, None, trust_of(kept), moment_of(path))
    assert received.evidence
    again = tmp_path / "again.thuocso"
    writing.rebuild(received.skeleton, restored.evidence.path, again)
    assert again.read_bytes() == path.read_bytes()


@EACH
def test_received_bundles_are_rebuilt_from_the_data(kept: Path, restored: Workspace, tmp_path: Path) -> None:
    with restored.session():
        received = submissions.bundles(parts.find(restored).id, submissions.IN)
    assert {each.kind for each in received} == set(kinds(kept)) - {"registration", "submission"}
    for each in received:
        assert each.skeleton is not None
        again = tmp_path / f"{each.kind}.thuocso"
        told = writing.rebuild(each.skeleton, restored.evidence.path, again)
        assert each.file_digest in (told, "")  # since 0.3 it is reckoned on demand
        assert again.read_bytes() == (kept / again.name).read_bytes()


@EACH
def test_the_journal_is_whole(restored: Workspace) -> None:
    proof = inspecting.prove(restored)
    assert proof.broken_at is None
    assert proof.lines > 0


@SIGNING
def test_the_leader_signed_and_the_receipt_acts(kept: Path, restored: Workspace) -> None:
    path = kept / "submission.thuocso"
    verdict = bundling.verify(path, trust_of(kept), moment_of(path))
    assert verdict.people is not None
    (signed,) = verdict.people.signatures
    assert (signed.light, signed.role) == (Light.VALID, PeopleRole.LEADER)
    (told,) = receipted.of(restored, parts.find(restored).id)
    assert (told.acts, told.item.content_digest) == (True, verdict.content_digest)


@SIGNING
def test_evidence_comes_behind_its_figures(kept: Path) -> None:
    first, volume = (
        reading.open_verified(path, None, trust_of(kept), moment_of(path))
        for path in (kept / f"{PART_1}.thuocso", kept / f"{VOLUME}.thuocso")
    )
    assert (first.verdict.light, volume.verdict.light) == (Light.VALID, Light.VALID)
    assert (first.evidence, first.envelope.sender.code) == ((), IN_PARTS)
    assert volume.envelope.part is not None
    assert volume.envelope.part.submission == first.verdict.content_digest
    listed = {file.digest for file in bundling.content_of(first, SubmissionContent).files}
    assert {piece.digest for piece in volume.evidence} == listed


@EACH
def test_points_are_as_before_and_there_is_a_way_back(kept: Path, tmp_path: Path) -> None:
    """Data in the form of this very version need no upgrade, and no way back."""
    folder = data_of(kept.name, tmp_path / "Dữ liệu cũ")
    before = rows(folder / DATABASE)
    with opened(folder, moment_of(kept / "result.thuocso")) as found:
        assert recounting.differing(found) == ()
        told = upgrading.last(found)
        if told is None:
            assert workspace.setting(found, workspace.PROGRAM) == VERSION
            return
        assert told.before.startswith(kept.name)
        made = going_back.go_back(found, tmp_path / "Cho bản cũ")
    assert made.lacking == ()
    assert rows(made.folder / DATABASE) == before
