"""A submission encrypted for its authority: only to an accepted key, opened with the passphrase, by `age` as well."""

import subprocess
from pathlib import Path

import pytest

from app.errors import AppError
from app.operations import parts
from app.operations.authority import collecting
from app.operations.commune import parts_sending, submitting
from app.operations.trust import trusting
from tests.app.operations.authority.test_collecting import outcomes
from tests.app.operations.houses import SECRET, Houses


@pytest.fixture
def accepted(filled: Houses) -> Houses:
    """The commune accepted its authority's key, which names what may be encrypted to it."""
    with filled.at("SKHCN") as here:
        key = trusting.own_key(here, parts.find(here, filled.authority_part))
        assert key is not None
        assert key.recipient
    with filled.at("X1") as here:
        part = parts.find(here, filled.parts["X1"])
        trusting.accept_key(here, part.campaign.authority.code, "authority", key.spki, "công văn")
        with here.transaction():
            trusting.learn_recipient(key.spki, key.recipient)
        submitting.freeze(here, part.id, "Nguyễn Văn An", "Chủ tịch")
    return filled


def export(houses: Houses) -> Path:
    with houses.at("X1") as here:
        return submitting.seal_and_export(here, houses.parts["X1"], houses.out, SECRET, is_encrypted=True).path


def take(houses: Houses, *paths: Path, passphrase: str = "") -> list[tuple[str, str]]:
    with houses.at("SKHCN") as here:
        told = outcomes(collecting.import_paths(here, houses.authority_part, list(paths), passphrase=passphrase))
        assert list(here.evidence.incoming.iterdir()) == []
        return told


def test_nothing_is_encrypted_to_a_key_nobody_accepted(filled: Houses) -> None:
    with filled.at("X1") as here:
        submitting.freeze(here, filled.parts["X1"], "Nguyễn Văn An", "Chủ tịch")
        with pytest.raises(AppError, match=r"encryption\.no_key"):
            submitting.seal_and_export(here, filled.parts["X1"], filled.out, SECRET, is_encrypted=True)
        assert list(filled.out.iterdir()) == []
        assert submitting.revisions(here, filled.parts["X1"])[0].state == submitting.FROZEN


def test_the_authority_opens_it_with_its_passphrase(accepted: Houses) -> None:
    path = export(accepted)
    assert path.name.endswith(".thuocso.age")
    assert [each.name for each in accepted.out.iterdir()] == [path.name]  # no open copy beside it
    assert take(accepted, path) == [("refused", "encrypted.passphrase_needed")]
    assert take(accepted, path, passphrase="sai") == [("refused", "passphrase.wrong")]
    other_name = path.rename(path.with_name("tải về (1).bin"))
    assert take(accepted, other_name, passphrase=SECRET) == [("received", "")]
    with accepted.at("SKHCN") as here:
        (board_row,) = [row for row in collecting.board(here, accepted.authority_part) if row.submission]
        assert board_row.versions == 1


def test_a_folder_is_searched_for_encrypted_files(accepted: Houses) -> None:
    path = export(accepted)
    path.rename(path.with_name("không đuôi"))
    assert take(accepted, accepted.out, passphrase=SECRET) == [("received", "")]


def test_one_encrypted_for_somebody_else_is_said_with_our_key(accepted: Houses) -> None:
    path = export(accepted)
    with accepted.at("SKHCN") as here:
        part = parts.find(here, accepted.authority_part)
        key = trusting.own_key(here, part)
        assert key is not None
    other = "age1anwgknyvy3k8r80vmxrvay0fv34dca4g9ns5p80kxuvmxrq00ccq4a0s5m"
    subprocess.run(["age", "-r", other, "-o", path.with_suffix(".khac"), path], check=True)
    with accepted.at("SKHCN") as here:
        drop = collecting.import_paths(here, accepted.authority_part, [path.with_suffix(".khac")], passphrase=SECRET)
        (taken,) = drop.files
        assert taken.error is not None
        assert (taken.error.code, taken.error.details["recipient"]) == ("encrypted.other_key", key.recipient)


def test_after_the_key_was_replaced_the_old_one_still_opens(accepted: Houses) -> None:
    path = export(accepted)
    with accepted.at("SKHCN") as here:
        trusting.create_key(here, parts.find(here, accepted.authority_part), SECRET, "replaced")
    assert take(accepted, path, passphrase=SECRET) == [("received", "")]


def test_parts_are_encrypted_one_by_one(accepted: Houses) -> None:
    with accepted.at("X1") as here:
        done = parts_sending.export(
            here, accepted.parts["X1"], accepted.out, SECRET, parts_sending.MEGABYTE, is_encrypted=True
        )
    assert [path.suffix for path in done.paths] == [".age", ".age"]
    assert take(accepted, *done.paths, passphrase=SECRET) == [("received", ""), ("volume", "")]


def test_age_opens_it_with_the_identity_of_the_key(accepted: Houses, tmp_path: Path) -> None:
    path = export(accepted)
    with accepted.at("SKHCN") as here:
        identity = trusting.unlock_identity(here, parts.find(here, accepted.authority_part), SECRET)
    (tmp_path / "khóa").write_text(identity)
    subprocess.run(["age", "-d", "-i", tmp_path / "khóa", "-o", tmp_path / "mở", path], check=True)
    assert take(accepted, tmp_path / "mở") == [("received", "")]
