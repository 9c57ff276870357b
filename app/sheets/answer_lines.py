"""Lines of a filled answers form, put together to responses."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from app.domain.assessment import ABSENT, NO, YES, EvidenceLevel, Profile, Response, acts_on, check_points, check_value
from app.domain.framework import Framework, Ground, Input, InputKind, Placed
from app.domain.numbers import exact_text
from app.domain.text import fold
from app.errors import AppError
from app.sheets import cells
from app.sheets.cells import Found, Unfit
from app.sheets.grade_text import amount_text
from app.sheets.kinds import Words, unknown_word
from app.sheets.tables import Column, Line, Notes

ABSENT_WORD = "Không có"
_LEVELS = Words.of(EvidenceLevel)


@dataclass(frozen=True)
class _AsFound:
    """A cell kept as it is: what it should hold depends on the line."""

    choices: tuple[str, ...] = ()
    none_word: str = ""

    def put(self, cell: Any, value: Any) -> None:
        raise NotImplementedError

    def take(self, found: Found, above: Sequence[Any]) -> Any:
        return found


@dataclass
class _Collected:
    """One node's response so far."""

    place: Placed
    inputs: dict[str, str] = field(default_factory=dict)
    ground: str | None = None
    points: str | None = None
    evidence: EvidenceLevel = EvidenceLevel.NONE
    explanation: str = ""

    @property
    def response(self) -> Response:
        return Response(
            inputs=self.inputs,
            not_applicable=self.ground,
            explanation=self.explanation,
            evidence=self.evidence,
            points=self.points,
        )


def ground_word(ground: Ground) -> str:
    """A ground as it stands in the form: its code and its words."""
    return " – ".join(part for part in (ground.code, " ".join(ground.words.split())) if part)[:250]


def option_words(input_: Input) -> dict[str, str]:
    """The words of the answers of a yes/no or a choice, by key; where words repeat or clash, the key itself."""
    if input_.kind is InputKind.YES_NO:
        return {YES: "Có", NO: "Không"}
    if input_.kind is not InputKind.CHOICE:
        return {}
    labels = {option.key: " ".join(cells.clean(option.label).split()) for option in input_.options}
    taken = [fold(word) for word in (*labels.values(), *labels, ABSENT_WORD)]
    return {key: label if label and taken.count(fold(label)) == 1 + (fold(key) == fold(label)) else key
            for key, label in labels.items()}  # fmt: skip


