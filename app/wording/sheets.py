"""Sentences of trouble: sheets; and `EXPECTED`, what fills the place of “cần …” in the sentence of a bad cell."""

SENTENCES: dict[str, tuple[str, str]] = {
    "sheet.bad_cell": (
        "Trang “{sheet}”, ô {cell}: cần {expected}, đang ghi “{found}”.",
        "Sheet “{sheet}”, cell {cell}: expected {expected:en}, found “{found}”.",
    ),
    "sheet.bad_cells": (
        "Trang “{sheet}”, ô {cell}: cần {expected}, đang ghi “{found}”. Còn {more} ô khác cần sửa. Chưa nạp dòng "
        "nào. Lưu bản có đánh dấu các ô này, sửa xong rồi nạp lại.",
        "Sheet “{sheet}”, cell {cell}: expected {expected:en}, found “{found}”. {more} more cells need correction. "
        "No line was loaded. Save a copy with these cells marked, correct them and load again.",
    ),
    "sheet.bad_cells_marked": (
        "Tệp “{name}” có {count} ô cần sửa nên chưa nạp dòng nào. {marked} ô đã được đánh dấu, mỗi ô kèm nội dung cần "
        "có, trong “{copy}”. Sửa trong tệp đó rồi nạp lại.",
        "{count} cells of the file “{name}” need correction, so no line was loaded. {marked} cells are marked, each "
        "with what it should hold, in “{copy}”. Correct them there and load that file.",
    ),
    "sheet.target_is_source": (
        "Bản có đánh dấu không ghi đè lên tệp “{name}” đang nạp; tệp giữ nguyên. Chọn tên hoặc thư mục khác.",
        "The marked copy is not written over “{name}”, the file being loaded, which is unchanged. Choose another name "
        "or folder.",
    ),
    "sheet.missing_sheet": (
        "Tệp “{name}” chưa có trang “{sheet}”. Chưa nạp dòng nào, số liệu hiện có giữ nguyên. Chọn đúng tệp, hoặc "
        "lấy lại biểu do phần mềm xuất ra rồi nhập vào biểu đó.",
        "The file “{name}” has no sheet “{sheet}”. No line was loaded, existing data is unchanged. Choose the right "
        "file, or export the form again and fill that in.",
    ),
    "sheet.old_format": (
        "Tệp “{name}” là Excel kiểu cũ (.xls). Chưa nạp dòng nào, tệp giữ nguyên. Mở tệp bằng Excel, chọn Lưu thành "
        "“Excel Workbook (*.xlsx)” rồi nạp tệp mới.",
        "The file “{name}” is in the old Excel format (.xls). No line was loaded, the file is unchanged. Open it in "
        "Excel, save it as “Excel Workbook (*.xlsx)” and load the new file.",
    ),
    "sheet.locked": (
        "Tệp “{name}” có mật khẩu mở tệp. Chưa nạp dòng nào, tệp giữ nguyên. Mở tệp bằng Excel, bỏ mật khẩu, lưu lại "
        "rồi nạp.",
        "The file “{name}” is protected by a password. No line was loaded, the file is unchanged. Open it in Excel, "
        "remove the password, save and load it again.",
    ),
    "sheet.word": (
        "Tệp “{name}” là văn bản Word. Chưa nạp dòng nào, tệp giữ nguyên. Nếu là phụ lục của văn bản, nạp bằng “Nạp từ "
        "Word hoặc Excel”; nếu không, chép bảng sang Excel, lưu thành .xlsx rồi nạp tệp đó.",
        "“{name}” is a Word document. No line was loaded, the file is unchanged. Load the annex of a decision with "
        "“Load from Word or Excel”; otherwise copy the table to Excel, save it as .xlsx and load that.",
    ),
    "sheet.pdf": (
        "Tệp “{name}” là PDF nên không đọc được bảng bên trong. Chưa nạp dòng nào, tệp giữ nguyên. Xin tệp Excel gốc "
        "(.xlsx), hoặc lấy biểu do phần mềm xuất ra rồi nhập vào biểu đó; bản quét thì phải gõ lại.",
        "“{name}” is a PDF, whose tables cannot be read. No line was loaded, the file is unchanged. Ask for the Excel "
        "file (.xlsx), or export the form and fill that in; a scan has to be typed.",
    ),
    "sheet.picture": (
        "Tệp “{name}” là ảnh chụp hoặc bản quét nên không có chữ để đọc. Chưa nạp dòng nào, tệp giữ nguyên. Xin tệp "
        "Excel gốc (.xlsx), hoặc lấy biểu do phần mềm xuất ra rồi nhập vào biểu đó.",
        "“{name}” is a picture or a scan and holds no text. No line was loaded, the file is unchanged. Ask for the "
        "Excel file (.xlsx), or export the form and fill that in.",
    ),
    "sheet.open_document": (
        "Tệp “{name}” là của LibreOffice (.ods, .odt). Chưa nạp dòng nào, tệp giữ nguyên. Mở bằng LibreOffice, chọn "
        "Lưu thành “Excel 2007-365 (.xlsx)” rồi nạp tệp mới.",
        "“{name}” is a LibreOffice file (.ods, .odt). No line was loaded, the file is unchanged. Open it in "
        "LibreOffice, save it as “Excel 2007-365 (.xlsx)” and load the new file.",
    ),
    "sheet.web_page": (
        "Tệp “{name}” thực ra là một trang web được đặt tên như tệp Excel. Chưa nạp dòng nào, tệp giữ nguyên. Mở bằng "
        "Excel, chọn Lưu thành “Excel Workbook (*.xlsx)” rồi nạp tệp mới.",
        "“{name}” is really a web page named like an Excel file. No line was loaded, the file is unchanged. Open it in "
        "Excel, save it as “Excel Workbook (*.xlsx)” and load the new file.",
    ),
    "sheet.text_file": (
        "Tệp “{name}” chỉ có chữ (như .csv, .txt). Chưa nạp dòng nào, tệp giữ nguyên. Mở bằng Excel, kiểm tra các cột, "
        "chọn Lưu thành “Excel Workbook (*.xlsx)” rồi nạp tệp mới.",
        "“{name}” holds plain text (such as .csv, .txt). No line was loaded, the file is unchanged. Open it in Excel, "
        "look at the columns, save it as “Excel Workbook (*.xlsx)” and load the new file.",
    ),
    "sheet.not_a_workbook": (
        "Tệp “{name}” không phải là tệp Excel (.xlsx). Chưa nạp dòng nào, số liệu hiện có giữ nguyên. Mở tệp bằng "
        "chương trình bảng tính, lưu thành .xlsx rồi nạp lại.",
        "The file “{name}” is not an Excel workbook (.xlsx). No line was loaded, existing data is unchanged. Open it "
        "in a spreadsheet program, save it as .xlsx and load it again.",
    ),
    "sheet.damaged": (
        "Tệp Excel “{name}” bị hỏng hoặc sao chép chưa xong nên không đọc hết được. Chưa nạp dòng nào, số liệu hiện "
        "có giữ nguyên. Sao chép lại từ nguồn, hoặc mở bằng Excel, lưu thành tệp mới rồi nạp.",
        "The workbook “{name}” is damaged or was not copied completely. No line was loaded, existing data is "
        "unchanged. Copy it again, or open it in Excel, save it as a new file and load that.",
    ),
    "sheet.too_big": (
        "Tệp Excel “{name}” lớn hơn mức phần mềm đọc ({limit}). Chưa nạp dòng nào, số liệu hiện có giữ nguyên. Chép "
        "riêng các trang cần nạp sang một tệp mới rồi nạp tệp đó.",
        "The workbook “{name}” is larger than the program reads ({limit}). No line was loaded, existing data is "
        "unchanged. Copy the sheets needed to a new file and load that.",
    ),
    "sheet.vanished": (
        "Không còn thấy tệp “{name}” ở nơi đã chọn. Số liệu hiện có giữ nguyên. Cắm lại USB hoặc tìm lại tệp rồi nạp "
        "lại.",
        "The file “{name}” is no longer where it was chosen. Existing data is unchanged. Plug the stick in again or "
        "find the file, then load it again.",
    ),
    "sheet.unreadable": (
        "Không đọc được tệp “{name}”: tệp đang mở ở chương trình khác hoặc không có quyền đọc. Chưa nạp dòng nào, số "
        "liệu hiện có giữ nguyên. Đóng tệp ở chương trình kia rồi nạp lại.",
        "The file “{name}” cannot be read: another program holds it open, or reading is not permitted. No line was "
        "loaded, existing data is unchanged. Close it there and load it again.",
    ),
    "sheet.target_in_use": (
        "Chưa ghi được tệp “{name}”: tệp đang mở trong Excel hoặc không có quyền ghi vào thư mục. Tệp cũ và số liệu "
        "giữ nguyên. Đóng tệp đó hoặc chọn nơi lưu khác rồi xuất lại.",
        "The file “{name}” could not be written: it is open in Excel, or the folder may not be written to. The old "
        "file and the data are unchanged. Close it or choose another place, then export again.",
    ),
    "sheet.not_written": (
        "Chưa ghi được tệp “{name}” (ổ đĩa đầy, USB đã ngắt hoặc thư mục không còn). Số liệu trong máy nguyên vẹn và "
        "không để lại tệp dở dang. Chọn nơi lưu khác rồi xuất lại.",
        "The file “{name}” could not be written (disk full, stick unplugged or folder gone). The data is intact and "
        "no half-written file is left. Choose another place and export again.",
    ),
    "sheet.text_too_long": (
        "Chưa ghi tệp: nội dung ở trang “{sheet}”, ô {cell} dài hơn {limit} ký tự nên Excel không giữ được trọn vẹn. "
        "Dữ liệu trong máy nguyên vẹn. Xuất dạng JSON, hoặc rút ngắn nội dung này rồi xuất lại.",
        "Nothing was written: the text for cell {cell} of the sheet “{sheet}” is longer than {limit} characters, and "
        "Excel would not keep it whole. The data is intact. Write JSON instead, or shorten the text and try again.",
    ),
    "sheet.other_framework": (
        "Biểu này lập theo bộ chỉ số “{found}”, không phải “{expected}”. Chưa nạp dòng nào, số liệu hiện có giữ "
        "nguyên. Mở đúng đợt đánh giá rồi nạp lại, hoặc lấy biểu mới.",
        "This form belongs to the framework “{found}”, not “{expected}”. No line was loaded, existing data is "
        "unchanged. Open the right campaign and load it again, or export a new form.",
    ),
}

