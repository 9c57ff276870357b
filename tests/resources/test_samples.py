"""The sample answers: twelve made-up communes whose figures hold together and whose scores differ."""

import collections
import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from app.domain import codec
from app.domain import framework as frameworks
from app.domain.agency import Agency, Authority
from app.domain.assessment import read_answers
from app.domain.campaign import Period
from app.domain.framework import Criterion, Framework
from app.domain.results import Entry, Score, score_campaign
from app.domain.rule_checks import scored_rules
from app.domain.rules import Ratio
from app.domain.scoring import Cause, State

RESOURCES = Path(__file__).parents[2] / "resources"
FILE = RESOURCES / "samples" / "minh-hoa-xa-2026.json"
SAMPLE: Any = json.loads(FILE.read_text(encoding="utf-8"))
NAMES = [row["agency"]["name"] for row in SAMPLE["agencies"]]


@pytest.fixture(scope="module")
def framework() -> Framework:
    raw = json.loads((RESOURCES / "frameworks" / "minh-hoa-xa.json").read_text(encoding="utf-8"))
    return frameworks.from_json(raw)


@pytest.fixture(scope="module")
def scores(framework: Framework) -> dict[str, Score]:
    entries = {}
    for row in SAMPLE["agencies"]:
        agency = codec.from_json(Agency, row["agency"])
        answers, _ = read_answers(framework, row["answers"])
        assert answers.profile == agency.profile
        entries[agency.name] = Entry(answers=answers)
    return score_campaign(framework, entries, is_complete=True)


def test_the_file_is_small_and_says_that_it_is_made_up(framework: Framework) -> None:
    assert FILE.stat().st_size < 100_000
    assert "giả định" in SAMPLE["note"]
    assert SAMPLE["framework"] == {"id": framework.id, "version": framework.version}
    codec.from_json(Authority, SAMPLE["authority"])
    codec.from_json(Period, SAMPLE["period"])


def test_twelve_agencies_of_three_kinds() -> None:
    assert len(set(NAMES)) == len({row["agency"]["code"] for row in SAMPLE["agencies"]}) == 12
    kinds = collections.Counter(name.rpartition(" ")[0].split(" ")[0] for name in NAMES)
    assert set(kinds) == {"Xã", "Phường", "Đặc"}
    for row in SAMPLE["agencies"]:
        contact = row["agency"]["contact"]
        assert contact["telephone"].startswith("0900 000 ")
        assert contact["email"].endswith(".example")


@pytest.mark.parametrize("row", SAMPLE["agencies"], ids=NAMES)
def test_answers_fit_the_schema(row: Any, answers_validator: Draft202012Validator) -> None:
    answers_validator.validate(row["answers"])


@pytest.mark.parametrize("row", SAMPLE["agencies"], ids=NAMES)
def test_figures_hold_together(row: Any, framework: Framework) -> None:
    same: dict[str, set[str]] = collections.defaultdict(set)
    for id_, response in row["answers"]["responses"].items():
        inputs = response.get("inputs", {})
        for key in ("dan_so", "can_bo", "thon"):
            if key in inputs:
                same[key].add(inputs[key])
        node = framework.index.places[id_].node
        assert isinstance(node, Criterion)
        for scored, _ in scored_rules(node.rule, Fraction(1)):
            plain = isinstance(scored.measure, Ratio) and scored.measure.numerator in inputs
            if plain and isinstance(scored.measure, Ratio) and id_ != "may-tinh":
                above, below = inputs[scored.measure.numerator], inputs[scored.measure.denominator]
                assert Fraction(above) <= Fraction(below), id_
    assert all(len(found) == 1 for found in same.values()), same
    assert 8_000 <= int(same["dan_so"].pop()) <= 40_000


def test_scores_differ_as_communes_do(scores: dict[str, Score]) -> None:
    assert all(0 <= result.scale_points <= result.effective_maximum for result in scores.values())
    assert len({result.total for result in scores.values()}) == 12
    assert len({result.bands["xep-loai"] for result in scores.values()}) >= 5
    assert max(result.total for result in scores.values()) - min(result.total for result in scores.values()) > 40


def test_every_situation_of_a_campaign_occurs(scores: dict[str, Score]) -> None:
    nodes = [node for result in scores.values() for node in result.nodes.values()]
    assert {node.state for node in nodes} == set(State)
    seen = {(told.cause, told.policy) for node in nodes for told in node.applied}
    assert {cause for cause, _ in seen} >= set(Cause) - {Cause.NO_REFERENCE, Cause.DECIDED}
    assert {policy for _, policy in seen} >= {
        "full",
        "excluded",
        "peer_maximum",
        "reviewer_decides",
        "next_round",
        "explanation_accepted",
    }
    assert any("above_one" in node.remarks for node in nodes)
    assert any(result.penalty for result in scores.values())
    assert any(result.bonus for result in scores.values())


def test_what_is_not_proven_is_explained(slips: Callable[[str], list[str]]) -> None:
    explained = [
        response["explanation"]
        for row in SAMPLE["agencies"]
        for response in row["answers"]["responses"].values()
        if response.get("explanation")
    ]
    assert len(explained) >= 30
    assert all(len(text) >= 20 and slips(text) == [] for text in explained)
    for row in SAMPLE["agencies"]:
        for id_, response in row["answers"]["responses"].items():
            if response.get("evidence") == "incomplete":
                assert response.get("explanation"), (row["agency"]["name"], id_)
