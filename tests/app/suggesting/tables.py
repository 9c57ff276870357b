"""The tables of wordings, and a suggestion in one short line as they write it.

Amounts: ``p5`` points, ``f1/2`` a fraction of the maximum. Intervals: ``[75`` from, ``(75`` above, ``90)`` below,
``90]`` up to. Behind the kind's own figures: ``~0.25`` rounding, ``none=f1`` where nothing occurred, ``gate=p0``.
"""

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.suggesting import Suggestion, suggest

WORDINGS = Path(__file__).parent / "wordings"

SIDES = (("at_least", "[{}"), ("above", "({}"), ("below", "{})"), ("up_to", "{}]"))


def brief(kind: str, told: Mapping[str, Any]) -> str:
    """The figures of a suggestion."""
    text = _own(kind, told)
    if "rounding" in told:
        text += f" ~{told['rounding']['unit']}{told['rounding'].get('mode', '')}"
    if "when_none" in told:
        text += f" none={_grade(told['when_none'])}"
    if "gate" in told:
        text += f" gate={_grade(told['gate']['otherwise'])}"
    return text.strip()


def _grade(told: Mapping[str, Any]) -> str:
    if "points" in told:
        return f"p{told['points']}"
    return f"f{told['fraction']}" if "fraction" in told else f"{told.get('ratio', '?')}"


def _bands(told: Mapping[str, Any]) -> str:
    rows = told.get("bands", ())
    return "; ".join(
        " ".join([*(form.format(row[side]) for side, form in SIDES if side in row), _grade(row)]) for row in rows
    )


def _own(kind: str, told: Mapping[str, Any]) -> str:
    if kind in ("bonus", "penalty") and "rule" in told:
        return f"{told['rule']['kind']}[{brief(told['rule']['kind'], told['rule']['parameters'])}]"
    if kind in ("sum", "best_of"):
        rows = told.get("parts", told.get("alternatives", ()))
        return " + ".join(
            f"{row.get('maximum', '')}:{row['kind']}[{brief(row['kind'], row.get('parameters', {}))}]" for row in rows
        )
    return _FIGURES.get(kind, lambda _: "")(told)


def _threshold(told: Mapping[str, Any]) -> str:
    limits = [told[key] for key in ("threshold", "divided_by", "floor", "full_at") if key in told]
    strict, rescaled = told.get("strict"), told.get("below") == "rescaled"
    return " ".join([*limits, *(["strict"] if strict else []), *(["rescaled"] if rescaled else [])])


def _times(told: Mapping[str, Any]) -> str:
    start = f" start={told['start']}" if "start" in told else ""
    first = f":{_grade(told['start_grade'])}" if "start_grade" in told else ""
    return (_grade(told) + _named(told, "each") + start + first + _named(told, "cap")).strip()


def _timely(told: Mapping[str, Any]) -> str:
    amounts = [_grade(told[key]) if key in told else "-" for key in ("on_time", "late", "none")]
    return " ".join([told.get("periods", "?"), *amounts])


def _items(told: Mapping[str, Any]) -> str:
    items = told.get("items", "")
    return items if isinstance(items, str) else f"{len(items)} named"


def _options(told: Mapping[str, Any]) -> str:
    return " ".join(_grade(row) for row in told.get("options", told.get("parts", ())))


_FIGURES: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "ratio_full_above": _threshold,
    "ratio_floor": _threshold,
    "all_or_nothing": _threshold,
    "steps_percent": _bands,
    "steps_count": _bands,
    "per_population": lambda told: f"{told['per']}: {_bands(told)}" if "per" in told else "",
    "yes_no": lambda told: f"{_grade(told.get('yes', {}))} {_grade(told.get('no', {}))}",
    "choice": _options,
    "additive": _options,
    "checklist": _items,
    "count_times": _times,
    "penalty": _times,
    "timeliness": _timely,
    "formula": lambda told: str(told.get("expression", "")),
}


def _named(told: Mapping[str, Any], key: str) -> str:
    return f" {key}={told[key]}" if key in told else ""


@dataclass(frozen=True)
class Wording:
    """One line of a table. `mark`: "+" must be sure and right, "-" must not be sure, "~" if sure then right."""

    maximum: str
    mark: str
    kind: str
    figures: str
    text: str
    place: str  # table and line

    def is_right(self, made: Suggestion) -> bool:
        """Whether kind and figures are those of the table."""
        return (made.kind.value, brief(made.kind.value, made.parameters)) == (self.kind, self.figures)


@functools.cache
def wordings(name: str) -> tuple[Wording, ...]:
    """The wordings of one table."""
    lines = (WORDINGS / f"{name}.txt").read_text("utf-8").splitlines()
    rows = ((at, line.split("|", 4)) for at, line in enumerate(lines, 1) if line and not line.startswith("#"))
    return tuple(Wording(*row[:4], row[4].replace("⏎", "\n"), f"{name}-{at}") for at, row in rows)


@functools.cache
def suggested(row: Wording) -> Suggestion:
    """What is suggested for a wording of a table, made once for all tests."""
    return suggest(row.text, row.maximum)


def sure_of(name: str) -> list[tuple[Wording, Suggestion]]:
    """The wordings of one table that are sure, with what is suggested."""
    return [(row, suggested(row)) for row in wordings(name) if suggested(row).sure]


TABLES = sorted(path.stem for path in WORDINGS.glob("*.txt"))


@dataclass(frozen=True)
class Tally:
    """How many wordings, how many of them sure, how many of those right."""

    all: int
    sure: int
    right: int

    def __str__(self) -> str:
        precision = 100 * self.right / self.sure if self.sure else 100
        return (
            f"{self.all:4} wordings  {self.sure:4} sure ({100 * self.sure / self.all:.0f} %)  {precision:.1f} % right"
        )


def tally(names: list[str]) -> Tally:
    """Precision and coverage over some tables."""
    rows = [(row, suggested(row)) for name in names for row in wordings(name)]
    sure = [(row, made) for row, made in rows if made.sure]
    return Tally(len(rows), len(sure), sum(row.mark != "-" and row.is_right(made) for row, made in sure))


if __name__ == "__main__":
    for name in TABLES:
        print(f"{name:12} {tally([name])}")
