"""Sentences and words about work that is brought back from what was sent."""

_NOTHING = "Chưa khôi phục gì, dữ liệu trên máy giữ nguyên."
_NOTHING_EN = "Nothing was brought back, and what is here is as it was."

TERMS: dict[str, tuple[str, str]] = {
    "recover_answers": (
        "Kết quả không có số liệu đã nhập và tài liệu kiểm chứng. Đề nghị cơ quan thẩm định lưu lại đúng tệp hồ sơ xã "
        "đã gửi (mở hồ sơ của xã, chọn Lưu lại đúng tệp đã nhận), rồi khôi phục từ tệp đó.",
        "A result holds neither answers nor evidence. Ask the authority to write the very file that was sent once "
        "more, then bring the work back from it.",
    ),
    "recover_evidence": (
        "Một số tài liệu kiểm chứng đi theo các tập không có ở đây. Khôi phục trước, rồi khôi phục thêm từ các tập đó.",
        "Some evidence travels in volumes that are not here. Bring back what there is, then the volumes.",
    ),
    "recover_campaign": (
        "Hồ sơ do bản phần mềm trước 0.4 lập không ghi kỳ đánh giá, hạn gửi và đặc điểm của xã. Đề nghị cơ quan thẩm "
        "định gửi lại gói triển khai rồi mở gói đó; chưa có thì chưa chốt số liệu được.",
        "A submission of before 0.4 tells neither period nor deadlines nor traits. Ask the authority for the campaign "
        "file again and open it; until then nothing can be frozen.",
    ),
    "recover_feedback": (
        "Ý kiến thẩm định mà hồ sơ này trả lời không nằm trong hồ sơ. Đề nghị cơ quan thẩm định gửi lại rồi mở tệp đó.",
        "The feedback that this submission answers is not in it. Ask the authority for it again and open the file.",
    ),
    "recover_later": (
        "Ý kiến hoặc kết quả ở đây nói về một bản chốt khác, có thể gửi sau bản này. Chọn thêm tệp của bản đó hoặc "
        "phiếu tiếp nhận; nếu không, bản chốt sau có thể trùng số với bản đã gửi.",
        "The feedback or result here speaks of another revision, perhaps sent after this one. Choose its file as "
        "well, or a receipt; otherwise the next revision may bear a number that was sent already.",
    ),
    "recover_key": (
        "Khóa niêm phong không bao giờ nằm trong hồ sơ. Khôi phục khóa từ bản sao lưu hoặc phiếu in nếu còn; nếu "
        "không, khóa mới được tạo khi niêm phong lần sau và cơ quan thẩm định đối chiếu mã sau.",
        "The sealing key is never in a file that is sent. Restore it from a copy or the printed sheet; without one "
        "a new key is made at the next seal, and the authority compares its code later.",
    ),
    "recover_never": (
        "Không khôi phục được: những gì nhập sau khi gửi, việc đã phân công cho các đơn vị, ghi chú và nhật ký trên "
        "máy cũ.",
        "Never brought back: what was entered after sending, who was asked for what, notes and the journal of the "
        "old computer.",
    ),
}

SENTENCES: dict[str, tuple[str, str]] = {
    "recover.nothing": (
        f"Không thấy hồ sơ đã gửi hoặc kết quả nào trong các tệp vừa chọn. {_NOTHING} Chọn tệp .thuocso xã đã gửi, lấy "
        "từ USB, thư điện tử đã gửi hoặc từ cơ quan thẩm định.",
        f"There is no submission and no result among these files. {_NOTHING_EN} Choose the .thuocso file that was "
        "sent: from the stick, the mail that was sent, or the authority.",
    ),
    "recover.no_figures": (
        f"Mới có các tập minh chứng, chưa có phần số liệu. {_NOTHING} Chọn thêm tệp có đuôi SoLieu của cùng hồ sơ.",
        f"These are volumes of evidence without their figures. {_NOTHING_EN} Choose the file of the figures as well.",
    ),
    "recover.several": (
        f"Các tệp vừa chọn thuộc nhiều cơ quan hoặc nhiều đợt đánh giá: {{names}}. {_NOTHING} Chọn riêng tệp của một "
        "xã trong một đợt.",
        f"These files are of several agencies or campaigns: {{names}}. {_NOTHING_EN} Choose those of one alone.",
    ),
    "recover.two_versions": (
        f"Có hai hồ sơ khác nhau cùng ghi bản chốt số {{number}}. {_NOTHING} Hỏi cơ quan thẩm định bản nào là bản "
        "chính thức, rồi chọn một tệp.",
        f"Two different submissions bear number {{number}}. {_NOTHING_EN} Ask the authority which one counts and "
        "choose that file alone.",
    ),
    "recover.exists": (
        f"{{agency}} trên máy này có số liệu đợt {{campaign}} nhập sau khi gửi nên không ghi đè. {_NOTHING} Nếu muốn "
        "xem hồ sơ đã gửi, khôi phục vào một thư mục dữ liệu khác.",
        f"{{agency}} has work in {{campaign}} here that was never sent, and that is never overwritten. {_NOTHING_EN} "
        "To look at what was sent, bring it back in another data folder.",
    ),
    "recover.older": (
        f"Tệp vừa chọn là bản chốt số {{number}}; {{agency}} trên máy này đã có bản chốt số {{known}} mới hơn. "
        f"{_NOTHING} Nếu muốn xem bản cũ, khôi phục vào một thư mục dữ liệu khác.",
        f"The file holds revision {{number}}; {{agency}} has the later revision {{known}} here. {_NOTHING_EN} To look "
        "at the earlier one, bring it back in another data folder.",
    ),
    "recover.correction_first": (
        f"Bản chốt số {{number}} lập theo bản bộ chỉ số đã đính chính mà máy này chưa có. {_NOTHING} Chọn thêm gói "
        "triển khai đã đính chính của đợt.",
        f"Revision {{number}} was made on a corrected version that is not here. {_NOTHING_EN} Choose the corrected "
        "campaign file as well.",
    ),
    "recover.campaign_first": (
        f"Kết quả không kèm bộ chỉ số. {_NOTHING} Chọn thêm gói triển khai của đợt; nếu không còn, đề nghị "
        "{authority} gửi lại.",
        f"A result does not hold the framework. {_NOTHING_EN} Choose the campaign file as well; if it is lost, ask "
        "{authority} for it.",
    ),
    "recover.campaign_needed": (
        "Hồ sơ đã khôi phục không ghi kỳ đánh giá nên chưa chốt được. Số liệu giữ nguyên. Đề nghị {authority} gửi lại "
        "gói triển khai của đợt và mở gói đó.",
        "What was brought back does not tell the period, so nothing can be frozen yet. The figures stay. Ask "
        "{authority} for the campaign file and open it.",
    ),
    "recover.number_needed": (
        "Chưa biết bản chốt đã gửi là số mấy nên chưa chốt bản mới, để không trùng số. Số liệu giữ nguyên. Đề nghị "
        "{authority} gửi lại phiếu tiếp nhận hoặc tệp hồ sơ xã đã gửi, rồi mở tệp đó.",
        "Which number was sent last is not known, so no revision can be frozen without risking the same one twice. "
        "The figures stay. Ask {authority} for a receipt or for the file that was sent, and open it.",
    ),
}
