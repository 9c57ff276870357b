<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>AboutSheet</name>
    <message>
        <source>About</source>
        <translation>Giới thiệu</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3. It works without any network and sends nothing anywhere.</source>
        <translation>Phần mềm tự do theo Giấy phép Công cộng GNU (GPL) phiên bản 3. Phần mềm chạy không cần mạng và không gửi gì đi đâu.</translation>
    </message>
    <message>
        <source>Thước Số {version}</source>
        <translation>Thước Số {version}</translation>
    </message>
    <message>
        <source>built {day}</source>
        <translation>đóng gói ngày {day}</translation>
    </message>
    <message>
        <source>A disk of this computer</source>
        <translation>Ổ đĩa của máy này</translation>
    </message>
    <message>
        <source>A network drive: one person at a time, slower than this computer&apos;s disk</source>
        <translation>Ổ mạng: mỗi lúc một người mở, chậm hơn ổ đĩa của máy này</translation>
    </message>
    <message>
        <source>A stick or removable disk: close the program before pulling it out</source>
        <translation>USB hoặc ổ tháo rời: đóng phần mềm trước khi rút</translation>
    </message>
    <message>
        <source>{kind}; to be looked at only</source>
        <translation>{kind}; chỉ xem</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>Chép đường dẫn</translation>
    </message>
    <message>
        <source>Another data folder…</source>
        <translation>Thư mục dữ liệu khác…</translation>
    </message>
    <message>
        <source>Form of the data: version {number}</source>
        <translation>Cấu trúc dữ liệu: phiên bản {number}</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Thư mục dữ liệu</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Bản sao lưu</translation>
    </message>
    <message>
        <source>Folder with the data, or an empty one to begin in</source>
        <translation>Thư mục đang có dữ liệu, hoặc thư mục trống để bắt đầu</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <source>Read the licences</source>
        <translation>Xem giấy phép</translation>
    </message>
    <message>
        <source>Copy for a report</source>
        <translation>Chép để báo cho người hỗ trợ</translation>
    </message>
    <message>
        <source>The data were upgraded on {day}, from version {before}.</source>
        <translation>Dữ liệu đã được nâng cấp ngày {day}, từ bản {before}.</translation>
    </message>
    <message>
        <source>The data were upgraded on {day}, from version {before}; the data from before are kept.</source>
        <translation>Dữ liệu đã được nâng cấp ngày {day} từ bản {before}; bản trước còn giữ.</translation>
    </message>
    <message>
        <source>Go back to version {before}…</source>
        <translation>Trở lại bản {before}…</translation>
    </message>
    <message>
        <source>Make a folder for version {before}?</source>
        <translation>Lập thư mục cho bản {before}?</translation>
    </message>
    <message>
        <source>A new folder is made with the data as they were at {at}, for version {before} to open. What was entered since is not in it; it stays where it is now, and so do these data. Evidence added since lies beside in the new folder, to be attached again.</source>
        <translation>Một thư mục mới được lập với dữ liệu như lúc {at} để bản {before} mở được. Những gì nhập sau đó không có trong thư mục mới mà vẫn nguyên ở nơi hiện tại, dữ liệu hiện tại không thay đổi. Minh chứng thêm sau đó nằm trong một thư mục con để đính kèm lại.</translation>
    </message>
    <message>
        <source>Choose where…</source>
        <translation>Chọn nơi lưu…</translation>
    </message>
    <message>
        <source>Stay with this version</source>
        <translation>Dùng tiếp bản này</translation>
    </message>
    <message>
        <source>Where shall the folder be made?</source>
        <translation>Lập thư mục ở đâu?</translation>
    </message>
    <message>
        <source>Making the folder for version {before}</source>
        <translation>Đang lập thư mục cho bản {before}</translation>
    </message>
    <message>
        <source>The folder is made and checked: {folder}. Choose it in version {before}.</source>
        <translation>Đã lập và kiểm tra thư mục: {folder}. Mở thư mục này bằng bản {before}.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) added since lie beside.</source>
        <translation>
            <numerusform>%n tệp thêm sau đó nằm trong thư mục con.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n evidence file(s) are no longer whole.</source>
        <translation>
            <numerusform>%n tệp minh chứng không còn nguyên vẹn.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AcceptKeyDialog</name>
    <message>
        <source>Compare the code and accept the key</source>
        <translation>Đối chiếu mã và ghi nhận khóa</translation>
    </message>
    <message>
        <source>Check code from the letter or the telephone</source>
        <translation>Mã đối chiếu trong công văn hoặc qua điện thoại</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Đối chiếu qua</translation>
    </message>
    <message>
        <source>Official letter</source>
        <translation>Công văn</translation>
    </message>
    <message>
        <source>Telephone, a number known before</source>
        <translation>Điện thoại, số đã biết từ trước</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>Trực tiếp</translation>
    </message>
    <message>
        <source>Six groups of five digits. Never take the code from the file itself or from the same message.</source>
        <translation>Sáu nhóm, mỗi nhóm năm chữ số. Không lấy mã ghi trong chính tệp hoặc trong tin nhắn gửi kèm.</translation>
    </message>
    <message>
        <source>Key of the file from {sender}</source>
        <translation>Khóa của tệp nhận từ {sender}</translation>
    </message>
    <message>
        <source>Accept key</source>
        <translation>Ghi nhận khóa</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>The code has 30 digits; copy all six groups.</source>
        <translation>Mã có 30 chữ số; chép đủ sáu nhóm.</translation>
    </message>
</context>
<context>
    <name>AgenciesEditor</name>
    <message>
        <source>Paste a list</source>
        <translation>Dán danh sách</translation>
    </message>
    <message>
        <source>From Excel</source>
        <translation>Nạp từ Excel</translation>
    </message>
    <message>
        <source>Save an empty form</source>
        <translation>Lưu biểu trống</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>Thêm dòng</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Target group</source>
        <translation>Nhóm đối tượng</translation>
    </message>
    <message>
        <source>Focal officer</source>
        <translation>Đầu mối</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>Các cơ quan, địa phương</translation>
    </message>
    <message>
        <source>Paste the names from Excel, Word or a chat: one agency a line.</source>
        <translation>Dán tên từ Excel, Word hoặc Zalo: mỗi nơi một dòng.</translation>
    </message>
    <message>
        <source>One agency a line. Codes are made where there are none; telephone numbers help later.</source>
        <translation>Mỗi cơ quan, địa phương một dòng. Chưa có mã thì phần mềm tự đặt; số điện thoại cần khi đối chiếu khóa.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) need mending: point at the sign to see why.</source>
        <translation>
            <numerusform>%n dòng cần sửa: trỏ vào dấu cảnh báo để xem lý do.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agency(ies). Double-click a cell to change it.</source>
        <translation>
            <numerusform>%n cơ quan, địa phương. Bấm đúp vào ô để sửa.</numerusform>
        </translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>Chưa có tên.</translation>
    </message>
    <message>
        <source>The code is missing.</source>
        <translation>Chưa có mã.</translation>
    </message>
    <message>
        <source>Another line has the same code.</source>
        <translation>Mã trùng với dòng khác.</translation>
    </message>
    <message>
        <source>The framework has no such target group.</source>
        <translation>Bộ chỉ số không có nhóm đối tượng này.</translation>
    </message>
    <message>
        <source>List of agencies</source>
        <translation>Danh sách cơ quan, địa phương</translation>
    </message>
    <message>
        <source>The form was written: {name}</source>
        <translation>Đã lưu biểu: {name}</translation>
    </message>
    <message>
        <source>DanhSach.xlsx</source>
        <translation>DanhSach.xlsx</translation>
    </message>
</context>
<context>
    <name>AgencyDialog</name>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Target group</source>
        <translation>Nhóm đối tượng</translation>
    </message>
    <message>
        <source>Focal officer</source>
        <translation>Đầu mối</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Thư điện tử</translation>
    </message>
    <message>
        <source>Extended through</source>
        <translation>Gia hạn đến hết ngày</translation>
    </message>
    <message>
        <source>Inspection day</source>
        <translation>Ngày kiểm tra thực tế</translation>
    </message>
    <message>
        <source>Save the agency</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>This code stands in the list already.</source>
        <translation>Mã này đã có trong danh sách.</translation>
    </message>
    <message>
        <source>Type a code.</source>
        <translation>Nhập mã.</translation>
    </message>
    <message>
        <source>Type the name as it stands on papers.</source>
        <translation>Nhập tên như ghi trên văn bản.</translation>
    </message>
    <message>
        <source>Write the date as day/month/year.</source>
        <translation>Ghi ngày/tháng/năm.</translation>
    </message>
    <message>
        <source>Traits</source>
        <translation>Đặc điểm</translation>
    </message>
    <message>
        <source>Add an agency</source>
        <translation>Thêm cơ quan, địa phương</translation>
    </message>
</context>
<context>
    <name>AgencySheet</name>
    <message>
        <source>Choose an agency in the table.</source>
        <translation>Chọn một nơi trong bảng.</translation>
    </message>
    <message>
        <source>See every criterion on the desk</source>
        <translation>Xem từng tiêu chí ở Thẩm định</translation>
    </message>
    <message>
        <source>Order settled by the council: {reason}</source>
        <translation>Thứ tự do Hội đồng kết luận: {reason}</translation>
    </message>
    <message>
        <source>points in total</source>
        <translation>điểm</translation>
    </message>
    <message>
        <source>Provisional</source>
        <translation>Tạm tính</translation>
    </message>
    <message>
        <source>{change} against what the agency claimed</source>
        <translation>{change} so với điểm tự đánh giá</translation>
    </message>
    <message>
        <source>Points of the scale</source>
        <translation>Điểm trong thang</translation>
    </message>
    <message>
        <source>Maximum that counts</source>
        <translation>Điểm tối đa được tính</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Tỷ lệ đạt</translation>
    </message>
    <message>
        <source>Bonus</source>
        <translation>Điểm thưởng</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>Điểm trừ</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Nhóm chỉ số</translation>
    </message>
</context>
<context>
    <name>AmountEntry</name>
    <message>
        <source>Write a number above 0.</source>
        <translation>Nhập số lớn hơn 0.</translation>
    </message>
    <message>
        <source>Write a number, for example {example}.</source>
        <translation>Nhập một số, ví dụ {example}.</translation>
    </message>
</context>
<context>
    <name>AmountsPanel</name>
    <message>
        <source>points</source>
        <translation>điểm</translation>
    </message>
    <message>
        <source>Each unit</source>
        <translation>Mỗi đơn vị</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>Bắt đầu từ</translation>
    </message>
    <message>
        <source>Reaching it</source>
        <translation>Đạt mức này</translation>
    </message>
    <message>
        <source>Each further</source>
        <translation>Cứ thêm</translation>
    </message>
    <message>
        <source>adds</source>
        <translation>được thêm</translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation>Bắt đầu với</translation>
    </message>
    <message>
        <source>Each unit takes</source>
        <translation>Mỗi đơn vị trừ</translation>
    </message>
    <message>
        <source>The decision means it so: the lower, the more points</source>
        <translation>Đúng theo văn bản: càng thấp càng nhiều điểm</translation>
    </message>
</context>
<context>
    <name>AnnexWizard</name>
    <message>
        <source>Load an annex</source>
        <translation>Nạp phụ lục</translation>
    </message>
    <message>
        <source>Reading the annex</source>
        <translation>Đang đọc phụ lục</translation>
    </message>
    <message>
        <source>Reading tree and rules</source>
        <translation>Đang dựng cây và cách tính</translation>
    </message>
    <message>
        <source>The framework was made. It is a draft until it is published.</source>
        <translation>Đã tạo bộ chỉ số. Đây là bản nháp cho đến khi ban hành.</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n bảng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criterion(s)</source>
        <translation>
            <numerusform>%n tiêu chí</numerusform>
        </translation>
    </message>
    <message>
        <source>{decided}/{criteria} confirmed</source>
        <translation>{decided}/{criteria} đã xác nhận</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Cột</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Cây tiêu chí</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Cách tính điểm</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Tổng hợp</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>PDF, .doc, .xls and scans are not read; the program says what to do with them.</source>
        <translation>PDF, .doc, .xls và bản quét không đọc được; phần mềm sẽ chỉ cách xử lý.</translation>
    </message>
    <message>
        <source>On to the columns</source>
        <translation>Sang chọn cột</translation>
    </message>
    <message>
        <source>Every cell is kept word for word beside its criterion, whatever its column is taken for.</source>
        <translation>Nguyên văn từng ô luôn được giữ bên cạnh tiêu chí, dù cột được chọn là gì.</translation>
    </message>
    <message>
        <source>On to the tree</source>
        <translation>Sang cây tiêu chí</translation>
    </message>
    <message>
        <source>Alt+← and Alt+→ move rows out and in; 1 group, 2 criterion, 3 part of the row above, 4 leave out.</source>
        <translation>Alt+← và Alt+→: ra ngoài, vào trong. Phím 1 nhóm, 2 tiêu chí, 3 thuộc dòng trên, 4 bỏ qua.</translation>
    </message>
    <message>
        <source>On to the rules</source>
        <translation>Sang cách tính điểm</translation>
    </message>
    <message>
        <source>A draft is made; nothing is published yet.</source>
        <translation>Bộ chỉ số tạo ra là bản nháp, chưa ban hành.</translation>
    </message>
    <message>
        <source>Make the framework</source>
        <translation>Tạo bộ chỉ số</translation>
    </message>
    <message>
        <source>On to the summary</source>
        <translation>Sang tổng hợp</translation>
    </message>
    <message>
        <source>Judge by hand (0)</source>
        <translation>Để chấm tay (0)</translation>
    </message>
    <message>
        <source>Confirm, next one</source>
        <translation>Xác nhận, sang mục sau</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Tiêu chí</translation>
    </message>
    <message>
        <source>Part of the row above</source>
        <translation>Thuộc dòng trên</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Bỏ qua</translation>
    </message>
</context>
<context>
    <name>AnswerRow</name>
    <message>
        <source>Points of row {number}</source>
        <translation>Điểm của dòng {number}</translation>
    </message>
    <message>
        <source>Remove row {number}</source>
        <translation>Bỏ dòng {number}</translation>
    </message>
    <message>
        <source>Answer {number}</source>
        <translation>Câu trả lời {number}</translation>
    </message>
    <message>
        <source>Words of the answer</source>
        <translation>Lời của câu trả lời</translation>
    </message>
</context>
<context>
    <name>AnswersTable</name>
    <message>
        <source>Add an answer</source>
        <translation>Thêm lựa chọn</translation>
    </message>
    <message>
        <source>Together {total} of {maximum} points</source>
        <translation>Cộng lại {total} trên {maximum} điểm</translation>
    </message>
</context>
<context>
    <name>Appraisal</name>
    <message>
        <source>Being appraised</source>
        <translation>Đang thẩm định</translation>
    </message>
    <message>
        <source>Explained, to be appraised again</source>
        <translation>Đã giải trình, chờ ý kiến</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Hợp lệ</translation>
    </message>
    <message>
        <source>Not enough grounds to confirm</source>
        <translation>Chưa đủ căn cứ xác nhận</translation>
    </message>
    <message>
        <source>Not valid</source>
        <translation>Không hợp lệ</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
</context>
<context>
    <name>Appraising</name>
    <message>
        <source>Appraisal</source>
        <translation>Thẩm định</translation>
    </message>
    <message>
        <source>List of cases</source>
        <translation>Danh sách</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Minh chứng</translation>
    </message>
    <message>
        <source>Record, next commune</source>
        <translation>Ghi ý kiến, sang xã sau</translation>
    </message>
    <message>
        <source>Record, next agency</source>
        <translation>Ghi ý kiến, sang nơi sau</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>Ghi lại ý kiến</translation>
    </message>
    <message>
        <source>Submissions are appraised here, criterion by criterion. None has been received yet.</source>
        <translation>Hồ sơ được thẩm định ở đây, theo từng tiêu chí. Hiện chưa tiếp nhận hồ sơ nào.</translation>
    </message>
    <message>
        <source>Go to Collecting</source>
        <translation>Sang Tiếp nhận</translation>
    </message>
    <message>
        <source>Opinions begun and not recorded yet: {count}.</source>
        <translation>Số ý kiến thẩm định đang soạn mà chưa ghi: {count}.</translation>
    </message>
    <message>
        <source>Record, next criterion</source>
        <translation>Ghi ý kiến, sang tiêu chí sau</translation>
    </message>
    <message>
        <source>Evidence ({count})</source>
        <translation>Minh chứng ({count})</translation>
    </message>
    <message>
        <source>Choose one of the four opinions first: 1 to 4 here, or Ctrl+1 to Ctrl+4 anywhere.</source>
        <translation>Chọn một trong bốn ý kiến trước: phím 1 đến 4 ở dải dưới cùng, hoặc Ctrl+1 đến Ctrl+4 ở bất kỳ đâu.</translation>
    </message>
    <message>
        <source>Everything in this list is appraised.</source>
        <translation>Đã thẩm định xong danh sách này.</translation>
    </message>
    <message>
        <source>Go to the next agency</source>
        <translation>Sang nơi tiếp theo</translation>
    </message>
    <message>
        <source>Go to the next criterion</source>
        <translation>Sang tiêu chí tiếp theo</translation>
    </message>
    <message>
        <source>Every submission received is appraised.</source>
        <translation>Đã thẩm định xong mọi hồ sơ đã tiếp nhận.</translation>
    </message>
    <message>
        <source>Send the feedback</source>
        <translation>Gửi ý kiến thẩm định</translation>
    </message>
    <message numerus="yes">
        <source>Agree with %n criteria of {agency}?</source>
        <translation>
            <numerusform>Thống nhất %n tiêu chí còn lại của {agency}?</numerusform>
        </translation>
    </message>
    <message>
        <source>Each becomes an opinion of its own, “{opinion}”, with the name of who sits here. Each can be changed or taken back while the round lasts. What is appraised already stays.</source>
        <translation>Mỗi tiêu chí được ghi một ý kiến riêng “{opinion}”, mang tên người đang thao tác. Trong lần thẩm định này vẫn đổi hoặc rút được từng ý kiến. Tiêu chí đã thẩm định giữ nguyên.</translation>
    </message>
    <message numerus="yes">
        <source>Agree with %n criteria</source>
        <translation>
            <numerusform>Thống nhất %n tiêu chí</numerusform>
        </translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), one for each agency that sent something, round {number}.</source>
        <translation>
            <numerusform>%n gói ý kiến thẩm định lần {number}, mỗi nơi đã gửi hồ sơ một gói.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the feedback</source>
        <translation>Xuất gói ý kiến thẩm định</translation>
    </message>
    <message numerus="yes">
        <source>Seal and export %n file(s)</source>
        <translation>
            <numerusform>Niêm phong và xuất %n gói</numerusform>
        </translation>
    </message>
    <message>
        <source>Stands at the head of every feedback</source>
        <translation>In ở đầu mọi gói ý kiến</translation>
    </message>
    <message>
        <source>Sealing the feedback</source>
        <translation>Đang niêm phong gói ý kiến thẩm định</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written and sealed. Hand each to its agency, unopened and not zipped again.</source>
        <translation>
            <numerusform>Đã ghi và niêm phong %n gói. Chuyển từng gói cho đúng nơi nhận, không mở và không nén lại.</numerusform>
        </translation>
    </message>
    <message>
        <source>Feedback written</source>
        <translation>Đã xuất gói ý kiến thẩm định</translation>
    </message>
    <message>
        <source>{done} of {total} criteria are appraised, {open} are not; {contested} go back to the agencies; feedback was written for {sent} of {agencies} agencies. Afterwards the opinions of this round stay as they are. This is not undone.</source>
        <translation>Đã thẩm định {done}/{total} tiêu chí, còn {open} tiêu chí chưa thẩm định; {contested} tiêu chí chuyển lại để giải trình, bổ sung; đã xuất gói ý kiến cho {sent}/{agencies} nơi. Sau khi kết thúc, ý kiến của lần này giữ nguyên. Thao tác này không hoàn tác được.</translation>
    </message>
    <message>
        <source>End appraisal round {number}?</source>
        <translation>Kết thúc thẩm định lần {number}?</translation>
    </message>
    <message>
        <source>End appraisal round {number}</source>
        <translation>Kết thúc thẩm định lần {number}</translation>
    </message>
    <message>
        <source>Go on appraising</source>
        <translation>Thẩm định tiếp</translation>
    </message>
</context>
<context>
    <name>Arrival</name>
    <message>
        <source>This file was loaded before; nothing has changed.</source>
        <translation>Tệp này đã nạp từ trước; không có gì thay đổi.</translation>
    </message>
    <message>
        <source>The return was loaded. What is lacking stands on this page.</source>
        <translation>Đã nạp thông báo trả lại. Nội dung còn thiếu ghi ở trang này.</translation>
    </message>
    <message>
        <source>The receipt was loaded: the submission is received.</source>
        <translation>Đã nạp phiếu tiếp nhận: hồ sơ đã được tiếp nhận.</translation>
    </message>
    <message>
        <source>The receipt was loaded and kept. What it says stands on this page.</source>
        <translation>Đã nạp và lưu phiếu tiếp nhận. Nội dung phiếu ghi ở trang này.</translation>
    </message>
    <message>
        <source>Revision {number} was returned for completion</source>
        <translation>Bản chốt số {number} được trả lại để hoàn thiện</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>và %n mục nữa</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything may be changed; it counts as no further round.</source>
        <translation>Được sửa toàn bộ; không tính thêm lần thẩm định.</translation>
    </message>
    <message>
        <source>Send it again by {day}.</source>
        <translation>Hạn gửi lại: hết ngày {day}.</translation>
    </message>
    <message>
        <source>A receipt for revision {number} is here, but the key that sealed it is not accepted yet, so it does not count. Compare its code with the one in the authority&apos;s official letter and accept the key; the receipt then counts at once, without being loaded again.</source>
        <translation>Đã có phiếu tiếp nhận bản chốt số {number}, nhưng khóa niêm phong của phiếu chưa được ghi nhận nên phiếu chưa có hiệu lực. Đối chiếu mã với mã trong văn bản của cơ quan thẩm định rồi ghi nhận khóa; phiếu có hiệu lực ngay, không phải nạp lại.</translation>
    </message>
    <message>
        <source>Compare and accept the key</source>
        <translation>Đối chiếu và ghi nhận khóa</translation>
    </message>
    <message>
        <source>Check code of the receipt: {code}</source>
        <translation>Mã đối chiếu của phiếu: {code}</translation>
    </message>
    <message>
        <source>The authority received a revision {number} at {moment} that was not exported here: perhaps it was made on another computer, or this data was restored from an older backup. Nothing has changed here. Call {contact} to settle which one counts.</source>
        <translation>Cơ quan thẩm định đã nhận một bản chốt số {number} lúc {moment}, bản đó không xuất từ máy này: có thể lập ở máy khác, hoặc dữ liệu ở đây vừa khôi phục từ bản sao lưu cũ hơn. Số liệu ở đây không thay đổi. Gọi {contact} để thống nhất bản chính thức.</translation>
    </message>
    <message>
        <source>Revision {old} was received at {moment}, revision {new} is not received yet. Until it is, revision {old} counts.</source>
        <translation>Đã nhận bản chốt số {old} lúc {moment}, chưa nhận bản chốt số {new}. Trước khi nhận bản đó, bản số {old} được tính.</translation>
    </message>
    <message>
        <source>At the authority, as of {moment}: {standing}.</source>
        <translation>Tại cơ quan thẩm định, tính đến {moment}: {standing}.</translation>
    </message>
    <message>
        <source>Revision {number} was withdrawn.</source>
        <translation>Bản chốt số {number} đã rút lại.</translation>
    </message>
    <message>
        <source>Revision {number} was reopened and not sent.</source>
        <translation>Bản chốt số {number} đã mở lại, chưa gửi.</translation>
    </message>
    <message>
        <source>Revision {number} is being replaced.</source>
        <translation>Đang chuẩn bị bản thay thế bản chốt số {number}.</translation>
    </message>
    <message>
        <source>As long as no answer and no evidence is changed, this can be taken back.</source>
        <translation>Khi chưa sửa số liệu và minh chứng nào thì khôi phục được bản đó.</translation>
    </message>
    <message>
        <source>Let revision {number} stand again</source>
        <translation>Khôi phục bản chốt số {number}</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Received at {moment}, by the receipt made at {made}.</source>
        <translation>Đã tiếp nhận lúc {moment}, theo phiếu tiếp nhận lập lúc {made}.</translation>
    </message>
    <message>
        <source>Source of the time: {source}.</source>
        <translation>Căn cứ thời điểm: {source}.</translation>
    </message>
    <message>
        <source>Received: the appraisal of it is here.</source>
        <translation>Đã tiếp nhận: cơ quan thẩm định đã gửi ý kiến về bản này.</translation>
    </message>
    <message>
        <source>Received, as reported: {note}</source>
        <translation>Đã tiếp nhận (theo thông báo): {note}</translation>
    </message>
    <message>
        <source>Received.</source>
        <translation>Đã tiếp nhận (theo thông báo).</translation>
    </message>
    <message>
        <source>A receipt loaded later confirms it.</source>
        <translation>Phiếu tiếp nhận nạp sau sẽ xác nhận.</translation>
    </message>
    <message>
        <source>Load the receipt with “Open a file received” as soon as it comes back. Where none comes, note who confirmed that the file arrived, and when.</source>
        <translation>Khi có phiếu tiếp nhận gửi về, nạp bằng “Mở tệp nhận được”. Nếu không có phiếu, ghi lại ai báo đã nhận, báo lúc nào.</translation>
    </message>
    <message>
        <source>content</source>
        <translation>nội dung</translation>
    </message>
    <message>
        <source>key</source>
        <translation>khóa</translation>
    </message>
    <message>
        <source>signature</source>
        <translation>chữ ký</translation>
    </message>
    <message>
        <source>Found there: {told}.</source>
        <translation>Kết quả kiểm tra: {told}.</translation>
    </message>
    <message>
        <source>Evidence volumes received: {got} of {all}.</source>
        <translation>Đã nhận {got}/{all} tập minh chứng.</translation>
    </message>
    <message>
        <source>Not there yet: volume {numbers}.</source>
        <translation>Còn thiếu tập {numbers}.</translation>
    </message>
    <message>
        <source>Reopen to mend</source>
        <translation>Mở lại để sửa</translation>
    </message>
    <message>
        <source>Send a replacement</source>
        <translation>Gửi bản thay thế</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Rút lại</translation>
    </message>
    <message>
        <source>The figures can be changed again. The frozen revision is set aside.</source>
        <translation>Số liệu được sửa trở lại. Bản đã chốt được để sang bên.</translation>
    </message>
    <message>
        <source>The figures can be changed again and go out as revision {number}, which names the one it replaces. Until it is received, the present one counts. Up to the deadline a replacement is free; after it the authority has to consent.</source>
        <translation>Số liệu được sửa trở lại và gửi thành bản chốt số {number}, có ghi bản được thay. Trước khi bản mới được tiếp nhận, bản hiện nay vẫn được tính. Trong hạn được thay tự do; sau hạn cần cơ quan thẩm định đồng ý.</translation>
    </message>
    <message>
        <source>The figures can be changed again and go out as revision {number}, which names the one withdrawn. If the file withdrawn arrives all the same, the authority keeps it as history.</source>
        <translation>Số liệu được sửa trở lại và gửi thành bản chốt số {number}, có ghi bản đã rút. Nếu tệp đã rút vẫn đến nơi, cơ quan thẩm định lưu vào lịch sử.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>For example: figure of criterion 4.3 corrected</source>
        <translation>Ví dụ: sửa số liệu tiêu chí 4.3</translation>
    </message>
    <message>
        <source>Write the reason in a few words.</source>
        <translation>Ghi lý do bằng vài chữ.</translation>
    </message>
    <message>
        <source>The file was received</source>
        <translation>Tệp đã được tiếp nhận</translation>
    </message>
    <message>
        <source>Noted as received by word, until a receipt or feedback comes.</source>
        <translation>Ghi là đã tiếp nhận theo thông báo, cho đến khi có phiếu tiếp nhận hoặc ý kiến thẩm định.</translation>
    </message>
    <message>
        <source>Who said so, how and when</source>
        <translation>Ai báo, bằng cách nào, lúc nào</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>Ghi lại</translation>
    </message>
    <message>
        <source>For example: by telephone at 16:05</source>
        <translation>Ví dụ: qua điện thoại lúc 16:05</translation>
    </message>
</context>
<context>
    <name>Assessment</name>
    <message>
        <source>Self-assessment</source>
        <translation>Tự đánh giá</translation>
    </message>
    <message>
        <source>List of criteria</source>
        <translation>Danh mục tiêu chí</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Minh chứng</translation>
    </message>
    <message>
        <source>What you typed last in the self-assessment is not on the disk yet.</source>
        <translation>Phần vừa nhập ở mục tự đánh giá chưa nằm trên đĩa.</translation>
    </message>
    <message>
        <source>Go to sign and send</source>
        <translation>Đến Trình ký và gửi</translation>
    </message>
    <message>
        <source>Go to the next open criterion</source>
        <translation>Đến tiêu chí chưa xong</translation>
    </message>
    <message>
        <source>Criterion before</source>
        <translation>Tiêu chí trước</translation>
    </message>
    <message>
        <source>Criterion after</source>
        <translation>Tiêu chí sau</translation>
    </message>
    <message>
        <source>Complete, go to the next criterion</source>
        <translation>Hoàn thành, sang tiêu chí sau</translation>
    </message>
    <message>
        <source>A figure can&apos;t be read yet. Mend the field marked in red, then complete.</source>
        <translation>Còn số liệu chưa đọc được. Sửa ô được đánh dấu rồi chọn Hoàn thành.</translation>
    </message>
    <message>
        <source>Nothing is entered here yet. Enter figures, or leave it for later with Criterion after.</source>
        <translation>Tiêu chí này chưa có số liệu. Nhập số liệu, hoặc chọn Tiêu chí sau để để lại.</translation>
    </message>
    <message>
        <source>Go to the review</source>
        <translation>Đến Rà soát</translation>
    </message>
    <message>
        <source>Every criterion is complete.</source>
        <translation>Tất cả tiêu chí đã hoàn thành.</translation>
    </message>
    <message>
        <source>Evidence ({count})</source>
        <translation>Minh chứng ({count})</translation>
    </message>
</context>
<context>
    <name>AuthorityKit</name>
    <message>
        <source>All files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
</context>
<context>
    <name>AuthorityOverview</name>
    <message>
        <source>Overview</source>
        <translation>Tổng quan</translation>
    </message>
    <message>
        <source>Submissions received</source>
        <translation>Hồ sơ đã tiếp nhận</translation>
    </message>
    <message>
        <source>Criteria appraised</source>
        <translation>Tiêu chí đã thẩm định</translation>
    </message>
    <message>
        <source>Not received yet</source>
        <translation>Chưa gửi</translation>
    </message>
    <message>
        <source>What needs a person now</source>
        <translation>Việc cần xử lý</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Hạn gửi</translation>
    </message>
    <message>
        <source>Not received yet: {count}</source>
        <translation>Chưa gửi: {count}</translation>
    </message>
    <message>
        <source>All are in.</source>
        <translation>Đã nhận đủ hồ sơ.</translation>
    </message>
    <message numerus="yes">
        <source>%n to be settled</source>
        <translation>
            <numerusform>%n cần xử lý</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n gửi muộn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n chưa gửi</numerusform>
        </translation>
    </message>
    <message>
        <source>No deadline set</source>
        <translation>Chưa đặt hạn gửi</translation>
    </message>
    <message>
        <source>day left</source>
        <translation>ngày còn lại</translation>
    </message>
    <message>
        <source>days left</source>
        <translation>ngày còn lại</translation>
    </message>
    <message>
        <source>days past</source>
        <translation>ngày quá hạn</translation>
    </message>
    <message numerus="yes">
        <source>%n extended</source>
        <translation>
            <numerusform>%n được gia hạn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) finished</source>
        <translation>
            <numerusform>%n hồ sơ đã thẩm định xong</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disagreement(s)</source>
        <translation>
            <numerusform>%n ý kiến khác nhau</numerusform>
        </translation>
    </message>
    <message>
        <source>Round {number}</source>
        <translation>Lần {number}</translation>
    </message>
    <message>
        <source>Send out</source>
        <translation>Triển khai</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Appraise, round {number}</source>
        <translation>Thẩm định lần {number}</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Xếp hạng</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Công bố</translation>
    </message>
    <message>
        <source>not sent out yet</source>
        <translation>chưa xuất gói triển khai</translation>
    </message>
    <message>
        <source>{received}/{all} submissions</source>
        <translation>{received}/{all} hồ sơ</translation>
    </message>
    <message>
        <source>{done}/{all} criteria</source>
        <translation>{done}/{all} tiêu chí</translation>
    </message>
    <message>
        <source>sent in through {day}</source>
        <translation>gửi hết ngày {day}</translation>
    </message>
    <message>
        <source>Send the campaign out</source>
        <translation>Xuất gói triển khai</translation>
    </message>
    <message numerus="yes">
        <source>Settle %n submission(s)</source>
        <translation>
            <numerusform>Xử lý %n hồ sơ</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on collecting</source>
        <translation>Tiếp tục tiếp nhận</translation>
    </message>
    <message>
        <source>Go to the ranking</source>
        <translation>Xem xếp hạng</translation>
    </message>
    <message>
        <source>Go to the publication</source>
        <translation>Xem công bố</translation>
    </message>
    <message>
        <source>One file for all; the code goes into the official letter</source>
        <translation>Một tệp cho tất cả; mã đối chiếu ghi vào công văn</translation>
    </message>
    <message>
        <source>The file sent out is of an older revision</source>
        <translation>Gói đã gửi là bản cũ của đợt đánh giá</translation>
    </message>
    <message>
        <source>Send the changed campaign out</source>
        <translation>Xuất lại gói triển khai đã sửa</translation>
    </message>
    <message numerus="yes">
        <source>%n criterion(s) left to appraise</source>
        <translation>
            <numerusform>%n nội dung chưa thẩm định</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disagreement(s) among assessors</source>
        <translation>
            <numerusform>%n nội dung có ý kiến khác nhau</numerusform>
        </translation>
    </message>
    <message>
        <source>For the council to conclude</source>
        <translation>Chờ Hội đồng kết luận</translation>
    </message>
    <message numerus="yes">
        <source>%n agency(ies) sent two different files</source>
        <translation>
            <numerusform>%n nơi gửi hai bản khác nhau</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replacement(s) came after the deadline</source>
        <translation>
            <numerusform>%n bản thay thế đến sau hạn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) whose signature does not hold</source>
        <translation>
            <numerusform>%n hồ sơ có chữ ký không dùng được</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read</source>
        <translation>
            <numerusform>%n tệp không đọc được</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) to compare and accept</source>
        <translation>
            <numerusform>%n khóa cần đối chiếu, ghi nhận</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) with other points than computed here</source>
        <translation>
            <numerusform>%n hồ sơ có điểm khác điểm tính lại</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) returned, awaited again</source>
        <translation>
            <numerusform>%n hồ sơ đã trả lại, chờ gửi lại</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) still missing</source>
        <translation>
            <numerusform>%n nơi chưa gửi hồ sơ</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits for a person.</source>
        <translation>Không có việc nào đang chờ.</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Cơ quan, địa phương</translation>
    </message>
    <message>
        <source>Focal officer</source>
        <translation>Đầu mối</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
</context>
<context>
    <name>Autosave</name>
    <message>
        <source>What you typed stays on the screen and is saved as soon as that is possible.</source>
        <translation>Phần vừa nhập vẫn ở trên màn hình và được lưu ngay khi ghi được.</translation>
    </message>
</context>
<context>
    <name>BackupFileDialog</name>
    <message>
        <source>Back up into one file</source>
        <translation>Lưu thành một tệp</translation>
    </message>
    <message>
        <source>Data, evidence and sealing keys in one file, for another disk or another computer.</source>
        <translation>Dữ liệu, minh chứng và khóa niêm phong trong một tệp, để cất ở ổ khác hoặc đưa sang máy khác.</translation>
    </message>
    <message>
        <source>Lock the file by a passphrase</source>
        <translation>Đặt mật khẩu cho tệp</translation>
    </message>
    <message>
        <source>Without it nobody can open the file, nor bring it back. Write it down and keep it elsewhere.</source>
        <translation>Không có mật khẩu thì không ai mở hoặc khôi phục được tệp. Ghi lại và cất ở nơi khác.</translation>
    </message>
    <message>
        <source>Choose where…</source>
        <translation>Chọn nơi lưu…</translation>
    </message>
</context>
<context>
    <name>BackupOpenDialog</name>
    <message>
        <source>Look into locked copies</source>
        <translation>Xem trong các bản sao có mật khẩu</translation>
    </message>
    <message>
        <source>The copies in {place} are locked. Their passphrase lets evidence be taken back from them.</source>
        <translation>Các bản sao trong {place} có mật khẩu. Nhập mật khẩu để lấy lại minh chứng từ đó.</translation>
    </message>
    <message>
        <source>Look there</source>
        <translation>Tìm ở đó</translation>
    </message>
</context>
<context>
    <name>BackupPassphrase</name>
    <message>
        <source>Passphrase of the backup</source>
        <translation>Mật khẩu của bản sao lưu</translation>
    </message>
    <message>
        <source>See what is inside</source>
        <translation>Xem bên trong</translation>
    </message>
    <message>
        <source>Turn off the Vietnamese input method and Caps Lock before typing.</source>
        <translation>Tắt bộ gõ tiếng Việt và Caps Lock trước khi nhập.</translation>
    </message>
</context>
<context>
    <name>BackupPlaceDialog</name>
    <message>
        <source>Every daily copy goes to {place} as well, with data, evidence and sealing keys. Whoever holds that stick or disk can read copies that are not locked.</source>
        <translation>Từ nay bản sao hằng ngày được chép thêm vào {place}, gồm dữ liệu, minh chứng và khóa niêm phong. Không đặt mật khẩu thì ai có USB, ổ đĩa đó đều đọc được.</translation>
    </message>
    <message>
        <source>The copies in {place} are locked. Their passphrase lets later ones join them.</source>
        <translation>Các bản sao trong {place} đã đặt mật khẩu. Nhập mật khẩu đó để chép tiếp vào đây.</translation>
    </message>
    <message>
        <source>Copies in a second place</source>
        <translation>Chép thêm bản sao sang nơi khác</translation>
    </message>
    <message>
        <source>Lock the copies by a passphrase</source>
        <translation>Đặt mật khẩu cho các bản sao</translation>
    </message>
    <message>
        <source>It is asked now and when a copy is brought back; the daily copies ask nothing. Without it nobody can open them. Write it down and keep it elsewhere.</source>
        <translation>Chỉ hỏi lúc này và khi khôi phục; bản sao hằng ngày không hỏi. Quên mật khẩu thì không ai mở được. Ghi ra giấy và cất riêng.</translation>
    </message>
    <message>
        <source>Copy there</source>
        <translation>Chép sang đó</translation>
    </message>
</context>
<context>
    <name>BackupsSheet</name>
    <message>
        <source>Looking for copies…</source>
        <translation>Đang tìm các bản sao…</translation>
    </message>
    <message>
        <source>Backups and handover</source>
        <translation>Sao lưu và bàn giao</translation>
    </message>
    <message>
        <source>Copies that are kept</source>
        <translation>Các bản sao đang giữ</translation>
    </message>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>Còn %n bản khác…</numerusform>
        </translation>
    </message>
    <message>
        <source>No copy yet. One is made by itself while you work, and before freezing and sealing.</source>
        <translation>Chưa có bản sao nào. Phần mềm tự lập trong khi làm việc, và trước khi chốt, niêm phong.</translation>
    </message>
    <message>
        <source>Last copy: {moment} · {reason} · checked after writing</source>
        <translation>Bản sao gần nhất: {moment} · {reason} · đã kiểm tra sau khi ghi</translation>
    </message>
    <message>
        <source>Copies lie on this computer only. Choose a stick or a folder on another disk as well.</source>
        <translation>Bản sao chỉ nằm trên máy này. Chọn thêm USB hoặc thư mục ở ổ đĩa khác.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>Another…</source>
        <translation>Nơi khác…</translation>
    </message>
    <message>
        <source>No longer</source>
        <translation>Thôi chép thêm</translation>
    </message>
    <message>
        <source>Lock…</source>
        <translation>Đặt mật khẩu…</translation>
    </message>
    <message>
        <source>Locked: only the passphrase opens these copies.</source>
        <translation>Đã đặt mật khẩu: có mật khẩu mới mở được các bản sao này.</translation>
    </message>
    <message>
        <source>Not locked: whoever holds that stick or disk can read these copies.</source>
        <translation>Chưa đặt mật khẩu: ai có USB, ổ đĩa đó đều đọc được bản sao.</translation>
    </message>
    <message>
        <source>Copies also go to {place}: not there now. The next one goes there when it is back.</source>
        <translation>Chép thêm vào {place}: hiện chưa thấy. Bản sao sau được chép khi cắm lại.</translation>
    </message>
    <message>
        <source>Copies also go to {place}: none there yet.</source>
        <translation>Chép thêm vào {place}: chưa có bản nào.</translation>
    </message>
    <message>
        <source>Copies also go to {place}: last {moment}.</source>
        <translation>Chép thêm vào {place}: gần nhất {moment}.</translation>
    </message>
    <message>
        <source>Into one file…</source>
        <translation>Lưu thành một tệp…</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Khôi phục bản sao lưu…</translation>
    </message>
    <message>
        <source>Check the data</source>
        <translation>Kiểm tra dữ liệu</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>Bàn giao…</translation>
    </message>
    <message>
        <source>Take over…</source>
        <translation>Nhận bàn giao…</translation>
    </message>
    <message>
        <source>second place</source>
        <translation>nơi chép thêm</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>máy này</translation>
    </message>
    <message numerus="yes">
        <source>%n evidence file(s)</source>
        <translation>
            <numerusform>%n tệp minh chứng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them missing</source>
        <translation>
            <numerusform>thiếu %n tệp</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Khôi phục…</translation>
    </message>
    <message>
        <source>Restore the copy of {moment}</source>
        <translation>Khôi phục bản sao lúc {moment}</translation>
    </message>
    <message>
        <source>Remove the copy of {moment}</source>
        <translation>Xóa bản sao lúc {moment}</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>Đang sao lưu</translation>
    </message>
    <message>
        <source>A copy was made and checked.</source>
        <translation>Đã lập và kiểm tra bản sao.</translation>
    </message>
    <message>
        <source>It was carried to {place} as well.</source>
        <translation>Đã chép thêm vào {place}.</translation>
    </message>
    <message>
        <source>The stick or folder for copies is not there.</source>
        <translation>Chưa thấy USB hoặc thư mục chép thêm.</translation>
    </message>
    <message>
        <source>The copy of {moment} ({reason}) in {place} goes for good, and evidence that only it holds. The data themselves and the other copies stay.</source>
        <translation>Bản sao lúc {moment} ({reason}) trong {place} sẽ bị xóa hẳn, cùng minh chứng chỉ bản này còn giữ. Dữ liệu đang dùng và các bản sao khác không đổi.</translation>
    </message>
    <message>
        <source>Remove this copy?</source>
        <translation>Xóa bản sao này?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Giữ lại</translation>
    </message>
    <message>
        <source>Where copies go as well</source>
        <translation>Nơi chép thêm bản sao</translation>
    </message>
    <message>
        <source>Choosing where copies go</source>
        <translation>Đang chọn nơi chép bản sao</translation>
    </message>
    <message>
        <source>The copies made before in {place} are not locked; delete that folder when it may go.</source>
        <translation>Các bản sao cũ trong {place} chưa có mật khẩu; xóa thư mục đó khi không cần nữa.</translation>
    </message>
    <message>
        <source>Locked backups (*.zip.age)</source>
        <translation>Bản sao lưu có mật khẩu (*.zip.age)</translation>
    </message>
    <message>
        <source>Backups (*.zip)</source>
        <translation>Bản sao lưu (*.zip)</translation>
    </message>
    <message>
        <source>Back up to</source>
        <translation>Lưu bản sao vào</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <source>Backed up and checked: {name}, {size}.</source>
        <translation>Đã sao lưu và kiểm tra: {name}, {size}.</translation>
    </message>
    <message numerus="yes">
        <source>%n evidence file(s) were found damaged; attach them again.</source>
        <translation>
            <numerusform>%n tệp minh chứng đã hỏng từ trước; cần đính kèm lại.</numerusform>
        </translation>
    </message>
    <message>
        <source>Handover files (*.zip.age)</source>
        <translation>Tệp bàn giao (*.zip.age)</translation>
    </message>
    <message>
        <source>Write the handover to</source>
        <translation>Lưu tệp bàn giao vào</translation>
    </message>
    <message>
        <source>Writing the handover</source>
        <translation>Đang lập tệp bàn giao</translation>
    </message>
    <message>
        <source>Written and checked: {name}, with the record {record}. Print the record twice; tell the passphrase by word of mouth. Check code: {code}.</source>
        <translation>Đã lập và kiểm tra {name} cùng biên bản {record}. In biên bản hai bản; nói trực tiếp mật khẩu. Mã đối chiếu: {code}.</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>Mở biên bản</translation>
    </message>
    <message>
        <source>Checking the data</source>
        <translation>Đang kiểm tra dữ liệu</translation>
    </message>
    <message numerus="yes">
        <source>The data are sound: %n evidence file(s), {size}, every byte.</source>
        <translation>
            <numerusform>Dữ liệu nguyên vẹn: đã đọc từng byte của %n tệp minh chứng, {size}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Where good copies may be</source>
        <translation>Nơi có thể còn tệp tốt</translation>
    </message>
    <message>
        <source>Mending the data</source>
        <translation>Đang chữa dữ liệu</translation>
    </message>
</context>
<context>
    <name>BandRow</name>
    <message>
        <source>from</source>
        <translation>từ</translation>
    </message>
    <message>
        <source>above</source>
        <translation>trên</translation>
    </message>
    <message>
        <source>below</source>
        <translation>dưới</translation>
    </message>
    <message>
        <source>up to</source>
        <translation>đến hết</translation>
    </message>
    <message>
        <source>Lower limit of row {number}: side</source>
        <translation>Giới hạn dưới của mức {number}: từ hay trên</translation>
    </message>
    <message>
        <source>Lower limit of row {number}</source>
        <translation>Giới hạn dưới của mức {number}</translation>
    </message>
    <message>
        <source>Upper limit of row {number}: side</source>
        <translation>Giới hạn trên của mức {number}: dưới hay đến hết</translation>
    </message>
    <message>
        <source>Upper limit of row {number}</source>
        <translation>Giới hạn trên của mức {number}</translation>
    </message>
    <message>
        <source>Remove row {number}</source>
        <translation>Bỏ dòng {number}</translation>
    </message>
    <message>
        <source>Points of row {number}</source>
        <translation>Điểm của dòng {number}</translation>
    </message>
    <message>
        <source>What row {number} gives</source>
        <translation>Cách cho điểm của mức {number}</translation>
    </message>
    <message>
        <source>Threshold of row {number}</source>
        <translation>Ngưỡng chia của mức {number}</translation>
    </message>
    <message>
        <source>gives</source>
        <translation>được</translation>
    </message>
    <message>
        <source>points</source>
        <translation>điểm</translation>
    </message>
    <message>
        <source>× maximum</source>
        <translation>× điểm tối đa</translation>
    </message>
</context>
<context>
    <name>BandsTable</name>
    <message>
        <source>Add a row</source>
        <translation>Thêm mức</translation>
    </message>
    <message>
        <source>Join the rows</source>
        <translation>Nối các mức</translation>
    </message>
    <message>
        <source>Sort from high to low</source>
        <translation>Xếp từ cao xuống thấp</translation>
    </message>
</context>
<context>
    <name>BarList</name>
    <message>
        <source>Points of each answer</source>
        <translation>Điểm của từng lựa chọn</translation>
    </message>
    <message>
        <source>{words}: {points} points</source>
        <translation>{words}: {points} điểm</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Two different ones, choose</source>
        <translation>Có hai bản khác nhau, cần chọn</translation>
    </message>
    <message>
        <source>Replacement after the deadline</source>
        <translation>Bản thay thế sau hạn, chờ đồng ý</translation>
    </message>
    <message>
        <source>Signature does not hold, sign again</source>
        <translation>Chữ ký không dùng được, cần ký lại</translation>
    </message>
    <message>
        <source>Returned for completion</source>
        <translation>Trả lại để hoàn thiện</translation>
    </message>
    <message>
        <source>Unreadable, ask to send again</source>
        <translation>Không đọc được, đề nghị gửi lại</translation>
    </message>
    <message>
        <source>Other key than the accepted one</source>
        <translation>Khóa khác với khóa đã ghi nhận</translation>
    </message>
    <message>
        <source>Received, key not accepted yet</source>
        <translation>Đã tiếp nhận, chưa ghi nhận khóa</translation>
    </message>
    <message>
        <source>Extended to {day}</source>
        <translation>Được gia hạn đến {day}</translation>
    </message>
    <message>
        <source>Reported, not sent yet</source>
        <translation>Đã báo nhận, chưa gửi</translation>
    </message>
    <message>
        <source>Not received</source>
        <translation>Chưa gửi</translation>
    </message>
    <message>
        <source>Received, points differ</source>
        <translation>Đã tiếp nhận, điểm có chênh lệch</translation>
    </message>
    <message>
        <source>Received late</source>
        <translation>Đã tiếp nhận, gửi muộn</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Đã tiếp nhận</translation>
    </message>
    <message>
        <source>Evidence here, figures not yet</source>
        <translation>Có minh chứng, chờ số liệu</translation>
    </message>
    <message>
        <source>Figures received, evidence {here}/{all}</source>
        <translation>Đã nhận số liệu, chờ minh chứng {here}/{all}</translation>
    </message>
    <message>
        <source>Commune, ward</source>
        <translation>Xã, phường</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Cơ quan, địa phương</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Khóa</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Chữ ký</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Received at</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>By {moment}, {received}/{all} submissions have been received.</source>
        <translation>Đến {moment} đã tiếp nhận {received}/{all} hồ sơ.</translation>
    </message>
    <message>
        <source>Not received: {names}.</source>
        <translation>Chưa nhận: {names}.</translation>
    </message>
    <message>
        <source>Returned for completion, awaited again: {names}.</source>
        <translation>Đã trả lại để hoàn thiện, chờ gửi lại: {names}.</translation>
    </message>
    <message>
        <source>Could not be read, please send again: {names}.</source>
        <translation>Chưa đọc được, đề nghị gửi lại: {names}.</translation>
    </message>
    <message>
        <source>Deadline: {day}.</source>
        <translation>Hạn gửi: {day}.</translation>
    </message>
    <message>
        <source>Please send the very file the software exports, without renaming or zipping it again.</source>
        <translation>Đề nghị anh/chị gửi đúng tệp do phần mềm xuất ra, không đổi tên, không nén lại.</translation>
    </message>
    <message>
        <source>{agency}: the file sent was received but could not be taken in, as it is not complete or has been changed on the way. Please send the original file the software exports again (without renaming or zipping it). The time of the first sending has been noted.</source>
        <translation>Kính gửi {agency}. Cơ quan thẩm định đã nhận tệp nhưng chưa tiếp nhận được vì tệp chưa đầy đủ hoặc đã thay đổi trên đường gửi. Đề nghị gửi lại tệp gốc do phần mềm xuất ra (không đổi tên, không nén lại). Thời điểm gửi lần đầu đã được ghi lại.</translation>
    </message>
    <message>
        <source>To {agency}: {authority} received the file {name} at {moment} but could not take it in: {why} Please send the original file the software exports again (without renaming or zipping it). The time of the first sending has been noted.</source>
        <translation>Kính gửi {agency}: {authority} đã nhận tệp {name} lúc {moment} nhưng chưa tiếp nhận được vì {why} Đề nghị gửi lại tệp gốc do phần mềm xuất ra (không đổi tên, không nén lại). Thời điểm gửi lần đầu đã được ghi lại.</translation>
    </message>
    <message>
        <source>the reviewing authority</source>
        <translation>cơ quan thẩm định</translation>
    </message>
    <message>
        <source>it is not complete (downloading or copying was cut).</source>
        <translation>tệp chưa đầy đủ (tải hoặc sao chép chưa xong).</translation>
    </message>
    <message>
        <source>it was unpacked and packed again on its way.</source>
        <translation>tệp đã bị giải nén rồi nén lại trên đường gửi.</translation>
    </message>
    <message>
        <source>its content was changed after it was exported.</source>
        <translation>nội dung tệp đã thay đổi sau khi xuất.</translation>
    </message>
    <message>
        <source>it was made by a newer version of the software.</source>
        <translation>tệp do phiên bản phần mềm mới hơn lập.</translation>
    </message>
    <message>
        <source>it is not the file as the software exported it.</source>
        <translation>tệp không còn đúng như khi phần mềm xuất ra.</translation>
    </message>
    <message>
        <source>To {agency}: the submission of “{campaign}” has not been received yet. Deadline: through {day}. Please send the file the software exports.</source>
        <translation>Kính gửi {agency}. Đến nay chưa nhận được hồ sơ tự đánh giá “{campaign}”. Hạn gửi: hết ngày {day}. Đề nghị anh/chị gửi tệp do phần mềm xuất ra.</translation>
    </message>
</context>
<context>
    <name>Bound</name>
    <message>
        <source>Write a number, for example 12,5 or 75 %.</source>
        <translation>Nhập một số, ví dụ 12,5 hoặc 75 %.</translation>
    </message>
    <message>
        <source>Write a whole number.</source>
        <translation>Nhập một số nguyên.</translation>
    </message>
    <message>
        <source>codes, such as 4.1; 4.3</source>
        <translation>mã, ví dụ 4.1; 4.3</translation>
    </message>
    <message>
        <source>No item has the code {code}.</source>
        <translation>Không có mục nào mang mã {code}.</translation>
    </message>
</context>
<context>
    <name>CampaignSide</name>
    <message>
        <source>Campaign file</source>
        <translation>Gói triển khai</translation>
    </message>
    <message>
        <source>Not sent out yet. One sealed file goes to all agencies, by e-mail, chat or stick.</source>
        <translation>Chưa xuất. Một tệp có niêm phong gửi cho tất cả, qua thư điện tử, Zalo hoặc USB.</translation>
    </message>
    <message>
        <source>Revision {number} written {moment}</source>
        <translation>Bản {number}, xuất lúc {moment}</translation>
    </message>
    <message>
        <source>The campaign is at revision {number} by now: send it out again.</source>
        <translation>Đợt đánh giá nay là bản {number}: xuất lại gói và gửi cho các nơi.</translation>
    </message>
    <message>
        <source>Prepare USB sticks for the communes</source>
        <translation>Chuẩn bị USB cho xã</translation>
    </message>
    <message>
        <source>Sentence for the official letter</source>
        <translation>Câu ghi vào công văn</translation>
    </message>
    <message>
        <source>Text for the group</source>
        <translation>Tin gửi nhóm</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Sao chép</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Check code of the sealing key</source>
        <translation>Mã đối chiếu của khóa niêm phong</translation>
    </message>
    <message>
        <source>Rounds and deadlines</source>
        <translation>Các lần và hạn gửi</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>Round {number}</source>
        <translation>Lần {number}</translation>
    </message>
    <message>
        <source>No deadline set</source>
        <translation>Chưa đặt hạn gửi</translation>
    </message>
    <message>
        <source>through {day}</source>
        <translation>hết ngày {day}</translation>
    </message>
    <message>
        <source>opens again: {fields}</source>
        <translation>mở lại: {fields}</translation>
    </message>
    <message>
        <source>Change the title</source>
        <translation>Sửa tên đợt</translation>
    </message>
    <message>
        <source>{title} · version {version}</source>
        <translation>{title} · bản {version}</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Thông tin chung</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Đợt đánh giá</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Cơ quan thẩm định</translation>
    </message>
    <message>
        <source>Period and data</source>
        <translation>Kỳ đánh giá, kỳ số liệu</translation>
    </message>
    <message>
        <source>Framework</source>
        <translation>Bộ chỉ số</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Sửa đổi</translation>
    </message>
    <message>
        <source>Who confirms</source>
        <translation>Xác nhận của</translation>
    </message>
    <message>
        <source>revision {number}</source>
        <translation>bản {number}</translation>
    </message>
</context>
<context>
    <name>Campaigns</name>
    <message>
        <source>Campaigns</source>
        <translation>Đợt đánh giá</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Đợt đánh giá</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>Đợt đánh giá mới</translation>
    </message>
    <message>
        <source>Find a name, code, focal officer</source>
        <translation>Tìm tên, mã, đầu mối</translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>Cơ quan, địa phương</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Đưa ra khỏi đợt</translation>
    </message>
    <message numerus="yes">
        <source>%n agency(ies)</source>
        <translation>
            <numerusform>%n cơ quan, địa phương</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent out. Add a telephone number to every agency: keys are compared by it.</source>
        <translation>Đã xuất gói. Ghi đủ số điện thoại đầu mối để đối chiếu khóa.</translation>
    </message>
    <message>
        <source>Check the list and the deadlines, then write the file for all agencies.</source>
        <translation>Kiểm tra danh sách và hạn gửi, rồi xuất gói cho tất cả.</translation>
    </message>
    <message numerus="yes">
        <source>%n agency(ies) without a telephone number</source>
        <translation>
            <numerusform>%n nơi chưa có số điện thoại</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>Xuất danh sách</translation>
    </message>
    <message>
        <source>Write the campaign file again</source>
        <translation>Xuất lại gói triển khai</translation>
    </message>
    <message>
        <source>Write the campaign file</source>
        <translation>Xuất gói triển khai</translation>
    </message>
    <message>
        <source>Go on to Collecting</source>
        <translation>Sang Tiếp nhận</translation>
    </message>
    <message>
        <source>Back to the present campaign</source>
        <translation>Về đợt đang mở</translation>
    </message>
    <message>
        <source>Take {agency} out of the campaign?</source>
        <translation>Đưa {agency} ra khỏi đợt đánh giá?</translation>
    </message>
    <message>
        <source>Nothing was received of it. The list goes out again as the next revision.</source>
        <translation>Chưa tiếp nhận hồ sơ nào của nơi này. Danh sách mới thuộc bản kế tiếp của đợt đánh giá.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Giữ lại</translation>
    </message>
    <message>
        <source>Saved as the next revision. Write the campaign file again and send it to the agencies.</source>
        <translation>Đã lưu thành bản kế tiếp của đợt đánh giá. Xuất lại gói triển khai và gửi cho các nơi.</translation>
    </message>
    <message>
        <source>Round {number}</source>
        <translation>Lần {number}</translation>
    </message>
    <message>
        <source>Title of the campaign</source>
        <translation>Tên đợt đánh giá</translation>
    </message>
    <message>
        <source>Sentence for the official letter</source>
        <translation>Câu ghi vào công văn</translation>
    </message>
    <message>
        <source>Text for the group</source>
        <translation>Tin gửi nhóm</translation>
    </message>
    <message>
        <source>There is no other version of this framework yet. Write one on the frameworks page.</source>
        <translation>Chưa có bản khác của bộ chỉ số này. Hãy soạn bản mới ở trang Bộ chỉ số.</translation>
    </message>
    <message>
        <source>Open the frameworks</source>
        <translation>Mở trang Bộ chỉ số</translation>
    </message>
    <message>
        <source>The campaign uses version {version} now. Send its file out again so that the agencies get it.</source>
        <translation>Đợt đánh giá đã dùng bản {version}. Hãy xuất lại gói triển khai để các cơ quan, địa phương nhận được.</translation>
    </message>
    <message>
        <source>Change it where needed, then copy it.</source>
        <translation>Sửa nếu cần rồi sao chép.</translation>
    </message>
    <message>
        <source>The campaign file of {authority} is sealed with the key whose check code is {code}. Before the first use, compare this code with the one the software shows.</source>
        <translation>Gói triển khai của {authority} được niêm phong bằng khóa có mã đối chiếu {code}. Đề nghị đối chiếu mã này với mã phần mềm hiển thị trước khi sử dụng lần đầu.</translation>
    </message>
    <message>
        <source>Enclosed is the campaign file of “{title}”. Please open it with the software, choose your agency, and compare the check code with the official letter: {code}.</source>
        <translation>Gửi kèm gói triển khai “{title}”. Đề nghị anh/chị mở tệp bằng phần mềm, chọn đúng tên đơn vị và đối chiếu mã với công văn: {code}.</translation>
    </message>
    <message>
        <source>Deadline: {day}.</source>
        <translation>Hạn gửi: {day}.</translation>
    </message>
    <message>
        <source>Writing the campaign file</source>
        <translation>Đang xuất gói triển khai</translation>
    </message>
    <message>
        <source>Written and checked: {name}. Send it to all agencies; the check code goes into the letter.</source>
        <translation>Đã ghi và kiểm tra xong: {name}. Gửi tệp này cho tất cả các nơi; mã đối chiếu ghi vào công văn.</translation>
    </message>
    <message>
        <source>The list was written: {name}</source>
        <translation>Đã lưu danh sách: {name}</translation>
    </message>
    <message>
        <source>DanhSach.xlsx</source>
        <translation>DanhSach.xlsx</translation>
    </message>
    <message>
        <source>extended through {day}</source>
        <translation>gia hạn đến {day}</translation>
    </message>
    <message>
        <source>inspected {day}</source>
        <translation>kiểm tra {day}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Focal officer</source>
        <translation>Đầu mối</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Own days</source>
        <translation>Ngày riêng</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Đã nhận</translation>
    </message>
</context>
<context>
    <name>CannotOpen</name>
    <message>
        <source>The data folder was not opened</source>
        <translation>Chưa mở được thư mục dữ liệu</translation>
    </message>
    <message>
        <source>For those who look after the program: {what}; the details are in {log}</source>
        <translation>Thông tin cho người hỗ trợ phần mềm: {what}; chi tiết ở tệp {log}</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>Chọn thư mục khác…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Folder with the data, or an empty one to begin in</source>
        <translation>Thư mục đang có dữ liệu, hoặc thư mục trống để bắt đầu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>Carried</name>
    <message>
        <source>This stick can only be read, so the data are saved on this computer: {folder}.</source>
        <translation>USB này chỉ đọc được, nên số liệu được lưu trên máy tính này: {folder}.</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>By commune</source>
        <translation>Theo xã</translation>
    </message>
    <message>
        <source>By agency</source>
        <translation>Theo cơ quan</translation>
    </message>
    <message>
        <source>By criterion</source>
        <translation>Theo tiêu chí</translation>
    </message>
    <message>
        <source>Criterion or agency</source>
        <translation>Tiêu chí hoặc cơ quan</translation>
    </message>
    <message>
        <source>Appraised</source>
        <translation>Đã thẩm định</translation>
    </message>
    <message>
        <source>Find in this list</source>
        <translation>Tìm trong danh sách</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Danh sách thẩm định</translation>
    </message>
    <message>
        <source>Agree with the rest</source>
        <translation>Thống nhất phần còn lại</translation>
    </message>
    <message>
        <source>Feedback, end of the round</source>
        <translation>Gửi ý kiến, kết thúc lần này</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Điểm</translation>
    </message>
    <message numerus="yes">
        <source>%n appraised</source>
        <translation>
            <numerusform>%n đã thẩm định</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n chưa</numerusform>
        </translation>
    </message>
    <message>
        <source>Round {number}: {done}/{total} criteria appraised</source>
        <translation>Lần {number}: {done}/{total} tiêu chí đã thẩm định</translation>
    </message>
    <message numerus="yes">
        <source>Agree with the other %n criteria</source>
        <translation>
            <numerusform>Thống nhất %n tiêu chí còn lại</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseView</name>
    <message>
        <source>{criterion} · revision {number} · round {round}</source>
        <translation>{criterion} · bản chốt số {number} · lần {round}</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Kết quả kiểm tra</translation>
    </message>
    <message>
        <source>See the verification of the file</source>
        <translation>Xem kết quả kiểm tra tệp</translation>
    </message>
    <message>
        <source>Changed by a replacement: to be looked at again</source>
        <translation>Bản thay thế có thay đổi: cần xem lại</translation>
    </message>
    <message>
        <source>How it is scored</source>
        <translation>Cách tính điểm</translation>
    </message>
    <message>
        <source>The agency says: not applicable</source>
        <translation>Hồ sơ chọn: không áp dụng</translation>
    </message>
    <message>
        <source>threshold {share}</source>
        <translation>ngưỡng {share}</translation>
    </message>
    <message>
        <source>Claimed: {claimed} points. Computed here from its figures: {own}.</source>
        <translation>Hồ sơ ghi {claimed} điểm. Tính lại từ số liệu trong hồ sơ: {own} điểm.</translation>
    </message>
    <message>
        <source>Explanation of the agency</source>
        <translation>Giải trình trong hồ sơ</translation>
    </message>
    <message>
        <source>Round {number}</source>
        <translation>Lần {number}</translation>
    </message>
    <message>
        <source>Opinions differ</source>
        <translation>Ý kiến khác nhau</translation>
    </message>
    <message>
        <source>Opinions there are</source>
        <translation>Ý kiến đã có</translation>
    </message>
    <message>
        <source>The council&apos;s finding: {points} points. {reason}</source>
        <translation>Kết luận của Hội đồng: {points} điểm. {reason}</translation>
    </message>
    <message>
        <source>Nobody named</source>
        <translation>Chưa ghi tên</translation>
    </message>
    <message>
        <source>{name} (the same person)</source>
        <translation>{name} (người đang thao tác)</translation>
    </message>
    <message>
        <source>{who}, round {number}: {opinion}</source>
        <translation>{who}, lần {number}: {opinion}</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>Ghi chú nội bộ</translation>
    </message>
</context>
<context>
    <name>Cell</name>
    <message>
        <source>valid</source>
        <translation>hợp lệ</translation>
    </message>
    <message>
        <source>not enough grounds to confirm</source>
        <translation>chưa đủ căn cứ xác nhận</translation>
    </message>
    <message>
        <source>not valid</source>
        <translation>không hợp lệ</translation>
    </message>
    <message>
        <source>not there yet</source>
        <translation>chưa có</translation>
    </message>
</context>
<context>
    <name>ChangePassphraseDialog</name>
    <message>
        <source>Change the passphrase</source>
        <translation>Đổi mật khẩu</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>Mật khẩu đang dùng</translation>
    </message>
    <message>
        <source>Turn off the Vietnamese input method and Caps Lock before typing.</source>
        <translation>Tắt bộ gõ tiếng Việt và Caps Lock trước khi gõ.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Mật khẩu mới</translation>
    </message>
    <message>
        <source>The key of {owner} stays the same, and so does its check code. Copies and printed sheets made before keep the passphrase they were made with.</source>
        <translation>Khóa của {owner} và mã đối chiếu giữ nguyên. Bản sao và phiếu in làm trước đó vẫn dùng mật khẩu lúc làm.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Type the passphrase.</source>
        <translation>Gõ mật khẩu.</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>Review</source>
        <translation>Rà soát</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Nội dung cần xem</translation>
    </message>
    <message>
        <source>Points not reached</source>
        <translation>Điểm chưa đạt</translation>
    </message>
    <message>
        <source>On to Sign and send</source>
        <translation>Sang Trình ký và gửi</translation>
    </message>
    <message>
        <source>Nothing left to mend. Figures, evidence and explanations are complete; the leader can be asked to confirm.</source>
        <translation>Không còn mục nào phải xử lý. Số liệu, minh chứng và giải trình đã đủ; có thể trình lãnh đạo xác nhận.</translation>
    </message>
    <message>
        <source>Next step: Sign and send</source>
        <translation>Bước tiếp theo: Trình ký và gửi</translation>
    </message>
    <message>
        <source>{done} of {all} criteria done</source>
        <translation>{done}/{all} tiêu chí đã xong</translation>
    </message>
    <message numerus="yes">
        <source>%n to be mended</source>
        <translation>
            <numerusform>%n mục phải xử lý</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n worth a look</source>
        <translation>
            <numerusform>%n mục nên xem lại</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n lưu ý</numerusform>
        </translation>
    </message>
    <message>
        <source>The figures can be frozen once everything marked in red is mended.</source>
        <translation>Xử lý xong các mục màu đỏ là chốt được số liệu.</translation>
    </message>
    <message>
        <source>Nothing stands in the way of freezing the figures. What is below may still bring points.</source>
        <translation>Đã có thể chốt số liệu. Các mục dưới đây nên xem lại vì còn có thể thêm điểm.</translation>
    </message>
    <message>
        <source>Mend the first one</source>
        <translation>Xử lý mục đầu tiên</translation>
    </message>
    <message>
        <source>Go on with {code}</source>
        <translation>Tiếp tục với {code}</translation>
    </message>
    <message>
        <source>{points} points open</source>
        <translation>còn {points} điểm</translation>
    </message>
    <message>
        <source>To be mended before the figures are frozen</source>
        <translation>Phải xử lý trước khi chốt số liệu</translation>
    </message>
    <message>
        <source>Worth a second look</source>
        <translation>Nên xem lại</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Lưu ý</translation>
    </message>
</context>
<context>
    <name>CheckCode</name>
    <message>
        <source>Copy</source>
        <translation>Sao chép</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Check code of the sealing key: read it to the authority by telephone, or put it into the letter.</source>
        <translation>Mã đối chiếu của khóa niêm phong: đọc qua điện thoại cho cơ quan thẩm định, hoặc ghi vào công văn.</translation>
    </message>
    <message>
        <source>Check code of the sealing key</source>
        <translation>Mã đối chiếu của khóa niêm phong</translation>
    </message>
</context>
<context>
    <name>ChooseCriterionDialog</name>
    <message>
        <source>Find a criterion, a code</source>
        <translation>Tìm tiêu chí, mã</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Tiêu chí</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>Các tiêu chí</translation>
    </message>
    <message>
        <source>Leave unchanged</source>
        <translation>Giữ nguyên</translation>
    </message>
</context>
<context>
    <name>ChooseVersionDialog</name>
    <message>
        <source>All of these files are intact and all are kept. Ask {contact} which one is official; the others become history. The choice can be made anew.</source>
        <translation>Các tệp này đều nguyên vẹn và đều được lưu. Hỏi {contact} bản nào là chính thức; các bản còn lại đưa vào lịch sử. Có thể chọn lại sau.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>For example: confirmed by telephone by the focal officer</source>
        <translation>Ví dụ: đầu mối xác nhận qua điện thoại</translation>
    </message>
    <message>
        <source>Reason (stands in the journal)</source>
        <translation>Lý do (ghi vào nhật ký)</translation>
    </message>
    <message>
        <source>the focal officer</source>
        <translation>đầu mối</translation>
    </message>
    <message>
        <source>Take the chosen one</source>
        <translation>Lấy bản đã chọn</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Quyết định sau</translation>
    </message>
    <message>
        <source>Say why this one counts.</source>
        <translation>Ghi lý do chọn bản này.</translation>
    </message>
    <message>
        <source>File {letter}</source>
        <translation>Tệp {letter}</translation>
    </message>
    <message>
        <source>revision {number} · round {round}</source>
        <translation>bản chốt số {number} · lần {round}</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Tổng điểm</translation>
    </message>
    <message>
        <source>Evidence files</source>
        <translation>Tệp minh chứng</translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation>Người xác nhận</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>{agency}: which file is official?</source>
        <translation>{agency}: bản nào là chính thức?</translation>
    </message>
</context>
<context>
    <name>CitationDialog</name>
    <message>
        <source>Citation of the file</source>
        <translation>Trích dẫn của tệp</translation>
    </message>
    <message>
        <source>Cite a paper without a file</source>
        <translation>Ghi trích dẫn, không kèm tệp</translation>
    </message>
    <message>
        <source>Number, symbol</source>
        <translation>Số, ký hiệu</translation>
    </message>
    <message>
        <source>For example: 212/BC-UBND</source>
        <translation>Ví dụ: 212/BC-UBND</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Cơ quan ban hành</translation>
    </message>
    <message>
        <source>For example: UBND xã Hòa Bình</source>
        <translation>Ví dụ: UBND xã Hòa Bình</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Trích yếu</translation>
    </message>
    <message>
        <source>What the paper is about, as printed on it</source>
        <translation>Như ghi trên văn bản</translation>
    </message>
    <message>
        <source>Page, section</source>
        <translation>Trang, mục</translation>
    </message>
    <message>
        <source>For example: page 3, section II.2</source>
        <translation>Ví dụ: trang 3, mục II.2</translation>
    </message>
    <message>
        <source>Page, section that proves this criterion</source>
        <translation>Trang, mục chứng minh tiêu chí này</translation>
    </message>
    <message>
        <source>Save the citation</source>
        <translation>Lưu trích dẫn</translation>
    </message>
    <message>
        <source>Leave unchanged</source>
        <translation>Giữ nguyên</translation>
    </message>
    <message>
        <source>Write dd/mm/yyyy.</source>
        <translation>Ghi dd/mm/yyyy.</translation>
    </message>
    <message>
        <source>Write at least the number, the issuer or the subject.</source>
        <translation>Ghi ít nhất số, ký hiệu, cơ quan ban hành hoặc trích yếu.</translation>
    </message>
</context>
<context>
    <name>CloseKeyDialog</name>
    <message>
        <source>End the key of {agency}</source>
        <translation>Kết thúc khóa của {agency}</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Được thay</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Bị mất</translation>
    </message>
    <message>
        <source>Stolen</source>
        <translation>Bị lấy cắp</translation>
    </message>
    <message>
        <source>From which day</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>Who said so, and how</source>
        <translation>Ai báo, bằng cách nào</translation>
    </message>
    <message>
        <source>For example: the chair by telephone; letter No. 15, 14/11/2026</source>
        <translation>Ví dụ: Chủ tịch xã gọi điện; công văn số 15 ngày 14/11/2026</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>What was received before that day stays as it was found.</source>
        <translation>Hồ sơ đã nhận trước ngày đó giữ nguyên kết quả kiểm tra.</translation>
    </message>
    <message>
        <source>A new key is compared and accepted as the first one was.</source>
        <translation>Khóa mới được đối chiếu và ghi nhận như khóa đầu tiên.</translation>
    </message>
    <message>
        <source>End the key</source>
        <translation>Kết thúc khóa</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Không thực hiện</translation>
    </message>
    <message>
        <source>Whatever comes under this key from that day on is refused.</source>
        <translation>Tệp niêm phong bằng khóa này gửi đến từ ngày đó bị từ chối.</translation>
    </message>
    <message>
        <source>What comes under this key from that day on is read, but who sent it is not settled.</source>
        <translation>Tệp niêm phong bằng khóa này gửi đến từ ngày đó vẫn đọc được nhưng chưa đủ căn cứ xác nhận nơi gửi.</translation>
    </message>
    <message>
        <source>Write the date as day/month/year.</source>
        <translation>Ghi ngày theo dạng ngày/tháng/năm.</translation>
    </message>
    <message>
        <source>This day has not come yet.</source>
        <translation>Ngày này chưa đến.</translation>
    </message>
    <message>
        <source>Say who told it and how.</source>
        <translation>Ghi rõ ai báo, bằng cách nào.</translation>
    </message>
</context>
<context>
    <name>ClosedPanel</name>
    <message>
        <source>Reopen for changes</source>
        <translation>Mở lại để sửa</translation>
    </message>
    <message>
        <source>{state} (revision {number}). What stands here can only be read.</source>
        <translation>{state} (bản chốt số {number}). Nội dung ở đây chỉ xem.</translation>
    </message>
    <message>
        <source>Reopen the figures for changes</source>
        <translation>Mở lại số liệu để sửa</translation>
    </message>
    <message>
        <source>What was frozen stays as it is and counts until another revision replaces it.</source>
        <translation>Bản đã chốt giữ nguyên và vẫn được tính cho đến khi có bản chốt khác thay thế.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Write the reason; it stands in the journal.</source>
        <translation>Ghi lý do; lý do được lưu trong nhật ký.</translation>
    </message>
</context>
<context>
    <name>Collecting</name>
    <message>
        <source>Collecting</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Drop files, a folder or a stick here</source>
        <translation>Thả tệp, thư mục hoặc USB vào đây</translation>
    </message>
    <message>
        <source>Load files</source>
        <translation>Nạp tệp</translation>
    </message>
    <message>
        <source>Find a name, code, focal officer</source>
        <translation>Tìm tên, mã, đầu mối</translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>Cơ quan, địa phương</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Danh sách</translation>
    </message>
    <message>
        <source>Chosen row</source>
        <translation>Dòng đang chọn</translation>
    </message>
    <message numerus="yes">
        <source>%n commune(s)</source>
        <translation>
            <numerusform>%n xã, phường, đặc khu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agency(ies)</source>
        <translation>
            <numerusform>%n cơ quan, địa phương</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>To be settled</source>
        <translation>Cần xử lý</translation>
    </message>
    <message>
        <source>Keys not accepted</source>
        <translation>Chưa ghi nhận khóa</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Đã tiếp nhận</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Chưa gửi</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Gửi muộn</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Đã trả lại</translation>
    </message>
    <message>
        <source>Signatures open</source>
        <translation>Chữ ký chưa đủ căn cứ</translation>
    </message>
    <message>
        <source>Submissions received</source>
        <translation>Hồ sơ đã tiếp nhận</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>Xuất danh sách</translation>
    </message>
    <message>
        <source>Bundles (*.thuocso *.zip *.age)</source>
        <translation>Gói hồ sơ (*.thuocso *.zip *.age)</translation>
    </message>
    <message>
        <source>{received}/{all} submissions</source>
        <translation>{received}/{all} hồ sơ</translation>
    </message>
    <message numerus="yes">
        <source>%n to be settled</source>
        <translation>
            <numerusform>%n cần xử lý</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n chưa gửi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write to %n commune(s)</source>
        <translation>
            <numerusform>Soạn tin đôn đốc %n xã</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write to %n agency(ies)</source>
        <translation>
            <numerusform>Soạn tin đôn đốc %n nơi</numerusform>
        </translation>
    </message>
    <message>
        <source>Begin appraising</source>
        <translation>Bắt đầu thẩm định</translation>
    </message>
    <message numerus="yes">
        <source>Make %n receipt(s)</source>
        <translation>
            <numerusform>Lập %n phiếu tiếp nhận</numerusform>
        </translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Tin đôn đốc</translation>
    </message>
    <message>
        <source>Paste it into the group chat or an e-mail. Nothing is sent from here.</source>
        <translation>Dán vào nhóm Zalo hoặc thư điện tử. Phần mềm không tự gửi.</translation>
    </message>
    <message>
        <source>Taking submissions in</source>
        <translation>Đang tiếp nhận hồ sơ</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Chọn tệp…</translation>
    </message>
    <message>
        <source>Choose a folder or a stick…</source>
        <translation>Chọn thư mục hoặc USB…</translation>
    </message>
    <message>
        <source>Load submissions</source>
        <translation>Nạp hồ sơ</translation>
    </message>
    <message>
        <source>Load a folder or a stick</source>
        <translation>Nạp thư mục hoặc USB</translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) taken in</source>
        <translation>
            <numerusform>tiếp nhận %n hồ sơ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n was here already</source>
        <translation>
            <numerusform>%n tệp đã có từ trước</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signed copy(s) of what was here</source>
        <translation>
            <numerusform>%n bản có chữ ký của hồ sơ đã có</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older one(s) kept as history</source>
        <translation>
            <numerusform>%n bản cũ lưu vào lịch sử</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n differ(s) from one with the same number</source>
        <translation>
            <numerusform>%n tệp khác với bản cùng số</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n registration(s) taken in</source>
        <translation>
            <numerusform>đã nạp %n phiếu báo nhận</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s) with evidence taken in</source>
        <translation>
            <numerusform>nhận %n tập minh chứng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s) wait for their figures</source>
        <translation>
            <numerusform>%n tập minh chứng chờ tệp số liệu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replacement(s) after the deadline wait for consent</source>
        <translation>
            <numerusform>%n bản thay thế sau hạn chờ đồng ý</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sealed with another key than the accepted one</source>
        <translation>
            <numerusform>%n niêm phong bằng khóa khác khóa đã ghi nhận</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept, a signature on it does not hold</source>
        <translation>
            <numerusform>%n hồ sơ giữ để đối chiếu vì chữ ký không dùng được</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be taken in</source>
        <translation>
            <numerusform>%n tệp không đọc được</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is no submission ({kinds})</source>
        <translation>
            <numerusform>%n tệp không phải hồ sơ ({kinds})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) loaded: {told}. All other submissions stay as they were.</source>
        <translation>
            <numerusform>Đã nạp %n tệp: {told}. Các hồ sơ khác giữ nguyên.</numerusform>
        </translation>
    </message>
    <message>
        <source>See each file</source>
        <translation>Xem từng tệp</translation>
    </message>
    <message>
        <source>Open what is encrypted</source>
        <translation>Mở tệp đã mã hóa</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Đề nghị gửi lại</translation>
    </message>
    <message>
        <source>The list was written: {name}</source>
        <translation>Đã lưu danh sách: {name}</translation>
    </message>
    <message>
        <source>Writing the list</source>
        <translation>Đang xuất danh sách</translation>
    </message>
    <message>
        <source>TiepNhan.xlsx</source>
        <translation>TiepNhan.xlsx</translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message>
        <source>Table</source>
        <translation>Bảng</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Số dòng</translation>
    </message>
    <message>
        <source>Tables of the file</source>
        <translation>Các bảng trong tệp</translation>
    </message>
    <message>
        <source>Read this table</source>
        <translation>Đọc bảng này</translation>
    </message>
    <message>
        <source>Rows of the head</source>
        <translation>Số dòng tiêu đề</translation>
    </message>
    <message>
        <source>Table {number}</source>
        <translation>Bảng {number}</translation>
    </message>
    <message>
        <source>read</source>
        <translation>đọc</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>bỏ qua</translation>
    </message>
    <message>
        <source>read, goes on with the one before</source>
        <translation>đọc, nối tiếp bảng trước</translation>
    </message>
    <message numerus="yes">
        <source>Head: %n row(s)</source>
        <translation>
            <numerusform>Tiêu đề: %n dòng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more row(s) are not shown here.</source>
        <translation>
            <numerusform>Còn %n dòng không hiện ở đây.</numerusform>
        </translation>
    </message>
    <message>
        <source>This table is left out.</source>
        <translation>Bảng này được bỏ qua.</translation>
    </message>
    <message>
        <source>Say which column holds the names of the criteria.</source>
        <translation>Chọn cột nào là tên tiêu chí.</translation>
    </message>
    <message>
        <source>No column of maximum points: they are sought in the titles.</source>
        <translation>Chưa có cột điểm tối đa: điểm sẽ được tìm trong tên.</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) to look at</source>
        <translation>
            <numerusform>%n cột cần xem</numerusform>
        </translation>
    </message>
    <message>
        <source>All columns recognised.</source>
        <translation>Đã nhận ra tất cả các cột.</translation>
    </message>
</context>
<context>
    <name>CommunePreview</name>
    <message>
        <source>Back to editing</source>
        <translation>Quay lại soạn</translation>
    </message>
    <message>
        <source>This is what a commune will see. What is typed here is only tried out.</source>
        <translation>Đây là màn hình xã sẽ thấy. Số liệu nhập ở đây chỉ để thử, không được lưu.</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>Tiêu chí</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Biểu nhập</translation>
    </message>
</context>
<context>
    <name>CompareVersionsDialog</name>
    <message>
        <source>Version {new} beside version {old}</source>
        <translation>Bản {new} so với bản {old}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>ConfirmSureDialog</name>
    <message>
        <source>Confirm the rules that are sure</source>
        <translation>Xác nhận các cách tính chắc chắn</translation>
    </message>
    <message>
        <source>Read them through. Enter on a line leaves it out; it is then confirmed one by one.</source>
        <translation>Đọc lại từng dòng. Bấm Enter ở dòng nào thì bỏ dòng đó ra để xác nhận riêng sau.</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Tiêu chí</translation>
    </message>
    <message>
        <source>The decision says</source>
        <translation>Văn bản ghi</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Cách tính điểm</translation>
    </message>
    <message>
        <source>Rules that are sure</source>
        <translation>Các cách tính chắc chắn</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message numerus="yes">
        <source>Confirm %n rule(s)</source>
        <translation>
            <numerusform>Xác nhận %n cách tính</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContactFields</name>
    <message>
        <source>Focal officer</source>
        <translation>Đầu mối</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Thư điện tử</translation>
    </message>
    <message>
        <source>A small file tells the authority that the campaign is here, whom to call, and which key seals. The code is compared weeks before the deadline, so nothing waits on the last day.</source>
        <translation>Một tệp nhỏ báo cho cơ quan thẩm định biết gói triển khai đã đến, gọi cho ai và khóa nào niêm phong. Mã được đối chiếu trước hạn nhiều tuần nên ngày cuối không phải chờ.</translation>
    </message>
    <message>
        <source>Type who is called.</source>
        <translation>Ghi họ tên người được gọi.</translation>
    </message>
    <message>
        <source>Type the number.</source>
        <translation>Ghi số điện thoại.</translation>
    </message>
</context>
<context>
    <name>CopyKeyDialog</name>
    <message>
        <source>Back up the key</source>
        <translation>Sao lưu khóa</translation>
    </message>
    <message>
        <source>File on a USB stick</source>
        <translation>Tệp trên USB</translation>
    </message>
    <message>
        <source>Printed sheet</source>
        <translation>Phiếu in trên giấy</translation>
    </message>
    <message>
        <source>The key of {owner}</source>
        <translation>Khóa của {owner}</translation>
    </message>
    <message>
        <source>Choose where…</source>
        <translation>Chọn nơi lưu…</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>One small file with the same passphrase as the key; it is read again after writing. Keep the stick locked away from this computer.</source>
        <translation>Một tệp nhỏ, cùng mật khẩu với khóa; ghi xong được đọc lại để kiểm tra. Cất USB nơi có khóa, không để cạnh máy này.</translation>
    </message>
    <message>
        <source>One page with seven lines to be typed back on any computer; worthless without the passphrase. Keep it in a closed envelope, apart from the passphrase.</source>
        <translation>Một trang có bảy dòng để gõ lại trên máy bất kỳ; không có mật khẩu thì không dùng được. Cất trong phong bì dán kín, khác nơi với mật khẩu.</translation>
    </message>
</context>
<context>
    <name>CorrectCampaignDialog</name>
    <message>
        <source>Correct the framework of this campaign</source>
        <translation>Sửa đổi bộ chỉ số của đợt này</translation>
    </message>
    <message>
        <source>{title} · version {version}</source>
        <translation>{title} · bản {version}</translation>
    </message>
    <message>
        <source>Corrected version</source>
        <translation>Bản sửa đổi</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Cơ quan, địa phương</translation>
    </message>
    <message>
        <source>Total before</source>
        <translation>Tổng điểm trước</translation>
    </message>
    <message>
        <source>Total after</source>
        <translation>Tổng điểm sau</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>Gửi lại</translation>
    </message>
    <message>
        <source>Agencies whose points move</source>
        <translation>Nơi có điểm thay đổi</translation>
    </message>
    <message>
        <source>Use this version</source>
        <translation>Dùng bản này</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Giữ như cũ</translation>
    </message>
    <message>
        <source>Nothing was received yet; the agencies get the new version with the next campaign file.</source>
        <translation>Chưa tiếp nhận hồ sơ nào; các cơ quan, địa phương sẽ nhận bản mới cùng gói triển khai tiếp theo.</translation>
    </message>
    <message numerus="yes">
        <source>Points move, or criteria go back, for %n agency(s):</source>
        <translation>
            <numerusform>%n cơ quan, địa phương thay đổi điểm hoặc có tiêu chí gửi lại:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No total of the %n submission(s) received moves.</source>
        <translation>
            <numerusform>Không tổng điểm nào trong %n hồ sơ đã tiếp nhận thay đổi.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Council</name>
    <message>
        <source>Council</source>
        <translation>Hội đồng</translation>
    </message>
    <message>
        <source>Find a name, code, criterion</source>
        <translation>Tìm tên, mã, tiêu chí</translation>
    </message>
    <message>
        <source>Matters before the council</source>
        <translation>Nội dung trình Hội đồng</translation>
    </message>
    <message>
        <source>Matters</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Chosen matter</source>
        <translation>Nội dung đang chọn</translation>
    </message>
    <message>
        <source>Nothing lies before the council now: no opinions differ, no points wait, no agencies share a rank.</source>
        <translation>Hiện không có nội dung nào chờ Hội đồng: không có ý kiến khác nhau, không có điểm chờ xem xét, không có nơi nào đồng hạng.</translation>
    </message>
    <message>
        <source>Go to Appraisal</source>
        <translation>Sang Thẩm định</translation>
    </message>
    <message>
        <source>Record the finding</source>
        <translation>Ghi kết luận</translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s) in all</source>
        <translation>
            <numerusform>tất cả %n nội dung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s) to be settled</source>
        <translation>
            <numerusform>%n nội dung chờ kết luận</numerusform>
        </translation>
    </message>
    <message>
        <source>To be settled</source>
        <translation>Chờ kết luận</translation>
    </message>
    <message>
        <source>Differing</source>
        <translation>Ý kiến khác nhau</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Chờ xem xét</translation>
    </message>
    <message>
        <source>Opinions differ</source>
        <translation>Ý kiến khác nhau</translation>
    </message>
    <message>
        <source>Ties</source>
        <translation>Đồng hạng</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Đã kết luận</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do trình</translation>
    </message>
    <message>
        <source>Points now</source>
        <translation>Điểm hiện tại</translation>
    </message>
    <message>
        <source>rank {rank}</source>
        <translation>hạng {rank}</translation>
    </message>
    <message>
        <source>Record the order</source>
        <translation>Ghi thứ tự</translation>
    </message>
    <message>
        <source>See the ranking</source>
        <translation>Xem bảng xếp hạng</translation>
    </message>
    <message>
        <source>Everything before the council is settled.</source>
        <translation>Mọi nội dung trình Hội đồng đã có kết luận.</translation>
    </message>
    <message>
        <source>Waits for a decision</source>
        <translation>Chờ xem xét</translation>
    </message>
    <message>
        <source>Tie</source>
        <translation>Đồng hạng</translation>
    </message>
    <message>
        <source>Concluded</source>
        <translation>Đã kết luận</translation>
    </message>
    <message>
        <source>Order settled</source>
        <translation>Đã xếp thứ tự</translation>
    </message>
</context>
<context>
    <name>CouncilSheet</name>
    <message>
        <source>Choose a matter to see both opinions and to write the council&apos;s finding.</source>
        <translation>Chọn một nội dung để xem các ý kiến và ghi kết luận của Hội đồng.</translation>
    </message>
    <message numerus="yes">
        <source>%n agencies reach {value} exactly. They share rank {rank}; the ranks after it stay empty.</source>
        <translation>
            <numerusform>%n nơi cùng đạt đúng {value}. Các nơi này đồng hạng {rank}; các hạng kế tiếp để trống.</numerusform>
        </translation>
    </message>
    <message>
        <source>Order the council gives them</source>
        <translation>Thứ tự Hội đồng xếp</translation>
    </message>
    <message>
        <source>Type the points the council finds.</source>
        <translation>Nhập số điểm Hội đồng kết luận.</translation>
    </message>
    <message>
        <source>Write the reason; it goes out with the finding.</source>
        <translation>Ghi lý do; lý do được gửi kèm kết luận.</translation>
    </message>
    <message>
        <source>See the case on the desk</source>
        <translation>Xem ở Thẩm định</translation>
    </message>
    <message>
        <source>From its own figures</source>
        <translation>Theo số liệu trong hồ sơ</translation>
    </message>
    <message>
        <source>Counts now</source>
        <translation>Điểm hiện tại</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Điểm tối đa</translation>
    </message>
    <message>
        <source>{cause}: the points wait for a decision.</source>
        <translation>{cause}: điểm đang chờ xem xét.</translation>
    </message>
    <message>
        <source>Nobody named</source>
        <translation>Chưa ghi tên</translation>
    </message>
    <message>
        <source>{who}, round {number}</source>
        <translation>{who}, lần {number}</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>Ghi chú nội bộ</translation>
    </message>
    <message>
        <source>Points the council finds</source>
        <translation>Điểm Hội đồng kết luận</translation>
    </message>
    <message>
        <source>/ {maximum} points</source>
        <translation>/ {maximum} điểm</translation>
    </message>
    <message>
        <source>The council&apos;s finding</source>
        <translation>Kết luận của Hội đồng</translation>
    </message>
    <message>
        <source>Own figures</source>
        <translation>Theo hồ sơ</translation>
    </message>
    <message>
        <source>Adjusted</source>
        <translation>Điều chỉnh</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Goes out with the finding</source>
        <translation>Gửi kèm kết luận</translation>
    </message>
</context>
<context>
    <name>CrashReport</name>
    <message>
        <source>Something unforeseen happened</source>
        <translation>Phần mềm gặp tình huống chưa lường trước</translation>
    </message>
    <message>
        <source>The last act was not finished; what had been saved before stays as it was. Work can go on. Copy the details and pass them on to whoever looks after the software.</source>
        <translation>Thao tác vừa rồi chưa hoàn thành; nội dung đã lưu trước đó giữ nguyên. Có thể tiếp tục làm việc. Sao chép chi tiết và chuyển cho người phụ trách phần mềm.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Chi tiết</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Sao chép chi tiết</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>Tiếp tục làm việc</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>CriterionSheet</name>
    <message>
        <source>Choose a criterion to read how it is scored.</source>
        <translation>Chọn một tiêu chí để xem cách tính điểm.</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} điểm</translation>
    </message>
    <message numerus="yes">
        <source>A group with %n part(s)</source>
        <translation>
            <numerusform>Nhóm có %n mục</numerusform>
        </translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>The decision gives no maximum here.</source>
        <translation>Văn bản không nêu điểm tối đa ở đây.</translation>
    </message>
    <message numerus="yes">
        <source>The decision counts %n criterion(s); none is entered yet.</source>
        <translation>
            <numerusform>Văn bản nêu %n tiêu chí, chưa nhập tiêu chí nào.</numerusform>
        </translation>
    </message>
    <message>
        <source>The criteria stand in the decision&apos;s annex and are not entered yet.</source>
        <translation>Các tiêu chí nằm ở phụ lục của văn bản, chưa nhập.</translation>
    </message>
    <message>
        <source>How it is scored</source>
        <translation>Cách tính điểm</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>Số liệu cần nhập</translation>
    </message>
    <message>
        <source>Evidence is asked for; the framework does not say which.</source>
        <translation>Cần minh chứng; bộ chỉ số chưa nêu cụ thể.</translation>
    </message>
    <message>
        <source>What proves it</source>
        <translation>Minh chứng</translation>
    </message>
    <message>
        <source>Where evidence is missing</source>
        <translation>Khi thiếu minh chứng</translation>
    </message>
    <message>
        <source>How it is determined</source>
        <translation>Cách xác định</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Hướng dẫn</translation>
    </message>
    <message>
        <source>Source of the figures</source>
        <translation>Nguồn số liệu</translation>
    </message>
    <message>
        <source>Who checks</source>
        <translation>Đơn vị kiểm tra</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Căn cứ pháp lý</translation>
    </message>
    <message>
        <source>How it is determined, as in the decision</source>
        <translation>Cách xác định, theo văn bản</translation>
    </message>
    <message>
        <source>Evidence asked for</source>
        <translation>Tài liệu kiểm chứng cần có</translation>
    </message>
    <message>
        <source>One paper in each line</source>
        <translation>Mỗi dòng một tài liệu</translation>
    </message>
    <message>
        <source>Evidence must be attached</source>
        <translation>Phải kèm tài liệu kiểm chứng</translation>
    </message>
    <message>
        <source>Guidance for who fills it in</source>
        <translation>Hướng dẫn thêm cho người nhập</translation>
    </message>
    <message>
        <source>Office in charge</source>
        <translation>Đơn vị phụ trách</translation>
    </message>
    <message>
        <source>Unit of the result</source>
        <translation>Đơn vị tính của kết quả</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Tính vào</translation>
    </message>
    <message>
        <source>Only for</source>
        <translation>Chỉ áp dụng cho</translation>
    </message>
    <message>
        <source>None ticked: all</source>
        <translation>Không chọn mục nào: tất cả</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Minh chứng</translation>
    </message>
    <message>
        <source>Who, from where, on what ground</source>
        <translation>Phụ trách, nguồn số liệu, căn cứ</translation>
    </message>
</context>
<context>
    <name>CriterionTree</name>
    <message>
        <source>Find a criterion, a code, a document</source>
        <translation>Tìm tiêu chí, mã, văn bản</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Tiêu chí</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>Các tiêu chí</translation>
    </message>
    <message>
        <source>Nothing found. Try another word, or show all criteria.</source>
        <translation>Không có tiêu chí nào khớp. Thử từ khác, hoặc chọn Tất cả.</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Chưa nhập</translation>
    </message>
    <message>
        <source>Evidence missing</source>
        <translation>Thiếu minh chứng</translation>
    </message>
    <message>
        <source>To be explained</source>
        <translation>Cần giải trình</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>{done}/{all} criteria</source>
        <translation>{done}/{all} tiêu chí</translation>
    </message>
</context>
<context>
    <name>CurveView</name>
    <message>
        <source>Points against the measure</source>
        <translation>Điểm theo kết quả đo</translation>
    </message>
    <message>
        <source>From {start} with {first} points to {end} with {last} points.</source>
        <translation>Từ {start} được {first} điểm đến {end} được {last} điểm.</translation>
    </message>
    <message>
        <source>At {at} points go from {before} to {after}.</source>
        <translation>Tại {at} điểm đổi từ {before} sang {after}.</translation>
    </message>
    <message>
        <source>Tried: {value} gives {points} points.</source>
        <translation>Đang thử: {value} được {points} điểm.</translation>
    </message>
    <message>
        <source>{points} points apart</source>
        <translation>chênh {points} điểm</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} điểm</translation>
    </message>
</context>
<context>
    <name>DamagedDialog</name>
    <message>
        <source>The data file is damaged</source>
        <translation>Tệp dữ liệu bị hỏng</translation>
    </message>
    <message>
        <source>The database in {folder} can&apos;t be read, perhaps because the power went. The evidence files are not affected, and the damaged file is kept.</source>
        <translation>Không đọc được tệp dữ liệu trong {folder}, có thể do mất điện đột ngột. Các tệp minh chứng không bị ảnh hưởng; tệp hỏng được giữ lại.</translation>
    </message>
    <message>
        <source>Looking for the last copy that is sound…</source>
        <translation>Đang tìm bản sao gần nhất còn tốt…</translation>
    </message>
    <message>
        <source>Another backup…</source>
        <translation>Bản sao lưu khác…</translation>
    </message>
    <message>
        <source>Read the damaged file</source>
        <translation>Đọc lại tệp hỏng</translation>
    </message>
    <message>
        <source>Reading the damaged file may bring back what was entered after the copy.</source>
        <translation>Đọc lại tệp hỏng có thể lấy lại những gì nhập sau bản sao.</translation>
    </message>
    <message>
        <source>Restore this one</source>
        <translation>Khôi phục bản này</translation>
    </message>
    <message>
        <source>Close, change nothing</source>
        <translation>Đóng, không thay đổi gì</translation>
    </message>
    <message>
        <source>No sound copy was found here or on a stick. Plug in the stick with the backup, or choose it.</source>
        <translation>Chưa thấy bản sao nào còn tốt trong máy hoặc trên USB. Cắm USB sao lưu rồi mở lại, hoặc chọn tệp sao lưu.</translation>
    </message>
    <message>
        <source>What was entered after {moment} may be lost.</source>
        <translation>Có thể mất những gì nhập sau {moment}.</translation>
    </message>
    <message>
        <source>The copy of {moment}: checked, sound</source>
        <translation>Bản sao lúc {moment}: đã kiểm tra, còn tốt</translation>
    </message>
    <message>
        <source>Begin anew with nothing entered; all that is here is kept under a name with the date</source>
        <translation>Bắt đầu lại từ đầu, chưa có số liệu; mọi thứ ở đây được giữ dưới tên kèm ngày</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Bắt đầu lại</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Khôi phục bản sao lưu</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Backups (*.zip *.age)</source>
        <translation>Bản sao lưu (*.zip *.age)</translation>
    </message>
    <message>
        <source>{name} is locked by a passphrase.</source>
        <translation>{name} có mật khẩu.</translation>
    </message>
    <message>
        <source>{name}, made {moment}</source>
        <translation>{name}, lập lúc {moment}</translation>
    </message>
    <message numerus="yes">
        <source>What could be read of the damaged file: %n row(s)</source>
        <translation>
            <numerusform>Phần đọc lại được từ tệp hỏng: %n dòng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) not whole</source>
        <translation>
            <numerusform>%n bảng không đọc được hết</numerusform>
        </translation>
    </message>
    <message>
        <source>every table to its end</source>
        <translation>mọi bảng đọc được hết</translation>
    </message>
    <message>
        <source>Putting the data back…</source>
        <translation>Đang khôi phục dữ liệu…</translation>
    </message>
    <message>
        <source>Open the data</source>
        <translation>Mở dữ liệu</translation>
    </message>
</context>
<context>
    <name>DateEntry</name>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>Write the date as day/month/year, for example 05/08/2026.</source>
        <translation>Ghi ngày/tháng/năm, ví dụ 05/08/2026.</translation>
    </message>
</context>
<context>
    <name>DeadlineCard</name>
    <message>
        <source>Deadline</source>
        <translation>Hạn gửi</translation>
    </message>
    <message>
        <source>No deadline yet</source>
        <translation>Chưa có hạn gửi</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Đã quá hạn</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>Còn %n ngày</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criterion(s) not finished yet</source>
        <translation>
            <numerusform>Còn %n tiêu chí chưa hoàn thành</numerusform>
        </translation>
    </message>
    <message>
        <source>Every criterion is complete.</source>
        <translation>Tất cả tiêu chí đã hoàn thành.</translation>
    </message>
    <message>
        <source>extended through {day}</source>
        <translation>Được gia hạn đến hết ngày {day}</translation>
    </message>
    <message>
        <source>It comes with the campaign of the reviewing authority.</source>
        <translation>Hạn gửi có trong gói triển khai của cơ quan thẩm định.</translation>
    </message>
</context>
<context>
    <name>DeadlineEditor</name>
    <message>
        <source>As in the decision: trước ngày 15/11/2026</source>
        <translation>Ghi như văn bản: trước ngày 15/11/2026</translation>
    </message>
    <message>
        <source>Kind of deadline</source>
        <translation>Loại hạn</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Ngày cuối</translation>
    </message>
    <message>
        <source>month/year</source>
        <translation>tháng/năm</translation>
    </message>
    <message>
        <source>quarter/year</source>
        <translation>quý/năm</translation>
    </message>
    <message>
        <source>days</source>
        <translation>số ngày</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>Received through {day} counts as in time.</source>
        <translation>Hạn gửi: hết ngày {day}</translation>
    </message>
    <message>
        <source>The last day follows from each agency&apos;s inspection day.</source>
        <translation>Ngày cuối tính theo ngày kiểm tra thực tế của từng nơi.</translation>
    </message>
    <message>
        <source>The last day that is still in time will stand here.</source>
        <translation>Ngày cuối cùng còn trong hạn sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Add the day, for example 15/11/2026.</source>
        <translation>Ghi thêm ngày, ví dụ 15/11/2026.</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>Being compared…</source>
        <translation>Đang so sánh…</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Tiêu chí</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Phần khác nhau</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Các chỗ khác nhau</translation>
    </message>
    <message numerus="yes">
        <source>They differ in %n place(s)</source>
        <translation>
            <numerusform>Khác nhau ở %n chỗ</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing else differs.</source>
        <translation>Không có chỗ nào khác nhau.</translation>
    </message>
    <message>
        <source>The whole submission</source>
        <translation>Toàn bộ hồ sơ</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>Không áp dụng</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Giải trình</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Minh chứng</translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation>Người xác nhận</translation>
    </message>
</context>
<context>
    <name>DropToldDialog</name>
    <message>
        <source>What became of each file</source>
        <translation>Kết quả từng tệp</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Đã tiếp nhận</translation>
    </message>
    <message>
        <source>Was here already</source>
        <translation>Đã có từ trước</translation>
    </message>
    <message>
        <source>Signatures taken in</source>
        <translation>Đã nhận thêm chữ ký</translation>
    </message>
    <message>
        <source>Older, kept as history</source>
        <translation>Bản cũ, lưu vào lịch sử</translation>
    </message>
    <message>
        <source>Two different ones</source>
        <translation>Có hai bản khác nhau</translation>
    </message>
    <message>
        <source>Replacement, waits for consent</source>
        <translation>Bản thay thế, chờ đồng ý</translation>
    </message>
    <message>
        <source>Other key than the accepted one</source>
        <translation>Khóa khác khóa đã ghi nhận</translation>
    </message>
    <message>
        <source>Kept, signature does not hold</source>
        <translation>Giữ để đối chiếu, chữ ký không dùng được</translation>
    </message>
    <message>
        <source>Registration taken in</source>
        <translation>Đã nạp phiếu báo nhận</translation>
    </message>
    <message>
        <source>Evidence taken in</source>
        <translation>Đã nhận minh chứng</translation>
    </message>
    <message>
        <source>Evidence, figures awaited</source>
        <translation>Minh chứng, chờ số liệu</translation>
    </message>
    <message>
        <source>No submission</source>
        <translation>Không phải hồ sơ</translation>
    </message>
    <message>
        <source>Not taken in</source>
        <translation>Chưa tiếp nhận</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Nơi gửi</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Copy all sentences</source>
        <translation>Sao chép tất cả</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Intact and taken in. Nothing else is needed.</source>
        <translation>Nguyên vẹn và đã tiếp nhận. Không cần làm gì thêm.</translation>
    </message>
    <message>
        <source>The agency reported that it has the campaign. Its key waits to be compared under Registry and keys.</source>
        <translation>Cơ quan đã báo nhận gói triển khai. Khóa chờ đối chiếu ở mục Danh bạ và khóa.</translation>
    </message>
    <message>
        <source>A replacement of what was received in time, received after the last day. It is kept; what came in time goes on counting until somebody consents on the board.</source>
        <translation>Bản thay thế cho hồ sơ đã nhận trong hạn, đến sau ngày cuối. Bản này đã được lưu; hồ sơ trong hạn vẫn được tính cho đến khi có người đồng ý thay trên bảng tiếp nhận.</translation>
    </message>
    <message>
        <source>Sealed with another key than the accepted one. It is kept; what came under the accepted key goes on counting until that key is accepted or somebody consents on the board. Call the number known from before, not one in the file.</source>
        <translation>Niêm phong bằng khóa khác khóa đã ghi nhận. Tệp đã được lưu; hồ sơ theo khóa đã ghi nhận vẫn được tính cho đến khi ghi nhận khóa đó hoặc có người đồng ý trên bảng tiếp nhận. Gọi theo số đã biết từ trước, không gọi số ghi trong tệp.</translation>
    </message>
    <message>
        <source>Its content is intact and kept for comparison, but a signature on it can&apos;t be used, so it does not count. See the verification, and ask the agency to sign again with a valid certificate.</source>
        <translation>Nội dung nguyên vẹn và được giữ để đối chiếu, nhưng có chữ ký không dùng được nên chưa đưa vào thẩm định. Xem kết quả kiểm tra tệp và đề nghị đơn vị ký lại bằng chứng thư còn hiệu lực.</translation>
    </message>
    <message>
        <source>Evidence of a submission whose figures are here. Nothing else is needed.</source>
        <translation>Tập minh chứng của hồ sơ đã có số liệu. Không cần làm gì thêm.</translation>
    </message>
    <message>
        <source>A volume with evidence whose figures have not come yet. It is kept; load the file with the figures and it is taken up by itself.</source>
        <translation>Tập minh chứng đến trước tệp số liệu. Đã lưu riêng; khi nạp tệp số liệu, tập này tự được ghép vào hồ sơ.</translation>
    </message>
    <message>
        <source>This very file was taken in before. Nothing has changed.</source>
        <translation>Gói này đã được tiếp nhận từ trước. Không có gì thay đổi.</translation>
    </message>
    <message>
        <source>The same figures as received before, now signed. The signatures stand with the submission; figures and time of receipt stay as they were.</source>
        <translation>Cùng số liệu đã tiếp nhận trước đây, nay có chữ ký. Chữ ký được gắn với hồ sơ; số liệu và thời điểm tiếp nhận giữ nguyên.</translation>
    </message>
    <message>
        <source>A newer revision is here already. This one is kept as history.</source>
        <translation>Đã có bản chốt mới hơn. Bản này được lưu vào lịch sử.</translation>
    </message>
    <message>
        <source>Two different submissions bear one revision number. Both are kept, none is appraised yet. Look at what differs, ask the agency, and choose.</source>
        <translation>Có hai hồ sơ khác nhau cùng ghi một số bản chốt. Cả hai đã được lưu, chưa bản nào được đưa vào thẩm định. Xem phần khác nhau, hỏi đầu mối rồi chọn bản chính thức.</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Write a whole number, without decimals.</source>
        <translation>Cần số nguyên, không có phần thập phân.</translation>
    </message>
    <message>
        <source>Write a number from {low} to {high}.</source>
        <translation>Cần một số từ {low} đến {high}.</translation>
    </message>
    <message>
        <source>Write a number of at least {low}.</source>
        <translation>Cần một số từ {low} trở lên.</translation>
    </message>
    <message>
        <source>Write a number of at most {high}.</source>
        <translation>Cần một số không quá {high}.</translation>
    </message>
</context>
<context>
    <name>EditorActs</name>
    <message>
        <source>More</source>
        <translation>Việc khác</translation>
    </message>
    <message>
        <source>See it as a commune does</source>
        <translation>Xem như xã thấy</translation>
    </message>
    <message numerus="yes">
        <source>%n to mend before it can be published</source>
        <translation>
            <numerusform>Còn %n chỗ phải sửa trước khi ban hành</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at; it can be published</source>
        <translation>
            <numerusform>%n chỗ nên xem lại; ban hành được</numerusform>
        </translation>
    </message>
    <message>
        <source>The version published before stays as it is; this draft touches no submission.</source>
        <translation>Bản đã ban hành giữ nguyên; bản nháp chưa ảnh hưởng hồ sơ nào.</translation>
    </message>
    <message>
        <source>Every change is kept at once; nobody else sees the draft.</source>
        <translation>Mọi thay đổi được lưu ngay; bản nháp chưa gửi cho ai.</translation>
    </message>
    <message>
        <source>Back to editing</source>
        <translation>Quay lại soạn</translation>
    </message>
    <message>
        <source>Check and publish version {version}</source>
        <translation>Kiểm tra và ban hành bản {version}</translation>
    </message>
    <message>
        <source>Version {version} is published and never changes from now on.</source>
        <translation>Đã ban hành bản {version}; bản này không thay đổi nữa.</translation>
    </message>
    <message>
        <source>Compare with the version it began from…</source>
        <translation>So với bản làm gốc…</translation>
    </message>
    <message>
        <source>Proof sheet for the leader (PDF)…</source>
        <translation>In phiếu đối chiếu cho lãnh đạo (PDF)…</translation>
    </message>
    <message>
        <source>Write to Excel…</source>
        <translation>Lưu ra Excel…</translation>
    </message>
    <message>
        <source>Write as JSON…</source>
        <translation>Lưu ra JSON…</translation>
    </message>
    <message>
        <source>Take the content of a file…</source>
        <translation>Lấy nội dung từ tệp…</translation>
    </message>
    <message>
        <source>Discard this draft…</source>
        <translation>Bỏ bản nháp này…</translation>
    </message>
    <message>
        <source>Proof sheet</source>
        <translation>Phiếu đối chiếu</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>Đã lưu: {name}</translation>
    </message>
    <message>
        <source>Printing the proof sheet</source>
        <translation>Đang in phiếu đối chiếu</translation>
    </message>
    <message>
        <source>Write to a file</source>
        <translation>Xuất ra tệp</translation>
    </message>
    <message>
        <source>Frameworks (*.json *.xlsx)</source>
        <translation>Bộ chỉ số (*.json *.xlsx)</translation>
    </message>
    <message>
        <source>Take the content of a file</source>
        <translation>Lấy nội dung từ tệp</translation>
    </message>
    <message>
        <source>Take the content of {name}</source>
        <translation>Lấy nội dung từ {name}</translation>
    </message>
    <message>
        <source>Discard this draft?</source>
        <translation>Bỏ bản nháp này?</translation>
    </message>
    <message>
        <source>What was written in it goes; versions published before stay. It can be brought back at once.</source>
        <translation>Nội dung đã soạn trong bản nháp sẽ bỏ đi; các bản đã ban hành giữ nguyên. Có thể lấy lại ngay sau đó.</translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation>Bỏ bản nháp</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Giữ lại</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Lấy lại</translation>
    </message>
    <message>
        <source>The draft is discarded.</source>
        <translation>Đã bỏ bản nháp.</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>Evidence</source>
        <translation>Minh chứng</translation>
    </message>
    <message>
        <source>Find a name, number, subject, criterion</source>
        <translation>Tìm tên, số hiệu, trích yếu, tiêu chí</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>No citation yet</source>
        <translation>Chưa ghi trích dẫn</translation>
    </message>
    <message>
        <source>For several criteria</source>
        <translation>Dùng cho nhiều tiêu chí</translation>
    </message>
    <message>
        <source>Cited without a file</source>
        <translation>Trích dẫn không kèm tệp</translation>
    </message>
    <message>
        <source>Next citation</source>
        <translation>Ghi trích dẫn tiếp theo</translation>
    </message>
    <message>
        <source>Evidence of all criteria will be here. Files are attached at each criterion; they are copied into the data folder and the originals stay where they are.</source>
        <translation>Minh chứng của mọi tiêu chí sẽ ở đây. Đính kèm tệp ở từng tiêu chí; tệp được sao chép vào thư mục dữ liệu, bản gốc ở nguyên chỗ cũ.</translation>
    </message>
    <message>
        <source>Go to Self-assessment</source>
        <translation>Sang Tự đánh giá</translation>
    </message>
    <message>
        <source>Name, subject</source>
        <translation>Tên tệp, trích yếu</translation>
    </message>
    <message>
        <source>Number, date</source>
        <translation>Số, ký hiệu, ngày</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Cơ quan ban hành</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>Tiêu chí</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Dung lượng</translation>
    </message>
    <message>
        <source>File is missing</source>
        <translation>Không thấy tệp</translation>
    </message>
    <message>
        <source>No file</source>
        <translation>Không kèm tệp</translation>
    </message>
    <message>
        <source>Cited</source>
        <translation>Đã ghi trích dẫn</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of evidence</source>
        <translation>
            <numerusform>%n minh chứng</numerusform>
        </translation>
    </message>
    <message>
        <source>Total size {size}</source>
        <translation>Tổng dung lượng {size}</translation>
    </message>
    <message>
        <source>Next citation to write</source>
        <translation>Ghi trích dẫn tiếp theo</translation>
    </message>
    <message>
        <source>On to Review</source>
        <translation>Sang Rà soát</translation>
    </message>
    <message>
        <source>The file is no longer in the data folder. Attach it again at the criterion.</source>
        <translation>Tệp không còn trong thư mục dữ liệu. Đính kèm lại ở tiêu chí.</translation>
    </message>
    <message>
        <source>added {moment}</source>
        <translation>thêm lúc {moment}</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Lưu bản sao</translation>
    </message>
    <message>
        <source>A copy was saved: {path}</source>
        <translation>Đã lưu bản sao: {path}</translation>
    </message>
    <message>
        <source>What you typed last about evidence is not on the disk yet.</source>
        <translation>Phần vừa nhập về minh chứng chưa nằm trên đĩa.</translation>
    </message>
</context>
<context>
    <name>EvidenceActs</name>
    <message>
        <source>Attach files</source>
        <translation>Đính kèm tệp</translation>
    </message>
    <message numerus="yes">
        <source>Attaching %n file(s)</source>
        <translation>
            <numerusform>Đính kèm %n tệp, thư mục</numerusform>
        </translation>
    </message>
    <message>
        <source>Screenshot {time}.png</source>
        <translation>Ảnh chụp màn hình {time}.png</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) attached</source>
        <translation>
            <numerusform>Đã đính kèm %n tệp</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be attached</source>
        <translation>
            <numerusform>%n tệp chưa đính kèm được</numerusform>
        </translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Lưu bản sao</translation>
    </message>
    <message>
        <source>Prove another criterion as well</source>
        <translation>Dùng cho tiêu chí khác</translation>
    </message>
    <message>
        <source>The file is kept once; it will stand at both criteria.</source>
        <translation>Tệp chỉ lưu một lần và đứng ở cả hai tiêu chí.</translation>
    </message>
    <message>
        <source>Link to this criterion</source>
        <translation>Dùng cho tiêu chí này</translation>
    </message>
    <message>
        <source>“{name}” was removed from this criterion.</source>
        <translation>Đã bỏ “{name}” khỏi tiêu chí.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>No program on this computer shows such files. Save a copy and take it to another computer.</source>
        <translation>Máy này chưa có chương trình mở được loại tệp này. Tệp trong hồ sơ không thay đổi. Lưu bản sao rồi mở ở máy khác.</translation>
    </message>
</context>
<context>
    <name>EvidenceCard</name>
    <message>
        <source>What to do with {name}</source>
        <translation>Thao tác với {name}</translation>
    </message>
    <message numerus="yes">
        <source>Proves %n criterion(s)</source>
        <translation>
            <numerusform>Dùng cho %n tiêu chí</numerusform>
        </translation>
    </message>
    <message>
        <source>No citation yet</source>
        <translation>Chưa ghi trích dẫn</translation>
    </message>
    <message>
        <source>Edit the citation</source>
        <translation>Sửa trích dẫn</translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation>Mở bản sao chỉ đọc</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Lưu bản sao…</translation>
    </message>
    <message>
        <source>Prove another criterion as well…</source>
        <translation>Dùng cho tiêu chí khác…</translation>
    </message>
    <message>
        <source>Remove from this criterion</source>
        <translation>Bỏ khỏi tiêu chí này</translation>
    </message>
</context>
<context>
    <name>EvidenceDetails</name>
    <message>
        <source>Name of the file</source>
        <translation>Tên tệp</translation>
    </message>
    <message>
        <source>Number, symbol</source>
        <translation>Số, ký hiệu</translation>
    </message>
    <message>
        <source>12/BC-UBND</source>
        <translation>12/BC-UBND</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Cơ quan ban hành</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Trích yếu</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Trở về danh sách</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Mở tệp</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Lưu bản sao…</translation>
    </message>
    <message>
        <source>The figures are frozen. Reopen them to change this.</source>
        <translation>Số liệu đã chốt. Mở lại để sửa mới ghi tiếp được.</translation>
    </message>
    <message>
        <source>Proves</source>
        <translation>Chứng minh cho</translation>
    </message>
    <message>
        <source>Page, section for {code}</source>
        <translation>Trang, mục cho tiêu chí {code}</translation>
    </message>
    <message>
        <source>Page, section</source>
        <translation>Trang, mục</translation>
    </message>
    <message>
        <source>Go to criterion {code}</source>
        <translation>Đến tiêu chí {code}</translation>
    </message>
</context>
<context>
    <name>EvidencePane</name>
    <message>
        <source>Add files</source>
        <translation>Thêm tệp</translation>
    </message>
    <message>
        <source>Drop files, pictures or folders here, or paste them with Ctrl+V</source>
        <translation>Thả tệp, ảnh, thư mục vào đây, hoặc dán bằng Ctrl+V</translation>
    </message>
    <message>
        <source>Cite a paper, without a file</source>
        <translation>Ghi trích dẫn, không kèm tệp</translation>
    </message>
    <message>
        <source>what is here does not prove all; say why in the explanation</source>
        <translation>chưa chứng minh hết nội dung; ghi lý do ở phần giải trình</translation>
    </message>
    <message>
        <source>Evidence incomplete</source>
        <translation>Minh chứng chưa đủ</translation>
    </message>
    <message>
        <source>Evidence ({count})</source>
        <translation>Minh chứng ({count})</translation>
    </message>
    <message>
        <source>To be proven</source>
        <translation>Cần chứng minh</translation>
    </message>
    <message>
        <source>No evidence.</source>
        <translation>Chưa có minh chứng.</translation>
    </message>
    <message>
        <source>Evidence is attached to each criterion.</source>
        <translation>Minh chứng được đính kèm ở từng tiêu chí.</translation>
    </message>
</context>
<context>
    <name>EvidencePreview</name>
    <message>
        <source>No preview of this kind of file. It holds no macro: open a copy to read it.</source>
        <translation>Loại tệp này không xem trước được. Tệp không chứa macro; mở bản sao để đọc.</translation>
    </message>
    <message>
        <source>No preview. The file holds macros (a program): it is not opened, only saved.</source>
        <translation>Không xem trước được. Tệp chứa macro (chương trình): không mở trực tiếp, chỉ lưu ra ngoài.</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>How it is scored</source>
        <translation>Cách tính điểm</translation>
    </message>
    <message>
        <source>How these points came about</source>
        <translation>Vì sao được số điểm này</translation>
    </message>
    <message>
        <source>How the total came about</source>
        <translation>Vì sao được tổng điểm này</translation>
    </message>
    <message>
        <source>Explanation of the points</source>
        <translation>Diễn giải điểm</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Copy and close</source>
        <translation>Sao chép và đóng</translation>
    </message>
    <message>
        <source>Explain the points</source>
        <translation>Diễn giải điểm</translation>
    </message>
</context>
<context>
    <name>FeedbackPart</name>
    <message>
        <source>Opinion of appraisal round {number}</source>
        <translation>Ý kiến thẩm định lần {number}</translation>
    </message>
    <message>
        <source>Points that count now: {points}</source>
        <translation>Điểm đang được tính: {points}</translation>
    </message>
    <message>
        <source>Explain or add evidence, then mark the criterion complete.</source>
        <translation>Ghi giải trình hoặc bổ sung minh chứng, rồi chọn Hoàn thành.</translation>
    </message>
    <message>
        <source>To be explained</source>
        <translation>Cần giải trình</translation>
    </message>
    <message>
        <source>Points changed</source>
        <translation>Có thay đổi điểm</translation>
    </message>
    <message>
        <source>All criteria</source>
        <translation>Tất cả tiêu chí</translation>
    </message>
    <message>
        <source>Opinions of the reviewers</source>
        <translation>Ý kiến thẩm định</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Tiêu chí</translation>
    </message>
    <message>
        <source>Self-assessed</source>
        <translation>Tự đánh giá</translation>
    </message>
    <message>
        <source>Appraised</source>
        <translation>Thẩm định</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>Ý kiến</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Explained</source>
        <translation>Đã giải trình</translation>
    </message>
</context>
<context>
    <name>FiguresTable</name>
    <message>
        <source>Share</source>
        <translation>Tỷ lệ</translation>
    </message>
    <message>
        <source>Points (at most {maximum})</source>
        <translation>Điểm (tối đa {maximum})</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Hồ sơ ghi</translation>
    </message>
    <message>
        <source>Appraised</source>
        <translation>Thẩm định</translation>
    </message>
    <message>
        <source>{label}, as appraised</source>
        <translation>{label}, số thẩm định</translation>
    </message>
</context>
<context>
    <name>FileStep</name>
    <message>
        <source>Drop the annex here (.docx or .xlsx), or press Enter to choose the file</source>
        <translation>Kéo thả tệp phụ lục (.docx hoặc .xlsx) vào đây, hoặc bấm để chọn tệp</translation>
    </message>
    <message>
        <source>Word (.docx): every table of the annex, with merged cells and automatic numbers.</source>
        <translation>Word (.docx): mọi bảng của phụ lục, kể cả ô gộp và số thứ tự tự động.</translation>
    </message>
    <message>
        <source>Excel (.xlsx): any layout; the columns are recognised by their heads.</source>
        <translation>Excel (.xlsx): bố cục nào cũng được; các cột được nhận ra theo tiêu đề.</translation>
    </message>
    <message>
        <source>The file itself is never changed. Nothing is taken over before it is confirmed.</source>
        <translation>Tệp gốc không thay đổi. Chưa xác nhận thì chưa mục nào được dùng.</translation>
    </message>
    <message>
        <source>From the annex of the decision to a framework: the program reads the tables, proposes groups, criteria and how each is scored, and you confirm step by step. The work can be left and taken up again at any time.</source>
        <translation>Từ phụ lục của quyết định thành bộ chỉ số: phần mềm đọc các bảng, đề xuất nhóm, tiêu chí và cách tính điểm; người dùng xác nhận từng bước. Có thể dừng và làm tiếp bất cứ lúc nào.</translation>
    </message>
    <message>
        <source>Load the annex of a decision</source>
        <translation>Nạp phụ lục của quyết định</translation>
    </message>
    <message>
        <source>“{name}” is not finished yet</source>
        <translation>Đang làm dở “{name}”</translation>
    </message>
    <message>
        <source>{decided}/{criteria} rules confirmed</source>
        <translation>Đã xác nhận {decided}/{criteria} cách tính</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Làm tiếp</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>Bỏ, làm lại</translation>
    </message>
    <message>
        <source>Word and Excel (*.docx *.xlsx *.docm *.xlsm)</source>
        <translation>Word và Excel (*.docx *.xlsx *.docm *.xlsm)</translation>
    </message>
    <message>
        <source>Choose the annex</source>
        <translation>Chọn tệp phụ lục</translation>
    </message>
</context>
<context>
    <name>FilesWrittenDialog</name>
    <message>
        <source>For</source>
        <translation>Nơi nhận</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>tất cả</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Dung lượng</translation>
    </message>
    <message>
        <source>Files written</source>
        <translation>Tệp đã ghi</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <source>Close the list</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>FindingsDialog</name>
    <message>
        <source>The data are sound again</source>
        <translation>Dữ liệu đã nguyên vẹn trở lại</translation>
    </message>
    <message>
        <source>Not all data are sound</source>
        <translation>Dữ liệu có chỗ không còn nguyên vẹn</translation>
    </message>
    <message numerus="yes">
        <source>%n mended</source>
        <translation>
            <numerusform>Đã chữa %n chỗ</numerusform>
        </translation>
    </message>
    <message>
        <source>taken from {source}</source>
        <translation>lấy lại từ {source}</translation>
    </message>
    <message>
        <source>Leftovers are swept at the next start.</source>
        <translation>Tệp dở dang được dọn ở lần mở sau.</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Khôi phục bản sao lưu…</translation>
    </message>
    <message>
        <source>Look on a stick or in a folder…</source>
        <translation>Tìm trên USB, trong thư mục…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Mend what can be mended</source>
        <translation>Chữa những chỗ chữa được</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Không thực hiện</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>và %n tệp khác</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderLine</name>
    <message>
        <source>Another folder…</source>
        <translation>Thư mục khác…</translation>
    </message>
    <message>
        <source>Write to</source>
        <translation>Ghi vào</translation>
    </message>
</context>
<context>
    <name>FolderTold</name>
    <message>
        <source>Look only: nothing can be saved in this folder ({folder}). Everything can be read, checked and printed. To make changes, copy the whole folder to this computer and open it there.</source>
        <translation>Chỉ xem: không lưu được gì vào thư mục này ({folder}). Vẫn đọc, kiểm tra và in được mọi nội dung. Muốn sửa, chép cả thư mục sang máy này rồi mở ở đó.</translation>
    </message>
    <message>
        <source>The data were upgraded from version {before} to {after} and checked: every row and every point is as before. The data from before are kept; the way back stands in Settings, About.</source>
        <translation>Đã nâng cấp dữ liệu từ bản {before} lên bản {after} và kiểm tra: mọi nội dung và điểm số vẫn như trước. Bản trước còn giữ; cách trở lại ở mục Cài đặt, phần Giới thiệu.</translation>
    </message>
    <message>
        <source>{service} copies this data folder to other computers by itself and may bring back older files while work goes on. Keep the data outside of it, and put backups there instead.</source>
        <translation>{service} tự chép thư mục dữ liệu này sang máy khác và có thể đưa tệp cũ về giữa lúc đang làm. Nên để dữ liệu ở ngoài thư mục đó, chỉ đặt bản sao lưu vào đó.</translation>
    </message>
    <message>
        <source>The data folder lies on a network drive: one person at a time can work in it, and saving takes a little longer. If the network breaks, everything saved before stays.</source>
        <translation>Thư mục dữ liệu nằm trên ổ mạng: mỗi lúc chỉ một người làm việc được và lưu chậm hơn một chút. Nếu mạng đứt, mọi nội dung đã lưu vẫn còn.</translation>
    </message>
    <message>
        <source>The data folder lies on a stick or removable disk: saving takes a little longer. Close the program before pulling it out; everything saved before stays.</source>
        <translation>Thư mục dữ liệu nằm trên USB hoặc ổ tháo rời: lưu chậm hơn một chút. Đóng phần mềm trước khi rút; mọi nội dung đã lưu vẫn còn.</translation>
    </message>
</context>
<context>
    <name>FormulaSlot</name>
    <message>
        <source>Figures in quotation marks, + − × ÷, parentheses, min, max</source>
        <translation>Tên số liệu trong ngoặc kép, + − × ÷, dấu ngoặc, min, max</translation>
    </message>
    <message>
        <source>Insert a figure</source>
        <translation>Chèn số liệu</translation>
    </message>
    <message>
        <source>Insert a figure…</source>
        <translation>Chèn số liệu…</translation>
    </message>
    <message>
        <source>This can&apos;t be read yet. Take figures from the list below.</source>
        <translation>Công thức chưa đọc được. Chọn số liệu từ danh sách bên dưới.</translation>
    </message>
    <message>
        <source>There is no figure “{name}”.</source>
        <translation>Không có số liệu “{name}”.</translation>
    </message>
</context>
<context>
    <name>FrameworkChoice</name>
    <message>
        <source>Framework</source>
        <translation>Bộ chỉ số</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Nạp từ tệp…</translation>
    </message>
    <message>
        <source>Another one for a target group…</source>
        <translation>Bộ khác cho một nhóm đối tượng…</translation>
    </message>
    <message>
        <source>{title} · version {version}</source>
        <translation>{title} · bản {version}</translation>
    </message>
    <message>
        <source>“{title}” can&apos;t be chosen yet: its criteria are not entered. Complete it under Frameworks.</source>
        <translation>Chưa chọn được “{title}”: bộ khung, chưa có tiêu chí. Bổ sung tiêu chí ở trang Bộ chỉ số.</translation>
    </message>
    <message numerus="yes">
        <source>%n skeleton(s) can&apos;t be chosen yet. Enter their criteria under Frameworks.</source>
        <translation>
            <numerusform>%n bộ khung chưa chọn được. Nhập tiêu chí ở mục Bộ chỉ số.</numerusform>
        </translation>
    </message>
    <message>
        <source>The decision leaves open: {question} Choose how to read it under Frameworks.</source>
        <translation>Văn bản chưa quy định: {question} Chọn cách hiểu ở mục Bộ chỉ số.</translation>
    </message>
    <message>
        <source>An illustrative framework: no authority issued it.</source>
        <translation>Bộ chỉ số minh họa: chưa cơ quan nào ban hành.</translation>
    </message>
    <message numerus="yes">
        <source>%n to mend</source>
        <translation>
            <numerusform>%n mục phải sửa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n mục nên xem lại</numerusform>
        </translation>
    </message>
    <message>
        <source>See the list</source>
        <translation>Xem danh sách</translation>
    </message>
    <message>
        <source>Target group</source>
        <translation>Nhóm đối tượng</translation>
    </message>
    <message>
        <source>Framework of the group</source>
        <translation>Bộ chỉ số của nhóm</translation>
    </message>
    <message>
        <source>Take this line out</source>
        <translation>Bỏ dòng này</translation>
    </message>
    <message>
        <source>Frameworks (*.json *.xlsx)</source>
        <translation>Bộ chỉ số (*.json *.xlsx)</translation>
    </message>
    <message>
        <source>Framework from a file</source>
        <translation>Nạp bộ chỉ số từ tệp</translation>
    </message>
</context>
<context>
    <name>FrameworkEditor</name>
    <message>
        <source>What you changed last in the criteria set is not on the disk yet.</source>
        <translation>Phần vừa sửa trong bộ chỉ số chưa nằm trên đĩa.</translation>
    </message>
    <message>
        <source>Nothing is entered yet. Ins adds a criterion, Shift+Ins a group.</source>
        <translation>Chưa có nội dung. Nhấn Ins để thêm tiêu chí, Shift+Ins để thêm nhóm.</translation>
    </message>
    <message>
        <source>Choose a criterion to try its rule.</source>
        <translation>Chọn một tiêu chí để tính thử.</translation>
    </message>
    <message>
        <source>List of criteria</source>
        <translation>Danh mục tiêu chí</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Tiêu chí</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Tính thử</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>Tiêu chí</translation>
    </message>
    <message>
        <source>The whole set</source>
        <translation>Quy định chung</translation>
    </message>
    <message>
        <source>To look at {count}</source>
        <translation>Cần xem lại {count}</translation>
    </message>
    <message>
        <source>All frameworks</source>
        <translation>Tất cả bộ chỉ số</translation>
    </message>
    <message>
        <source>Keep as a remark: {words}</source>
        <translation>Ghi nhận: {words}</translation>
    </message>
    <message>
        <source>{field}: “{typed}” can&apos;t be read, so the value before stays.</source>
        <translation>{field}: “{typed}” chưa đọc được nên vẫn giữ giá trị trước.</translation>
    </message>
    <message>
        <source>Change {name}: {field}</source>
        <translation>Sửa {name}: {field}</translation>
    </message>
    <message>
        <source>Framework without a title</source>
        <translation>Bộ chỉ số chưa có tên</translation>
    </message>
    <message>
        <source>Draft of version {version}</source>
        <translation>Bản nháp {version}</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} điểm</translation>
    </message>
    <message>
        <source>the sum fits</source>
        <translation>cộng khớp</translation>
    </message>
    <message>
        <source>the groups add up to {sum}</source>
        <translation>các nhóm cộng {sum}</translation>
    </message>
    <message numerus="yes">
        <source>%n criterion(s)</source>
        <translation>
            <numerusform>%n tiêu chí</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo: {words} (Ctrl+Z)</source>
        <translation>Hoàn tác: {words} (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Chưa có gì để hoàn tác</translation>
    </message>
    <message>
        <source>Do again: {words} (Ctrl+Y)</source>
        <translation>Làm lại: {words} (Ctrl+Y)</translation>
    </message>
    <message>
        <source>Nothing to do again</source>
        <translation>Chưa có gì để làm lại</translation>
    </message>
</context>
<context>
    <name>FrameworkList</name>
    <message>
        <source>Framework</source>
        <translation>Bộ chỉ số</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Bản</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>Tiêu chí</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Điểm tối đa</translation>
    </message>
    <message>
        <source>Frameworks</source>
        <translation>Bộ chỉ số</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Đang soạn</translation>
    </message>
    <message>
        <source>only seen here</source>
        <translation>chỉ thấy trên máy này</translation>
    </message>
    <message>
        <source>changed {moment}</source>
        <translation>sửa lúc {moment}</translation>
    </message>
    <message>
        <source>Framework without a title</source>
        <translation>Bộ chỉ số chưa có tên</translation>
    </message>
    <message>
        <source>Without a regulation</source>
        <translation>Chưa gắn với văn bản</translation>
    </message>
    <message>
        <source>samples and sets of one&apos;s own</source>
        <translation>bộ dùng thử và bộ tự lập</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Bản nháp</translation>
    </message>
</context>
<context>
    <name>FrameworkReading</name>
    <message>
        <source>All frameworks</source>
        <translation>Tất cả bộ chỉ số</translation>
    </message>
    <message>
        <source>Find a criterion</source>
        <translation>Tìm tiêu chí</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>Các tiêu chí</translation>
    </message>
    <message>
        <source>Left open {count}</source>
        <translation>Chưa quy định {count}</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>Chosen criterion</source>
        <translation>Tiêu chí đang chọn</translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation>bản {version}</translation>
    </message>
    <message numerus="yes">
        <source>%n criterion(s)</source>
        <translation>
            <numerusform>%n tiêu chí</numerusform>
        </translation>
    </message>
    <message>
        <source>at most {points} points</source>
        <translation>tối đa {points} điểm</translation>
    </message>
    <message>
        <source>To look at {count}</source>
        <translation>Cần xem lại {count}</translation>
    </message>
    <message>
        <source>Nothing was found that should be mended.</source>
        <translation>Không thấy mục nào cần sửa.</translation>
    </message>
    <message>
        <source>How grave</source>
        <translation>Mức độ</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Vị trí</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>told, not asked</source>
        <translation>ghi nhận, không hỏi</translation>
    </message>
    <message>
        <source>seen, left as it is</source>
        <translation>đã thấy, giữ nguyên theo văn bản</translation>
    </message>
    <message>
        <source>What the decision leaves open</source>
        <translation>Những điểm văn bản chưa quy định</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Đã chọn</translation>
    </message>
    <message>
        <source>something to mend</source>
        <translation>có mục phải sửa</translation>
    </message>
</context>
<context>
    <name>Frameworks</name>
    <message>
        <source>Frameworks</source>
        <translation>Bộ chỉ số</translation>
    </message>
    <message>
        <source>Load a framework</source>
        <translation>Nạp bộ chỉ số</translation>
    </message>
    <message>
        <source>Load from Word or Excel</source>
        <translation>Nạp từ Word hoặc Excel</translation>
    </message>
    <message>
        <source>New framework</source>
        <translation>Bộ chỉ số mới</translation>
    </message>
    <message>
        <source>All frameworks</source>
        <translation>Tất cả bộ chỉ số</translation>
    </message>
    <message>
        <source>What comes with the program stays as it is; own ones are kept in this folder.</source>
        <translation>Bộ đi kèm phần mềm giữ nguyên; bộ nạp thêm được lưu trong thư mục dữ liệu này.</translation>
    </message>
    <message>
        <source>Read the framework</source>
        <translation>Xem bộ chỉ số</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Soạn tiếp</translation>
    </message>
    <message>
        <source>Write to a file…</source>
        <translation>Xuất ra tệp…</translation>
    </message>
    <message>
        <source>Read from a file, not kept yet.</source>
        <translation>Nạp từ tệp, chưa lưu.</translation>
    </message>
    <message>
        <source>Write on it as a draft</source>
        <translation>Soạn tiếp thành bản nháp</translation>
    </message>
    <message>
        <source>Keep this framework</source>
        <translation>Lưu bộ chỉ số này</translation>
    </message>
    <message>
        <source>A skeleton: its criteria are still to be entered before it can be used.</source>
        <translation>Bộ khung: cần bổ sung tiêu chí trước khi dùng.</translation>
    </message>
    <message>
        <source>Enter its criteria</source>
        <translation>Nhập các tiêu chí</translation>
    </message>
    <message>
        <source>Make one&apos;s own from it</source>
        <translation>Lập bộ riêng từ bộ này</translation>
    </message>
    <message>
        <source>Write the next version</source>
        <translation>Soạn bản tiếp theo</translation>
    </message>
    <message>
        <source>Use it in a new campaign</source>
        <translation>Dùng cho đợt đánh giá mới</translation>
    </message>
    <message>
        <source>The framework is kept and can be used in campaigns.</source>
        <translation>Đã lưu bộ chỉ số, có thể dùng cho đợt đánh giá.</translation>
    </message>
    <message>
        <source>Frameworks (*.json *.xlsx)</source>
        <translation>Bộ chỉ số (*.json *.xlsx)</translation>
    </message>
    <message>
        <source>Excel workbook, to change it</source>
        <translation>Bảng Excel, để sửa</translation>
    </message>
    <message>
        <source>JSON, for other programs</source>
        <translation>JSON, cho phần mềm khác</translation>
    </message>
    <message>
        <source>Excel form for answers</source>
        <translation>Biểu Excel để nhập số liệu</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>Đã lưu: {name}</translation>
    </message>
    <message>
        <source>Write to a file</source>
        <translation>Xuất ra tệp</translation>
    </message>
</context>
<context>
    <name>FreezeDialog</name>
    <message>
        <source>Freeze the figures as revision {number}</source>
        <translation>Chốt số liệu thành bản chốt số {number}</translation>
    </message>
    <message>
        <source>Full name of the leader</source>
        <translation>Họ và tên lãnh đạo</translation>
    </message>
    <message>
        <source>Without degree or rank</source>
        <translation>Không ghi học hàm, học vị</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>The leader named here has seen these figures and agrees with them</source>
        <translation>Lãnh đạo nêu trên đã xem và đồng ý với số liệu này</translation>
    </message>
    <message>
        <source>Printed on the report as</source>
        <translation>In trên báo cáo</translation>
    </message>
    <message>
        <source>Frozen figures are never changed. They can be reopened; the next freezing makes a further revision.</source>
        <translation>Bản chốt không bao giờ bị sửa. Có thể mở lại để sửa; lần chốt sau thành bản chốt mới.</translation>
    </message>
    <message>
        <source>Freeze the figures</source>
        <translation>Chốt số liệu</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>of {maximum} points</source>
        <translation>/ {maximum} điểm</translation>
    </message>
    <message>
        <source>{done} of {all} criteria done</source>
        <translation>{done}/{all} tiêu chí đã xong</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of evidence</source>
        <translation>
            <numerusform>%n minh chứng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criteria without evidence</source>
        <translation>
            <numerusform>%n tiêu chí thiếu minh chứng</numerusform>
        </translation>
    </message>
    <message>
        <source>Provisional: some points depend on other communes and may still move.</source>
        <translation>Tạm tính: một số điểm phụ thuộc các xã khác nên còn có thể thay đổi.</translation>
    </message>
    <message>
        <source>Total as self-assessed</source>
        <translation>Tổng điểm tự đánh giá</translation>
    </message>
    <message>
        <source>Type the full name.</source>
        <translation>Ghi họ và tên.</translation>
    </message>
    <message>
        <source>Tick this once the leader has seen the figures.</source>
        <translation>Đánh dấu ô này sau khi lãnh đạo đã xem số liệu.</translation>
    </message>
</context>
<context>
    <name>GateForm</name>
    <message>
        <source>Condition</source>
        <translation>Điều kiện cần</translation>
    </message>
    <message>
        <source>Answer that opens it</source>
        <translation>Câu trả lời đạt điều kiện</translation>
    </message>
    <message>
        <source>Otherwise</source>
        <translation>Nếu không</translation>
    </message>
    <message>
        <source>Remove the condition</source>
        <translation>Bỏ điều kiện</translation>
    </message>
    <message>
        <source>Counts only if</source>
        <translation>Chỉ tính khi</translation>
    </message>
    <message>
        <source>is answered</source>
        <translation>được trả lời</translation>
    </message>
</context>
<context>
    <name>GradeEntry</name>
    <message>
        <source>points</source>
        <translation>điểm</translation>
    </message>
    <message>
        <source>× maximum</source>
        <translation>× điểm tối đa</translation>
    </message>
    <message>
        <source>Unit of: {name}</source>
        <translation>Đơn vị của: {name}</translation>
    </message>
</context>
<context>
    <name>GradesField</name>
    <message>
        <source>Add a grade</source>
        <translation>Thêm mức</translation>
    </message>
    <message>
        <source>Grades, each with its limits</source>
        <translation>Các mức, mỗi mức một khoảng</translation>
    </message>
</context>
<context>
    <name>GroupPart</name>
    <message>
        <source>The criteria of this group are entered one by one.</source>
        <translation>Nhập số liệu ở từng tiêu chí của nhóm.</translation>
    </message>
    <message>
        <source>/ {maximum} points</source>
        <translation>/ {maximum} điểm</translation>
    </message>
    <message>
        <source>{done}/{all} criteria</source>
        <translation>{done}/{all} tiêu chí</translation>
    </message>
</context>
<context>
    <name>GroupSheet</name>
    <message>
        <source>Criteria counted by the decision</source>
        <translation>Số tiêu chí văn bản nêu</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Tính vào</translation>
    </message>
    <message>
        <source>Only for</source>
        <translation>Chỉ áp dụng cho</translation>
    </message>
    <message>
        <source>None ticked: all</source>
        <translation>Không chọn mục nào: tất cả</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Take the sum as the maximum</source>
        <translation>Lấy tổng làm điểm tối đa</translation>
    </message>
    <message>
        <source>Renumber this group</source>
        <translation>Đánh số lại nhóm này</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n mục</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing stands in this group yet. Ins adds a criterion.</source>
        <translation>Nhóm chưa có mục nào. Nhấn Ins để thêm tiêu chí.</translation>
    </message>
    <message>
        <source>they add up to {sum} points</source>
        <translation>cộng {sum} điểm, khớp</translation>
    </message>
    <message>
        <source>they add up to {sum} points, the group says {maximum}</source>
        <translation>cộng {sum} điểm, nhóm ghi {maximum}</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Điểm tối đa</translation>
    </message>
</context>
<context>
    <name>GuideStrip</name>
    <message>
        <source>Look round, step {number} of {all}: {title}</source>
        <translation>Xem thử, bước {number}/{all}: {title}</translation>
    </message>
    <message>
        <source>All {all} steps were tried</source>
        <translation>Đã thử đủ {all} bước</translation>
    </message>
    <message>
        <source>To {page}</source>
        <translation>Đến trang {page}</translation>
    </message>
    <message>
        <source>See the authority&apos;s side</source>
        <translation>Xem phía cơ quan thẩm định</translation>
    </message>
    <message>
        <source>See the commune&apos;s side</source>
        <translation>Xem phía xã</translation>
    </message>
    <message>
        <source>Begin the commune&apos;s own self-assessment</source>
        <translation>Bắt đầu tự đánh giá của xã mình</translation>
    </message>
    <message>
        <source>Begin a real campaign</source>
        <translation>Bắt đầu đợt đánh giá thật</translation>
    </message>
    <message>
        <source>Back to the real data</source>
        <translation>Trở lại dữ liệu thật</translation>
    </message>
    <message>
        <source>Show the hint</source>
        <translation>Hiện gợi ý</translation>
    </message>
    <message>
        <source>Fold the hint</source>
        <translation>Thu gọn gợi ý</translation>
    </message>
    <message>
        <source>{done} of {all} done</source>
        <translation>Đã xong {done}/{all} bước</translation>
    </message>
    <message>
        <source>Enter the figures of one criterion</source>
        <translation>Nhập số liệu cho một tiêu chí</translation>
    </message>
    <message>
        <source>Attach one piece of evidence</source>
        <translation>Đính kèm một minh chứng</translation>
    </message>
    <message>
        <source>Look at the review</source>
        <translation>Xem trang Rà soát</translation>
    </message>
    <message>
        <source>Freeze the figures</source>
        <translation>Chốt số liệu</translation>
    </message>
    <message>
        <source>Seal and export the bundle</source>
        <translation>Niêm phong và xuất gói</translation>
    </message>
    <message>
        <source>Look at what came in</source>
        <translation>Xem hồ sơ đã nhận</translation>
    </message>
    <message>
        <source>Give an opinion on one criterion</source>
        <translation>Ghi ý kiến cho một tiêu chí</translation>
    </message>
    <message>
        <source>Export the opinions</source>
        <translation>Xuất gói ý kiến thẩm định</translation>
    </message>
    <message>
        <source>Look at the ranking</source>
        <translation>Xem bảng xếp hạng</translation>
    </message>
    <message>
        <source>Look at what publishing needs</source>
        <translation>Xem trang Công bố</translation>
    </message>
    <message>
        <source>The authority&apos;s side can be looked at as well: it receives the very file just exported.</source>
        <translation>Có thể xem tiếp phía cơ quan thẩm định: nơi đó nhận được chính tệp vừa xuất.</translation>
    </message>
    <message>
        <source>The commune&apos;s side can be looked at as well: how figures and evidence are entered.</source>
        <translation>Có thể xem tiếp phía xã: cách nhập số liệu, đính kèm minh chứng.</translation>
    </message>
    <message>
        <source>A commune works down the rail on the left; it begins with its figures.</source>
        <translation>Xã làm lần lượt theo cột bên trái, từ trên xuống; việc đầu tiên là nhập số liệu.</translation>
    </message>
    <message>
        <source>What proves a figure is attached right at its criterion.</source>
        <translation>Minh chứng được đính kèm ngay tại từng tiêu chí.</translation>
    </message>
    <message>
        <source>The review lists what is missing, the most important first.</source>
        <translation>Rà soát nêu những chỗ còn thiếu, xếp từ quan trọng nhất.</translation>
    </message>
    <message>
        <source>When nothing red is left in the review, the leader confirms the figures.</source>
        <translation>Khi Rà soát không còn mục màu đỏ, lãnh đạo xác nhận số liệu.</translation>
    </message>
    <message>
        <source>The frozen figures and the evidence become one sealed file.</source>
        <translation>Số liệu đã chốt cùng minh chứng được niêm phong thành một tệp.</translation>
    </message>
    <message>
        <source>The file of each commune is checked as it comes in: content, key, signature.</source>
        <translation>Tệp của từng xã được kiểm tra ngay khi nạp: nội dung, khóa, chữ ký.</translation>
    </message>
    <message>
        <source>Criteria are appraised one at a time over all communes, or commune by commune.</source>
        <translation>Thẩm định từng tiêu chí của mọi xã, hoặc lần lượt từng xã.</translation>
    </message>
    <message>
        <source>Each commune gets one file; only the criteria that were asked about open again.</source>
        <translation>Mỗi xã nhận một tệp; chỉ các tiêu chí được hỏi mở lại.</translation>
    </message>
    <message>
        <source>Ranked by the exact value; equal ones are listed for the council to settle.</source>
        <translation>Xếp theo giá trị chính xác; nơi bằng điểm được nêu để Hội đồng kết luận.</translation>
    </message>
    <message>
        <source>The page lists what is still open before a result goes out.</source>
        <translation>Trang này nêu những việc còn mở trước khi công bố kết quả.</translation>
    </message>
    <message>
        <source>Choose a criterion without figures on the left and type. The points follow at once; there is no Save button, everything typed is kept.</source>
        <translation>Chọn một tiêu chí chưa nhập ở cây bên trái rồi gõ số liệu. Điểm hiện ngay; không có nút Lưu vì mọi ô đều tự lưu.</translation>
    </message>
    <message>
        <source>Drop any file on the dashed field of the evidence, or cite a document without attaching a file.</source>
        <translation>Thả một tệp bất kỳ vào ô nét đứt ở phần Minh chứng, hoặc chọn Ghi trích dẫn, không kèm tệp.</translation>
    </message>
    <message>
        <source>Press Freeze the figures and type the name of a leader; here any name will do. It can be reopened.</source>
        <translation>Bấm Chốt số liệu, ghi tên lãnh đạo (ở đây tên nào cũng được). Chốt rồi vẫn mở lại được.</translation>
    </message>
    <message>
        <source>Press Seal and export, choose a folder and make up a passphrase of 8 characters or more. The file goes nowhere by itself.</source>
        <translation>Bấm Niêm phong và xuất gói, chọn thư mục, đặt mật khẩu bất kỳ từ 8 ký tự. Tệp không tự gửi đi đâu.</translation>
    </message>
    <message>
        <source>Ctrl+1 agrees; Ctrl+2 adjusts the points, with a reason. Then press the blue button.</source>
        <translation>Ctrl+1 thống nhất; Ctrl+2 điều chỉnh điểm, có lý do. Sau đó bấm nút màu xanh.</translation>
    </message>
    <message>
        <source>Choose Feedback, end of the round, then export. The passphrase of the sample: dùng thử</source>
        <translation>Chọn Gửi ý kiến, kết thúc lần này, rồi xuất gói. Mật khẩu của dữ liệu minh họa: dùng thử</translation>
    </message>
</context>
<context>
    <name>HandoverDialog</name>
    <message>
        <source>Hand everything over</source>
        <translation>Bàn giao toàn bộ</translation>
    </message>
    <message>
        <source>Who hands over</source>
        <translation>Bên giao</translation>
    </message>
    <message>
        <source>Who takes over</source>
        <translation>Bên nhận</translation>
    </message>
    <message>
        <source>Remark in the record</source>
        <translation>Ghi chú trong biên bản</translation>
    </message>
    <message>
        <source>Passphrase of the handover file</source>
        <translation>Mật khẩu của tệp bàn giao</translation>
    </message>
    <message>
        <source>One locked file: all data, all evidence, the sealing keys.</source>
        <translation>Một tệp mã hóa gồm toàn bộ dữ liệu, minh chứng và khóa niêm phong.</translation>
    </message>
    <message>
        <source>A sealing key stays locked by its own passphrase: tell that too, or let a new key be made.</source>
        <translation>Khóa niêm phong vẫn khóa bằng mật khẩu riêng của nó: nói cả mật khẩu này, hoặc để bên nhận tạo khóa mới.</translation>
    </message>
    <message>
        <source>A record of one page, to be printed twice and signed by both.</source>
        <translation>Biên bản một trang, in hai bản để hai bên ký.</translation>
    </message>
    <message>
        <source>Remark in the record (may stay empty)</source>
        <translation>Ghi chú trong biên bản (có thể để trống)</translation>
    </message>
    <message>
        <source>Choose where…</source>
        <translation>Chọn nơi lưu…</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Không thực hiện</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>{points} points</source>
        <translation>{points} điểm</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Sample data</source>
        <translation>Dữ liệu minh họa</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Help</source>
        <translation>Hướng dẫn</translation>
    </message>
    <message>
        <source>Find in the help</source>
        <translation>Tìm trong hướng dẫn</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Chủ đề</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Các chủ đề</translation>
    </message>
    <message>
        <source>Text of the help</source>
        <translation>Nội dung hướng dẫn</translation>
    </message>
    <message>
        <source>Nothing was found. Try a single word, with or without diacritics.</source>
        <translation>Không thấy nội dung phù hợp. Thử một từ, có dấu hoặc không dấu.</translation>
    </message>
    <message>
        <source>Back to the work</source>
        <translation>Trở lại công việc</translation>
    </message>
</context>
<context>
    <name>HelpHere</name>
    <message>
        <source>Help</source>
        <translation>Hướng dẫn</translation>
    </message>
    <message>
        <source>Text of the help</source>
        <translation>Nội dung hướng dẫn</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>InWords</name>
    <message>
        <source>This part is put together too deeply to be built here. It is kept as it is.</source>
        <translation>Phần này ghép nhiều tầng nên không sửa tại đây được. Nội dung được giữ nguyên.</translation>
    </message>
</context>
<context>
    <name>InputChoice</name>
    <message>
        <source>(no figure: {key})</source>
        <translation>(chưa có số liệu: {key})</translation>
    </message>
    <message>
        <source>New figure…</source>
        <translation>Số liệu mới…</translation>
    </message>
    <message>
        <source>Several figures together…</source>
        <translation>Tính từ nhiều số liệu…</translation>
    </message>
</context>
<context>
    <name>InputDetails</name>
    <message>
        <source>Kind of answer</source>
        <translation>Kiểu trả lời</translation>
    </message>
    <message>
        <source>Hint below the figure</source>
        <translation>Gợi ý dưới số liệu</translation>
    </message>
    <message>
        <source>Where the figure comes from, what counts</source>
        <translation>Lấy ở đâu, tính những gì</translation>
    </message>
    <message>
        <source>Smallest value</source>
        <translation>Giá trị nhỏ nhất</translation>
    </message>
    <message>
        <source>Largest value</source>
        <translation>Giá trị lớn nhất</translation>
    </message>
    <message>
        <source>May be answered “no such figure”</source>
        <translation>Được trả lời “không có số liệu”</translation>
    </message>
    <message>
        <source>Answers, one a line</source>
        <translation>Các câu trả lời, mỗi dòng một câu</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ</translation>
    </message>
    <message>
        <source>to</source>
        <translation>đến</translation>
    </message>
    <message>
        <source>Move the figure up</source>
        <translation>Đưa số liệu lên</translation>
    </message>
    <message>
        <source>Move the figure down</source>
        <translation>Đưa số liệu xuống</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Bỏ số liệu này</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Gợi ý</translation>
    </message>
    <message>
        <source>In use: let the scoring read another figure first.</source>
        <translation>Đang dùng trong cách tính: chọn số liệu khác thay vào trước.</translation>
    </message>
</context>
<context>
    <name>InputRow</name>
    <message>
        <source>Label of figure {number}</source>
        <translation>Tên gọi của số liệu {number}</translation>
    </message>
    <message>
        <source>Say what figure it is</source>
        <translation>Ghi rõ là số gì</translation>
    </message>
    <message>
        <source>Unit of figure {number}</source>
        <translation>Đơn vị tính của số liệu {number}</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>đơn vị</translation>
    </message>
    <message>
        <source>Kind, hint and limits</source>
        <translation>Kiểu, gợi ý và giới hạn</translation>
    </message>
    <message>
        <source>Not used in the scoring yet.</source>
        <translation>Chưa dùng trong cách tính điểm.</translation>
    </message>
</context>
<context>
    <name>InputsForm</name>
    <message>
        <source>Add figure</source>
        <translation>Thêm số liệu</translation>
    </message>
    <message>
        <source>Figures asked for</source>
        <translation>Số liệu cần nhập</translation>
    </message>
    <message>
        <source>No figures are asked for.</source>
        <translation>Không hỏi số liệu nào.</translation>
    </message>
</context>
<context>
    <name>Keeper</name>
    <message>
        <source>Choose the place again…</source>
        <translation>Chọn lại nơi chép thêm…</translation>
    </message>
    <message>
        <source>The stick or folder for copies is not there. Copies go on in the data folder meanwhile.</source>
        <translation>Chưa thấy USB hoặc thư mục chép thêm. Bản sao vẫn được lập trong thư mục dữ liệu.</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Khôi phục…</translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>By telephone</source>
        <translation>Qua điện thoại</translation>
    </message>
    <message>
        <source>By letter</source>
        <translation>Qua văn bản</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>Gặp trực tiếp</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Được thay</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Bị mất</translation>
    </message>
    <message>
        <source>Stolen</source>
        <translation>Bị lấy cắp</translation>
    </message>
    <message>
        <source>Code read out</source>
        <translation>Mã được đọc</translation>
    </message>
    <message>
        <source>six groups of five digits</source>
        <translation>sáu nhóm, mỗi nhóm năm chữ số</translation>
    </message>
    <message>
        <source>Code read out (not required)</source>
        <translation>Mã được đọc (không bắt buộc)</translation>
    </message>
    <message>
        <source>Accept key</source>
        <translation>Ghi nhận khóa</translation>
    </message>
    <message numerus="yes">
        <source>Accept %n key(s)</source>
        <translation>
            <numerusform>Ghi nhận %n khóa</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not accept yet</source>
        <translation>Chưa ghi nhận</translation>
    </message>
    <message>
        <source>Another key was accepted before. Call the number known from before, never one in the file.</source>
        <translation>Trước đây đã ghi nhận khóa khác. Gọi theo số đã lưu từ trước, không gọi số ghi trong tệp.</translation>
    </message>
    <message>
        <source>The letter says another code: {code}. Ask which one is right before anything is accepted.</source>
        <translation>Công văn ghi mã khác: {code}. Hỏi rõ mã nào đúng trước khi ghi nhận.</translation>
    </message>
    <message>
        <source>Check code of the file received</source>
        <translation>Mã đối chiếu của hồ sơ đã nhận</translation>
    </message>
    <message>
        <source>No telephone in the list</source>
        <translation>Danh sách chưa có số điện thoại</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Đã đối chiếu</translation>
    </message>
    <message>
        <source>Why the key accepted before ended</source>
        <translation>Khóa đã ghi nhận trước đó kết thúc vì</translation>
    </message>
    <message>
        <source>Accept only those whose code was compared. Each code stands in the list.</source>
        <translation>Chỉ ghi nhận khóa đã đối chiếu mã. Mã của từng nơi ở bảng dưới.</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Cơ quan, địa phương</translation>
    </message>
    <message>
        <source>Check code</source>
        <translation>Mã đối chiếu</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Khóa</translation>
    </message>
    <message>
        <source>The code is the same.</source>
        <translation>Mã khớp.</translation>
    </message>
    <message>
        <source>The code differs. Do not accept the key; ask the sender to read it once more.</source>
        <translation>Mã không khớp. Chưa ghi nhận khóa; đề nghị đầu mối đọc lại mã.</translation>
    </message>
    <message numerus="yes">
        <source>The code has %n digit(s) so far, 30 are needed.</source>
        <translation>
            <numerusform>Mới có %n chữ số, cần đủ 30.</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept the key of {agency}</source>
        <translation>Ghi nhận khóa của {agency}</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Accepted keys of others</source>
        <translation>Khóa đã ghi nhận của nơi khác</translation>
    </message>
    <message>
        <source>None yet. A key is accepted after its code was compared.</source>
        <translation>Chưa có. Khóa được ghi nhận sau khi đối chiếu mã.</translation>
    </message>
    <message>
        <source>Sealing keys</source>
        <translation>Khóa niêm phong</translation>
    </message>
    <message>
        <source>{name}: no sealing key yet. It is made when one reports or exports for the first time.</source>
        <translation>{name}: chưa có khóa niêm phong. Khóa được tạo khi báo nhận hoặc xuất gói lần đầu.</translation>
    </message>
    <message>
        <source>Restore a key…</source>
        <translation>Khôi phục khóa…</translation>
    </message>
    <message>
        <source>{name} · made {moment}</source>
        <translation>{name} · tạo {moment}</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Sao lưu…</translation>
    </message>
    <message>
        <source>Change the passphrase…</source>
        <translation>Đổi mật khẩu…</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>Tạo khóa mới…</translation>
    </message>
    <message>
        <source>Before: {code} · until {moment} · {reason}</source>
        <translation>Trước đó: {code} · đến {moment} · {reason}</translation>
    </message>
    <message>
        <source>The passphrase was changed. Make a new copy of the key: earlier ones keep the old passphrase.</source>
        <translation>Đã đổi mật khẩu. Sao lưu lại khóa: các bản sao trước vẫn dùng mật khẩu cũ.</translation>
    </message>
    <message>
        <source>Opening the copy of the key</source>
        <translation>Đang mở bản sao khóa</translation>
    </message>
    <message>
        <source>The key of {owner} is in use. Its check code: {code}.</source>
        <translation>Khóa của {owner} đang được dùng. Mã đối chiếu: {code}.</translation>
    </message>
    <message>
        <source>Copies of a key (*.p12)</source>
        <translation>Bản sao khóa (*.p12)</translation>
    </message>
    <message>
        <source>Papers (*.pdf)</source>
        <translation>Tệp PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Back up the key</source>
        <translation>Sao lưu khóa</translation>
    </message>
    <message>
        <source>Written and checked: {name}. Keep it away from this computer, apart from the passphrase.</source>
        <translation>Đã ghi và kiểm tra xong: {name}. Cất riêng, không để cạnh máy này và không để cùng mật khẩu.</translation>
    </message>
    <message>
        <source>accepted {moment} by {person}</source>
        <translation>ghi nhận {moment}, {person}</translation>
    </message>
    <message>
        <source>until {moment}</source>
        <translation>đến {moment}</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Đã ghi nhận</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Được thay</translation>
    </message>
</context>
<context>
    <name>Lights</name>
    <message>
        <source>Integrity</source>
        <translation>Nguyên vẹn</translation>
    </message>
    <message>
        <source>Sealing key</source>
        <translation>Khóa niêm phong</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Chữ ký</translation>
    </message>
</context>
<context>
    <name>Limits</name>
    <message>
        <source>Rounding</source>
        <translation>Làm tròn</translation>
    </message>
    <message>
        <source>How it is rounded</source>
        <translation>Cách làm tròn</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Nhiều nhất</translation>
    </message>
    <message>
        <source>points</source>
        <translation>điểm</translation>
    </message>
    <message>
        <source>Not rounded</source>
        <translation>Không làm tròn</translation>
    </message>
    <message>
        <source>to {unit} points</source>
        <translation>đến {unit} điểm</translation>
    </message>
</context>
<context>
    <name>Listed</name>
    <message>
        <source>Periods</source>
        <translation>Các kỳ</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Các nội dung</translation>
    </message>
    <message>
        <source>Add a period</source>
        <translation>Thêm kỳ</translation>
    </message>
    <message>
        <source>Add an item</source>
        <translation>Thêm nội dung</translation>
    </message>
</context>
<context>
    <name>LockDialog</name>
    <message>
        <source>Passphrase of the backup</source>
        <translation>Mật khẩu của bản sao lưu</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Không thực hiện</translation>
    </message>
</context>
<context>
    <name>LookOnly</name>
    <message>
        <source>Look only: this data folder can&apos;t be written.</source>
        <translation>Chỉ xem: không lưu được vào thư mục dữ liệu này.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Thước Số</source>
        <translation>Thước Số</translation>
    </message>
    <message>
        <source>If you go on now, it is lost.</source>
        <translation>Nếu đi tiếp bây giờ thì phần này mất.</translation>
    </message>
    <message>
        <source>Go on without saving?</source>
        <translation>Đi tiếp khi chưa lưu?</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>Đi tiếp, bỏ phần này</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Ở lại</translation>
    </message>
    <message>
        <source>Stop the work that is running?</source>
        <translation>Dừng việc đang chạy?</translation>
    </message>
    <message>
        <source>{title} is not finished. What it did so far will be undone; everything saved stays.</source>
        <translation>{title}: chưa xong. Phần đang làm dở sẽ được hoàn tác; nội dung đã lưu giữ nguyên.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Dừng và đóng</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>Tiếp tục làm việc</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Đang lưu</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Chưa lưu được</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Đã lưu {time}</translation>
    </message>
</context>
<context>
    <name>MarkedCopy</name>
    <message>
        <source>Save a marked copy…</source>
        <translation>Lưu bản có đánh dấu…</translation>
    </message>
    <message>
        <source>Save a marked copy</source>
        <translation>Lưu bản có đánh dấu</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) marked in {name}. Correct them there, then load that file.</source>
        <translation>
            <numerusform>Đã đánh dấu %n ô trong {name}. Sửa trong tệp đó rồi nạp lại.</numerusform>
        </translation>
    </message>
    <message>
        <source>Marking the cells</source>
        <translation>Đang đánh dấu các ô</translation>
    </message>
</context>
<context>
    <name>MeasureForm</name>
    <message>
        <source>Question</source>
        <translation>Câu hỏi</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>Part that counts</source>
        <translation>Phần được tính</translation>
    </message>
    <message>
        <source>Out of</source>
        <translation>Trên tổng</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Công thức</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Số lượng</translation>
    </message>
    <message>
        <source>Population</source>
        <translation>Dân số</translation>
    </message>
    <message>
        <source>This period</source>
        <translation>Kỳ này</translation>
    </message>
    <message>
        <source>Last period</source>
        <translation>Kỳ trước</translation>
    </message>
    <message>
        <source>Measured by</source>
        <translation>Cách đo</translation>
    </message>
    <message>
        <source>Points are typed by the commune and by the assessors, each with a reason.</source>
        <translation>Đơn vị tự cho điểm và người thẩm định cho điểm, đều kèm lý do.</translation>
    </message>
    <message>
        <source>For how many people</source>
        <translation>Tính trên bao nhiêu dân</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} dân</translation>
    </message>
    <message>
        <source>For every</source>
        <translation>Tính trên</translation>
    </message>
    <message>
        <source>Without a last period</source>
        <translation>Chưa có kỳ trước</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>So sánh theo</translation>
    </message>
</context>
<context>
    <name>MissingForm</name>
    <message>
        <source>With a total of 0</source>
        <translation>Khi tổng bằng 0</translation>
    </message>
    <message>
        <source>Evidence missing</source>
        <translation>Thiếu minh chứng</translation>
    </message>
    <message>
        <source>Evidence incomplete</source>
        <translation>Minh chứng chưa đủ</translation>
    </message>
    <message>
        <source>May not apply</source>
        <translation>Không áp dụng</translation>
    </message>
    <message>
        <source>Where something is missing</source>
        <translation>Khi thiếu</translation>
    </message>
    <message>
        <source>As the framework says: nothing special</source>
        <translation>Chung: chưa quy định</translation>
    </message>
    <message>
        <source>As the framework says: {policy}</source>
        <translation>Chung: {policy}</translation>
    </message>
    <message>
        <source>No ground of the framework reaches this criterion.</source>
        <translation>Không được chọn: bộ chỉ số không có lý do nào cho tiêu chí này.</translation>
    </message>
</context>
<context>
    <name>MoveVersionDialog</name>
    <message>
        <source>The framework was corrected</source>
        <translation>Bộ chỉ số đã được sửa đổi</translation>
    </message>
    <message>
        <source>Where the scale changed</source>
        <translation>Ở tiêu chí đổi thang điểm</translation>
    </message>
    <message>
        <source>The authority sent version {new}; the answers here stand on version {old}.</source>
        <translation>Cơ quan thẩm định đã gửi bản {new}; nội dung ở đây đang theo bản {old}.</translation>
    </message>
    <message>
        <source>The figures are frozen. Take them back to a draft first.</source>
        <translation>Số liệu đã chốt. Mở lại để sửa trước khi chuyển bản.</translation>
    </message>
    <message>
        <source>Go over to version {version}</source>
        <translation>Chuyển sang bản {version}</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Để sau</translation>
    </message>
</context>
<context>
    <name>MovedDialog</name>
    <message>
        <source>What the new version changed here</source>
        <translation>Bản mới đã thay đổi gì ở đây</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Go back to the earlier version</source>
        <translation>Quay về bản trước</translation>
    </message>
</context>
<context>
    <name>NewCampaign</name>
    <message>
        <source>New campaign</source>
        <translation>Đợt đánh giá mới</translation>
    </message>
    <message>
        <source>Name of the authority</source>
        <translation>Tên cơ quan thẩm định</translation>
    </message>
    <message>
        <source>For example: Sở Khoa học và Công nghệ</source>
        <translation>Ví dụ: Sở Khoa học và Công nghệ</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Tên gọn</translation>
    </message>
    <message>
        <source>Place on papers</source>
        <translation>Địa danh trên văn bản</translation>
    </message>
    <message>
        <source>Name of the council</source>
        <translation>Tên Hội đồng</translation>
    </message>
    <message>
        <source>Name of the helper team</source>
        <translation>Tên Tổ giúp việc</translation>
    </message>
    <message>
        <source>Deadline of round 1</source>
        <translation>Hạn gửi lần 1</translation>
    </message>
    <message>
        <source>Deadline of round 2</source>
        <translation>Hạn gửi lần 2</translation>
    </message>
    <message>
        <source>Title of the campaign</source>
        <translation>Tên đợt đánh giá</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ đánh giá</translation>
    </message>
    <message>
        <source>Kind of period</source>
        <translation>Loại kỳ</translation>
    </message>
    <message>
        <source>Data from</source>
        <translation>Số liệu từ ngày</translation>
    </message>
    <message>
        <source>Data to</source>
        <translation>đến ngày</translation>
    </message>
    <message>
        <source>Period by the decision</source>
        <translation>Kỳ theo văn bản</translation>
    </message>
    <message>
        <source>Who confirms</source>
        <translation>Xác nhận của</translation>
    </message>
    <message>
        <source>Assessment campaign {year}</source>
        <translation>Đợt đánh giá năm {year}</translation>
    </message>
    <message>
        <source>Year {year}</source>
        <translation>Năm {year}</translation>
    </message>
    <message>
        <source>Council</source>
        <translation>Hội đồng</translation>
    </message>
    <message>
        <source>Helper team</source>
        <translation>Tổ giúp việc</translation>
    </message>
    <message>
        <source>Code, short name, place, council…</source>
        <translation>Mã, tên gọn, địa danh, Hội đồng…</translation>
    </message>
    <message>
        <source>Who reviews</source>
        <translation>Cơ quan thẩm định</translation>
    </message>
    <message>
        <source>Who is assessed</source>
        <translation>Danh sách được đánh giá</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>Hạn gửi</translation>
    </message>
    <message>
        <source>There is a round 2</source>
        <translation>Có lần 2 (giải trình, bổ sung)</translation>
    </message>
    <message>
        <source>What round 2 opens again</source>
        <translation>Lần 2 mở lại</translation>
    </message>
    <message>
        <source>Deadline of round 2 (may be set later)</source>
        <translation>Hạn gửi lần 2 (có thể đặt sau)</translation>
    </message>
    <message>
        <source>Ready to use, change what is different</source>
        <translation>Đã điền sẵn, sửa nếu khác</translation>
    </message>
    <message>
        <source>Framework</source>
        <translation>Bộ chỉ số</translation>
    </message>
    <message>
        <source>Who confirms before sending</source>
        <translation>Xác nhận trước khi gửi</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Cơ quan thẩm định</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Danh sách</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Hạn gửi</translation>
    </message>
    <message>
        <source>Open the campaign</source>
        <translation>Mở đợt đánh giá</translation>
    </message>
    <message>
        <source>As entered below</source>
        <translation>Theo nội dung nhập bên dưới</translation>
    </message>
    <message>
        <source>Type the name as it stands on papers.</source>
        <translation>Nhập tên như ghi trên văn bản.</translation>
    </message>
    <message>
        <source>The list is empty. Paste the names of the communes or load a workbook.</source>
        <translation>Danh sách còn trống. Dán tên các xã hoặc nạp từ Excel.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the list need mending first.</source>
        <translation>
            <numerusform>Cần sửa %n dòng trong danh sách trước.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the deadline as it stands in the decision.</source>
        <translation>Ghi hạn gửi như trong văn bản.</translation>
    </message>
</context>
<context>
    <name>NewCommuneDialog</name>
    <message>
        <source>New self-assessment of a commune</source>
        <translation>Lập bản tự đánh giá của xã</translation>
    </message>
    <message>
        <source>Framework</source>
        <translation>Bộ chỉ số</translation>
    </message>
    <message>
        <source>Name of the commune</source>
        <translation>Tên xã, phường, đặc khu</translation>
    </message>
    <message>
        <source>For example: Xã Hòa Bình</source>
        <translation>Ví dụ: Xã Hòa Bình</translation>
    </message>
    <message>
        <source>Year assessed</source>
        <translation>Năm đánh giá</translation>
    </message>
    <message>
        <source>Name of the commune, ward or special zone</source>
        <translation>Tên xã, phường, đặc khu</translation>
    </message>
    <message>
        <source>When the authority sends its campaign, open that file and go on there.</source>
        <translation>Khi cơ quan thẩm định gửi gói triển khai, mở tệp đó và làm tiếp ở đó.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Type the name as it stands on papers.</source>
        <translation>Nhập tên như ghi trên văn bản.</translation>
    </message>
    <message>
        <source>Type a year in four digits.</source>
        <translation>Nhập năm gồm bốn chữ số.</translation>
    </message>
</context>
<context>
    <name>NewKeyDialog</name>
    <message>
        <source>Make a new sealing key</source>
        <translation>Tạo khóa niêm phong mới</translation>
    </message>
    <message>
        <source>The key used so far is set aside; what was sent with it stays valid. The submission can go out at once. The authority sees another check code and compares it by telephone.</source>
        <translation>Khóa cũ được cất đi; hồ sơ đã gửi bằng khóa cũ vẫn có giá trị. Có thể gửi hồ sơ ngay. Cơ quan thẩm định thấy mã khác và sẽ đối chiếu qua điện thoại.</translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation>Tạo khóa mới</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
</context>
<context>
    <name>NodeForm</name>
    <message>
        <source>Figures</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>Reason and grounds for the points</source>
        <translation>Lý do, căn cứ cho điểm</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Giải trình</translation>
    </message>
    <message>
        <source>Look only: this data folder can&apos;t be written.</source>
        <translation>Chỉ xem: không lưu được vào thư mục dữ liệu này.</translation>
    </message>
    <message>
        <source>Not open in this round: what stands here can only be read.</source>
        <translation>Mục này không mở lại trong lần này, chỉ xem.</translation>
    </message>
    <message>
        <source>Figures are not open in this round; the explanation and evidence are.</source>
        <translation>Lần này được bổ sung giải trình, minh chứng; số liệu giữ nguyên.</translation>
    </message>
    <message>
        <source>Data period: {first} to {last}</source>
        <translation>Kỳ số liệu: {first} đến {last}</translation>
    </message>
</context>
<context>
    <name>NodeSheet</name>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Title, as in the decision</source>
        <translation>Tên gọi, như trong văn bản</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Điểm tối đa</translation>
    </message>
    <message>
        <source>points</source>
        <translation>điểm</translation>
    </message>
</context>
<context>
    <name>NodeSheets</name>
    <message>
        <source>One paper in each line; (ceased 01/07/2026) at its end marks one no longer in force.</source>
        <translation>Mỗi dòng một văn bản; ghi (hết hiệu lực 01/07/2026) ở cuối dòng nếu văn bản không còn hiệu lực.</translation>
    </message>
    <message>
        <source>ceased {day}</source>
        <translation>hết hiệu lực {day}</translation>
    </message>
</context>
<context>
    <name>NodeTree</name>
    <message>
        <source>Find a criterion</source>
        <translation>Tìm tiêu chí</translation>
    </message>
    <message>
        <source>Add or change what is chosen</source>
        <translation>Thêm hoặc sửa mục đang chọn</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>Tiêu chí</translation>
    </message>
    <message>
        <source>Nothing found. Try another word.</source>
        <translation>Không tìm thấy. Thử từ khác.</translation>
    </message>
    <message>
        <source>New criterion</source>
        <translation>Tiêu chí mới</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Nhóm mới</translation>
    </message>
    <message>
        <source>Change the title</source>
        <translation>Sửa tên</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Cắt</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Sao chép</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Dán</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Nhân đôi</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Chuyển lên</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Chuyển xuống</translation>
    </message>
    <message>
        <source>Into the group above</source>
        <translation>Vào nhóm đứng trên</translation>
    </message>
    <message>
        <source>Out of the group</source>
        <translation>Ra khỏi nhóm</translation>
    </message>
    <message>
        <source>Renumber this group</source>
        <translation>Đánh số lại nhóm này</translation>
    </message>
</context>
<context>
    <name>NodeTreeModel</name>
    <message>
        <source>(no title yet)</source>
        <translation>(chưa có tên)</translation>
    </message>
    <message>
        <source>to mend</source>
        <translation>phải sửa</translation>
    </message>
    <message>
        <source>to look at</source>
        <translation>nên xem lại</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Tiêu chí</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>%n criterion(s)</source>
        <translation>%n tiêu chí</translation>
    </message>
    <message>
        <source>{there} of {declared} criteria</source>
        <translation>{there}/{declared} tiêu chí</translation>
    </message>
    <message>
        <source>sum {sum}</source>
        <translation>cộng {sum}</translation>
    </message>
</context>
<context>
    <name>NotApplicable</name>
    <message>
        <source>Not applicable</source>
        <translation>Không áp dụng</translation>
    </message>
    <message>
        <source>needs a ground and the article of the decision</source>
        <translation>cần lý do và điều khoản của văn bản</translation>
    </message>
    <message>
        <source>the decision names no ground for this</source>
        <translation>văn bản không nêu lý do không áp dụng cho mục này</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Lý do không áp dụng</translation>
    </message>
    <message>
        <source>must be proven</source>
        <translation>phải có minh chứng</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>See details</source>
        <translation>Xem chi tiết</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Đóng thông báo này</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>và {count} mục khác</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Chi tiết</translation>
    </message>
</context>
<context>
    <name>NumberEditor</name>
    <message>
        <source>No figure from the previous period</source>
        <translation>Không có số liệu kỳ trước</translation>
    </message>
    <message>
        <source>Write a number, for example {example}.</source>
        <translation>Cần một số, ví dụ {example}.</translation>
    </message>
</context>
<context>
    <name>NumberEntry</name>
    <message>
        <source>Write a number, for example {example}.</source>
        <translation>Cần một số, ví dụ {example}.</translation>
    </message>
</context>
<context>
    <name>OfferBeside</name>
    <message>
        <source>of {authority}</source>
        <translation>của {authority}</translation>
    </message>
    <message>
        <source>Deadline: {day}</source>
        <translation>Hạn gửi: {day}</translation>
    </message>
    <message>
        <source>Begin the self-assessment</source>
        <translation>Bắt đầu tự đánh giá</translation>
    </message>
    <message>
        <source>There is a campaign file on this stick</source>
        <translation>Có gói triển khai trên USB này</translation>
    </message>
    <message>
        <source>{name} beside the program was not read. {reason}</source>
        <translation>Chưa đọc được {name} trên USB này. {reason}</translation>
    </message>
</context>
<context>
    <name>OpenEncryptedDialog</name>
    <message>
        <source>Open what is encrypted</source>
        <translation>Mở tệp đã mã hóa</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>và %n tệp nữa</numerusform>
        </translation>
    </message>
    <message>
        <source>Encrypted for this computer&apos;s key: {files}. Its passphrase opens them; nothing else changes.</source>
        <translation>Tệp được mã hóa cho khóa trên máy này: {files}. Nhập mật khẩu khóa niêm phong để mở; không có gì khác thay đổi.</translation>
    </message>
    <message>
        <source>Open and load</source>
        <translation>Mở và nạp</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
</context>
<context>
    <name>OpinionStrip</name>
    <message>
        <source>Adjusted points</source>
        <translation>Điểm điều chỉnh</translation>
    </message>
    <message>
        <source>Ctrl+1 to Ctrl+4</source>
        <translation>Ctrl+1 đến Ctrl+4</translation>
    </message>
    <message>
        <source>Take the opinion back</source>
        <translation>Rút ý kiến</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Goes to the agency with the opinion</source>
        <translation>Gửi kèm ý kiến cho nơi được đánh giá</translation>
    </message>
    <message>
        <source>Stock reasons</source>
        <translation>Mẫu lý do</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Ghi chú nội bộ</translation>
    </message>
    <message>
        <source>/ {maximum} points</source>
        <translation>/ {maximum} điểm</translation>
    </message>
    <message>
        <source>Write why, so that the agency knows what to do.</source>
        <translation>Ghi lý do để nơi được đánh giá biết cần làm gì.</translation>
    </message>
    <message>
        <source>Type the points, or correct the figures above.</source>
        <translation>Nhập điểm, hoặc sửa số liệu ở cột Thẩm định.</translation>
    </message>
    <message>
        <source>Internal note (1)</source>
        <translation>Ghi chú nội bộ (1)</translation>
    </message>
    <message>
        <source>Stays here. It stands in no feedback, no result and on no paper.</source>
        <translation>Chỉ lưu tại đây. Không có trong gói ý kiến, gói kết quả và không in trên giấy.</translation>
    </message>
    <message>
        <source>Note for the team and the council</source>
        <translation>Ghi chú cho Tổ giúp việc và Hội đồng</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>Lưu ghi chú</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>Điều chỉnh</translation>
    </message>
    <message>
        <source>Supplement</source>
        <translation>Bổ sung</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Không</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Ghi ý kiến</translation>
    </message>
</context>
<context>
    <name>OrderList</name>
    <message>
        <source>Rank</source>
        <translation>Thứ hạng</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Cơ quan, địa phương</translation>
    </message>
    <message>
        <source>Order of the tied agencies</source>
        <translation>Thứ tự các nơi đồng hạng</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Lên</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Xuống</translation>
    </message>
</context>
<context>
    <name>Original</name>
    <message>
        <source>As the decision writes it</source>
        <translation>Nguyên văn trong văn bản</translation>
    </message>
</context>
<context>
    <name>OtherSigner</name>
    <message>
        <source>Another signer of the report</source>
        <translation>Đổi người ký báo cáo</translation>
    </message>
    <message>
        <source>Full name of the leader</source>
        <translation>Họ và tên lãnh đạo</translation>
    </message>
    <message>
        <source>Without degree or rank</source>
        <translation>Không ghi học hàm, học vị</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>The report is printed anew for this person. The figures, the number of the revision and the content digest stay; a PDF that was saved before is no longer the right one to sign.</source>
        <translation>Báo cáo được in lại cho người ký này. Số liệu, số bản chốt và mã nội dung giữ nguyên; bản PDF đã lưu trước đó không dùng để ký nữa.</translation>
    </message>
    <message>
        <source>Printed on the report as</source>
        <translation>In trên báo cáo</translation>
    </message>
    <message>
        <source>Make the report anew</source>
        <translation>In lại báo cáo</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Type the full name.</source>
        <translation>Nhập họ và tên.</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Overview</source>
        <translation>Tổng quan</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Begin with the first criterion: type its figures, attach what proves them.</source>
        <translation>Bắt đầu từ tiêu chí đầu tiên: nhập số liệu, rồi đính kèm tài liệu kiểm chứng.</translation>
    </message>
    <message>
        <source>Everything is kept as it is typed; nothing leaves this computer before it is sent.</source>
        <translation>Nội dung nhập được lưu ngay trên máy này; chưa gửi đi đâu cho đến khi niêm phong và gửi.</translation>
    </message>
    <message>
        <source>Nothing is entered yet</source>
        <translation>Chưa có số liệu nào</translation>
    </message>
    <message numerus="yes">
        <source>The running total may change: %n criterion(s) with provisional points.</source>
        <translation>
            <numerusform>Tổng tạm tính có thể thay đổi: %n tiêu chí mới có điểm tạm tính.</numerusform>
        </translation>
    </message>
    <message>
        <source>The running total follows every figure as it is typed.</source>
        <translation>Tổng tạm tính được cập nhật theo từng số liệu đã nhập.</translation>
    </message>
    <message>
        <source>See the result</source>
        <translation>Xem kết quả</translation>
    </message>
    <message>
        <source>Sign and send</source>
        <translation>Trình ký và gửi</translation>
    </message>
    <message>
        <source>Review before sending</source>
        <translation>Rà soát trước khi gửi</translation>
    </message>
    <message>
        <source>Go on with {criterion}</source>
        <translation>Tiếp tục với {criterion}</translation>
    </message>
    <message>
        <source>Begin with {criterion}</source>
        <translation>Bắt đầu với {criterion}</translation>
    </message>
    <message>
        <source>Enter and prove</source>
        <translation>Nhập số liệu, minh chứng</translation>
    </message>
    <message>
        <source>Explain and add</source>
        <translation>Giải trình, bổ sung</translation>
    </message>
    <message>
        <source>{done}/{all} criteria</source>
        <translation>{done}/{all} tiêu chí</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Rà soát</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) to look at</source>
        <translation>
            <numerusform>%n mục cần xem</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing left to look at</source>
        <translation>không còn mục nào</translation>
    </message>
    <message>
        <source>Freeze the figures</source>
        <translation>Chốt số liệu</translation>
    </message>
    <message>
        <source>the leader confirms</source>
        <translation>lãnh đạo xác nhận</translation>
    </message>
    <message>
        <source>Seal and send</source>
        <translation>Niêm phong và gửi</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>from the reviewing authority</source>
        <translation>của cơ quan thẩm định</translation>
    </message>
    <message>
        <source>no deadline yet</source>
        <translation>chưa có hạn gửi</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Nhóm chỉ số</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Đã xong</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Đã đạt</translation>
    </message>
    <message>
        <source>Points so far</source>
        <translation>Điểm tạm tính</translation>
    </message>
    <message>
        <source>Without points yet</source>
        <translation>Chưa có điểm</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Các nhóm chỉ số</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Tiêu chí</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>Where points can still be won</source>
        <translation>Còn có thể đạt thêm</translation>
    </message>
</context>
<context>
    <name>OwnKeyDialog</name>
    <message>
        <source>Open what is encrypted</source>
        <translation>Mở tệp mã hóa</translation>
    </message>
    <message>
        <source>These files were encrypted when they were sent. A copy of the own sealing key (.p12) opens them; without one, ask the authority for the file as it stands there, not encrypted.</source>
        <translation>Các tệp này đã được mã hóa khi gửi. Bản sao khóa niêm phong của xã (.p12) mở được; nếu không còn bản sao, đề nghị cơ quan thẩm định gửi lại tệp hồ sơ, không mã hóa.</translation>
    </message>
    <message>
        <source>No file chosen yet</source>
        <translation>Chưa chọn tệp</translation>
    </message>
    <message>
        <source>Choose the copy of the key…</source>
        <translation>Chọn bản sao khóa…</translation>
    </message>
    <message>
        <source>Open and look</source>
        <translation>Mở và xem</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Choose the copy of the key first.</source>
        <translation>Chọn bản sao khóa trước.</translation>
    </message>
    <message>
        <source>Copies of a key (*.p12 *.pfx)</source>
        <translation>Bản sao khóa (*.p12 *.pfx)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
</context>
<context>
    <name>PageDialog</name>
    <message>
        <source>Full width</source>
        <translation>Vừa chiều ngang</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Overview</source>
        <translation>Tổng quan</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hướng dẫn</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>Đợt đánh giá mới</translation>
    </message>
    <message>
        <source>Self-assessment</source>
        <translation>Tự đánh giá</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Minh chứng</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Rà soát</translation>
    </message>
    <message>
        <source>Sign and send</source>
        <translation>Trình ký và gửi</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Frameworks</source>
        <translation>Bộ chỉ số</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Đợt đánh giá</translation>
    </message>
    <message>
        <source>Registry and keys</source>
        <translation>Danh bạ và khóa</translation>
    </message>
    <message>
        <source>Collecting</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Appraisal</source>
        <translation>Thẩm định</translation>
    </message>
    <message>
        <source>Council</source>
        <translation>Hội đồng</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>Xếp hạng</translation>
    </message>
    <message>
        <source>Publication</source>
        <translation>Công bố</translation>
    </message>
</context>
<context>
    <name>PagesDialog</name>
    <message>
        <source>Page {page}</source>
        <translation>Trang {page}</translation>
    </message>
    <message>
        <source>As it was signed</source>
        <translation>Khi được ký</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>Khi nhận</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>PartCard</name>
    <message>
        <source>Open part {number}</source>
        <translation>Mở phần {number}</translation>
    </message>
    <message>
        <source>Name of the part</source>
        <translation>Tên của phần</translation>
    </message>
    <message>
        <source>What this part is for</source>
        <translation>Phần này tính cho nội dung gì</translation>
    </message>
    <message>
        <source>Points at most</source>
        <translation>Điểm tối đa</translation>
    </message>
    <message>
        <source>points</source>
        <translation>điểm</translation>
    </message>
    <message>
        <source>With a total of 0</source>
        <translation>Khi tổng bằng 0</translation>
    </message>
    <message>
        <source>As the criterion says</source>
        <translation>Như cả tiêu chí</translation>
    </message>
    <message>
        <source>Move the part up</source>
        <translation>Đưa phần này lên</translation>
    </message>
    <message>
        <source>Move the part down</source>
        <translation>Đưa phần này xuống</translation>
    </message>
    <message>
        <source>Remove the part</source>
        <translation>Bỏ phần này</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên phần</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} điểm</translation>
    </message>
</context>
<context>
    <name>PartsForm</name>
    <message>
        <source>Parts are added</source>
        <translation>Cộng điểm các phần</translation>
    </message>
    <message>
        <source>The best part counts</source>
        <translation>Lấy phần có điểm cao nhất</translation>
    </message>
    <message>
        <source>How the parts come together</source>
        <translation>Cách ghép các phần</translation>
    </message>
    <message>
        <source>Without parts</source>
        <translation>Bỏ chia phần</translation>
    </message>
    <message>
        <source>Add a part</source>
        <translation>Thêm phần</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>Thêm điều kiện cần</translation>
    </message>
    <message>
        <source>Made of parts</source>
        <translation>Tính theo từng phần</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Cách ghép</translation>
    </message>
    <message>
        <source>Remove the other parts first, so that none is lost.</source>
        <translation>Bỏ bớt các phần khác trước, để không mất phần nào.</translation>
    </message>
    <message>
        <source>Parts together: {total} of {maximum} points</source>
        <translation>Các phần cộng lại: {total} trên {maximum} điểm</translation>
    </message>
</context>
<context>
    <name>PartsPanel</name>
    <message>
        <source>{done} of {all} files are written and checked.</source>
        <translation>Đã ghi và kiểm tra {done}/{all} tệp.</translation>
    </message>
    <message>
        <source>All {all} files are written and checked. Send every one of them, in any order.</source>
        <translation>Đã ghi và kiểm tra đủ {all} tệp. Gửi đủ các tệp này, thứ tự nào cũng được.</translation>
    </message>
    <message>
        <source>Figures and report</source>
        <translation>Số liệu và báo cáo</translation>
    </message>
    <message>
        <source>Volume {number} of {all}</source>
        <translation>Tập minh chứng {number}/{all}</translation>
    </message>
    <message>
        <source>not written yet</source>
        <translation>chưa ghi</translation>
    </message>
    <message>
        <source>{what} · about {size} · {when}</source>
        <translation>{what} · khoảng {size} · {when}</translation>
    </message>
    <message>
        <source>Write again</source>
        <translation>Ghi lại</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Ghi tệp này</translation>
    </message>
</context>
<context>
    <name>PassphraseFields</name>
    <message>
        <source>Passphrase of the sealing key</source>
        <translation>Mật khẩu khóa niêm phong</translation>
    </message>
    <message>
        <source>The same passphrase once more</source>
        <translation>Nhập lại mật khẩu</translation>
    </message>
    <message>
        <source>Turn off the Vietnamese input method and Caps Lock before typing.</source>
        <translation>Tắt bộ gõ tiếng Việt và Caps Lock trước khi nhập.</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Hiện mật khẩu</translation>
    </message>
    <message>
        <source>A sealing key is made now, once for all rounds</source>
        <translation>Khóa niêm phong được tạo bây giờ, dùng cho mọi lần gửi</translation>
    </message>
    <message>
        <source>The passphrase protects it. Write it down and keep it in a closed envelope. A forgotten passphrase never stops a submission: a new key can be made at any time, and the authority compares its check code by telephone.</source>
        <translation>Mật khẩu bảo vệ khóa này. Ghi ra giấy và cất trong phong bì dán kín. Quên mật khẩu không làm chậm việc gửi: lúc nào cũng tạo được khóa mới, cơ quan thẩm định đối chiếu mã qua điện thoại.</translation>
    </message>
    <message>
        <source>At least {count} characters; four words in a row are easy to keep in mind</source>
        <translation>Ít nhất {count} ký tự; bốn từ liền nhau dễ nhớ</translation>
    </message>
    <message>
        <source>Strength: fair. A few words more make it strong.</source>
        <translation>Độ mạnh: tạm được. Thêm vài từ nữa sẽ mạnh.</translation>
    </message>
    <message>
        <source>Strength: good</source>
        <translation>Độ mạnh: tốt</translation>
    </message>
    <message>
        <source>Type at least {count} characters.</source>
        <translation>Nhập ít nhất {count} ký tự.</translation>
    </message>
    <message>
        <source>Type the passphrase.</source>
        <translation>Nhập mật khẩu.</translation>
    </message>
    <message>
        <source>This differs from the first one.</source>
        <translation>Chưa giống mật khẩu nhập lần đầu.</translation>
    </message>
</context>
<context>
    <name>PasteListDialog</name>
    <message>
        <source>HG01, Xã Hòa Bình, Nguyễn Thị Thu Hà, 0900 000 101</source>
        <translation>HG01, Xã Hòa Bình, Nguyễn Thị Thu Hà, 0900 000 101</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Danh sách</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Focal officer</source>
        <translation>Đầu mối</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>What was understood</source>
        <translation>Nội dung đọc được</translation>
    </message>
    <message>
        <source>One agency a line: code, name, focal officer, telephone. Names alone are enough.</source>
        <translation>Mỗi nơi một dòng: mã, tên, đầu mối, điện thoại. Chỉ có tên cũng được.</translation>
    </message>
    <message>
        <source>Add to the list</source>
        <translation>Thêm vào danh sách</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) understood so</source>
        <translation>
            <numerusform>Đọc được %n dòng</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste a list</source>
        <translation>Dán danh sách</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>Who is working?</source>
        <translation>Ai đang thao tác?</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>For example: Officer for culture and society</source>
        <translation>Ví dụ: Công chức Văn hóa - Xã hội</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>The name stands in the journal and on what is sent. No password is asked.</source>
        <translation>Họ tên được ghi vào nhật ký và vào hồ sơ gửi đi. Không cần mật khẩu.</translation>
    </message>
    <message>
        <source>Begin working</source>
        <translation>Bắt đầu thao tác</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Type the full name.</source>
        <translation>Nhập họ và tên.</translation>
    </message>
</context>
<context>
    <name>PlaceChoice</name>
    <message>
        <source>Write to</source>
        <translation>Ghi vào</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Thư mục khác…</translation>
    </message>
    <message>
        <source>USB {name}</source>
        <translation>USB {name}</translation>
    </message>
    <message>
        <source>{place} · {size} free</source>
        <translation>{place} · còn trống {size}</translation>
    </message>
</context>
<context>
    <name>PointsCard</name>
    <message>
        <source>Provisional</source>
        <translation>Tạm tính</translation>
    </message>
    <message>
        <source>/ {maximum} points</source>
        <translation>/ {maximum} điểm</translation>
    </message>
    <message>
        <source>Points appear as soon as the figures are entered.</source>
        <translation>Điểm hiện ngay khi nhập đủ số liệu.</translation>
    </message>
    <message>
        <source>threshold {share}</source>
        <translation>ngưỡng {share}</translation>
    </message>
</context>
<context>
    <name>PointsEntry</name>
    <message>
        <source>Write points from {low} to {high}.</source>
        <translation>Cần số điểm từ {low} đến {high}.</translation>
    </message>
    <message>
        <source>Points claimed</source>
        <translation>Điểm tự đánh giá</translation>
    </message>
    <message>
        <source>points</source>
        <translation>điểm</translation>
    </message>
    <message>
        <source>from {low} to {high}, by the criteria of the decision</source>
        <translation>từ {low} đến {high}, theo cách xác định của văn bản</translation>
    </message>
</context>
<context>
    <name>PortableDialog</name>
    <message>
        <source>On this computer</source>
        <translation>Để trên máy tính này</translation>
    </message>
    <message>
        <source>Faster and safer: pulling the stick harms nothing. Start it from the stick again as today.</source>
        <translation>Nhanh và an toàn hơn: rút USB không làm hỏng số liệu. Lần sau vẫn mở phần mềm từ USB như hôm nay.</translation>
    </message>
    <message>
        <source>Goes along to other computers. Slower; pull the stick only after the window is closed.</source>
        <translation>Mang được sang máy khác. Chậm hơn; chỉ rút USB sau khi đã đóng cửa sổ phần mềm.</translation>
    </message>
    <message>
        <source>Keep on the stick</source>
        <translation>Giữ trên USB</translation>
    </message>
    <message>
        <source>This stick can only be read</source>
        <translation>USB này chỉ đọc được</translation>
    </message>
    <message>
        <source>Where shall the data live?</source>
        <translation>Số liệu để ở đâu?</translation>
    </message>
    <message>
        <source>Nothing can be saved on it, so the data live on this computer. What is on the stick is copied here and every file is checked.</source>
        <translation>Không lưu được gì lên USB, nên số liệu được để trên máy tính này. Số liệu có trên USB được chép sang và kiểm tra từng tệp.</translation>
    </message>
    <message>
        <source>The data of this stick moved to the computer {host}; they are there, not here. To go on with them, use that computer. To begin anew here, choose a place.</source>
        <translation>Số liệu của USB này đã chuyển sang máy {host}; số liệu nằm ở máy đó, không có ở đây. Muốn làm tiếp, dùng máy đó. Muốn bắt đầu mới ở đây, chọn nơi để số liệu.</translation>
    </message>
    <message>
        <source>The program runs from a stick and there are data on it. On this computer they are copied and every file is checked; the copy on the stick is put aside, not deleted. This is asked only once.</source>
        <translation>Phần mềm đang chạy từ USB, trên USB đã có số liệu. Nếu để trên máy tính này, số liệu được chép sang và kiểm tra từng tệp; bản trên USB được cất riêng, không bị xóa. Chỉ hỏi một lần.</translation>
    </message>
    <message>
        <source>The program runs from a stick. This is asked only once.</source>
        <translation>Phần mềm đang chạy từ USB. Chỉ hỏi một lần.</translation>
    </message>
    <message>
        <source>Copying and checking</source>
        <translation>Đang chép và kiểm tra</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>The table as it was read</source>
        <translation>Bảng như đã đọc được</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Trang trước</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Trang sau</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Xem lớn hơn</translation>
    </message>
    <message>
        <source>Opening the page…</source>
        <translation>Đang mở trang…</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Trang {page}/{pages}</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Where</source>
        <translation>Vị trí</translation>
    </message>
    <message>
        <source>How grave</source>
        <translation>Mức độ</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Nội dung cần xem</translation>
    </message>
    <message>
        <source>Go to the place</source>
        <translation>Đến chỗ cần sửa</translation>
    </message>
    <message>
        <source>Keep as a remark</source>
        <translation>Ghi nhận, giữ nguyên</translation>
    </message>
    <message>
        <source>An error stops publishing. What the decision itself says can be kept as a remark.</source>
        <translation>Mục phải sửa thì chưa ban hành được. Điều chính văn bản ghi như vậy thì ghi nhận, giữ nguyên.</translation>
    </message>
    <message>
        <source>Nothing was found that should be mended.</source>
        <translation>Không thấy mục nào cần sửa.</translation>
    </message>
    <message>
        <source>The whole set</source>
        <translation>Quy định chung</translation>
    </message>
</context>
<context>
    <name>ProblemsDialog</name>
    <message>
        <source>How grave</source>
        <translation>Mức độ</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Vị trí</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Sao chép danh sách</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Stop</source>
        <translation>Dừng lại</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>còn khoảng %n giây</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>còn khoảng %n phút</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping; what was done is being undone.</source>
        <translation>Đang dừng và hoàn tác phần đã làm.</translation>
    </message>
</context>
<context>
    <name>Publication</name>
    <message>
        <source>Publication</source>
        <translation>Công bố</translation>
    </message>
    <message>
        <source>Before publication</source>
        <translation>Trước khi công bố</translation>
    </message>
    <message>
        <source>What goes out</source>
        <translation>Nội dung công bố</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Công bố</translation>
    </message>
    <message>
        <source>What is published</source>
        <translation>Loại kết quả</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Dự thảo</translation>
    </message>
    <message>
        <source>To be looked through; petitions may follow. Nothing is final.</source>
        <translation>Để các nơi xem và kiến nghị. Chưa có gì là chính thức.</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Chính thức</translation>
    </message>
    <message>
        <source>The points are fixed. A later one is marked as amended.</source>
        <translation>Điểm được chốt. Kết quả công bố sau đó mang tên kết quả điều chỉnh.</translation>
    </message>
    <message>
        <source>Why it is published with keys not accepted yet</source>
        <translation>Lý do công bố khi còn khóa chưa ghi nhận</translation>
    </message>
    <message>
        <source>Is printed with the result. Or compare and accept the keys first, in Collecting.</source>
        <translation>Được in kèm kết quả. Hoặc đối chiếu và ghi nhận khóa trước, ở trang Tiếp nhận.</translation>
    </message>
    <message>
        <source>Write the reason, or have the keys accepted first.</source>
        <translation>Ghi lý do, hoặc ghi nhận khóa trước.</translation>
    </message>
    <message>
        <source>Why it is published with signatures not confirmed</source>
        <translation>Lý do công bố khi còn chữ ký chưa đủ căn cứ xác nhận</translation>
    </message>
    <message>
        <source>Is printed with the result. Or settle the signatures first, in Collecting.</source>
        <translation>Được in kèm kết quả. Hoặc xử lý chữ ký trước, ở trang Tiếp nhận.</translation>
    </message>
    <message>
        <source>Write the reason, or have the signatures settled first.</source>
        <translation>Ghi lý do, hoặc xử lý chữ ký trước.</translation>
    </message>
    <message>
        <source>Published so far</source>
        <translation>Đã công bố</translation>
    </message>
    <message>
        <source>Nothing has been published yet.</source>
        <translation>Chưa công bố kết quả nào.</translation>
    </message>
    <message>
        <source>See the files written last</source>
        <translation>Xem các tệp vừa ghi</translation>
    </message>
    <message>
        <source>One sealed result for each agency, and the ranking as PDF and Excel.</source>
        <translation>Mỗi nơi một gói kết quả đã niêm phong, kèm bảng xếp hạng dạng PDF và Excel.</translation>
    </message>
    <message>
        <source>Each agency&apos;s paper explains every point in an annex</source>
        <translation>In kèm phụ lục diễn giải điểm cho từng cơ quan, địa phương</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Thời điểm</translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>Số nơi</translation>
    </message>
    <message>
        <source>Amended</source>
        <translation>Điều chỉnh</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are still open.</source>
        <translation>
            <numerusform>Còn %n mục chưa xong.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is settled.</source>
        <translation>Mọi mục đã xong.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>và %n nơi khác</numerusform>
        </translation>
    </message>
    <message>
        <source>See who is missing</source>
        <translation>Xem nơi chưa gửi</translation>
    </message>
    <message>
        <source>Compare codes</source>
        <translation>Đối chiếu mã</translation>
    </message>
    <message>
        <source>See the signatures</source>
        <translation>Xem chữ ký</translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation>Chọn bản chính thức</translation>
    </message>
    <message>
        <source>Go on appraising</source>
        <translation>Thẩm định tiếp</translation>
    </message>
    <message>
        <source>To the council</source>
        <translation>Sang Hội đồng</translation>
    </message>
    <message numerus="yes">
        <source>%n agency(ies) sent nothing; they are not ranked</source>
        <translation>
            <numerusform>%n nơi chưa gửi hồ sơ, không được xếp hạng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agency(ies) under another key than the accepted one</source>
        <translation>
            <numerusform>%n nơi có hồ sơ dùng khóa khác khóa đã ghi nhận</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) not accepted yet</source>
        <translation>
            <numerusform>%n khóa niêm phong chưa ghi nhận</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agency(ies) whose signatures are not confirmed</source>
        <translation>
            <numerusform>%n nơi có chữ ký chưa đủ căn cứ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agency(ies) with two different submissions</source>
        <translation>
            <numerusform>%n nơi có hai bản khác nhau, cần chọn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criteria not appraised yet</source>
        <translation>
            <numerusform>%n tiêu chí chưa thẩm định</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criteria on which opinions differ</source>
        <translation>
            <numerusform>%n tiêu chí có ý kiến khác nhau</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criteria wait for a decision</source>
        <translation>
            <numerusform>%n tiêu chí chờ xem xét</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tie(s) not settled; a shared rank is published as such</source>
        <translation>
            <numerusform>%n nhóm đồng hạng chưa kết luận, sẽ công bố là đồng hạng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n submissions are in</source>
        <translation>
            <numerusform>Đã tiếp nhận đủ %n hồ sơ</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing came under another key than the accepted one</source>
        <translation>Không có hồ sơ nào dùng khóa khác khóa đã ghi nhận</translation>
    </message>
    <message>
        <source>Every key is accepted</source>
        <translation>Mọi khóa niêm phong đã được ghi nhận</translation>
    </message>
    <message>
        <source>No signature waits to be confirmed</source>
        <translation>Không còn chữ ký nào chưa đủ căn cứ</translation>
    </message>
    <message>
        <source>No agency has two different submissions</source>
        <translation>Không nơi nào có hai bản khác nhau</translation>
    </message>
    <message>
        <source>Every criterion is appraised</source>
        <translation>Mọi tiêu chí đã được thẩm định</translation>
    </message>
    <message>
        <source>No opinions differ</source>
        <translation>Không còn ý kiến khác nhau</translation>
    </message>
    <message>
        <source>No points wait for a decision</source>
        <translation>Không còn điểm chờ xem xét</translation>
    </message>
    <message>
        <source>No tie is open</source>
        <translation>Không còn nhóm đồng hạng chờ kết luận</translation>
    </message>
    <message>
        <source>Publish the draft</source>
        <translation>Công bố dự thảo</translation>
    </message>
    <message>
        <source>Publish the amended result</source>
        <translation>Công bố kết quả điều chỉnh</translation>
    </message>
    <message>
        <source>Publish the final result</source>
        <translation>Công bố chính thức</translation>
    </message>
    <message>
        <source>Result No. {number}</source>
        <translation>Kết quả số {number}</translation>
    </message>
    <message>
        <source>Still open: {lines}. What is published as final fixes the points as they are now. A draft can be sent round first.</source>
        <translation>Còn: {lines}. Công bố chính thức sẽ chốt điểm như hiện tại. Có thể gửi dự thảo trước.</translation>
    </message>
    <message>
        <source>Publish as final all the same?</source>
        <translation>Vẫn công bố chính thức?</translation>
    </message>
    <message>
        <source>Publish as final</source>
        <translation>Công bố chính thức</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message numerus="yes">
        <source>%n sealed result(s), one for each agency, and the ranking as PDF and Excel.</source>
        <translation>
            <numerusform>%n gói kết quả đã niêm phong, mỗi nơi một gói, kèm bảng xếp hạng dạng PDF và Excel.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stands with every result, for example where petitions go and by when</source>
        <translation>In kèm mọi kết quả, ví dụ nơi nhận và thời hạn gửi kiến nghị</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>Đang công bố</translation>
    </message>
    <message>
        <source>Result No. {number} was published.</source>
        <translation>Đã công bố kết quả số {number}.</translation>
    </message>
    <message>
        <source>Open the ranking</source>
        <translation>Mở bảng xếp hạng</translation>
    </message>
    <message>
        <source>Hand each result to its agency, unopened and not zipped again. The ranking is for everybody.</source>
        <translation>Chuyển từng gói kết quả cho đúng nơi nhận, không mở và không nén lại. Bảng xếp hạng dành cho tất cả.</translation>
    </message>
    <message>
        <source>Files written</source>
        <translation>Tệp đã ghi</translation>
    </message>
</context>
<context>
    <name>PublishDialog</name>
    <message>
        <source>Publish “{title}”</source>
        <translation>Ban hành “{title}”</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Bản</translation>
    </message>
    <message numerus="yes">
        <source>%n criterion(s)</source>
        <translation>
            <numerusform>%n tiêu chí</numerusform>
        </translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} điểm</translation>
    </message>
    <message>
        <source>A published version never changes; a correction is another version.</source>
        <translation>Bản đã ban hành không thay đổi nữa; cần sửa thì ban hành bản khác.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) still to look at</source>
        <translation>
            <numerusform>%n chỗ nên xem lại</numerusform>
        </translation>
    </message>
    <message>
        <source>As it will be named, for example 2 or 2026.1</source>
        <translation>Số của bản, ví dụ 2 hoặc 2026.1</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Ban hành</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Soạn tiếp</translation>
    </message>
</context>
<context>
    <name>QuestionCards</name>
    <message>
        <source>Nothing is open: this set asks no question of its authority.</source>
        <translation>Không có điểm nào để ngỏ.</translation>
    </message>
    <message>
        <source>What the decision leaves open is asked here instead of being assumed; answers are kept and printed.</source>
        <translation>Điểm văn bản chưa quy định được hỏi ở đây, không tự đoán; lựa chọn được lưu và in kèm.</translation>
    </message>
    <message>
        <source>Answer: {question}</source>
        <translation>Chọn cách hiểu: {question}</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Thước Số</source>
        <translation>Thước Số</translation>
    </message>
    <message>
        <source>Who is working?</source>
        <translation>Chọn người thao tác</translation>
    </message>
</context>
<context>
    <name>Ranking</name>
    <message>
        <source>Ranking</source>
        <translation>Xếp hạng</translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation>Tìm tên</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Bảng</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Tổng hợp</translation>
    </message>
    <message>
        <source>Chosen agency</source>
        <translation>Nơi đang chọn</translation>
    </message>
    <message numerus="yes">
        <source>%n commune(s)</source>
        <translation>
            <numerusform>%n xã, phường, đặc khu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agency(ies)</source>
        <translation>
            <numerusform>%n cơ quan, địa phương</numerusform>
        </translation>
    </message>
    <message>
        <source>Ranking table</source>
        <translation>Bảng xếp hạng</translation>
    </message>
    <message numerus="yes">
        <source>%n not received</source>
        <translation>
            <numerusform>%n nơi chưa gửi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criteria not appraised</source>
        <translation>
            <numerusform>%n tiêu chí chưa thẩm định</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criteria on which opinions differ</source>
        <translation>
            <numerusform>%n tiêu chí có ý kiến khác nhau</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for a decision</source>
        <translation>
            <numerusform>%n tiêu chí chờ xem xét</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tie(s) to settle</source>
        <translation>
            <numerusform>%n nhóm đồng hạng chờ kết luận</numerusform>
        </translation>
    </message>
    <message>
        <source>Provisional ranking:</source>
        <translation>Bảng tạm tính, còn:</translation>
    </message>
    <message>
        <source>Before publication:</source>
        <translation>Trước khi công bố:</translation>
    </message>
    <message>
        <source>The ranking stands here once submissions have been received.</source>
        <translation>Bảng xếp hạng có ở đây khi đã tiếp nhận hồ sơ.</translation>
    </message>
    <message>
        <source>Go to Collecting</source>
        <translation>Sang Tiếp nhận</translation>
    </message>
    <message>
        <source>shared rank</source>
        <translation>đồng hạng</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Tỷ lệ đạt</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>Commune, ward</source>
        <translation>Xã, phường, đặc khu</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Thứ hạng</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Cơ quan, địa phương</translation>
    </message>
    <message>
        <source>Points that count, less the points the agency claimed</source>
        <translation>Điểm hiện tính trừ điểm tự đánh giá</translation>
    </message>
    <message>
        <source>Against claim</source>
        <translation>So với tự đánh giá</translation>
    </message>
    <message>
        <source>Share of the maximum that counts</source>
        <translation>Tỷ lệ trên điểm tối đa được tính</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Mức xếp loại</translation>
    </message>
    <message>
        <source>Highest, mean, lowest:</source>
        <translation>Cao nhất, trung bình, thấp nhất:</translation>
    </message>
    <message>
        <source>Export the ranking</source>
        <translation>Xuất bảng xếp hạng</translation>
    </message>
    <message>
        <source>Go to the council</source>
        <translation>Sang Hội đồng</translation>
    </message>
    <message>
        <source>Go to publication</source>
        <translation>Sang Công bố</translation>
    </message>
    <message>
        <source>As a paper (PDF)…</source>
        <translation>Dạng PDF để in…</translation>
    </message>
    <message>
        <source>As a workbook (Excel)…</source>
        <translation>Dạng Excel…</translation>
    </message>
    <message>
        <source>PDF papers (*.pdf)</source>
        <translation>Tệp PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Tệp Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Ranking {campaign}</source>
        <translation>Xếp hạng {campaign}</translation>
    </message>
    <message>
        <source>The ranking was written: {name}</source>
        <translation>Đã ghi bảng xếp hạng: {name}</translation>
    </message>
    <message>
        <source>Writing the ranking</source>
        <translation>Đang ghi bảng xếp hạng</translation>
    </message>
</context>
<context>
    <name>RankingSummary</name>
    <message>
        <source>This framework has no bands, nobody shares a rank, and no points differ from the claims.</source>
        <translation>Bộ chỉ số này không chia mức xếp loại; hiện không có nơi nào đồng hạng và chưa có điểm nào khác với tự đánh giá.</translation>
    </message>
    <message numerus="yes">
        <source>Bands, %n agency(ies)</source>
        <translation>
            <numerusform>Mức xếp loại, %n nơi</numerusform>
        </translation>
    </message>
    <message>
        <source>Shared rank {rank}</source>
        <translation>Đồng hạng {rank}</translation>
    </message>
    <message>
        <source>For the council</source>
        <translation>Chờ Hội đồng</translation>
    </message>
    <message>
        <source>Equal to the last fraction; the ranks after it stay empty. Nothing is decided by the program.</source>
        <translation>Bằng nhau đến phân số, các hạng kế tiếp để trống. Phần mềm không tự phân định.</translation>
    </message>
    <message>
        <source>Lay before the council</source>
        <translation>Đưa ra Hội đồng</translation>
    </message>
    <message>
        <source>Near a threshold</source>
        <translation>Sát ngưỡng xếp loại</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>và %n nơi khác</numerusform>
        </translation>
    </message>
    <message>
        <source>{distance} above the threshold of {band}</source>
        <translation>trên ngưỡng {band} {distance}</translation>
    </message>
    <message>
        <source>{distance} below the threshold of {band}</source>
        <translation>dưới ngưỡng {band} {distance}</translation>
    </message>
    <message>
        <source>exactly at the threshold of {band}</source>
        <translation>vừa đúng ngưỡng {band}</translation>
    </message>
    <message>
        <source>Changed most against the claim</source>
        <translation>Thay đổi nhiều nhất so với tự đánh giá</translation>
    </message>
    <message>
        <source>Not ranked</source>
        <translation>Không xếp hạng</translation>
    </message>
</context>
<context>
    <name>ReceiveTimeDialog</name>
    <message>
        <source>Loaded into the program at {moment}. What counts is when it was received.</source>
        <translation>Nạp vào phần mềm lúc {moment}. Thời điểm được tính là lúc tiếp nhận.</translation>
    </message>
    <message>
        <source>Day of receipt</source>
        <translation>Ngày tiếp nhận</translation>
    </message>
    <message>
        <source>Time of receipt</source>
        <translation>Giờ</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>For example: register of documents, No. 512, 13/11/2026</source>
        <translation>Ví dụ: sổ văn bản đến số 512, ngày 13/11/2026</translation>
    </message>
    <message>
        <source>Where this time stands</source>
        <translation>Căn cứ của thời điểm này</translation>
    </message>
    <message>
        <source>Set the time of receipt</source>
        <translation>Ghi thời điểm tiếp nhận</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Write the date as day/month/year.</source>
        <translation>Ghi ngày/tháng/năm.</translation>
    </message>
    <message>
        <source>Write the time as 14:05.</source>
        <translation>Ghi giờ dạng 14:05.</translation>
    </message>
    <message>
        <source>Say where this time stands.</source>
        <translation>Ghi căn cứ của thời điểm này.</translation>
    </message>
</context>
<context>
    <name>ReceivedSheet</name>
    <message>
        <source>Choose a row to see what was received, the code to compare and whom to call.</source>
        <translation>Chọn một dòng để xem hồ sơ đã nhận, mã đối chiếu và người cần gọi.</translation>
    </message>
    <message>
        <source>Open the dossier in Appraisal</source>
        <translation>Mở hồ sơ ở Thẩm định</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) chosen</source>
        <translation>
            <numerusform>Đã chọn %n dòng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) among them are not accepted yet.</source>
        <translation>
            <numerusform>%n khóa trong số này chưa ghi nhận.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n key(s)</source>
        <translation>
            <numerusform>Ghi nhận %n khóa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n receipt(s)</source>
        <translation>
            <numerusform>Lập %n phiếu tiếp nhận</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them sent nothing yet.</source>
        <translation>
            <numerusform>%n nơi trong số này chưa gửi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write a reminder</source>
        <translation>Soạn tin đôn đốc</translation>
    </message>
    <message>
        <source>Nothing is open for these.</source>
        <translation>Không có việc nào cần xử lý ở các dòng này.</translation>
    </message>
    <message>
        <source>revision {number} · round {round}</source>
        <translation>bản chốt số {number} · lần {round}</translation>
    </message>
    <message>
        <source>Two intact files bear this number. None is appraised before one is chosen.</source>
        <translation>Hai tệp nguyên vẹn cùng ghi một số. Chưa bản nào được thẩm định khi chưa chọn.</translation>
    </message>
    <message>
        <source>Content: two different ones</source>
        <translation>Nội dung: có hai bản khác nhau</translation>
    </message>
    <message numerus="yes">
        <source>%n evidence file(s) agree with the seal.</source>
        <translation>
            <numerusform>%n tệp minh chứng khớp niêm phong.</numerusform>
        </translation>
    </message>
    <message>
        <source>Answered on version {old}: {claimed} points claimed. On version {new}: {total}.</source>
        <translation>Trả lời theo bản {old}: tự chấm {claimed} điểm. Theo bản {new}: {total} điểm.</translation>
    </message>
    <message>
        <source>Points computed here: {total}. They differ from the claim.</source>
        <translation>Điểm tính lại: {total}, khác với điểm khai.</translation>
    </message>
    <message>
        <source>Points computed here agree with the claim: {total}.</source>
        <translation>Điểm tính lại khớp: {total}.</translation>
    </message>
    <message>
        <source>Content: intact</source>
        <translation>Nội dung: nguyên vẹn</translation>
    </message>
    <message>
        <source>Every volume is here; some came after {day}.</source>
        <translation>Đã đủ các tập; có tập đến sau ngày {day}.</translation>
    </message>
    <message>
        <source>Evidence: complete</source>
        <translation>Minh chứng: đã đủ</translation>
    </message>
    <message>
        <source>Evidence: {here} of {all} volumes</source>
        <translation>Minh chứng: đã có {here}/{all} tập</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are still to come.</source>
        <translation>
            <numerusform>Còn chờ %n tệp.</numerusform>
        </translation>
    </message>
    <message>
        <source>They may follow through {day}.</source>
        <translation>Được gửi bổ sung đến hết ngày {day}.</translation>
    </message>
    <message>
        <source>They were to follow through {day}.</source>
        <translation>Hạn gửi bổ sung là hết ngày {day}.</translation>
    </message>
    <message>
        <source>Claimed → computed here</source>
        <translation>Điểm khai → điểm tính lại</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>và %n mục khác</numerusform>
        </translation>
    </message>
    <message>
        <source>Key: accepted</source>
        <translation>Khóa: đã ghi nhận</translation>
    </message>
    <message>
        <source>The same key as compared before.</source>
        <translation>Đúng khóa đã đối chiếu từ trước.</translation>
    </message>
    <message>
        <source>Another key than the accepted one. Call the number known from before, not one in the file.</source>
        <translation>Khác với khóa đã ghi nhận. Gọi theo số đã lưu từ trước, không gọi số ghi trong tệp.</translation>
    </message>
    <message>
        <source>Key: other than the accepted one</source>
        <translation>Khóa: khác khóa đã ghi nhận</translation>
    </message>
    <message>
        <source>First submission sealed with this key.</source>
        <translation>Lần đầu nhận hồ sơ niêm phong bằng khóa này.</translation>
    </message>
    <message>
        <source>Key: not accepted yet</source>
        <translation>Khóa: chưa ghi nhận</translation>
    </message>
    <message>
        <source>Signature: valid</source>
        <translation>Chữ ký: hợp lệ</translation>
    </message>
    <message>
        <source>Signature: not enough grounds yet</source>
        <translation>Chữ ký: chưa đủ căn cứ xác nhận</translation>
    </message>
    <message>
        <source>Signature: not valid</source>
        <translation>Chữ ký: không hợp lệ</translation>
    </message>
    <message>
        <source>See the verification for what is missing; signers are accepted there.</source>
        <translation>Xem kết quả kiểm tra để biết còn thiếu gì; ghi nhận người ký ở đó.</translation>
    </message>
    <message>
        <source>Signature: none asked for</source>
        <translation>Chữ ký số: đợt này không yêu cầu</translation>
    </message>
    <message>
        <source>Confirmed in the program by {who}, {moment}.</source>
        <translation>{who} xác nhận trong phần mềm lúc {moment}.</translation>
    </message>
    <message>
        <source>Check code</source>
        <translation>Mã đối chiếu</translation>
    </message>
    <message>
        <source>Check code of the other key</source>
        <translation>Mã đối chiếu của khóa khác</translation>
    </message>
    <message>
        <source>Call the focal officer on the number known from before, let the code be read, then accept.</source>
        <translation>Gọi đầu mối theo số đã lưu từ trước, nghe đọc mã, khớp mới chọn Ghi nhận khóa.</translation>
    </message>
    <message>
        <source>Add a telephone number</source>
        <translation>Thêm số điện thoại</translation>
    </message>
    <message>
        <source>See what differs and choose</source>
        <translation>Xem phần khác nhau và chọn</translation>
    </message>
    <message>
        <source>Accept key</source>
        <translation>Ghi nhận khóa</translation>
    </message>
    <message>
        <source>A further revision came after the deadline. What came in time counts until somebody consents.</source>
        <translation>Có bản chốt tiếp theo đến sau hạn. Bản nhận trong hạn vẫn được tính cho đến khi có người đồng ý thay.</translation>
    </message>
    <message>
        <source>Replacement after the deadline</source>
        <translation>Bản thay thế sau hạn</translation>
    </message>
    <message>
        <source>See what changes and decide</source>
        <translation>Xem thay đổi và quyết định</translation>
    </message>
    <message>
        <source>A file sealed with another key came in this agency&apos;s name. What came under the accepted key counts until that key is accepted or somebody consents. Call the number known from before.</source>
        <translation>Có tệp mang tên nơi này nhưng niêm phong bằng khóa khác. Hồ sơ theo khóa đã ghi nhận vẫn được tính cho đến khi ghi nhận khóa đó hoặc có người đồng ý. Gọi theo số đã biết từ trước.</translation>
    </message>
    <message>
        <source>Another key than the accepted one</source>
        <translation>Khóa khác khóa đã ghi nhận</translation>
    </message>
    <message>
        <source>A further revision is kept, but a signature on it can&apos;t be used. This one counts.</source>
        <translation>Có bản chốt mới hơn được giữ để đối chiếu, nhưng chữ ký trên bản đó không dùng được. Bản này vẫn được tính.</translation>
    </message>
    <message>
        <source>Let it count all the same…</source>
        <translation>Vẫn đưa vào thẩm định…</translation>
    </message>
    <message>
        <source>Signature does not hold</source>
        <translation>Chữ ký không dùng được</translation>
    </message>
    <message>
        <source>Returned for completion; nothing counts until it comes again.</source>
        <translation>Đã trả lại để hoàn thiện; chưa tính hồ sơ nào cho đến khi gửi lại.</translation>
    </message>
    <message>
        <source>Take the return back</source>
        <translation>Thôi trả lại</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Đã trả lại</translation>
    </message>
    <message>
        <source>Reason given: {reason}</source>
        <translation>Lý do đã ghi: {reason}</translation>
    </message>
    <message>
        <source>Receipt made {moment}</source>
        <translation>Đã lập phiếu tiếp nhận {moment}</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>Lập lại phiếu</translation>
    </message>
    <message>
        <source>Make the receipt</source>
        <translation>Lập phiếu tiếp nhận</translation>
    </message>
    <message>
        <source>See the verification of the file</source>
        <translation>Xem kết quả kiểm tra tệp</translation>
    </message>
    <message numerus="yes">
        <source>All %n files received</source>
        <translation>
            <numerusform>Xem cả %n bản đã nhận</numerusform>
        </translation>
    </message>
    <message>
        <source>Return for completion</source>
        <translation>Trả lại để hoàn thiện</translation>
    </message>
    <message>
        <source>Received {moment}</source>
        <translation>Tiếp nhận {moment}</translation>
    </message>
    <message>
        <source>late</source>
        <translation>gửi muộn</translation>
    </message>
    <message>
        <source>Set the time of receipt</source>
        <translation>Ghi thời điểm tiếp nhận</translation>
    </message>
    <message>
        <source>What came is intact and kept for comparison, but a signature on it can&apos;t be used.</source>
        <translation>Hồ sơ nguyên vẹn và được giữ để đối chiếu, nhưng có chữ ký không dùng được.</translation>
    </message>
    <message>
        <source>Ask the agency to sign again and send.</source>
        <translation>Đề nghị đơn vị ký lại rồi gửi.</translation>
    </message>
    <message>
        <source>A file came but could not be read; nothing of it was taken in. The first time is noted.</source>
        <translation>Đã nhận một tệp nhưng không đọc được, chưa tiếp nhận nội dung nào. Thời điểm gửi lần đầu đã ghi lại.</translation>
    </message>
    <message>
        <source>The agency&apos;s name is what the file says of itself, not verified.</source>
        <translation>Tên đơn vị là do tệp tự ghi, chưa được kiểm tra.</translation>
    </message>
    <message>
        <source>Write: send again</source>
        <translation>Soạn tin đề nghị gửi lại</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>chưa đặt</translation>
    </message>
    <message>
        <source>Deadline: through {day}</source>
        <translation>Hạn gửi: hết ngày {day}</translation>
    </message>
    <message>
        <source>Extension, contact</source>
        <translation>Gia hạn, đầu mối</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>(no name yet)</source>
        <translation>(chưa có tên)</translation>
    </message>
    <message>
        <source>Nothing is entered here yet.</source>
        <translation>Chưa nhập mục nào.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Chuyển lên</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Chuyển xuống</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Add: {noun}</source>
        <translation>Thêm {noun}</translation>
    </message>
    <message>
        <source>Take out: {noun}</source>
        <translation>Bỏ {noun}</translation>
    </message>
    <message>
        <source>Move: {noun}</source>
        <translation>Chuyển {noun}</translation>
    </message>
    <message>
        <source>Change: {noun}</source>
        <translation>Sửa {noun}</translation>
    </message>
</context>
<context>
    <name>RecoverDialog</name>
    <message>
        <source>Bring back the work of {agency}</source>
        <translation>Khôi phục phần việc của {agency}</translation>
    </message>
    <message>
        <source>Revision {number} here is as it was sent: this later one takes its place, and it stays in the history. A copy of the data is made before.</source>
        <translation>Bản chốt số {number} ở đây vẫn đúng như khi gửi: bản gửi sau này thay vào, bản cũ lưu trong lịch sử. Dữ liệu được sao lưu trước khi thay.</translation>
    </message>
    <message>
        <source>If something was sent after this, choose those files as well, or a receipt that names it: then the next revision gets a number of its own.</source>
        <translation>Nếu sau bản này xã còn gửi bản khác, chọn thêm các tệp đó hoặc phiếu tiếp nhận có ghi bản đó: khi ấy bản chốt sau có số riêng, không trùng.</translation>
    </message>
    <message>
        <source>What these files do not bring back</source>
        <translation>Những gì các tệp này không khôi phục được</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Đợt đánh giá</translation>
    </message>
    <message>
        <source>Reviewing authority</source>
        <translation>Cơ quan thẩm định</translation>
    </message>
    <message>
        <source>Revision {number}, round {round}</source>
        <translation>Bản chốt số {number}, lần {round}</translation>
    </message>
    <message>
        <source>{here} of {files} files</source>
        <translation>{here}/{files} tệp</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Đã gửi</translation>
    </message>
    <message>
        <source>Points claimed</source>
        <translation>Điểm tự đánh giá ghi trong hồ sơ</translation>
    </message>
    <message>
        <source>Criteria with answers</source>
        <translation>Tiêu chí có số liệu</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Minh chứng</translation>
    </message>
    <message>
        <source>Check code of the seal</source>
        <translation>Mã đối chiếu của khóa niêm phong</translation>
    </message>
</context>
<context>
    <name>Recovering</name>
    <message>
        <source>Choose what was sent: all its files</source>
        <translation>Chọn mọi tệp hồ sơ đã gửi</translation>
    </message>
    <message>
        <source>Bundles (*.thuocso *.zip *.age)</source>
        <translation>Gói hồ sơ (*.thuocso *.zip *.age)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Checking the files</source>
        <translation>Đang kiểm tra các tệp</translation>
    </message>
    <message>
        <source>Bringing the work back</source>
        <translation>Đang khôi phục</translation>
    </message>
    <message>
        <source>The work of {agency} is here again. Look through it before anything is sent.</source>
        <translation>Đã khôi phục phần việc của {agency}. Xem lại toàn bộ trước khi gửi bản mới.</translation>
    </message>
</context>
<context>
    <name>RegistrationDialog</name>
    <message>
        <source>Report that the campaign has come</source>
        <translation>Báo nhận gói triển khai</translation>
    </message>
    <message>
        <source>Write the report file</source>
        <translation>Lập phiếu báo nhận</translation>
    </message>
</context>
<context>
    <name>RegistrationNotice</name>
    <message>
        <source>Report to the authority that the campaign has come: one small file, made in a minute.</source>
        <translation>Báo nhận gói triển khai với cơ quan thẩm định: một tệp nhỏ, lập trong một phút.</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Báo nhận…</translation>
    </message>
    <message>
        <source>The key, the contact or the campaign has changed since it was reported.</source>
        <translation>Khóa, đầu mối hoặc gói triển khai đã thay đổi từ khi báo nhận.</translation>
    </message>
    <message>
        <source>Report again…</source>
        <translation>Báo nhận lại…</translation>
    </message>
    <message>
        <source>Writing the report file</source>
        <translation>Đang lập phiếu báo nhận</translation>
    </message>
    <message>
        <source>Written and checked: {name}. Send it to the authority; its check code: {code}.</source>
        <translation>Đã ghi và kiểm tra xong: {name}. Gửi tệp cho cơ quan thẩm định; mã đối chiếu: {code}.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation>Tạo khóa mới</translation>
    </message>
    <message>
        <source>Compare the code…</source>
        <translation>Đối chiếu mã…</translation>
    </message>
    <message>
        <source>A file came under another key than the accepted one of the authority. Call the number known from before, never one in the file.</source>
        <translation>Có tệp niêm phong bằng khóa khác với khóa đã ghi nhận của cơ quan thẩm định. Gọi số đã biết từ trước, không gọi số ghi trong tệp.</translation>
    </message>
    <message>
        <source>The authority&apos;s key is not compared yet. Type the code of its official letter; work goes on meanwhile.</source>
        <translation>Chưa đối chiếu khóa của cơ quan thẩm định. Nhập mã ghi trong công văn; công việc vẫn tiếp tục bình thường.</translation>
    </message>
    <message>
        <source>The authority&apos;s key is accepted.</source>
        <translation>Đã ghi nhận khóa của cơ quan thẩm định.</translation>
    </message>
</context>
<context>
    <name>Registry</name>
    <message>
        <source>Registry and keys</source>
        <translation>Danh bạ và khóa</translation>
    </message>
    <message>
        <source>Excel form</source>
        <translation>Biểu Excel</translation>
    </message>
    <message>
        <source>Load registrations…</source>
        <translation>Nạp phiếu báo nhận…</translation>
    </message>
    <message>
        <source>Find a name, code, letter</source>
        <translation>Tìm tên, mã, công văn</translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>Cơ quan, địa phương</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>Danh bạ</translation>
    </message>
    <message>
        <source>Chosen row</source>
        <translation>Dòng đang chọn</translation>
    </message>
    <message>
        <source>{registered}/{all} reported that they have the campaign</source>
        <translation>{registered}/{all} đã báo nhận gói triển khai</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>To be settled</source>
        <translation>Cần xử lý</translation>
    </message>
    <message>
        <source>As in the letter</source>
        <translation>Khớp công văn</translation>
    </message>
    <message>
        <source>Not reported</source>
        <translation>Chưa báo nhận</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Đã ghi nhận</translation>
    </message>
    <message>
        <source>Keys accepted</source>
        <translation>Khóa đã ghi nhận</translation>
    </message>
    <message>
        <source>{accepted}/{all} keys accepted</source>
        <translation>Đã ghi nhận {accepted}/{all} khóa</translation>
    </message>
    <message numerus="yes">
        <source>%n contradict(s) what is known</source>
        <translation>
            <numerusform>%n khóa khác với điều đã biết</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n key(s) as in the letters</source>
        <translation>
            <numerusform>Ghi nhận %n khóa khớp công văn</numerusform>
        </translation>
    </message>
    <message>
        <source>Collecting</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) accepted as in the letters.</source>
        <translation>
            <numerusform>Đã ghi nhận %n khóa khớp công văn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) accepted.</source>
        <translation>
            <numerusform>Đã ghi nhận %n khóa.</numerusform>
        </translation>
    </message>
    <message>
        <source>The key of {name} is accepted.</source>
        <translation>Đã ghi nhận khóa của {name}.</translation>
    </message>
    <message>
        <source>Not the key of {name}</source>
        <translation>Không phải khóa của {name}</translation>
    </message>
    <message>
        <source>Files that came under this key do not count, and nobody is asked about it again.</source>
        <translation>Tệp niêm phong bằng khóa này không được tính, và không hỏi lại về khóa này nữa.</translation>
    </message>
    <message>
        <source>How one knows</source>
        <translation>Biết được từ đâu</translation>
    </message>
    <message>
        <source>Set the key aside</source>
        <translation>Không ghi nhận khóa</translation>
    </message>
    <message>
        <source>Say who told it and how.</source>
        <translation>Ghi rõ ai báo, bằng cách nào.</translation>
    </message>
    <message>
        <source>The key of {name} has ended.</source>
        <translation>Đã kết thúc khóa của {name}.</translation>
    </message>
    <message>
        <source>Restore the key of {name}</source>
        <translation>Khôi phục khóa của {name}</translation>
    </message>
    <message>
        <source>It was ended by mistake: it is accepted again, as if it had never ended. The journal keeps both.</source>
        <translation>Khóa bị kết thúc nhầm: nay được ghi nhận lại như chưa từng kết thúc. Nhật ký giữ cả hai lần.</translation>
    </message>
    <message>
        <source>Who said so, and how</source>
        <translation>Ai báo, bằng cách nào</translation>
    </message>
    <message>
        <source>Restore the key</source>
        <translation>Khôi phục khóa</translation>
    </message>
    <message>
        <source>Write the form…</source>
        <translation>Ghi biểu để điền…</translation>
    </message>
    <message>
        <source>Load the filled form…</source>
        <translation>Nạp biểu đã điền…</translation>
    </message>
    <message>
        <source>Registry_and_codes.xlsx</source>
        <translation>DanhBa_MaDoiChieu.xlsx</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Tệp Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Write the form</source>
        <translation>Ghi biểu để điền</translation>
    </message>
    <message>
        <source>Written: {name}. Fill in telephones and the codes of the letters, then load it.</source>
        <translation>Đã ghi {name}. Điền số điện thoại và mã trong công văn rồi nạp lại.</translation>
    </message>
    <message>
        <source>Load the filled form</source>
        <translation>Nạp biểu đã điền</translation>
    </message>
    <message numerus="yes">
        <source>%n agency(ies) read from the form, {codes} with a code.</source>
        <translation>
            <numerusform>Đã đọc %n cơ quan từ biểu, {codes} cơ quan có mã.</numerusform>
        </translation>
    </message>
    <message>
        <source>Load registrations</source>
        <translation>Nạp phiếu báo nhận</translation>
    </message>
    <message>
        <source>Bundles (*.thuocso *.zip)</source>
        <translation>Gói hồ sơ (*.thuocso *.zip)</translation>
    </message>
    <message>
        <source>Taking registrations in</source>
        <translation>Đang nạp phiếu báo nhận</translation>
    </message>
    <message numerus="yes">
        <source>%n registration(s) taken in.</source>
        <translation>
            <numerusform>Đã nạp %n phiếu báo nhận.</numerusform>
        </translation>
    </message>
    <message>
        <source>Other key than the accepted one</source>
        <translation>Khác với khóa đã ghi nhận</translation>
    </message>
    <message>
        <source>Not the code of the letter</source>
        <translation>Khác mã trong công văn</translation>
    </message>
    <message>
        <source>Key ended, no other yet</source>
        <translation>Khóa đã kết thúc</translation>
    </message>
    <message>
        <source>As in the letter, accept</source>
        <translation>Khớp công văn, chờ ghi nhận</translation>
    </message>
    <message>
        <source>Signed for by the agency, accept</source>
        <translation>Cơ quan đã ký số cho khóa, ghi nhận</translation>
    </message>
    <message>
        <source>Seen, not compared yet</source>
        <translation>Chưa ghi nhận</translation>
    </message>
    <message>
        <source>Letter here, no file</source>
        <translation>Có mã công văn, chưa có tệp</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Chưa có gì</translation>
    </message>
    <message>
        <source>Commune, ward</source>
        <translation>Xã, phường</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Báo nhận</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Công văn</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Khóa</translation>
    </message>
</context>
<context>
    <name>RegistryEntryDialog</name>
    <message>
        <source>Telephone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Whom to ask for</source>
        <translation>Đầu mối</translation>
    </message>
    <message>
        <source>Check code in the letter</source>
        <translation>Mã đối chiếu trong công văn</translation>
    </message>
    <message>
        <source>Which letter</source>
        <translation>Công văn nào</translation>
    </message>
    <message>
        <source>For example: No. 12/UBND-VP, 03/11/2026</source>
        <translation>Ví dụ: số 12/UBND-VP ngày 03/11/2026</translation>
    </message>
    <message>
        <source>Six groups of five digits, from the letter itself. A code in the same file proves nothing.</source>
        <translation>Sáu nhóm năm chữ số, chép từ chính công văn. Mã in trong cùng tệp không phải căn cứ.</translation>
    </message>
    <message>
        <source>Keep in the registry</source>
        <translation>Lưu vào danh bạ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>The key of the file received has this very code.</source>
        <translation>Khóa của tệp đã nhận có đúng mã này.</translation>
    </message>
    <message>
        <source>The key of the file received has another code.</source>
        <translation>Khóa của tệp đã nhận có mã khác.</translation>
    </message>
    <message numerus="yes">
        <source>The code has %n digit(s) so far, 30 are needed.</source>
        <translation>
            <numerusform>Mã mới có %n chữ số, cần đủ 30.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegistrySheet</name>
    <message>
        <source>Choose a row to see its codes and whom to call.</source>
        <translation>Chọn một dòng để xem mã và số điện thoại.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) chosen</source>
        <translation>
            <numerusform>Đang chọn %n dòng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them have the code of their letter.</source>
        <translation>
            <numerusform>%n khóa trong số đó khớp mã trong công văn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n key(s)</source>
        <translation>
            <numerusform>Ghi nhận %n khóa</numerusform>
        </translation>
    </message>
    <message>
        <source>None of them has the code of its letter: compare them one by one.</source>
        <translation>Chưa khóa nào khớp mã trong công văn: đối chiếu từng cơ quan.</translation>
    </message>
    <message>
        <source>A file came under another key than the accepted one. Call the number below, never one in the file.</source>
        <translation>Có tệp niêm phong bằng khóa khác với khóa đã ghi nhận. Gọi số dưới đây, không gọi số ghi trong tệp.</translation>
    </message>
    <message>
        <source>The key and the letter say different codes. Ask which is right; nothing is accepted until then.</source>
        <translation>Mã của khóa và mã trong công văn khác nhau. Hỏi rõ mã nào đúng; chưa ghi nhận gì cho đến lúc đó.</translation>
    </message>
    <message>
        <source>The key accepted before has ended. Wait for a file under the new one.</source>
        <translation>Khóa đã ghi nhận đã kết thúc. Chờ tệp niêm phong bằng khóa mới.</translation>
    </message>
    <message>
        <source>The key of the file has the very code of the official letter.</source>
        <translation>Khóa của tệp có đúng mã ghi trong công văn.</translation>
    </message>
    <message>
        <source>{signer} signed for the agency, and what is signed names this very key. That signature is accepted here; nothing else has to be compared.</source>
        <translation>{signer} đã ký số cho cơ quan, và nội dung được ký ghi đúng khóa này. Chữ ký đó đã được ghi nhận ở đây nên không cần đối chiếu gì thêm.</translation>
    </message>
    <message>
        <source>Compare the code with the official letter, or let it be read out over the number below.</source>
        <translation>Đối chiếu mã với công văn, hoặc gọi số dưới đây để nghe đọc mã.</translation>
    </message>
    <message>
        <source>The letter&apos;s code is kept; the key is judged when a file comes.</source>
        <translation>Mã trong công văn đã lưu; khóa được đối chiếu khi có tệp gửi đến.</translation>
    </message>
    <message>
        <source>Neither a letter nor a file has come yet.</source>
        <translation>Chưa có công văn, chưa có tệp nào.</translation>
    </message>
    <message>
        <source>Files under this key are known to be this agency&apos;s.</source>
        <translation>Tệp niêm phong bằng khóa này được xác nhận là của cơ quan này.</translation>
    </message>
    <message>
        <source>Code of the key received</source>
        <translation>Mã của khóa nhận được</translation>
    </message>
    <message>
        <source>Code of the accepted key</source>
        <translation>Mã của khóa đã ghi nhận</translation>
    </message>
    <message>
        <source>letter not named</source>
        <translation>chưa ghi công văn nào</translation>
    </message>
    <message>
        <source>Code in the letter ({source})</source>
        <translation>Mã trong công văn ({source})</translation>
    </message>
    <message>
        <source>The same key came under the name of {names}. One key serves one agency only.</source>
        <translation>Cùng khóa này đã gửi dưới tên {names}. Mỗi khóa chỉ dùng cho một cơ quan.</translation>
    </message>
    <message>
        <source>Add a telephone number</source>
        <translation>Thêm số điện thoại</translation>
    </message>
    <message>
        <source>Accept key</source>
        <translation>Ghi nhận khóa</translation>
    </message>
    <message>
        <source>Compare and accept…</source>
        <translation>Đối chiếu mã và ghi nhận…</translation>
    </message>
    <message>
        <source>Not this agency&apos;s key…</source>
        <translation>Không phải khóa của cơ quan này…</translation>
    </message>
    <message>
        <source>Telephone, code of the letter…</source>
        <translation>Điện thoại, mã trong công văn…</translation>
    </message>
    <message>
        <source>End the accepted key…</source>
        <translation>Kết thúc khóa đã ghi nhận…</translation>
    </message>
    <message>
        <source>Restore the key that ended…</source>
        <translation>Khôi phục khóa đã kết thúc…</translation>
    </message>
    <message>
        <source>Not reported yet</source>
        <translation>Chưa báo nhận gói triển khai</translation>
    </message>
    <message>
        <source>Holds revision {revision} of the campaign.</source>
        <translation>Đang giữ bản {revision} của gói triển khai.</translation>
    </message>
    <message>
        <source>Reported {moment}</source>
        <translation>Đã báo nhận {moment}</translation>
    </message>
    <message>
        <source>The file says, not to be called before the code was compared</source>
        <translation>Tệp tự ghi như sau; không gọi số này khi chưa đối chiếu mã</translation>
    </message>
    <message>
        <source>It says the key replaces an earlier one: {why}.</source>
        <translation>Tệp ghi khóa này thay khóa trước: {why}.</translation>
    </message>
    <message>
        <source>Accepted {moment} by {person}</source>
        <translation>Ghi nhận {moment}, {person}</translation>
    </message>
    <message>
        <source>ended {moment}</source>
        <translation>kết thúc {moment}</translation>
    </message>
</context>
<context>
    <name>ReplaceKeyDialog</name>
    <message>
        <source>A new key for {owner}</source>
        <translation>Khóa mới cho {owner}</translation>
    </message>
    <message>
        <source>Another computer, another clerk</source>
        <translation>Đổi máy, đổi người giữ</translation>
    </message>
    <message>
        <source>Lost, or passphrase forgotten</source>
        <translation>Bị mất, quên mật khẩu</translation>
    </message>
    <message>
        <source>Stolen, or seen by somebody</source>
        <translation>Bị lấy cắp, bị lộ</translation>
    </message>
    <message>
        <source>Every commune sees another check code. Send a new official letter with it before the next file.</source>
        <translation>Các xã sẽ thấy mã đối chiếu khác. Gửi công văn ghi mã mới trước khi gửi tệp tiếp theo.</translation>
    </message>
    <message>
        <source>The authority sees another check code and compares it. Report again afterwards.</source>
        <translation>Cơ quan thẩm định sẽ thấy mã đối chiếu khác và đối chiếu lại. Báo nhận lại sau khi tạo khóa.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Nothing has to wait: files can be sealed at once.</source>
        <translation>Không phải chờ: niêm phong và gửi được ngay.</translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation>Tạo khóa mới</translation>
    </message>
    <message>
        <source>Keep the present key</source>
        <translation>Giữ khóa đang dùng</translation>
    </message>
    <message>
        <source>Files sealed before stay what they are; receipts for them still count.</source>
        <translation>Hồ sơ đã niêm phong trước đó giữ nguyên giá trị; phiếu tiếp nhận cho hồ sơ đó vẫn có hiệu lực.</translation>
    </message>
    <message>
        <source>Call the receiver today: until it closes the old key, a stranger could use it.</source>
        <translation>Gọi nơi nhận ngay hôm nay: khi nơi nhận chưa kết thúc khóa cũ, người lạ có thể dùng khóa đó.</translation>
    </message>
    <message>
        <source>The old key seals nothing more here; copies of it can be destroyed.</source>
        <translation>Khóa cũ không niêm phong thêm tệp nào ở đây; các bản sao của khóa cũ có thể hủy.</translation>
    </message>
    <message>
        <source>If the old key turns up again, do not use it; restoring it would undo this.</source>
        <translation>Nếu tìm lại được khóa cũ thì không dùng nữa; khôi phục khóa cũ sẽ bỏ khóa mới.</translation>
    </message>
    <message>
        <source>Once the receiver has closed the old key as stolen, files sealed with it later are refused.</source>
        <translation>Khi nơi nhận đã ghi khóa cũ bị lấy cắp, tệp niêm phong bằng khóa đó về sau bị từ chối.</translation>
    </message>
</context>
<context>
    <name>ReplacementDialog</name>
    <message>
        <source>{agency}: take the replacement that came after the deadline?</source>
        <translation>{agency}: có nhận bản thay thế đến sau hạn không?</translation>
    </message>
    <message>
        <source>{agency}: take the replacement sealed with another key?</source>
        <translation>{agency}: có nhận bản thay thế niêm phong bằng khóa khác không?</translation>
    </message>
    <message>
        <source>Revision {old} was received in time, {old_moment}, and counts. Revision {new} came {new_moment}, after the last day. Opinions on criteria that stay the same would stand; those that change are looked at again.</source>
        <translation>Bản chốt số {old} nhận trong hạn, lúc {old_moment}, đang được tính. Bản chốt số {new} đến lúc {new_moment}, sau ngày cuối. Ý kiến về tiêu chí không đổi được giữ nguyên; tiêu chí có thay đổi phải xem lại.</translation>
    </message>
    <message>
        <source>Revision {old} was received {old_moment} under the accepted key, and counts. Revision {new} came {new_moment} under another key: ask on the number known from before whether the agency sent it. If it is taken, its key has to be accepted before publication all the same.</source>
        <translation>Bản chốt số {old} nhận lúc {old_moment} theo khóa đã ghi nhận, đang được tính. Bản chốt số {new} đến lúc {new_moment} theo khóa khác: hỏi theo số đã biết từ trước xem có đúng nơi đó gửi không. Nếu nhận, vẫn phải ghi nhận khóa trước khi công bố.</translation>
    </message>
    <message>
        <source>Revision {number}</source>
        <translation>Bản chốt số {number}</translation>
    </message>
    <message>
        <source>Points are being computed…</source>
        <translation>Đang tính điểm…</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Cơ quan, địa phương</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Hiện nay</translation>
    </message>
    <message>
        <source>If taken</source>
        <translation>Nếu nhận</translation>
    </message>
    <message>
        <source>Whose points move</source>
        <translation>Những nơi thay đổi điểm</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>For example: agreed in letter No. 45 of 18/11/2026</source>
        <translation>Ví dụ: đồng ý tại công văn số 45 ngày 18/11/2026</translation>
    </message>
    <message>
        <source>Reason (stands in the journal and on the receipt)</source>
        <translation>Lý do (ghi vào nhật ký và phiếu tiếp nhận)</translation>
    </message>
    <message>
        <source>Leave it in history</source>
        <translation>Không nhận, lưu lịch sử</translation>
    </message>
    <message>
        <source>Take the replacement</source>
        <translation>Nhận bản thay thế</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Quyết định sau</translation>
    </message>
    <message numerus="yes">
        <source>The points of %n agency(ies) would move</source>
        <translation>
            <numerusform>Điểm của %n nơi sẽ thay đổi</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody&apos;s points would move.</source>
        <translation>Không nơi nào thay đổi điểm.</translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>Ghi lý do.</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>Khôi phục bản sao lưu</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Bản sao lưu</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Tệp khác…</translation>
    </message>
    <message>
        <source>Another folder or stick…</source>
        <translation>Thư mục, USB khác…</translation>
    </message>
    <message>
        <source>Every byte is checked before anything changes. The data that are here now are kept as a dated copy; one can go back to them at any time.</source>
        <translation>Từng byte được kiểm tra trước khi thay đổi bất cứ điều gì. Dữ liệu đang có được giữ thành một bản sao, lúc nào cũng quay lại được.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Không thực hiện</translation>
    </message>
    <message>
        <source>Looking for copies…</source>
        <translation>Đang tìm các bản sao…</translation>
    </message>
    <message>
        <source>No copy was found on a stick or here. Choose the file, or the folder it is in.</source>
        <translation>Chưa thấy bản sao nào trên USB hoặc trong máy. Chọn tệp, hoặc thư mục chứa bản sao.</translation>
    </message>
    <message>
        <source>Backups (*.zip *.age)</source>
        <translation>Bản sao lưu (*.zip *.age)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Folder or stick with copies</source>
        <translation>Thư mục hoặc USB có bản sao</translation>
    </message>
    <message>
        <source>Made {moment} · {reason}</source>
        <translation>Lập lúc {moment} · {reason}</translation>
    </message>
    <message numerus="yes">
        <source>%n evidence file(s)</source>
        <translation>
            <numerusform>%n tệp minh chứng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n evidence file(s) of it are missing there.</source>
        <translation>
            <numerusform>Thiếu %n tệp minh chứng của bản này ở đó.</numerusform>
        </translation>
    </message>
    <message>
        <source>Handed over by {giver}. Compare this code with the record: {code}</source>
        <translation>Bên giao: {giver}. So mã này với biên bản: {code}</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Nhận bàn giao</translation>
    </message>
    <message>
        <source>This backup is locked by a passphrase.</source>
        <translation>Bản sao lưu này có mật khẩu.</translation>
    </message>
    <message>
        <source>Who takes over</source>
        <translation>Người nhận bàn giao</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Type the full name.</source>
        <translation>Nhập họ và tên.</translation>
    </message>
</context>
<context>
    <name>RestoreKeyDialog</name>
    <message>
        <source>Restore the key of {owner}</source>
        <translation>Khôi phục khóa của {owner}</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>Từ tệp</translation>
    </message>
    <message>
        <source>From the printed sheet</source>
        <translation>Nhập từ phiếu in</translation>
    </message>
    <message>
        <source>No file chosen yet</source>
        <translation>Chưa chọn tệp</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Chọn tệp…</translation>
    </message>
    <message>
        <source>Passphrase of that copy</source>
        <translation>Mật khẩu của bản sao đó</translation>
    </message>
    <message>
        <source>The one that held on the day the copy was made. Turn off the Vietnamese input method.</source>
        <translation>Mật khẩu dùng vào ngày làm bản sao. Tắt bộ gõ tiếng Việt.</translation>
    </message>
    <message>
        <source>If another key is in use, it ends because it is</source>
        <translation>Nếu đang dùng khóa khác, khóa đó kết thúc vì</translation>
    </message>
    <message>
        <source>Keep it: do not restore</source>
        <translation>Giữ khóa đang dùng, không khôi phục</translation>
    </message>
    <message>
        <source>replaced by the restored one</source>
        <translation>được thay bằng khóa khôi phục</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>bị mất</translation>
    </message>
    <message>
        <source>stolen</source>
        <translation>bị lấy cắp</translation>
    </message>
    <message>
        <source>Restoring the very key in use only sets its passphrase to that of the copy.</source>
        <translation>Khôi phục đúng khóa đang dùng thì chỉ đổi mật khẩu về mật khẩu của bản sao.</translation>
    </message>
    <message>
        <source>Restore the key</source>
        <translation>Khôi phục khóa</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Chọn tệp</translation>
    </message>
    <message>
        <source>Copies of a key (*.p12 *.pfx)</source>
        <translation>Bản sao khóa (*.p12 *.pfx)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Choose the file of the key first.</source>
        <translation>Chọn tệp khóa trước.</translation>
    </message>
    <message>
        <source>Line {number} is not complete or not as printed.</source>
        <translation>Dòng {number} chưa đủ hoặc chưa khớp phiếu in.</translation>
    </message>
    <message>
        <source>Type the passphrase.</source>
        <translation>Gõ mật khẩu.</translation>
    </message>
</context>
<context>
    <name>Result</name>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Ý kiến thẩm định</translation>
    </message>
    <message>
        <source>See the verification</source>
        <translation>Xem kết quả kiểm tra</translation>
    </message>
    <message>
        <source>Compare and accept the key</source>
        <translation>Đối chiếu mã, ghi nhận khóa</translation>
    </message>
    <message>
        <source>Load a file</source>
        <translation>Nạp tệp</translation>
    </message>
    <message>
        <source>This is a draft: points and ranks may still move before the final result is published.</source>
        <translation>Đây là kết quả dự thảo: điểm và thứ hạng còn có thể thay đổi trước khi công bố chính thức.</translation>
    </message>
    <message>
        <source>Drop the file received here, or choose it</source>
        <translation>Kéo tệp nhận được vào đây, hoặc bấm để chọn</translation>
    </message>
    <message>
        <source>Here comes what the reviewing authority sends back: first its feedback with what is to be explained, at the end the published result with ranks. Each is one file, received by USB stick, e-mail or chat.</source>
        <translation>Đây là nơi nạp những gì cơ quan thẩm định gửi lại: trước hết là ý kiến thẩm định với các tiêu chí cần giải trình, cuối đợt là kết quả công bố kèm thứ hạng. Mỗi thứ là một tệp, nhận qua USB, thư điện tử hoặc Zalo.</translation>
    </message>
    <message>
        <source>The key of {sender} was not compared yet. The file is intact and can be worked with; compare its code when the letter is at hand.</source>
        <translation>Khóa của {sender} chưa được đối chiếu. Tệp nguyên vẹn và làm việc được ngay; đối chiếu mã khi có công văn.</translation>
    </message>
    <message>
        <source>the reviewing authority</source>
        <translation>cơ quan thẩm định</translation>
    </message>
    <message>
        <source>Draft result</source>
        <translation>Kết quả dự thảo</translation>
    </message>
    <message>
        <source>Final result</source>
        <translation>Kết quả chính thức</translation>
    </message>
    <message>
        <source>Amended result, number {number}</source>
        <translation>Kết quả điều chỉnh, lần {number}</translation>
    </message>
    <message>
        <source>published {moment}</source>
        <translation>công bố lúc {moment}</translation>
    </message>
    <message>
        <source>Points and ranks as published; nothing in the own figures was changed.</source>
        <translation>Điểm và thứ hạng theo kết quả công bố; số liệu của xã không thay đổi.</translation>
    </message>
    <message>
        <source>Look at criterion {code}</source>
        <translation>Xem tiêu chí {code}</translation>
    </message>
    <message>
        <source>Look at the self-assessment</source>
        <translation>Xem bản tự đánh giá</translation>
    </message>
    <message>
        <source>Appraisal {round} · loaded {moment}</source>
        <translation>Thẩm định lần {round} · nạp lúc {moment}</translation>
    </message>
    <message>
        <source>To be answered through {day}</source>
        <translation>Hạn giải trình: hết ngày {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n criteria were looked at</source>
        <translation>
            <numerusform>Đã thẩm định %n tiêu chí</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Explain %n criteria</source>
        <translation>
            <numerusform>Giải trình %n tiêu chí</numerusform>
        </translation>
    </message>
    <message>
        <source>On to Review</source>
        <translation>Sang Rà soát</translation>
    </message>
    <message>
        <source>On to Sign and send</source>
        <translation>Sang Trình ký và gửi</translation>
    </message>
    <message>
        <source>The published total also rests on figures of other agencies, which are not at hand here.</source>
        <translation>Tổng điểm công bố còn dựa trên số liệu của cơ quan, địa phương khác, không có trong máy này.</translation>
    </message>
    <message>
        <source>Official result</source>
        <translation>Kết quả chính thức</translation>
    </message>
    <message>
        <source>Official points</source>
        <translation>Điểm chính thức</translation>
    </message>
    <message>
        <source>Bundles (*.thuocso *.zip)</source>
        <translation>Gói hồ sơ (*.thuocso *.zip)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
    <message>
        <source>The key of {sender} is accepted from now on.</source>
        <translation>Đã ghi nhận khóa của {sender}.</translation>
    </message>
</context>
<context>
    <name>ResultPart</name>
    <message>
        <source>By group</source>
        <translation>Theo nhóm chỉ số</translation>
    </message>
    <message>
        <source>Criteria with changed points</source>
        <translation>Tiêu chí có thay đổi</translation>
    </message>
    <message>
        <source>Full tables</source>
        <translation>Bảng xếp hạng đầy đủ</translation>
    </message>
    <message>
        <source>Ranking table</source>
        <translation>Bảng xếp hạng</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Nhóm chỉ số</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Nhóm chỉ số</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Tiêu chí</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Điểm tối đa</translation>
    </message>
    <message>
        <source>Self-assessed</source>
        <translation>Tự đánh giá</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>Chính thức</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Chênh lệch</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Thứ hạng</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Xã, phường, đặc khu</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Mức xếp loại</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>/ {count}</translation>
    </message>
    <message>
        <source>points in all</source>
        <translation>điểm</translation>
    </message>
    <message>
        <source>{points} of {maximum} scale points · {percent}</source>
        <translation>{points}/{maximum} theo thang điểm · {percent}</translation>
    </message>
    <message>
        <source>Bonus {bonus} · penalty {penalty}</source>
        <translation>Điểm thưởng {bonus} · điểm trừ {penalty}</translation>
    </message>
    <message>
        <source>Official result</source>
        <translation>Kết quả của xã</translation>
    </message>
</context>
<context>
    <name>ReturnDialog</name>
    <message>
        <source>Return the submission of {agency}</source>
        <translation>Trả lại hồ sơ của {agency} để hoàn thiện</translation>
    </message>
    <message>
        <source>The whole submission is opened again at the agency. It counts as no round, and nothing of it is appraised until it comes again. The return can be taken back.</source>
        <translation>Toàn bộ hồ sơ được mở lại ở nơi gửi. Không tính là một lần thẩm định; chưa thẩm định cho đến khi gửi lại. Có thể thôi trả lại.</translation>
    </message>
    <message>
        <source>What is lacking</source>
        <translation>Nội dung còn thiếu</translation>
    </message>
    <message>
        <source>For example: signature of the leader missing</source>
        <translation>Ví dụ: thiếu chữ ký của lãnh đạo</translation>
    </message>
    <message>
        <source>What is lacking, in general</source>
        <translation>Nội dung còn thiếu nói chung</translation>
    </message>
    <message>
        <source>Add a criterion…</source>
        <translation>Thêm tiêu chí…</translation>
    </message>
    <message>
        <source>Last day to send again</source>
        <translation>Ngày cuối gửi lại</translation>
    </message>
    <message>
        <source>What is lacking, by criterion</source>
        <translation>Nội dung còn thiếu theo tiêu chí</translation>
    </message>
    <message>
        <source>Last day to send again (may stay empty)</source>
        <translation>Ngày cuối gửi lại (có thể để trống)</translation>
    </message>
    <message>
        <source>Seal and write the return</source>
        <translation>Niêm phong và ghi thông báo trả lại</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>What {criterion} lacks</source>
        <translation>{criterion} còn thiếu gì</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Say what is lacking.</source>
        <translation>Ghi nội dung còn thiếu.</translation>
    </message>
    <message>
        <source>Which criterion?</source>
        <translation>Tiêu chí nào?</translation>
    </message>
    <message>
        <source>What it lacks is written in the next step.</source>
        <translation>Nội dung còn thiếu ghi ở bước sau.</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Chọn</translation>
    </message>
</context>
<context>
    <name>ReviewCard</name>
    <message>
        <source>The page that was cited</source>
        <translation>Trang được trích dẫn</translation>
    </message>
    <message numerus="yes">
        <source>Proves %n criteria</source>
        <translation>
            <numerusform>Chứng minh cho %n tiêu chí</numerusform>
        </translation>
    </message>
    <message>
        <source>unknown kind</source>
        <translation>không rõ loại</translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation>Mở bản sao</translation>
    </message>
    <message>
        <source>Open a copy of {name}</source>
        <translation>Mở bản sao của {name}</translation>
    </message>
    <message>
        <source>Files of this kind are only saved: they could run a program.</source>
        <translation>Loại tệp này chỉ lưu ra, không mở, vì có thể chạy chương trình.</translation>
    </message>
    <message>
        <source>Save a copy of {name}</source>
        <translation>Lưu bản sao của {name}</translation>
    </message>
    <message>
        <source>Cited without a file</source>
        <translation>Ghi trích dẫn, không kèm tệp</translation>
    </message>
</context>
<context>
    <name>ReviewEvidence</name>
    <message>
        <source>Evidence</source>
        <translation>Minh chứng</translation>
    </message>
    <message>
        <source>Evidence ({count})</source>
        <translation>Minh chứng ({count})</translation>
    </message>
    <message>
        <source>Evidence is missing</source>
        <translation>Thiếu minh chứng</translation>
    </message>
    <message>
        <source>The agency says: evidence incomplete</source>
        <translation>Hồ sơ ghi: minh chứng chưa đủ</translation>
    </message>
    <message>
        <source>What proves it, by the framework</source>
        <translation>Minh chứng theo bộ chỉ số</translation>
    </message>
</context>
<context>
    <name>RoundDialog</name>
    <message>
        <source>Appraisal round {number}</source>
        <translation>Thẩm định lần {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) of communes</source>
        <translation>
            <numerusform>%n hồ sơ của xã, phường, đặc khu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s)</source>
        <translation>
            <numerusform>%n hồ sơ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criteria appraised</source>
        <translation>
            <numerusform>%n tiêu chí đã thẩm định</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criteria not appraised yet</source>
        <translation>
            <numerusform>%n tiêu chí chưa thẩm định</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criteria the agencies are asked to explain or supply</source>
        <translation>
            <numerusform>%n tiêu chí cần giải trình, bổ sung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criteria on which opinions differ, for the council</source>
        <translation>
            <numerusform>%n tiêu chí có ý kiến khác nhau, trình Hội đồng</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the desk</source>
        <translation>Thẩm định tiếp</translation>
    </message>
    <message>
        <source>Export the feedback</source>
        <translation>Xuất gói ý kiến thẩm định</translation>
    </message>
    <message>
        <source>One sealed file for each agency, with every opinion, its reason and the points so far. Internal notes and names of assessors stay here.</source>
        <translation>Mỗi nơi một gói đã niêm phong, gồm từng ý kiến, lý do và điểm đến nay. Ghi chú nội bộ và tên người thẩm định không gửi đi.</translation>
    </message>
    <message>
        <source>Written so far in this round: {sent} of {agencies}.</source>
        <translation>Lần này đã xuất cho {sent}/{agencies} nơi.</translation>
    </message>
    <message>
        <source>1. Send the opinions</source>
        <translation>1. Gửi ý kiến thẩm định</translation>
    </message>
    <message>
        <source>End appraisal round {number}</source>
        <translation>Kết thúc thẩm định lần {number}</translation>
    </message>
    <message>
        <source>Opinions of this round can no longer be changed. What is answered again opens anew in round {next}.</source>
        <translation>Ý kiến của lần này không đổi được nữa. Tiêu chí được giải trình, bổ sung sẽ mở lại ở lần {next}.</translation>
    </message>
    <message>
        <source>2. End the round</source>
        <translation>2. Kết thúc lần thẩm định</translation>
    </message>
</context>
<context>
    <name>RoundTermsDialog</name>
    <message>
        <source>Deadline</source>
        <translation>Hạn gửi</translation>
    </message>
    <message>
        <source>What this round opens again</source>
        <translation>Lần này mở lại</translation>
    </message>
    <message>
        <source>A change makes the next revision of the campaign; send the file out again afterwards.</source>
        <translation>Khi lưu, đợt đánh giá thành bản kế tiếp; xuất lại gói triển khai sau đó.</translation>
    </message>
    <message>
        <source>Save the round</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Add the day, for example 15/11/2026.</source>
        <translation>Ghi thêm ngày, ví dụ 15/11/2026.</translation>
    </message>
</context>
<context>
    <name>RowActs</name>
    <message numerus="yes">
        <source>%n key(s) accepted.</source>
        <translation>
            <numerusform>Đã ghi nhận %n khóa.</numerusform>
        </translation>
    </message>
    <message>
        <source>Time of receipt of {agency}</source>
        <translation>Thời điểm tiếp nhận của {agency}</translation>
    </message>
    <message>
        <source>Take the return back</source>
        <translation>Thôi trả lại</translation>
    </message>
    <message>
        <source>The submission counts and is appraised again as it is. Tell {agency}, which may have reopened it.</source>
        <translation>Hồ sơ được tính và thẩm định lại như đang có. Báo cho {agency} biết vì nơi đó có thể đã mở lại hồ sơ.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Let it count again</source>
        <translation>Tính lại hồ sơ</translation>
    </message>
    <message>
        <source>Write the reason in a few words.</source>
        <translation>Ghi lý do bằng vài chữ.</translation>
    </message>
    <message>
        <source>Let it count all the same</source>
        <translation>Vẫn đưa vào thẩm định</translation>
    </message>
    <message>
        <source>A signature on what {agency} sent can&apos;t be used. It counts from now on; the reason stands with it and on its receipt.</source>
        <translation>Chữ ký trên hồ sơ của {agency} không dùng được. Từ nay hồ sơ được đưa vào thẩm định; lý do được ghi cùng hồ sơ và trên phiếu tiếp nhận.</translation>
    </message>
    <message>
        <source>Let it count</source>
        <translation>Đưa vào thẩm định</translation>
    </message>
    <message>
        <source>Make receipts</source>
        <translation>Lập phiếu tiếp nhận</translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s), one file for each agency: what was received, when, what was found, where it stands.</source>
        <translation>
            <numerusform>%n phiếu, mỗi nơi một tệp: đã nhận gì, lúc nào, kết quả kiểm tra, tình trạng hiện nay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Seal and write %n receipt(s)</source>
        <translation>
            <numerusform>Niêm phong và ghi %n phiếu</numerusform>
        </translation>
    </message>
    <message>
        <source>Stands on every receipt</source>
        <translation>Ghi trên mọi phiếu</translation>
    </message>
    <message>
        <source>Making receipts</source>
        <translation>Đang lập phiếu tiếp nhận</translation>
    </message>
    <message>
        <source>Receipts written</source>
        <translation>Đã lập phiếu tiếp nhận</translation>
    </message>
    <message>
        <source>Sealing the return</source>
        <translation>Đang niêm phong thông báo trả lại</translation>
    </message>
    <message>
        <source>Return written</source>
        <translation>Đã ghi thông báo trả lại</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written and sealed. Hand each to its agency, unopened and not zipped again.</source>
        <translation>
            <numerusform>Đã ghi và niêm phong %n tệp. Chuyển từng tệp cho đúng nơi nhận, không mở và không nén lại.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowSheet</name>
    <message>
        <source>Choose a row to see what the decision says.</source>
        <translation>Chọn một dòng để xem văn bản ghi gì.</translation>
    </message>
    <message>
        <source>Word for word in the decision</source>
        <translation>Nguyên văn trong văn bản</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Điểm tối đa</translation>
    </message>
    <message>
        <source>points</source>
        <translation>điểm</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Tổng</translation>
    </message>
</context>
<context>
    <name>RuleForm</name>
    <message>
        <source>Add a condition</source>
        <translation>Thêm điều kiện cần</translation>
    </message>
    <message>
        <source>Make it of parts</source>
        <translation>Chia thành các phần</translation>
    </message>
    <message>
        <source>Measured by what</source>
        <translation>Đo bằng gì</translation>
    </message>
    <message>
        <source>Turned into points</source>
        <translation>Quy ra điểm</translation>
    </message>
</context>
<context>
    <name>RulePart</name>
    <message>
        <source>See the guidance</source>
        <translation>Xem hướng dẫn</translation>
    </message>
    <message>
        <source>How points are given</source>
        <translation>Cách tính điểm</translation>
    </message>
    <message>
        <source>Hide the guidance</source>
        <translation>Ẩn hướng dẫn</translation>
    </message>
    <message>
        <source>In the words of the decision</source>
        <translation>Theo văn bản</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Hướng dẫn</translation>
    </message>
    <message>
        <source>Source of the figures</source>
        <translation>Nguồn số liệu</translation>
    </message>
    <message>
        <source>Verified by</source>
        <translation>Cơ quan kiểm chứng</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Căn cứ pháp lý</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>{text} (no longer in force since {day})</source>
        <translation>{text} (hết hiệu lực từ {day})</translation>
    </message>
</context>
<context>
    <name>RuleSheet</name>
    <message>
        <source>Rule of the chosen criterion</source>
        <translation>Cách tính của tiêu chí đang chọn</translation>
    </message>
    <message>
        <source>How it is determined, in the decision&apos;s words</source>
        <translation>Cách xác định, theo lời của văn bản</translation>
    </message>
    <message>
        <source>The decision says</source>
        <translation>Văn bản ghi</translation>
    </message>
    <message>
        <source>Choose a criterion to confirm its rule.</source>
        <translation>Chọn một tiêu chí để xác nhận cách tính.</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} điểm</translation>
    </message>
    <message>
        <source>(The decision does not say how it is scored.)</source>
        <translation>(Văn bản không ghi cách tính.)</translation>
    </message>
    <message>
        <source>Suggested rule</source>
        <translation>Cách tính đề xuất</translation>
    </message>
    <message>
        <source>Left to be judged by hand. The suggestion was:</source>
        <translation>Đã chọn chấm tay. Đề xuất của phần mềm là:</translation>
    </message>
    <message>
        <source>No rule was recognised: points are given by hand, with a reason.</source>
        <translation>Chưa nhận ra cách tính: người chấm cho điểm, kèm lý do.</translation>
    </message>
    <message>
        <source>What a commune will be asked</source>
        <translation>Xã sẽ phải nhập</translation>
    </message>
    <message>
        <source>The wording leaves something open; compare it with the rule.</source>
        <translation>Lời văn còn chỗ chưa rõ; đối chiếu với cách tính.</translation>
    </message>
    <message>
        <source>Rests on the words</source>
        <translation>Dựa vào các chữ</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Đã xác nhận</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Chấm tay</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Chắc chắn</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Cần xem</translation>
    </message>
    <message>
        <source>Take the confirmation back (Backspace)</source>
        <translation>Bỏ xác nhận (Backspace)</translation>
    </message>
    <message>
        <source>0 or Enter: leave it to be judged by hand. The rule can be written in the editor later.</source>
        <translation>0 hoặc Enter: để chấm tay. Có thể soạn cách tính sau, ở trang soạn bộ chỉ số.</translation>
    </message>
    <message>
        <source>Enter: confirm. 0: judge by hand. Arrows: next and previous.</source>
        <translation>Enter: xác nhận. 0: để chấm tay. Mũi tên: tiêu chí sau, tiêu chí trước.</translation>
    </message>
</context>
<context>
    <name>RulesStep</name>
    <message>
        <source>Not confirmed</source>
        <translation>Chưa xác nhận</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Cần xem</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Đã xác nhận</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Find a criterion</source>
        <translation>Tìm tiêu chí</translation>
    </message>
    <message>
        <source>Confirm all that are sure…</source>
        <translation>Xác nhận các mục chắc chắn…</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Tiêu chí</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>Tiêu chí</translation>
    </message>
    <message>
        <source>Chosen criterion</source>
        <translation>Tiêu chí đang chọn</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>chắc chắn</translation>
    </message>
    <message>
        <source>to look at</source>
        <translation>cần xem</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>đã xác nhận</translation>
    </message>
    <message>
        <source>points by hand</source>
        <translation>để chấm tay</translation>
    </message>
</context>
<context>
    <name>ScaleButtons</name>
    <message numerus="yes">
        <source>Other ways (%n)</source>
        <translation>
            <numerusform>Cách khác (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SealDialog</name>
    <message>
        <source>Seal and export</source>
        <translation>Niêm phong và xuất gói</translation>
    </message>
    <message>
        <source>{name} · about {size}</source>
        <translation>{name} · khoảng {size}</translation>
    </message>
    <message>
        <source>File to be written</source>
        <translation>Tệp sẽ ghi</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
</context>
<context>
    <name>SealManyDialog</name>
    <message>
        <source>Encrypt: each agency alone can open its file</source>
        <translation>Mã hóa: chỉ nơi nhận mở được tệp của mình</translation>
    </message>
    <message>
        <source>A note to all</source>
        <translation>Ghi chú chung</translation>
    </message>
    <message>
        <source>A note to all (may stay empty)</source>
        <translation>Ghi chú chung cho mọi nơi (có thể để trống)</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>và %n nơi nữa</numerusform>
        </translation>
    </message>
    <message>
        <source>Not possible yet: no key of {names} is accepted.</source>
        <translation>Chưa mã hóa được: chưa ghi nhận khóa của {names}.</translation>
    </message>
</context>
<context>
    <name>SealSubmissionDialog</name>
    <message>
        <source>{first} … {last}</source>
        <translation>{first} … {last}</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Who is working?</source>
        <translation>Ai đang thao tác?</translation>
    </message>
    <message>
        <source>Thước Số</source>
        <translation>Thước Số</translation>
    </message>
    <message>
        <source>Round {number}</source>
        <translation>Lần {number}</translation>
    </message>
    <message>
        <source>Appraisal round {number}</source>
        <translation>Thẩm định lần {number}</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Đã lưu {time}</translation>
    </message>
    <message>
        <source>through {day} (after the return)</source>
        <translation>hết ngày {day} (gửi lại)</translation>
    </message>
    <message>
        <source>extended through {day}</source>
        <translation>gia hạn đến hết ngày {day}</translation>
    </message>
    <message>
        <source>Deadline: {day}</source>
        <translation>Hạn gửi: {day}</translation>
    </message>
    <message>
        <source>Deadline: {day} · passed</source>
        <translation>Hạn gửi: {day} · đã quá hạn</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>còn %n ngày</numerusform>
        </translation>
    </message>
    <message>
        <source>Another person…</source>
        <translation>Người khác…</translation>
    </message>
    <message>
        <source>Open a file received…</source>
        <translation>Mở tệp nhận được…</translation>
    </message>
    <message>
        <source>Begin something else…</source>
        <translation>Bắt đầu việc khác…</translation>
    </message>
    <message>
        <source>Leave the sample, back to the own data</source>
        <translation>Rời dữ liệu minh họa, trở về dữ liệu của đơn vị</translation>
    </message>
    <message>
        <source>Open a file received</source>
        <translation>Mở tệp nhận được</translation>
    </message>
    <message>
        <source>Bundles (*.thuocso *.zip *.age)</source>
        <translation>Gói hồ sơ (*.thuocso *.zip *.age)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
</context>
<context>
    <name>SetKinds</name>
    <message>
        <source>(none)</source>
        <translation>(không)</translation>
    </message>
    <message>
        <source>target group</source>
        <translation>nhóm đối tượng</translation>
    </message>
    <message>
        <source>Kinds of agencies the set is put to. One may have a maximum of its own, or take part without a rank.</source>
        <translation>Các loại cơ quan, địa phương được đánh giá. Mỗi nhóm có thể có thang điểm riêng, hoặc tham gia mà không xếp hạng.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên gọi</translation>
    </message>
    <message>
        <source>Maximum of its own</source>
        <translation>Thang điểm riêng</translation>
    </message>
    <message>
        <source>points</source>
        <translation>điểm</translation>
    </message>
    <message>
        <source>Is ranked</source>
        <translation>Có xếp hạng</translation>
    </message>
    <message>
        <source>Gets a grade</source>
        <translation>Có xếp loại</translation>
    </message>
    <message>
        <source>trait</source>
        <translation>đặc điểm</translation>
    </message>
    <message>
        <source>Properties of agencies the set refers to, such as having no public service of its own.</source>
        <translation>Đặc điểm của cơ quan, địa phương mà bộ chỉ số nhắc đến, ví dụ không có thủ tục hành chính.</translation>
    </message>
    <message>
        <source>ground</source>
        <translation>lý do không áp dụng</translation>
    </message>
    <message>
        <source>Reasons for not applicable, each with its article and with what it does to the points.</source>
        <translation>Các lý do không áp dụng, mỗi lý do kèm căn cứ và cách tính điểm.</translation>
    </message>
    <message>
        <source>Reason in words</source>
        <translation>Lý do, viết bằng lời</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Cách tính điểm</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Căn cứ</translation>
    </message>
    <message>
        <source>Who states it</source>
        <translation>Bên xác định</translation>
    </message>
    <message>
        <source>By the trait</source>
        <translation>Theo đặc điểm</translation>
    </message>
    <message>
        <source>Criteria or groups</source>
        <translation>Nhóm, tiêu chí</translation>
    </message>
    <message>
        <source>Left empty: any criterion.</source>
        <translation>Để trống: tiêu chí nào cũng được nêu.</translation>
    </message>
    <message>
        <source>Only for</source>
        <translation>Chỉ áp dụng cho</translation>
    </message>
    <message>
        <source>None ticked: all</source>
        <translation>Không chọn mục nào: tất cả</translation>
    </message>
    <message>
        <source>Must be proven</source>
        <translation>Phải kèm tài liệu chứng minh</translation>
    </message>
    <message>
        <source>What will be printed: {sentence}</source>
        <translation>Câu sẽ được in: {sentence}</translation>
    </message>
    <message>
        <source>pillar</source>
        <translation>trụ cột</translation>
    </message>
    <message>
        <source>Named sets of groups. A group may stand in several, so their maxima may overlap.</source>
        <translation>Mỗi trụ cột gồm một số nhóm chỉ số. Một nhóm có thể thuộc nhiều trụ cột.</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Các nhóm</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Điểm tối đa</translation>
    </message>
    <message>
        <source>The groups named add up to {sum} points.</source>
        <translation>Các nhóm đã ghi cộng {sum} điểm.</translation>
    </message>
    <message>
        <source>grade table</source>
        <translation>bảng mức xếp loại</translation>
    </message>
    <message>
        <source>The grades of one number. Gaps and overlaps between their limits are named at once.</source>
        <translation>Các mức xếp loại theo một số. Khoảng hở, khoảng chồng giữa các mức được báo ngay.</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>Xếp theo</translation>
    </message>
    <message>
        <source>Pillar</source>
        <translation>Trụ cột</translation>
    </message>
    <message>
        <source>ranking table</source>
        <translation>bảng xếp hạng</translation>
    </message>
    <message>
        <source>Lists in order by one number, each for its agencies.</source>
        <translation>Danh sách xếp theo một số, mỗi bảng cho một nhóm cơ quan, địa phương.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Ordered by</source>
        <translation>Xếp theo</translation>
    </message>
    <message>
        <source>A table for each superior agency</source>
        <translation>Mỗi cơ quan cấp trên một bảng riêng</translation>
    </message>
    <message>
        <source>One list with the other sets of the campaign</source>
        <translation>Xếp chung với các bộ chỉ số khác trong đợt đánh giá</translation>
    </message>
    <message>
        <source>step</source>
        <translation>bước</translation>
    </message>
    <message>
        <source>The procedure in its order; each step is also a column of points. Days stand in the period&apos;s year.</source>
        <translation>Quy trình theo thứ tự; mỗi bước cũng là một cột điểm. Ngày ghi theo năm của kỳ đánh giá.</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Loại bước</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Lần</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>Người thực hiện</translation>
    </message>
    <message>
        <source>Name of the column</source>
        <translation>Tên cột điểm</translation>
    </message>
    <message>
        <source>May be changed then</source>
        <translation>Xã được sửa</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Hạn gửi</translation>
    </message>
    <message>
        <source>Last moment: {day}</source>
        <translation>Hạn cuối: {day}</translation>
    </message>
    <message>
        <source>period</source>
        <translation>kỳ đánh giá</translation>
    </message>
    <message>
        <source>Periods assessed again and again, written for one year; a campaign moves them to its own.</source>
        <translation>Các kỳ đánh giá lặp lại, ghi cho một năm; đợt đánh giá tự chuyển sang năm của đợt.</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Độ dài</translation>
    </message>
    <message>
        <source>Written for the year</source>
        <translation>Ghi cho năm</translation>
    </message>
    <message>
        <source>Data from</source>
        <translation>Số liệu từ ngày</translation>
    </message>
    <message>
        <source>Data through</source>
        <translation>Số liệu đến hết ngày</translation>
    </message>
    <message>
        <source>remark</source>
        <translation>ghi nhận</translation>
    </message>
    <message>
        <source>What was seen in the decision and is left as it stands, such as sums that do not add up.</source>
        <translation>Những chỗ của văn bản được ghi nhận và giữ nguyên, ví dụ tổng cộng không khớp.</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Nội dung ghi nhận</translation>
    </message>
</context>
<context>
    <name>SetSheet</name>
    <message>
        <source>What holds for the whole set</source>
        <translation>Quy định chung của bộ chỉ số</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Các phần</translation>
    </message>
    <message>
        <source>Chosen section</source>
        <translation>Phần đang chọn</translation>
    </message>
    <message>
        <source>Name and standing</source>
        <translation>Tên gọi, tình trạng</translation>
    </message>
    <message>
        <source>Regulation</source>
        <translation>Văn bản ban hành</translation>
    </message>
    <message>
        <source>Scale and totals</source>
        <translation>Thang điểm, tổng điểm</translation>
    </message>
    <message>
        <source>Open questions</source>
        <translation>Điểm để ngỏ</translation>
    </message>
    <message>
        <source>Target groups</source>
        <translation>Nhóm đối tượng</translation>
    </message>
    <message>
        <source>Traits of agencies</source>
        <translation>Đặc điểm cơ quan, địa phương</translation>
    </message>
    <message>
        <source>Not applicable: grounds</source>
        <translation>Lý do không áp dụng</translation>
    </message>
    <message>
        <source>Where evidence is missing</source>
        <translation>Khi thiếu minh chứng</translation>
    </message>
    <message>
        <source>Pillars</source>
        <translation>Trụ cột</translation>
    </message>
    <message>
        <source>Grades</source>
        <translation>Mức xếp loại</translation>
    </message>
    <message>
        <source>Ranking tables</source>
        <translation>Bảng xếp hạng</translation>
    </message>
    <message>
        <source>Steps and deadlines</source>
        <translation>Các bước, thời hạn</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>Kỳ đánh giá</translation>
    </message>
    <message>
        <source>The decision&apos;s own names</source>
        <translation>Tên gọi riêng của văn bản</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Ghi nhận</translation>
    </message>
    <message>
        <source>Change: {noun}</source>
        <translation>Sửa {noun}</translation>
    </message>
    <message>
        <source>Title of the set</source>
        <translation>Tên bộ chỉ số</translation>
    </message>
    <message>
        <source>Short title</source>
        <translation>Tên gọn</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Notice always shown with it</source>
        <translation>Lời lưu ý luôn hiện kèm</translation>
    </message>
    <message>
        <source>Decimals shown</source>
        <translation>Số chữ số thập phân</translation>
    </message>
    <message>
        <source>Who is compared</source>
        <translation>So sánh với ai</translation>
    </message>
    <message>
        <source>Kind of document</source>
        <translation>Loại văn bản</translation>
    </message>
    <message>
        <source>such as: Decision</source>
        <translation>ví dụ: Quyết định</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số, ký hiệu</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>Ngày ban hành</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Cơ quan ban hành</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Trích yếu</translation>
    </message>
    <message>
        <source>Annex</source>
        <translation>Phụ lục</translation>
    </message>
    <message>
        <source>Article on this set</source>
        <translation>Điều khoản về bộ này</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>points</source>
        <translation>điểm</translation>
    </message>
    <message>
        <source>Maximum of the scale</source>
        <translation>Thang điểm</translation>
    </message>
    <message>
        <source>Criteria counted by the decision</source>
        <translation>Số tiêu chí văn bản nêu</translation>
    </message>
    <message>
        <source>Brought to a common scale</source>
        <translation>Quy về thang chung</translation>
    </message>
    <message>
        <source>Common scale</source>
        <translation>Thang chung</translation>
    </message>
    <message>
        <source>Bonus at most</source>
        <translation>Điểm thưởng không quá</translation>
    </message>
    <message>
        <source>Penalty at most</source>
        <translation>Điểm trừ không quá</translation>
    </message>
    <message>
        <source>Bonus and penalty count in the percentage</source>
        <translation>Tính điểm thưởng, điểm trừ vào tỷ lệ đạt</translation>
    </message>
    <message>
        <source>The total stops at the maximum</source>
        <translation>Tổng điểm không vượt thang điểm</translation>
    </message>
    <message>
        <source>(the decision does not say)</source>
        <translation>(văn bản không nêu)</translation>
    </message>
    <message>
        <source>Evidence missing</source>
        <translation>Thiếu minh chứng</translation>
    </message>
    <message>
        <source>Evidence incomplete</source>
        <translation>Minh chứng chưa đủ</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Căn cứ</translation>
    </message>
    <message>
        <source>Denominator is 0</source>
        <translation>Khi mẫu số bằng 0</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Sao lưu ngay</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>Theo máy tính</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>Ngôn ngữ và hiển thị</translation>
    </message>
    <message>
        <source>Backups and handover</source>
        <translation>Sao lưu và bàn giao</translation>
    </message>
    <message>
        <source>Sealing keys</source>
        <translation>Khóa niêm phong</translation>
    </message>
    <message>
        <source>Issuers of certificates</source>
        <translation>Nơi cấp chứng thư</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Giới thiệu</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Nền</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Cỡ chữ</translation>
    </message>
    <message>
        <source>Another person…</source>
        <translation>Thêm người…</translation>
    </message>
    <message>
        <source>Whoever is chosen stands in the journal and on what is sent. No password is asked.</source>
        <translation>Tên được chọn đứng trong nhật ký và trên những gì gửi đi. Phần mềm không hỏi mật khẩu.</translation>
    </message>
    <message>
        <source>People who work here</source>
        <translation>Người thao tác</translation>
    </message>
    <message>
        <source>Working now</source>
        <translation>Đang thao tác</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>Chuyển sang</translation>
    </message>
    <message>
        <source>Switch to {name}</source>
        <translation>Chuyển sang {name}</translation>
    </message>
    <message>
        <source>Take {name} out of this list</source>
        <translation>Ngừng dùng tên {name}</translation>
    </message>
    <message>
        <source>Every change, who made it and when: for an inspection, or with a handover.</source>
        <translation>Mọi thay đổi, ai sửa, lúc nào: để phục vụ kiểm tra hoặc kèm khi bàn giao.</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Nhật ký</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <source>Save the journal…</source>
        <translation>Lưu nhật ký…</translation>
    </message>
    <message>
        <source>Save the journal</source>
        <translation>Lưu nhật ký</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>Bảng tính (*.xlsx)</translation>
    </message>
    <message>
        <source>Saving the journal</source>
        <translation>Đang lưu nhật ký</translation>
    </message>
    <message>
        <source>The journal was saved: {count} lines, all as they were written.</source>
        <translation>Đã lưu nhật ký: {count} dòng, không dòng nào bị sửa.</translation>
    </message>
</context>
<context>
    <name>SheetLines</name>
    <message>
        <source>Line {number}</source>
        <translation>Dòng {number}</translation>
    </message>
    <message>
        <source>Capital or small letters, blanks or none: all the same. A slip shows in its own line.</source>
        <translation>Chữ hoa hay thường, có dấu cách hay không đều được. Gõ nhầm ở dòng nào thì dòng đó báo.</translation>
    </message>
    <message>
        <source>Line {number} is not as printed: compare its four groups.</source>
        <translation>Dòng {number} chưa khớp phiếu in: đối chiếu lại bốn nhóm.</translation>
    </message>
</context>
<context>
    <name>SignHere</name>
    <message>
        <source>Sign the report on this computer</source>
        <translation>Ký số báo cáo trên máy này</translation>
    </message>
    <message>
        <source>Who signs</source>
        <translation>Người ký</translation>
    </message>
    <message>
        <source>With the signing device (USB)</source>
        <translation>Bằng thiết bị ký số (USB ký số)</translation>
    </message>
    <message>
        <source>With a certificate file (.p12, .pfx)</source>
        <translation>Bằng tệp chứng thư (.p12, .pfx)</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Ký số</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>The leader: {who}</source>
        <translation>Lãnh đạo: {who}</translation>
    </message>
    <message>
        <source>The agency, signed by the clerk</source>
        <translation>Cơ quan, do văn thư ký</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Chọn tệp…</translation>
    </message>
    <message>
        <source>Password of the file</source>
        <translation>Mật khẩu của tệp</translation>
    </message>
    <message>
        <source>Turn off the Vietnamese input method and Caps Lock before typing. It is not kept.</source>
        <translation>Tắt bộ gõ tiếng Việt và Caps Lock trước khi nhập. Mật khẩu không được lưu lại.</translation>
    </message>
    <message>
        <source>The term of the certificate is checked before signing. Whether it was revoked cannot be asked without a network: whoever receives the file checks it.</source>
        <translation>Thời hạn của chứng thư được kiểm tra trước khi ký. Tình trạng thu hồi chưa kiểm tra được khi không có mạng: nơi nhận sẽ kiểm tra.</translation>
    </message>
    <message>
        <source>Choose the picture…</source>
        <translation>Chọn ảnh…</translation>
    </message>
    <message>
        <source>Without a picture</source>
        <translation>Không dùng ảnh</translation>
    </message>
    <message>
        <source>Self-assessment report, as: {who}</source>
        <translation>Báo cáo kết quả tự đánh giá, ký với tư cách: {who}</translation>
    </message>
    <message>
        <source>Choose the certificate file</source>
        <translation>Chọn tệp chứng thư</translation>
    </message>
    <message>
        <source>Certificate with key (*.p12 *.pfx)</source>
        <translation>Chứng thư kèm khóa (*.p12 *.pfx)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tất cả tệp (*)</translation>
    </message>
    <message>
        <source>Choose the picture</source>
        <translation>Chọn ảnh</translation>
    </message>
    <message>
        <source>Picture (*.png *.jpg *.jpeg)</source>
        <translation>Ảnh (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>On to the device</source>
        <translation>Tiếp tục với thiết bị</translation>
    </message>
    <message>
        <source>No file chosen yet</source>
        <translation>Chưa chọn tệp</translation>
    </message>
    <message>
        <source>Picture of the signature, blue</source>
        <translation>Ảnh chữ ký tay, màu xanh</translation>
    </message>
    <message>
        <source>Picture of the seal, red</source>
        <translation>Ảnh con dấu, màu đỏ</translation>
    </message>
    <message>
        <source>{picture}: none kept, name and time are shown instead</source>
        <translation>{picture}: chưa có, sẽ hiện tên và thời điểm ký</translation>
    </message>
    <message>
        <source>Choose the certificate file first.</source>
        <translation>Chọn tệp chứng thư trước.</translation>
    </message>
</context>
<context>
    <name>SignatureCard</name>
    <message>
        <source>Details</source>
        <translation>Chi tiết</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Thu gọn</translation>
    </message>
    <message>
        <source>Accept this signer…</source>
        <translation>Ghi nhận người ký…</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>Lãnh đạo</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>On what ground</source>
        <translation>Căn cứ</translation>
    </message>
    <message>
        <source>For example: letter No. 12/UBND-VP; confirmed over the telephone</source>
        <translation>Ví dụ: Công văn số 12/UBND-VP; đã gọi điện xác nhận</translation>
    </message>
    <message>
        <source>Accept the signer</source>
        <translation>Ghi nhận người ký</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Không thực hiện</translation>
    </message>
    <message>
        <source>{name} is accepted for {agency} from now on, for every file.</source>
        <translation>Từ nay {name} được ghi nhận cho {agency}, với mọi tệp.</translation>
    </message>
    <message>
        <source>Signs for</source>
        <translation>Ký với tư cách</translation>
    </message>
    <message>
        <source>Write on what ground: a letter, or who confirmed it and how.</source>
        <translation>Ghi căn cứ: số công văn, hoặc ai xác nhận và xác nhận thế nào.</translation>
    </message>
</context>
<context>
    <name>SignatureList</name>
    <message>
        <source>Added after signing</source>
        <translation>Nội dung được thêm sau khi ký</translation>
    </message>
    <message>
        <source>Page before and after</source>
        <translation>Xem trang trước và sau</translation>
    </message>
</context>
<context>
    <name>SignaturesDialog</name>
    <message>
        <source>Signatures on the file</source>
        <translation>Chữ ký số trên tệp</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>SignedChip</name>
    <message>
        <source>Digital signatures</source>
        <translation>Chữ ký số</translation>
    </message>
    <message numerus="yes">
        <source>%n digital signature(s)</source>
        <translation>
            <numerusform>%n chữ ký số</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Signing</name>
    <message>
        <source>Signing the report</source>
        <translation>Đang ký báo cáo</translation>
    </message>
    <message>
        <source>The report was signed. The certificate was valid at the time; whether it was revoked since is looked up by whoever receives the file.</source>
        <translation>Đã ký số báo cáo. Chứng thư còn hiệu lực khi ký; tình trạng thu hồi do nơi nhận kiểm tra.</translation>
    </message>
    <message>
        <source>Save PDF to sign elsewhere</source>
        <translation>Lưu PDF để ký ở máy khác</translation>
    </message>
    <message>
        <source>Sign again</source>
        <translation>Ký lại</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Saving the report</source>
        <translation>Đang lưu báo cáo</translation>
    </message>
    <message>
        <source>Saved: {name}. Have it signed in any signing program, then load the signed file here, whatever it is called by then.</source>
        <translation>Đã lưu: {name}. Ký tệp này bằng phần mềm ký số đang dùng, rồi nạp tệp đã ký vào đây; tên tệp có thay đổi cũng được.</translation>
    </message>
    <message>
        <source>Load the signed PDF</source>
        <translation>Nạp PDF đã ký</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tất cả tệp (*)</translation>
    </message>
    <message>
        <source>Checking the signed PDF</source>
        <translation>Đang kiểm tra PDF đã ký</translation>
    </message>
    <message numerus="yes">
        <source>The signed report was loaded: %n signature(s), {names}.</source>
        <translation>
            <numerusform>Đã nạp báo cáo đã ký: %n chữ ký, {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This very file is here already: %n signature(s), {names}.</source>
        <translation>
            <numerusform>Tệp này đã được nạp trước đó: %n chữ ký, {names}.</numerusform>
        </translation>
    </message>
    <message>
        <source>The other program wrote the whole file anew; its pages were compared with the frozen report.</source>
        <translation>Phần mềm kia đã ghi lại toàn bộ tệp; các trang đã được so với báo cáo đã chốt.</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>Chọn tệp khác</translation>
    </message>
    <message>
        <source>Attach the signed scan</source>
        <translation>Đính kèm bản quét đã ký</translation>
    </message>
    <message>
        <source>Scan (*.pdf *.jpg *.jpeg *.png)</source>
        <translation>Bản quét (*.pdf *.jpg *.jpeg *.png)</translation>
    </message>
    <message>
        <source>The scan of the signed print was attached: {name}.</source>
        <translation>Đã đính kèm bản quét văn bản đã ký, đóng dấu: {name}.</translation>
    </message>
    <message>
        <source>The scan is taken out of the submission. The report and its signatures stay.</source>
        <translation>Bản quét được đưa ra khỏi hồ sơ. Báo cáo và các chữ ký số giữ nguyên.</translation>
    </message>
    <message>
        <source>The signatures are taken off: the report is again as it was frozen, and can be signed anew.</source>
        <translation>Bỏ bản đã ký: báo cáo trở lại như khi chốt số liệu và ký lại được.</translation>
    </message>
    <message>
        <source>Take the scan out</source>
        <translation>Bỏ bản quét</translation>
    </message>
    <message>
        <source>Set the signed report aside</source>
        <translation>Bỏ bản đã ký</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Making the report</source>
        <translation>Đang in báo cáo</translation>
    </message>
</context>
<context>
    <name>SigningPanel</name>
    <message>
        <source>the digital signature of the leader</source>
        <translation>chữ ký số của lãnh đạo</translation>
    </message>
    <message>
        <source>the digital signature of the agency</source>
        <translation>chữ ký số của cơ quan</translation>
    </message>
    <message>
        <source>the scan of the report signed and sealed on paper</source>
        <translation>bản quét báo cáo đã ký, đóng dấu</translation>
    </message>
    <message>
        <source>This campaign asks for what is not there yet: {what}.</source>
        <translation>Đợt này yêu cầu nhưng hồ sơ chưa có: {what}.</translation>
    </message>
    <message>
        <source>Leader: {who}</source>
        <translation>Lãnh đạo: {who}</translation>
    </message>
    <message>
        <source>Agency, signed by the clerk</source>
        <translation>Cơ quan, do văn thư ký</translation>
    </message>
    <message>
        <source>time unknown</source>
        <translation>chưa rõ thời điểm</translation>
    </message>
    <message>
        <source>{name} · signed {moment} (by the signer&apos;s clock)</source>
        <translation>{name} · ký lúc {moment} (theo máy của người ký)</translation>
    </message>
    <message>
        <source>Take it out…</source>
        <translation>Bỏ bản quét…</translation>
    </message>
    <message>
        <source>Set aside…</source>
        <translation>Bỏ bản đã ký…</translation>
    </message>
    <message>
        <source>{who} · not signed yet</source>
        <translation>{who} · chưa ký</translation>
    </message>
    <message>
        <source>Another signer…</source>
        <translation>Đổi người ký…</translation>
    </message>
    <message>
        <source>Scan of the print signed in ink: attached ({kind})</source>
        <translation>Bản quét văn bản đã ký, đóng dấu: đã đính kèm ({kind})</translation>
    </message>
    <message>
        <source>Sign on this computer</source>
        <translation>Ký số trên máy này</translation>
    </message>
    <message>
        <source>Scan of the report signed and sealed on paper · not attached yet</source>
        <translation>Bản quét báo cáo đã ký, đóng dấu · chưa đính kèm</translation>
    </message>
    <message>
        <source>Save PDF to sign elsewhere</source>
        <translation>Lưu PDF để ký ở máy khác</translation>
    </message>
    <message>
        <source>Load the signed PDF</source>
        <translation>Nạp PDF đã ký</translation>
    </message>
    <message>
        <source>Attach the signed scan</source>
        <translation>Đính kèm bản quét đã ký</translation>
    </message>
    <message>
        <source>Save the report and open it</source>
        <translation>Lưu báo cáo và mở</translation>
    </message>
    <message>
        <source>Drop the signed PDF here, whatever it is called, or click to choose it</source>
        <translation>Thả PDF đã ký vào đây (tên tệp thế nào cũng được), hoặc bấm để chọn</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Begin</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>What is at hand?</source>
        <translation>Đang có gì trong tay?</translation>
    </message>
    <message>
        <source>Everything stays on this computer. Nothing is sent over a network.</source>
        <translation>Mọi dữ liệu ở trên máy này. Không có gì được gửi qua mạng.</translation>
    </message>
    <message>
        <source>Drop a file received here, or choose it</source>
        <translation>Thả tệp nhận được vào đây, hoặc bấm để chọn</translation>
    </message>
    <message>
        <source>A file received</source>
        <translation>Một tệp nhận được</translation>
    </message>
    <message>
        <source>A campaign from the reviewing authority, feedback, a result, or a commune&apos;s submission.</source>
        <translation>Gói triển khai của cơ quan thẩm định, gói ý kiến thẩm định, gói kết quả, hoặc hồ sơ của xã.</translation>
    </message>
    <message>
        <source>New self-assessment of a commune</source>
        <translation>Lập bản tự đánh giá của xã</translation>
    </message>
    <message>
        <source>New campaign of an authority</source>
        <translation>Mở đợt đánh giá của cơ quan thẩm định</translation>
    </message>
    <message>
        <source>Begin on a framework that comes with the program; a campaign received later can be opened at any time.</source>
        <translation>Bắt đầu với bộ chỉ số có sẵn trong phần mềm; gói triển khai nhận được sau vẫn mở được bất cứ lúc nào.</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Chưa có gì</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Khôi phục bản sao lưu</translation>
    </message>
    <message>
        <source>What was kept on a stick or on another computer; what is inside is shown first.</source>
        <translation>Bản lưu trên USB hoặc ở máy khác; xem bên trong trước khi khôi phục.</translation>
    </message>
    <message>
        <source>Bring back what was sent</source>
        <translation>Khôi phục từ hồ sơ đã gửi</translation>
    </message>
    <message>
        <source>A copy of earlier work</source>
        <translation>Bản lưu của việc đã làm</translation>
    </message>
    <message>
        <source>Look round with sample data</source>
        <translation>Xem thử với dữ liệu minh họa</translation>
    </message>
    <message>
        <source>The first time here?</source>
        <translation>Lần đầu dùng phần mềm?</translation>
    </message>
    <message>
        <source>Five steps on sample data, about five minutes, left at any moment. The sample lies in a folder of its own and never mixes with real data.</source>
        <translation>Đi thử năm bước trên dữ liệu minh họa, khoảng năm phút, dừng lúc nào cũng được. Dữ liệu này ở thư mục riêng, không lẫn với dữ liệu thật.</translation>
    </message>
    <message>
        <source>Open a file received</source>
        <translation>Mở tệp nhận được</translation>
    </message>
    <message>
        <source>Bundles (*.thuocso *.zip)</source>
        <translation>Gói hồ sơ (*.thuocso *.zip)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
</context>
<context>
    <name>StickDialog</name>
    <message>
        <source>Prepare USB sticks for the communes</source>
        <translation>Chuẩn bị USB cho xã</translation>
    </message>
    <message>
        <source>Write to the stick</source>
        <translation>Ghi lên USB</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>One folder in reading order, for any commune of the campaign.</source>
        <translation>Ghi một thư mục theo thứ tự đọc, dùng cho mọi xã của đợt.</translation>
    </message>
    <message>
        <source>Five steps with pictures, also of the Windows warning; prints on two pages</source>
        <translation>Năm bước có hình, cả cửa sổ cảnh báo của Windows; in ra hai trang</translation>
    </message>
    <message>
        <source>No ThuocSo-…-setup.exe found; goes without it</source>
        <translation>Chưa thấy ThuocSo-…-setup.exe; vẫn ghi được, không kèm bộ cài</translation>
    </message>
    <message>
        <source>No ThuocSo-…-portable.zip found; goes without it</source>
        <translation>Chưa thấy ThuocSo-…-portable.zip; vẫn ghi được, không kèm bản này</translation>
    </message>
    <message>
        <source>Sealed now, once for all sticks</source>
        <translation>Niêm phong khi ghi, một lần cho mọi USB</translation>
    </message>
    <message>
        <source>Sealed already: the same file that was sent out</source>
        <translation>Đã niêm phong: đúng tệp đã gửi đi</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn tệp…</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Không kèm</translation>
    </message>
    <message>
        <source>The issued letter…</source>
        <translation>Công văn đã phát hành…</translation>
    </message>
    <message>
        <source>Use the model</source>
        <translation>Dùng công văn mẫu</translation>
    </message>
    <message>
        <source>Save the model…</source>
        <translation>Lưu bản mẫu…</translation>
    </message>
    <message>
        <source>Model letter with check code and deadlines</source>
        <translation>Công văn mẫu, có mã đối chiếu và thời hạn</translation>
    </message>
    <message>
        <source>About {size} are written and read back. What is on the stick already stays.</source>
        <translation>Ghi khoảng {size}, ghi xong đọc lại để kiểm tra. Những gì đã có trên USB giữ nguyên.</translation>
    </message>
    <message>
        <source>About {size} are needed, {free} are free: choose another stick or folder.</source>
        <translation>Cần khoảng {size}, chỉ còn trống {free}: chọn USB hoặc thư mục khác.</translation>
    </message>
    <message>
        <source>Installer (*.exe)</source>
        <translation>Bộ cài (*.exe)</translation>
    </message>
    <message>
        <source>The installer</source>
        <translation>Bộ cài</translation>
    </message>
    <message>
        <source>Portable copy (*.zip)</source>
        <translation>Bản chạy không cần cài đặt (*.zip)</translation>
    </message>
    <message>
        <source>The portable copy</source>
        <translation>Bản chạy không cần cài đặt</translation>
    </message>
    <message>
        <source>The issued letter</source>
        <translation>Công văn đã phát hành</translation>
    </message>
    <message>
        <source>Save the model letter</source>
        <translation>Lưu công văn mẫu</translation>
    </message>
    <message>
        <source>Do not pull the stick before it says “Written and checked”.</source>
        <translation>Chỉ rút USB khi màn hình báo “Đã ghi và kiểm tra xong”.</translation>
    </message>
    <message>
        <source>Writing and reading back</source>
        <translation>Đang ghi và đọc lại</translation>
    </message>
    <message>
        <source>Written and checked</source>
        <translation>Đã ghi và kiểm tra xong</translation>
    </message>
    <message>
        <source>The stick can be pulled now. For the next commune: plug in another stick, then go on.</source>
        <translation>Có thể rút USB. Cho xã tiếp theo: cắm USB khác rồi bấm Ghi USB tiếp theo.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <source>Write the next stick</source>
        <translation>Ghi USB tiếp theo</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), {size}, every byte read back</source>
        <translation>
            <numerusform>%n tệp, {size}, đã đọc lại từng byte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stick(s) so far</source>
        <translation>
            <numerusform>Đến nay đã ghi %n USB</numerusform>
        </translation>
    </message>
    <message>
        <source>A folder from earlier was there and stays as it was: {name}.</source>
        <translation>Thư mục ghi trước đó giữ nguyên: {name}.</translation>
    </message>
    <message>
        <source>Check code of the sealing key: {code}</source>
        <translation>Mã đối chiếu khóa niêm phong: {code}</translation>
    </message>
</context>
<context>
    <name>Submit</name>
    <message>
        <source>Sign and send</source>
        <translation>Trình ký và gửi</translation>
    </message>
    <message>
        <source>Reopen to mend</source>
        <translation>Mở lại để sửa</translation>
    </message>
    <message>
        <source>Revision {number}, confirmed by {leader} at {moment}.</source>
        <translation>Bản chốt số {number}, {leader} xác nhận lúc {moment}.</translation>
    </message>
    <message>
        <source>Freeze the figures</source>
        <translation>Chốt số liệu</translation>
    </message>
    <message>
        <source>The leader looks at the figures and confirms them. They are then kept as revision {number}; reopening is always possible.</source>
        <translation>Lãnh đạo xem số liệu và xác nhận. Số liệu được giữ nguyên thành bản chốt số {number}; lúc nào cũng mở lại để sửa được.</translation>
    </message>
    <message>
        <source>See what is to be mended</source>
        <translation>Xem ở Rà soát</translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s) to be mended before</source>
        <translation>
            <numerusform>Còn %n mục phải xử lý trước</numerusform>
        </translation>
    </message>
    <message>
        <source>The report as PDF, for the leader&apos;s table and the files. The number of the revision stands on every page.</source>
        <translation>Báo cáo PDF để trình lãnh đạo và lưu hồ sơ. Số bản chốt in ở từng trang.</translation>
    </message>
    <message>
        <source>Asked for in this campaign: {demand}.</source>
        <translation>Đợt này yêu cầu: {demand}.</translation>
    </message>
    <message>
        <source>Look at the report, print it</source>
        <translation>Xem và in báo cáo</translation>
    </message>
    <message>
        <source>Have the report signed</source>
        <translation>Trình ký báo cáo</translation>
    </message>
    <message>
        <source>Everything goes into one sealed file: figures, report, evidence. Nobody can change it unnoticed on its way.</source>
        <translation>Số liệu, báo cáo và minh chứng vào một tệp niêm phong. Ai sửa dọc đường cũng bị phát hiện.</translation>
    </message>
    <message>
        <source>Seal and export</source>
        <translation>Niêm phong và xuất gói</translation>
    </message>
    <message>
        <source>Written and checked.</source>
        <translation>Đã ghi và kiểm tra xong.</translation>
    </message>
    <message>
        <source>Export again</source>
        <translation>Xuất lại</translation>
    </message>
    <message>
        <source>See details</source>
        <translation>Xem chi tiết</translation>
    </message>
    <message>
        <source>Content digest (SHA-256): {digest}</source>
        <translation>Mã nội dung (SHA-256): {digest}</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <source>Send the file</source>
        <translation>Gửi tệp</translation>
    </message>
    <message>
        <source>Noted as sent.</source>
        <translation>Đã đánh dấu là đã gửi.</translation>
    </message>
    <message>
        <source>the reviewing authority</source>
        <translation>cơ quan thẩm định</translation>
    </message>
    <message>
        <source>Hand the file to {receiver} by USB stick, e-mail or chat. Send this very file: do not open, rename or zip it again.</source>
        <translation>Chuyển tệp cho {receiver} qua USB, thư điện tử hoặc Zalo. Gửi đúng tệp này: không mở, không đổi tên, không nén lại.</translation>
    </message>
    <message>
        <source>Mark as sent</source>
        <translation>Đánh dấu đã gửi</translation>
    </message>
    <message>
        <source>Note that it was received</source>
        <translation>Ghi đã tiếp nhận</translation>
    </message>
    <message>
        <source>On to Result</source>
        <translation>Sang Kết quả</translation>
    </message>
    <message numerus="yes">
        <source>Mend %n matter(s) first</source>
        <translation>
            <numerusform>Xử lý %n mục trước</numerusform>
        </translation>
    </message>
    <message>
        <source>Being prepared</source>
        <translation>Đang lập</translation>
    </message>
    <message>
        <source>Revision {number} · round {round}</source>
        <translation>Bản chốt số {number} · lần {round}</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Lưu báo cáo</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Making the report</source>
        <translation>Đang lập báo cáo</translation>
    </message>
    <message numerus="yes">
        <source>Write the %n file(s) still missing</source>
        <translation>
            <numerusform>Ghi %n tệp còn thiếu</numerusform>
        </translation>
    </message>
    <message>
        <source>The report was saved: {path}</source>
        <translation>Đã lưu báo cáo: {path}</translation>
    </message>
    <message>
        <source>{lacking} The authority takes such a file only with a reason of its own. The file can be sealed all the same; once it is signed, seal it again before it is sent.</source>
        <translation>{lacking} Cơ quan thẩm định chỉ tiếp nhận hồ sơ như vậy khi có lý do được ghi lại. Vẫn niêm phong được; khi đã ký, niêm phong lại trước khi gửi.</translation>
    </message>
    <message>
        <source>Seal without what is asked for</source>
        <translation>Niêm phong khi chưa đủ chữ ký</translation>
    </message>
    <message>
        <source>Seal all the same</source>
        <translation>Vẫn niêm phong</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Sealing and exporting</source>
        <translation>Đang niêm phong và xuất gói</translation>
    </message>
    <message>
        <source>Written and checked: {name}, {size}.</source>
        <translation>Đã ghi và kiểm tra xong: {name}, {size}.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written and checked.</source>
        <translation>
            <numerusform>Đã ghi và kiểm tra xong %n tệp.</numerusform>
        </translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation>Tạo khóa mới</translation>
    </message>
    <message>
        <source>Type it again</source>
        <translation>Nhập lại</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>of {maximum} points</source>
        <translation>/ {maximum} điểm</translation>
    </message>
    <message>
        <source>Percent reached: {percent}</source>
        <translation>Tỷ lệ đạt: {percent}</translation>
    </message>
    <message>
        <source>Total as self-assessed</source>
        <translation>Tổng điểm tự đánh giá</translation>
    </message>
    <message>
        <source>{done} of {all} criteria done</source>
        <translation>{done}/{all} tiêu chí đã xong</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of evidence</source>
        <translation>
            <numerusform>%n minh chứng</numerusform>
        </translation>
    </message>
    <message>
        <source>Provisional: some points depend on other communes.</source>
        <translation>Tạm tính: một số điểm phụ thuộc các xã khác.</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Các bản chốt</translation>
    </message>
    <message>
        <source>Round {round} · {total} points · {moment}</source>
        <translation>Lần {round} · {total} điểm · {moment}</translation>
    </message>
    <message>
        <source>Revision {number}</source>
        <translation>Bản chốt số {number}</translation>
    </message>
    <message>
        <source>Content digest {digest}…</source>
        <translation>Mã nội dung {digest}…</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>Lý do: {reason}</translation>
    </message>
</context>
<context>
    <name>SummaryStep</name>
    <message>
        <source>Name of the framework</source>
        <translation>Tên bộ chỉ số</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Bản</translation>
    </message>
    <message>
        <source>Kind of decision</source>
        <translation>Loại văn bản</translation>
    </message>
    <message>
        <source>Quyết định</source>
        <translation>Quyết định</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số, ký hiệu</translation>
    </message>
    <message>
        <source>Date of the decision</source>
        <translation>Ngày văn bản</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Cơ quan ban hành</translation>
    </message>
    <message>
        <source>The framework</source>
        <translation>Bộ chỉ số</translation>
    </message>
    <message>
        <source>Type the name as it stands in the decision.</source>
        <translation>Nhập tên như trong văn bản.</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>Tiêu chí</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Điểm tối đa</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} điểm</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Đã xác nhận</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>Nội dung</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) not confirmed: points will be given by hand there, and the framework records it. It stays a skeleton until they are settled.</source>
        <translation>
            <numerusform>%n cách tính chưa xác nhận: các tiêu chí đó để chấm tay và được ghi lại trong bộ chỉ số. Bộ chỉ số còn là khung cho đến khi xác nhận xong.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>và %n mục nữa</numerusform>
        </translation>
    </message>
    <message>
        <source>Sums add up, every rule is settled.</source>
        <translation>Các tổng khớp, mọi cách tính đã xác nhận.</translation>
    </message>
    <message>
        <source>To look at and recorded</source>
        <translation>Cần xem, được ghi lại trong bộ chỉ số</translation>
    </message>
</context>
<context>
    <name>Switcher</name>
    <message>
        <source>Making the sample data</source>
        <translation>Đang lập dữ liệu minh họa</translation>
    </message>
    <message>
        <source>Restoring the backup</source>
        <translation>Đang khôi phục bản sao lưu</translation>
    </message>
    <message>
        <source>From now on the work is done in {folder}.</source>
        <translation>Từ giờ làm việc trong thư mục {folder}.</translation>
    </message>
    <message>
        <source>The sample is left. From here on everything is real: open the campaign file received, or begin a new self-assessment.</source>
        <translation>Đã rời dữ liệu minh họa. Từ đây là dữ liệu thật: nạp gói triển khai nhận được, hoặc chọn Lập bản tự đánh giá của xã.</translation>
    </message>
    <message>
        <source>The data are as they were at {moment}.</source>
        <translation>Dữ liệu đã trở lại như lúc {moment}.</translation>
    </message>
    <message>
        <source>What was here before is kept: {name}.</source>
        <translation>Dữ liệu có trước đó được giữ lại: {name}.</translation>
    </message>
    <message>
        <source>Thước Số</source>
        <translation>Thước Số</translation>
    </message>
</context>
<context>
    <name>TakePartDialog</name>
    <message>
        <source>Sent by {authority}.</source>
        <translation>Nơi gửi: {authority}.</translation>
    </message>
    <message>
        <source>Check code of the sender</source>
        <translation>Mã đối chiếu của nơi gửi</translation>
    </message>
    <message>
        <source>This is the key accepted for this authority.</source>
        <translation>Đúng khóa đã ghi nhận của cơ quan thẩm định này.</translation>
    </message>
    <message>
        <source>Compare it with the code in the official letter. Work can begin before that.</source>
        <translation>Đối chiếu với mã in trong công văn. Có thể bắt đầu làm việc trước khi đối chiếu.</translation>
    </message>
    <message>
        <source>Which agency works on this computer?</source>
        <translation>Máy này làm việc cho cơ quan, địa phương nào?</translation>
    </message>
    <message>
        <source>Find an agency</source>
        <translation>Tìm cơ quan, địa phương</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Cơ quan, địa phương</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>Các cơ quan, địa phương</translation>
    </message>
    <message>
        <source>Work as this agency</source>
        <translation>Làm việc với vai này</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>TextToCopy</name>
    <message>
        <source>Copy and close</source>
        <translation>Sao chép và đóng</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>ThresholdPanel</name>
    <message>
        <source>Threshold</source>
        <translation>Ngưỡng</translation>
    </message>
    <message>
        <source>or more</source>
        <translation>trở lên</translation>
    </message>
    <message>
        <source>exceeded</source>
        <translation>phải vượt ngưỡng</translation>
    </message>
    <message>
        <source>Whether the threshold itself is enough</source>
        <translation>Đúng bằng ngưỡng có được tính không</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Sàn</translation>
    </message>
    <message>
        <source>below it: 0 points</source>
        <translation>dưới sàn: 0 điểm</translation>
    </message>
    <message>
        <source>Between floor and threshold</source>
        <translation>Từ sàn đến ngưỡng</translation>
    </message>
    <message>
        <source>In between</source>
        <translation>Ở giữa</translation>
    </message>
    <message>
        <source>Below it</source>
        <translation>Dưới ngưỡng</translation>
    </message>
    <message>
        <source>{value} × {maximum} points</source>
        <translation>{value} × {maximum} điểm</translation>
    </message>
    <message>
        <source>{value} ÷ threshold × {maximum} points</source>
        <translation>{value} ÷ ngưỡng × {maximum} điểm</translation>
    </message>
    <message>
        <source>0 points</source>
        <translation>0 điểm</translation>
    </message>
    <message>
        <source>The floor lies from 0 to below the threshold.</source>
        <translation>Sàn từ 0 đến dưới ngưỡng.</translation>
    </message>
</context>
<context>
    <name>TickList</name>
    <message>
        <source>None of these</source>
        <translation>Không có nội dung nào</translation>
    </message>
    <message>
        <source>Answer no to every item of the list</source>
        <translation>Trả lời Không cho mọi nội dung trong danh sách</translation>
    </message>
</context>
<context>
    <name>TitleDialog</name>
    <message>
        <source>Title</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Save the title</source>
        <translation>Lưu tên</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Type a title.</source>
        <translation>Nhập tên.</translation>
    </message>
</context>
<context>
    <name>TokenDialog</name>
    <message>
        <source>Sign with the signing device</source>
        <translation>Ký số bằng thiết bị lưu khóa bí mật (USB ký số)</translation>
    </message>
    <message>
        <source>PIN of the signing device</source>
        <translation>Mã PIN của thiết bị ký số</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Tìm lại thiết bị</translation>
    </message>
    <message>
        <source>Choose a driver…</source>
        <translation>Chọn trình điều khiển…</translation>
    </message>
    <message>
        <source>Save PDF to sign elsewhere</source>
        <translation>Lưu PDF để ký ở máy khác</translation>
    </message>
    <message>
        <source>Certificates on the device</source>
        <translation>Chứng thư chữ ký số trên thiết bị</translation>
    </message>
    <message>
        <source>The PIN is sent to the device alone and is not kept. Each press of the button is one attempt.</source>
        <translation>Mã PIN chỉ gửi đến thiết bị và không được lưu lại. Mỗi lần bấm nút là một lần thử.</translation>
    </message>
    <message>
        <source>What will be signed</source>
        <translation>Nội dung sẽ ký</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Ký số</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Signer</source>
        <translation>Người ký</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Nơi cấp</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Hiệu lực đến</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Thiết bị</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Không đọc được</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Đã hết hạn</translation>
    </message>
    <message>
        <source>Valid from {day}</source>
        <translation>Có hiệu lực từ {day}</translation>
    </message>
    <message>
        <source>Of an authority that issues certificates</source>
        <translation>Của cơ quan cấp chứng thư</translation>
    </message>
    <message>
        <source>Not for signing papers</source>
        <translation>Không dùng để ký văn bản</translation>
    </message>
    <message>
        <source>Looking for signing devices…</source>
        <translation>Đang tìm thiết bị ký số…</translation>
    </message>
    <message numerus="yes">
        <source>Show %n certificate(s) that cannot sign now</source>
        <translation>
            <numerusform>Hiện %n chứng thư chưa dùng để ký được</numerusform>
        </translation>
    </message>
    <message>
        <source>This certificate cannot sign papers now.</source>
        <translation>Chứng thư này hiện không dùng để ký văn bản được.</translation>
    </message>
    <message>
        <source>The device says that one more wrong PIN will lock it. Ask whoever keeps it before typing.</source>
        <translation>Thiết bị báo sẽ bị khóa nếu nhập sai mã PIN thêm một lần. Hỏi lại người giữ thiết bị trước khi nhập.</translation>
    </message>
    <message>
        <source>The device says that a wrong PIN was entered before; more of them will lock it.</source>
        <translation>Thiết bị báo đã có lần nhập sai mã PIN và sẽ khóa nếu còn nhập sai nữa.</translation>
    </message>
    <message>
        <source>The PIN is asked for on the device itself or in a window of Windows.</source>
        <translation>Mã PIN được nhập trên chính thiết bị hoặc trong cửa sổ của Windows.</translation>
    </message>
    <message>
        <source>The device wants its first PIN changed.</source>
        <translation>Thiết bị yêu cầu đổi mã PIN ban đầu.</translation>
    </message>
    <message>
        <source>Signing. Leave the device plugged in…</source>
        <translation>Đang ký. Giữ nguyên thiết bị trên máy…</translation>
    </message>
    <message>
        <source>The device cannot sign as RSA-PSS, so it signed as RSA PKCS#1 v1.5; receivers accept that.</source>
        <translation>Thiết bị không ký được theo RSA-PSS nên đã ký theo RSA PKCS#1 v1.5; nơi nhận vẫn chấp nhận.</translation>
    </message>
    <message>
        <source>Sign again</source>
        <translation>Ký lại</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>Có thể đang bật Caps Lock.</translation>
    </message>
    <message>
        <source>Choose the driver of the signing device (PKCS#11)</source>
        <translation>Chọn trình điều khiển của thiết bị ký số (PKCS#11)</translation>
    </message>
    <message>
        <source>Drivers (*.dll *.so *.so.*)</source>
        <translation>Trình điều khiển (*.dll *.so *.so.*)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tất cả các tệp (*)</translation>
    </message>
    <message>
        <source>Choose the certificate of the person who signs.</source>
        <translation>Chọn chứng thư của người ký.</translation>
    </message>
</context>
<context>
    <name>TotalCard</name>
    <message>
        <source>Running total</source>
        <translation>Tổng tạm tính</translation>
    </message>
    <message>
        <source>/ {maximum} points</source>
        <translation>/ {maximum} điểm</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Đã đạt</translation>
    </message>
    <message>
        <source>Without points yet</source>
        <translation>Chưa có điểm</translation>
    </message>
    <message>
        <source>Below the maximum</source>
        <translation>Chưa đạt tối đa</translation>
    </message>
    <message>
        <source>With bonus {bonus} and penalty {penalty}, total {total} points</source>
        <translation>Điểm thưởng {bonus}, điểm trừ {penalty}; tổng điểm {total}</translation>
    </message>
</context>
<context>
    <name>Totals</name>
    <message>
        <source>{done}/{all} criteria</source>
        <translation>{done}/{all} tiêu chí</translation>
    </message>
    <message>
        <source>Provisional</source>
        <translation>Tạm tính</translation>
    </message>
    <message>
        <source>Running total</source>
        <translation>Tổng tạm tính</translation>
    </message>
    <message>
        <source>Some points wait for other agencies or for the reviewing authority.</source>
        <translation>Một số điểm chờ số liệu của cơ quan, địa phương khác hoặc cơ quan thẩm định xem xét.</translation>
    </message>
</context>
<context>
    <name>TreeStep</name>
    <message>
        <source>Further out</source>
        <translation>Ra ngoài</translation>
    </message>
    <message>
        <source>Deeper in</source>
        <translation>Vào trong</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Show rows left out</source>
        <translation>Hiện dòng bỏ qua</translation>
    </message>
    <message>
        <source>Find a row</source>
        <translation>Tìm dòng</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>Tree of the annex</source>
        <translation>Cây của phụ lục</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Cây tiêu chí</translation>
    </message>
    <message>
        <source>Chosen row</source>
        <translation>Dòng đang chọn</translation>
    </message>
    <message numerus="yes">
        <source>Show %n row(s) left out</source>
        <translation>
            <numerusform>Hiện %n dòng bỏ qua</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n nhóm</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criterion(s)</source>
        <translation>
            <numerusform>%n tiêu chí</numerusform>
        </translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} điểm</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) to look at</source>
        <translation>
            <numerusform>%n dòng cần xem</numerusform>
        </translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>(chưa có tên)</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>bỏ qua</translation>
    </message>
    <message>
        <source>part of the row above</source>
        <translation>thuộc dòng trên</translation>
    </message>
    <message>
        <source>adds up to {sum}</source>
        <translation>cộng được {sum}</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>tổng</translation>
    </message>
</context>
<context>
    <name>TrustSheet</name>
    <message>
        <source>Issuers of certificates</source>
        <translation>Nơi cấp chứng thư</translation>
    </message>
    <message>
        <source>Signatures are judged with these files alone, without any network. Take them from the issuer&apos;s site.</source>
        <translation>Chữ ký được kiểm tra chỉ bằng các tệp này, không cần mạng. Lấy tệp từ trang của nơi cấp chứng thư.</translation>
    </message>
    <message>
        <source>Drop certificates and revocation lists here, several at once, or choose them</source>
        <translation>Thả chứng thư và danh sách thu hồi vào đây, nhiều tệp một lần, hoặc chọn tệp</translation>
    </message>
    <message>
        <source>None yet: no signature can be confirmed before one is loaded.</source>
        <translation>Chưa có: chưa nạp thì chưa chữ ký nào xác nhận được.</translation>
    </message>
    <message>
        <source>Lists of revoked certificates</source>
        <translation>Danh sách thu hồi</translation>
    </message>
    <message>
        <source>Accepted signers</source>
        <translation>Người ký đã ghi nhận</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} đến {last}</translation>
    </message>
    <message>
        <source>under {issuer}</source>
        <translation>do {issuer} cấp</translation>
    </message>
    <message>
        <source>No longer believe {name}</source>
        <translation>Bỏ {name} khỏi danh sách tin cậy</translation>
    </message>
    <message>
        <source>Has ended</source>
        <translation>Đã hết hạn</translation>
    </message>
    <message>
        <source>made {this}, good through {until}</source>
        <translation>lập ngày {this}, có giá trị đến ngày {until}</translation>
    </message>
    <message>
        <source>a new list is needed, this one ran until {until}</source>
        <translation>cần nạp danh sách mới, bản này đến ngày {until}</translation>
    </message>
    <message>
        <source>No list yet from: {names}. Whether their certificates were revoked cannot be told.</source>
        <translation>Chưa có danh sách thu hồi của: {names}. Chưa kiểm tra được chứng thư do nơi này cấp có bị thu hồi hay không.</translation>
    </message>
    <message>
        <source>Days a list still counts</source>
        <translation>Số ngày dùng thêm danh sách thu hồi</translation>
    </message>
    <message>
        <source>days</source>
        <translation>ngày</translation>
    </message>
    <message>
        <source>A list still counts after its day for</source>
        <translation>Danh sách thu hồi quá hạn được dùng thêm</translation>
    </message>
    <message>
        <source>0 to {most} days; said with every finding that rests on it.</source>
        <translation>0 đến {most} ngày; được ghi rõ trong mỗi kết quả kiểm tra dựa vào đó.</translation>
    </message>
    <message>
        <source>Certificates and lists ({kinds})</source>
        <translation>Chứng thư và danh sách thu hồi ({kinds})</translation>
    </message>
    <message>
        <source>Load certificates and lists</source>
        <translation>Nạp chứng thư và danh sách thu hồi</translation>
    </message>
    <message>
        <source>Loading certificates</source>
        <translation>Đang nạp chứng thư</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) loaded</source>
        <translation>
            <numerusform>Đã nạp %n chứng thư</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n list(s)</source>
        <translation>
            <numerusform>%n danh sách thu hồi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were here already</source>
        <translation>
            <numerusform>%n đã có từ trước</numerusform>
        </translation>
    </message>
    <message>
        <source>Earlier findings stay; check a file again to judge it with these.</source>
        <translation>Kết quả đã có giữ nguyên; chọn Kiểm tra lại ở từng tệp để xét theo tệp vừa nạp.</translation>
    </message>
    <message>
        <source>Signatures under this issuer are no longer confirmed. Earlier findings stay as they are.</source>
        <translation>Từ nay chữ ký dưới nơi cấp này không còn được xác nhận. Kết quả đã có giữ nguyên.</translation>
    </message>
    <message>
        <source>Remove the issuer</source>
        <translation>Bỏ nơi cấp này</translation>
    </message>
    <message>
        <source>Nobody yet. Signers are accepted where the verification of a file is shown.</source>
        <translation>Chưa có. Người ký được ghi nhận ở kết quả kiểm tra của từng tệp.</translation>
    </message>
    <message>
        <source>leader</source>
        <translation>lãnh đạo</translation>
    </message>
    <message>
        <source>agency</source>
        <translation>cơ quan</translation>
    </message>
    <message>
        <source>{role} of {agency}</source>
        <translation>{role} · {agency}</translation>
    </message>
    <message>
        <source>since {moment} · {how}</source>
        <translation>từ {moment} · {how}</translation>
    </message>
    <message>
        <source>ended {moment}: {reason}</source>
        <translation>ngừng {moment}: {reason}</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Đã ngừng</translation>
    </message>
    <message>
        <source>End…</source>
        <translation>Ngừng ghi nhận…</translation>
    </message>
    <message>
        <source>End the acceptance of {name}</source>
        <translation>Ngừng ghi nhận {name}</translation>
    </message>
    <message>
        <source>From now on this signature is confirmed for nobody. Earlier findings stay as they are.</source>
        <translation>Từ nay chữ ký này không được xác nhận cho cơ quan nào. Kết quả đã có giữ nguyên.</translation>
    </message>
    <message>
        <source>End the acceptance</source>
        <translation>Ngừng ghi nhận</translation>
    </message>
    <message>
        <source>Write the reason; it is kept in the journal.</source>
        <translation>Ghi lý do; lý do được lưu vào nhật ký.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>không ghi tên</translation>
    </message>
</context>
<context>
    <name>TryPanel</name>
    <message>
        <source>Part that is drawn</source>
        <translation>Phần đang vẽ</translation>
    </message>
    <message>
        <source>What the communes will read</source>
        <translation>Câu xã sẽ đọc</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Tính thử</translation>
    </message>
    <message>
        <source>Highest value of the others</source>
        <translation>Giá trị cao nhất của các nơi khác</translation>
    </message>
    <message>
        <source>/ {maximum} points</source>
        <translation>/ {maximum} điểm</translation>
    </message>
    <message>
        <source>Points appear as soon as figures are typed.</source>
        <translation>Điểm hiện ra ngay khi nhập số liệu.</translation>
    </message>
    <message>
        <source>These figures give no points yet. Look at the formula.</source>
        <translation>Số liệu này chưa tính ra điểm. Xem lại công thức.</translation>
    </message>
    <message>
        <source>Part {number}</source>
        <translation>Phần {number}</translation>
    </message>
    <message>
        <source>A jump at {at}: {under} gives {before} points, {over} gives {after}.</source>
        <translation>Bước nhảy tại {at}: {under} được {before} điểm, {over} được {after}.</translation>
    </message>
    <message>
        <source>Keep it if the decision says so; if not, choose {other}.</source>
        <translation>Ghi đúng lời văn bản thì giữ; nếu không, chọn {other}.</translation>
    </message>
    <message>
        <source>Keep it if the decision says so.</source>
        <translation>Ghi đúng lời văn bản thì giữ.</translation>
    </message>
</context>
<context>
    <name>UpgradingDialog</name>
    <message>
        <source>The data are made ready for this version</source>
        <translation>Đang nâng cấp dữ liệu lên bản này</translation>
    </message>
    <message>
        <source>A copy of everything is kept first. Then every row and every point is compared. Until all is found again the data stay as they were.</source>
        <translation>Trước hết một bản sao được giữ lại. Sau đó mọi nội dung và điểm số được đối chiếu. Chưa khớp đủ thì dữ liệu vẫn giữ như cũ.</translation>
    </message>
</context>
<context>
    <name>VerificationDialog</name>
    <message>
        <source>Verification of the file</source>
        <translation>Kết quả kiểm tra tệp</translation>
    </message>
    <message>
        <source>Save the very file</source>
        <translation>Lưu lại đúng tệp đã nhận</translation>
    </message>
    <message>
        <source>Print the sheet</source>
        <translation>In phiếu kiểm tra</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Kiểm tra lại</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Chữ ký</translation>
    </message>
    <message>
        <source>received {moment}</source>
        <translation>nhận lúc {moment}</translation>
    </message>
    <message>
        <source>Findings so far</source>
        <translation>Các lần kiểm tra</translation>
    </message>
    <message>
        <source>First received, {moment}</source>
        <translation>Khi nhận, {moment}</translation>
    </message>
    <message>
        <source>Checked again, {moment}</source>
        <translation>Kiểm tra lại, {moment}</translation>
    </message>
    <message>
        <source>as of {moment}</source>
        <translation>xét tại thời điểm {moment}</translation>
    </message>
    <message>
        <source>shown above</source>
        <translation>đang xem</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Xem</translation>
    </message>
    <message>
        <source>See details</source>
        <translation>Xem chi tiết</translation>
    </message>
    <message>
        <source>Checking the file</source>
        <translation>Đang kiểm tra tệp</translation>
    </message>
    <message>
        <source>Checked again; the earlier finding is kept beside it.</source>
        <translation>Đã kiểm tra lại; kết quả lần trước vẫn giữ bên cạnh.</translation>
    </message>
    <message>
        <source>The signer is accepted. Check again, and the signature is judged with it.</source>
        <translation>Đã ghi nhận người ký. Chọn Kiểm tra lại để xét chữ ký theo ghi nhận này.</translation>
    </message>
    <message>
        <source>Bundles (*.thuocso)</source>
        <translation>Gói (*.thuocso)</translation>
    </message>
    <message>
        <source>Saved byte for byte as it came: {name}</source>
        <translation>Đã lưu đúng tệp đã nhận, từng byte: {name}</translation>
    </message>
    <message>
        <source>Saving the file</source>
        <translation>Đang lưu tệp</translation>
    </message>
    <message>
        <source>Papers (*.pdf)</source>
        <translation>Văn bản (*.pdf)</translation>
    </message>
    <message>
        <source>The sheet was written: {name}</source>
        <translation>Đã in phiếu kiểm tra: {name}</translation>
    </message>
    <message>
        <source>See the verification</source>
        <translation>Xem kết quả kiểm tra</translation>
    </message>
</context>
<context>
    <name>VersionEffect</name>
    <message>
        <source>Points here</source>
        <translation>Điểm tại đây</translation>
    </message>
    <message numerus="yes">
        <source>%n criterion(s) get other points.</source>
        <translation>
            <numerusform>%n tiêu chí thay đổi điểm.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criterion(s) have to be answered again.</source>
        <translation>
            <numerusform>%n tiêu chí cần nhập lại.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) no longer fit; they are kept and come back on going back.</source>
        <translation>
            <numerusform>%n nội dung không còn chỗ nhập; vẫn được giữ và trở lại khi quay về bản trước.</numerusform>
        </translation>
    </message>
    <message>
        <source>Files that prove nothing any more stay in the list: {names}.</source>
        <translation>Tệp không còn gắn tiêu chí nào vẫn nằm trong danh sách minh chứng: {names}.</translation>
    </message>
    <message>
        <source>No answer and no points change.</source>
        <translation>Không nội dung và điểm nào thay đổi.</translation>
    </message>
</context>
<context>
    <name>VersionNotice</name>
    <message>
        <source>The authority corrected the framework (version {version})</source>
        <translation>Cơ quan thẩm định đã sửa đổi bộ chỉ số (bản {version})</translation>
    </message>
    <message>
        <source>Look and go over</source>
        <translation>Xem và chuyển</translation>
    </message>
    <message>
        <source>The answers were carried over to version {version} at {moment}.</source>
        <translation>Nội dung đã được chuyển sang bản {version} lúc {moment}.</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Xem thay đổi</translation>
    </message>
</context>
<context>
    <name>VersionView</name>
    <message>
        <source>Criterion</source>
        <translation>Tiêu chí</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Mức sửa đổi</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Những chỗ khác nhau</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) added</source>
        <translation>
            <numerusform>thêm %n mục</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) removed</source>
        <translation>
            <numerusform>bỏ %n mục</numerusform>
        </translation>
    </message>
    <message>
        <source>No criterion differs.</source>
        <translation>Không có tiêu chí nào khác nhau.</translation>
    </message>
    <message>
        <source>Also changed: {parts}</source>
        <translation>Ngoài ra có sửa: {parts}</translation>
    </message>
    <message>
        <source>Stands elsewhere</source>
        <translation>Chuyển chỗ</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Bản {version}</translation>
    </message>
</context>
<context>
    <name>WaysToSend</name>
    <message>
        <source>How it goes</source>
        <translation>Cách gửi</translation>
    </message>
    <message>
        <source>Encrypt: only {receiver} can open it</source>
        <translation>Mã hóa: chỉ {receiver} mở được</translation>
    </message>
    <message>
        <source>One file, about {size}</source>
        <translation>Một tệp, khoảng {size}</translation>
    </message>
    <message>
        <source>Files of at most {size}, for e-mail and Zalo</source>
        <translation>Các tệp không quá {size}, để gửi thư điện tử, Zalo</translation>
    </message>
    <message>
        <source>Files of at most {size}, for a weak line</source>
        <translation>Các tệp không quá {size}, khi đường truyền yếu</translation>
    </message>
    <message>
        <source>Files of at most {size}, for a stick with FAT32</source>
        <translation>Các tệp không quá {size}, cho USB định dạng FAT32</translation>
    </message>
    <message>
        <source>Everything travels together: one file to hand over.</source>
        <translation>Tất cả nằm trong một tệp duy nhất.</translation>
    </message>
    <message numerus="yes">
        <source>The file with the figures goes first, is received by itself, and its time counts. %n volume(s) with evidence follow, in any order.</source>
        <translation>
            <numerusform>Tệp số liệu gửi trước, được tiếp nhận riêng và tính thời điểm theo tệp này. %n tập minh chứng gửi sau, thứ tự nào cũng được.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them is larger: one evidence file alone is.</source>
        <translation>
            <numerusform>%n tập lớn hơn mức này vì riêng một tệp minh chứng đã vượt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Work</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n mục</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the group {code}</source>
        <translation>Thêm nhóm {code}</translation>
    </message>
    <message>
        <source>Add the criterion {code}</source>
        <translation>Thêm tiêu chí {code}</translation>
    </message>
    <message>
        <source>Take out {name}</source>
        <translation>Bỏ {name}</translation>
    </message>
    <message>
        <source>Cut {name}</source>
        <translation>Cắt {name}</translation>
    </message>
    <message>
        <source>Paste {name}</source>
        <translation>Dán {name}</translation>
    </message>
    <message>
        <source>Duplicate {name}</source>
        <translation>Nhân đôi {name}</translation>
    </message>
    <message>
        <source>Move {name}</source>
        <translation>Chuyển {name}</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>tất cả</translation>
    </message>
    <message>
        <source>Renumber {name}</source>
        <translation>Đánh số lại {name}</translation>
    </message>
</context>
<context>
    <name>_Card</name>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Or enter:</source>
        <translation>Hoặc nhập:</translation>
    </message>
    <message>
        <source>Enter:</source>
        <translation>Nhập:</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>On what ground, who decided</source>
        <translation>Căn cứ, ai quyết định</translation>
    </message>
    <message>
        <source>to be answered</source>
        <translation>chưa chọn</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>đã chọn</translation>
    </message>
    <message>
        <source>Write a number, for example 12,5.</source>
        <translation>Nhập một số, ví dụ 12,5.</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>from</source>
        <translation>từ</translation>
    </message>
    <message>
        <source>above</source>
        <translation>trên</translation>
    </message>
    <message>
        <source>below</source>
        <translation>dưới</translation>
    </message>
    <message>
        <source>up to</source>
        <translation>đến hết</translation>
    </message>
    <message>
        <source>Name of the grade</source>
        <translation>Tên mức</translation>
    </message>
    <message>
        <source>such as: Good</source>
        <translation>ví dụ: Tốt</translation>
    </message>
    <message>
        <source>Lower side</source>
        <translation>Đầu dưới</translation>
    </message>
    <message>
        <source>Upper side</source>
        <translation>Đầu trên</translation>
    </message>
    <message>
        <source>Lower limit</source>
        <translation>Giới hạn dưới</translation>
    </message>
    <message>
        <source>Upper limit</source>
        <translation>Giới hạn trên</translation>
    </message>
    <message>
        <source>Take this grade out</source>
        <translation>Bỏ mức này</translation>
    </message>
    <message>
        <source>Write a number, for example 12,5.</source>
        <translation>Nhập một số, ví dụ 12,5.</translation>
    </message>
</context>
<context>
    <name>_PartyFields</name>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Type the full name.</source>
        <translation>Nhập họ và tên.</translation>
    </message>
</context>
<context>
    <name>_RoleHead</name>
    <message>
        <source>What column {number} holds</source>
        <translation>Nội dung của cột {number}</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>Checking the file</source>
        <translation>Đang kiểm tra tệp</translation>
    </message>
    <message>
        <source>Taking up the campaign</source>
        <translation>Đang nhận đợt đánh giá</translation>
    </message>
    <message>
        <source>Taking submissions in</source>
        <translation>Đang tiếp nhận hồ sơ</translation>
    </message>
    <message>
        <source>Loading the file</source>
        <translation>Đang nạp tệp</translation>
    </message>
</context>
</TS>
