"""Each way in which a report comes back, with its verdict and its sentence; what public tools say where they can."""

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from app.bundles.people.found import AdditionKind, People
from app.bundles.people.judging import before_and_after, judge, judge_any
from app.bundles.trust import AcceptedSigner, Light, PeopleRole, TrustPolicy
from app.domain import canonical
from app.domain.campaign import Demand
from app.errors import AppError
from app.wording import sentence
from tests.app.bundles.people import fixtures
from tests.app.bundles.people.fixtures import MANIFEST, WAYS, both, claimed, frozen, leader
from tests.app.bundles.people.pki import COMMUNE, DAY, NOW, OTHER, SIGNED, accepted, crls, people, trust


@pytest.fixture(scope="module")
def made() -> Callable[[str], bytes]:
    kept: dict[str, bytes] = {}

    def make(name: str) -> bytes:
        return kept.setdefault(name, kept.get(name) or WAYS[name].make())

    return make


def judged(pdf: bytes, demand: str = "leader_and_agency", policy: TrustPolicy | None = None, **more: object) -> People:
    given = {"figures": claimed(), **more}
    return judge(pdf, MANIFEST, policy or trust(), NOW, COMMUNE, Demand(demand), **given)  # type: ignore[arg-type]


def codes(found: People) -> set[str]:
    return {reason.code for reason in found.all_reasons}


@pytest.mark.parametrize("name", WAYS)
def test_each_way_back_has_its_verdict_and_its_sentence(name: str, made: Callable[[str], bytes]) -> None:
    way = WAYS[name]
    found = judged(made(name), way.demand)
    assert (found.light, codes(found)) == (Light(way.light), set(way.codes))
    for reason in found.all_reasons:
        for language in ("vi", "en"):
            told = sentence(AppError(reason.code, **reason.values), language)
            assert len(told) > 40
            assert "…" not in told
            assert "{" not in told


@pytest.mark.parametrize(
    "name", ["leader_and_agency", "signed_twice", "painted_over_figure", "other_agency", "unsigned"]
)
def test_what_was_found_is_recorded_and_read_again(name: str, made: Callable[[str], bytes]) -> None:
    found = judged(made(name))
    told = canonical.decode(canonical.encode(json.loads(json.dumps(found.to_json()))))
    again = People.from_json(told)
    assert again.to_json() == found.to_json()
    assert [each.light for each in again.signatures] == [each.light for each in found.signatures]
    assert again.judged_at == NOW


def test_a_signature_tells_all_that_the_circular_asks(made: Callable[[str], bytes]) -> None:
    one, other = judged(made("leader_and_agency")).signatures
    assert (one.name, one.unit) == ("Nguyễn Văn An", "Ủy ban nhân dân xã Hòa Bình")
    assert one.issuer == "CA cơ quan nhà nước thử nghiệm"
    assert one.signed_at == SIGNED
    assert (one.algorithm, other.algorithm) == ("RSA-PSS, SHA-256", "ECDSA P-256, SHA-256")
    assert (one.role, other.role) == (PeopleRole.LEADER, PeopleRole.AGENCY)
    assert one.valid_from < SIGNED < one.valid_to
    assert len(one.revocation_lists) == 2
    assert one.page == 2


def test_pkcs1_is_said(made: Callable[[str], bytes]) -> None:
    assert judged(made("leader_pkcs1"), "leader").signatures[0].algorithm == "RSA PKCS#1 v1.5, SHA-256"


# Additions ---------------------------------------------------------------------------------------------------------


def test_what_a_clerk_adds_is_told_with_its_area(made: Callable[[str], bytes]) -> None:
    for name in ("number_and_date_signed", "number_and_date_written"):
        found = judged(made(name))
        assert {each.kind for each in found.additions} == {AdditionKind.EXPECTED}
        assert {"number", "date", "Leader", "Agency"} <= {each.area for each in found.additions}
    written = {each.area: each.words for each in judged(made("number_and_date_written")).additions}
    assert written["number"] == "47"


