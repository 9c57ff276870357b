"""A wording as a whole: its language, its parts, and whether the suggestion is sure."""

import re
from dataclasses import replace
from fractions import Fraction

from app.suggesting import clauses, parts, restating
from app.suggesting.amounts import read_maximum
from app.suggesting.deciding import decide
from app.suggesting.draft import Draft
from app.suggesting.lexing import lexemes
from app.suggesting.reading import LONGEST, tokens
from app.suggesting.stream import Run
from app.suggesting.suggestion import Kind, Piece, Suggestion

_WEIGHTY = frozenset("npfM!mEGB*/oUDC<>glPjL")
_HANGING = frozenset("FT<>gl*/=+-&V(:CEJY")


def suggest(text: str, maximum: str) -> Suggestion:
    """The rule that `text` seems to mean for a criterion of `maximum` points ("10", "0,5", "" where not known)."""
    if not text.strip() or len(text) > LONGEST:
        return Suggestion(remarks=("not_understood" if text.strip() else "empty",))
    value = read_maximum(maximum)
    run = restating.without(Run(text, lexemes(tokens(text))), abs(value or Fraction(0)))
    draft = drafted(run, value, 0)
    if value is None:
        draft.doubt("maximum_missing")
    if _is_cut_off(run):
        draft.doubt("cut_off")
    if any(one.sign == "!" for one in run.lexemes):
        draft.doubt("judged")
    if draft.kind is Kind.MANUAL:
        draft.doubt("not_understood")
    if _leaves_out(run, draft):
        draft.doubt("unread")
    return _suggestion(draft, text)


def drafted(run: Run, maximum: Fraction | None, depth: int) -> Draft:
    """What a wording or a part of it means; parts of parts are not looked for."""
    limit = abs(maximum) if maximum else Fraction(10**9)
    found = parts.divided(run, limit, drafted) if depth == 0 else None
    if found is None:
        said = clauses.read(run, limit)
        parts.take_off(said, run, is_penalty=maximum is not None and maximum < 0)
        found = decide(said, run, limit)
    if depth == 0:
        found = parts.beside_the_scale(found, run, maximum)
    return found


def _is_cut_off(run: Run) -> bool:
    """Whether the text ends in the midst of something."""
    rest = run.stripped("", ".;\n")
    last, words = rest.signs[-1:], rest.words.casefold()
    if words.endswith((" được", " thì", " là", " và", " của", " theo")):
        return True
    opened = run.signs.count("(") - run.signs.count(")")
    if rest.signs.endswith(("X+", "X+d")):  # "không cộng"
        return False
    return last in _HANGING or last in ",…" or opened > 0 or "…" in run.signs


def _leaves_out(run: Run, draft: Draft) -> bool:
    """Whether a number or a word of scoring stands in no piece that the suggestion rests on, nor in a note."""
    read = [*draft.places, *draft.noted]
    weighty = (one for one in run.lexemes if one.sign in _WEIGHTY)
    return any(not any(start <= one.start and one.end <= end for start, end in read) for one in weighty)


def _suggestion(draft: Draft, text: str) -> Suggestion:
    places = sorted({place for place in draft.places if place[1] > place[0]})
    pieces = tuple(Piece(text[start:end], start, end) for start, end in places)
    made = Suggestion(
        kind=draft.kind,
        parameters=draft.parameters,
        sure=not draft.doubts,
        because=pieces,
        remarks=tuple(draft.doubts),
    )
    if made.sure and not re.search(r"\w", "".join(piece.text for piece in pieces)):
        return replace(made, sure=False, remarks=("not_understood",))
    return made
