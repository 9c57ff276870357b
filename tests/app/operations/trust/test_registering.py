"""A commune makes itself known weeks before the deadline; its authority takes that in and believes none of it."""

import json
import subprocess
from pathlib import Path

import pytest

from app.bundles.manifest import Kind
from app.domain.agency import Contact
from app.errors import AppError
from app.operations import bundling, parts
from app.operations.authority import campaigning, collecting, registry
from app.operations.authority.collecting import Outcome
from app.operations.authority.registry import KeyState
from app.operations.trust import keyring, registering, reported, sealers, trusting
from app.operations.trust.reported import RegistrationState
from tests.app.operations.houses import SECRET, Houses

HA = Contact(name="Nguyễn Thị Hà", title="Công chức", telephone="0900 000 001")


def registered(houses: Houses, code: str, house: str = "", contact: Contact = HA) -> Path:
    """The commune takes the campaign up and reports it."""
    with houses.at(house or code) as here:
        part = campaigning.accept(here, houses.campaign, code)
        houses.parts[code] = part.id
        return registering.make(here, part.id, houses.out, SECRET, contact).path


def taken(houses: Houses, *paths: Path) -> list[tuple[str, str]]:
    with houses.at("SKHCN") as here:
        drop = collecting.import_paths(here, houses.authority_part, list(paths))
    return [(item.outcome.value, item.error.code if item.error else "") for item in drop.files]


def line(houses: Houses, code: str) -> registry.Line:
    with houses.at("SKHCN") as here:
        return next(it for it in registry.book(here, houses.authority_part) if it.agency.code == code)


def test_a_registration_is_a_few_kilobytes_and_one_page(houses: Houses, tmp_path: Path) -> None:
    path = registered(houses, "X1")
    assert path.name == "XaHoaBinh_ChuyenDoiSo2026_BaoNhan.thuocso"
    assert path.stat().st_size < 1.2 * registering.SIZE
    subprocess.run(["unzip", "-q", str(path), "-d", str(tmp_path / "p")], check=True)
    report = str(tmp_path / "p" / "report.pdf")
    told = subprocess.run(["pdfinfo", report], capture_output=True, text=True, check=True).stdout
    assert "Pages:           1" in told
    words = subprocess.run(["pdftotext", "-layout", report, "-"], capture_output=True, text=True, check=True).stdout
    assert "PHIẾU BÁO NHẬN GÓI TRIỂN KHAI" in words
    assert "0900 000 001" in words
    assert "Mã in trong chính phiếu này chưa đủ căn cứ" in words
    with houses.at("X1") as here:
        key = trusting.key_in_use(here, parts.find(here, houses.parts["X1"]))
    assert key.check_code in words


def test_a_registration_names_the_campaign_it_holds(houses: Houses) -> None:
    envelope = bundling.inspect(registered(houses, "X1")).envelope
    campaign = bundling.inspect(houses.campaign)
    assert envelope is not None
    assert campaign.envelope is not None
    assert (envelope.kind, envelope.campaign) == (Kind.REGISTRATION, campaign.envelope.campaign)
    with houses.at("SKHCN") as here:
        assert envelope.answers == campaigning.sent_out(here, houses.authority_part)[0].content_digest


def test_what_a_commune_sees_follows_what_it_did(houses: Houses) -> None:
    path = registered(houses, "X1")
    with houses.at("X1") as here:
        part = parts.find(here, houses.parts["X1"])
        seen = reported.standing(here, part.id)
        assert (seen.state, seen.contact) == (RegistrationState.MADE, HA)
        assert seen.last is not None
        assert seen.last.file_name == path.name
        keyring.replace(here, part, SECRET, "lost")
        assert reported.standing(here, part.id).state is RegistrationState.OUTDATED
        registering.make(here, part.id, houses.out, SECRET, HA)
        assert reported.standing(here, part.id).state is RegistrationState.MADE
        registering.set_contact(here, part.id, Contact(name="Trần Văn Nam"))
        assert reported.standing(here, part.id).state is RegistrationState.OUTDATED
        with pytest.raises(AppError, match=r"registration\.no_contact"):
            registering.make(here, part.id, houses.out, SECRET, Contact(telephone="1"))


