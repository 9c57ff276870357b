"""What must hold for points: "từ 75% trở lên", "3 cuộc", "đã ban hành", "còn lại"."""

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from app.suggesting.spelling import bare
from app.suggesting.stream import Run

_UNIT = "wHXvNVQ&,xu"
_W = rf"[{_UNIT}]{{0,10}}"  # a unit and words about it
_BETWEEN = rf"[{_UNIT}aR()*/]{{0,12}}"
_N = "[np]"
_INTERVALS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<low>{_N}){_W}(?P<lows>[l<]){_BETWEEN}(?P<highs>[l<])(?P<high>{_N})",
        rf"(?P<high>{_N}){_W}(?P<highs>[g>]){_BETWEEN}(?P<lows>[g>])(?P<low>{_N})",
        rf"F?(?P<lows>[>gF]?)(?P<low>{_N}){_W}[T-](?:v*)(?P<highs>[<l]?)(?P<high>{_N})",
        rf"F?(?P<lows>[>gF])(?P<low>{_N}){_W}(?P<highs>[<l])(?P<high>{_N})",
        rf"(?P<highs>[<l])(?P<high>{_N}){_W}(?P<lows>[>gF])(?P<low>{_N})U?",
        rf"F?(?P<low>{_N}){_W}U",
        rf"F?(?P<high>{_N}){_W}D",
        rf"T?(?P<highs>[<l])(?P<high>{_N})",
        rf"F?(?P<lows>[>g])(?P<low>{_N})",
        rf"F(?P<low>{_N})",
        rf"T(?P<high>{_N})",
        rf"(?P<low>{_N})(?P<lows>[l<])[aR]",
        rf"(?P<high>{_N})(?P<highs>[g>])[aR]",
        rf"(?P<low>{_N}){_W}V{_W}(?P<high>{_N})",
        rf"(?P<exact>{_N})",
    )
)


_NO_CONDITION = re.compile("R|dw{0,3}:")
_AMOUNTS = re.compile(r"\b(?:phan (?:hai|ba|tu|bon|nam|sau|bay|tam|chin|muoi|tram)|nua|ruoi|gap)\b")  # in words
_LETTERS = re.compile(r"\(?a/a\)?X?")
_REST = re.compile(r"^[wJ]{0,3}O|O$")


@dataclass(frozen=True, kw_only=True, slots=True)
class Interval:
    """Limits of a number; `above`, `up_to`: whether the limit itself is outside, inside. None is no limit."""

    low: Fraction | None = None
    high: Fraction | None = None
    above: bool = False
    up_to: bool = False

    @property
    def start(self) -> tuple[Fraction, bool] | None:
        """The edge where it begins."""
        return None if self.low is None else (self.low, self.above)

    @property
    def end(self) -> tuple[Fraction, bool] | None:
        """The edge where it ends."""
        return None if self.high is None else (self.high, self.up_to)


@dataclass(frozen=True, kw_only=True, slots=True)
class Condition:
    """One condition: an interval of a number, or words; `label` are the words as written."""

    label: str
    interval: Interval | None = None
    is_percent: bool = False
    is_exact: bool = False
    is_rest: bool = False
    is_negative: bool = False
    is_late: bool = False
    is_on_time: bool = False
    measure: str = ""  # words before the interval: what is measured
    unit: str = ""
    is_clear: bool = True
    signs: str = ""
    compared: bool = False  # with the previous year
    place: tuple[int, int] = (0, 0)


def read(run: Run) -> Condition:
    """The condition that a run of lexemes words; one that isn't understood is not `is_clear`."""
    kept = run.stripped("J,&:-I;.ek+", ":,vJeY-=;.&k(")
    run = kept if len(kept) else run.stripped("J,&:-I;.ek+", ":,J-=;.&k(")
    signs = run.signs
    words = run.words
    for pattern in _INTERVALS:
        match = pattern.search(signs)
        if match is not None:
            return _of_number(run, match)
    return Condition(
        label=words,
        is_rest=_REST.search(signs) is not None and len(run) <= 8 and "H" not in signs,
        is_late="c" in signs,
        is_on_time="t" in signs and "c" not in signs,
        is_negative=_negative(run),
        is_clear=_is_clear(signs) and not _AMOUNTS.search(bare(words)),
        signs=signs,
        compared="y" in signs,
        place=run.place,
    )


