"""``thuocso-cli token`` and ``signature make`` on a SoftHSM token; the PIN comes by standard input alone."""

import json
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.app.cli.calling import Desk, Ran, shell, validator
from tests.app.cli.playing import begun
from tests.app.helpers.devices import MODULE, PIN, Device, Made

TODAY = datetime.now(UTC)
GOOD = {"first": TODAY - timedelta(days=9), "last": TODAY + timedelta(days=9)}


@pytest.fixture
def device(tmp_path: Path) -> Device:
    return Device(tmp_path / "device")


def calls(device: Device, *arguments: str, typed: str = "", code: int = 0) -> Ran:
    ran = shell(*arguments, env={"SOFTHSM2_CONF": str(device.conf)}, input=typed.encode())
    assert ran.code == code, ran.out + ran.err
    assert PIN not in ran.out + ran.err
    if "--json" in arguments:
        validator("error" if code else " ".join(arguments[:2])).validate(ran.json)
    return ran


def test_drivers_are_listed(device: Device) -> None:
    told = calls(device, "token", "list", "--json").json["drivers"]
    assert {"path": str(MODULE), "maker": "SoftHSM", "fit": "fits"} in told
    assert "SoftHSM" in calls(device, "token", "list").out


def test_certificates_are_listed_and_those_that_cannot_sign_counted(device: Device) -> None:
    device.plug([Made(**GOOD), Made(name="Trần Thị Hoa", last=TODAY - timedelta(days=1))])
    told = calls(device, "token", "certificates", "--json").json
    assert ([each["name"] for each in told["certificates"]], told["hidden"]) == (["Lê Văn Bình"], 1)
    told = calls(device, "token", "certificates", "--all", "--module", str(MODULE), "--json").json
    assert [each["use"] for each in told["certificates"]] == ["usable", "expired"]
    read = calls(device, "token", "certificates").out
    assert "Lê Văn Bình" in read
    assert "--all" in read


def test_a_trial_signature_says_how_the_device_signs(device: Device) -> None:
    device.plug([Made(**GOOD)])
    told = calls(device, "token", "try", "--pin-stdin", "--json", typed=PIN + "\n").json
    assert (told["name"], told["mechanism"]) == ("Lê Văn Bình", "rsassa_pss")
    assert "rsassa_pss" in calls(device, "token", "try", "--pin-stdin", typed=PIN).out


def test_of_several_certificates_one_has_to_be_named(device: Device) -> None:
    device.plug([Made(**GOOD), Made(name="Trần Thị Hoa", kind="p256", **GOOD)])
    listed = calls(device, "token", "certificates", "--json").json["certificates"]
    serial = next(each["serial"] for each in listed if each["name"] == "Trần Thị Hoa")
    calls(device, "token", "try", "--pin-stdin", typed=PIN, code=2)
    told = calls(device, "token", "try", "--pin-stdin", "--serial", serial, "--json", typed=PIN).json
    assert told["mechanism"] == "ecdsa"
    assert calls(device, "token", "try", "--serial", "ff", "--pin-stdin", "--json", typed=PIN, code=1).json["error"][
        "code"
    ] == ("token.no_certificate")


@pytest.mark.parametrize(
    ("typed", "code"), [("", "token.pin_empty"), ("\n", "token.pin_empty"), ("sai-2468\n", "token.pin_wrong_low")]
)
def test_a_pin_that_is_not_right_is_refused(device: Device, typed: str, code: str) -> None:
    device.plug([Made(**GOOD)])
    ran = calls(device, "token", "try", "--pin-stdin", "--json", typed=typed, code=1)
    assert json.loads(ran.out)["error"]["code"] == code


def test_without_the_pin_there_is_a_hint(device: Device) -> None:
    device.plug([Made(**GOOD)])
    assert "--pin-stdin" in calls(device, "token", "try", code=2).err


def test_no_device_is_told(device: Device) -> None:
    assert calls(device, "token", "certificates", "--json", code=1).json["error"]["code"] == "token.not_found"


LEADER, SEAL = "Nguyễn Văn An", "Ủy ban nhân dân xã Hòa Bình"


def test_the_report_is_signed_with_a_token_for_leader_and_agency(
    device: Device, tmp_path: Path, desk: Callable[[str], Desk]
) -> None:
    device.plug([Made(name=LEADER, kind="p256", **GOOD), Made(name=SEAL, **GOOD)])
    listed = calls(device, "token", "certificates", "--json").json["certificates"]
    serials = {each["name"]: each["serial"] for each in listed}
    commune = begun(tmp_path, desk).commune
    commune.does("submission", "freeze", "--leader", LEADER, "--title", "Chủ tịch")
    make = ("signature", "make", "--data", commune.folder, "--pin-stdin", "--serial")

    refused = calls(device, *make, serials[LEADER], "--json", typed="sai-2468\n", code=1).json["error"]
    assert refused["code"] == "token.pin_wrong_low"
    assert refused["message"].startswith("Mã PIN chưa đúng, chưa ký nội dung nào.")
    assert commune.does("signature", "show")["marks"] == []
    assert "--serial" in calls(device, *make[:-1], typed=PIN, code=2).err

    told = calls(device, *make, serials[LEADER], "--json", typed=PIN + "\n").json
    assert (told["state"], [mark["name"] for mark in told["marks"]]) == ("signed_by_leader", [LEADER])
    told = calls(device, *make, serials[SEAL], "--role", "agency", "--json", typed=PIN + "\n").json
    assert (told["state"], [mark["name"] for mark in told["marks"]]) == ("signed_by_agency", [LEADER, SEAL])

    report = commune.does("submission", "report", tmp_path / "báo cáo.pdf")["path"]
    done = subprocess.run(["pdfsig", report], capture_output=True, text=True, check=False)
    assert done.stdout.count("Signature is Valid.") == 2
    assert all(f"Signer Certificate Common Name: {name}" in done.stdout for name in (LEADER, SEAL))
