"""Whatever a framework can say goes out to a workbook and comes in again: no field of any class is forgotten."""

import dataclasses
from pathlib import Path

import openpyxl
import pytest

from app.domain.checks import check
from app.domain.codec import Amount
from app.domain.framework import Framework, TargetGroup, Totals, from_json, to_json
from app.domain.problems import Severity
from app.errors import AppError
from app.sheets import framework_columns as columns
from app.sheets import framework_example
from app.sheets.framework_book import read_framework, write_framework
from tests.app.sheets.everything import classes, default_of, everything, instances


def unsaid(framework: Framework) -> set[str]:
    """The fields that hold their default wherever their class occurs."""
    said = {
        (type(item), field.name)
        for item in instances(framework)
        for field in dataclasses.fields(item)
        if getattr(item, field.name) != default_of(field)
    }
    return {
        f"{kind.__name__}.{field.name}"
        for kind in classes()
        for field in dataclasses.fields(kind)
        if (kind, field.name) not in said
    }


def test_every_field_of_every_class_goes_through_json_and_excel_and_back(tmp_path: Path) -> None:
    framework = everything()
    assert unsaid(framework) == set()
    told = to_json(framework)
    write_framework(from_json(told), tmp_path / "bộ.xlsx")
    assert to_json(read_framework(tmp_path / "bộ.xlsx")) == told


def test_what_a_cell_cannot_hold_whole_is_refused_and_never_cut(tmp_path: Path) -> None:
    members = tuple(f"Xã Hòa Bình số {number}" for number in range(3_321))
    group = TargetGroup(code="xa", name="Xã, phường", members=members)
    framework = Framework(
        id="x", version="1", title="Bộ", totals=Totals(maximum=Amount("1")), nodes=(), target_groups=(group,)
    )
    with pytest.raises(AppError) as caught:
        write_framework(framework, tmp_path / "bộ.xlsx")
    assert (caught.value.code, caught.value.details["cell"]) == ("sheet.text_too_long", "G2")
    assert not (tmp_path / "bộ.xlsx").exists()


def test_the_example_put_in_the_place_of_the_sheets_is_read_as_it_was_made(tmp_path: Path) -> None:
    empty = Framework(id="x", version="1", title="Bộ", totals=Totals(maximum=Amount("10")), nodes=())
    path = tmp_path / "bộ.xlsx"
    write_framework(empty, path)
    assert read_framework(path).nodes == ()
    book = openpyxl.load_workbook(path)
    for own, filled in ((columns.NODES, framework_example.NODES), (columns.INPUTS, framework_example.INPUTS)):
        del book[own]
        book[filled].title = own
    book.save(path)
    assert read_framework(path).nodes == framework_example.example().nodes


def test_the_example_is_scored_and_has_nothing_to_mend() -> None:
    assert [problem for problem in check(framework_example.example()) if problem.severity is Severity.ERROR] == []
