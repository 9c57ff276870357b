"""Sentences of trouble in the daily work of a commune: answering, attaching, freezing, sending, receiving."""

SENTENCES: dict[str, tuple[str, str]] = {
    "assessment.closed": (
        "Số liệu đã chốt nên chưa sửa được. Nội dung đã lưu không thay đổi. "
        "Vào Trình ký và gửi, chọn Mở lại để sửa rồi nhập tiếp.",
        "The figures are frozen and can't be changed. What is saved stays as it is. "
        "Go to Sign and send, choose Reopen to mend, then go on.",
    ),
    "bundle.other_campaign": (
        "Tệp này thuộc {campaign}, không thuộc đợt đang mở. Số liệu hiện có không thay đổi. "
        "Mở {campaign} rồi nạp lại, hoặc hỏi lại nơi gửi.",
        "This file belongs to {campaign}, not to the campaign that is open. Nothing has changed. "
        "Open {campaign} and load it again, or ask the sender.",
    ),
    "bundle.other_receiver": (
        "Hồ sơ này gửi cho {receiver}. Chưa ghi nhận nội dung nào. "
        "Chuyển tệp cho đúng nơi nhận hoặc báo lại {sender}.",
        "This file is addressed to {receiver}. Nothing was taken in. Pass it on, or tell {sender}.",
    ),
    "bundle.other_kind": (
        "Tệp này không phải loại đang cần ở đây. Số liệu hiện có không thay đổi. "
        "Kéo tệp vào cửa sổ hoặc chọn Mở tệp nhận được, phần mềm sẽ đưa tệp về đúng chỗ.",
        "This is another kind of file than the one wanted here. Nothing has changed. "
        "Drop it on the window or choose Open a file received; it is led to its place.",
    ),
    "bundle.content_malformed": (
        "Nội dung gói không đúng cấu trúc ở “{path}”. Chưa ghi nhận nội dung nào, số liệu hiện có giữ nguyên. "
        "Đề nghị nơi gửi xuất lại bằng phiên bản phần mềm mới nhất.",
        "The content of the bundle does not have the right form at “{path}”. Nothing was taken in. "
        "Ask the sender to export it again with the newest version.",
    ),
    "campaign.not_in_list": (
        "Trong đợt đánh giá này chưa có cơ quan, địa phương mang mã {code}. Chưa thay đổi gì. "
        "Chọn tên trong danh sách, hoặc đề nghị cơ quan thẩm định bổ sung rồi gửi lại gói triển khai.",
        "Nobody with the code {code} takes part in this campaign. Nothing has changed. "
        "Choose a name of the list, or ask the authority to add it and send the campaign again.",
    ),
    "data.folder": (
        "Không mở được thư mục dữ liệu “{path}” ({detail}). Chưa thay đổi gì. "
        "Kiểm tra ổ đĩa và quyền ghi, hoặc chọn thư mục khác.",
        "The data folder “{path}” can't be opened ({detail}). Nothing has changed. "
        "Look at the disk and at the right to write, or choose another folder.",
    ),
    "evidence.empty_citation": (
        "Trích dẫn còn trống. Chưa ghi gì thêm, minh chứng khác giữ nguyên. "
        "Ghi ít nhất số, ký hiệu, cơ quan ban hành hoặc trích yếu.",
        "The citation is empty. Nothing was added, other evidence stays. "
        "Write at least a number, an issuer or a subject.",
    ),
    "evidence.missing_file": (
        "Tệp minh chứng “{name}” không còn trong thư mục dữ liệu. Số liệu và các tệp khác giữ nguyên. "
        "Đính kèm lại tệp này, hoặc khôi phục từ bản sao lưu.",
        "The evidence file “{name}” is no longer in the data folder. Figures and other files stay. "
        "Attach it again, or restore it from a backup.",
    ),
    "evidence.not_openable": (
        "Không mở trực tiếp loại tệp của “{name}”, để bảo đảm an toàn. Tệp vẫn nằm trong hồ sơ. "
        "Chọn Lưu bản sao rồi mở bằng phần mềm phù hợp.",
        "The kind of “{name}” is not opened straight away, to be on the safe side. The file stays where it is. "
        "Choose Save a copy, then open it with a fitting program.",
    ),
    "evidence.unknown": (
        "Minh chứng này đã được bỏ khỏi hồ sơ. Các minh chứng khác giữ nguyên. Chọn lại trong danh sách.",
        "This piece of evidence was taken out. Other evidence stays. Choose another one of the list.",
    ),
    "feedback.not_ours": (
        "Tệp này trả lời một hồ sơ không lập ở thư mục dữ liệu này. Số liệu hiện có không thay đổi. "
        "Mở thư mục đã lập hồ sơ rồi nạp lại, hoặc hỏi lại nơi gửi.",
        "This file answers a submission that was not made in this data folder. Nothing has changed. "
        "Open the folder it was made in, or ask the sender.",
    ),
    "file.unwritable": (
        "Không ghi được tệp “{name}” ({detail}). Dữ liệu trong phần mềm giữ nguyên. "
        "Đóng tệp nếu đang mở ở chương trình khác, hoặc chọn nơi lưu khác.",
        "The file “{name}” can't be written ({detail}). Data in the program stay as they are. "
        "Close it where it is open, or choose another place.",
    ),
    "key.exists": (
        "Phần việc này đã có khóa niêm phong. Khóa đang dùng giữ nguyên. "
        "Dùng khóa đang có, hoặc tạo khóa mới khi không nhớ mật khẩu.",
        "There is a sealing key already. It stays in use. Use it, or make a new one where the passphrase is forgotten.",
    ),
    "part.unknown": (
        "Không tìm thấy phần việc này trong thư mục dữ liệu. Không có gì thay đổi. "
        "Chọn phần việc khác ở bảng tên người thao tác.",
        "This part is not in the data folder. Nothing has changed. Choose another one in the menu of the person.",
    ),
    "part.several": (
        "Thư mục dữ liệu có nhiều phần việc: {parts}. Chưa thay đổi gì. Nêu rõ phần việc cần làm.",
        "There are several parts in the data folder: {parts}. Nothing has changed. Say which one is meant.",
    ),
    "person.no_name": (
        "Chưa ghi họ và tên. Chưa thêm ai vào danh sách; nội dung đã lưu giữ nguyên. Ghi họ và tên rồi chọn lại.",
        "There is no name. Nobody was added; what is saved stays. Type the full name and try again.",
    ),
    "person.unknown": (
        "Người này không còn trong danh sách. Không có gì thay đổi. Chọn người khác hoặc thêm lại.",
        "This person is no longer in the list. Nothing has changed. Choose somebody else, or add the name again.",
    ),
    "person.is_acting": (
        "{name} đang là người thao tác. Danh sách không thay đổi. Chuyển sang người khác trước, rồi ngừng dùng tên này.",
        "{name} is the one working now. The list has not changed. Switch to somebody else first, then leave the name out.",
    ),
    "submission.no_leader": (
        "Chưa ghi họ tên lãnh đạo xác nhận. Số liệu chưa chốt và vẫn sửa được. Ghi họ tên rồi chốt lại.",
        "The leader who confirms is not named. The figures are not frozen and can be changed. Type the name.",
    ),
    "submission.no_reason": (
        "Chưa ghi lý do. Hồ sơ giữ nguyên. Ghi ngắn gọn lý do rồi thực hiện lại.",
        "No reason was given. Nothing has changed. Write the reason in a few words, then try again.",
    ),
    "submission.not_frozen": (
        "Số liệu chưa chốt. Nội dung đã nhập giữ nguyên. Chốt số liệu trước, rồi xem báo cáo và xuất gói.",
        "The figures are not frozen yet. What was entered stays. Freeze them first, then print and export.",
    ),
    "submission.not_ready": (
        "Còn {count} mục phải xử lý trước khi chốt. Số liệu đã nhập giữ nguyên. Xem các mục này ở Rà soát.",
        "{count} matters must be mended before freezing. What was entered stays. Look at them in Review.",
    ),
}
