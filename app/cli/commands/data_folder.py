"""``folder show`` and ``folder go-back``: where the data lie, what kind of place that is, and back after an upgrade."""

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

from app.cli.context import Context
from app.cli.output import Printer
from app.cli.registry import Command, argument


@dataclass(frozen=True, slots=True)
class Upgraded:
    """The last upgrade of the data; `can_go_back`: the copy made before is still kept."""

    at: str
    before: str
    after: str
    can_go_back: bool


@dataclass(frozen=True, slots=True)
class FolderShown:
    """Where everything lies. `drive`: local, share, stick; `synced_by`: the service that copies it elsewhere."""

    folder: str
    backups: str
    version: str
    built: str
    commit: str
    licences: str
    schema: int
    drive: str
    is_read_only: bool
    synced_by: str
    upgraded: Upgraded | None


def _show(context: Context, _: Namespace) -> FolderShown:
    from app import drives
    from app.about import about
    from app.operations.keeping import going_back, upgrading
    from app.operations.workspace import BACKUPS

    opened, program = context.workspace(), about()
    last = upgrading.last(opened)
    can = going_back.way_back(opened) is not None
    return FolderShown(
        folder=drives.shown(opened.folder),
        backups=drives.shown(opened.folder / BACKUPS),
        version=program.version,
        built=program.built,
        commit=program.commit,
        licences=str(program.licences or ""),
        schema=upgrading.FORM,
        drive=opened.drive.kind.value,
        is_read_only=opened.is_read_only,
        synced_by=drives.synced_by(opened.folder),
        upgraded=None if last is None else Upgraded(last.at, last.before, last.after, can),
    )


_DRIVES = {
    "local": ("Ổ đĩa của máy này", "A disk of this computer"),
    "share": ("Ổ mạng", "A network drive"),
    "stick": ("USB hoặc ổ tháo rời", "A stick or removable disk"),
}


def _say(result: FolderShown, printer: Printer) -> None:
    drive = printer.words(_DRIVES[result.drive])
    if result.is_read_only:
        drive += printer.words((", chỉ xem", ", to be looked at only"))
    if result.synced_by:
        drive += printer.words((f", do {result.synced_by} đồng bộ", f", synchronised by {result.synced_by}"))
    built = " · ".join(part for part in (result.version, result.built, result.commit) if part)
    printer.fields(
        [
            (("Thư mục dữ liệu", "Data folder"), result.folder),
            (("Loại ổ", "Kind of drive"), drive),
            (("Thư mục sao lưu", "Backups"), result.backups),
            (("Phiên bản phần mềm", "Version of the program"), built),
            (("Phiên bản cấu trúc dữ liệu", "Version of the data's form"), str(result.schema)),
            *([(("Giấy phép", "Licences"), result.licences)] if result.licences else []),
        ]
    )
    if result.upgraded is not None:
        printer.say(
            "Dữ liệu đã được nâng cấp lúc {at} từ bản {before}{kept}.",
            "The data were upgraded at {at} from version {before}{kept}.",
            at=printer.moment(result.upgraded.at),
            before=result.upgraded.before,
            kept=printer.words(("; bản trước còn giữ", "; the data from before are kept"))
            if result.upgraded.can_go_back
            else "",
        )


@dataclass(frozen=True, slots=True)
class FolderForOlder:
    """A folder that the version `before` opens; `files` it knows, `added` since lie beside, `lacking` are not whole."""

    folder: str
    before: str
    at: str
    files: int
    added: int
    lacking: tuple[str, ...]


def _go_back(context: Context, options: Namespace) -> FolderForOlder:
    from app.operations.keeping import going_back

    made = going_back.go_back(context.workspace(), Path(options.to), context.progress)
    return FolderForOlder(str(made.folder), made.upgrade.before, made.upgrade.at, made.files, made.added, made.lacking)


def _say_back(result: FolderForOlder, printer: Printer) -> None:
    printer.say(
        "Đã lập thư mục {folder} cho bản {before}: dữ liệu như lúc {at}, {files} tệp minh chứng. Mở bằng bản {before}.",
        "Made the folder {folder} for version {before}: the data as of {at}, {files} evidence files. Open it with "
        "version {before}.",
        folder=result.folder,
        before=result.before,
        at=printer.moment(result.at),
        files=result.files,
    )
    printer.say(
        "Những gì nhập sau đó vẫn nguyên trong thư mục dữ liệu hiện tại, không có trong thư mục mới.",
        "What was entered since stays in the present data folder and is not in the new one.",
    )
    if result.added:
        from app.operations.keeping.going_back import SINCE

        printer.say(
            "{count} tệp minh chứng thêm sau đó nằm trong thư mục con “{name}” để đính kèm lại.",
            "{count} evidence files added since lie in the folder “{name}” inside it, to be attached again.",
            count=result.added,
            name=SINCE,
        )
    for digest in result.lacking:
        printer.say("Không còn tệp minh chứng: {digest}", "Evidence no longer here: {digest}", digest=digest)


COMMANDS = (
    Command(
        name="folder show",
        help=("thư mục dữ liệu ở đâu, loại ổ, phiên bản, bản trước khi nâng cấp", "where the data lie and what of"),
        run=_show,
        result=FolderShown,
        show=_say,
    ),
    Command(
        name="folder go-back",
        help=(
            "lập một thư mục để bản phần mềm trước khi nâng cấp mở được",
            "make a folder that the version from before the upgrade opens",
        ),
        run=_go_back,
        result=FolderForOlder,
        show=_say_back,
        arguments=(argument("--to", required=True, metavar="DIR", help=("thư mục mới", "the new folder")),),
    ),
)
