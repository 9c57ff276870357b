"""The check of a file in every state, where one believes, and evidence that is itself signed."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from app import VERSION
from app.bundles.people.found import Addition, AdditionKind, People, RevocationListUsed, Signature
from app.bundles.trust import Light, PeopleRole, Reason
from app.domain.campaign import Demand
from app.operations import folders
from app.operations.trust import certifying
from app.operations.trust.finding_words import people_told
from app.operations.trust.verifying import Findings, Found
from ui import language, preferences
from ui.context import Context
from ui.dialogs.dialog import Dialog
from ui.dialogs.verification import VerificationDialog
from ui.dialogs.verification_pages import PagesDialog
from ui.dialogs.verification_signatures import SignatureCard, SignaturesDialog
from ui.main_window import MainWindow
from ui.pages.trust_sheet import TrustSheet
from ui.scenes import authority_collect

CODE = "60429 17358 92014 55570 31886 70245"
RECEIVED = datetime(2026, 11, 14, 7, 5, tzinfo=UTC)
SIGNED = datetime(2026, 11, 14, 2, 30, tzinfo=UTC)
LEADER, UNIT, ISSUER = "Nguyễn Văn Bình", "Ủy ban nhân dân xã Hòa Bình", "CA cơ quan nhà nước (ví dụ)"
V, U, X = Light.VALID, Light.UNKNOWN, Light.INVALID


def signature(name: str = LEADER, role: PeopleRole | None = PeopleRole.LEADER, **other: Any) -> Signature:
    """A signature with nothing against it, but for what is said."""
    used = RevocationListUsed(ISSUER, RECEIVED - timedelta(days=1), RECEIVED + timedelta(days=6))
    made = Signature(
        field="Leader", subject=f"CN={name},O={UNIT},C=VN", name=name, unit=UNIT, issuer=ISSUER,
        serial="3F:91:0A:6C:22", valid_from=datetime(2024, 1, 1, tzinfo=UTC), valid_to=datetime(2029, 1, 1, tzinfo=UTC),
        signed_at=SIGNED, algorithm="RSA-PSS, SHA-256", integrity=V, chain=V, period=V, revocation=V, acceptance=V,
        role=role, revocation_lists=(used,), page=3,
    )  # fmt: skip
    return replace(made, **other)


def because(code: str, **values: str) -> tuple[Reason, ...]:
    """One reason of a signature."""
    return (Reason(code, "", {"signer": LEADER, "issuer": ISSUER, **values}),)


AGENCY = signature(UNIT, PeopleRole.AGENCY, field="Agency", algorithm="ECDSA P-256, SHA-256")
NOBODY: dict[str, Any] = {"role": None, "acceptance": U}
CASES: dict[str, People] = {
    "valid": People(V, (signature(), AGENCY), (
        Addition(1, AdditionKind.EXPECTED, (0, 0, 1, 1), "125"), Addition(3, AdditionKind.EXPECTED, (0, 0, 1, 1)),
    )),
    "signer": People(U, (signature(**NOBODY, reasons=because("signature.not_accepted")), AGENCY)),
    "crl": People(U, (signature(revocation=U, revocation_lists=(), reasons=because("signature.no_crl")),)),
    "stale": People(U, (signature(revocation=U, reasons=because("signature.crl_stale", last="07/11/2026")),)),
    "issuer": People(U, (
        signature(chain=U, revocation=U, revocation_lists=(), **NOBODY,
                  reasons=(*because("signature.unknown_issuer"), *because("signature.not_accepted"))),
    )),
    "other-agency": People(U, (
        signature(**NOBODY, reasons=because("signature.other_agency", agencies="Phường Đông Hải")),
    )),
    "missing": People(U, (), reasons=(Reason("people.leader_missing"),), demand=Demand.LEADER,
                      missing=(PeopleRole.LEADER,)),
    "revoked": People(X, (signature(revocation=X, reasons=because("signature.revoked", since="10/11/2026")), AGENCY)),
    "additions": People(U, (signature(),), (
        Addition(1, AdditionKind.EXPECTED, (0, 0, 1, 1), "125"),
        Addition(2, AdditionKind.ELSEWHERE, (0, 0, 1, 1), "Đã kiểm tra"),
    ), (Reason("signed_pdf.content_added", "", {"page": "2"}),)),
    "covered": People(X, (signature(), AGENCY), (Addition(2, AdditionKind.OVER_TEXT, (0, 0, 1, 1), "99,99"),),
                      (Reason("signed_pdf.content_covered", "", {"page": "2"}),)),
}  # fmt: skip


def found(people: People | None, at: datetime = RECEIVED, seal: Light = V, by: str = "Nguyễn Thị Thảo") -> Found:
    """One finding on a file that is intact."""
    reasons = [(each.code, each.values) for each in people.all_reasons] if people else []
    if seal is U:
        reasons.insert(0, ("key.first_seen", {"check_code": CODE, "sender": "Xã Hòa Bình"}))
    judged = replace(people, judged_at=at, program=VERSION) if people else None
    moment = at.isoformat(timespec="seconds")
    light = people.light if people else None
    told = (V, seal, light, tuple(reasons), judged, CODE, "3f2a91c0" * 8, "b7e04d15" * 8)
    return Found(*told, moment, moment, by, VERSION)


def findings(*all_: Found, file_id: str = "a1b2c3d4") -> Findings:
    """A file of a commune with these findings."""
    name, came = "XaHoaBinh_DTI2026_Lan1_Ban2.thuocso", RECEIVED.isoformat()
    return Findings(file_id, name, "submission", "HG01", 4_812_345, came, all_, "Xã Hòa Bình")


def nowhere() -> Context:
    """A context on an empty folder: the panel shows what it is given."""
    folder = Path(tempfile.mkdtemp(prefix="thuocso-scene-"))
    opened = folders.open_workspace(folder, lambda: RECEIVED + timedelta(days=2))
    return Context(opened, preferences.stored(folder))


def _panel(*all_: Found, act: Callable[[VerificationDialog], object] = lambda _: None, **more: str) -> QWidget:
    context = nowhere()
    dialog = VerificationDialog(context, findings(*all_, **more), None)

    def close() -> None:
        context.close(cancel=True)
        context.workspace.close()

    dialog.destroyed.connect(close)
    act(dialog)
    return dialog


def _case(name: str) -> Callable[[], QWidget]:
    return lambda: _panel(found(CASES[name]))


def _open(dialog: QWidget) -> None:
    card = dialog.findChild(SignatureCard)
    assert card is not None
    card.show_details(True)


def _asking(dialog: QWidget) -> None:
    card = dialog.findChild(SignatureCard)
    assert card is not None
    card.ask()


def _evidence() -> QWidget:
    told = replace(CASES["crl"], signatures=(replace(CASES["crl"].signatures[0], **NOBODY),))
    judged = replace(told, judged_at=RECEIVED, program=VERSION)
    return SignaturesDialog("QĐ 15 phân công lãnh đạo.pdf", people_told(judged, language.current()), None)


def _pages() -> QWidget:
    import io

    from PIL import Image, ImageDraw

    def page(more: bool) -> bytes:
        picture, made = Image.new("RGB", (900, 1270), "white"), io.BytesIO()
        pen = ImageDraw.Draw(picture)
        for line in range(24):
            pen.rectangle((90, 120 + line * 42, 810 - (line * 53) % 240, 134 + line * 42), fill=(120, 120, 120))
        if more:
            pen.rectangle((560, 900, 800, 990), outline=(179, 38, 30), width=6)
        picture.save(made, "PNG")
        return made.getvalue()

    return PagesDialog(2, page(False), page(True), None)


# Where one believes --------------------------------------------------------------------------------------------------


def trust_files(folder: Path, now: datetime) -> list[Path]:
    """Two issuers, one with a fresh list and one with a stale one, a third without any; and a file that is none."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    written = []
    for number, (name, ends) in enumerate((("CA gốc", 5), ("CA cơ quan nhà nước", -3), ("CA công cộng", None)), 1):
        key = ec.derive_private_key(7000 + number, ec.SECP256R1())
        named = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, f"{name} (ví dụ)")])
        made = x509.CertificateBuilder().subject_name(named).issuer_name(named).public_key(key.public_key())
        made = made.serial_number(number).not_valid_before(now - timedelta(days=900))
        made = made.not_valid_after(now + timedelta(days=2000))
        made = made.add_extension(x509.BasicConstraints(True, None), critical=True)
        data = made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)
        written.append(folder / f"{number}.cer")
        written[-1].write_bytes(data)
        if ends is None:
            continue
        told = x509.CertificateRevocationListBuilder().issuer_name(named).last_update(now - timedelta(days=8))
        told = told.next_update(now + timedelta(days=ends))
        written.append(folder / f"{number}.crl")
        written[-1].write_bytes(told.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.DER))
    return written


