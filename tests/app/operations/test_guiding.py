"""The guided look round: what is ticked was really done by a person, and only since the look round began."""

from pathlib import Path

import pytest

from app.operations import folders, guiding, parts, sample
from app.operations.authority import campaigning
from app.operations.commune import assessing, evidencing, submitting
from app.operations.trust import trusting
from app.operations.workspace import Workspace


@pytest.fixture
def opened(tmp_path: Path) -> Workspace:
    made = folders.open_workspace(tmp_path / "Dữ liệu-minh-hoa")
    yield made
    made.close()


def begun(opened: Workspace, folder: Path) -> str:
    """A commune's part with some figures entered before the look round."""
    everybody = sample.cast(is_small=True)
    member = everybody.members[0]
    part = sample.begin_campaign(opened, everybody, (12, 40))
    file = folder / "goi.thuocso"
    campaigning.export_campaign(opened, part.id, file, sample.PASSPHRASE)
    own = sample.take_up(opened, everybody, member, file, trusting.key_in_use(opened, part).check_code)
    sample.answer_all(opened, own, everybody, member, folder / "papers", 1)
    guiding.begin(opened, own.id)
    return own.id


def done(opened: Workspace, part: str) -> set[str]:
    return set(guiding.look(opened, part).done)


def test_what_was_entered_before_is_not_ticked(opened, tmp_path: Path) -> None:
    part = begun(opened, tmp_path)
    guide = guiding.look(opened, part)
    assert guide.done == frozenset()
    assert [act.name for act in guide.acts] == ["figure", "evidence", "check", "freeze", "export"]
    assert guide.next is guide.acts[0]


def test_each_act_is_ticked_by_its_deed_in_whatever_order(opened, tmp_path: Path) -> None:
    part = begun(opened, tmp_path)
    node = assessing.view(opened, part).criteria[0].id
    paper = tmp_path / "bao-cao.pdf"
    paper.write_bytes(b"%PDF-1.4 moi")
    evidencing.attach(opened, part, node, [paper])
    assert done(opened, part) == {"evidence"}
    guiding.see(opened, part, "overview")
    assert done(opened, part) == {"evidence"}
    guiding.see(opened, part, "check")
    assessing.answer(opened, part, node, explanation="Đã đối chiếu với hệ thống của tỉnh.")
    assert done(opened, part) == {"evidence", "check", "figure"}
    submitting.freeze(opened, part, "Lê Văn Bình", "Chủ tịch")
    assert guiding.look(opened, part).next.name == "export"
    (tmp_path / "usb").mkdir()
    submitting.seal_and_export(opened, part, tmp_path / "usb", sample.PASSPHRASE)
    guide = guiding.look(opened, part)
    assert guide.next is None
    assert guide.done == {act.name for act in guide.acts}


def test_beginning_again_takes_no_tick_away(opened, tmp_path: Path) -> None:
    part = begun(opened, tmp_path)
    guiding.see(opened, part, "check")
    assessing.answer(opened, part, assessing.view(opened, part).criteria[0].id, explanation="Bổ sung.")
    guiding.begin(opened, part)
    assert done(opened, part) == {"figure", "check"}


def test_each_side_has_its_own_officer(opened, tmp_path: Path) -> None:
    own = begun(opened, tmp_path)
    authority = next(part for part in parts.everything(opened) if part.id != own)
    commune = opened.acting
    guiding.sit_down(opened, authority.id)
    assert opened.acting.name == authority.campaign.authority.contact.name != commune.name
    guiding.sit_down(opened, own)
    assert opened.acting == commune


def test_the_authority_has_acts_of_its_own(opened, tmp_path: Path) -> None:
    part = sample.begin_campaign(opened, sample.cast(is_small=True), (12, 40))
    guiding.begin(opened, part.id)
    guiding.see(opened, part.id, "collecting")
    guide = guiding.look(opened, part.id)
    assert guide.done == {"received"}
    assert {act.page for act in guide.acts} == {"collecting", "appraising", "ranking", "publication"}