def test_the_authority_marks_it_and_offers_the_key(houses: Houses) -> None:
    path = registered(houses, "X1")
    assert taken(houses, path, path) == [("registered", ""), ("already", "")]
    with houses.at("SKHCN") as here:
        board = {row.agency.code: row for row in collecting.board(here, houses.authority_part)}
        assert (board["X1"].is_registered, board["X2"].is_registered) == (True, False)
    told = line(houses, "X1")
    assert told.state is KeyState.FIRST_SEEN
    assert told.registration is not None
    assert (told.registration.content.contact, told.registration.revision) == (HA, 1)
    assert told.telephone == told.agency.contact.telephone != HA.telephone  # what the file says is no number to call


def test_the_key_is_accepted_before_the_submission_comes_and_carries_its_recipient(houses: Houses) -> None:
    taken(houses, registered(houses, "X1"))
    with houses.at("SKHCN") as here:
        assert trusting.recipient_of(here, "X1", "agency") == ""  # nothing is encrypted to a key not accepted
        registry.accept(here, houses.authority_part, "X1", "telephone")
        recipient = trusting.recipient_of(here, "X1", "agency")
    with houses.at("X1") as here:
        assert recipient == trusting.key_in_use(here, parts.find(here, houses.parts["X1"])).recipient
    houses.fill_in("X1")
    sent = houses.send("X1")
    with houses.at("SKHCN") as here:
        (item,) = collecting.import_paths(here, houses.authority_part, [sent]).files
        assert item.verdict is not None
        assert (item.outcome, item.verdict.light.value) == (Outcome.RECEIVED, "VALID")


def test_registrations_among_submissions_disturb_nothing(houses: Houses) -> None:
    first = registered(houses, "X1")
    houses.fill_in("X2")
    second = houses.send("X2")
    cut = houses.out / "cắt ngang.thuocso"
    cut.write_bytes(second.read_bytes()[:-500])
    with houses.at("SKHCN") as here:
        drop = collecting.import_paths(here, houses.authority_part, [houses.out])
        assert {item.path.name: item.outcome for item in drop.files} == {
            first.name: Outcome.REGISTERED,
            second.name: Outcome.RECEIVED,
            cut.name: Outcome.REFUSED,
        }


def test_a_registration_made_later_counts_whatever_came_first(houses: Houses, clock) -> None:
    first = registered(houses, "X1").rename(houses.folder / "một.thuocso")
    clock.move(days=1)
    second = registered(houses, "X1", contact=Contact(name="Lê Thị Mai"))
    assert taken(houses, second, first) == [("registered", ""), ("registered", "")]
    told = line(houses, "X1").registration
    assert told is not None
    assert told.content.contact.name == "Lê Thị Mai"


def test_a_registration_for_somebody_else_is_sent_away(houses: Houses, tmp_path: Path, clock) -> None:
    (tmp_path / "nơi khác").mkdir()
    other = Houses(tmp_path / "nơi khác", clock)
    other.open_campaign()
    assert taken(houses, registered(other, "X1")) == [("refused", "bundle.other_campaign")]
    assert line(houses, "X1").state is KeyState.NOTHING


def test_a_key_that_is_another_agency_s_is_refused(houses: Houses) -> None:
    taken(houses, registered(houses, "X1"))
    with houses.at("SKHCN") as here:
        spki = trusting.seen_keys(here)[0].spki
        trusting.accept_key(here, "X2", "agency", spki, "nhầm lẫn")
        with pytest.raises(AppError, match=r"key\.other_agency"):
            registry.accept(here, houses.authority_part, "X1", "telephone")
    again = registered(houses, "X1", contact=Contact(name="Lê Thị Mai"))
    assert taken(houses, again) == [("refused", "key.other_agency")]


