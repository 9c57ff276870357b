"""The regulation's own sheets of a framework workbook: steps, periods, deadlines, questions, remarks."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from app.domain.deadline import Deadline, DeadlineKind
from app.domain.framework import (
    Framework,
    OpenQuestion,
    PeriodKind,
    QuestionOption,
    RegularPeriod,
    Remark,
    RoundField,
    Step,
    StepKind,
    ValueKind,
)
from app.errors import AppError
from app.sheets import kinds
from app.sheets.kinds import CODE, DAY, TEXT, WHOLE, Words, Written
from app.sheets.saving import Draft
from app.sheets.tables import Column, Line, Notes, bound, values_of, write_table

STEPS, PERIODS, DEADLINES = "Các bước", "Các kỳ", "Hạn theo kỳ"
QUESTIONS, OPTIONS, REMARKS = "Câu hỏi", "Phương án", "Ghi nhận"


def _json_object(text: str) -> Any:
    raise ValueError(text)  # what begins like JSON is read before this is asked


def _json_text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


CHANGES = Written(type=Mapping[str, Any], form=_json_text, parse=_json_object, expected="json")
_DEADLINE = (
    Column("deadline.wording", "Hạn (nguyên văn)", TEXT, 30, empty="", is_optional=True),
    Column("deadline.kind", "Loại hạn", Words.of(DeadlineKind), 20, empty=None, is_optional=True),
    Column("deadline.start", "Từ ngày", DAY, 12, "Ngày đầu của tháng, quý.", empty=None, is_optional=True),
    Column("deadline.end", "Đến ngày", DAY, 12, "Ngày ghi trong văn bản.", empty=None, is_optional=True),
    Column("deadline.days", "Số ngày trước", WHOLE, 10, empty=None, is_optional=True),
)
STEP_COLUMNS = (
    *bound(
        Step,
        Column("code", "Mã", CODE, 12),
        Column("name", "Tên bước", TEXT, 34),
        Column("kind", "Loại bước", Words.of(StepKind), 20),
        Column("round", "Lần", WHOLE, 6),
        Column("actor", "Người thực hiện", TEXT, 24),
        Column("column", "Tên cột điểm", TEXT, 18),
        Column("opens", "Được sửa", kinds.MEMBERS(RoundField), 20),
    ),
    *_DEADLINE,
    *bound(Step, Column("article", "Điều khoản", TEXT, 16)),
)
PERIOD_COLUMNS = bound(
    RegularPeriod,
    Column("code", "Mã kỳ", CODE, 12),
    Column("name", "Tên kỳ", TEXT, 30),
    Column("year", "Năm", WHOLE, 8, "Năm của các ngày ghi ở đây và ở trang “Các bước”; các năm khác tính theo."),
    Column("kind", "Loại kỳ", Words.of(PeriodKind), 12),
    Column("data_from", "Số liệu từ ngày", DAY, 14),
    Column("data_to", "Số liệu đến ngày", DAY, 14),
    Column("article", "Điều khoản", TEXT, 16),
)
DEADLINE_COLUMNS = (Column("period", "Mã kỳ", CODE, 12), Column("step", "Mã bước", CODE, 12), *_DEADLINE)
QUESTION_COLUMNS = (
    Column("code", "Mã", CODE, 16, "Để trống nếu chỉ ghi nhận, không hỏi.", empty="", is_optional=True),
    Column("words", "Nội dung văn bản chưa quy định", TEXT, 70),
    *bound(
        OpenQuestion,
        Column("article", "Điều khoản", TEXT, 16),
        Column("asks", "Được nhập", Words.of(ValueKind), 12, "Khi trả lời bằng cách nhập giá trị."),
        Column("path", "Ghi vào", TEXT, 26, "Ví dụ totals.bonus_cap."),
        Column("answer", "Đã chọn", TEXT, 16, "Mã phương án hoặc giá trị đã nhập; trống là chưa trả lời."),
        Column("reason", "Căn cứ chọn", TEXT, 40),
    ),
)
OPTION_COLUMNS = (
    Column("question", "Mã câu hỏi", CODE, 16),
    *bound(
        QuestionOption,
        Column("key", "Mã phương án", CODE, 16),
        Column("label", "Nội dung phương án", TEXT, 60),
        Column("sets", "Thay đổi trong bộ chỉ số", CHANGES, 60, "JSON, theo RFC 7396."),
    ),
)
REMARK_COLUMNS = bound(
    Remark,
    Column("words", "Nội dung", TEXT, 80),
    Column("article", "Điều khoản", TEXT, 20),
    Column("problem", "Mã lưu ý khi kiểm tra", CODE, 22, "Lưu ý này đã biết và chấp nhận."),
    Column("node", "Mã nhóm, tiêu chí", CODE, 16),
)


# Writing -----------------------------------------------------------------------------------------------------------


def write_regulation_sheets(draft: Draft, framework: Framework) -> None:
    """Adds the sheets to a workbook."""
    write_table(draft, STEPS, STEP_COLUMNS, [_step_row(step) for step in framework.steps])
    periods = [values_of(period, PERIOD_COLUMNS) for period in framework.periods]
    write_table(draft, PERIODS, PERIOD_COLUMNS, periods)
    own = [
        {"period": period.code, "step": step, **_deadline_row(deadline)}
        for period in framework.periods
        for step, deadline in period.deadlines.items()
    ]
    write_table(draft, DEADLINES, DEADLINE_COLUMNS, own, frozen=2)
    write_table(draft, QUESTIONS, QUESTION_COLUMNS, [_question_row(item) for item in framework.questions], frozen=2)
    options = [
        {"question": question.code, **values_of(option, OPTION_COLUMNS)}
        for question in framework.questions
        if isinstance(question, OpenQuestion)
        for option in question.options
    ]
    write_table(draft, OPTIONS, OPTION_COLUMNS, options, frozen=2)
    remarks = [values_of(item, REMARK_COLUMNS) for item in framework.remarks]
    write_table(draft, REMARKS, REMARK_COLUMNS, remarks, frozen=0)


def _step_row(step: Step) -> dict[str, Any]:
    return values_of(step, STEP_COLUMNS) | (_deadline_row(step.deadline) if step.deadline is not None else {})


def _deadline_row(deadline: Deadline) -> dict[str, Any]:
    return {f"deadline.{name}": getattr(deadline, name) for name in ("wording", "kind", "start", "end", "days")}


def _question_row(question: OpenQuestion | str) -> dict[str, Any]:
    return {"words": question} if isinstance(question, str) else values_of(question, QUESTION_COLUMNS)


# Reading -----------------------------------------------------------------------------------------------------------


class Lines(Protocol):
    """How the reader of the whole book gives the lines of one sheet."""

    def __call__(self, title: str, own: Sequence[Column], unique: str = "") -> list[Line]: ...


def read_regulation_sheets(lines: Lines, notes: Notes) -> dict[str, Any]:
    """The fields of `Framework` that these sheets hold; what does not fit is noted."""
    return {
        "steps": _steps(lines, notes),
        "periods": _periods(lines, notes),
        "questions": _questions(lines, notes),
        "remarks": tuple(Remark(**line.values) for line in lines(REMARKS, REMARK_COLUMNS) if line.is_sound),
    }


def _steps(lines: Lines, notes: Notes) -> tuple[Step, ...]:
    steps = []
    for line in lines(STEPS, STEP_COLUMNS, "code"):
        own = {name: value for name, value in line.values.items() if "." not in name}
        if line.is_sound:
            steps.append(Step(**own, deadline=_deadline(line, notes)))
    return tuple(steps)


def _deadline(line: Line, notes: Notes) -> Deadline | None:
    values = {name.partition(".")[2]: value for name, value in line.values.items() if name.startswith("deadline.")}
    if not any(value not in (None, "") for value in values.values()):
        return None
    if values["kind"] is None:
        line.note(notes, "deadline.kind", "filled")
        return None
    try:
        return Deadline(**values)
    except AppError:
        line.note(notes, "deadline.kind", "deadline")
        return None


def _periods(lines: Lines, notes: Notes) -> tuple[RegularPeriod, ...]:
    found = lines(PERIODS, PERIOD_COLUMNS, "code")
    deadlines: dict[str, dict[str, Deadline]] = {line["code"]: {} for line in found}
    for line in lines(DEADLINES, DEADLINE_COLUMNS):
        deadline = _deadline(line, notes)
        if line["period"] not in deadlines:
            line.note(notes, "period", "known_code", title=PERIODS)
        elif deadline is None:
            if line.is_sound:
                line.note(notes, "deadline.kind", "filled")
        else:
            deadlines[line["period"]][line["step"]] = deadline
    return tuple(RegularPeriod(**line.values, deadlines=deadlines[line["code"]]) for line in found if line.is_sound)


def _questions(lines: Lines, notes: Notes) -> tuple[OpenQuestion | str, ...]:
    found = lines(QUESTIONS, QUESTION_COLUMNS, "code")
    options: dict[str, list[QuestionOption]] = {line["code"]: [] for line in found if line["code"]}
    for line in lines(OPTIONS, OPTION_COLUMNS):
        if line["question"] not in options:
            line.note(notes, "question", "known_code", title=QUESTIONS)
        elif line.is_sound:
            own = {name: value for name, value in line.values.items() if name != "question"}
            options[line["question"]].append(QuestionOption(**own))
    return tuple(
        OpenQuestion(**line.values, options=tuple(options[line["code"]])) if line["code"] else line["words"]
        for line in found
        if line.is_sound
    )
