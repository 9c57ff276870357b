"""What scenes of signing stand on: a campaign that asks for it, a person with a key, ink on paper."""

import io
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from app.bundles.people.pkcs12 import FileSigner
from app.domain.campaign import Demand
from app.operations.authority import campaigning
from app.operations.commune import assessing
from app.operations.trust import signing
from app.operations.workspace import Workspace


def ask_for(opened: Workspace, part: str, demand: Demand) -> None:
    """The campaign of this part asks for these signatures."""
    campaign = assessing.view(opened, part).part.campaign
    with opened.transaction():
        campaigning.keep_revision(campaign, demand=demand)


def signer(opened: Workspace, name: str) -> FileSigner:
    """A person with a key and a certificate of a year, made up for the picture."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key, now = ec.derive_private_key(4242, ec.SECP256R1()), opened.clock()
    named = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    made = x509.CertificateBuilder().subject_name(named).issuer_name(named).public_key(key.public_key())
    made = made.serial_number(7).not_valid_before(now - timedelta(days=100)).not_valid_after(now + timedelta(days=300))
    der = made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)
    return FileSigner(key, der, ())


def sign_as(field: str, name: str = "Lê Văn Bình") -> Callable[[Workspace, str], object]:
    """Signs the report in this field."""
    return lambda opened, part: signing.sign(opened, part, field, signer(opened, name))


def hand() -> bytes:
    """A blue stroke on white paper, as a scanner gives it."""
    from PIL import Image, ImageDraw

    picture, made = Image.new("RGB", (600, 260), "white"), io.BytesIO()
    strokes = [(40, 190), (150, 40), (210, 220), (300, 70), (360, 200), (470, 60), (560, 170)]
    ImageDraw.Draw(picture).line(strokes, fill=(24, 48, 150), width=9, joint="curve")
    picture.save(made, "PNG")
    return made.getvalue()


def attach_scan(opened: Workspace, part: str) -> object:
    """A photograph of the signed print."""
    path = Path(tempfile.mkdtemp(prefix="thuocso-scene-")) / "ban-quet.png"
    path.write_bytes(hand())
    return signing.attach_scan(opened, part, path)
