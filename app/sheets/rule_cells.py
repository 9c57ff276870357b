"""Scoring rules in cells: the common compositions by name with their figures in columns, any other as JSON.

A composition is used for writing only where it gives back exactly the rule; so nothing depends on the list being
complete. Rules made of parts stand in several lines, each part below with its path: "1", "2", "2.1".
"""

import dataclasses
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.domain import codec
from app.domain.codec import Amount
from app.domain.rules import (
    FULL_GRADE,
    NO_GRADE,
    Alternative,
    AsPoints,
    Band,
    BandKind,
    Bands,
    Best,
    Choice,
    Computed,
    Deductions,
    Gate,
    Grade,
    Growth,
    Inverse,
    Items,
    Judgement,
    Ladder,
    Number,
    Options,
    Part,
    Periods,
    PerPeriod,
    PerPopulation,
    Policy,
    Ratio,
    RelativeToBest,
    Rounding,
    Rule,
    Scored,
    ShareOfItems,
    Sum,
    Ticks,
    TimesMaximum,
    UnitPoints,
    YesNo,
)
from app.errors import AppError
from app.sheets.cells import Unfit, clean
from app.sheets.grade_text import bands_in, bands_of, grades_in, grades_of, rounding_in, rounding_of
from app.sheets.kinds import AMOUNT, TEXT, WHOLE, Words, Written, codes_in
from app.sheets.tables import Column

Values = dict[str, Any]
SUM, BEST, GATE, OTHER = "Tổng các phần", "Trường hợp cao điểm nhất", "Có điều kiện mới tính", "Khác (JSON)"

# where the fields of a measure or scale stand
_FIELDS: Mapping[type[Any], Mapping[str, str]] = {
    YesNo: {"input": "main"},
    Choice: {"input": "main"},
    Ticks: {"inputs": "main"},
    Periods: {"inputs": "main"},
    Number: {"input": "main"},
    Ratio: {"numerator": "main", "denominator": "other"},
    Computed: {"expression": "main"},
    PerPopulation: {"count": "main", "population": "other", "per": "per"},
    Growth: {"current": "main", "previous": "other", "no_previous": "no_previous"},
    Judgement: {},
    Options: {"grades": "grades"},
    Items: {"grades": "grades"},
    ShareOfItems: {},
    PerPeriod: {"grades": "grades"},
    TimesMaximum: {},
    Bands: {"bands": "grades"},
    UnitPoints: {"points": "points"},
    Ladder: {"start": "start", "start_points": "start_points", "each": "step", "points": "points"},
    Deductions: {"each": "grades", "start": "grades"},
    Inverse: {},
    AsPoints: {},
}


class UnfitAt(Exception):
    """A rule cannot be made of a line: the column at fault, what it should hold, and the path of the part."""

    def __init__(self, column: str, unfit: Unfit, path: str = "") -> None:
        super().__init__(column)
        self.column = column
        self.unfit = unfit
        self.path = path


@dataclass(frozen=True)
class Composition:
    """A named pair of measure and scale. `bands` makes the bands from threshold and floor, where that is its point."""

    word: str
    measure: type[Any]
    scale: type[Any]
    relative: bool = False
    bands: Callable[[Amount, Amount | None], tuple[Band, ...]] | None = None
    fixed: Mapping[str, Any] = field(default_factory=dict)


def _literal(threshold: Amount, floor: Amount | None) -> tuple[Band, ...]:
    below = Band(at_least=floor, below=threshold, kind=BandKind.LITERAL)
    return (Band(at_least=threshold), below, *_nothing_below(floor))


def _rescaled(threshold: Amount, floor: Amount | None) -> tuple[Band, ...]:
    below = Band(at_least=floor, below=threshold, kind=BandKind.RESCALED, threshold=threshold)
    return (Band(at_least=threshold), below, *_nothing_below(floor))


def _all_or_nothing(threshold: Amount, floor: Amount | None) -> tuple[Band, ...]:
    return (Band(at_least=threshold), Band(below=threshold, grade=NO_GRADE))


def _nothing_below(floor: Amount | None) -> tuple[Band, ...]:
    return () if floor is None else (Band(below=floor, grade=NO_GRADE),)


