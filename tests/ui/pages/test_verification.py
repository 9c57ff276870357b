"""The panel of what was found of a file, where one believes, and evidence that is itself signed."""

import shutil
import subprocess
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog

from app.bundles.people import making
from app.bundles.trust import Light, PeopleRole
from app.operations import folders, parts
from app.operations.authority import collecting
from app.operations.commune import submitting
from app.operations.trust import certifying, signing, verifying
from app.operations.trust.finding_words import people_told
from tests.app.bundles.people import pki
from tests.ui.accessibility import nameless
from tests.ui.pages import collecting_house
from ui.dialogs.dialog import Dialog
from ui.dialogs.note import NoteDialog
from ui.dialogs.verification import VerificationDialog, show_file
from ui.dialogs.verification_signatures import SignatureCard, SignaturesDialog
from ui.pages.collecting import Collecting
from ui.pages.trust_sheet import TrustSheet
from ui.scenes import verification as scenes
from ui.scenes.collecting_world import PASSPHRASE, Clock
from ui.widgets.button import Button
from ui.widgets.lights import Lights
from ui.widgets.number_entry import NumberEntry
from ui.widgets.text import Label
from ui.widgets.text_area import TextArea


@pytest.fixture
def house(tmp_path: Path):
    with collecting_house.opened(tmp_path) as opened:
        yield opened
        for each in QApplication.topLevelWidgets():
            if isinstance(each, Dialog) and each.isVisible():
                each.reject()


def dialog(kind: type[Dialog]) -> Dialog:
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible())


def words(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(Label) if label.isVisibleTo(widget))


def test_the_board_leads_to_what_was_found_and_it_is_found_again_beside_it(house, qtbot, tmp_path: Path) -> None:
    collecting.import_paths(house.workspace, house.part, [house.files["HG01"]])
    page = house.show(qtbot, Collecting(house.context))
    page.show_place("HG01")
    house.wait(qtbot)
    page.findChild(Button, "act-verdict").click()
    house.wait(qtbot)
    panel = dialog(VerificationDialog)
    assert nameless(panel) == []
    assert "chưa ghi nhận" in words(panel) or "đối chiếu mã" in words(panel)
    assert not panel.findChildren(Button, "finding-0")
    panel.findChild(Button, "act").click()
    house.wait(qtbot)
    qtbot.waitUntil(lambda: bool(panel.findChildren(Button, "finding-0")))
    assert len(panel.findChildren(Lights)) >= 2
    assert panel.isVisible()
    panel.rebuild(tmp_path / "đúng tệp.thuocso")
    house.wait(qtbot)
    assert (tmp_path / "đúng tệp.thuocso").read_bytes() == house.files["HG01"].read_bytes()


def test_a_signer_is_accepted_in_the_panel_only_on_a_ground(house, qtbot) -> None:
    found = replace(scenes.findings(scenes.found(scenes.CASES["signer"])), agency="HG01")
    panel = VerificationDialog(house.context, found, None)
    qtbot.addWidget(panel)
    panel.show()
    panel.findChild(Button, "accept-signer").click()
    keep = panel.findChild(Button, "accept-signer-now")
    keep.click()
    house.wait(qtbot)
    assert certifying.signers(house.workspace) == ()
    panel.findChild(TextArea, "signer-how").set_text("Công văn số 12/UBND")
    keep.click()
    house.wait(qtbot)
    (kept,) = certifying.signers(house.workspace)
    assert (kept.agency, kept.role, kept.how) == ("HG01", "leader", "Công văn số 12/UBND")
    assert panel.findChild(Label, "said").isVisibleTo(panel)


@pytest.mark.parametrize(("case", "light"), [(name, people.light) for name, people in scenes.CASES.items()])
def test_every_state_says_its_verdict_and_never_shows_unknown_in_green(qtbot, house, case: str, light: Light) -> None:
    panel = VerificationDialog(house.context, scenes.findings(scenes.found(scenes.CASES[case])), None)
    qtbot.addWidget(panel)
    panel.show()
    look = panel.findChild(object, "verdict").property("look")
    assert look == {Light.VALID: "good", Light.UNKNOWN: "warn", Light.INVALID: "bad"}[light]
    cards = panel.findChildren(SignatureCard)
    assert len(cards) == len(scenes.CASES[case].signatures)
    for card in cards:
        card.show_details(True)
        assert "Đơn vị quản lý" in words(card) or "Unit" in words(card)


