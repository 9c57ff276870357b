"""Sentences of trouble: the stick for communes."""

SENTENCES: dict[str, tuple[str, str]] = {
    "stick.not_portable": (
        "“{file}” không phải bản Thước Số chạy không cần cài đặt, hoặc đã hỏng. Chưa ghi gì lên USB. Chọn lại tệp "
        "ThuocSo-…-portable.zip hoặc thư mục đã giải nén từ tệp đó, hoặc ghi USB không kèm bản này.",
        "“{file}” is not a copy of Thước Số that runs without being installed, or it is damaged. Nothing was written. "
        "Choose the file ThuocSo-…-portable.zip or the folder unpacked from it, or write the stick without it.",
    ),
    "stick.not_installer": (
        "“{file}” không phải bộ cài Thước Số, hoặc đã hỏng. Chưa ghi gì lên USB. Chọn lại tệp ThuocSo-…-setup.exe, "
        "hoặc ghi USB không kèm bộ cài.",
        "“{file}” is not the installer of Thước Số, or it is damaged. Nothing was written. Choose the file "
        "ThuocSo-…-setup.exe, or write the stick without it.",
    ),
    "stick.letter_not_pdf": (
        "“{file}” không phải tệp PDF. Chưa ghi gì lên USB. Lưu công văn thành PDF rồi chọn lại, hoặc dùng công văn "
        "mẫu.",
        "“{file}” is no PDF. Nothing was written. Save the letter as PDF and choose it again, or use the model letter.",
    ),
    "stick.source_changed": (
        "Tệp “{file}” thay đổi trong lúc đang chép. Phần đã chép được bỏ, số liệu giữ nguyên. Đóng chương trình đang "
        "ghi tệp đó rồi làm lại.",
        "“{file}” changed while it was copied. What was copied is gone again and the data are as they were. Close the "
        "program that writes it, then do it again.",
    ),
}
