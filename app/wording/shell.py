"""Sentences for what the shell and the keeping of a data folder run into."""

SENTENCES: dict[str, tuple[str, str]] = {
    "data.none": (
        "Trong thư mục “{path}” chưa có dữ liệu. Chưa tạo và chưa thay đổi gì. "
        "Kiểm tra lại --data, hoặc bắt đầu bằng campaign create, campaign import hay assessment start.",
        "There are no data in the folder “{path}”. Nothing was made or changed. "
        "Look at --data again, or begin with campaign create, campaign import or assessment start.",
    ),
    "journal.broken": (
        "Nhật ký không còn khớp từ dòng {line}: nội dung dòng này hoặc dòng trước đã bị sửa, thêm hoặc bỏ. "
        "Chưa thay đổi gì khi kiểm tra. Giữ nguyên thư mục dữ liệu và đối chiếu với bản sao lưu gần nhất.",
        "The journal does not agree from line {line} on: that line or the one before was altered, added or taken out. "
        "Nothing was changed by looking. Keep the data folder as it is and compare with the latest backup.",
    ),
    "journal.unreadable": (
        "Dòng {line} của tệp nhật ký không đúng dạng do phần mềm xuất ra. Chưa thay đổi gì. "
        "Lấy lại tệp .jsonl gốc, không mở và lưu lại bằng phần mềm khác.",
        "Line {line} of the journal file is not as this program writes it. Nothing was changed. "
        "Take the original .jsonl file, not opened and saved again by another program.",
    ),
    "data.unsound": (
        "Dữ liệu có {count} chỗ không còn nguyên vẹn. Chưa thay đổi gì khi kiểm tra. "
        "Giữ nguyên thư mục này, khôi phục bản sao lưu gần nhất vào một thư mục khác rồi đối chiếu các chỗ được nêu.",
        "The data are unsound in {count} places. Nothing was changed by looking. "
        "Keep this folder as it is, restore the latest backup into another one, and compare the places named.",
    ),
    "backup.damaged": (
        "Tệp sao lưu không còn nguyên vẹn ở mục “{name}”. Chưa khôi phục gì, thư mục dữ liệu không thay đổi. "
        "Dùng bản sao lưu khác, hoặc sao chép lại tệp này từ nơi lưu.",
        "The backup is not intact at “{name}”. Nothing was restored and no data folder has changed. "
        "Use another backup, or copy this one again from where it is kept.",
    ),
    "restore.not_empty": (
        "Thư mục “{path}” đang có dữ liệu nên không khôi phục vào đó. Không có gì thay đổi. "
        "Chọn một thư mục trống hoặc chưa có.",
        "The folder “{path}” is not empty, so nothing is restored into it. Nothing has changed. "
        "Choose an empty folder or one that does not exist yet.",
    ),
    "restore.disk_full": (
        "Ổ chứa {drive} còn {free_mb} MB, cần {needed_mb} MB nên chưa khôi phục được. Không có gì thay đổi, bản sao "
        "lưu giữ nguyên. Xóa bớt tệp trên ổ này hoặc chọn thư mục ở ổ khác rồi khôi phục lại.",
        "The disk of {drive} has {free_mb} MB left, {needed_mb} MB are needed, so nothing was restored. Nothing has "
        "changed and the backup is as it was. Make room or choose a folder on another disk, then restore again.",
    ),
    "framework.unsound": (
        "Bộ chỉ số có {count} mục phải sửa. Chưa thay đổi gì. Sửa các mục được nêu rồi kiểm tra lại.",
        "The framework has {count} errors. Nothing was changed. Mend what is named, then check again.",
    ),
    "key.none": (
        "Phần việc này chưa có khóa niêm phong. Số liệu không bị ảnh hưởng. "
        "Lập khóa bằng key create; khóa cũng tự được lập ở lần xuất gói đầu tiên.",
        "This part has no sealing key yet. Data are not affected. "
        "Make one with key create; the first export makes one by itself.",
    ),
    "key.not_seen": (
        "Chưa nhận tệp nào niêm phong bằng khóa của {code}. Chưa ghi nhận khóa nào. "
        "Nạp tệp của nơi gửi trước, hoặc ghi nhận khóa bằng tệp chứng thư.",
        "No file sealed by {code} has come in yet. No key was accepted. "
        "Load a file of that sender first, or accept the key from its certificate file.",
    ),
    "key.code_differs": (
        "Mã đã nhập khác với mã đối chiếu của khóa nhận được từ {code}. Chưa ghi nhận khóa nào. "
        "Gọi theo số đã lưu từ trước để đối chiếu lại; nếu vẫn khác thì không dùng tệp này.",
        "The code typed is not the check code of the key that came from {code}. No key was accepted. "
        "Call the number known before and compare again; if it still differs, do not use that file.",
    ),
    "passphrase.file_unreadable": (
        "Tệp mật khẩu {file} không phải là tệp văn bản. Chưa niêm phong gì, số liệu giữ nguyên. "
        "Ghi mật khẩu trên dòng đầu của một tệp văn bản UTF-8 rồi chạy lại.",
        "The passphrase file {file} is no text. Nothing was sealed, data stay as they are. "
        "Put the passphrase on the first line of a text file in UTF-8, then try again.",
    ),
    "passphrase.not_given": (
        "Chưa có mật khẩu khóa niêm phong. Chưa niêm phong gì, số liệu giữ nguyên. "
        "Ghi mật khẩu vào một tệp và dùng --passphrase-file, hoặc đặt biến THUOCSO_PASSPHRASE.",
        "No passphrase of the sealing key was given. Nothing was sealed, data stay as they are. "
        "Put it into a file and use --passphrase-file, or set THUOCSO_PASSPHRASE.",
    ),
    "result.none": (
        "Chưa nhận gói kết quả nào cho phần việc này. Số liệu không bị ảnh hưởng. "
        "Nạp gói kết quả do cơ quan thẩm định gửi bằng lệnh receive.",
        "No result has come in for this part yet. Data are not affected. "
        "Load the result bundle that the authority sent with receive.",
    ),
}
