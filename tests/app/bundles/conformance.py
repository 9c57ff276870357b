"""The conformance folder ``tests/data/bundles``: one fault per file, and what a reader has to say of each.

`build` makes the same bytes on every run: keys, times and ids are fixed, signatures follow RFC 6979. A new case is
one line in a table of faults or in `SOUND`; then run ``python tests/data/bundles/build.py``.
"""

import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from app.bundles import names
from app.bundles.manifest import (
    FrameworkRef,
    Kind,
    Listed,
    Role,
    Sender,
    Standing,
    asic_manifest,
    bundle_json,
    manifest_json,
    sha256,
)
from app.bundles.reading import verify
from app.bundles.report_pdf import embed_manifest
from app.bundles.signing import make_seal
from app.bundles.trust import Verdict
from app.domain import canonical
from app.errors import AppError
from app.wording import sentence
from tests.app.bundles import fixed
from tests.app.bundles.cms_faults import REFUSED as CMS_FAULTS
from tests.app.bundles.cms_faults import Make
from tests.app.bundles.faults import FAULTS, Fault
from tests.app.bundles.fixed import AUTHORITY, COMMUNE, KEYS, NEIGHBOUR, STRANGER
from tests.app.bundles.forging import FRAMEWORK, NOW, Sample, digested, envelope, page, said_of, sealed
from tests.app.bundles.forging import packed as written
from tests.app.bundles.form_faults import FORM_FAULTS, in_zip, whole
from tests.app.bundles.part_faults import PART_FAULTS, SOUND_PARTS
from tests.app.bundles.pdf_faults import PDF_FAULTS
from tests.app.bundles.people_faults import SIGNED, signed

FOLDER = Path(__file__).resolve().parents[2] / "data" / "bundles"
VALID, UNKNOWN, INVALID, WARNING = "valid", "unknown", "invalid", "warning"
LIGHTS = {VALID: "VALID", UNKNOWN: "UNKNOWN", INVALID: "INVALID"}


@dataclass(frozen=True)
class Case:
    """One file: what is wrong with it, the code a reader must find (none for `valid`), and how it is judged.

    `judged` names a policy of `fixed.policy`; the shell can only be asked for the usual one.
    """

    folder: str
    told: str
    code: str
    make: Fault
    light: str = ""
    judged: str = "usual"
    file: str = ""
    shell: bool = True

    @property
    def name(self) -> str:
        return f"{self.folder}/{self.file or slug(self.told) + '.thuocso'}"

    @property
    def verdict(self) -> str:
        return self.light or LIGHTS[self.folder]


