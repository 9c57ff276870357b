"""Drivers that crash, hang, lock or lie: one sentence each, one attempt per click, and the program goes on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.bundles.people.signers import Mechanism
from app.errors import AppError
from app.helpers.child import Child
from app.operations.trust import tokens
from app.operations.trust.tokens import Certificate, PinState, TokenSigner
from tests.app.helpers.devices import MODULE, NOW, PIN, Device, Driver, Made
from tests.app.helpers.test_token import DATA, only, openssl_says, refused

WRONG = "So-PIN-9999"


@pytest.fixture
def plugged(device: Device) -> Device:
    device.plug([Made()])
    return device


def seen_of(pid: int | None, name: str) -> str:
    """What the system tells of a process; to anybody but root it tells less of one that hides its memory."""
    try:
        return Path(f"/proc/{pid}/{name}").read_text("utf-8", "replace")
    except PermissionError:
        return ""


@pytest.mark.usefixtures("plugged")
def test_one_click_is_one_attempt(tmp_path: Path) -> None:
    driver = Driver(tmp_path)
    chosen = only(driver.path)
    assert refused(chosen, WRONG) == "token.pin_wrong_low"
    assert driver.logins == "w"
    with TokenSigner(only(driver.path), PIN, NOW) as signer:
        assert signer.sign(DATA)
        assert signer.sign(DATA)
    assert driver.logins == "wr"


@pytest.mark.usefixtures("plugged")
def test_the_token_says_that_it_is_about_to_be_locked_and_then_is(tmp_path: Path) -> None:
    driver = Driver(tmp_path, "LOCK_AFTER=3")
    told = []
    for _ in range(3):
        chosen = only(driver.path)
        told.append((chosen.token.pin, refused(chosen, WRONG)))
    assert told == [
        (PinState.OK, "token.pin_wrong_low"),
        (PinState.LOW, "token.pin_wrong_last"),
        (PinState.LAST, "token.locked"),
    ]
    assert only(driver.path).token.pin is PinState.LOCKED
    assert refused(only(driver.path)) == "token.locked"
    assert refused(chosen) == "token.locked"  # chosen before it was locked
    assert driver.logins == "www"


@pytest.mark.usefixtures("plugged")
def test_a_pad_on_the_device_is_given_no_pin(tmp_path: Path) -> None:
    driver = Driver(tmp_path, f'PAD="{PIN}"')
    chosen = only(driver.path)
    assert not chosen.token.asks_pin
    with TokenSigner(chosen, "", NOW) as signer:
        assert signer.sign(DATA)
    with TokenSigner(chosen, WRONG, NOW) as signer:
        assert signer.sign(DATA)


@pytest.mark.usefixtures("plugged")
def test_pss_that_fails_only_when_it_is_used_is_found_out_before(tmp_path: Path) -> None:
    chosen = only(Driver(tmp_path, "PSS_FAILS").path)
    with TokenSigner(chosen, PIN, NOW) as signer:
        assert signer.mechanism is Mechanism.RSA_PKCS1
        assert openssl_says(tmp_path, chosen, signer.mechanism, signer.sign(DATA)) == "Verified OK"


@pytest.mark.usefixtures("plugged")
def test_a_signature_that_does_not_fit_is_not_given_out(tmp_path: Path) -> None:
    chosen = only(Driver(tmp_path, "WRONG_SIGNATURE").path)
    with TokenSigner(chosen, PIN, NOW) as signer, pytest.raises(AppError) as told:
        signer.sign(DATA)
    assert (told.value.code, told.value.details) == ("token.wrong_signature", {"name": "Lê Văn Bình"})


@pytest.mark.usefixtures("plugged")
@pytest.mark.parametrize("fault", ["CRASH_AT_START", "HANG"])
def test_a_driver_that_crashes_or_hangs_is_one_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    monkeypatch.setattr(tokens, "LOOKING", 1)
    with pytest.raises(AppError) as told:
        tokens.certificates(NOW, Driver(tmp_path, fault).path)
    assert told.value.code == {"CRASH_AT_START": "token.driver_failed", "HANG": "token.too_slow"}[fault]
    assert only().name == "Lê Văn Bình"


@pytest.mark.usefixtures("plugged")
def test_a_driver_that_hangs_at_the_login_is_one_error_and_one_attempt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = Driver(tmp_path, "HANG_AT_LOGIN")
    chosen = only(driver.path)
    monkeypatch.setattr(tokens, "SIGNING", 5)
    assert refused(chosen) == "token.too_slow"
    assert driver.logins == "r"
    monkeypatch.setattr(tokens, "SIGNING", 120)
    with TokenSigner(only(), PIN, NOW) as signer:
        assert signer.sign(DATA)


@pytest.mark.usefixtures("plugged")
def test_a_driver_that_hangs_while_it_signs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with TokenSigner(only(Driver(tmp_path, "HANG_AT_SIGN=3").path), PIN, NOW) as signer:
        assert signer.sign(DATA)
        monkeypatch.setattr(tokens, "SIGNING", 1)
        with pytest.raises(AppError) as told:
            signer.sign(DATA)
        assert (told.value.code, told.value.details) == ("token.too_slow", {"seconds": 1})
        assert signer._child.pid is None
        monkeypatch.setattr(tokens, "SIGNING", 60)
        with pytest.raises(AppError, match=r"token\.removed"):  # nobody logs in again without a PIN
            signer.sign(DATA)


@pytest.mark.usefixtures("plugged")
@pytest.mark.parametrize(
    ("answer", "code"),
    [("0xA3", "token.pin_expired"), ("0x102", "token.pin_not_set")],  # CKR_PIN_EXPIRED, CKR_USER_PIN_NOT_INITIALIZED
)
def test_a_pin_that_must_be_changed_or_was_never_set_is_told(tmp_path: Path, answer: str, code: str) -> None:
    driver = Driver(tmp_path, f"LOGIN_ANSWERS={answer}")
    assert refused(only(driver.path)) == code
    assert driver.logins == "r"


@pytest.mark.usefixtures("plugged")
def test_a_token_whose_first_pin_must_be_changed_says_so(tmp_path: Path) -> None:
    assert not only().token.must_change
    assert only(Driver(tmp_path, "MUST_CHANGE").path).token.must_change


@pytest.mark.usefixtures("plugged")
def test_a_driver_in_trouble_hides_no_other(tmp_path: Path) -> None:
    found = tokens.look(NOW, Driver(tmp_path, "CRASH_AT_START").path)
    assert [each.name for each in found.usable] == ["Lê Văn Bình"]
    assert [error.code for error in found.troubles] == ["token.driver_failed"]
    assert tokens.look(NOW, tmp_path / "gone.so").troubles == ()


@pytest.mark.usefixtures("plugged")
def test_whatever_a_driver_answers_when_its_token_is_pulled_out_it_is_told_as_that(tmp_path: Path) -> None:
    with TokenSigner(only(Driver(tmp_path, "PULLED=3").path), PIN, NOW) as signer:
        assert signer.sign(DATA)
        with pytest.raises(AppError) as told:
            signer.sign(DATA)
    assert told.value.code == "token.removed"


@pytest.mark.usefixtures("plugged")
def test_a_driver_that_shares_its_login_signs(tmp_path: Path) -> None:
    with TokenSigner(only(Driver(tmp_path, "SHARED_LOGIN").path), PIN, NOW) as signer:
        assert signer.sign(DATA)


@pytest.mark.usefixtures("plugged")
def test_a_driver_that_crashes_while_it_signs_is_one_error(tmp_path: Path) -> None:
    assert refused(only(Driver(tmp_path, "CRASH_AT_SIGN").path)) == "token.driver_failed"


@pytest.mark.parametrize("content", [b"", b"MZ", b"\x7fELF\x02", b"C_GetFunctionList", b"\x7fELF" + bytes(500)])
def test_a_file_that_is_no_driver_is_not_loaded(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "giả.so").write_bytes(content)
    with pytest.raises(AppError) as told:
        tokens.certificates(NOW, tmp_path / "giả.so")
    assert (told.value.code, told.value.details) == ("token.not_a_driver", {"file": "giả.so"})


def test_a_library_that_only_names_the_entry_cannot_be_loaded(tmp_path: Path) -> None:
    source, library = tmp_path / "empty.c", tmp_path / "empty.so"
    source.write_text('const char *name = "C_GetFunctionList";')
    subprocess.run(["gcc", "-shared", "-fPIC", "-nostdlib", "-o", str(library), str(source)], check=True)
    with pytest.raises(AppError) as told:
        tokens.certificates(NOW, library)
    assert told.value.code == "token.driver_not_loaded"


def test_the_pin_is_in_no_argument_no_environment_and_no_log(
    plugged: Device, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(0)
    chosen = only()
    with Child("token", tokens._ENVIRONMENT) as child:
        given = {"module": str(MODULE), "serial": chosen.token.serial, "label": chosen.token.label}
        for pin in (WRONG, PIN):
            code = ""
            try:
                child.call("open", 60, **given, certificate=chosen.der, pin=pin)
            except AppError as error:
                code = str(error)
            told = "".join(seen_of(child.pid, name) for name in ("cmdline", "environ"))
            assert "--helper" in told
            seen = told + code + child.log + caplog.text + "".join(capfd.readouterr())
            assert pin not in seen
        child.call("close", 60)
    assert [name for name in os.environ if PIN in os.environ[name]] == []
    written = [path for path in plugged.conf.parent.rglob("*") if path.is_file()]
    assert [path for path in written if PIN.encode() in path.read_bytes()] == []


def test_a_bug_in_the_child_does_not_tell_the_pin(plugged: Device) -> None:
    chosen: Certificate = only()
    with Child("token", tokens._ENVIRONMENT) as child:
        with pytest.raises(AppError, match=r"helper\.died"):
            child.call("open", 60, module=str(MODULE), serial=chosen.token.serial, label=None, pin=PIN, wrong=PIN)
        child.close()
        assert "TypeError" in child.log
        assert PIN not in child.log


def test_the_child_loads_neither_qt_nor_the_database(plugged: Device) -> None:
    program = (
        "import sys; from app.helpers import serving, token; pipes = serving.own_pipes()\n"
        "serving.serve({**token.METHODS, 'modules': lambda: sorted(sys.modules)}, *pipes)"
    )
    with Child("", tokens._ENVIRONMENT, [sys.executable, "-P", "-c", program]) as child:
        assert child.call("tokens", 60, module=str(MODULE))[0]["label"] == "Ky so xa Hoa Binh"
        loaded = {name.partition(".")[0] for name in child.call("modules", 60)}
    assert "pkcs11" in loaded
    assert not {"PySide6", "sqlite3", "peewee", "pyhanko"} & loaded