COMPOSITIONS = (
    Composition("Có hoặc không", YesNo, Options),
    Composition("Chọn một phương án", Choice, Options),
    Composition("Cộng điểm các mục có", Ticks, Items),
    Composition("Tỷ lệ mục có trên danh sách", Ticks, ShareOfItems),
    Composition("Số mục có, theo khoảng", Ticks, Bands),
    Composition("Số lượng, theo khoảng", Number, Bands),
    Composition("Số lượng nhân điểm đơn vị", Number, UnitPoints),
    Composition("Số lượng, điểm theo bậc thêm", Number, Ladder),
    Composition("Số lượng, trừ dần từ mức đầu", Number, Deductions),
    Composition("Số nhập vào là điểm", Number, AsPoints),
    Composition("Số nhập vào nhân điểm tối đa", Number, TimesMaximum),
    Composition("Tỷ lệ nhân điểm tối đa", Ratio, TimesMaximum),
    Composition("Tỷ lệ, đạt tối đa từ ngưỡng", Ratio, Bands, bands=_literal),
    Composition("Tỷ lệ, quy đổi theo ngưỡng", Ratio, Bands, bands=_rescaled),
    Composition("Tỷ lệ, đạt ngưỡng mới có điểm", Ratio, Bands, bands=_all_or_nothing),
    Composition("Tỷ lệ, theo khoảng", Ratio, Bands),
    Composition("Tỷ lệ, càng thấp càng tốt", Ratio, Inverse, fixed={"is_confirmed": True}),
    Composition("Tỷ lệ, càng thấp càng tốt (chưa xác nhận)", Ratio, Inverse),
    Composition("Công thức nhân điểm tối đa", Computed, TimesMaximum),
    Composition("Công thức, theo khoảng", Computed, Bands),
    Composition("Công thức cho ra điểm", Computed, AsPoints),
    Composition("Trên số dân, theo khoảng", PerPopulation, Bands),
    Composition("Tăng trưởng so với kỳ trước, theo khoảng", Growth, Bands),
    Composition("Tỷ lệ so với nơi cao nhất", Ratio, TimesMaximum, relative=True),
    Composition("Số lượng so với nơi cao nhất", Number, TimesMaximum, relative=True),
    Composition("Trên số dân, so với nơi cao nhất", PerPopulation, TimesMaximum, relative=True),
    Composition("Đúng hạn từng kỳ", Periods, PerPeriod),
    Composition("Chấm điểm theo đánh giá, có lý do", Judgement, AsPoints),
)
_BY_WORD = {item.word: item for item in COMPOSITIONS}

_ROUNDING = Written(type=Rounding, form=rounding_of, parse=rounding_in, expected="rounding")
_KINDS = Words(
    choices=(*_BY_WORD, GATE, SUM, BEST, OTHER),
    pairs=tuple((word, word) for word in (*_BY_WORD, GATE, SUM, BEST, OTHER)),
)
_OWN_COLUMNS = (  # what only some ways to score need
    Column("main", "Số liệu hoặc tử số", TEXT, 22, "Mã số liệu hoặc công thức; nhiều mã cách nhau dấu ;", empty=""),
    Column("other", "Mẫu số, dân số, kỳ trước", TEXT, 20, "Với cách tính có điều kiện: câu trả lời phải có.", empty=""),
    Column("per", "Tính trên (dân)", WHOLE, 10, "100 hoặc 1000.", empty=None),
    Column("threshold", "Ngưỡng đạt tối đa", AMOUNT, 11, "Ví dụ 75%.", empty=None),
    Column("floor", "Ngưỡng bắt đầu có điểm", AMOUNT, 11, "Để trống nếu tính từ 0.", empty=None),
    Column("grades", "Bảng điểm", TEXT, 34, "Ví dụ “có: tối đa”, “từ 50%: 1/2 tối đa”; mỗi dòng một mục.", empty=""),
    Column("points", "Điểm mỗi đơn vị, mỗi bậc", AMOUNT, 11, "", empty=None),
    Column("start", "Bậc đầu từ", AMOUNT, 10, "", empty=None),
    Column("start_points", "Điểm ở bậc đầu", AMOUNT, 10, "", empty=None),
    Column("step", "Mỗi bậc thêm", AMOUNT, 10, "", empty=None),
    Column("no_previous", "Khi không có kỳ trước", Words.of(Policy), 20, "", empty=None),
    Column("cap", "Không quá (điểm)", AMOUNT, 10, "", empty=None),
    Column("rounding", "Làm tròn đến", _ROUNDING, 12, "Ví dụ 0,25 hoặc “0,25 xuống”.", empty=None),
    Column("json", "Cách tính khác (JSON)", TEXT, 14, "Do phần mềm ghi khi không có tên gọi sẵn.", empty=""),
)
RULE_COLUMNS = (
    Column("kind", "Cách tính điểm", _KINDS, 30, "Chọn trong danh sách; xem trang Hướng dẫn.", empty=None),
    *(dataclasses.replace(column, is_optional=True) for column in _OWN_COLUMNS),
)


