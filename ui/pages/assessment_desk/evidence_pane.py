"""What proves a node: what must be proven, a card for each piece, a place to drop more."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.assessment import applicable_grounds
from app.domain.framework import Placed, RoundField
from app.operations.commune.assessing import View
from app.operations.commune.evidencing import Evidence
from ui import tokens
from ui.actions import Act, menu
from ui.pages.assessment_desk.evidence_acts import EvidenceActs, title_of
from ui.widgets.badge import Badge
from ui.widgets.boxes import column, empty, fill, row, scrolled
from ui.widgets.button import Button
from ui.widgets.drop_zone import DropZone
from ui.widgets.icon import Icon
from ui.widgets.sheet import Sheet, well
from ui.widgets.text import Label, name, set_tip
from ui.widgets.tick import Tick
from ui.widgets.worded import Worded

_ICONS = {
    **dict.fromkeys(("jpg", "png", "webp", "tif", "gif", "heic"), "image"),
    **dict.fromkeys(("xlsx", "xls", "csv"), "file-spreadsheet"),
    "": "text-quote",
}


_SHOWN, _ENDING = 84, 22  # characters of a name; of those its last ones, where the kind of file stands


def _shortened(name: str) -> str:
    """A file's name may have two hundred letters: its beginning and its end are shown, all of it in the tip."""
    return name if len(name) <= _SHOWN else f"{name[: _SHOWN - _ENDING]}…{name[-_ENDING:]}"


class EvidenceCard(QFrame):
    """One piece with its menu; a double click opens it."""

    def __init__(self, piece: Evidence, node: str, acts: EvidenceActs, *, is_open: bool) -> None:
        super().__init__()
        self.piece = piece
        self._acts, self._is_open = acts, is_open
        self.setProperty("look", "sheet")
        self.setObjectName("evidence-card")
        title = title_of(piece)
        name(self, title)
        self._more = Button("", "quiet", "ellipsis-vertical", tip=self.tr("What to do with {name}").format(name=title))
        self._more.setObjectName("evidence-menu")
        self._more.clicked.connect(self._show_menu)
        heading = Label(_shortened(title), weight="bold", wrap=True, selectable=bool(piece.citation.number))
        set_tip(heading, title)
        icon = Icon(_ICONS.get(piece.ext, "file-text"), "lead", 20)
        line = row(icon, (heading, 1), self._more, gap=tokens.NEAR)
        layout = line.layout()
        assert layout is not None
        for each in (icon, self._more):
            layout.setAlignment(each, Qt.AlignmentFlag.AlignTop)
        parts: list[QWidget] = [line]
        cited = piece.citation
        if cited.subject and cited.subject != title:
            parts.append(Label(cited.subject, wrap=True))
        if cited.number and piece.name:
            parts.append(Label(_shortened(piece.name), "hint", "ink-soft", wrap=True))
        page = next((link.page for link in piece.links if link.node == node), "") or cited.page
        told = " · ".join(part for part in (cited.date, cited.issuer, page) if part)
        if told:
            parts.append(Label(told, "hint", "ink-soft", wrap=True))
        if len(piece.links) > 1:
            also = self.tr("Proves %n criterion(s)", "", len(piece.links))
            parts.append(Label(also, "hint", "ink-soft"))
        if not cited.number and not cited.subject:
            parts.append(row(Badge("triangle-alert", self.tr("No citation yet"), "warn"), None))
        fill(QVBoxLayout(self), parts, gap=tokens.STEP, margins=(12, 8, 8, 10))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._acts.can_open(self.piece):
            self._acts.open(self.piece)
        elif self._is_open:
            self._acts.edit(self.piece)

    def _show_menu(self) -> None:
        self._menu = menu(*self.menu_acts())
        self._menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def menu_acts(self) -> list[Act | None]:
        """What can be done with this piece now."""
        acts, piece = self._acts, self.piece
        listed: list[Act | None] = []
        if self._is_open:
            listed.append(Act(self.tr("Edit the citation"), self, icon="pencil", do=lambda: acts.edit(piece)))
        if piece.digest and acts.can_open(piece):
            listed.append(Act(self.tr("Open a copy"), self, icon="external-link", do=lambda: acts.open(piece)))
        if piece.digest:
            listed.append(Act(self.tr("Save a copy…"), self, icon="download", do=lambda: acts.save(piece)))
        if self._is_open:
            also = self.tr("Prove another criterion as well…")
            listed.append(Act(also, self, icon="git-fork", do=lambda: acts.link(piece)))
            remove = self.tr("Remove from this criterion")
            listed += [None, Act(remove, self, icon="trash-2", do=lambda: acts.remove(piece))]
        return listed


