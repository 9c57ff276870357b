"""Sentences of trouble that belong to no single room: typed numbers, answers, frameworks, disks, the data folder."""

_KEPT = "Nội dung đã lưu không thay đổi."

SENTENCES: dict[str, tuple[str, str]] = {
    # What a person types
    "number.malformed": (
        "“{text}” chưa phải là một số viết đúng cách. Các số liệu khác giữ nguyên. "
        "Nhập chữ số, dấu phẩy cho phần thập phân, ví dụ 1.506,25.",
        "“{text}” is not written as a number. Other figures stay as they are. "
        "Type digits, with a comma for decimals, for example 1.506,25.",
    ),
    "input.not_yes_no": (
        "{label}: cần chọn Có hoặc Không, đang ghi “{text}”. Các số liệu khác giữ nguyên. Chọn lại một trong hai.",
        "{label}: choose Yes or No; it says “{text}”. Other figures stay as they are. Choose one of the two.",
    ),
    "input.not_an_option": (
        "{label}: “{text}” không có trong danh sách lựa chọn. Các số liệu khác giữ nguyên. "
        "Chọn lại một mục trong danh sách.",
        "{label}: “{text}” is not in the list. Other figures stay as they are. Choose an entry of the list.",
    ),
    "input.not_a_number": (
        "{label}: cần một số, đang ghi “{text}”. Các số liệu khác giữ nguyên. "
        "Nhập lại bằng chữ số, dấu phẩy cho phần thập phân.",
        "{label}: a number is needed; it says “{text}”. Other figures stay as they are. "
        "Type digits, with a comma for decimals.",
    ),
    "input.not_whole": (
        "{label}: cần số nguyên, đang ghi “{text}”. Các số liệu khác giữ nguyên. Nhập lại số không có phần thập phân.",
        "{label}: a whole number is needed; it says “{text}”. Other figures stay as they are. "
        "Type it without decimals.",
    ),
    "input.out_of_range": (
        "{label}: số “{text}” nằm ngoài mức cho phép ({allowed}). Các số liệu khác giữ nguyên. Kiểm tra và nhập lại.",
        "{label}: “{text}” is outside what is allowed ({allowed}). Other figures stay as they are. Look at it again.",
    ),
    "points.out_of_range": (
        "Điểm “{text}” nằm ngoài khoảng từ {minimum} đến {maximum}. Điểm đã lưu trước đó không thay đổi. "
        "Nhập lại điểm trong khoảng này.",
        "“{text}” points lie outside {minimum} to {maximum}. The points saved before stay. "
        "Enter points within this range.",
    ),
    # Answers and what they refer to
    "answers.refused": (
        "Bản trả lời có {count} chỗ không khớp bộ chỉ số. Chưa nạp mục nào, số liệu hiện có giữ nguyên. "
        "Sửa các chỗ được liệt kê rồi nạp lại.",
        "The answers do not fit the framework in {count} places. Nothing was loaded, existing figures stay. "
        "Mend the places listed and load again.",
    ),
    "answers.unknown_node": (
        "Bộ chỉ số không có tiêu chí “{node}”. Chưa nạp mục nào. Kiểm tra lại mã tiêu chí hoặc bản của bộ chỉ số.",
        "The framework has no criterion “{node}”. Nothing was loaded. Look at the code or the framework's version.",
    ),
    "answers.unknown_input": (
        "Tiêu chí {node} không hỏi số liệu “{key}”. Chưa nạp mục nào. Bỏ mục này hoặc dùng đúng bản của bộ chỉ số.",
        "Criterion {node} does not ask for “{key}”. Nothing was loaded. Leave it out, or use the right version.",
    ),
    "answers.unknown_ground": (
        "Tiêu chí {node} không cho phép chọn lý do không áp dụng “{ground}”. Số liệu đã nhập giữ nguyên. "
        "Chọn một lý do có trong danh sách của tiêu chí, hoặc nhập số liệu.",
        "At {node} the ground “{ground}” may not be claimed. Figures already entered stay. "
        "Choose a ground that the criterion lists, or enter figures.",
    ),
    "answers.twice": (
        "Tiêu chí “{node}” có hai phần trả lời. Chưa nạp mục nào. Giữ lại một phần rồi nạp lại.",
        "Criterion “{node}” is answered twice. Nothing was loaded. Keep one of the two and load again.",
    ),
    # Frameworks and campaigns
    "formula.malformed": (
        f"Công thức “{{text}}” chưa đọc được. {_KEPT} "
        "Chỉ dùng tên số liệu, chữ số, + − × ÷, dấu ngoặc, min và max; đóng đủ các dấu ngoặc.",
        "The formula “{text}” can't be read. What is saved stays as it is. "
        "Use names of inputs, digits, + − × ÷, parentheses, min and max; close every parenthesis.",
    ),
    "rule.not_positive": (
        f"Cách tính điểm cần một số lớn hơn 0 ở mục “{{name}}”, đang ghi “{{text}}”. {_KEPT} Nhập lại số này.",
        "The scoring rule needs a number above 0 for “{name}”; it says “{text}”. What is saved stays as it is. "
        "Enter another number.",
    ),
    "rule.two_limits": (
        f"Một khoảng ghi hai giới hạn cùng phía: {{one}} và {{other}}. {_KEPT} Giữ lại một giới hạn.",
        "An interval has two limits on one side: {one} and {other}. What is saved stays as it is. Keep one of them.",
    ),
    "deadline.malformed": (
        f"Thời hạn “{{wording}}” chưa đủ ngày, tháng để tính. {_KEPT} Chọn lại kiểu thời hạn và nhập đủ ngày.",
        "The deadline “{wording}” lacks what is needed to reckon with it. What is saved stays as it is. "
        "Choose its kind again and enter the days.",
    ),
    "campaign.no_framework": (
        "Đợt đánh giá chưa có bộ chỉ số cho nhóm đối tượng “{target_group}” của {agency}. "
        "Các cơ quan, địa phương khác không bị ảnh hưởng. Chọn bộ chỉ số cho nhóm này hoặc sửa nhóm của {agency}.",
        "The campaign has no framework for the target group “{target_group}” of {agency}. Other agencies are not "
        "affected. Choose a framework for that group, or mend the group of {agency}.",
    ),
    "framework.older_version": (
        "Hồ sơ của {agency} lập theo bản {old} của bộ chỉ số; đợt này hiện dùng bản {new}. "
        "Hồ sơ đã được lưu nguyên trạng. Xem các tiêu chí có thay đổi, rồi chọn quy đổi sang bản mới "
        "hoặc trả lại để xã cập nhật.",
        "{agency} answered version {old} of the framework; the campaign now uses version {new}. The submission is "
        "kept as it is. Look at the criteria that changed, then convert it or return it.",
    ),
    "framework.named_otherwise": (
        "Hồ sơ của {agency} tự ghi bộ chỉ số là “{told}”, còn nội dung bộ chỉ số kèm theo là “{held}”. Chưa tiếp nhận "
        "hồ sơ, số liệu hiện có giữ nguyên. Đề nghị nơi gửi cập nhật phần mềm và xuất lại gói.",
        "The submission of {agency} calls its framework “{told}”, and the framework it carries is “{held}”. It was not "
        "taken in, and nothing has changed. Ask the sender to update and export again.",
    ),
    # Files and data
    "data.malformed": (
        "Dữ liệu ở “{path}” chưa đúng cấu trúc: cần {expected}. Chưa ghi nhận nội dung nào, số liệu hiện có "
        "giữ nguyên. Lấy lại tệp gốc từ nơi gửi, hoặc sửa chỗ này rồi nạp lại.",
        "The data at “{path}” do not have the right form: {expected} is needed. Nothing was taken in, existing figures "
        "stay. Get the original file from its sender, or mend this place and load again.",
    ),
    "json.not_canonical": (
        "Nội dung tệp không theo dạng ghi do phần mềm xuất ra, có thể đã được chương trình khác lưu lại. "
        "Chưa ghi nhận nội dung nào. Lấy lại đúng tệp gốc từ nơi gửi.",
        "The content is not written the way the program writes it; another program may have saved it again. "
        "Nothing was taken in. Get the original file from its sender.",
    ),
    "data.newer": (
        "Thư mục dữ liệu này do phiên bản mới hơn ({version}) lập nên phiên bản đang dùng không mở, "
        "để tránh làm sai số liệu. Không có gì thay đổi. Cài phiên bản {version} trở lên rồi mở lại.",
        "This data folder was made by a newer version ({version}), so this version does not open it, lest figures go "
        "wrong. Nothing has changed. Install version {version} or later and open it again.",
    ),
    "data.damaged": (
        "Tệp dữ liệu {path} bị hỏng, có thể do mất điện đột ngột. Các tệp minh chứng không bị ảnh hưởng và bản hỏng "
        "được giữ lại để kiểm tra. Chọn Khôi phục để dùng bản sao lưu gần nhất còn tốt.",
        "The data file {path} is damaged, perhaps by a power cut. Evidence files are not affected and the damaged file "
        "is kept. Choose Restore to use the latest good copy.",
    ),
    "data.busy": (
        "Một chương trình khác đang giữ tệp dữ liệu trong “{path}” nên chưa đọc, ghi được. Nội dung đã lưu trước đó "
        "giữ nguyên, không có gì bị hỏng. Đóng chương trình đó (trình xem cơ sở dữ liệu, phần mềm sao lưu) rồi làm "
        "lại.",
        "Another program holds the data file in “{path}”, so it can't be read or written. What was saved before stays "
        "as it is, and nothing is damaged. Close that program (a database viewer, a backup tool), then do it again.",
    ),
    "data.disk_full": (
        "Ổ đĩa chứa thư mục dữ liệu “{path}” đã đầy nên chưa ghi được thay đổi vừa rồi. Nội dung đã lưu trước đó giữ "
        "nguyên. Xóa bớt tệp trên ổ này rồi làm lại.",
        "The disk with the data folder “{path}” is full, so the last change was not saved. What was saved before "
        "stays as it is. Make room on that disk, then do it again.",
    ),
    "data.read_only": (
        "Không được phép ghi vào thư mục dữ liệu “{path}” nên chưa ghi được thay đổi vừa rồi. Nội dung đã lưu trước đó "
        "giữ nguyên. Kiểm tra quyền ghi của thư mục, hoặc chép cả thư mục sang ổ khác rồi mở ở đó.",
        "The data folder “{path}” may not be written to, so the last change was not saved. What was saved before stays "
        "as it is. Look at the folder's rights, or copy it to another disk and open it there.",
    ),
    "data.medium_gone": (
        "Không đọc, ghi được thư mục dữ liệu “{path}”, có thể ổ đĩa hoặc USB đã ngắt. Nội dung đã lưu trước đó giữ "
        "nguyên. Cắm lại ổ đĩa; nếu vẫn chưa được thì đóng phần mềm rồi mở lại.",
        "The data folder “{path}” can't be read or written; perhaps its disk or stick was unplugged. What was saved "
        "before stays as it is. Plug it in again; if that is not enough, close the program and open it again.",
    ),
    "data.closed": (
        "Thư mục dữ liệu “{path}” đã đóng để chuyển sang thư mục khác nên chưa làm việc này. Không có gì thay đổi. "
        "Chờ chuyển xong rồi làm lại.",
        "The data folder “{path}” was closed to go to another one, so this was not done. Nothing has changed. "
        "Wait until the other one is open, then do it again.",
    ),
    "data.in_use": (
        "Thư mục dữ liệu đang được {who} mở trên máy {host} từ {since}. Không có gì thay đổi. "
        "Chuyển sang cửa sổ đang mở, hoặc đóng ở máy kia rồi mở lại.",
        "The data folder is open: {who}, on {host} since {since}. Nothing has changed. "
        "Go to the open window, or close it on the other computer and open it again.",
    ),
    "data.upgrade_due": (
        "Dữ liệu trong “{path}” do bản phần mềm cũ hơn lập và cần nâng cấp trước khi mở. Không có gì thay đổi. Mở lại "
        "để nâng cấp; bản sao của dữ liệu cũ được giữ.",
        "The data in “{path}” were made by an older version and have to be upgraded before they are opened. Nothing "
        "has changed. Open them again to upgrade; a copy of the old data is kept.",
    ),
    "data.upgrade_failed": (
        "Chưa nâng cấp được dữ liệu từ bản {before} lên bản {after}: nội dung sau khi chuyển không khớp với trước đó. "
        "Dữ liệu cũ giữ nguyên, không mất gì. Cài lại bản {before} để làm tiếp, và sao lưu thư mục dữ liệu gửi người "
        "hỗ trợ phần mềm.",
        "The data were not upgraded from version {before} to {after}: what came out did not agree with what was there. "
        "The old data are as they were, nothing is lost. Install version {before} again to go on, and send a copy of "
        "the data folder to those who look after the program.",
    ),
    "data.only_look": (
        "Thư mục dữ liệu “{path}” đang mở ở chế độ chỉ xem vì không ghi được vào đó. Không có gì thay đổi. "
        "Muốn sửa, chép cả thư mục sang máy này, bỏ thuộc tính chỉ đọc rồi mở ở đó.",
        "The data folder “{path}” is open to be looked at only, because it can't be written. Nothing has changed. "
        "To make changes, copy the whole folder to this computer, take away its read-only mark and open it there.",
    ),
    "data.path_long": (
        "Đường dẫn của thư mục dữ liệu “{path}” quá dài nên không mở được. Không có gì thay đổi. "
        "Chuyển thư mục đến nơi có đường dẫn ngắn hơn rồi mở lại.",
        "The path of the data folder “{path}” is too long to be opened. Nothing has changed. "
        "Move the folder to a place with a shorter path and open it again.",
    ),
    "data.no_locks": (
        "Ổ mạng chứa thư mục dữ liệu “{path}” không giữ chỗ được cho một người mở, nên không mở để tránh hai nơi cùng "
        "ghi. Không có gì thay đổi. Chép thư mục về máy này rồi mở ở đó.",
        "The network drive with the data folder “{path}” can't keep it for one person at a time, so it was not opened, "
        "lest two write at once. Nothing has changed. Copy the folder to this computer and open it there.",
    ),
    "program.unforeseen": (
        "Phần mềm gặp tình huống chưa lường trước nên việc này chưa xong. Nội dung đã lưu trước đó giữ nguyên. Làm "
        "lại; nếu vẫn vậy, gửi tệp {log} (đã ghi chi tiết) cho người hỗ trợ phần mềm.",
        "Something unforeseen happened, so this was not done. What was saved before stays as it is. Try again; if it "
        "happens again, pass on {log}, which holds the details, to those who look after the program.",
    ),
    # Evidence
    "deadline.passed": (
        "Đã quá hạn gửi ({deadline}). Hồ sơ vẫn xuất được và sẽ được ghi là gửi muộn. "
        "Gửi ngay và báo {contact}, hoặc đề nghị gia hạn bằng văn bản.",
        "The deadline has passed ({deadline}). The submission can still be exported and will be noted as late. "
        "Send it now and tell {contact}, or ask for an extension in writing.",
    ),
}
