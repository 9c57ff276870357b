"""``backups`` and ``handover``: dated copies here and in a second place, and everything handed to the next officer."""

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.commands.folders import PASSPHRASE, FolderRestored, folder_restored, show_restored
from app.cli.context import Context
from app.cli.output import Printer
from app.cli.registry import Command, Told, argument, told
from app.wording.keeping import gone_words, reason_words

if TYPE_CHECKING:
    from app.operations.keeping.handing_over import Party
    from app.operations.keeping.places import Copy


@dataclass(frozen=True, slots=True)
class CopyLine:
    """One dated copy: its name, where, when and why it was made, whose, bytes of all, evidence files, how many lack.

    `is_locked`: only the passphrase of its place opens it, and tells whose it is.
    """

    name: str
    place: str
    at: str
    reason: str
    whose: tuple[str, ...]
    size: int
    files: int
    lacking: int
    is_locked: bool


@dataclass(frozen=True, slots=True)
class CopiesListed:
    """The copies in the data folder and in the second place, and whether that is there; "" where none is chosen."""

    copies: tuple[CopyLine, ...]
    second: str
    is_second_there: bool


def _line(copy: "Copy") -> CopyLine:
    told = copy.told
    facts = told.facts
    return CopyLine(
        copy.stem, str(copy.root), facts.at, facts.reason.value, facts.whose, told.size, len(told.evidence),
        len(copy.lacking), copy.is_locked,
    )  # fmt: skip


def _list(context: Context, options: Namespace) -> CopiesListed:
    from app.operations.keeping import backing_up, places, restoring

    if options.folder:
        return CopiesListed(tuple(map(_line, restoring.copies_in(Path(options.folder)))), "", False)
    second = backing_up.second(context.folder)
    known = list(places.copies(context.folder))
    known += places.copies(second.root) if second is not None and second.root is not None else ()
    told = "" if second is None else str(second.root or second.folder / second.name)
    return CopiesListed(tuple(map(_line, known)), told, second is not None and second.root is not None)


def _cells(one: CopyLine, printer: Printer) -> tuple[str, ...]:
    reason = reason_words(one.reason, printer.language)
    locked = printer.words(("có", "yes")) if one.is_locked else ""
    return printer.moment(one.at), one.name, reason, str(one.files), locked, one.place


def _show_list(result: CopiesListed, printer: Printer) -> None:
    heads = (
        ("Lúc", "When"),
        ("Tên", "Name"),
        ("Lý do", "Why"),
        ("Tệp", "Files"),
        ("Khóa", "Locked"),
        ("Nơi lưu", "Place"),
    )
    printer.table(heads, [_cells(one, printer) for one in result.copies], right=(3,))
    if result.second and not result.is_second_there:
        printer.say("Chưa thấy nơi lưu thứ hai {place}.", "The second place {place} is not there.", place=result.second)


@dataclass(frozen=True, slots=True)
class CopyMade:
    """A copy made by hand, where it was carried besides ("" for nowhere), and what somebody should know of that."""

    name: str
    size: int
    files: int
    carried_to: str
    told: tuple[Told, ...] = ()


def _make(context: Context, _: Namespace) -> CopyMade:
    from app.operations.keeping import backing_up

    done = backing_up.now(context.workspace(), progress=context.progress)
    assert done.made is not None
    carried = str(done.carried.root) if done.carried is not None else ""
    said = tuple(told(each, context.language) for each in done.told)
    return CopyMade(done.made.stem, done.made.told.size, len(done.made.told.evidence), carried, said)


def _show_made(result: CopyMade, printer: Printer) -> None:
    printer.say("Đã lập và kiểm tra bản sao {name}.", "Made and checked the copy {name}.", name=result.name)
    if result.carried_to:
        printer.say("Đã chép thêm vào {place}.", "Carried to {place} as well.", place=result.carried_to)
    for each in result.told:
        printer.line(each.message)


@dataclass(frozen=True, slots=True)
class PlaceChosen:
    """Where copies go besides from now on, and whether only a passphrase opens them there; "" for nowhere."""

    place: str
    is_locked: bool


_LOCKED = (
    "Bản sao ở đó được khóa: chỉ mật khẩu mở được. Phần mềm không giữ mật khẩu; hãy ghi lại và cất nơi khác.",
    "The copies there are locked: only the passphrase opens them. It is kept nowhere; write it down, elsewhere.",
)
_OPEN = (
    "Bản sao ở đó không khóa: ai cầm được cũng đọc được. Dùng --encrypt để khóa bằng mật khẩu.",
    "The copies there are not locked: whoever holds them can read them. --encrypt locks them by a passphrase.",
)


def _place(context: Context, options: Namespace) -> PlaceChosen:
    from app.operations.keeping import backing_up, places

    folder = Path(options.folder) if options.folder else None
    is_asked = folder is not None and (options.encrypt or places.is_locked(folder))
    passphrase = context.backup_passphrase(options.backup_passphrase_file) if is_asked else ""
    chosen = backing_up.choose_second(context.workspace(), folder, passphrase)
    return PlaceChosen(
        str(chosen.root or chosen.folder / chosen.name) if chosen is not None else "",
        chosen is not None and chosen.locked is not None,
    )


def _show_place(result: PlaceChosen, printer: Printer) -> None:
    if result.place:
        printer.say("Từ nay chép thêm vào {place}.", "Copies go to {place} as well.", place=result.place)
        printer.line(printer.words(_LOCKED if result.is_locked else _OPEN))
    else:
        printer.say("Không chép thêm vào nơi nào nữa.", "Copies go nowhere else any more.")


@dataclass(frozen=True, slots=True)
class CopyRemoved:
    """A copy that was taken away, and from where."""

    name: str
    place: str


