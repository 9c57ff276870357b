"""What came in is given back byte for byte, and judged again at any time without changing the first finding."""

import hashlib
from datetime import timedelta
from pathlib import Path

import pytest

from app.bundles.trust import Light
from app.errors import AppError
from app.operations.authority import campaigning, collecting
from app.operations.trust import rebuilding, trusting
from tests.app.operations.houses import Houses
from tests.app.operations.test_parts_travelling import attach_more, export, freeze, take
from tests.app.operations.trust.test_registering import registered, taken


@pytest.fixture
def came_in(filled: Houses) -> tuple[Houses, Path]:
    sent = filled.send("X1")
    with filled.at("SKHCN") as here:
        drop = collecting.import_paths(here, filled.authority_part, [sent])
        assert drop.files[0].error is None
    return filled, sent


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_very_bytes_come_back(came_in: tuple[Houses, Path], tmp_path: Path) -> None:
    houses, sent = came_in
    with houses.at("SKHCN") as here:
        (kept,) = rebuilding.kept_files(here, houses.authority_part)
        assert (kept.file_name, kept.size, kept.verdict) == (sent.name, sent.stat().st_size, "UNKNOWN")
        for name in (kept.id, kept.id[:6], kept.content_digest[:12].upper()):
            made = rebuilding.rebuild(here, houses.authority_part, name, tmp_path / "Trả lại.thuocso")
            assert digest(made) == digest(sent)


def test_a_year_later_it_is_judged_again_with_what_is_trusted_then(came_in: tuple[Houses, Path]) -> None:
    houses, _ = came_in
    with houses.at("SKHCN") as here:
        (kept,) = rebuilding.kept_files(here, houses.authority_part)
        (seen,) = trusting.seen_keys(here)
        trusting.accept_key(here, seen.agency, seen.role, seen.spki, "điện thoại")
        later = here.clock() + timedelta(days=366)
        found = rebuilding.verify_again(here, houses.authority_part, kept.id, later)
        assert found.lights.seal is Light.VALID
        assert rebuilding.kept_files(here, houses.authority_part)[0].verdict == "UNKNOWN"
        assert not any(here.evidence.incoming.iterdir())


def test_evidence_that_is_gone_is_told_and_nothing_half_written_stays(
    came_in: tuple[Houses, Path], tmp_path: Path
) -> None:
    houses, _ = came_in
    with houses.at("SKHCN") as here:
        (kept,) = rebuilding.kept_files(here, houses.authority_part)
        next(path for path in map(here.evidence.path, here.evidence.digests())).unlink()
        target = tmp_path / "usb" / "x.thuocso"
        target.parent.mkdir()
        with pytest.raises(AppError) as refused:
            rebuilding.rebuild(here, houses.authority_part, kept.id, target)
        assert refused.value.code == "evidence.changed"
        assert not any(target.parent.iterdir())


@pytest.mark.parametrize("name", ["", "abc", "0000000000"])
def test_a_name_that_is_not_exactly_one_file(came_in: tuple[Houses, Path], name: str, tmp_path: Path) -> None:
    houses, _ = came_in
    with houses.at("SKHCN") as here, pytest.raises(AppError) as refused:
        rebuilding.rebuild(here, houses.authority_part, name, tmp_path / "x")
    assert refused.value.code == "bundle.not_kept"


def test_a_campaign_loaded_twice_is_kept_once(filled: Houses, tmp_path: Path) -> None:
    part = filled.parts["X1"]
    with filled.at("X1") as here:
        (kept,) = rebuilding.kept_files(here, part)
        campaigning.accept(here, filled.campaign, "X1")
        assert rebuilding.kept_files(here, part) == (kept,)
        made = rebuilding.rebuild(here, part, kept.content_digest, tmp_path / "Trả lại.thuocso")
        assert digest(made) == digest(filled.campaign)


def test_a_registration_comes_back_byte_for_byte(houses: Houses, tmp_path: Path) -> None:
    sent = registered(houses, "X1")
    assert taken(houses, sent) == [("registered", "")]
    with houses.at("SKHCN") as here:
        (kept,) = rebuilding.kept_files(here, houses.authority_part)
        assert (kept.kind, kept.agency, kept.file_name) == ("registration", "X1", sent.name)
        made = rebuilding.rebuild(here, houses.authority_part, kept.id, tmp_path / "Trả lại.thuocso")
        assert digest(made) == digest(sent)


def test_figures_and_each_volume_come_back_byte_for_byte(filled: Houses, tmp_path: Path) -> None:
    attach_more(filled, "X1")
    freeze(filled, "X1")
    sent = {path.name: path for path in export(filled, "X1")}
    figures, *volumes = sent.values()
    take(filled, volumes[0], figures, *volumes[1:])  # one waited for its figures
    with filled.at("SKHCN") as here:
        kept = rebuilding.kept_files(here, filled.authority_part)
        assert sorted(each.file_name for each in kept) == sorted(sent)
        for each in kept:
            made = rebuilding.rebuild(here, filled.authority_part, each.id, tmp_path / each.file_name)
            assert (each.kind, digest(made)) == ("submission", digest(sent[each.file_name]))
            assert rebuilding.verify_again(here, filled.authority_part, each.id).light is not Light.INVALID
