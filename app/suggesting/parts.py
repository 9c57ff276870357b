"""Wordings of several parts: sums, the best of several cases; and points beside the scale."""

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

from app.suggesting.amounts import decimal
from app.suggesting.clauses import Facts
from app.suggesting.draft import Draft
from app.suggesting.spelling import bare
from app.suggesting.stream import Run
from app.suggesting.suggestion import Kind

Drafted = Callable[[Run, Fraction | None, int], Draft]
_OWN_MAXIMUM = re.compile(r"\(?(?:[Cv]{0,2}|w?C)(?P<points>n)d\)?")
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
        starts = [at - 1 for at in headed]
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
    pieces = _pieces(run)
    if len(pieces) < 2:
        return None
    limits: list[Fraction] = []
    bodies: list[tuple[str, Run]] = []
    stated = 0
    for piece in pieces:
        inner = piece.stripped("INJxw" if piece.sign(1) == "x" else "I", ".;\n")
        match = _OWN_MAXIMUM.search(inner.signs)
        head, body = (inner, inner) if match is None else (inner[: match.start()], inner[match.end() :])
        bracketed = match is not None and match.group().startswith("(")
        if match is None or not (bracketed or "C" in match.group()):
            limits.append(_most(inner))
            bodies.append(("", inner))
            continue
        stated += 1
        stops = inner.sign(match.end()) in tuple(":.;,\n-(") and not set(head.signs) & set("npfME<>gl*=")
        if not stops and not (bracketed and match.end() == len(inner)):
            return None
        limits.append(inner.lexemes[match.start("points")].value)
        bodies.append((head.stripped(",:-", ",:-(").words, body.stripped(":.,;-\n", "")))
    if not stated or any(not limit for limit in limits):
        return None
    draft = Draft()
    if sum(limits) != maximum:
        draft.doubt("parts_sum")
    draft.places.append((pieces[0].place[0], pieces[-1].place[1]))
    if not any(len(body) for _, body in bodies):
        named = [{"label": head, "points": decimal(limit)} for (head, _), limit in zip(bodies, limits, strict=True)]
        draft.set(Kind.ADDITIVE, parts=named)
        return draft
    made: list[dict[str, Any]] = []
    for (label, body), limit in zip(bodies, limits, strict=True):
        part = drafted(body, limit, 1)
        made.append(_written(label, part) | {"maximum": decimal(limit)})
        draft.doubt(*part.doubts)
    _check_beginning(draft, run, pieces)
    return draft.set(Kind.SUM, parts=made)


def _most(piece: Run) -> Fraction:
    """The most points a part names that doesn't state its own maximum."""
    return max(
        (one.value for one, sign in zip(piece.lexemes, piece.signs[1:], strict=False) if one.sign + sign == "nd"),
        default=Fraction(0),
    )


def _written(label: str, part: Draft) -> dict[str, Any]:
    named = {"label": label} if label else {}
    return {**named, "kind": part.kind.value, "parameters": part.parameters}


def _check_beginning(draft: Draft, run: Run, pieces: list[Run]) -> None:
    """Numbers before the first part are a matter of their own."""
    before = [one.sign for one in run.lexemes if one.end <= pieces[0].place[0]]
    if set(before) & set("npfM*"):
        draft.doubt("unread")


def _best(run: Run, maximum: Fraction, drafted: Drafted) -> Draft:
    draft = Draft(kind=Kind.BEST_OF)
    pieces = _pieces(run)
    cleaned: list[tuple[str, Run]] = []
    for piece in pieces:
        inner = piece.stripped("IJxwN" if piece.sign(1) == "x" else "I", ".;\n")
        at = inner.signs.find("B")
        if at >= 0:
            stop = max(inner.signs.rfind(sign, 0, at) for sign in ".;\n")
            inner = inner[: max(stop, 0)]
        cleaned.append(("", inner.stripped(":.,;-\n", ".;\n")))
    best = run.signs.index("B")
    draft.places.append(run[best : best + 1].place)
    if len(cleaned) < 2:
        draft.doubt("parts_unclear")
        return draft
    made = []
    reaches = False
    for label, body in cleaned:
        part = drafted(body, maximum, 1)
        doubts = [code for code in part.doubts if code not in ("maximum_not_reached", "branch_missing")]
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
