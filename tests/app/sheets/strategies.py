"""Frameworks and answers of every shape: each rule class, hostile texts, amounts in every notation."""

import datetime
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from app.domain import deadline, rules
from app.domain import framework as f
from app.domain.assessment import Answers, EvidenceLevel, Profile, Response, acts_on
from app.domain.codec import Amount
from app.domain.text import clean_lines

PIECES = [
    "Tỷ lệ hồ sơ",
    "xã Hoà Bình",
    "=1+1",
    "<img src='//10.0.0.9/s/x.png'>",
    "R&D a<b",
    "_x0041_",
    "[",
    "]",
    "{",
    '"',
    ";",
    ":",
    " = ",
    "\n",
    "  ",
    "-2",
    "+1",
    "@cmd",
    "'",
    "#N/A",
    "75 %",
    "1.234,5",
    "4.10",
    "đ",
    "(",
    ")",
    "tối đa",
    "điểm",
    ",",
    "không giới hạn",
    "có",
    "01/03/2026",
    "TRUE",
    "_x000D_",
    " – hết hiệu lực 01/01/2020",
    "\\",
    "/",
    "*",
    "😀",
]
anything = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=5).map("".join)
texts = anything.map(lambda text: clean_lines(text).strip())
filled = texts.filter(bool)
names = st.from_regex(r"[a-z][a-z0-9_]{0,6}", fullmatch=True) | filled
keys = st.from_regex(r"[a-z][a-z0-9_]{0,6}", fullmatch=True)
days = st.dates(datetime.date(1890, 1, 1), datetime.date(2200, 1, 1))
amounts = st.sampled_from(
    "0 1 7 10 7.5 7.50 0.25 75% 33.3% 75.0% 1/2 1/3 0.5/2 -4 -0 007 1.500 1500 1234.5 0.000000000001 100% "
    "123456789012345 123456789012345.123456789012 -0.25".split()
).map(Amount)
positive = amounts.filter(lambda amount: amount.value > 0)
policies = st.sampled_from(rules.Policy)
few = lambda strategy: st.lists(strategy, max_size=3).map(tuple)  # noqa: E731
maybe = lambda strategy: st.none() | strategy  # noqa: E731

grades = st.builds(rules.Grade, points=amounts) | st.builds(rules.Grade, fraction=amounts) | st.builds(rules.Grade)
tables = st.dictionaries(names | st.sampled_from(["yes", "no", "có"]), grades, max_size=3)


