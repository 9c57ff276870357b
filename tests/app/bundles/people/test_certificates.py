"""Chains, purposes, periods and lists of revoked certificates, where pyHanko's easier modes would be fooled."""

import asyncio
from dataclasses import replace
from datetime import datetime

import pytest
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import ValidationError

from app.bundles.people.certificates import Standing, judge_certificate
from app.bundles.trust import Light, TrustPolicy
from tests.app.bundles.people.pki import (
    ABOVE,
    BETWEEN,
    DAY,
    ENDS,
    NOW,
    ROOT,
    SIGNED,
    STRANGER,
    Holder,
    crl,
    crls,
    curve,
    issue,
    name,
    people,
    trust,
)


def judged(
    who: Holder | str, policy: TrustPolicy, signed_at: datetime | None = SIGNED, now: datetime = NOW
) -> Standing:
    holder = people()[who] if isinstance(who, str) else who
    above = [asn1.Certificate.load(each) for each in holder.chain]
    return judge_certificate(asn1.Certificate.load(holder.certificate), above, policy, signed_at, now)


def codes(found: Standing) -> list[str]:
    return [reason.code for reason in found.reasons]


def pyhanko_trusts(who: str, mode: str, lists: tuple[bytes, ...], moment: datetime | None = None) -> bool:
    """What pyHanko's validator says offline in one of its own modes."""
    holder = people()[who]
    context = ValidationContext(
        trust_roots=[asn1.Certificate.load(ROOT.certificate)],
        other_certs=[asn1.Certificate.load(each) for each in holder.chain],
        crls=list(lists), revocation_mode=mode, moment=moment or NOW, allow_fetching=False,
    )  # fmt: skip
    validator = CertificateValidator(asn1.Certificate.load(holder.certificate), validation_context=context)
    try:
        asyncio.run(validator.async_validate_path())
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize("who", ["leader", "agency", "clerk", "other"])
def test_a_sound_certificate_with_fresh_lists_is_valid_and_the_lists_are_named(who: str) -> None:
    found = judged(who, trust())
    assert (found.chain, found.period, found.revocation) == (Light.VALID,) * 3
    assert {used.issuer for used in found.lists} == {"Tổ chức gốc thử nghiệm", "CA cơ quan nhà nước thử nghiệm"}
    assert found.reasons == ()


# Revocation -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", ["soft-fail", "hard-fail"])
def test_where_pyhanko_trusts_offline_without_a_list_we_do_not(mode: str) -> None:
    assert pyhanko_trusts("leader", mode, ())  # it may have been revoked for a year: nobody asked
    found = judged("leader", trust(people_crls=()))
    assert found.revocation is Light.UNKNOWN
    assert set(codes(found)) == {"signature.no_crl"}


def test_where_pyhanko_trusts_a_revoked_certificate_at_its_claimed_time_we_do_not() -> None:
    lists = crls(people()["leader"].cert, since=SIGNED + DAY)
    earlier = (crl(ROOT, at=SIGNED - DAY), crl(BETWEEN, people()["leader"].cert, at=SIGNED - DAY, since=SIGNED + DAY))
    assert pyhanko_trusts("leader", "require", earlier, SIGNED)
    found = judged("leader", trust(people_crls=lists))
    assert found.revocation is Light.INVALID
    assert codes(found) == ["signature.revoked"]
    assert found.reasons[0].values["signer"] == "Nguyễn Văn An"
    assert found.reasons[0].values["since"] == "15/11/2026"


def test_where_pyhanko_soft_fail_trusts_a_revoked_certificate_on_a_stale_list_we_do_not() -> None:
    stale = (
        crl(ROOT),
        crl(BETWEEN, people()["leader"].cert, at=NOW - 40 * DAY, ends=NOW - 30 * DAY, since=NOW - 50 * DAY),
    )
    assert pyhanko_trusts("leader", "soft-fail", stale)
    assert judged("leader", trust(people_crls=stale)).revocation is Light.INVALID


def test_a_list_of_one_authority_alone_is_not_enough() -> None:
    for only in crls():
        assert judged("leader", trust(people_crls=(only,))).revocation is Light.UNKNOWN


