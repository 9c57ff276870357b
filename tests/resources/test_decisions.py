"""All sets of the decisions that ship: skeletons that say so, ask what is open, and claim nothing of their own."""

import json
from pathlib import Path

import pytest

from app.domain import framework as frameworks
from app.domain.checks import Severity, check
from app.domain.framework import Criterion, Framework, Standing
from app.domain.lacking import completed, lacking
from app.domain.planning import period, rounds, steps
from app.domain.questions import answered, asked, slips, unanswered
from app.errors import AppError
from app.operations.frameworks import authoring
from app.wording.lacking import lack_words
from app.wording.terms import TERMS

FOLDER = Path(__file__).parents[2] / "resources" / "frameworks"
PATHS = sorted(FOLDER.glob("*/*.json"))


def load(path: Path) -> Framework:
    return frameworks.from_json(json.loads(path.read_text(encoding="utf-8")))


@pytest.fixture(scope="module", params=PATHS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def shipped(request: pytest.FixtureRequest) -> tuple[Path, Framework]:
    return request.param, load(request.param)


def test_five_decisions_ship_with_all_their_sets() -> None:
    by_decision: dict[str, int] = {}
    for path in PATHS:
        by_decision[path.parent.name] = by_decision.get(path.parent.name, 0) + 1
    assert by_decision == {
        "da-nang-2901-2023": 4,
        "lam-dong-454-2023": 3,
        "mo-duc-2024": 2,
        "nha-trang-2023": 3,
        "tuyen-quang-742-2022": 3,
    }
    assert {value.id for value in authoring.shipped()} >= {load(path).id for path in PATHS}


def test_a_set_says_which_decision_it_belongs_to(shipped: tuple[Path, Framework]) -> None:
    path, value = shipped
    assert value.regulation is not None
    assert value.regulation.id == path.parent.name
    assert value.id == f"{path.parent.name}-{path.stem}"
    assert value.regulation.title
    assert value.regulation.issuer


def test_no_criterion_is_invented(shipped: tuple[Path, Framework]) -> None:
    _, value = shipped
    assert value.standing is Standing.SKELETON
    assert not any(isinstance(place.node, Criterion) for place in value.index.places.values())
    assert "hung" in value.notice
    assert lack_words(value).startswith("còn thiếu ")
    with pytest.raises(AppError, match=r"framework\.lacking"):
        completed(value)


def test_a_check_says_only_what_is_true(shipped: tuple[Path, Framework]) -> None:
    _, value = shipped
    told = check(value)
    assert [problem for problem in told if problem.severity is Severity.ERROR] == []
    warned = [problem.details["question"] for problem in told if problem.severity is Severity.WARNING]
    assert warned == [question.words for question in unanswered(value)]


def test_every_question_can_be_answered_and_answered_again(shipped: tuple[Path, Framework]) -> None:
    _, value = shipped
    assert list(slips(value)) == []
    assert unanswered(value) == asked(value), "an answer is ours, not the decision's"
    for question in asked(value):
        assert question.words.endswith("?")
        assert question.article
        settled = [answered(value, question.code, option.key) for option in question.options]
        assert len({one.digest for one in settled}) == len(settled)
        for one in settled:
            assert not [problem for problem in check(one) if problem.severity is Severity.ERROR]
            for option, other in zip(question.options, settled, strict=True):
                assert answered(one, question.code, option.key) == other, (question.code, option.key)


def test_answers_do_not_undo_each_other(shipped: tuple[Path, Framework]) -> None:
    _, value = shipped
    there, back = value, value
    for question in asked(value):
        if question.options:
            there = answered(there, question.code, question.options[-1].key)
    for question in reversed(asked(value)):
        if question.options:
            back = answered(back, question.code, question.options[-1].key)
    assert in_order(there) == in_order(back)


def in_order(value: Framework) -> object:
    """Its JSON with the groups at the top by id: two answers may each add one."""
    raw = frameworks.to_json(value)
    return raw | {"nodes": sorted(raw["nodes"], key=lambda node: node["id"])}


def test_its_own_names_have_a_place_in_the_program(shipped: tuple[Path, Framework]) -> None:
    _, value = shipped
    assert {"criterion", "evidence", "group"} <= value.terms.keys() <= TERMS.keys()
    assert all(value.terms.values())


def test_periods_and_steps_can_be_planned(shipped: tuple[Path, Framework]) -> None:
    _, value = shipped
    assert value.periods
    assert value.steps
    for known in value.periods:
        assert period(value, known.code, 2026).title == f"{known.name} 2026"
        assert len(steps(value, known.code, 2026)) == len(value.steps)
        assert rounds(value, known.code, 2026)[0].number == 1


def test_what_is_missing_is_a_number_or_a_named_group(shipped: tuple[Path, Framework]) -> None:
    _, value = shipped
    lack = lacking(value)
    assert lack.criteria > 0 or lack.uncounted
    assert lack.points == value.totals.maximum.value