def test_where_pdfsig_calls_a_repainting_signature_valid_we_do_not(
    made: Callable[[str], bytes], tmp_path: Path
) -> None:
    path = tmp_path / "bao-cao.pdf"
    path.write_bytes(made("painted_over_figure"))
    told = subprocess.run(["pdfsig", "-nocert", str(path)], capture_output=True, text=True, check=True).stdout
    assert told.count("Signature is Valid") == 3
    found = judged(path.read_bytes())
    assert found.light is Light.INVALID
    (covered,) = [each for each in found.additions if each.kind is AdditionKind.OVER_TEXT]
    assert covered.page == fixtures.details_page() + 1


def test_the_page_before_and_after_can_be_looked_at(made: Callable[[str], bytes]) -> None:
    before, after = before_and_after(made("painted_over_figure"), fixtures.details_page() + 1)
    assert before.startswith(b"\x89PNG")
    assert after.startswith(b"\x89PNG")
    assert before != after


# Other programs ----------------------------------------------------------------------------------------------------


def test_who_has_the_frozen_bytes_sees_that_they_are_the_beginning() -> None:
    assert not judged(both(), frozen=frozen()).is_rewritten
    found = judged(fixtures.agency(leader(fixtures.rebuilt(frozen()))), frozen=frozen())
    assert (found.light, found.is_rewritten) == (Light.VALID, True)


def test_a_file_written_anew_with_another_page_is_found_by_its_picture() -> None:
    changed = fixtures.rebuilt(fixtures.painted(frozen(), 0, fixtures.text("khac", 300, 400)))
    found = judged(fixtures.agency(leader(changed)), frozen=frozen())
    assert found.light is not Light.VALID


def test_a_byte_changed_after_signing_breaks_the_signature(made: Callable[[str], bytes]) -> None:
    data = bytearray(made("leader_only"))
    at = bytes(data).index(b"/Producer") + 12
    data[at] ^= 1
    found = judged(bytes(data), "leader")
    assert found.light is Light.INVALID
    assert "signature.broken" in codes(found)


def test_a_signature_taken_away_later_is_missed(made: Callable[[str], bytes]) -> None:
    def drop(writer: IncrementalPdfFileWriter) -> None:
        field = writer.root["/AcroForm"]["/Fields"][0]
        del field[pdf_name("/V")]
        writer.update_container(field)

    found = judged(fixtures.update(made("leader_and_agency"), drop))
    assert found.light is Light.INVALID
    assert "signed_pdf.signature_removed" in codes(found)


def test_a_signature_that_no_field_shows_any_more_is_missed(made: Callable[[str], bytes]) -> None:
    def hide(writer: IncrementalPdfFileWriter) -> None:
        field = writer.root["/AcroForm"]["/Fields"][-1]
        field[pdf_name("/FT")] = pdf_name("/Btn")
        writer.update_container(field)

    found = judged(fixtures.update(made("sao_y"), hide))
    assert (found.light, "signed_pdf.signature_removed" in codes(found)) == (Light.INVALID, True)


@pytest.mark.parametrize("junk", [b"\nhello", b"%%EOF" * 3, b"\0" * 2000 + b"x"])
def test_bytes_behind_the_last_revision_are_refused(made: Callable[[str], bytes], junk: bytes) -> None:
    found = judged(made("leader_and_agency") + junk)
    assert (found.light, codes(found)) == (Light.INVALID, {"report.unreadable"})


def test_junk_that_looks_like_one_more_revision_is_refused(made: Callable[[str], bytes]) -> None:
    data = made("leader_and_agency")
    found = judged(data + b"1 0 obj null endobj" + data[data.rindex(b"startxref") :])
    assert (found.light, codes(found)) == (Light.INVALID, {"report.unreadable"})


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"not a pdf", b"%PDF-1.7\nstartxref\n0\n%%EOF"])
def test_what_is_no_pdf_is_invalid_and_never_a_traceback(data: bytes) -> None:
    assert judged(data).light is Light.INVALID
    assert judge_any(data, trust(), NOW).light is None