def test_without_a_campaign_file_there_is_nobody_to_report_to(houses: Houses) -> None:
    from tests.app.operations.sets import AGENCIES, PERIOD, small_set

    with houses.at("một mình") as here:
        part = campaigning.start_alone(here, small_set(), AGENCIES[0], PERIOD)
        assert reported.standing(here, part.id).state is RegistrationState.ALONE
        with pytest.raises(AppError, match=r"registration\.alone"):
            registering.make(here, part.id, houses.out, SECRET, HA)
    with houses.at("SKHCN") as here, pytest.raises(AppError, match=r"registration\.not_here"):
        registering.make(here, houses.authority_part, houses.out, SECRET, HA)


def test_the_key_before_and_why_it_ended_are_told_as_claims(houses: Houses) -> None:
    registered(houses, "X1")
    with houses.at("X1") as here:
        part = parts.find(here, houses.parts["X1"])
        old = trusting.key_in_use(here, part).spki
        keyring.replace(here, part, SECRET, "stolen")
        again = registering.make(here, part.id, houses.out, SECRET, HA).path
    taken(houses, again)
    told = line(houses, "X1").registration
    assert told is not None
    assert (told.content.replaced, told.content.reason) == (old, "stolen")


def test_what_the_verdict_keeps_is_json_as_found(houses: Houses) -> None:
    taken(houses, registered(houses, "X1"))
    with houses.at("SKHCN") as here, here.session():
        from app.storage import registry as storage

        (file,) = storage.sealed_files(houses.authority_part)
        assert json.loads(file.verdict)["registration"]["contact"]["name"] == HA.name


def test_a_commune_pins_its_authority_by_the_code_of_the_letter_and_works_meanwhile(houses: Houses) -> None:
    with houses.at("SKHCN") as here:
        letter = trusting.key_in_use(here, parts.find(here, houses.authority_part))
    houses.fill_in("X1")  # the answers wait for nobody's key
    with houses.at("X1") as here:
        part = parts.find(here, houses.parts["X1"])
        assert sealers.other_side(here, part).standing is trusting.KeyStanding.FIRST_SEEN
        assert trusting.recipient_of(here, "SKHCN", "authority") == ""
        with pytest.raises(AppError, match=r"key\.code_differs"):
            trusting.accept_code(here, "SKHCN", "11111 22222 33333 44444 55555 66666", "letter")
        trusting.accept_code(here, "SKHCN", letter.check_code, "letter")
        side = sealers.other_side(here, part)
        assert (side.standing, side.check_code) == (trusting.KeyStanding.ACCEPTED, letter.check_code)
        assert trusting.recipient_of(here, "SKHCN", "authority") == letter.recipient


def test_a_campaign_sealed_with_another_key_than_the_pinned_one_is_loud(houses: Houses) -> None:
    with houses.at("SKHCN") as here:
        authority = parts.find(here, houses.authority_part)
        code = trusting.key_in_use(here, authority).check_code
    with houses.at("X1") as here:
        part = campaigning.accept(here, houses.campaign, "X1")
        trusting.accept_code(here, "SKHCN", code, "letter")
    with houses.at("SKHCN") as here:
        new = keyring.replace(here, authority, SECRET, "stolen").key
        again = houses.folder / "gói mới.thuocso"
        campaigning.export_campaign(here, authority.id, again, SECRET)
    with houses.at("X1") as here:
        offer = campaigning.look(here, again)
        assert [reason.code for reason in offer.verdict.reasons] == ["key.changed"]
        with pytest.raises(AppError, match=r"campaign\.other_key"):
            campaigning.accept(here, again, "X1")
        side = sealers.other_side(here, part)
        assert (side.standing, side.check_code) == (trusting.KeyStanding.OTHER, new.check_code)
        assert trusting.recipient_of(here, "SKHCN", "authority") != new.recipient
