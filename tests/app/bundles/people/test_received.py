"""The third light of whole bundles: what the reader makes of the report inside."""

from pathlib import Path

import pytest

from app.bundles import names
from app.bundles.keys import make_seal_key
from app.bundles.manifest import Envelope, FrameworkRef, Kind, Role, manifest_json, sha256
from app.bundles.reading import RefusedBundle, open_verified, verify
from app.bundles.trust import Light, Pin, TrustPolicy
from app.domain import canonical, codec, framework
from app.domain.campaign import Demand
from tests.app.bundles.forging import Entries, digested, envelope, listing, packed, sealed
from tests.app.bundles.people import fixtures
from tests.app.bundles.people.pki import COMMUNE, NOW, trust

KEY = make_seal_key(COMMUNE, "Xã Hòa Bình", Role.AGENCY)


def head() -> Envelope:
    body = canonical.encode(framework.to_json(fixtures.SET))
    return envelope(Kind.SUBMISSION, frameworks=(FrameworkRef(fixtures.SET.id, fixtures.SET.version, sha256(body)),))


def said() -> Entries:
    """bundle.json, framework.json and content.json of the submission that the fixtures print."""
    content = codec.to_json(fixtures.content())
    content["files"] = []
    entries = {
        names.FRAMEWORK: canonical.encode(framework.to_json(fixtures.SET)),
        names.CONTENT: canonical.encode(content),
    }
    return {names.BUNDLE: listing(head(), entries), **entries}


def bundle(folder: Path, report: bytes, scan: bytes = b"") -> Path:
    entries = said()
    if scan:
        entries["signed-page.pdf"] = scan
    path = folder / "x.thuocso"
    path.write_bytes(packed(sealed(entries, KEY, report)))
    return path


def printed(content: object = None) -> bytes:
    return fixtures.printed(content or fixtures.content(), manifest_json(digested(said())))  # type: ignore[arg-type]


def policy(demand: Demand | None, **changes: object) -> TrustPolicy:
    asked = {} if demand is None else {head().campaign.id: demand}
    return trust(pins=(Pin(COMMUNE, Role.AGENCY, KEY.spki_sha256),), demands=asked, **changes)


def test_a_signed_report_gives_the_third_light_and_what_it_rests_on(tmp_path: Path) -> None:
    path = bundle(tmp_path, fixtures.agency(fixtures.leader(printed())))
    verdict = verify(path, policy(Demand.LEADER_AND_AGENCY), NOW)
    assert (verdict.light, verdict.lights.people) == (Light.VALID, Light.VALID)
    assert verdict.people is not None
    assert verdict.people.figures is Light.VALID
    assert verdict.to_json()["people"]["signatures"][0]["name"] == "Nguyễn Văn An"
    assert open_verified(path, None, policy(Demand.LEADER_AND_AGENCY), NOW).verdict.people == verdict.people


def test_demanded_and_missing_is_unknown_and_taken_in(tmp_path: Path) -> None:
    path = bundle(tmp_path, printed())
    verdict = open_verified(path, None, policy(Demand.LEADER), NOW).verdict
    assert (verdict.light, verdict.lights.people) == (Light.UNKNOWN, Light.UNKNOWN)
    assert [reason.code for reason in verdict.reasons] == ["people.leader_missing"]
    assert verify(path, policy(Demand.CONFIRMED), NOW).lights.people is None
    assert verify(path, policy(None), NOW).lights.people is None


def test_a_scan_counts_where_ink_is_demanded(tmp_path: Path) -> None:
    path = bundle(tmp_path, printed())
    assert verify(path, policy(Demand.WET_SIGNED), NOW).lights.people is Light.UNKNOWN
    path = bundle(tmp_path, printed(), scan=b"%PDF-1.7 scan")
    verdict = verify(path, policy(Demand.WET_SIGNED), NOW)
    assert verdict.lights.people is None
    assert [reason.code for reason in verdict.reasons] == ["people.scan_to_look_at"]


@pytest.mark.parametrize("demand", [None, Demand.CONFIRMED, Demand.LEADER])
def test_the_figures_of_a_paper_nobody_signed_are_compared_as_well(demand: Demand | None, tmp_path: Path) -> None:
    with pytest.raises(RefusedBundle) as refused:
        open_verified(bundle(tmp_path, printed(fixtures.other_points())), None, policy(demand), NOW)
    assert refused.value.code == "report.other_figures"
    verdict = open_verified(bundle(tmp_path, printed()), None, policy(demand), NOW).verdict
    assert verdict.people is not None
    assert (verdict.people.figures, verdict.lights.integrity) == (Light.VALID, Light.VALID)


def test_other_figures_on_the_paper_are_refused_with_their_own_sentence(tmp_path: Path) -> None:
    path = bundle(tmp_path, fixtures.leader(printed(fixtures.other_points())))
    with pytest.raises(RefusedBundle) as refused:
        open_verified(path, None, policy(Demand.LEADER), NOW)
    assert refused.value.code == "report.other_figures"
    assert refused.value.verdict.lights.integrity is Light.VALID


def test_the_people_are_not_asked_when_the_maker_reads_again_what_was_written(tmp_path: Path) -> None:
    path = bundle(tmp_path, fixtures.leader(printed()))
    assert verify(path, policy(Demand.LEADER, judges_people=False), NOW).lights.people is None


def test_a_signed_report_without_readable_figures_is_unknown(tmp_path: Path) -> None:
    entries = said()
    content = canonical.decode(entries[names.CONTENT])
    content["claims"] = "?"
    entries[names.CONTENT] = canonical.encode(content)
    inner = {name: entries[name] for name in (names.FRAMEWORK, names.CONTENT)}
    entries = {names.BUNDLE: listing(head(), inner), **inner}
    report = fixtures.leader(fixtures.printed(fixtures.content(), manifest_json(digested(entries))))
    path = tmp_path / "x.thuocso"
    path.write_bytes(packed(sealed(entries, KEY, report)))
    verdict = verify(path, policy(Demand.LEADER), NOW)
    assert (verdict.lights.people, verdict.reasons[0].code) == (Light.UNKNOWN, "report.figures_unread")
