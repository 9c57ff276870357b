"""``draft``: frameworks being written: begun, filled from a file, proofed on paper, published or discarded."""

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

from app.cli.commands.frameworks import FRAMEWORK, find
from app.cli.context import Context
from app.cli.marking import MARKED_COPY, marking
from app.cli.output import Printer
from app.cli.registry import Command, argument


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One draft; `based_on` is the digest of the version it began from, `version` what it is to become."""

    draft: str
    framework: str
    version: str
    title: str
    criteria: int
    based_on: str
    changed_at: str
    changed_by: str


@dataclass(frozen=True, slots=True)
class DraftList:
    """All drafts of the folder."""

    drafts: tuple[DraftLine, ...]


@dataclass(frozen=True, slots=True)
class DraftStarted:
    """A draft that was begun or filled anew."""

    draft: str
    framework: str
    version: str


@dataclass(frozen=True, slots=True)
class DraftPublished:
    """The version a draft became."""

    framework: str
    version: str
    digest: str


@dataclass(frozen=True, slots=True)
class DraftGone:
    """A draft that was discarded."""

    draft: str


@dataclass(frozen=True, slots=True)
class ProofWritten:
    """The proof sheet that was written."""

    path: str


def _list(context: Context, _: Namespace) -> DraftList:
    from app.operations.frameworks import drafting

    return DraftList(
        tuple(
            DraftLine(
                item.id,
                item.framework.id,
                item.framework.version,
                item.framework.title,
                sum(1 for _ in item.framework.index.criteria()),
                item.based_on,
                item.changed_at,
                item.changed_by,
            )
            for item in drafting.drafts(context.workspace())
        )
    )


def _show_list(result: DraftList, printer: Printer) -> None:
    printer.table(
        (("Bản nháp", "Draft"), ("Bộ chỉ số", "Framework"), ("Bản", "Version"), ("Tiêu chí", "Criteria"),
         ("Tên", "Title")),
        [(row.draft, row.framework, row.version, str(row.criteria), row.title) for row in result.drafts],
        right=(3,),
    )  # fmt: skip


def _start(context: Context, options: Namespace) -> DraftStarted:
    from app.operations.frameworks import drafting

    value = find(context, options.framework) if options.framework else None
    opened = context.workspace(may_make=True)
    draft = drafting.read(opened, drafting.start(opened, value, is_copy=options.copy))
    return DraftStarted(draft.id, draft.framework.id, draft.framework.version)


def _fill(context: Context, options: Namespace) -> DraftStarted:
    from dataclasses import replace

    from app.domain.editing import with_ids
    from app.operations.frameworks import authoring, drafting

    old = drafting.read(context.workspace(), options.draft).framework
    path = Path(options.file)
    with marking(path, options):
        read = authoring.read_framework(path)
    value = with_ids(replace(read, id=old.id, version=old.version))
    drafting.save(context.workspace(), options.draft, value)
    return DraftStarted(options.draft, value.id, value.version)


def _show_started(result: DraftStarted, printer: Printer) -> None:
    printer.say(
        "Bản nháp {draft}: {framework}, bản {version}.",
        "Draft {draft}: {framework}, version {version}.",
        draft=result.draft,
        framework=result.framework,
        version=result.version,
    )


def _publish(context: Context, options: Namespace) -> DraftPublished:
    from app.operations.frameworks import drafting

    version = options.number or drafting.read(context.workspace(), options.draft).framework.version
    value = drafting.publish(context.workspace(), options.draft, version).framework
    return DraftPublished(value.id, value.version, value.digest)


def _show_published(result: DraftPublished, printer: Printer) -> None:
    printer.say(
        "Đã ban hành {framework}, bản {version} ({digest}).",
        "Published {framework}, version {version} ({digest}).",
        framework=result.framework,
        version=result.version,
        digest=result.digest,
    )


def _discard(context: Context, options: Namespace) -> DraftGone:
    from app.operations.frameworks import drafting

    return DraftGone(drafting.discard(context.workspace(), options.draft).id)


def _show_gone(result: DraftGone, printer: Printer) -> None:
    printer.say("Đã bỏ bản nháp {draft}.", "Draft {draft} is discarded.", draft=result.draft)


def _proof(context: Context, options: Namespace) -> ProofWritten:
    from app.operations.frameworks import drafting

    value = drafting.read(context.workspace(), options.draft).framework
    written = drafting.print_proof(context.workspace(), value, Path(options.out), context.progress)
    return ProofWritten(str(written))


def _show_proof(result: ProofWritten, printer: Printer) -> None:
    printer.say("Đã ghi {path}.", "Wrote {path}.", path=result.path)


_DRAFT = argument("draft", help=("mã bản nháp, xem draft list", "the draft's id, see draft list"))
COMMANDS = (
    Command(
        name="draft list",
        help=("liệt kê các bản nháp", "list drafts"),
        run=_list,
        result=DraftList,
        show=_show_list,
    ),
    Command(
        name="draft start",
        help=("bắt đầu soạn từ một bộ chỉ số, hoặc từ đầu", "begin a draft from a framework, or from nothing"),
        run=_start,
        result=DraftStarted,
        show=_show_started,
        arguments=(
            argument(*FRAMEWORK.flags, help=FRAMEWORK.help, nargs="?", default="", **FRAMEWORK.options),
            argument("--copy", action="store_true", help=("thành bộ chỉ số riêng", "as a framework of one's own")),
        ),
    ),
    Command(
        name="draft fill",
        help=("thay nội dung bản nháp bằng nội dung tệp", "put the content of a file into a draft"),
        run=_fill,
        result=DraftStarted,
        show=_show_started,
        arguments=(
            _DRAFT,
            argument("file", metavar="FILE", help=("tệp .json hoặc .xlsx", "a .json or .xlsx file")),
            MARKED_COPY,
        ),
    ),
    Command(
        name="draft proof",
        help=("in phiếu đối chiếu để lãnh đạo xem", "print the proof sheet for the leader"),
        run=_proof,
        result=ProofWritten,
        show=_show_proof,
        arguments=(
            _DRAFT,
            argument("--out", required=True, metavar="FILE", help=("tệp .pdf", "a .pdf file")),
        ),
    ),
    Command(
        name="draft publish",
        help=("ban hành bản nháp thành một bản không đổi nữa", "freeze a draft as a version"),
        run=_publish,
        result=DraftPublished,
        show=_show_published,
        arguments=(
            _DRAFT,
            argument("--number", default="", help=("số của bản; bỏ trống thì theo bản nháp", "the version's number")),
        ),
    ),
    Command(
        name="draft discard",
        help=("bỏ bản nháp", "discard a draft"),
        run=_discard,
        result=DraftGone,
        show=_show_gone,
        arguments=(_DRAFT,),
    ),
)
