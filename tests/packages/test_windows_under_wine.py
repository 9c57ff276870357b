"""The Windows packages at work on a wine computer whose user has a Vietnamese name."""

import io
import os
import subprocess
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from app import VERSION
from tests.packages.wine.building import ROOT, contents, installer
from tests.packages.wine.computer import Computer
from tests.packages.wine.seeing import BUTTON, LEAD, photographed, pictured
from tests.packages.wine.talking import begun, child, here, shell

pytestmark = pytest.mark.packages

CLASSES = "Software\\Classes"
TOO_OLD = 4
OK, ENTER = "1", "13"  # IDOK, VK_RETURN
NEEDED = "Thước Số cần Windows 10 (từ bản 1809) hoặc Windows 11, loại 64 bit."
REFUSAL = (
    f"{NEEDED} Máy này không đáp ứng nên chưa cài được; trên máy không có gì thay đổi.",
    "Hãy dùng máy khác, hoặc nhờ người phụ trách máy tính nâng cấp Windows.\n",
    "Thước Số needs Windows 10 (1809 or later) or Windows 11, 64-bit.",
    "Use another computer, or ask whoever looks after this one to upgrade Windows.\n",
)
NOT_OPENED = (
    f"{NEEDED} Máy này dùng Windows cũ hơn nên chưa mở được; dữ liệu không bị ảnh hưởng.",
    "Hãy dùng máy khác, hoặc nhờ người phụ trách máy tính nâng cấp Windows.\n",
    "Windows 10 (1809 or later) or Windows 11, 64-bit, is needed.\n",
)
UNINSTALL = "Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\ThuocSo"


@pytest.fixture(scope="module")
def installed(computer: Computer) -> Computer:
    """With the program on it, installed silently as a person may without rights."""
    done = computer.run(installer(), "/S", timeout=900)
    assert done.returncode == 0, done.stderr
    computer.make_runnable(computer.installed)
    return computer


# Installing --------------------------------------------------------------------------------------------------------


def test_it_installs_for_one_person_without_rights(installed: Computer) -> None:
    program = str(installed.path(installed.installed))
    assert {"thuocso.exe", "thuocso-cli.exe", "runtime", "licences", "uninstall.exe"} <= {
        path.name for path in installed.installed.iterdir()
    }
    assert not (installed.installed / "thuocso-portable.txt").exists()
    menu = installed.local.parent / "Roaming/Microsoft/Windows/Start Menu/Programs/Thước Số.lnk"
    assert menu.is_file()
    assert installed.registry(UNINSTALL, "DisplayVersion") == VERSION
    assert installed.registry(UNINSTALL, "InstallLocation").casefold() == program.casefold()


def test_bundles_open_with_it(installed: Computer) -> None:
    kind = installed.registry(f"{CLASSES}\\.thuocso")
    assert kind == "ThuocSo.Goi"
    assert installed.registry(f"{CLASSES}\\{kind}") == "Gói hồ sơ Thước Số"
    opened = installed.registry(f"{CLASSES}\\{kind}\\shell\\open\\command")
    program = installed.path(installed.installed / "thuocso.exe")
    assert opened.casefold() == f'"{program}" "%1"'.casefold()


def test_the_shell_tells_its_version_and_speaks_utf8(installed: Computer) -> None:
    told = installed.run(installed.installed / "thuocso-cli.exe", "--version")
    assert told.stdout.strip() == f"thuocso-cli {VERSION}"
    assert "Cách dùng" in installed.run(installed.installed / "thuocso-cli.exe", "--help").stdout


# At work -----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def campaign(installed: Computer) -> Path:
    """A whole campaign, played there to the end."""
    out = installed.drive / "Đợt đánh giá năm 2026"
    made = shell(installed, installed.installed, "demo", "--out", installed.path(out), timeout=2_400)
    assert (made.agencies, made.registered, made.receipts) == (12, 12, 12)
    return out


def test_what_windows_made_holds_here(campaign: Path) -> None:
    bundles = sorted(campaign.glob("bundles/*/*.thuocso"))
    assert len(bundles) > 50
    for bundle in (bundles[0], bundles[-1], *sorted(campaign.glob("bundles/4-*/*.thuocso"))[:2]):
        assert here("bundle", "verify", bundle).lights["integrity"] == "VALID", bundle.name


