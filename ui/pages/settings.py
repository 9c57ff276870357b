"""Language and look, who works here, backups, keys, the journal, and what this program is."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QVBoxLayout, QWidget

from app.domain.agency import Person
from app.errors import AppError
from app.operations import inspecting, workspace
from ui import language, looking, preferences, theme, tokens
from ui.context import Context
from ui.dialogs.person import PersonDialog
from ui.notices import Act
from ui.page import Page
from ui.pages.settings_about import AboutSheet
from ui.pages.settings_backups import BackupsSheet
from ui.pages.settings_keys import KeysSheet
from ui.pages.trust_sheet import TrustSheet
from ui.widgets.badge import Badge
from ui.widgets.boxes import Part, column, empty, fill, row, scrolled
from ui.widgets.button import Button
from ui.widgets.chips import ChoiceRow
from ui.widgets.field import Field
from ui.widgets.flow import flow
from ui.widgets.icon import Icon
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label, name

_WIDEST = 860


class Settings(Page):
    """What is chosen holds at once; nothing here waits for a button."""

    kinds = frozenset({"people", "keys", "campaigns", "backups"})

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Settings"))
        self._people, self._keys, self._trust = Sheet(gap=tokens.NEAR), KeysSheet(context), TrustSheet(context)
        self.backups, self.about = BackupsSheet(context), AboutSheet(context)
        sheets = {
            self.tr("Language and look"): self._look(),
            self.tr("People who work here"): self._people,
            self.tr("Backups and handover"): self.backups,
            self.tr("Sealing keys"): self._keys,
            self.tr("Issuers of certificates"): self._trust,
            self.tr("Journal"): self._journal(),
            self.tr("About"): self.about,
        }
        holder = column(*sheets.values(), None)
        holder.setMaximumWidth(theme.current().px(_WIDEST))
        self.add(Label(self.tr("Settings"), "title", weight="bold"))
        self._ways = flow(*(self._way_to(words, sheet) for words, sheet in sheets.items()), gap=tokens.GROUP)
        self.add(self._ways)
        body = self._body = row((holder, 8), None)
        body.setMinimumHeight(1)  # how high it must be follows from its width alone
        self._area = scrolled(body)
        self._sought: QWidget | None = None
        bar = self._area.verticalScrollBar()
        bar.rangeChanged.connect(lambda _least, _most: self._seek())
        bar.actionTriggered.connect(lambda _: self._forget_sought())  # scrolled by hand
        self.add((self._area, 1))
        self._backup = Button(self.tr("Back up now"), "main", "save")
        self._backup.setObjectName("backup")
        self._backup.clicked.connect(self.backups.back_up_now)
        looking.hold(context, self._backup)
        self.set_acts(self._backup)

    def _way_to(self, words: str, sheet: Sheet) -> Button:
        link = Button(words, "link")
        link.clicked.connect(lambda: self.show_sheet(sheet))
        return link

    def show_place(self, place: object) -> None:
        if place == "backups":
            self.show_sheet(self.backups)

    def show_sheet(self, sheet: QWidget) -> None:
        """Brings a sheet to the top of what is seen, and keeps it there while sheets above it are being filled."""
        self._sought = sheet
        self._seek()

    def _seek(self) -> None:
        if self._sought is not None:
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # else it is sought where it was
            top = self._sought.mapTo(self._body, self._sought.rect().topLeft()).y()
            self._area.verticalScrollBar().setValue(top)

    def _forget_sought(self) -> None:
        self._sought = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ways.setVisible(self.width() >= theme.current().px(_WIDEST))  # else it takes the room of a sheet

    # Look --------------------------------------------------------------------------------------------------------

    def _look(self) -> Sheet:
        kept = self.context.preferences
        tongues = [("vi", "Tiếng Việt"), ("en", "English")]
        self._spoken = self._choice("language", tongues, language.current(), self._ask_language)
        appearances = [("light", self.tr("Light")), ("dark", self.tr("Dark")), ("system", self.tr("As the computer"))]
        shown = self._choice("appearance", appearances, kept.get(preferences.APPEARANCE), self._set_appearance)
        sizes = [(scale, f"{scale}\u00a0%") for scale in tokens.SCALES]
        size = self._choice("text-size", sizes, theme.current().scale, self._set_scale)
        return Sheet(
            _heading("eye", self.tr("Language and look")),
            flow(
                Field(self.tr("Language"), self._spoken),
                Field(self.tr("Appearance"), shown),
                Field(self.tr("Size of the text"), size),
                gap=tokens.PAGE,
            ),
        )

    def _choice(
        self, name: str, options: Sequence[tuple[object, str]], value: object, do: Callable[[object], object]
    ) -> ChoiceRow:
        made = ChoiceRow(options)
        made.setObjectName(name)
        made.set_value(value)
        made.chosen.connect(do)
        return made

    def _ask_language(self, chosen: object) -> None:
        self.context.language_asked.emit(str(chosen))
        self._spoken.set_value(language.current())  # as it was, while the window asks what becomes of words not kept

    def _set_appearance(self, chosen: object) -> None:
        self.context.preferences.set(preferences.APPEARANCE, str(chosen))
        theme.current().switch(appearance=str(chosen))

    def _set_scale(self, chosen: object) -> None:
        assert isinstance(chosen, int)
        self.context.preferences.set(preferences.TEXT_SCALE, chosen)
        theme.current().switch(scale=chosen)

    # People ------------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        _refill(self._people.column(), self._people_parts())
        self.backups.look_again()
        self._keys.look_again()
        self._trust.look_again()
        self.about.look_again()

    def _people_parts(self) -> list[Part]:
        opened = self.context.workspace
        add = Button(self.tr("Another person…"), "plain", "plus")
        add.setObjectName("add-person")
        add.clicked.connect(self._ask_person)
        looking.hold(self.context, add)
        words = self.tr("Whoever is chosen stands in the journal and on what is sent. No password is asked.")
        told = Label(words, "hint", "ink-soft", wrap=True)
        acting = opened.acting
        here = acting.id if acting is not None else ""
        lines = [self._person(person, person.id == here) for person in workspace.persons(opened)]
        return [_heading("users", self.tr("People who work here")), told, *lines, row(add, None)]

    def _person(self, person: Person, is_acting: bool) -> QWidget:
        told = " · ".join(part for part in (person.title, person.office) if part)
        words = column(Label(person.name, weight="medium"), *([Label(told, "hint", "ink-soft")] if told else []), gap=0)
        if is_acting:
            return row((words, 1), Badge("circle-user", self.tr("Working now"), "good"))
        switch = Button(self.tr("Switch"), "plain", "user")
        name(switch, self.tr("Switch to {name}").format(name=person.name))
        switch.clicked.connect(partial(self._switch, person.id))
        away = Button("", "quiet", "user-x", tip=self.tr("Take {name} out of this list").format(name=person.name))
        away.clicked.connect(partial(self._leave_out, person.id))
        looking.hold(self.context, switch, away)
        return row((words, 1), switch, away, gap=8)

    def _switch(self, person: str) -> None:
        self.context.run(workspace.act_as, person)

    def _leave_out(self, person: str) -> None:
        self.context.run(workspace.leave_out, person)

    def _ask_person(self) -> None:
        dialog = PersonDialog(self.window())
        dialog.accepted.connect(
            lambda: self.context.run(workspace.add_person, *dialog.values(), on_done=lambda _: self._on_person())
        )
        dialog.open()

    def _on_person(self) -> None:
        self.context.changed.emit(frozenset({"people"}))

    # Journal -------------------------------------------------------------------------------------------------------

    def _journal(self) -> Sheet:
        journal = Button(self.tr("Save the journal…"), "plain", "scroll-text")
        journal.setObjectName("journal")
        journal.clicked.connect(self._ask_journal)
        told = self.tr("Every change, who made it and when: for an inspection, or with a handover.")
        return Sheet(
            _heading("scroll-text", self.tr("Journal")),
            row((Label(told, "hint", "ink-soft", wrap=True), 1), journal, gap=8),
        )

    def _ask_journal(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the journal"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Workbook (*.xlsx)")])
        dialog.selectFile(f"NhatKy_ThuocSo_{self.context.workspace.clock():%Y-%m-%d}.xlsx")
        dialog.fileSelected.connect(lambda name: self.hand_out_journal(Path(name)))
        dialog.open()

    def hand_out_journal(self, target: Path) -> None:
        """Writes the whole journal for an inspection, with the lines that prove it beside."""
        self.context.run(inspecting.hand_out, target, title=self.tr("Saving the journal"), on_done=self._on_journal)

    def _on_journal(self, done: inspecting.HandedOut) -> None:
        if done.proof.broken_at:
            self.context.notices.error(AppError("journal.broken", line=done.proof.broken_at))
            return
        words = self.tr("The journal was saved: {count} lines, all as they were written.")
        act = Act(self.tr("Open the folder"), lambda: _open(done.book.parent))
        self.context.notices.good(words.format(count=done.proof.lines), act)


def _heading(icon: str, words: str) -> QWidget:
    return row(Icon(icon, "lead", 20), Label(words, "section", weight="bold"), None, gap=8)


def _refill(layout: QVBoxLayout, parts_: list[Part]) -> None:
    margins = layout.contentsMargins()
    empty(layout)
    fill(layout, parts_, layout.spacing(), (margins.left(), margins.top(), margins.right(), margins.bottom()))


def _moment(stored: str) -> str:
    return language.moment_text(datetime.fromisoformat(stored))


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
