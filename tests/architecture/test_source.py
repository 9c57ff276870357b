"""Habits no linter knows: each rule catches what was planted, spares the innocent, holds in the project."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from tests.architecture.project import modules, texts

BROAD = {"Exception", "BaseException"}
MAY_CATCH_ALL = {"ui/jobs.py", "ui/crash.py"}
TRANSLATORS = {"tr", "translate", "QT_TR_NOOP", "QT_TRANSLATE_NOOP"}
LONGEST = 450


def catches_all(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler):
            caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
            if any(kind is None or (isinstance(kind, ast.Name) and kind.id in BROAD) for kind in caught):
                yield node.lineno


def composes_before_translating(tree: ast.Module) -> Iterator[int]:
    """lupdate extracts the literal, the running program looks up what was composed: never a match."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node) in TRANSLATORS:
            for argument in node.args[:2]:  # the third is a count, which may be reckoned
                formatted = isinstance(argument, ast.Call) and called(argument) == "format"
                if formatted or isinstance(argument, ast.JoinedStr | ast.BinOp):
                    yield argument.lineno


def computes_with_floats(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        literal = isinstance(node, ast.Constant) and isinstance(node.value, float)
        if literal or (isinstance(node, ast.Call) and called(node) == "float"):
            yield node.lineno


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


@dataclass(frozen=True)
class Rule:
    find: Callable[[ast.Module], Iterator[int]]
    rooms: tuple[str, ...]
    planted: tuple[str, ...]
    innocent: tuple[str, ...]
    spared: frozenset[str] = frozenset()


RULES = {
    "only the jobs and the crash report catch everything": Rule(
        catches_all,
        ("app", "ui"),
        (
            "try: pass\nexcept Exception: pass",
            "try: pass\nexcept (OSError, BaseException) as error: raise",
            "try: pass\nexcept: pass",
        ),
        ("try: pass\nexcept (OSError, ValueError): pass",),
        frozenset(MAY_CATCH_ALL),
    ),
    "what is translated is a literal": Rule(
        composes_before_translating,
        ("app", "ui"),
        ('self.tr(f"{n} xã")', 'self.tr("%s" % n)', 'translate("Page", "{n}".format(n=1))', 'tr("a" + b)'),
        (
            'self.tr("{n} communes").format(n=n)',
            'self.tr("%n file(s)", "", n)',
            'self.tr("%n", "", a - b)',
            "self.tr(title)",
            'f"{n}"',
        ),
    ),
    "the domain counts exactly": Rule(
        computes_with_floats,
        ("app/domain",),
        ("half = 0.5", "float(points)"),
        ('Fraction("0.5")', "isinstance(value, float)", "2 / Fraction(3)"),
    ),
}


@pytest.mark.parametrize("name", RULES)
def test_rule_catches_what_was_planted(name: str) -> None:
    rule = RULES[name]
    assert all(list(rule.find(ast.parse(source))) for source in rule.planted)
    assert not [source for source in rule.innocent if list(rule.find(ast.parse(source)))]


@pytest.mark.parametrize("name", RULES)
def test_rule_holds_in_the_project(name: str) -> None:
    rule = RULES[name]
    seen = modules(*rule.rooms)
    assert len(seen) > 1
    broken = [f"{path}:{line}" for path in seen if path not in rule.spared for line in rule.find(seen[path])]
    assert broken == []


def test_no_file_outgrows_its_reader() -> None:
    long = {path: text.count("\n") for path, text in texts() if path.endswith(".py")}
    assert {path: lines for path, lines in long.items() if lines > LONGEST} == {}
