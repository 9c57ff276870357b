"""The verification sheet of a file: everything found of it so far, on paper."""

from datetime import datetime
from pathlib import Path

from app import VERSION, wording
from app.domain import text
from app.operations import parts
from app.operations.bundling import write_file
from app.operations.parts import Role
from app.operations.trust.finding_words import told_of
from app.operations.trust.verifying import Findings
from app.operations.workspace import Workspace
from app.wording.checks import moment


def suggested_name(findings: Findings) -> str:
    """Without diacritics, as the file it is about."""
    return f"PhieuKiemTra_{text.file_name_piece(Path(findings.file_name).stem)}.pdf"


def print_sheet(workspace: Workspace, part_id: str, findings: Findings, target: Path) -> Path:
    """Writes the sheet as PDF; `part_id` says who prints it, "": nobody named. Raises `AppError("file.unwritable")`."""
    from app.reports import verification_sheet

    owner, place = _printed_by(workspace, part_id) if part_id else ("", "")
    kind = wording.word(f"bundle_{findings.kind}") if findings.kind else "–"
    facts = [
        ("Tên tệp", findings.file_name),
        ("Loại tệp", kind),
        ("Nơi gửi", " ".join(filter(None, (findings.sender, f"(mã {findings.agency})" if findings.agency else "")))),
        ("Dung lượng", f"{findings.size:,} byte".replace(",", ".")),
    ]
    if findings.received_at:
        facts.append(("Thời điểm nạp vào phần mềm", moment(datetime.fromisoformat(findings.received_at))))
    titles = ["Kết quả kiểm tra khi nhận tệp" if findings.file_id else "Kết quả kiểm tra"]
    titles += [f"Kết quả kiểm tra lại {moment(datetime.fromisoformat(each.at))}" for each in findings.all[1:]]
    told = [(title, told_of(findings, each)) for title, each in zip(titles, findings.all, strict=True)]
    acting = workspace.acting.name if workspace.acting else ""
    checked = verification_sheet.Checked(
        owner, place, findings.file_name, tuple(facts), told, workspace.clock(), acting, VERSION
    )  # fmt: skip
    return write_file(target, verification_sheet.render(checked))


def _printed_by(workspace: Workspace, part_id: str) -> tuple[str, str]:
    """The office of a part and its place, where the campaign tells it."""
    part = parts.find(workspace, part_id)
    return part.name, part.campaign.authority.place if part.role is Role.AUTHORITY else ""
