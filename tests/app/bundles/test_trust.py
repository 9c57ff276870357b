"""The three lights: what the receiver knows decides, and the verdict is the worst of them."""

import io
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest

from app.bundles import names
from app.bundles.keys import make_seal_key
from app.bundles.manifest import Role, manifest_json
from app.bundles.reading import RefusedBundle, open_verified, verify
from app.bundles.report_pdf import embed_manifest
from app.bundles.trust import Light, Lights, Pin, PinEnd, TrustPolicy, pin_from_pem
from app.wording import SENTENCES
from tests.app.bundles.forging import HOSTILE, NOW, Sample, digested, packed, page, said_of, sealed

DAY = timedelta(days=1)
PINS = {
    # name: (what the registry holds beside the code and the key, light, reason)
    "nothing": ([], Light.UNKNOWN, "key.first_seen"),
    "the key": ([{}], Light.VALID, None),
    "the key, open since yesterday": ([{"valid_from": NOW - DAY}], Light.VALID, None),
    "the key, from tomorrow": ([{"valid_from": NOW + DAY}], Light.UNKNOWN, "key.pin_not_begun"),
    "the key, until tomorrow": ([{"valid_to": NOW + DAY, "reason": PinEnd.REPLACED}], Light.VALID, None),
    "replaced": ([{"valid_to": NOW - DAY, "reason": PinEnd.REPLACED}], Light.UNKNOWN, "key.pin_closed"),
    "lost": ([{"valid_to": NOW - DAY, "reason": PinEnd.LOST}], Light.UNKNOWN, "key.pin_closed"),
    "stolen": ([{"valid_to": NOW - DAY, "reason": PinEnd.STOLEN}], Light.INVALID, "key.stolen"),
    "stolen, reported later": ([{"valid_to": NOW + DAY, "reason": PinEnd.STOLEN}], Light.VALID, None),
    "stolen, then pinned anew": ([{"valid_to": NOW, "reason": PinEnd.STOLEN}, {}], Light.INVALID, "key.stolen"),
    "closed, then open again": ([{"valid_to": NOW, "reason": PinEnd.LOST}, {}], Light.VALID, None),
    "another key": ([{"spki_sha256": "0" * 64}], Light.UNKNOWN, "key.changed"),
    "another key, closed": (
        [{"spki_sha256": "0" * 64, "valid_to": NOW - DAY, "reason": PinEnd.REPLACED}],
        Light.UNKNOWN,
        "key.changed",
    ),
    "another key of another agency": (
        [{"agency_code": "999", "spki_sha256": "0" * 64}],
        Light.UNKNOWN,
        "key.first_seen",
    ),
    "the key of another agency": ([{"agency_code": "999"}], Light.INVALID, "key.other_agency"),
    "the key of both": ([{}, {"agency_code": "999"}], Light.INVALID, "key.other_agency"),
    "the key of the other direction": ([{"role": Role.AUTHORITY}], Light.INVALID, "key.other_direction"),
    "either direction": ([{"role": None}], Light.VALID, None),
}


@pytest.mark.parametrize("name", PINS)
def test_the_second_light(name: str, sample: Sample) -> None:
    held, light, code = PINS[name]
    pin = Pin("26734", Role.AGENCY, sample.key.spki_sha256)
    verdict = verify(sample.path, TrustPolicy(tuple(replace(pin, **each) for each in held)), NOW)
    assert (verdict.lights.seal, verdict.light, verdict.lights.integrity) == (light, light, Light.VALID)
    assert [reason.code for reason in verdict.reasons] == ([code] if code else [])
    assert verdict.check_code == sample.key.check_code
    for reason in verdict.reasons:
        assert reason.detail == reason.values["check_code"] == sample.key.check_code


def test_what_is_not_settled_can_still_be_read_and_what_is_wrong_cannot(sample: Sample, sink: Path) -> None:
    assert open_verified(sample.path, None, TrustPolicy(), NOW).verdict.light is Light.UNKNOWN
    stolen = Pin("26734", Role.AGENCY, sample.key.spki_sha256, None, NOW, PinEnd.STOLEN)
    with pytest.raises(RefusedBundle) as refused:
        open_verified(sample.path, sink, TrustPolicy((stolen,)), NOW)
    assert refused.value.code == "key.stolen"
    assert list(sink.iterdir()) == []


def test_a_pin_from_a_certificate_in_a_folder(sample: Sample) -> None:
    trust = TrustPolicy((pin_from_pem("26734", None, sample.key.pem),))
    assert verify(sample.path, trust, NOW).light is Light.VALID


