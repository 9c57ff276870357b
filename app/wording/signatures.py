"""Sentences about people's signatures on a paper: what was found, what is safe, what to do.

In a verdict a reason's code has its sentence here. `{signer}` and `{issuer}` are names from a certificate.
"""

_KEPT = "Hồ sơ vẫn được lưu, vẫn xem và thẩm định được."
_KEPT_EN = "The submission is kept and can be read and appraised."
_AGAIN = "Nội dung hồ sơ vẫn giữ để đối chiếu. Đề nghị nơi gửi ký lại rồi gửi lại."
_AGAIN_EN = "The content is kept for comparison. Ask the sender to sign again and send it again."

_CERTIFICATES: dict[str, tuple[str, str]] = {
    "signature.no_authorities": (
        f"Chưa xác định được nơi cấp chứng thư của {{signer}} vì máy chưa có chứng thư của cơ quan cấp nào. {_KEPT} "
        "Nạp tệp chứng thư của {issuer} rồi kiểm tra lại.",
        f"Who issued the certificate of {{signer}} cannot be checked: no issuing authority is known here. {_KEPT_EN} "
        "Load the certificate file of {issuer}, then check again.",
    ),
    "signature.unknown_issuer": (
        f"Chứng thư của {{signer}} do {{issuer}} cấp, nơi cấp này chưa có trong danh sách tin cậy trên máy. {_KEPT} "
        "Nếu đúng là cơ quan cấp hợp pháp, nạp tệp chứng thư của nơi cấp rồi kiểm tra lại.",
        f"The certificate of {{signer}} was issued by {{issuer}}, which is not trusted on this computer. {_KEPT_EN} "
        "If it is a lawful authority, load its certificate file, then check again.",
    ),
    "signature.chain_broken": (
        f"Chứng thư của {{signer}} không nối được về cơ quan cấp mà nó ghi tên. {_AGAIN}",
        f"The certificate of {{signer}} does not hold under the authority it names. {_AGAIN_EN}",
    ),
    "signature.authority_expired": (
        f"Chứng thư của cơ quan cấp cho {{signer}} đã hết hạn khi ký. {_KEPT} Hỏi lại {{issuer}} và nạp chứng thư mới "
        "của nơi cấp rồi kiểm tra lại.",
        f"The authority above {{signer}} had expired when it was signed. {_KEPT_EN} Ask {{issuer}}, load its new "
        "certificate, then check again.",
    ),
    "signature.other_purpose": (
        "Chứng thư của {signer} không được cấp để ký văn bản. Nội dung hồ sơ vẫn giữ để đối chiếu. Đề nghị nơi gửi ký "
        "lại bằng chứng thư chữ ký số của cá nhân hoặc của cơ quan.",
        "The certificate of {signer} was not issued for signing papers. The content is kept for comparison. Ask for a "
        "signature with a person's or the agency's certificate.",
    ),
    "signature.weak": (
        "Chữ ký của {signer} dùng thuật toán không đủ mạnh theo quy định nên không có giá trị xác nhận. Nội dung hồ "
        "sơ vẫn giữ để đối chiếu. Đề nghị nơi gửi ký lại bằng phần mềm ký số mới.",
        "The signature of {signer} uses an algorithm that the regulations no longer allow. The content is kept for "
        "comparison. Ask the sender to sign again with a newer program.",
    ),
    "signature.no_crl": (
        "Chữ ký của {signer} chưa kiểm tra được chứng thư có bị thu hồi hay không vì máy chưa có danh sách thu hồi "
        "mới. Hồ sơ vẫn được lưu. Nạp tệp CRL của {issuer} rồi kiểm tra lại.",
        "Whether the certificate of {signer} was revoked cannot be told: there is no fresh list here. The submission "
        "is kept. Load the CRL file of {issuer}, then check again.",
    ),
    "signature.crl_stale": (
        "Chữ ký của {signer} chưa kiểm tra được thu hồi: danh sách thu hồi của {issuer} chỉ có giá trị đến ngày "
        "{last}. Hồ sơ vẫn được lưu. Nạp tệp CRL mới của {issuer} rồi kiểm tra lại.",
        "Whether the certificate of {signer} was revoked cannot be told: the list of {issuer} ran until {last}. The "
        "submission is kept. Load the new CRL file of {issuer}, then check again.",
    ),
    "signature.crl_grace": (
        "Chứng thư của {signer} được kiểm tra theo danh sách thu hồi của {issuer} có giá trị đến ngày {last}, trong số "
        "ngày cơ quan cho phép dùng thêm. Nạp tệp CRL mới khi có.",
        "The certificate of {signer} was checked with the list of {issuer} that ran until {last}, within the days "
        "allowed beyond it. Load the new CRL file when there is one.",
    ),
    "signature.revoked": (
        "Chứng thư của {signer} đã bị thu hồi từ ngày {since}. Chữ ký này không dùng được; nội dung hồ sơ vẫn giữ để "
        "đối chiếu. Đề nghị nơi gửi ký lại bằng chứng thư còn hiệu lực.",
        "The certificate of {signer} was revoked on {since}. The signature counts for nothing; the content is kept "
        "for comparison. Ask for a signature with a certificate in force.",
    ),
    "signature.authority_revoked": (
        "Chứng thư của cơ quan cấp “{revoked}” đã bị thu hồi từ ngày {since} nên chữ ký của {signer} không dùng được. "
        "Nội dung hồ sơ vẫn giữ để đối chiếu. Đề nghị nơi gửi ký lại bằng chứng thư còn hiệu lực.",
        "The authority “{revoked}” was revoked on {since}, so the signature of {signer} counts for nothing. The "
        "content is kept for comparison. Ask for a signature with a certificate in force.",
    ),
    "signature.expired": (
        "Chứng thư của {signer} hết hạn khi ký: chỉ có hiệu lực đến ngày {last}. Nội dung hồ sơ vẫn giữ để đối chiếu. "
        "Đề nghị nơi gửi ký lại bằng chứng thư còn hiệu lực.",
        "The certificate of {signer} had expired when it was signed: it ran until {last}. The content is kept for "
        "comparison. Ask for a signature with a certificate in force.",
    ),
    "signature.not_yet_valid": (
        "Chứng thư của {signer} chưa có hiệu lực vào thời điểm ký: chỉ có hiệu lực từ ngày {first}. Nội dung hồ sơ vẫn "
        "giữ để đối chiếu. Đề nghị nơi gửi chỉnh ngày giờ máy tính rồi ký lại.",
        "The certificate of {signer} was not in force yet when it was signed: it runs from {first}. The content is "
        "kept for comparison. Ask the sender to set the clock and sign again.",
    ),
    "signature.expired_since": (
        "Chứng thư của {signer} còn hiệu lực theo thời điểm ký ghi trong chữ ký, nhưng đã hết hạn ngày {last}, trước "
        f"khi kiểm tra. {_KEPT} Hỏi lại nơi gửi về ngày ký, hoặc đề nghị ký lại.",
        "By its own claim the signature of {signer} was made in time, but the certificate expired on {last}, before "
        f"this check. {_KEPT_EN} Ask the sender when it was signed, or for a new signature.",
    ),
    "signature.no_time": (
        f"Chữ ký của {{signer}} không ghi thời điểm ký. {_KEPT} Hỏi lại nơi gửi về ngày ký, hoặc đề nghị ký lại.",
        f"The signature of {{signer}} tells no time. {_KEPT_EN} Ask the sender when it was signed, or for a new one.",
    ),
    "signature.time_ahead": (
        f"Thời điểm ký ghi trong chữ ký của {{signer}} muộn hơn lúc kiểm tra. {_KEPT} Kiểm tra ngày giờ của máy này; "
        "nếu đúng, đề nghị nơi gửi chỉnh ngày giờ máy tính rồi ký lại.",
        f"The time in the signature of {{signer}} lies after this check. {_KEPT_EN} Look at this computer's clock; if "
        "it is right, ask the sender to set theirs and sign again.",
    ),
    "signature.broken": (
        "Văn bản đã bị sửa sau khi {signer} ký, hoặc chữ ký không phải của chứng thư kèm theo. Chữ ký này không dùng "
        "được; nội dung vẫn giữ để đối chiếu. Liên hệ nơi gửi để xác minh và đề nghị ký lại.",
        "The paper was changed after {signer} signed it, or the certificate did not make the signature. It counts for "
        "nothing; the content is kept for comparison. Call the sender and ask for a new signature.",
    ),
    "signature.unreadable": (
        "Không đọc được chữ ký ở ô “{field}” của văn bản. Nội dung vẫn giữ để đối chiếu. Đề nghị nơi gửi ký lại bằng "
        "phần mềm ký số đúng quy định.",
        "The signature in the field “{field}” cannot be read. The content is kept for comparison. Ask the sender to "
        "sign again with a program that follows the regulations.",
    ),
}

