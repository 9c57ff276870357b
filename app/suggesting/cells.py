"""Tables whose cells stand in one line: "Mức | Điểm | ≥95% | 10 | < 95% | 5", or a row to a line."""

from dataclasses import replace

from app.suggesting.lexeme import Lexeme
from app.suggesting.lexicon import NUMBER, REFERENCE

_AMOUNTS = (["n"], ["n", "d"], ["M"], ["f", "M"], ["o"])


def read(found: list[Lexeme]) -> list[Lexeme]:
    """With a colon before the points of a row and a line end behind them; other bars are nothing."""
    bars = [at for at, one in enumerate(found) if one.words == "|"]
    if not bars:
        return found
    cells, ends = _cells(found)
    rows = _rows(cells)
    if rows is None:
        return [one for one in found if one.words != "|"]
    out: list[Lexeme] = []
    heading = len(cells) - 2 * rows
    for at, (cell, end) in enumerate(zip(cells, ends, strict=True)):
        if heading - 3 < at < heading and len(cell) < 6:
            continue  # what the columns are called
        out += cell
        if at >= len(cells) - 2 * rows and end is not None:
            is_points = (at - (len(cells) - 2 * rows)) % 2
            out.append(replace(end, sign="\n" if is_points else ":", words="\n" if is_points else ":"))
        elif end is not None:
            out.append(replace(end, sign="\n", words="\n"))
    return out


def _cells(found: list[Lexeme]) -> tuple[list[list[Lexeme]], list[Lexeme | None]]:
    """What stands between bars and line ends, none of it empty, and what ends each."""
    cells: list[list[Lexeme]] = [[]]
    ends: list[Lexeme | None] = []
    for one in found:
        if one.words != "|" and one.sign != "\n":
            cells[-1].append(one)
        elif cells[-1]:
            ends.append(one)
            cells.append([])
        elif ends and one.sign == "\n":
            ends[-1] = one
    if cells[-1]:
        return cells, [*ends, None]
    return cells[:-1], ends


def _rows(cells: list[list[Lexeme]]) -> int | None:
    """How many rows of a condition and its points stand at the end, under a heading that names points; or None."""
    rows = 0
    while len(cells) >= 2 * rows + 2:
        condition, amount = cells[-2 * rows - 2], cells[-2 * rows - 1]
        if [one.sign for one in amount] not in _AMOUNTS or not _limits(condition):
            break
        rows += 1
    heading = [one.sign for cell in cells[: len(cells) - 2 * rows] for one in cell]
    named = "d" in heading or "A" in heading or all(len(cells[-1 - 2 * at]) > 1 for at in range(rows))
    return rows if rows > 1 and named and NUMBER not in heading else None


def _limits(cell: list[Lexeme]) -> bool:
    return bool(cell) and any(one.sign not in (REFERENCE, NUMBER) for one in cell)
