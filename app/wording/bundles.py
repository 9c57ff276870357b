"""Sentences of trouble: bundles, the files mistaken for them, the keys that seal them and the disks they go to.

In a verdict a reason's code has its sentence here too.
"""

_NOTHING_TAKEN = "Chưa ghi nhận nội dung nào từ tệp này"
_SEND_AGAIN = "Đề nghị nơi gửi gửi lại đúng tệp do phần mềm xuất ra."
_NOTHING_TAKEN_EN = "Nothing was taken in from this file"
_SEND_AGAIN_EN = "Ask the sender for the very file the program exported."

_FILES: dict[str, tuple[str, str]] = {
    "bundle.incomplete": (
        f"Tệp chưa đầy đủ, có thể do tải hoặc sao chép chưa xong. {_NOTHING_TAKEN}, các hồ sơ khác vẫn được "
        "tiếp nhận. Sao chép lại từ nguồn, hoặc đề nghị nơi gửi gửi lại.",
        f"The file is cut short; perhaps downloading or copying had not ended. {_NOTHING_TAKEN_EN}; the others go "
        "on. Copy it again from its source, or ask the sender to send it again.",
    ),
    "bundle.repacked": (
        "Gói hồ sơ đã bị giải nén rồi nén lại trên đường gửi nên niêm phong không còn nguyên. Chưa tiếp nhận. "
        "Đề nghị nơi gửi gửi lại đúng tệp {file} do phần mềm xuất ra, không mở và không nén lại.",
        "The bundle was unpacked and packed again on its way, so the seal is no longer whole. It was not taken in. "
        "Ask the sender for the very file {file} the program exported, neither opened nor packed again.",
    ),
    "bundle.extended": (
        f"Tệp có thêm dữ liệu ngoài gói hồ sơ. {_NOTHING_TAKEN}. {_SEND_AGAIN}",
        f"The file holds data outside the bundle. {_NOTHING_TAKEN_EN}. {_SEND_AGAIN_EN}",
    ),
    "bundle.altered": (
        "Nội dung gói không khớp niêm phong: {count} mục đã thay đổi sau khi xuất. Gói không được tiếp nhận, số "
        "liệu hiện có giữ nguyên. Liên hệ đầu mối theo số điện thoại đã lưu để xác minh và đề nghị xuất lại.",
        "The content does not match the seal: {count} entries changed after export. The bundle was not taken in, "
        "existing data is as it was. Call the contact on the number known before, and ask for a new export.",
    ),
    "bundle.changed_meanwhile": (
        f"Tệp đã thay đổi trong lúc đang đọc. {_NOTHING_TAKEN}. Chờ sao chép hoặc đồng bộ xong rồi nạp lại.",
        f"The file changed while it was being read. {_NOTHING_TAKEN_EN}. Wait until copying has ended, load again.",
    ),
    "bundle.malformed": (
        f"Gói hồ sơ không theo đúng cấu trúc quy định. {_NOTHING_TAKEN}. {_SEND_AGAIN}",
        f"The bundle is not built as prescribed. {_NOTHING_TAKEN_EN}. {_SEND_AGAIN_EN}",
    ),
    "bundle.foreign_form": (
        f"Tệp không được ghi theo đúng cách của phần mềm. {_NOTHING_TAKEN}. {_SEND_AGAIN}",
        f"The file is not written the way the program writes. {_NOTHING_TAKEN_EN}. {_SEND_AGAIN_EN}",
    ),
    "bundle.json_form": (
        f"Mục {{entry}} trong gói hồ sơ không theo đúng cách ghi quy định. {_NOTHING_TAKEN}. {_SEND_AGAIN}",
        f"{{entry}} in the bundle is not written as prescribed. {_NOTHING_TAKEN_EN}. {_SEND_AGAIN_EN}",
    ),
    "bundle.too_large": (
        "Gói hồ sơ vượt giới hạn dung lượng hoặc số mục cho phép. Không có gì được ghi nhận hay thay đổi. Giảm số "
        "tệp hoặc dung lượng tệp, rồi xuất lại; nếu là gói nhận được, báo lại nơi gửi.",
        "The bundle exceeds the limits on size or entries. Nothing was taken in or changed. Use fewer or smaller "
        "files and export again; for a bundle received, tell the sender.",
    ),
    "bundle.newer_format": (
        "Gói này do phiên bản phần mềm mới hơn ({version}) lập. Chưa đọc và không thay đổi gì. Cập nhật phần mềm "
        "lên phiên bản {version} trở lên rồi nạp lại.",
        "This bundle was made by a newer version ({version}). It was not read and nothing changed. Update to "
        "version {version} or later, then load it again.",
    ),
    "bundle.kind_reserved": (
        "Loại gói này được phiên bản đang dùng biết tên nhưng chưa xử lý được. Không có gì thay đổi, tệp giữ "
        "nguyên. Cập nhật phần mềm rồi nạp lại.",
        "This version knows the name of this kind of bundle but cannot handle it yet. Nothing changed and the file "
        "is as it was. Update the program, then load it again.",
    ),
    "bundle.not_a_bundle": (
        "Tệp này không phải gói hồ sơ. Không có gì được ghi nhận, tệp giữ nguyên. Chọn tệp có đuôi .thuocso do "
        "phần mềm xuất ra.",
        "This file is no bundle. Nothing was taken in and the file is as it was. Choose a .thuocso file exported "
        "by the program.",
    ),
    "bundle.several_inside": (
        "Tệp .zip này chứa {count} gói hồ sơ. Chưa nạp gói nào. Giải nén tệp .zip ra một thư mục rồi nạp thư mục đó.",
        "This .zip holds {count} bundles. None was loaded. Unpack it into a folder and load that folder.",
    ),
    "bundle.archive_inside": (
        "Tệp {file} chứa tệp nén khác nên chưa lấy được gói hồ sơ. Không có gì được ghi nhận, tệp giữ nguyên. Giải nén "
        "ra một thư mục cho đến khi thấy tệp .thuocso, rồi nạp thư mục đó.",
        "{file} holds other archives, so no bundle could be taken out. Nothing was taken in and the file is as it was. "
        "Unpack it into a folder until a .thuocso file appears, then load that folder.",
    ),
    "bundle.unwrapped": (
        "Tệp .zip nhận được có chứa một gói hồ sơ còn nguyên niêm phong. Đã lấy gói ra để kiểm tra; tệp .zip giữ "
        "nguyên. Không cần làm gì thêm.",
        "The .zip holds one bundle, still sealed. It was taken out to be checked; the .zip is as it was. Nothing "
        "else needs to be done.",
    ),
    "bundle.encrypted": (
        f"Tệp này đã được mã hóa (age). {_NOTHING_TAKEN}. Nạp tệp trong phần mềm ở máy của nơi nhận và nhập mật khẩu "
        "khóa niêm phong, hoặc giải mã trước rồi kiểm tra tệp đã giải mã.",
        f"This file is encrypted (age). {_NOTHING_TAKEN_EN}. Load it in the receiver's program and enter the sealing "
        "key's passphrase, or decrypt it first and check what comes out.",
    ),
    "file.unreadable": (
        "Không mở được tệp {file} ({reason}). Số liệu hiện có không thay đổi. Kiểm tra tệp còn ở chỗ cũ, USB còn "
        "cắm và tệp không mở ở chương trình khác, rồi nạp lại.",
        "The file {file} cannot be opened ({reason}). Existing data is as it was. See that the file is still "
        "there, the stick is plugged in and no other program holds it, then load it again.",
    ),
    "file.unwritable": (
        "Không ghi được tệp “{name}” ({detail}). Dữ liệu trong phần mềm không thay đổi. Chọn nơi lưu khác rồi làm lại.",
        "The file “{name}” can't be written ({detail}). Nothing else has changed. Choose another place.",
    ),
    "file.is_folder": (
        "“{file}” là thư mục, không phải tệp. Không có gì được ghi nhận, thư mục giữ nguyên. Mở thư mục đó ra rồi chọn "
        "tệp bên trong.",
        "“{file}” is a folder, not a file. Nothing was taken in and the folder is as it was. Open it and choose the "
        "file inside.",
    ),
    "file.empty": (
        "Tệp {file} rỗng, có thể do sao chép chưa xong. Không có gì được ghi nhận. Sao chép lại từ nguồn rồi nạp lại.",
        "The file {file} is empty; perhaps copying had not ended. Nothing was taken in. Copy it again from its source.",
    ),
    "file.partial_download": (
        "Tệp {file} là tệp trình duyệt đang tải dở. Không có gì được ghi nhận. Chờ tải xong rồi nạp tệp đã tải.",
        "{file} is a download in progress. Nothing was taken in. Wait until it has ended, then load the file.",
    ),
    "file.office_lock": (
        "Tệp {file} là tệp tạm của Word hoặc Excel, không phải gói hồ sơ. Không có gì được ghi nhận. Bỏ qua tệp này.",
        "{file} is a lock file of Word or Excel, no bundle. Nothing was taken in. It can be ignored.",
    ),
    "file.system": (
        "Tệp {file} do hệ điều hành tạo ra, không phải gói hồ sơ. Không có gì được ghi nhận. Bỏ qua tệp này.",
        "{file} was made by the operating system; it is no bundle. Nothing was taken in. It can be ignored.",
    ),
}

