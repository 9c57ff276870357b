"""What merely repeats the maximum: "điểm tối đa (1,5 điểm)", "(thang 15 điểm)", "đã quy đổi về thang 14 điểm"."""

import re
from fractions import Fraction

from app.suggesting.spelling import bare
from app.suggesting.stream import Run

_BEHIND_MAXIMUM = re.compile(r"(?<=M)\(e?(?P<points>n)d?\)")
_IN_BRACKETS = re.compile(r"\(,?[wi]{1,5}(?P<points>n)d?\)")
_SCALE = re.compile(r"\(?,?w{0,3}[wi]{1,2}(?P<points>n)d\)?")
_ON_SCALE = re.compile(r"w{2}(?P<points>n)d(?=[;.\n]|$)")
_RESTATED = (
    (_BEHIND_MAXIMUM, ""),
    (_IN_BRACKETS, "thang"),
    (_SCALE, "thang"),
    (_ON_SCALE, "theo thang"),
)


def without(run: Run, maximum: Fraction) -> Run:
    """A run without what repeats the maximum; another number stays, to be doubted."""
    kept = list(run.lexemes)
    for pattern, words in _RESTATED:
        here = Run(run.text, kept)
        for match in reversed(list(pattern.finditer(here.signs))):
            said = here[match.start() : match.start("points")]
            if kept[match.start("points")].value != maximum or not bare(said.words).endswith(words):
                continue
            begin, end = match.span()
            if words and not _is_aside(here, begin, end):
                continue
            del kept[begin:end]
    return Run(run.text, kept)


def _is_aside(run: Run, begin: int, end: int) -> bool:
    """Whether a scale stands in brackets, or tells to what a figure was brought."""
    words = bare(run[begin:end].words)
    bracketed = run.sign(begin) == "(" and run.sign(end - 1) == ")"
    return bracketed or re.match(r",? ?(da |duoc )*(quy doi )?(ve|theo|o|tren) thang ", words) is not None
