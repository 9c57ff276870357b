"""A decision's annex in: from a Word or Excel file of any layout to a framework, nothing of it taken silently.

`read` the file, `propose` columns, tree and a rule for every criterion, let a person change and confirm, `build`.
What is not confirmed is judged by hand and listed in the framework's remarks.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from app.domain import annex_columns, annex_outline, codec, rule_checks
from app.domain.annex import Annex, ColumnRole, Doubt, OutlineRow, RowKind, TableColumns
from app.domain.annex_audit import Audit, Seen, audit
from app.domain.annex_framework import About, Ruling, framework_of, node_id
from app.domain.annex_points import written
from app.domain.annex_regulation import regulation_of
from app.domain.changes import Changes, Kind, changed
from app.domain.codec import Amount
from app.domain.framework import Criterion, Framework, Remark, Role
from app.domain.problems import Severity
from app.errors import AppError
from app.operations.frameworks import drafting
from app.operations.workspace import Workspace
from app.progress import SILENT, Progress
from app.storage import people
from app.suggesting import Suggestion, compose, suggest
from app.wording.annex import doubt_sentence

_KEPT = "annex_work"
_MOST_KEPT = 30_000  # cells of an annex that is kept over a restart
# what of the doubts goes into the framework, with the problem of `checks` that is the same
_RECORDED = {
    "group_sum": "group_sum",
    "total_mismatch": "totals_mismatch",
    "code_mended": "",
    "code_qualified": "",
    "penalty_turned": "",
    "part_points": "",
    "maximum_two": "",
    "rule_open": "",
}


class Verdict(StrEnum):
    """What a person decided about the rule of a criterion."""

    ACCEPTED = "accepted"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True)
class Suggested:
    """The rule suggested for one criterion. `is_sure`: the wording says it all and the rule passes the checks."""

    text: str
    suggestion: Suggestion
    ruling: Ruling
    is_sure: bool

    @property
    def is_manual(self) -> bool:
        """Whether nothing better than judging by hand was found."""
        return self.ruling.rule == Ruling().rule


@dataclass(frozen=True, slots=True)
class Proposal:
    """An annex as it was understood. `suggested` by the key of a criterion's row."""

    annex: Annex
    columns: tuple[TableColumns, ...]
    rows: tuple[OutlineRow, ...]
    declared: str
    about: About
    audit: Audit
    suggested: Mapping[str, Suggested] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Work:
    """What is kept of an import that is not finished: decisions by row key, the step one is at."""

    annex: Annex
    columns: tuple[TableColumns, ...]
    rows: tuple[OutlineRow, ...] = ()
    declared: str = ""
    about: About = About()
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    step: int = 0


def read(path: Path, progress: Progress = SILENT) -> Annex:
    """The tables of a .docx or .xlsx; raises what `app.sheets.annex_file.read_annex` raises."""
    from app.sheets.annex_file import read_annex

    return read_annex(path, progress)


def guess(annex: Annex) -> tuple[TableColumns, ...]:
    """How the tables are best read."""
    return annex_columns.guess_columns(annex)


def propose(annex: Annex, columns: Sequence[TableColumns] = (), progress: Progress = SILENT) -> Proposal:
    """Tree and rules of an annex; the columns are guessed where none are given.

    Raises `AppError("annex.no_columns")` where no table is taken that has a column of titles.
    """
    known = tuple(columns) or guess(annex)
    taken = [table for table in known if table.is_taken and table.at(ColumnRole.TITLE)]
    if not taken:
        raise AppError("annex.no_columns")
    outline = annex_outline.outline(annex, known)
    regulation = regulation_of(annex, taken[0].table)
    about = About(title=regulation.title, regulation=regulation)
    return proposed(annex, known, outline.rows, outline.total, about, {}, progress)