_PARTS: dict[str, tuple[str, str]] = {
    "evidence.not_listed": (
        "Gói có {count} tài liệu kiểm chứng mà nội dung hồ sơ không nêu. Gói không được tiếp nhận, số liệu hiện có "
        f"giữ nguyên. {_SEND_AGAIN}",
        "The bundle carries {count} evidence files its content does not list. It was not taken in, existing data "
        f"is as it was. {_SEND_AGAIN_EN}",
    ),
    "evidence.not_there": (
        "Gói thiếu {count} tài liệu kiểm chứng mà nội dung hồ sơ có nêu. Gói không được tiếp nhận, số liệu hiện có "
        f"giữ nguyên. {_SEND_AGAIN}",
        "The bundle lacks {count} evidence files its content lists. It was not taken in, existing data is as it "
        f"was. {_SEND_AGAIN_EN}",
    ),
    "evidence.other_kind": (
        "{count} tài liệu kiểm chứng có đuôi tệp không đúng với nội dung tệp. Hồ sơ vẫn được tiếp nhận; các tài liệu "
        "này không xem trước được, chỉ lưu ra. Đề nghị nơi gửi cho biết đó là tệp gì trước khi mở.",
        "The file extension of {count} evidence files does not fit their content. The bundle is taken in all the "
        "same; these files are not previewed, only saved. Ask the sender what they are before opening them.",
    ),
    "evidence.changed": (
        "Tài liệu kiểm chứng “{file}” đã bị sửa hoặc không còn trong lúc lập gói. Số liệu đã nhập an toàn; gói hồ "
        "sơ chưa được lập và không để lại tệp dở dang. Đính kèm lại tài liệu này rồi xuất lại.",
        "The evidence “{file}” was changed or vanished while the bundle was being made. What was entered is safe; "
        "no bundle was made and nothing half-written is left. Attach it again, then export again.",
    ),
    "report.unreadable": (
        f"Không đọc được báo cáo PDF trong gói. {_NOTHING_TAKEN}. {_SEND_AGAIN}",
        f"The PDF report in the bundle cannot be read. {_NOTHING_TAKEN_EN}. {_SEND_AGAIN_EN}",
    ),
    "report.manifest_count": (
        f"Báo cáo PDF trong gói không chứa đúng một bản kê số liệu kèm theo. {_NOTHING_TAKEN}. {_SEND_AGAIN}",
        f"The PDF report does not hold exactly one list of what the bundle says. {_NOTHING_TAKEN_EN}. {_SEND_AGAIN_EN}",
    ),
    "report.other_manifest": (
        "Báo cáo PDF trong gói không thuộc số liệu trong gói: giấy không khớp số liệu. Gói không được tiếp nhận, "
        "số liệu hiện có giữ nguyên. Liên hệ nơi gửi để xác minh và đề nghị xuất lại.",
        "The PDF report belongs to other figures than the bundle holds. It was not taken in, existing data is as "
        "it was. Call the sender to make sure, and ask for a new export.",
    ),
}

