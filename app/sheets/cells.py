"""One cell: written so that text stays text and numbers stay exact, read as what a person sees in it."""

import datetime
import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from app.domain.codec import Amount
from app.domain.numbers import exact_text, normalise_typed, parse_decimal
from app.domain.text import clean_lines, date_text, fold
from app.errors import AppError
from app.wording.sheets import Told

DIGITS = 15  # what Excel keeps of a number
TEXT_FORMAT = "@"
DATE_FORMAT = "dd/mm/yyyy"
MAX_TEXT = 32_000  # Excel's own limit is 32,767
YES_WORDS = ("có", "x", "yes", "true", "đúng", "1")
NO_WORDS = ("không", "no", "false", "sai", "0")

_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_LOOSE = re.compile(r"(?<=_x)(?=(?![0-9A-Fa-f]{4}_)[0-9A-Fa-f]+_)")
_ESCAPED = re.compile(r"_x005[Ff]_(?=x[0-9A-Fa-f]{4}_)|_x000[AaDd]_")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


class Unfit(Exception):
    """A cell does not hold what is asked for; `expected` is a key of the wording `EXPECTED`."""

    def __init__(self, expected: str, **values: Any) -> None:
        super().__init__(expected)
        self.expected = expected
        self.values = values


Value = str | bool | Decimal | datetime.date | datetime.timedelta | None


@dataclass(frozen=True, slots=True)
class Found:
    """One filled cell. `form` is its number format, `trouble` the `EXPECTED` key of why it has no usable value."""

    sheet: str
    place: str
    value: Value
    form: str = "General"
    trouble: str = ""

    @property
    def shown(self) -> str:
        """What stands in it, in one line, for an error."""
        text = self.value if isinstance(self.value, str) else _plain(self)
        return " ".join(text.split())[:60]

    @property
    def is_percent(self) -> bool:
        return isinstance(self.value, Decimal) and "%" in _QUOTED.sub("", self.form)


def bad_cell(sheet: str, place: str, found: str, expected: str, **values: Any) -> AppError:
    """`AppError("sheet.bad_cell")` with sheet, cell, what was found and what was expected, in both languages."""
    return AppError("sheet.bad_cell", sheet=sheet, cell=place, expected=Told(expected, **values), found=found)


# Writing -----------------------------------------------------------------------------------------------------------


def clean(text: str) -> str:
    """`text` as a cell may hold it: no bidirectional or other controls, nothing XML forbids, ≤ 32,000 characters."""
    return clean_lines(text)[:MAX_TEXT]


def write_text(cell: Any, text: str) -> None:
    """A string cell, whatever the text looks like: never a formula, an error value or a number.

    LibreOffice takes any ``_x…_`` with hexadecimal digits for a character, each time it opens a file: ``_xa_`` of a
    name such as ``mang_xa_hoi`` for the end of a line. A space without width, dropped in reading, prevents that.
    """
    cleaned = _LOOSE.sub("\u200b", _ESCAPE.sub("_x005F_", clean(text)))
    if not cleaned:
        return
    cell.value = cleaned
    cell.data_type = "s"
    cell.number_format = TEXT_FORMAT
    if cleaned[0] in "=+-@'":
        cell.quotePrefix = True  # so that editing the cell in Excel does not make a formula of it


def write_number(cell: Any, text: str, decimals: int | None = None) -> None:
    """A number cell showing exactly the decimal `text`; beyond 15 significant digits Excel would alter it: text.

    `decimals`: how many are shown; as many as the text has if not given.
    """
    if _significant(text) > DIGITS:
        write_text(cell, text.replace(".", ","))
        return
    shown = len(text.partition(".")[2]) if decimals is None else decimals
    cell.value = float(text) if "." in text else int(text)
    cell.number_format = "#,##0" + ("." + "0" * shown if shown else "")


def write_decimal(cell: Any, text: str) -> None:
    """A typed figure: as a number, but as text where the number would not give the same text back ("7.50")."""
    if _is_canonical(text):
        write_number(cell, text)
    else:
        write_text(cell, text.replace(".", ","))


def write_amount(cell: Any, amount: str) -> None:
    """An amount of a framework: number, percent cell, or text ("1/3")."""
    if amount.endswith("%") and _is_canonical(amount[:-1]):
        bare = amount[:-1]
        cell.value = float(Decimal(bare) / 100)
        places = len(bare.partition(".")[2])
        cell.number_format = "0" + ("." + "0" * places if places else "") + "%"
    elif _is_canonical(amount):
        write_number(cell, amount)
    else:
        write_text(cell, amount.replace(".", ","))


def write_date(cell: Any, day: datetime.date) -> None:
    """A date cell; a day before Excel's calendar begins becomes text."""
    if day.year < 1901:
        write_text(cell, date_text(day))
    else:
        cell.value = day
        cell.number_format = DATE_FORMAT


def _significant(text: str) -> int:
    return len(text.lstrip("-").replace(".", "").lstrip("0"))


def _is_canonical(text: str) -> bool:
    """Whether a number cell gives this very text back."""
    try:
        return _significant(text) <= DIGITS and exact_text(parse_decimal(text)) == text
    except AppError:
        return False


# Reading -----------------------------------------------------------------------------------------------------------


def unescaped(text: str) -> str:
    """Text of a cell as it was meant: Excel's escapes undone, invisible characters and blanks at the ends gone."""
    return clean_lines(_ESCAPED.sub(lambda match: "_" if match[0][4] == "5" else "\n", text)).strip()


