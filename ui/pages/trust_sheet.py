"""Where one believes: issuers of certificates, lists of revoked ones, and the people accepted so far."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.errors import Several
from app.operations import parts
from app.operations.trust import certifying
from app.operations.trust.certifying import MAX_GRACE, Issuer, KeptSigner, ListShown, Loaded
from ui import language, tokens
from ui.context import Context
from ui.dialogs.note import NoteDialog
from ui.pages.authority_kit import ask_several, fact_line, moment
from ui.widgets.badge import Badge
from ui.widgets.boxes import Part, column, empty, fill, row, rule
from ui.widgets.button import Button
from ui.widgets.drop_zone import DropZone
from ui.widgets.field import Field
from ui.widgets.icon import Icon
from ui.widgets.number_entry import NumberEntry
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label

KINDS = "*.cer *.crt *.pem *.p7b *.p7c *.crl *.der"


class TrustSheet(Sheet):
    """Files are loaded by choosing or dropping several at once; refused ones are named one by one."""

    def __init__(self, context: Context) -> None:
        super().__init__(gap=tokens.FIELD)
        self.context = context

    def look_again(self) -> None:
        """Reads everything anew."""
        layout = self.column()
        margins = layout.contentsMargins()
        empty(layout)
        kept = (margins.left(), margins.top(), margins.right(), margins.bottom())
        fill(layout, self._parts(), layout.spacing(), kept)

    def _parts(self) -> list[Part]:
        opened = self.context.workspace
        issuers, lists = certifying.issuers(opened), certifying.revocation_lists(opened)
        head = row(Icon("shield-check", "lead", 20), Label(self.tr("Issuers of certificates"), "section",
                                                           weight="bold"), None, gap=8)  # fmt: skip
        told = self.tr(
            "Signatures are judged with these files alone, without any network. Take them from the issuer's site."
        )
        zone = DropZone(self.tr("Drop certificates and revocation lists here, several at once, or choose them"))
        zone.setObjectName("trust-zone")
        zone.dropped.connect(self.load)
        zone.asked.connect(self._ask_files)
        found: list[Part] = [self._issuer(each) for each in issuers]
        if not issuers:
            found.append(Label(self.tr("None yet: no signature can be confirmed before one is loaded."),
                               tone="ink-soft", wrap=True))  # fmt: skip
        newest = [each for each in lists if each.is_newest]
        return [
            head,
            Label(told, "hint", "ink-soft", wrap=True),
            zone,
            *found,
            Label(self.tr("Lists of revoked certificates"), weight="medium"),
            *(self._list(each) for each in newest),
            *self._lacking(issuers, newest),
            self._grace(),
            rule(),
            Label(self.tr("Accepted signers"), weight="medium"),
            *self._signers(),
        ]

    # Issuers and lists -------------------------------------------------------------------------------------------

    def _issuer(self, each: Issuer) -> QWidget:
        period = self.tr("{first} to {last}").format(
            first=language.date_text(each.not_before.date()), last=language.date_text(each.not_after.date())
        )
        above = "" if each.is_root else self.tr("under {issuer}").format(issuer=common_name(each.issuer))
        told = " · ".join(part for part in (period, above) if part)
        words = column(Label(common_name(each.subject), weight="medium", wrap=True, selectable=True),
                       Label(told, "hint", "ink-soft", wrap=True), gap=0)  # fmt: skip
        away = Button("", "quiet", "trash-2", tip=self.tr("No longer believe {name}").format(
            name=common_name(each.subject)))  # fmt: skip
        away.setObjectName(f"remove-{each.digest[:8]}")
        away.clicked.connect(partial(self._ask_remove, each))
        over = Badge("triangle-alert", self.tr("Has ended"), "warn")
        return row((words, 1), *([over] if each.is_over else []), away, gap=8)

    def _list(self, each: ListShown) -> QWidget:
        this = language.date_text(each.this_update.date())
        until = language.date_text(each.next_update.date()) if each.next_update else "–"
        words = self.tr("made {this}, good through {until}").format(this=this, until=until)
        if each.is_stale:
            words = self.tr("a new list is needed, this one ran until {until}").format(until=until)
        tone = "warn" if each.is_stale else "ink-soft"
        told = column(
            Label(common_name(each.issuer), weight="medium", wrap=True), Label(words, "hint", tone, wrap=True), gap=0
        )
        return fact_line("triangle-alert" if each.is_stale else "circle-check", "warn" if each.is_stale else "good",
                         told, 16)  # fmt: skip

    def _lacking(self, issuers: Sequence[Issuer], lists: Sequence[ListShown]) -> list[Part]:
        """Issuers of whom there is no list at all."""
        have = {each.issuer for each in lists}
        without = [common_name(each.subject) for each in issuers if each.subject not in have]
        if not without:
            return []
        told = self.tr("No list yet from: {names}. Whether their certificates were revoked cannot be told.")
        return [fact_line("triangle-alert", "warn", Label(told.format(names=", ".join(without)), wrap=True), 16)]

    def _grace(self) -> QWidget:
        self._days = NumberEntry(self.tr("Days a list still counts"), self.tr("days"), width=80, decimals=0)
        self._days.setObjectName("grace")
        self._days.set_value(str(certifying.grace_days(self.context.workspace)))
        self._days.committed.connect(lambda _: self._set_grace())
        return Field(
            self.tr("A list still counts after its day for"),
            row(self._days, None),
            self.tr("0 to {most} days; said with every finding that rests on it.").format(most=MAX_GRACE),
        )

    def _set_grace(self) -> None:
        days = self._days.value()
        if days is not None and days.isdigit():
            self.context.run(certifying.set_grace_days, int(days))

    def _ask_files(self) -> None:
        kinds = (self.tr("Certificates and lists ({kinds})").format(kinds=KINDS),)
        ask_several(self, self.tr("Load certificates and lists"), kinds, self.load)

    def load(self, paths: Sequence[Path]) -> None:
        """Takes in several files; one that cannot be read stops no other."""
        self.context.run(certifying.load, list(paths), title=self.tr("Loading certificates"), on_done=self._on_loaded)

    def _on_loaded(self, done: Loaded) -> None:
        if done.refused:
            self.context.notices.error(Several("trust.refused", list(done.refused)))
        words = self.tr("%n certificate(s) loaded", "", done.certificates)
        words += ", " + self.tr("%n list(s)", "", done.lists)
        if done.known:
            words += "; " + self.tr("%n were here already", "", done.known)
        if done.certificates or done.lists or not done.refused:
            again = self.tr("Earlier findings stay; check a file again to judge it with these.")
            self.context.notices.good(f"{words}. {again}")

    def _ask_remove(self, each: Issuer) -> None:
        title = self.tr("No longer believe {name}").format(name=common_name(each.subject))
        told = self.tr("Signatures under this issuer are no longer confirmed. Earlier findings stay as they are.")
        self._ask_reason(title, told, self.tr("Remove the issuer"), partial(self.remove, each.digest))

    def remove(self, digest: str, reason: str) -> None:
        """Takes an issuer out, for a reason that is journalled."""
        self.context.run(certifying.remove_issuer, digest, reason)

    # Signers -----------------------------------------------------------------------------------------------------

    def _signers(self) -> list[Part]:
        known = parts.everything(self.context.workspace)
        names = {agency.code: agency.name for part in known for agency in part.campaign.agencies}
        names |= {part.campaign.authority.code: part.campaign.authority.name for part in known}
        found = certifying.signers(self.context.workspace)
        if not found:
            return [Label(self.tr("Nobody yet. Signers are accepted where the verification of a file is shown."),
                          tone="ink-soft", wrap=True)]  # fmt: skip
        return [self._signer(each, names) for each in sorted(found, key=lambda each: each.valid_to is not None)]

    def _signer(self, each: KeptSigner, names: dict[str, str]) -> QWidget:
        role = self.tr("leader") if each.role == "leader" else self.tr("agency")
        of = self.tr("{role} of {agency}").format(role=role, agency=names.get(each.agency, each.agency))
        told = self.tr("since {moment} · {how}").format(moment=moment(each.valid_from), how=each.how)
        if each.valid_to:
            told += " · " + self.tr("ended {moment}: {reason}").format(moment=moment(each.valid_to), reason=each.reason)
        if each.by:
            told += f" · {each.by}"
        words = column(Label(f"{common_name(each.subject)} · {of}", weight="medium", wrap=True),
                       Label(told, "hint", "ink-soft", wrap=True, selectable=True), gap=0)  # fmt: skip
        if each.valid_to:
            return row((words, 1), Badge("history", self.tr("Ended")))
        end = Button(self.tr("End…"), "link")
        end.setObjectName(f"end-{each.id}")
        end.clicked.connect(partial(self._ask_close, each))
        return row((words, 1), end)

    def _ask_close(self, each: KeptSigner) -> None:
        title = self.tr("End the acceptance of {name}").format(name=common_name(each.subject))
        told = self.tr("From now on this signature is confirmed for nobody. Earlier findings stay as they are.")
        self._ask_reason(title, told, self.tr("End the acceptance"), partial(self.close_signer, each.id))

    def close_signer(self, signer: int, reason: str) -> None:
        """Ends the acceptance of a signer, for a reason that is journalled."""
        self.context.run(certifying.close_signer, signer, reason)

    def _ask_reason(self, title: str, told: str, act: str, do: Callable[[str], object]) -> None:
        wanted = self.tr("Write the reason; it is kept in the journal.")
        dialog = NoteDialog(title, told, self.tr("Reason"), act, self.window(), wanted=wanted)
        dialog.accepted.connect(lambda: do(dialog.note()))
        dialog.open()


def common_name(subject: str) -> str:
    """The name inside RFC 4514 text, the whole of it where there is none."""
    for piece in subject.replace("\\,", "\x00").split(","):
        if piece.strip().upper().startswith("CN="):
            return piece.strip()[3:].replace("\x00", ",").replace("\\", "")
    return subject or QCoreApplication.translate("TrustSheet", "without a name")
