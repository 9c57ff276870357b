"""What an agency answers: one response per node, kept as typed; empty, zero and not applicable stay three things."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Any

from app.domain import codec
from app.domain.agency import Profile as Profile
from app.domain.framework import Criterion, Framework, Ground, Input, InputKind, Placed, StatedBy
from app.domain.numbers import exact_text, parse_decimal
from app.errors import AppError, Several

YES, NO = "yes", "no"
ABSENT = "none"  # the answer "there is no such figure" to an input that allows it


class EvidenceLevel(StrEnum):
    """How far a node is proven."""

    NONE = "none"
    INCOMPLETE = "incomplete"
    SUFFICIENT = "sufficient"


class ResponseState(StrEnum):
    """The state of one criterion as the tree shows it."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    MISSING_EVIDENCE = "missing_evidence"
    INCOMPLETE_EVIDENCE = "incomplete_evidence"
    COMPLETE = "complete"
    NOT_APPLICABLE = "not_applicable"
    CONTESTED = "contested"


@dataclass(frozen=True, kw_only=True)
class Citation:
    """A paper that proves something: number/symbol, date as written, issuer, subject, page or section."""

    number: str = ""
    date: str = ""
    issuer: str = ""
    subject: str = ""
    page: str = ""


@dataclass(frozen=True, kw_only=True)
class Response:
    """One agency's answer at one node.

    `inputs`: decimal text, "yes"/"no", an option's key or "none"; left out is empty.

    `points`: only where the rule is a person's judgement. `evidence`: how far it is proven.
    """

    inputs: Mapping[str, str] = field(default_factory=dict)
    not_applicable: str | None = None
    explanation: str = ""
    evidence: EvidenceLevel = EvidenceLevel.NONE
    points: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing that scores stands in it."""
        return not any(self.inputs.values()) and self.not_applicable is None and self.points is None


EMPTY = Response()


NOBODY = Profile()


@dataclass(frozen=True, kw_only=True)
class Answers:
    """All responses of one agency by node id."""

    responses: Mapping[str, Response] = field(default_factory=dict)
    profile: Profile = Profile()


def check_value(input_: Input, text: str) -> None:
    """Nothing, or why `text` can't stand in this input: `AppError("input.…", label=…, …)`."""
    if text == "" or (text == ABSENT and input_.may_be_absent):
        return
    told = {"label": input_.label, "text": text[:40]}
    if input_.kind is InputKind.YES_NO:
        if text not in (YES, NO):
            raise AppError("input.not_yes_no", **told)
    elif input_.kind is InputKind.CHOICE:
        if text not in {option.key for option in input_.options}:
            raise AppError("input.not_an_option", **told)
    else:
        _check_number(input_, text, told)


def _check_number(input_: Input, text: str, told: dict[str, str]) -> None:
    try:
        value = parse_decimal(text)
    except AppError as error:
        raise AppError("input.not_a_number", **told) from error
    if input_.kind is InputKind.INTEGER and value.denominator != 1:
        raise AppError("input.not_whole", **told)
    low = input_.minimum.value if input_.minimum is not None else None
    high = input_.maximum.value if input_.maximum is not None else None
    if (low is not None and value < low) or (high is not None and value > high):
        allowed = f"≥ {input_.minimum}" if high is None else f"≤ {input_.maximum}"
        if low is not None and high is not None:
            allowed = f"{input_.minimum} – {input_.maximum}"
        raise AppError("input.out_of_range", **told, allowed=allowed)


def check_points(place: Placed, text: str | None) -> Fraction | None:
    """Points typed by a person: between 0 and the maximum (a penalty: between its negative maximum and 0)."""
    if text is None or text == "":
        return None
    value = parse_decimal(text)
    low, high = min(place.maximum, Fraction(0)), max(place.maximum, Fraction(0))
    if not low <= value <= high:
        raise AppError("points.out_of_range", text=text, minimum=exact_text(low), maximum=exact_text(high))
    return value


def applicable_grounds(framework: Framework, place: Placed, profile: Profile) -> tuple[Ground, ...]:
    """The grounds an agency may claim at this node."""
    return tuple(
        ground
        for ground in framework.grounds
        if ground.stated_by is StatedBy.AGENCY and acts_on(framework, ground, place, profile)
    )


def acts_on(framework: Framework, ground: Ground, place: Placed, profile: Profile) -> bool:
    """Whether a ground may act on this very node for this kind of agency."""
    if ground.target_groups and profile.target_group and profile.target_group not in ground.target_groups:
        return False
    if not ground.nodes:
        return True
    named = (framework.index.find(name) for name in ground.nodes)
    return any(found is not None and found.id == place.id for found in named)


