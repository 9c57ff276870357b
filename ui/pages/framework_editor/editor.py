"""The editor: tree, sheet and trial side by side, what holds for the whole set, what checks found, undo and saving."""

import dataclasses
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QLineEdit, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from app.domain import editing
from app.domain.framework import Framework, Node, Remark, Role
from app.domain.problems import Problem
from app.errors import AppError
from app.operations.frameworks.drafting import Draft
from app.wording.figures import number
from app.wording.rules import problem_sentence
from ui import language, theme, tokens
from ui.context import Context
from ui.pages.framework_editor.node_sheets import MARGINS, CriterionSheet, GroupSheet, NodeSheet
from ui.pages.framework_editor.preview import CommunePreview
from ui.pages.framework_editor.problem_list import ProblemList, section_of
from ui.pages.framework_editor.saving import DraftSaver
from ui.pages.framework_editor.set_sheet import SetSheet
from ui.pages.framework_editor.tree import NodeTree
from ui.pages.framework_editor.work import Part, Work
from ui.widgets import text
from ui.widgets.badge import Badge
from ui.widgets.boxes import column, fill, row, scrolled
from ui.widgets.button import Button
from ui.widgets.chips import TabRow
from ui.widgets.desk import FORM, Desk
from ui.widgets.entry import Entry
from ui.widgets.rule_builder import TryPanel
from ui.widgets.sheet import framed
from ui.widgets.text import Label, Line
from ui.widgets.text_area import TextArea

CRITERIA, SET, PROBLEMS = "criteria", "set", "problems"
WIDTHS = (316, 446, 372)
_TRY_PAUSE = 120  # milliseconds after a keystroke until the trial follows
_FACTS_FROM, _BADGE_FROM, _TITLE = 980, 760, 300
_UNDO, _REDO = ("Ctrl+Z",), ("Ctrl+Y", "Ctrl+Shift+Z")


