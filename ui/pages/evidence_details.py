"""One piece of evidence, opened: its citation edited in place, and every criterion it proves, with the page."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.assessment import Citation
from app.domain.contents import Link
from app.domain.framework import Placed
from app.operations.commune.assessing import Evidence
from app.operations.previewing import cited_page
from ui import tokens
from ui.context import Context
from ui.pages.evidence_preview import EvidencePreview
from ui.pages.evidence_signed import SignedChip
from ui.widgets import text
from ui.widgets.boxes import column, empty, fill, row, rule, scrolled
from ui.widgets.button import Button
from ui.widgets.entry import Entry
from ui.widgets.field import Field
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label, Line
from ui.widgets.text_area import TextArea

_PAUSE = 800  # milliseconds after the last keystroke


class EvidenceDetails(Sheet):
    """`described` carries (name, citation), `paged` (node, page), `asked` "open" or "save", `node_asked` a node."""

    described = Signal(str, object)
    paged = Signal(str, str)
    asked = Signal(str)
    node_asked = Signal(str)
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(gap=0, margins=(1, 1, 1, 1))
        self._piece: Evidence | None = None
        self._pages: dict[str, Entry] = {}
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.commit)
        self._preview = EvidencePreview(context, most=260)
        self._signed = SignedChip(context)
        self._name = self._entry(self.tr("Name of the file"), "evidence-name")
        self._number = self._entry(self.tr("Number, symbol"), "citation-number", self.tr("12/BC-UBND"))
        self._date = self._entry(self.tr("Date"), "citation-date", self.tr("dd/mm/yyyy"))
        self._issuer = self._entry(self.tr("Issuer"), "citation-issuer")
        self._subject = TextArea(self.tr("Subject"), least=2, most=5)
        self._subject.setObjectName("citation-subject")
        self._subject.textChanged.connect(self._pause.start)
        self._subject.committed.connect(lambda _: self._tell())
        self.setMinimumWidth(280)
        self.column().addWidget(scrolled(self._content()), 1)
        self.show_piece(None, {}, may_change=False)

    def _entry(self, name: str, object_name: str, hint: str = "") -> Entry:
        entry = Entry(name, hint)
        entry.setObjectName(object_name)
        entry.textEdited.connect(self._pause.start)
        entry.committed.connect(lambda _: self._tell())
        return entry

    def _content(self) -> QWidget:
        self._title = Label(weight="bold", size="section", wrap=True)
        self._back = Button("", "quiet", "arrow-left", tip=self.tr("Back to the list"))
        self._back.clicked.connect(self.closed)
        self._facts = Label("", "hint", "ink-soft", wrap=True)
        self._open = self._act(self.tr("Open the file"), "external-link", "open")
        self._preview.macros_found.connect(lambda: self._open.setEnabled(False))
        self._save = self._act(self.tr("Save a copy…"), "save", "save")
        self._name_field = Field(self.tr("Name of the file"), self._name)
        self._closed = Label(
            self.tr("The figures are frozen. Reopen them to change this."), "hint", "ink-soft", wrap=True
        )
        self._links = QWidget()
        fill(QVBoxLayout(self._links), [], gap=tokens.NEAR)
        title = column(self._title, self._facts, gap=2)
        head = QWidget()
        line = QHBoxLayout(head)
        fill(line, [self._back, (title, 1), self._open, self._save], gap=4)
        for button in (self._back, self._open, self._save):
            line.setAlignment(button, Qt.AlignmentFlag.AlignTop)
        return column(
            head,
            self._preview,
            self._signed,
            self._closed,
            row((Field(self.tr("Number, symbol"), self._number), 3), (Field(self.tr("Date"), self._date), 2)),
            Field(self.tr("Issuer"), self._issuer),
            Field(self.tr("Subject"), self._subject),
            rule(),
            Label(self.tr("Proves"), "section", weight="bold"),
            self._links,
            rule(),
            self._name_field,
            None,
            gap=tokens.FIELD,
            margins=(15, 12, 15, 12),
        )

    def _act(self, words: str, icon: str, what: str) -> Button:
        button = Button("", "quiet", icon, tip=words)
        button.setObjectName(f"evidence-{what}")
        button.clicked.connect(lambda: self.asked.emit(what))
        return button

    def show_piece(
        self, piece: Evidence | None, places: Mapping[str, Placed], *, may_change: bool, facts: str = ""
    ) -> None:
        """Shows a piece; what is being typed in the same one stays."""
        same = piece is not None and self._piece is not None and piece.id == self._piece.id
        if not same:
            self._pause.stop()
        if piece is None or self._piece is None or piece.digest != self._piece.digest:
            self._open.setEnabled(True)
        self._piece = piece
        self.setVisible(piece is not None)
        self._signed.show_piece(piece)
        if piece is None:
            return
        self._preview.show_piece(
            piece, cited_page(piece.citation.page or next((each.page for each in piece.links), ""))
        )
        self._title.setText(piece.name or piece.citation.subject or piece.citation.number)
        self._facts.setText(facts)
        self._name_field.setVisible(bool(piece.digest))
        for button in (self._open, self._save):
            button.setVisible(bool(piece.digest))
        self._closed.setVisible(not may_change)
        values = (piece.name, piece.citation.number, piece.citation.date, piece.citation.issuer)
        for entry, value in zip((self._name, self._number, self._date, self._issuer), values, strict=True):
            entry.setReadOnly(not may_change)
            _show(entry, value, keep=same)
        self._subject.setReadOnly(not may_change)
        if not (same and self._subject.hasFocus()) and self._subject.toPlainText() != text.plain(
            piece.citation.subject
        ):
            self._subject.set_text(piece.citation.subject)
            self._pause.stop()
        self._show_links(piece.links, places, may_change, same)

    def _show_links(self, links: tuple[Link, ...], places: Mapping[str, Placed], may_change: bool, same: bool) -> None:
        known = [link for link in links if link.node in places]
        if same and list(self._pages) == [link.node for link in known]:
            for link in known:
                _show(self._pages[link.node], link.page, keep=True)
                self._pages[link.node].setReadOnly(not may_change)
            return
        layout = self._links.layout()
        assert isinstance(layout, QVBoxLayout)
        empty(layout)
        self._pages = {}
        for link in known:
            layout.addWidget(self._link(link, places[link.node], may_change))

    def _link(self, link: Link, place: Placed, may_change: bool) -> QWidget:
        code = place.node.code or "–"
        page = Entry(self.tr("Page, section for {code}").format(code=code), self.tr("Page, section"), width=104)
        page.setObjectName(f"page-{link.node}")
        page.set_text(link.page)
        page.setReadOnly(not may_change)
        page.committed.connect(self._pager(link.node))
        page.textEdited.connect(self._pause.start)
        self._pages[link.node] = page
        go = Button("", "quiet", "arrow-right", tip=self.tr("Go to criterion {code}").format(code=code))
        go.setObjectName(f"go-{link.node}")
        go.clicked.connect(lambda: self.node_asked.emit(link.node))
        words = column(Label(code, weight="medium"), Line(place.node.title, "hint", "ink-soft"), gap=0)
        return row((words, 1), page, go, gap=8)

    def _pager(self, node: str) -> Callable[[str], None]:
        return lambda page: self.paged.emit(node, page)

    def piece(self) -> Evidence | None:
        """What is shown."""
        return self._piece

    def commit(self) -> None:
        """Tells what was typed and not told yet."""
        self._pause.stop()
        for entry in (self._name, self._number, self._date, self._issuer, *self._pages.values()):
            entry.commit()
        self._subject.commit()

    def begin(self) -> None:
        """Puts the cursor into the first field of the citation."""
        self._number.setFocus()
        self._number.selectAll()

    def set_narrow(self, narrow: bool) -> None:
        """Whether it stands alone, so that a way back is needed."""
        self._back.setVisible(narrow)

    def _tell(self) -> None:
        if self._piece is None:
            return
        old = self._piece.citation
        citation = Citation(
            number=self._number.value(),
            date=self._date.value(),
            issuer=self._issuer.value(),
            subject=self._subject.value(),
            page=old.page,
        )
        self.described.emit(self._name.value() or self._piece.name, citation)


def _show(entry: Entry, value: str, *, keep: bool) -> None:
    if keep and entry.hasFocus():
        return
    if entry.text() != text.plain(value):
        entry.set_text(value)
