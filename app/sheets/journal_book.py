"""The journal as a workbook, for an inspection: every line in words, and the chain that proves them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from app.domain.journal import Line, Proof
from app.domain.text import moment_text
from app.progress import SILENT, Progress
from app.sheets.cells import write_text
from app.sheets.saving import BORDER, TOP, Draft, head
from app.wording.journal import action_text

SHEET = "Nhật ký"
_HEADS = (
    ("STT", 7),
    ("Thời điểm", 18),
    ("Người thao tác", 28),
    ("Đợt đánh giá, vai", 34),
    ("Việc đã làm", 34),
    ("Đối tượng", 26),
    ("Mục", 22),
    ("Trước", 36),
    ("Sau", 36),
    ("Mã băm của dòng", 68),
)


def write_journal(
    lines: Sequence[Line], proof: Proof, parts: Mapping[str, str], path: Path, progress: Progress = SILENT
) -> None:
    """Writes all lines, oldest first; `parts`: the name of each part by its id.

    Raises `AppError` sheet.target_in_use or sheet.not_written.
    """
    draft = Draft(SHEET)
    sheet = draft.sheet(SHEET)
    head(sheet, 1, [name for name, _ in _HEADS], [width for _, width in _HEADS])
    for number, line in enumerate(lines, start=1):
        progress.step(number - 1, len(lines))
        told = (
            str(number),
            moment_text(datetime.fromisoformat(line.at)),
            line.person,
            parts.get(line.part, line.part),
            action_text(line.action),
            line.subject,
            line.field,
            line.before,
            line.after,
            line.digest,
        )
        for column, words in enumerate(told, start=1):
            cell = sheet.cell(number + 1, column)
            write_text(cell, words)
            cell.border, cell.alignment = BORDER, TOP
    sheet.freeze_panes = "C2"
    draft.guide(_guide(proof))
    draft.save(path, progress)


def _guide(proof: Proof) -> Sequence[str]:
    broken = f"Dòng đầu tiên không còn khớp: dòng {proof.broken_at}." if proof.broken_at else "Chuỗi nguyên vẹn."
    return (
        "Nhật ký của phần mềm Thước Số",
        f"Số dòng: {proof.lines}; trong đó {proof.chained} dòng nằm trong chuỗi mã băm. {broken}",
        f"Mã băm của dòng cuối: {proof.head}",
        "Mỗi dòng mang mã băm SHA-256 tính trên nội dung dòng và mã băm của dòng trước; sửa, thêm hoặc bỏ một dòng ở "
        "giữa làm các mã sau không còn khớp.",
        "Chuỗi không cho biết các dòng cuối có bị cắt bỏ hay không: đối chiếu với mã băm dòng cuối đã lưu ở nơi khác.",
        "Tệp .jsonl xuất cùng lúc dùng để kiểm tra lại bằng máy: thuocso-cli journal verify TỆP.",
    )