_SEALS: dict[str, tuple[str, str]] = {
    "seal.malformed": (
        f"Niêm phong của gói không theo đúng cấu trúc quy định. {_NOTHING_TAKEN}. {_SEND_AGAIN}",
        f"The seal is not built as prescribed. {_NOTHING_TAKEN_EN}. {_SEND_AGAIN_EN}",
    ),
    "seal.weak": (
        f"Niêm phong dùng thuật toán không đủ mạnh nên không có giá trị xác nhận. {_NOTHING_TAKEN}. {_SEND_AGAIN}",
        f"The seal uses an algorithm that is too weak to prove anything. {_NOTHING_TAKEN_EN}. {_SEND_AGAIN_EN}",
    ),
    "seal.broken": (
        "Niêm phong không khớp nội dung gói. Gói không được tiếp nhận, số liệu hiện có giữ nguyên. Liên hệ đầu mối "
        "theo số điện thoại đã lưu để xác minh và đề nghị xuất lại.",
        "The seal does not match the bundle. It was not taken in, existing data is as it was. Call the contact on "
        "the number known before, and ask for a new export.",
    ),
    "key.first_seen": (
        "Lần đầu nhận hồ sơ niêm phong bằng khóa này của {sender}. Hồ sơ nguyên vẹn và vẫn xem, thẩm định được. "
        "Trước khi công bố, đối chiếu mã {check_code} với đầu mối qua điện thoại hoặc văn bản, rồi chọn Ghi nhận khóa.",
        "First bundle sealed with this key of {sender}. It can be read and appraised. Before publication compare "
        "the code {check_code} with the contact by telephone or letter, then accept the key.",
    ),
    "key.changed": (
        "{sender} dùng khóa niêm phong khác với khóa đã ghi nhận. Hồ sơ nguyên vẹn nhưng chưa đủ căn cứ xác nhận "
        "nơi gửi. Gọi theo số đã lưu từ trước, không gọi số ghi trong tệp này, để đối chiếu mã {check_code}.",
        "{sender} uses another sealing key than the one accepted. The bundle is whole, but who sent it is not "
        "settled. Call the number known before, not one in this file, and compare the code {check_code}.",
    ),
    "key.pin_closed": (
        "Khóa niêm phong này của {sender} đã hết thời gian được ghi nhận. Hồ sơ nguyên vẹn và vẫn xem được. Gọi "
        "theo số đã lưu từ trước để hỏi và đối chiếu mã {check_code}.",
        "This sealing key of {sender} is no longer accepted. The bundle is whole and can be read. Call the number "
        "known before and compare the code {check_code}.",
    ),
    "key.pin_not_begun": (
        "Khóa niêm phong này của {sender} chưa đến thời gian được ghi nhận. Hồ sơ nguyên vẹn và vẫn xem được. "
        "Kiểm tra ngày giờ của máy tính và ngày ghi nhận khóa.",
        "This sealing key of {sender} is not yet accepted at this date. The bundle is whole and can be read. Check "
        "the computer's clock and the date from which the key is accepted.",
    ),
    "key.stolen": (
        "Khóa niêm phong này của {sender} đã được báo mất cắp. Gói không được tiếp nhận, số liệu hiện có giữ nguyên. "
        "Gọi theo số đã lưu từ trước và đề nghị niêm phong lại bằng khóa mới.",
        "This sealing key of {sender} was reported stolen. The bundle was not taken in, existing data is as it "
        "was. Call the number known before and ask for a bundle sealed with a new key.",
    ),
    "key.other_agency": (
        "Khóa niêm phong này đã được ghi nhận cho cơ quan khác; mỗi khóa chỉ dùng cho một cơ quan. Chưa tiếp nhận "
        "hay ghi nhận gì, số liệu hiện có giữ nguyên. Gọi theo số đã lưu từ trước để xác minh.",
        "This sealing key is accepted for another agency, and a key serves one agency only. Nothing was taken in or "
        "accepted, existing data is as it was. Call the number known before to find out.",
    ),
    "key.other_direction": (
        "Khóa niêm phong này đã được ghi nhận cho chiều gửi khác; mỗi khóa chỉ dùng cho một chiều. Chưa tiếp nhận "
        "hay ghi nhận gì, số liệu hiện có giữ nguyên. Gọi theo số đã lưu từ trước để xác minh.",
        "This sealing key is accepted for the other direction, and a key serves one direction only. Nothing was "
        "taken in or accepted, existing data is as it was. Call the number known before to find out.",
    ),
    "key.file_damaged": (
        "Không đọc được tệp khóa niêm phong. Số liệu không bị ảnh hưởng. Dùng bản sao lưu của tệp khóa, hoặc chọn "
        "Tạo khóa mới và gửi ngay, cơ quan thẩm định sẽ đối chiếu mã sau.",
        "The file of the sealing key cannot be read. The data is untouched. Use a copy of the key file, or make a "
        "new key and send at once; the authority compares the code later.",
    ),
    "key.pem_unreadable": (
        "Tệp chứng thư không đọc được. Chưa ghi nhận khóa nào. Chọn tệp chứng thư PEM do nơi gửi hoặc cơ quan thẩm "
        "định cung cấp.",
        "The certificate file cannot be read. No key was accepted. Choose the PEM certificate given by the sender "
        "or the authority.",
    ),
    "passphrase.wrong": (
        "Mật khẩu khóa niêm phong chưa đúng. Số liệu không bị ảnh hưởng. Nhập lại; nếu không nhớ, chọn Tạo khóa mới "
        "và gửi ngay, cơ quan thẩm định sẽ đối chiếu mã sau.",
        "The passphrase of the sealing key is not right. The data is untouched. Type it again; if it is forgotten, "
        "make a new key and send at once; the authority compares the code later.",
    ),
    "passphrase.empty": (
        "Chưa nhập mật khẩu khóa niêm phong. Số liệu không bị ảnh hưởng. Nhập mật khẩu rồi tiếp tục.",
        "No passphrase was typed. The data is untouched. Type one and go on.",
    ),
}

