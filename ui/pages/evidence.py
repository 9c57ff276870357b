"""All evidence of a self-assessment: what it is, what it proves, what its citation still lacks."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QFileDialog

from app.domain import text
from app.domain.assessment import Citation
from app.domain.framework import Placed, RoundField
from app.operations import evidence_copies
from app.operations.commune import assessing, evidencing
from app.operations.commune.assessing import Evidence as Piece
from app.operations.commune.assessing import View
from ui import language, theme
from ui.autosave import Autosave
from ui.context import Context
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.page import Page
from ui.pages.evidence_details import EvidenceDetails
from ui.widgets.boxes import column, row
from ui.widgets.button import Button
from ui.widgets.chips import ChipRow
from ui.widgets.empty_state import EmptyState
from ui.widgets.search_box import SearchBox
from ui.widgets.sheet import Sheet, framed
from ui.widgets.splitter import Splitter
from ui.widgets.text import Label
from ui.widgets.views import TableView

ALL, UNCITED, SHARED, CITED_ONLY = "all", "uncited", "shared", "cited_only"
_ICONS = {"pdf": "file-text", "png": "image", "jpg": "image", "webp": "image", "tif": "image", "heic": "image"}
_ICONS |= {"xlsx": "file-spreadsheet", "xls": "file-spreadsheet", "csv": "file-spreadsheet", "": "text-quote"}
_BESIDE = 900  # pixels at 100 %: below, the list and one piece take turns
_ROOM = {2: 1000, 5: 800, 3: 640}  # issuer, size and criteria go where the table is narrower than this


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of evidence as a row; `codes` are the criteria it proves, in tree order."""

    piece: Piece
    codes: tuple[str, ...]
    is_gone: bool

    @property
    def state(self) -> str:
        if self.is_gone:
            return "gone"
        if not self.piece.digest:
            return CITED_ONLY
        return "cited" if self.piece.citation.number or self.piece.citation.subject else UNCITED

    def belongs(self, chip: str) -> bool:
        return chip in (ALL, self.state) or (chip == SHARED and len(self.codes) > 1)

    @property
    def title(self) -> str:
        return self.piece.name or self.piece.citation.subject or self.piece.citation.number