_SIGNERS: dict[str, tuple[str, str]] = {
    "signature.not_accepted": (
        f"Chữ ký của {{signer}} chưa được ghi nhận là của lãnh đạo hay của cơ quan này. {_KEPT} Đối chiếu người ký với "
        "nơi gửi, rồi chọn Ghi nhận người ký.",
        f"{{signer}} is not accepted yet as this agency's leader or as the agency. {_KEPT_EN} Make sure of the signer "
        "with the sender, then accept the signer.",
    ),
    "signature.acceptance_closed": (
        f"Chữ ký của {{signer}} đã hết thời gian được ghi nhận cho cơ quan này. {_KEPT} Hỏi lại nơi gửi; nếu người này "
        "vẫn có thẩm quyền ký, ghi nhận lại.",
        f"{{signer}} is no longer accepted for this agency. {_KEPT_EN} Ask the sender; if this person may still sign, "
        "accept the signer again.",
    ),
    "signature.other_agency": (
        f"CHÚ Ý: chữ ký của {{signer}} đã được ghi nhận cho cơ quan khác ({{agencies}}), không phải cơ quan gửi hồ sơ "
        f"này. {_KEPT} Gọi theo số đã lưu từ trước để xác minh trước khi tiếp nhận.",
        f"ATTENTION: {{signer}} is accepted for another agency ({{agencies}}), not for the one that sent this. "
        f"{_KEPT_EN} Call the number known before and make sure before taking it in.",
    ),
    "people.leader_missing": (
        f"Đợt đánh giá yêu cầu lãnh đạo ký số, báo cáo chưa có chữ ký đó. {_KEPT} Đề nghị nơi gửi ký bổ sung, hoặc "
        "tiếp nhận và ghi rõ lý do.",
        f"The campaign asks for the leader's digital signature and the report has none. {_KEPT_EN} Ask for it, or take "
        "it in and give the reason.",
    ),
    "people.agency_missing": (
        f"Đợt đánh giá yêu cầu chữ ký số của cơ quan, báo cáo chưa có chữ ký đó. {_KEPT} Đề nghị văn thư nơi gửi ký bổ "
        "sung, hoặc tiếp nhận và ghi rõ lý do.",
        f"The campaign asks for the agency's digital signature and the report has none. {_KEPT_EN} Ask the sender's "
        "clerk for it, or take it in and give the reason.",
    ),
    "people.scan_missing": (
        f"Đợt đánh giá yêu cầu bản quét văn bản đã ký, đóng dấu, trong gói chưa có. {_KEPT} Đề nghị nơi gửi đính kèm "
        "bản quét rồi gửi lại, hoặc tiếp nhận và ghi rõ lý do.",
        f"The campaign asks for a scan of the signed and stamped paper and there is none. {_KEPT_EN} Ask for it, or "
        "take it in and give the reason.",
    ),
    "people.scan_to_look_at": (
        "Gói có bản quét văn bản đã ký, đóng dấu; phần mềm không tự kiểm tra được chữ ký tay và dấu. Mở bản quét để "
        "đối chiếu với báo cáo.",
        "The bundle holds a scan of the signed and stamped paper; ink and stamp cannot be checked by the program. Open "
        "the scan and compare it with the report.",
    ),
}

