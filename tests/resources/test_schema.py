"""The schemas, their examples and their guide: current, true to the reader, and leading to the points they promise."""

import copy
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from app.domain import codec
from app.domain import framework as frameworks
from app.domain.assessment import read_answers
from app.domain.checks import Severity, check
from app.domain.codec import Amount
from app.domain.framework import Criterion, Framework, Ground, OpenQuestion
from app.domain.numbers import parse_amount
from app.domain.results import score
from app.domain.rules import Rule
from app.domain.schemas import SCHEMAS, WORDS
from app.domain.scoring import Peers
from app.errors import AppError

RESOURCES = Path(__file__).parents[2] / "resources"
SCHEMA = RESOURCES / "schema"
EXAMPLES = sorted(path.stem for path in (SCHEMA / "examples").glob("*.json") if path.name.count(".") == 1)
SHIPPED = sorted((RESOURCES / "frameworks").rglob("*.json"))


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_files_are_current(name: str) -> None:
    written = json.dumps(SCHEMAS[name](), ensure_ascii=False, indent=1) + "\n"
    assert (SCHEMA / f"{name}.schema.json").read_text(encoding="utf-8") == written
    Draft202012Validator.check_schema(read(SCHEMA / f"{name}.schema.json"))


def test_every_description_is_used() -> None:
    used = set()
    for make in SCHEMAS.values():
        for name, described in make()["$defs"].items():
            used |= {name} | {f"{name}.{f}" if f"{name}.{f}" in WORDS else f for f in described["properties"]}
    assert set(WORDS) - used == set()


# Frameworks --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_shipped_frameworks_fit_the_schema(path: Path, framework_validator: Draft202012Validator) -> None:
    framework_validator.validate(read(path))


def criterion(raw: Any) -> Any:
    return raw["nodes"][0]


BROKEN: dict[str, Callable[[Any], Any]] = {
    "unknown key": lambda raw: raw.update(points=20),
    "misspelled key": lambda raw: criterion(raw).update(titel="x"),
    "number without quotes": lambda raw: criterion(raw).update(maximum=20),
    "comma in a number": lambda raw: criterion(raw).update(maximum="7,5"),
    "divided by zero": lambda raw: criterion(raw).update(maximum="1/0"),
    "no title": lambda raw: criterion(raw).pop("title"),
    "no type": lambda raw: criterion(raw).pop("type"),
    "unknown scale": lambda raw: criterion(raw)["rule"]["scale"].update(type="stairs"),
    "unknown policy": lambda raw: raw.update(zero_denominator="maybe"),
    "half a measure": lambda raw: criterion(raw)["rule"]["measure"].pop("denominator"),
    "nodes as an object": lambda raw: raw.update(nodes={}),
}


@pytest.mark.parametrize("break_it", BROKEN.values(), ids=BROKEN)
def test_a_broken_framework_is_refused_by_schema_and_reader(
    break_it: Callable[[Any], Any], framework_validator: Draft202012Validator
) -> None:
    raw = copy.deepcopy(read(SCHEMA / "examples" / "ratio.json"))
    break_it(raw)
    assert not framework_validator.is_valid(raw)
    with pytest.raises(AppError, match=r"data\.malformed"):
        frameworks.from_json(raw)


AMOUNTS = "0 7.5 -4 75% 1/3 0.5/2 1/0 1/0.0 1/-3 7,5 1e3 +1 .5 5. 1234567890123456 NaN 50%% % 1/3% ٣".split()


@pytest.mark.parametrize("text", [*AMOUNTS, "", " 1", "1\n"])
def test_amounts_mean_the_same_to_schema_and_reader(text: str) -> None:
    inner = SCHEMAS["framework"]()["$defs"]["Totals"]["properties"]["maximum"]
    pattern = inner["pattern"].replace("$", r"\Z")  # as ECMA 262 reads it
    try:
        codec.from_json(Amount, text)
    except AppError:
        assert not re.search(pattern, text)
    else:
        assert re.search(pattern, text)


# Answers -----------------------------------------------------------------------------------------------------------

