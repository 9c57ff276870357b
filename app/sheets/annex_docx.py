"""The tables of a Word document: merges resolved, automatic numbers shown, what is deleted or hidden left out.

python-docx opens the package; the parts are walked here, because its own tables know neither numbers nor changes.
"""

import collections
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any

from app.domain.annex import Annex, AnnexCell, AnnexRow, AnnexTable
from app.domain.codec import MAX_TEXT
from app.domain.text import clean_lines
from app.errors import AppError
from app.progress import SILENT, Progress
from app.sheets.annex_numbering import Numbering, W, is_on, own, value, whole
from app.sheets.opening import DAMAGE

MAX_CELLS = 200_000
MAX_COLUMNS = 60
CAPTION_LINES, PREAMBLE_LINES = 8, 80

_OTHER_DOCUMENTS = (
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_WRAPPED = ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
_LEFT_OUT = {f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "sdtPr", "tblPr")}
_LEFT_OUT.add(_FALLBACK)
_MARKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}t": " "}
# Word's Symbol font, as formulas are typed with it
_SYMBOLS = {"F0B3": "≥", "F0A3": "≤", "F0B4": "×", "F0B8": "÷", "F02D": "-", "F02B": "+", "F0B1": "±", "F0B7": "•",
            "F0E0": "→", "F03C": "<", "F03E": ">", "F025": "%", "F03D": "=", "F0B9": "≠"}  # fmt: skip


def read_word(path: Path, progress: Progress = SILENT) -> Annex:
    """All tables of a document that `annex_opening.recognise` let pass, in order.

    Raises `AppError`: sheet.unreadable, annex.damaged, annex.too_big.
    """
    from docx.exceptions import PythonDocxError
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        with path.open("rb") as file:
            document = _opened(file)
        return _Reader(document, progress).annex(path.name)
    except OSError as error:
        raise AppError("sheet.unreadable", name=path.name) from error
    except (*DAMAGE, PythonDocxError, OpcError, LxmlError, AssertionError) as error:
        raise AppError("annex.damaged", name=path.name) from error
    except _TooMany as error:
        raise AppError("annex.too_big", name=path.name, limit=f"{MAX_CELLS:,}".replace(",", ".")) from error


def _opened(file: IO[bytes]) -> Any:
    """The document in the file, with macros or without, template or not; macros are never touched."""
    from docx.opc.part import PartFactory
    from docx.package import Package
    from docx.parts.document import DocumentPart

    for kind in _OTHER_DOCUMENTS:
        PartFactory.part_type_for[kind] = DocumentPart
    part: Any = Package.open(file).main_document_part
    return part.document


class _TooMany(Exception):
    """More cells than any annex has."""


@dataclass(slots=True)
class _Told:
    """What a piece of the document says, and how many of its letters are bold."""

    text: str = ""
    bold: int = 0
    letters: int = 0


@dataclass(frozen=True, slots=True)
class _Spread:
    """One cell of a row with the columns of the grid it covers."""

    start: int
    end: int
    cell: AnnexCell


