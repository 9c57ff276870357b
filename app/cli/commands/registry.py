"""``registry`` and ``registration``: whom an authority believes, and how a commune makes itself known."""

from argparse import Namespace
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.commands.campaigns import TO, BundleWritten, bundle_line, show_bundle
from app.cli.commands.frameworks import FileWritten, show_written
from app.cli.context import Context
from app.cli.output import Printer, Words
from app.cli.parsing import WrongUsage
from app.cli.registry import Command, argument
from app.domain import check_code

if TYPE_CHECKING:
    from app.operations.authority.registry import Line

_STATES: dict[str, Words] = {
    "other_key": ("Khác với khóa đã ghi nhận", "Other key than the accepted one"),
    "letter_differs": ("Khác mã trong công văn", "Not the code of the letter"),
    "closed": ("Khóa đã hết dùng, chưa có khóa mới", "Closed, no new key yet"),
    "matches": ("Khớp công văn, chờ ghi nhận", "As in the letter, to be accepted"),
    "signed": ("Cơ quan đã ký số cho khóa này, chờ ghi nhận", "Signed for by the agency, to be accepted"),
    "first_seen": ("Chưa ghi nhận", "Not accepted yet"),
    "letter_only": ("Có mã, chưa nhận tệp nào", "Code known, no file yet"),
    "nothing": ("Chưa báo nhận gói triển khai", "Not registered"),
    "accepted": ("Đã ghi nhận", "Accepted"),
}


@dataclass(frozen=True, slots=True)
class RegistryLine:
    """One agency: what the authority knows, what waits to be compared, and what is accepted.

    `check_code` is that of the key waiting, else of the accepted one; `claimed_*` is what the agency's own file says.
    """

    agency: str
    name: str
    state: str
    telephone: str
    contact: str
    letter_code: str
    source: str
    is_registered: bool
    campaign_revision: int | None
    check_code: str | None
    spki_sha256: str | None
    claimed_contact: str
    claimed_telephone: str
    accepted_at: str | None
    accepted_how: str
    shared_with: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Registry:
    """The book of a campaign, in the campaign's order."""

    agencies: tuple[RegistryLine, ...]


def _list(context: Context, _: Namespace) -> Registry:
    from app.operations.authority import registry

    return Registry(tuple(_line(item) for item in registry.book(context.workspace(), context.part().id)))


def _line(item: "Line") -> RegistryLine:

    spki = item.waiting.spki if item.waiting else item.pin.spki if item.pin else None
    claimed = item.registration.content.contact if item.registration else None
    return RegistryLine(
        agency=item.agency.code,
        name=item.agency.name,
        state=item.state.value,
        telephone=item.telephone,
        contact=item.contact,
        letter_code=item.entry.check_code,
        source=item.entry.source,
        is_registered=item.registration is not None,
        campaign_revision=item.registration.revision if item.registration else None,
        check_code=check_code.of_key(spki) if spki else None,
        spki_sha256=spki,
        claimed_contact=claimed.name if claimed else "",
        claimed_telephone=claimed.telephone if claimed else "",
        accepted_at=item.pin.valid_from if item.pin else None,
        accepted_how=item.pin.how if item.pin else "",
        shared_with=item.shared_with,
    )


def _show(result: Registry, printer: Printer) -> None:
    printer.table(
        (("Mã", "Code"), ("Cơ quan", "Agency"), ("Điện thoại", "Telephone"), ("Mã đối chiếu", "Check code"),
         ("Tình trạng khóa", "Key")),
        [
            (one.agency, one.name, one.telephone, one.check_code or "–", printer.words(_STATES[one.state]))
            for one in result.agencies
        ],
    )  # fmt: skip


def _form(context: Context, options: Namespace) -> FileWritten:
    from app.operations.authority import registry

    written = registry.write_form(context.workspace(), context.part().id, Path(options.file), context.progress)
    return FileWritten(str(written))


def _load(context: Context, options: Namespace) -> Registry:
    from app.operations.authority import registry

    registry.load_form(context.workspace(), context.part().id, Path(options.file), context.progress)
    return _list(context, options)


