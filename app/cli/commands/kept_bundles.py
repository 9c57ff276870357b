"""``bundle kept``, ``rebuild``, ``again``: the files that came in, given back and looked at once more."""

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

from app.cli.commands.bundles import EXIT, BundleVerified, moment, show_verdict, verdict_line
from app.cli.context import Context
from app.cli.output import Printer
from app.cli.registry import Command, argument


@dataclass(frozen=True, slots=True)
class KeptBundle:
    """A file that came in, and what was found then."""

    id: str
    kind: str
    agency: str
    file_name: str
    size: int
    at: str
    content_digest: str
    verdict: str


@dataclass(frozen=True, slots=True)
class KeptBundles:
    """Every file of a part that came in, newest first."""

    files: tuple[KeptBundle, ...]


def _kept(context: Context, _: Namespace) -> KeptBundles:
    from app.operations.trust import rebuilding

    found = rebuilding.kept_files(context.workspace(), context.part().id)
    return KeptBundles(
        tuple(
            KeptBundle(
                one.id, one.kind, one.agency, one.file_name, one.size, one.at, one.content_digest, one.verdict
            )
            for one in found
        )
    )  # fmt: skip


def _show_kept(result: KeptBundles, printer: Printer) -> None:
    for one in result.files:
        told = f"{one.id[:8]}  {printer.moment(one.at)}  {printer.term(f'bundle_{one.kind}')}"
        printer.line(f"{told}  {one.agency}  {one.file_name}  {printer.term(one.verdict)}")


@dataclass(frozen=True, slots=True)
class BundleRebuilt:
    """Where the file stands, byte for byte as it came in, and its size."""

    path: str
    size: int


def _rebuild(context: Context, options: Namespace) -> BundleRebuilt:
    from app.operations.trust import rebuilding

    target = Path(options.out)
    done = rebuilding.rebuild(context.workspace(), context.part().id, options.id, target, context.progress)
    return BundleRebuilt(str(done), done.stat().st_size)


def _show_rebuilt(result: BundleRebuilt, printer: Printer) -> None:
    printer.say(
        "Đã ghi lại đúng tệp đã nhận: {path}, {size} byte.",
        "The very file that came in: {path}, {size} bytes.",
        path=result.path,
        size=result.size,
    )


def _again(context: Context, options: Namespace) -> BundleVerified:
    from app.operations.trust import verifying

    verdict = verifying.verify_again(context.workspace(), context.part().id, options.id, options.at, context.progress)
    return verdict_line(verdict, context.language)


_ID = argument("id", metavar="ID", help=("mã tệp trong bundle kept", "the file's id as bundle kept tells it"))
COMMANDS = (
    Command(
        name="bundle kept",
        help=("các tệp đã nhận", "the files that came in"),
        run=_kept,
        result=KeptBundles,
        show=_show_kept,
    ),
    Command(
        name="bundle rebuild",
        help=("ghi lại đúng tệp đã nhận, từng byte", "give back the very file that came in"),
        run=_rebuild,
        result=BundleRebuilt,
        show=_show_rebuilt,
        arguments=(_ID, argument("--out", required=True, metavar="FILE", help=("tệp sẽ ghi", "the file to write"))),
    ),
    Command(
        name="bundle again",
        help=("kiểm tra lại một tệp đã nhận", "verify a file that came in once more"),
        run=_again,
        result=BundleVerified,
        show=show_verdict,
        status=lambda result: EXIT[result.verdict],
        arguments=(
            _ID,
            argument(
                "--at", type=moment, metavar="TIME", help=("xét tại thời điểm (ISO 8601)", "judged at (ISO 8601)")
            ),
        ),
    ),
)