def test_a_file_that_is_only_looked_at_keeps_nothing(house, qtbot) -> None:
    page = house.show(qtbot, Collecting(house.context))
    show_file(house.context, house.files["HG03"], page)
    house.wait(qtbot)
    panel = dialog(VerificationDialog)
    assert panel.findChild(object, "verdict").property("look") == "bad"
    assert panel.findChild(Button, "rebuild") is None
    assert verifying.newest(house.workspace, house.part, "submission") is None


def test_issuers_are_loaded_several_at_once_and_refused_ones_are_named(house, qtbot, tmp_path: Path) -> None:
    sheet = TrustSheet(house.context)
    qtbot.addWidget(sheet)
    house.context.changed.connect(lambda _: sheet.look_again())
    sheet.look_again()
    sheet.show()
    files = scenes.trust_files(tmp_path, house.clock())
    (tmp_path / "thư mời.cer").write_text("không phải", "utf-8")
    sheet.load([*files, tmp_path / "thư mời.cer"])
    house.wait(qtbot)
    details = [line for notice in house.context.notices.waiting() for line in notice.details]
    assert any("thư mời.cer" in line for line in details)
    qtbot.waitUntil(lambda: words(sheet).count("CA gốc (ví dụ)") == 2)
    ended = f"{house.clock() - timedelta(days=3):%d/%m/%Y}"
    assert any(line.endswith(ended) for line in words(sheet).splitlines())
    first = certifying.issuers(house.workspace)[0]
    sheet.findChild(Button, f"remove-{first.digest[:8]}").click()
    ask = dialog(NoteDialog)
    ask.accept()
    assert ask.isVisible()
    ask.findChild(TextArea, "note").set_text("không còn dùng")
    ask.accept()
    house.wait(qtbot)
    assert first.digest not in [each.digest for each in certifying.issuers(house.workspace)]
    days = sheet.findChildren(NumberEntry, "grace")[-1]  # the sheet was made anew; what it was may still be there
    days.entry.set_text("7")
    days.committed.emit("7")
    house.wait(qtbot)
    assert certifying.grace_days(house.workspace) == 7


def test_an_accepted_signer_is_ended_with_a_reason(house, qtbot) -> None:
    certifying.accept_signer(house.workspace, "HG01", certifying.PeopleRole.LEADER, "CN=A,C=VN", "Công văn 1")
    sheet = TrustSheet(house.context)
    qtbot.addWidget(sheet)
    sheet.look_again()
    sheet.close_signer(certifying.signers(house.workspace)[0].id, "chuyển công tác")
    house.wait(qtbot)
    assert certifying.signers(house.workspace)[0].valid_to


