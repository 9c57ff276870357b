"""``certificate``, ``crl``, ``signer``: whom one believes about people's signatures."""

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

from app.cli.context import Context
from app.cli.output import Printer
from app.cli.registry import Command, Told, argument, told
from app.errors import Several


@dataclass(frozen=True, slots=True)
class TrustLoaded:
    """How many certificates and revocation lists are new, how many were here; refused files stand under `error`."""

    certificates: int
    lists: int
    known: int
    error: Told | None = None


def _load(context: Context, options: Namespace) -> TrustLoaded:
    from app.operations.trust import certifying

    done = certifying.load(context.workspace(True), [Path(item) for item in options.files], context.progress)
    error = told(Several("trust.refused", list(done.refused)), context.language) if done.refused else None
    return TrustLoaded(done.certificates, done.lists, done.known, error)


def _show_loaded(result: TrustLoaded, printer: Printer) -> None:
    printer.say(
        "Đã nạp {certificates} chứng thư của nơi cấp, {lists} danh sách thu hồi; {known} đã có từ trước.",
        "Loaded {certificates} issuers' certificates and {lists} revocation lists; {known} were here before.",
        certificates=result.certificates,
        lists=result.lists,
        known=result.known,
    )
    if result.error is not None:
        printer.line(result.error.message)


@dataclass(frozen=True, slots=True)
class IssuerLine:
    """A trusted issuer: names, period (ISO), whether it has ended."""

    digest: str
    subject: str
    issuer: str
    not_before: str
    not_after: str
    is_over: bool


@dataclass(frozen=True, slots=True)
class RevocationLine:
    """A list of revoked certificates: whose, when, and when the next was due (null: not said)."""

    digest: str
    issuer: str
    this_update: str
    next_update: str | None
    is_newest: bool
    is_stale: bool


@dataclass(frozen=True, slots=True)
class IssuersShown:
    """Issuers and their lists, and how many days a list still counts after its next one was due."""

    issuers: tuple[IssuerLine, ...]
    lists: tuple[RevocationLine, ...]
    grace_days: int


def _list(context: Context, _: Namespace) -> IssuersShown:
    from app.operations.trust import certifying

    workspace = context.workspace()
    return IssuersShown(
        tuple(
            IssuerLine(e.digest, e.subject, e.issuer, e.not_before.isoformat(), e.not_after.isoformat(), e.is_over)
            for e in certifying.issuers(workspace)
        ),
        tuple(
            RevocationLine(
                e.digest,
                e.issuer,
                e.this_update.isoformat(),
                e.next_update.isoformat() if e.next_update else None,
                e.is_newest,
                e.is_stale,
            )
            for e in certifying.revocation_lists(workspace)
        ),
        certifying.grace_days(workspace),
    )


def _show_list(result: IssuersShown, printer: Printer) -> None:
    for issuer in result.issuers:
        over = printer.words(("đã hết hạn", "has ended")) if issuer.is_over else ""
        printer.line(f"{issuer.digest[:8]}  {issuer.subject}  {printer.moment(issuer.not_after)}  {over}".rstrip())
    for each in result.lists:
        until = printer.moment(each.next_update) if each.next_update else "–"
        stale = printer.words(("cần danh sách mới", "a new one is due")) if each.is_stale else ""
        name = printer.words(("Danh sách thu hồi", "Revocation list"))
        printer.line(f"{name}: {each.issuer}  {printer.moment(each.this_update)} → {until}  {stale}".rstrip())


def _remove(context: Context, options: Namespace) -> IssuersShown:
    from app.operations.trust import certifying

    certifying.remove_issuer(context.workspace(), options.digest, options.reason)
    return _list(context, options)


def _grace(context: Context, options: Namespace) -> IssuersShown:
    from app.operations.trust import certifying

    certifying.set_grace_days(context.workspace(), options.days)
    return _list(context, options)


# People ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SignerLine:
    """A subject accepted for an agency and role: how, by whom, from when until when."""

    id: int
    agency: str
    role: str
    subject: str
    how: str
    by: str
    valid_from: str
    valid_to: str | None


