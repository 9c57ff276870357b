"""Certificates found and signatures made on a token, and what is said when it does not go well."""

import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from app.bundles.people.signers import Mechanism
from app.errors import AppError
from app.operations.trust import tokens
from app.operations.trust.tokens import Certificate, PinState, TokenSigner, Use
from tests.app.helpers.devices import MODULE, NOW, PIN, Device, Made

DATA = "Báo cáo kết quả tự đánh giá, bản chốt số 2".encode()


def only(module: Path = MODULE) -> Certificate:
    """The one certificate that can sign."""
    (found,) = tokens.certificates(NOW, module).usable
    return found


def refused(chosen: Certificate, pin: str = PIN, now=NOW) -> str:
    with pytest.raises(AppError) as told:
        TokenSigner(chosen, pin, now).close()
    assert PIN not in str(told.value)
    return told.value.code


def openssl_says(folder: Path, chosen: Certificate, mechanism: Mechanism, signature: bytes) -> str:
    public = x509.load_der_x509_certificate(chosen.der).public_key()
    files = {
        "key": public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
        "signature": signature,
        "data": DATA,
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    pss = ["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:digest"]
    command = ["openssl", "dgst", "-sha256", "-verify", "key", "-signature", "signature"]
    command += pss if mechanism is Mechanism.RSA_PSS else []
    done = subprocess.run([*command, "data"], cwd=folder, capture_output=True, text=True, check=False)
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("kind", "mechanism"), [("rsa2048", Mechanism.RSA_PSS), ("rsa3072", Mechanism.RSA_PSS), ("p256", Mechanism.ECDSA)]
)
def test_each_kind_of_key_signs_its_best_way(device: Device, tmp_path: Path, kind: str, mechanism: Mechanism) -> None:
    device.plug([Made(kind=kind)])
    with TokenSigner(only(), PIN, NOW) as signer:
        assert signer.mechanism is mechanism
        for signature in (signer.sign(DATA), signer.sign(DATA)):
            assert openssl_says(tmp_path, only(), mechanism, signature) == "Verified OK"


def test_a_certificate_is_told_by_name_unit_issuer_and_period(device: Device) -> None:
    device.plug([Made()])
    found = only()
    assert (found.name, found.unit) == ("Lê Văn Bình", "Ủy ban nhân dân xã Hòa Bình")
    assert found.issuer == "Cơ quan chứng thực số thử nghiệm"
    assert (found.valid_from, found.valid_to) == (NOW - timedelta(days=300), NOW + timedelta(days=800))
    assert (found.token.name, found.token.pin, found.token.asks_pin) == ("Ky so xa Hoa Binh", PinState.OK, True)


def test_what_cannot_sign_is_hidden_and_counted(device: Device) -> None:
    day = timedelta(days=1)
    device.plug(
        [
            Made(name="Hết hạn", last=NOW - day),
            Made(name="Chưa đến hạn", first=NOW + day),
            Made(name="Nơi cấp", is_ca=True, usage="key_cert_sign"),
            Made(name="Mã hóa", usage="key_encipherment"),
            Made(name="Trần Thị Hoa", kind="p256"),
            Made(name="Lê Văn Bình"),
        ]
    )
    found = tokens.certificates(NOW, MODULE)
    assert [each.name for each in found.usable] == ["Lê Văn Bình", "Trần Thị Hoa"]
    assert {each.name: each.use for each in found.hidden} == {
        "Hết hạn": Use.EXPIRED,
        "Chưa đến hạn": Use.NOT_YET,
        "Nơi cấp": Use.AUTHORITY,
        "Mã hóa": Use.OTHER,
    }
    codes = {each.name: refused(each) for each in found.hidden}
    assert codes == {
        "Hết hạn": "token.expired",
        "Chưa đến hạn": "token.not_yet_valid",
        "Nơi cấp": "token.not_for_signing",
        "Mã hóa": "token.not_for_signing",
    }


def test_of_two_certificates_the_chosen_one_signs(device: Device, tmp_path: Path) -> None:
    device.plug([Made(), Made(name="Trần Thị Hoa", kind="rsa3072")])
    for chosen in tokens.certificates(NOW, MODULE).usable:
        with TokenSigner(chosen, PIN, NOW) as signer:
            assert openssl_says(tmp_path, chosen, signer.mechanism, signer.sign(DATA)) == "Verified OK"


def test_two_tokens_are_told_apart(device: Device, tmp_path: Path) -> None:
    device.plug([Made()], label="Lanh dao", pin="11111111")
    device.plug([Made(name="Trần Thị Hoa")], label="Co quan", pin="22222222")
    found = tokens.certificates(NOW, MODULE)
    assert sorted(token.name for token in found.tokens) == ["Co quan", "Lanh dao"]
    pins = {"Lanh dao": "11111111", "Co quan": "22222222"}
    for chosen in found.usable:
        with TokenSigner(chosen, pins[chosen.token.name], NOW) as signer:
            assert openssl_says(tmp_path, chosen, signer.mechanism, signer.sign(DATA)) == "Verified OK"