# Writing -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class RuleLine:
    """One line: `path` is "" for the whole rule; label, maximum and zero_denominator are those of a part."""

    path: str
    values: Values
    label: str = ""
    maximum: Amount | None = None
    zero_denominator: Policy | None = None


def lines_of(rule: Rule) -> list[RuleLine]:
    """The lines of a rule, the whole first; in JSON where the lines would not read back as this very rule."""
    try:
        lines = list(_lines(rule, RuleLine("", {})))
        if rule_from({line.path: line for line in lines}) == rule:
            return lines
    except (UnfitAt, Unfit):  # a grade that says nothing has no words
        pass
    return [RuleLine("", _as_json(rule))]


def _lines(rule: Rule, place: RuleLine) -> Iterable[RuleLine]:
    def line(values: Values) -> RuleLine:
        return RuleLine(place.path, values, place.label, place.maximum, place.zero_denominator)

    if isinstance(rule, Scored):
        yield line(_scored_values(rule))
    elif isinstance(rule, Gate):
        yield line({"kind": GATE, "main": rule.input, "other": rule.expects, "grades": _otherwise(rule)})
        yield from _lines(rule.then, RuleLine(_below(place.path, 1), {}))
    elif isinstance(rule, Sum):
        yield line({"kind": SUM})
        for at, part in enumerate(rule.parts, start=1):
            label = clean(part.label).strip()
            below = RuleLine(_below(place.path, at), {}, label, part.maximum, part.zero_denominator)
            yield from _lines(part.rule, below)
    else:
        yield line({"kind": BEST})
        for at, case in enumerate(rule.alternatives, start=1):
            yield from _lines(case.rule, RuleLine(_below(place.path, at), {}, clean(case.label).strip()))


def _below(path: str, at: int) -> str:
    return f"{path}.{at}" if path else str(at)


def _otherwise(rule: Gate) -> str:
    return grades_of({"không đạt": rule.otherwise})


def _scored_values(rule: Scored) -> Values:
    for composition in COMPOSITIONS:
        try:
            values = _described(composition, rule)
            if values is not None and _composed(composition, values) == rule:
                return values
        except (UnfitAt, Unfit):
            continue
    return _as_json(rule)


def _as_json(rule: Rule) -> Values:
    return {"kind": OTHER, "json": json.dumps(codec.to_json(rule))}


def _described(composition: Composition, rule: Scored) -> Values | None:
    """The cells of a rule under this name; None when measure or scale are others."""
    measure: Any = rule.measure
    if isinstance(measure, RelativeToBest) is not composition.relative:
        return None
    measure = measure.of if isinstance(measure, RelativeToBest) else measure
    if type(measure) is not composition.measure or type(rule.scale) is not composition.scale:
        return None
    values: Values = {"kind": composition.word, "cap": rule.cap, "rounding": rule.rounding}
    for item in (measure, rule.scale):
        for name, column in _FIELDS[type(item)].items():
            values[column] = _cell_value(item, name)
    if composition.bands is not None and isinstance(rule.scale, Bands):
        del values["grades"]
        bands = rule.scale.bands
        values["threshold"] = bands[0].at_least if bands else None
        values["floor"] = bands[1].at_least if len(bands) > 1 else None
    return values


def _cell_value(item: Any, name: str) -> Any:
    if isinstance(item, Deductions):
        return grades_of({"ban đầu": item.start, "mỗi đơn vị": item.each})
    value = getattr(item, name)
    if name == "grades":
        return grades_of(value)
    if name == "bands":
        return bands_of(value)
    if name == "inputs":
        return clean("; ".join(value)).strip()
    return clean(value).strip() if type(value) is str else value


# Reading -----------------------------------------------------------------------------------------------------------


def rule_from(lines: Mapping[str, RuleLine], path: str = "") -> Rule:
    """The rule at `path` with the parts below it, in the order of the lines; raises `UnfitAt`."""
    try:
        return _rule_from(lines, path)
    except UnfitAt as unfit:
        unfit.path = unfit.path or path
        raise