def between(kind: type[Any], /, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Intervals of a class: on each side one of two limits, or none."""
    lows = st.sampled_from(["at_least", "above"])
    highs = st.sampled_from(["below", "up_to"])
    return st.tuples(lows, highs).flatmap(
        lambda sides: st.builds(kind, **dict.fromkeys(sides, maybe(amounts)), **fields)  # type: ignore[arg-type]
    )


bands = between(rules.Band, kind=st.sampled_from(rules.BandKind), grade=grades, threshold=maybe(positive))
formulas = names | st.sampled_from(["(a + b) / c", "min(a, 5) * 2"])
plain_measures = st.one_of(
    st.builds(rules.Number, input=names),
    st.builds(rules.Ratio, numerator=formulas, denominator=formulas),
    st.builds(rules.Computed, expression=formulas),
    st.builds(rules.PerPopulation, count=names, population=names, per=st.sampled_from([100, 1000])),
)
measures = st.one_of(
    plain_measures,
    st.builds(rules.YesNo, input=names),
    st.builds(rules.Choice, input=names),
    st.builds(rules.Ticks, inputs=few(names)),
    st.builds(rules.Periods, inputs=few(names)),
    st.builds(rules.Growth, current=names, previous=names, no_previous=policies),
    st.builds(rules.RelativeToBest, of=plain_measures),
    st.builds(rules.Judgement),
)
scales = st.one_of(
    st.builds(rules.Options, grades=tables),
    st.builds(rules.Items, grades=tables),
    st.builds(rules.ShareOfItems),
    st.builds(rules.PerPeriod, grades=tables),
    st.builds(rules.TimesMaximum),
    st.builds(rules.Bands, bands=few(bands)),
    st.builds(rules.UnitPoints, points=amounts),
    st.builds(rules.Ladder, start=amounts, start_points=amounts, each=positive, points=amounts),
    st.builds(rules.Deductions, each=grades, start=grades),
    st.builds(rules.Inverse, is_confirmed=st.booleans()),
    st.builds(rules.AsPoints),
)
roundings = st.builds(rules.Rounding, unit=positive, mode=st.sampled_from(rules.RoundingMode))
scored = st.builds(rules.Scored, measure=measures, scale=scales, cap=maybe(amounts), rounding=maybe(roundings))


def _combined(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    part = st.builds(rules.Part, label=texts, maximum=amounts, rule=inner, zero_denominator=maybe(policies))
    case = st.builds(rules.Alternative, label=texts, rule=inner)
    return st.one_of(
        st.builds(rules.Gate, input=names, then=inner, expects=names | st.just("yes"), otherwise=grades),
        st.builds(rules.Sum, parts=few(part)),
        st.builds(rules.Best, alternatives=few(case)),
    )


rule_trees = st.recursive(scored, _combined, max_leaves=5)

inputs = st.builds(
    f.Input,
    key=keys,
    label=filled,
    kind=st.sampled_from(f.InputKind),
    unit=texts,
    hint=texts,
    minimum=maybe(amounts),
    maximum=maybe(amounts),
    options=st.lists(st.builds(f.Option, key=keys, label=filled), max_size=3, unique_by=lambda item: item.key).map(
        tuple
    ),
    may_be_absent=st.booleans(),
)
originals = st.dictionaries(filled, filled, max_size=2)
evidence_policies = maybe(st.sampled_from(f.EvidencePolicy))
criteria = st.builds(
    f.Criterion,
    title=filled,
    maximum=amounts,
    rule=rule_trees,
    role=st.sampled_from(f.Role),
    inputs=st.lists(inputs, max_size=3, unique_by=lambda item: item.key).map(tuple),
    method=texts,
    guidance=texts,
    evidence_guidance=few(filled),
    evidence_required=st.booleans(),
    missing_evidence=evidence_policies,
    incomplete_evidence=evidence_policies,
    zero_denominator=maybe(policies),
    target_groups=few(names),
    unit=texts,
    data_source=texts,
    verifier=texts,
    owner=texts,
    legal_basis=few(st.builds(f.LegalBasis, text=filled, ended=maybe(days))),
    note=texts,
    original=originals,
)
groups = st.builds(
    f.Group,
    title=filled,
    maximum=amounts,
    role=st.sampled_from(f.Role),
    declared_count=maybe(st.integers(0, 99)),
    target_groups=few(names),
    note=texts,
    original=originals,
)
deadlines = st.one_of(
    st.builds(deadline.before_day, filled, days),
    st.builds(deadline.through_day, filled, days),
    st.builds(deadline.within_month, filled, st.integers(1900, 2100), st.integers(1, 12)),
    st.builds(deadline.within_quarter, filled, st.integers(1900, 2100), st.integers(1, 4)),
    st.builds(deadline.days_before_agency_date, filled, st.integers(0, 30)),
    st.builds(lambda text, day: deadline.from_to(text, day, day + datetime.timedelta(days=9)), filled, days),
)


def unique(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(strategy, max_size=3, unique_by=lambda item: item.code).map(tuple)


@st.composite
def nodes(draw: st.DrawFn, code: str = "", depth: int = 0) -> tuple[f.Node, ...]:
    """Sibling nodes below `code`; some have an id besides the code, some an id alone, some share a code."""
    made = []
    for at in range(1, draw(st.integers(0, 2 if depth else 3)) + 1):
        own = f"{code}.{at}".strip(".")
        named = draw(st.sampled_from(["code", "both", "id", "shared"]))
        node = draw(groups if depth < 2 and draw(st.booleans()) else criteria)
        if isinstance(node, f.Group):
            node = replace(node, nodes=draw(nodes(own, depth + 1)))
        node = replace(node, code={"id": "", "shared": "x"}.get(named, own), id="" if named == "code" else f"n{own}")
        made.append(node)
    return tuple(made)


values = st.none() | st.booleans() | st.integers(-(10**6), 10**6) | texts
patches = st.dictionaries(
    filled, values | st.lists(values, max_size=2) | st.dictionaries(filled, values, max_size=2), max_size=3
)
options = st.lists(
    st.builds(f.QuestionOption, key=filled, label=filled, sets=patches), max_size=2, unique_by=lambda item: item.key
)
questions = st.builds(
    f.OpenQuestion,
    code=filled,
    words=filled,
    article=texts,
    options=options.map(tuple),
    asks=maybe(st.sampled_from(f.ValueKind)),
    path=texts,
    answer=texts,
    reason=texts,
)
figures = st.sampled_from(f.Figure)
grade_bands = st.builds(
    f.GradeBands,
    reads=figures,
    bands=few(between(f.GradeBand, name=filled)),
    code=filled,
    name=texts,
    pillar=texts,
    target_groups=few(names),
    article=texts,
)
frameworks = st.builds(
    f.Framework,
    id=filled,
    version=filled,
    title=filled,
    totals=st.builds(
        f.Totals,
        maximum=amounts,
        declared_count=maybe(st.integers(0, 99)),
        rescale=st.sampled_from(f.Rescale),
        rescale_to=amounts,
        bonus_cap=maybe(amounts),
        penalty_cap=maybe(amounts),
        bonus_in_percent=st.booleans(),
        is_capped=st.booleans(),
    ),
    nodes=nodes(),
    standing=st.sampled_from(f.Standing),
    notice=texts,
    short_title=texts,
    language=st.sampled_from(["vi", "en"]),
    decimals=st.integers(0, 4),
    regulation=maybe(
        st.builds(
            f.Regulation,
            title=filled,
            id=texts,
            number=texts,
            date=maybe(days),
            issuer=texts,
            kind=texts,
            annex=texts,
            article=texts,
            note=texts,
        )
    ),
    terms=st.dictionaries(filled, texts, max_size=3),
    target_groups=unique(
        st.builds(
            f.TargetGroup,
            code=filled,
            name=filled,
            maximum=maybe(amounts),
            is_ranked=st.booleans(),
            is_banded=st.booleans(),
            declared_count=maybe(st.integers(0, 99)),
            members=few(filled),
        )
    ),
    traits=unique(st.builds(f.Trait, code=filled, name=filled)),
    grounds=unique(
        st.builds(
            f.Ground,
            code=filled,
            words=filled,
            policy=policies,
            article=texts,
            stated_by=st.sampled_from(f.StatedBy),
            trait=texts,
            nodes=few(names),
            target_groups=few(names),
            proof_required=st.booleans(),
        )
    ),
    evidence=st.builds(f.Evidence, missing=evidence_policies, incomplete=evidence_policies, article=texts),
    zero_denominator=policies,
    zero_denominator_article=texts,
    pillars=unique(st.builds(f.Pillar, code=filled, name=filled, nodes=few(names), maximum=maybe(amounts))),
    bands=st.lists(grade_bands, max_size=2, unique_by=lambda item: item.code).map(tuple),
    ranking_tables=unique(
        st.builds(
            f.RankingTable,
            code=filled,
            title=filled,
            measure=figures,
            pillar=texts,
            target_groups=few(names),
            is_split_by_parent=st.booleans(),
            is_common=st.booleans(),
        )
    ),
    steps=unique(
        st.builds(
            f.Step,
            code=filled,
            name=filled,
            kind=st.sampled_from(f.StepKind),
            round=st.integers(1, 3),
            actor=texts,
            column=texts,
            opens=few(st.sampled_from(f.RoundField)),
            deadline=maybe(deadlines),
            article=texts,
        )
    ),
    periods=unique(
        st.builds(
            f.RegularPeriod,
            code=filled,
            name=filled,
            year=st.integers(2000, 2100),
            kind=st.sampled_from(f.PeriodKind),
            data_from=maybe(days),
            data_to=maybe(days),
            deadlines=st.dictionaries(filled, deadlines, max_size=2),
            article=texts,
        )
    ),
    questions=st.tuples(few(filled), unique(questions), few(filled)).map(lambda told: told[0] + told[1] + told[2]),
    remarks=few(st.builds(f.Remark, words=filled, article=texts, problem=texts, node=texts)),
)

decimals = st.decimals(0, 10**9, places=3).map(lambda value: format(value.normalize(), "f"))
typed = decimals | st.sampled_from(["0", "007", "7.50", "123456789012345.123456789012", "1.500"])


def _answer(draw: st.DrawFn, input_: f.Input) -> str:
    if input_.may_be_absent and draw(st.booleans()):
        return "none"
    if input_.kind is f.InputKind.YES_NO:
        return draw(st.sampled_from(["yes", "no"]))
    if input_.kind is f.InputKind.CHOICE:
        return draw(st.sampled_from([option.key for option in input_.options] or [""]))
    if input_.kind is f.InputKind.INTEGER or input_.maximum is not None:
        low = input_.minimum.value if input_.minimum is not None else 0
        high = input_.maximum.value if input_.maximum is not None else low + 5
        return str(int(low)) if low <= int(low) <= high else ""
    return draw(typed) if input_.minimum is None or input_.minimum.value <= 0 else ""


@st.composite
def answers(draw: st.DrawFn, framework: f.Framework) -> Answers:
    """Answers that the framework allows, of a few nodes."""
    profile = Profile(
        target_group=draw(st.sampled_from(["", *(item.code for item in framework.target_groups)])),
        traits=frozenset(draw(st.lists(filled, max_size=2))),
    )
    index = framework.index
    places = [place for place in index.places.values() if index.in_scope(place, profile.target_group)]
    made: dict[str, Response] = {}
    for place in draw(st.lists(st.sampled_from(places), max_size=8, unique_by=lambda item: item.id)) if places else []:
        grounds = [g.code for g in framework.grounds if acts_on(framework, g, place, profile)]
        inputs_ = place.criterion.inputs if place.criterion is not None else ()
        given = {item.key: _answer(draw, item) for item in inputs_ if draw(st.booleans())}
        made[place.id] = Response(
            inputs={key: text for key, text in given.items() if text},
            not_applicable=draw(st.sampled_from([None, *grounds])),
            explanation=draw(texts),
            evidence=draw(st.sampled_from(EvidenceLevel)),
            points=draw(st.sampled_from([None, "0"])),
        )
    return Answers(responses={id_: item for id_, item in made.items() if item != Response()}, profile=profile)