class Evidence(Page):
    """Left the table, right one piece; the main act leads to the next piece without a citation."""

    kinds = frozenset({"evidence", "responses", "assessment"})

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Evidence"))
        self._seen: View | None = None
        self._lines: list[Line] = []
        self._search = SearchBox(self.tr("Find a name, number, subject, criterion"))
        self._search.sought.connect(lambda _: self._filter())
        self._count = Label(tone="ink-soft")
        self._chips = ChipRow(
            [
                (ALL, self.tr("All")),
                (UNCITED, self.tr("No citation yet")),
                (SHARED, self.tr("For several criteria")),
                (CITED_ONLY, self.tr("Cited without a file")),
            ]
        )
        self._chips.chosen.connect(lambda _: self._filter())
        head = row(Label(self.tr("Evidence"), "title", weight="bold"), self._count, None, self._search)
        self._model: RowsModel[Line] = RowsModel(self._columns(), key=lambda line: line.piece.id, parent=self)
        self._table = TableView(self.tr("Evidence"), self._model, second=True)
        self._table.setObjectName("evidence-table")
        self._table.chosen.connect(self._on_chosen)
        self._table.opened.connect(lambda _: self._open_details())
        self._table.clicked.connect(lambda _: self._open_details())
        self._table.installEventFilter(self)
        self._saver = Autosave(context, self, evidencing.describe)
        self._saver.refused.connect(context.notices.error)
        self._details = EvidenceDetails(context)
        self._details.described.connect(self._on_described)
        self._details.paged.connect(self._on_paged)
        self._details.asked.connect(self._on_asked)
        self._details.node_asked.connect(lambda node: self.go_to.emit("assessment", node))
        self._details.closed.connect(self._close_details)
        self._list = framed(self._table)
        self._empty = self._make_empty()
        self._splitter = Splitter(self._list, self._details, widths=[760, 360])
        self.keep_widths("evidence", self._splitter)
        self._body = column(head, self._chips, (self._splitter, 1))
        self.add((self._body, 1))
        self.add((self._empty, 1))
        self._main = Button(self.tr("Next citation"), "main", "text-quote")
        self._main.setObjectName("main")
        self._main.clicked.connect(self._on_main)
        self._total = Label(tone="ink-soft")
        self.strip.show_left(self._total)
        self.set_acts(self._main)

    def _make_empty(self) -> Sheet:
        state = EmptyState(
            "paperclip",
            self.tr(
                "Evidence of all criteria will be here. Files are attached at each criterion; "
                "they are copied into the data folder and the originals stay where they are."
            ),
            self.tr("Go to Self-assessment"),
            "clipboard-list",
        )
        state.started.connect(lambda: self.go_to.emit("assessment", None))
        return Sheet(state)

    def _columns(self) -> list[Column[Line]]:
        return [
            Column(self.tr("Name, subject"), _name_cell, lambda line: text.collation_key(line.title)),
            Column(self.tr("Number, date"), _number_cell, lambda line: text.code_key(line.piece.citation.number),
                   width=140),
            Column(self.tr("Issuer"), lambda line: Cell(line.piece.citation.issuer or "–"),
                   lambda line: text.collation_key(line.piece.citation.issuer), width=150),
            Column(self.tr("Criteria"), lambda line: Cell(", ".join(line.codes) or "–"),
                   lambda line: text.code_key(line.codes[0] if line.codes else ""), width=92),
            Column(self.tr("State"), self._state_cell, lambda line: line.state, width=164),
            Column(self.tr("Size"), _size_cell, lambda line: line.piece.size, width=104, right=True),
        ]  # fmt: skip

    def _state_cell(self, line: Line) -> Cell:
        words, tone, icon = {
            "gone": (self.tr("File is missing"), "bad", "file-x"),
            CITED_ONLY: (self.tr("No file"), "ink-soft", "text-quote"),
            "cited": (self.tr("Cited"), "good", "circle-check"),
            UNCITED: (self.tr("No citation yet"), "warn", "triangle-alert"),
        }[line.state]
        return Cell(words, tone=tone, icon=icon, badge=True)

    # Showing -----------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        opened, part = self.context.workspace, self.context.part_id
        self._seen = seen = assessing.view(opened, part)
        places = seen.framework.index.places
        self._lines = [
            Line(
                self._as_typed(piece),
                tuple(place.node.code or place.id for place in places.values() if _proves(piece, place)),
                bool(piece.digest) and not opened.evidence.holds(piece.digest),
            )
            for piece in seen.evidence
        ]
        self._body.setVisible(bool(self._lines))
        self._empty.setVisible(not self._lines)
        self.strip.setVisible(bool(self._lines))
        for chip in (ALL, UNCITED, SHARED, CITED_ONLY):
            self._chips.set_count(chip, sum(1 for line in self._lines if line.belongs(chip)))
        self._filter()
        self._tell_totals()
        if self._current() is None and self._model.rows():
            self._table.select_key(self._model.rows()[0].piece.id)
        self._show_current()

    def _filter(self) -> None:
        query, chip = self._search.value(), self._chips.value()
        self._model.replace(line for line in self._lines if line.belongs(chip) and _is_found(line, query))

    def _tell_totals(self) -> None:
        size = sum(line.piece.size for line in self._lines)
        uncited = sum(1 for line in self._lines if line.state == UNCITED)
        self._count.setText(self.tr("%n piece(s) of evidence", "", len(self._lines)))
        self._total.setText(self.tr("Total size {size}").format(size=language.size_text(size)))
        if uncited:
            self._main.setText(self.tr("Next citation to write"))
            self._main.set_icon("text-quote")
        else:
            self._main.setText(self.tr("On to Review"))
            self._main.set_icon("list-checks")

    def lines(self) -> tuple[Line, ...]:
        """Every piece, filtered away or not."""
        return tuple(self._lines)

    def _current(self) -> Line | None:
        index = self._table.currentIndex()
        return self._model.row_at(index) if index.isValid() else None

    def _show_current(self) -> None:
        line, seen = self._current(), self._seen
        if line is None or seen is None:
            self._details.show_piece(None, {}, may_change=False)
        else:
            places: Mapping[str, Placed] = seen.framework.index.places
            self._details.show_piece(line.piece, places, may_change=self._may_change(line), facts=self._facts(line))
        self._fit()

    def _may_change(self, line: Line) -> bool:
        seen = self._seen
        return seen is not None and any(seen.may_change(link.node, RoundField.EVIDENCE) for link in line.piece.links)

    def _facts(self, line: Line) -> str:
        piece = line.piece
        if line.is_gone:
            return self.tr("The file is no longer in the data folder. Attach it again at the criterion.")
        size = language.size_text(piece.size) if piece.digest else self.tr("Cited without a file")
        added = self.tr("added {moment}").format(moment=_moment(piece.added_at))
        return " · ".join(part for part in (size, added, piece.added_by) if part)

    # What a person does ------------------------------------------------------------------------------------------

    def _on_chosen(self, line: Line | None) -> None:
        self._details.commit()
        self._show_current()

    def _on_described(self, name: str, citation: Citation) -> None:
        line = self._shown()
        if line is not None:
            self._saver.note(line.id, {"name": name, "citation": citation}, at_once=True)

    def _on_paged(self, node: str, page: str) -> None:
        line = self._shown()
        if line is not None:
            self._saver.note(line.id, {"pages": {node: page}}, at_once=True)

    def _as_typed(self, piece: Piece) -> Piece:
        """With what is not on the disk yet."""
        edits = self._saver.edits(piece.id)
        pages = edits.pop("pages", {})
        links = tuple(replace(link, page=pages.get(link.node, link.page)) for link in piece.links)
        return replace(piece, links=links, **edits)

    def _shown(self) -> Piece | None:
        return self._details.piece()

    def _on_main(self) -> None:
        self._details.commit()
        waiting = [line for line in self._lines if line.state == UNCITED]
        if not waiting:
            self.go_to.emit("check", None)
            return
        here = self._current()
        at = next((n for n, line in enumerate(waiting) if here is not None and line.piece.id == here.piece.id), -1)
        following = waiting[(at + 1) % len(waiting)]
        if self._model.index_of(following.piece.id).row() < 0:
            self._chips.set_value(ALL)
            self._search.clear()
            self._filter()
        self._table.select_key(following.piece.id)
        self._open_details()
        self._details.begin()

    def _on_asked(self, what: str) -> None:
        piece = self._shown()
        if piece is None:
            return
        if what == "open":
            self.context.read(assessing.copy_for_opening, piece.id, on_done=_show_file)
            return
        dialog = QFileDialog(self, self.tr("Save a copy"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(evidence_copies.file_name(piece))
        dialog.fileSelected.connect(partial(self._save_to, piece.id))
        dialog.open()

    def _save_to(self, piece: str, target: str) -> None:
        def saved(path: Path) -> None:
            self.context.notices.good(self.tr("A copy was saved: {path}").format(path=path))

        self.context.read(assessing.save_copy, piece, Path(target), on_done=saved)

    def leave(self) -> None:
        self._details.commit()
        self._saver.flush()

    def unkept(self) -> str:
        return "" if self._saver.is_idle else self.tr("What you typed last about evidence is not on the disk yet.")

    def show_place(self, place: object) -> None:
        """Goes to a piece by its id, or to what a criterion is proven by."""
        found = next(
            (line for line in self._lines if place in (line.piece.id, *(link.node for link in line.piece.links))), None
        )
        if found is not None:
            self._table.select_key(found.piece.id)

    # Narrow windows ----------------------------------------------------------------------------------------------

    def _open_details(self) -> None:
        self._alone = True
        self._fit()

    def _close_details(self) -> None:
        self._alone = False
        self._fit()
        self._table.setFocus()

    _alone = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Both side by side, or by turns where there is no room; lesser columns go before words are cut."""
        px = theme.current().px
        narrow = self.width() < px(_BESIDE)
        has_piece = self._current() is not None
        self._details.set_narrow(narrow)
        self._list.setVisible(not (narrow and self._alone and has_piece))
        self._details.setVisible(has_piece and (not narrow or self._alone))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._table and event.type() == QEvent.Type.Resize:
            for number, room in _ROOM.items():
                self._table.setColumnHidden(number, self._table.width() < theme.current().px(room))
        return super().eventFilter(watched, event)


def _name_cell(line: Line) -> Cell:
    subject = line.piece.citation.subject if line.piece.name else ""
    return Cell(line.title, second=subject or "–", icon=_ICONS.get(line.piece.ext, "file-text"))


def _number_cell(line: Line) -> Cell:
    return Cell(line.piece.citation.number or "–", second=line.piece.citation.date)


def _size_cell(line: Line) -> Cell:
    return Cell(language.size_text(line.piece.size) if line.piece.digest else "–", right=True)


def _proves(piece: Piece, place: Placed) -> bool:
    return any(link.node == place.id for link in piece.links)


def _is_found(line: Line, query: str) -> bool:
    cited = line.piece.citation
    return text.matches(query, line.piece.name, cited.number, cited.subject, cited.issuer, cited.date, *line.codes)


def _moment(stored: str) -> str:
    return language.moment_text(datetime.fromisoformat(stored))


def _show_file(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
