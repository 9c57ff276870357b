"""Beside the agencies of a campaign: its facts, its rounds, and what went out with which code."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import wording
from app.domain.campaign import Campaign, Round
from app.domain.framework import Framework
from app.operations.authority.campaigning import SentOut
from app.operations.trust.trusting import KeyInfo
from ui import language
from ui.pages.authority_kit import copy, fact_line, labelled, moment
from ui.pages.round_editor import day_in_words
from ui.widgets.boxes import Part, column, empty, fill, row
from ui.widgets.button import Button
from ui.widgets.sheet import Sheet, well
from ui.widgets.text import Label

TITLE, LETTER, CHAT, SEND, CORRECT, STICK = "title", "letter", "chat", "send", "correct", "stick"
READS = frozenset({f"act-{LETTER}", f"act-{CHAT}", "copy-code", "print-code"})  # buttons that change nothing


class CampaignSide(QWidget):
    """`asked` carries one of the acts above, `round_asked` the number of the round to change."""

    asked = Signal(str)
    round_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        fill(self._layout, [], gap=12)

    def show_campaign(
        self, campaign: Campaign, sets: Sequence[Framework], sent: Sequence[SentOut], key: KeyInfo | None
    ) -> None:
        empty(self._layout)
        parts: list[Part] = [self._sent(campaign, sent, key), self._rounds(campaign), self._facts(campaign, sets), None]
        fill(self._layout, parts, gap=12)

    def _sent(self, campaign: Campaign, sent: Sequence[SentOut], key: KeyInfo | None) -> Sheet:
        parts: list[Part] = [Label(self.tr("Campaign file"), "section", weight="bold")]
        if not sent:
            told = self.tr("Not sent out yet. One sealed file goes to all agencies, by e-mail, chat or stick.")
            parts.append(Label(told, wrap=True))
        else:
            told = self.tr("Revision {number} written {moment}").format(
                number=sent[0].revision, moment=moment(sent[0].at)
            )
            is_old = sent[0].revision < campaign.revision
            words = self.tr("The campaign is at revision {number} by now: send it out again.")
            line = column(Label(told, wrap=True), Label(sent[0].file_name, "hint", "ink-soft", wrap=True), gap=0)
            parts.append(fact_line("triangle-alert" if is_old else "circle-check", "warn" if is_old else "good", line))
            if is_old:
                parts.append(Label(words.format(number=campaign.revision), tone="warn", wrap=True))
        stick = Button(self.tr("Prepare USB sticks for the communes"), "plain", "usb")
        stick.setObjectName(f"act-{STICK}")
        stick.clicked.connect(self._asker(STICK))
        parts.append(stick)
        if key is not None:
            parts += [self._code(key.check_code, campaign.authority.name)]
            parts.append(self._link(LETTER, self.tr("Sentence for the official letter")))
            parts.append(self._link(CHAT, self.tr("Text for the group")))
        return Sheet(*parts, gap=8)

    def _code(self, code: str, owner: str) -> Sheet:
        """The code large enough to be read over the telephone, to copy and to print."""
        groups = code.split()
        lines = [Label("  ".join(part), "title", weight="bold", selectable=True) for part in (groups[:3], groups[3:])]
        copy_it = Button(self.tr("Copy"), "plain", "copy")
        copy_it.setObjectName("copy-code")
        copy_it.clicked.connect(lambda: copy(code))
        slip = Button(self.tr("Print"), "plain", "printer")
        slip.setObjectName("print-code")
        slip.clicked.connect(lambda: self._print(code, owner))
        title = Label(self.tr("Check code of the sealing key"), "hint", "ink-soft", wrap=True)
        return well(title, *lines, row(copy_it, slip, None, gap=8), gap=4)

    def _print(self, code: str, owner: str) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        dialog = QPrintDialog(printer, self)

        def draw() -> None:
            slip = QTextDocument()
            slip.setPlainText("\n\n".join((owner, self.tr("Check code of the sealing key"), code)))
            slip.print_(printer)

        dialog.accepted.connect(draw)
        dialog.show()

    def _rounds(self, campaign: Campaign) -> Sheet:
        parts: list[Part] = [Label(self.tr("Rounds and deadlines"), "section", weight="bold")]
        for item in campaign.rounds:
            edit = Button(self.tr("Change"), "link", "pencil")
            edit.setObjectName(f"round-{item.number}")
            edit.clicked.connect(self._round_asker(item.number))
            name = Label(self.tr("Round {number}").format(number=item.number), weight="medium")
            parts.append(column(row(name, None, edit), *self._round_lines(item), gap=0))
        return Sheet(*parts, gap=8)

    def _round_lines(self, item: Round) -> list[Part]:
        if item.deadline is None:
            lines: list[Part] = [Label(self.tr("No deadline set"), tone="ink-soft")]
        else:
            last = item.deadline.last_day()
            shown = self.tr("through {day}").format(day=day_in_words(last)) if last else item.deadline.wording
            lines = [Label(shown, wrap=True), Label(f"“{item.deadline.wording}”", "hint", "ink-soft", wrap=True)]
        if item.number > 1:
            words = [wording.word(f"round_field.{field.value}", language.current()).lower() for field in item.opens]
            opened = self.tr("opens again: {fields}").format(fields=", ".join(words) or "–")
            lines.append(Label(opened, "hint", "ink-soft", wrap=True))
        return lines

    def _facts(self, campaign: Campaign, sets: Sequence[Framework]) -> Sheet:
        period = campaign.period
        days = [language.date_text(day) if day else "…" for day in (period.data_from, period.data_to)]
        change = self._link(TITLE, self.tr("Change the title"))
        named = self.tr("{title} · version {version}")
        names = "; ".join(named.format(title=value.short_title or value.title, version=value.version) for value in sets)
        return Sheet(
            row(Label(self.tr("Facts"), "section", weight="bold"), None, change),
            labelled(self.tr("Campaign"), f"{campaign.title} · {self._revision(campaign)}"),
            labelled(self.tr("Authority"), f"{campaign.authority.name} ({campaign.authority.code})"),
            labelled(self.tr("Period and data"), f"{period.title} · {days[0]} – {days[1]}"),
            row((labelled(self.tr("Framework"), names), 1), self._link(CORRECT, self.tr("Correct"))),
            labelled(self.tr("Who confirms"), wording.word(f"demand.{campaign.demand.value}", language.current())),
            gap=8,
        )

    def _revision(self, campaign: Campaign) -> str:
        return self.tr("revision {number}").format(number=campaign.revision)

    def _link(self, act: str, words: str) -> Button:
        button = Button(words, "link")
        button.setObjectName(f"act-{act}")
        button.clicked.connect(self._asker(act))
        return button

    def _asker(self, act: str) -> Callable[[], None]:
        return lambda: self.asked.emit(act)

    def _round_asker(self, number: int) -> Callable[[], None]:
        return lambda: self.round_asked.emit(number)
