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
    "data.inside_itself": (
        "“{path}” nằm trong chính thư mục dữ liệu. Chưa ghi gì. Chọn một nơi khác, ngoài thư mục dữ liệu.",
        "“{path}” lies inside the data folder itself. Nothing was written. "
        "Choose another place, outside the data folder.",
    ),
    "upgrade.no_copy": (
        "Không còn bản dữ liệu trước khi nâng cấp trong thư mục sao lưu. Không có gì thay đổi. "
        "Nếu có tệp sao lưu lập từ trước, khôi phục tệp đó bằng phiên bản phần mềm đã lập ra nó.",
        "The data from before an upgrade are not among the backups. Nothing has changed. "
        "If there is a backup made earlier, restore it with the version of the program that made it.",
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
