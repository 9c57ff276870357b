"""Branches on words: yes or no, one of several, several added, on time or late for every period."""

import calendar
import itertools
import re
from collections import Counter
from dataclasses import replace
from fractions import Fraction
from typing import Any

from app.suggesting import ratios
from app.suggesting.amounts import grade, worth
from app.suggesting.draft import Draft
from app.suggesting.facts import Branch, Facts
from app.suggesting.lexeme import Lexeme
from app.suggesting.spelling import bare
from app.suggesting.stream import Run
from app.suggesting.suggestion import Kind

_DATE = re.compile(r"\b(?:ngày|trước|sau|từ|đến|hết) (\d{1,2}(?:/\d{1,2}(?:/\d{4})?)?)\b")
_MORE = ("cao hon", "lon hon", "nhieu hon", "tang", "vuot")
_NOT_MORE = (
    "bang hoac thap hon", "bang hoac giam", "bang hoac it hon", "thap hon hoac bang", "khong tang", "khong cao hon",
    "giu nguyen hoac giam", "giam hoac giu nguyen", "giam hoac bang", "bang, thap hon", "bang hoac nho hon",
)  # fmt: skip
_NO_PAPER = re.compile(
    r"(?:neu |truong hop )?(?:khong|chua) (?:ban hanh|xay dung|phe duyet|co) (?:duoc )?(?:ke hoach|quiet dinh|de an)\b"
)
_DAYS = ("ngay", "gio", "tuan", "thang")
_SHORT_NO = frozenset(
    f"{no} {what}".strip()
    for no in ("khong", "chua")
    for what in (
        "", "co", "dat", "du", "thuc hien", "ban hanh", "trien khai", "bao dam", "dam bao", "day du", "thanh lap",
    )
)  # fmt: skip


def listed(draft: Draft, facts: Facts, run: Run, maximum: Fraction) -> bool:
    """Options in words with what each gives."""
    branches = [branch for branch in facts.branches if branch.condition.interval is None]
    if not branches or len(branches) != len(facts.branches):
        return False
    draft.places += [branch.place for branch in branches]
    _doubted(draft, facts, branches)
    if any(not branch.outcome.is_constant for branch in branches):
        draft.set(Kind.CHOICE, options=_options(branches))
        draft.doubt("condition_unclear")
        return True
    values = [worth(branch.outcome, maximum) for branch in branches]
    if max(values) > maximum:
        draft.doubt("above_maximum")
    positive = [branch for branch, value in zip(branches, values, strict=True) if value > 0]
    total = sum(values, Fraction(0))
    if "S" in facts.marks or (len(positive) > 1 and total == maximum and max(values) < maximum):
        return _added(draft, facts, branches, positive, total, maximum)
    if max(values) < maximum:
        draft.doubt("maximum_not_reached")
    _dated(draft, branches)
    if len(branches) == 1:
        draft.set(Kind.YES_NO, label=branches[0].condition.label, yes=grade(branches[0].outcome), no={"points": "0"})
        draft.doubt("branch_missing")
    elif len(branches) > 2 or not _is_pair(draft, *branches):
        _chosen(draft, branches, values.count(maximum))
        if values not in (sorted(values), sorted(values, reverse=True)):
            draft.doubt("not_in_order")  # "… không: 0 điểm. Nếu chậm báo cáo chỉ được 50% số điểm"
        if len(branches) == 2 and not any(branch.condition.is_rest for branch in branches):
            draft.doubt("branch_missing")
    return True


def gated(draft: Draft, facts: Facts, run: Run, maximum: Fraction) -> bool:
    """ "Chưa ban hành kế hoạch: 0 điểm. Đã ban hành: điểm = a/b × 10": nothing without it, else a ratio."""
    shut = [branch for branch in facts.branches if branch.outcome.is_zero and branch.condition.is_negative]
    opened = [branch for branch in facts.branches if branch not in shut]
    if len(shut) != 1 or any(branch.condition.interval for branch in facts.branches):
        return False
    if not opened:
        return _gated_behind(draft, facts, shut[0])
    if len(opened) != 1:
        return False
    if opened[0].outcome.kind != "ratio" or facts.points:
        return False
    draft.places += [branch.place for branch in facts.branches]
    _doubted(draft, replace(facts, ratios=[]), facts.branches)
    draft.set(Kind.RATIO, gate={"label": shut[0].condition.label, "otherwise": grade(shut[0].outcome)})
    ratios.add(draft, facts, opened[0].outcome.expression)
    if not _denies(opened[0].condition.label, shut[0].condition.label):
        draft.doubt("two_readings")
    return True