_PAPER: dict[str, tuple[str, str]] = {
    "report.other_figures": (
        "Giấy không khớp số liệu: {count} chỗ in trên báo cáo khác với số liệu trong gói. Báo cáo không dùng "
        "được; số liệu vẫn giữ để đối chiếu. Liên hệ nơi gửi để xác minh và đề nghị gửi lại báo cáo do phần mềm in ra.",
        "Paper and data differ: {count} figures printed on the report are not those of the bundle. The report "
        "counts for nothing; the data is kept for comparison. Call the sender and ask for the program's own report.",
    ),
    "report.figures_unread": (
        f"Chưa đọc được các bảng điểm in trên báo cáo nên chưa đối chiếu được với số liệu. {_KEPT} Mở báo cáo và "
        "đối chiếu bằng mắt, hoặc đề nghị gửi lại báo cáo do phần mềm in ra.",
        f"The tables of points on the report cannot be read, so paper and data were not compared. {_KEPT_EN} "
        "Compare them by eye, or ask for the program's own report.",
    ),
    "report.figures_covered": (
        f"Trang {{page}} của báo cáo có hình hoặc nền mà báo cáo do phần mềm in ra không có. {_KEPT} Mở trang đó "
        "và đối chiếu điểm bằng mắt trước khi tiếp nhận.",
        f"Page {{page}} of the report holds pictures or shapes that the program never prints. {_KEPT_EN} Open "
        "that page and compare the points by eye before taking it in.",
    ),
    "signed_pdf.content_added": (
        "Sau khi chốt báo cáo, trang {page} có thêm nội dung ngoài chỗ dành cho số, ngày, dấu và chữ ký. Số liệu kèm "
        "theo không thay đổi. Xem trang trước và sau; nếu không rõ ai thêm thì đề nghị ký lại.",
        "After the report was frozen something was added on page {page}, outside the places for number, date, seal and "
        "signatures. The data did not change. Look at the page before and after; if in doubt ask for a new signature.",
    ),
    "signed_pdf.content_covered": (
        "Trang {page} của báo cáo đã bị che, thay hoặc bỏ nội dung sau khi chốt. Báo cáo này không dùng được; số liệu "
        "vẫn giữ để đối chiếu. Xem trang trước và sau, rồi liên hệ nơi gửi để xác minh và đề nghị ký lại.",
        "On page {page} printed content was covered, replaced or removed after freezing. The report counts for "
        "nothing; the data is kept for comparison. Look at the page before and after, then call the sender.",
    ),
    "signed_pdf.signature_removed": (
        "Một chữ ký đã có trên văn bản bị bỏ hoặc thay trong lần lưu sau. Văn bản này không dùng được; nội dung vẫn "
        "giữ để đối chiếu. Liên hệ nơi gửi để xác minh và đề nghị gửi bản còn đủ chữ ký.",
        "A signature that stood on the paper was taken away or replaced later. The paper counts for nothing; the "
        "content is kept for comparison. Call the sender and ask for the paper with all signatures.",
    ),
    "signed_pdf.rewritten": (
        "Phần mềm ký số đã ghi lại toàn bộ tệp nên không còn nguyên các byte của bản chốt; dữ liệu kèm theo và số in "
        "trên các trang đã được đối chiếu. Không cần làm gì thêm nếu các đèn khác đều xanh.",
        "The signing program wrote the whole file anew, so the frozen bytes are no longer its beginning; the embedded "
        "data and what the pages show were compared. Nothing to do if the other lights are green.",
    ),
    "signed_pdf.script": (
        f"Văn bản PDF chứa mã lệnh tự chạy, có thể hiển thị khác nhau trên từng máy. {_AGAIN}",
        f"The PDF holds scripts and may look different on other computers. {_AGAIN_EN}",
    ),
    "signed_pdf.launch": (
        f"Văn bản PDF chứa lệnh mở chương trình hoặc gửi dữ liệu ra ngoài. {_AGAIN}",
        f"The PDF holds commands that start programs or send data out. {_AGAIN_EN}",
    ),
    "signed_pdf.form": (
        f"Văn bản PDF chứa biểu mẫu động (XFA), có thể hiển thị khác nhau trên từng máy. {_AGAIN}",
        f"The PDF holds a dynamic form (XFA) and may look different on other computers. {_AGAIN_EN}",
    ),
    "signed_pdf.layers": (
        f"Văn bản PDF có nhiều lớp nội dung bật, tắt được. {_KEPT} Mở bằng phần mềm đọc PDF, xem từng lớp trước khi "
        "tiếp nhận.",
        f"The PDF has layers that can be switched on and off. {_KEPT_EN} Open it in a PDF program and look at each "
        "layer before taking it in.",
    ),
    "signed_pdf.layers_hidden": (
        f"Văn bản PDF có lớp nội dung bị ẩn, người ký và người đọc có thể thấy khác nhau. {_AGAIN}",
        f"The PDF has hidden layers, so signer and reader may see different things. {_AGAIN_EN}",
    ),
    "signed_pdf.not_compared": (
        "Chưa so sánh được văn bản trước và sau khi ký vì tệp quá lớn, bị hỏng hoặc được ghi theo cách lạ. Tệp vẫn "
        "được lưu. Mở bằng phần mềm ký số để kiểm tra thêm.",
        "What was added after signing cannot be told: the file is too large, damaged or written in an odd way. It is "
        "kept. Check it with a signing program as well.",
    ),
}

SENTENCES: dict[str, tuple[str, str]] = {**_CERTIFICATES, **_SIGNERS, **_PAPER}
