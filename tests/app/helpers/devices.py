"""A signing device for tests: a SoftHSM token with settings of its own, and certificates made for it."""

import base64
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID

FILL = Path(__file__).with_name("fill_token.py")
PIN, NOW = "So-PIN-2468", datetime(2026, 11, 10, 8, tzinfo=UTC)
PLACES = ("/usr/lib/softhsm", "/usr/lib/x86_64-linux-gnu/softhsm", "/usr/lib64/softhsm", "/usr/local/lib/softhsm")
MODULE = next(
    (path for path in (Path(place, "libsofthsm2.so") for place in PLACES) if path.exists()), Path("no-softhsm")
)
RSA_KEYS: dict[int, rsa.RSAPrivateKey] = {}


def private_key(kind: str) -> Any:
    """ "rsa2048", "rsa3072" or "p256"; RSA keys are made once, they take their time."""
    if kind.startswith("rsa"):
        size = int(kind[3:])
        return RSA_KEYS.setdefault(size, RSA_KEYS.get(size) or rsa.generate_private_key(65537, size))
    return ec.generate_private_key(ec.SECP256R1())


@dataclass
class Made:
    """A certificate with its key, self-signed: trust is not what is tried here."""

    name: str = "Lê Văn Bình"
    kind: str = "rsa2048"
    first: datetime = NOW - timedelta(days=300)
    last: datetime = NOW + timedelta(days=800)
    is_ca: bool = False
    usage: str = "non_repudiation"
    on_token: dict[str, Any] = field(default_factory=dict)
    has_key: bool = True

    def __post_init__(self) -> None:
        self.key = private_key(self.kind)
        name = x509.Name(
            [
                x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
                x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Ủy ban nhân dân xã Hòa Bình"),
                x509.NameAttribute(NameOID.COMMON_NAME, self.name),
            ]
        )
        issuer = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Cơ quan chứng thực số thử nghiệm")])
        uses = dict.fromkeys(
            (
                "digital_signature content_commitment key_encipherment data_encipherment key_agreement "
                "key_cert_sign crl_sign encipher_only decipher_only"
            ).split(),
            False,
        )
        uses[{"non_repudiation": "content_commitment"}.get(self.usage, self.usage)] = True
        builder = (
            x509.CertificateBuilder(issuer, name, self.key.public_key(), x509.random_serial_number())
            .not_valid_before(self.first)
            .not_valid_after(self.last)
            .add_extension(x509.BasicConstraints(self.is_ca, None), critical=True)
            .add_extension(x509.KeyUsage(**uses), critical=True)
        )
        self.der = builder.sign(self.key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)

    def as_json(self) -> dict[str, Any]:
        private = self.key.private_bytes(
            serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        told = {"certificate": base64.b64encode(self.der).decode(), **self.on_token}
        return {**told, "key": base64.b64encode(private).decode()} if self.has_key else told


class Device:
    """SoftHSM in a folder; `plug` makes a token and fills it, `pull_out` takes all of them away."""

    def __init__(self, folder: Path, mechanisms: str = "") -> None:
        self.tokens = folder / "tokens"
        self.tokens.mkdir(parents=True)
        self.conf = folder / "softhsm2.conf"
        told = f"directories.tokendir = {self.tokens}\nobjectstore.backend = file\nlog.level = ERROR\n"
        self.conf.write_text(told + (f"slots.mechanisms = {mechanisms}\n" if mechanisms else ""))

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "SOFTHSM2_CONF": str(self.conf)}

    def plug(self, made: Sequence[Made], label: str = "Ky so xa Hoa Binh", pin: str = PIN) -> None:
        command = ["softhsm2-util", "--init-token", "--free", "--label", label, "--pin", pin, "--so-pin", "12345678"]
        subprocess.run(command, env=self.environment, check=True, capture_output=True)
        # the settings that limit mechanisms bind whoever uses the token, not whoever fills it
        plain = self.conf.with_name("filling.conf")
        lines = self.conf.read_text().splitlines()
        plain.write_text("\n".join(line for line in lines if not line.startswith("slots.")) + "\n")
        subprocess.run(
            [sys.executable, str(FILL), str(MODULE), label, pin],
            input=json.dumps([each.as_json() for each in made]),
            env={**self.environment, "SOFTHSM2_CONF": str(plain)},
            check=True,
            text=True,
        )

    def pull_out(self) -> None:
        for folder in self.tokens.iterdir():
            shutil.rmtree(folder)


class Driver:
    """A driver built from `driver.c` with its faults; `logins` tells every attempt, "r" right and "w" wrong."""

    def __init__(self, folder: Path, *faults: str) -> None:
        self.path, self._state = folder / "libfaulty-csp11.so", folder / "logins"
        told = [f'-DREAL="{MODULE}"', f'-DSTATE="{self._state}"', *(f"-D{fault}" for fault in faults)]
        source = Path(__file__).with_name("driver.c")
        command = ["gcc", "-shared", "-fPIC", "-nostdlib", "-w", *told, "-o", str(self.path), str(source)]
        subprocess.run(command, check=True)

    @property
    def logins(self) -> str:
        return self._state.read_text() if self._state.exists() else ""
