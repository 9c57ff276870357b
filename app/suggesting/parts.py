"""Wordings of several parts: sums, the best of several cases; and points beside the scale."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from app.suggesting import notes
from app.suggesting.amounts import decimal
from app.suggesting.draft import Draft
from app.suggesting.facts import Facts
from app.suggesting.spelling import bare
from app.suggesting.stream import Run
from app.suggesting.suggestion import Kind

Drafted = Callable[[Run, Fraction | None, int], Draft]
_OWN_MAXIMUM = re.compile(r"\(?(?:[Cv]{0,2}|w?C)(?P<points>n)d\)?")
_ADDED = re.compile(r"d[wN]{0,3}[=e](?:\(?[nax]\)?\+)+\(?[nax]\)?(?=[.;,\n]|$),?|d=(?:d[nx]\+)+d[nx](?=[.;,\n]|$),?")
_NUMBERED = re.compile(r"(?:d[nx][=:e])?")
_SUMMED = re.compile(r"\b(tổng điểm|tổng số điểm|tổng các|cộng điểm|cộng dồn|gồm)\b")
_REWARDS = ("thưởng", "được thưởng", "thưởng thêm", "điểm thưởng", "điểm cộng", "điểm cộng thêm")


def divided(run: Run, maximum: Fraction, drafted: Drafted) -> Draft | None:
    """The draft of a sum or a best-of; None for a wording of one piece."""
    if "B" in run.signs:
        return _best(run, maximum, drafted)
    return _sum(run, maximum, drafted)


def _pieces(run: Run) -> list[Run]:
    """The pieces that list letters or "Phần 1", "Trường hợp 1" begin; what stands before them is left out."""
    starts = [at for at, one in enumerate(run.lexemes) if one.sign == "I" and one.words not in ("-", "+", "*", "•")]
    headed = [at for at, one in enumerate(run.lexemes) if one.sign == "x" and _heads(run, at)]
    if len(headed) > 1:
        starts = [at - 1 - (bare(run.lexemes[at - 1].words) in ("an", "thuc")) for at in headed]
    elif len(starts) < 2:
        starts = [at for at, one in enumerate(run.lexemes) if one.sign == "I"]
    ends = [*starts[1:], len(run)][: len(starts)]
    return [run[start:end] for start, end in zip(starts, ends, strict=True)]


def _heads(run: Run, at: int) -> bool:
    """Whether a number names a part: "Phần 1", "Trường hợp 2", "Nội dung 3"."""
    word = bare(run.lexemes[at - 1].words) if at else ""
    if word not in ("phan", "truong hop", "noi dung", "phuong an", "an", "thuc", "tieu chi", "y"):
        return False
    return at == 1 or run.sign(at - 2) in tuple(".;\n:I,w")


def _sum(run: Run, maximum: Fraction, drafted: Drafted) -> Draft | None:
    """Parts that state their maxima, or of which the text says that they are added."""
    run, formula = _without_formula(run)
    pieces = _pieces(run)
    if len(pieces) < 2:
        return None
    says_sum = formula is not None or _SUMMED.search(run[: _begin(run, pieces)].words.casefold()) is not None
    parts = [_part(piece) for piece in pieces]
    stated = [part for part in parts if part.is_stated]
    if not stated and not (says_sum and any(_scores(part.body) for part in parts)) and not _differ(parts, maximum):
        return None
    if any(not part.limit or part.is_band for part in parts):
        return None
    draft = Draft()
    if sum(part.limit for part in parts) != maximum:
        draft.doubt("parts_sum")
    draft.places += [(pieces[0].place[0], pieces[-1].place[1]), *([formula] if formula else [])]
    if not any(len(part.body) for part in parts):
        return draft.set(Kind.ADDITIVE, parts=[{"label": each.label, "points": decimal(each.limit)} for each in parts])
    made: list[dict[str, Any]] = []
    for each in parts:
        part = drafted(each.body, each.limit, 1)
        made.append(_written(each.label, part) | {"maximum": decimal(each.limit)})
        draft.doubt(*part.doubts)
    _check_beginning(draft, run, pieces)
    return draft.set(Kind.SUM, parts=made)


@dataclass(frozen=True, slots=True)
class _Part:
    """A part with the most points it gives; `is_stated`: in so many words; `is_band`: limits of a number instead."""

    label: str
    body: Run
    limit: Fraction
    is_stated: bool
    is_band: bool


def _part(piece: Run) -> _Part:
    inner = piece.stripped("INJxw" if piece.sign(1) == "x" else "I", ".;\n")
    inner = inner[_NUMBERED.match(inner.signs).end() :]  # type: ignore[union-attr]
    match = _OWN_MAXIMUM.search(inner.signs)
    bracketed = match is not None and match.group().startswith("(")
    if match is None or not (bracketed or "C" in match.group()):
        return _Part("", inner, _most(inner), is_stated=False, is_band=False)
    head, body = inner[: match.start()], inner[match.end() :]
    limits = set(head.signs) & set("npfME<>gl*=")
    stops = not limits and (inner.sign(match.end()) in tuple(":.;,\n-(") or not len(head))
    is_band = not stops and not (bracketed and match.end() == len(inner) and not limits & set("np<>gl"))
    label = head.stripped(",:-", ",:-(").words
    points = inner.lexemes[match.start("points")].value
    return _Part(label, body.stripped(":.,;-\n", ""), points, is_stated=True, is_band=is_band)


def _without_formula(run: Run) -> tuple[Run, tuple[int, int] | None]:
    """Without "Điểm = (1) + (2)", and where it stood; None where it isn't said."""
    match = _ADDED.search(run.signs)
    if match is None:
        return run, None
    return run[: match.start()] + run[match.end() :], run[match.start() : match.end()].place


