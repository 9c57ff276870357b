"""Signatures on evidence are judged in a process of its own, and what that process does not survive is said."""

import os
import signal
import sys
from pathlib import Path

import pytest

from app.bundles.people import making
from app.bundles.trust import Light, TrustPolicy
from app.errors import AppError
from app.helpers import HELPERS, child
from app.operations.commune import submitting
from app.operations.trust import evidence_signatures, signing, verifying
from tests.app.bundles.people import pki
from tests.app.operations.houses import Houses


@pytest.fixture
def signed(filled: Houses, tmp_path: Path) -> Path:
    filled.clock.now = pki.NOW  # type: ignore[attr-defined]
    with filled.at("X1") as here:
        submitting.freeze(here, filled.parts["X1"], "Nguyễn Văn An", "Chủ tịch")
        signing.hand_out(here, filled.parts["X1"], tmp_path / "giấy.pdf")
    data = making.sign((tmp_path / "giấy.pdf").read_bytes(), signing.LEADER, pki.people()["leader"], pki.SIGNED)
    path = tmp_path / "QĐ 15 đã ký.pdf"
    path.write_bytes(data)
    return path


def test_another_process_judges_and_says_the_same(signed: Path) -> None:
    from app.bundles.people import judging

    here = judging.judge_any(signed.read_bytes(), TrustPolicy(), pki.NOW)
    there, survived = evidence_signatures.judged(signed, TrustPolicy(), pki.NOW)
    assert survived
    assert there.to_json() == here.to_json()
    assert there.signatures[0].name == "Nguyễn Văn An"


def test_a_process_that_dies_leaves_it_unjudged_and_nothing_is_kept(
    signed: Path, filled: Houses, monkeypatch: pytest.MonkeyPatch
) -> None:
    with filled.at("X1") as here:
        digest = here.evidence.add(signed).digest
        command = [sys.executable, "-c", f"import os; os.kill(os.getpid(), {int(signal.SIGKILL)})"]
        with monkeypatch.context() as broken:
            broken.setattr(child, "_command", lambda _: command)
            found = verifying.signatures_of(here, digest)
        assert found is not None
        assert (found.light, [reason.code for reason in found.reasons]) == (Light.UNKNOWN, ["signed_pdf.not_judged"])
        again = verifying.signatures_of(here, digest)
        assert again is not None
        assert len(again.signatures) == 1


def test_one_that_asks_for_endless_memory_takes_nothing_down(tmp_path: Path) -> None:
    """A file of which the reader would need more than it may have: the sparse tail alone is larger than its limit."""
    path = tmp_path / "to.pdf"
    path.write_bytes(b"%PDF-1.7\n/ByteRange [0 1 2 3]\n")
    os.truncate(path, evidence_signatures.LIMITS.memory + 1)
    found, survived = evidence_signatures.judged(path, TrustPolicy(), pki.NOW)
    assert not survived
    assert found.reasons[0].code == "signed_pdf.not_judged"


def test_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AppError, match=r"file\.unreadable"):
        evidence_signatures.judged(tmp_path / "không có.pdf", TrustPolicy(), pki.NOW)
    assert HELPERS["signatures"] == evidence_signatures.__name__
