"""``score``: points from a framework and answers alone, with no data folder."""

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.commands.frameworks import find
from app.cli.context import Context
from app.cli.output import Printer
from app.cli.registry import Command, argument

if TYPE_CHECKING:
    from app.domain.assessment import Answers
    from app.domain.framework import Framework, Placed
    from app.domain.results import Score
    from app.domain.scoring import NodeScore


@dataclass(frozen=True, slots=True)
class PolicyApplied:
    """A policy that was applied, why, on which ground, by which article."""

    policy: str
    cause: str
    ground: str
    article: str


@dataclass(frozen=True, slots=True)
class GroupPoints:
    """Points of a group; decimal text."""

    code: str
    points: str | None
    maximum: str


@dataclass(frozen=True, slots=True)
class CriterionPoints:
    """Points of a criterion: decimal text and the exact fraction, both null where there is no number."""

    code: str
    points: str | None
    fraction: str | None
    maximum: str
    state: str
    policies_applied: tuple[PolicyApplied, ...]
    explanation: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scored:
    """The five numbers and the total they make, decimal text; percent runs from 0 to 100; how the total came about."""

    total: str
    scale_points: str
    maximum: str
    effective_maximum: str
    percent: str | None
    bonus: str
    penalty: str
    band: str | None
    provisional: bool
    groups: tuple[GroupPoints, ...]
    criteria: tuple[CriterionPoints, ...]
    explanation: tuple[str, ...] = ()


def decimal(value: Fraction | None) -> str | None:
    """All digits where the decimal ends, else 12 decimals; None stays None."""
    from app.domain.numbers import exact_text

    return None if value is None else exact_text(value)


def _score(context: Context, options: Namespace) -> Scored:
    from app.operations.frameworks import authoring

    framework = find(context, options.framework)
    answers, score = authoring.score_file(framework, Path(options.answers))
    if not options.explain:
        return scored(framework, score)
    from app.wording.rules import explain_total

    explained = _explanations(framework, answers, score, context.language)
    return replace(scored(framework, score, explained), explanation=explain_total(framework, score, context.language))


def _explanations(
    framework: "Framework", answers: "Answers", score: "Score", language: str
) -> dict[str, tuple[str, ...]]:
    from app.domain.assessment import EMPTY
    from app.wording.rules import explain

    return {
        place.id: explain(
            framework, place.criterion, answers.responses.get(place.id, EMPTY), score.nodes[place.id], language
        )
        for place in framework.index.criteria()
        if place.criterion is not None and place.id in score.nodes
    }


def scored(framework: "Framework", score: "Score", explained: Mapping[str, tuple[str, ...]] | None = None) -> Scored:
    """A score as it is printed."""
    from app.domain.numbers import exact_text

    places = [place for place in framework.index.places.values() if place.id in score.nodes]
    return Scored(
        total=exact_text(score.total),
        scale_points=exact_text(score.scale_points),
        maximum=exact_text(score.maximum),
        effective_maximum=exact_text(score.effective_maximum),
        percent=decimal(score.percent),
        bonus=exact_text(score.bonus),
        penalty=exact_text(score.penalty),
        band=next(iter(score.bands.values()), None),
        provisional=score.is_provisional,
        groups=tuple(
            GroupPoints(
                place.node.code or place.id,
                decimal(score.nodes[place.id].points),
                exact_text(score.nodes[place.id].maximum),
            )
            for place in places
            if place.criterion is None
        ),
        criteria=tuple(
            _criterion(place, score.nodes[place.id], (explained or {}).get(place.id, ()))
            for place in places
            if place.criterion is not None
        ),
    )


def _criterion(place: "Placed", node: "NodeScore", explanation: tuple[str, ...]) -> CriterionPoints:
    from app.domain.numbers import exact_text, to_stored

    return CriterionPoints(
        code=place.node.code or place.id,
        points=decimal(node.points),
        fraction=None if node.points is None else to_stored(node.points),
        maximum=exact_text(node.maximum),
        state=node.state.value,
        policies_applied=tuple(
            PolicyApplied(item.policy, item.cause.value, item.ground, item.article) for item in node.applied
        ),
        explanation=explanation,
    )


def show_scored(result: Scored, printer: Printer) -> None:
    """The numbers, then each criterion with its points."""
    printer.fields(
        (
            (("Tổng điểm", "Total"), printer.number(result.total)),
            (("Điểm trong thang", "Points of the scale"), printer.number(result.scale_points)),
            (("Thang điểm áp dụng", "Effective maximum"), printer.number(result.effective_maximum)),
            (("Tỷ lệ đạt (%)", "Percent"), printer.number(result.percent)),
            (("Điểm thưởng", "Bonus"), printer.number(result.bonus)),
            (("Điểm trừ", "Penalty"), printer.number(result.penalty)),
            (("Mức xếp loại", "Band"), result.band or "–"),
        )
    )
    if result.provisional:
        printer.line(printer.term("provisional"))
    printer.line()
    if any(item.explanation for item in result.criteria):
        for item in result.criteria:
            printer.line(f"{item.code}: {printer.number(item.fraction)} / {printer.number(item.maximum)}")
            for sentence in item.explanation:
                printer.line(f"  {sentence}")
    if result.explanation:
        printer.line(f"{printer.term('figure.total')}: {printer.number(result.total)}")
        for sentence in result.explanation:
            printer.line(f"  {sentence}")
        return
    printer.table(
        (("Mã", "Code"), ("Điểm", "Points"), ("Tối đa", "Maximum"), ("Trạng thái", "State")),
        [
            (
                item.code,
                printer.number(item.fraction),
                printer.number(item.maximum),
                printer.term(f"state.{item.state}"),
            )
            for item in result.criteria
        ],
        right=(1, 2),
    )


COMMANDS = (
    Command(
        name="score",
        help=("tính điểm từ bộ chỉ số và tệp số liệu", "points from a framework and an answers file"),
        run=_score,
        result=Scored,
        show=show_scored,
        arguments=(
            argument(
                "--framework",
                required=True,
                metavar="FILE_OR_ID",
                help=("tệp .json, .xlsx hoặc mã bộ chỉ số", "a .json or .xlsx file, or the id of a framework"),
            ),
            argument(
                "--answers",
                required=True,
                metavar="FILE",
                help=("tệp số liệu .json hoặc biểu .xlsx", "answers as .json or as the .xlsx form"),
            ),
            argument("--explain", action="store_true", help=("kèm diễn giải điểm", "say why these points")),
        ),
    ),
)
