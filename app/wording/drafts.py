"""Sentences about frameworks that are being written."""

SENTENCES: dict[str, tuple[str, str]] = {
    "draft.unknown": (
        "Không tìm thấy bản nháp này, có thể đã được ban hành hoặc bỏ. Các bản đã ban hành không thay đổi. "
        "Mở lại từ danh sách Bộ chỉ số.",
        "This draft is not there any more; it may have been published or discarded. Published versions have not "
        "changed. Open it again from the list of frameworks.",
    ),
    "draft.untitled": (
        "Bộ chỉ số chưa có tên nên chưa ban hành. Bản nháp giữ nguyên. Nhập tên bộ chỉ số rồi ban hành lại.",
        "The framework has no title, so it was not published. The draft stays. Enter the title, then publish again.",
    ),
    "draft.no_version": (
        "Chưa ghi là bản thứ mấy nên chưa ban hành. Bản nháp giữ nguyên. Nhập số của bản, ví dụ 2.",
        "The version has no number, so it was not published. The draft stays. Enter one, for example 2.",
    ),
    "draft.version_taken": (
        "Bản {version} của bộ chỉ số này đã ban hành và không thay đổi nữa. Bản nháp giữ nguyên. Ghi số khác.",
        "Version {version} of this framework was published before and never changes. The draft stays. Take another "
        "number.",
    ),
    "draft.has_errors": (
        "Còn {count} chỗ phải sửa nên chưa ban hành. Bản nháp giữ nguyên. Sửa các mục trong danh sách Cần xem rồi "
        "ban hành lại.",
        "{count} place(s) must be mended first, so it was not published. The draft stays. Mend what the list names, "
        "then publish again.",
    ),
}
