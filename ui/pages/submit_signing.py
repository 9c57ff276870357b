"""The step between freezing and sealing: who signs the report, here or on another computer, or in ink."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.bundles.people.signers import Signer
from app.domain.campaign import Demand
from app.errors import AppError
from app.operations.commune import assessing, submitting
from app.operations.trust import signing
from app.operations.trust.signing import AGENCY, LEADER, Mark, Papers, TakenBack
from app.operations.workspace import Workspace
from ui import language, tokens
from ui.context import Context
from ui.dialogs.dialog import ask
from ui.dialogs.sign_here import SignHere, Way
from ui.dialogs.sign_other import OtherSigner
from ui.notices import Act, Notice, sentence_for
from ui.widgets.boxes import Part, fill, row
from ui.widgets.button import Button
from ui.widgets.drop_zone import DropZone
from ui.widgets.flow import flow
from ui.widgets.icon import Icon
from ui.widgets.text import Label

FIELDS = (LEADER, AGENCY)


class Due(NamedTuple):
    """What the main button does next: its words, its icon, the act."""

    words: str
    icon: str
    act: Callable[[], object]


BY_KEY = (Demand.LEADER, Demand.LEADER_AND_AGENCY)


class Signing(QObject):
    """What a person does with the paper; it outlives the step that shows it."""

    printing = Signal()  # the report is to be saved for the printer

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._page = context, window

    @property
    def _window(self) -> QWidget:
        return self._page.window()

    def due(self, papers: Papers | None) -> Due | None:
        """The signature or the scan that the campaign asks for next; None when nothing is missing."""
        if papers is None or not papers.missing:
            return None
        if "wet_signed" in papers.missing:
            words = QCoreApplication.translate("SigningPanel", "Attach the signed scan")
            return Due(words, "image", self.ask_scan)
        words = QCoreApplication.translate("SigningPanel", "Sign on this computer")
        return Due(words, "file-pen-line", partial(self.ask_here, papers))

    # Signing here ------------------------------------------------------------------------------------------------

    def ask_here(self, papers: Papers) -> None:
        """Who signs, and with what."""
        pictures = {field: signing.picture(self._context.workspace, self._context.part_id, field) for field in FIELDS}
        dialog = SignHere(papers, pictures, self._window)
        dialog.picture_chosen.connect(self._keep_picture)
        dialog.accepted.connect(lambda: self._on_chosen(dialog))
        dialog.open()

    def _keep_picture(self, field: str, path: object) -> None:
        self._context.run(signing.keep_picture, self._context.part_id, field, path)

    def _on_chosen(self, dialog: SignHere) -> None:
        if dialog.way() is Way.TOKEN:
            self.ask_token(dialog.field(), dialog.told())
        else:
            self.sign_with_file(dialog.field(), *dialog.file())

    def ask_token(self, field: str, told: str) -> None:
        """The signing device: its certificates and the PIN."""
        from ui.dialogs.token import TokenDialog

        opened, part = self._context.workspace, self._context.part_id
        papers = signing.papers(opened, part)
        prefer = papers.signer if papers is not None and field == LEADER else assessing.view(opened, part).part.name
        dialog = TokenDialog(self._context, told, partial(_sign, part, field), self._window, prefer=prefer)
        dialog.signed.connect(lambda _: self._on_signed(None))
        dialog.elsewhere.connect(self.ask_hand_out)
        dialog.open()

    def sign_with_file(self, field: str, path: Path, password: str) -> None:
        """Signs with the key of a PKCS#12 file; a wrong password offers the dialog again."""
        self._context.run(
            signing.sign_with_file,
            self._context.part_id,
            field,
            path,
            password,
            title=self.tr("Signing the report"),
            on_done=self._on_signed,
            on_failed=self._on_not_signed,
        )

    def _on_signed(self, _: object) -> None:
        self._context.changed.emit(frozenset({"assessment"}))
        self._context.notices.good(
            self.tr("The report was signed. The certificate was valid at the time; whether it was revoked since "
                    "is looked up by whoever receives the file.")
        )  # fmt: skip

    def _on_not_signed(self, error: AppError) -> None:
        away = Act(self.tr("Save PDF to sign elsewhere"), self.ask_hand_out)
        again = Act(self.tr("Sign again"), self._ask_again)
        self._context.notices.error(error, again, away)

    def _ask_again(self) -> None:
        papers = signing.papers(self._context.workspace, self._context.part_id)
        if papers is not None and papers.is_open:
            self.ask_here(papers)

    # Elsewhere ---------------------------------------------------------------------------------------------------

    def ask_hand_out(self) -> None:
        """Where the PDF goes that is signed on another computer."""
        opened, part = self._context.workspace, self._context.part_id
        seen, revision = assessing.view(opened, part), submitting.revisions(opened, part)[0]
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._window, self.tr("Save PDF to sign elsewhere"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("PDF (*.pdf)")])
        dialog.selectFile(signing.suggested_name(seen, revision))
        dialog.fileSelected.connect(lambda name: self.hand_out(Path(name)))
        dialog.open()

    def hand_out(self, target: Path) -> None:
        """Writes the PDF, and says what to do with it."""
        self._context.run(
            signing.hand_out, self._context.part_id, target,
            title=self.tr("Saving the report"), on_done=self._on_handed_out,
        )  # fmt: skip

    def _on_handed_out(self, path: Path) -> None:
        words = self.tr(
            "Saved: {name}. Have it signed in any signing program, then load the signed file here, "
            "whatever it is called by then."
        )
        self._context.notices.good(words.format(name=path.name))

    def ask_take_back(self) -> None:
        """Which files came back."""
        dialog = QFileDialog(self._window, self.tr("Load the signed PDF"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([self.tr("PDF (*.pdf)"), self.tr("All files (*)")])
        dialog.filesSelected.connect(lambda names: self.take_back([Path(name) for name in names]))
        dialog.open()

    def take_back(self, paths: Sequence[Path]) -> None:
        """Looks which of the files is the signed report, and keeps it."""
        self._context.run(
            signing.take_back,
            self._context.part_id,
            list(paths),
            title=self.tr("Checking the signed PDF"),
            on_done=self._on_taken,
            on_failed=self._on_not_taken,
        )

    def _on_taken(self, taken: TakenBack) -> None:
        names = ", ".join(mark.name for mark in taken.marks)
        words = self.tr("The signed report was loaded: %n signature(s), {names}.", "", len(taken.marks))
        if taken.is_known:
            words = self.tr("This very file is here already: %n signature(s), {names}.", "", len(taken.marks))
        if taken.is_rewritten:
            words += " " + self.tr(
                "The other program wrote the whole file anew; its pages were compared with the frozen report."
            )
        reasons = [each for each in taken.people.reasons if each.code != "signed_pdf.rewritten"]  # told already
        found = [sentence_for(AppError(each.code, **each.values)) for each in reasons]
        details = (*found, *(f"{name}: {sentence_for(error)}" for name, error in taken.refused))
        tone = "warn" if found else "good"
        self._context.notices.show(Notice(words.format(names=names), tone, details, lasting=bool(found)))

    def _on_not_taken(self, error: AppError) -> None:
        acts = [Act(self.tr("Choose another file"), self.ask_take_back)]
        if error.code == "signed_pdf.no_manifest":
            acts.append(Act(self.tr("Attach the signed scan"), self.ask_scan))
        self._context.notices.error(error, *acts)

    # Ink -----------------------------------------------------------------------------------------------------------

    def ask_scan(self) -> None:
        """Which file is the scan of the signed print."""
        dialog = QFileDialog(self._window, self.tr("Attach the signed scan"))
        dialog.setNameFilters([self.tr("Scan (*.pdf *.jpg *.jpeg *.png)")])
        dialog.fileSelected.connect(lambda name: self.attach_scan(Path(name)))
        dialog.open()

    def attach_scan(self, path: Path) -> None:
        """Keeps the scan beside the report."""
        words = self.tr("The scan of the signed print was attached: {name}.").format(name=path.name)
        self._context.run(
            signing.attach_scan, self._context.part_id, path, on_done=lambda _: self._context.notices.good(words)
        )

    # The way back ----------------------------------------------------------------------------------------------------

    def ask_drop(self, *, scan: bool = False) -> None:
        """Sets the signed report or the scan aside."""
        words = (
            self.tr("The scan is taken out of the submission. The report and its signatures stay.")
            if scan
            else self.tr("The signatures are taken off: the report is again as it was frozen, and can be signed anew.")
        )
        title = self.tr("Take the scan out") if scan else self.tr("Set the signed report aside")
        dialog = ask(self._window, title, words, title, self.tr("Not now"), "undo-2")
        dialog.accepted.connect(lambda: self._context.run(_drop, self._context.part_id, scan))

    def ask_other_signer(self, papers: Papers) -> None:
        """Makes the report out for another person."""
        seen = assessing.view(self._context.workspace, self._context.part_id)
        dialog = OtherSigner(seen, papers.signer, papers.title, self._window)
        dialog.accepted.connect(
            lambda: self._context.run(
                signing.change_signer, self._context.part_id, *dialog.values(), title=self.tr("Making the report")
            )
        )
        dialog.open()


def _sign(part_id: str, field: str, workspace: Workspace, signer: Signer) -> object:
    return signing.sign(workspace, part_id, field, signer)


def _drop(workspace: Workspace, part_id: str, scan: bool) -> object:
    return signing.drop(workspace, part_id, scan=scan)


def missing_sentence(papers: Papers | None) -> str:
    """What the campaign asks for and is not there, as a sentence; "" when nothing is missing."""
    if papers is None or not papers.missing:
        return ""
    words = {
        "leader": QCoreApplication.translate("SigningPanel", "the digital signature of the leader"),
        "agency": QCoreApplication.translate("SigningPanel", "the digital signature of the agency"),
        "wet_signed": QCoreApplication.translate("SigningPanel", "the scan of the report signed and sealed on paper"),
    }
    told = QCoreApplication.translate("SigningPanel", "This campaign asks for what is not there yet: {what}.")
    return told.format(what=", ".join(words[each] for each in papers.missing))


class SigningPanel(QWidget):
    """What is asked for, what is there, and what can be done about it."""

    def __init__(self, acts: Signing, papers: Papers) -> None:
        super().__init__()
        self.setObjectName("signing")
        self._acts, self._papers = acts, papers
        parts: list[Part] = [*self._people(), *self._scan()]
        parts += self._offers() if papers.is_open else [flow(self._print("plain"))]
        fill(QVBoxLayout(self), parts, gap=tokens.NEAR)

    # What is there -----------------------------------------------------------------------------------------------

    def _people(self) -> list[Part]:
        papers = self._papers
        if papers.demand not in BY_KEY and not papers.marks:
            return []
        lines: list[Part] = [self._signed(mark) for mark in papers.marks[:-1]]
        lines += [self._signed(mark, self._way_back(scan=False)) for mark in papers.marks[-1:]]
        if "leader" in papers.missing:
            who = ", ".join(each for each in (papers.signer, papers.title) if each)
            lines.append(self._lacking(self.tr("Leader: {who}").format(who=who), self._other_signer()))
        if "agency" in papers.missing:
            lines.append(self._lacking(self.tr("Agency, signed by the clerk")))
        return lines

    def _signed(self, mark: Mark, *more: Part) -> QWidget:
        when = language.moment_text(datetime.fromisoformat(mark.at)) if mark.at else self.tr("time unknown")
        words = self.tr("{name} · signed {moment} (by the signer's clock)").format(name=mark.name, moment=when)
        return self._there("file-pen-line", words, *more)

    def _there(self, icon: str, words: str, *more: Part) -> QWidget:
        told = Label(words, weight="medium", wrap=True, selectable=True)
        return row(Icon(icon, "lead"), (told, 1), *more, gap=8)

    def _way_back(self, *, scan: bool) -> QWidget | int:
        if not self._papers.is_open:
            return 0
        words = self.tr("Take it out…") if scan else self.tr("Set aside…")
        name = "drop-scan" if scan else "drop-signed"
        return self._button(name, words, "link", "", partial(self._acts.ask_drop, scan=scan))

    def _lacking(self, words: str, *more: Part) -> QWidget:
        return self._awaited(self.tr("{who} · not signed yet").format(who=words), *more)

    def _awaited(self, words: str, *more: Part) -> QWidget:
        return row(Icon("circle", "ink-soft"), (Label(words, tone="ink-soft", wrap=True), 1), *more, gap=8)

    def _other_signer(self) -> QWidget | int:
        if not self._papers.is_open or self._papers.marks:
            return 0
        return self._button("other-signer", self.tr("Another signer…"), "link", "", self._ask_other)

    def _ask_other(self) -> None:
        self._acts.ask_other_signer(self._papers)

    def _scan(self) -> list[Part]:
        papers = self._papers
        if papers.scan:
            words = self.tr("Scan of the print signed in ink: attached ({kind})").format(kind=papers.scan.upper())
            return [self._there("image", words, self._way_back(scan=True))]
        if "wet_signed" in papers.missing:
            words = self.tr("Scan of the report signed and sealed on paper · not attached yet")
            return [self._awaited(words)]
        return []

    # What can be done ----------------------------------------------------------------------------------------------

    def _offers(self) -> list[Part]:
        papers, acts = self._papers, self._acts
        look = "plain" if papers.demand in BY_KEY or papers.marks else "quiet"
        sign = self._button("sign-here", self.tr("Sign on this computer"), look, "file-pen-line", self._sign_here)
        out = self._button("hand-out", self.tr("Save PDF to sign elsewhere"), look, "file-down", acts.ask_hand_out)
        back = self._button("take-back", self.tr("Load the signed PDF"), look, "file-up", acts.ask_take_back)
        ink = "plain" if papers.demand is Demand.WET_SIGNED else "quiet"
        paper = self._print(ink)
        scan = self._button("scan", self.tr("Attach the signed scan"), ink, "image", acts.ask_scan)
        here = (sign,) if len(papers.marks) < len(FIELDS) else ()
        by_key, by_ink = flow(*here, out, back), flow(paper, scan)
        parts: list[Part] = [by_ink, by_key] if papers.demand is Demand.WET_SIGNED else [by_key, by_ink]
        if papers.demand in BY_KEY and papers.missing:
            parts.insert(1, self._drop_zone())
        return parts

    def _print(self, look: str) -> Button:
        words = self.tr("Save the report and open it")
        return self._button("print", words, look, "printer", self._acts.printing.emit)

    def _drop_zone(self) -> DropZone:
        zone = DropZone(self.tr("Drop the signed PDF here, whatever it is called, or click to choose it"))
        zone.setObjectName("signed-zone")
        zone.dropped.connect(self._acts.take_back)
        zone.asked.connect(self._acts.ask_take_back)
        return zone

    def _sign_here(self) -> None:
        self._acts.ask_here(self._papers)

    def _button(self, name: str, words: str, look: str, icon: str, act: object) -> Button:
        button = Button(words, look, icon)
        button.setObjectName(name)
        button.clicked.connect(lambda: act())  # type: ignore[operator]
        return button
