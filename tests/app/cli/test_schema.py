"""Every command has a schema, and it is a schema."""

import json

import jsonschema
import pytest

from app.cli.commands import COMMANDS
from app.cli.main import main
from tests.app.cli.calling import schema, validator


@pytest.mark.parametrize("name", [command.name for command in COMMANDS])
def test_every_output_has_its_schema(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "output", *name.split()]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed == validator(name).schema
    assert printed["title"] == name


def test_names_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "output", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)["commands"]
    assert listed == sorted([*(command.name for command in COMMANDS), "error"])


@pytest.mark.parametrize("name", ["framework", "answers"])
def test_schemas_of_files(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    from app import resources

    assert main(["schema", name]) == 0
    printed = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator.check_schema(printed)
    if name == "framework":
        jsonschema.validate(json.loads((resources.FRAMEWORKS / "minh-hoa-xa.json").read_text("utf-8")), printed)


def test_a_wrong_output_does_not_pass() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"total": 1}, schema("score"))
