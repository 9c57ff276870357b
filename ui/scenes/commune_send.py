"""The commune's pages from evidence to result, settings and help, drawn in the frame with the sample's figures."""

import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from app.bundles.people import appearance
from app.domain.campaign import Demand
from app.errors import AppError
from app.operations.commune import assessing
from app.operations.trust import signing
from app.operations.workspace import Workspace
from ui import preferences
from ui.context import Context
from ui.dialogs.dialog import Dialog
from ui.main_window import MainWindow
from ui.pages import COMMUNE
from ui.scenes.commune_loop import clock, loop
from ui.scenes.signed_papers import ask_for, attach_scan, hand, sign_as
from ui.session import Session

_opened: list[Workspace] = []


def window(stage: str, page: str, prepare: Callable[[Any], object] | None = None) -> MainWindow:
    """The window on a copy of that stage's folder, with that one page; the folder opened before is closed."""
    while _opened:
        _opened.pop().close()
    told = loop()
    scratch = Path(tempfile.mkdtemp(prefix="thuocso-scene-"))
    _opened.append(told.opened(stage, scratch))
    context = Context(_opened[0], preferences.stored(scratch))
    context.part_id = told.part
    shown = MainWindow(context, ())
    shown.set_pages(COMMUNE, page)
    Session(shown).refresh()
    if prepare is not None:
        prepare(shown.page())
    return shown


def _page(stage: str, page: str, prepare: Callable[[Any], object] | None = None) -> Callable[[], QWidget]:
    return lambda: window(stage, page, prepare)


def _freeze() -> QWidget:
    """The leader confirms."""
    from ui.dialogs.freeze import DEPUTY, FreezeDialog

    shown = window("half", "submit")
    seen = assessing.view(shown.context.workspace, shown.context.part_id)
    return FreezeDialog(seen, "Lê Văn Bình", DEPUTY, None)


def _seal(*, is_new: bool) -> Callable[[], QWidget]:
    from ui.dialogs.passphrase import SealDialog

    name = "XaHoaBinh_DotDanhGiaNam2026_Lan1_Ban1.thuocso"
    return lambda: SealDialog(name, 3_400_000, None, None, is_new=is_new)


def _accept() -> QWidget:
    from ui.dialogs.key import AcceptKeyDialog

    return AcceptKeyDialog("Ủy ban nhân dân tỉnh Hải Giang", "60429 17358 92014 55570 31886 70245", None)


def _wrong_passphrase() -> QWidget:
    shown = window("frozen", "submit")
    shown.page()._on_not_written(Path(), AppError("passphrase.wrong"))  # type: ignore[union-attr]
    return shown


def _late() -> QWidget:
    """The day after the deadline: a warning, nothing is refused."""
    shown = window("frozen", "submit")
    shown.context.workspace.clock = lambda: clock() + timedelta(days=20)
    page = shown.page()
    assert page is not None
    page.refresh()
    return shown


def _demanded(demand: Demand, *acts: Callable[[Workspace, str], object]) -> Callable[[], QWidget]:
    """The page where a campaign asks for signatures, after these acts on the frozen revision."""

    def prepare(page: Any) -> None:
        opened, part = page.context.workspace, page.context.part_id
        ask_for(opened, part, demand)
        for act in acts:
            act(opened, part)
        page.refresh()

    return lambda: window("frozen", "submit", prepare)


def _papers(demand: Demand) -> signing.Papers:
    shown = window("frozen", "submit")
    opened, part = shown.context.workspace, shown.context.part_id
    ask_for(opened, part, demand)
    found = signing.papers(opened, part)
    assert found is not None
    return found


def _sign_here() -> QWidget:
    """The dialog with a certificate file chosen and a picture kept."""
    from ui.dialogs.sign_here import SignHere, Way

    picture = appearance.tidy_image(hand())
    dialog = SignHere(_papers(Demand.LEADER), {signing.LEADER: picture, signing.AGENCY: b""}, None)
    dialog.choose_way(Way.FILE)
    dialog.choose_file(Path("LeVanBinh-2026.p12"))
    return dialog


def _sign_with_device() -> QWidget:
    from ui.dialogs.sign_here import SignHere

    return SignHere(_papers(Demand.LEADER_AND_AGENCY), {}, None)


def _other_signer() -> QWidget:
    from ui.dialogs.sign_other import OtherSigner

    shown = window("frozen", "submit")
    seen = assessing.view(shown.context.workspace, shown.context.part_id)
    return OtherSigner(seen, "Trần Thị Bình", "Phó Chủ tịch", None)


def _not_taken() -> QWidget:
    """A printed copy came back."""
    shown = _demanded(Demand.LEADER)()
    error = AppError("signed_pdf.no_manifest", file="quét.pdf", number=1)
    shown.page()._signing._on_not_taken(error)  # type: ignore[attr-defined]
    return shown


def _seal_unsigned() -> QWidget:
    shown = _demanded(Demand.LEADER_AND_AGENCY)()
    shown.page()._ask_seal()  # type: ignore[attr-defined]
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, Dialog) and each.isVisible())


SCENES: dict[str, Callable[[], QWidget]] = {
    "evidence": _page("half", "evidence"),
    "evidence-empty": _page("begun", "evidence"),
    "check": _page("half", "check"),
    "check-round2": _page("feedback", "check"),
    "check-good": _page("ready", "check"),
    "submit-draft": _page("half", "submit"),
    "submit-contested": _page("feedback", "submit"),
    "submit-frozen": _page("frozen", "submit"),
    "submit-exported": _page("exported", "submit"),
    "submit-received": _page("received", "submit"),
    "result-empty": _page("begun", "result"),
    "result-feedback": _page("feedback", "result"),
    "result-answered": _page("round2", "result"),
    "result": _page("result", "result"),
    "result-ranking": _page("result", "result", lambda page: page.show_part("ranking")),
    "submit-late": _late,
    "submit-wrong": _wrong_passphrase,
    "submit-to-sign": _demanded(Demand.LEADER_AND_AGENCY),
    "submit-signed": _demanded(Demand.LEADER_AND_AGENCY, sign_as(signing.LEADER)),
    "submit-signed-by-all": _demanded(
        Demand.LEADER_AND_AGENCY, sign_as(signing.LEADER), sign_as(signing.AGENCY, "UBND xã Hòa Bình")
    ),
    "submit-ink": _demanded(Demand.WET_SIGNED),
    "submit-ink-scanned": _demanded(Demand.WET_SIGNED, attach_scan),
    "submit-not-taken": _not_taken,
    "dialog-sign-here": _sign_here,
    "dialog-sign-device": _sign_with_device,
    "dialog-other-signer": _other_signer,
    "dialog-seal-unsigned": _seal_unsigned,
    "dialog-freeze": _freeze,
    "dialog-seal-new": _seal(is_new=True),
    "dialog-seal": _seal(is_new=False),
    "dialog-accept-key": _accept,
    "settings": _page("exported", "settings"),
    "help": _page("begun", "help"),
    "help-place": _page("begun", "help", lambda page: page.show_place("submit")),
    "result-changed": _page("result", "result", lambda page: page.show_part("changed")),
}
