import json
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.domain import assessment
from app.domain.assessment import Answers, EvidenceLevel, Response
from app.domain.framework import Framework, InputKind, from_json
from app.errors import AppError, Several
from app.sheets.answers_book import FORM, FORM_COLUMNS, read_answers, read_peers, write_answers
from app.wording import sentence
from tests.app.sheets.strategies import answers, frameworks

RESOURCES = Path(__file__).parents[3] / "resources"
AT = {column.field: number for number, column in enumerate(FORM_COLUMNS, start=1)}
HEAVY = settings(
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def illustrative() -> Framework:
    return from_json(json.loads((RESOURCES / "frameworks" / "minh-hoa-xa.json").read_text("utf-8")))


def filled(path: Path, fill: Callable[[Any], None], framework: Framework | None = None) -> Path:
    write_answers(framework or illustrative(), Answers(), path, "Xã Hòa Bình")
    book = openpyxl.load_workbook(path)
    fill(book[FORM])
    book.save(path)
    return path


def row_of(sheet: Any, id_: str, key: str | None = None) -> int:
    rows = range(2, sheet.max_row + 1)
    return next(r for r in rows if (sheet.cell(r, AT["id"]).value, sheet.cell(r, AT["key"]).value) == (id_, key))


def first_input(kind: InputKind) -> tuple[str, Any]:
    for place in illustrative().index.criteria():
        assert place.criterion is not None
        for input_ in place.criterion.inputs:
            if input_.kind is kind:
                return place.id, input_
    raise LookupError(kind)


def come_back(data: st.DataObject, folder: Path) -> None:
    framework = data.draw(st.just(illustrative()) | frameworks)
    given_answers = data.draw(answers(framework))
    path = folder / "biểu.xlsx"
    write_answers(framework, given_answers, path, "Xã =1+1 <b>")
    assert read_answers(framework, path) == given_answers


@given(data=st.data())
@settings(HEAVY, max_examples=12)
def test_any_answers_come_back_as_they_were(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    come_back(data, tmp_path_factory.mktemp("forms"))


@pytest.mark.slow
@given(data=st.data())
@settings(HEAVY, max_examples=100)
def test_many_more_answers_come_back(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    come_back(data, tmp_path_factory.mktemp("forms"))


EXAMPLES = sorted((RESOURCES / "schema" / "examples").glob("*.answers.json"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name.split(".")[0])
def test_answers_of_every_rule_and_the_peers_come_back(path: Path, tmp_path: Path) -> None:
    framework = from_json(json.loads(path.with_name(f"{path.name.split('.')[0]}.json").read_text("utf-8")))
    given_answers, peers = assessment.read_answers(framework, json.loads(path.read_text("utf-8")))
    write_answers(framework, given_answers, tmp_path / "biểu.xlsx", peers=peers)
    cleaned = {
        id_: replace(item, inputs={key: text for key, text in item.inputs.items() if text})
        for id_, item in given_answers.responses.items()
    }
    kept = {id_: item for id_, item in cleaned.items() if item != Response()}
    assert read_answers(framework, tmp_path / "biểu.xlsx").responses == kept
    assert read_peers(framework, tmp_path / "biểu.xlsx") == peers


def test_peers_may_be_any_fraction(tmp_path: Path) -> None:
    framework = illustrative()
    node = next(framework.index.criteria()).id
    peers = {node: (Fraction(1, 3), Fraction(7))}
    write_answers(framework, Answers(), tmp_path / "a.xlsx", peers=peers)
    assert read_peers(framework, tmp_path / "a.xlsx") == peers


def test_an_office_gets_its_share_with_the_groups_above(tmp_path: Path) -> None:
    framework = illustrative()
    node = next(framework.index.criteria())
    response = Response(explanation="đã làm", evidence=EvidenceLevel.SUFFICIENT)
    path = tmp_path / "phần.xlsx"
    write_answers(framework, Answers(responses={node.id: response}), path, only=[node.id])
    ids = {cell.value for cell in openpyxl.load_workbook(path)[FORM]["A"]} - {"Định danh"}
    assert ids == set(framework.index.ancestors(node.id))
    assert read_answers(framework, path).responses == {node.id: response}


@pytest.mark.parametrize(
    ("value", "stored"),
    [("1.234,5", "1234.5"), ("75,5", "75.5"), (75.5, "75.5"), ("  12 ", "12"), (0, "0"), (0.1 + 0.2, "0.3")],
)
def test_figures_are_read_as_people_write_them(value: Any, stored: str, tmp_path: Path) -> None:
    base = illustrative()
    node, input_ = first_input(InputKind.NUMBER) if has(InputKind.NUMBER) else first_input(InputKind.INTEGER)
    framework = relaxed(base, node, input_.key)
    path = filled(
        tmp_path / "a.xlsx",
        lambda sheet: setattr(sheet.cell(row_of(sheet, node, input_.key), AT["value"]), "value", value),
        framework,
    )
    assert read_answers(framework, path).responses[node].inputs == {input_.key: stored}


def has(kind: InputKind) -> bool:
    return any(i.kind is kind for p in illustrative().index.criteria() if p.criterion for i in p.criterion.inputs)


def relaxed(framework: Framework, node: str, key: str) -> Framework:
    """The framework with one input taking any number."""

    def change(item: Any) -> Any:
        if hasattr(item, "nodes"):
            return replace(item, nodes=tuple(map(change, item.nodes)))
        if (item.id or item.code) != node:
            return item
        plain = [replace(i, kind=InputKind.NUMBER, maximum=None) if i.key == key else i for i in item.inputs]
        return replace(item, inputs=tuple(plain))

    return replace(framework, nodes=tuple(map(change, framework.nodes)))


def test_lines_are_found_by_code_and_label_when_the_hidden_columns_are_gone(tmp_path: Path) -> None:
    node, input_ = first_input(InputKind.YES_NO)

    def fill(sheet: Any) -> None:
        sheet.cell(row_of(sheet, node, input_.key), AT["value"]).value = "co"
        sheet.delete_cols(1, 2)

    path = filled(tmp_path / "a.xlsx", fill)
    assert read_answers(illustrative(), path).responses == {node: Response(inputs={input_.key: "yes"})}


def test_bad_cells_are_listed_by_sheet_and_cell(tmp_path: Path) -> None:
    yes_node, yes = first_input(InputKind.YES_NO)
    number_node, number = first_input(InputKind.INTEGER if has(InputKind.INTEGER) else InputKind.NUMBER)
    places: dict[str, str] = {}

    def fill(sheet: Any) -> None:
        for name, row, field, value in (
            ("yes", row_of(sheet, yes_node, yes.key), "value", "có lẽ"),
            ("number", row_of(sheet, number_node, number.key), "value", "-5"),
            ("ground", row_of(sheet, number_node), "ground", "không thích"),
            ("evidence", row_of(sheet, yes_node), "evidence", "nhiều"),
            ("points", row_of(sheet, yes_node), "points", "1000"),
            ("code", sheet.max_row + 1, "code", "9.9.9"),
        ):
            cell = sheet.cell(row, AT[field])
            cell.value = value
            places[name] = cell.coordinate

    with pytest.raises(Several) as caught:
        read_answers(illustrative(), filled(tmp_path / "a.xlsx", fill))
    errors = {error.details["cell"]: error for error in caught.value.errors}
    assert sorted(errors) == sorted(places.values())
    assert errors[places["yes"]].details["expected"] == "Có hoặc Không"
    assert errors[places["number"]].details["expected"].startswith("số từ 0")
    assert errors[places["points"]].details["expected"].startswith("số từ 0 đến")
    assert "a number" in sentence(errors[places["points"]], "en")


def test_the_form_of_another_framework_is_refused(tmp_path: Path) -> None:
    write_answers(illustrative(), Answers(), tmp_path / "a.xlsx")
    with pytest.raises(AppError) as caught:
        read_answers(replace(illustrative(), id="khac"), tmp_path / "a.xlsx")
    assert caught.value.code == "sheet.other_framework"
