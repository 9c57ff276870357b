"""Sentences about signing the report, handing it out and taking it back (glossary #16 and #17)."""

SENTENCES = {
    "signed_pdf.other_revision": (
        "Bản PDF đã ký là bản chốt số {old}, số liệu hiện tại là bản chốt số {new}. Cả hai đều được giữ. "
        "Trình ký lại bản số {new}.",
        "The signed PDF is of revision {old}, the present figures are revision {new}. Both are kept. "
        "Have revision {new} signed.",
    ),
    "signed_pdf.other_submission": (
        "Bản PDF “{file}” không phải báo cáo của hồ sơ này: dữ liệu kèm theo thuộc hồ sơ khác. Bản chốt số {number} "
        "giữ nguyên. Chọn lại tệp đã ký từ bản PDF do phần mềm lưu ra.",
        "The PDF “{file}” is not the report of this submission: the data inside belong to another one. "
        "Revision {number} stays as it is. Choose the file that was signed from the PDF this program saved.",
    ),
    "signed_pdf.no_manifest": (
        "Bản PDF này là bản in lại hoặc bản quét nên không còn dữ liệu kèm theo. Bản chốt số {number} giữ nguyên. "
        "Lấy tệp do phần mềm ký số lưu ra; nếu chỉ có bản giấy, chọn Đính kèm bản quét đã ký.",
        "This PDF was printed again or scanned, so the data inside are gone. Revision {number} stays as it is. "
        "Take the file the signing program saved; if there is only paper, choose Attach the signed scan.",
    ),
    "signed_pdf.several_manifests": (
        "Bản PDF “{file}” có tệp khác được đính kèm thêm nên không xác định được dữ liệu nào đã ký. "
        "Bản chốt số {number} giữ nguyên. Ký lại từ bản PDF do phần mềm lưu ra, không đính kèm thêm tệp.",
        "Another file was attached to the PDF “{file}”, so it is not clear which data were signed. "
        "Revision {number} stays as it is. Sign the PDF this program saved again, without attaching files.",
    ),
    "signed_pdf.unsigned": (
        "Bản PDF “{file}” đúng là bản chốt số {number} nhưng chưa có chữ ký số nào. Chưa thay đổi gì. "
        "Chọn tệp do phần mềm ký số lưu ra sau khi ký.",
        "The PDF “{file}” is revision {number}, but nobody has signed it. Nothing was changed. "
        "Choose the file the signing program saved after signing.",
    ),
    "signed_pdf.fewer_signatures": (
        "Bản PDF “{file}” có ít chữ ký hơn bản đang giữ ({kept} chữ ký). Bản đang giữ không thay đổi. "
        "Nếu muốn dùng bản này, chọn Bỏ bản đã ký rồi nạp lại.",
        "The PDF “{file}” bears fewer signatures than the one that is kept ({kept}). The one kept stays. "
        "To use this one, choose Set the signed report aside and load it again.",
    ),
    "signed_pdf.unreadable": (
        "Không đọc được tệp PDF “{file}”, có thể do sao chép chưa xong. Bản chốt giữ nguyên. "
        "Sao chép lại tệp từ máy đã ký rồi nạp lại.",
        "The PDF “{file}” can't be read; perhaps the copy is not complete. The frozen revision stays as it is. "
        "Copy the file again from the computer where it was signed.",
    ),
    "signed_pdf.not_pdf": (
        "Tệp “{file}” không phải là PDF. Bản chốt giữ nguyên. Chọn tệp PDF do phần mềm ký số lưu ra.",
        "The file “{file}” is no PDF. The frozen revision stays as it is. "
        "Choose the PDF that the signing program saved.",
    ),
    "signed_pdf.broken": (
        "Bản PDF đã ký không còn nguyên vẹn nên chưa nhận. Bản chốt giữ nguyên. Ký lại từ bản PDF do phần mềm lưu ra.",
        "The signed PDF is not intact, so it was not taken. The frozen revision stays as it is. "
        "Sign the PDF this program saved again.",
    ),
    "signed_pdf.none": (
        "Chưa có bản đã ký nào để bỏ. Không có gì thay đổi. Kiểm tra lại ở mục Trình ký và gửi.",
        "There is no signed paper to set aside. Nothing was changed. Look again at Sign and send.",
    ),
    "signed_pdf.is_signed": (
        "Báo cáo đã có chữ ký nên không đổi được người ký. Bản đã ký giữ nguyên. Chọn Bỏ bản đã ký trước, rồi đổi.",
        "The report is signed, so the signer can't be changed. The signed one stays. "
        "Set the signed report aside first.",
    ),
    "signed_pdf.sent_already": (
        "Bản chốt số {number} đã được gửi đi nên không thêm chữ ký vào bản này nữa. Hồ sơ đã gửi giữ nguyên. "
        "Chọn Mở lại để sửa, chốt bản mới rồi trình ký.",
        "Revision {number} was sent already, so no signature is added to it any more. What was sent stays. "
        "Reopen, freeze a new revision and have that signed.",
    ),
    "signed_pdf.report_gone": (
        "Không tìm thấy báo cáo của bản chốt này trong thư mục dữ liệu. Số liệu không bị ảnh hưởng. "
        "Chạy Kiểm tra dữ liệu trong Cài đặt, hoặc khôi phục bản sao lưu.",
        "The report of this revision is not in the data folder. The figures are untouched. "
        "Check the data in Settings, or restore a backup.",
    ),
    "signed_pdf.bad_scan": (
        "Tệp “{file}” không phải bản quét PDF, JPG hoặc PNG đọc được. Chưa đính kèm. "
        "Quét lại trang đã ký, đóng dấu và lưu thành PDF, JPG hoặc PNG, không quá {limit} MB.",
        "The file “{file}” is no readable scan in PDF, JPG or PNG. It was not attached. "
        "Scan the signed and sealed page again as PDF, JPG or PNG of at most {limit} MB.",
    ),
    "signer.file_unreadable": (
        "Tệp đã chọn không phải tệp chứng thư chữ ký số (.p12, .pfx) đọc được. Chưa ký nội dung nào. "
        "Chọn lại tệp do nơi cấp chứng thư cung cấp.",
        "The file is no readable certificate file (.p12, .pfx). Nothing was signed. "
        "Choose the file the issuer of the certificate provided.",
    ),
    "signer.password_wrong": (
        "Mật khẩu của tệp chứng thư chưa đúng, chưa ký nội dung nào. Tắt bộ gõ tiếng Việt và Caps Lock rồi nhập lại.",
        "The password of the certificate file is not right; nothing was signed. "
        "Turn off the Vietnamese input method and Caps Lock and type it again.",
    ),
    "signer.no_key": (
        "Tệp này chỉ có chứng thư, không có khóa để ký. Chưa ký nội dung nào. "
        "Chọn tệp .p12 hoặc .pfx có cả khóa, hoặc ký bằng thiết bị ký số.",
        "This file holds a certificate but no key to sign with. Nothing was signed. "
        "Choose a .p12 or .pfx file with its key, or sign with a signing device.",
    ),
    "signer.not_yet_valid": (
        "Chứng thư của {name} chưa có hiệu lực, chỉ dùng được từ {day}. Chưa ký nội dung nào. "
        "Kiểm tra ngày giờ của máy, hoặc chọn chứng thư khác.",
        "The certificate of {name} is not valid before {day}. Nothing was signed. "
        "Check the computer's clock, or choose another certificate.",
    ),
    "signer.expired": (
        "Chứng thư của {name} đã hết hạn từ {day}. Chưa ký nội dung nào. Chọn chứng thư còn hiệu lực, "
        "hoặc chọn Lưu PDF để ký ở máy khác.",
        "The certificate of {name} expired on {day}. Nothing was signed. Choose one that is valid, "
        "or save the PDF to sign on another computer.",
    ),
    "signer.is_authority": (
        "Chứng thư “{name}” là của nơi cấp chứng thư, không dùng để ký văn bản. Chưa ký nội dung nào. "
        "Chọn chứng thư của người ký hoặc của cơ quan.",
        "“{name}” is a certificate of an issuer and can't sign papers. Nothing was signed. "
        "Choose the certificate of the person or of the agency.",
    ),
    "signer.wrong_usage": (
        "Chứng thư của {name} không được cấp để ký văn bản. Chưa ký nội dung nào. Chọn chứng thư dùng để ký số.",
        "The certificate of {name} was not issued for signing. Nothing was signed. Choose one that is.",
    ),
    "signer.weak_key": (
        "Khóa của chứng thư này không thuộc loại được dùng để ký (RSA từ 2048 bit, ECDSA từ 256 bit). "
        "Chưa ký nội dung nào. Chọn chứng thư khác hoặc đề nghị nơi cấp đổi chứng thư.",
        "The key of this certificate is of no kind that may sign (RSA of 2048 bits, ECDSA of 256 bits or more). "
        "Nothing was signed. Choose another certificate or ask the issuer for a new one.",
    ),
    "signer.no_field": (
        "Báo cáo này không có ô chữ ký để ký trên máy này. Bản chốt giữ nguyên. "
        "Chọn Lưu PDF để ký ở máy khác, hoặc chọn Bỏ bản đã ký rồi ký lại.",
        "This report has no signature field to sign here. The frozen revision stays as it is. "
        "Save the PDF to sign on another computer, or set the signed report aside and sign again.",
    ),
    "signer.field_taken": (
        "Ô chữ ký này đã được ký. Bản đã ký giữ nguyên. Nếu cần ký lại, chọn Bỏ bản đã ký trước.",
        "This field is signed already. The signed report stays. To sign again, set the signed report aside first.",
    ),
    "signer.leader_first": (
        "Lãnh đạo chưa ký nên chưa ký được cho cơ quan. Chưa ký nội dung nào. Lãnh đạo ký trước, cơ quan ký sau.",
        "The leader has not signed, so the agency can't yet. Nothing was signed. The leader signs first.",
    ),
    "signer.clock": (
        "Đồng hồ máy tính đang là {now}, trước thời điểm chốt số liệu ({frozen}). Chưa ký nội dung nào. "
        "Chỉnh lại ngày giờ rồi ký, vì thời điểm ký lấy theo đồng hồ này.",
        "The computer's clock says {now}, before the figures were frozen ({frozen}). Nothing was signed. "
        "Mend the clock and sign then: the time of signing is taken from it.",
    ),
    "signer.bad_image": (
        "Không dùng được ảnh này. Ảnh đang dùng giữ nguyên. Chọn ảnh chữ ký hoặc con dấu dạng PNG (nền trong suốt) "
        "hoặc JPG, không quá 8 MB.",
        "This picture can't be used. The one in use stays. Choose a picture of the signature or seal as PNG "
        "(transparent) or JPG of at most 8 MB.",
    ),
}