def _gated_behind(draft: Draft, facts: Facts, shut: Branch) -> bool:
    """ "a/b × 6 điểm. Không ban hành kế hoạch: 0 điểm": a paper must be there at all."""
    said = shut.condition
    if len(facts.points) != 1 or facts.points[0][0].kind != "ratio" or not _NO_PAPER.match(bare(said.label)):
        return False
    outcome, place = facts.points[0]
    draft.places += [place, shut.place]
    draft.set(Kind.RATIO, gate={"label": said.label, "otherwise": grade(shut.outcome)})
    ratios.add(draft, facts, outcome.expression)
    if ratios.quotient(outcome.expression) is None:
        draft.doubt("ratio_unclear")
    if not said.is_clear or said.is_late or said.is_on_time or set(said.signs) & set("V,&"):
        draft.doubt("condition_unclear")
    if facts.contents or facts.each:
        draft.doubt("two_formulas")
    return True


def _doubted(draft: Draft, facts: Facts, branches: list[Branch]) -> None:
    if any(not branch.condition.is_clear for branch in branches):
        draft.doubt("condition_unclear")
    if facts.points or facts.ratios or facts.contents:
        draft.doubt("two_formulas")
    if len({branch.outcome.is_added for branch in branches if not branch.outcome.is_zero}) > 1:
        draft.doubt("two_readings")  # "điểm tối đa, xã mới thành lập được cộng 1 điểm"
    if any(branch.outcome.per for branch in branches):
        draft.doubt("unit_unclear")
    if len({bare(branch.condition.label) for branch in branches}) < len(branches):
        draft.doubt("options_alike")


def _chosen(draft: Draft, branches: list[Branch], full: int) -> None:
    """One of several; `full`: how many of them give the maximum."""
    draft.set(Kind.CHOICE, options=_options(branches))
    if not any(branch.outcome.is_zero or branch.condition.is_rest for branch in branches):
        draft.doubt("branch_missing")
    if full > 1:
        draft.doubt("two_readings")


def _dated(draft: Draft, branches: list[Branch]) -> None:
    """Of several dates each must end one option and begin another, or the days between them are nobody's."""
    days = [set(map(_day, _DATE.findall(branch.condition.label.casefold()))) for branch in branches]
    seen = Counter(day for each in days for day in each)
    lone = {day for day, times in seen.items() if times == 1}
    meets = all({day - 1, day + 1} & lone for day in lone)  # "trước 31/01", "từ 01/02 đến 31/3"
    if len(seen) > 1 and not meets and not any(branch.condition.is_rest for branch in branches):
        draft.doubt("bands_gap")


def _day(written: str) -> int:
    """A date of a year, or a day of any month, as a number; the next day is one more."""
    day, month, year = ([*map(int, written.split("/")), 0, 0])[:3]
    last = calendar.monthrange(year or 2025, month)[1] if 0 < month < 13 else 31
    if day > last:
        return -1000 * day  # no such day, next to no other
    before = sum(calendar.monthrange(year or 2025, one)[1] for one in range(1, min(month, 13)))
    return year * 366 + before + day


def _options(branches: list[Branch]) -> list[dict[str, Any]]:
    return [
        {"label": branch.condition.label, **(grade(branch.outcome) if branch.outcome.is_constant else {})}
        for branch in branches
    ]


