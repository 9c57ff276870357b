"""The answers form: every figure by its label, to be filled in Excel and read back without loss.

Hidden columns name node and input, so that lines may be moved, sorted or left out; where they were deleted, code and
label do. What is empty is left out of the answers: an empty cell is no answer.
"""

import dataclasses
from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from openpyxl.styles import Protection

from app.domain.assessment import ABSENT, Answers, EvidenceLevel, Profile, Response, applicable_grounds
from app.domain.codec import Amount
from app.domain.framework import Framework, Input, Placed
from app.domain.numbers import to_stored
from app.domain.rules import Best, Gate, Judgement, Rule, Scored, Sum
from app.domain.text import fold
from app.errors import AppError
from app.progress import SILENT, Progress
from app.sheets.answer_lines import AnswerReader, ground_word, option_words
from app.sheets.cells import write_amount, write_decimal, write_text
from app.sheets.kinds import AMOUNT, CODE, CODE_SET, TEXT, Words
from app.sheets.opening import Page, open_book
from app.sheets.properties import read_properties, write_properties
from app.sheets.saving import BOLD, BORDER, KEY_FILL, TOP, Draft, head
from app.sheets.tables import Column, Notes, header_key, read_table
from app.wording.own_names import is_own, own_name

FORM, ABOUT, PEERS = "Tự đánh giá", "Thông tin", "Các xã khác"
ABSENT_WORD = "Không có"
_ABOUT_ROWS = (
    Column("agency", "Cơ quan, địa phương", TEXT, empty=""),
    Column("framework", "Mã bộ chỉ số", CODE, empty=""),
    Column("title", "Tên bộ chỉ số", TEXT, empty=""),
    Column("version", "Bản", CODE, empty=""),
    Column("target_group", "Nhóm đối tượng", CODE, empty=""),
    Column("traits", "Đặc điểm", CODE_SET, empty=frozenset()),
)
FORM_COLUMNS = (
    Column("id", "Định danh", CODE, 10, empty="", is_optional=True, is_hidden=True),
    Column("key", "Mã số liệu", CODE, 10, empty="", is_optional=True, is_hidden=True),
    Column("code", "Mã", CODE, 10, empty="", is_optional=True),
    Column("title", "Chỉ tiêu, số liệu", TEXT, 56, empty="", aliases=("Chỉ tiêu", "Tiêu chí", "Số liệu")),
    Column("maximum", "Điểm tối đa", AMOUNT, 10, empty=None, is_optional=True),
    Column("unit", "Đơn vị tính", TEXT, 12, empty="", is_optional=True),
    Column("value", "Giá trị", TEXT, 18, "Nhập số, hoặc chọn trong danh sách.", empty=""),
    Column("points", "Điểm tự chấm", TEXT, 10, "Chỉ với tiêu chí chấm theo đánh giá.", empty=None, is_optional=True),
    Column("ground", "Lý do không áp dụng", TEXT, 26, empty=None, is_optional=True),
    Column("explanation", "Giải trình", TEXT, 40, empty="", is_optional=True),
    Column("evidence", "Tài liệu kiểm chứng", TEXT, 16, "Trong danh sách, hoặc số tài liệu.", is_optional=True),
    Column("hint", "Gợi ý, minh chứng cần có", TEXT, 44, empty="", is_optional=True),
)
_AT = {column.field: number for number, column in enumerate(FORM_COLUMNS, start=1)}
_OPEN = ("value", "points", "ground", "explanation", "evidence")
_PEER_COLUMNS = (Column("code", "Mã tiêu chí", CODE, 14), Column("value", "Giá trị", AMOUNT, 16))
_LEVELS = Words.of(EvidenceLevel)
_GUIDE = (
    "Biểu nhập số liệu tự đánh giá",
    "Trang “Tự đánh giá”: nhập vào các ô nền trắng. Ô để trống là chưa nhập, khác với số 0.",
    "Số viết theo cách thông thường (1.506 hoặc 75,5). Ô có danh sách: bấm mũi tên bên phải ô để chọn.",
    "Tiêu chí không áp dụng: chọn lý do ở dòng của tiêu chí (hoặc của nhóm), không nhập số liệu.",
    "Tài liệu kiểm chứng được đính kèm trong phần mềm; ở đây chỉ ghi mức độ đã có hoặc số tài liệu.",
    "Giữ nguyên tiêu đề cột. Lưu tệp dạng .xlsx rồi gửi lại.",
)