def test_a_stale_list_is_unknown_unless_days_are_allowed_which_is_said() -> None:
    stale = (crl(ROOT), crl(BETWEEN, at=NOW - 9 * DAY, ends=NOW - 2 * DAY))
    found = judged("leader", trust(people_crls=stale))
    assert (found.revocation, codes(found)) == (Light.UNKNOWN, ["signature.crl_stale"])
    assert found.reasons[0].values["last"] == "18/11/2026"
    allowed = judged("leader", trust(people_crls=stale, crl_grace_days=3))
    assert (allowed.revocation, codes(allowed)) == (Light.VALID, ["signature.crl_grace"])
    assert judged("leader", trust(people_crls=stale, crl_grace_days=1)).revocation is Light.UNKNOWN


@pytest.mark.parametrize("since", [SIGNED - DAY, SIGNED, SIGNED + DAY, NOW])
def test_revoked_at_any_date_is_invalid(since: datetime) -> None:
    assert judged("agency", trust(people_crls=crls(people()["agency"].cert, since=since))).revocation is Light.INVALID


def test_revoked_in_an_older_list_stays_revoked_but_a_suspension_can_be_lifted() -> None:
    agency = people()["agency"].cert
    old = {"at": NOW - 9 * DAY, "ends": NOW - 2 * DAY, "since": NOW - 10 * DAY}
    assert judged("agency", trust(people_crls=(*crls(), crl(BETWEEN, agency, **old)))).revocation is Light.INVALID  # type: ignore[arg-type]
    hold = crl(BETWEEN, agency, reason=x509.ReasonFlags.certificate_hold, **old)  # type: ignore[arg-type]
    assert judged("agency", trust(people_crls=(*crls(), hold))).revocation is Light.VALID
    held = crls(agency, reason=x509.ReasonFlags.certificate_hold)
    assert judged("agency", trust(people_crls=held)).revocation is Light.INVALID


def test_a_revoked_authority_in_between_makes_everybody_below_invalid() -> None:
    lists = (crl(ROOT, BETWEEN.cert), crl(BETWEEN))
    for authorities in ((ROOT.certificate,), (ROOT.certificate, BETWEEN.certificate)):
        found = judged("leader", trust(people_crls=lists, people_authorities=authorities))
        assert (found.revocation, codes(found)) == (Light.INVALID, ["signature.authority_revoked"])


def point(**given: object) -> tuple[x509.ExtensionType, bool]:
    """An issuing distribution point: what a list is about."""
    plain = {"full_name": None, "relative_name": None, "only_contains_user_certs": False, "only_some_reasons": None}
    plain |= dict.fromkeys(("only_contains_ca_certs", "indirect_crl", "only_contains_attribute_certs"), False)
    return x509.IssuingDistributionPoint(**{**plain, **given}), True  # type: ignore[arg-type]


SOME = frozenset([x509.ReasonFlags.key_compromise])
ELSEWHERE = [x509.UniformResourceIdentifier("http://ca.vn/2.crl")]


@pytest.mark.parametrize(
    "odd",
    [
        crl(STRANGER),
        crl(STRANGER, named=BETWEEN.cert.subject),  # forged: its name, another key
        crl(ROOT, named=BETWEEN.cert.subject),
        crl(BETWEEN, extension=(x509.DeltaCRLIndicator(1), True)),
        crl(BETWEEN, extension=point(indirect_crl=True)),
        crl(BETWEEN, extension=point(only_contains_ca_certs=True)),
        crl(BETWEEN, extension=point(only_some_reasons=SOME)),
        crl(BETWEEN, extension=point(full_name=ELSEWHERE)),
        crl(BETWEEN, extension=(x509.UnrecognizedExtension(x509.ObjectIdentifier("1.2.3.4"), b"\x05\x00"), True)),
        crl(BETWEEN)[:-1] + b"\x00",
        b"not a list",
        b"",
    ],
)  # fmt: skip
def test_a_list_that_does_not_count_is_as_good_as_none(odd: bytes) -> None:
    found = judged("leader", trust(people_crls=(crl(ROOT), odd)))
    assert (found.revocation, codes(found)) == (Light.UNKNOWN, ["signature.no_crl"])


def test_a_list_of_an_authority_that_may_not_sign_lists_does_not_count() -> None:
    mute = Holder(issue(name("CA không ký CRL"), curve(2001), ROOT, is_authority=True, signs_lists=False), curve(2001))
    who = Holder(issue(name("Người ký", "Xã"), curve(2002), mute), curve(2002), (mute.certificate,))
    assert judged(who, trust(people_crls=(crl(ROOT), crl(mute)))).revocation is Light.UNKNOWN


