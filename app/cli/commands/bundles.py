"""``bundle``: what a file is, and whether it is sound; needs no data folder."""

from argparse import Namespace
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.context import Context
from app.cli.output import Printer
from app.cli.parsing import WrongUsage
from app.cli.registry import Command, argument

if TYPE_CHECKING:
    from app.bundles.manifest import Sender
    from app.bundles.trust import Reason, Verdict

EXIT = {"VALID": 0, "UNKNOWN": 10, "INVALID": 20}


@dataclass(frozen=True, slots=True)
class VerdictLights:
    """The three lights, each VALID, UNKNOWN or INVALID; `people` is null where no person signed."""

    integrity: str
    seal: str
    people: str | None


@dataclass(frozen=True, slots=True)
class BundleSender:
    """Who a file says it is from; a claim."""

    code: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class BundleReason:
    """One finding: a stable code, a technical detail, the sentence for people."""

    code: str
    detail: str
    message: str


@dataclass(frozen=True, slots=True)
class BundleVerified:
    """The verdict on a file: the worst of the lights. Digests are 64 hexadecimal digits, null where unknown.

    `file_digest` is told on demand.
    """

    verdict: str
    lights: VerdictLights
    kind: str | None
    sender: BundleSender | None
    reasons: tuple[BundleReason, ...]
    content_digest: str | None
    seal_digest: str | None
    file_digest: str | None
    check_code: str | None


def _verify(context: Context, options: Namespace) -> BundleVerified:
    from app.operations import bundling
    from app.operations.trust import trusting
    from app.operations.workspace import local_now

    trust = trusting.policy_of_files(
        [_trusted(item) for item in options.trust], [Path(item) for item in options.ca], [Path(i) for i in options.crl]
    )
    verdict = bundling.verify(
        Path(options.file), trust, options.at or local_now(), context.progress, with_file_digest=options.file_digest
    )
    return verdict_line(verdict, context.language)


def _trusted(item: str) -> tuple[str, Path]:
    code, equals, path = item.partition("=")
    if not equals:
        raise WrongUsage(f"--trust CODE=CERT.pem: {item}")
    return code, Path(path)


def moment(typed: str) -> datetime:
    """A moment as ISO 8601; without a zone it is this computer's."""
    return datetime.fromisoformat(typed).astimezone()


def verdict_line(verdict: "Verdict", language: str) -> BundleVerified:
    """A verdict as it is printed."""
    lights = verdict.lights
    return BundleVerified(
        verdict=verdict.light.value,
        lights=VerdictLights(lights.integrity.value, lights.seal.value, lights.people and lights.people.value),
        kind=verdict.kind and verdict.kind.value,
        sender=sender_line(verdict.sender),
        reasons=tuple(_reason(reason, language) for reason in verdict.reasons),
        content_digest=verdict.content_digest,
        seal_digest=verdict.seal_digest,
        file_digest=verdict.file_digest,
        check_code=verdict.check_code,
    )


def sender_line(sender: "Sender | None") -> BundleSender | None:
    """A sender as it is printed."""
    return None if sender is None else BundleSender(sender.code, sender.name, sender.role.value)


def _reason(reason: "Reason", language: str) -> BundleReason:
    from app.errors import AppError
    from app.wording import sentence

    return BundleReason(reason.code, reason.detail, sentence(AppError(reason.code, **reason.values), language))


def show_verdict(result: BundleVerified, printer: Printer) -> None:
    """The verdict, why, and what identifies the file."""
    kind = f"bundle_{result.kind}"
    printer.fields(
        (
            (("Kết quả kiểm tra tệp", "Verdict"), printer.term(result.verdict)),
            (("Loại", "Kind"), printer.term(kind) if result.kind else "–"),
            (("Nơi gửi (theo tệp)", "Sender (as the file says)"), f"{result.sender.name} ({result.sender.code})")
            if result.sender
            else (("Nơi gửi (theo tệp)", "Sender (as the file says)"), "–"),
            (("Nguyên vẹn", "Integrity"), printer.term(result.lights.integrity)),
            (("Niêm phong", "Seal"), printer.term(result.lights.seal)),
            (("Chữ ký của người", "People"), printer.term(result.lights.people) if result.lights.people else "–"),
            (("Mã đối chiếu khóa", "Check code"), result.check_code or "–"),
            (("Mã nội dung", "Content digest"), result.content_digest or "–"),
        )
    )
    for reason in result.reasons:
        printer.line(f"- {reason.message}")