def form_columns(framework: Framework) -> tuple[Column, ...]:
    """The form's columns under the framework's own names for things; the program's names are read as well."""
    evidence = own_name(framework, "evidence")
    own = {
        "title": f"{own_name(framework, 'criterion')}, số liệu" if is_own(framework, "criterion") else "",
        "ground": own_name(framework, "ground"),
        "evidence": evidence,
        "hint": f"Gợi ý, {evidence[:1].lower()}{evidence[1:]} cần có" if is_own(framework, "evidence") else "",
    }
    return tuple(_renamed(column, own.get(column.field, "")) for column in FORM_COLUMNS)


def _renamed(column: Column, name: str) -> Column:
    """The column under another name, unless a column bears it already."""
    taken = {header_key(word) for item in FORM_COLUMNS if item is not column for word in (item.header, *item.aliases)}
    if not name or header_key(name) in taken:
        return column
    return dataclasses.replace(column, header=name, aliases=(*column.aliases, column.header))


# Writing -----------------------------------------------------------------------------------------------------------


def write_answers(
    framework: Framework,
    answers: Answers,
    path: Path,
    agency_name: str = "",
    only: Collection[str] | None = None,
    peers: Mapping[str, Sequence[Fraction]] | None = None,
    progress: Progress = SILENT,
) -> None:
    """Writes the form with what is answered so far.

    `only`: ids of the nodes to be answered (an office's share), with the groups above them; `peers`: what others
    reached, by node id. Raises `AppError` sheet.target_in_use or sheet.not_written.
    """
    draft = Draft(f"{framework.title} – {agency_name}".strip(" –"))
    draft.guide(_GUIDE)
    _write_form(draft, framework, answers, _shown(framework, answers.profile, only), progress)
    about = {
        "agency": agency_name,
        "framework": framework.id,
        "title": framework.title,
        "version": framework.version,
        "target_group": answers.profile.target_group,
        "traits": answers.profile.traits,
    }
    write_properties(draft, ABOUT, _ABOUT_ROWS, about)
    if peers:
        _write_peers(draft, framework, peers)
    draft.book.active = draft.book.sheetnames.index(FORM)
    draft.save(path, progress)


def _shown(framework: Framework, profile: Profile, only: Collection[str] | None) -> list[Placed]:
    index = framework.index
    places = [place for place in index.places.values() if index.in_scope(place, profile.target_group)]
    if only is None:
        return places
    wanted = {ancestor for id_ in only if id_ in index.places for ancestor in index.ancestors(id_)}
    return [place for place in places if place.id in wanted]


def _write_form(draft: Draft, framework: Framework, answers: Answers, places: list[Placed], progress: Progress) -> None:
    sheet = draft.sheet(FORM)
    columns = form_columns(framework)
    head(
        sheet, 1, [item.header for item in columns], [item.width for item in columns], [item.help for item in columns]
    )  # fmt: skip
    for name in ("id", "key"):
        sheet.column_dimensions[sheet.cell(1, _AT[name]).column_letter].hidden = True
    row = 1
    for done, place in enumerate(places):
        progress.step(done, len(places))
        response = answers.responses.get(place.id, Response())
        row += 1
        _write_node(draft, sheet, row, framework, place, response, answers.profile)
        for input_ in place.criterion.inputs if place.criterion is not None else ():
            row += 1
            _write_input(draft, sheet, row, place, input_, response.inputs.get(input_.key, ""))
    sheet.freeze_panes = sheet.cell(2, _AT["maximum"])
    sheet.protection.sheet = True  # no password: it only keeps hands off the keys
    sheet.protection.formatColumns = sheet.protection.formatRows = False


def _write_node(
    draft: Draft, sheet: Any, row: int, framework: Framework, place: Placed, response: Response, profile: Profile
) -> None:
    node = place.node
    _keys(sheet, row, place, "", node.code, "    " * place.depth + node.title, "")
    write_amount(sheet.cell(row, _AT["maximum"]), node.maximum)
    for cell in sheet[row]:
        cell.font = BOLD
    words = tuple(ground_word(ground) for ground in applicable_grounds(framework, place, profile))
    _open(draft, sheet.cell(row, _AT["ground"]), words)
    _open(draft, sheet.cell(row, _AT["explanation"]), ())
    claimed = next((item for item in framework.grounds if item.code == response.not_applicable), None)
    write_text(sheet.cell(row, _AT["ground"]), ground_word(claimed) if claimed is not None else "")
    write_text(sheet.cell(row, _AT["explanation"]), response.explanation)
    criterion = place.criterion
    if criterion is not None:
        _open(draft, sheet.cell(row, _AT["evidence"]), _LEVELS.choices)
        write_text(sheet.cell(row, _AT["hint"]), "\n".join(criterion.evidence_guidance))
        if _is_judged(criterion.rule):
            _open(draft, sheet.cell(row, _AT["points"]), ())
    if response.evidence is not EvidenceLevel.NONE:
        _LEVELS.put(sheet.cell(row, _AT["evidence"]), response.evidence)
    if response.points:
        write_decimal(sheet.cell(row, _AT["points"]), response.points)


