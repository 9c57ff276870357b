"""Grades and bands of the engine from the parameters of a suggestion."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from app.domain.codec import Amount
from app.domain.rules import FULL_GRADE, NO_GRADE, Band, BandKind, Bands, Grade
from app.suggesting.suggestion import Kind

_SIDES = ("at_least", "above", "below", "up_to")


def grade_of(told: Mapping[str, Any]) -> Grade | None:
    """{"points": …} or {"fraction": …} as a grade; None where neither is told."""
    if "points" in told:
        return Grade(points=Amount(told["points"]))
    return Grade(fraction=Amount(told["fraction"])) if "fraction" in told else None


def count_bands(told: Mapping[str, Any]) -> Bands | None:
    """Bands of a number as it stands."""
    rows = [dict(row) for row in told.get("bands", ())]
    limits = [row[side] for row in rows for side in _SIDES if side in row]
    if "per" not in told and all(Fraction(limit).denominator == 1 for limit in limits):
        rows = [_whole(row) for row in rows]
    return _bands({"bands": rows}, "")


def _whole(row: dict[str, Any]) -> dict[str, Any]:
    """Of whole numbers: from and below, so that "1 đến 2" and "từ 3" meet; nothing is below 0."""
    if "above" in row:
        row["at_least"] = str(Fraction(row.pop("above")) + 1)
    if "up_to" in row:
        row["below"] = str(Fraction(row.pop("up_to")) + 1)
    if row.get("at_least") == "0":
        del row["at_least"]
    return row


def share_bands(kind: Kind, told: Mapping[str, Any]) -> Bands | None:
    """Bands of a share whose limits are told in percent."""
    if kind is Kind.STEPS_PERCENT:
        return _bands(told, "%" if told.get("unit") == "%" else "")
    if kind is Kind.ALL_OR_NOTHING:
        limit = Amount(f"{told.get('threshold', '100')}%")
        if told.get("strict"):
            return Bands(bands=(Band(above=limit), Band(up_to=limit, grade=NO_GRADE)))
        return Bands(bands=(Band(at_least=limit), Band(below=limit, grade=NO_GRADE)))
    full_at = told.get("threshold") if kind is Kind.RATIO_FULL_ABOVE else told.get("full_at")
    if full_at is None:
        return None
    full, is_strict = Amount(f"{full_at}%"), bool(told.get("strict"))
    above = Band(above=full) if is_strict else Band(at_least=full)
    up = {"up_to": full} if is_strict else {"below": full}
    low: dict[str, Amount] = {}
    rows = [above]
    if kind is Kind.RATIO_FLOOR:
        low = {"at_least": Amount(f"{told['floor']}%")}
    rescaled = told.get("below") == "rescaled"
    threshold = Amount(f"{told.get('divided_by', full_at)}%") if rescaled else None
    band_kind = BandKind.RESCALED if rescaled else BandKind.LITERAL
    rows.append(Band(**low, **up, kind=band_kind, threshold=threshold))  # type: ignore[arg-type]
    if low:
        rows.append(Band(below=low["at_least"], grade=NO_GRADE))
    return Bands(bands=tuple(rows))


def _bands(told: Mapping[str, Any], unit: str) -> Bands | None:
    rows = told.get("bands")
    if not rows:
        return None
    return Bands(bands=tuple(_clipped([_band(row, unit) for row in rows])))


def _clipped(bands: list[Band]) -> list[Band]:
    """Where bands overlap, which is never sure, the one with more points keeps what they share."""
    kept: list[Band] = []
    for band in bands:
        floor = kept[-1].start if kept else None
        if floor is not None and (band.end is None or band.end > floor):
            low = kept[-1].low
            band = replace(band, up_to=low, below=None) if floor.is_after else replace(band, below=low, up_to=None)
        elif kept and floor is None:
            continue
        if not band.is_empty:
            kept.append(band)
    return kept


def _band(row: Mapping[str, Any], unit: str) -> Band:
    sides: dict[str, Any] = {side: Amount(f"{row[side]}{unit}") for side in _SIDES if side in row}
    if row.get("ratio") == "literal":
        return Band(**sides, kind=BandKind.LITERAL)
    if row.get("ratio") == "rescaled":
        return Band(**sides, kind=BandKind.RESCALED, threshold=Amount(f"{row['threshold']}%"))
    return Band(**sides, grade=grade_of(row) or FULL_GRADE)
