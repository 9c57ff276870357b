"""Sentences of trouble, doubts and words of the import of a decision's annex from Word or Excel."""

from app.domain.annex import Doubt, Place

_KEPT = "Chưa nạp gì, tệp giữ nguyên."
_KEPT_EN = "Nothing was loaded, the file is unchanged."

SENTENCES: dict[str, tuple[str, str]] = {
    "annex.pdf": (
        f"Tệp “{{name}}” là PDF nên không đọc được bảng bên trong. {_KEPT} Xin tệp Word gốc của phụ lục, hoặc mở PDF "
        "bằng Word, kiểm tra lại bảng và lưu thành .docx; bản quét thì phải gõ lại.",
        f"“{{name}}” is a PDF, whose tables cannot be read. {_KEPT_EN} Ask for the annex as a Word file, or open the "
        "PDF in Word, look the table through and save it as .docx; a scan has to be typed.",
    ),
    "annex.picture": (
        f"Tệp “{{name}}” là ảnh chụp hoặc bản quét nên không có chữ để đọc. {_KEPT} Xin tệp Word hoặc Excel gốc của "
        "phụ lục.",
        f"“{{name}}” is a picture or a scan and holds no text. {_KEPT_EN} Ask for the annex as a Word or Excel file.",
    ),
    "annex.old_word": (
        f"Tệp “{{name}}” là Word kiểu cũ (.doc hoặc .rtf). {_KEPT} Mở bằng Word, chọn Lưu thành “Word Document "
        "(*.docx)” rồi nạp tệp mới.",
        f"“{{name}}” is in an old Word format (.doc or .rtf). {_KEPT_EN} Open it in Word, save it as “Word Document "
        "(*.docx)” and load the new file.",
    ),
    "annex.old_excel": (
        f"Tệp “{{name}}” là Excel kiểu cũ hoặc kiểu nhị phân (.xls, .xlsb). {_KEPT} Mở bằng Excel, chọn Lưu thành "
        "“Excel Workbook (*.xlsx)” rồi nạp tệp mới.",
        f"“{{name}}” is in an old or binary Excel format (.xls, .xlsb). {_KEPT_EN} Open it in Excel, save it as “Excel "
        "Workbook (*.xlsx)” and load the new file.",
    ),
    "annex.open_document": (
        f"Tệp “{{name}}” là của LibreOffice (.odt, .ods). {_KEPT} Mở tệp, chọn Lưu thành .docx hoặc .xlsx rồi nạp tệp "
        "mới.",
        f"“{{name}}” is a LibreOffice file (.odt, .ods). {_KEPT_EN} Open it, save it as .docx or .xlsx and load that.",
    ),
    "annex.web_page": (
        f"Tệp “{{name}}” thực ra là một trang web được đặt tên như tệp Excel hoặc Word. {_KEPT} Mở bằng Excel hoặc "
        "Word, chọn Lưu thành .xlsx hoặc .docx rồi nạp tệp mới.",
        f"“{{name}}” is really a web page named like an Excel or Word file. {_KEPT_EN} Open it in Excel or Word, save "
        "it as .xlsx or .docx and load the new file.",
    ),
    "annex.text_file": (
        f"Tệp “{{name}}” chỉ có chữ, không có bảng (như .csv, .txt). {_KEPT} Mở bằng Excel, kiểm tra các cột, chọn Lưu "
        "thành .xlsx rồi nạp tệp mới.",
        f"“{{name}}” holds plain text and no table (such as .csv, .txt). {_KEPT_EN} Open it in Excel, look at the "
        "columns, save it as .xlsx and load the new file.",
    ),
    "annex.other_file": (
        f"Tệp “{{name}}” không phải là tệp Word hay Excel. {_KEPT} Chọn tệp .docx hoặc .xlsx của phụ lục.",
        f"“{{name}}” is no Word or Excel file. {_KEPT_EN} Choose the .docx or .xlsx of the annex.",
    ),
    "annex.locked": (
        f"Tệp “{{name}}” có mật khẩu mở tệp. {_KEPT} Mở tệp, bỏ mật khẩu, lưu lại rồi nạp.",
        f"“{{name}}” is protected by a password. {_KEPT_EN} Open it, remove the password, save and load it again.",
    ),
    "annex.damaged": (
        f"Tệp “{{name}}” bị hỏng hoặc sao chép chưa xong nên không đọc hết được. {_KEPT} Sao chép lại từ nguồn, hoặc "
        "mở bằng Word, Excel và lưu thành tệp mới rồi nạp.",
        f"“{{name}}” is damaged or was not copied completely. {_KEPT_EN} Copy it again, or open it in Word or Excel, "
        "save it as a new file and load that.",
    ),
    "annex.too_big": (
        f"Tệp “{{name}}” lớn hơn mức phần mềm đọc ({{limit}}). {_KEPT} Chép riêng phụ lục cần nạp sang một tệp mới "
        "rồi nạp tệp đó.",
        f"“{{name}}” is larger than the program reads ({{limit}}). {_KEPT_EN} Copy the annex needed to a new file and "
        "load that.",
    ),
    "annex.no_table": (
        f"Tệp “{{name}}” không có bảng nào. {_KEPT} Chọn tệp có bảng của phụ lục; nếu bảng là ảnh chụp dán vào thì "
        "phải gõ lại.",
        f"“{{name}}” holds no table. {_KEPT_EN} Choose the file with the table of the annex; a table pasted as a "
        "picture has to be typed.",
    ),
    "annex.no_columns": (
        "Chưa nhận ra cột tên tiêu chí nên chưa đọc được bảng nào. Nội dung tệp vẫn giữ. Chọn bảng của phụ lục và cho "
        "biết cột nào là tên tiêu chí, cột nào là điểm tối đa.",
        "No column of criteria was recognised, so no table can be read. What was read from the file is kept. Choose "
        "the annex's table and say which column holds the criteria, which one the maximum.",
    ),
    "annex.columns_unfit": (
        "Chưa hiểu các cột “{text}”. Chưa nạp gì. Ghi số cột và vai trò, cách nhau dấu phẩy, ví dụ "
        "1=code,2=title,3=maximum,4=method; các vai trò: {roles}.",
        "The columns “{text}” are not understood. Nothing was loaded. Give the number of a column and its role, with "
        "commas between, such as 1=code,2=title,3=maximum,4=method; the roles: {roles}.",
    ),
    "annex.no_criterion": (
        "Chưa có tiêu chí nào nên chưa tạo được bộ chỉ số. Phần đã làm vẫn giữ. Quay lại bước cây tiêu chí và đánh "
        "dấu các dòng là tiêu chí.",
        "There is no criterion yet, so no framework can be made. What was done is kept. Go back to the tree and mark "
        "rows as criteria.",
    ),
    "annex.no_title": (
        "Chưa có tên nên chưa tạo được bộ chỉ số. Phần đã làm vẫn giữ. Nhập tên như trong văn bản.",
        "Without a title no framework can be made. What was done is kept. Type the title as it stands in the decision.",
    ),
}

