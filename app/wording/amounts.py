"""Amounts of a framework as an author types and sees them: "75" beside a percent sign, "7,5", "1/3"."""

from app.domain.codec import Amount
from app.domain.numbers import exact_text, normalise_typed
from app.errors import AppError
from app.wording.figures import number


def amount_shown(amount: Amount, percent: bool, language: str = "vi") -> str:
    """The amount for a field; in percent where the field stands before a percent sign, unless it is a fraction."""
    value = amount.value * 100 if percent else amount.value
    shown = number(value, language)
    if "/" in amount or "/" in shown:
        return f"{amount.value.numerator}/{amount.value.denominator}"
    return shown if language == "vi" else exact_text(value)


def amount_typed(typed: str, percent: bool) -> Amount:
    """What a person typed into such a field; raises `AppError("number.malformed", text=…)`."""
    bare = "".join(typed.split())
    if "/" in bare:
        above, _, below = bare.partition("/")
        text = f"{normalise_typed(above)}/{normalise_typed(below)}"
    else:
        signed = percent or bare.endswith("%")
        text = normalise_typed(bare.removesuffix("%")) + ("%" if signed else "")
    amount = Amount(text)
    if amount.value.denominator > 10**12:
        raise AppError("number.malformed", text=typed[:40])
    return amount
