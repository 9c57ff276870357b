"""``framework read``: a decision's annex from Word or Excel, its columns, tree and rules as they were understood."""

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.commands.suggestions import SuggestionLine, WordsOfText
from app.cli.context import Context
from app.cli.output import Printer
from app.cli.registry import Command, argument

if TYPE_CHECKING:
    from app.domain.annex import Doubt
    from app.domain.annex_audit import Seen
    from app.operations.frameworks.annexing import Proposal, Suggested


@dataclass(frozen=True, slots=True)
class DoubtLine:
    """Something to look at: a stable code, its values, and the sentence for people."""

    code: str
    values: Mapping[str, str]
    message: str


@dataclass(frozen=True, slots=True)
class ColumnLine:
    """What a column was taken for; `number` from 1."""

    table: int
    number: int
    heading: str
    role: str
    sure: bool
    why: str


@dataclass(frozen=True, slots=True)
class RowLine:
    """One group or criterion; `level` 0 is the top, `table` and `row` say where it stands in the file.

    `suggestion` and `rule` (what it means in sentences) are for criteria; `accepted`: by ``--accept-sure``.
    """

    code: str
    title: str
    kind: str
    level: int
    maximum: str
    table: int
    sheet: str
    row: int
    method: str
    original: Mapping[str, str]
    doubts: tuple[DoubtLine, ...]
    suggestion: SuggestionLine | None
    rule: tuple[str, ...]
    accepted: bool


@dataclass(frozen=True, slots=True)
class AnnexRead:
    """An annex as it was understood; `path` is the framework that was written, "" where none was asked for."""

    title: str
    groups: int
    criteria: int
    sure: int
    total: str
    columns: tuple[ColumnLine, ...]
    rows: tuple[RowLine, ...]
    doubts: tuple[DoubtLine, ...]
    path: str


def _read(context: Context, options: Namespace) -> AnnexRead:
    from app.domain.annex_framework import About
    from app.domain.annex_points import written
    from app.operations.frameworks import annexing, authoring

    path = Path(options.file)
    annex = annexing.read(path)
    columns = annexing.chosen_columns(annex, options.columns) if options.columns else annexing.guess(annex)
    proposal = annexing.propose(annex, columns)
    sure = {key for key, item in proposal.suggested.items() if item.is_sure}
    accepted = sure if options.accept_sure else set()
    title = options.title or proposal.about.title or path.stem
    if options.out:
        verdicts = dict.fromkeys(accepted, annexing.Verdict.ACCEPTED)
        about = About(title, proposal.about.version, proposal.about.regulation)
        authoring.write_framework(annexing.build(proposal, verdicts, about), Path(options.out))
    looked = proposal.audit
    return AnnexRead(
        title=title,
        groups=looked.groups,
        criteria=looked.criteria,
        sure=len(sure),
        total=written(looked.total),
        columns=_columns(proposal),
        rows=tuple(_row(proposal, seen, accepted, context.language) for seen in looked.nodes.values()),
        doubts=tuple(_doubt(doubt, context.language) for doubt in looked.doubts),
        path=options.out,
    )


def _columns(proposal: "Proposal") -> tuple[ColumnLine, ...]:
    return tuple(
        ColumnLine(known.table, number, column.heading, column.role.value, column.is_sure, column.why.value)
        for known in proposal.columns
        if known.is_taken
        for number, column in enumerate(known.columns, start=1)
    )


def _row(proposal: "Proposal", seen: "Seen", accepted: set[str], language: str) -> RowLine:
    from app.domain.annex_points import written
    from app.operations.frameworks import annexing
    from app.wording.rules import rule_sentences

    row, suggested = seen.twig.row, proposal.suggested.get(seen.twig.row.key)
    return RowLine(
        code=seen.code,
        title=row.title,
        kind=row.kind.value,
        level=row.level,
        maximum=written(seen.points),
        table=row.place.table,
        sheet=row.place.sheet,
        row=row.place.row,
        method=seen.twig.method,
        original=seen.twig.original,
        doubts=tuple(_doubt(doubt, language) for doubt in seen.doubts),
        suggestion=_suggestion(seen.code, suggested) if suggested is not None else None,
        rule=rule_sentences(*annexing.preview(proposal, row.key), language) if suggested is not None else (),
        accepted=row.key in accepted,
    )


def _suggestion(code: str, suggested: "Suggested") -> SuggestionLine:
    made = suggested.suggestion
    because = tuple(WordsOfText(piece.text, piece.start, piece.end) for piece in made.because)
    parameters: Mapping[str, Any] = made.parameters
    return SuggestionLine(code, made.kind.value, parameters, suggested.is_sure, because, made.remarks)


def _doubt(doubt: "Doubt", language: str) -> DoubtLine:
    from app.wording.annex import doubt_sentence

    return DoubtLine(doubt.code, doubt.values, doubt_sentence(doubt, language))


def _show(result: AnnexRead, printer: Printer) -> None:
    sure, open_ = printer.words(("chắc chắn", "sure")), printer.words(("cần xem", "to be looked at"))
    for row in result.rows:
        head = f"{'  ' * row.level}{row.code} {row.title} · {printer.number(row.maximum, 2)}"
        if row.suggestion is not None:
            head += f" · {sure if row.suggestion.sure else open_}"
        printer.line(head)
        for line in (*row.rule, *(f"! {doubt.message}" for doubt in row.doubts)):
            printer.line(f"{'  ' * (row.level + 2)}{line}")
    for doubt in result.doubts:
        printer.line(f"! {doubt.message}")
    printer.say(
        "{title}: {groups} nhóm, {criteria} tiêu chí, {total} điểm; {sure} cách tính chắc chắn.",
        "{title}: {groups} groups, {criteria} criteria, {total} points; {sure} rules are sure.",
        title=result.title,
        groups=result.groups,
        criteria=result.criteria,
        total=printer.number(result.total, 2),
        sure=result.sure,
    )
    if result.path:
        printer.say("Đã ghi {path}", "Wrote {path}", path=result.path)


COMMANDS = (
    Command(
        name="framework read",
        help=("đọc phụ lục của quyết định từ Word hoặc Excel", "read a decision's annex from Word or Excel"),
        run=_read,
        result=AnnexRead,
        show=_show,
        arguments=(
            argument("file", metavar="FILE", help=("tệp .docx hoặc .xlsx của phụ lục", "the annex, .docx or .xlsx")),
            argument(
                "--out",
                metavar="FILE",
                default="",
                help=("ghi bộ chỉ số ra tệp .json hoặc .xlsx", "write the framework to a .json or .xlsx file"),
            ),
            argument(
                "--columns",
                metavar="ROLES",
                default="",
                help=(
                    "vai trò của các cột, ví dụ 1=code,2=title,3=maximum,4=method",
                    "what columns hold, such as 1=code,2=title,3=maximum,4=method",
                ),
            ),
            argument("--title", default="", help=("tên bộ chỉ số", "the framework's title")),
            argument(
                "--accept-sure",
                action="store_true",
                help=(
                    "nhận các cách tính chắc chắn; còn lại để chấm tay",
                    "take over the rules that are sure; the others stay judged by hand",
                ),
            ),
        ),
    ),
)
