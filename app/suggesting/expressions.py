"""Arithmetic as decisions write it: "(số hồ sơ đúng hạn / tổng số hồ sơ) x 100% x điểm tối đa"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from app.suggesting.lexicon import DIVISORS
from app.suggesting.spelling import bare
from app.suggesting.stream import Run

WORDY = "wHXvtcQNVekKyijxDbq&u"  # what may stand in the name of a figure
_RATIO_ITSELF = frozenset(bare("tỷ lệ % ( ) (%) phần trăm").split())
DEEPEST, MOST = 12, 40  # brackets in brackets, operands
LONGEST_NAME = 60  # lexemes


@dataclass(frozen=True, slots=True)
class Expression:
    """`operator` is one of + - * /, or what a leaf is: number percent fraction points max ratio variable words."""

    operator: str
    operands: tuple["Expression", ...] = ()
    value: Fraction = Fraction(0)
    words: str = ""

    def leaves(self) -> Iterator["Expression"]:
        """The leaves from left to right."""
        if not self.operands:
            yield self
        for operand in self.operands:
            yield from operand.leaves()

    @property
    def is_constant(self) -> bool:
        """Whether it is an amount that depends on no figure and no maximum."""
        return all(leaf.operator in ("number", "percent", "fraction", "points") for leaf in self.leaves())


def reckon(expression: Expression) -> Fraction | None:
    """The value of a constant expression; None where it divides by nothing or isn't constant."""
    if not expression.operands:
        return expression.value if expression.is_constant else None
    values = [reckon(operand) for operand in expression.operands]
    left, right = values[0], values[-1]
    if left is None or right is None or (expression.operator == "/" and right == 0):
        return None
    return {"+": left + right, "-": left - right, "*": left * right, "/": left / right if right else left}[
        expression.operator
    ]


def read(run: Run, at: int = 0) -> tuple[Expression, int] | None:
    """The longest expression that begins at a place, and where it ends; None for none."""
    reader = _Reader(run, at)
    found = reader.sum(0)
    return None if found is None else (found, reader.at)


class _Reader:
    """Recursive descent; leaves `at` behind what it understood."""

    def __init__(self, run: Run, at: int) -> None:
        self.run = run
        self.at = at
        self._operands = 0

    def sum(self, depth: int) -> Expression | None:
        return self._chain("+-", lambda: self._product(depth))

    def _product(self, depth: int) -> Expression | None:
        return self._chain("*/", lambda: self._operand(depth))

    def _chain(self, operators: str, inner: Callable[[], Expression | None]) -> Expression | None:
        left = inner()
        while left is not None and self.run.sign(self.at) in tuple(operators):
            before = self.at
            operator = self.run.sign(self.at)
            if operator == "+" and self.run.lexemes[self.at].words != "+":
                break
            self.at += 1
            right = inner()
            if right is None:
                self.at = before
                break
            left = Expression(operator, (left, right))
        return left

    def _operand(self, depth: int) -> Expression | None:
        sign = self.run.sign(self.at)
        self._operands += 1
        if depth > DEEPEST or self._operands > MOST or not sign:
            return None
        if sign == "(":
            return self._bracket(depth)
        if sign in "npf":
            return self._number(sign)
        if sign in "Ma":
            self.at += 1
            return (
                Expression("max") if sign == "M" else Expression("variable", words=self.run.lexemes[self.at - 1].words)
            )
        proportion = re.match(r"Pw{0,2}(?=\*)", self.run.signs[self.at : self.at + 4])
        if proportion is not None:  # "tính theo tỷ lệ × điểm tối đa"
            self.at += proportion.end()
            return Expression("ratio")
        if sign == "R":
            return self._ratio_named(depth) or self._words()
        return self._words() if sign in WORDY else None

    def _number(self, sign: str) -> Expression:
        one = self.run.lexemes[self.at]
        self.at += 1
        value = one.value / 100 if sign == "p" else one.value
        leaf = Expression({"n": "number", "p": "percent", "f": "fraction"}[sign], value=value, words=one.words)
        following = self.run.sign(self.at)
        if (
            following == "N" and self.run.sign(self.at - 2) == "/" and self.run.sign(self.at + 1) in tuple(")*")
        ):  # "/ 7 nội dung"
            self.at += 1
            return leaf
        if following == "d" and sign == "n":
            self.at += 1
            return Expression("points", value=value)
        if following in ("M", "A") and (sign != "n" or value < 1):
            self.at += 1
            return Expression("*", (leaf, Expression("max")))
        return leaf

    def _ratio_named(self, depth: int) -> Expression | None:
        """ "Tỷ lệ a/b", "tỷ lệ (a/b)"."""
        before = self.at
        if self.run.signs[before + 1 : before + 4] == "a/a":
            letters = (self.run.lexemes[before + 1], self.run.lexemes[before + 3])
            self.at += 4
            return Expression("/", tuple(Expression("variable", words=each.words) for each in letters))
        if self.run.sign(before + 1) == "(":
            self.at += 1
            found = self._bracket(depth)
            if found is not None and (found.operator == "/" or self.run.sign(self.at) == "/"):
                return found
            self.at = before
        return None

    def _bracket(self, depth: int) -> Expression | None:
        before = self.at
        self.at += 1
        inner = self.sum(depth + 1)
        if inner is None or self.run.sign(self.at) != ")":
            self.at = before
            return None
        self.at += 1
        return inner

    def _words(self) -> Expression | None:
        """The name of a figure: up to an operator, a bracket, a stop."""
        start = self.at
        while self.at - start < LONGEST_NAME and self._belongs(self.at, start):
            self.at += 1
        while self.at > start and self.run.sign(self.at - 1) in (",", "&", "J"):
            self.at -= 1
        named = self.run[start : self.at]
        if not len(named):
            return None
        if named.sign(0) == "R":
            only = all(word in _RATIO_ITSELF for word in bare(named.words).split())
            return Expression("ratio", words="" if len(named) == 1 or only else named.words)
        return Expression("words", words=named.words)

    def _belongs(self, at: int, start: int) -> bool:
        sign, after = self.run.sign(at), self.run.sign(at + 1)
        if not sign:
            return False
        if sign in WORDY or (sign == "R" and at == start):
            return True
        if sign == "a":
            return after in tuple("w")
        if sign == "-" or sign == "/":
            one = self.run.lexemes[at]
            return one.touches and after == "w" and self.run.lexemes[at + 1].touches and not self._divides(at)
        if sign == ",":
            return after == "w" and at > start
        if sign == "J":
            return at > start and (after == "x" or (after == "w" and self.run.lexemes[at].words == "mức"))
        if sign in "FT<>gU":
            return at > start and (after in ("n", "w") or sign == "U")
        if sign == "n":
            return at > start and after in ("w", "U", "T", "-") and self.run.sign(at - 1) in "wFT<>g-"
        return False

    def _divides(self, at: int) -> bool:
        return self.run.sign(at) == "/" and bare(self.run.lexemes[at + 1].words) in DIVISORS
