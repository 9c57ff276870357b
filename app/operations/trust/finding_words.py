"""A finding on a file in words, the same for the panel, the printed sheet and the shell."""

from collections.abc import Iterable
from datetime import datetime

from app import wording
from app.bundles.people.found import Addition, AdditionKind, People, RevocationListUsed, Signature, worst
from app.bundles.trust import Light
from app.errors import AppError
from app.operations.trust.verifying import Findings, Found, Told
from app.wording.checks import AdditionTold, FindingTold, LightTold, SignatureTold, day, moment, said

_OF_PEOPLE = ("signature", "signer", "people", "report", "signed_pdf")
_NEVER = "bundle.unwrapped"  # how it came, no flaw
_KINDS = {
    AdditionKind.EXPECTED: Light.VALID,
    AdditionKind.ELSEWHERE: Light.UNKNOWN,
    AdditionKind.OVER_TEXT: Light.INVALID,
}


def told_of(findings: Findings, found: Found, language: str = "vi") -> FindingTold:
    """One finding on a file."""
    light = worst(found.lights) or Light.UNKNOWN
    people, lights = people_told(found.signed, language), _lights(findings.sender, found, language)
    told_above = {each.sentence for each in lights}
    codes = (
        ("code.check_code", found.check_code),
        ("code.content", found.content_digest),
        ("code.seal", found.seal_digest),
        ("code.program", found.program),
    )
    return FindingTold(
        light=light.value,
        word=wording.word(light.value, language),
        sentence=said(f"verdict.{light.value}", language),
        lights=lights,
        checked=_checked(found, language),
        signatures=people.signatures,
        additions=people.additions,
        remarks=tuple(each for each in people.remarks if each not in told_above),
        codes=tuple((said(key, language), value) for key, value in codes if value),
    )


def people_told(signed: People | None, language: str = "vi") -> FindingTold:
    """What was found of the signatures alone: evidence that is itself signed."""
    if signed is None:
        return FindingTold("", "", "", (), "", (), (), (), ())
    light = signed.light.value if signed.light else ""
    return FindingTold(
        light=light,
        word=wording.word(light, language) if light else said("unsigned", language),
        sentence="",
        lights=(),
        checked=_with_lists(signed, signed.judged_at, language) if signed.judged_at else "",
        signatures=tuple(_signature(each, language) for each in signed.signatures),
        additions=tuple(_addition(each, language) for each in signed.additions),
        remarks=_sentences(((each.code, each.values) for each in signed.reasons), language),
        codes=((said("code.program", language), signed.program),) if signed.program else (),
    )


# The lights ----------------------------------------------------------------------------------------------------------


def _lights(sender: str, found: Found, language: str) -> tuple[LightTold, ...]:
    integrity = _first(found, language, lambda code: code != _NEVER and not _is_key(code) and not _is_people(code))
    if found.integrity is Light.VALID:
        integrity = ""
    told = [_light("integrity", found.integrity, integrity, language)]
    seal = _first(found, language, _is_key)
    if found.integrity is Light.INVALID and not seal:
        told.append(
            LightTold(
                said("seal", language), "", said("not_judged", language), said("seal.not_judged", language)
            )
        )  # fmt: skip
    else:
        told.append(_light("seal", found.seal, seal, language, sender=sender))
    return (*told, _people_light(found, language))


def _light(which: str, light: Light, sentence: str, language: str, **values: str) -> LightTold:
    plain = said(f"{which}.{light.value}", language, **values)
    return LightTold(said(which, language), light.value, wording.word(light.value, language), sentence or plain)


def _people_light(found: Found, language: str) -> LightTold:
    name, light = said("people", language), found.people
    if light is None:
        return LightTold(name, "", said("nothing", language), said("people.none", language))
    word = wording.word(light.value, language)
    if light is Light.VALID:
        names = ", ".join(dict.fromkeys(each.name for each in found.signed.signatures)) if found.signed else ""
        key = "people.VALID" if names else "people.VALID_alone"
        return LightTold(name, light.value, word, said(key, language, names=names))
    reasons = found.signed.all_reasons if found.signed else ()
    first = _sentences(((each.code, each.values) for each in reasons), language)[:1]
    return LightTold(name, light.value, word, first[0] if first else said(f"people.{light.value}", language))