def shown_number(number: float) -> Decimal:
    """The decimal of 15 significant digits that Excel shows for a stored number: 4.1, not 4.0999999999999996."""
    return Decimal(f"{number:.{DIGITS}g}")


def text_of(found: Found) -> str:
    """The cell as text; numbers and dates as they are shown.

    A date shown without its day or year ("Jan-23") was something else when it was typed, such as the number 1/2023 of
    a document: nobody can tell what.
    """
    _sound(found)
    if isinstance(found.value, str):
        return found.value
    if isinstance(found.value, datetime.date) and not _shows_whole_day(found.form):
        raise Unfit("as_typed")
    return _plain(found)


def codes_of(found: Found) -> tuple[str, ...]:
    """The codes a cell may mean: one where it is certain; two where Excel made 4.1 of either 4.1 or 4.10."""
    _sound(found)
    if isinstance(found.value, str):
        return (found.value,)
    if not isinstance(found.value, Decimal) or found.is_percent:
        raise Unfit("code_as_text", example="4.10")
    text = _digits(found.value)
    whole, point, part = text.partition(".")
    if not point:
        zeros = found.form if found.form and not found.form.strip("0") else ""
        return (text.rjust(len(zeros), "0"),)
    places = re.fullmatch(r"[#,0]*0\.(0+)", found.form)
    if places:
        return (f"{whole}.{part.ljust(len(places[1]), '0')}",)
    return (text, f"{text}0") if len(part) == 1 else (text,)


def decimal_of(found: Found, is_percent: bool = False) -> str:
    """The decimal text of a figure. `is_percent`: the figure is asked for in %, so "75 %" and a 75 % cell mean 75."""
    _sound(found)
    if isinstance(found.value, Decimal):
        if found.is_percent and not is_percent:
            raise Unfit("plain_number")
        return _bounded(_digits(found.value * 100 if found.is_percent else found.value), "number")
    if not isinstance(found.value, str):
        raise Unfit("number")
    text = found.value.strip()
    if text.endswith("%"):
        if not is_percent:
            raise Unfit("plain_number")
        text = text[:-1]
    return _typed(text, "number")


def amount_of(found: Found) -> Amount:
    """An amount of a framework from a number, a percent cell or a text ("7,5", "75 %", "1/3")."""
    _sound(found)
    if isinstance(found.value, Decimal):
        if found.is_percent:
            return Amount(_bounded(_digits(found.value * 100), "amount") + "%")
        return Amount(_bounded(_digits(found.value), "amount"))
    if not isinstance(found.value, str):
        raise Unfit("amount")
    return amount_from(found.value)


def amount_from(text: str) -> Amount:
    """The amount a person typed; raises `Unfit`."""
    bare = text.strip()
    above, bar, below = bare.partition("/")
    if bar:
        amount = Amount(f"{_typed(above, 'amount')}/{_typed(below, 'amount')}")
    elif bare.endswith("%"):
        amount = Amount(_typed(bare[:-1], "amount") + "%")
    else:
        amount = Amount(_typed(bare, "amount"))
    try:
        _ = amount.value
    except AppError as error:
        raise Unfit("amount") from error
    return amount


def whole_of(found: Found) -> int:
    """A whole number."""
    try:
        value: Fraction = parse_decimal(decimal_of(found))
    except Unfit as error:
        raise Unfit("whole") from error
    if value.denominator != 1:
        raise Unfit("whole")
    return int(value)


def date_of(found: Found) -> datetime.date:
    """A date from a date cell or from "dd/mm/yyyy"; a bare number is none."""
    _sound(found)
    value = found.value
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    match = _DATE.fullmatch(value.strip()) if isinstance(value, str) else None
    try:
        if match:
            return datetime.date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError as error:
        raise Unfit("date") from error
    raise Unfit("date")


def is_yes(found: Found) -> bool:
    """Yes or no, as people write it."""
    _sound(found)
    if isinstance(found.value, bool):
        return found.value
    word = fold(_plain(found) if isinstance(found.value, Decimal) else text_of(found))
    if word in {fold(item) for item in YES_WORDS}:
        return True
    if word in {fold(item) for item in NO_WORDS}:
        return False
    raise Unfit("yes_no")


def _sound(found: Found) -> None:
    if found.trouble:
        raise Unfit(found.trouble)


def _shows_whole_day(form: str) -> bool:
    shown = _QUOTED.sub("", form).lower()
    return shown in ("general", "@") or ("d" in shown and "y" in shown)


def _plain(found: Found) -> str:
    value = found.value
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, Decimal):
        return f"{_digits(value * 100)}%" if found.is_percent else _digits(value)
    if isinstance(value, datetime.date):
        return date_text(value)
    return unicodedata.normalize("NFC", str(value)) if value is not None else ""


def _digits(value: Decimal) -> str:
    """All digits of a decimal, without an exponent; what is too long for a figure stays recognisably wrong."""
    if not value.is_finite() or abs(value.adjusted()) > 30:
        return str(value)
    text = format(value, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def _bounded(text: str, expected: str) -> str:
    try:
        parse_decimal(text)
    except AppError as error:
        raise Unfit(expected) from error
    return text


def _typed(text: str, expected: str) -> str:
    try:
        return normalise_typed(text)
    except (AppError, InvalidOperation) as error:
        raise Unfit(expected) from error
