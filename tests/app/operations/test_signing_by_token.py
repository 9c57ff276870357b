"""A frozen report signed with a device, for the leader and the agency, and read by pdfsig."""

import subprocess
from datetime import timedelta
from pathlib import Path

import pytest

from app.bundles.people.signers import Mechanism
from app.domain.campaign import Demand
from app.errors import AppError
from app.operations.commune import reporting, submitting
from app.operations.trust import signing, tokens
from app.operations.trust.signing import AGENCY, LEADER
from app.operations.trust.tokens import Certificate
from app.operations.workspace import Workspace
from tests.app.helpers.devices import MODULE, PIN, Device, Made
from tests.app.operations.houses import Houses
from tests.app.operations.trust.test_signing import frozen

SIGNER, SEAL = "Nguyễn Văn An", "Ủy ban nhân dân xã Hòa Bình"


@pytest.fixture
def device(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Device:
    made = Device(tmp_path / "device")
    monkeypatch.setenv("SOFTHSM2_CONF", str(made.conf))
    return made


def plug(device: Device, here: Workspace, **more: object) -> None:
    now = here.clock()
    period = {"first": now - timedelta(days=100), "last": now + timedelta(days=700)}
    on_token = {"allowed": ["RSA_PKCS"]}
    device.plug([Made(name=SIGNER, **period, **more), Made(name=SEAL, on_token=on_token, **period)])


def sign(here: Workspace, part: str, field: str, name: str, pin: str = PIN) -> Mechanism:
    found = tokens.certificates(here.clock(), MODULE).usable
    chosen: Certificate = next(each for each in found if each.name == name)
    done = tokens.sign_with(here, chosen, pin, lambda opened, signer: signing.sign(opened, part, field, signer))
    assert "assessment" in done.changes.kinds
    return done.mechanism


def pdfsig(folder: Path, data: bytes) -> str:
    (folder / "signed.pdf").write_bytes(data)
    done = subprocess.run(["pdfsig", str(folder / "signed.pdf")], capture_output=True, text=True, check=False)
    return done.stdout


@pytest.mark.parametrize(("kind", "mechanism"), [("rsa3072", Mechanism.RSA_PSS), ("p256", Mechanism.ECDSA)])
def test_leader_and_agency_sign_with_one_device(
    filled: Houses, device: Device, tmp_path: Path, kind: str, mechanism: Mechanism
) -> None:
    part = filled.parts["X1"]
    with filled.at("X1") as here:
        frozen(here, part, Demand.LEADER_AND_AGENCY)
        plug(device, here, kind=kind)
        assert sign(here, part, LEADER, SIGNER) is mechanism
        assert sign(here, part, AGENCY, SEAL) is Mechanism.RSA_PKCS1
        papers = signing.papers(here, part)
        assert papers is not None
        assert (papers.state, papers.missing) == (signing.SIGNED_BY_AGENCY, ())
        told = pdfsig(tmp_path, reporting.report(here, submitting.revisions(here, part)[0]))
    assert told.count("Signature is Valid.") == 2
    assert told.count("ETSI.CAdES.detached") == 2


def test_a_wrong_pin_leaves_the_report_as_it_was(filled: Houses, device: Device) -> None:
    part = filled.parts["X1"]
    with filled.at("X1") as here:
        frozen(here, part)
        plug(device, here)
        before = reporting.report(here, submitting.revisions(here, part)[0])
        with pytest.raises(AppError) as told:
            sign(here, part, LEADER, SIGNER, "So-PIN-9999")
        assert told.value.code == "token.pin_wrong_low"
        assert reporting.report(here, submitting.revisions(here, part)[0]) == before
