"""Small frameworks for tests, said in one line."""

from fractions import Fraction

from app.domain.assessment import Answers, Profile, Response
from app.domain.codec import Amount
from app.domain.framework import Criterion, Framework, Group, Input, InputKind, Option, Totals
from app.domain.rules import AsPoints, Band, BandKind, Bands, Grade, Judgement, Number, Ratio, Scored, TimesMaximum
from app.domain.scoring import ALONE, score_nodes
from app.errors import AppError

REFUSED = object()
A = Amount
F = Fraction
FULL = Grade(fraction=A("1"))
NONE = Grade(points=A("0"))


def attempt(code, call, *arguments):
    """What a call gives, or REFUSED when it raises the one error it may."""
    try:
        return call(*arguments)
    except AppError as error:
        if error.code != code:
            raise
        return REFUSED


def grade(text):
    return Grade(points=A(text))


def part_of(text):
    return Grade(fraction=A(text))


def number(key, label=None, **more):
    return Input(key=key, label=label or f"Số {key} theo báo cáo", **more)


def yes_no(key, label=None):
    return Input(key=key, label=label or f"Có {key} hay không", kind=InputKind.YES_NO)


def choice(key, *options, label=None):
    options = tuple(Option(key=option, label=f"Mức {option}") for option in options)
    return Input(key=key, label=label or f"Chọn {key}", kind=InputKind.CHOICE, options=options)


RATIO = Ratio(numerator="a", denominator="b")
AB = (number("a", "Số hồ sơ nộp trực tuyến"), number("b", "Tổng số hồ sơ tiếp nhận"))
PLAIN = Scored(measure=RATIO, scale=TimesMaximum())
JUDGED = Scored(measure=Judgement(), scale=AsPoints())
COUNTED = Scored(measure=Number(input="n"), scale=AsPoints())


def bands(*rows):
    """(from, below, what): what is a grade's points, a Grade, or a BandKind with "literal" / "rescaled:T".

    A limit on its other side is written ">5" (above) and "5=" (up to and including).
    """
    made = []
    for low, high, what in rows:
        more = {}
        if isinstance(what, Grade):
            more = {"grade": what}
        elif what == "literal":
            more = {"kind": BandKind.LITERAL}
        elif what.startswith("rescaled:"):
            more = {"kind": BandKind.RESCALED, "threshold": A(what.partition(":")[2])}
        else:
            more = {"grade": grade(what)}
        more |= {"above" if low[0] == ">" else "at_least": A(low.lstrip(">"))} if low else {}
        more |= {"up_to" if high[-1] == "=" else "below": A(high.rstrip("="))} if high else {}
        made.append(Band(**more))
    return Bands(bands=tuple(made))


def cliff(threshold):
    """R8: full from the threshold on, ratio × maximum below."""
    return Scored(measure=RATIO, scale=bands((threshold, None, FULL), (None, threshold, "literal")))


def strict_cliff(threshold):
    """Full above the threshold only, ratio × maximum up to it."""
    return Scored(measure=RATIO, scale=bands((f">{threshold}", None, FULL), (None, f"{threshold}=", "literal")))


def criterion(rule=PLAIN, maximum="10", inputs=AB, code="1.1", **more):
    more = {"title": f"Tiêu chí {code}", "evidence_required": False, "method": "Theo văn bản", **more}
    return Criterion(rule=rule, maximum=A(maximum), inputs=tuple(inputs), code=code, **more)


def judged(code, maximum="10", **more):
    """A criterion whose points a person gives: the shortest way to any points."""
    return criterion(JUDGED, maximum, (), code, **more)


def group(code, *nodes, maximum=None, **more):
    total = maximum or str(sum((node.maximum.value for node in nodes), F(0)))
    return Group(title=f"Nhóm {code}", code=code, maximum=A(total), nodes=nodes, **more)


def framework(*nodes, maximum=None, totals=None, **more):
    total = maximum or str(sum((node.maximum.value for node in nodes if node.maximum.value > 0), F(0)))
    totals = totals or Totals(maximum=A(total))
    return Framework(id="bộ-chỉ-số", version="1", title="Bộ chỉ số thử", totals=totals, nodes=nodes, **more)


def answered(target_group="", traits=(), **responses):
    """Answers by code, dots written as underscores after a leading "n": n1_1={"a": "3"} or a Response or points."""
    made = {}
    for name, said in responses.items():
        code = name.removeprefix("n").replace("_", ".")
        if isinstance(said, str):
            said = Response(points=said)
        made[code] = Response(inputs=said) if isinstance(said, dict) else said
    return Answers(responses=made, profile=Profile(target_group=target_group, traits=frozenset(traits)))


def scored(rule, maximum, inputs, answers, peers=ALONE, frame=None, **more):
    """The score of one criterion alone in a framework."""
    criterion_ = criterion(rule, maximum, inputs, **more)
    whole = framework(criterion_, **(frame or {}))
    return score_nodes(whole, answered(n1_1=answers), peers)["1.1"]
