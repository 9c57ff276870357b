"""Frameworks and answers that hypothesis makes up: any rule that holds together, any inputs that may be typed."""

import itertools

from hypothesis import strategies as st

from app.domain.assessment import Answers, EvidenceLevel, Profile, Response
from app.domain.codec import Amount
from app.domain.framework import (
    Criterion,
    Evidence,
    EvidencePolicy,
    Framework,
    Ground,
    Group,
    Input,
    InputKind,
    Option,
    Pillar,
    TargetGroup,
    Totals,
    Trait,
)
from app.domain.rules import (
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
    RoundingMode,
    Scored,
    ShareOfItems,
    Sum,
    Ticks,
    TimesMaximum,
    UnitPoints,
    YesNo,
)

OPTIONS = ("on_time", "late", "none")
INPUTS = (
    Input(key="n", label="Số cuộc họp", kind=InputKind.INTEGER, unit="cuộc"),
    Input(key="a", label="Số hồ sơ nộp trực tuyến", unit="hồ sơ"),
    Input(key="b", label="Tổng số hồ sơ tiếp nhận", unit="hồ sơ", may_be_absent=True),
    Input(key="y", label="Đã ban hành kế hoạch", kind=InputKind.YES_NO),
    Input(key="z", label="Có kinh phí <b>", kind=InputKind.YES_NO),
    *(
        Input(
            key=key,
            label=f"Quý {key}",
            kind=InputKind.CHOICE,
            options=tuple(Option(key=option, label=option.upper()) for option in OPTIONS),
        )
        for key in ("q", "r")
    ),
)
POLICIES = st.sampled_from(list(Policy))
WHOLE = st.integers(0, 2000).map(str)
DECIMAL = st.decimals(0, 1000, places=2).map(str)
FIGURES = WHOLE | DECIMAL | st.just("") | st.just("0")
AMOUNTS = (st.decimals(0, 30, places=2).map(str) | st.sampled_from(["1/3", "1/2", "75%", "100%"])).map(Amount)
POSITIVE = st.sampled_from(["0.25", "0.01", "1", "3", "1/3", "75%"]).map(Amount)
GRADES = st.builds(Grade, points=AMOUNTS) | st.builds(Grade, fraction=st.sampled_from(["0", "1/2", "1"]).map(Amount))
FORMULAS = st.sampled_from(["a", "n", "b", "a + n", "(a + 1) / (b - n)", "min(a, b) * 0.5", "y * 2 + a"])

NUMBERS = st.one_of(
    st.builds(Number, input=st.sampled_from(["n", "a", "b"])),
    st.builds(Ratio, numerator=FORMULAS, denominator=FORMULAS),
    st.builds(Computed, expression=FORMULAS),
    st.builds(PerPopulation, count=st.just("n"), population=st.just("b"), per=st.sampled_from([100, 1000])),
)
MEASURES = st.one_of(
    NUMBERS,
    st.builds(YesNo, input=st.sampled_from(["y", "z"])),
    st.builds(Ticks, inputs=st.just(("y", "z"))),
    st.builds(Growth, current=st.just("a"), previous=st.just("b"), no_previous=POLICIES),
    st.builds(RelativeToBest, of=NUMBERS),
)


@st.composite
def bands(draw):
    """Bands that meet, from the lowest to the highest or the other way round."""
    edges = sorted(draw(st.lists(st.decimals(0, 2, places=2), min_size=1, max_size=4, unique=True)))
    limits = [None, *(Amount(str(edge)) for edge in edges), None]
    inside = [draw(st.booleans()) for _ in edges]  # whether a limit belongs to the interval below it
    made = [
        Band(
            **({"above" if inside[at - 1] else "at_least": low} if at else {}),
            **({"up_to" if inside[at] else "below": high} if at < len(edges) else {}),
            kind=draw(st.sampled_from(list(BandKind))),
            grade=draw(GRADES),
            threshold=draw(st.none() | POSITIVE),
        )
        for at, (low, high) in enumerate(itertools.pairwise(limits))
    ]
    return Bands(bands=tuple(made if draw(st.booleans()) else reversed(made)))


SCALES = st.one_of(
    st.just(TimesMaximum()),
    bands(),
    st.builds(UnitPoints, points=AMOUNTS),
    st.builds(Ladder, start=AMOUNTS, start_points=AMOUNTS, each=POSITIVE, points=AMOUNTS),
    st.builds(Deductions, start=GRADES, each=GRADES),
    st.just(Inverse(is_confirmed=True)),
    st.just(AsPoints()),
)


def table(*keys):
    return st.fixed_dictionaries(dict.fromkeys(keys, GRADES))


