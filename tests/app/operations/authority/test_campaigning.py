"""Campaign files that come in: which are the authority's word, and what a stranger's leaves as it was."""

import dataclasses
import json
import zipfile
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from app.bundles.keys import SealKey, make_seal_key
from app.bundles.manifest import Role
from app.bundles.writing import write_bundle
from app.errors import AppError
from app.operations import bundling, parts
from app.operations.authority import campaigning
from app.operations.trust import trusting
from app.operations.workspace import Workspace
from app.wording import sentence
from tests.app.bundles.forging import page
from tests.app.operations.houses import SECRET, Houses
from tests.app.operations.trust.test_receipts import pin


def forged(
    houses: Houses, folder: Path, code: str = "SKHCN", revision: int = 9, sender: str = "", **more: Any
) -> tuple[Path, SealKey]:
    """The campaign as somebody else tells it who seals in the authority's name, or in that of `sender`."""
    envelope = bundling.inspect(houses.campaign).envelope
    assert envelope is not None
    with zipfile.ZipFile(houses.campaign) as archive:
        sets, content = archive.read("framework.json"), json.loads(archive.read("content.json"))
    content["campaign"] |= {"revision": revision, "title": "Đợt của kẻ lạ", **more}
    content["campaign"]["authority"]["code"] = code
    told = {field: content["campaign"][field] for field in ("id", "revision", "title")}
    named = dataclasses.replace(envelope.campaign, **told)
    by = dataclasses.replace(envelope.sender, code=sender or code, name="Kẻ lạ" if sender else envelope.sender.name)
    made = dataclasses.replace(envelope, id="ee" * 16, sender=by, campaign=named)
    key = make_seal_key(by.code, "Kẻ lạ", Role.AUTHORITY)
    target = folder / f"giả-{code}-{revision}-{named.id[:4]}.thuocso"
    write_bundle(target, made, sets, content, (), lambda _: page("x"), key)
    return target, key


def known(here: Workspace, houses: Houses) -> Any:
    return parts.find(here, houses.parts["X1"]).campaign


def test_a_strangers_newer_campaign_is_refused_once_the_authoritys_key_is_accepted(
    filled: Houses, tmp_path: Path
) -> None:
    path, key = forged(filled, tmp_path)
    with filled.at("X1") as here:
        pin(here)
        before = known(here, filled)
        offer = campaigning.look(here, path)
        assert offer.objection is not None
        for _ in range(2):
            with pytest.raises(AppError, match=r"campaign\.other_key") as told:
                campaigning.accept(here, path, "X1")
        assert key.check_code in sentence(told.value)
        assert known(here, filled) == before
        assert [each.spki for each in trusting.seen_keys(here)].count(key.spki_sha256) == 1


def test_a_new_campaign_under_another_key_than_the_accepted_one_is_refused_as_well(
    filled: Houses, tmp_path: Path
) -> None:
    path, _ = forged(filled, tmp_path, id="ab" * 16)
    with filled.at("X1") as here:
        pin(here)
        with pytest.raises(AppError, match=r"campaign\.other_key"):
            campaigning.accept(here, path, "X1")
        assert len(parts.everything(here)) == 1


def test_an_authority_with_a_new_key_is_heard_again_when_that_is_accepted(filled: Houses, tmp_path: Path) -> None:
    path, key = forged(filled, tmp_path)
    with filled.at("X1") as here:
        pin(here)
        with pytest.raises(AppError, match=r"campaign\.other_key"):
            campaigning.accept(here, path, "X1")
        trusting.accept_code(here, "SKHCN", key.check_code, "công văn 200: Sở đổi khóa")
        assert campaigning.look(here, path).is_accepted_key
        campaigning.accept(here, path, "X1")
        assert known(here, filled).revision == 9
        assert campaigning.look(here, path).objection is None


def test_the_file_that_was_taken_up_can_be_opened_again_after_the_key_was_replaced(filled: Houses, clock: Any) -> None:
    with filled.at("X1") as here:
        pin(here)
        clock.move(days=3)
        trusting.accept_key(here, "SKHCN", "authority", "ab" * 32, "công văn 200")
        assert campaigning.accept(here, filled.campaign, "X1").id == filled.parts["X1"]


def test_a_key_said_not_to_be_the_authoritys_moves_no_campaign(filled: Houses, tmp_path: Path) -> None:
    path, key = forged(filled, tmp_path)
    with filled.at("X1") as here:
        trusting.refuse_key(here, "SKHCN", "authority", key.spki_sha256, "Sở nói không phải")
        with pytest.raises(AppError, match=r"campaign\.other_key"):
            campaigning.accept(here, path, "X1")


def test_a_campaign_stays_with_its_authority_whatever_key_is_known(filled: Houses, tmp_path: Path) -> None:
    path, _ = forged(filled, tmp_path, code="KE")
    with filled.at("X1") as here:
        before = known(here, filled)
        assert campaigning.look(here, path).objection is not None
        with pytest.raises(AppError, match=r"campaign\.other_authority") as told:
            campaigning.accept(here, path, "X1")
        assert f"“{before.title}”" in sentence(told.value)
        assert known(here, filled) == before


OTHER_SET = [{"id": "thu", "version": "1", "digest": "ab" * 32}]


@pytest.mark.parametrize(
    ("more", "code", "words"),
    [
        ({"sender": "KE"}, "campaign.other_sender", "Kẻ lạ niêm phong, còn nội dung ghi cơ quan thẩm định là Sở"),
        ({"frameworks": OTHER_SET}, "bundle.content_malformed", "(campaign.frameworks)"),
    ],
)
def test_a_campaign_that_is_at_odds_with_its_own_head_is_not_called_altered(
    filled: Houses, tmp_path: Path, more: dict[str, Any], code: str, words: str
) -> None:
    path, _ = forged(filled, tmp_path, **more)
    with filled.at("X1") as here:
        for act in (campaigning.look, partial(campaigning.accept, agency_code="X1")):
            with pytest.raises(AppError) as told:
                act(here, path)
            assert told.value.code == code
            assert words in sentence(told.value)
        assert known(here, filled).revision == 1


def test_nobody_tells_an_authority_its_own_campaign(filled: Houses, tmp_path: Path) -> None:
    path, _ = forged(filled, tmp_path)
    with filled.at("SKHCN") as here:
        with pytest.raises(AppError, match=r"campaign\.other_key"):
            campaigning.accept(here, path, "X1")
        assert campaigning.accept(here, filled.campaign, "X1").campaign.revision == 1


def test_before_a_key_is_accepted_a_campaign_is_taken_and_its_code_is_to_be_compared(
    filled: Houses, tmp_path: Path
) -> None:
    path, key = forged(filled, tmp_path)
    with filled.at("X1") as here:
        offer = campaigning.look(here, path)
        assert (offer.objection, offer.is_accepted_key, offer.verdict.check_code) == (None, False, key.check_code)
        campaigning.accept(here, path, "X1")
        assert known(here, filled).revision == 9


def test_the_authoritys_own_next_revision_is_taken_under_the_accepted_key(
    filled: Houses, tmp_path: Path, clock: Any
) -> None:
    clock.move(minutes=5)
    with filled.at("SKHCN") as here:
        campaigning.revise(here, filled.authority_part, guidance="Đọc kỹ trước khi chấm.")
        campaigning.export_campaign(here, filled.authority_part, tmp_path / "bản 2.thuocso", SECRET)
    with filled.at("X1") as here:
        pin(here)
        campaigning.accept(here, tmp_path / "bản 2.thuocso", "X1")
        assert known(here, filled).guidance == "Đọc kỹ trước khi chấm."
