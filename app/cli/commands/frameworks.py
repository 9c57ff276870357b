"""``framework``: the sets of criteria, shipped and one's own, in and out of JSON and Excel."""

from argparse import Namespace
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.context import Context
from app.cli.marking import MARKED_COPY, marking
from app.cli.output import Printer
from app.cli.registry import Command, Told, argument, told
from app.errors import AppError

if TYPE_CHECKING:
    from app.domain.framework import Framework, Placed

FRAMEWORK = argument(
    "framework",
    metavar="FILE_OR_ID",
    help=("tệp .json, .xlsx hoặc mã bộ chỉ số", "a .json or .xlsx file, or the id of a framework"),
)


def find(context: Context, name: str) -> "Framework":
    """The framework of a file or with an id; the data folder is opened only for what did not come with the program."""
    from app.operations.frameworks import authoring

    try:
        return authoring.find(None, name)
    except AppError as error:
        if error.code != "framework.unknown" or not context.has_folder:
            raise
        return authoring.find(context.workspace(), name)


# list --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FrameworkLine:
    """One framework: numbers as text, how many criteria and top groups, whether it came with the program.

    `regulation` is the same for all sets of one decision; the missing figures and open `questions` make a skeleton.
    """

    id: str
    version: str
    digest: str
    title: str
    standing: str
    maximum: str
    criteria: int
    groups: int
    is_shipped: bool
    regulation: str
    decision: str
    missing_criteria: int
    missing_points: str
    missing_groups: int
    questions: int


@dataclass(frozen=True, slots=True)
class FrameworkList:
    """All frameworks at hand."""

    frameworks: tuple[FrameworkLine, ...]


def _list(context: Context, _: Namespace) -> FrameworkList:
    from app.operations.frameworks import authoring

    workspace = context.workspace() if context.names_folder and context.has_folder else None
    rows = authoring.rows(workspace)
    return FrameworkList(tuple(FrameworkLine(**{**asdict(row), "standing": row.standing.value}) for row in rows))


def _show_list(result: FrameworkList, printer: Printer) -> None:
    """Those without a decision first, then one table for each decision."""
    decisions = dict.fromkeys(row.regulation for row in sorted(result.frameworks, key=lambda row: bool(row.regulation)))
    for at, regulation in enumerate(decisions):
        rows = [row for row in result.frameworks if row.regulation == regulation]
        if at:
            printer.line()
        if regulation:
            printer.line(f"{rows[0].decision} [{regulation}]")
        printer.table(
            (
                ("Mã", "Id"), ("Bản", "Version"), ("Điểm", "Points"), ("Tiêu chí", "Criteria"),
                ("Còn thiếu", "Missing"), ("Chưa chọn", "Open"), ("Tình trạng", "Standing"), ("Tên", "Title"),
            ),
            [_list_cells(row, printer) for row in rows],
            right=(2, 3, 4, 5),
        )  # fmt: skip


def _list_cells(row: FrameworkLine, printer: Printer) -> tuple[str, ...]:
    missing = f"{row.missing_criteria}" if row.missing_criteria else "…" if row.missing_groups else ""
    return (
        row.id,
        row.version,
        printer.number(row.maximum, 0) if row.maximum != "0" else "–",
        str(row.criteria),
        missing,
        str(row.questions or ""),
        printer.term(f"standing.{row.standing}"),
        row.title,
    )


# show --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class InputLine:
    """One figure a criterion asks for; `options` are the keys of a choice."""

    key: str
    label: str
    kind: str
    unit: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FrameworkNode:
    """One node of the tree; `rule` says in sentences how its points come about."""

    id: str
    code: str
    parent: str
    depth: int
    title: str
    is_criterion: bool
    role: str
    maximum: str
    inputs: tuple[InputLine, ...]
    rule: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FrameworkShown:
    """A framework in full; `lacks` says what is missing of it, "" for nothing."""

    id: str
    version: str
    digest: str
    title: str
    standing: str
    notice: str
    maximum: str
    lacks: str
    nodes: tuple[FrameworkNode, ...]