def proposed(
    annex: Annex,
    columns: tuple[TableColumns, ...],
    rows: tuple[OutlineRow, ...],
    declared: str,
    about: About,
    before: Mapping[str, Suggested],
    progress: Progress = SILENT,
) -> Proposal:
    """A proposal of rows as a person changed them; rules are only sought anew where text or points changed."""
    looked = audit(rows, declared)
    criteria = list(looked.criteria_in_order())
    suggested: dict[str, Suggested] = {}
    for number, seen in enumerate(criteria):
        progress.step(number, len(criteria))
        suggested[seen.twig.row.key] = _suggested(seen, before.get(seen.twig.row.key))
    return Proposal(annex, columns, rows, declared, about, looked, suggested)


def with_rows(proposal: Proposal, rows: tuple[OutlineRow, ...]) -> Proposal:
    """The proposal with its tree changed by `annex_outline.shifted`, `marked` or `changed`."""
    return proposed(
        proposal.annex, proposal.columns, rows, proposal.declared, proposal.about, proposal.suggested
    )  # fmt: skip


def _suggested(seen: Seen, before: Suggested | None) -> Suggested:
    text, row = seen.twig.method, seen.twig.row
    maximum = written(seen.points) if row.maximum else ""
    key = f"{maximum}\n{row.title}\n{text}"
    if before is not None and before.text == key:
        return before
    suggestion = suggest(text, maximum)
    try:
        composed = compose(suggestion, row.title, maximum)
        ruling = Ruling(rule=composed.rule, inputs=composed.inputs, zero_denominator=composed.zero_denominator)
        is_sound = bool(maximum) and _passes(ruling, row.title, maximum)
        fits = composed.role is seen.role or (composed.role is Role.SCALE and seen.role is Role.BONUS)
    except AppError:
        ruling, is_sound, fits = Ruling(), False, False
    if not is_sound:
        return Suggested(key, suggestion, Ruling(), False)
    return Suggested(key, suggestion, ruling, suggestion.sure and fits and ruling.rule != Ruling().rule)


def _passes(ruling: Ruling, title: str, maximum: str) -> bool:
    """Whether the checks find no error in the rule."""
    criterion = Criterion(title=title, maximum=Amount(maximum), code="1", rule=ruling.rule, inputs=ruling.inputs)
    return all(problem.severity is not Severity.ERROR for problem in rule_checks.check_rule(criterion, "1"))


# Building ----------------------------------------------------------------------------------------------------------


def undecided(proposal: Proposal, verdicts: Mapping[str, Verdict]) -> tuple[str, ...]:
    """The criteria whose rule nobody has confirmed or left to be judged by hand, in order."""
    return tuple(key for key in proposal.suggested if key not in verdicts)


def build(proposal: Proposal, verdicts: Mapping[str, Verdict], about: About | None = None) -> Framework:
    """The framework: confirmed rules as suggested, all others judged by hand; a skeleton while one is undecided.

    Sums that do not add up stay as the decision has them, with a remark that names both figures.
    Raises `AppError("annex.no_criterion")` or "annex.no_title".
    """
    told = about or proposal.about
    if not proposal.suggested:
        raise AppError("annex.no_criterion")
    if not told.title.strip():
        raise AppError("annex.no_title")
    open_ = undecided(proposal, verdicts)
    rulings = {key: item.ruling for key, item in proposal.suggested.items() if verdicts.get(key) is Verdict.ACCEPTED}
    return framework_of(proposal.audit, told, rulings, tuple(_remarks(proposal, open_)), is_open=bool(open_))


def _remarks(proposal: Proposal, open_: Sequence[str]) -> list[Remark]:
    remarks = [_remark(doubt, "") for doubt in proposal.audit.doubts]
    for key, seen in proposal.audit.nodes.items():
        doubts = [*seen.doubts, *([Doubt("rule_open")] if key in open_ else [])]
        node = node_id(proposal.audit, key)
        remarks += [_remark(doubt, node) for doubt in doubts if doubt.code in _RECORDED]
    return remarks


