"""The board of a collection as a workbook: who sent what and when, and whom to call."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from pathlib import Path

from app.domain.text import moment_text
from app.progress import SILENT, Progress
from app.sheets.cells import write_text
from app.sheets.ranking_book import write_points, write_title
from app.sheets.saving import BORDER, TOP, Draft, head

SHEET = "Tiếp nhận"
_HEADS = (
    ("Mã", 10),
    ("Cơ quan, địa phương", 34),
    ("Trạng thái", 34),
    ("Gửi muộn", 11),
    ("Thời điểm tiếp nhận", 20),
    ("Bản chốt số", 12),
    ("Tổng điểm", 12),
    ("Mã đối chiếu", 40),
    ("Đầu mối", 26),
    ("Điện thoại", 16),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One agency: `state` in words, `received_at` as ISO time or "", `total` None where nothing was received."""

    code: str
    name: str
    state: str
    is_late: bool
    received_at: str
    revision: int | None
    total: Fraction | None
    decimals: int
    check_code: str
    contact: str
    telephone: str


def write_board(title: str, lines: Sequence[Line], path: Path, progress: Progress = SILENT) -> None:
    """Writes the board; raises `AppError` sheet.target_in_use or sheet.not_written."""
    draft = Draft(f"{SHEET} – {title}")
    sheet = draft.sheet(SHEET)
    first = write_title(sheet, f"{SHEET}: {title}")
    head(sheet, first, [name for name, _ in _HEADS], [width for _, width in _HEADS])
    for done, line in enumerate(lines):
        progress.step(done, len(lines))
        cells = [sheet.cell(first + 1 + done, at) for at in range(1, len(_HEADS) + 1)]
        texts = {0: line.code, 1: line.name, 2: line.state, 3: "Có" if line.is_late else "", 7: line.check_code}
        texts |= {4: _moment(line.received_at), 5: str(line.revision or ""), 8: line.contact, 9: line.telephone}
        for at, words in texts.items():
            write_text(cells[at], words)
        write_points(cells[6], line.total, line.decimals)
        for cell in cells:
            cell.border, cell.alignment = BORDER, TOP
    sheet.freeze_panes = sheet.cell(first + 1, 3)
    draft.save(path, progress)


def _moment(at: str) -> str:
    return moment_text(datetime.fromisoformat(at)) if at else ""
