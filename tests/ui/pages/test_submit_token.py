"""The commune's page signs the frozen report with a real device: leader and agency, one after the other."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.operations.trust import signing
from app.operations.trust.signing import AGENCY, LEADER
from tests.app.helpers.devices import PIN, Device, Made
from ui.dialogs.token import PinEntry, TokenDialog
from ui.scenes.commune_loop import clock
from ui.widgets.button import Button

SEAL = "Ủy ban nhân dân Xã Hòa Bình"


@pytest.fixture
def device(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Device:
    made = Device(tmp_path / "device")
    monkeypatch.setenv("SOFTHSM2_CONF", str(made.conf))
    period = {"first": clock() - timedelta(days=50), "last": clock() + timedelta(days=50)}
    made.plug([Made(name=SEAL, kind="p256", **period), Made(name="Lê Văn Bình", **period)])
    return made


def sign(house, qtbot, field: str) -> str:
    """The name on the certificate that was offered first; it signs."""
    house.page._signing.ask_token(field, "Báo cáo, bản chốt số 1")
    asked = next(each for each in QApplication.topLevelWidgets() if isinstance(each, TokenDialog) and each.isVisible())
    house.wait(qtbot)
    offered = asked._chosen().name
    QTest.keyClicks(asked.findChild(PinEntry, "pin"), PIN)
    asked.findChild(Button, "act").click()
    house.wait(qtbot)
    return offered


@pytest.mark.usefixtures("device")
def test_leader_and_agency_sign_on_this_computer(house, qtbot):
    opened = house("frozen", "submit")
    signer = signing.papers(opened.workspace, opened.part).signer
    assert (sign(opened, qtbot, LEADER), sign(opened, qtbot, AGENCY)) == (signer, SEAL)
    papers = signing.papers(opened.workspace, opened.part)
    assert [(mark.field, mark.name) for mark in papers.marks] == [(LEADER, signer), (AGENCY, SEAL)]