EXPECTED: dict[str, tuple[str, str]] = {
    "text": ("nội dung bằng chữ", "a text"),
    "one_limit": (
        "một giới hạn ở mỗi đầu, bỏ trống ô này hoặc ô kia",
        "one limit on each side, this cell or the other empty",
    ),
    "filled": ("có nội dung, không để trống", "something, not an empty cell"),
    "number": ("số, ví dụ 1.506 hoặc 75,5", "a number, such as 1506 or 75.5"),
    "number_between": ("số từ {low} đến {high}", "a number from {low} to {high}"),
    "number_from": ("số từ {low} trở lên", "a number of at least {low}"),
    "number_up_to": ("số không quá {high}", "a number of at most {high}"),
    "plain_number": ("số không kèm dấu %", "a number without a % sign"),
    "amount": ("số, tỷ lệ % hoặc phân số, ví dụ 7,5 hoặc 75% hoặc 1/2", "a number, percentage or fraction"),
    "whole": ("số nguyên", "a whole number"),
    "date": ("ngày theo dạng dd/mm/yyyy", "a date, dd/mm/yyyy"),
    "deadline": ("ngày hoặc số ngày đúng với loại hạn đã chọn", "dates or days that fit the kind of deadline"),
    "yes_no": ("Có hoặc Không", "Có (yes) or Không (no)"),
    "one_of": ("một trong các mục: {words}", "one of: {words}"),
    "nearest": ("một mục trong danh sách, gần nhất là “{word}”", "an entry of the list; the nearest is “{word}”"),
    "code_as_text": (
        "mã dạng văn bản, ví dụ '{example} (Excel đã đổi mã thành số hoặc ngày)",
        "a code as text, such as '{example} (Excel has turned the code into a number or date)",
    ),
    "as_typed": (
        "nội dung dạng văn bản, gõ dấu ' ở trước (Excel đã đổi nội dung thành ngày)",
        "a text, typed with ' before it (Excel has turned it into a date)",
    ),
    "check_code": (
        "mã đối chiếu gồm 30 chữ số, dạng văn bản, ví dụ 12345 67890 12345 67890 12345 67890",
        "a check code of 30 digits as text, such as 12345 67890 12345 67890 12345 67890",
    ),
    "listed_code": ("mã có trong danh sách của đợt đánh giá", "a code of the campaign's list"),
    "unique": ("mã chưa dùng ở ô {other}", "a code not used in cell {other}"),
    "original_once": ("mỗi cột của văn bản một dòng cho mỗi mã", "one line for each column of a code"),
    "known_code": ("mã có trong trang “{title}”", "a code that stands in the sheet “{title}”"),
    "known_code_near": (
        "mã có trong trang “{title}”, gần nhất là “{word}”",
        "a code that stands in the sheet “{title}”; the nearest is “{word}”",
    ),
    "computed": (
        "giá trị đã tính (mở tệp bằng Excel, lưu lại để công thức có kết quả)",
        "a stored value (open the file in Excel and save it, so that formulas have results)",
    ),
    "no_error": ("giá trị, không phải báo hiệu của công thức", "a value, not the error of a formula"),
    "column": ("cột có tiêu đề “{header}”", "a column headed “{header}”"),
    "row_label": ("dòng “{header}”", "a line “{header}”"),
    "level": ("cấp từ 1 đến {high}", "a level from 1 to {high}"),
    "under_group": ("tiêu chí nằm dưới một nhóm, không nằm dưới tiêu chí khác", "a criterion below a group"),
    "lines": ("mỗi dòng một mục “mã = nhãn”", "one entry “key = label” on each line"),
    "grades": (
        "mỗi dòng một mục “mã: điểm”, ví dụ “có: tối đa” hoặc “b: 1/2 tối đa” hoặc “c: 5 điểm”",
        "one entry “key: points” on each line, such as “có: tối đa”, “b: 1/2 tối đa” or “c: 5 điểm”",
    ),
    "bands": (
        "mỗi dòng một khoảng, ví dụ “từ 50% đến dưới 75%: 1/2 tối đa” hoặc “dưới 50%: theo tỷ lệ”",
        "one interval on each line, such as “từ 50% đến dưới 75%: 1/2 tối đa” or “dưới 50%: theo tỷ lệ”",
    ),
    "rounding": ("bước làm tròn, ví dụ 0,25 hoặc “0,25 xuống”", "a rounding step, such as 0,25 or “0,25 xuống”"),
    "json": ("nội dung JSON đúng dạng của phần mềm", "JSON in the program's own form"),
    "parent_part": ("phần có dòng cấp trên là cách tính gồm nhiều phần", "a part whose parent is made of parts"),
    "one_child": ("đúng một phần con cho cách tính có điều kiện", "exactly one part below a rule with a condition"),
    "input_place": ("số liệu ở đúng dòng của tiêu chí này", "an input in the lines of this criterion"),
    "evidence_level": ("mức độ trong danh sách, hoặc số tài liệu", "an entry of the list, or a number of files"),
    "positive": ("số lớn hơn 0", "a number above 0"),
    "ground": ("lý do được phép chọn ở dòng này", "a reason that this line allows"),
    "empty_here": ("để trống ở dòng này", "an empty cell in this line"),
}


class Told(str):
    """What was expected: its text is Vietnamese, ``{expected:en}`` gives the English."""

    english: str

    def __new__(cls, key: str, **values: object) -> "Told":
        """The words of `EXPECTED` for `key`, with their values."""
        vietnamese, english = (template.format_map(values) for template in EXPECTED[key])
        told = super().__new__(cls, vietnamese)
        told.english = english
        return told

    def __format__(self, language: str) -> str:
        return self.english if language == "en" else str(self)