def _remove(context: Context, options: Namespace) -> CopyRemoved:
    from app.operations.keeping import backing_up, restoring

    workspace = context.workspace()
    copy = restoring.copy_in(Path(options.folder) if options.folder else context.folder, options.name)
    backing_up.remove(workspace, copy)
    return CopyRemoved(copy.stem, str(copy.root))


def _show_removed(result: CopyRemoved, printer: Printer) -> None:
    words = ("Đã xóa bản sao {name} khỏi {place}.", "Removed the copy {name} from {place}.")
    printer.say(*words, name=result.name, place=result.place)


# Handing over -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class HandoverWritten:
    """The encrypted file and the record: size in bytes, evidence files, SHA-256 and the code that is read out.

    `missing` names the evidence files that belong to the data and are gone.
    """

    path: str
    record: str
    size: int
    files: int
    sha256: str
    check_code: str
    missing: tuple[str, ...] = ()


def _party(words: str) -> "Party":
    from app.operations.keeping.handing_over import Party

    name, title, office, *_ = (*(piece.strip() for piece in words.split(",", 2)), "", "")
    return Party(name, title, office)


def _hand_over(context: Context, options: Namespace) -> HandoverWritten:
    from app.operations.keeping import handing_over

    workspace = context.workspace()
    acting = workspace.acting
    own = handing_over.Party(acting.name, acting.title, acting.office) if acting is not None else None
    giver = _party(options.giver) if options.giver or own is None else own
    passphrase = context.backup_passphrase(options.backup_passphrase_file)
    done = handing_over.hand_over(
        workspace, Path(options.file), passphrase, giver, _party(options.to), options.note, context.progress
    )
    made = done.backup
    return HandoverWritten(
        str(made.path), str(done.record), made.size, made.files, done.sha256, done.check_code, made.missing
    )


def _show_handover(result: HandoverWritten, printer: Printer) -> None:
    printer.say("Đã lập và kiểm tra tệp bàn giao {path}.", "Written and checked: {path}.", path=result.path)
    printer.say("Biên bản: {record}", "Record: {record}", record=result.record)
    printer.say("Mã đối chiếu: {code}", "Check code: {code}", code=result.check_code)
    if result.missing:
        printer.line(gone_words(result.missing, printer.language))


def _take_over(context: Context, options: Namespace) -> FolderRestored:
    from app.operations.keeping import handing_over, restoring

    folder = context.folder
    passphrase = context.backup_passphrase(options.backup_passphrase_file)
    path = Path(options.file)
    told = handing_over.parties(restoring.look(path, passphrase))
    receiver = _party(options.receiver) if options.receiver or told is None else told[1]
    done = handing_over.take_over(folder, path, passphrase, receiver, progress=context.progress)
    return folder_restored(done)


_FOLDER = argument(
    "folder", nargs="?", default="", metavar="DIR",
    help=("thư mục hoặc USB; không có: thư mục dữ liệu", "folder or stick; none: the data folder"),
)  # fmt: skip
_NAME = "NAME[, TITLE[, OFFICE]]"

COMMANDS = (
    Command(
        name="backups list",
        help=("các bản sao theo ngày", "the dated copies"),
        run=_list,
        result=CopiesListed,
        show=_show_list,
        arguments=(_FOLDER,),
    ),
    Command(
        name="backups make",
        help=("lập một bản sao ngay", "make a copy now"),
        run=_make,
        result=CopyMade,
        show=_show_made,
    ),
    Command(
        name="backups remove",
        help=("xóa một bản sao, trừ bản duy nhất còn tốt", "remove a copy, but never the only sound one"),
        run=_remove,
        result=CopyRemoved,
        show=_show_removed,
        arguments=(argument("name", metavar="NAME", help=("tên bản sao", "the name of the copy")), _FOLDER),
    ),
    Command(
        name="backups place",
        help=("chọn nơi chép thêm (thư mục ở ổ khác, USB)", "choose where copies go besides (another disk, a stick)"),
        run=_place,
        result=PlaceChosen,
        show=_show_place,
        arguments=(
            argument(
                "folder",
                nargs="?",
                default="",
                metavar="DIR",
                help=("bỏ trống: thôi chép thêm", "none: no second place"),
            ),
            argument(
                "--encrypt",
                action="store_true",
                help=("khóa các bản sao ở đó bằng mật khẩu", "lock the copies there by a passphrase"),
            ),
            PASSPHRASE,
        ),
    ),
    Command(
        name="handover make",
        help=("bàn giao: một tệp mã hóa và biên bản", "hand over: one encrypted file and a record"),
        run=_hand_over,
        result=HandoverWritten,
        show=_show_handover,
        arguments=(
            argument("file", metavar="FILE.zip.age", help=("tệp bàn giao", "the file")),
            argument("--to", required=True, metavar=_NAME, help=("bên nhận", "who receives")),
            argument("--giver", default="", metavar=_NAME, help=("bên giao (người thao tác)", "who gives (who works)")),
            argument("--note", default="", metavar="TEXT", help=("ghi chú trong biên bản", "a remark in the record")),
            PASSPHRASE,
        ),
    ),
    Command(
        name="handover take",
        help=("nhận bàn giao vào thư mục dữ liệu", "take a handover into the data folder"),
        run=_take_over,
        result=FolderRestored,
        show=show_restored,
        arguments=(
            argument("file", metavar="FILE.zip.age", help=("tệp bàn giao", "the file")),
            argument("--receiver", default="", metavar=_NAME, help=("người nhận (theo tệp)", "who receives (as told)")),
            PASSPHRASE,
        ),
    ),
)