def test_the_verdict_as_json(sample: Sample) -> None:
    told = verify(sample.path, TrustPolicy(), NOW).to_json()
    people = told.pop("people")  # nobody signed; what its report prints was looked at all the same
    assert isinstance(people, dict)
    assert (people["light"], people["signatures"]) == (None, [])
    assert told == {
        "verdict": "UNKNOWN",
        "lights": {"integrity": "VALID", "seal": "UNKNOWN", "people": None},
        "kind": "submission",
        "sender": {"code": "26734", "name": HOSTILE, "role": "agency"},
        "reasons": [{"code": "key.first_seen", "detail": sample.key.check_code}],
        "content_digest": sample.written.content_digest,
        "seal_digest": sample.written.seal_digest,
        "file_digest": None,
    }


@pytest.mark.parametrize(
    ("lights", "verdict"),
    [
        ((Light.VALID, Light.VALID, None), Light.VALID),
        ((Light.VALID, Light.VALID, Light.VALID), Light.VALID),
        ((Light.VALID, Light.UNKNOWN, None), Light.UNKNOWN),
        ((Light.VALID, Light.VALID, Light.UNKNOWN), Light.UNKNOWN),
        ((Light.INVALID, Light.UNKNOWN, None), Light.INVALID),
        ((Light.VALID, Light.INVALID, Light.UNKNOWN), Light.INVALID),
        ((Light.VALID, Light.UNKNOWN, Light.INVALID), Light.INVALID),
    ],
)
def test_the_verdict_is_the_worst(lights: tuple[Light, Light, Light | None], verdict: Light) -> None:
    assert Lights(*lights).worst is verdict


def test_a_broken_seal_and_a_broken_body_are_told_apart(sample: Sample, tmp_path: Path) -> None:
    entries = sealed(said_of(sample), sample.key)
    path = tmp_path / "x"
    path.write_bytes(packed({**entries, names.SEAL: entries[names.SEAL][:-1] + b"\0"}))
    verdict = verify(path, sample.trust, NOW)
    assert (verdict.lights.integrity, verdict.lights.seal, verdict.light) == (Light.VALID, Light.INVALID, Light.INVALID)
    changed = {name: data.replace(b"%PDF-1.7 hai", b"%PDF-1.7 ba!") for name, data in entries.items()}
    path.write_bytes(packed(changed))
    verdict = verify(path, sample.trust, NOW)
    assert (verdict.lights.integrity, verdict.lights.seal) == (Light.INVALID, Light.VALID)
    assert verdict.content_digest == sample.written.content_digest  # what it claims to say


def test_a_field_that_only_looks_signed_is_no_signature(sample: Sample, tmp_path: Path) -> None:
    manifest = manifest_json(digested(said_of(sample)))
    with pikepdf.open(io.BytesIO(embed_manifest(page("x"), manifest))) as pdf:
        field = pdf.make_indirect(
            pikepdf.Dictionary(FT=pikepdf.Name.Sig, T="Lãnh đạo", V=pikepdf.Dictionary(Type=pikepdf.Name.Sig))
        )
        group = pdf.make_indirect(pikepdf.Dictionary(T="Ký", Kids=pikepdf.Array([field])))
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([group]), SigFlags=3)
        buffer = io.BytesIO()
        pdf.save(buffer)
    path = tmp_path / "x"
    path.write_bytes(packed(sealed(said_of(sample), sample.key, buffer.getvalue())))
    verdict = verify(path, sample.trust, NOW)
    assert (verdict.lights.people, verdict.light) == (Light.INVALID, Light.INVALID)
    assert "signature.unreadable" in [reason.code for reason in verdict.reasons]


def test_a_key_that_is_not_the_one_pinned_for_an_agency_with_two_directions(sample: Sample) -> None:
    """A district is authority of its communes and agency of its province: two keys, two pins."""
    other = make_seal_key("26734", HOSTILE, Role.AUTHORITY)
    pins = (Pin("26734", Role.AUTHORITY, other.spki_sha256), Pin("26734", Role.AGENCY, sample.key.spki_sha256))
    assert verify(sample.path, TrustPolicy(pins), NOW).light is Light.VALID
    swapped = (Pin("26734", Role.AUTHORITY, sample.key.spki_sha256), Pin("26734", Role.AGENCY, other.spki_sha256))
    assert verify(sample.path, TrustPolicy(swapped), NOW).reasons[0].code == "key.other_direction"


def test_every_reason_of_a_verdict_has_its_sentence() -> None:
    codes = {code for _, _, code in PINS.values() if code}
    assert codes <= SENTENCES.keys()