def _trust(*, is_empty: bool = False) -> Callable[[], QWidget]:
    def make() -> QWidget:
        context = nowhere()
        opened = context.workspace
        if not is_empty:
            folder = Path(tempfile.mkdtemp(prefix="thuocso-scene-"))
            certifying.load(opened, trust_files(folder, opened.clock()))
            certifying.accept_signer(opened, "HG01", PeopleRole.LEADER, f"CN={LEADER},C=VN", "Công văn số 12/UBND-VP")
            certifying.accept_signer(opened, "HG01", PeopleRole.AGENCY, f"CN={UNIT},C=VN", "Gọi điện cho văn thư")
            certifying.close_signer(opened, certifying.signers(opened)[0].id, "Đã chuyển công tác")
        sheet = TrustSheet(context)
        sheet.look_again()
        holder = Dialog("Cài đặt", None, width=860)
        holder.add(sheet)

        def close() -> None:
            context.close(cancel=True)
            opened.close()

        holder.destroyed.connect(close)
        return holder

    return make


# The pages that lead to it -------------------------------------------------------------------------------------------


def _in_window(page: str, place: str, name: str) -> Callable[[], QWidget]:
    """A page of the province that collects, with the panel open above it."""

    def act(window: MainWindow, _: object, __: object) -> None:
        shown = window.page()
        assert shown is not None
        if place:
            shown.show_place(place)
        authority_collect.settle(window)
        authority_collect._press(window, name)

    return authority_collect._scene(page, act)


SCENES: dict[str, Callable[[], QWidget]] = {
    **{f"verification-{name}": _case(name) for name in CASES},
    "verification-details": lambda: _panel(found(CASES["valid"]), act=_open),
    "verification-accept": lambda: _panel(found(CASES["signer"]), act=_asking),
    "verification-two": lambda: _panel(
        found(CASES["signer"], seal=U), found(CASES["valid"], RECEIVED + timedelta(days=2))
    ),
    "verification-none": lambda: _panel(found(None, seal=U)),
    "verification-looked-at": lambda: _panel(found(CASES["crl"], seal=U), file_id=""),
    "verification-evidence": _evidence,
    "verification-pages": _pages,
    "collecting-verification": _in_window("collecting", "HG04", "act-verdict"),
    "trust": _trust(),
    "trust-empty": _trust(is_empty=True),
}