@dataclass(frozen=True, slots=True)
class SignersShown:
    """All subjects ever accepted, oldest first."""

    signers: tuple[SignerLine, ...]


def _signers(context: Context, _: Namespace) -> SignersShown:
    from app.operations.trust import certifying

    return SignersShown(
        tuple(
            SignerLine(e.id, e.agency, e.role, e.subject, e.how, e.by, e.valid_from, e.valid_to)
            for e in certifying.signers(context.workspace())
        )
    )


def _show_signers(result: SignersShown, printer: Printer) -> None:
    for each in result.signers:
        until = f" → {printer.moment(each.valid_to)}" if each.valid_to else ""
        role = printer.words(("lãnh đạo", "leader") if each.role == "leader" else ("cơ quan", "agency"))
        printer.line(f"{each.id}  {each.agency}  {role}  {each.subject}  {printer.moment(each.valid_from)}{until}")


def _accept(context: Context, options: Namespace) -> SignersShown:
    from app.operations.trust import certifying
    from app.operations.trust.certifying import PeopleRole

    role = PeopleRole(options.role)
    certifying.accept_signer(context.workspace(), options.agency, role, options.subject, options.how)
    return _signers(context, options)


def _close(context: Context, options: Namespace) -> SignersShown:
    from app.operations.trust import certifying

    certifying.close_signer(context.workspace(), options.id, options.reason)
    return _signers(context, options)


_FILES = argument("files", nargs="+", metavar="FILE", help=("tệp .cer, .crt, .pem, .p7b, .crl", "the files"))
_REASON = argument("--reason", required=True, metavar="TEXT", help=("lý do, ghi vào nhật ký", "why; journalled"))
COMMANDS = (
    Command(
        name="certificate add",
        help=("nạp chứng thư của nơi cấp và danh sách thu hồi", "load issuers' certificates and revocation lists"),
        run=_load,
        result=TrustLoaded,
        show=_show_loaded,
        arguments=(_FILES,),
    ),
    Command(
        name="certificate list",
        help=("nơi cấp đang tin cậy và danh sách thu hồi", "trusted issuers and their revocation lists"),
        run=_list,
        result=IssuersShown,
        show=_show_list,
    ),
    Command(
        name="certificate remove",
        help=("bỏ chứng thư của một nơi cấp", "no longer believe an issuer"),
        run=_remove,
        result=IssuersShown,
        show=_show_list,
        arguments=(
            argument("digest", metavar="DIGEST", help=("tám ký tự đầu của mã trở lên", "eight characters or more")),
            _REASON,
        ),
    ),
    Command(
        name="certificate grace",
        help=("số ngày dùng thêm danh sách thu hồi", "days a revocation list counts longer"),
        run=_grace,
        result=IssuersShown,
        show=_show_list,
        arguments=(argument("days", type=int, metavar="N", help=("số ngày, 0 đến 90", "days, 0 to 90")),),
    ),
    Command(
        name="signer list",
        help=("người ký đã ghi nhận", "accepted signers"),
        run=_signers,
        result=SignersShown,
        show=_show_signers,
    ),
    Command(
        name="signer accept",
        help=("ghi nhận người ký cho một cơ quan và vai", "accept a signer for an agency and role"),
        run=_accept,
        result=SignersShown,
        show=_show_signers,
        arguments=(
            argument("agency", metavar="CODE", help=("mã cơ quan", "the agency's code")),
            argument("subject", metavar="SUBJECT", help=("tên trong chứng thư", "the certificate's subject")),
            argument("--role", required=True, choices=("leader", "agency"), help=("vai", "the role")),
            argument("--how", required=True, metavar="TEXT", help=("căn cứ", "on what ground")),
        ),
    ),
    Command(
        name="signer close",
        help=("ngừng ghi nhận người ký", "end the acceptance of a signer"),
        run=_close,
        result=SignersShown,
        show=_show_signers,
        arguments=(argument("id", type=int, metavar="N", help=("số trong signer list", "the line's number")), _REASON),
    ),
)