def _is_key(code: str) -> bool:
    return code.startswith("key.")


def _is_people(code: str) -> bool:
    return code.split(".")[0] in _OF_PEOPLE


def _first(found: Found, language: str, wanted: object) -> str:
    assert callable(wanted)
    return next(iter(_sentences((each for each in found.reasons if wanted(each[0])), language)), "")


def _sentences(reasons: Iterable[Told], language: str) -> tuple[str, ...]:
    """Each sentence once; a code this version has no sentence for stays silent."""
    known = (each for each in reasons if each[0] in wording.SENTENCES)
    told = (wording.sentence(AppError(code, **values), language) for code, values in known)
    return tuple(dict.fromkeys(told))


# When and with what --------------------------------------------------------------------------------------------------


def _checked(found: Found, language: str) -> str:
    done, as_of = datetime.fromisoformat(found.at), datetime.fromisoformat(found.judged_at)
    told = _with_lists(found.signed, done, language)
    if as_of != done:
        told += said("checked.as_of", language, at=moment(as_of))
    return told + (said("checked.by", language, by=found.by) if found.by else "")


def _with_lists(signed: People | None, at: datetime, language: str) -> str:
    if signed is None or not signed.signatures:
        return said("checked.plain", language, at=moment(at))
    lists = {each.issuer: each for one in signed.signatures for each in one.revocation_lists}
    if not lists:
        return said("checked.no_lists", language, at=moment(at))
    return said("checked.lists", language, at=moment(at), lists=_lists(lists.values(), language))


def _lists(lists: Iterable[RevocationListUsed], language: str) -> str:
    return "; ".join(said("checked.of", language, this=day(each.this_update), issuer=each.issuer) for each in lists)


# Signatures and additions --------------------------------------------------------------------------------------------


def _signature(each: Signature, language: str) -> SignatureTold:
    when = moment(each.signed_at) if each.signed_at else said("no_time", language)
    role = said(f"role.{each.role.value}" if each.role else "role.none", language)
    facts = [
        ("fact.issuer", each.issuer),
        ("fact.signer", each.name),
        ("fact.unit", each.unit),
        ("fact.signed_at", when),
        ("fact.integrity", said(f"intact.{each.integrity.value}", language)),
        ("fact.validity", said(_validity(each), language)),
        ("fact.period", f"{day(each.valid_from)} – {day(each.valid_to)}"),
        ("fact.role", role),
        ("fact.algorithm", each.algorithm),
        ("fact.serial", each.serial),
    ]
    if each.revocation_lists:
        facts.append(("fact.lists", _lists(each.revocation_lists, language)))
    if each.is_timestamped:
        facts.append(("fact.timestamp", said("timestamp", language)))
    return SignatureTold(
        name=each.name or each.subject,
        light=each.light.value,
        word=said(_word(each), language),
        when=when,
        role=each.role.value if each.role else "",
        subject=each.subject,
        facts=tuple((said(key, language), value or "–") for key, value in facts),
        sentences=_sentences(((one.code, one.values) for one in each.reasons), language),
    )


def _validity(each: Signature) -> str:
    lights = {"chain": each.chain, "period": each.period, "revocation": each.revocation}
    if Light.INVALID in lights.values():
        return "valid.INVALID"
    return next((f"valid.{name}" for name, light in lights.items() if light is not Light.VALID), "valid.VALID")


def _word(each: Signature) -> str:
    """The word of a signature: the one ground that is missing where it is only one."""
    lights = {
        "integrity": each.integrity,
        "chain": each.chain,
        "period": each.period,
        "revocation": each.revocation,
        "acceptance": each.acceptance,
    }
    missing = [name for name, light in lights.items() if light is not Light.VALID]
    if each.light is Light.UNKNOWN and missing in (["revocation"], ["acceptance"]):
        return f"signature.{missing[0]}"
    return f"signature.{each.light.value}"


def _addition(each: Addition, language: str) -> AdditionTold:
    words = f" (“{each.words}”)" if each.words.strip() else ""
    told = said("addition.on", language, page=str(each.page), what=said(f"addition.{each.kind.value}", language),
                words=words)  # fmt: skip
    return AdditionTold(each.page, _KINDS[each.kind].value, told)
