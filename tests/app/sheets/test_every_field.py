"""Whatever a framework can say goes out to a workbook and comes in again: no field of any class is forgotten."""

import dataclasses
from pathlib import Path

from app.domain.framework import Framework, from_json, to_json
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