DOUBTS: dict[str, tuple[str, str]] = {
    "code_mended": (
        "Excel đã đổi mã thành “{found}”; đọc là {code}. Đối chiếu với văn bản.",
        "Excel had made “{found}” of the code; read as {code}. Compare with the decision.",
    ),
    "code_unclear": ("Cột mã ghi “{found}”, không phải mã.", "The column of codes says “{found}”, which is no code."),
    "code_qualified": (
        "Mã {found} dùng nhiều lần trong văn bản; bộ chỉ số ghi {code} để phân biệt.",
        "The decision uses the code {found} several times; the framework says {code} to tell them apart.",
    ),
    "title_missing": ("Chưa có tên.", "There is no title."),
    "maximum_missing": ("Chưa có điểm tối đa. Nhập điểm.", "There is no maximum. Enter one."),
    "maximum_zero": ("Điểm tối đa bằng 0. Nhập lại điểm.", "The maximum is 0. Enter another."),
    "maximum_unclear": (
        "Cột điểm ghi “{found}”, không phải một số. Nhập điểm tối đa.",
        "The column of points says “{found}”, which is no figure. Enter the maximum.",
    ),
    "maximum_from_title": ("Điểm tối đa lấy từ tên.", "The maximum was taken from the title."),
    "maximum_two": (
        "Tên và cột điểm ghi hai điểm khác nhau; đang dùng cột điểm ({cell}).",
        "Title and column give two different maxima; the column's is used ({cell}).",
    ),
    "group_maximum_missing": (
        "Văn bản không ghi điểm của nhóm; tổng các tiêu chí là {sum}.",
        "The decision gives no points for the group; its criteria add up to {sum}.",
    ),
    "group_sum": (
        "Văn bản ghi {declared} điểm, cộng các dòng bên dưới được {sum}.",
        "The decision says {declared} points, the lines below add up to {sum}.",
    ),
    "total_mismatch": (
        "Văn bản ghi tổng {declared} điểm, cộng các nhóm được {sum}.",
        "The decision says {declared} points in all, the groups add up to {sum}.",
    ),
    "group_empty": ("Nhóm chưa có tiêu chí nào.", "The group has no criterion."),
    "penalty_turned": (
        "Điểm trừ ghi số dương ({maximum}); đã đổi thành số âm.",
        "The penalty is written as a positive number ({maximum}); it was made negative.",
    ),
    "part_points": (
        "Các dòng gộp vào tiêu chí này còn ghi điểm ({points}). Xem lại điểm tối đa.",
        "Lines taken into this criterion give points too ({points}). Look at the maximum.",
    ),
    "placed_by_look": (
        "Không có mã; cấp được đoán theo chữ đậm, thụt lề.",
        "No code; the level was guessed from bold type and indent.",
    ),
    "folded": (
        "{count} dòng bên dưới là cách chấm nên đã gộp vào tiêu chí này.",
        "{count} line(s) below tell how it is scored and were taken into this criterion.",
    ),
    "rule_open": (
        "Cách tính điểm chưa được xác nhận, đang để chấm tay.",
        "The scoring rule is not confirmed yet; points are given by hand.",
    ),
}

