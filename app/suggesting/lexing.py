"""Tokens to lexemes: notions of the grammar, each with its sign, its place and its number."""

import functools
from collections.abc import Sequence

from app.suggesting.lexeme import Lexeme
from app.suggesting.lexicon import ARROW, FORGIVEN, FRACTION, NUMBER, REFERENCE, TREE, WORD, Branch
from app.suggesting.neighbours import STEPS
from app.suggesting.reading import Sort, Token
from app.suggesting.spelling import cost, is_bare, is_own

_SIGNS = {"×": "*", "÷": "/", "→": ARROW, "≥": "g", ">=": "g", "≤": "l", "<=": "l", "=<": "l", "=>": "~", "\n": "\n"}
_KEPT = frozenset('*/+-=<>():;,.%&"…•')
_SORTS = {Sort.NUMBER: NUMBER, Sort.FRACTION: FRACTION, Sort.REFERENCE: REFERENCE}


def lexemes(tokens: Sequence[Token]) -> list[Lexeme]:
    """The lexemes of a text."""
    words = [token.text for token in tokens if token.sort is Sort.WORD and len(token.text) > 1]
    all_bare = sum(map(is_bare, words)) > 0.85 * len(words)
    found: list[Lexeme] = []
    at = 0
    while at < len(tokens):
        length, sign, meant = _phrase(tokens, at, all_bare)
        if length:
            last = tokens[at + length - 1]
            found.append(Lexeme(sign, tokens[at].start, last.end, meant, touches=tokens[at].touches))
        else:
            length = 1
            found.append(_single(tokens[at]))
        at += length
    for step in STEPS:
        found = step(found)
    return found


def _single(token: Token) -> Lexeme:
    return Lexeme(_sign_of(token), token.start, token.end, token.text, token.value, token.touches)


def _sign_of(token: Token) -> str:
    """The sign of a token that is no phrase of the lexicon."""
    if token.sort in _SORTS:
        return _SORTS[token.sort]
    if token.sort is Sort.WORD:
        return {"x": "*", "và": "&"}.get(token.text, WORD)
    if token.text.startswith("..."):
        return "…"
    if token.text.startswith("-") and token.text.endswith(">"):
        return ARROW
    return _SIGNS.get(token.text, token.text if token.text in _KEPT else "?")


def _phrase(tokens: Sequence[Token], at: int, all_bare: bool) -> tuple[int, str, str]:
    """How many tokens the longest phrase of the lexicon takes here, its sign and the phrase; (0, "", "") for none."""
    best: tuple[int, int, str, tuple[str, ...]] = (0, 0, "", ())  # length, −slips, sign, phrase
    paths: list[tuple[Branch, int, int, tuple[str, ...]]] = [(TREE, 0, 0, ())]
    while paths:
        branch, length, slips, meant = paths.pop()
        allowed = length != 1 or not slips or (meant[0] in FORGIVEN and not is_own(tokens[at].text))
        if branch.sign and (length, -slips) > best[:2] and allowed:
            best = (length, -slips, branch.sign, meant)
        if at + length >= len(tokens):
            continue
        typed = tokens[at + length]
        if typed.sort is Sort.WORD:
            for syllable, further, price in _steps(branch, typed.text, all_bare):
                if slips + price <= (1 if length < 3 else 2):
                    paths.append((further, length + 1, slips + price, (*meant, syllable)))
        elif typed.text in branch:
            paths.append((branch[typed.text], length + 1, slips, (*meant, typed.text)))
    return best[0], best[2], " ".join(best[3])


@functools.lru_cache(maxsize=65_536)
def _steps(branch: Branch, typed: str, all_bare: bool) -> tuple[tuple[str, Branch, int], ...]:
    """The syllables of the tree that a word may be read as here, and what that takes."""
    return tuple(
        (syllable, further, price)
        for syllable, further in branch.items()
        if syllable.isalpha() and (price := cost(typed, syllable, all_bare=all_bare)) is not None
    )