def test_openssl_finds_its_seals_sound(campaign: Path, tmp_path: Path) -> None:
    bundle = sorted(campaign.glob("bundles/5-*/*.thuocso"))[0]
    with zipfile.ZipFile(bundle) as archive:
        archive.extractall(tmp_path)
    signature, manifest = tmp_path / "META-INF/signature001.p7s", tmp_path / "META-INF/ASiCManifest001.xml"
    pem = subprocess.run(
        ["openssl", "pkcs7", "-inform", "DER", "-in", signature, "-print_certs"], capture_output=True, check=True
    ).stdout
    (tmp_path / "sealer.pem").write_bytes(pem)
    command = ["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", signature, "-content", manifest]
    command += ["-CAfile", tmp_path / "sealer.pem", "-partial_chain", "-purpose", "any", "-out", os.devnull, "-cades"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert "CAdES Verification successful" in done.stderr


def test_what_linux_made_holds_there_and_what_is_broken_is_found(installed: Computer) -> None:
    """One of each by the shell; `test_windows_own_tests` reads every file of the folder."""
    kept = ROOT / "tests" / "data" / "bundles"
    for kind, verdict in (("valid", "VALID"), ("invalid", "INVALID")):
        bundle = sorted((kept / kind).glob("*.thuocso"))[-1]
        found = shell(installed, installed.installed, "bundle", "verify", installed.path(bundle))
        assert found.lights["integrity"] == verdict, bundle.name


def test_a_picture_of_evidence_is_made_in_a_process_of_its_own(installed: Computer, tmp_path: Path) -> None:
    photo = tmp_path / "Ảnh hội nghị.jpg"
    Image.new("RGB", (640, 480), LEAD).save(photo)
    for program in ("thuocso.exe", "thuocso-cli.exe"):
        with child(installed, installed.installed / program, "preview") as preview:
            told = preview.call("picture", 60, path=installed.path(photo), kind="jpg", page=1, side=160)
        picture = Image.open(io.BytesIO(told["png"]))
        assert picture.size == (160, 120)


def test_the_window_comes_and_is_drawn(installed: Computer, tmp_path: Path) -> None:
    with installed.window(installed.installed / "thuocso.exe"):
        picture = photographed(installed, "windows-start", tmp_path)
    assert picture.size == (1366, 768)
    assert len(picture.getcolors(2**24)) > 200  # letters with smooth edges, not an empty frame
    log = (installed.local / "ThuocSo" / "thuocso.log").read_text("utf-8")
    assert "ERROR" not in log


def test_a_bundle_opened_in_windows_comes_to_the_window_that_is_there(installed: Computer, tmp_path: Path) -> None:
    """The second start by the file's kind; Enter takes the campaign for the one commune of its list."""
    received = installed.drive / "Gói nhận được"
    made = begun(tmp_path)
    here("campaign", "export", "--to", received, "--data", made.data, "--passphrase-file", made.secret)
    (bundle,) = received.iterdir()
    installed.show_own_kinds()
    with installed.window(installed.installed / "thuocso.exe"):
        first = photographed(installed, "windows-first", tmp_path)
        there = installed.running("thuocso.exe")
        second = installed.run("start", "/wait", installed.path(bundle))
        assert second.returncode == 0
        assert len(there) == 1
        assert installed.running("thuocso.exe") == there
        photographed(installed, "windows-handed-over", tmp_path, after=first, least=BUTTON)
        installed.press("key", ENTER)
        installed.read(f"{made.agency} · Thước Số")
    listed = shell(installed, installed.installed, "campaign", "list").parts
    assert [(part["title"], part["name"]) for part in listed] == [(made.title, made.agency)]


# Refusing, taking away ---------------------------------------------------------------------------------------------


def test_it_does_not_install_over_an_open_program(installed: Computer, tmp_path: Path) -> None:
    library = installed.installed / "runtime" / "python313.dll"
    with installed.window(installed.installed / "thuocso.exe"):
        photographed(installed, "windows-open", tmp_path)
        done = installed.run(installer(), "/S", timeout=900)
        assert done.returncode == 5
        assert library.is_file()


@pytest.mark.parametrize("version", ["win7", "win81", "17134"])
def test_an_old_windows_is_told_what_is_needed(computer: Computer, version: str, tmp_path: Path) -> None:
    folder = computer.drive / version
    folder.mkdir()
    for name in ("thuocso-cli.exe", "thuocso.exe"):
        (folder / name).write_bytes(contents()[name])
    computer.pretend(version)
    try:
        refused = computer.run(installer(), "/S", f"/D={computer.path(folder)}\\here", timeout=300)
        told = computer.run(folder / "thuocso-cli.exe", "--version")
        for program, words in ((installer(), REFUSAL), (folder / "thuocso.exe", NOT_OPENED)):
            with computer.window(program) as shown:
                said = computer.read("Windows 10")
                pictured(computer, f"windows-{version}-{program.stem}", tmp_path)
                computer.press("button", OK)
                assert shown.wait(120) == TOO_OLD
            assert [sentence for sentence in words if sentence not in said] == []
    finally:
        computer.pretend("win10")
    assert refused.returncode == TOO_OLD
    assert not (folder / "here").exists()
    assert told.returncode == TOO_OLD
    assert [sentence for sentence in NOT_OPENED if sentence not in told.stderr] == []


def test_a_program_without_its_folder_says_so(computer: Computer) -> None:
    alone = computer.drive / "thuocso-cli.exe"
    alone.write_bytes(contents()["thuocso-cli.exe"])
    told = computer.run(alone, "--version")
    assert (told.returncode, told.stdout) == (4, "")
    assert "sao chép lại cả thư mục" in told.stderr


def test_taking_it_away_leaves_the_data(installed: Computer) -> None:
    data = installed.local / "ThuocSo" / "evidence" / "mine.txt"
    data.parent.mkdir(parents=True, exist_ok=True)
    data.write_text("của tôi", "utf-8")
    (installed.installed / "mscms.dll").unlink()
    assert installed.run(installed.installed / "uninstall.exe", "/S").returncode == 0
    installed.settle()  # the uninstaller goes on as a copy of itself
    assert not installed.installed.exists()
    assert data.read_text("utf-8") == "của tôi"
    assert installed.registry(UNINSTALL, "DisplayVersion") is None
    assert installed.registry(f"{CLASSES}\\.thuocso") is None
