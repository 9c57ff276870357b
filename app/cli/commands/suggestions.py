"""``framework suggest``: scoring rules suggested for the wordings of a decision's annex."""

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.context import Context
from app.cli.output import Printer
from app.cli.registry import Command, Told, argument, told

if TYPE_CHECKING:
    from app.operations.frameworks.suggestions import Suggested


@dataclass(frozen=True, slots=True)
class WordsOfText:
    """Words of the text that a suggestion rests on, verbatim: `text[start:end]`, counted in characters."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SuggestionLine:
    """One suggestion: `because` the words it rests on, `remarks` the codes of what is doubtful (none when sure).

    `parameters` by kind. Amounts are text; a grade is {"points"} or {"fraction"} of the maximum. ratio, inverse_ratio:
    numerator, denominator, measure. ratio_full_above: threshold, unit, below (ratio | rescaled), strict. ratio_floor:
    floor, full_at, unit, below, strict. all_or_nothing: threshold, unit. steps_percent, steps_count: bands (at_least |
    above, below | up_to, grade, or ratio), unit, measure, gate, growth. per_population: per, bands. yes_no: yes, no,
    label. choice: options (label, grade). additive: parts (label, grade). checklist: items. count_times: grade, cap,
    unit, each, start, start_grade. timeliness: periods, unit, on_time, late, none. formula: expression, inputs (key,
    label); M is the maximum. relative_best: own, best, numerator, denominator. imported: source. sum: parts (label,
    kind, parameters, maximum). best_of: alternatives (label, kind, parameters). bonus, penalty: rule (kind,
    parameters), points, fraction, cap, unit, start. none_possible: none. Any: rounding (unit, mode), when_none.
    """

    id: str
    kind: str
    parameters: Mapping[str, Any]
    sure: bool
    because: tuple[WordsOfText, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SuggestionList:
    """The suggestions in the order of the lines; lines that can't be read are named under `error`."""

    suggestions: tuple[SuggestionLine, ...]
    error: Told | None = None


def _suggest(context: Context, options: Namespace) -> SuggestionList:
    from app.domain import codec
    from app.operations.frameworks import suggestions

    found, wrong = suggestions.suggest_lines(Path(options.text))
    lines = tuple(map(_line, found))
    if options.out:
        suggestions.write_lines([codec.to_json(line) for line in lines], Path(options.out))
    return SuggestionList(lines, told(wrong, context.language) if wrong is not None else None)


def _line(one: "Suggested") -> SuggestionLine:
    made = one.suggestion
    because = tuple(WordsOfText(piece.text, piece.start, piece.end) for piece in made.because)
    return SuggestionLine(one.id, made.kind.value, made.parameters, made.sure, because, made.remarks)


def _show(result: SuggestionList, printer: Printer) -> None:
    from app.wording.suggestions import kind_word, remark_sentence

    sure, open_ = printer.words(("chắc chắn", "sure")), printer.words(("cần xem", "to be looked at"))
    for line in result.suggestions:
        printer.line(f"{line.id}: {kind_word(line.kind, printer.language)} · {sure if line.sure else open_}")
        for piece in line.because:
            printer.line(f"  “{' '.join(piece.text.split())}”")
        for code in line.remarks:
            printer.line(f"  {remark_sentence(code, printer.language)}")
    if result.error is not None:
        printer.line(result.error.message)
        for inner in result.error.details["errors"]:
            printer.line(f"- {inner['message']}")
    printer.say(
        "{sure}/{count} gợi ý chắc chắn.",
        "{sure} of {count} suggestions are sure.",
        sure=sum(line.sure for line in result.suggestions),
        count=len(result.suggestions),
    )


COMMANDS = (
    Command(
        name="framework suggest",
        help=("gợi ý cách tính điểm từ câu chữ của phụ lục", "suggest scoring rules from an annex's wordings"),
        run=_suggest,
        result=SuggestionList,
        show=_show,
        arguments=(
            argument(
                "--text",
                required=True,
                metavar="FILE",
                help=(
                    'tệp JSONL, mỗi dòng {"id", "text", "maximum"}',
                    'a file of JSON lines {"id", "text", "maximum"}',
                ),
            ),
            argument(
                "--out",
                metavar="FILE",
                default="",
                help=("ghi thêm mỗi gợi ý một dòng JSON", "write each suggestion as a line of JSON too"),
            ),
        ),
    ),
)
