"""Sentences of trouble: submissions that travel in parts, and files encrypted for the road."""

_AS_IT_WAS = "Bản chốt và số liệu giữ nguyên."
_AS_IT_WAS_EN = "The frozen revision and the data are as they were."

SENTENCES: dict[str, tuple[str, str]] = {
    "split.limit": (
        f"Dung lượng mỗi tệp phải từ {{smallest_mb}} MB trở lên. {_AS_IT_WAS} Chọn dung lượng lớn hơn rồi xuất lại.",
        f"Each file must be allowed {{smallest_mb}} MB or more. {_AS_IT_WAS_EN} Choose a larger size and export again.",
    ),
    "split.no_evidence": (
        f"Hồ sơ này không kèm tệp minh chứng nào nên không cần chia tập. {_AS_IT_WAS} Chọn xuất một tệp.",
        f"This submission carries no evidence files, so there is nothing to split. {_AS_IT_WAS_EN} Export one file.",
    ),
    "split.unknown_part": (
        f"Không có tập số {{number}}: hồ sơ này chia thành {{volumes}} tập. {_AS_IT_WAS} Chọn lại số của tập.",
        f"There is no volume {{number}}: this submission has {{volumes}}. {_AS_IT_WAS_EN} Choose a number again.",
    ),
    "volume.other_agency": (
        "Tập minh chứng của {sender} ghi là kèm theo hồ sơ của cơ quan khác. Chưa ghi nhận nội dung nào từ tệp này. Đề "
        "nghị {sender} xuất lại tập minh chứng từ đúng hồ sơ của mình.",
        "The volume of {sender} says that it belongs to another agency's submission. Nothing was taken in from this "
        "file. Ask {sender} to write the volume again from its own submission.",
    ),
    "encrypted.passphrase_needed": (
        "Tệp {file} đã được mã hóa. Chưa ghi nhận nội dung nào, tệp giữ nguyên. Nhập mật khẩu khóa niêm phong trên "
        "máy này để mở rồi nạp lại.",
        "{file} is encrypted. Nothing was taken in and the file is as it was. Enter the passphrase of your own sealing "
        "key, then load it again.",
    ),
    "encrypted.other_key": (
        "Tệp {file} được mã hóa cho khóa khác, không mở được bằng khóa trên máy này ({recipient}). Chưa ghi "
        "nhận nội dung nào, tệp giữ nguyên. Đề nghị nơi gửi xuất lại cho đúng khóa này, hoặc gửi tệp không mã hóa.",
        "{file} is encrypted for another key and cannot be opened with the key of this computer ({recipient}). Nothing "
        "was taken in and the file is as it was. Ask the sender to export it for this key, or without encryption.",
    ),
    "encrypted.damaged": (
        "Tệp mã hóa {file} không còn nguyên vẹn hoặc chưa tải xong nên không mở được. Chưa ghi nhận nội dung nào. Sao "
        "chép lại từ nguồn, hoặc đề nghị nơi gửi gửi lại.",
        "The encrypted file {file} is damaged or cut short and cannot be opened. Nothing was taken in. Copy it again "
        "from its source, or ask the sender to send it again.",
    ),
    "encryption.no_key": (
        f"Chưa mã hóa được vì khóa của nơi nhận chưa được ghi nhận trên máy này. {_AS_IT_WAS} Đối chiếu mã và ghi nhận "
        "khóa của nơi nhận trước, hoặc xuất tệp không mã hóa.",
        f"It cannot be encrypted, since no key of the receiver is accepted here. {_AS_IT_WAS_EN} Compare the code and "
        "accept the receiver's key first, or export without encryption.",
    ),
    "encryption.no_keys": (
        f"Chưa mã hóa được vì chưa ghi nhận khóa của {{count}} cơ quan, địa phương: {{agencies}}. {_AS_IT_WAS} Đối "
        "chiếu mã và ghi nhận khóa của các nơi này trước, hoặc xuất tệp không mã hóa.",
        f"It cannot be encrypted, since no key of {{count}} agencies is accepted here: {{agencies}}. {_AS_IT_WAS_EN} "
        "Compare the codes and accept their keys first, or export without encryption.",
    ),
    "evidence.awaited": (
        "Tệp “{name}” chưa tới: hồ sơ mới có số liệu, minh chứng đi theo các tập sau. Số liệu đã nhận giữ nguyên. Nạp "
        "tập minh chứng còn thiếu rồi mở lại.",
        "“{name}” has not come yet: the figures are here, evidence follows in volumes. What was received is as it was. "
        "Load the missing volume, then open it again.",
    ),
}
