"""Sentences about helpers and signing devices (glossary #19 to #21)."""

SENTENCES = {
    "helper.died": (
        "Phần mềm phụ trợ chạy riêng đã dừng giữa chừng khi đọc nội dung này. Số liệu và phần mềm không bị ảnh hưởng. "
        "Mở tệp bằng chương trình khác, hoặc thử lại.",
        "The separate helper process stopped while reading this. Data and program are untouched. "
        "Open the file with another program, or try again.",
    ),
    "helper.too_slow": (
        "Phần mềm phụ trợ chạy riêng không trả lời sau {seconds} giây nên đã được dừng. "
        "Số liệu và phần mềm không bị ảnh hưởng. Mở tệp bằng chương trình khác, hoặc thử lại.",
        "The separate helper process did not answer within {seconds} seconds and was stopped. "
        "Data and program are untouched. Open the file with another program, or try again.",
    ),
    "token.not_found": (
        "Chưa nhận được thiết bị ký số trên máy này. Bản chốt vẫn giữ nguyên. Cắm lại thiết bị, "
        "hoặc chọn Lưu PDF để ký ở máy khác rồi nạp lại bản đã ký.",
        "No signing device was found on this computer. The frozen revision stays as it is. Plug the device in again, "
        "or choose Save PDF to sign on another computer and load the signed one back.",
    ),
    "token.no_certificate": (
        "Thiết bị ký số đã cắm nhưng không có chứng thư nào dùng để ký được lúc này. Bản chốt vẫn giữ nguyên. "
        "Xem các chứng thư đang ẩn, hoặc chọn Lưu PDF để ký ở máy khác rồi nạp lại bản đã ký.",
        "The signing device is there, but none of its certificates can sign now. The frozen revision stays as it is. "
        "Look at the hidden certificates, or choose Save PDF to sign on another computer and load the signed one back.",
    ),
    "token.no_store": (
        "Kho chứng thư của Windows chỉ có trên máy chạy Windows. Chưa ký nội dung nào. "
        "Chọn thiết bị ký số qua trình điều khiển của thiết bị.",
        "The certificate store of Windows is there on Windows alone. Nothing was signed. "
        "Choose the signing device through its own driver.",
    ),
    "token.pin_wrong": (
        "Mã PIN chưa đúng, chưa ký nội dung nào. Tắt bộ gõ tiếng Việt và Caps Lock, kiểm tra lại mã PIN rồi bấm "
        "Ký lại. Phần mềm không tự thử lại.",
        "The PIN is not right; nothing was signed. Turn off the Vietnamese input method and Caps Lock, "
        "check the PIN and press Sign again. The program never tries again by itself.",
    ),
    "token.pin_wrong_low": (
        "Mã PIN chưa đúng, chưa ký nội dung nào. Thiết bị báo đã có lần nhập sai và sẽ khóa nếu còn nhập sai nữa. "
        "Tắt bộ gõ tiếng Việt và Caps Lock, kiểm tra lại mã PIN rồi bấm Ký lại. Phần mềm không tự thử lại.",
        "The PIN is not right; nothing was signed. The device says that wrong PINs were entered and that more will "
        "lock it. Turn off the Vietnamese input method and Caps Lock, check the PIN and press Sign again. "
        "The program never tries again by itself.",
    ),
    "token.pin_wrong_last": (
        "Mã PIN chưa đúng, chưa ký nội dung nào. Thiết bị báo sẽ bị khóa nếu nhập sai thêm một lần. "
        "Hỏi lại người giữ thiết bị trước khi bấm Ký lại. Phần mềm không tự thử lại.",
        "The PIN is not right; nothing was signed. The device says that one more wrong PIN will lock it. "
        "Ask whoever keeps the device before pressing Sign again. The program never tries again by itself.",
    ),
    "token.pin_empty": (
        "Chưa nhập mã PIN nên chưa gửi gì đến thiết bị ký số. Nhập mã PIN rồi bấm Ký số.",
        "No PIN was typed, so nothing was sent to the signing device. Type the PIN, then press Sign.",
    ),
    "token.pin_letters": (
        "Mã PIN vừa nhập có chữ có dấu, có thể do bộ gõ tiếng Việt. Chưa gửi đến thiết bị nên không bị tính là "
        "nhập sai. Tắt bộ gõ tiếng Việt, nhập lại mã PIN rồi bấm Ký số.",
        "The typed PIN has accented letters, perhaps from a Vietnamese input method. It was not sent to the device, "
        "so it does not count as a wrong one. Turn the input method off, type the PIN again and press Sign.",
    ),
    "token.pin_expired": (
        "Thiết bị ký số yêu cầu đổi mã PIN trước khi ký. Chưa ký nội dung nào. Đổi mã PIN bằng phần mềm quản lý của "
        "thiết bị rồi bấm Ký lại.",
        "The signing device wants its PIN changed before it signs. Nothing was signed. "
        "Change the PIN with the device's own program, then press Sign again.",
    ),
    "token.pin_not_set": (
        "Thiết bị ký số chưa được đặt mã PIN nên chưa ký được. Bản chốt vẫn giữ nguyên. Đặt mã PIN bằng phần mềm "
        "quản lý của thiết bị, hoặc liên hệ cơ quan cấp thiết bị.",
        "The signing device has no PIN yet, so it cannot sign. The frozen revision stays as it is. "
        "Set the PIN with the device's own program, or ask whoever issued the device.",
    ),
    "token.locked": (
        "Thiết bị ký số đã bị khóa do nhập sai mã PIN nhiều lần. Số liệu và bản chốt giữ nguyên. Có thể lưu PDF để ký "
        "bằng thiết bị khác; việc mở khóa do cơ quan quản lý chứng thư thực hiện theo văn bản đề nghị.",
        "The signing device is locked after several wrong PINs. Data and the frozen revision stay as they are. "
        "Save the PDF and sign with another device; unlocking is done by the certificate authority on written request.",
    ),
    "token.removed": (
        "Thiết bị ký số đã được rút ra hoặc ngắt kết nối, chưa ký nội dung này. Số liệu và bản chốt giữ nguyên. "
        "Cắm lại thiết bị rồi bấm Ký lại.",
        "The signing device was taken out or disconnected; this was not signed. Data and the frozen revision stay as "
        "they are. Plug the device in again and press Sign again.",
    ),
    "token.cancelled": (
        "Việc ký đã dừng trên thiết bị hoặc trong hộp thoại của thiết bị, chưa ký nội dung nào. "
        "Bấm Ký lại khi đã sẵn sàng.",
        "Signing was stopped on the device or in its own window; nothing was signed. Press Sign again when ready.",
    ),
    "token.no_key": (
        "Thiết bị ký số có chứng thư này nhưng không có khóa bí mật đi cùng nên không ký được. Bản chốt vẫn giữ "
        "nguyên. Chọn chứng thư khác, hoặc liên hệ cơ quan cấp chứng thư.",
        "The signing device holds this certificate without its private key and cannot sign with it. "
        "The frozen revision stays as it is. Choose another certificate, or ask whoever issued it.",
    ),
    "token.expired": (
        "Chứng thư của {name} đã hết hạn ngày {date}, chưa ký nội dung nào. Bản chốt vẫn giữ nguyên. "
        "Chọn chứng thư còn hiệu lực, hoặc kiểm tra ngày giờ của máy tính.",
        "The certificate of {name} expired on {date}; nothing was signed. The frozen revision stays as it is. "
        "Choose a certificate that is valid, or check the computer's clock.",
    ),
    "token.not_yet_valid": (
        "Chứng thư của {name} chỉ có hiệu lực từ ngày {date}, chưa ký nội dung nào. Bản chốt vẫn giữ nguyên. "
        "Chọn chứng thư khác, hoặc kiểm tra ngày giờ của máy tính.",
        "The certificate of {name} is valid from {date} only; nothing was signed. The frozen revision stays as it is. "
        "Choose another certificate, or check the computer's clock.",
    ),
    "token.not_for_signing": (
        "Chứng thư của {name} không được cấp để ký văn bản, chưa ký nội dung nào. Bản chốt vẫn giữ nguyên. "
        "Chọn chứng thư khác của người ký.",
        "The certificate of {name} is not meant for signing papers; nothing was signed. The frozen revision stays as "
        "it is. Choose another certificate of the signer.",
    ),
    "token.not_a_driver": (
        "Tệp {file} không phải trình điều khiển thiết bị ký số (PKCS#11) dùng được trên máy này. Chưa nạp gì từ tệp. "
        "Chọn tệp do phần mềm của thiết bị cài đặt.",
        "{file} is no driver of a signing device (PKCS#11) for this computer. Nothing of it was loaded. "
        "Choose the file that the device's own program installed.",
    ),
    "token.driver_32bit": (
        "Trình điều khiển {file} là bản 32 bit, phần mềm này là bản 64 bit nên không nạp được. Bản chốt vẫn giữ "
        "nguyên. Cài trình điều khiển bản 64 bit của thiết bị, hoặc chọn Lưu PDF để ký ở máy khác.",
        "The driver {file} is a 32-bit one, and this 64-bit program cannot load it. The frozen revision stays as it "
        "is. Install the 64-bit driver of the device, or choose Save PDF to sign on another computer.",
    ),
    "token.driver_not_loaded": (
        "Không nạp được trình điều khiển {file} của thiết bị ký số. Bản chốt vẫn giữ nguyên. Cài lại phần mềm của "
        "thiết bị, hoặc chọn Lưu PDF để ký ở máy khác.",
        "The driver {file} of the signing device cannot be loaded. The frozen revision stays as it is. "
        "Install the device's program again, or choose Save PDF to sign on another computer.",
    ),
    "token.driver_failed": (
        "Trình điều khiển của thiết bị ký số gặp trục trặc ({reason}), chưa ký nội dung nào. Số liệu và bản chốt giữ "
        "nguyên. Rút thiết bị, cắm lại rồi bấm Ký lại; nếu vẫn vậy, chọn Lưu PDF để ký ở máy khác.",
        "The driver of the signing device met trouble ({reason}); nothing was signed. Data and the frozen revision "
        "stay as they are. Take the device out, plug it in and press Sign again; or save the PDF and sign elsewhere.",
    ),
    "token.too_slow": (
        "Thiết bị ký số không trả lời sau {seconds} giây nên phần mềm đã dừng chờ, chưa ký nội dung nào. Số liệu và "
        "bản chốt giữ nguyên. Rút thiết bị, cắm lại rồi bấm Ký lại.",
        "The signing device did not answer within {seconds} seconds, so the program stopped waiting; nothing was "
        "signed. Data and the frozen revision stay as they are. Plug the device in again and press Sign again.",
    ),
    "token.wrong_signature": (
        "Thiết bị ký số trả về chữ ký không khớp với chứng thư của {name} nên không dùng được. Bản chốt vẫn giữ "
        "nguyên. Chọn lại chứng thư, hoặc chọn Lưu PDF để ký ở máy khác.",
        "The signing device gave a signature that does not fit the certificate of {name}; it is not used. "
        "The frozen revision stays as it is. Choose the certificate again, or save the PDF and sign elsewhere.",
    ),
}