class _Reader:
    """Walks one document once, so that automatic numbers count in its order."""

    def __init__(self, document: Any, progress: Progress) -> None:
        self._body = document.element.body
        self._progress = progress
        self._numbering = Numbering(_numbering_part(document), document.styles.element)
        self._cells = 0

    def annex(self, name: str) -> Annex:
        tables: list[AnnexTable] = []
        lines: list[str] = []
        preamble: list[str] = []
        for block in _blocks(self._body):
            if block.tag == f"{W}p":
                lines += [line for line in self._paragraph(block).text.split("\n") if line.strip()]
                continue
            if not tables:
                preamble = lines[-PREAMBLE_LINES:]
            rows = self._table(block)
            if rows:
                caption = "\n".join(line.strip() for line in lines[-CAPTION_LINES:])
                tables.append(AnnexTable(len(tables) + 1, rows, caption=_kept(caption)))
                lines = []
        return Annex(name, tuple(tables), _kept("\n".join(preamble)))

    # Tables --------------------------------------------------------------------------------------------------------

    def _table(self, table: Any) -> tuple[AnnexRow, ...]:
        rows: list[tuple[int, bool, list[_Spread]]] = []
        above: dict[int, AnnexCell] = {}
        for number, row in enumerate(_inside(table, "tr"), start=1):
            if own(row, "trPr", "del") is not None:
                continue
            if number % 100 == 0:
                self._progress.step(number, number + 100)  # how many there are is not known before the end
            is_head = is_on(own(row, "trPr", "tblHeader"))
            rows.append((number, is_head, self._row(row, above)))
        return _aligned(rows)

    def _row(self, row: Any, above: dict[int, AnnexCell]) -> list[_Spread]:
        spread: list[_Spread] = []
        at = min(whole(own(row, "trPr", "gridBefore")), MAX_COLUMNS)
        for element in _inside(row, "tc"):
            self._cells += 1
            if self._cells > MAX_CELLS:
                raise _TooMany
            end = min(at + max(1, whole(own(element, "tcPr", "gridSpan"), default=1)), MAX_COLUMNS * 4)
            cell = self._cell(element)
            merged = own(element, "tcPr", "vMerge")
            if merged is not None and value(merged, default="continue") != "restart" and at in above:
                cell = replace(above[at], from_above=True)
            above[at] = cell
            beside = own(element, "tcPr", "hMerge")
            if beside is not None and value(beside, default="continue") != "restart" and spread:
                before = spread.pop()
                spread.append(_Spread(before.start, end, before.cell))
            else:
                spread.append(_Spread(at, end, cell))
            at = end
        return spread

    def _cell(self, element: Any) -> AnnexCell:
        told = _Told()
        indent = 0
        parts: list[str] = []
        for block in _blocks(element):
            if block.tag == f"{W}p":
                own_told = self._paragraph(block)
                if not parts:
                    indent = whole(own(block, "pPr", "ind"), "left") or whole(own(block, "pPr", "ind"), "start")
                parts.append(own_told.text)
                told.bold += own_told.bold
                told.letters += own_told.letters
            else:
                parts += [" | ".join(row.texts) for row in self._table(block)]
        text = "\n".join(" ".join(line.split()) for part in parts for line in part.split("\n")).strip("\n")
        is_bold = told.letters > 0 and told.bold * 2 > told.letters
        return AnnexCell(_kept(text), is_bold, max(0, min(indent // 20, 500)))

    # Text ----------------------------------------------------------------------------------------------------------

    def _paragraph(self, paragraph: Any) -> _Told:
        told = _Told()
        label = self._numbering.label(paragraph)
        style = value(own(paragraph, "pPr", "pStyle"))
        self._gather(paragraph, told, self._numbering.is_bold(style))
        told.text = f"{label} {told.text}".strip() if label else told.text
        return told

    def _gather(self, element: Any, told: _Told, is_bold: bool) -> None:
        for child in element:
            tag = child.tag
            if tag in _LEFT_OUT or not isinstance(tag, str):
                continue
            if tag == f"{W}r":
                properties = own(child, "rPr")
                if is_on(own(properties, "vanish")):
                    continue
                switch = own(properties, "b")
                named = self._numbering.is_bold(value(own(properties, "rStyle")))
                self._gather(child, told, is_on(switch) if switch is not None else is_bold or named)
            elif tag in _MARKS:
                self._add(told, (child.text if tag == f"{W}t" else "") or _MARKS[tag], is_bold)
            elif tag == f"{W}sym":
                self._add(told, _SYMBOLS.get(value(child, "char").upper(), ""), is_bold)
            elif tag == f"{_M}f":
                self._fraction(child, told, is_bold)
            elif tag == f"{_M}t":
                self._add(told, child.text or "", is_bold)
            elif tag != f"{W}tbl":
                self._gather(child, told, is_bold)

    def _fraction(self, element: Any, told: _Told, is_bold: bool) -> None:
        """A fraction of the formula editor as "(above)/(below)"."""
        for name, before in (("num", "("), ("den", "/(")):
            self._add(told, before, is_bold)
            below = element.find(f"{_M}{name}")
            if below is not None:
                self._gather(below, told, is_bold)
            self._add(told, ")", is_bold)

    def _add(self, told: _Told, text: str, is_bold: bool) -> None:
        told.text += text
        letters = sum(not letter.isspace() for letter in text)
        told.letters += letters
        told.bold += letters if is_bold else 0


def _numbering_part(document: Any) -> Any:
    from docx.opc.constants import RELATIONSHIP_TYPE

    try:
        return document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element
    except KeyError:
        return None


def _blocks(element: Any) -> Iterator[Any]:
    """Paragraphs and tables in order, out of whatever wraps them."""
    for child in element:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag in {f"{W}{name}" for name in _WRAPPED}:
            yield from _blocks(child)


def _inside(element: Any, name: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, out of whatever wraps them."""
    for child in element:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in {f"{W}{wrapper}" for wrapper in _WRAPPED}:
            yield from _inside(child, name)


def _kept(text: str) -> str:
    return clean_lines(text)[:MAX_TEXT].strip()


# From Word's grid to columns ---------------------------------------------------------------------------------------


def _aligned(rows: list[tuple[int, bool, list[_Spread]]]) -> tuple[AnnexRow, ...]:
    """Rows of equal columns. Word's grid has a line for every place any row is parted at, often by a hair: the columns
    are those of the rows that have as many cells as most, and other rows are laid over them."""
    counts = collections.Counter(len(row) for _, _, row in rows)
    if not counts:
        return ()
    usual = max(counts, key=lambda count: (counts[count] * min(count, 3), count))
    starts = [
        collections.Counter(row[at].start for _, _, row in rows if len(row) == usual).most_common(1)[0][0]
        for at in range(usual)
    ]
    return tuple(
        AnnexRow(number, _laid(row, starts, len(row) == usual)[:MAX_COLUMNS], is_head) for number, is_head, row in rows
    )


def _laid(row: list[_Spread], starts: list[int], is_usual: bool) -> tuple[AnnexCell, ...]:
    if is_usual:
        return tuple(item.cell for item in row)
    cells: list[AnnexCell | None] = [None] * len(starts)
    for item in row:
        covered = [at for at, start in enumerate(starts) if item.start <= start < item.end and cells[at] is None]
        if not covered:  # narrower than a column: it joins the nearest one to its left
            at = max((at for at, start in enumerate(starts) if start <= item.start), default=0)
            cells[at] = _joined(cells[at], item.cell)
        for at in covered:
            cells[at] = replace(item.cell, from_left=at != covered[0])
    return tuple(cell or AnnexCell() for cell in cells)


def _joined(left: AnnexCell | None, right: AnnexCell) -> AnnexCell:
    if left is None or not left.text:
        return right
    return replace(left, text=f"{left.text}\n{right.text}".strip())