_DISKS: dict[str, tuple[str, str]] = {
    "disk.full": (
        "Ổ {drive} còn {free_mb} MB, cần {needed_mb} MB. Số liệu đã nhập an toàn; tệp chưa được lập và không để lại "
        "phần dở dang. Xóa bớt tệp hoặc chọn nơi lưu khác rồi làm lại.",
        "{drive} has {free_mb} MB left, {needed_mb} MB are needed. What was entered is safe; the file was not "
        "made and nothing half-written is left. Make room or choose another place, then do it again.",
    ),
    "disk.full_reading": (
        "Ổ {drive} còn {free_mb} MB, không đủ để nạp gói hồ sơ này. Số liệu hiện có an toàn, chưa ghi nhận nội dung "
        "nào từ gói. Xóa bớt tệp trên ổ rồi nạp lại.",
        "{drive} has {free_mb} MB left, too little to load this bundle. Existing data is safe and nothing was "
        "taken in. Make room, then load it again.",
    ),
    "disk.not_kept": (
        "Không ghi được vào {drive} ({reason}). Số liệu hiện có an toàn, chưa ghi nhận nội dung nào từ gói. Kiểm "
        "tra ổ đĩa và quyền ghi rồi nạp lại.",
        "{drive} cannot be written ({reason}). Existing data is safe and nothing was taken in. Check the drive and "
        "the right to write there, then load it again.",
    ),
    "disk.read_only": (
        "Không được phép ghi vào {drive}. Số liệu đã nhập an toàn; tệp chưa được lập. Mở khóa chống ghi của USB "
        "hoặc chọn nơi lưu khác rồi làm lại.",
        "{drive} may not be written to. What was entered is safe; the file was not made. Take off the write "
        "protection or choose another place, then do it again.",
    ),
    "medium.gone": (
        "USB đã ngắt khi đang ghi. Số liệu trong máy nguyên vẹn; tệp trên USB chưa dùng được. Cắm lại USB và bấm "
        "Xuất lại; chỉ rút khi màn hình báo Đã ghi và kiểm tra xong.",
        "The stick was disconnected while writing. The data on the computer is untouched; the file on the stick "
        "cannot be used. Plug it in and export again; pull it only when writing and checking have ended.",
    ),
    "medium.file_too_big": (
        "USB này (FAT32) không chứa được tệp lớn hơn 4 GB; gói có dung lượng {size_mb} MB. Chưa ghi gì lên USB, bản "
        "chốt giữ nguyên. Dùng USB định dạng exFAT hoặc NTFS, hoặc lưu vào ổ đĩa khác.",
        "This stick (FAT32) holds no file above 4 GB; the bundle has {size_mb} MB. Nothing is left on it and the "
        "frozen revision is as it was. Use a stick with exFAT or NTFS, or another drive.",
    ),
    "medium.write_damaged": (
        "Gói vừa ghi đọc lại không đúng như đã ghi. Số liệu trong máy nguyên vẹn, tệp ghi dở đã được xóa. Dùng USB "
        "hoặc ổ đĩa khác rồi bấm Xuất lại.",
        "Read again, the bundle is not what was written. The data on the computer is untouched and the file was "
        "removed. Use another stick or drive, then export again.",
    ),
}

SENTENCES: dict[str, tuple[str, str]] = {**_FILES, **_PARTS, **_SEALS, **_DISKS}
