"""Makes annexes of decisions as offices make them: real .docx and .xlsx with merges, numbers and oddities."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import docx
import openpyxl
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl.styles import Alignment, Font

from app.domain.annex import OutlineRow, RowKind
from app.domain.annex_columns import guess_columns
from app.domain.annex_outline import Outline, outline
from app.domain.framework import Criterion, Framework, Group
from app.sheets.annex_file import read_annex

HEADS = "STT|Chỉ số|Điểm tối đa|Cách xác định và tính điểm|Tài liệu kiểm chứng|Ghi chú".split("|")
Rows = Sequence[Sequence[str]]


def word(path: Path, *tables: Rows, lines: Sequence[str] = (), finish: Callable[[Any], None] | None = None) -> Path:
    """A document with plain tables; a text between ** is bold, `finish` may change it before it is saved."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    for rows in tables:
        table = document.add_table(0, len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=False):
                cell.text = text.strip("*")
                if text.startswith("**"):
                    cell.paragraphs[0].runs[0].bold = True
        document.add_paragraph("")
    if finish is not None:
        finish(document)
    document.save(str(path))
    return path


def excel(path: Path, rows: Rows, finish: Callable[[Any], None] | None = None, title: str = "PL5") -> Path:
    """A workbook of one sheet; a text between ** is bold."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for number, row in enumerate(rows, start=1):
        for at, value in enumerate(row, start=1):
            is_bold = isinstance(value, str) and value.startswith("**")
            cell = sheet.cell(number, at, value.strip("*") if isinstance(value, str) else value)
            if is_bold:
                cell.font = Font(bold=True)
    if finish is not None:
        finish(sheet)
    book.save(path)
    return path


def indented(sheet: Any, cell: str, steps: int) -> None:
    sheet[cell].alignment = Alignment(indent=steps)


def framework_rows(framework: Framework, method: str = "Tỷ lệ × Điểm tối đa") -> list[list[str]]:
    """The rows of a framework as an annex prints them, the head first."""
    rows = [list(HEADS)]
    for place in framework.index.places.values():
        node, points = place.node, str(place.node.maximum).replace(".", ",")
        if isinstance(node, Group):
            rows.append([f"**{node.code}**", f"**{node.title}**", f"**{points}**", "", "", ""])
        else:
            rows.append([node.code, node.title, points, method, "Văn bản, báo cáo", ""])
    return rows


def tree(framework: Framework) -> list[tuple[int, bool, str, str, str]]:
    return [
        (place.depth, isinstance(place.node, Criterion), place.node.code, place.node.title, str(place.node.maximum))
        for place in framework.index.places.values()
    ]


def understood(path: Path) -> Outline:
    annex = read_annex(path)
    return outline(annex, guess_columns(annex))


def shape(rows: Sequence[OutlineRow]) -> list[str]:
    """The tree in lines: indent, + for a group, code, title, maximum; parts with | and what is left out not at all."""
    marks = {RowKind.GROUP: "+", RowKind.CRITERION: "-", RowKind.PART: "|"}
    return [
        f"{'  ' * row.level}{marks[row.kind]} {row.code} {row.title} {row.maximum}".rstrip().replace("  |", "  |")
        for row in rows
        if row.kind in marks
    ]


# Word's own ways ---------------------------------------------------------------------------------------------------


def numbered(document: Any, levels: Sequence[tuple[str, str]]) -> str:
    """A list of the document: for each level its form and text ("decimal", "%1."); returns its numId."""
    part = document.part.numbering_part.element
    number = str(900 + len(part.findall(qn("w:abstractNum"))))
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), number)
    for at, (form, text) in enumerate(levels):
        level = OxmlElement("w:lvl")
        level.set(qn("w:ilvl"), str(at))
        for name, value in (("start", "1"), ("numFmt", form), ("lvlText", text)):
            child = OxmlElement(f"w:{name}")
            child.set(qn("w:val"), value)
            level.append(child)
        abstract.append(level)
    part.insert(0, abstract)
    num = OxmlElement("w:num")
    num.set(qn("w:numId"), number)
    reference = OxmlElement("w:abstractNumId")
    reference.set(qn("w:val"), number)
    num.append(reference)
    part.append(num)
    return number


def number_it(paragraph: Any, number: str, level: int = 0) -> None:
    properties = paragraph._p.get_or_add_pPr()
    holder = OxmlElement("w:numPr")
    for name, value in (("ilvl", str(level)), ("numId", number)):
        child = OxmlElement(f"w:{name}")
        child.set(qn("w:val"), value)
        holder.append(child)
    properties.append(holder)


def switch(run: Any, name: str) -> None:
    run._r.get_or_add_rPr().append(OxmlElement(f"w:{name}"))


def repeat_head(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
