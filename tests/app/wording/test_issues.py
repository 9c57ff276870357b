"""The sentences of the check before sending: every code has one, in both languages, with the values it is given."""

import ast
import inspect
import string

import pytest

from app.operations.commune import reviewing
from app.wording.issues import ISSUES, issue_sentence


def told() -> dict[str, set[str]]:
    """Every `Issue(severity, code, node, {details})` that the check can give, with the names of its details."""
    found: dict[str, set[str]] = {}
    for call in ast.walk(ast.parse(inspect.getsource(reviewing))):
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "Issue":
            code = call.args[1]
            assert isinstance(code, ast.Constant), "a code is written out, so that its sentence can be checked"
            details = call.args[3] if len(call.args) > 3 else None
            keys = {key.value for key in details.keys} if isinstance(details, ast.Dict) else set()
            found.setdefault(str(code.value), set()).update(keys)
    return found


def test_every_issue_has_a_sentence_and_every_sentence_an_issue():
    assert set(told()) == set(ISSUES)


@pytest.mark.parametrize("code", sorted(ISSUES))
def test_a_sentence_uses_what_it_is_given_and_nothing_else(code):
    for sentence in ISSUES[code]:
        names = {name for _, name, _, _ in string.Formatter().parse(sentence) if name}
        assert names == told()[code]


@pytest.mark.parametrize("code", sorted(ISSUES))
def test_sentences_keep_to_the_rules_of_the_screen(code):
    vietnamese, english = ISSUES[code]
    for sentence in (vietnamese, english):
        assert sentence.endswith(".")
        assert "!" not in sentence
    assert not {"lỗi", "bạn", "vui lòng"} & set(vietnamese.casefold().split())


def test_a_name_stands_in_its_sentence():
    name = "{0} 100% \u202efdp.exe"
    assert name in issue_sentence("evidence_file_gone", {"name": name})
    assert issue_sentence("citation_missing", {"count": "3"}, "en").startswith("3 evidence")
