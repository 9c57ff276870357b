"""The guided look round the sample: a strip above the page with the next act, its hint, and the way to one's own work.

The hint stands where its question arises: on the page of the act it says how, elsewhere why, with a way there. What is
ticked was really done (`app.operations.guiding`); the strip can be folded, and left at any moment.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.operations import guiding, parts
from app.operations.guiding import Act, Guide
from app.operations.parts import Role
from ui import theme, tokens
from ui.context import Context
from ui.main_window import MainWindow
from ui.pages import AUTHORITY, COMMUNE
from ui.widgets.boxes import column, empty, fill, row
from ui.widgets.button import Button
from ui.widgets.flow import flow
from ui.widgets.icon import Icon
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label, Line, name

_BESIDE_FROM = 900  # pixels at 100 %: below, the buttons stand under the hint


class GuideStrip(QWidget):
    """`place_asked` names a page, `side_asked` means the other side of the sample, `leave_asked` the own data."""

    place_asked = Signal(str)
    side_asked = Signal()
    leave_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Guide, str, bool] | None = None
        self._is_folded = False
        self._title = Line(weight="bold")
        self._title.setObjectName("guide-title")
        self._ticks = QWidget()
        self._marks = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._ticks)
        self._hint = Label(tone="ink-soft", wrap=True)
        self._hint.setObjectName("guide-hint")
        self._go, self._side = Button("", "link", "arrow-right"), Button("", "link", "arrow-right")
        self._leave, self._fold = Button("", "plain", "flag"), Button("", "quiet", "chevron-up", tip=" ")
        for button, own in ((self._go, "go"), (self._side, "side"), (self._leave, "leave"), (self._fold, "fold")):
            button.setObjectName(f"guide-{own}")
        self._go.clicked.connect(lambda: self.place_asked.emit(self._place()))
        self._side.clicked.connect(self.side_asked)
        self._leave.clicked.connect(self.leave_asked)
        self._fold.clicked.connect(self._on_fold)
        words = column(row(self._title, self._ticks, None, gap=tokens.FIELD), self._hint, gap=2)
        ways = flow(self._go, self._side, self._leave)
        acts = QWidget()
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight, acts)
        fill(line, [(ways, 1), self._fold], gap=tokens.FIELD)
        line.setAlignment(ways, Qt.AlignmentFlag.AlignVCenter)
        holder = QWidget()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, holder)
        fill(self._line, [(words, 1), acts], gap=tokens.FIELD)
        sheet = Sheet(row(Icon("flask-conical", "lead", 20), (holder, 1)), margins=(tokens.FIELD, 6, 6, 6))
        fill(self._frame(), [sheet], margins=(tokens.FIELD, tokens.FIELD, tokens.FIELD, 0))
        self.hide()

    def show_guide(self, guide: Guide, page: str, *, has_own_work: bool) -> None:
        """The strip as it is on `page`; `has_own_work`: there is something to go back to."""
        self._shown = (guide, page, has_own_work)
        act, is_agency = guide.next, guide.role is Role.AGENCY
        at = len(guide.acts) if act is None else guide.acts.index(act) + 1
        step = self.tr("Look round, step {number} of {all}: {title}")
        done = self.tr("All {all} steps were tried").format(all=len(guide.acts))
        self._title.setText(step.format(number=at, all=len(guide.acts), title=self._named(act)) if act else done)
        self._hint.setText(self._hint_for(guide, act, page))
        self._hint.setHidden(self._is_folded)
        self._show_ticks(guide)
        self._go.setText(self.tr("To {page}").format(page=_page_title(act)) if act else "")
        self._go.setVisible(act is not None and act.page != page and not self._is_folded)
        side = self.tr("See the authority's side") if is_agency else self.tr("See the commune's side")
        self._side.setText(side)
        self._side.setVisible(act is None and not self._is_folded)
        begin = self.tr("Begin the commune's own self-assessment") if is_agency else self.tr("Begin a real campaign")
        self._leave.setText(self.tr("Back to the real data") if has_own_work else begin)
        self._name_fold()
        self.show()

    def shown(self) -> Guide | None:
        """What it says now."""
        return self._shown[0] if self._shown else None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        is_wide = self.width() >= theme.current().px(_BESIDE_FROM)
        self._line.setDirection(way.LeftToRight if is_wide else way.TopToBottom)

    def _frame(self) -> QBoxLayout:
        return QBoxLayout(QBoxLayout.Direction.TopToBottom, self)

    def _place(self) -> str:
        act = self._shown[0].next if self._shown else None
        return act.page if act else ""

    def _on_fold(self) -> None:
        self._is_folded = not self._is_folded
        self._show_again()

    def _show_again(self) -> None:
        if self._shown is not None and not self.isHidden():
            guide, page, has_own_work = self._shown
            self.show_guide(guide, page, has_own_work=has_own_work)

    def _name_fold(self) -> None:
        words = self.tr("Show the hint") if self._is_folded else self.tr("Fold the hint")
        self._fold.set_icon("chevron-down" if self._is_folded else "chevron-up")
        self._fold.setToolTip(words)
        name(self._fold, words)

    def _show_ticks(self, guide: Guide) -> None:
        empty(self._marks)
        fill(self._marks, [], gap=tokens.STEP)
        for act in guide.acts:
            here = act is guide.next
            mark = ("circle-check", "good") if act.name in guide.done else ("circle-dot", "lead")
            icon, tone = mark if here or act.name in guide.done else ("circle", "ink-soft")
            self._marks.addWidget(Icon(icon, tone, 16, self._named(act)))
        name(self._ticks, self.tr("{done} of {all} done").format(done=len(guide.done), all=len(guide.acts)))

    # Words ---------------------------------------------------------------------------------------------------------

    def _named(self, act: Act) -> str:
        return {
            "figure": self.tr("Enter the figures of one criterion"),
            "evidence": self.tr("Attach one piece of evidence"),
            "check": self.tr("Look at the review"),
            "freeze": self.tr("Freeze the figures"),
            "export": self.tr("Seal and export the bundle"),
            "received": self.tr("Look at what came in"),
            "opinion": self.tr("Give an opinion on one criterion"),
            "feedback": self.tr("Export the opinions"),
            "ranking": self.tr("Look at the ranking"),
            "publication": self.tr("Look at what publishing needs"),
        }[act.name]

    def _hint_for(self, guide: Guide, act: Act | None, page: str) -> str:
        if act is not None:
            here = self._how(act) if act.page == page else ""
            return here or self._why(act)
        if guide.role is Role.AGENCY:
            return self.tr("The authority's side can be looked at as well: it receives the very file just exported.")
        return self.tr("The commune's side can be looked at as well: how figures and evidence are entered.")

    def _why(self, act: Act) -> str:
        return {
            "figure": self.tr("A commune works down the rail on the left; it begins with its figures."),
            "evidence": self.tr("What proves a figure is attached right at its criterion."),
            "check": self.tr("The review lists what is missing, the most important first."),
            "freeze": self.tr("When nothing red is left in the review, the leader confirms the figures."),
            "export": self.tr("The frozen figures and the evidence become one sealed file."),
            "received": self.tr("The file of each commune is checked as it comes in: content, key, signature."),
            "opinion": self.tr("Criteria are appraised one at a time over all communes, or commune by commune."),
            "feedback": self.tr("Each commune gets one file; only the criteria that were asked about open again."),
            "ranking": self.tr("Ranked by the exact value; equal ones are listed for the council to settle."),
            "publication": self.tr("The page lists what is still open before a result goes out."),
        }[act.name]

    def _how(self, act: Act) -> str:
        return {
            "figure": self.tr(
                "Choose a criterion without figures on the left and type. The points follow at once; there is no "
                "Save button, everything typed is kept."
            ),
            "evidence": self.tr(
                "Drop any file on the dashed field of the evidence, or cite a document without attaching a file."
            ),
            "freeze": self.tr(
                "Press Freeze the figures and type the name of a leader; here any name will do. It can be reopened."
            ),
            "export": self.tr(
                "Press Seal and export, choose a folder and make up a passphrase of 8 characters or more. The file "
                "goes nowhere by itself."
            ),
            "opinion": self.tr("Ctrl+1 agrees; Ctrl+2 adjusts the points, with a reason. Then press the blue button."),
            "feedback": self.tr(
                "Choose Feedback, end of the round, then export. The passphrase of the sample: dùng thử"
            ),
        }.get(act.name, "")


def _page_title(act: Act) -> str:
    spec = next(spec for spec in (*COMMUNE, *AUTHORITY) if spec.identifier == act.page)
    return QCoreApplication.translate("Pages", spec.title)


class Guiding(QObject):
    """Joins the strip to the window while the sample is open."""

    def __init__(self, window: MainWindow, leave: Callable[[], object], turn: Callable[[str], object]) -> None:
        super().__init__(window)
        self._window, self._turn = window, turn
        self._context: Context = window.context
        self._is_on, self._has_own_work = False, False
        self._begun = ""  # the part whose beginning is kept
        self.strip = GuideStrip()
        window.show_above(self.strip)
        self.strip.leave_asked.connect(leave)
        self.strip.side_asked.connect(self._turn_over)
        self.strip.place_asked.connect(lambda page: window.open_page(page))
        window.page_shown.connect(self._on_page)
        self._context.changed.connect(lambda _: self._look())

    def begin(self, *, has_own_work: bool) -> None:
        """From now on, for the part and page that are open and all that come."""
        self._is_on, self._has_own_work = True, has_own_work
        self._on_page(self._window.page_name())

    def end(self) -> None:
        self._is_on, self._begun = False, ""
        self.strip.hide()

    def _on_page(self, page: str) -> None:
        part_id = self._context.part_id
        if not self._is_on or not part_id:
            self.strip.hide()
            return
        if self._begun != part_id:
            self._begun = part_id
            guiding.begin(self._context.workspace, part_id)
        self._context.run(guiding.see, part_id, page, on_done=lambda _: self._look())

    def _look(self) -> None:
        part_id = self._context.part_id
        if self._is_on and part_id:
            self._context.read(guiding.look, part_id, on_done=self._show, on_failed=lambda _: None)

    def _show(self, guide: Guide) -> None:
        if self._is_on and guide.part == self._context.part_id:  # another one by now
            self.strip.show_guide(guide, self._window.page_name(), has_own_work=self._has_own_work)

    def _turn_over(self) -> None:
        known = parts.everything(self._context.workspace)
        other = next((part for part in known if part.id != self._context.part_id), None)
        if other is not None:
            self._context.run(guiding.sit_down, other.id, on_done=lambda _: self._turn(other.id))