def test_lists_and_authorities_are_read_as_pem_too() -> None:
    pem = tuple(x509.load_der_x509_crl(each).public_bytes(serialization.Encoding.PEM) for each in crls())
    root = ROOT.cert.public_bytes(serialization.Encoding.PEM)
    found = judged("leader", trust(people_crls=pem, people_authorities=(root,)))
    assert (found.chain, found.revocation) == (Light.VALID, Light.VALID)


# Chain ----------------------------------------------------------------------------------------------------------


def test_without_imported_authorities_the_chain_is_unknown() -> None:
    found = judged("leader", trust(people_authorities=()))
    assert found.chain is Light.UNKNOWN
    assert "signature.no_authorities" in codes(found)
    assert found.revocation is Light.UNKNOWN


def test_another_root_than_the_imported_one_is_unknown_and_what_came_inside_never_proves_itself() -> None:
    stranger = replace(people()["stranger"], chain=(STRANGER.certificate,))
    found = judged(stranger, trust())
    assert (found.chain, codes(found)[0]) == (Light.UNKNOWN, "signature.unknown_issuer")


def test_a_certificate_that_is_no_authority_is_no_anchor_and_issues_nothing() -> None:
    clerk = people()["clerk"]
    assert judged("clerk", trust(people_authorities=(clerk.certificate,))).chain is Light.UNKNOWN
    forged = Holder(issue(name("Chủ tịch giả", "Xã"), curve(2003), clerk), curve(2003), (*ABOVE, clerk.certificate))
    found = judged(forged, trust())
    assert (found.chain, codes(found)[0]) == (Light.INVALID, "signature.chain_broken")


def test_the_chain_leads_through_what_came_inside_or_what_was_imported() -> None:
    alone = replace(people()["leader"], chain=())
    assert judged(alone, trust()).chain is Light.UNKNOWN
    assert judged(alone, trust(people_authorities=(ROOT.certificate, BETWEEN.certificate))).chain is Light.VALID


@pytest.mark.parametrize("who", ["machine", "encipher"])
def test_a_certificate_for_another_purpose_is_invalid(who: str) -> None:
    found = judged(who, trust())
    assert (found.chain, codes(found)) == (Light.INVALID, ["signature.other_purpose"])


def test_an_authority_that_signs_papers_itself_is_invalid() -> None:
    assert judged(replace(BETWEEN, chain=()), trust()).chain is Light.INVALID


def test_weak_algorithms_in_the_chain_are_invalid() -> None:
    short = rsa.generate_private_key(65537, 1024)
    weak = Holder(issue(name("Yếu", "Xã"), short, BETWEEN), short, ABOVE)
    assert judged(weak, trust()).chain is Light.INVALID


# Period ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "signed_at", "now", "light", "code"),
    [
        ("expired", SIGNED, NOW, Light.INVALID, "signature.expired"),
        ("early", SIGNED, NOW, Light.INVALID, "signature.not_yet_valid"),
        ("expiring", SIGNED, NOW, Light.UNKNOWN, "signature.expired_since"),
        ("leader", None, NOW, Light.UNKNOWN, "signature.no_time"),
        ("leader", NOW + DAY, NOW, Light.UNKNOWN, "signature.time_ahead"),
        ("leader", SIGNED, ENDS + DAY, Light.UNKNOWN, "signature.expired_since"),
    ],
)
def test_the_claimed_time_lies_in_the_period_and_before_the_import(
    who: str, signed_at: datetime | None, now: datetime, light: Light, code: str
) -> None:
    found = judged(who, trust(), signed_at, now)
    assert (found.period, code in codes(found)) == (light, True)
    assert found.chain is Light.VALID


def test_an_authority_that_had_expired_when_it_was_signed_is_not_believed() -> None:
    old = Holder(issue(name("Gốc cũ"), curve(2005), None, is_authority=True, ends=SIGNED - DAY), curve(2005))
    who = Holder(issue(name("Người ký", "Xã"), curve(2006), old), curve(2006))
    found = judged(who, trust(people_authorities=(old.certificate,), people_crls=(crl(old),)))
    assert found.chain is not Light.VALID
    assert "signature.authority_expired" in codes(found)