class EvidencePane(Sheet):
    """`level_changed` carries "incomplete" or "" as the person says so, `counted` how many pieces there are."""

    level_changed = Signal(str)
    counted = Signal(int)

    def __init__(self, acts: EvidenceActs) -> None:
        self._acts = acts
        self._title = Label("", "section", weight="bold")
        self._add = Button(self.tr("Add files"), "plain", "plus")
        self._add.setObjectName("add-files")
        self._add.clicked.connect(acts.ask_files)
        self._list = QWidget()
        self._cards = QVBoxLayout(self._list)
        fill(self._cards, [], gap=tokens.FIELD)
        self._drop = DropZone(self.tr("Drop files, pictures or folders here, or paste them with Ctrl+V"))
        self._drop.setObjectName("drop")
        self._drop.dropped.connect(acts.attach)
        self._drop.asked.connect(acts.ask_files)
        self._cite = Button(self.tr("Cite a paper, without a file"), "link", "text-quote")
        self._cite.setObjectName("cite")
        self._cite.clicked.connect(acts.cite)
        self._level = Tick("")
        self._level.setObjectName("incomplete")
        self._level.clicked.connect(lambda on: self.level_changed.emit("incomplete" if on else ""))
        hint = self.tr("what is here does not prove all; say why in the explanation")
        self._level_line = Worded(self._level, self.tr("Evidence incomplete"), hint)
        content = column(
            self._list,
            self._level_line,
            self._drop,
            row(self._cite, None),
            None,
            gap=tokens.FIELD,
            margins=(0, 0, 4, 0),
        )
        head = row(self._title, None, self._add)
        super().__init__(head, (scrolled(content), 1), margins=(16, 12, 12, 12))
        self.setAcceptDrops(True)
        self._told: object = None

    def show_node(self, seen: View, place: Placed) -> None:
        """Show what proves this node now; cards are made anew only where something differs."""
        self._acts.at(seen, place.id)
        pieces = seen.evidence_of(place.id)
        is_open = seen.may_change(place.id, RoundField.EVIDENCE) and _takes_proof(seen, place)
        self._title.setText(self.tr("Evidence ({count})").format(count=len(pieces)))
        level = seen.kept[place.id].level if place.id in seen.kept else ""
        self._level.setChecked(level == "incomplete")
        self._level_line.setVisible(bool(pieces) or level == "incomplete")
        for part in (self._level, self._add):
            part.setEnabled(is_open)
        self._drop.setVisible(is_open)
        self._cite.setVisible(is_open)
        self.setAcceptDrops(is_open)
        self.counted.emit(len(pieces))
        told = (place.id, pieces, is_open)
        if told == self._told:
            return
        self._told = told
        empty(self._cards)
        guidance = place.criterion.evidence_guidance if place.criterion is not None else ()
        if guidance:
            self._cards.addWidget(_wanted(self.tr("To be proven"), guidance))
        for piece in pieces:
            self._cards.addWidget(EvidenceCard(piece, place.id, self._acts, is_open=is_open))
        if not pieces and not is_open:
            is_group = place.criterion is None and seen.is_draft
            told_ = self.tr("Evidence is attached to each criterion.") if is_group else self.tr("No evidence.")
            self._cards.addWidget(Label(told_, tone="ink-soft", wrap=True))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if data.hasImage() or any(url.isLocalFile() for url in data.urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self._acts.take(event.mimeData()):
            event.acceptProposedAction()


def _takes_proof(seen: View, place: Placed) -> bool:
    """Whether there is something to prove at this very node: a group only where a ground may be claimed for it."""
    return place.criterion is not None or bool(applicable_grounds(seen.framework, place, seen.answers.profile))


def _wanted(title: str, lines: tuple[str, ...]) -> Sheet:
    """What the framework asks to be proven, as a list to go by."""
    parts: list[QWidget] = [Label(title, "hint", "ink-soft", "medium")]
    for line in lines:
        icon = column(Icon("circle", "ink-soft", 14), None, margins=(0, 2, 0, 0))
        parts.append(row(icon, (Label(line, "hint", wrap=True), 1), gap=tokens.NEAR))
    return well(*parts, gap=6)