def _is_pair(draft: Draft, one: Branch, other: Branch) -> bool:
    """Yes and no: the second denies the first, or is the rest beside "có …"."""
    if one.condition.is_negative and not other.condition.is_negative:
        one, other = other, one
    if one.condition.is_negative or one.condition.is_rest or other.condition.is_on_time:
        return False
    denied = other.condition.is_negative or bare(other.condition.label).startswith("khong ")
    if other.condition.is_late and not denied:
        return False
    if other.condition.is_rest:
        denies = "nguoc lai" in bare(other.condition.label) or "neu khong" in bare(other.condition.label)
        if not denies and not {"co", "da", "dat"} & set(bare(one.condition.label).split()):
            return False
    elif _falls_short(one.condition.label, other.condition.label):
        pass
    elif not denied:
        return False
    elif not _denies(one.condition.label, other.condition.label):
        draft.doubt("two_readings")
    draft.set(Kind.YES_NO, label=one.condition.label, yes=grade(one.outcome), no=grade(other.outcome))
    if not one.outcome.is_zero and not other.outcome.is_zero:  # "chưa đầy đủ: 5 điểm" says nothing of none at all
        draft.doubt("branch_missing")
    return True


def _falls_short(label: str, other: str) -> bool:
    """ "Cao hơn năm trước" and "bằng hoặc thấp hơn năm trước": one is all that the other is not."""
    compared = set(re.findall(r"\d+", label)[-1:])
    same_year = set(re.findall(r"\d+", other)) <= compared
    return same_year and any(said in bare(label) for said in _MORE) and bare(other).startswith(_NOT_MORE)


def _denies(label: str, other: str) -> bool:
    plain = bare(other).strip(" .")
    if plain in _SHORT_NO or plain.startswith(("khong dat", "chua dat")):
        return True
    return bool(set(bare(label).split()) & (set(plain.split()) - {"co", "khong", "chua", "da", "duoc"}))


def _added(
    draft: Draft, facts: Facts, branches: list[Branch], positive: list[Branch], total: Fraction, maximum: Fraction
) -> bool:
    draft.set(Kind.ADDITIVE, parts=_options(positive))
    if "S" in facts.marks:
        draft.places.append(facts.marks["S"])
    if total != maximum:
        draft.doubt("maximum_not_reached" if total < maximum else "above_maximum")
    for branch in branches:
        if branch not in positive and not (branch.condition.is_negative or branch.condition.is_rest):
            draft.doubt("words_beside_numbers")
    if any(branch.condition.is_rest or branch.condition.is_negative for branch in positive):
        draft.doubt("two_readings")
    if any(branch.condition.is_late or branch.condition.signs.startswith("V") for branch in positive):
        draft.doubt("two_readings")
    said = [set(bare(branch.condition.label).split()) for branch in positive]
    if any(one <= other for one, other in itertools.permutations(said, 2)):  # "có A: 5 điểm; có A và B: 5 điểm"
        draft.doubt("two_readings")
    return True


def late_days(draft: Draft, facts: Facts, run: Run, maximum: Fraction) -> bool:
    """ "Đúng hạn: 10; chậm không quá 5 ngày: 5; chậm quá 5 ngày: 0": one of several, the days without a crack."""
    late = [branch for branch in facts.branches if branch.condition.interval is not None]
    worded = [branch for branch in facts.branches if branch.condition.interval is None]
    on_time = [branch for branch in worded if branch.condition.is_on_time]
    others = [branch for branch in worded if branch not in on_time]
    is_days = all(one.condition.is_late and bare(one.condition.unit).startswith(_DAYS) for one in late)
    if not late or len(on_time) != 1 or not is_days or "Q" in run.signs or facts.each:
        return False
    draft.places += [branch.place for branch in facts.branches]
    _doubted(draft, facts, [branch for branch in facts.branches if not _too_late_or_never(branch)])
    draft.set(Kind.CHOICE, options=_options(facts.branches))
    if not all(branch.outcome.is_constant for branch in facts.branches):
        draft.doubt("condition_unclear")
        return True
    spans = [branch.condition.interval for branch in late if branch.condition.interval is not None]
    spans.sort(key=lambda span: span.start or (Fraction(0), False))
    if (spans[0].low or 0) > 1 or any(one.end != other.start for one, other in itertools.pairwise(spans)):
        draft.doubt("bands_gap")
    if spans[-1].high is not None and not any(one.condition.is_rest for one in others):
        draft.doubt("branch_missing")
    if not all(branch.outcome.is_zero for branch in others):
        draft.doubt("words_beside_numbers")
    values = [worth(branch.outcome, maximum) for branch in facts.branches]
    if worth(on_time[0].outcome, maximum) != maximum or values.count(maximum) > 1 or max(values) > maximum:
        draft.doubt("maximum_not_reached")
    return True