@dataclass(frozen=True, slots=True)
class BundleInspected:
    """What a file claims to be; nothing here is verified. `reason` is what already speaks against it."""

    size: int
    kind: str | None
    sender: BundleSender | None
    receiver: str | None
    campaign: str | None
    campaign_id: str | None
    round: int | None
    revision: int | None
    claimed_time: str | None
    software: str | None
    is_wrapped: bool
    reason: BundleReason | None


def _inspect(context: Context, options: Namespace) -> BundleInspected:
    from app.operations import bundling

    found = bundling.inspect(Path(options.file))
    claimed = found.envelope
    return BundleInspected(
        size=found.size,
        kind=claimed.kind.value if claimed else None,
        sender=sender_line(found.sender),
        receiver=claimed.receiver.code if claimed and claimed.receiver else None,
        campaign=claimed.campaign.title if claimed else None,
        campaign_id=claimed.campaign.id if claimed else None,
        round=claimed.round if claimed else None,
        revision=claimed.revision.number if claimed and claimed.revision else None,
        claimed_time=claimed.claimed_time if claimed else None,
        software=claimed.software if claimed else None,
        is_wrapped=found.is_wrapped,
        reason=None if found.reason is None else _reason(found.reason, context.language),
    )


def _show_inspected(result: BundleInspected, printer: Printer) -> None:
    sender = f"{result.sender.name} ({result.sender.code})" if result.sender else "–"
    printer.fields(
        (
            (("Loại", "Kind"), printer.term(f"bundle_{result.kind}") if result.kind else "–"),
            (("Nơi gửi (theo tệp)", "Sender (as the file says)"), sender),
            (("Đợt đánh giá", "Campaign"), result.campaign or "–"),
            (("Lần · Bản chốt số", "Round · revision"), f"{result.round or '–'} · {result.revision or '–'}"),
            (("Dung lượng (byte)", "Size (bytes)"), str(result.size)),
        )
    )
    printer.say("Chưa kiểm tra: đây là những gì tệp tự ghi.", "Not verified: this is what the file says of itself.")
    if result.reason is not None:
        printer.line(f"- {result.reason.message}")


_FILE = argument("file", metavar="FILE", help=("tệp cần xem", "the file"))
COMMANDS = (
    Command(
        name="bundle verify",
        help=("kiểm tra tệp: 0 hợp lệ, 10 chưa đủ căn cứ, 20 không hợp lệ", "verify: 0 valid, 10 unknown, 20 invalid"),
        run=_verify,
        result=BundleVerified,
        show=show_verdict,
        status=lambda result: EXIT[result.verdict],
        arguments=(
            _FILE,
            argument(
                "--trust",
                action="append",
                default=[],
                metavar="CODE=CERT.pem",
                help=("khóa tin cậy của nơi gửi; ghi nhiều lần", "a sender's accepted key; repeated"),
            ),
            argument(
                "--ca", action="append", default=[], metavar="FILE", help=("chứng thư của nơi cấp", "a CA certificate")
            ),
            argument(
                "--crl", action="append", default=[], metavar="FILE", help=("danh sách thu hồi", "a revocation list")
            ),
            argument(
                "--file-digest",
                action="store_true",
                help=("tính cả mã băm SHA-256 của tệp", "the file's own SHA-256 as well"),
            ),
            argument(
                "--at", type=moment, metavar="TIME", help=("xét tại thời điểm (ISO 8601)", "judged at (ISO 8601)")
            ),
        ),
    ),
    Command(
        name="bundle inspect",
        help=("xem tệp tự ghi những gì, chưa kiểm tra", "what a file says of itself, unverified"),
        run=_inspect,
        result=BundleInspected,
        show=_show_inspected,
        arguments=(_FILE,),
    ),
)
