; What the installer says, in both languages.
LangString WHERE ${LANG_VIETNAMESE} "Phần mềm được cài cho riêng tài khoản đang dùng, không cần quyền quản trị, vào thư mục dưới đây. Nếu đang có bản cũ, bản mới thay bản cũ và giữ nguyên dữ liệu. Bấm Cài đặt để bắt đầu."
LangString WHERE ${LANG_ENGLISH} "The program is installed for your account alone, without administrator rights, into the folder below. An older version is replaced and its data are kept. Click Install to start."
LangString DONE ${LANG_VIETNAMESE} "Đã cài xong Thước Số ${VERSION}. Dữ liệu nằm ở $LOCALAPPDATA\ThuocSo và được giữ nguyên khi nâng cấp hay gỡ phần mềm."
LangString DONE ${LANG_ENGLISH} "Thước Số ${VERSION} is installed. Your data lie in $LOCALAPPDATA\ThuocSo and stay there when the program is upgraded or removed."
LangString RUN ${LANG_VIETNAMESE} "Mở Thước Số ngay"
LangString RUN ${LANG_ENGLISH} "Start Thước Số now"
LangString ON_DESKTOP ${LANG_VIETNAMESE} "Đặt biểu tượng trên màn hình"
LangString ON_DESKTOP ${LANG_ENGLISH} "Put a shortcut on the desktop"
LangString STILL_OPEN ${LANG_VIETNAMESE} "Thước Số đang mở. Hãy lưu việc đang làm, đóng cửa sổ Thước Số, rồi bấm Thử lại (Retry). Chưa có gì thay đổi."
LangString STILL_OPEN ${LANG_ENGLISH} "Thước Số is open. Finish what you are doing, close its window, then click Retry. Nothing was changed yet."
LangString BUNDLE ${LANG_VIETNAMESE} "Gói hồ sơ Thước Số"
LangString BUNDLE ${LANG_ENGLISH} "Thước Số bundle"
LangString DATA_KEPT ${LANG_VIETNAMESE} "Đã gỡ Thước Số. Dữ liệu vẫn còn nguyên ở $LOCALAPPDATA\ThuocSo, hoặc ở thư mục dữ liệu bạn đã chọn trong phần mềm; cài lại là dùng tiếp được."
LangString DATA_KEPT ${LANG_ENGLISH} "Thước Số is removed. Your data still lie in $LOCALAPPDATA\ThuocSo, or in the data folder you chose in the program; install it again and go on."

; Said before a language is chosen, so in both at once. $0 in NEWER is the version that is there.
!define OLD_WINDOWS "Thước Số cần Windows 10 (từ bản 1809) hoặc Windows 11, loại 64 bit. Máy này không đáp ứng nên chưa cài được; trên máy không có gì thay đổi. Hãy dùng máy khác, hoặc nhờ người phụ trách máy tính nâng cấp Windows.$\r$\n$\r$\nThước Số needs Windows 10 (1809 or later) or Windows 11, 64-bit. This computer has neither, so nothing was installed or changed. Use another computer, or ask whoever looks after this one to upgrade Windows."
!define NEWER "Máy này đã có Thước Số $0, mới hơn bản ${VERSION} sắp cài. Bản cũ hơn có thể không mở được dữ liệu hiện có (dữ liệu không bị hỏng). Vẫn cài bản ${VERSION}?$\r$\n$\r$\nThước Số $0 is installed here, newer than the version ${VERSION} of this installer. An older version may not open the present data (they take no harm). Install ${VERSION} all the same?"
