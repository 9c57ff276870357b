"""A campaign file given to the window: whose it is, and a stranger's that changes nothing."""

import dataclasses
import json
import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.bundles.keys import make_seal_key
from app.bundles.manifest import Role
from app.bundles.writing import write_bundle
from app.operations import bundling, parts
from app.operations.trust import trusting
from tests.app.bundles.forging import page
from ui.context import Context
from ui.dialogs.take_part import TakePartDialog
from ui.main_window import MainWindow
from ui.scenes.commune_loop import loop
from ui.session import Session


@pytest.fixture
def session(qtbot, tmp_path: Path, preferences):
    """A commune that has accepted its authority's key."""
    context = Context(loop().opened("received", tmp_path), preferences)
    (seen,) = (key for key in trusting.seen_keys(context.workspace) if key.role == "authority")
    trusting.accept_key(context.workspace, seen.agency, seen.role, seen.spki, "công văn 112")
    window = MainWindow(context, ())
    qtbot.addWidget(window)
    made = Session(window)
    made.begin()
    window.show()
    yield made
    context.close()
    context.workspace.close()


def offered() -> TakePartDialog | None:
    found = (each for each in QApplication.topLevelWidgets() if isinstance(each, TakePartDialog))
    return next((each for each in found if each.isVisible()), None)


def test_a_strangers_next_revision_opens_no_dialog_and_is_told_loudly(session, qtbot, tmp_path: Path):
    context = session.parent().context
    campaign = next(loop().folders["received"].parents[1].glob("GoiTrienKhai_*.thuocso"))
    envelope = bundling.inspect(campaign).envelope
    with zipfile.ZipFile(campaign) as archive:
        sets, content = archive.read("framework.json"), json.loads(archive.read("content.json"))
    content["campaign"]["revision"] = 9
    named = dataclasses.replace(envelope.campaign, revision=9)
    key = make_seal_key(envelope.sender.code, "Kẻ lạ", Role.AUTHORITY)
    made = dataclasses.replace(envelope, id="ee" * 16, campaign=named)
    path = tmp_path / "giả.thuocso"
    write_bundle(path, made, sets, content, (), lambda _: page("x"), key)
    before = parts.everything(context.workspace)
    context.file_asked.emit(path)
    qtbot.waitUntil(lambda: any(key.check_code in each.text for each in context.notices.waiting()), timeout=20_000)
    assert offered() is None
    assert parts.everything(context.workspace) == before
    context.file_asked.emit(campaign)
    qtbot.waitUntil(lambda: offered() is not None, timeout=20_000)