PAIRS = st.one_of(
    st.tuples(MEASURES, SCALES),
    st.tuples(st.just(YesNo(input="y")), st.builds(Options, grades=table("yes", "no"))),
    st.tuples(st.just(Choice(input="q")), st.builds(Options, grades=table(*OPTIONS))),
    st.tuples(st.just(Ticks(inputs=("y", "z"))), st.builds(Items, grades=table("y", "z"))),
    st.tuples(st.just(Ticks(inputs=("y", "z"))), st.just(ShareOfItems())),
    st.tuples(st.just(Periods(inputs=("q", "r"))), st.builds(PerPeriod, grades=table(*OPTIONS))),
    st.tuples(st.just(Judgement()), st.just(AsPoints())),
)
ROUNDINGS = st.none() | st.builds(Rounding, unit=POSITIVE, mode=st.sampled_from(list(RoundingMode)))


@st.composite
def scored_rules(draw):
    measure, scale = draw(PAIRS)
    return Scored(measure=measure, scale=scale, cap=draw(st.none() | AMOUNTS), rounding=draw(ROUNDINGS))


def _wider(inner):
    gates = st.builds(Gate, input=st.just("z"), then=inner, otherwise=GRADES)
    parts = st.builds(Part, label=st.just("Phần"), maximum=AMOUNTS, rule=inner, zero_denominator=st.none() | POLICIES)
    cases = st.builds(Alternative, label=st.just("Trường hợp"), rule=inner)
    return (
        gates
        | st.lists(parts, min_size=1, max_size=3).map(lambda made: Sum(parts=tuple(made)))
        | st.lists(cases, min_size=1, max_size=3).map(lambda made: Best(alternatives=tuple(made)))
    )


RULES = st.recursive(scored_rules(), _wider, max_leaves=4)
MAXIMA = st.sampled_from(["0.25", "1", "5", "10", "20", "40"]).map(Amount)
EVIDENCE = st.none() | st.sampled_from(list(EvidencePolicy))


@st.composite
def criteria(draw, rules=RULES, code="1", applicable=True):
    return Criterion(
        title=f"Tiêu chí {code}",
        code=code,
        maximum=draw(MAXIMA),
        rule=draw(rules),
        inputs=INPUTS,
        method="Theo văn bản",
        evidence_required=draw(st.booleans()) and applicable,
        missing_evidence=draw(EVIDENCE) if applicable else None,
        incomplete_evidence=draw(EVIDENCE) if applicable else None,
        zero_denominator=draw(POLICIES if applicable else st.sampled_from([Policy.FULL, Policy.ZERO])),
    )


@st.composite
def responses(draw, maximum, grounds=()):
    inputs = {
        "n": draw(WHOLE | st.just("")),
        "a": draw(FIGURES),
        "b": draw(FIGURES | st.just("none")),
        "y": draw(st.sampled_from(["", "yes", "no"])),
        "z": draw(st.sampled_from(["", "yes", "no"])),
        "q": draw(st.sampled_from(["", *OPTIONS])),
        "r": draw(st.sampled_from(["", *OPTIONS])),
    }
    top = int(maximum.value * 100)
    hundredths = draw(st.none() | st.integers(0, top))
    return Response(
        inputs=inputs,
        not_applicable=draw(st.sampled_from([None, *grounds])),
        explanation=draw(st.sampled_from(["", "Đã có báo cáo"])),
        evidence=draw(st.sampled_from(list(EvidenceLevel))),
        points=None if hundredths is None else f"{hundredths // 100}.{hundredths % 100:02}",
    )


GROUNDS = tuple(
    Ground(code=policy.value, words=f"Lý do {policy.value}", policy=policy, article="Điều 7") for policy in Policy
)


@st.composite
def frameworks(draw, applicable=True):
    """Two groups with up to three criteria each, one pillar, every ground; `applicable`: policies may leave out."""
    groups = []
    for number in ("1", "2"):
        nodes = tuple(
            draw(criteria(code=f"{number}.{at}", applicable=applicable)) for at in range(1, draw(st.integers(1, 3)) + 1)
        )
        total = sum(node.maximum.value for node in nodes)
        groups.append(Group(title=f"Nhóm {number}", code=number, maximum=Amount(str(total)), nodes=nodes))
    total = sum(node.maximum.value for node in groups)
    return Framework(
        id="bộ",
        version="1",
        title="Bộ chỉ số thử",
        totals=Totals(maximum=Amount(str(total))),
        nodes=tuple(groups),
        grounds=GROUNDS,
        target_groups=(TargetGroup(code="xã", name="Xã"),),
        traits=(Trait(code="t", name="Đặc điểm"),),
        pillars=(Pillar(code="p", name="Trụ cột", nodes=("1",)),),
        evidence=Evidence(missing=draw(EVIDENCE), article="Điều 5") if applicable else Evidence(),
    )


@st.composite
def answers_to(draw, framework, grounds=()):
    made = {
        place.id: draw(responses(place.node.maximum, grounds))
        for place in framework.index.criteria()
        if draw(st.booleans())
    }
    return Answers(responses=made, profile=Profile(target_group=draw(st.sampled_from(["", "xã"]))))
