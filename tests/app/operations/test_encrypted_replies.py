"""Feedback and results encrypted for their commune: to an accepted key alone, all or none, opened by its passphrase."""

import pytest

from app.bundles import encryption
from app.bundles.manifest import Kind
from app.errors import AppError
from app.operations import bundling
from app.operations.authority import publishing, replying
from app.operations.commune import improving
from app.operations.trust import trusting
from tests.app.operations.houses import SECRET, Houses


def believe(houses: Houses, *codes: str) -> None:
    """The authority accepts these communes' keys; what may be encrypted to them came with a registration."""
    for code in codes:
        with houses.at(code) as here, here.session():
            from app.storage import campaigns

            part = campaigns.part(houses.parts[code])
        with houses.at(code) as here:
            key = trusting.key_in_use(here, part)
        with houses.at("SKHCN") as here:
            trusting.accept_key(here, code, "agency", key.spki, "công văn", recipient=key.recipient)


def test_one_place_says_what_is_encrypted_by_default() -> None:
    told = {(kind, has) for kind in Kind for has in (True, False) if bundling.is_covered_by_default(kind, has)}
    assert told == {(Kind.WORK, True)}


def test_feedback_opens_with_the_commune_s_passphrase_alone(received: Houses) -> None:
    believe(received, "X1")
    part = received.authority_part
    with received.at("SKHCN") as here:
        sent = replying.export_feedback(here, part, received.out, SECRET, ["X1"], is_encrypted=True)
        path = sent.files["X1"][0]
        assert path.name.endswith("_YKien_Lan1.thuocso.age")
        assert encryption.is_encrypted(path)
        assert [each.name for each in received.out.iterdir()] == [path.name]
        assert list(here.evidence.incoming.iterdir()) == []
    with received.at("X1") as here:
        with pytest.raises(AppError, match=r"encrypted\.passphrase_needed"):
            improving.receive(here, path)
        with pytest.raises(AppError, match=r"passphrase\.wrong"):
            bundling.inspect_opened(here, path, "sai")
        claimed = bundling.inspect_opened(here, path, SECRET)
        assert claimed.envelope is not None
        assert claimed.envelope.kind is Kind.FEEDBACK
        assert improving.receive(here, path, passphrase=SECRET).is_new
    with received.at("SKHCN") as here:  # whoever wrote it can look at it again
        again = bundling.inspect_opened(here, path, SECRET)
        assert again.envelope == claimed.envelope


def test_a_key_that_is_missing_stops_all_of_them_by_name(received: Houses) -> None:
    believe(received, "X1")
    with received.at("SKHCN") as here:
        with pytest.raises(AppError) as refused:
            replying.export_feedback(here, received.authority_part, received.out, SECRET, is_encrypted=True)
        assert refused.value.code == "encryption.no_keys"
        assert refused.value.details["count"] == 2
        assert "Xã Hòa Bình" not in refused.value.details["agencies"]
        assert list(received.out.iterdir()) == []


def test_results_go_encrypted_and_the_ranking_stays_open(received: Houses) -> None:
    believe(received, "X1", "X2", "X3")
    with received.at("SKHCN") as here:
        done = publishing.publish(
            here, received.authority_part, received.out, SECRET, key_reason="đã đối chiếu", is_encrypted=True
        )
        assert all(encryption.is_encrypted(path) for path, _ in done.files.values())
        assert done.ranking_pdf.read_bytes().startswith(b"%PDF")
    with received.at("X2") as here:
        improving.receive(here, done.files["X2"][0], passphrase=SECRET)
        assert improving.result(here, received.parts["X2"]) is not None
        with pytest.raises(AppError, match=r"encrypted\.other_key"):
            improving.receive(here, done.files["X1"][0], passphrase=SECRET)
