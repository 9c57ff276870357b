"""Sentences of trouble in the steps of the loop: what stands in the way of an act, and what to do about it."""

_KEPT = "Số liệu hiện có không thay đổi."
_KEPT_EN = "Nothing has changed."

SENTENCES: dict[str, tuple[str, str]] = {
    # Files handed in as evidence
    "evidence.gone": (
        "Không tìm thấy tệp “{name}”, có thể USB đã rút hoặc tệp đã chuyển chỗ. Tệp này chưa đính kèm, các tệp khác đã "
        "lưu. Cắm lại USB rồi chọn Đính kèm lại.",
        "The file “{name}” is not there any more. It was not attached, the others were. Plug the stick in and attach "
        "it again.",
    ),
    "evidence.empty": (
        "Tệp “{name}” không có nội dung. Tệp này chưa đính kèm, các tệp khác đã lưu. Mở tệp gốc, lưu lại rồi đính kèm.",
        "The file “{name}” is empty. It was not attached, the others were. Save the original again, then attach it.",
    ),
    "evidence.folder": (
        "“{name}” là thư mục, không phải tệp. Các tệp khác đã lưu. Thả cả thư mục vào ô minh chứng để lấy các tệp "
        "bên trong.",
        "“{name}” is a folder. The other files were attached. Drop the folder to take the files inside it.",
    ),
    "evidence.locked": (
        "Tệp “{name}” đang mở ở chương trình khác hoặc không được phép đọc. Tệp này chưa đính kèm, các tệp khác đã "
        "lưu. "
        "Đóng tệp ở chương trình kia rồi chọn Đính kèm lại.",
        "The file “{name}” is open elsewhere or may not be read. It was not attached, the others were. Close it there, "
        "then attach it again.",
    ),
    "evidence.changing": (
        "Tệp “{name}” còn đang được ghi. Tệp này chưa đính kèm, các tệp khác đã lưu. Chờ ghi xong rồi chọn Đính kèm "
        "lại.",
        "The file “{name}” is still being written. It was not attached, the others were. Wait, then attach it again.",
    ),
    "evidence.medium_gone": (
        "Thiết bị chứa tệp “{name}” không đọc được nữa. Tệp này chưa đính kèm, các tệp khác đã lưu. Cắm lại USB hoặc "
        "chép "
        "tệp vào máy rồi đính kèm.",
        "The medium with “{name}” can't be read any more. It was not attached, the others were. Plug it in again or "
        "copy "
        "the file to this computer first.",
    ),
    "evidence.disk_full": (
        "Ổ đĩa chứa dữ liệu đã đầy nên chưa đính kèm được tệp “{name}”. Nội dung đã lưu an toàn. Xóa bớt tệp không cần "
        "trên ổ này rồi chọn Đính kèm lại.",
        "The disk with the data is full, so “{name}” was not attached. What was saved is safe. Make room, then "
        "attach it "
        "again.",
    ),
    "evidence.disk_read_only": (
        "Không được phép ghi vào thư mục dữ liệu nên chưa đính kèm được tệp “{name}”. Nội dung đã lưu an toàn. Kiểm "
        "tra "
        "quyền ghi của thư mục dữ liệu trong Cài đặt.",
        "The data folder may not be written to, so “{name}” was not attached. What was saved is safe. Look at the "
        "folder "
        "named in Settings.",
    ),
    "evidence.disk_limit": (
        "Ổ đĩa chứa dữ liệu không nhận tệp lớn như “{name}” (ổ FAT32 chỉ nhận tệp dưới 4 GB). Tệp này chưa đính kèm, "
        "nội dung đã lưu an toàn. Nén nhỏ tệp hoặc chia thành nhiều tệp, rồi chọn Đính kèm lại.",
        "The disk with the data takes no file as large as “{name}” (FAT32: below 4 GB). It was not attached; what was "
        "saved is safe. Make it smaller or part it into several files, then attach it again.",
    ),
    "evidence.disk_gone": (
        "Không ghi được vào ổ đĩa chứa dữ liệu nên chưa đính kèm được tệp “{name}”. Nội dung đã lưu an toàn. Kiểm tra "
        "ổ đĩa còn cắm, mở lại phần mềm rồi chọn Đính kèm lại.",
        "The disk with the data can't be written, so “{name}” was not attached. What was saved is safe. See that the "
        "disk is still plugged in, open the program again, then attach it again.",
    ),
    "evidence.empty_citation": (
        "Trích dẫn chưa có số, ký hiệu, cơ quan ban hành hoặc trích yếu. Chưa ghi gì. Nhập ít nhất một trong các mục "
        "này.",
        "The citation has neither number, issuer nor subject. Nothing was added. Type at least one of them.",
    ),
    "evidence.missing_file": (
        "Không thấy tệp minh chứng này trong thư mục dữ liệu. Thông tin trích dẫn vẫn còn. Đính kèm lại tệp gốc, "
        "hoặc khôi "
        "phục bản sao lưu.",
        "The evidence file is missing from the data folder. Its citation is still there. Attach the original again or "
        "restore a backup.",
    ),
    "evidence.not_openable": (
        "Loại tệp “{name}” không mở trực tiếp được để tránh rủi ro. Tệp vẫn nguyên trong hồ sơ. Chọn Lưu ra ngoài "
        "rồi mở "
        "bằng chương trình phù hợp.",
        "Files like “{name}” are not opened directly. The file is untouched. Save it elsewhere and open it there.",
    ),
    "evidence.has_macros": (
        "Tệp “{name}” chứa macro (chương trình) nên không mở trực tiếp. Tệp vẫn nguyên trong hồ sơ. Chọn Lưu ra ngoài "
        "nếu cần xem, và không cho phép macro chạy.",
        "“{name}” holds macros (a program) and is not opened directly. The file is untouched. Save it elsewhere if you "
        "need to read it, and do not allow macros.",
    ),
    "evidence.unknown": (
        "Minh chứng này đã được gỡ trước đó. Các minh chứng khác giữ nguyên. Tải lại trang để xem danh sách hiện tại.",
        "This evidence was removed before. The rest is as it was. Open the page again to see what is there.",
    ),
    # Bundles that do not belong here
    "bundle.content_malformed": (
        "Nội dung trong gói không khớp bộ chỉ số của đợt này ({path}). Chưa tiếp nhận, các hồ sơ khác không bị ảnh "
        "hưởng. "
        "Đề nghị nơi gửi cập nhật phần mềm và xuất lại gói.",
        "What the bundle says does not fit the framework ({path}). It was not taken in. Ask the sender to update and "
        "export again.",
    ),
    "bundle.other_campaign": (
        "Tệp này thuộc đợt “{campaign}”, không thuộc đợt đang mở. Số liệu hiện có không thay đổi. Mở đợt đó rồi nạp "
        "lại, "
        "hoặc hỏi lại nơi gửi.",
        "This file belongs to “{campaign}”, not to the campaign open here. Nothing has changed. Open that one and "
        "load it "
        "again, or ask the sender.",
    ),
    "bundle.other_kind": (
        "Tệp này là {kind}, chỗ này cần {wanted}. Số liệu hiện có không thay đổi. Chọn Mở tệp nhận được để phần "
        "mềm đưa tệp đến đúng chỗ.",
        "This file is a {kind}; a {wanted} is needed here. Nothing has changed. Use Open a file received.",
    ),
    "bundle.other_authority": (
        "Tệp này do {sender} gửi, không phải của {authority} là cơ quan thẩm định của đợt đang có. Tệp nguyên vẹn "
        "nhưng không được nhận, số liệu hiện có không thay đổi. Gọi {authority} theo số đã lưu từ trước để hỏi và xin "
        "đúng tệp.",
        "This file comes from {sender}, not from {authority}, the authority of the campaign here. It is intact but "
        "was not taken in, and nothing has changed. Call {authority} on the number known before and ask for the right "
        "file.",
    ),
    "bundle.other_receiver": (
        "Hồ sơ này gửi cho {receiver}, không gửi cho nơi đang mở. Chưa ghi nhận nội dung nào. Chuyển tệp cho đúng "
        "nơi nhận "
        "hoặc báo lại {sender}.",
        "This file is meant for {receiver}. Nothing was taken in. Pass it on, or tell {sender}.",
    ),
    "bundle.unknown_agency": (
        "{sender} (mã {agency}) không có trong danh sách của đợt đánh giá này. Chưa tiếp nhận. Kiểm tra mã với nơi "
        "gửi, hoặc "
        "bổ sung vào danh sách rồi nạp lại.",
        "{sender} (code {agency}) is not in this campaign's list. Nothing was taken in. Check the code, or add it to "
        "the "
        "list and load again.",
    ),
    "bundle.no_such_round": (
        "Tệp của {sender} ghi lần nộp {round}; đợt này có {rounds} lần và chưa có ý kiến thẩm định nào mở thêm lần đó. "
        "Chưa tiếp nhận. Gọi nơi gửi theo số đã biết từ trước để hỏi lại và đề nghị gửi hồ sơ của lần đang mở.",
        "The file of {sender} says round {round}; this campaign has {rounds}, and no feedback opened that one. Nothing "
        "was taken in. Ask the sender on the number known from before, and for the submission of the round under way.",
    ),
    "collect.own_bundle": (
        "Tệp này là {kind} do chính cơ quan thẩm định lập, không phải hồ sơ của nơi được đánh giá. Danh sách tiếp nhận "
        "không thay đổi, tệp giữ nguyên. Không cần làm gì với tệp này.",
        "This file is a {kind} made by the authority itself, not a submission. The board has not changed and the file "
        "is as it was. Nothing needs to be done with it.",
    ),
    "collect.nothing_found": (
        "Không thấy tệp hồ sơ nào ở chỗ vừa chọn. Danh sách tiếp nhận không thay đổi. Chọn tệp .thuocso hoặc thư mục "
        "chứa "
        "các tệp đó.",
        "No submission was found there. The board has not changed. Choose .thuocso files or a folder with them.",
    ),
    "feedback.newer_version": (
        "Ý kiến này theo bản {new} của bộ chỉ số, máy này đang có bản {old}. Số liệu hiện có không thay đổi. "
        "Mở gói triển khai mới của đợt trước, rồi mở lại tệp này.",
        "This feedback speaks of version {new} of the framework; here it is version {old}. Nothing has changed. "
        "Open the campaign's new file first, then this one again.",
    ),
    "feedback.not_ours": (
        "Tệp này trả lời một bản hồ sơ không xuất từ máy này: có thể hồ sơ đã lập ở máy khác, hoặc dữ liệu vừa khôi "
        "phục từ bản sao lưu cũ hơn. Số liệu hiện có không thay đổi. Mở tệp trên máy đã gửi hồ sơ, hoặc gọi cơ quan "
        "thẩm định để chọn bản chính thức.",
        "This file answers a submission that was not exported here: perhaps it was made on another computer, or the "
        "data was restored from an older backup. Nothing has changed. Open it where the submission was made, or call "
        "the authority to settle which one counts.",
    ),
    # Campaigns and parts
    "campaign.duplicate_agency": (
        "Mã “{agency}” có nhiều lần trong danh sách. Chưa lập đợt. Sửa để mỗi cơ quan, địa phương có một mã riêng.",
        "The code “{agency}” stands several times in the list. No campaign was made. Give each agency its own code.",
    ),
    "campaign.other_authority": (
        "Tệp này ghi cơ quan thẩm định là {sender}, còn đợt “{title}” đang có trên máy là của {authority}. Tệp "
        "nguyên vẹn nhưng không được nhận, đợt đang có giữ nguyên. Gọi {authority} theo số đã lưu từ trước để hỏi và "
        "xin đúng tệp.",
        "This file says that {sender} runs the campaign; “{title}” as it is known here is run by {authority}. The file "
        "is intact but was not taken in, and the campaign stays as it was. Call {authority} on the number known before "
        "and ask for the right file.",
    ),
    "campaign.other_sender": (
        "Tệp đợt đánh giá này do {sender} niêm phong, còn nội dung ghi cơ quan thẩm định là {authority}. Tệp nguyên "
        "vẹn nhưng không được nhận, số liệu hiện có không thay đổi. Gọi {authority} để xin tệp do chính cơ quan đó "
        "xuất ra.",
        "This campaign file is sealed by {sender}, and says that {authority} runs the campaign. It is intact but was "
        "not taken in, and nothing has changed. Call {authority} and ask for the file as it was exported there.",
    ),
    "campaign.no_agencies": (
        "Danh sách chưa có cơ quan, địa phương nào. Chưa lập đợt. Nhập danh sách, dán từ Excel hoặc nạp từ tệp.",
        "The list of agencies is empty. No campaign was made. Type the list, paste it or load a file.",
    ),
    "campaign.no_rounds": (
        "Đợt đánh giá chưa có lần gửi nào. Chưa thay đổi gì. Thêm ít nhất lần 1.",
        "The campaign has no round. Nothing has changed. Add at least round 1.",
    ),
    "campaign.no_title": (
        "Đợt đánh giá chưa có tên. Chưa thay đổi gì. Nhập tên, ví dụ Đợt đánh giá năm 2026.",
        "The campaign has no title. Nothing has changed. Type one, for example Campaign 2026.",
    ),
    "assessment.same_version": (
        "Hồ sơ đang dùng đúng bản bộ chỉ số của đợt. Không cần chuyển, chưa thay đổi gì.",
        "The assessment already uses the framework version of the campaign. There is nothing to carry over.",
    ),
    "assessment.nothing_moved": (
        "Chưa có lần chuyển bản bộ chỉ số nào để quay lại. Số liệu hiện có không thay đổi.",
        "No change of the framework version can be undone. Nothing has changed.",
    ),
    "campaign.same_version": (
        "Đợt đang dùng đúng bản {version} của “{title}”. Chưa thay đổi gì. Chọn bản khác nếu cần sửa đổi.",
        "The campaign already uses version {version} of “{title}”. Nothing has changed. Choose another version.",
    ),
    "campaign.not_in_list": (
        "Mã “{agency}” không có trong danh sách của đợt này. Số liệu hiện có không thay đổi. Chọn đúng tên trong "
        "danh sách, "
        "hoặc hỏi lại cơ quan thẩm định.",
        "The code “{agency}” is not in the list of this campaign. Nothing has changed. Choose a name of the list or "
        "ask the "
        "authority.",
    ),
    "campaign.skeleton": (
        "Bộ chỉ số “{title}” mới có khung, chưa đủ tiêu chí nên chưa triển khai được. Chưa lập đợt. Bổ sung tiêu chí "
        "rồi mở lại.",
        "The framework “{title}” still lacks its criteria. No campaign was made. Complete it first.",
    ),
    "campaign.open_question": (
        "Bộ chỉ số “{title}” còn điểm văn bản chưa quy định: {question} Chưa lập đợt. Mở bộ chỉ số, chọn một cách "
        "hiểu rồi lập đợt lại.",
        "The decision behind “{title}” leaves something open: {question} No campaign was made. Open the framework, "
        "choose how to read it, then try again.",
    ),
    "framework.lacking": (
        "Bộ chỉ số “{title}” còn thiếu {criteria} tiêu chí; {groups} nhóm chưa có tiêu chí hoặc điểm tối đa. Bộ khung "
        "giữ nguyên. Nhập đủ theo phụ lục rồi làm lại.",
        "The framework “{title}” still lacks {criteria} criteria; {groups} groups have none or no maximum. It stays a "
        "skeleton. Enter them from the annex, then try again.",
    ),
    "framework.open_question": (
        "Bộ chỉ số “{title}” còn điểm văn bản chưa quy định: {question} Bộ khung giữ nguyên. Chọn một cách hiểu rồi "
        "làm lại.",
        "The decision behind “{title}” leaves something open: {question} It stays a skeleton. Choose how to read it, "
        "then try again.",
    ),
    "period.unknown": (
        "Bộ chỉ số không có kỳ đánh giá “{period}”. Chưa thay đổi gì. Chọn một kỳ có trong bộ chỉ số.",
        "The framework has no period “{period}”. Nothing has changed. Choose one it names.",
    ),
    "question.answer_unfit": (
        "“{answer}” không phải là câu trả lời cho câu hỏi “{question}”. Chưa thay đổi gì. Chọn một phương án có sẵn "
        "hoặc nhập đúng dạng số, ngày.",
        "“{answer}” does not answer “{question}”. Nothing has changed. Choose one of its options, or enter a number "
        "or a date as asked.",
    ),
    "question.path_unknown": (
        "Câu trả lời thay đổi mục “{path}” không có trong bộ chỉ số. Chưa thay đổi gì. Sửa phương án trả lời hoặc tên "
        "mục.",
        "The answer changes “{path}”, which the framework does not have. Nothing has changed. Mend the answer or the "
        "name.",
    ),
    "question.unknown": (
        "Bộ chỉ số không có câu hỏi “{question}”. Chưa thay đổi gì. Xem mã câu hỏi trong danh sách.",
        "The framework has no question “{question}”. Nothing has changed. Look up its code in the list.",
    ),
    "framework.unknown": (
        "Không có bộ chỉ số “{digest}” ở đây. Chưa thay đổi gì. Chọn bộ chỉ số trong danh sách hoặc nạp tệp của bộ đó.",
        "There is no framework “{digest}” here. Nothing has changed. Choose one of the list or load its file.",
    ),
    "part.not_authority": (
        "Việc này dành cho cơ quan thẩm định của đợt. " + _KEPT + " Chuyển sang vai cơ quan thẩm định rồi làm lại.",
        "Only the authority of the campaign does this. " + _KEPT_EN + " Change to the authority's part.",
    ),
    "part.several": (
        "Thư mục này có nhiều vai: {parts}. Chưa làm gì. Nêu rõ vai cần dùng bằng --part.",
        "There are several parts here: {parts}. Nothing was done. Name one with --part.",
    ),
    "part.unknown": (
        "Không tìm thấy đợt đánh giá này trong thư mục dữ liệu. Chưa thay đổi gì. Chọn đợt khác, hoặc mở lại gói "
        "triển khai.",
        "This campaign is not in the data folder. Nothing has changed. Choose another, or open its bundle again.",
    ),
    "person.is_acting": (
        "{name} đang là người thao tác. Danh sách không thay đổi. Chuyển sang người khác trước, rồi ngừng dùng tên "
        "này.",
        "{name} is the one working now. The list has not changed. Switch to somebody else first, then leave the name "
        "out.",
    ),
    "person.no_name": (
        "Chưa nhập họ tên. Chưa thay đổi gì. Nhập họ tên người thao tác.",
        "No name was typed. Nothing has changed. Type the full name.",
    ),
    "person.unknown": (
        "Không thấy người này trong danh sách. Chưa thay đổi gì. Chọn lại hoặc thêm người mới.",
        "This person is not in the list. Nothing has changed. Choose again or add somebody.",
    ),
    # From answers to a file
    "assessment.closed": (
        "Số liệu đã chốt nên không sửa được nữa. " + _KEPT + " Chọn Mở lại để sửa, nêu lý do, rồi nhập tiếp.",
        "The figures are frozen. " + _KEPT_EN + " Reopen them with a reason, then go on.",
    ),
    "assessment.not_open": (
        "Lần này không mở nội dung đó để sửa. " + _KEPT + " Chỉ giải trình, bổ sung ở các tiêu chí cơ quan thẩm định "
        "đề nghị.",
        "This round does not open that. " + _KEPT_EN + " Explain and supplement where the authority asked.",
    ),
    "submission.no_leader": (
        "Chưa có tên lãnh đạo xác nhận. Số liệu chưa chốt. Nhập họ tên và chức vụ như in trên báo cáo.",
        "The leader who confirms is not named. Nothing was frozen. Type name and title as printed.",
    ),
    "submission.no_reason": (
        "Chưa ghi lý do. Chưa thay đổi gì. Ghi ngắn gọn lý do để lưu vào nhật ký.",
        "No reason was given. Nothing has changed. Give a short one for the journal.",
    ),
    "submission.not_frozen": (
        "Chưa có bản chốt số liệu để làm việc này. " + _KEPT + " Chốt số liệu, xuất gói rồi làm tiếp.",
        "There is no frozen revision for this yet. " + _KEPT_EN + " Freeze and export first.",
    ),
    "submission.not_ready": (
        "Còn {count} mục phải xử lý trước khi chốt số liệu. Nội dung đã nhập vẫn giữ. Mở Rà soát để đến từng mục.",
        "{count} things must be mended before freezing. What was entered stays. Open Review to reach each.",
    ),
    "submission.not_received": (
        "Chưa có hồ sơ nào của {agency} được tiếp nhận. Chưa thay đổi gì. Nạp hồ sơ ở mục Tiếp nhận trước.",
        "Nothing of {agency} has been received yet. Nothing has changed. Load its submission first.",
    ),
    "key.exists": (
        "Đã có khóa niêm phong đang dùng. Khóa đó giữ nguyên. Nếu cần khóa mới, nêu lý do thay khóa.",
        "A sealing key is in use. It stays. Give a reason if a new one is needed.",
    ),
    # Review, ranking, publication
    "opinion.no_points": (
        "Chưa nhập điểm điều chỉnh. Ý kiến chưa được ghi. Nhập điểm hoặc sửa số liệu theo minh chứng.",
        "No adjusted points were typed. The opinion was not recorded. Type points or correct the figures.",
    ),
    "opinion.no_reason": (
        "Chưa ghi lý do. Ý kiến chưa được ghi. Ghi lý do để nơi được đánh giá biết cần làm gì.",
        "No reason was given. Nothing was recorded. Say why, so that the agency knows what to do.",
    ),
    "ranking.no_such_tie": (
        "Các cơ quan này hiện không đồng hạng với nhau. Bảng xếp hạng không thay đổi. Tải lại Xếp hạng rồi chọn nhóm "
        "đồng hạng.",
        "These agencies do not share a rank now. The ranking has not changed. Open Ranking again and choose a tie.",
    ),
    "publication.conflicts": (
        "Có hồ sơ còn hai bản khác nhau hoặc bản thay thế chưa quyết định: {agencies}. Chưa công bố. Chọn bản chính "
        "thức ở mục Tiếp nhận.",
        "Different submissions or a replacement wait for a decision: {agencies}. Nothing was published. Choose in "
        "Collecting.",
    ),
    "publication.signatures_open": (
        "Còn {count} nơi chữ ký chưa đủ căn cứ xác nhận: {agencies}. Chưa công bố. Ghi nhận người ký hoặc nạp danh "
        "sách thu hồi rồi kiểm tra lại, hoặc nêu lý do để in kèm kết quả.",
        "The signatures of {count} agencies are not confirmed: {agencies}. Nothing was published. Accept the signers "
        "or load revocation lists and check again, or give a reason to be printed.",
    ),
    "publication.other_keys": (
        "Có hồ sơ niêm phong bằng khóa khác khóa đã ghi nhận: {agencies}. Chưa công bố; lý do không thay được việc "
        "này. Gọi theo số đã biết từ trước để đối chiếu mã, rồi ghi nhận khóa hoặc để bản đó ở lịch sử.",
        "Submissions are sealed with another key than the accepted one: {agencies}. Nothing was published; no reason "
        "stands for this. Compare the code on the number known from before, then accept the key or leave them in "
        "history.",
    ),
    "publication.keys_open": (
        "Còn {count} nơi chưa ghi nhận khóa niêm phong: {agencies}. Chưa công bố. Đối chiếu mã và ghi nhận khóa, "
        "hoặc nêu lý "
        "do để in kèm kết quả.",
        "The keys of {count} agencies are not accepted yet: {agencies}. Nothing was published. Compare codes, or "
        "give a "
        "reason to be printed.",
    ),
    "publication.nothing": (
        "Chưa có hồ sơ nào để công bố. Chưa thay đổi gì. Tiếp nhận hồ sơ trước.",
        "There is nothing to publish. Nothing has changed. Take submissions in first.",
    ),
    # Files and folders
    "data.no_home": (
        "Máy này chưa có thư mục riêng cho người dùng đang làm việc nên chưa biết để dữ liệu ở đâu. Chưa tạo gì. Ghi "
        "thư mục dữ liệu bằng --data hoặc biến THUOCSO_DATA, hoặc đăng nhập bằng tài khoản có thư mục riêng.",
        "The person at work has no home folder on this computer, so there is no place for the data yet. Nothing was "
        "made. Name a data folder with --data or THUOCSO_DATA, or log in as somebody who has a home folder.",
    ),
    "data.path_not_text": (
        "Đường dẫn của thư mục dữ liệu “{path}” có chữ không viết theo UTF-8 nên không mở được. Không có gì thay đổi. "
        "Đổi tên thư mục có chữ đó rồi mở lại.",
        "The path of the data folder “{path}” has letters that are not UTF-8, so it can't be opened. Nothing has "
        "changed. Rename the folder with those letters and open it again.",
    ),
    "data.folder": (
        "Không dùng được thư mục dữ liệu “{path}” ({detail}). Không có gì thay đổi. Kiểm tra ổ đĩa, mạng và "
        "quyền ghi rồi thử lại, hoặc chọn thư mục khác.",
        "The data folder “{path}” can't be used ({detail}). Nothing has changed. Look at its drive, the network and "
        "its rights, then try again, or choose another.",
    ),
    "json.unreadable": (
        "Tệp “{name}” không phải là JSON đọc được (dòng {line}). Chưa nạp gì. Sửa dòng đó hoặc dùng biểu Excel.",
        "The file “{name}” is not readable JSON (line {line}). Nothing was loaded. Mend that line or use the Excel "
        "form.",
    ),
}