def _show(context: Context, options: Namespace) -> FrameworkShown:
    value = find(context, options.framework)
    from app.wording.lacking import lack_words

    places = list(value.index.places.values())
    if options.node:
        place = value.index.find(options.node)
        if place is None:
            raise AppError("answers.unknown_node", node=options.node)
        places = [item for item in places if place.id in value.index.ancestors(item.id)]
    return FrameworkShown(
        id=value.id,
        version=value.version,
        digest=value.digest,
        title=value.title,
        standing=value.standing.value,
        notice=value.notice,
        maximum=str(value.totals.maximum),
        lacks=lack_words(value, context.language),
        nodes=tuple(_node(value, place, context.language) for place in places),
    )


def _node(value: "Framework", place: "Placed", language: str) -> FrameworkNode:
    from app.wording.rules import rule_sentences

    criterion = place.criterion
    return FrameworkNode(
        id=place.id,
        code=place.node.code,
        parent=place.parent,
        depth=place.depth,
        title=place.node.title,
        is_criterion=criterion is not None,
        role=place.role.value,
        maximum=str(place.node.maximum),
        inputs=tuple(
            InputLine(item.key, item.label, item.kind.value, item.unit, tuple(option.key for option in item.options))
            for item in (criterion.inputs if criterion is not None else ())
        ),
        rule=rule_sentences(value, criterion, language) if criterion is not None else (),
    )


def _show_shown(result: FrameworkShown, printer: Printer) -> None:
    printer.line(f"{result.title} ({result.id}@{result.version})")
    if result.notice:
        printer.line(result.notice)
    if result.lacks:
        printer.line(f"{result.lacks[:1].upper()}{result.lacks[1:]}.")
    for node in result.nodes:
        code = f"{node.code} " if node.code else ""
        printer.line()
        points = printer.number(_plain(node.maximum)) if node.maximum != "0" else "–"
        printer.line(f"{'  ' * node.depth}{code}{node.title} [{node.id}] · {points}")
        for item in node.inputs:
            told = f" ({', '.join(item.options)})" if item.options else f" ({item.unit})" if item.unit else ""
            printer.line(f"{'  ' * node.depth}  · {item.key}: {item.label}{told}")
        for sentence in node.rule:
            printer.line(f"{'  ' * node.depth}  {sentence}")


def _maximum(node: FrameworkNode, printer: Printer) -> str:
    """The maximum; "–" for a group whose maximum the decision does not give."""
    is_open = not node.is_criterion and node.maximum == "0"
    return "–" if is_open else printer.number(_plain(node.maximum))


def _plain(amount: str) -> str:
    from app.domain.numbers import exact_text, parse_amount

    return exact_text(parse_amount(amount))


# check -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FrameworkProblem:
    """One thing an author should know; `node` is an id, "" for the whole."""

    severity: str
    code: str
    node: str
    message: str


@dataclass(frozen=True, slots=True)
class FrameworkChecked:
    """What a check found, errors first; with errors it is refused and says so under `error`."""

    errors: int
    warnings: int
    problems: tuple[FrameworkProblem, ...]
    error: Told | None = None


def _check(context: Context, options: Namespace) -> FrameworkChecked:
    return _checked(find(context, options.framework), context.language)


def _checked(value: "Framework", language: str) -> FrameworkChecked:
    from app.domain.problems import Severity
    from app.operations.frameworks import authoring
    from app.wording.rules import problem_sentence

    order = list(Severity)
    found = sorted(authoring.check(value), key=lambda problem: order.index(problem.severity))
    count = {severity: sum(problem.severity is severity for problem in found) for severity in Severity}
    wrong = count[Severity.ERROR]
    return FrameworkChecked(
        errors=wrong,
        warnings=count[Severity.WARNING],
        problems=tuple(
            FrameworkProblem(problem.severity.value, problem.code, problem.node, problem_sentence(problem, language))
            for problem in found
        ),
        error=told(AppError("framework.unsound", count=wrong), language) if wrong else None,
    )


