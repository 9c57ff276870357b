"""A key that the agency's accepted signature stands under is offered in one click, and never taken by itself."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.bundles.people import making
from app.bundles.reading import inspect
from app.bundles.trust import PeopleRole
from app.operations import parts
from app.operations.authority import collecting, registry
from app.operations.authority.registry import KeyState
from app.operations.commune import submitting
from app.operations.trust import certifying, signing, trusting, verifying
from tests.app.bundles.people import pki
from tests.app.operations.houses import SECRET, Houses
from tests.app.operations.trust.test_registering import line

Sent = Callable[[bool], Houses]


@pytest.fixture
def sent(filled: Houses, tmp_path: Path) -> Sent:
    """What X1 sent is in at the authority, signed by leader and agency; its key was made before freezing or not."""

    def make(has_key: bool) -> Houses:
        filled.clock.now = pki.NOW  # type: ignore[attr-defined]
        with filled.at("X1") as here:
            part = filled.parts["X1"]
            if has_key:
                trusting.create_key(here, parts.find(here, part), SECRET)
            submitting.freeze(here, part, "Nguyễn Văn An", "Chủ tịch")
            signing.hand_out(here, part, tmp_path / "ký.pdf")
            data = (tmp_path / "ký.pdf").read_bytes()
            for place, who in ((signing.LEADER, "leader"), (signing.AGENCY, "agency")):
                data = making.sign(data, place, pki.people()[who], pki.SIGNED)
            (tmp_path / "ký.pdf").write_bytes(data)
            signing.take_back(here, part, [tmp_path / "ký.pdf"])
            path = submitting.seal_and_export(here, part, filled.out, SECRET).path
        head = inspect(path).envelope
        assert head is not None
        assert (head.key is not None) is has_key
        with filled.at("SKHCN") as here:
            collecting.import_paths(here, filled.authority_part, [path])
        return filled

    return make


def believe(houses: Houses, folder: Path) -> None:
    """The authority loads the issuers and accepts the agency's certificate; then it looks at the file again."""
    with houses.at("SKHCN") as here:
        for name, data in (("gốc.cer", pki.ROOT.certificate), ("1.crl", pki.crls()[0]), ("2.crl", pki.crls()[1])):
            (folder / name).write_bytes(data)
        certifying.load(here, [folder / name for name in ("gốc.cer", "1.crl", "2.crl")])
        subject = pki.people()["agency"].subject
        certifying.accept_signer(here, "X1", PeopleRole.AGENCY, subject, "Công văn 12")
        file = next(row for row in collecting.board(here, houses.authority_part) if row.agency.code == "X1")
        told = verifying.of_submission(here, houses.authority_part, file.submission)
        verifying.verify_again(here, houses.authority_part, told.file_id)


def test_it_is_offered_once_the_signer_is_accepted_and_recorded_how(sent: Sent, tmp_path: Path) -> None:
    houses = sent(True)
    assert line(houses, "X1").state is KeyState.FIRST_SEEN  # signed by somebody nobody knows yet
    believe(houses, tmp_path)
    told = line(houses, "X1")
    assert told.state is KeyState.SIGNED
    assert told.waiting is not None
    assert told.waiting.signed_by == pki.UNIT
    assert told.pin is None  # never by itself
    with houses.at("SKHCN") as here:
        accepted = registry.accept_matching(here, houses.authority_part, ["X1"])
        assert accepted.names == ("Xã Hòa Bình",)
    told = line(houses, "X1")
    assert (told.state, told.pin and told.pin.how) == (KeyState.ACCEPTED, "agency_signature")


def test_a_code_of_a_letter_goes_before_the_signature(sent: Sent, tmp_path: Path) -> None:
    houses = sent(True)
    believe(houses, tmp_path)
    with houses.at("SKHCN") as here:
        other = "11111 22222 33333 44444 55555 66666"
        registry.set_entry(here, houses.authority_part, registry.Entry("X1", check_code=other))
    assert line(houses, "X1").state is KeyState.LETTER_DIFFERS


def test_a_file_frozen_before_there_was_a_key_vouches_for_none(sent: Sent, tmp_path: Path) -> None:
    houses = sent(False)
    believe(houses, tmp_path)
    assert line(houses, "X1").state is KeyState.FIRST_SEEN
    with houses.at("SKHCN") as here, pytest.raises(Exception, match=r"registry\.nothing_matches"):
        registry.accept_matching(here, houses.authority_part, ["X1"])
