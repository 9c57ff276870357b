"""Rankings as workbooks: every table, then all points; real numbers, rounded half up to the framework's decimals."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from app.domain.agency import Agency
from app.domain.framework import Figure, Framework, Pillar, Placed
from app.domain.numbers import decimal_text
from app.domain.ranking import Row, Table
from app.domain.results import Score
from app.progress import SILENT, Progress
from app.sheets.cells import write_amount, write_number, write_text
from app.sheets.saving import BOLD, BORDER, MARK_FILL, TOP, Draft, head
from app.wording import word
from app.wording.own_names import is_own, own_name
from app.wording.terms import TERMS

BY_GROUP, BY_CRITERION = "Điểm theo nhóm", "Điểm theo tiêu chí"
_PERCENTS = (Figure.PERCENT, Figure.PILLAR_PERCENT)
FIGURES = (
    ("Điểm trong thang", "scale_points"),
    ("Điểm tối đa áp dụng", "effective_maximum"),
    ("Tỷ lệ đạt (%)", "percent"),
    ("Điểm thưởng", "bonus"),
    ("Điểm trừ", "penalty"),
    ("Tổng điểm", "total"),
)


def write_ranking(
    framework: Framework,
    tables: Sequence[Table],
    agencies: Mapping[str, Agency],
    scores: Mapping[str, Score],
    path: Path,
    title: str = "",
    progress: Progress = SILENT,
) -> None:
    """Writes every ranking table, then the points of each agency by group and by criterion.

    `agencies` and `scores` by code of the agency. Raises `AppError` sheet.target_in_use or sheet.not_written.
    """
    draft = Draft(title or framework.title)
    for table in tables:
        _ranking_sheet(draft, framework, table, agencies, title)
    ordered = [(agency, scores[code]) for code, agency in agencies.items() if code in scores]
    index = framework.index
    groups = [index.places[id_] for id_ in index.children[""]]
    _points_sheet(draft, framework, by_name(framework, "group"), groups, ordered, progress, framework.pillars)
    _points_sheet(draft, framework, by_name(framework, "criterion"), list(index.criteria()), ordered, progress)
    draft.save(path, progress)


def by_name(framework: Framework, key: str) -> str:
    """The name of the sheet with points by "group" or by "criterion", in the framework's own words."""
    own = own_name(framework, key)
    if is_own(framework, key):
        return f"Điểm theo {own[:1].lower()}{own[1:]}"
    return BY_GROUP if key == "group" else BY_CRITERION


# Ranking -----------------------------------------------------------------------------------------------------------


def _ranking_sheet(
    draft: Draft, framework: Framework, table: Table, agencies: Mapping[str, Agency], title: str
) -> None:
    parent = agencies[table.parent].name if table.parent in agencies else table.parent
    name = " – ".join(part for part in (table.title, parent) if part)
    sheet = draft.sheet(name)
    first = write_title(sheet, " – ".join(part for part in (name, title) if part))
    measure = next((item.measure for item in framework.ranking_tables if item.code == table.code), Figure.TOTAL)
    number = "Tỷ lệ đạt (%)" if measure in _PERCENTS else "Điểm"
    headers = ("Thứ hạng", "Tên cơ quan, địa phương", number, "Mức xếp loại", "Đồng hạng", "Ghi chú", "Mã")
    head(sheet, first, headers, (10, 44, 13, 18, 11, 48, 12))
    for line, row in enumerate(table.rows, start=first + 1):
        _ranking_line(sheet, line, row, framework.decimals, agencies)
    sheet.freeze_panes = sheet.cell(first + 1, 3)


def _ranking_line(sheet: Any, line: int, row: Row, decimals: int, agencies: Mapping[str, Agency]) -> None:
    cells = [sheet.cell(line, at) for at in range(1, 8)]
    if row.rank is not None:
        write_number(cells[0], str(row.rank))
    else:
        write_text(cells[0], "Không xếp hạng")
    write_text(cells[1], agencies[row.agency].name if row.agency in agencies else row.agency)
    write_points(cells[2], row.value, decimals)
    write_text(cells[3], row.band)
    write_text(cells[4], "Đồng hạng" if row.is_tied else "")
    known = _reason(row.reason)
    settled = f"Hội đồng quyết định thứ tự: {row.settled_by}" if row.settled_by else ""
    write_text(cells[5], "; ".join(part for part in (known, settled) if part))
    write_text(cells[6], row.agency)
    for cell in cells:
        cell.border, cell.alignment = BORDER, TOP
        if row.is_tied:
            cell.fill = MARK_FILL


def _reason(code: str) -> str:
    """Why an agency is not ranked: in words where the code has some, else as it was given."""
    key = f"not_ranked.{code}"
    return word(key) if key in TERMS else code


# Points of all -----------------------------------------------------------------------------------------------------


def _points_sheet(
    draft: Draft,
    framework: Framework,
    title: str,
    places: Sequence[Placed],
    ordered: Sequence[tuple[Agency, Score]],
    progress: Progress,
    pillars: Sequence[Pillar] = (),
) -> None:
    sheet = draft.sheet(title)
    headers = ["Mã", "Tên cơ quan, địa phương", *(_heading(place) for place in places)]
    headers += [f"{pillar.name} (trụ cột)" for pillar in pillars]
    headers += [name for name, _ in FIGURES] + ["Mức xếp loại"]
    head(sheet, 1, headers, [12, 36, *[12.0] * (len(headers) - 3), 18])
    write_text(sheet.cell(2, 2), "Điểm tối đa")
    for at, place in enumerate(places, start=3):
        write_amount(sheet.cell(2, at), place.node.maximum)
    for cell in sheet[2]:
        cell.font = BOLD
    for done, (agency, score) in enumerate(ordered):
        progress.step(done, len(ordered))
        row = done + 3
        write_text(sheet.cell(row, 1), agency.code)
        write_text(sheet.cell(row, 2), agency.name)
        values = [score.nodes[place.id].points if place.id in score.nodes else None for place in places]
        values += [score.pillars[pillar.code].points for pillar in pillars]
        values += [getattr(score, name) for _, name in FIGURES]
        for at, value in enumerate(values, start=3):
            write_points(sheet.cell(row, at), value, framework.decimals)
        write_text(sheet.cell(row, len(headers)), "; ".join(score.bands.values()))
    sheet.freeze_panes = "C3"


def _heading(place: Placed) -> str:
    return " ".join(part for part in (place.node.code, place.node.title) if part)


def write_title(sheet: Any, text: str) -> int:
    """A title line above the head; returns the row of the head."""
    write_text(sheet.cell(1, 1), text)
    sheet.cell(1, 1).font = BOLD
    return 3


def write_points(cell: Any, value: Fraction | None, decimals: int) -> None:
    """Points or a percentage, rounded half up; nothing where there is none."""
    if value is not None:
        write_number(cell, decimal_text(value, decimals), decimals)