class AnswerReader:
    """Takes the lines of a form one by one."""

    def __init__(self, framework: Framework, profile: Profile, notes: Notes) -> None:
        self._framework = framework
        self._profile = profile
        self._notes = notes
        self._collected: dict[str, _Collected] = {}
        self._filled: dict[tuple[str, str], str] = {}
        self._last: Placed | None = None

    def columns(self, columns: Sequence[Column]) -> tuple[Column, ...]:
        """The form's columns, with cells kept as found where reading them needs the line."""
        return tuple(
            dataclasses.replace(column, kind=_AsFound(), empty=None, is_optional=column.is_optional)
            for column in columns
        )

    def responses(self) -> dict[str, Response]:
        """The responses that hold anything, in the framework's order."""
        gathered = {id_: item.response for id_, item in self._collected.items()}
        ordered = (id_ for id_ in self._framework.index.places if id_ in gathered)
        return {id_: gathered[id_] for id_ in ordered if gathered[id_] != Response()}

    def add(self, line: Line) -> None:
        """Adds one line; what does not fit is noted."""
        place = self._place(line)
        if place is None:
            return
        self._last = place
        collected = self._collected.setdefault(place.id, _Collected(place))
        if line["value"] is not None:
            self._take(line, "value", lambda found: self._add_value(collected, line, found))
        for name, add in (
            ("points", self._add_points),
            ("ground", self._add_ground),
            ("evidence", self._add_evidence),
            ("explanation", self._add_explanation),
        ):
            if line[name] is not None:
                self._take(line, name, lambda found, add=add: add(collected, found))

    def _take(self, line: Line, name: str, add: Any) -> None:
        try:
            add(line[name])
        except Unfit as unfit:
            line.note(self._notes, name, unfit.expected, **unfit.values)

    # Which node, which input ---------------------------------------------------------------------------------------

    def _place(self, line: Line) -> Placed | None:
        """The node of a line: by its hidden id, else its code, else the one of the line above."""
        for name in ("id", "code"):
            if line[name] is not None:
                try:
                    return self._known(cells.codes_of(line[name]))
                except Unfit as unfit:
                    line.note(self._notes, name, unfit.expected, **unfit.values)
                    return None
        is_answer = any(line[name] is not None for name in ("value", "points", "ground", "explanation", "evidence"))
        if is_answer and self._last is None:
            line.note(self._notes, "title", "known_code", title="Tiêu chí")
        return self._last if is_answer else None

    def _known(self, codes: tuple[str, ...]) -> Placed:
        index = self._framework.index
        found = {place.id: place for place in map(index.find, codes) if place is not None}
        if len(found) == 1:
            return next(iter(found.values()))
        if found:
            raise Unfit("code_as_text", example=codes[-1])
        raise unknown_word(codes[0], [place.node.code or place.id for place in index.places.values()])

    def _input(self, place: Placed, line: Line) -> Input:
        inputs = place.criterion.inputs if place.criterion is not None else ()
        if line["key"] is not None:
            key = fold(cells.text_of(line["key"]))
            named = [item for item in inputs if fold(item.key) == key]
            exact = [item for item in named if item.key == cells.text_of(line["key"])]
            named = exact or named
        else:
            title = fold(cells.text_of(line["title"])) if line["title"] is not None else ""
            named = [item for item in inputs if fold(item.label) == title]
        if len(named) == 1:
            return named[0]
        if len(inputs) == 1 and line["key"] is None:
            return inputs[0]
        raise Unfit("input_place" if inputs else "empty_here")

    # Fields --------------------------------------------------------------------------------------------------------

    def _add_value(self, collected: _Collected, line: Line, found: Found) -> None:
        input_ = self._input(collected.place, line)
        text = value_in(input_, found)
        other = self._filled.setdefault((collected.place.id, input_.key), found.place)
        if other != found.place:
            raise Unfit("unique", other=other)
        collected.inputs[input_.key] = text

    def _add_points(self, collected: _Collected, found: Found) -> None:
        text = cells.decimal_of(found)
        try:
            check_points(collected.place, text)
        except AppError as error:
            maximum = collected.place.maximum
            low, high = min(maximum, Fraction(0)), max(maximum, Fraction(0))
            raise _outside(error, exact_text(low), exact_text(high)) from error
        self._once(collected, "points", found)
        collected.points = text

    def _add_ground(self, collected: _Collected, found: Found) -> None:
        asked = fold(cells.text_of(found))
        allowed = [
            ground
            for ground in self._framework.grounds
            if acts_on(self._framework, ground, collected.place, self._profile)
        ]
        for ground in allowed:
            if asked in (fold(ground_word(ground)), fold(ground.code), fold(ground.words)):
                self._once(collected, "ground", found)
                collected.ground = ground.code
                return
        raise Unfit("ground")

    def _add_evidence(self, collected: _Collected, found: Found) -> None:
        self._once(collected, "evidence", found)
        try:
            count = cells.whole_of(found)
            level = EvidenceLevel.SUFFICIENT if count > 0 else EvidenceLevel.NONE
        except Unfit:
            try:
                level = _LEVELS.value(cells.text_of(found))
            except Unfit as unfit:
                raise Unfit("evidence_level") from unfit
        collected.evidence = level

    def _add_explanation(self, collected: _Collected, found: Found) -> None:
        text = cells.text_of(found)
        collected.explanation = "\n".join(part for part in (collected.explanation, text) if part)

    def _once(self, collected: _Collected, name: str, found: Found) -> None:
        """The fields of a node may stand in any of its lines, but only once."""
        if self._filled.setdefault((collected.place.id, f"\n{name}"), found.place) != found.place:
            raise Unfit("empty_here")


def value_in(input_: Input, found: Found) -> str:
    """The answer a cell gives to an input, as it is stored; raises `Unfit`."""
    words = option_words(input_)
    shown = fold(found.value) if isinstance(found.value, str) else ""
    for key, word in words.items():
        if shown and shown in (fold(word), fold(key)):
            return key
    if input_.may_be_absent and shown in (fold(ABSENT_WORD), ABSENT):
        return ABSENT
    if input_.kind is InputKind.YES_NO:
        return YES if cells.is_yes(found) else NO
    if words or input_.kind is InputKind.CHOICE:
        return _option(input_, words, cells.text_of(found))
    text = cells.decimal_of(found, input_.unit.strip().startswith("%"))
    try:
        check_value(input_, text)
    except AppError as error:
        raise _outside(error, input_.minimum or "", input_.maximum or "") from error
    return text


def _option(input_: Input, words: dict[str, str], text: str) -> str:
    for option in input_.options:
        if fold(text) in (fold(option.key), fold(option.label)):
            return option.key
    raise unknown_word(text, list(words.values()))


def _outside(error: AppError, low: str, high: str) -> Unfit:
    """What a refused number should have been, given its bounds as texts ("" : none)."""
    if error.code == "input.not_whole":
        return Unfit("whole")
    if low and high:
        return Unfit("number_between", low=amount_text(low), high=amount_text(high))
    if low:
        return Unfit("number_from", low=amount_text(low))
    return Unfit("number_up_to", high=amount_text(high)) if high else Unfit("number")