def _begin(run: Run, pieces: list[Run]) -> int:
    return next(at for at, one in enumerate(run.lexemes) if one.start >= pieces[0].place[0])


def _scores(body: Run) -> bool:
    """Whether a part has a rule of its own and not merely its points."""
    return "*" in body.signs or body.signs.count("nd") > 1


def _differ(parts: list[_Part], maximum: Fraction) -> bool:
    """Whether a formula stands beside answers in words, no case of each other, and all together make the maximum."""
    computed = [part for part in parts if "*" in part.body.signs]
    told = [part for part in parts if part not in computed]
    if len(computed) != 1 or not told or sum(part.limit for part in parts) != maximum:
        return False
    return all(part.limit < maximum and not set(part.body.signs) & set("JOB") for part in parts)


def _most(piece: Run) -> Fraction:
    """The most points a part names that doesn't state its own maximum."""
    given = re.finditer(r"(?P<points>n)d|\*(?P<times>n)(?:[.;\n]|$)", piece.signs)
    return max(
        (piece.lexemes[one.start("points" if one["points"] else "times")].value for one in given), default=Fraction(0)
    )


def _written(label: str, part: Draft) -> dict[str, Any]:
    named = {"label": label} if label else {}
    return {**named, "kind": part.kind.value, "parameters": part.parameters}


def _check_beginning(draft: Draft, run: Run, pieces: list[Run]) -> None:
    """Numbers before the first part are a matter of their own."""
    before = [one for one in run.lexemes if not pieces or one.end <= pieces[0].place[0]]
    if any(one.sign in "pfM*!jEC" or (one.sign == "n" and one.value != len(pieces)) for one in before):
        draft.doubt("unread")
    draft.noted += [(one.start, one.end) for one in before]
    for each in Run(run.text, before).split(".;\n:"):
        if notes.weighs(each) and not {"B", "S"} & set(each.signs) and not _SUMMED.search(each.words.casefold()):
            draft.doubt("unread")