WHY: dict[str, tuple[str, str]] = {
    "heading_and_content": ("khớp tiêu đề, nội dung", "heading and content agree"),
    "heading": ("theo tiêu đề", "by heading"),
    "content": ("theo nội dung", "by content"),
    "heading_against_content": ("tiêu đề và nội dung không khớp", "heading and content disagree"),
    "chosen": ("đã chọn", "chosen"),
    "nothing": ("chưa nhận ra", "not recognised"),
}

ROLES: dict[str, tuple[str, str]] = {
    "code": ("STT, mã", "Code"),
    "group": ("Nhóm (cột riêng)", "Group (a column of its own)"),
    "title": ("Tên tiêu chí", "Criterion"),
    "maximum": ("Điểm tối đa", "Maximum"),
    "method": ("Cách tính điểm", "Scoring"),
    "evidence": ("Tài liệu kiểm chứng", "Evidence"),
    "source": ("Nguồn dữ liệu", "Data source"),
    "verifier": ("Đơn vị xác minh", "Verifier"),
    "owner": ("Đơn vị phụ trách", "Owner"),
    "unit": ("Đơn vị tính", "Unit"),
    "basis": ("Căn cứ", "Legal basis"),
    "note": ("Ghi chú", "Note"),
    "other": ("Chỉ giữ nguyên văn", "Kept word for word"),
}

_FIGURES = ("declared", "sum", "maximum", "points")


def _at(pair: tuple[str, str], language: str) -> str:
    return pair[("vi", "en").index(language)]


def doubt_sentence(doubt: Doubt, language: str = "vi") -> str:
    """What to look at, in one sentence; figures as people write them."""
    values = {
        name: text.replace(".", ",") if language == "vi" and name in _FIGURES else text
        for name, text in doubt.values.items()
    }
    return _at(DOUBTS[doubt.code], language).format_map(values)


def role_word(role: str, language: str = "vi") -> str:
    """What a column holds."""
    return _at(ROLES[role], language)


def why_words(why: str, language: str = "vi") -> str:
    """What the guess of a column rests on."""
    return _at(WHY[why], language)


def place_words(place: Place, language: str = "vi") -> str:
    """Where a row stands in the file."""
    if place.sheet:
        pair = ("trang “{sheet}”, dòng {row}", "sheet “{sheet}”, row {row}")
    else:
        pair = ("bảng {table}, dòng {row}", "table {table}, row {row}")
    return _at(pair, language).format(sheet=place.sheet, table=place.table, row=place.row)
