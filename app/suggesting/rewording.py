"""Branches whose number is no limit but part of words: "có máy quét 2 mặt", "100% cụm loa là …" beside other cases."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.suggesting.conditions import Condition
from app.suggesting.facts import Branch
from app.suggesting.spelling import bare

_AMONG_WORDS = re.compile("(?<!:)nw|(?<!V)pw")  # "một trong hai: 1 hoặc 2 điểm" is an amount
_ONES = frozenset("phan cong bo tri co da ban hanh thanh lap cu".split())


def reworded(branches: Sequence[Branch]) -> list[Branch]:
    """The branches, an exact number among words taken as words."""
    numbered = [branch for branch in branches if branch.condition.interval is not None]
    worded = [branch for branch in branches if branch.condition.interval is None]
    if not numbered or not worded or not all(branch.condition.is_exact for branch in numbered):
        return list(branches)
    given = [branch for branch in worded if not branch.outcome.is_zero and not branch.condition.is_rest]
    if given and all(_is_told(branch) for branch in numbered):
        return [_as_words(branch) if branch in numbered else branch for branch in branches]
    denied = all(branch.outcome.is_zero and branch.condition.is_negative for branch in worded)
    if len(numbered) == 1 and denied and _is_one(numbered[0].condition):
        return [_as_words(branch) if branch in numbered else branch for branch in branches]
    return list(branches)


def _is_told(branch: Branch) -> bool:
    """Whether the number stands in the midst of words, or all of something is asked for."""
    said = branch.condition
    if said.interval is None or branch.outcome.is_zero or not _AMONG_WORDS.search(said.signs):
        return False
    return (said.is_percent and said.interval.low == 100) or (not said.is_percent and len(said.measure.split()) > 1)


def _is_one(said: Condition) -> bool:
    """ "phân công 01 lãnh đạo": one is enough, and one is what is asked for."""
    begins = bare(said.measure).split()
    is_one = said.interval is not None and said.interval.low == 1 and not said.is_percent
    return is_one and bool(_ONES & set(begins[:4]))


def _as_words(branch: Branch) -> Branch:
    said = branch.condition
    clear = not set(said.signs) & set("!fM*=jGCm<>gl")
    return replace(branch, condition=replace(said, interval=None, is_percent=False, is_exact=False, is_clear=clear))
