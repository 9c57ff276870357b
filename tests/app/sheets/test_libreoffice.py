"""What LibreOffice makes of our workbooks, and what we make of those it saved: many officials work with it."""

import csv
import datetime
import functools
import json
import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app.domain import assessment
from app.domain.agency import Agency, Contact
from app.domain.appraisal import Opinion, Settled, Standing
from app.domain.assessment import Answers, Response
from app.domain.framework import Framework, from_json
from app.domain.ranking import Candidate, rank
from app.domain.text import moment_text
from app.sheets import board_book
from app.sheets.agencies_book import read_agencies, write_agencies
from app.sheets.answers_book import read_answers, write_answers
from app.sheets.framework_book import read_framework, write_framework
from app.sheets.ranking_book import write_ranking
from app.sheets.results_book import DETAILS, write_results
from tests.app.sheets.office import CSV, convert
from tests.app.sheets.test_ranking_book import FRAMEWORK, HOSTILE, scored

pytestmark = pytest.mark.slow

RESOURCES = Path(__file__).parents[3] / "resources"
SETS = sorted((RESOURCES / "frameworks").rglob("*.json"))
EXAMPLES = sorted((RESOURCES / "schema" / "examples").glob("*.answers.json"))
WHOLE = sorted((RESOURCES / "frameworks").glob("*.json"))
BOOKS = ("xếp hạng", "kết quả", "tiếp nhận", "cơ quan")
WAYS = ("xlsx", "ods", "back from ods")
READ = ("xlsx", "back from ods")


def called(path: Path) -> str:
    return f"{path.parent.name} {path.name.split('.')[0]}"


@functools.cache
def load(path: Path) -> Framework:
    return from_json(json.loads(path.read_text("utf-8")))


def example(path: Path) -> tuple[Framework, Answers]:
    framework = load(path.with_name(f"{path.name.split('.')[0]}.json"))
    given, _ = assessment.read_answers(framework, json.loads(path.read_text("utf-8")))
    responses = {
        id_: replace(item, inputs={key: text for key, text in item.inputs.items() if text})
        for id_, item in given.responses.items()
    }
    kept = {id_: item for id_, item in responses.items() if item != Response()}
    return framework, replace(given, responses=kept)


AGENCIES = (
    Agency(code="001", name="Xã Hòa Bình", contact=Contact(name="Anh Lâm", telephone="0900 000 121")),
    Agency(code="1.10", name=HOSTILE.replace("\u202e", ""), contact=Contact(telephone="0235.3851.234")),
)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every kind of workbook the program writes."""
    folder = tmp_path_factory.mktemp("sổ")
    for path in SETS:
        write_framework(load(path), folder / f"bộ {called(path)}.xlsx")
    for path in WHOLE:
        write_answers(load(path), Answers(), folder / f"biểu {called(path)}.xlsx", "Xã Hòa Bình")
    for path in EXAMPLES:
        framework, given = example(path)
        write_answers(framework, given, folder / f"biểu {called(path)}.xlsx", "Xã Hòa Bình")
    agencies = {code: Agency(code=code, name=name) for code, name in (("a", HOSTILE), ("b", "Phường Đông Hải"))}
    scores = {"a": scored("2"), "b": scored("1")}
    table = rank(FRAMEWORK, [Candidate(agency=agencies[code], score=scores[code]) for code in agencies], [])
    write_ranking(FRAMEWORK, table, agencies, scores, folder / "xếp hạng.xlsx", "Năm 2026")
    settled = {"4.10": Settled(Standing.SETTLED, Fraction(1), Opinion.ADJUST, "Thiếu tài liệu; xem lại Điều 5")}
    write_results(FRAMEWORK, "Phường Đông Hải", scores["a"], folder / "kết quả.xlsx", scores["b"], settled)
    line = board_book.Line(
        "001", "Phường Đông Hải", "Đã tiếp nhận", True, "2026-11-15T00:05:00+07:00", 2, Fraction(175, 6), 2,
        "12345 67890", "Chị Thảo", "0900 000 121",
    )  # fmt: skip
    board_book.write_board("Năm 2026", [line], folder / "tiếp nhận.xlsx")
    write_agencies(AGENCIES, folder / "cơ quan.xlsx")
    return folder


@pytest.fixture(scope="session")
def saved(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The same workbooks as LibreOffice saved them: each way goes on from the one before, made when it is asked for."""
    place = tmp_path_factory.mktemp("LibreOffice")

    def folder(way: str) -> Path:
        if way == "made":
            return made
        if not (place / way).exists():
            before = folder((["made", *WAYS])[WAYS.index(way)])
            convert(sorted(before.iterdir()), "ods" if way == "ods" else "xlsx", place / way)
        return place / way

    return folder


def names(made: Path) -> list[str]:
    return sorted(path.name for path in made.iterdir())


def cells(path: Path) -> Iterator[tuple[str, str, Any]]:
    book = openpyxl.load_workbook(path, data_only=True)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            yield from ((sheet.title, cell.coordinate, cell.value) for cell in row if cell.value not in (None, ""))


