"""``backup``, ``restore``, ``doctor`` and ``salvage``: looking after a data folder."""

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.context import Context
from app.cli.output import Printer
from app.cli.registry import Command, Told, argument, told
from app.errors import AppError
from app.wording.keeping import advice_words, finding_words, gone_words, lost_words

if TYPE_CHECKING:
    from app.operations.keeping.checking import Diagnosis
    from app.operations.keeping.restoring import Restored

PASSPHRASE = argument(
    "--backup-passphrase-file",
    metavar="FILE",
    default="",
    help=("tệp chứa mật khẩu của bản sao lưu (hoặc THUOCSO_BACKUP_PASSPHRASE)",
          "file with the passphrase of the backup (or THUOCSO_BACKUP_PASSPHRASE)"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class BackupWritten:
    """An archive written and read again: size in bytes, evidence files in it, digests of those that are damaged.

    `missing` names the evidence files that belong to the data and are gone.
    """

    path: str
    size: int
    files: int
    damaged: tuple[str, ...]
    missing: tuple[str, ...] = ()


def _backup(context: Context, options: Namespace) -> BackupWritten:
    from app.operations.keeping import backing_up

    workspace = context.workspace()
    passphrase = context.backup_passphrase(options.backup_passphrase_file) if options.encrypt else ""
    done = backing_up.backup(workspace, Path(options.file), passphrase, context.progress)
    return BackupWritten(str(done.path), done.size, done.files, done.damaged, done.missing)


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
    if result.missing:
        printer.line(gone_words(result.missing, printer.language))


@dataclass(frozen=True, slots=True)
class FolderRestored:
    """A data folder made from a backup, and when that was made; `aside` is what became of the data there before.

    `lost` names the evidence files that are damaged or gone in the backup, and are not in the folder either.
    """

    folder: str
    at: str
    files: int
    aside: str
    lost: tuple[str, ...] = ()


def _restore(context: Context, options: Namespace) -> FolderRestored:
    from app.operations.keeping import packing, restoring

    folder = context.folder
    source = Path(options.file) if options.file else folder
    if not (options.aside or restoring.is_empty(folder)):
        raise AppError("restore.not_empty", path=str(folder))
    if source.is_dir():
        copy = restoring.copy_in(source, options.copy)
        passphrase = context.backup_passphrase(options.backup_passphrase_file) if copy.is_locked else ""
        return folder_restored(restoring.put_back(folder, copy, passphrase, progress=context.progress))
    is_closed = packing.is_encrypted(source)
    passphrase = context.backup_passphrase(options.backup_passphrase_file) if is_closed else ""
    return folder_restored(restoring.put_back(folder, source, passphrase, progress=context.progress))


def folder_restored(done: "Restored") -> FolderRestored:
    """What is told of a folder that was put back."""
    return FolderRestored(str(done.folder), done.at, done.files, done.aside, done.lost)


def show_restored(result: FolderRestored, printer: Printer) -> None:
    """Where the data stand now, and what became of those before."""
    printer.say(
        "Đã khôi phục vào {folder}: bản sao lưu lúc {at}, {files} tệp minh chứng.",
        "Restored into {folder}: the copy of {at}, {files} evidence files.",
        folder=result.folder,
        at=printer.moment(result.at),
        files=result.files,
    )
    if result.aside:
        printer.say(
            "Dữ liệu có trước đó được giữ lại, tên {aside}.",
            "The data that were there before are kept as {aside}.",
            aside=result.aside,
        )
    if result.lost:
        printer.line(lost_words(result.lost, printer.language))


@dataclass(frozen=True, slots=True)
class DoctorFinding:
    """One finding; `is_harm`: data are lost or wrong, else it is only left over.

    `came_from`: where the good bytes were, once mended; `name`: of the evidence file.
    """

    code: str
    detail: str
    is_harm: bool
    came_from: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class DoctorReport:
    """What a look at every byte found and what was mended; with harm left it is refused and says so under `error`."""

    folder: str
    version: int
    files: int
    size: int
    is_sound: bool
    findings: tuple[DoctorFinding, ...]
    mended: tuple[DoctorFinding, ...] = ()
    error: Told | None = None


def _doctor(context: Context, options: Namespace) -> DoctorReport:
    from app.operations.keeping import checking, places

    if not options.mend:
        return _report(checking.doctor(context.folder, progress=context.progress), context.language)
    sources = [Path(each) for each in options.source or ()]
    is_locked = any(places.locked_in(each) for each in sources)
    passphrase = context.backup_passphrase(options.backup_passphrase_file) if is_locked else ""
    mended = checking.mend(context.workspace(), sources, passphrase=passphrase, progress=context.progress)
    return _report(mended, context.language)


def _report(found: "Diagnosis", language: str) -> DoctorReport:
    harm = sum(finding.is_harm for finding in found.findings)
    return DoctorReport(
        folder=str(found.folder),
        version=found.version,
        files=found.files,
        size=found.size,
        is_sound=found.is_sound,
        findings=tuple(
            DoctorFinding(item.code, item.detail, item.is_harm, name=found.names.get(item.detail, ""))
            for item in found.findings
        ),
        mended=tuple(DoctorFinding(item.code, item.detail, item.is_harm, source) for item, source in found.mended),
        error=told(AppError("data.unsound", count=harm), language) if harm else None,
    )


def _show_doctor(result: DoctorReport, printer: Printer) -> None:
    for finding in result.mended:
        words = finding_words(finding.code, printer.language)
        printer.say("Đã chữa: {words}: {detail}", "Mended: {words}: {detail}", words=words, detail=finding.detail)
    for finding in result.findings:
        detail = f"{finding.name} ({finding.detail})" if finding.name else finding.detail
        printer.line(f"{finding_words(finding.code, printer.language)}: {detail}")
        if finding.is_harm:
            printer.line(f"  {advice_words(finding.code, printer.language)}")
    if result.is_sound:
        printer.say(
            "Dữ liệu nguyên vẹn: {files} tệp minh chứng, {size} byte.",
            "The data are sound: {files} evidence files, {size} bytes.",
            files=result.files,
            size=result.size,
        )
    elif result.error is not None:
        printer.line(result.error.message)


@dataclass(frozen=True, slots=True)
class FolderSalvaged:
    """A dated copy made of what a damaged database still told: its name, rows that came over, tables not whole."""

    copy: str
    rows: int
    torn: tuple[str, ...]


def _salvage(context: Context, _: Namespace) -> FolderSalvaged:
    from app.operations.keeping import salvaging

    done = salvaging.salvage(context.folder, progress=context.progress)
    return FolderSalvaged(done.copy.stem, done.rows, done.torn)


def _show_salvaged(result: FolderSalvaged, printer: Printer) -> None:
    printer.say(
        "Đã đọc lại {rows} dòng từ tệp hỏng thành bản sao {copy}. Dùng: restore --copy {copy} --aside",
        "Read {rows} rows of the damaged file into the copy {copy}. To use it: restore --copy {copy} --aside",
        rows=result.rows,
        copy=result.copy,
    )
    if result.torn:
        words = ("Bảng không đọc được hết: {names}", "Tables that did not come whole: {names}")
        printer.say(*words, names=", ".join(result.torn))


COMMANDS = (
    Command(
        name="backup",
        help=("sao lưu cả thư mục dữ liệu ra một tệp", "write the whole data folder into one file"),
        run=_backup,
        result=BackupWritten,
        show=_show_backup,
        arguments=(
            argument("file", metavar="FILE.zip", help=("tệp sao lưu", "the archive")),
            argument(
                "--encrypt",
                action="store_true",
                help=("mã hóa bằng mật khẩu; mở được bằng công cụ age", "encrypt by a passphrase; age opens it"),
            ),
            PASSPHRASE,
        ),
    ),
    Command(
        name="restore",
        help=("khôi phục từ tệp sao lưu, thư mục hoặc USB sao lưu", "restore from a backup: a file, a folder, a stick"),
        run=_restore,
        result=FolderRestored,
        show=show_restored,
        arguments=(
            argument(
                "file",
                nargs="?",
                default="",
                metavar="PATH",
                help=("tệp hoặc thư mục sao lưu; không có: bản sao trong thư mục dữ liệu",
                      "backup file or folder; none: the copies in the data folder itself"),
            ),
            argument(
                "--copy", default="", metavar="NAME",
                help=("bản nào trong thư mục sao lưu (mới nhất)", "which copy of the folder (the newest)"),
            ),
            argument(
                "--aside",
                action="store_true",
                help=("giữ dữ liệu đang có thành một bản sao trước", "keep the present data as a copy before"),
            ),
            PASSPHRASE,
        ),
    ),
    Command(
        name="doctor",
        help=("kiểm tra toàn vẹn dữ liệu và từng tệp minh chứng", "look at the database and every evidence file"),
        run=_doctor,
        result=DoctorReport,
        show=_show_doctor,
        arguments=(
            argument("--mend", action="store_true", help=("chữa những gì chữa được", "mend what can be mended")),
            argument(
                "--source",
                action="append",
                metavar="PATH",
                help=("tệp, thư mục sao lưu hoặc gói hồ sơ để lấy lại minh chứng; dùng được nhiều lần",
                      "backup or bundle to take evidence back from; may be given several times"),
            ),
            PASSPHRASE,
        ),
    ),
    Command(
        name="salvage",
        help=("đọc lại những gì còn đọc được từ tệp dữ liệu hỏng", "read what can still be read of a damaged database"),
        run=_salvage,
        result=FolderSalvaged,
        show=_show_salvaged,
    ),
)  # fmt: skip