def claimed_ground(framework: Framework, place: Placed, response: Response, profile: Profile) -> Ground | None:
    """The ground a response claims, if the agency may claim it here; a trait it has may be claimed as well."""
    for ground in framework.grounds:
        if ground.code == response.not_applicable and acts_on(framework, ground, place, profile):
            known = ground.stated_by is StatedBy.TRAIT and ground.trait in profile.traits
            return ground if known or ground.stated_by is StatedBy.AGENCY else None
    return None


def ground_of(framework: Framework, place: Placed, response: Response, profile: Profile) -> Ground | None:
    """The ground that holds at this very node: from a trait known beforehand, else claimed by the agency.

    A trait acts by itself only where its ground names nodes: it never empties a whole framework.
    """
    for ground in framework.grounds:
        known = ground.stated_by is StatedBy.TRAIT and ground.trait in profile.traits
        if known and ground.nodes and acts_on(framework, ground, place, profile):
            return ground
    return claimed_ground(framework, place, response, profile)


def check_response(
    framework: Framework, place: Placed, response: Response, profile: Profile = NOBODY
) -> list[AppError]:
    """Everything about one response that the framework does not allow an agency with this profile."""
    errors: list[AppError] = []
    criterion = place.criterion
    inputs = {input_.key: input_ for input_ in criterion.inputs} if isinstance(criterion, Criterion) else {}
    for key, text in response.inputs.items():
        if key not in inputs:
            errors.append(AppError("answers.unknown_input", node=place.id, key=key))
            continue
        _collect(errors, place, lambda key=key, text=text: check_value(inputs[key], text))
    ground = response.not_applicable
    if ground is not None and claimed_ground(framework, place, response, profile) is None:
        errors.append(AppError("answers.unknown_ground", node=place.id, ground=ground))
    _collect(errors, place, lambda: check_points(place, response.points))
    return errors


def _collect(errors: list[AppError], place: Placed, check: Any) -> None:
    try:
        check()
    except AppError as error:
        errors.append(AppError(error.code, **{**error.details, "node": place.node.code or place.id}))


@dataclass(frozen=True, kw_only=True)
class AnswersFile:
    """Answers as a file: responses by code or id, and what peers reached, for rules that need it.

    `peers`: for each node, the peers' measures where the rule is relative to the best, else the peers' points.
    """

    responses: Mapping[str, Any] = field(default_factory=dict)
    peers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    target_group: str = ""
    traits: frozenset[str] = frozenset()


def read_answers(framework: Framework, value: Any) -> tuple[Answers, dict[str, tuple[Fraction, ...]]]:
    """Answers and peers from the JSON form; unknown codes, keys, grounds and values are errors, all listed.

    Raises `Several("answers.refused", [...])`, or `AppError("data.malformed")` when the form itself is wrong.
    """
    file = codec.from_json(AnswersFile, value)
    profile = Profile(target_group=file.target_group, traits=file.traits)
    errors: list[AppError] = []
    responses: dict[str, Response] = {}
    for name, raw in file.responses.items():
        place = framework.index.find(name)
        if place is None:
            errors.append(AppError("answers.unknown_node", node=name))
            continue
        if place.id in responses:
            errors.append(AppError("answers.twice", node=name))
        response = _read_response(raw, f"responses.{name}")
        errors += check_response(framework, place, response, profile)
        responses[place.id] = response
    peers: dict[str, tuple[Fraction, ...]] = {}
    for name, texts in file.peers.items():
        place = framework.index.find(name)
        if place is None:
            errors.append(AppError("answers.unknown_node", node=name))
            continue
        try:
            peers[place.id] = tuple(parse_decimal(text) for text in texts)
        except AppError as error:
            errors.append(AppError(error.code, **error.details, node=name))
    if errors:
        raise Several("answers.refused", errors)
    return Answers(responses=responses, profile=profile), peers


def _read_response(raw: Any, path: str) -> Response:
    """A response whose evidence may also be a number of files and whose inputs may be null."""
    if isinstance(raw, dict):
        raw = dict(raw)
        level = raw.get("evidence", 0)
        if isinstance(level, int) and not isinstance(level, bool) and level >= 0:
            raw["evidence"] = EvidenceLevel.SUFFICIENT.value if level else EvidenceLevel.NONE.value
        if isinstance(raw.get("inputs"), dict):
            raw["inputs"] = {key: "" if text is None else text for key, text in raw["inputs"].items()}
    return codec.from_json(Response, raw, path)


def write_answers(framework: Framework, answers: Answers) -> Any:
    """The JSON form of answers, responses in the framework's order."""
    ordered = {id_: answers.responses[id_] for id_ in framework.index.places if id_ in answers.responses}
    file = AnswersFile(
        responses={id_: codec.to_json(response) for id_, response in ordered.items()},
        target_group=answers.profile.target_group,
        traits=answers.profile.traits,
    )
    return codec.to_json(file)
