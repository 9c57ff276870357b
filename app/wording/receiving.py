"""Sentences and words about what became of a submission: receipts, returns, replacements, withdrawal, two versions."""

TERMS: dict[str, tuple[str, str]] = {
    "act.choose": ("Chọn bản chính thức", "Chosen"),
    "act.consent": ("Đồng ý bản thay thế", "Replacement taken"),
    "act.decline": ("Không nhận bản thay thế", "Replacement left in history"),
    "act.keep": ("Thôi trả lại", "Return taken back"),
    "act.return": ("Trả lại để hoàn thiện", "Returned for completion"),
    "place.conflicting": ("Có hai bản khác nhau, cần chọn", "Two different versions, one to be chosen"),
    "place.current": ("Được đưa vào thẩm định", "Counts in the appraisal"),
    "place.history": ("Lưu lịch sử", "Kept as history"),
    "place.returned": ("Được trả lại để hoàn thiện", "Returned for completion"),
    "place.bad_signature": ("Chữ ký không dùng được, giữ để đối chiếu", "A signature does not hold, kept to compare"),
    "place.waiting": ("Bản thay thế sau hạn, chờ đồng ý", "Replacement after the deadline, waiting for consent"),
    "received_by_word": ("Đã tiếp nhận (theo thông báo)", "Received (by word)"),
    "bad_signature": ("Chữ ký không dùng được, giữ để đối chiếu", "A signature does not hold, kept for comparison"),
    "waiting": ("Bản thay thế sau hạn, chờ đồng ý", "Replacement after the deadline, waiting for consent"),
}

SENTENCES: dict[str, tuple[str, str]] = {
    "report.other_points": (
        "Điểm in trên báo cáo khác điểm tính lại từ số liệu ở {count} chỗ: {criteria}. Hồ sơ vẫn được tiếp nhận, điểm "
        "tính lại được dùng. Đối chiếu từng chỗ với nơi gửi trước khi công bố.",
        "Points printed on the report are not those computed here from the data, in {count} places: {criteria}. The "
        "submission is taken in and the points computed here are used. Compare each place with the sender before "
        "publication.",
    ),
    "receipt.nothing": (
        "Mọi hồ sơ đã nhận đều có phiếu tiếp nhận. Chưa ghi tệp nào. Chọn từng cơ quan, địa phương nếu cần gửi lại "
        "phiếu.",
        "Everything received has its receipt. No file was written. Choose agencies to make their receipts again.",
    ),
    "submission.not_exported": (
        "Bản chốt này chưa xuất gói nên chưa có gì để rút lại hoặc thay thế. Số liệu giữ nguyên. Chọn Mở lại để sửa.",
        "This revision was not exported, so there is nothing to withdraw or replace. Nothing has changed. Reopen it.",
    ),
    "submission.not_reopened": (
        "Không có bản chốt nào đang mở lại để khôi phục: chưa mở lại, hoặc cơ quan thẩm định đã trả lời. Số liệu giữ "
        "nguyên. Tiếp tục nhập rồi chốt bản mới.",
        "No reopening is left to take back: nothing was reopened, or the authority has answered. Nothing has changed. "
        "Go on and freeze a new revision.",
    ),
    "submission.changed_since": (
        "Số liệu hoặc minh chứng đã sửa sau khi mở lại bản chốt số {number} nên không khôi phục được bản đó. Phần đã "
        "sửa giữ nguyên. Chốt và gửi bản mới; bản mới ghi rõ thay cho bản nào.",
        "Answers or evidence were changed after revision {number} was reopened, so it can't stand again. What was "
        "changed stays. Freeze and send a new revision; it names the one it replaces.",
    ),
    "submission.receipt_in": (
        "Cơ quan thẩm định đã có phiếu tiếp nhận bản chốt số {number} nên không rút lại được nữa. Số liệu giữ nguyên. "
        "Chọn Gửi bản thay thế; sau hạn gửi, bản thay thế cần cơ quan thẩm định đồng ý.",
        "A receipt for revision {number} is in, so it can't be withdrawn any more. Nothing has changed. Send a "
        "replacement; after the deadline the authority has to consent to it.",
    ),
}