def _write_input(draft: Draft, sheet: Any, row: int, place: Placed, input_: Input, value: str) -> None:
    _keys(sheet, row, place, input_.key, "", "    " * (place.depth + 1) + input_.label, input_.unit)
    write_text(sheet.cell(row, _AT["hint"]), input_.hint)
    cell = sheet.cell(row, _AT["value"])
    words = option_words(input_)
    choices = (*words.values(), *((ABSENT_WORD,) if input_.may_be_absent else ()))
    _open(draft, cell, choices if words else ())
    if value == ABSENT and input_.may_be_absent and ABSENT not in words:
        write_text(cell, ABSENT_WORD)
    elif words:
        write_text(cell, words.get(value, value))
    elif value:
        write_decimal(cell, value)


def _keys(sheet: Any, row: int, place: Placed, key: str, code: str, title: str, unit: str) -> None:
    texts = {"id": place.id, "key": key, "code": code, "title": title, "unit": unit}
    for name, number in _AT.items():
        cell = sheet.cell(row, number)
        write_text(cell, texts.get(name, ""))
        cell.alignment, cell.border = TOP, BORDER
        if name not in _OPEN:
            cell.fill = KEY_FILL


def _open(draft: Draft, cell: Any, words: tuple[str, ...]) -> None:
    cell.protection = Protection(locked=False)
    draft.choose(cell.parent, cell.coordinate, words)


def _is_judged(rule: Rule) -> bool:
    """Whether a person gives points somewhere in this rule."""
    match rule:
        case Scored():
            return isinstance(rule.measure, Judgement)
        case Gate():
            return _is_judged(rule.then)
        case Sum():
            return any(_is_judged(part.rule) for part in rule.parts)
        case Best():
            return any(_is_judged(case.rule) for case in rule.alternatives)


def _write_peers(draft: Draft, framework: Framework, peers: Mapping[str, Sequence[Fraction]]) -> None:
    sheet = draft.sheet(PEERS)
    head(sheet, 1, [column.header for column in _PEER_COLUMNS], [column.width for column in _PEER_COLUMNS])
    rows = [(node, value) for node in framework.index.places for value in peers.get(node, ())]
    for row, (node, value) in enumerate(rows, start=2):
        write_text(sheet.cell(row, 1), node)
        write_amount(sheet.cell(row, 2), str(value.numerator) if value.denominator == 1 else to_stored(value))


# Reading -----------------------------------------------------------------------------------------------------------


def read_answers(framework: Framework, path: Path, progress: Progress = SILENT) -> Answers:
    """The answers of a filled form; lines that are missing are simply not answered.

    Raises `Several("sheet.bad_cells")` with every cell that does not fit, `AppError("sheet.other_framework")`,
    `AppError("sheet.missing_sheet")`, or what `open_book` raises.
    """
    book = open_book(path, progress)
    try:
        notes = Notes()
        profile = _profile(framework, book.page(ABOUT), notes)
        page = book.page(FORM)
        if page is None:
            raise AppError("sheet.missing_sheet", name=book.name, sheet=FORM)
        reader = AnswerReader(framework, profile, notes)
        for line in read_table(page, reader.columns(form_columns(framework)), notes):
            reader.add(line)
        responses = reader.responses()
        notes.refuse()
        return Answers(responses=responses, profile=profile)
    finally:
        book.close()


def read_peers(framework: Framework, path: Path, progress: Progress = SILENT) -> dict[str, tuple[Fraction, ...]]:
    """What the peers reached, by node id, from the optional sheet; empty without it. Raises as `read_answers`."""
    book = open_book(path, progress)
    try:
        page, notes = book.page(PEERS), Notes()
        peers: dict[str, tuple[Fraction, ...]] = {}
        for line in read_table(page, _PEER_COLUMNS, notes) if page is not None else ():
            if line.is_sound:
                place = framework.index.find(line["code"])
                if place is None:
                    line.note(notes, "code", "known_code", title=FORM)
                else:
                    value: Amount = line["value"]
                    peers[place.id] = (*peers.get(place.id, ()), value.value)
        notes.refuse()
        return peers
    finally:
        book.close()


def _profile(framework: Framework, page: Page | None, notes: Notes) -> Profile:
    if page is None:
        return Profile()
    values = read_properties(page, _ABOUT_ROWS, notes)
    if values["framework"] and fold(values["framework"]) != fold(framework.id):
        raise AppError("sheet.other_framework", found=values["framework"], expected=framework.id)
    return Profile(target_group=values["target_group"], traits=values["traits"])
