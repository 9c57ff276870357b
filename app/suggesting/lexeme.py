"""The smallest piece of a wording that has a meaning."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One notion: its sign, its place in the text, its words as the lexicon spells them, the number it stands for."""

    sign: str
    start: int
    end: int
    words: str
    value: Fraction = Fraction(0)
    touches: bool = False