def _show_checked(result: FrameworkChecked, printer: Printer) -> None:
    for problem in result.problems:
        printer.line(f"{printer.term(f'severity.{problem.severity}')}: {problem.node} {problem.message}")
    printer.say(
        "{errors} mục phải sửa, {warnings} mục nên xem lại.",
        "{errors} errors, {warnings} warnings.",
        errors=result.errors,
        warnings=result.warnings,
    )


# import and export -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FrameworkImported:
    """A framework kept in the data folder, and how many problems its check found."""

    id: str
    version: str
    digest: str
    title: str
    errors: int
    warnings: int


def _import(context: Context, options: Namespace) -> FrameworkImported:
    from app.operations.frameworks import authoring

    path = Path(options.file)
    with marking(path, options):
        value = authoring.read_framework(path)
    checked = _checked(value, context.language)
    authoring.add(context.workspace(may_make=True), value)
    return FrameworkImported(value.id, value.version, value.digest, value.title, checked.errors, checked.warnings)


def _show_imported(result: FrameworkImported, printer: Printer) -> None:
    printer.say(
        "Đã nạp {title} ({id}@{version}). {errors} mục phải sửa, {warnings} mục nên xem lại.",
        "Loaded {title} ({id}@{version}). {errors} errors, {warnings} warnings.",
        title=result.title,
        id=result.id,
        version=result.version,
        errors=result.errors,
        warnings=result.warnings,
    )


@dataclass(frozen=True, slots=True)
class FileWritten:
    """A file that was written."""

    path: str


def show_written(result: FileWritten, printer: Printer) -> None:
    """Tells where the file is."""
    printer.say("Đã ghi {path}", "Wrote {path}", path=result.path)


def _export(context: Context, options: Namespace) -> FileWritten:
    from app.operations.frameworks import authoring

    value, path = find(context, options.framework), Path(options.file)
    if not options.answers_form:
        authoring.write_framework(value, path)
    elif path.suffix.lower() == ".json":
        authoring.write_json(authoring.blank_answers(value), path)
    else:
        authoring.write_answers_form(value, path)
    return FileWritten(str(path))


_FILE = argument("file", metavar="FILE", help=("tệp .json hoặc .xlsx", "a .json or .xlsx file"))
COMMANDS = (
    Command(
        name="framework list",
        help=("liệt kê các bộ chỉ số", "list frameworks"),
        run=_list,
        result=FrameworkList,
        show=_show_list,
    ),
    Command(
        name="framework show",
        help=("xem cây tiêu chí, số liệu và cách tính điểm", "the tree, its inputs and how points come about"),
        run=_show,
        result=FrameworkShown,
        show=_show_shown,
        arguments=(
            FRAMEWORK,
            argument("node", nargs="?", default="", help=("chỉ nhóm hoặc tiêu chí này", "only this node")),
        ),
    ),
    Command(
        name="framework check",
        help=("kiểm tra bộ chỉ số trước khi ban hành", "check a framework before it is published"),
        run=_check,
        result=FrameworkChecked,
        show=_show_checked,
        arguments=(FRAMEWORK,),
    ),
    Command(
        name="framework import",
        help=("nạp bộ chỉ số vào thư mục dữ liệu", "keep a framework in the data folder"),
        run=_import,
        result=FrameworkImported,
        show=_show_imported,
        arguments=(_FILE, MARKED_COPY),
    ),
    Command(
        name="framework export",
        help=("ghi bộ chỉ số, hoặc biểu nhập số liệu, ra tệp", "write a framework or its answers form to a file"),
        run=_export,
        result=FileWritten,
        show=show_written,
        arguments=(
            FRAMEWORK,
            _FILE,
            argument("--answers-form", action="store_true", help=("ghi biểu nhập số liệu", "the answers form")),
        ),
    ),
)