class FrameworkEditor(QWidget):
    """`left` tells that the list is wanted; `changed` that what the strip says is another thing now."""

    left = Signal()
    changed = Signal()

    def __init__(self, context: Context, draft: Draft) -> None:
        super().__init__()
        self.context, self.draft = context, draft
        self.work = Work(editing.with_ids(draft.framework), context.workspace)
        self.work.setParent(self)
        self.saver = DraftSaver(context, draft.id, self)
        self.preview: CommunePreview | None = None
        self._is_own = False
        self._node = ""
        self._make_parts()
        self._connect()
        self._lay()
        first = next(iter(self.work.framework.index.places), "")
        if first:
            self.tree.select(first)
        else:
            self._show_node("")
        self._show_head()
        self._show_history()
        self._on_checked()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    # From outside --------------------------------------------------------------------------------------------------

    @property
    def framework(self) -> Framework:
        return self.work.framework

    def leave(self) -> None:
        """Keep what is being typed, at once."""
        focused = QApplication.focusWidget()
        if isinstance(focused, (Entry, TextArea)) and self.isAncestorOf(focused):
            focused.commit()
        self.saver.flush()
        self.problems.rest()

    def unkept(self) -> str:
        """As a page says it."""
        return (
            "" if self.saver.is_idle else self.tr("What you changed last in the criteria set is not on the disk yet.")
        )

    def show_node(self, id_: str) -> None:
        """Goes to a node, by id or code."""
        place = self.framework.index.find(id_)
        if place is not None:
            self._to_tab(CRITERIA)
            self.tree.select(place.id)

    def show_tab(self, tab: str) -> None:
        """Goes to the criteria, to the whole set or to what was found."""
        self._to_tab(tab)

    def show_preview(self) -> None:
        """The set as a commune sees it; what is too broken to be scored is named instead."""
        try:
            self.preview = CommunePreview(self.framework, self._node)
        except AppError as error:
            self.context.notices.error(error)
            self.show_tab(PROBLEMS)
            return
        self.preview.left.connect(self.leave_preview)
        self._outer.addWidget(self.preview)
        self._outer.setCurrentWidget(self.preview)
        self.changed.emit()

    def leave_preview(self) -> None:
        if self.preview is not None:
            self._outer.removeWidget(self.preview)
            self.preview.deleteLater()
            self.preview = None
            self.changed.emit()

    def take(self, framework: Framework, words: str) -> None:
        """Another content for this draft, from a file: it keeps its own id and version, and can be undone."""
        taken = dataclasses.replace(framework, id=self.framework.id, version=self.framework.version)
        self.work.change(editing.with_ids(taken), words, Part.TREE)

    # Parts ---------------------------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.tree = NodeTree(self.work)
        self.criterion, self.group = CriterionSheet(), GroupSheet(self.work)
        self._empty = Label("", tone="ink-soft", wrap=True)
        self._empty.setContentsMargins(16, 16, 16, 16)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setText(self.tr("Nothing is entered yet. Ins adds a criterion, Shift+Ins a group."))
        self._sheets = QStackedWidget()
        for sheet in (scrolled(self.criterion), scrolled(self.group), self._empty):
            self._sheets.addWidget(sheet)
        self.trial = TryPanel()
        self._no_trial = Label(self.tr("Choose a criterion to try its rule."), tone="ink-soft", wrap=True)
        self._trying = QTimer(self, singleShot=True, interval=_TRY_PAUSE)
        self._trying.timeout.connect(self._try)
        self.desk = Desk(
            framed(self.tree),
            framed(self._sheets),
            framed(scrolled(column(self.trial, self._no_trial, None, margins=MARGINS))),
            open_left=self.tr("List of criteria"),
            tabs=(self.tr("Criterion"), self.tr("Try it")),
            widths=WIDTHS,
        )
        self.set_sheet = SetSheet(self.work)
        self.problems = ProblemList(self.work, self.context)
        self.tabs = TabRow(
            [
                (CRITERIA, self.tr("Criteria")),
                (SET, self.tr("The whole set")),
                (PROBLEMS, self.tr("To look at {count}").format(count=0)),
            ]
        )
        self.tabs.setObjectName("editor-tabs")

    def _connect(self) -> None:
        self.tree.chosen.connect(self._show_node)
        self.tree.opened.connect(self._on_opened)
        for sheet in (self.criterion, self.group):
            sheet.edited.connect(self._on_edited)
        self.work.changed.connect(self._on_changed)
        self.work.history_changed.connect(self._show_history)
        self.saver.waiting.connect(lambda: self.context.saving.emit(True))
        self.saver.saved.connect(lambda: self.context.saving.emit(False))
        self.saver.refused.connect(self._on_refused)
        self.tabs.chosen.connect(self._to_tab)
        self.problems.checked.connect(self._on_checked)
        self.problems.wanted.connect(self.go_to_problem)
        self.problems.accepted.connect(self._accept)

    def _lay(self) -> None:
        back = Button("", "quiet", "arrow-left", tip=self.tr("All frameworks"))
        back.setObjectName("back")
        back.clicked.connect(self.left)
        self._title = Line("", "title", weight="bold")
        self._title.setMaximumWidth(theme.current().px(_TITLE))
        self._badge = Badge("pencil", "", "warn")
        self._facts = Line("", tone="ink-soft")
        self.undo = self._history_button("undo", "undo-2", self.work.undo)
        self.redo = self._history_button("redo", "redo-2", self.work.redo)
        named = row(back, self._title, self._badge, (self._facts, 100), None, gap=tokens.NEAR)
        head = QWidget()
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight, head)
        fill(self._head, [(named, 1), row(self.tabs, None, self.undo, self.redo, gap=tokens.NEAR)], gap=tokens.NEAR)
        self._stack = QStackedWidget()
        for part in (self.desk, self.set_sheet, self.problems):
            self._stack.addWidget(part)
        inner = QWidget()
        fill(QVBoxLayout(inner), [head, (self._stack, 1)], gap=tokens.NEAR)
        self._outer = QStackedWidget()
        self._outer.addWidget(inner)
        fill(QVBoxLayout(self), [(self._outer, 1)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = theme.current().px
        self._facts.setVisible(self.width() >= px(_FACTS_FROM))
        is_wide = self.width() >= px(_BADGE_FROM)  # below, the tabs have a line of their own
        self._head.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)

    def _history_button(self, name: str, icon: str, do: Callable[[], None]) -> Button:
        button = Button("", "quiet", icon, tip=name)
        button.setObjectName(name)
        button.clicked.connect(do)
        return button

    # Going round ---------------------------------------------------------------------------------------------------

    def _to_tab(self, tab: str) -> None:
        self.tabs.set_value(tab)
        self._stack.setCurrentIndex((CRITERIA, SET, PROBLEMS).index(tab))

    def go_to_problem(self, problem: Problem) -> None:
        """The place where a problem is mended."""
        if problem.node in self.framework.index.places:
            self.show_node(problem.node)
            self.desk.show_tab(FORM)
        else:
            self._to_tab(SET)
            self.set_sheet.show_section(section_of(problem))

    def _accept(self, problem: Problem) -> None:
        """Keeps what the decision itself says as a remark with its figures, so that it is known from now on."""
        words = problem_sentence(problem, language.current())
        remark = Remark(words=words, problem=problem.code, node=problem.node)
        after = dataclasses.replace(self.framework, remarks=(*self.framework.remarks, remark))
        self.work.change(after, self.tr("Keep as a remark: {words}").format(words=words), Part.SET)
        self.problems.check_now()

    def _on_opened(self, id_: str) -> None:
        self.show_node(id_)
        self.desk.close_drawer()
        self.desk.show_tab(FORM)
        sheet = self._sheet()
        if sheet is not None:
            sheet.focus_title()

    def _sheet(self) -> NodeSheet | None:
        place = self.framework.index.places.get(self._node)
        if place is None:
            return None
        return self.criterion if place.criterion is not None else self.group

    def _tell_spoilt(self) -> None:
        """What can't be read does not vanish unsaid when another node is shown."""
        sheet = self._sheet()
        for words, typed in sheet.spoilt() if sheet is not None else ():
            told = self.tr("{field}: “{typed}” can't be read, so the value before stays.")
            self.context.notices.info(told.format(field=words, typed=typed))

    def _show_node(self, id_: str) -> None:
        if id_ != self._node:
            self._tell_spoilt()
        self._node = id_
        place, sheet = self.framework.index.places.get(id_), self._sheet()
        if place is None or sheet is None:
            self._sheets.setCurrentIndex(2)
            return
        self._sheets.setCurrentIndex(0 if sheet is self.criterion else 1)
        sheet.show_node(self.framework, place)
        self._try()

    def _try(self) -> None:
        place = self.framework.index.places.get(self._node)
        is_criterion = place is not None and place.criterion is not None
        self.trial.setVisible(is_criterion)
        self._no_trial.setVisible(not is_criterion)
        if place is not None and place.criterion is not None:
            self.trial.show_criterion(self.framework, place.criterion)

    # Changing ------------------------------------------------------------------------------------------------------

    def _on_edited(self, node: Node, field: str, words: str) -> None:
        name = node.code or node.title
        self._is_own = True
        self.work.change_node(node, self.tr("Change {name}: {field}").format(name=name, field=words), field)
        self._is_own = False

    def _on_changed(self, part: str, node: str) -> None:
        self.saver.note(self.framework)
        self._show_head()
        sheet = self._sheet()
        if self._is_own and sheet is not None:
            sheet.follow(self.framework)
            self._trying.start()
        elif self._node in self.framework.index.places:
            self._show_node(self._node)
        else:
            self._show_node(self.tree.current())
        if not self._is_own and part == Part.NODE and node and node != self._node:
            self.show_node(node)
        self.changed.emit()

    def _show_head(self) -> None:
        value = self.framework
        self._title.setText(value.short_title or value.title or self.tr("Framework without a title"))
        self._badge.show_state("pencil", self.tr("Draft of version {version}").format(version=value.version), "warn")
        criteria = sum(1 for _ in value.index.criteria())
        declared = value.totals.maximum.value
        reached = sum((node.maximum.value for node in value.nodes if node.role is Role.SCALE), declared * 0)
        points = self.tr("{points} points").format(points=number(declared, language.current()))
        fits = self.tr("the sum fits")
        if reached != declared:
            fits = self.tr("the groups add up to {sum}").format(sum=number(reached, language.current()))
        self._facts.setText(" · ".join((self.tr("%n criterion(s)", "", criteria), points, fits)))
        self._facts.set_tone("ink-soft" if reached == declared else "warn")

    def _show_history(self) -> None:
        pairs = (
            (self.undo, self.work.undo_words(), self.tr("Undo: {words} (Ctrl+Z)"), self.tr("Nothing to undo")),
            (self.redo, self.work.redo_words(), self.tr("Do again: {words} (Ctrl+Y)"), self.tr("Nothing to do again")),
        )
        for button, words, template, nothing in pairs:
            told = template.format(words=words) if words else nothing
            button.setEnabled(bool(words))
            text.set_tip(button, told)
            text.name(button, told)

    def _on_checked(self) -> None:
        found = len(self.problems.problems)
        self.tabs.set_words(PROBLEMS, self.tr("To look at {count}").format(count=found))
        self.tree.mark(self.problems.marks())
        self.changed.emit()

    def _on_refused(self, error: AppError) -> None:
        self.context.unsaved.emit()
        self.context.notices.error(error)

    # Keys ----------------------------------------------------------------------------------------------------------

    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        """Undo belongs to the editor, in whatever field it is asked for."""
        if isinstance(now, (QLineEdit, QPlainTextEdit)) and self.isAncestorOf(now) and self.preview is None:
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            keys = QKeySequence(event.keyCombination()).toString()
            if keys in (*_UNDO, *_REDO):
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    (self.work.undo if keys in _UNDO else self.work.redo)()
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = QKeySequence(event.keyCombination()).toString()
        if keys in _UNDO:
            self.work.undo()
        elif keys in _REDO:
            self.work.redo()
        else:
            super().keyPressEvent(event)
