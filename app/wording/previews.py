"""Sentences about pictures of evidence."""

_SAVE = "Có thể lưu tệp ra để mở bằng chương trình khác."
_SAVE_EN = "It can be saved and opened with another program."

SENTENCES: dict[str, tuple[str, str]] = {
    "preview.not_pictured": (
        f"Chưa xem trước được loại tệp này. {_SAVE}",
        f"Files of this kind are not previewed. {_SAVE_EN}",
    ),
    "preview.other_kind": (
        "Nội dung tệp không đúng với đuôi tệp nên không xem trước. Hỏi nơi gửi đó là tệp gì trước khi mở.",
        "The content does not fit the file extension, so there is no preview. Ask the sender what it is first.",
    ),
    "preview.locked": (
        "Tệp PDF có mật khẩu nên không xem trước được. Đề nghị nơi gửi gửi bản không đặt mật khẩu.",
        "The PDF has a password, so there is no preview. Ask the sender for a copy without one.",
    ),
    "preview.unreadable": (
        f"Không đọc được tệp này để xem trước; tệp có thể đã hỏng. {_SAVE}",
        f"The file cannot be read for a preview; it may be damaged. {_SAVE_EN}",
    ),
    "preview.too_large": (
        f"Trang này quá lớn để xem trước. {_SAVE}",
        f"This page is too large for a preview. {_SAVE_EN}",
    ),
}
