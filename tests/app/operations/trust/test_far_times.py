"""Certificates without an end, and times at the edges of the calendar: read, judged and shown like any other."""

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from app.bundles.people import lists, making, trust_files
from app.bundles.people.certificates import load_certificate
from app.bundles.trust import Light
from app.errors import AppError
from app.operations.authority import collecting, publishing, registry
from app.operations.authority.collecting import Outcome
from app.operations.commune import improving, reviewing, submitting
from app.operations.keeping import backing_up, checking, restoring
from app.operations.trust import certifying, finding_words, receipts, signing, verifying
from app.storage import submissions
from app.storage.schema import BundleRow
from app.wording import checks
from tests.app.bundles.people import pki
from tests.app.operations.conftest import Clock
from tests.app.operations.houses import SECRET, Houses
from tests.app.operations.trust.test_receipts import pin, states
from tests.app.operations.trust.test_registering import registered, taken

NO_END = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)  # RFC 5280, 4.1.2.5
ISSUER = pki.Holder(
    pki.issue(pki.name("CA không hạn"), pki.curve(77), None, is_authority=True, ends=NO_END), pki.curve(77)
)
LEADER = pki.Holder(pki.issue(pki.name("Nguyễn Văn An", pki.UNIT), pki.curve(78), ISSUER, ends=NO_END), pki.curve(78))
FAR = ("0001-01-01T00:00:00+07:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00")


@pytest.fixture
def signed(filled: Houses, tmp_path: Path) -> Path:
    """What X1 sends, signed by its leader under a certificate without an end."""
    filled.clock.now = pki.NOW  # type: ignore[attr-defined]
    with filled.at("X1") as here:
        part, paper = filled.parts["X1"], tmp_path / "k.pdf"
        submitting.freeze(here, part, "Nguyễn Văn An", "Chủ tịch")
        signing.hand_out(here, part, paper)
        paper.write_bytes(making.sign(paper.read_bytes(), signing.LEADER, LEADER, pki.SIGNED))
        signing.take_back(here, part, [paper])
        return submitting.seal_and_export(here, part, filled.out, SECRET).path


def test_a_paper_signed_under_a_certificate_without_an_end_stops_no_batch(
    filled: Houses, signed: Path, tmp_path: Path
) -> None:
    for name, data in (("ca.cer", ISSUER.certificate), ("l.crl", pki.crl(ISSUER, ends=NO_END))):
        (tmp_path / name).write_bytes(data)
    other = shutil.copy(filled.campaign, tmp_path / "đợt.thuocso")
    with filled.at("SKHCN") as here:
        certifying.load(here, [tmp_path / "ca.cer", tmp_path / "l.crl"])
        (issuer,) = certifying.issuers(here)
        assert checks.day(issuer.not_after) == "31/12/9999"
        drop = collecting.import_paths(here, filled.authority_part, [signed, Path(other)])
        assert drop.files[0].outcome is Outcome.RECEIVED
        row = collecting.board(here, filled.authority_part)[0]
        found = verifying.of_submission(here, filled.authority_part, row.submission)
        assert finding_words.told_of(found, found.first)
        assert row.people is Light.UNKNOWN  # nobody accepted the signer yet


def test_a_certificate_of_a_year_that_is_none_is_unreadable_and_nothing_more() -> None:
    year_0 = LEADER.certificate.replace(b"99991231235959Z", b"00000101000000Z")
    assert load_certificate(year_0) is None
    with pytest.raises(AppError, match=r"signer\.file_unreadable"):
        making.check_certificate(year_0, pki.NOW)
    newest = pki.crl(ISSUER, ends=NO_END).replace(b"99991231235959Z", b"00000101000000Z")
    assert lists.read_list(newest) is None
    with pytest.raises(AppError, match=r"trust\.unreadable"):
        trust_files.read_trust_file(newest, "l.crl")


def stored(here: Any, kind: str, at: str) -> None:
    """An earlier release took in files that claimed any time."""
    with here.transaction():
        for row in BundleRow.select().where((BundleRow.kind == kind) & (BundleRow.direction == submissions.IN)):
            BundleRow.update(envelope=json.dumps({**json.loads(row.envelope), "claimed_time": at})).where(
                BundleRow.id == row.id
            ).execute()


@pytest.mark.parametrize("at", FAR)
def test_the_registry_opens_whatever_time_a_registration_kept_earlier_claims(houses: Houses, at: str) -> None:
    taken(houses, registered(houses, "X1"))
    with houses.at("SKHCN") as here:
        stored(here, "registration", at)
        assert registry.book(here, houses.authority_part)[0].waiting is not None


@pytest.mark.parametrize("at", FAR)
def test_the_check_opens_whatever_time_a_campaign_kept_earlier_claims(filled: Houses, at: str) -> None:
    with filled.at("X1") as here:
        stored(here, "campaign", at)
        told = {issue.code for issue in reviewing.review(here, filled.parts["X1"])}
        assert ("clock_wrong" in told) == at.startswith("9999")


@pytest.mark.parametrize("year", [1980, 2099])
@pytest.mark.parametrize("whose", ["X1", "SKHCN", "both"])
def test_a_computer_that_lives_in_another_year_sends_receives_and_is_answered(
    first_houses: Houses, tmp_path: Path, year: int, whose: str
) -> None:
    clock = Clock()
    house = first_houses.copied(tmp_path / "nhà", clock)

    def now_at(name: str) -> None:
        clock.move(minutes=1)
        clock.now = clock.now.replace(year=year if whose in (name, "both") else 2026)

    now_at("X1")
    house.fill_in("X1")
    file = house.send("X1")
    now_at("SKHCN")
    with house.at("SKHCN") as here:
        drop = collecting.import_paths(here, house.authority_part, [file])
        assert drop.files[0].outcome is Outcome.RECEIVED, drop.files[0].error
        assert drop.files[0].verdict.lights.integrity is Light.VALID
        made = receipts.export_receipts(here, house.authority_part, house.out, SECRET, ["X1"])
        told = publishing.publish(
            here, house.authority_part, house.out, SECRET, is_final=False, key_reason="Đã đối chiếu"
        )
    now_at("X1")
    with house.at("X1") as here:
        pin(here)
        for path in (made.files["X1"][0], told.files["X1"][0]):
            assert improving.receive(here, path).waits is None
        assert states(here, house.parts["X1"]) == ["received"]
        assert improving.result(here, house.parts["X1"]) is not None
        backing_up.backup(here, tmp_path / "sao lưu.zip")
    restoring.restore(tmp_path / "sao lưu.zip", tmp_path / "máy mới")
    assert checking.doctor(tmp_path / "máy mới", clock).is_sound
