"""Every error code of `app` has its sentence in both languages, and every sentence is somebody's."""

import ast
import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterator
from string import Formatter

import app.wording
from app.wording import SENTENCES
from app.wording.terms import TERMS
from tests.architecture.project import modules


def fields(template: str) -> set[str]:
    return {name.split(".")[0].split("[")[0] for _, name, _, _ in Formatter().parse(template) if name is not None}


def error_classes(trees: list[ast.Module]) -> dict[str, set[str]]:
    """`AppError` and what derives from it, each with the details its own constructor adds."""
    found: dict[str, set[str]] = {"AppError": set()}
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    for _generation in range(5):
        for node in classes:
            parents = [base.id for base in node.bases if isinstance(base, ast.Name) and base.id in found]
            if parents:
                added = {word.arg for call in constructor_calls(node) for word in call.keywords if word.arg}
                found[node.name] = added.union(*(found[parent] for parent in parents))
    return found


def constructor_calls(node: ast.ClassDef) -> Iterator[ast.Call]:
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "__init__":
            yield call


def raised(trees: list[ast.Module]) -> dict[str, set[str]]:
    """The codes that `trees` give to errors, with the details that always come along; "**" for unknown ones."""
    classes = error_classes(trees)
    codes: dict[str, set[str]] = {}
    for node in (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name not in classes or not node.args:
            continue
        given = {word.arg or "**" for word in node.keywords} | classes[name]
        for code in literals(node.args[0]):
            known = codes.get(code, {"**"})
            codes[code] = given if "**" in known else known if "**" in given else known & given
    return codes


def literals(node: ast.expr) -> list[str]:
    if isinstance(node, ast.IfExp):
        return literals(node.body) + literals(node.orelse)
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def mentioned(trees: list[ast.Module]) -> set[str]:
    nodes = (node for tree in trees for node in ast.walk(tree))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def source() -> list[ast.Module]:
    trees = modules("app", "ui")
    return [tree for path, tree in trees.items() if not path.startswith("app/wording/")]


def catalogues() -> list[dict[str, tuple[str, str]]]:
    names = [module.name for module in pkgutil.iter_modules(app.wording.__path__)]
    found = [importlib.import_module(f"app.wording.{name}") for name in names]
    return [module.SENTENCES for module in found if hasattr(module, "SENTENCES")]


def test_planted_errors_are_read() -> None:
    planted = """
class Refused(AppError):
    def __init__(self, code, **values): super().__init__(code, detail="x", **values)
class Torn(Refused): pass
raise AppError("a.one", name=1)
Torn("a.two" if x else "a.three", **details)
AppError(code)
AppError("a.five", name=1, file=2)
AppError("a.five", name=1)
other("a.four")
"""
    assert raised([ast.parse(planted)]) == {
        "a.one": {"name"},
        "a.two": {"detail", "**"},
        "a.three": {"detail", "**"},
        "a.five": {"name"},
    }
    assert fields("{a} {b.c:>3} {{d}}") == {"a", "b"}


def test_every_raised_code_has_its_sentence() -> None:
    assert sorted(raised(source()).keys() - SENTENCES.keys()) == []


def test_every_sentence_is_used() -> None:
    assert sorted(SENTENCES.keys() - mentioned(source())) == []


def test_sentences_ask_only_for_details_that_come() -> None:
    wanting = {
        code: fields(SENTENCES[code][0]) - given
        for code, given in raised(source()).items()
        if code in SENTENCES and "**" not in given
    }
    assert {code: missing for code, missing in wanting.items() if missing} == {}


def test_both_languages_say_the_same() -> None:
    uneven = [
        key
        for key, (vietnamese, english) in {**SENTENCES, **TERMS}.items()
        if not vietnamese.strip() or not english.strip() or fields(vietnamese) != fields(english)
    ]
    assert uneven == []


def test_every_catalogue_is_taken_in_and_none_hides_another() -> None:
    counted = Counter(code for catalogue in catalogues() for code in catalogue)
    assert [code for code, times in counted.items() if times > 1] == []
    assert counted.keys() == SENTENCES.keys()
