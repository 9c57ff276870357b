"""The help: our own short texts, found by search, opened at the place of the page one comes from."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QTextBrowser

from app.domain import text
from app.resources import FOLDER
from ui import language, theme
from ui.context import Context
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.page import Page
from ui.widgets import text as words
from ui.widgets.boxes import column, row
from ui.widgets.button import Button
from ui.widgets.search_box import SearchBox
from ui.widgets.sheet import Sheet, framed
from ui.widgets.splitter import Splitter
from ui.widgets.text import Label
from ui.widgets.views import TableView

HELP = FOLDER / "help"
PLACES = {
    "start": "01-bat-dau", "overview": "01-bat-dau", "new_campaign": "11-co-quan-tham-dinh",
    "assignment": "02-nhap-so-lieu", "assessment": "02-nhap-so-lieu", "evidence": "03-minh-chung",
    "check": "06-ra-soat", "submit": "07-chot-niem-phong-gui", "result": "09-y-kien-tham-dinh",
    "frameworks": "11-co-quan-tham-dinh", "campaigns": "11-co-quan-tham-dinh", "collecting": "11b-tiep-nhan",
    "appraising": "11c-tham-dinh-cong-bo", "council": "11c-tham-dinh-cong-bo", "ranking": "11c-tham-dinh-cong-bo",
    "publication": "11c-tham-dinh-cong-bo", "registry": "08c-danh-ba-va-khoa", "settings": "12-sao-luu",
}  # fmt: skip
_STACKED = 680  # pixels at 100 %: below, topics stand above the text
_TOPICS = 132  # pixels at 100 %: the search and some topics, above the text
_MEASURE = 760  # the longest line that reads well


@dataclass(frozen=True, slots=True)
class Topic:
    """One text: the name of its file without ending, its title, its Markdown."""

    name: str
    title: str
    body: str


def topics(spoken: str) -> tuple[Topic, ...]:
    """All texts in a language, in reading order."""
    found = []
    for path in sorted((HELP / spoken).glob("*.md")):
        body = path.read_text("utf-8")
        found.append(Topic(path.stem, body.partition("\n")[0].removeprefix("# "), body))
    return tuple(found)


class Reader(QTextBrowser):
    """Shows Markdown and nothing else: no picture, no file, no address is ever fetched or followed."""

    def __init__(self, name: str) -> None:
        super().__init__()
        words.name(self, name)
        self.setObjectName("help-text")
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.document().setDocumentMargin(20)
        self._body = ""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        return None

    def show_text(self, body: str) -> None:
        self._body = body
        look = theme.current()
        document = self.document()
        document.setDefaultFont(look.font())
        self.setStyleSheet("QTextBrowser { background: transparent; border: 0; }")
        document.setMarkdown(body, QTextDocument.MarkdownFeature.MarkdownNoHTML)
        self._dress(document)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _dress(self, document: QTextDocument) -> None:
        """Headings, room between lines, and codes in the type of the house."""
        look, block = theme.current(), document.begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            cursor = QTextCursor(block)
            shape = QTextBlockFormat()
            shape.setLineHeight(140.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            shape.setBottomMargin(6 if level or block.textList() is not None else 10)
            shape.setTopMargin({0: 0, 1: 0}.get(level, 14))
            cursor.mergeBlockFormat(shape)
            if level:
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                letters = cursor.charFormat()
                letters.clearProperty(QTextFormat.Property.FontSizeAdjustment)  # else the size below is ignored
                letters.setFont(look.font("title" if level == 1 else "section", "bold"))
                cursor.setCharFormat(letters)
            self._lighten(block)
            block = block.next()

    def _lighten(self, block: QTextBlock) -> None:
        """Bold as the house has it: a heavier weight than its fonts have would be smeared."""
        bold = []
        at = block.begin()
        while not at.atEnd():
            piece = at.fragment()
            if piece.charFormat().fontWeight() > QFont.Weight.DemiBold:
                bold.append((piece.position(), piece.position() + piece.length()))
            at += 1
        weight = QTextCharFormat()
        weight.setFontWeight(QFont.Weight.DemiBold)
        for start, end in bold:
            cursor = QTextCursor(block)
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(weight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.setLineWrapColumnOrWidth(min(theme.current().px(_MEASURE), self.viewport().width()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if theme.is_restyled(event) and self._body and self.document().defaultFont() != theme.current().font():
            self.show_text(self._body)


class Help(Page):
    """Left the topics, right the text; below a certain width one above the other."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Help"))
        self._topics = topics(language.current())
        self._from = ""
        self._search = SearchBox(self.tr("Find in the help"))
        self._search.sought.connect(self._find)
        columns: list[Column[Topic]] = [Column(self.tr("Topic"), lambda topic: Cell(topic.title, icon="book-open"))]
        self._model: RowsModel[Topic] = RowsModel(columns, self._topics, key=lambda topic: topic.name, parent=self)
        self._list = TableView(self.tr("Topics"), self._model)
        self._list.setObjectName("topics")
        self._list.horizontalHeader().hide()
        self._list.chosen.connect(self._on_chosen)
        self._reader = Reader(self.tr("Text of the help"))
        nothing = self.tr("Nothing was found. Try a single word, with or without diacritics.")
        self._nothing = Label(nothing, tone="ink-soft", wrap=True)
        self._nothing.hide()
        left = column(self._search, self._nothing, (framed(self._list), 1))
        sheet = Sheet((self._reader, 1), margins=(1, 1, 1, 1))
        self._splitter = Splitter(left, sheet, widths=[300, 760], growing=(1,))
        self.keep_widths("help", self._splitter)
        self.add(row(Label(self.tr("Help"), "title", weight="bold"), None))
        self.add((self._splitter, 1))
        self._back = Button(self.tr("Back to the work"), "main", "arrow-left")
        self._back.clicked.connect(lambda: self.go_to.emit(self._from, None))
        self.set_acts(self._back)
        self.strip.hide()
        self._list.select_key(self._topics[0].name)

    def _on_chosen(self, topic: Topic | None) -> None:
        if topic is not None:
            self._reader.show_text(topic.body)

    def _find(self, query: str) -> None:
        found = [topic for topic in self._topics if text.matches(query, topic.title, topic.body)]
        sought = text.fold(query)  # a title first, then a text with these very words
        found.sort(key=lambda topic: (not text.matches(query, topic.title), sought not in text.fold(topic.body)))
        self._model.replace(found if query else self._topics)
        self._nothing.setVisible(not found)
        if found and query:
            self._list.select_key(found[0].name)

    def show_place(self, place: object) -> None:
        """Opens the text for a page (or a topic by name); from a page there is a way back."""
        name = PLACES.get(str(place), str(place))
        self._from = str(place) if place in PLACES else ""
        self.strip.setVisible(bool(self._from))
        self._search.clear()
        self._list.select_key(name)

    def topic(self) -> str:
        """The name of the text that is shown."""
        index = self._list.currentIndex()
        return self._model.row_at(index).name if index.isValid() else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = Qt.Orientation.Vertical if self.width() < theme.current().px(_STACKED) else Qt.Orientation.Horizontal
        if way != self._splitter.orientation():
            self._splitter.setOrientation(way)
            if way == Qt.Orientation.Vertical:  # the text is what one came for
                self._splitter.setSizes([theme.current().px(_TOPICS), self.height()])
