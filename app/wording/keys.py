"""Keys and the registry: sentences of trouble, and the words for how a code was compared and why a key ended."""

SENTENCES: dict[str, tuple[str, str]] = {
    "key_sheet.line": (
        "Dòng {line} chưa khớp với phiếu in. Chưa khôi phục khóa nào. Đối chiếu từng nhóm của dòng này với phiếu; chú "
        "ý 8 và B, 5 và S, 2 và Z.",
        "Line {line} is not as printed. No key was restored. Compare each group of this line with the sheet; mind 8 "
        "and B, 5 and S, 2 and Z.",
    ),
    "key_sheet.short": (
        "Mới nhập {signs} trong {wanted} chữ của phiếu sao lưu. Chưa khôi phục khóa nào. Nhập đủ bảy dòng, mỗi dòng "
        "bốn nhóm năm chữ.",
        "Only {signs} of {wanted} signs of the sheet were typed. No key was restored. Type all seven lines, each of "
        "four groups of five.",
    ),
    "key_sheet.newer": (
        "Phiếu sao lưu này do phiên bản phần mềm mới hơn in ra. Chưa khôi phục khóa nào. Cập nhật phần mềm rồi nhập "
        "lại.",
        "This sheet was printed by a newer version. No key was restored. Update the program, then type it again.",
    ),
    "key_sheet.other_agency": (
        "Phiếu sao lưu này là khóa của cơ quan khác, không phải của {agency}. Khóa đang dùng giữ nguyên. Lấy đúng "
        "phiếu của {agency}, hoặc chuyển sang phần việc của cơ quan ghi trên phiếu.",
        "This sheet holds the key of another agency, not of {agency}. The key in use stays. Take the sheet of "
        "{agency}, or switch to the part of the agency named on the sheet.",
    ),
    "key.of_another": (
        "Tệp khóa này được lập cho cơ quan hoặc chiều gửi khác, không dùng cho {agency} được. Khóa đang dùng giữ "
        "nguyên. Chọn đúng tệp khóa của {agency}, hoặc tạo khóa mới.",
        "This key file was made for another agency or direction and cannot serve {agency}. The key in use stays. "
        "Choose the key file of {agency}, or make a new key.",
    ),
    "key.not_accepted": (
        "Chưa có khóa nào của {code} đang được ghi nhận. Không có gì thay đổi. Đối chiếu mã và ghi nhận khóa trước.",
        "No key of {code} is accepted at present. Nothing changed. Compare the code and accept a key first.",
    ),
    "key.no_reason": (
        "Chưa ghi biết được từ đâu. Danh bạ giữ nguyên. Ghi rõ ai báo, qua điện thoại hay văn bản số nào, rồi làm "
        "tiếp.",
        "It was not said how this is known. The registry stays as it was. Say who told it, by telephone or in which "
        "letter, then go on.",
    ),
    "key.not_closed": (
        "Khóa này của {code} đang được ghi nhận hoặc chưa từng ghi nhận, không có gì để khôi phục. Danh bạ giữ nguyên. "
        "Xem lại mã của khóa đã kết thúc.",
        "This key of {code} is accepted at present, or never was: there is nothing to take back. The registry stays "
        "as it was. Look at the code of the key that ended.",
    ),
    "key.was_stolen": (
        "Khóa này của {code} đã được báo bị lấy cắp nên không ghi nhận lại theo cách thông thường. Danh bạ giữ "
        "nguyên. Nếu đã báo nhầm, chọn Khôi phục khóa đã kết thúc và ghi rõ lý do; nếu không, chờ tệp dùng khóa "
        "mới.",
        "This key of {code} was reported stolen, so it isn't simply accepted again. The registry stays as it was. If "
        "that was a mistake, take back its end and say why; otherwise wait for a file under a new key.",
    ),
    "key.no_how": (
        "Chưa ghi mã của khóa được đối chiếu bằng cách nào. Chưa ghi nhận khóa nào. Ghi rõ đối chiếu qua điện thoại, "
        "công văn số nào hay cách khác, rồi ghi nhận.",
        "It was not said how the code of the key was compared. No key was accepted. Say whether by telephone, in which "
        "letter or otherwise, then accept it.",
    ),
    "key.other_than_pinned": (
        "Tệp này niêm phong bằng khóa khác với khóa đã ghi nhận của {sender} nên được giữ lại, chưa có tác dụng gì. "
        "Gọi theo số đã lưu từ trước, không gọi số ghi trong tệp, để đối chiếu mã {check_code}; ghi nhận khóa xong thì "
        "tệp tự có tác dụng.",
        "This file is sealed with another key than the one accepted for {sender}. It was kept and does nothing yet. "
        "Call the number known before, not one in the file, and compare the code {check_code}; once the key is "
        "accepted, the file acts by itself.",
    ),
    "campaign.other_key": (
        "Tệp đợt đánh giá này niêm phong bằng khóa khác với khóa đã ghi nhận của {sender} nên không được nhận. Đợt "
        "đánh giá và số liệu đang có giữ nguyên. Gọi theo số đã lưu từ trước, không gọi số ghi trong tệp, để đối chiếu "
        "mã {check_code}; ghi nhận khóa xong thì mở lại tệp này.",
        "This campaign file is sealed with another key than the one accepted for {sender}, so it was not taken in. The "
        "campaign and the data here stay as they were. Call the number known before, not one in the file, and compare "
        "the code {check_code}; once the key is accepted, open this file again.",
    ),
    "key.letter_differs": (
        "Mã của khóa nhận được từ {agency} khác mã ghi trong công văn. Chưa ghi nhận khóa nào, hồ sơ vẫn được giữ. Gọi "
        "theo số trong danh bạ để hỏi; nếu công văn ghi nhầm thì sửa mã trong danh bạ rồi ghi nhận.",
        "The code of the key that came from {agency} is not the one in its letter. No key was accepted and the files "
        "are kept. Call the number of the registry; if the letter is wrong, correct the code in the registry.",
    ),
    "registry.code_malformed": (
        "Mã đối chiếu phải có 30 chữ số, đang ghi {digits}. Danh bạ giữ nguyên. Chép đủ sáu nhóm, mỗi nhóm năm chữ số.",
        "A check code has 30 digits, there are {digits}. The registry stays as it was. Copy all six groups of five.",
    ),
    "registry.unknown_agency": (
        "Mã {agency} không có trong danh sách của đợt đánh giá. Chưa ghi gì vào danh bạ. Dùng mã ghi trong danh sách "
        "của đợt.",
        "The code {agency} is not in the campaign's list. Nothing was written into the registry. Use the code of the "
        "list.",
    ),
    "registry.nothing_matches": (
        "Không có khóa nào đang chờ mà mã khớp với công văn. Danh bạ giữ nguyên. Nhập mã từ công văn, hoặc đối chiếu "
        "từng cơ quan qua điện thoại.",
        "No waiting key has the code of its letter. The registry stays as it was. Type the codes of the letters, or "
        "compare one by one by telephone.",
    ),
    "registration.alone": (
        "Bản tự đánh giá này lập khi chưa có gói triển khai nên chưa có nơi để báo nhận. Số liệu giữ nguyên. Nạp gói "
        "triển khai của cơ quan thẩm định trước.",
        "This assessment was begun before any campaign file came, so there is nobody to report to. Data stay as they "
        "are. Load the authority's campaign file first.",
    ),
    "registration.not_here": (
        "Phần việc này là của cơ quan thẩm định; phiếu báo nhận do cơ quan được đánh giá lập. Không có gì thay đổi. "
        "Chuyển sang phần việc của cơ quan được đánh giá.",
        "This part is the authority's; a registration is made by who is assessed. Nothing changed. Switch to that "
        "part.",
    ),
    "registration.no_contact": (
        "Chưa ghi tên đầu mối. Phiếu báo nhận chưa được lập. Ghi họ tên và số điện thoại để cơ quan thẩm định gọi khi "
        "cần.",
        "No contact was named. The registration was not made. Give a name and a telephone number for the authority to "
        "call.",
    ),
}

_HOW = {
    "telephone": ("qua điện thoại", "by telephone"),
    "letter": ("theo công văn", "by letter"),
    "in_person": ("gặp trực tiếp", "in person"),
    "agency_signature": ("theo chữ ký số đã ghi nhận của cơ quan", "by the agency's accepted signature"),
}
_ENDS = {
    "replaced": ("Được thay", "Replaced"),
    "lost": ("Bị mất", "Lost"),
    "stolen": ("Bị lấy cắp", "Stolen"),
}
_ROLES = {
    "agency": ("khi gửi hồ sơ", "as a sender of submissions"),
    "authority": ("khi là cơ quan thẩm định", "as the authority"),
}


def how_words(how: str, language: str = "vi") -> str:
    """How a code was compared: "telephone" in words; what a person wrote as it stands."""
    return _HOW[how][language == "en"] if how in _HOW else how


def end_words(reason: str, language: str = "vi") -> str:
    """Why a key ended; "" for no reason told."""
    return _ENDS[reason][language == "en"] if reason in _ENDS else ""


def role_words(role: str, language: str = "vi") -> str:
    """In which direction a key speaks."""
    return _ROLES[role][language == "en"] if role in _ROLES else role
