"""``backup``, ``restore`` and ``doctor``: looking after a data folder."""

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

from app.cli.context import Context
from app.cli.output import Printer
from app.cli.registry import Command, Told, argument, told
from app.errors import AppError


@dataclass(frozen=True, slots=True)
class BackupWritten:
    """An archive written and read again: size in bytes, evidence files in it, digests of those that are damaged."""

    path: str
    size: int
    files: int
    damaged: tuple[str, ...]


def _backup(context: Context, options: Namespace) -> BackupWritten:
    from app.operations import keeping

    done = keeping.backup(context.workspace(), Path(options.file), context.progress)
    return BackupWritten(str(done.path), done.size, done.files, done.damaged)


def _show_backup(result: BackupWritten, printer: Printer) -> None:
    printer.say(
        "Đã sao lưu và kiểm tra {path}: {files} tệp minh chứng, {size} byte.",
        "Backed up and checked {path}: {files} evidence files, {size} bytes.",
        path=result.path,
        files=result.files,
        size=result.size,
    )
    for digest in result.damaged:
        printer.say("Tệp minh chứng đã hỏng từ trước: {digest}", "Damaged before: {digest}", digest=digest)


@dataclass(frozen=True, slots=True)
class FolderRestored:
    """A data folder made from an archive, and when that was written."""

    folder: str
    at: str
    files: int


def _restore(context: Context, options: Namespace) -> FolderRestored:
    from app.operations import keeping

    done = keeping.restore(Path(options.file), context.folder, context.progress)
    return FolderRestored(str(done.folder), done.at, done.files)


def _show_restored(result: FolderRestored, printer: Printer) -> None:
    printer.say(
        "Đã khôi phục vào {folder}: bản sao lưu lúc {at}, {files} tệp minh chứng.",
        "Restored into {folder}: the copy of {at}, {files} evidence files.",
        folder=result.folder,
        at=printer.moment(result.at),
        files=result.files,
    )


@dataclass(frozen=True, slots=True)
class DoctorFinding:
    """One finding; `is_harm`: data are lost or wrong, else it is only left over."""

    code: str
    detail: str
    is_harm: bool


@dataclass(frozen=True, slots=True)
class DoctorReport:
    """What a look at every byte found; with harm it is refused and says so under `error`."""

    folder: str
    version: int
    files: int
    size: int
    is_sound: bool
    findings: tuple[DoctorFinding, ...]
    error: Told | None = None


def _doctor(context: Context, _: Namespace) -> DoctorReport:
    from app.operations import keeping

    found = keeping.doctor(context.folder, progress=context.progress)
    harm = sum(finding.is_harm for finding in found.findings)
    return DoctorReport(
        folder=str(found.folder),
        version=found.version,
        files=found.files,
        size=found.size,
        is_sound=found.is_sound,
        findings=tuple(DoctorFinding(item.code, item.detail, item.is_harm) for item in found.findings),
        error=told(AppError("data.unsound", count=harm), context.language) if harm else None,
    )


_FINDINGS = {
    "database": ("Tệp dữ liệu không còn toàn vẹn", "The database is not sound"),
    "journal": ("Nhật ký không còn khớp từ dòng", "The journal does not agree from line"),
    "evidence_missing": ("Mất tệp minh chứng", "Evidence file missing"),
    "evidence_damaged": ("Tệp minh chứng bị hỏng", "Evidence file damaged"),
    "unreferenced": ("Tệp không còn dùng, sẽ được dọn", "No longer used, will be swept"),
    "leftover": ("Tệp dở dang, sẽ được dọn", "Left half-written, will be swept"),
}


def _show_doctor(result: DoctorReport, printer: Printer) -> None:
    for finding in result.findings:
        printer.line(f"{printer.words(_FINDINGS[finding.code])}: {finding.detail}")
    if result.is_sound:
        printer.say(
            "Dữ liệu nguyên vẹn: {files} tệp minh chứng, {size} byte.",
            "The data are sound: {files} evidence files, {size} bytes.",
            files=result.files,
            size=result.size,
        )
    elif result.error is not None:
        printer.line(result.error.message)


COMMANDS = (
    Command(
        name="backup",
        help=("sao lưu cả thư mục dữ liệu ra một tệp", "write the whole data folder into one file"),
        run=_backup,
        result=BackupWritten,
        show=_show_backup,
        arguments=(
            argument(
                "file",
                metavar="FILE.zip",
                help=("tệp sao lưu", "the archive"),
            ),
        ),
    ),
    Command(
        name="restore",
        help=("khôi phục từ tệp sao lưu vào thư mục dữ liệu còn trống", "restore into an empty data folder"),
        run=_restore,
        result=FolderRestored,
        show=_show_restored,
        arguments=(argument("file", metavar="FILE.zip", help=("tệp sao lưu", "the archive")),),
    ),
    Command(
        name="doctor",
        help=("kiểm tra toàn vẹn dữ liệu và từng tệp minh chứng", "look at the database and every evidence file"),
        run=_doctor,
        result=DoctorReport,
        show=_show_doctor,
    ),
)
