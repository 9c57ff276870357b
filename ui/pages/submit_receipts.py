"""What became of the file sent: receipts, a return, two versions; and the ways back, each with its reason."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app import wording
from app.domain.numbers import numbers_text
from app.domain.receiving import Place
from app.operations.commune import improving, submitting
from app.operations.commune.assessing import View
from app.operations.commune.improving import Brought, ReturnView
from app.operations.commune.submitting import EXPORTED, FROZEN, RECEIVED, SENT, SUPERSEDED, WITHDRAWN, Revision
from app.operations.trust import acting, receipted, trusting
from app.operations.trust.receipted import Receipt
from ui import language
from ui.context import Context
from ui.dialogs.key import AcceptKeyDialog
from ui.dialogs.note import NoteDialog
from ui.page import Page
from ui.pages.authority_kit import moment
from ui.pages.submit_signing import Due
from ui.pages.submit_steps import Stand, Step
from ui.widgets.boxes import Part, column, row
from ui.widgets.button import Button
from ui.widgets.check_code import in_halves
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label

_SHOWN = 6  # criteria of a return


class Arrival(QObject):
    """`wanted` carries the node of a criterion that somebody wants to see."""

    wanted = Signal(str)

    def __init__(self, page: Page, context: Context) -> None:
        super().__init__(page)
        self._page, self._context = page, context
        self._seen: View | None = None
        self._newest: Revision | None = None
        self._receipts: tuple[Receipt, ...] = ()
        self._confirmed: frozenset[str] = frozenset()
        self._returned: ReturnView | None = None
        self.has_panels = False

    def read(self, seen: View, revisions: tuple[Revision, ...]) -> None:
        """Looks at what came back."""
        self._seen, self._newest = seen, revisions[0] if revisions else None
        self._receipts = receipted.of(self._context.workspace, seen.part.id)
        self._confirmed = acting.confirmed(self._context.workspace, seen.part.id)
        self._returned = improving.returned(self._context.workspace, seen.part.id)

    def tell(self, brought: Brought) -> None:
        """One sentence about a receipt or a return that was just loaded; what it means stands above the steps."""
        if not brought.is_new:
            self._context.notices.good(self.tr("This file was loaded before; nothing has changed."))
        elif brought.is_return:
            self._context.notices.good(self.tr("The return was loaded. What is lacking stands on this page."))
        elif self._own is not None:
            self._context.notices.good(self.tr("The receipt was loaded: the submission is received."))
        else:
            self._context.notices.good(self.tr("The receipt was loaded and kept. What it says stands on this page."))

    @property
    def _own(self) -> Receipt | None:
        """The receipt that acts for the newest revision."""
        digest = self._newest.content_digest if self._newest else None
        return next((each for each in self._receipts if each.acts and each.item.content_digest == digest), None)

    # What stands above the steps -----------------------------------------------------------------------------------

    def panels(self) -> list[QWidget]:
        """What somebody has to know before anything else, the most pressing first."""
        found = [self._return_panel(), self._unaccepted(), self._foreign(), self._earlier(), self._standing()]
        found.append(self._reopened())
        shown = [panel for panel in found if panel is not None]
        self.has_panels = bool(shown)
        return shown

    @property
    def has_news(self) -> bool:
        """Whether the newest revision was sent back, with a day of its own, or a receipt names it: it is not late."""
        digest = self._newest.content_digest if self._newest else None
        return self._returned is not None or any(each.item.content_digest == digest for each in self._receipts)

    def is_confirmed(self, revision: Revision) -> bool:
        """Whether a receipt or an appraisal proves that this revision arrived."""
        return revision.content_digest in self._confirmed

    def _return_panel(self) -> QWidget | None:
        told = self._returned
        if told is None:
            return None
        title = self.tr("Revision {number} was returned for completion").format(number=told.revision)
        parts: list[Part] = [Label(title, "section", weight="bold", wrap=True)]
        parts.append(Label(told.content.note, wrap=True, selectable=True))
        for place, words in told.lacking[:_SHOWN]:
            name = f"{place.node.code} {place.node.title}".strip()
            look = Button(self.tr("Open"), "link")
            look.clicked.connect(lambda _=False, node=place.id: self.wanted.emit(node))
            lines = column(Label(name, weight="medium", wrap=True), Label(words, "hint", wrap=True), gap=0)
            parts.append(row((lines, 1), look))
        more = len(told.lacking) - _SHOWN
        if more > 0:
            parts.append(Label(self.tr("and %n more", "", more), "hint", "ink-soft"))
        until = told.content.deadline
        closing = self.tr("Everything may be changed; it counts as no further round.")
        if until:
            closing += " " + self.tr("Send it again by {day}.").format(day=_day(until))
        parts.append(Label(closing, "hint", "ink-soft", wrap=True))
        return self._panel("returned", *parts)

    def due(self) -> Due | None:
        """A receipt is here whose key is still to be accepted: then nothing comes before that."""
        told = self._doubtful
        if told is None:
            return None
        return Due(self.tr("Compare and accept the key"), "key-round", partial(self._ask_key, told))

    @property
    def _doubtful(self) -> Receipt | None:
        return next((each for each in self._receipts if not each.is_accepted), None)

    def _unaccepted(self) -> QWidget | None:
        told = self._doubtful
        if told is None:
            return None
        words = self.tr(
            "A receipt for revision {number} is here, but the key that sealed it is not accepted yet, so it does not "
            "count. Compare its code with the one in the authority's official letter and accept the key; the receipt "
            "then counts at once, without being loaded again."
        ).format(number=told.number)
        accept = Button(self.tr("Compare and accept the key"), "plain", "key-round")
        accept.setObjectName("accept-key")
        accept.clicked.connect(lambda: self._ask_key(told))
        code = self.tr("Check code of the receipt: {code}").format(code=in_halves(told.check_code))
        return self._panel(
            "unaccepted",
            Label(words, wrap=True),
            Label(code, weight="medium", wrap=True, selectable=True),
            row(accept, None),
        )

    def _foreign(self) -> QWidget | None:
        foreign = (each for each in self._receipts if each.is_accepted and not each.is_ours)
        told = next((each for each in foreign if each.item.place != Place.HISTORY), None)
        if told is None:
            return None
        words = self.tr(
            "The authority received a revision {number} at {moment} that was not exported here: perhaps it was made on "
            "another computer, or this data was restored from an older backup. Nothing has changed here. Call "
            "{contact} to settle which one counts."
        ).format(number=told.number, moment=moment(told.item.received_at), contact=self._contact())
        return self._panel("foreign", Label(words, wrap=True))

    def _earlier(self) -> QWidget | None:
        newest = self._newest
        told = next((each for each in self._receipts if each.acts), None)
        if newest is None or told is None or self._own is not None or told.number >= newest.number:
            return None
        if newest.state not in (EXPORTED, SENT):
            return None
        words = self.tr(
            "Revision {old} was received at {moment}, revision {new} is not received yet. Until it is, revision {old} "
            "counts."
        ).format(old=told.number, new=newest.number, moment=moment(told.item.received_at))
        return self._panel("earlier", Label(words, wrap=True))

    def _standing(self) -> QWidget | None:
        """Where the newest revision stands at the authority, when it is not simply received."""
        own = self._own
        if own is None or own.item.place in (Place.CURRENT, Place.HISTORY):
            return None
        standing = wording.word(f"place.{own.item.place}", language.current())
        words = self.tr("At the authority, as of {moment}: {standing}.").format(
            moment=moment(own.made_at), standing=standing[0].lower() + standing[1:]
        )
        if own.item.reason:
            words += " " + own.item.reason
        return self._panel("standing", Label(words, wrap=True))

    def _reopened(self) -> QWidget | None:
        """The way back from a withdrawal or a reopening, as long as nothing was changed."""
        newest, seen = self._newest, self._seen
        if newest is None or seen is None or not seen.is_draft or seen.round != newest.round:
            return None
        words = {
            WITHDRAWN: self.tr("Revision {number} was withdrawn."),
            SUPERSEDED: self.tr("Revision {number} was reopened and not sent."),
            EXPORTED: self.tr("Revision {number} is being replaced."),
            SENT: self.tr("Revision {number} is being replaced."),
            RECEIVED: self.tr("Revision {number} is being replaced."),
        }.get(newest.state)
        if words is None:
            return None
        told = words + " " + self.tr("As long as no answer and no evidence is changed, this can be taken back.")
        back = Button(self.tr("Let revision {number} stand again").format(number=newest.number), "plain", "undo-2")
        back.setObjectName("close-again")
        part = self._context.part_id
        back.clicked.connect(lambda: self._context.run(submitting.close_again, part))
        panel = self._panel("reopened", Label(told.format(number=newest.number), wrap=True), row(back, None))
        panel.set_look("neutral")
        return panel

    def _panel(self, name: str, *parts: Part) -> Sheet:
        panel = Sheet(*parts, look="warn", gap=8)
        panel.setObjectName(name)
        return panel

    def _contact(self) -> str:
        assert self._seen is not None
        authority = self._seen.part.campaign.authority
        known = (authority.contact.name, authority.contact.telephone)
        return " · ".join(each for each in known if each) or authority.name

    # The last step -------------------------------------------------------------------------------------------------

    def step(self, number: int, stand: Stand) -> Step:
        """Received: by a receipt, by word, or not yet."""
        own, title = self._own, self.tr("Received")
        if own is not None:
            told = self.tr("Received at {moment}, by the receipt made at {made}.").format(
                moment=moment(own.item.received_at), made=moment(own.made_at)
            )
            if own.item.source:
                told += " " + self.tr("Source of the time: {source}.").format(source=own.item.source.rstrip("."))
            return Step(number, title, told, stand, Label(self._lights(own), "hint", "ink-soft", wrap=True))
        if stand is Stand.DONE and self._newest is not None and self.is_confirmed(self._newest):
            return Step(number, title, self.tr("Received: the appraisal of it is here."), stand)
        if stand is Stand.DONE:
            note = self._newest.reason if self._newest else ""
            told = self.tr("Received, as reported: {note}").format(note=note) if note else self.tr("Received.")
            told += " " + self.tr("A receipt loaded later confirms it.")
            return Step(number, title, told, stand)
        told = self.tr(
            "Load the receipt with “Open a file received” as soon as it comes back. Where none comes, note who "
            "confirmed that the file arrived, and when."
        )
        return Step(number, title, told, stand)

    def _lights(self, own: Receipt) -> str:
        pairs = [(self.tr("content"), own.item.integrity), (self.tr("key"), own.item.seal)]
        pairs += [(self.tr("signature"), own.item.people)] if own.item.people else []
        told = "; ".join(f"{name}: {wording.word(light, language.current()).lower()}" for name, light in pairs)
        words = self.tr("Found there: {told}.").format(told=told)
        if own.item.volumes:
            words += " " + self.tr("Evidence volumes received: {got} of {all}.").format(
                got=own.item.volumes_received, all=own.item.volumes
            )
        if own.item.missing_volumes:
            numbers = numbers_text(own.item.missing_volumes)
            words += " " + self.tr("Not there yet: volume {numbers}.").format(numbers=numbers)
        return words

    # Ways back -----------------------------------------------------------------------------------------------------

    def back_words(self, state: str) -> tuple[str, str]:
        """What the way back is called, and its icon."""
        if state == FROZEN:
            return self.tr("Reopen to mend"), "lock-open"
        if self._own is not None:
            return self.tr("Send a replacement"), "refresh-cw"
        return self.tr("Withdraw"), "undo-2"

    def ask_reopen(self, state: str) -> None:
        """Asks for the reason and opens the answers again, in the way that is left."""
        words, _ = self.back_words(state)
        act, sentence = (
            submitting.reopen,
            self.tr("The figures can be changed again. The frozen revision is set aside."),
        )
        if state != FROZEN and self._own is not None:
            act = submitting.replace
            sentence = self.tr(
                "The figures can be changed again and go out as revision {number}, which names the one it replaces. "
                "Until it is received, the present one counts. Up to the deadline a replacement is free; after it the "
                "authority has to consent."
            )
        elif state != FROZEN:
            act = submitting.withdraw
            sentence = self.tr(
                "The figures can be changed again and go out as revision {number}, which names the one withdrawn. "
                "If the file withdrawn arrives all the same, the authority keeps it as history."
            )
        number = (self._newest.number if self._newest else 0) + 1
        dialog = NoteDialog(
            words, sentence.format(number=number), self.tr("Reason"), words, self._page.window(),
            hint=self.tr("For example: figure of criterion 4.3 corrected"),
            wanted=self.tr("Write the reason in a few words."),
        )  # fmt: skip
        dialog.accepted.connect(lambda: self._context.run(act, self._context.part_id, dialog.note()))
        dialog.open()

    def ask_received(self) -> None:
        """Somebody's word that the file arrived."""
        dialog = NoteDialog(
            self.tr("The file was received"),
            self.tr("Noted as received by word, until a receipt or feedback comes."),
            self.tr("Who said so, how and when"),
            self.tr("Note it"),
            self._page.window(),
            hint=self.tr("For example: by telephone at 16:05"),
        )
        part = self._context.part_id
        dialog.accepted.connect(lambda: self._context.run(submitting.mark_received, part, dialog.note()))
        dialog.open()

    def _ask_key(self, told: Receipt) -> None:
        assert self._seen is not None
        authority = self._seen.part.campaign.authority
        dialog = AcceptKeyDialog(authority.name, told.check_code, self._page.window())
        dialog.accepted.connect(lambda: self._context.run(trusting.accept_code, authority.code, *dialog.values()))
        dialog.open()


def _day(stored: str) -> str:
    from datetime import date

    try:
        return language.date_text(date.fromisoformat(stored))
    except ValueError:
        return stored
