"""Every action the operations write into the journal has its words, and no word is left over."""

import ast
from pathlib import Path

from app.wording.journal import ACTIONS, action_text

ROOT = Path(__file__).resolve().parents[3] / "app" / "operations"


def noted():
    """Every text that looks like ``noun.done`` and is handed to something called note, or on the way to it."""
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "note" and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    yield first.value, path.name


def test_every_action_has_words():
    found = dict(noted())

    assert len(found) > 40
    assert sorted(action for action in found if action not in ACTIONS) == []


def test_an_action_of_a_later_version_stays_as_it_is_written():
    assert action_text("moon.landed") == "moon.landed"
    assert action_text("person.added", "en") == "Person added"
