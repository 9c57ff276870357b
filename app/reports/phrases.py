"""What papers say alike: numbers and days as Vietnam writes them, a framework's own terms, answers, a page's foot."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from app.domain import text
from app.domain.assessment import ABSENT, NO, YES, Response
from app.domain.campaign import Campaign, PeriodKind
from app.domain.framework import Criterion, Framework, Ground, Input, InputKind
from app.domain.moments import VIETNAM, in_vietnam
from app.domain.numbers import from_stored, grouped, parse_decimal
from app.domain.scoring import Applied
from app.errors import AppError
from app.reports.names import shown
from app.wording import word
from app.wording.own_names import own_name
from app.wording.terms import TERMS

NOTHING = "–"
MISSING = "[…]"  # a fact that was not given, rather than one invented
NO_TIME = datetime(1980, 1, 1, tzinfo=VIETNAM)  # for papers whose content carries no time, as for entries of a bundle
_LONGEST_TERM = 80  # heads of columns can't be continued on the next page


def moment(written: str) -> datetime:
    """The moment of ISO text in Vietnam's time; `NO_TIME` when it is none."""
    try:
        found = datetime.fromisoformat(written)
        return in_vietnam(found) if found.tzinfo else found.replace(tzinfo=VIETNAM)
    except ValueError:
        return NO_TIME


def day(written: str) -> str:
    """ "2026-11-14" as "14/11/2026"; other words as they are."""
    try:
        return text.date_text(date.fromisoformat(written))
    except ValueError:
        return written


def long_day(value: date) -> str:
    """ "ngày 05 tháng 3 năm 2026", with the zeros of Nghị định 30/2020/NĐ-CP, Phụ lục I, II.4b."""
    return f"ngày {value.day:02} tháng {value.month:0{2 if value.month < 3 else 1}} năm {value.year}"


def span(first: date | None, last: date | None) -> str:
    """ "từ ngày 01/01/2026 đến ngày 31/12/2026"; "" when neither end is known."""
    parts = [f"từ ngày {text.date_text(first)}" if first else "", f"đến ngày {text.date_text(last)}" if last else ""]
    return " ".join(part for part in parts if part)


def footer(campaign: Campaign, content_digest: str, *before: str) -> str:
    """The foot of every page: what is shown, that it is an exercise, and the digest of the content that was sealed."""
    exercise = ("tập huấn, dùng thử",) if campaign.is_sample else ()
    sealed = f"mã nội dung {content_digest}" if content_digest else "bản xem trước, chưa niêm phong"
    return capital(" · ".join((*before, *exercise, sealed)))


def period(campaign: Campaign) -> str:
    """The period inside a sentence: "năm 2026"."""
    title = shown(campaign.period.title)
    if title.isdecimal() and campaign.period.kind is PeriodKind.YEAR:
        return f"năm {title}"
    return lowered(title)


def of_period(words: str, campaign: Campaign) -> str:
    """`words` and the period, unless they name it already."""
    told = period(campaign)
    return words if not told or told.casefold() in words.casefold() else f"{words} {told}"


def lowered(words: str) -> str:
    """`words` inside a sentence: the first letter small, but not that of an abbreviation."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def capital(words: str) -> str:
    """`words` at the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def regulation(framework: Framework) -> str:
    """The document behind the set: "Quyết định số 742/QĐ-UBND ngày 20 tháng 6 năm 2022 của …"; "" if none is known."""
    known = framework.regulation
    if known is None or not known.number:
        return ""
    parts = [known.kind or "Văn bản", f"số {known.number}"]
    parts += [long_day(known.date)] if known.date else []
    parts += [f"của {known.issuer}"] if known.issuer else []
    return " ".join([*parts, lowered(known.title)])


def sentences(*texts: str) -> str:
    """Texts one after the other, each closed with a full stop."""
    return " ".join(f"{each.strip().rstrip('.')}." for each in texts if each.strip())


@dataclass(frozen=True, slots=True)
class Words:
    """A framework's own terms and the way it writes points."""

    framework: Framework

    def term(self, key: str) -> str:
        """The framework's word, its column's head, or the program's word."""
        return own_name(self.framework, key)[:_LONGEST_TERM]

    def inside(self, key: str) -> str:
        """A term inside a sentence."""
        return lowered(self.term(key))

    def points(self, value: Fraction | None) -> str:
        """Points with the framework's decimals: "17,14"; "–" where there is no number."""
        return NOTHING if value is None else grouped(value, self.framework.decimals)

    def percent(self, value: Fraction | None) -> str:
        """A percentage (0–100) with at least two decimals."""
        return NOTHING if value is None else grouped(value, max(2, self.framework.decimals))

    def points_width(self, maximum: Fraction) -> float:
        """Millimetres that a column needs for points of at most `maximum` in a table's letters."""
        return max(18.0, 2.2 * len(self.points(-abs(maximum))) + 3)

    def ground(self, code: str | None) -> Ground | None:
        """The ground with this code."""
        return next((ground for ground in self.framework.grounds if ground.code == code), None)

    def applied(self, told: Applied) -> str:
        """One policy that was applied: why, what it does, the article it rests on."""
        policy = _policy(told.policy)
        ground = self.ground(told.ground)
        article = f" ({told.article})" if told.article else ""
        why = ground.words.rstrip(".") if ground else word(f"cause.{told.cause.value}")
        return f"{why}: {lowered(policy)}{article}" if policy else why + article

    def answers(self, criterion: Criterion, response: Response) -> str:
        """All that was entered, one line for each input, labelled; "" when nothing was."""
        given = criterion.inputs if any(response.inputs.values()) else ()
        lines = [
            f"{input_.label.rstrip(' :')}: {answer(input_, response.inputs.get(input_.key, ''))}" for input_ in given
        ]
        if response.points:
            lines.append(f"Điểm tự chấm: {number(response.points)}")
        return "\n".join(f"- {line}" for line in lines) if len(lines) > 1 else "".join(lines)


def stored(value: str | None) -> Fraction | None:
    """The value of ``n/d``; None where there is none, or what stands there is no number (a claim may be anything)."""
    try:
        return None if value is None else from_stored(value)
    except AppError:
        return None


def number(typed: str) -> str:
    """A decimal text with Vietnam's signs and exactly its decimals: "1506.50" is "1.506,50"."""
    try:
        return grouped(parse_decimal(typed), len(typed.partition(".")[2]))
    except AppError:
        return typed


def answer(input_: Input, given: str) -> str:
    """An answer in words: the option's label, yes or no, the number with its unit."""
    if not given:
        return NOTHING
    if given == ABSENT and input_.may_be_absent:
        return word("answer.none")
    if input_.kind is InputKind.CHOICE:
        return next((option.label for option in input_.options if option.key == given), given)
    if input_.kind is InputKind.YES_NO:
        return word(f"answer.{given}") if given in (YES, NO) else given
    return f"{number(given)} {input_.unit}".strip()


def why_not_ranked(code: str) -> str:
    """The reason an agency stands in no rank, in words."""
    for key in (f"not_ranked.{code}", code):
        if key in TERMS:
            return word(key)
    return code


def spaced(digest: str) -> str:
    """The first 16 digits of a digest in groups of four."""
    return " ".join(re.findall("....", digest[:16]))


def _policy(key: str) -> str:
    for kind in ("policy", "evidence_policy"):
        if f"{kind}.{key}" in TERMS:
            return word(f"{kind}.{key}")
    return ""


def roman(number: int) -> str:
    """1 to 3999 as Roman figures."""
    steps = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"))
    written = ""
    for value, sign in (*steps, (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        count, number = divmod(number, value)
        written += sign * count
    return written
