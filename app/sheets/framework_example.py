"""The filled example in a framework workbook: one group with the three commonest ways to score, read by nobody."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.domain.codec import Amount
from app.domain.framework import Criterion, Framework, Group, Input, InputKind, Option, Totals
from app.domain.rules import (
    FULL_GRADE,
    NO_GRADE,
    Band,
    BandKind,
    Bands,
    Choice,
    Grade,
    Options,
    Ratio,
    Scored,
    YesNo,
)
from app.sheets.tables import Column

NODES, INPUTS = "Ví dụ - Tiêu chí", "Ví dụ - Số liệu"
_THRESHOLD = Amount("80%")


def example() -> Framework:
    """A set of ten points, of our own writing."""
    plan = Criterion(
        code="1.1",
        title="Kế hoạch chuyển đổi số năm được ban hành",
        maximum=Amount("2"),
        rule=Scored(measure=YesNo(input="co_ke_hoach"), scale=Options(grades={"yes": FULL_GRADE, "no": NO_GRADE})),
        inputs=(Input(key="co_ke_hoach", label="Đã ban hành kế hoạch của năm", kind=InputKind.YES_NO),),
        evidence_guidance=("Kế hoạch có số, ngày ban hành",),
    )
    online = Criterion(
        code="1.2",
        title="Tỷ lệ hồ sơ nộp trực tuyến",
        maximum=Amount("5"),
        rule=Scored(
            measure=Ratio(numerator="truc_tuyen", denominator="tiep_nhan"),
            scale=Bands(bands=(Band(at_least=_THRESHOLD), Band(below=_THRESHOLD, kind=BandKind.LITERAL))),
        ),
        inputs=(
            Input(key="truc_tuyen", label="Số hồ sơ nộp trực tuyến", kind=InputKind.INTEGER, unit="hồ sơ"),
            Input(key="tiep_nhan", label="Tổng số hồ sơ tiếp nhận", kind=InputKind.INTEGER, unit="hồ sơ"),
        ),
        data_source="Cổng dịch vụ công",
    )
    page = Criterion(
        code="1.3",
        title="Cập nhật trang thông tin điện tử",
        maximum=Amount("3"),
        rule=Scored(
            measure=Choice(input="cap_nhat"),
            scale=Options(grades={"tuan": FULL_GRADE, "thang": Grade(fraction=Amount("1/2")), "khong": NO_GRADE}),
        ),
        inputs=(
            Input(
                key="cap_nhat",
                label="Mức độ cập nhật",
                kind=InputKind.CHOICE,
                options=(
                    Option(key="tuan", label="Hằng tuần"),
                    Option(key="thang", label="Hằng tháng"),
                    Option(key="khong", label="Ít hơn"),
                ),
            ),
        ),
    )
    group = Group(code="1", title="Dịch vụ công trực tuyến", maximum=Amount("10"), nodes=(plan, online, page))
    return Framework(id="vi-du", version="1", title="Ví dụ", totals=Totals(maximum=Amount("10")), nodes=(group,))


def used(columns: Sequence[Column], rows: Sequence[Mapping[str, Any]]) -> tuple[Column, ...]:
    """The columns that say anything in an example: those that must be filled, and those that differ from empty."""

    def says(column: Column) -> bool:
        return any(row.get(column.field) not in (None, "", (), column.empty) for row in rows)

    return tuple(column for column in columns if not column.is_optional or says(column))
