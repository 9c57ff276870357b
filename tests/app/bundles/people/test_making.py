"""A signature made here: what public tools say of it, that it only adds, and the looks before the key is used."""

import io
import subprocess
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from app.bundles.people import appearance, making
from app.bundles.people.appearance import Look
from app.bundles.people.areas import AGENCY, LEADER
from app.bundles.people.signers import Mechanism
from app.bundles.report_pdf import embed_manifest, read_manifest
from app.domain import signing_places as places
from app.domain.signing_places import Field
from app.errors import AppError
from tests.app.bundles.people import pki
from tests.app.bundles.people.pki import Holder

AT = datetime(2026, 11, 14, 2, 30, 5, tzinfo=UTC)
BOTTOM = 300.0
RIGHT = places.LEADER_LEFT + places.LEADER_SIZE[0]
SEAL_LEFT = places.LEADER_LEFT + places.AGENCY_OFFSET


def report() -> bytes:
    page = io.BytesIO()
    canvas = Canvas(page, pagesize=places.SHEET, invariant=1)
    canvas.drawString(100, 700, "Bao cao")
    canvas.showPage()
    canvas.save()
    boxes = (
        Field(LEADER, 0, (places.LEADER_LEFT, BOTTOM, RIGHT, BOTTOM + places.LEADER_SIZE[1]), "Lãnh đạo"),
        Field(AGENCY, 0, (SEAL_LEFT, BOTTOM, SEAL_LEFT + places.AGENCY_SIZE[0], BOTTOM + 102), "Cơ quan"),
    )
    return embed_manifest(page.getvalue(), b'{"a":1}', boxes)


@dataclass
class Counted:
    """A signer that counts how often its key was used."""

    holder: Holder
    used: list[int] = field(default_factory=list)

    @property
    def certificate(self) -> bytes:
        return self.holder.certificate

    @property
    def chain(self) -> tuple[bytes, ...]:
        return self.holder.chain

    @property
    def mechanism(self) -> Mechanism:
        return self.holder.mechanism

    def sign(self, data: bytes) -> bytes:
        self.used.append(len(data))
        return self.holder.sign(data)


def curve_384() -> Holder:
    key = ec.derive_private_key(77, ec.SECP384R1())
    return Holder(pki.issue(pki.name("Lê Thị Mai", pki.UNIT), key, pki.BETWEEN), key, pki.ABOVE)


def told(pdf: bytes, folder: Path) -> str:
    path = folder / "đã ký.pdf"
    path.write_bytes(pdf)
    return subprocess.run(["pdfsig", "-nocert", str(path)], capture_output=True, text=True, check=False).stdout


@pytest.mark.parametrize("who", ["leader", "leader_pkcs1", "agency", "384"])
def test_pdfsig_calls_it_valid_the_key_is_used_once_and_nothing_before_it_changes(who: str, tmp_path: Path) -> None:
    given = report()
    signer = Counted(curve_384() if who == "384" else pki.people()[who])
    signed = making.sign(given, LEADER, signer, AT, Look(lines=("Ký số", "Nguyễn Văn An")))
    assert signed.startswith(given)
    assert len(signer.used) == 1
    said = told(signed, tmp_path)
    assert said.count("Signature is Valid") == 1
    assert "ETSI.CAdES.detached" in said
    assert "Total document signed" in said
    assert read_manifest(signed) == (b'{"a":1}', True)