def test_a_wrong_pin_is_told_with_what_the_token_says_and_the_right_one_still_works(device: Device) -> None:
    device.plug([Made()])
    assert refused(only(), "So-PIN-9999") == "token.pin_wrong_low"
    assert only().token.pin is PinState.LOW
    with TokenSigner(only(), PIN, NOW) as signer:
        assert signer.sign(DATA)
    assert only().token.pin is PinState.OK


@pytest.mark.parametrize(("pin", "code"), [("", "token.pin_empty"), ("Sô-PIN-2468", "token.pin_letters")])
def test_what_cannot_be_a_pin_is_not_sent(device: Device, pin: str, code: str) -> None:
    device.plug([Made()])
    assert refused(only(), pin) == code
    assert only().token.pin is PinState.OK


def test_a_token_pulled_out_between_two_signatures(device: Device) -> None:
    device.plug([Made()])
    with TokenSigner(only(), PIN, NOW) as signer:
        assert signer.sign(DATA)
        device.pull_out()
        with pytest.raises(AppError) as told:
            signer.sign(DATA)
    assert told.value.code == "token.removed"


def test_a_token_pulled_out_before_signing(device: Device) -> None:
    device.plug([Made()])
    chosen = only()
    device.pull_out()
    assert refused(chosen) == "token.removed"
    assert tokens.certificates(NOW, MODULE).tokens == ()


def test_another_token_in_its_place_is_not_asked_with_its_pin(device: Device) -> None:
    device.plug([Made()])
    chosen = only()
    device.pull_out()
    device.plug([Made()])
    assert refused(chosen, "So-PIN-9999") == "token.removed"
    assert only().token.pin is PinState.OK


@pytest.mark.parametrize(
    ("allowed", "mechanism"),
    [
        (["RSA_PKCS"], Mechanism.RSA_PKCS1),
        (["RSA_PKCS", "SHA256_RSA_PKCS"], Mechanism.RSA_PKCS1),
        (["RSA_PKCS", "RSA_PKCS_PSS"], Mechanism.RSA_PSS),
    ],
)
def test_a_key_that_refuses_pss_signs_the_older_way_and_says_so(
    device: Device, tmp_path: Path, allowed: list[str], mechanism: Mechanism
) -> None:
    device.plug([Made(on_token={"allowed": allowed})])
    with TokenSigner(only(), PIN, NOW) as signer:
        assert signer.mechanism is mechanism
        assert openssl_says(tmp_path, only(), mechanism, signer.sign(DATA)) == "Verified OK"


@pytest.mark.parametrize(
    ("mechanisms", "kind", "mechanism"),
    [
        ("CKM_RSA_PKCS,CKM_SHA256_RSA_PKCS", "rsa2048", Mechanism.RSA_PKCS1),
        ("CKM_SHA256_RSA_PKCS", "rsa2048", Mechanism.RSA_PKCS1),
        ("CKM_SHA256_RSA_PKCS_PSS", "rsa2048", Mechanism.RSA_PSS),
        ("CKM_RSA_PKCS_PSS", "rsa2048", Mechanism.RSA_PSS),
        ("CKM_ECDSA", "p256", Mechanism.ECDSA),
    ],
)
def test_a_token_with_few_mechanisms_signs_as_it_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mechanisms: str, kind: str, mechanism: Mechanism
) -> None:
    device = Device(tmp_path / "device", mechanisms)
    monkeypatch.setenv("SOFTHSM2_CONF", str(device.conf))
    device.plug([Made(kind=kind)])
    with TokenSigner(only(), PIN, NOW) as signer:
        assert signer.mechanism is mechanism
        assert openssl_says(tmp_path, only(), mechanism, signer.sign(DATA)) == "Verified OK"


def test_a_key_that_asks_for_the_pin_each_time_signs_twice(device: Device, tmp_path: Path) -> None:
    device.plug([Made(on_token={"always_authenticate": True})])
    with TokenSigner(only(), PIN, NOW) as signer:
        for signature in (signer.sign(DATA), signer.sign(DATA)):
            assert openssl_says(tmp_path, only(), Mechanism.RSA_PSS, signature) == "Verified OK"


def test_a_certificate_without_its_key_is_told(device: Device) -> None:
    device.plug([Made(has_key=False)])
    assert refused(only()) == "token.no_key"


def test_a_certificate_nobody_can_read_hides_no_other(device: Device) -> None:
    broken = Made()
    broken.der = broken.der[:300] + b"\0" * (len(broken.der) - 300)
    device.plug([Made()])
    token = only().token
    found = tokens._sorted([(token, [broken.der, b"", only().der])], NOW)
    assert [each.use for each in found.certificates] == [Use.USABLE, Use.OTHER, Use.OTHER]


def test_names_that_would_turn_the_line_or_command_a_terminal_are_cleaned(device: Device) -> None:
    device.plug([Made(name="Bình \u202egnục\x1b[31m <b>R&D</b>")])
    assert only().name == "Bình gnục [31m <b>R&D</b>"


def test_closing_twice_is_nothing(device: Device) -> None:
    device.plug([Made()])
    signer = TokenSigner(only(), PIN, NOW)
    signer.close()
    signer.close()
    with pytest.raises(AppError) as told:
        signer.sign(DATA)
    assert told.value.code == "token.removed"