def slug(told: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", told.lower()).strip("-")


def with_seal(make: Make) -> Fault:
    """The sound bundle under another CMS."""

    def fault(sample: Sample) -> bytes:
        entries = sealed(said_of(sample), sample.key)
        return written({**entries, names.SEAL: make(entries[names.ASIC_MANIFEST]) or b"\0"})

    return fault


def of_kind(kind: Kind, role: Role = Role.AUTHORITY, code: str = AUTHORITY, **changes: object) -> Fault:
    """A sound bundle of another kind, or of another sender."""

    def make(sample: Sample) -> bytes:
        head = envelope(kind, **changes)
        if (code, role) != (head.sender.code, head.sender.role):
            head = replace(head, sender=Sender(code, "Xã Tân Lập", role))
        files = sample.files if kind is Kind.SUBMISSION else []
        return written(sealed(fixed.said(head, files), KEYS[code]))

    return make


def by_key(key: object) -> Fault:
    return lambda sample: written(sealed(said_of(sample), key))  # type: ignore[arg-type]


def by_neighbour(key_of: str) -> Fault:
    """The neighbour's submission under somebody's key."""
    sender = Sender(NEIGHBOUR, "Xã Tân Lập", Role.AGENCY)
    return lambda sample: written(
        sealed(fixed.said(replace(sample.envelope, sender=sender), sample.files), KEYS[key_of])
    )


def campaign_by_commune(sample: Sample) -> bytes:
    """A commune's key under a campaign."""
    head = replace(envelope(Kind.CAMPAIGN), sender=Sender(COMMUNE, "Xã Hòa Bình", Role.AUTHORITY))
    return written(sealed(fixed.said(head, []), sample.key))


def two_frameworks(sample: Sample) -> bytes:
    """A campaign with a set for each of two kinds of agency."""
    second = FRAMEWORK.replace(b'"dti"', b'"sub"')
    references = tuple(FrameworkRef(each, "2", sha256(data)) for each, data in (("dti", FRAMEWORK), ("sub", second)))
    head = envelope(Kind.CAMPAIGN, frameworks=references)
    entries = fixed.said(head, [])
    entries[names.FRAMEWORK] = b"[" + FRAMEWORK + b"," + second + b"]"
    return written(sealed(relisted(head, entries), KEYS[AUTHORITY]))


def relisted(head: object, entries: dict[str, bytes]) -> dict[str, bytes]:
    sizes = {name: len(data) for name, data in entries.items() if name != names.BUNDLE}
    ordered = sorted(sizes, key=lambda name: names.place(name) or (0, ""))
    told = tuple(Listed(name, names.media_type(name), sizes[name]) for name in ordered)
    return {**entries, names.BUNDLE: bundle_json(head, told)}  # type: ignore[arg-type]


def deflated(sample: Sample) -> bytes:
    return written(sealed(said_of(sample), sample.key), deflate=(names.CONTENT, names.ASIC_MANIFEST))


def with_signed_page(kind: str, data: bytes) -> Fault:
    """A scan of the signed print, added after freezing and sealed with the rest."""

    def make(sample: Sample) -> bytes:
        said = said_of(sample)
        report = embed_manifest(page("x"), manifest_json(digested(said)))
        entries = {**said, names.REPORT: report, f"signed-page.{kind}": data}
        asic = asic_manifest(digested(entries))
        ordered = sorted(entries, key=lambda name: names.place(name) or (0, ""))
        return written(
            {
                names.MIMETYPE: names.MEDIA_TYPE,
                **{name: entries[name] for name in ordered},
                names.ASIC_MANIFEST: asic,
                names.SEAL: make_seal(sample.key, asic, NOW),
            }
        )

    return make


def evidence_of(ext: str, data: bytes) -> Fault:
    """One piece of evidence of this kind with these bytes."""

    def make(sample: Sample) -> bytes:
        digest = sha256(data)
        content = {"files": [{"digest": digest, "ext": ext, "size": len(data), "name": f"Tệp.{ext}"}]}
        name = names.evidence_name(digest, ext)
        entries = {names.FRAMEWORK: FRAMEWORK, names.CONTENT: canonical.encode(content), name: data}
        return written(sealed(relisted(sample.envelope, entries), sample.key))

    return make


def same_file_twice(sample: Sample) -> bytes:
    """Two files in content.json that are one content."""
    entries = said_of(sample)
    content = canonical.decode(entries[names.CONTENT])
    content["files"].append({**content["files"][0], "name": "Bản sao.pdf"})
    entries[names.CONTENT] = canonical.encode(content)
    return written(sealed(relisted(sample.envelope, entries), sample.key))


PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
SOUND: tuple[Case, ...] = (
    Case(VALID, "a submission", "", whole),
    Case(VALID, "a submission deflated", "", deflated),
    Case(VALID, "a submission under another name", "", whole, file="Bao cao (1).zip"),
    Case(VALID, "a submission under a passing name", "", whole, file="tai-ve.tmp"),
    Case(VALID, "a submission called a lock file", "", whole, file="~$cao.thuocso"),
    Case(VALID, "a submission with a scan of the signed page", "", with_signed_page("jpg", b"\xff\xd8\xff\xe0 x")),
    Case(VALID, "a submission with a signed page as PDF", "", with_signed_page("pdf", b"%PDF-1.7 x")),
    Case(VALID, "a submission with one content twice", "", same_file_twice),
    Case(VALID, "a submission with a picture", "", evidence_of("png", PNG)),
    Case(VALID, "a submission with a file of unknown kind", "", evidence_of("bin", b"MZ\x90\0 program")),
    Case(VALID, "a submission of the first schema", "", of_kind(Kind.SUBMISSION, Role.AGENCY, COMMUNE, schema=1)),
    Case(VALID, "a campaign of the first schema", "", of_kind(Kind.CAMPAIGN, schema=1)),
    Case(VALID, "a campaign", "", of_kind(Kind.CAMPAIGN)),
    Case(VALID, "a campaign of two sets", "", two_frameworks),
    Case(VALID, "feedback", "", of_kind(Kind.FEEDBACK)),
    Case(VALID, "a draft result", "", of_kind(Kind.RESULT, standing=Standing.DRAFT)),
    Case(VALID, "a final result", "", of_kind(Kind.RESULT)),
    Case(VALID, "an amended result", "", of_kind(Kind.RESULT, standing=Standing.AMENDED, replaces="cd" * 32)),
    Case(UNKNOWN, "a key seen for the first time", "key.first_seen", by_neighbour(NEIGHBOUR)),
    Case(UNKNOWN, "a key whose acceptance ended", "key.pin_closed", whole, judged="closed", shell=False),
    Case(UNKNOWN, "a key not accepted yet", "key.pin_not_begun", whole, judged="not begun", shell=False),
    Case(WARNING, "another key than accepted", "key.changed", by_key(STRANGER), light="UNKNOWN"),
    Case(WARNING, "taken out of a zip", "bundle.unwrapped", in_zip(("a.thuocso", whole)), light="VALID"),
    Case(WARNING, "a program called a PDF", "evidence.other_kind", evidence_of("pdf", b"MZ\x90\0 x"), light="VALID"),
    Case(WARNING, "a page called a picture", "evidence.other_kind", evidence_of("png", b"<html>"), light="VALID"),
    Case(INVALID, "the key of another agency", "key.other_agency", by_neighbour(COMMUNE)),
    Case(INVALID, "the key of the other direction", "key.other_direction", campaign_by_commune, shell=False),
    Case(INVALID, "a stolen key", "key.stolen", whole, judged="stolen", shell=False),
    Case(INVALID, "a download cut short", "file.partial_download", lambda s: s.bytes[:700], file="goi.crdownload"),
    Case(INVALID, "the lock of an open document", "file.office_lock", lambda s: b"\x05Hanh", file="~$bao-cao.docx"),
    Case(
        INVALID, "a settings file of the system", "file.system", lambda s: b"[.ShellClassInfo]\r\n", file="desktop.ini"
    ),
)


def cases() -> Iterator[Case]:
    """Every case, in the order of the table."""
    yield from SOUND
    for told, fault in SOUND_PARTS.items():
        yield Case(VALID, told, "", fault)
    for table in (FAULTS, FORM_FAULTS, PDF_FAULTS, PART_FAULTS):
        for told, (fault, code) in table.items():
            yield Case(INVALID, told, code, fault)
    for folder, told, code, way in SIGNED:
        case = Case(folder, told, code, whole)
        yield replace(case, make=signed(case.name, way))
    for told, (make, code) in CMS_FAULTS.items():
        yield Case(INVALID, f"seal: {told}", code, with_seal(make))


def judge(case: Case, path: Path) -> Verdict:
    """What this program's reader says of the file, at the one moment of all cases."""
    return verify(path, fixed.policy(case.judged), NOW)


def told_of(case: Case, verdict: Verdict) -> str:
    """The sentence of the case's code, as a person reads it."""
    reason = next((each for each in verdict.reasons if each.code == case.code), None)
    return sentence(AppError(reason.code, **reason.values), "vi") if reason else ""


def build(folder: Path) -> None:
    """Writes every file, the accepted certificates and the table into `folder`, removing what was there."""
    with tempfile.TemporaryDirectory() as scratch:
        sample = fixed.sample(Path(scratch))
        made = [(case, case.make(sample)) for case in cases()]  # all of it before what was there goes
    for name in (*LIGHTS, WARNING, "keys"):
        shutil.rmtree(folder / name, ignore_errors=True)
        (folder / name).mkdir(parents=True)
    for code in (COMMUNE, AUTHORITY):
        (folder / "keys" / f"{code}.pem").write_bytes(KEYS[code].pem)
    lines = []
    for case, data in made:
        path = folder / case.name
        path.write_bytes(data)
        told = told_of(case, judge(case, path))
        lines.append(f"| `{case.name}` | {case.told} | {case.verdict} | {case.code} | {told} |")
    (folder / "README.md").write_text(README + "\n".join(lines) + "\n", "utf-8")


README = """# Conformance of a reader of bundles

One fault per file. Made by `build.py`: the same bytes on every run. Another reader passes when, judging at
2026-11-20T08:00:00Z with the two keys in `keys/` accepted (26734 for the commune, TTCP for the authority), it comes to
these verdicts; the codes and sentences are this program's. `warning` files are taken in, and something is said aloud.

```
thuocso-cli bundle verify FILE --trust 26734=keys/26734.pem --trust TTCP=keys/TTCP.pem --at 2026-11-20T08:00:00Z
```

Exit codes: 0 VALID, 10 UNKNOWN, 20 INVALID. Four cases need to know more of the commune's key than the shell can be
told (its acceptance ended, has not begun, it was stolen, it speaks in one direction only).

| file | what is wrong | verdict | code | sentence |
| --- | --- | --- | --- | --- |
"""