def _too_late_or_never(branch: Branch) -> bool:
    """ "Chậm quá 5 ngày hoặc không gửi: 0 điểm"."""
    span = branch.condition.interval
    return branch.outcome.is_zero and span is not None and span.high is None and "VX" in branch.condition.signs


def timeliness(draft: Draft, facts: Facts, run: Run, maximum: Fraction) -> bool:
    """On time, late, not sent: for every quarter."""
    late = [branch for branch in facts.branches if branch.condition.is_late]
    on_time = [branch for branch in facts.branches if branch.condition.is_on_time]
    if not on_time or "Q" not in run.signs or any(branch.condition.interval for branch in facts.branches):
        return False
    others = [branch for branch in facts.branches if branch not in late and branch not in on_time]
    number, unit = _period(run)
    draft.places += [branch.place for branch in facts.branches]
    draft.places += [place for sign, place in facts.marks.items() if sign == "Q"]
    draft.set(Kind.TIMELINESS, periods=str(number) if number else None, unit=unit)
    for name, found in (("on_time", on_time), ("late", late), ("none", others)):
        if len(found) > 1:
            draft.doubt("options_alike")
        if not found:
            draft.doubt("branch_missing")
        elif found[0].outcome.is_constant:
            draft.parameters[name] = grade(found[0].outcome)
        else:
            draft.doubt("condition_unclear")
    if others and not (others[0].condition.is_negative or others[0].condition.is_rest):
        draft.doubt("condition_unclear")
    given = [found[0].outcome for found in (on_time, late, others) if found and found[0].outcome.is_constant]
    falling = [worth(outcome, maximum) for outcome in given]
    if falling != sorted(falling, reverse=True):
        draft.doubt("not_in_order")
    best = worth(on_time[0].outcome, maximum) if on_time[0].outcome.is_constant else Fraction(0)
    if not number:
        draft.doubt("periods_not_said")
    elif best * number != maximum:
        draft.doubt("maximum_not_reached" if best * number < maximum else "above_maximum")
    if facts.each or facts.points or facts.ratios:
        draft.doubt("two_formulas")
    return True


def _period(run: Run) -> tuple[int, str]:
    """How many periods a year has, and what they are called."""
    plain = bare(run.words)
    stated = re.search("nw{0,2}Q", run.signs)
    if stated is not None:
        one, after = run.lexemes[stated.start()], run.lexemes[stated.end() - 1]
        if after.words in ("quý", "quí", "kỳ", "kì", "kỳ báo cáo", "lần báo cáo", "tháng"):
            return int(one.value), after.words
    reports = {int(one.value) for one in _reports(run) if one.value.denominator == 1 and one.value > 1}
    if len(reports) == 1 and "E" in run.signs:
        return reports.pop(), "báo cáo"
    if "sau thang" in plain or any(one.words == "6 tháng" for one in run.lexemes if one.sign == "Q"):
        return 2, "6 tháng"
    for one in run.lexemes:
        if one.sign == "Q" and bare(one.words) in ("qui", "thang"):
            return (4, "quý") if bare(one.words) == "qui" else (12, "tháng")
    return 0, ""


def _reports(run: Run) -> list[Lexeme]:
    """The numbers in "(4 báo cáo/năm)", "02 báo cáo định kỳ"."""
    rows = zip(run.lexemes, run.lexemes[1:], run.lexemes[2:], strict=False)
    return [one for one, noun, end in rows if one.sign == "n" and bare(f"{noun.words} {end.words}") == "bao cao"]
