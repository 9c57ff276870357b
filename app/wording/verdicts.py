"""Sentences about issuers' certificates, revocation lists, accepted signers, and verifying again."""

SENTENCES: dict[str, tuple[str, str]] = {
    "bundle.not_kept": (
        "Không có đúng một tệp đã nhận mang mã “{file}”. Chưa ghi gì. "
        "Trong cửa sổ, mở lại trang đang xem rồi chọn lại tệp; ở dòng lệnh, xem danh sách bằng bundle kept rồi ghi ít "
        "nhất bốn ký tự đầu của mã.",
        "There is not exactly one received file called “{file}”. Nothing was written. "
        "In the window, open the page again and choose the file anew; in the shell, look at bundle kept and give at "
        "least the first four characters.",
    ),
    "signed_pdf.not_judged": (
        "Chưa kiểm tra được chữ ký số trên tệp này: tiến trình đọc tệp đã dừng vì tệp quá lớn, bị hỏng hoặc được tạo "
        "bất thường. Tệp vẫn được lưu. Mở bằng phần mềm ký số để kiểm tra.",
        "The signatures on this file could not be judged: the process that reads it ended, since the file is too "
        "large, damaged or oddly made. It is kept. Check it with a signing program.",
    ),
    "trust.unreadable": (
        "Tệp “{file}” không có chứng thư của nơi cấp hay danh sách thu hồi nào đọc được. Chưa nạp gì từ tệp này. "
        "Lấy tệp .cer, .crt, .crl hoặc .p7b từ trang của nơi cấp chứng thư rồi nạp lại.",
        "The file “{file}” holds no issuer's certificate and no revocation list that can be read. Nothing was loaded "
        "from it. Take the .cer, .crt, .crl or .p7b file from the issuer's site and load that.",
    ),
    "trust.no_issuer": (
        "Tệp “{file}” chỉ có chứng thư của người ký, không phải của nơi cấp. Chưa nạp gì từ tệp này. "
        "Nạp chứng thư của nơi cấp; người ký được ghi nhận ở phần kết quả kiểm tra của hồ sơ.",
        "The file “{file}” holds a signer's certificate only, not an issuer's. Nothing was loaded from it. Load the "
        "issuer's certificate; signers are accepted where a submission's verdict is shown.",
    ),
    "trust.private_key": (
        "Tệp “{file}” có khóa bí mật nên không được nạp. Chưa đọc khóa, chưa lưu gì. "
        "Chỉ nạp tệp chứng thư; cất tệp này ở nơi an toàn.",
        "The file “{file}” holds a private key, so it is not loaded. The key was not read, nothing was kept. Load the "
        "certificate file only, and put this one in a safe place.",
    ),
    "trust.too_large": (
        "Tệp “{file}” quá lớn so với một danh sách thu hồi. Chưa nạp gì từ tệp này. Kiểm tra lại tệp tải về.",
        "The file “{file}” is too large for a revocation list. Nothing was loaded from it. Look at the download again.",
    ),
    "trust.refused": (
        "{count} tệp chưa nạp được; các tệp còn lại đã nạp. Xem từng tệp bên dưới, lấy lại tệp đúng rồi nạp thêm.",
        "{count} files were not loaded, the others were. Look at each below, take the right file and load it.",
    ),
    "trust.no_reason": (
        "Chưa ghi lý do bỏ chứng thư này. Chưa thay đổi gì. Ghi lý do; lý do được lưu vào nhật ký.",
        "Why this certificate is removed is not said. Nothing was changed. Write the reason; the journal keeps it.",
    ),
    "trust.unknown": (
        "Không có chứng thư mang mã “{digest}”. Chưa thay đổi gì. Xem danh sách rồi ghi ít nhất tám ký tự đầu của mã.",
        "There is no certificate “{digest}”. Nothing was changed. Look at the list and give at least eight characters.",
    ),
    "trust.grace": (
        "Số ngày dùng thêm danh sách thu hồi phải từ 0 đến {most}. Chưa thay đổi gì. Ghi lại số ngày.",
        "The days a list counts longer must lie between 0 and {most}. Nothing was changed. Write the number again.",
    ),
    "signer.no_reason": (
        "Chưa ghi căn cứ về người ký này. Chưa thay đổi gì. Ghi căn cứ, ví dụ số công văn hoặc cuộc gọi xác nhận.",
        "On what ground is not said. Nothing was changed. Write it, such as the letter or the call that confirmed it.",
    ),
    "signer.other_agency": (
        "Người ký này đã được ghi nhận cho cơ quan khác (mã {agency}). Chưa thay đổi gì. "
        "Nếu người ký đã chuyển công tác, ngừng ghi nhận ở nơi cũ trước.",
        "This signer is accepted for another agency (code {agency}). Nothing was changed. "
        "If the person has moved, end the acceptance there first.",
    ),
    "signer.not_accepted": (
        "Người ký này không còn được ghi nhận. Chưa thay đổi gì. Mở lại danh sách để xem hiện trạng.",
        "This signer is not accepted any more. Nothing was changed. Open the list again.",
    ),
}
