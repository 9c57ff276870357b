"""Issuers' certificates and revocation lists come as files; signers are accepted by hand, for one agency and role."""

import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, pkcs7

from app.bundles.trust import PeopleRole
from app.errors import AppError
from app.operations import workspace
from app.operations.trust import certifying, trusting
from app.operations.workspace import Workspace
from tests.app.bundles.people import pki

LEADER = pki.people()["leader"]


@pytest.fixture
def here(workspace: Workspace, clock) -> Workspace:
    clock.now = pki.NOW
    return workspace


def files(folder: Path) -> dict[str, Path]:
    """One of each kind that issuers hand out, and what does not belong there."""
    both = pki.ROOT.cert.public_bytes(Encoding.PEM) + pki.BETWEEN.cert.public_bytes(Encoding.PEM)
    key = pki.ROOT.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    made = {
        "gốc.cer": pki.ROOT.certificate,
        "Hai chứng thư.pem": both,
        "chuỗi.p7b": pkcs7.serialize_certificates([pki.ROOT.cert, pki.BETWEEN.cert], Encoding.DER),
        "ca.crl": pki.crl(pki.BETWEEN),
        "người ký.crt": LEADER.certificate,
        "có khóa.pem": both + key,
        "ảnh.jpg": b"\xff\xd8\xff" + bytes(100),
        "rỗng.cer": b"",
    }
    for name, data in made.items():
        (folder / name).write_bytes(data)
    crl = ["openssl", "crl", "-inform", "DER", "-in", folder / "ca.crl", "-outform", "PEM", "-out", folder / "ca.pem"]
    subprocess.run(crl, check=True)
    return {name: folder / name for name in (*made, "ca.pem")}


def test_every_form_of_file_is_read_and_nothing_is_kept_twice(here: Workspace, tmp_path: Path) -> None:
    given = files(tmp_path)
    first = certifying.load(here, [given["gốc.cer"]])
    assert (first.certificates, first.lists, first.known) == (1, 0, 0)
    more = certifying.load(here, [given[name] for name in ("Hai chứng thư.pem", "chuỗi.p7b", "ca.crl", "ca.pem")])
    assert (more.certificates, more.lists, more.known, more.refused) == (1, 1, 4, ())
    assert [each.subject for each in certifying.issuers(here)] == [
        "Tổ chức gốc thử nghiệm",
        "CA cơ quan nhà nước thử nghiệm",
    ]
    (kept,) = certifying.revocation_lists(here)
    assert (kept.issuer, kept.is_newest, kept.is_stale) == ("CA cơ quan nhà nước thử nghiệm", True, False)
    trust = trusting.policy(here)
    assert set(trust.people_authorities) == {pki.ROOT.certificate, pki.BETWEEN.certificate}
    assert len(trust.people_crls) == 1


def test_what_does_not_belong_is_named_file_by_file_and_stops_nothing(here: Workspace, tmp_path: Path) -> None:
    given = files(tmp_path)
    names = ("người ký.crt", "có khóa.pem", "ảnh.jpg", "rỗng.cer", "gốc.cer")
    done = certifying.load(here, [*(given[name] for name in names), tmp_path / "mất.cer"])
    told = [(error.code, error.details["file"]) for error in done.refused]
    assert told == [
        ("trust.no_issuer", "người ký.crt"),
        ("trust.private_key", "có khóa.pem"),
        ("trust.unreadable", "ảnh.jpg"),
        ("trust.unreadable", "rỗng.cer"),
        ("file.unreadable", "mất.cer"),
    ]
    assert done.certificates == 1


def test_a_list_whose_next_one_is_due_is_shown_as_stale(here: Workspace, tmp_path: Path, clock) -> None:
    for days in (9, 5):
        (tmp_path / f"{days}.crl").write_bytes(pki.crl(pki.BETWEEN, at=pki.NOW - timedelta(days=days)))
    certifying.load(here, sorted(tmp_path.glob("*.crl")))
    assert [(each.is_newest, each.is_stale) for each in certifying.revocation_lists(here)] == [
        (True, False),
        (False, False),
    ]
    clock.now = pki.NOW + timedelta(days=30)
    assert all(each.is_stale for each in certifying.revocation_lists(here))
    certifying.set_grace_days(here, 30)
    assert trusting.policy(here).crl_grace_days == 30
    with pytest.raises(AppError, match=r"trust\.grace"):
        certifying.set_grace_days(here, 91)


def test_an_issuer_is_removed_with_a_reason(here: Workspace, tmp_path: Path) -> None:
    certifying.load(here, [files(tmp_path)["gốc.cer"]])
    (kept,) = certifying.issuers(here)
    with pytest.raises(AppError, match=r"trust\.no_reason"):
        certifying.remove_issuer(here, kept.digest, " ")
    with pytest.raises(AppError, match=r"trust\.unknown"):
        certifying.remove_issuer(here, "00000000", "nhầm")
    certifying.remove_issuer(here, kept.digest[:10], "Nạp nhầm tệp")
    assert certifying.issuers(here) == ()
    assert "certificate.removed" in {line.action for line in workspace.journal_lines(here)}


def test_a_signer_is_accepted_for_one_agency_and_role_and_closed(here: Workspace) -> None:
    with pytest.raises(AppError, match=r"signer\.no_reason"):
        certifying.accept_signer(here, "X1", PeopleRole.LEADER, LEADER.subject, "")
    for _ in range(2):
        certifying.accept_signer(here, "X1", PeopleRole.LEADER, LEADER.subject, "Công văn 12/UBND")
    (kept,) = certifying.signers(here)
    with pytest.raises(AppError, match=r"signer\.other_agency"):
        certifying.accept_signer(here, "X2", PeopleRole.LEADER, LEADER.subject, "Gọi điện")
    assert [(each.agency, each.role) for each in trusting.policy(here).signers] == [("X1", PeopleRole.LEADER)]
    certifying.close_signer(here, kept.id, "Đã chuyển công tác")
    with pytest.raises(AppError, match=r"signer\.not_accepted"):
        certifying.close_signer(here, kept.id, "lần nữa")
    certifying.accept_signer(here, "X2", PeopleRole.LEADER, LEADER.subject, "Quyết định điều động")
    assert len(certifying.signers(here)) == 2