ANSWERS: list[tuple[Any, bool]] = [
    ({}, True),
    ({"responses": {"1": {"inputs": {"may_tinh": "38", "can_bo": "40"}, "evidence": 3}}}, True),
    (
        {"responses": {"1": {"inputs": {"may_tinh": None}, "evidence": "incomplete", "explanation": "chờ số liệu"}}},
        True,
    ),
    ({"responses": {"1": {"inputs": {"may_tinh": 38}}}}, False),
    ({"responses": {"1": {"evidence": "some"}}}, False),
    ({"responses": {"1": {"evidence": -1}}}, False),
    ({"responses": {"1": {"value": "38"}}}, False),
    ({"answers": {}}, False),
    ({"peers": {"1": ["0.5"]}}, True),
    ({"peers": {"1": [0.5]}}, False),
]


@pytest.mark.parametrize(("raw", "fits"), ANSWERS)
def test_answers_mean_the_same_to_schema_and_reader(
    raw: Any, fits: bool, answers_validator: Draft202012Validator
) -> None:
    framework = frameworks.from_json(read(SCHEMA / "examples" / "ratio.json"))
    assert answers_validator.is_valid(raw) is fits
    if fits:
        read_answers(framework, raw)
    else:
        with pytest.raises(AppError):
            read_answers(framework, raw)


# Examples ----------------------------------------------------------------------------------------------------------


def test_there_is_an_example_of_every_rule_and_measure_and_scale() -> None:
    written = "".join((SCHEMA / "examples" / f"{name}.json").read_text(encoding="utf-8") for name in EXAMPLES)
    tags = {
        d["properties"]["type"]["const"] for d in SCHEMAS["framework"]()["$defs"].values() if "type" in d["properties"]
    }
    assert {tag for tag in tags if f'"type": "{tag}"' not in written} == set()


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_give_what_they_promise(
    name: str, framework_validator: Draft202012Validator, answers_validator: Draft202012Validator
) -> None:
    raw, answers_raw, promised = (
        read(SCHEMA / "examples" / f"{name}{end}.json") for end in ("", ".answers", ".expected")
    )
    framework_validator.validate(raw)
    answers_validator.validate(answers_raw)
    framework = frameworks.from_json(raw)
    assert [problem for problem in check(framework) if problem.severity is not Severity.REMARK] == []
    answers, peers = read_answers(framework, answers_raw)
    result = score(framework, answers, Peers(measures=peers, points=peers))
    assert result.total == parse_amount(promised["total"])
    for code, node in promised["nodes"].items():
        place = framework.index.find(code)
        assert place is not None
        got = result.nodes[place.id]
        assert got.points == (None if node["points"] is None else parse_amount(node["points"])), code
        assert got.state == node["state"], code
    assert {place.node.code for place in framework.index.criteria()} == set(promised["nodes"])


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_are_spelled_well(name: str, slips: Callable[[str], list[str]]) -> None:
    framework = frameworks.from_json(read(SCHEMA / "examples" / f"{name}.json"))
    for place in framework.index.criteria():
        assert place.criterion is not None
        labels = [input_.label for input_ in place.criterion.inputs]
        assert [slips(text) for text in (framework.title, place.node.title, place.criterion.method, *labels)] == [
            [] for _ in range(3 + len(labels))
        ]


# The guide ---------------------------------------------------------------------------------------------------------

GUIDE = (SCHEMA / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```json (\w+)\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
KINDS: dict[str, Any] = {
    "framework": Framework,
    "criterion": Criterion,
    "ground": Ground,
    "question": OpenQuestion,
    "rule": Rule,
}


@pytest.mark.parametrize(("kind", "text"), BLOCKS, ids=[f"{at}-{kind}" for at, (kind, _) in enumerate(BLOCKS)])
def test_every_piece_of_the_guide_is_read(kind: str, text: str, answers_validator: Draft202012Validator) -> None:
    value = json.loads(text)
    if kind == "answers":
        answers_validator.validate(value)
    else:
        assert codec.from_json(KINDS[kind], value)


def test_the_guide_misses_nothing() -> None:
    assert len(BLOCKS) == GUIDE.count("```json")
    for name in EXAMPLES:
        assert f"`{name}`" in GUIDE, name
    tags = {
        d["properties"]["type"]["const"] for d in SCHEMAS["framework"]()["$defs"].values() if "type" in d["properties"]
    }
    assert {tag for tag in tags if f'"{tag}"' not in GUIDE and f"`{tag}`" not in GUIDE} == set()


def test_the_first_framework_of_the_guide_is_sound() -> None:
    framework = frameworks.from_json(json.loads(next(text for kind, text in BLOCKS if kind == "framework")))
    assert check(framework) == ()
