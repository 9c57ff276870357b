"""What earlier releases left, opened by this one: their data, their bundles, their figures."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bundles import reading, writing
from app.bundles.trust import Light, TrustPolicy
from app.domain import results
from app.domain.assessment import Answers
from app.domain.contents import CampaignContent, SubmissionContent, claims_of, figures_of
from app.operations import assessing, bundling, improving, keeping, parts, submitting, trusting
from app.operations.workspace import Workspace
from app.storage import submissions
from tests.journeys.golden import ARCHIVE, BUNDLES, DATA, moment_of, opened

RELEASES = sorted(path for path in DATA.iterdir() if path.is_dir())
EACH = pytest.mark.parametrize("kept", RELEASES, ids=lambda path: path.name)


def trust_of(kept: Path) -> TrustPolicy:
    return trusting.policy_of_files([(pem.stem, pem) for pem in sorted((kept / "trust").glob("*.pem"))])


@pytest.fixture
def restored(kept: Path, tmp_path: Path) -> Iterator[Workspace]:
    folder = tmp_path / "Dữ liệu cũ"
    keeping.restore(kept / ARCHIVE, folder)
    with opened(folder, moment_of(kept / "result.thuocso")) as found:
        yield found


def test_there_is_a_release() -> None:
    assert [path.name for path in RELEASES][:1] == ["0.1"]


@EACH
def test_data_open_and_are_sound(kept: Path, tmp_path: Path) -> None:
    told = keeping.restore(kept / ARCHIVE, tmp_path / "Dữ liệu cũ")
    found = keeping.doctor(told.folder, lambda: moment_of(kept / "result.thuocso"))
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


@EACH
@pytest.mark.parametrize("kind", BUNDLES.values())
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
        received = submissions.bundles(parts.find(restored).id, bundling.IN)
    assert {each.kind for each in received} == {"campaign", "feedback", "result"}
    for each in received:
        assert each.skeleton is not None
        again = tmp_path / f"{each.kind}.thuocso"
        assert writing.rebuild(each.skeleton, restored.evidence.path, again) == each.file_digest
        assert again.read_bytes() == (kept / again.name).read_bytes()