# Whose -------------------------------------------------------------------------------------------------------------


def test_before_anybody_was_accepted_everything_is_unknown(made: Callable[[str], bytes]) -> None:
    found = judged(made("leader_and_agency"), policy=trust(signers=()))
    assert (found.light, codes(found)) == (Light.UNKNOWN, {"signature.not_accepted"})
    assert found.missing == (PeopleRole.LEADER, PeopleRole.AGENCY)


def test_a_closed_acceptance_is_unknown(made: Callable[[str], bytes]) -> None:
    closed = tuple(replace(each, valid_to=NOW - DAY) for each in trust().signers)
    found = judged(made("leader_only"), "leader", trust(signers=closed))
    assert (found.light, codes(found)) == (Light.UNKNOWN, {"signature.acceptance_closed"})


def test_the_role_comes_from_the_subject_not_from_the_field(made: Callable[[str], bytes]) -> None:
    swapped = accepted(("leader", PeopleRole.AGENCY), ("agency", PeopleRole.LEADER))
    one, other = judged(made("leader_and_agency"), policy=trust(signers=swapped)).signatures
    assert (one.field, one.role, other.role) == ("Leader", PeopleRole.AGENCY, PeopleRole.LEADER)


def test_another_agencys_certificate_is_told_loudly(made: Callable[[str], bytes]) -> None:
    found = judged(made("other_agency"), "leader")
    (reason,) = found.all_reasons
    assert reason.values["agencies"] == OTHER
    assert sentence(AppError(reason.code, **reason.values)).startswith("CHÚ Ý")


def test_one_subject_accepted_for_both_roles_fills_both_when_it_signs_twice(made: Callable[[str], bytes]) -> None:
    subject = people()["leader"].subject
    twice = tuple(AcceptedSigner(COMMUNE, role, subject) for role in PeopleRole)
    assert judged(made("signed_twice"), policy=trust(signers=twice)).missing == ()
    assert judged(made("leader_only"), policy=trust(signers=twice)).missing == (PeopleRole.AGENCY,)


# Demands -----------------------------------------------------------------------------------------------------------


def test_what_is_demanded_and_missing_is_unknown() -> None:
    nobody = judged(frozen(), "confirmed")
    assert (nobody.light, codes(nobody)) == (None, set())
    ink = judged(frozen(), "wet_signed")
    assert (ink.light, codes(ink)) == (Light.UNKNOWN, {"people.scan_missing"})
    scan = judged(frozen(), "wet_signed", has_scan=True)
    assert (scan.light, codes(scan), scan.figures) == (None, {"people.scan_to_look_at"}, Light.VALID)


def test_a_print_signed_in_ink_with_other_figures_is_invalid() -> None:
    other = fixtures.printed(fixtures.other_points())
    found = judged(other, "wet_signed", has_scan=True)
    assert (found.light, "report.other_figures" in codes(found)) == (Light.INVALID, True)


def test_a_revoked_leader_leaves_the_demand_unmet(made: Callable[[str], bytes]) -> None:
    found = judged(made("leader_and_agency"), policy=trust(people_crls=crls(people()["leader"].cert)))
    assert (found.light, found.missing) == (Light.INVALID, (PeopleRole.LEADER,))
    assert "signature.revoked" in codes(found)


# Evidence ----------------------------------------------------------------------------------------------------------


def test_a_signed_piece_of_evidence_is_judged_without_asking_for_whom(made: Callable[[str], bytes]) -> None:
    found = judge_any(made("leader_and_agency"), trust(signers=()), NOW)
    assert (found.light, len(found.signatures)) == (Light.VALID, 2)
    assert judge_any(made("leader_and_agency"), trust(people_crls=()), NOW).light is Light.UNKNOWN
    assert judge_any(frozen(), trust(), NOW).light is None
    added = judge_any(made("written_outside"), trust(), NOW)
    assert (added.light, codes(added)) == (Light.UNKNOWN, {"signed_pdf.content_added"})
    assert judge_any(made("script"), trust(), NOW).light is Light.UNKNOWN