@pytest.mark.parametrize("who", ["leader", "leader_pkcs1", "agency"])
def test_openssl_verifies_the_signature_over_the_bytes_it_covers(who: str, tmp_path: Path) -> None:
    signed = making.sign(report(), LEADER, pki.people()[who], AT)
    with pikepdf.open(io.BytesIO(signed)) as pdf:
        value = pdf.Root.AcroForm.Fields[0].V
        (start, length, again, rest), contents = (int(each) for each in value.ByteRange), bytes(value.Contents)
        assert str(value.M) == "D:20261114" + str(value.M)[10:]
    (tmp_path / "covered").write_bytes(signed[start : start + length] + signed[again : again + rest])
    (tmp_path / "cms").write_bytes(contents)
    (tmp_path / "root.der").write_bytes(pki.ROOT.certificate)
    subprocess.run(
        ["openssl", "x509", "-inform", "DER", "-in", "root.der", "-out", "root.pem"], cwd=tmp_path, check=True
    )
    command = "openssl cms -verify -binary -inform DER -in cms -content covered -CAfile root.pem -out /dev/null -cades"
    at = ["-attime", str(int(AT.timestamp())), "-purpose", "any"]
    said = subprocess.run([*command.split(), *at], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "CAdES Verification successful" in said.stderr
    shown = ["openssl", "cms", "-cmsout", "-print", "-inform", "DER", "-in", "cms"]
    printed = subprocess.run(shown, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert ("rsassaPss" in printed) == (who == "leader")
    assert "signingTime" not in printed  # PAdES: the time stands in the PDF alone


def test_the_agency_signs_behind_the_leader_and_both_stay_valid(tmp_path: Path) -> None:
    first = making.sign(report(), LEADER, pki.people()["leader"], AT)
    both = making.sign(first, AGENCY, pki.people()["agency"], AT + timedelta(minutes=5))
    assert both.startswith(first)
    assert told(both, tmp_path).count("Signature is Valid") == 2
    assert [(mark.field, mark.name) for mark in making.marks(both)] == [
        (LEADER, "Nguyễn Văn An"),
        (AGENCY, pki.UNIT),
    ]
    assert making.marks(both)[0].at == AT.isoformat()
    assert making.marks(both)[0].unit == pki.UNIT


@pytest.mark.parametrize(
    ("who", "code"),
    [
        ("expired", "signer.expired"),
        ("early", "signer.not_yet_valid"),
        ("encipher", "signer.wrong_usage"),
        ("authority", "signer.is_authority"),
        ("weak", "signer.weak_key"),
        ("garbled", "signer.file_unreadable"),
    ],
)
def test_a_certificate_that_may_not_sign_is_refused_before_the_key_is_used(who: str, code: str) -> None:
    weak = rsa.generate_private_key(65537, 1024)
    holders = {
        **pki.people(),
        "authority": pki.BETWEEN,
        "weak": Holder(pki.issue(pki.name("Yếu"), weak, pki.BETWEEN), weak, way=Mechanism.RSA_PSS),
    }

    class Garbled(Counted):
        @property
        def certificate(self) -> bytes:
            return b"\x30\x03abc"

    signer = Garbled(pki.people()["leader"]) if who == "garbled" else Counted(holders[who])
    with pytest.raises(AppError) as caught:
        making.sign(report(), LEADER, signer, AT)
    assert caught.value.code == code
    assert signer.used == []


def test_a_field_is_signed_once_and_has_to_be_there() -> None:
    signed = making.sign(report(), LEADER, pki.people()["leader"], AT)
    for given, name, code in (
        (signed, LEADER, "signer.field_taken"),
        (signed, "Chủ tịch", "signer.no_field"),
        (b"%PDF-1.7 x", LEADER, "signer.no_field"),
    ):
        with pytest.raises(AppError) as caught:
            making.sign(given, name, pki.people()["agency"], AT)
        assert caught.value.code == code


def test_marks_of_what_is_no_signed_report_are_none() -> None:
    assert making.marks(report()) == making.marks(b"%PDF-1.7") == making.marks(b"") == ()


def png(colour: tuple[int, int, int], size: tuple[int, int]) -> bytes:
    """An ink blot on white paper, as a scanner gives it."""
    picture, made = Image.new("RGB", size, "white"), io.BytesIO()
    ImageDraw.Draw(picture).rectangle((4, 4, size[0] - 5, size[1] - 5), outline=colour, width=size[1] // 6)
    picture.save(made, "PNG")
    return made.getvalue()


def shown(pdf: bytes) -> Image.Image:
    page = pypdfium2.PdfDocument(pdf)
    page.init_forms()
    return page[0].render(scale=1, may_draw_forms=True).to_pil().convert("RGB")


def test_the_hand_is_blue_the_seal_red_over_its_left_third_and_nothing_else_of_the_page_changes() -> None:
    hand = Look(appearance.tidy_image(png((20, 40, 160), (500, 360))))
    seal = Look(appearance.tidy_image(png((200, 20, 20), (360, 360))))
    signed = making.sign(report(), LEADER, pki.people()["leader"], AT, hand)
    signed = making.sign(signed, AGENCY, pki.people()["agency"], AT, seal)
    picture, blank = shown(signed), shown(report())
    tall = picture.height
    different = [
        (x, tall - y)
        for x in range(picture.width)
        for y in range(tall)
        if picture.getpixel((x, y)) != blank.getpixel((x, y))
    ]
    left, right = min(x for x, _ in different), max(x for x, _ in different)
    assert SEAL_LEFT - 2 <= left <= SEAL_LEFT + 4
    assert RIGHT - 6 <= right <= RIGHT + 2
    assert min(y for _, y in different) >= BOTTOM - 2
    reddish = [x for x, y in different if (p := picture.getpixel((x, tall - y)))[0] > p[2] + 60]
    bluish = [x for x, y in different if (p := picture.getpixel((x, tall - y)))[2] > p[0] + 60]
    assert max(reddish) < places.LEADER_LEFT + places.LEADER_SIZE[0] / 3 + 3
    assert max(reddish) > places.LEADER_LEFT + places.LEADER_SIZE[0] / 4
    assert min(bluish) > places.LEADER_LEFT - 2
    # the white of the scan hides nothing
    middle = (int(places.LEADER_LEFT + 70), tall - int(BOTTOM + 51))
    assert picture.getpixel(middle) == (255, 255, 255)


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\nxx", b"x" * (appearance.MAX_IMAGE + 1)])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(AppError, match=r"signer\.bad_image"):
        appearance.tidy_image(data)


def test_a_picture_of_too_many_pixels_is_refused_and_a_large_one_made_smaller() -> None:
    made = io.BytesIO()
    Image.new("L", (6000, 6000)).save(made, "PNG")
    with pytest.raises(AppError, match=r"signer\.bad_image"):
        appearance.tidy_image(made.getvalue())
    small = Image.open(io.BytesIO(appearance.tidy_image(png((0, 0, 200), (3000, 1000)))))
    assert max(small.size) <= 1200
    assert small.mode == "RGBA"
