"""Sentences and words for backups, restoring, handing over, and mending a data folder."""

from collections.abc import Sequence

SENTENCES: dict[str, tuple[str, str]] = {
    "backup.damaged": (
        "Bản sao lưu không còn nguyên vẹn ở mục “{name}”. Chưa khôi phục gì, dữ liệu hiện có không thay đổi. "
        "Dùng bản sao lưu khác, hoặc sao chép lại tệp này từ nơi lưu.",
        "The backup is not intact at “{name}”. Nothing was restored and the present data have not changed. "
        "Use another backup, or copy this one again from where it is kept.",
    ),
    "backup.passphrase_needed": (
        "Bản sao lưu {name} có mật khẩu. Chưa khôi phục gì, tệp giữ nguyên. Nhập mật khẩu của bản sao lưu rồi mở lại.",
        "The backup {name} is locked by a passphrase. Nothing was restored and the file is as it was. "
        "Enter the passphrase of the backup and open it again.",
    ),
    "backup.passphrase_wrong": (
        "Mật khẩu chưa đúng nên không mở được {name}. Chưa khôi phục gì, tệp giữ nguyên. Tắt bộ gõ tiếng Việt và Caps "
        "Lock rồi nhập lại; hỏi người lập tệp nếu không rõ mật khẩu.",
        "The passphrase does not open {name}. Nothing was restored and the file is as it was. Turn off the input "
        "method and Caps Lock and type it again; ask who made the file if in doubt.",
    ),
    "backup.passphrase_not_given": (
        "Chưa có mật khẩu của bản sao lưu. Chưa ghi hay khôi phục gì, dữ liệu giữ nguyên. "
        "Ghi mật khẩu vào một tệp và dùng --backup-passphrase-file, hoặc đặt biến THUOCSO_BACKUP_PASSPHRASE.",
        "No passphrase of the backup was given. Nothing was written or restored and the data are as they were. "
        "Put it into a file and use --backup-passphrase-file, or set THUOCSO_BACKUP_PASSPHRASE.",
    ),
    "data.damaged_with_copy": (
        "Tệp dữ liệu trong “{path}” bị hỏng, có thể do mất điện đột ngột; các tệp minh chứng không bị ảnh hưởng. Bản "
        "sao lưu lúc {at} còn tốt: dùng restore{where} --copy {name} --aside; tệp hỏng được giữ lại. Có thể mất những "
        "gì nhập sau lúc đó; thử lệnh salvage trước để đọc lại.",
        "The database in “{path}” is damaged, perhaps by a power cut; evidence files are not affected. The copy of "
        "{at} is sound: use restore{where} --copy {name} --aside; the damaged file is kept. What was entered later "
        "may be lost; try salvage first to read it.",
    ),
    "data.damaged_no_copy": (
        "Tệp dữ liệu trong “{path}” bị hỏng và chưa thấy bản sao lưu nào còn tốt. Các tệp minh chứng không bị ảnh "
        "hưởng. Cắm USB sao lưu rồi dùng restore, hoặc thử salvage để đọc lại tệp hỏng.",
        "The database in “{path}” is damaged and no sound backup was found. Evidence files are not affected. "
        "Plug in the stick with the backup and use restore, or try salvage to read the damaged file.",
    ),
    "backup.none_there": (
        "Trong “{path}” không có bản sao lưu nào của phần mềm. Không có gì thay đổi. "
        "Chọn tệp sao lưu, hoặc thư mục, USB có thư mục SaoLuu_ThuocSo.",
        "There is no backup of this program in “{path}”. Nothing has changed. "
        "Choose a backup file, or a folder or stick that holds a folder SaoLuu_ThuocSo.",
    ),
    "backup.no_copy": (
        "Không có bản sao lưu nào tên “{name}”. Không có gì thay đổi. Xem danh sách bản sao lưu rồi chọn lại.",
        "There is no copy called “{name}”. Nothing has changed. Look at the list of copies and choose again.",
    ),
    "backup.place_away": (
        "Chưa thấy nơi lưu “{path}”. Dữ liệu trong máy không bị ảnh hưởng. Cắm USB hoặc ổ đĩa đó, hoặc chọn nơi khác.",
        "The place “{path}” is not there. The data on this computer are not affected. "
        "Plug in that stick or disk, or choose another place.",
    ),
    "backup.place_inside": (
        "“{path}” nằm trong chính thư mục dữ liệu nên không giữ được bản sao lưu khi máy hỏng. Không có gì thay đổi. "
        "Chọn thư mục ở ổ đĩa khác hoặc USB.",
        "“{path}” lies inside the data folder itself, so it would be lost together with it. Nothing has changed. "
        "Choose a folder on another disk, or a stick.",
    ),
    "backup.clock_behind": (
        "Đồng hồ máy tính đang chỉ {now}, trước bản sao lưu gần nhất ({at}). Bản sao mới vẫn được lập và không bản nào "
        "mất. Xem lại ngày giờ của máy.",
        "The clock of this computer says {now}, which is before the latest copy ({at}). A new copy was made all the "
        "same and none is lost. Look at the date and time of the computer.",
    ),
    "backup.place_of_original": (
        "Thư mục dữ liệu “{path}” là bản chép của một thư mục khác nên chưa chép thêm vào “{place}”. Bản sao ở đó giữ "
        "nguyên. Chọn lại nơi chép thêm trong Cài đặt, mục Sao lưu và bàn giao.",
        "The data folder “{path}” is a copy of another one, so nothing is carried to “{place}”. The copies there are "
        "as they were. Choose again where copies go in the settings, under backups and handover.",
    ),
    "backup.place_renewed": (
        "{count} tệp minh chứng trong “{place}” đã hỏng và được chép lại từ máy này. Dữ liệu không mất gì; nếu còn lặp "
        "lại, thay USB hoặc ổ đĩa đó.",
        "Evidence files found damaged in “{place}” and written anew from here: {count}. Nothing is lost; if it happens "
        "again, replace that stick or disk.",
    ),
    "backup.place_rotten": (
        "{count} tệp minh chứng trong “{place}” đã hỏng và ở máy này cũng không còn nguyên vẹn. Không có gì bị xóa. "
        "Dùng “Kiểm tra dữ liệu” rồi đính kèm lại tệp gốc.",
        "Evidence files damaged in “{place}” and not intact here either: {count}. Nothing was removed. "
        "Check the data, then attach the original files again.",
    ),
    "backup.lacking": (
        "Có {count} tệp minh chứng không còn trong máy nên bản sao mới không có: {names}. Số liệu vẫn đủ, bản sao cũ "
        "giữ nguyên. Dùng “Kiểm tra dữ liệu” để lấy lại từ bản sao cũ, hoặc đính kèm lại tệp gốc.",
        "Evidence files that are gone from this computer and lack in the new copy: {count}: {names}. What was entered "
        "is whole and earlier copies are as they were. Check the data to take them back, or attach the originals "
        "again.",
    ),
    "backup.none_before": (
        "Chưa lập được bản sao trước bước vừa làm; bước đó vẫn hoàn thành và số liệu đã lưu. Xem dung lượng trống và "
        "quyền ghi của “{path}”, rồi vào Cài đặt bấm “Sao lưu ngay”.",
        "No copy could be made before the last step; the step was done all the same and everything is saved. Look at "
        "the room and the right to write in “{path}”, then back up in the settings.",
    ),
    "backup.place_gone": (
        "Nơi chép thêm “{place}” đã ngắt khi đang chép. Số liệu và bản sao trong máy nguyên vẹn; các bản sao đã có ở "
        "đó không đổi. Cắm lại USB hoặc ổ đĩa: phần mềm tự chép tiếp.",
        "The place “{place}” was disconnected while a copy was carried to it. The data and the copies on this computer "
        "are untouched, earlier copies there as they were. Plug it in again: copying goes on by itself.",
    ),
    "backup.write_damaged": (
        "Bản sao lưu vừa ghi vào “{path}” đọc lại không đúng như đã ghi nên đã bỏ. Số liệu trong máy và các bản sao "
        "lưu trước nguyên vẹn. Lưu lại vào USB hoặc ổ đĩa khác.",
        "Read again, the backup written to “{path}” is not what was written, so it was dropped. The data on this "
        "computer and earlier backups are untouched. Save it again on another stick or disk.",
    ),
    "backup.place_write_damaged": (
        "Bản sao vừa chép vào “{place}” đọc lại không đúng như đã ghi nên đã bỏ. Số liệu và bản sao trong máy nguyên "
        "vẹn. Thay USB hoặc ổ đĩa đó, rồi chọn lại nơi chép thêm.",
        "Read again, what was carried to “{place}” is not what was written, so it was dropped. The data and the "
        "copies on this computer are untouched. Replace that stick or disk, then choose the place again.",
    ),
    "backup.place_file_too_big": (
        "“{place}” (FAT32) không chứa được tệp lớn hơn 4 GB; cần {size_mb} MB. Số liệu và bản sao trong máy nguyên "
        "vẹn. Chọn nơi chép thêm trên USB hoặc ổ đĩa định dạng exFAT, NTFS.",
        "“{place}” (FAT32) holds no file above 4 GB; {size_mb} MB are needed. The data and the copies on this computer "
        "are untouched. Choose a place on a stick or disk with exFAT or NTFS.",
    ),
    "backup.place_full": (
        "Nơi chép thêm “{place}” còn {free_mb} MB, cần {needed_mb} MB nên chưa chép được. Số liệu và bản sao trong máy "
        "nguyên vẹn. Xóa bớt tệp ở đó hoặc chọn nơi khác.",
        "“{place}” has {free_mb} MB left, {needed_mb} MB are needed, so nothing was carried there. The data and the "
        "copies on this computer are untouched. Make room there or choose another place.",
    ),
    "backup.place_read_only": (
        "Không được phép ghi vào nơi chép thêm “{place}” nên chưa chép được. Số liệu và bản sao trong máy nguyên vẹn. "
        "Mở khóa chống ghi của USB hoặc chọn nơi khác.",
        "“{place}” may not be written to, so nothing was carried there. The data and the copies on this computer are "
        "untouched. Take off the write protection or choose another place.",
    ),
    "backup.last_sound": (
        "Bản sao lúc {at} là bản duy nhất còn dùng được ở nơi đó nên không xóa. Không có gì thay đổi. Lập một bản sao "
        "mới trước, rồi xóa bản này.",
        "The copy of {at} is the only one of its place that is sound, so it was not removed. Nothing has changed. "
        "Make a new copy first, then remove this one.",
    ),
    "backup.not_removed": (
        "Chưa xóa được bản sao trong “{place}”: ổ đĩa không cho xóa. Dữ liệu không bị ảnh hưởng. Mở khóa chống ghi của "
        "USB hoặc ổ đĩa rồi xóa lại.",
        "The copy in “{place}” could not be removed: the disk does not let it go. The data are not affected. Take off "
        "the write protection, then remove it again.",
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
    "salvage.nothing": (
        "Không đọc lại được gì chắc chắn từ tệp dữ liệu hỏng {path}. Tệp này và các tệp minh chứng giữ nguyên. "
        "Dùng bản sao lưu gần nhất, rồi nhập lại những gì nhập sau bản đó.",
        "Nothing reliable can be read from the damaged data file {path}. That file and the evidence files stay as they "
        "are. Use the latest backup, then enter again what was entered after it.",
    ),
    "handover.no_name": (
        "Chưa ghi họ tên bên giao hoặc bên nhận. Chưa lập tệp bàn giao, dữ liệu giữ nguyên. Ghi đủ hai họ tên rồi làm "
        "lại.",
        "The name of who hands over or of who receives is missing. No file was written and the data are as they were. "
        "Give both names, then try again.",
    ),
    "handover.no_passphrase": (
        "Tệp bàn giao phải có mật khẩu vì chứa toàn bộ dữ liệu. Chưa lập tệp, dữ liệu giữ nguyên. Đặt mật khẩu rồi làm "
        "lại.",
        "A handover file needs a passphrase, for it holds everything. No file was written and the data are as they "
        "were. Set a passphrase, then try again.",
    ),
    "data.unsound": (
        "Dữ liệu có {count} chỗ không còn nguyên vẹn. Chưa thay đổi gì khi kiểm tra. "
        "Dùng doctor --mend để chữa những chỗ chữa được; chỗ còn lại thì khôi phục từ bản sao lưu rồi đối chiếu.",
        "The data are unsound in {count} places. Nothing was changed by looking. "
        "Use doctor --mend for what can be mended; for the rest restore a backup and compare the places named.",
    ),
}

_NAMED = 20
_LOST = (
    "{count} tệp minh chứng đã hỏng hoặc không còn trong bản sao lưu nên chưa lấy lại được: {names}. Dữ liệu nhập vẫn "
    "đủ. Dùng “Kiểm tra dữ liệu” với bản sao lưu khác, hoặc đính kèm lại tệp gốc.",
    "Evidence files damaged or gone in the backup, which did not come back: {count}: {names}. What was entered is "
    "whole. Check the data with another backup at hand, or attach the original files again.",
)
_GONE = (
    "{count} tệp minh chứng không còn trong máy nên không có trong tệp vừa lập: {names}.",
    "Evidence files that are gone from this computer and are not in the file: {count}: {names}.",
)
_REASONS = {
    "daily": ("Tự động trong ngày", "By itself, daily"),
    "sign_off": ("Trước khi chốt, niêm phong", "Before freezing or sealing"),
    "by_hand": ("Sao lưu bằng tay", "Made by hand"),
    "upgrade": ("Trước khi nâng cấp", "Before an upgrade"),
    "restore": ("Trước khi khôi phục", "Before restoring"),
    "salvaged": ("Đọc lại từ tệp hỏng", "Read from a damaged file"),
    "handover": ("Bàn giao", "Handover"),
}
_FINDINGS = {
    "database": ("Tệp dữ liệu không còn toàn vẹn", "The database is not sound"),
    "journal": ("Nhật ký không còn khớp từ dòng", "The journal does not agree from line"),
    "evidence_missing": ("Mất tệp minh chứng", "Evidence file missing"),
    "evidence_damaged": ("Tệp minh chứng bị hỏng", "Evidence file damaged"),
    "unreferenced": ("Tệp không còn dùng, sẽ được dọn", "No longer used, will be swept"),
    "leftover": ("Tệp dở dang, sẽ được dọn", "Left half-written, will be swept"),
    "copy": ("Bản sao lưu không dùng được", "A copy that is of no use"),
}
_ADVICE = {
    "database": (
        "Khôi phục bản sao lưu gần nhất còn tốt; tệp hiện tại được giữ lại.",
        "Restore the latest good backup; the present file is kept.",
    ),
    "journal": (
        "Giữ nguyên thư mục dữ liệu và đối chiếu nhật ký với bản sao lưu gần nhất.",
        "Keep the data folder as it is and compare the journal with the latest backup.",
    ),
    "evidence_missing": (
        "Cắm USB sao lưu hoặc USB đã gửi hồ sơ rồi kiểm tra lại; không có thì đính kèm lại tệp gốc.",
        "Plug in the stick with the backup or with what was sent and look again; else attach the original file again.",
    ),
    "evidence_damaged": (
        "Cắm USB sao lưu hoặc USB đã gửi hồ sơ rồi kiểm tra lại; không có thì đính kèm lại tệp gốc.",
        "Plug in the stick with the backup or with what was sent and look again; else attach the original file again.",
    ),
    "unreferenced": ("Tự dọn ở lần mở sau.", "Swept at the next start."),
    "leftover": ("Tự dọn ở lần mở sau.", "Swept at the next start."),
    "copy": ("Lập bản sao mới; tệp này xóa được.", "Make a new copy; this file may be deleted."),
}


def _one(pair: tuple[str, str], language: str) -> str:
    return pair[language == "en"]


def reason_words(reason: str, language: str = "vi") -> str:
    """Why a copy was made."""
    return _one(_REASONS[reason], language)


def lost_words(names: Sequence[str], language: str = "vi") -> str:
    """What did not come back with a backup: how many evidence files, and which."""
    return _one(_LOST, language).format(count=len(names), names=_shown(names))


def gone_words(names: Sequence[str], language: str = "vi") -> str:
    """What is not in a backup that was made, for it was gone: how many evidence files, and which."""
    return _one(_GONE, language).format(count=len(names), names=_shown(names))


def _shown(names: Sequence[str]) -> str:
    return "; ".join(names[:_NAMED]) + ("; …" if len(names) > _NAMED else "")


def finding_words(code: str, language: str = "vi") -> str:
    """What a thorough look found."""
    return _one(_FINDINGS[code], language)


def advice_words(code: str, language: str = "vi") -> str:
    """What to do about a finding that could not be mended."""
    return _one(_ADVICE[code], language)
