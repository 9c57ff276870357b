<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
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
    <name>Header</name>
    <message>
        <source>Sample data</source>
        <translation>Dữ liệu minh họa</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Thước Số</source>
        <translation>Thước Số</translation>
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
    <name>NumberEntry</name>
    <message>
        <source>Write a number, for example {example}.</source>
        <translation>Cần một số, ví dụ {example}.</translation>
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
        <source>Assignment</source>
        <translation>Phân công</translation>
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
    <name>Placeholder</name>
    <message>
        <source>Not there yet</source>
        <translation>Chưa có</translation>
    </message>
    <message>
        <source>This page is not there yet. What is saved stays as it is.</source>
        <translation>Trang này chưa có. Nội dung đã lưu giữ nguyên.</translation>
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
</TS>
