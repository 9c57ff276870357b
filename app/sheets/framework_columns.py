"""What stands in a framework workbook: its sheets, their columns, and the guide to filling them in."""

import dataclasses
from typing import Any

from app.domain.framework import (
    MAX_DECIMALS,
    Criterion,
    EvidencePolicy,
    Figure,
    Framework,
    GradeBands,
    Ground,
    Group,
    Input,
    InputKind,
    PeerScope,
    Pillar,
    RankingTable,
    Regulation,
    Rescale,
    Role,
    Standing,
    StatedBy,
    TargetGroup,
    Totals,
    Trait,
)
from app.domain.framework import Evidence as EvidenceDefault
from app.domain.rules import Policy
from app.sheets.framework_example import INPUTS as EXAMPLE_INPUTS
from app.sheets.framework_example import NODES as EXAMPLE_NODES
from app.sheets.kinds import (
    AMOUNT,
    BASES,
    CODE,
    CODES,
    DAY,
    FLAG,
    LINES,
    OPTIONS,
    TEXT,
    WHOLE,
    AmountCell,
    Code,
    Whole,
    Words,
)
from app.sheets.rule_cells import BEST, COMPOSITIONS, GATE, OTHER, RULE_COLUMNS, SUM
from app.sheets.tables import Column, bound

PROPERTIES, NODES, INPUTS, PARTS = "Bộ chỉ số", "Tiêu chí", "Số liệu", "Cách tính"
GROUNDS, TRAITS, TARGET_GROUPS, PILLARS = "Lý do không áp dụng", "Đặc điểm", "Nhóm đối tượng", "Trụ cột"
BANDS, RANKINGS, TERMS = "Mức xếp loại", "Bảng xếp hạng", "Thuật ngữ"
ORIGINALS = "Nguyên văn"

IS_GROUP = Words(choices=("Nhóm", "Tiêu chí"), pairs=(("Nhóm", True), ("Tiêu chí", False)))
NO_LIMIT = AmountCell(none_word="không giới hạn")


