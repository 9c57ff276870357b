"""A wording to its clauses: line ends inside a sentence, list letters, semicolons and full stops."""

import re

from app.suggesting.lexeme import Lexeme
from app.suggesting.stream import Run

_JOINS_BEFORE, _JOINS_AFTER = frozenset("FT<>gl*/=,&vE(-+YC"), frozenset("TU*/")


def joined(run: Run) -> Run:
    """Without line ends inside a sentence."""
    kept: list[Lexeme] = []
    for at, one in enumerate(run.lexemes):
        if one.sign == "\n":
            before = kept[-1].sign if kept else "\n"
            after = run.sign(at + 1)
            lone = re.match(r"\n[v]*(?:nd|M|fM|XH?d)(?:[;.\n]|$)", run.signs[at:]) and before in ":=Yv-"
            wrapped = before in "wNH" and after in "w" and not _is_capital(run, at + 1)
            if before in _JOINS_BEFORE or after in _JOINS_AFTER or lone or wrapped:
                continue
        kept.append(one)
    return Run(run.text, kept)


def _is_capital(run: Run, at: int) -> bool:
    return at < len(run) and run.text[run.lexemes[at].start].isupper()


def split(run: Run) -> list[tuple[Run, str]]:
    """The clauses with the list letter each begins with ("" for none)."""
    found: list[tuple[Run, str]] = []
    begin, letter, depth = 0, "", 0
    for at, one in enumerate(run.lexemes):
        depth = max(0, depth + (one.sign == "(") - (one.sign == ")"))
        if one.sign in "\nI" or (one.sign in ";." and depth == 0):
            if at > begin:
                found.append((run[begin:at], letter))
                letter = ""
            begin = at + 1
            if one.sign == "I":
                letter, depth = one.words, 0
    if begin < len(run):
        found.append((run[begin:], letter))
    return found
