"""The strip at the foot of the assessor's desk: four opinions, points, reason, and on to the next; it never moves."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent

from app.domain.appraisal import Opinion
from app.domain.framework import Framework, Placed
from app.wording.reasons import reasons
from ui import tokens
from ui.actions import Act, menu
from ui.dialogs.note import NoteDialog
from ui.pages.appraising_words import opinion_word, points_text
from ui.pages.assessment_desk.words import short_number
from ui.widgets import text
from ui.widgets.boxes import row
from ui.widgets.button import Button
from ui.widgets.entry import Entry
from ui.widgets.number_entry import NumberEntry
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label

ORDER = (Opinion.AGREE, Opinion.ADJUST, Opinion.REJECT, Opinion.ASK_SUPPLEMENT)
_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)


@dataclass(frozen=True, slots=True)
class Draft:
    """An opinion as it stands in the strip. `points` as typed; empty where the figures give them. `inputs`: figures as
    they were read, where they differ from the agency's own.
    """

    opinion: Opinion | None = None
    points: str = ""
    reason: str = ""
    internal_note: str = ""
    inputs: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_begun(self) -> bool:
        """Whether there is anything to lose."""
        return self != Draft()


class OpinionStrip(Sheet):
    """`recorded` when the opinion is to be kept; `taken_back`; `changed` when anything in it was changed by hand."""

    recorded = Signal()
    taken_back = Signal()
    changed = Signal()

    def __init__(self, next_words: str, again_words: str) -> None:
        """`next_words`: of the main button; `again_words`: where an opinion is there already."""
        super().__init__(gap=10, margins=(tokens.GROUP, 10, tokens.FIELD, 10))
        self._words = (next_words, again_words)
        self._framework: Framework | None = None
        self._by_figures = ""
        self._is_recorded = False
        self._most = "–"
        self._draft = Draft()
        self.choices = {opinion: Button("", "choice", checkable=True) for opinion in ORDER}
        for opinion, button in self.choices.items():
            button.setObjectName(f"opinion-{opinion.value}")
            button.clicked.connect(lambda _=False, one=opinion: self.choose(one, by_hand=True))
        self._points = NumberEntry(self.tr("Adjusted points"), width=76)
        self._points.entry.setObjectName("points")
        self._points.entry.textEdited.connect(self._on_points)
        self._maximum = Label("", tone="ink-soft")
        self._keys = Label(self.tr("Ctrl+1 to Ctrl+4"), "hint", "ink-soft")
        self._back = Button(self.tr("Take the opinion back"), "link", "undo-2")
        self._back.setObjectName("take-back")
        self._back.clicked.connect(self.taken_back)
        self._reason = Entry(self.tr("Reason"), self.tr("Goes to the agency with the opinion"))
        self._reason.setObjectName("reason")
        self._reason.setMaxLength(2000)
        self._reason.textEdited.connect(lambda _: self._on_typed())
        self._stock = Button(self.tr("Stock reasons"), "quiet", "text-quote")
        self._stock.setObjectName("stock")
        self._stock.clicked.connect(self._show_stock)
        self._note = Button(self.tr("Internal note"), "quiet", "lock")
        self._note.setObjectName("internal-note")
        self._note.clicked.connect(self._ask_note)
        self.main = Button(next_words, "main", "check")
        self.main.setObjectName("record")
        self.main.clicked.connect(self.recorded)
        agree, adjust, reject, ask = self.choices.values()
        self._upper = row(agree, adjust, self._points, self._maximum, reject, ask, None, self._back, self._keys, gap=8)
        self._label = Label(self.tr("Reason"), weight="medium")
        self._label.setBuddy(self._reason)
        self._lower = row(self._label, (self._reason, 1), self._stock, self._note, self.main, gap=8)
        self.column().addWidget(self._upper)
        self.column().addWidget(self._lower)
        self.show_case(None, None, Draft(), is_recorded=False, decimals=2)

    # What it shows ---------------------------------------------------------------------------------------------

    def show_case(
        self, framework: Framework | None, place: Placed | None, draft: Draft, *, is_recorded: bool, decimals: int
    ) -> None:
        """Another case: its draft or the opinion recorded already; without a place the strip rests."""
        self._framework, self._decimals = framework, decimals
        self._by_figures = ""
        self.setEnabled(place is not None)
        self._most = "–" if place is None else short_number(place.maximum)
        self._points.entry.complain()
        self._points.entry.set_text(draft.points)
        self._reason.complain()
        self._reason.set_text(draft.reason)
        self._draft = draft
        self._is_recorded = is_recorded
        self._back.setVisible(is_recorded)
        self._mark()
        self._fit()

    def set_next_words(self, words: str) -> None:
        """What the main button says where no opinion is there yet."""
        self._words = (words, self._words[1])
        self._fit()

    def draft(self) -> Draft:
        """What stands in the strip now, with what an input method is still composing."""
        QGuiApplication.inputMethod().commit()
        return replace(self._draft, reason=self._reason.value(), points=self._typed_points())

    def choose(self, opinion: Opinion, *, by_hand: bool = False) -> None:
        """Take an opinion; by hand the next field to fill gets the focus."""
        self._draft = replace(self._draft, opinion=opinion)
        self._reason.complain()
        self._points.entry.complain()
        self._mark()
        if by_hand:
            self.changed.emit()
            if opinion is Opinion.ADJUST and not self._points.entry.text():
                self._points.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)
            elif opinion is Opinion.AGREE:
                self.choices[opinion].setFocus(Qt.FocusReason.ShortcutFocusReason)
            else:
                self._reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def follow_figures(self, inputs: Mapping[str, str], points: Fraction | None) -> None:
        """The assessor's figures and the points they give; None where they are the agency's own again."""
        self._draft = replace(self._draft, inputs=inputs)
        if points is None:
            if self._by_figures and self._points.entry.text() == self._by_figures:
                self._points.entry.set_text("")
                if self._draft.opinion is Opinion.ADJUST:
                    self._draft = replace(self._draft, opinion=None)
            self._by_figures = ""
        else:
            self._by_figures = points_text(points, self._decimals)
            self._points.entry.set_text(self._by_figures)
            self._draft = replace(self._draft, opinion=Opinion.ADJUST)
        self._mark()

    def complain_reason(self) -> None:
        """Without a reason this opinion does not go."""
        self._reason.complain(self.tr("Write why, so that the agency knows what to do."))
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def complain_points(self, words: str = "") -> None:
        """Without points an adjustment does not go."""
        self._points.entry.complain(words or self.tr("Type the points, or correct the figures above."))
        self._points.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is done with it --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Bare digits where no field takes them; Enter records from anywhere in the strip."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        key = Qt.Key(event.key())
        if plain and key in _KEYS:
            self.choose(ORDER[_KEYS.index(key)], by_hand=True)
            return
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.recorded.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _typed_points(self) -> str:
        typed = self._points.entry.value()
        return "" if typed == self._by_figures else typed

    def _on_points(self) -> None:
        self._points.entry.complain()
        if self._draft.opinion not in (Opinion.ADJUST, Opinion.REJECT):
            self._draft = replace(self._draft, opinion=Opinion.ADJUST)
            self._mark()
        self.changed.emit()

    def _on_typed(self) -> None:
        self._reason.complain()
        self.changed.emit()

    def _mark(self) -> None:
        for opinion, button in self.choices.items():
            button.setChecked(opinion is self._draft.opinion)
        noted = bool(self._draft.internal_note)
        self._note.set_icon("lock", "warn" if noted else "ink-soft")
        self._note.setText(self.tr("Internal note (1)") if noted else self.tr("Internal note"))
        self._note.setAccessibleDescription(text.one_line(self._draft.internal_note))

    def stock_acts(self) -> list[Act]:
        """What is often written with the opinion chosen; one click puts it into the reason."""
        if self._framework is None:
            return []
        told = reasons(self._draft.opinion or Opinion.AGREE, self._framework)
        return [Act(words, self, icon="text-quote", do=partial(self.take_reason, words)) for words in told]

    def _show_stock(self) -> None:
        self._menu = menu(*self.stock_acts())
        above = QPoint(0, -self._menu.sizeHint().height())
        self._menu.popup(self._stock.mapToGlobal(above))

    def take_reason(self, words: str) -> None:
        """Put a stock reason behind what stands there already."""
        before = self._reason.value()
        self._reason.setText(f"{before} {words}".strip())
        self._on_typed()
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_note(self) -> None:
        dialog = NoteDialog(
            self.tr("Internal note"),
            self.tr("Stays here. It stands in no feedback, no result and on no paper."),
            self.tr("Note for the team and the council"),
            self.tr("Keep the note"),
            self.window(),
            text=self._draft.internal_note,
        )

        def keep() -> None:
            self._draft = replace(self._draft, internal_note=dialog.note())
            self._mark()
            self.changed.emit()

        dialog.accepted.connect(keep)
        dialog.open()

    # Room ------------------------------------------------------------------------------------------------------

    def _fit(self) -> None:
        """Long words where there is room, short ones where not; the strip keeps its two rows."""
        room = self.width() - tokens.GROUP - tokens.FIELD
        for line, name_it in ((self._upper, self._name_choices), (self._lower, self._name_acts)):
            for level in range(4):
                name_it(level)
                if line.sizeHint().width() <= room:
                    break

    def _name_choices(self, level: int) -> None:
        short = {Opinion.ADJUST: self.tr("Adjust"), Opinion.ASK_SUPPLEMENT: self.tr("Supplement")}
        if level > 1:
            short[Opinion.REJECT] = self.tr("No")
        for number, (opinion, button) in enumerate(self.choices.items(), start=1):
            words = opinion_word(opinion) if level == 0 and opinion is not Opinion.ADJUST else ""
            words = words or short.get(opinion, opinion_word(opinion))
            button.setText(f"{number}  {words}" if level < 3 else str(number))
            text.set_tip(button, f"{opinion_word(opinion)} (Ctrl+{number})")
            text.name(button, f"{number} {opinion_word(opinion)}")
        self._show_maximum(is_short=level > 1)
        self._keys.setVisible(level == 0 and self._back.isHidden())
        self._back.set_compact(level > 0)

    def _show_maximum(self, *, is_short: bool) -> None:
        told = self.tr("/ {maximum} points").format(maximum=self._most)
        self._maximum.setText(f"/ {self._most}" if is_short else told)

    def _name_acts(self, level: int) -> None:
        for button in (self._stock, self._note):
            button.set_compact(level > 0)
        words = self._words[1] if self._is_recorded else self._words[0]
        self.main.setText(self.tr("Record") if level > 1 else words)
        text.set_tip(self.main, words if level > 1 else "")
