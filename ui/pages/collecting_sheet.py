"""The sheet beside the board: one agency's lights in words, its check code, whom to call, and what can be done."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.bundles.trust import Light
from app.domain.campaign import Campaign
from app.operations.authority.collecting import BoardRow, BoardState
from app.operations.authority.comparing import PointsRow, Received
from ui import language
from ui.pages.authority_kit import SIDE_MARGINS, fact_line, light_line, moment
from ui.pages.collecting_rows import LIGHTS, last_day, state_words
from ui.widgets.badge import Badge
from ui.widgets.boxes import Part, column, empty, fill, row, rule
from ui.widgets.button import Button
from ui.widgets.icon import Icon
from ui.widgets.text import Label

ACCEPT, ACCEPT_ALL, CHOOSE, TIME, OPEN, REMIND, AGAIN, AGENCY = (
    "accept",
    "accept_all",
    "choose",
    "time",
    "open",
    "remind",
    "again",
    "agency",
)
REPLACEMENT, RECEIPT, RETURN, KEEP, VERDICT = "replacement", "receipt", "return", "keep", "verdict"
UNSIGNED = "unsigned"
READS = frozenset(f"act-{act}" for act in (REMIND, AGAIN, VERDICT, OPEN))  # change nothing
_SHOWN_POINTS = 5


class ReceivedSheet(QWidget):
    """`asked` carries one of the acts above; which rows it is about the page knows."""

    asked = Signal(str)

    def __init__(self, campaign: Campaign) -> None:
        super().__init__()
        self._campaign = campaign
        self._decimals = 2
        self._layout = QVBoxLayout(self)
        fill(self._layout, [], gap=10, margins=SIDE_MARGINS)
        self.show_nothing()

    def show_nothing(self) -> None:
        self._show(
            Label(self.tr("Choose a row to see what was received, the code to compare and whom to call."), "body",
                  "ink-soft", wrap=True),
            None,
        )  # fmt: skip

    def show_row(self, shown: BoardRow, versions: Sequence[Received], points: Sequence[PointsRow]) -> None:
        """One agency; `versions` and `points` are empty while they are still being read."""
        if not shown.submission:
            self._show_missing(shown)
            return
        counted = next((item for item in versions if item.id == shown.submission), None)
        self._decimals = counted.framework.decimals if counted else 2
        parts: list[Part] = [
            self._head(shown),
            *self._pressing(shown),
            *self._reason(counted),
            self._content(shown, counted),
            *self._evidence(shown),
            *self._points(points),
            self._key(shown),
            *([] if self._is_key_of_waiting(shown) else self._about_key(shown)),
            rule(),
            self._people(shown, counted),
            *self._time(shown, counted),
            *self._answer(shown),
            None,
            *self._links(shown),
        ]
        self._show(*parts)

    def show_several(self, rows: Sequence[BoardRow]) -> None:
        """Several rows chosen: what can be done with all of them."""
        keys = [item for item in rows if item.is_key_open]
        missing = [item for item in rows if not item.submission]
        parts: list[Part] = [Label(self.tr("%n row(s) chosen", "", len(rows)), "section", weight="bold")]
        if keys:
            told = self.tr("%n key(s) among them are not accepted yet.", "", len(keys))
            accept = self._button(ACCEPT_ALL, self.tr("Accept %n key(s)", "", len(keys)), "plain", "key-round")
            parts += [Label(told, wrap=True), accept]
        received = [item for item in rows if item.submission]
        if received:
            words = self.tr("Make %n receipt(s)", "", len(received))
            parts.append(self._button(RECEIPT, words, "plain", "file-check"))
        if missing:
            told = self.tr("%n of them sent nothing yet.", "", len(missing))
            parts += [Label(told, wrap=True), self._button(REMIND, self.tr("Write a reminder"), "plain", "send")]
        if not keys and not missing and not received:
            parts.append(Label(self.tr("Nothing is open for these."), tone="ink-soft", wrap=True))
        self._show(*parts, None)

    # Parts ---------------------------------------------------------------------------------------------------------

    def _show(self, *parts: Part) -> None:
        empty(self._layout)
        fill(self._layout, parts, gap=10, margins=SIDE_MARGINS)

    def _head(self, shown: BoardRow) -> QWidget:
        told = self.tr("revision {number} · round {round}").format(number=shown.revision_number, round=shown.round)
        name = Label(shown.agency.name, "section", weight="bold", wrap=True)
        return column(name, Label(told, "hint", "ink-soft"), gap=0)

    def _content(self, shown: BoardRow, counted: Received | None) -> QWidget:
        if shown.state is BoardState.CONFLICTING:
            told = self.tr("Two intact files bear this number. None is appraised before one is chosen.")
            return light_line("warn", self.tr("Content: two different ones"), told)
        total = self._number(shown.total)
        files = self.tr("%n evidence file(s) agree with the seal.", "", counted.files) if counted else ""
        if counted is not None and counted.is_on_earlier_version:
            told = self.tr("Answered on version {old}: {claimed} points claimed. On version {new}: {total}.")
            versions = {"old": counted.framework.version, "new": counted.present.version}
            same = told.format(claimed=self._number(counted.claimed), total=total, **versions)
        elif shown.differing:
            same = self.tr("Points computed here: {total}. They differ from the claim.").format(total=total)
        else:
            same = self.tr("Points computed here agree with the claim: {total}.").format(total=total)
        return light_line(LIGHTS[shown.integrity], self.tr("Content: intact"), f"{files} {same}".strip())

    def _evidence(self, shown: BoardRow) -> list[Part]:
        """How far a submission that travels in parts has come."""
        told = shown.parts
        if told is None:
            return []
        until = language.date_text(told.last_day)
        if told.is_complete:
            words = self.tr("Every volume is here; some came after {day}.") if told.is_late else ""
            return [light_line("good", self.tr("Evidence: complete"), words.format(day=until))]
        title = self.tr("Evidence: {here} of {all} volumes").format(here=told.here, all=told.volumes)
        words = self.tr("%n file(s) are still to come.", "", told.awaited)
        last = self.tr("They may follow through {day}.")
        if told.is_late:
            last = self.tr("They were to follow through {day}.")
        return [light_line("warn", title, f"{words} {last.format(day=until)}")]

    def _points(self, points: Sequence[PointsRow]) -> list[Part]:
        if not points:
            return []
        lines: list[Part] = [Label(self.tr("Claimed → computed here"), "hint", "ink-soft")]
        for item in points[:_SHOWN_POINTS]:
            title = Label(f"{item.place.node.code} {item.place.node.title}", "hint", wrap=True)
            both = f"{self._number(item.claimed)} → {self._number(item.own)}"
            lines.append(row((title, 1), Label(both, "hint", weight="medium"), gap=8))
        more = len(points) - _SHOWN_POINTS
        if more > 0:
            lines.append(Label(self.tr("and %n more", "", more), "hint", "ink-soft"))
        return [column(*lines, gap=4, margins=(28, 0, 0, 0))]

    def _number(self, value: object) -> str:
        from fractions import Fraction

        return language.number_text(value, self._decimals) if isinstance(value, Fraction) else "–"

    def _key(self, shown: BoardRow) -> QWidget:
        light = LIGHTS[shown.seal]
        if light == "good":
            return light_line(light, self.tr("Key: accepted"), self.tr("The same key as compared before."))
        if shown.has_other_key:
            told = self.tr("Another key than the accepted one. Call the number known from before, not one in the file.")
            return light_line(light, self.tr("Key: other than the accepted one"), told)
        told = self.tr("First submission sealed with this key.")
        return light_line(light, self.tr("Key: not accepted yet"), told)

    def _people(self, shown: BoardRow, counted: Received | None) -> QWidget:
        if shown.people is not None:
            head = {
                Light.VALID: self.tr("Signature: valid"),
                Light.UNKNOWN: self.tr("Signature: not enough grounds yet"),
                Light.INVALID: self.tr("Signature: not valid"),
            }[shown.people]
            lacking = self.tr("See the verification for what is missing; signers are accepted there.")
            return light_line(LIGHTS[shown.people], head, "" if shown.people is Light.VALID else lacking)
        if counted is None or counted.confirmation is None:
            return light_line("none", self.tr("Signature: none asked for"), "")
        told = counted.confirmation
        who = f"{told.name}, {told.title}".strip(", ")
        words = self.tr("Confirmed in the program by {who}, {moment}.").format(who=who, moment=moment(told.at))
        return light_line("none", self.tr("Signature: none asked for"), words)

    def _is_key_of_waiting(self, shown: BoardRow) -> bool:
        """Whether the key in question is that of a file which waits, not of the one that counts."""
        return shown.state is BoardState.OTHER_KEY and bool(shown.waiting)

    def _about_key(self, shown: BoardRow) -> list[Part]:
        return [*self._code(shown), self._contact(shown), *self._acts(shown)]

    def _code(self, shown: BoardRow) -> list[Part]:
        groups = shown.check_code.split()
        is_other = self._is_key_of_waiting(shown)
        words = self.tr("Check code of the other key") if is_other else self.tr("Check code")
        title = Label(words, "hint", "ink-soft", "medium")
        halves = ("  ".join(part) for part in (groups[:3], groups[3:]))
        lines = [Label(half, "section", weight="medium", selectable=True) for half in halves]
        parts: list[Part] = [column(title, *lines, gap=2)]
        if shown.is_key_open:
            told = self.tr("Call the focal officer on the number known from before, let the code be read, then accept.")
            parts.append(Label(told, "hint", "ink-soft", wrap=True))
        return parts

    def _contact(self, shown: BoardRow) -> QWidget:
        contact = shown.contact
        number = contact.telephone.replace(" ", "\u00a0")  # stays on one line, to be read off while dialling
        words = " · ".join(part for part in (contact.name, number) if part)
        if contact.telephone:
            return row(Icon("phone"), (Label(words, wrap=True, selectable=True), 1), gap=8)
        add = self._button(AGENCY, self.tr("Add a telephone number"), "link")
        return row(Icon("phone"), Label(words) if words else 0, add, None, gap=8)

    def _acts(self, shown: BoardRow) -> list[Part]:
        if shown.state is BoardState.CONFLICTING:
            return [self._button(CHOOSE, self.tr("See what differs and choose"), "plain", "git-compare")]
        if shown.is_key_open:
            return [self._button(ACCEPT, self.tr("Accept key"), "plain", "key-round")]
        return []

    def _pressing(self, shown: BoardRow) -> list[Part]:
        """What stands before everything else: a decision that waits, or that nothing counts."""
        if shown.state is BoardState.WAITING:
            told = self.tr(
                "A further revision came after the deadline. What came in time counts until somebody consents."
            )
            told_of = light_line("warn", self.tr("Replacement after the deadline"), told)
            return [told_of, self._button(REPLACEMENT, self.tr("See what changes and decide"), "plain", "git-compare")]
        if self._is_key_of_waiting(shown):
            told = self.tr(
                "A file sealed with another key came in this agency's name. What came under the accepted key counts "
                "until that key is accepted or somebody consents. Call the number known from before."
            )
            told_of = light_line("bad", self.tr("Another key than the accepted one"), told)
            decide = self._button(REPLACEMENT, self.tr("See what changes and decide"), "plain", "git-compare")
            return [told_of, *self._about_key(shown), decide]
        if shown.state is BoardState.BAD_SIGNATURE:
            told = self.tr("A further revision is kept, but a signature on it can't be used. This one counts.")
            take = self._button(UNSIGNED, self.tr("Let it count all the same…"), "link")
            return [light_line("bad", self.tr("Signature does not hold"), told), row(take, None, gap=0)]
        if shown.state is BoardState.RETURNED:
            told = self.tr("Returned for completion; nothing counts until it comes again.")
            back = self._button(KEEP, self.tr("Take the return back"), "link")
            return [light_line("warn", self.tr("Returned"), told), row(back, None, gap=0)]
        return []

    def _reason(self, counted: Received | None) -> list[Part]:
        """Why this one counts, was taken late or went back, as somebody wrote it."""
        if counted is None or not counted.reason:
            return []
        words = self.tr("Reason given: {reason}").format(reason=counted.reason)
        return [Label(words, "hint", "ink-soft", wrap=True)]

    def _answer(self, shown: BoardRow) -> list[Part]:
        """What goes back: the receipt, made or not, and the return."""
        if shown.receipt_at:
            words = self.tr("Receipt made {moment}").format(moment=moment(shown.receipt_at))
            again = self.tr("Make it again")
            return [column(Label(words, wrap=True), self._button(RECEIPT, again, "link"), gap=2)]
        return [self._button(RECEIPT, self.tr("Make the receipt"), "plain", "file-check")]

    def _links(self, shown: BoardRow) -> list[Part]:
        links: list[Part] = [self._button(VERDICT, self.tr("See the verification of the file"), "link")]
        if shown.versions > 1 and shown.state is not BoardState.CONFLICTING:
            told = self.tr("All %n files received", "", shown.versions)
            links.append(self._button(CHOOSE, told, "link"))
        if shown.state not in (BoardState.CONFLICTING, BoardState.RETURNED):
            links.append(self._button(RETURN, self.tr("Return for completion"), "link"))
            links.append(self._button(OPEN, self.tr("Open the dossier in Appraisal"), "link"))
        return links

    def _time(self, shown: BoardRow, counted: Received | None) -> list[Part]:
        words = self.tr("Received {moment}").format(moment=moment(shown.received_at))
        if shown.is_late:
            words += " · " + self.tr("late")
        lines: list[Part] = [Label(words, tone="warn" if shown.is_late else "ink", wrap=True)]
        if counted is not None and counted.received_note:
            lines.append(Label(counted.received_note, "hint", "ink-soft", wrap=True))
        lines.append(self._button(TIME, self.tr("Set the time of receipt"), "link"))
        return [column(*lines, gap=2)]

    def _show_missing(self, shown: BoardRow) -> None:
        icon, words, tone = state_words(shown)
        until = last_day(shown, self._campaign)
        parts: list[Part] = [
            Label(shown.agency.name, "section", weight="bold", wrap=True),
            Badge(icon, words, tone),
        ]
        if shown.state is BoardState.BAD_SIGNATURE:
            told = self.tr("What came is intact and kept for comparison, but a signature on it can't be used.")
            see = self._button(VERDICT, self.tr("See the verification of the file"), "link")
            parts += [Label(told, wrap=True), see]
            parts += [self._contact(shown), Label(self.tr("Ask the agency to sign again and send."), wrap=True)]
            parts.append(self._button(UNSIGNED, self.tr("Let it count all the same…"), "link"))
        elif shown.state is BoardState.UNREADABLE:
            told = self.tr("A file came but could not be read; nothing of it was taken in. The first time is noted.")
            claimed = self.tr("The agency's name is what the file says of itself, not verified.")
            parts += [Label(told, wrap=True), *self._refusal(shown), Label(claimed, wrap=True), self._contact(shown)]
            parts.append(self._button(AGAIN, self.tr("Write: send again"), "plain", "message-square-text"))
        else:
            day = language.date_text(until) if until else self.tr("not set")
            line = Label(self.tr("Deadline: through {day}").format(day=day), wrap=True)
            parts += [fact_line("calendar-days", "ink-soft", line, 16), self._contact(shown)]
            parts.append(self._button(REMIND, self.tr("Write a reminder"), "plain", "message-square-text"))
        parts.append(self._button(AGENCY, self.tr("Extension, contact"), "link"))
        self._show(*parts, None)

    def _refusal(self, shown: BoardRow) -> list[Part]:
        known = shown.refusal
        if known is None or not known.name:
            return []
        facts = " · ".join((known.name, moment(known.at)))
        return [Label(facts, "hint", "ink-soft", wrap=True, selectable=True)]

    def _button(self, act: str, words: str, look: str, icon: str = "") -> Button:
        button = Button(words, look, icon)
        button.setObjectName(f"act-{act}")
        button.clicked.connect(self._asker(act))
        return button

    def _asker(self, act: str) -> Callable[[], None]:
        return lambda: self.asked.emit(act)