def test_signed_evidence_shows_its_signatures(qtbot) -> None:
    told = people_told(scenes.CASES["crl"])
    shown = SignaturesDialog("QĐ 15.pdf", told, None)
    qtbot.addWidget(shown)
    shown.show()
    assert "Nguyễn Văn Bình" in words(shown)
    assert shown.findChildren(Button, "accept-signer") == []


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A further revision of HG01 that its leader and the agency signed."""
    world = collecting_house.world()
    folder = tmp_path_factory.mktemp("đã ký") / "Máy của HG01"
    shutil.copytree(world.folder.parent / folder.name, folder)
    paper = folder.parent / "báo cáo.pdf"
    opened = folders.open_workspace(folder, Clock(pki.NOW))
    try:
        part = parts.find(opened).id
        submitting.reopen(opened, part, "Ký số")
        submitting.freeze(opened, part, "Nguyễn Văn An", "Chủ tịch")
        data = signing.hand_out(opened, part, paper).read_bytes()
        for field, who in ((signing.LEADER, "leader"), (signing.AGENCY, "agency")):
            data = making.sign(data, field, pki.people()[who], pki.SIGNED)
        paper.write_bytes(data)
        signing.take_back(opened, part, [paper])
        return submitting.seal_and_export(opened, part, folder.parent, PASSPHRASE).path
    finally:
        opened.close()


@pytest.fixture
def panel(signed: Path, house, qtbot, tmp_path: Path) -> VerificationDialog:
    """What was found of that file by an authority that believes its issuer and both signers."""
    house.clock.now = pki.NOW
    known = {"gốc.cer": pki.ROOT.certificate, "1.crl": pki.crls()[0], "2.crl": pki.crls()[1]}
    for name, data in known.items():
        (tmp_path / name).write_bytes(data)
    certifying.load(house.workspace, [tmp_path / name for name in known])
    for role, who in ((PeopleRole.LEADER, "leader"), (PeopleRole.AGENCY, "agency")):
        certifying.accept_signer(house.workspace, "HG01", role, pki.people()[who].subject, "Công văn 12")
    assert collecting.import_paths(house.workspace, house.part, [signed]).files[0].error is None
    page = house.show(qtbot, Collecting(house.context))
    page.show_place("HG01")
    house.wait(qtbot)
    page.findChild(Button, "act-verdict").click()
    house.wait(qtbot)
    return dialog(VerificationDialog)


ASKED = (
    {
        "Nơi cấp chứng thư": "CA cơ quan nhà nước thử nghiệm",
        "Người ký": "Nguyễn Văn An",
        "Đơn vị quản lý": pki.UNIT,
        "Thời điểm ký (theo máy của người ký)": "09:30 14/11/2026",
        "Toàn vẹn của văn bản": "Không bị sửa sau khi ký",
        "Hiệu lực chứng thư khi ký": "Còn hiệu lực, không bị thu hồi",
        "Thời hạn chứng thư": "01/01/2024 – 01/01/2029",
    },
    {
        "Nơi cấp chứng thư": "CA cơ quan nhà nước thử nghiệm",
        "Người ký": pki.UNIT,
        "Đơn vị quản lý": "Ủy ban nhân dân tỉnh Hải Giang",
        "Thời điểm ký (theo máy của người ký)": "09:30 14/11/2026",
        "Toàn vẹn của văn bản": "Không bị sửa sau khi ký",
        "Hiệu lực chứng thư khi ký": "Còn hiệu lực, không bị thu hồi",
        "Thời hạn chứng thư": "01/01/2024 – 01/01/2029",
    },
)
"""What Thông tư 15/2025/TT-BKHCN asks of each signature, of leader and agency."""


def test_the_panel_shows_of_each_signature_all_that_the_circular_asks(panel: VerificationDialog) -> None:
    cards = panel.findChildren(SignatureCard)
    assert len(cards) == len(ASKED)
    for card, asked in zip(cards, ASKED, strict=True):
        assert not set(asked) & set(words(card).splitlines())
        card.findChild(Button, "signature-details").click()
        shown = words(card).splitlines()
        assert {what: shown[shown.index(what) + 1] for what in asked} == asked


def test_the_sheet_is_printed_from_the_panel(
    panel: VerificationDialog, house, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    panel.findChild(Button, "print").click()
    chooser = panel.findChild(QFileDialog)
    name = Path(chooser.selectedFiles()[0]).name
    assert name.startswith("PhieuKiemTra_XaHoaBinh-DotDanhGiaNam2026-Lan1-Ban")
    chooser.filesSelected.emit([str(tmp_path / name)])
    house.wait(qtbot)
    chooser.reject()
    assert shown == [str(tmp_path / name)]
    assert panel.findChild(Label, "said").text() == f"Đã in phiếu kiểm tra: {name}"
    read = subprocess.run(["pdftotext", tmp_path / name, "-"], capture_output=True, check=True)
    told = " ".join(read.stdout.decode("utf-8").split())
    assert "PHIẾU KIỂM TRA TỆP" in told
    for asked in ASKED:
        for each in (*asked, *asked.values()):
            assert each in told, each
