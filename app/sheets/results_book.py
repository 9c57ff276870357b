"""The detailed result of one agency as a workbook: claimed and appraised points, differences, opinions, reasons."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.domain.appraisal import Settled
from app.domain.framework import Framework, Placed
from app.domain.results import Score
from app.progress import SILENT, Progress
from app.sheets.cells import write_amount, write_text
from app.sheets.ranking_book import FIGURES, write_points, write_title
from app.sheets.saving import BOLD, BORDER, TOP, Draft, head
from app.wording import word
from app.wording.own_names import is_own, own_name

DETAILS, SUMMARY = "Chi tiết", "Tổng hợp"


def _named(framework: Framework, key: str, usual: str) -> str:
    """The framework's own name for something, else the usual head."""
    return own_name(framework, key) if is_own(framework, key) else usual


def _columns(framework: Framework) -> tuple[str, str]:
    """What the columns of claimed and of appraised points are called."""
    return _named(framework, "self_points", "Tự đánh giá"), _named(framework, "appraised_points", "Thẩm định")


def write_results(
    framework: Framework,
    agency_name: str,
    claimed: Score,
    path: Path,
    appraised: Score | None = None,
    settled: Mapping[str, Settled] | None = None,
    progress: Progress = SILENT,
) -> None:
    """Writes the detailed sheet of one agency: maximum, claimed, appraised, difference, opinion and reason per node.

    Raises `AppError` sheet.target_in_use or sheet.not_written.
    """
    draft = Draft(f"{framework.title} – {agency_name}")
    sheet = draft.sheet(DETAILS)
    first = write_title(sheet, f"{agency_name}: {framework.title}")
    headers = (
        "Mã",
        _named(framework, "criterion", "Chỉ tiêu"),
        "Điểm tối đa",
        *_columns(framework),
        "Chênh lệch",
        "Ý kiến",
        "Lý do",
    )
    head(sheet, first, headers, (10, 60, 11, 11, 11, 11, 24, 60))
    shown = [place for place in framework.index.places.values() if place.id in claimed.nodes]
    for done, place in enumerate(shown):
        progress.step(done, len(shown))
        _result_line(sheet, first + 1 + done, framework, place, claimed, appraised, (settled or {}).get(place.id))
    sheet.freeze_panes = sheet.cell(first + 1, 3)
    _summary(draft, framework, claimed, appraised)
    draft.save(path, progress)


def _result_line(
    sheet: Any,
    row: int,
    framework: Framework,
    place: Placed,
    claimed: Score,
    appraised: Score | None,
    settled: Settled | None,
) -> None:
    cells = [sheet.cell(row, at) for at in range(1, 9)]
    own = claimed.nodes[place.id].points
    given = appraised.nodes[place.id].points if appraised is not None and place.id in appraised.nodes else None
    write_text(cells[0], place.node.code)
    write_text(cells[1], place.node.title)
    write_amount(cells[2], place.node.maximum)
    write_points(cells[3], own, framework.decimals)
    write_points(cells[4], given, framework.decimals)
    write_points(cells[5], given - own if given is not None and own is not None else None, framework.decimals)
    if settled is not None:
        write_text(cells[6], word(f"opinion.{settled.opinion.value}") if settled.opinion is not None else "")
        write_text(cells[7], settled.reason)
    for cell in cells:
        cell.border, cell.alignment = BORDER, TOP
        if place.criterion is None:
            cell.font = BOLD


def _summary(draft: Draft, framework: Framework, claimed: Score, appraised: Score | None) -> None:
    sheet = draft.sheet(SUMMARY)
    head(sheet, 1, ("Nội dung", *_columns(framework)), (40, 14, 14))
    pillars = framework.pillars
    names = [*(name for name, _ in FIGURES), *(f"{pillar.name} (trụ cột)" for pillar in pillars), "Mức xếp loại"]
    for row, name in enumerate(names, start=2):
        write_text(sheet.cell(row, 1), name)
    for at, score in ((2, claimed), (3, appraised)):
        if score is not None:
            values = [*(getattr(score, name) for _, name in FIGURES), *(score.pillars[p.code].points for p in pillars)]
            for row, value in enumerate(values, start=2):
                write_points(sheet.cell(row, at), value, framework.decimals)
            write_text(sheet.cell(len(names) + 1, at), "; ".join(score.bands.values()))