def _best(run: Run, maximum: Fraction, drafted: Drafted) -> Draft:
    draft = Draft(kind=Kind.BEST_OF)
    pieces = _pieces(run)
    cleaned: list[tuple[str, Run]] = []
    for piece in pieces:
        inner = piece.stripped("IJxwN" if "x" in piece.signs[1:3] else "I", ".;\n")
        at = inner.signs.find("B")
        if at >= 0:
            stop = max(inner.signs.rfind(sign, 0, at) for sign in ".;\n")
            inner = inner[: max(stop, 0)]
        cleaned.append(("", inner.stripped(":.,;-\n", ".;\nI")))
    _check_beginning(draft, run, pieces)
    best = run.signs.index("B")
    draft.places.append(run[best : best + 1].place)
    if len(cleaned) < 2:
        draft.doubt("parts_unclear")
        return draft
    made = []
    reaches = False
    for label, body in cleaned:
        part = drafted(body, maximum, 1)
        forgiven = ("maximum_not_reached", "branch_missing") if part.kind is Kind.YES_NO else ("maximum_not_reached",)
        doubts = [code for code in part.doubts if code not in forgiven]
        reaches = reaches or "maximum_not_reached" not in part.doubts
        draft.doubt(*doubts)
        made.append(_written(label, part))
        draft.places.append(body.place)
    if not reaches:
        draft.doubt("maximum_not_reached")
    return draft.set(Kind.BEST_OF, alternatives=made)


def take_off(facts: Facts, run: Run, *, is_penalty: bool) -> None:
    """Points that every branch takes off are read as points of a penalty."""
    minus = [branch for branch in facts.branches if branch.outcome.kind.startswith("minus")]
    others = [branch for branch in facts.branches if not branch.outcome.kind.startswith("minus")]
    if any(not branch.outcome.is_zero for branch in others):
        return
    if not is_penalty and "q" not in run.signs and not (minus and not facts.each):
        return
    facts.branches = [
        replace(branch, outcome=replace(branch.outcome, kind=branch.outcome.kind.removeprefix("minus_")))
        for branch in facts.branches
    ]
    facts.each = [
        replace(one, outcome=replace(one.outcome, kind=one.outcome.kind.removeprefix("minus_"))) for one in facts.each
    ]
    if minus:
        facts.marks.setdefault("q", minus[0].place)


def beside_the_scale(draft: Draft, run: Run, maximum: Fraction | None) -> Draft:
    """A bonus or penalty where the text or a negative maximum says so."""
    says_bonus = "b" in run.signs or any(one.sign in "+d" and one.words in _REWARDS for one in run.lexemes)
    is_negative = maximum is not None and maximum < 0
    says_penalty = "q" in run.signs or any(one.sign == "d" and one.words == "điểm trừ" for one in run.lexemes)
    if not (is_negative or says_penalty or says_bonus):
        return draft
    if draft.kind in (Kind.MANUAL, Kind.IMPORTED, Kind.PENALTY, Kind.BONUS, Kind.NONE_POSSIBLE) and not (
        is_negative and draft.kind is Kind.PENALTY
    ):
        return draft
    if draft.kind is Kind.YES_NO and "branch_missing" in draft.doubts:
        draft.doubts.remove("branch_missing")
    kind = Kind.PENALTY if is_negative or says_penalty else Kind.BONUS
    if kind is Kind.PENALTY and "direction_not_said" in draft.doubts:
        draft.doubts.remove("direction_not_said")
    heads = re.match("[I(]?q(?![lC<])", run.signs) is not None
    if says_penalty and not (is_negative or heads or "m" in run.signs):  # "…; điểm trừ không quá 2 điểm"
        draft.doubt("two_readings")
    if says_bonus and kind is Kind.PENALTY:
        draft.doubt("two_readings")
    inner = {"kind": draft.kind.value, "parameters": dict(draft.parameters)}
    flat: dict[str, Any] = {
        key: draft.parameters[key] for key in ("points", "fraction", "cap", "unit") if key in draft.parameters
    }
    yes = draft.parameters.get("yes")
    if isinstance(yes, dict):
        flat |= yes
    draft.parameters = {**flat, "rule": inner}
    draft.kind = kind
    return draft