def _set(context: Context, options: Namespace) -> Registry:
    from dataclasses import replace

    from app.operations.authority import registry

    workspace, part = context.workspace(), context.part().id
    known = {item.agency.code: item.entry for item in registry.book(workspace, part)}
    told = {"telephone": options.telephone, "contact": options.contact, "check_code": options.code}
    told["source"] = options.source
    entry = known.get(options.agency) or registry.Entry(options.agency)
    registry.set_entry(workspace, part, replace(entry, **{key: it for key, it in told.items() if it is not None}))
    return _list(context, options)


def _accept(context: Context, options: Namespace) -> Registry:
    from app.operations.authority import registry

    if bool(options.agency) == options.all:
        raise WrongUsage("CODE | --all")
    workspace, part = context.workspace(), context.part().id
    if options.all:
        registry.accept_matching(workspace, part)
    else:
        line = next((each for each in registry.book(workspace, part) if each.agency.code == options.agency), None)
        is_signed = line is not None and line.state is registry.KeyState.SIGNED and not options.code
        is_in_letter = line is not None and line.state is registry.KeyState.MATCHES
        how = options.how or (registry.AGENCY_SIGNATURE if is_signed else "letter" if is_in_letter else "")
        registry.accept(workspace, part, options.agency, how, reason=options.ended, typed=options.code or "")
    return _list(context, options)


def _close(context: Context, options: Namespace) -> Registry:
    from app.operations.trust import trusting

    workspace, part = context.workspace(), context.part()
    try:
        at = datetime.fromisoformat(options.at).astimezone() if options.at else None
    except ValueError as error:
        raise WrongUsage("--at YYYY-MM-DDTHH:MM") from error
    role = trusting.role_of_others(part)
    trusting.close_key(workspace, options.agency, role, options.reason, options.how, at)
    return _list(context, options)


def _reopen(context: Context, options: Namespace) -> Registry:
    from app.domain import check_code
    from app.errors import AppError
    from app.operations.trust import trusting

    workspace, role = context.workspace(), trusting.role_of_others(context.part())
    ended = [pin for pin in trusting.pins(workspace) if (pin.agency, pin.role) == (options.agency, role)]
    if options.code:
        ended = [pin for pin in ended if check_code.fits(options.code, check_code.of_key(pin.spki))]
    if not ended:
        raise AppError("key.not_closed", code=options.agency)
    trusting.reopen_key(workspace, options.agency, role, ended[-1].spki, options.how)
    return _list(context, options)


def _refuse(context: Context, options: Namespace) -> Registry:
    from app.errors import AppError
    from app.operations.authority import registry
    from app.operations.trust import trusting

    workspace, part = context.workspace(), context.part()
    lines = registry.book(workspace, part.id)
    waiting = next((item.waiting for item in lines if item.agency.code == options.agency), None)
    if waiting is None:
        raise AppError("key.not_seen", code=options.agency)
    trusting.refuse_key(workspace, waiting.agency, waiting.role, waiting.spki, options.how)
    return _list(context, options)


def _register(context: Context, options: Namespace) -> BundleWritten:
    from dataclasses import replace

    from app.operations.trust import registering, reported

    workspace, part = context.workspace(), context.part()
    told = {name: getattr(options, name) for name in ("name", "title", "telephone", "email")}
    contact = reported.own_contact(workspace, part.id)
    contact = replace(contact, **{key: value for key, value in told.items() if value is not None})
    folder = Path(options.to)
    folder.mkdir(parents=True, exist_ok=True)
    made = registering.make(workspace, part.id, folder, context.passphrase(), contact, context.progress)
    return bundle_line(made.path, made.written, made.check_code)


