"""A file was handed over: what it is decides which part it concerns and which page shows it."""

from pathlib import Path
from typing import TYPE_CHECKING

from app.bundles import encryption
from app.bundles.manifest import Kind
from app.bundles.reading import Inspection
from app.errors import AppError
from app.operations import bundling, parts
from app.operations.authority import campaigning, collecting
from app.operations.commune import improving
from app.operations.parts import Part, Role
from ui.dialogs.open_encrypted import OpenEncryptedDialog
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
    elif encryption.is_encrypted(path) and not parts.everything(window.context.workspace):
        from ui.recovering import Recovering

        Recovering(window.context, window).look([path])  # nothing here can open it but a copy of the own key
    elif encryption.is_encrypted(path):
        _ask_passphrase(session, window, path)
    else:
        _lead(session, window, path, bundling.inspect(path))


def _ask_passphrase(session: "Session", window: MainWindow, path: Path) -> None:
    """An encrypted file, whatever it holds: its cover is taken off with our key, then it goes the way of its kind."""
    context = window.context
    dialog = OpenEncryptedDialog([path], window)

    def open_it() -> None:
        passphrase = dialog.passphrase()

        def lead(claimed: Inspection) -> None:
            try:
                _lead(session, window, path, claimed, passphrase)
            except AppError as error:
                tell(context, error, path, window)

        context.read(
            bundling.inspect_opened, path, passphrase, title=_title(window, "look"), on_done=lead, on_failed=failed
        )

    def failed(error: AppError) -> None:
        context.notices.error(error)
        if error.code == "passphrase.wrong":
            _ask_passphrase(session, window, path)

    dialog.accepted.connect(open_it)
    dialog.open()


def _lead(session: "Session", window: MainWindow, path: Path, claimed: Inspection, passphrase: str = "") -> None:
    if claimed.envelope is None:
        reason = claimed.reason
        raise AppError(
            reason.code if reason is not None else "bundle.not_a_bundle", **(reason.values if reason else {})
        )
    kind = claimed.envelope.kind
    if kind is Kind.CAMPAIGN:
        _offer(session, window, path)
    elif kind in (Kind.SUBMISSION, Kind.REGISTRATION):
        named = claimed.envelope.campaign
        is_submission = kind is Kind.SUBMISSION
        _take_in(session, window, path, named.id, named.title, passphrase, is_submission=is_submission)
    elif kind in (Kind.FEEDBACK, Kind.RESULT, Kind.RECEIPT):
        _bring(session, window, path, passphrase)
    else:
        raise AppError("bundle.kind_reserved", kind=kind.value)


def _offer(session: "Session", window: MainWindow, path: Path) -> None:
    """A campaign: says whose it is and asks which agency of its list works here."""
    context = window.context

    def show(offer: campaigning.Offer) -> None:
        if session.switcher.home is not None and not offer.campaign.is_sample:
            session.switcher.go_home(lambda: session.open_file(path))  # real work never lies with the sample
            return
        if offer.objection is not None:
            accept(offer.known.agency if offer.known is not None else "")  # kept and refused, with its reason
            return
        dialog = TakePartDialog(offer, window)
        dialog.accepted.connect(lambda: accept(dialog.agency_code()))
        dialog.open()

    def accept(code: str) -> None:
        title = _title(window, "take")
        context.run(campaigning.accept, path, code, title=title, on_done=lambda part: session.choose(part.id))

    context.read(campaigning.look, path, on_done=show, title=_title(window, "look"))


def _take_in(
    session: "Session", window: MainWindow, path: Path, campaign: str, title: str, passphrase: str, *,
    is_submission: bool,
) -> None:  # fmt: skip
    known = parts.everything(window.context.workspace)
    own = next((part for part in known if part.role is Role.AUTHORITY and part.campaign.id == campaign), None)
    if own is None and is_submission and not any(part.role is Role.AUTHORITY for part in known):
        from ui.recovering import Recovering

        if session.switcher.home is not None:  # real work never lies with the sample
            session.switcher.go_home(lambda: session.open_file(path))
            return
        Recovering(window.context, window).look([path], passphrase)  # at a commune it can only be its own, sent earlier
        return
    if own is None:
        raise AppError("bundle.other_campaign", campaign=one_line(title))
    _turn_to(session, window, own)

    def shown(drop: collecting.Drop) -> None:
        registered = [item.agency for item in drop.files if item.outcome is collecting.Outcome.REGISTERED]
        if registered:
            session.show("registry", registered[0])
        else:
            session.show("collecting", drop)

    window.context.run(
        collecting.import_paths, own.id, [path], passphrase=passphrase, title=_title(window, "collect"), on_done=shown
    )


def _bring(session: "Session", window: MainWindow, path: Path, passphrase: str) -> None:
    def shown(brought: improving.Brought) -> None:
        _turn_to(session, window, brought.part)
        if brought.waits is not None:
            session.show("overview")  # where the key is compared and accepted
            window.context.notices.error(brought.waits)
        elif brought.kind is Kind.RECEIPT or brought.is_return:
            session.show("submit", brought)
        else:
            session.show("result", brought)

    window.context.run(
        improving.receive, path, passphrase=passphrase, title=_title(window, "bring"), on_done=shown,
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