def _unit_of(run: Run, place: int, end: int) -> str:
    """The words right behind a number within the interval."""
    stop = place + 1
    while stop < end and run.sign(stop) in tuple("wN&,"):
        stop += 1
    return run[place + 1 : stop].stripped(",&", ",&").words


def _is_clear(signs: str) -> bool:
    """Whether words are a condition and nothing else: no amounts, no ratio, no heading of points."""
    periodic = "E" not in signs or "Q" in signs or bool(set(signs) & set("tc"))
    return bool(signs) and periodic and not set(signs) & set("!fM*/=jGCm") and not _NO_CONDITION.match(signs)


def _behind(run: Run) -> Run:
    """The unit behind a number without "/năm"."""
    match = re.search(r"/[wQ](?:x|w)?$", run.signs)
    return run[: match.start()] if match else run


def _negative(run: Run) -> bool:
    signs = run.stripped("vwkEQ" if "X" in run.signs[:3] else "").signs
    return (
        signs.startswith("X")
        or ("c" in signs and "VX" in signs)
        or any(each.sign == "c" and each.words.startswith("không") for each in run.lexemes)
    )


def _of_number(run: Run, match: re.Match[str]) -> Condition:
    def at(name: str) -> Fraction:
        return run.lexemes[match.start(name)].value

    groups = match.groupdict()
    exact, inverted = "exact" in groups, False
    if exact:
        value = at("exact")
        interval = Interval(low=value, high=value, up_to=True)
        sign = run.sign(match.start("exact"))
        last = match.start("exact")
    else:
        low, high = ("low" in groups), ("high" in groups)
        low_sign, high_sign = groups.get("lows") or "", groups.get("highs") or ""
        chain = match.start("lows") > match.start("low") if low and low_sign else False
        above = low_sign == ">" or (chain and low_sign == "<")
        up_to = high and not (high_sign == "<" or (high_sign == ">" and match.start("highs") > match.start("high")))
        interval = Interval(low=at("low") if low else None, high=at("high") if high else None, above=above, up_to=up_to)
        if interval.low is not None and interval.high is not None and interval.low > interval.high:
            interval, inverted = replace(interval, low=interval.high, high=interval.low), True
        places = [match.start(name) for name in ("low", "high") if name in groups]
        sign = "p" if any(run.sign(place) == "p" for place in places) else "n"
        last = max(places)
    units = [_unit_of(run, place, match.end()) for place in ([last] if exact else places)]
    before = _behind(run[: match.start()].stripped("", ":")).stripped(
        "J,&:-I;.ekv", ":,vJe-=;.&kR" if match.start() > 1 else ":,vJe-=;.&k"
    )
    after = _behind(run[max(match.end(), last + 1) :].stripped("", ":,vJeY-=;.&k()U"))
    if exact and re.search(
        "X[vw]{0,3}$" if run.sign(match.start()) == "p" else "Xv?$", run.signs[: match.start()]
    ):  # "không đạt 100%"
        interval, exact = Interval(high=interval.low), False
        before = (
            before[: before.signs.rfind("X")] + before[before.signs.rfind("X") + 1 :] if "X" in before.signs else before
        )
    named = "" if _LETTERS.fullmatch(before.signs) else before.signs  # "a/b đạt 30%"
    left_out = set(named + after.signs) & set("npf!*/M=GjFT<>glCmEYbq")
    if set(after.signs) & set("R:PA"):  # an outcome that was not understood
        left_out.add(":")
    from_unread = interval.low is None and run.sign(last - 1) == "T" and " tu " in f" {bare(run[: last - 1].words)} "
    if from_unread or _AMOUNTS.search(bare(after.words)):
        left_out.add("!")
    if re.search("[&V].*[HX]|,[HX]", after.signs):  # "và có báo cáo"
        left_out.add("&")
    if sign == "p" and run.sign(last) == "n" and (after.signs or any(units)):
        left_out.add("!")
    if len(set(filter(None, units))) > 1 or after.signs.startswith("U") or inverted:
        left_out.add("!")
    return Condition(
        label=run.words,
        interval=interval,
        is_percent=sign == "p",
        is_exact=exact,
        is_clear=not left_out,
        is_late="c" in run.signs,
        is_negative=_negative(before) and interval.low != 0,
        measure=before.words,
        unit=next(filter(None, units), "") or after.words,
        signs=run.signs,
        compared="y" in run.signs,
        place=run.place,
    )
