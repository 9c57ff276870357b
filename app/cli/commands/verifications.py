"""``verification``: what was found of a file that came in, and its sheet on paper."""

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.commands.bundles import EXIT
from app.cli.context import Context
from app.cli.output import Printer
from app.cli.registry import Command, argument

if TYPE_CHECKING:
    from app.operations.trust.verifying import Findings


@dataclass(frozen=True, slots=True)
class LightShown:
    """One of the three lights; `light` "" where there is nothing to judge."""

    name: str
    light: str
    sentence: str


@dataclass(frozen=True, slots=True)
class SignatureShown:
    """One signature: light, subject (what `signer accept` takes), and what the circular asks as what: told."""

    name: str
    light: str
    subject: str
    facts: dict[str, str]
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FindingShown:
    """One finding: judged as of when (ISO), made when by whom, and what it says."""

    verdict: str
    judged_at: str
    at: str
    by: str
    checked: str
    lights: tuple[LightShown, ...]
    signatures: tuple[SignatureShown, ...]
    additions: tuple[str, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VerificationShown:
    """Every finding on a file that came in, the first one first."""

    id: str
    file_name: str
    sender: str
    findings: tuple[FindingShown, ...]


def _found(context: Context, options: Namespace) -> "Findings":
    from app.operations.trust import rebuilding, verifying

    workspace = context.workspace()
    item = rebuilding.find(workspace, context.part().id, options.id)
    return verifying.findings(workspace, item.id)


def _show(context: Context, options: Namespace) -> VerificationShown:
    found = _found(context, options)
    shown = tuple(_finding(found, at, context.language) for at in range(len(found.all)))
    return VerificationShown(found.file_id, found.file_name, found.sender, shown)


def _finding(found: "Findings", at: int, language: str) -> FindingShown:
    from app.operations.trust.finding_words import told_of

    each = found.all[at]
    told = told_of(found, each, language)
    return FindingShown(
        verdict=told.light,
        judged_at=each.judged_at,
        at=each.at,
        by=each.by,
        checked=told.checked,
        lights=tuple(LightShown(one.name, one.light, one.sentence) for one in told.lights),
        signatures=tuple(
            SignatureShown(one.name, one.light, one.subject, dict(one.facts), one.sentences) for one in told.signatures
        ),
        additions=tuple(one.sentence for one in told.additions),
        remarks=told.remarks,
    )


def _show_found(result: VerificationShown, printer: Printer) -> None:
    printer.line(f"{result.sender}  {result.file_name}")
    for each in result.findings:
        printer.line(f"{printer.term(each.verdict)}. {each.checked}")
        for light in each.lights:
            word = printer.term(light.light) if light.light else "–"
            printer.line(f"  {light.name}: {word}. {light.sentence}")
        for signature in each.signatures:
            printer.line(f"  {signature.name}: {printer.term(signature.light)}  {signature.subject}")
            for what, told in signature.facts.items():
                printer.line(f"    {what}: {told}")
            for sentence in signature.sentences:
                printer.line(f"    {sentence}")
        for sentence in (*each.additions, *each.remarks):
            printer.line(f"  {sentence}")


@dataclass(frozen=True, slots=True)
class SheetPrinted:
    """Where the verification sheet stands."""

    path: str


def _print(context: Context, options: Namespace) -> SheetPrinted:
    from app.operations.trust import verification_paper

    found = _found(context, options)
    target = Path(options.out or verification_paper.suggested_name(found))
    done = verification_paper.print_sheet(context.workspace(), context.part().id, found, target)
    return SheetPrinted(str(done))


def _show_printed(result: SheetPrinted, printer: Printer) -> None:
    printer.say("Đã in phiếu kiểm tra: {path}", "The verification sheet: {path}", path=result.path)


_ID = argument("id", metavar="ID", help=("mã tệp trong bundle kept", "the file's id as bundle kept tells it"))
COMMANDS = (
    Command(
        name="verification show",
        help=("kết quả kiểm tra một tệp đã nhận", "everything found of a file that came in"),
        run=_show,
        result=VerificationShown,
        show=_show_found,
        status=lambda result: EXIT[result.findings[-1].verdict],
        arguments=(_ID,),
    ),
    Command(
        name="verification print",
        help=("in phiếu kiểm tra tệp", "print the verification sheet of a file"),
        run=_print,
        result=SheetPrinted,
        show=_show_printed,
        arguments=(_ID, argument("--out", metavar="FILE", help=("tệp PDF sẽ ghi", "the PDF to write"))),
    ),
)
