"""The sheet beside the registry: the codes side by side, whom to call, what the file claims, and what can be done."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain import check_code
from app.operations.authority.registry import KeyState, Line
from app.operations.trust.trusting import PinnedKey
from app.wording.keys import end_words, how_words
from ui import language
from ui.pages.authority_kit import SIDE_MARGINS, fact_line, light_line, moment
from ui.pages.registry_rows import state_words
from ui.widgets.badge import Badge
from ui.widgets.boxes import Part, column, empty, fill, row, rule
from ui.widgets.button import Button
from ui.widgets.check_code import in_halves
from ui.widgets.icon import Icon
from ui.widgets.text import Label

ACCEPT, ACCEPT_MATCHING, REFUSE, EDIT = "accept", "accept_matching", "refuse", "edit"
CLOSE, REOPEN = "close", "reopen"


class RegistrySheet(QWidget):
    """`asked` carries one of the acts above; which rows it is about the page knows."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        fill(self._layout, [], gap=10, margins=SIDE_MARGINS)
        self.show_nothing()

    def show_nothing(self) -> None:
        told = self.tr("Choose a row to see its codes and whom to call.")
        self._show(Label(told, "body", "ink-soft", wrap=True), None)

    def show_several(self, lines: Sequence[Line]) -> None:
        """Several rows chosen: those as in their letters can be accepted together."""
        matching = sum(line.state is KeyState.MATCHES for line in lines)
        parts: list[Part] = [Label(self.tr("%n row(s) chosen", "", len(lines)), "section", weight="bold")]
        if matching:
            parts += [
                Label(self.tr("%n of them have the code of their letter.", "", matching), wrap=True),
                self._button(ACCEPT_MATCHING, self.tr("Accept %n key(s)", "", matching), "plain", "key-round"),
            ]
        else:
            told = self.tr("None of them has the code of its letter: compare them one by one.")
            parts.append(Label(told, tone="ink-soft", wrap=True))
        self._show(*parts, None)

    def show_line(self, line: Line) -> None:
        """One agency."""
        icon, words, tone = state_words(line.state)
        parts: list[Part] = [
            column(
                Label(line.agency.name, "section", weight="bold", wrap=True),
                Label(line.agency.code, "hint", "ink-soft"),
                gap=0,
            ),
            row(Badge(icon, words, tone), None),
            Label(self._sentence(line), tone="bad" if tone == "bad" else "ink", wrap=True),
            *self._codes(line),
            *self._shared(line),
            self._call(line),
            *self._acts(line),
            rule(),
            *self._claims(line),
            *self._pins(line),
            None,
        ]
        self._show(*parts)

    # Parts ---------------------------------------------------------------------------------------------------------

    def _show(self, *parts: Part) -> None:
        empty(self._layout)
        fill(self._layout, parts, gap=10, margins=SIDE_MARGINS)

    def _sentence(self, line: Line) -> str:
        return {
            KeyState.OTHER_KEY: self.tr(
                "A file came under another key than the accepted one. Call the number below, never one in the file."
            ),
            KeyState.LETTER_DIFFERS: self.tr(
                "The key and the letter say different codes. Ask which is right; nothing is accepted until then."
            ),
            KeyState.CLOSED: self.tr("The key accepted before has ended. Wait for a file under the new one."),
            KeyState.MATCHES: self.tr("The key of the file has the very code of the official letter."),
            KeyState.SIGNED: self.tr(
                "{signer} signed for the agency, and what is signed names this very key. That signature is accepted "
                "here; nothing else has to be compared."
            ).format(signer=line.waiting.signed_by if line.waiting else ""),
            KeyState.FIRST_SEEN: self.tr(
                "Compare the code with the official letter, or let it be read out over the number below."
            ),
            KeyState.LETTER_ONLY: self.tr("The letter's code is kept; the key is judged when a file comes."),
            KeyState.NOTHING: self.tr("Neither a letter nor a file has come yet."),
            KeyState.ACCEPTED: self.tr("Files under this key are known to be this agency's."),
        }[line.state]

    def _codes(self, line: Line) -> list[Part]:
        parts: list[Part] = []
        key = line.waiting.check_code if line.waiting else check_code.of_key(line.pin.spki) if line.pin else ""
        if key:
            title = self.tr("Code of the key received") if line.waiting else self.tr("Code of the accepted key")
            parts.append(self._code(title, key))
        if line.waiting and line.pin:
            parts.append(self._code(self.tr("Code of the accepted key"), check_code.of_key(line.pin.spki)))
        if line.entry.check_code:
            source = line.entry.source or self.tr("letter not named")
            title = self.tr("Code in the letter ({source})").format(source=source)
            parts.append(self._code(title, line.entry.check_code))
        return parts

    def _code(self, title: str, code: str) -> QWidget:
        groups = code.split()
        halves = ("  ".join(part) for part in (groups[:3], groups[3:]))
        lines = [Label(half, "section", weight="medium", selectable=True) for half in halves]
        return column(Label(title, "hint", "ink-soft", wrap=True), *lines, gap=2)

    def _shared(self, line: Line) -> list[Part]:
        if not line.shared_with:
            return []
        told = self.tr("The same key came under the name of {names}. One key serves one agency only.")
        words = Label(told.format(names=", ".join(line.shared_with)), tone="bad", wrap=True)
        return [fact_line("triangle-alert", "bad", words)]

    def _call(self, line: Line) -> QWidget:
        words = " · ".join(part for part in (line.contact, line.telephone) if part)
        if line.telephone:
            return row(Icon("phone"), (Label(words, wrap=True, selectable=True), 1), gap=8)
        add = self._button(EDIT, self.tr("Add a telephone number"), "link")
        return row(Icon("phone"), Label(words) if words else 0, add, None, gap=8)

    def _acts(self, line: Line) -> list[Part]:
        parts: list[Part] = []
        if line.state in (KeyState.MATCHES, KeyState.SIGNED):
            parts.append(self._button(ACCEPT_MATCHING, self.tr("Accept key"), "plain", "key-round"))
        elif line.waiting is not None:
            parts.append(self._button(ACCEPT, self.tr("Compare and accept…"), "plain", "key-round"))
            parts.append(self._button(REFUSE, self.tr("Not this agency's key…"), "link"))
        parts.append(self._button(EDIT, self.tr("Telephone, code of the letter…"), "link"))
        if line.pin is not None:
            parts.append(self._button(CLOSE, self.tr("End the accepted key…"), "link"))
        elif line.ended:
            parts.append(self._button(REOPEN, self.tr("Restore the key that ended…"), "link"))
        return [column(*parts, gap=4)]

    def _claims(self, line: Line) -> list[Part]:
        told = line.registration
        if told is None:
            return [light_line("none", self.tr("Not reported yet"), "")]
        contact = told.content.contact
        who = " · ".join(part for part in (contact.name, contact.title, contact.telephone, contact.email) if part)
        words = self.tr("Holds revision {revision} of the campaign.").format(revision=told.revision)
        head = self.tr("Reported {moment}").format(moment=moment(told.at))
        parts: list[Part] = [
            light_line("good", head, words),
            column(
                Label(self.tr("The file says, not to be called before the code was compared"), "hint", "ink-soft",
                      wrap=True),
                Label(who or "–", "hint", wrap=True, selectable=True),
                gap=0,
            ),
        ]  # fmt: skip
        if told.content.replaced:
            why = end_words(told.content.reason, language.current())
            claim = self.tr("It says the key replaces an earlier one: {why}.").format(why=why.lower() or "–")
            parts.append(Label(claim, "hint", wrap=True))
        return parts

    def _pins(self, line: Line) -> list[Part]:
        known = [line.pin] if line.pin is not None else []
        return [self._pin(pin) for pin in (*known, *line.ended)]

    def _pin(self, pin: PinnedKey) -> QWidget:
        spoken = language.current()
        since = self.tr("Accepted {moment} by {person}").format(moment=moment(pin.valid_from), person=pin.by or "–")
        lines = [since, how_words(pin.how, spoken)]
        if pin.valid_to:
            until = self.tr("ended {moment}").format(moment=moment(pin.valid_to))
            lines += [until, end_words(pin.reason, spoken).lower()]
            lines.append(in_halves(check_code.of_key(pin.spki)))
        words = " · ".join(part for part in lines if part)
        return fact_line("history" if pin.valid_to else "shield-check", "ink-soft" if pin.valid_to else "good",
                         Label(words, "hint", wrap=True, selectable=True), 16)  # fmt: skip

    def _button(self, act: str, words: str, look: str, icon: str = "") -> Button:
        button = Button(words, look, icon)
        button.setObjectName(f"act-{act}")
        button.clicked.connect(partial(self._on_clicked, act))
        return button

    def _on_clicked(self, act: str) -> None:
        self.asked.emit(act)
