"""The frame of the program: rail, header, notices, and one page at a time. No rule of the domain stands here."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import language, preferences, theme
from ui.context import Context
from ui.notices import Notice
from ui.page import Page, PageSpec
from ui.widgets import text
from ui.widgets.boxes import fill
from ui.widgets.header import SAVED, SAVING, UNSAVED, Header, HeaderFacts
from ui.widgets.notice_bar import NoticeArea, NoticeBar
from ui.widgets.progress_strip import ProgressStrip
from ui.widgets.rail import Rail

_RAIL_FROM = 1200  # logical pixels; below, the rail shows icons
_HEADER_FROM = 1000


class MainWindow(QWidget):
    """`file_given` carries a `Path` that was handed over by a second start; `person_asked` comes from the rail;
    `page_shown` names the page that is seen from now on."""

    file_given = Signal(object)
    person_asked = Signal()
    page_shown = Signal(str)

    def __init__(self, context: Context, specs: Sequence[PageSpec]) -> None:
        super().__init__()
        self.context = context
        self.setObjectName("desk")
        self.setWindowTitle(self.tr("Thước Số"))
        self.setWindowIcon(theme.current().icon("ruler", "lead", 32))
        self.setMinimumSize(640, 480)
        self._specs: dict[str, PageSpec] = {}
        self._pages: dict[str, Page] = {}
        self._counts: dict[str, str] = {}
        self._facts, self._person = HeaderFacts(), ("", "")
        self._saving = SAVED
        self.rail, self.header, self.notices = Rail(), Header(), NoticeArea()
        self.progress = ProgressStrip()
        self._stack = QStackedWidget()
        self._rebuilds_when_shown = False
        self._rebuilding = QTimer(self)
        self._rebuilding.setSingleShot(True)
        self._rebuilding.setInterval(0)
        self._rebuilding.timeout.connect(self._rebuild)
        self._lay()
        self._add_keys()
        self._connect()
        self.set_pages(specs)
        self._stack.setFocus()  # no ring is seen before a key is pressed; Tab begins in the page
        self._restore()

    def set_pages(self, specs: Sequence[PageSpec], begin: str = "") -> None:
        """Other pages from now on (another part, another folder); the first one is opened, or the one named."""
        self._forget_pages()
        self._specs = {spec.identifier: spec for spec in specs}
        self._name_entries()
        if specs:
            self.open_page(begin or specs[0].identifier)

    def open_page(self, identifier: str, place: object = None) -> Page:
        """Show a page, made now if it never was, and go to a place in it."""
        before = self.page()
        page = self._pages.get(identifier) or self._make(identifier)
        if before is not page:
            if before is not None:
                before.leave()
            self.context.notices.forget_passing()
        self._stack.setCurrentWidget(page)
        if not self._is_in(page):
            page.setFocus()  # so that the keys of the page work although the rail was clicked
        self.rail.mark(identifier)
        page.refresh_if_stale()
        if place is not None:
            page.show_place(place)
        self.page_shown.emit(identifier)
        return page

    def page(self) -> Page | None:
        """The page that is seen."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def page_name(self) -> str:
        """The identifier of the page that is seen, "" where there is none."""
        page = self.page()
        return next((name for name, each in self._pages.items() if each is page), "")

    def show_facts(self, facts: HeaderFacts) -> None:
        self._facts = facts
        self.header.show_facts(facts)
        if self._saving is not SAVED:
            self._show_saving()
        title = " · ".join(part for part in dict.fromkeys((facts.agency, self.tr("Thước Số"))) if part)
        self.setWindowTitle(text.one_line(title))

    def show_person(self, name: str, office: str) -> None:
        self._person = (name, office)
        self.rail.set_person(name, office)

    def show_count(self, identifier: str, count: str) -> None:
        self._counts[identifier] = count
        self.rail.set_count(identifier, count)

    def show_above(self, widget: QWidget) -> None:
        """Put something between the header and the notices, whatever page is seen."""
        self._body.insertWidget(1, widget)

    def bring_forward(self, path: Path | None = None) -> None:
        """A second start hands its file over and this window comes to the front."""
        self.setWindowState((self.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive)
        self.show()
        self.raise_()
        self.activateWindow()
        if path is not None:
            self.file_given.emit(path)

    def leave(self) -> None:
        """Let the page commit what is still being typed."""
        page = self.page()
        if page is not None:
            page.leave()

    def when_kept(self, do: Callable[[], object]) -> None:
        """Calls `do` now, when everything typed is on the disk; where something can't be, when one goes without it."""
        unkept = self._unkept()
        if unkept:
            self._ask_to_go_without(unkept, do)
        else:
            do()

    def _unkept(self) -> str:
        """What was typed and could not be kept; waits for what is being written."""
        self.leave()
        if self._has_unkept():
            self.context.settle()
        return next(filter(None, (page.unkept() for page in self._pages.values())), "")

    def _has_unkept(self) -> bool:
        return any(page.unkept() for page in self._pages.values())

    def _ask_to_go_without(self, unkept: str, do: Callable[[], object]) -> None:
        from ui.dialogs.dialog import ask

        lost = self.tr("If you go on now, it is lost.")
        words = (self.tr("Go on without saving?"), f"{unkept} {lost}", self.tr("Go on without it"))
        ask(self, *words, self.tr("Stay here"), loses=True).accepted.connect(do)

    def _speak(self, asked: str) -> None:
        self.context.preferences.set(preferences.LANGUAGE, asked)
        language.install(asked)  # all pages are made anew by that

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            # several translators come and go in one switch: build once, when all are there
            self._rebuilding.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._rebuilds_when_shown:
            self._rebuilding.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.leave()
        shown = [job for job in self.context.jobs() if job.title and not job.is_cancelling]
        if shown:
            event.ignore()
            from ui.dialogs.dialog import ask

            question = ask(
                self,
                self.tr("Stop the work that is running?"),
                self.tr("{title} is not finished. What it did so far will be undone; everything saved stays.").format(
                    title=shown[0].title
                ),
                self.tr("Stop and close"),
                self.tr("Go on working"),
            )
            question.accepted.connect(self._stop_and_close)
            return
        failures = self.context.failures
        self.context.settle()
        unkept = self._unkept()
        if unkept:
            event.ignore()
            self._ask_to_go_without(unkept, self._close_without)
        elif self.context.failures > failures and self.isVisible():
            event.ignore()  # the last thing asked for was refused: the notice that says so has to be read
        else:
            self._end()

    def _stop_and_close(self) -> None:
        for job in self.context.jobs():
            if job.title:
                job.cancel()
        self.close()

    def _close_without(self) -> None:
        self._forget_pages()
        self.close()

    def _end(self) -> None:
        self.context.preferences.set(preferences.GEOMETRY, self.saveGeometry())
        self.context.close()

    def _lay(self) -> None:
        self._body = QVBoxLayout()
        fill(self._body, [self.header, self.notices, self.progress, (self._stack, 1)], gap=0)
        layout = QHBoxLayout(self)
        fill(layout, [self.rail], gap=0)
        layout.addLayout(self._body, 1)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.open_page)
        self.rail.person_asked.connect(self.person_asked)
        self.context.changed.connect(self._on_changed)
        self.context.job_started.connect(self.progress.follow)
        self.context.workspace_changed.connect(self._rebuild)
        self.context.language_asked.connect(lambda asked: self.when_kept(partial(self._speak, asked)))
        self.context.saving.connect(self._on_saving)
        self.context.unsaved.connect(self._on_unsaved)
        self.context.notices.raised.connect(self._on_notice)
        self.context.notices.taken_back.connect(self._on_notice_gone)
        for notice in self.context.notices.waiting():
            self._on_notice(notice)
        theme.current().changed.connect(self._fit)

    def _add_keys(self) -> None:
        for number in range(1, 10):
            self._key(f"Alt+{number}", partial(self._open_numbered, number - 1))
        self._key("F1", self._help)
        self._key("Ctrl+F", self._find)

    def _key(self, keys: str, do: object) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(do)

    def _help(self) -> None:
        """The help, at the place of the page that is seen."""
        here = self.page_name()
        if "help" in self._specs and here != "help":
            self.open_page("help", here)

    def _open_numbered(self, number: int) -> None:
        names = [name for name, spec in self._specs.items() if not spec.foot]
        if number < len(names):
            self.open_page(names[number])

    def _find(self) -> None:
        page = self.page()
        box = page.search_box() if page is not None else None
        if box is not None:
            box.setFocus(Qt.FocusReason.ShortcutFocusReason)
            box.selectAll()

    def _make(self, identifier: str) -> Page:
        page = self._specs[identifier].factory(self.context)
        page.setObjectName(f"page-{identifier}")
        page.go_to.connect(self.open_page)
        self._pages[identifier] = page
        self._stack.addWidget(page)
        return page

    def _forget_pages(self) -> None:
        """The one place where pages go; what they could not keep goes with them."""
        self.leave()
        if self._has_unkept():
            self.context.settle()  # while they are there to hear how the last try went
        if self._has_unkept():
            from ui.autosave import Autosave

            for saver in self.findChildren(Autosave):
                saver.let_go()
            self._on_saving(False)
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()

    def _name_entries(self) -> None:
        entries = [
            (spec.identifier, QCoreApplication.translate("Pages", spec.title), spec.icon, spec.foot)
            for spec in self._specs.values()
        ]
        self.rail.set_entries(entries)
        for identifier, count in self._counts.items():
            self.rail.set_count(identifier, count)
        self.rail.set_person(*self._person)

    def _rebuild(self) -> None:
        """Make everything that holds words anew, and stay on the same page; a window that is not seen waits for it."""
        if not self.isVisible():
            self._rebuilds_when_shown = True
            return
        self._rebuilds_when_shown = False
        opened = self.page_name()
        self._forget_pages()
        self._name_entries()
        fresh = Header()
        self._body.replaceWidget(self.header, fresh)
        self.header.deleteLater()
        self.header = fresh
        self.show_facts(self._facts)
        self._fit()
        if opened:
            self.open_page(opened)

    def _fit(self) -> None:
        px = theme.current().px  # larger text needs the room sooner
        self.rail.set_compact(self.width() < px(_RAIL_FROM))
        self.header.set_narrow(self.width() < px(_HEADER_FROM))

    def _restore(self) -> None:
        self.resize(1366, 768)
        self.restoreGeometry(self.context.preferences.get(preferences.GEOMETRY))

    def _on_changed(self, kinds: frozenset[str]) -> None:
        for page in list(self._pages.values()):
            page.on_changed(kinds)

    def _on_saving(self, is_pending: bool) -> None:
        self._saving = SAVING if is_pending else SAVED
        self._show_saving()

    def _on_unsaved(self) -> None:
        self._saving = UNSAVED
        self._show_saving()

    def _show_saving(self) -> None:
        time = language.time_text(self.context.workspace.clock())
        saved = self.tr("Saved {time}").format(time=time)
        words = {SAVED: saved, SAVING: self.tr("Saving"), UNSAVED: self.tr("Not saved")}[self._saving]
        self._facts = self._facts._replace(saved=saved)
        self.header.show_saved(words, self._saving)

    def _on_notice(self, notice: Notice) -> None:
        bar = NoticeBar(notice)
        bar.closed.connect(lambda: self.context.notices.take_back(notice))
        self.notices.add(bar)

    def _is_in(self, place: QWidget) -> bool:
        """Whether the focus is somewhere inside `place`."""
        focused: QWidget | None = self.focusWidget()  # Qt says None where its stub does not
        return focused is not None and place.isAncestorOf(focused)

    def _on_notice_gone(self, notice: Notice) -> None:
        """Who took a step from a notice goes on in the page, not at whatever comes after the notice."""
        was_in_it = self._is_in(self.notices)
        self.notices.remove(notice)
        page = self.page()
        if was_in_it and page is not None:
            page.setFocus()
