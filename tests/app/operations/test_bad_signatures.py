"""A submission on which a person's signature does not hold: kept for comparison, counting for nothing until it is
signed again, or somebody says with a reason that it counts."""

import shutil
from pathlib import Path

import pytest

from app.bundles.people import making
from app.bundles.reading import RefusedBundle, open_verified
from app.bundles.trust import Light
from app.domain.receiving import Act as Ruled
from app.domain.receiving import Held, Place, Ruling, places
from app.errors import AppError
from app.operations.authority import collecting, publishing, ruling, settling
from app.operations.authority.collecting import BoardRow, BoardState, Outcome
from app.operations.commune import submitting
from app.operations.trust import certifying, receipts, signing, trusting, verifying
from tests.app.bundles.people import pki
from tests.app.operations.houses import SECRET, Houses


@pytest.fixture
def strict(filled: Houses, tmp_path: Path) -> Houses:
    """The authority has the issuers and a list on which the leader's certificate is revoked."""
    filled.clock.now = pki.NOW  # type: ignore[attr-defined]
    with filled.at("SKHCN") as here:
        lists = pki.crls(pki.people()["leader"].cert)
        for name, data in (("gốc.cer", pki.ROOT.certificate), ("1.crl", lists[0]), ("2.crl", lists[1])):
            (tmp_path / name).write_bytes(data)
        certifying.load(here, [tmp_path / name for name in ("gốc.cer", "1.crl", "2.crl")])
    return filled


def send(houses: Houses, folder: Path, who: str = "") -> Path:
    """Freezes, lets somebody sign, seals."""
    with houses.at("X1") as here:
        part = houses.parts["X1"]
        submitting.freeze(here, part, "Nguyễn Văn An", "Chủ tịch")
        if who:
            sign(here, part, folder, who)
        return submitting.seal_and_export(here, part, houses.out, SECRET).path


def sign(here: object, part: str, folder: Path, who: str) -> None:
    signing.hand_out(here, part, folder / "ký.pdf")  # type: ignore[arg-type]
    data = making.sign((folder / "ký.pdf").read_bytes(), signing.LEADER, pki.people()[who], pki.SIGNED)
    (folder / "ký.pdf").write_bytes(data)
    signing.take_back(here, part, [folder / "ký.pdf"])  # type: ignore[arg-type]


def take(houses: Houses, path: Path) -> Outcome:
    with houses.at("SKHCN") as here:
        (taken,) = collecting.import_paths(here, houses.authority_part, [path]).files
        assert taken.error is None
        return taken.outcome


def row(houses: Houses) -> BoardRow:
    with houses.at("SKHCN") as here:
        return next(each for each in collecting.board(here, houses.authority_part) if each.agency.code == "X1")


def test_it_is_kept_and_nothing_counts(strict: Houses, tmp_path: Path) -> None:
    assert take(strict, send(strict, tmp_path, "leader")) is Outcome.BAD_SIGNATURE
    told = row(strict)
    assert (told.state, told.submission, told.people) == (BoardState.BAD_SIGNATURE, "", Light.INVALID)
    with strict.at("SKHCN") as here:
        found = verifying.of_submission(here, strict.authority_part, told.waiting)
        assert found.first.lights == (Light.VALID, Light.UNKNOWN, Light.INVALID)
        assert "signature.revoked" in [code for code, _ in found.first.reasons]
        (item,) = receipts_of(here, strict)
        assert (item.place, item.people) == (Place.BAD_SIGNATURE.value, "INVALID")


def receipts_of(here: object, houses: Houses) -> list:
    from app.domain import canonical, codec
    from app.domain.contents import ReceiptContent
    from app.storage import receipts as kept

    receipts.export_receipts(here, houses.authority_part, houses.out, SECRET, ["X1"])  # type: ignore[arg-type]
    with here.session():  # type: ignore[attr-defined]
        (made,) = kept.receipts(houses.authority_part, "X1")
    return list(codec.from_json(ReceiptContent, canonical.decode(made.content.encode())).items)


@pytest.mark.parametrize(("who", "people"), [("clerk", Light.UNKNOWN), ("", None)])
def test_the_same_signed_again_or_not_at_all_counts(
    who: str, people: Light | None, strict: Houses, tmp_path: Path
) -> None:
    """Frozen once, sealed twice, as with a copy on the leader's computer."""
    part = strict.parts["X1"]
    with strict.at("X1") as here:
        submitting.freeze(here, part, "Nguyễn Văn An", "Chủ tịch")
    shutil.copytree(strict.folder / "X1", strict.folder / "X1 bản sao")
    files = []
    for house, signer in (("X1", "leader"), ("X1 bản sao", who)):
        with strict.at(house) as here:
            if signer:
                sign(here, part, tmp_path, signer)
            (tmp_path / house).mkdir()
            files.append(submitting.seal_and_export(here, part, tmp_path / house, SECRET).path)
    assert [take(strict, path) for path in files] == [Outcome.BAD_SIGNATURE, Outcome.SIGNED]
    told = row(strict)
    assert (told.state, told.people, told.versions) == (BoardState.FIRST_SEEN, people, 1)


def test_what_came_before_counts_meanwhile_and_a_reason_lets_it_count(strict: Houses, tmp_path: Path) -> None:
    take(strict, send(strict, tmp_path))
    with strict.at("X1") as here:
        submitting.reopen(here, strict.parts["X1"], "Sửa")
    assert take(strict, send(strict, tmp_path, "leader")) is Outcome.BAD_SIGNATURE
    told = row(strict)
    assert (told.state, told.revision_number) == (BoardState.BAD_SIGNATURE, 1)
    assert (told.seal, told.is_key_open) == (Light.UNKNOWN, True)
    with strict.at("SKHCN") as here:
        assert settling.readiness(here, strict.authority_part).open(settling.Check.KEYS) == 1
        with pytest.raises(AppError, match=r"publication\.keys_open"):  # of what counts, whatever the newest says
            publishing.publish(here, strict.authority_part, strict.out, SECRET)
        with pytest.raises(AppError, match=r"submission\.no_reason"):
            ruling.choose(here, strict.authority_part, told.waiting, " ")
        ruling.choose(here, strict.authority_part, told.waiting, "Lãnh đạo xác nhận bằng văn bản số 12")
    told = row(strict)
    assert (told.state, told.revision_number, told.waiting) == (BoardState.FIRST_SEEN, 2, "")


def test_order_does_not_matter() -> None:
    good, bad = Held("a", 1, 1), Held("b", 1, 2, is_badly_signed=True)
    for order in ((good, bad), (bad, good)):
        assert places(order) == {"a": Place.CURRENT, "b": Place.BAD_SIGNATURE}
    assert places([bad, Held("c", 1, 2)]) == {"b": Place.HISTORY, "c": Place.CURRENT}  # no fork: one of them counts
    assert places([bad], [Ruling(Ruled.DECLINE, "b")]) == {"b": Place.HISTORY}


def test_the_reader_refuses_it_for_every_other_light(strict: Houses, tmp_path: Path) -> None:
    path = send(strict, tmp_path, "leader")
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with strict.at("SKHCN") as here, pytest.raises(RefusedBundle):
        open_verified(path, None, trusting.policy(here), pki.NOW)