def _remark(doubt: Doubt, node: str) -> Remark:
    return Remark(words=doubt_sentence(doubt), problem=_RECORDED[doubt.code], node=node)


def preview(proposal: Proposal, key: str, ruling: Ruling | None = None) -> tuple[Framework, Criterion]:
    """The criterion as it would be with its suggested rule (or another), for the sentences that tell of it."""
    seen = proposal.audit.nodes[key]
    own = ruling or (proposal.suggested[key].ruling if key in proposal.suggested else Ruling())
    row = replace(seen.twig.row, kind=RowKind.CRITERION, level=0)
    parts = tuple(replace(part, level=1) for part in seen.twig.parts)
    alone = audit((replace(row, maximum=written(seen.points)), *parts))
    framework = framework_of(alone, About(title=row.title), {key: own}, (), is_open=True)
    criterion = framework.nodes[0]
    assert isinstance(criterion, Criterion)
    return framework, criterion


@dataclass(frozen=True, slots=True)
class Finished:
    """The draft that an import became, and what changed."""

    draft: str
    changes: Changes


def finish(workspace: Workspace, proposal: Proposal, verdicts: Mapping[str, Verdict], about: About) -> Finished:
    """Begins a draft with the framework that `build` makes, and forgets the unfinished work."""
    framework = build(proposal, verdicts, about)
    with workspace.transaction():
        people.set_setting(_KEPT, "")
        draft = drafting.start(workspace, framework)
    return Finished(draft, changed(Kind.DRAFTS, Kind.FRAMEWORKS, ids={draft}))


# Work that is not finished -----------------------------------------------------------------------------------------


def keep(workspace: Workspace, work: Work) -> None:
    """Keeps an import that is not finished in the data folder; one too large for that only lives in the window."""
    cells = sum(len(row.cells) for table in work.annex.tables for row in table.rows)
    text = json.dumps(codec.to_json(work), ensure_ascii=False) if cells <= _MOST_KEPT else ""
    with workspace.transaction():
        people.set_setting(_KEPT, text)


def kept(workspace: Workspace) -> Work | None:
    """The import that was not finished; None where there is none, or one of another version of the program."""
    with workspace.session():
        text = people.setting(_KEPT)
    try:
        return codec.from_json(Work, json.loads(text)) if text else None
    except (AppError, ValueError, RecursionError):
        return None


def resumed(work: Work, progress: Progress = SILENT) -> Proposal | None:
    """The proposal of work that was kept; None where it had not come that far."""
    if not work.rows:
        return None
    return proposed(work.annex, work.columns, work.rows, work.declared, work.about, {}, progress)


def forget(workspace: Workspace) -> None:
    """Lets an unfinished import go."""
    with workspace.transaction():
        people.set_setting(_KEPT, "")


def chosen_columns(annex: Annex, text: str) -> tuple[TableColumns, ...]:
    """The guess with roles given by hand: "1=code,3=maximum", columns counted from 1 in every table that is taken.

    Raises `AppError("annex.columns_unfit")`.
    """
    known = list(guess(annex))
    try:
        pairs = [(int(at), ColumnRole(role.strip())) for at, _, role in (one.partition("=") for one in text.split(","))]
    except ValueError as error:
        raise AppError("annex.columns_unfit", text=text, roles=", ".join(ColumnRole)) from error
    widest = max(len(table.columns) for table in known)
    if not all(1 <= at <= widest for at, _ in pairs):
        raise AppError("annex.columns_unfit", text=text, roles=", ".join(ColumnRole))
    if not any(table.is_taken for table in known):
        known = [replace(table, is_taken=True) for table in known]
    for number, table in enumerate(known):
        for at, role in pairs:
            if known[number].is_taken and at <= len(table.columns):
                known[number] = annex_columns.with_role(known[number], at - 1, role)
    return tuple(known)