def alike(one: Any, other: Any) -> bool:
    if isinstance(one, bool) or isinstance(other, bool) or isinstance(one, str) or isinstance(other, str):
        return type(one) is type(other) and one == other
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return math.isclose(one, other, rel_tol=1e-14)
    days = [item.date() if isinstance(item, datetime.datetime) else item for item in (one, other)]
    return days[0] == days[1]


@pytest.mark.parametrize("way", WAYS)
def test_every_workbook_is_opened(way: str, saved: Callable[[str], Path]) -> None:
    expected = [name.removesuffix(".xlsx") for name in names(saved("made"))]
    assert len(expected) >= len(SETS) + len(EXAMPLES) + len(BOOKS)
    assert sorted(path.stem for path in saved(way).iterdir()) == expected


@pytest.mark.parametrize("way", READ)
def test_numbers_stay_numbers_and_texts_the_same_letters(way: str, saved: Callable[[str], Path]) -> None:
    different = []
    for name in names(saved("made")):
        after = {(sheet, place): value for sheet, place, value in cells(saved(way) / name)}
        for sheet, place, value in cells(saved("made") / name):
            if not alike(value, after.get((sheet, place))):
                different.append((name, sheet, place, value, after.get((sheet, place))))
    assert different == []


def lists(path: Path) -> dict[str, dict[str, str]]:
    """For each sheet: the cells with a drop-down, and where its entries stand."""
    book = openpyxl.load_workbook(path)
    found: dict[str, dict[str, str]] = {}
    for sheet in book.worksheets:
        for rule in sheet.data_validations.dataValidation:
            if rule.type != "list" or rule.showDropDown:  # in the file this word hides the arrow
                continue
            source = str(rule.formula1).replace("$", "").replace("'", "")
            for area in rule.sqref.ranges:
                found.setdefault(sheet.title, {})[area.coord] = source
    return found


def covered(spread: dict[str, str]) -> dict[str, str]:
    """Cell by cell, within the lines that a test can look through."""
    out: dict[str, str] = {}
    for area, source in spread.items():
        left, top, right, bottom = openpyxl.utils.range_boundaries(area)
        for row in range(top, min(bottom, top + 300) + 1):
            for column in range(left, right + 1):
                out[f"{column},{row}"] = source
    return out


@pytest.mark.parametrize("way", READ)
def test_drop_downs_survive(way: str, saved: Callable[[str], Path]) -> None:
    counted, lost = 0, []
    for name in names(saved("made")):
        after = lists(saved(way) / name)
        for sheet, spread in lists(saved("made") / name).items():
            now = covered(after.get(sheet, {}))
            for place, source in covered(spread).items():
                counted += 1
                if now.get(place) != source:
                    lost.append((name, sheet, place, source, now.get(place)))
    assert counted > 1000
    assert lost == []


@pytest.mark.parametrize("way", READ)
@pytest.mark.parametrize("path", SETS, ids=called)
def test_a_framework_form_that_it_saved_comes_back_without_loss(
    path: Path, way: str, saved: Callable[[str], Path]
) -> None:
    assert read_framework(saved(way) / f"bộ {called(path)}.xlsx") == load(path)


@pytest.mark.parametrize("way", READ)
@pytest.mark.parametrize("path", [*WHOLE, *EXAMPLES], ids=called)
def test_an_answers_form_that_it_saved_comes_back_without_loss(
    path: Path, way: str, saved: Callable[[str], Path]
) -> None:
    framework, given = example(path) if path in EXAMPLES else (load(path), Answers())
    came = read_answers(framework, saved(way) / f"biểu {called(path)}.xlsx")
    assert came == given


@pytest.mark.parametrize("way", READ)
def test_the_list_of_agencies_comes_back(way: str, saved: Callable[[str], Path]) -> None:
    assert tuple(read_agencies(saved(way) / "cơ quan.xlsx")) == AGENCIES


def test_as_tables_of_text_they_show_points_and_vietnamese(made: Path, tmp_path: Path) -> None:
    out = convert([made / f"{name}.xlsx" for name in BOOKS], CSV, tmp_path / "csv")
    rows = {path.stem: list(csv.reader(path.read_text("utf-8-sig").splitlines())) for path in out.iterdir()}
    board = rows[f"tiếp nhận-{board_book.SHEET}"]
    line = next(row for row in board if row and row[0] == "001")
    assert line[1:5] == ["Phường Đông Hải", "Đã tiếp nhận", "Có", moment_text(datetime.datetime(2026, 11, 15, 0, 5))]
    assert Decimal(line[6]) == Decimal("29.17")
    assert line[9] == "0900 000 121"
    details = rows[f"kết quả-{DETAILS}"]
    criterion = next(row for row in details if row and row[0] == "4.10")
    assert criterion[1] == "=1+1"
    assert [Decimal(text) for text in criterion[2:6]] == [Decimal(text) for text in ("17.5", "11.67", "5.83", "-5.83")]
    table = next(table for name, table in rows.items() if name.startswith("xếp hạng-Bảng chung"))
    assert [row[2] for row in table[3:5]] == ["11.67", "5.83"]