def _rule_from(lines: Mapping[str, RuleLine], path: str) -> Rule:
    values = lines[path].values
    kind = values.get("kind")
    parts = [line for at, line in lines.items() if at and at.rpartition(".")[0] == path]
    if kind == SUM:
        return Sum(parts=tuple(_part(lines, line) for line in parts))
    if kind == BEST:
        cases = (Alternative(label=line.label, rule=rule_from(lines, line.path)) for line in parts)
        return Best(alternatives=tuple(cases))
    if kind == GATE:
        if len(parts) != 1:
            raise UnfitAt("kind", Unfit("one_child"))
        return Gate(
            input=_filled(values, "main"),
            then=rule_from(lines, parts[0].path),
            expects=_answer(values.get("other") or "yes"),
            otherwise=_grades(values, {"không đạt": NO_GRADE}).get("không đạt", NO_GRADE),
        )
    if parts:
        raise UnfitAt("kind", Unfit("one_of", words="; ".join((SUM, BEST, GATE))))
    if kind == OTHER:
        return _from_json(values)
    if kind is None:
        raise UnfitAt("kind", Unfit("filled"))
    return _composed(_BY_WORD[kind], values)


def _part(lines: Mapping[str, RuleLine], line: RuleLine) -> Part:
    if line.maximum is None:
        raise UnfitAt("maximum", Unfit("amount"))
    rule = rule_from(lines, line.path)
    return Part(label=line.label, maximum=line.maximum, rule=rule, zero_denominator=line.zero_denominator)


def _answer(text: str) -> str:
    return {"có": "yes", "không": "no"}.get(text.casefold(), text)


def _from_json(values: Values) -> Rule:
    try:
        rule: Rule = codec.from_json(Rule, json.loads(values.get("json") or ""))  # type: ignore[arg-type]
    except (ValueError, RecursionError, AppError) as error:
        raise UnfitAt("json", Unfit("json")) from error
    return rule


def _composed(composition: Composition, values: Values) -> Scored:
    try:
        return _made(composition, values)
    except AppError as error:  # a threshold or step of zero
        column = "threshold" if composition.bands is not None else "step"
        raise UnfitAt(column, Unfit("positive")) from error


def _made(composition: Composition, values: Values) -> Scored:
    measure = composition.measure(**_arguments(composition.measure, values))
    if composition.relative:
        measure = RelativeToBest(of=measure)
    if composition.bands is not None:
        scale: Any = Bands(bands=composition.bands(_filled(values, "threshold"), values.get("floor")))
    else:
        scale = composition.scale(**_arguments(composition.scale, values), **composition.fixed)
    return Scored(measure=measure, scale=scale, cap=values.get("cap"), rounding=values.get("rounding"))


def _arguments(kind: type[Any], values: Values) -> Values:
    arguments: Values = {}
    for name, column in _FIELDS[kind].items():
        if kind is Deductions:
            grades = _grades(values, {"ban đầu": FULL_GRADE})
            if "mỗi đơn vị" not in grades:
                raise UnfitAt("grades", Unfit("grades"))
            arguments = {"start": grades.get("ban đầu", FULL_GRADE), "each": grades["mỗi đơn vị"]}
        elif name == "grades":
            arguments[name] = _grades(values, {"yes": FULL_GRADE, "no": NO_GRADE} if kind is Options else None)
        elif name == "bands":
            arguments[name] = _read(column, bands_in, _filled(values, column))
        elif name == "inputs":
            arguments[name] = codes_in(_filled(values, column))
        elif name in ("per", "no_previous"):
            if values.get(column) is not None:
                arguments[name] = values[column]
        else:
            arguments[name] = _filled(values, column)
    return arguments


def _grades(values: Values, default: Mapping[str, Grade] | None) -> Mapping[str, Grade]:
    text = values.get("grades") or ""
    if not text and default is not None:
        return default
    grades: Mapping[str, Grade] = _read("grades", grades_in, _filled(values, "grades"))
    return grades


def _filled(values: Values, column: str) -> Any:
    value = values.get(column)
    if value is None or value == "":
        raise UnfitAt(column, Unfit("filled"))
    return value


def _read(column: str, parse: Callable[[str], Any], text: str) -> Any:
    try:
        return parse(text)
    except Unfit as unfit:
        raise UnfitAt(column, unfit) from unfit