_AGENCY = argument("agency", metavar="CODE", help=("mã cơ quan", "the agency's code"))
_ENDS = ("replaced", "lost", "stolen")
_HOW = argument(
    "--how", required=True, metavar="TEXT", help=("biết được từ đâu, theo văn bản nào", "how this is known")
)
COMMANDS = (
    Command(
        name="registry list",
        help=("danh bạ: điện thoại, mã đối chiếu, tình trạng khóa", "telephones, check codes, keys"),
        run=_list,
        result=Registry,
        show=_show,
    ),
    Command(
        name="registry form",
        help=("ghi biểu Excel để điền điện thoại và mã trong công văn", "write the Excel form to be filled in"),
        run=_form,
        result=FileWritten,
        show=show_written,
        arguments=(argument("file", metavar="FILE.xlsx", help=("tệp để ghi", "file to write")),),
    ),
    Command(
        name="registry load",
        help=("nạp biểu Excel đã điền", "load the filled form"),
        run=_load,
        result=Registry,
        show=_show,
        arguments=(argument("file", metavar="FILE.xlsx", help=("biểu đã điền", "the filled form")),),
    ),
    Command(
        name="registry set",
        help=("ghi điện thoại, đầu mối, mã trong công văn của một cơ quan", "what is known of one agency"),
        run=_set,
        result=Registry,
        show=_show,
        arguments=(
            _AGENCY,
            argument("--telephone", metavar="TEXT", help=("số điện thoại", "telephone")),
            argument("--contact", metavar="TEXT", help=("đầu mối", "contact")),
            argument("--code", metavar="DIGITS", help=("mã đối chiếu ghi trong công văn", "code of the letter")),
            argument("--source", metavar="TEXT", help=("số, ngày công văn", "which letter")),
        ),
    ),
    Command(
        name="registry accept",
        help=("ghi nhận khóa đã đối chiếu", "accept keys that were compared"),
        run=_accept,
        result=Registry,
        show=_show,
        arguments=(
            argument("agency", nargs="?", metavar="CODE", help=("mã cơ quan", "the agency's code")),
            argument(
                "--all",
                action="store_true",
                help=("mọi khóa có mã khớp với công văn", "every key whose code is that of its letter"),
            ),
            argument("--code", metavar="DIGITS", help=("mã nghe đọc qua điện thoại", "the code as read out")),
            argument("--how", metavar="TEXT", help=("đối chiếu bằng cách nào", "how it was compared")),
            argument(
                "--ended",
                choices=_ENDS,
                default="replaced",
                help=("khóa ghi nhận trước đó: vì sao hết dùng", "why the key accepted before ended"),
            ),
        ),
    ),
    Command(
        name="registry close",
        help=("kết thúc khóa đã ghi nhận: được thay, bị mất, bị lấy cắp", "end an accepted key"),
        run=_close,
        result=Registry,
        show=_show,
        arguments=(
            _AGENCY,
            argument("--reason", required=True, choices=_ENDS, help=("vì sao", "why")),
            _HOW,
            argument("--at", metavar="TIME", help=("từ lúc nào (YYYY-MM-DDTHH:MM)", "from when on")),
        ),
    ),
    Command(
        name="registry reopen",
        help=("khôi phục khóa đã kết thúc do báo nhầm", "take back the end of an accepted key"),
        run=_reopen,
        result=Registry,
        show=_show,
        arguments=(
            _AGENCY,
            argument("--code", metavar="DIGITS", help=("mã của khóa, nếu không phải khóa cuối", "its code")),
            _HOW,
        ),
    ),
    Command(
        name="registry refuse",
        help=("không ghi nhận khóa lạ gửi dưới tên cơ quan này", "a key that is not the agency's own"),
        run=_refuse,
        result=Registry,
        show=_show,
        arguments=(_AGENCY, _HOW),
    ),
    Command(
        name="registration make",
        help=("lập phiếu báo nhận gói triển khai", "report that the campaign has come"),
        run=_register,
        result=BundleWritten,
        show=show_bundle,
        arguments=(
            TO,
            argument("--name", metavar="TEXT", help=("họ tên đầu mối", "the contact's name")),
            argument("--title", metavar="TEXT", help=("chức vụ", "title")),
            argument("--telephone", metavar="TEXT", help=("số điện thoại", "telephone")),
            argument("--email", metavar="TEXT", help=("thư điện tử", "e-mail")),
        ),
    ),
)
