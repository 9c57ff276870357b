"""Formulas against an evaluator of our own that reads the same text another way."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.formula import MAX_LENGTH, MAX_TERMS, ZeroDenominator, parse
from app.errors import AppError
from tests.app.domain.making import REFUSED, attempt

F = Fraction

VALUES = {"a": F(3), "b": F(-5, 2), "c": F(0), "so_2": F(7)}

# An expression tree and its text; evaluated from the tree, without the parser.
LEAVES = st.sampled_from(sorted(VALUES)) | st.integers(0, 999).map(str) | st.sampled_from(["0.25", "75%", "12.5%"])
TREES = st.recursive(
    LEAVES,
    lambda inner: (
        st.tuples(st.sampled_from("+-*/"), inner, inner)
        | st.tuples(st.sampled_from(["min", "max"]), st.lists(inner, min_size=1, max_size=3))
        | st.tuples(st.just("neg"), inner)
    ),
    max_leaves=12,
)
SIGNS = {"+": "+", "-": "−", "*": "×", "/": "÷"}


def written(tree, space=""):
    if isinstance(tree, str):
        return tree
    if tree[0] == "neg":
        return f"-({written(tree[1], space)})"
    if tree[0] in ("min", "max"):
        return f"{tree[0]}({(';' + space).join(written(item, space) for item in tree[1])})"
    sign, left, right = tree
    return f"({written(left, space)}){space}{SIGNS[sign]}{space}({written(right, space)})"


def computed(tree):
    if isinstance(tree, str):
        if tree in VALUES:
            return VALUES[tree]
        return F(tree.rstrip("%")) / (100 if tree.endswith("%") else 1)
    if tree[0] == "neg":
        return -computed(tree[1])
    if tree[0] in ("min", "max"):
        return {"min": min, "max": max}[tree[0]](computed(item) for item in tree[1])
    sign, left, right = tree[0], computed(tree[1]), computed(tree[2])
    return {"+": left + right, "-": left - right, "*": left * right}[sign] if sign != "/" else left / right


@given(TREES, st.sampled_from(["", " "]))
def test_agrees_with_the_tree(tree, space):
    text = written(tree, space)
    try:
        wanted = computed(tree)
    except ZeroDivisionError:
        wanted = None
    try:
        value = parse(text).evaluate(VALUES)
    except ZeroDenominator:
        value = None
    except AppError:
        assert len(text) > MAX_LENGTH or text.count("(") > 20 or text.count("-") > 20
        return
    assert value == wanted


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1+2*3", 7),
        ("(1+2)*3", 9),
        ("10-4-3", 3),
        ("24/4/3", 2),
        ("2*-3", -6),
        ("--3", 3),
        ("-a*b", F(15, 2)),
        ("min(a, b, 1)", F(-5, 2)),
        ("max(a;b)", 3),
        ("min", 9),  # without parentheses a name like any other
        ("50%*a", F(3, 2)),
        (" a ", 3),
        ("a\n+\tb", F(1, 2)),
        ("0.1+0.2", F(3, 10)),
    ],
)
def test_known_values(text, value):
    assert parse(text).evaluate({**VALUES, "min": F(9)}) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "a b",
        "a+",
        "+a",
        "*a",
        "a+*b",
        "(a",
        "a)",
        "()",
        "min()",
        "min(a",
        "min(a,)",
        "f(a)",
        "a,b",
        "1e5",
        "1..2",
        "a**b",
        "a^2",
        "__import__('os')",
        "a.b",
        "a=1",
        "1" * 16,
        "a" * (MAX_LENGTH + 1),
        "+".join("a" * (MAX_TERMS + 1)),
        "(" * 25 + "a" + ")" * 25,
        "-" * 30 + "a",
        "tỷ_lệ",
        "50 %",
        ")",
    ],
)
def test_refused(text):
    with pytest.raises(AppError) as refused:
        parse(text)

    assert refused.value.code == "formula.malformed"
    assert refused.value.details["text"] == text[:80]


@given(st.text("ab1.%()+-*/,; −×÷minx", max_size=600))
def test_any_text_is_a_formula_or_refused(text):
    formula = attempt("formula.malformed", parse, text)

    assert formula is REFUSED or formula.operator


def test_names_in_order_each_once():
    assert parse("(b + c) / min(a, b) + 1").names() == ("b", "c", "a")


def test_an_input_left_empty_is_the_caller_s_to_catch():
    with pytest.raises(KeyError):
        parse("a + z").evaluate(VALUES)
