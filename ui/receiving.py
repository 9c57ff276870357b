"""A file was handed over: what it is decides which part it concerns and which page shows it."""

from pathlib import Path
from typing import TYPE_CHECKING

from app.bundles.manifest import Kind
from app.errors import AppError
from app.operations import bundling, campaigning, collecting, improving, parts
from app.operations.parts import Part, Role
from ui.dialogs.take_part import TakePartDialog
from ui.dialogs.verification import show_file, tell
from ui.main_window import MainWindow
from ui.widgets.text import one_line

if TYPE_CHECKING:
    from ui.session import Session


def receive(session: "Session", window: MainWindow, path: Path) -> None:
    """Leads a file to its operation; raises `AppError` for what is no usable bundle."""
    if path.suffix.lower() == ".pdf":
        show_file(window.context, path, window)
        return
    claimed = bundling.inspect(path)
    if claimed.envelope is None:
        reason = claimed.reason
        raise AppError(
            reason.code if reason is not None else "bundle.not_a_bundle", **(reason.values if reason else {})
        )
    kind = claimed.envelope.kind
    if kind is Kind.CAMPAIGN:
        _offer(session, window, path)
    elif kind in (Kind.SUBMISSION, Kind.REGISTRATION):
        _take_in(session, window, path, claimed.envelope.campaign.id, claimed.envelope.campaign.title)
    elif kind in (Kind.FEEDBACK, Kind.RESULT, Kind.RECEIPT):
        _bring(session, window, path)
    else:
        raise AppError("bundle.kind_reserved", kind=kind.value)


def _offer(session: "Session", window: MainWindow, path: Path) -> None:
    """A campaign: says whose it is and asks which agency of its list works here."""
    context = window.context

    def show(offer: campaigning.Offer) -> None:
        dialog = TakePartDialog(offer, window)
        dialog.accepted.connect(lambda: accept(dialog.agency_code()))
        dialog.open()

    def accept(code: str) -> None:
        title = _title(window, "take")
        context.run(campaigning.accept, path, code, title=title, on_done=lambda part: session.choose(part.id))

    context.read(campaigning.look, path, on_done=show, title=_title(window, "look"))


def _take_in(session: "Session", window: MainWindow, path: Path, campaign: str, title: str) -> None:
    known = parts.everything(window.context.workspace)
    own = next((part for part in known if part.role is Role.AUTHORITY and part.campaign.id == campaign), None)
    if own is None:
        raise AppError("bundle.other_campaign", campaign=one_line(title))
    _turn_to(session, window, own)

    def shown(drop: collecting.Drop) -> None:
        registered = [item.agency for item in drop.files if item.outcome is collecting.Outcome.REGISTERED]
        if registered:
            session.show("registry", registered[0])
        else:
            session.show("collecting", drop)

    window.context.run(collecting.import_paths, own.id, [path], title=_title(window, "collect"), on_done=shown)


def _bring(session: "Session", window: MainWindow, path: Path) -> None:
    def shown(brought: improving.Brought) -> None:
        _turn_to(session, window, brought.part)
        if brought.kind is Kind.RECEIPT or brought.is_return:
            session.show("submit", brought)
        else:
            session.show("result", brought)

    window.context.run(
        improving.receive, path, title=_title(window, "bring"), on_done=shown,
        on_failed=lambda error: tell(window.context, error, path, window),
    )  # fmt: skip


def _turn_to(session: "Session", window: MainWindow, part: Part) -> None:
    if window.context.part_id != part.id:
        session.choose(part.id)


def _title(window: MainWindow, which: str) -> str:
    """What the progress bar says."""
    return {
        "look": window.tr("Checking the file"),
        "take": window.tr("Taking up the campaign"),
        "collect": window.tr("Taking submissions in"),
        "bring": window.tr("Loading the file"),
    }[which]