def _prefixed(prefix: str, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns of a value inside another, all of them empty where there is none."""
    return tuple(dataclasses.replace(column, field=f"{prefix}.{column.field}") for column in columns)


def _optional(kind: type[Any], *columns: Column) -> tuple[Column, ...]:
    return tuple(dataclasses.replace(column, is_optional=True) for column in bound(kind, *columns))


FRAMEWORK_ROWS = (
    *bound(
        Framework,
        Column("id", "Mã bộ chỉ số", CODE, help="Chữ không dấu, ví dụ cds-xa-2026; giữ nguyên qua các bản."),
        Column("version", "Bản", CODE, help="Ví dụ 1 hoặc 2026.1."),
        Column("title", "Tên bộ chỉ số", TEXT),
        Column("short_title", "Tên ngắn", TEXT),
        Column("standing", "Tình trạng", Words.of(Standing)),
        Column("notice", "Lưu ý trên mọi trang", TEXT),
        Column("language", "Ngôn ngữ", CODE, help="vi hoặc en."),
        Column("decimals", "Số chữ số thập phân khi hiển thị", Whole(between=(0, MAX_DECIMALS))),
    ),
    *_prefixed(
        "regulation",
        _optional(
            Regulation,
            Column("title", "Văn bản ban hành", TEXT, empty="", help="Trích yếu; để trống nếu chưa có văn bản."),
            Column("id", "Mã văn bản", CODE, help="Giống nhau ở các bộ chỉ số của cùng một văn bản."),
            Column("kind", "Loại văn bản", TEXT),
            Column("number", "Số, ký hiệu văn bản", TEXT),
            Column("date", "Ngày văn bản", DAY),
            Column("issuer", "Cơ quan ban hành", TEXT),
            Column("annex", "Phụ lục", TEXT),
            Column("article", "Điều khoản về bộ chỉ số này", TEXT),
            Column("note", "Ghi chú về văn bản", TEXT),
        ),
    ),
    *_prefixed(
        "totals",
        bound(
            Totals,
            Column("maximum", "Tổng điểm tối đa", AMOUNT),
            Column("declared_count", "Tổng số tiêu chí công bố", WHOLE),
            Column("rescale", "Quy đổi về thang chung", Words.of(Rescale)),
            Column("rescale_to", "Thang chung", AMOUNT),
            Column("bonus_cap", "Điểm thưởng không quá", AMOUNT),
            Column("penalty_cap", "Điểm trừ không quá", AMOUNT),
            Column("bonus_in_percent", "Tính thưởng, trừ vào tỷ lệ đạt", FLAG),
            Column("is_capped", "Tổng điểm không vượt thang", FLAG),
        ),
    ),
    *_prefixed(
        "evidence",
        _optional(
            EvidenceDefault,
            Column("missing", "Khi thiếu tài liệu kiểm chứng", Words.of(EvidencePolicy)),
            Column("incomplete", "Khi tài liệu kiểm chứng chưa đủ", Words.of(EvidencePolicy)),
            Column("article", "Điều khoản về tài liệu kiểm chứng", TEXT),
        ),
    ),
    *bound(
        Framework,
        Column("zero_denominator", "Khi mẫu số bằng 0", Words.of(Policy)),
        Column("zero_denominator_article", "Điều khoản về mẫu số bằng 0", TEXT),
        Column("peers", "So sánh với", Words.of(PeerScope)),
    ),
)

# columns that groups have as well; the rest is for criteria
GROUP_FIELDS = frozenset(("code", "title", "maximum", "role", "target_groups", "note", "id"))
NODE_COLUMNS = (
    Column("level", "Cấp", WHOLE, 6, "1 là cấp cao nhất; dòng dưới thuộc dòng trên có cấp nhỏ hơn."),
    *bound(Criterion, Column("code", "Mã", CODE, 10, "Nhập dạng văn bản: 4.1 và 4.10 là hai mã khác nhau.")),
    *bound(
        Criterion,
        Column("title", "Tên nhóm, tiêu chí", TEXT, 46, aliases=("Chỉ tiêu", "Tên tiêu chí", "Tiêu chí", "Chỉ số")),
        Column("maximum", "Điểm tối đa", AMOUNT, 10),
    ),
    Column("is_group", "Loại", IS_GROUP, 10, "Nhóm có các dòng bên dưới; Tiêu chí được chấm điểm."),
    *RULE_COLUMNS,
    *bound(
        Criterion,
        Column("role", "Tính vào", Words.of(Role), 14),
        Column("unit", "Đơn vị tính", TEXT, 10),
        Column("method", "Cách xác định và tính điểm", TEXT, 40, "Nguyên văn của văn bản."),
        Column("guidance", "Hướng dẫn", TEXT, 30),
        Column("evidence_guidance", "Tài liệu kiểm chứng", LINES, 34, "Mỗi tài liệu một dòng."),
        Column("evidence_required", "Bắt buộc có minh chứng", FLAG, 10),
        Column("missing_evidence", "Khi thiếu minh chứng", Words.of(EvidencePolicy), 20),
        Column("incomplete_evidence", "Khi minh chứng chưa đủ", Words.of(EvidencePolicy), 20),
        Column("zero_denominator", "Khi mẫu số bằng 0", Words.of(Policy), 20),
        Column("target_groups", "Áp dụng cho nhóm đối tượng", CODES, 16, "Để trống nếu áp dụng cho tất cả."),
        Column("data_source", "Nguồn thu thập dữ liệu", TEXT, 20),
        Column("verifier", "Đơn vị phối hợp xác minh", TEXT, 20),
        Column("owner", "Đơn vị phụ trách", TEXT, 20),
        Column("legal_basis", "Căn cứ", BASES, 30, "Mỗi văn bản một dòng."),
        Column("note", "Ghi chú", TEXT, 24),
    ),
    *bound(Group, Column("declared_count", "Số tiêu chí công bố", WHOLE, 10, "Chỉ với nhóm chưa nhập đủ tiêu chí.")),
    *bound(Criterion, Column("id", "Định danh", CODE, 12, "Để trống nếu dùng mã.")),
)
PART_COLUMNS = (
    Column("criterion", "Mã tiêu chí", CODE, 12),
    Column("path", "Phần", Code(repeats=True), 8, "1, 2, 3…; phần con của phần 2 là 2.1, 2.2…"),
    Column("label", "Tên phần", TEXT, 30, empty="", is_optional=True),
    Column("maximum", "Điểm tối đa của phần", AMOUNT, 12, empty=None, is_optional=True),
    *RULE_COLUMNS,
    Column("zero_denominator", "Khi mẫu số bằng 0", Words.of(Policy), 20, empty=None, is_optional=True),
)
INPUT_COLUMNS = (
    Column("criterion", "Mã tiêu chí", CODE, 12),
    *bound(
        Input,
        Column("key", "Mã số liệu", Code(repeats=True), 14, "Chữ không dấu, dùng trong công thức."),
        Column("label", "Tên số liệu", TEXT, 50),
        Column("kind", "Kiểu", Words.of(InputKind), 16),
        Column("unit", "Đơn vị tính", TEXT, 12),
        Column("hint", "Gợi ý", TEXT, 30),
        Column("minimum", "Nhỏ nhất", NO_LIMIT, 12, "Để trống là 0."),
        Column("maximum", "Lớn nhất", AMOUNT, 12),
        Column("options", "Các phương án", OPTIONS, 34, "Mỗi dòng một phương án: mã = nội dung."),
        Column("may_be_absent", "Có thể không có", FLAG, 10, "Ví dụ chưa có kỳ trước để so sánh."),
    ),
)
GROUND_COLUMNS = bound(
    Ground,
    Column("code", "Mã lý do", CODE, 12),
    Column("words", "Nội dung", TEXT, 50),
    Column("policy", "Cách tính điểm", Words.of(Policy), 30),
    Column("article", "Điều khoản", TEXT, 16),
    Column("stated_by", "Người nêu", Words.of(StatedBy), 24),
    Column("trait", "Theo đặc điểm", CODE, 14),
    Column("nodes", "Áp dụng cho mã", CODES, 24, "Để trống nếu áp dụng cho mọi nhóm, tiêu chí."),
    Column("target_groups", "Nhóm đối tượng", CODES, 16),
    Column("proof_required", "Phải chứng minh", FLAG, 10),
)
TRAIT_COLUMNS = bound(Trait, Column("code", "Mã", CODE, 16), Column("name", "Tên đặc điểm", TEXT, 50))
TARGET_GROUP_COLUMNS = bound(
    TargetGroup,
    Column("code", "Mã", CODE, 16),
    Column("name", "Tên nhóm đối tượng", TEXT, 40),
    Column("maximum", "Tổng điểm tối đa", AMOUNT, 14, "Để trống nếu như bộ chỉ số."),
    Column("is_ranked", "Có xếp hạng", FLAG, 10),
    Column("is_banded", "Có xếp loại", FLAG, 10),
    Column("declared_count", "Số đơn vị văn bản nêu", WHOLE, 12),
    Column("members", "Các đơn vị văn bản liệt kê", LINES, 50, "Mỗi đơn vị một dòng."),
)
PILLAR_COLUMNS = bound(
    Pillar,
    Column("code", "Mã", CODE, 12),
    Column("name", "Tên trụ cột", TEXT, 36),
    Column("nodes", "Gồm các nhóm", CODES, 30, "Mã các nhóm, cách nhau dấu chấm phẩy.", empty=()),
    Column("maximum", "Điểm tối đa", AMOUNT, 12, "Để trống nếu bằng tổng các nhóm."),
)
BAND_TABLE_COLUMNS = bound(
    GradeBands,
    Column("code", "Mã bảng", CODE, 12),
    Column("name", "Tên bảng", TEXT, 24),
    Column("reads", "Xếp theo", Words.of(Figure), 18, empty=None),
    Column("pillar", "Trụ cột", CODE, 14),
    Column("target_groups", "Nhóm đối tượng", CODES, 16),
    Column("article", "Điều khoản", TEXT, 14),
)
BAND_COLUMNS = (
    *BAND_TABLE_COLUMNS,
    Column("band", "Mức", TEXT, 20, empty=""),
    Column("at_least", "Từ", AMOUNT, 10, empty=None, is_optional=True),
    Column("above", "Trên", AMOUNT, 10, empty=None, is_optional=True),
    Column("below", "Đến dưới", AMOUNT, 10, empty=None, is_optional=True),
    Column("up_to", "Đến hết", AMOUNT, 10, empty=None, is_optional=True),
)
RANKING_COLUMNS = bound(
    RankingTable,
    Column("code", "Mã", CODE, 14),
    Column("title", "Tên bảng xếp hạng", TEXT, 50),
    Column("measure", "Xếp theo", Words.of(Figure), 18),
    Column("pillar", "Trụ cột", CODE, 14),
    Column("target_groups", "Nhóm đối tượng", CODES, 16),
    Column("is_split_by_parent", "Mỗi cấp trên một bảng", FLAG, 12),
    Column("is_common", "Chung với bộ khác", FLAG, 12, "Một bảng với bảng cùng mã của các bộ chỉ số khác trong đợt."),
)
TERM_COLUMNS = (Column("key", "Mã từ", CODE, 20), Column("term", "Tên gọi trong văn bản", TEXT, 50, empty=""))
ORIGINAL_COLUMNS = (
    Column("criterion", "Mã nhóm, tiêu chí", CODE, 12),
    Column("heading", "Cột của văn bản", TEXT, 30),
    Column("text", "Nội dung", TEXT, 100),
)
GUIDE_LINES = (
    "Bộ chỉ số dưới dạng bảng tính: mỗi trang một loại nội dung, mỗi dòng một mục.",
    "Trang “Bộ chỉ số”: nhập vào cột B. Trang “Tiêu chí”: mỗi nhóm, mỗi tiêu chí một dòng, theo thứ tự; cột Cấp cho "
    "biết dòng nào thuộc dòng nào.",
    "Trang “Số liệu”: các số liệu phải nhập của từng tiêu chí; mã số liệu được dùng trong các cột của cách tính.",
    "Trang “Cách tính”: chỉ dùng cho các phần của cách tính gồm nhiều phần "
    f"(“{SUM}”, “{BEST}”, “{GATE}”); phần 1, 2, 3…, phần con 2.1, 2.2…",
    f"Trang “{EXAMPLE_NODES}”, “{EXAMPLE_INPUTS}”: một nhóm ba tiêu chí điền mẫu; phần mềm không đọc hai trang này.",
    "Có thể đổi chỗ, thêm cột và thêm dòng trống; tiêu đề cột giữ nguyên chữ. Mã nhập dạng văn bản.",
    "Điểm trong “Bảng điểm”: “tối đa”, “1/2 tối đa”, “75% tối đa” hoặc “5 điểm”. Khoảng: “từ 50% đến dưới 75%: 1/2 "
    "tối đa”; cận dưới tính cả, cận trên không tính; “theo tỷ lệ” là tỷ lệ nhân điểm tối đa.",
    "Công thức gồm mã số liệu, số, dấu + - * / ( ), min và max.",
    f"Các cách tính điểm: {'; '.join(item.word for item in COMPOSITIONS)}; {GATE}; {SUM}; {BEST}.",
    f"“{OTHER}” do phần mềm ghi khi cách tính không có tên gọi sẵn; không cần sửa.",
)
