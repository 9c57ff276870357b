"""A stick for the communes: what will lie on it, where it is written, and one stick after another."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.errors import AppError
from app.operations.authority import sticks
from app.operations.authority.sticks import CAMPAIGN, INSTALLER, LETTER, PAGE, PORTABLE, Enclosed, Plan, Stick
from ui import language
from ui.context import Context
from ui.dialogs.dialog import Dialog
from ui.dialogs.passphrase import PassphraseFields
from ui.jobs import Job
from ui.notices import sentence_for
from ui.pages.authority_kit import ask_open, ask_target, fact_line, read
from ui.widgets.boxes import Part, column, empty, fill, row
from ui.widgets.button import Button
from ui.widgets.check_code import in_halves
from ui.widgets.place_choice import PlaceChoice
from ui.widgets.progress_strip import ProgressStrip
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label

_FORM, _WORK, _DONE = range(3)


class StickDialog(Dialog):
    """Stays open over several sticks. Closing it while one is written stops that one; nothing half is left."""

    def __init__(self, context: Context, part_id: str, parent: QWidget | None) -> None:
        super().__init__(self.tr("Prepare USB sticks for the communes"), parent, width=680)
        self._context, self._part = context, part_id
        self._enclosed = Enclosed()
        self._plan: Plan | None = None
        self._job: Job | None = None
        self._count = 0
        self._listed = QVBoxLayout()
        self._where = PlaceChoice()
        self._where.moved.connect(self._tell_room)
        self._room = Label("", "hint", "ink-soft", wrap=True)
        self._room.setObjectName("room")
        self._secret = QVBoxLayout()
        self._fields: PassphraseFields | None = None
        self._trouble = Sheet(look="warn", gap=0)
        self._trouble.setObjectName("trouble")
        self._trouble.hide()
        self._stack = QStackedWidget()
        self._done = QVBoxLayout()
        self._strip = ProgressStrip()
        for page in (self._form(), self._work(), self._holder(self._done)):
            self._stack.addWidget(page)
        self.add(self._trouble, (self._stack, 1))
        self._act = self.set_acts(self.tr("Write to the stick"), self.tr("Close"), icon="usb")
        self._act.setEnabled(False)
        read(self, context, sticks.found, done=self._enclose)

    # The form ------------------------------------------------------------------------------------------------------

    def _form(self) -> QWidget:
        told = self.tr("One folder in reading order, for any commune of the campaign.")
        where = column(self._where, self._room, gap=4)
        return column(
            Label(told, tone="ink-soft", wrap=True), self._holder(self._listed), where, self._holder(self._secret), None
        )

    def _holder(self, layout: QVBoxLayout) -> QWidget:
        holder = QWidget()
        fill(layout, [], gap=8)
        holder.setLayout(layout)
        return holder

    def _enclose(self, enclosed: Enclosed) -> None:
        """Takes these files along, if they are what they should be; else says why and keeps what was chosen."""
        read(
            self, self._context, sticks.plan, self._part, enclosed,
            done=lambda plan: self._on_plan(enclosed, plan), failed=self._tell,
        )  # fmt: skip

    def _on_plan(self, enclosed: Enclosed, plan: Plan) -> None:
        self._enclosed, self._plan = enclosed, plan
        self._show_list()
        self._show_secret(plan)
        self._tell_room()
        self._act.setEnabled(True)
        (self._fields or self._act).setFocus()

    def _show_list(self) -> None:
        empty(self._listed)
        given = self._enclosed
        lines: list[Part] = [
            self._line(PAGE, self.tr("Five steps with pictures, also of the Windows warning; prints on two pages")),
            self._program(INSTALLER, given.installer, self.tr("No ThuocSo-…-setup.exe found; goes without it")),
            self._program(PORTABLE, given.portable, self.tr("No ThuocSo-…-portable.zip found; goes without it")),
            self._line(CAMPAIGN, self._sealed()),
            self._letter(),
        ]
        fill(self._listed, [Sheet(*lines, gap=8)])

    def _sealed(self) -> str:
        if self._plan is not None and self._plan.needs_passphrase:
            return self.tr("Sealed now, once for all sticks")
        return self.tr("Sealed already: the same file that was sent out")

    def _line(self, name: str, told: str, *acts: Button, has: bool = True) -> QWidget:
        words = column(Label(name, weight="medium"), Label(told, "hint", "ink-soft", wrap=True), gap=0)
        line = fact_line("circle-check" if has else "circle-minus", "good" if has else "ink-soft", words, 16)
        return row((line, 1), *acts, gap=8)

    def _program(self, name: str, path: Path | None, missing: str) -> QWidget:
        choose = self._link(f"choose-{name}", self.tr("Choose…"), lambda: self._ask_program(name))
        if path is None:
            return self._line(name, missing, choose, has=False)
        leave = self._link(f"leave-{name}", self.tr("Leave out"), lambda: self.take(name, None))
        return self._line(name, path.name, choose, leave)

    def _letter(self) -> QWidget:
        own = self._enclosed.letter
        choose = self._link("choose-letter", self.tr("The issued letter…"), self._ask_letter)
        if own is not None:
            back = self._link("leave-letter", self.tr("Use the model"), lambda: self.take(LETTER, None))
            return self._line(LETTER, own.name, choose, back)
        model = self._link("save-letter", self.tr("Save the model…"), self._ask_model)
        model.setEnabled(self._plan is not None and self._plan.has_key)
        return self._line(LETTER, self.tr("Model letter with check code and deadlines"), model, choose)

    def _link(self, name: str, words: str, do: Callable[[], object]) -> Button:
        button = Button(words, "link")
        button.setObjectName(name)
        button.clicked.connect(lambda: do())
        return button

    def _show_secret(self, plan: Plan) -> None:
        if plan.needs_passphrase == (self._fields is not None):
            return
        empty(self._secret)
        self._fields = None
        if plan.needs_passphrase:
            self._fields = PassphraseFields(is_new=not plan.has_key)
            fill(self._secret, [self._fields])

    def _tell_room(self) -> None:
        if self._plan is None:
            return
        needed, free = self._plan.size, self._where.free()
        words = self.tr("About {size} are written and read back. What is on the stick already stays.")
        if needed > free:
            words = self.tr("About {size} are needed, {free} are free: choose another stick or folder.")
        self._room.setText(words.format(size=language.size_text(needed), free=language.size_text(free)))
        self._room.set_tone("warn" if needed > free else "ink-soft")

    # Files chosen --------------------------------------------------------------------------------------------------

    def take(self, name: str, path: Path | None) -> None:
        """Takes a file along in the place `name`; None leaves it out."""
        self._trouble.hide()
        field = {INSTALLER: "installer", PORTABLE: "portable", LETTER: "letter"}[name]
        self._enclose(replace(self._enclosed, **{field: path}))

    def _ask_program(self, name: str) -> None:
        if name == INSTALLER:
            kinds = (self.tr("Installer (*.exe)"),)
            ask_open(self, self.tr("The installer"), kinds, lambda path: self.take(name, path))
        else:
            kinds = (self.tr("Portable copy (*.zip)"),)
            ask_open(self, self.tr("The portable copy"), kinds, lambda path: self.take(name, path))

    def _ask_letter(self) -> None:
        ask_open(self, self.tr("The issued letter"), ("PDF (*.pdf)",), lambda path: self.take(LETTER, path))

    def _ask_model(self) -> None:
        def write(target: Path) -> None:
            self._context.run(
                sticks.write_model_letter,
                self._part,
                target,
                on_failed=self._tell,
                on_done=lambda _: self._show_path(target),
            )

        ask_target(self, self.tr("Save the model letter"), LETTER, ("PDF (*.pdf)",), write)

    def _show_path(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    # Writing -------------------------------------------------------------------------------------------------------

    def _work(self) -> QWidget:
        told = self.tr("Do not pull the stick before it says “Written and checked”.")
        return column(Label(told, weight="medium", wrap=True), self._strip, None)

    def accept(self) -> None:
        """The main act: write, or write the next one."""
        if self._stack.currentIndex() == _DONE:
            self._next()
        elif self._stack.currentIndex() == _FORM and self._plan is not None:
            passphrase = self._fields.passphrase() if self._fields is not None else ""
            if passphrase or self._fields is None:
                self._write(passphrase)

    def write_to(self, where: Path, passphrase: str = "") -> None:
        """Writes onto this stick or into this folder, as the main act does with the one chosen."""
        self._where.choose(where)
        self._write(passphrase)

    def reject(self) -> None:
        if self._job is not None:
            self._job.cancel()
        else:
            super().reject()

    def _write(self, passphrase: str) -> None:
        self._trouble.hide()
        self._stack.setCurrentIndex(_WORK)
        self._act.setEnabled(False)
        self._job = self._context.run(
            sticks.write, self._part, self._where.folder(), self._enclosed, passphrase,
            on_done=self._on_written, on_failed=self._tell,
        )  # fmt: skip
        self._job.title = self.tr("Writing and reading back")
        self._job.finished.connect(self._on_finished)
        self._strip.follow(self._job)

    def _on_finished(self) -> None:
        self._job = None
        self._act.setEnabled(True)
        if self._stack.currentIndex() == _WORK:  # stopped, or it did not succeed
            self._stack.setCurrentIndex(_FORM)

    def _on_written(self, stick: Stick) -> None:
        self._count += 1
        empty(self._done)
        words = column(Label(self.tr("Written and checked"), "section", weight="bold"), *self._facts(stick), gap=4)
        parts: list[Part] = [None, Sheet(fact_line("circle-check", "good", words), look="good")]
        told = self.tr("The stick can be pulled now. For the next commune: plug in another stick, then go on.")
        parts.append(Label(told, wrap=True))
        show = Button(self.tr("Open the folder"), "link", "folder-open")
        show.clicked.connect(lambda: self._show_path(stick.folder))
        parts += [row(show, None), None]
        fill(self._done, parts, gap=12)
        self._stack.setCurrentIndex(_DONE)
        self._act.setText(self.tr("Write the next stick"))
        self._act.setFocus()
        self._context.changed.emit(frozenset({"campaigns", "keys"}))

    def _facts(self, stick: Stick) -> list[Part]:
        size = language.size_text(stick.size)
        told = self.tr("%n file(s), {size}, every byte read back", "", stick.files).format(size=size)
        lines: list[Part] = [Label(told, wrap=True), Label(str(stick.folder), "hint", "ink-soft", wrap=True)]
        if self._count > 1:
            lines.append(Label(self.tr("%n stick(s) so far", "", self._count), wrap=True))
        if stick.beside:
            words = self.tr("A folder from earlier was there and stays as it was: {name}.").format(name=stick.beside)
            lines.append(Label(words, tone="warn", wrap=True))
        code = self.tr("Check code of the sealing key: {code}").format(code=in_halves(stick.check_code))
        return [*lines, Label(code, wrap=True, selectable=True)]

    def _next(self) -> None:
        """Another stick: written at once where one is plugged in that has no such folder yet."""
        assert self._plan is not None
        self._act.setText(self.tr("Write to the stick"))
        self._stack.setCurrentIndex(_FORM)
        self._plan = replace(self._plan, needs_passphrase=False, has_key=True)
        self._show_list()
        self._show_secret(self._plan)
        self._where.look_again()
        if not (self._where.folder() / self._plan.name).exists():
            self._write("")

    def _tell(self, error: AppError) -> None:
        column_ = self._trouble.column()
        empty(column_)
        fill(column_, [fact_line("triangle-alert", "warn", Label(sentence_for(error), wrap=True, selectable=True))])
        self._trouble.show()
        self._act.setEnabled(self._plan is not None)
        if self._plan is None:
            self._enclose(Enclosed())
