<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>AcceptKeyDialog</name>
    <message>
        <source>Compare the code and accept the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check code from the letter or the telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Official letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone, a number known before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six groups of five digits. Never take the code from the file itself or from the same message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key of the file from {sender}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>The code has 30 digits; copy all six groups.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgenciesEditor</name>
    <message>
        <source>Paste a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save an empty form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focal officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>Các cơ quan, địa phương</translation>
    </message>
    <message>
        <source>One agency a line. Codes are made where there are none; telephone numbers help later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) need mending: point at the sign to see why.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agency(ies). Double-click a cell to change it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another line has the same code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The framework has no such target group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of agencies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form was written: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DanhSach.xlsx</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focal officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extended through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspection day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the agency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>This code stands in the list already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the name as it stands on papers.</source>
        <translation>Nhập tên như ghi trên văn bản.</translation>
    </message>
    <message>
        <source>Write the date as day/month/year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an agency</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria appraised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not received yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What needs a person now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Hạn gửi</translation>
    </message>
    <message>
        <source>Not received yet: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All are in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n to be settled</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No deadline set</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>day(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>day(s) past</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n extended</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) finished</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disagreement(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Round {number}</source>
        <translation>Lần {number}</translation>
    </message>
    <message>
        <source>Send out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appraise, round {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent out yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done}/{all} criteria</source>
        <translation>{done}/{all} tiêu chí</translation>
    </message>
    <message>
        <source>Send the campaign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Settle %n submission(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Go on collecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the ranking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the publication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file for all; the code goes into the official letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file sent out is of an older revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the changed campaign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n criterion(s) left to appraise</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disagreement(s) among assessors</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>For the council to conclude</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n agency(ies) sent two different files</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) to compare and accept</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) with other points than computed here</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) still missing</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits for a person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Cơ quan, địa phương</translation>
    </message>
    <message>
        <source>Focal officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CannotOpen</name>
    <message>
        <source>The data folder was not opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>By commune</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By agency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By criterion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criterion or agency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appraised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agree with the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feedback, end of the round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Điểm</translation>
    </message>
    <message numerus="yes">
        <source>%n appraised</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Round {number}: {done}/{total} criteria appraised</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Agree with the other %n criteria</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseView</name>
    <message>
        <source>{criterion} · revision {number} · round {round}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agency says: not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threshold {share}</source>
        <translation>ngưỡng {share}</translation>
    </message>
    <message>
        <source>Claimed: {claimed} points. Computed here from its figures: {own}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explanation of the agency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round {number}</source>
        <translation>Lần {number}</translation>
    </message>
    <message>
        <source>Opinions differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opinions there are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The council&apos;s finding: {points} points. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (the same person)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who}, round {number}: {opinion}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why these points</source>
        <translation>Diễn giải điểm</translation>
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
    <name>Check</name>
    <message>
        <source>Review</source>
        <translation>Rà soát</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On to Sign and send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing left to mend. Figures, evidence and explanations are complete; the leader can be asked to confirm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step: Sign and send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {all} criteria done</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n to be mended</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n worth a look</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The figures can be frozen once everything marked in red is mended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing stands in the way of freezing the figures. What is below may still bring points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the first one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{points} points open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be mended before the figures are frozen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth a second look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckCode</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check code of the sealing key: read it to the authority by telephone, or put it into the letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check code of the sealing key</source>
        <translation type="unfinished"></translation>
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
        <source>Both files are intact and both are kept. Ask {contact} which one is official; the other becomes history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Tiêu chí</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>For example: confirmed by telephone by the focal officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason (stands in the journal)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the focal officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the chosen one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>They differ in %n place(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Say why this one counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole submission</source>
        <translation type="unfinished"></translation>
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
        <source>{agency}: which file is official?</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished">Tiếp nhận</translation>
    </message>
    <message>
        <source>Drop files, a folder or a stick here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a name, code, focal officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>Các cơ quan, địa phương</translation>
    </message>
    <message>
        <source>Board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen row</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n commune(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agency(ies)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>To be settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submissions received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{received}/{all} submissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n to be settled</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write to %n commune(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write to %n agency(ies)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Begin appraising</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste it into the group chat or an e-mail. Nothing is sent from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking submissions in</source>
        <translation>Đang tiếp nhận hồ sơ</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder or a stick…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load submissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bundles (*.thuocso *.zip)</source>
        <translation>Gói hồ sơ (*.thuocso *.zip)</translation>
    </message>
    <message>
        <source>Load a folder or a stick</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) taken in</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n was here already</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older one(s) kept as history</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n differ(s) from one with the same number</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be taken in</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) loaded: {told}. All other submissions stay as they were.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>See each file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) accepted.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Time of receipt of {agency}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list was written: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TiepNhan.xlsx</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>month/year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quarter/year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation type="unfinished">dd/mm/yyyy</translation>
    </message>
    <message>
        <source>Received through {day} counts as in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last day follows from each agency&apos;s inspection day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last day that is still in time will stand here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the day, for example 15/11/2026.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropToldDialog</name>
    <message>
        <source>What became of each file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was here already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older, kept as history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two different ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not taken in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Intact and taken in. Nothing else is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This very file was taken in before. Nothing has changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer revision is here already. This one is kept as history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two different submissions bear one revision number. Both are kept, none is appraised yet. Look at what differs, ask the agency, and choose.</source>
        <translation type="unfinished"></translation>
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
    <name>Evidence</name>
    <message>
        <source>Evidence</source>
        <translation>Minh chứng</translation>
    </message>
    <message>
        <source>Find a name, number, subject, criterion</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cited without a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next citation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence of all criteria will be here. Files are attached at each criterion; they are copied into the data folder and the originals stay where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Self-assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number, date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>Các tiêu chí</translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cited</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of evidence</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Total size {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next citation to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On to Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is no longer in the data folder. Attach it again at the criterion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Lưu bản sao</translation>
    </message>
    <message>
        <source>A copy was saved: {path}</source>
        <translation type="unfinished"></translation>
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
    <message>
        <source>it is no longer there</source>
        <translation>tệp không còn ở đó</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>đây là thư mục</translation>
    </message>
    <message>
        <source>another program has it open, or it may not be read</source>
        <translation>tệp đang mở ở chương trình khác hoặc không được phép đọc</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>tệp rỗng</translation>
    </message>
    <message>
        <source>it changed while it was read</source>
        <translation>tệp thay đổi trong khi đọc</translation>
    </message>
    <message>
        <source>the disk or stick could not be read</source>
        <translation>không đọc được ổ đĩa hoặc USB</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number, symbol</source>
        <translation>Số, ký hiệu</translation>
    </message>
    <message>
        <source>12/BC-UBND</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation type="unfinished">dd/mm/yyyy</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Trích yếu</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Lưu bản sao…</translation>
    </message>
    <message>
        <source>The figures are frozen. Reopen them to change this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page, section for {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page, section</source>
        <translation>Trang, mục</translation>
    </message>
    <message>
        <source>Go to criterion {code}</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All criteria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opinions of the reviewers</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appraised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Explained</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FiguresTable</name>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points (at most {maximum})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appraised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}, as appraised</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another one for a target group…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} · version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” can&apos;t be chosen yet: its criteria are not entered. Complete it under Frameworks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An illustrative framework: no authority issued it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n to mend</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>See the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Framework of the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this line out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frameworks (*.json *.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Framework from a file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FreezeDialog</name>
    <message>
        <source>Freeze the figures as revision {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full name of the leader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without degree or rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The leader named here has seen these figures and agrees with them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed on the report as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frozen figures are never changed. They can be reopened; the next freezing makes a further revision.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {all} criteria done</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of evidence</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criteria without evidence</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Provisional: some points depend on other communes and may still move.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total as self-assessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the full name.</source>
        <translation>Nhập họ và tên.</translation>
    </message>
    <message>
        <source>Tick this once the leader has seen the figures.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished">Hướng dẫn</translation>
    </message>
    <message>
        <source>Find in the help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found. Try a single word, with or without diacritics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the work</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>By telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code read out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>six groups of five digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code read out (not required)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept key</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Accept %n key(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Do not accept yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another key was accepted before. Call the number known from before, never one in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check code of the file received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No telephone in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept only those whose code was compared. Each code stands in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Cơ quan, địa phương</translation>
    </message>
    <message>
        <source>Check code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code is the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code differs. Do not accept the key; ask the sender to read it once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The code has %n digit(s) so far, 30 are needed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Accept the key of {agency}</source>
        <translation type="unfinished"></translation>
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
    <message>
        <source>Saving</source>
        <translation>Đang lưu</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Đã lưu {time}</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: Sở Khoa học và Công nghệ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place on papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the council</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the helper team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadline of round 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a round 2: explanation and supplement after the first appraisal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadline of round 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who confirms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assessment campaign {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Council</source>
        <translation type="unfinished">Hội đồng</translation>
    </message>
    <message>
        <source>Helper team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code, short name, place, council…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who reviews</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is assessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What round 2 opens again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadline of round 2 (may be set later)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to use, change what is different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Framework</source>
        <translation>Bộ chỉ số</translation>
    </message>
    <message>
        <source>Who confirms before sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Hạn gửi</translation>
    </message>
    <message>
        <source>Open the campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the name as it stands on papers.</source>
        <translation>Nhập tên như ghi trên văn bản.</translation>
    </message>
    <message>
        <source>The list is empty. Paste the names of the communes or load a workbook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the list need mending first.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Add the deadline as it stands in the decision.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key used so far is set aside; what was sent with it stays valid. The submission can go out at once. The authority sees another check code and compares it by telephone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation type="unfinished"></translation>
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
    <name>OpinionStrip</name>
    <message>
        <source>Adjusted points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+1 to Ctrl+4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the opinion back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Goes to the agency with the opinion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stock reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/ {maximum} points</source>
        <translation>/ {maximum} điểm</translation>
    </message>
    <message>
        <source>Write why, so that the agency knows what to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the points, or correct the figures above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal note (1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays here. It stands in no feedback, no result and on no paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note for the team and the council</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supplement</source>
        <translation type="unfinished"></translation>
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
        <source>Not entered yet</source>
        <translation>Chưa nhập</translation>
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
    <name>PassphraseFields</name>
    <message>
        <source>Passphrase of the sealing key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same passphrase once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn off the Vietnamese input method and Caps Lock before typing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sealing key is made now, once for all rounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase protects it. Write it down and keep it in a closed envelope. A forgotten passphrase never stops a submission: a new key can be made at any time, and the authority compares its check code by telephone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least {count} characters; four words in a row are easy to keep in mind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength: fair. A few words more make it strong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength: good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type at least {count} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This differs from the first one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PasteListDialog</name>
    <message>
        <source>HG01, Xã Hòa Bình, Nguyễn Thị Thu Hà, 0900 000 101</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focal officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One agency a line: code, name, focal officer, telephone. Names alone are enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) understood so</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Paste a list</source>
        <translation type="unfinished"></translation>
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
    <name>PointsCard</name>
    <message>
        <source>Provisional</source>
        <translation>Tạm tính</translation>
    </message>
    <message>
        <source>Why these points</source>
        <translation>Diễn giải điểm</translation>
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
    <name>ProblemsDialog</name>
    <message>
        <source>How grave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the list</source>
        <translation type="unfinished"></translation>
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
    <name>ReceiveTimeDialog</name>
    <message>
        <source>Loaded into the program at {moment}. What counts is when it was received.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day of receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: register of documents, No. 512, 13/11/2026</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where this time stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the time of receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Write the date as day/month/year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the time as 14:05.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say where this time stands.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceivedSheet</name>
    <message>
        <source>Choose a row to see what was received, the code to compare and whom to call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the dossier in Appraisal</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) chosen</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) among them are not accepted yet.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n key(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them sent nothing yet.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Write a reminder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is open for these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revision {number} · round {round}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two intact files bear this number. None is appraised before one is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content: two different ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n evidence file(s) agree with the seal.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Points computed here: {total}. They differ from the claim.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points computed here agree with the claim: {total}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content: intact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claimed → computed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Key: accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same key as compared before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another key than the accepted one. Call the number known from before, not one in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key: other than the accepted one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First submission sealed with this key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key: not accepted yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature: none asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed in the program by {who}, {moment}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call the focal officer on the number known from before, let the code be read, then accept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a telephone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what differs and choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the time of receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file came but could not be read; nothing of it was taken in. The first time is noted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write: send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadline: through {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extension, contact</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Result</name>
    <message>
        <source>Result</source>
        <translation type="unfinished">Kết quả</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare and accept the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a draft: points and ranks may still move before the final result is published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the file received here, or choose it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here comes what the reviewing authority sends back: first its feedback with what is to be explained, at the end the published result with ranks. Each is one file, received by USB stick, e-mail or chat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of {sender} was not compared yet. The file is intact and can be worked with; compare its code when the letter is at hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reviewing authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amended result, number {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points and ranks as published; nothing in the own figures was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at criterion {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the self-assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appraisal {round} · loaded {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be answered through {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n criteria were looked at</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Explain %n criteria</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>On to Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On to Sign and send</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultPart</name>
    <message>
        <source>By group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria with changed points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranking table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Các nhóm chỉ số</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Self-assessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Official</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Cơ quan, địa phương</translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{points} of {maximum} scale points · {percent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bonus {bonus} · penalty {penalty}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Official result</source>
        <translation type="unfinished"></translation>
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
    <name>SealDialog</name>
    <message>
        <source>Seal and export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · about {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File to be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>USB {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} · {size} free</source>
        <translation type="unfinished"></translation>
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
        <source>extended through {day}</source>
        <translation>Được gia hạn đến hết ngày {day}</translation>
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
        <translation type="unfinished"></translation>
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
    <name>Settings</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished">Cài đặt</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another person…</source>
        <translation>Người khác…</translation>
    </message>
    <message>
        <source>Whoever is chosen stands in the journal and on what is sent. No password is asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People who work here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {name} out of this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · made {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sealing key yet. It is made at the first export, and asks for a passphrase then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted keys of others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet. A key is accepted after its code was compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sealing keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted {moment} by {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything lies in this folder on this computer. A backup is one file; keep it on a USB stick or another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data and backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups (*.zip)</source>
        <translation>Bản sao lưu (*.zip)</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backed up and checked: {name}, {size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n evidence file(s) were found damaged; attach them again.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
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
        <source>Read the licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy for a report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thước Số {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3. It works without any network and sends nothing anywhere.</source>
        <translation type="unfinished"></translation>
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
        <source>Look round with sample data</source>
        <translation>Xem thử với dữ liệu minh họa</translation>
    </message>
    <message>
        <source>The sample lies in a folder of its own and never mixes with real data.</source>
        <translation>Dữ liệu minh họa nằm ở thư mục riêng, không lẫn với dữ liệu thật.</translation>
    </message>
    <message>
        <source>A backup, or just looking</source>
        <translation>Bản sao lưu, hoặc chỉ xem thử</translation>
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
    <message>
        <source>Backups (*.zip)</source>
        <translation>Bản sao lưu (*.zip)</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {number}, confirmed by {leader} at {moment}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze the figures</source>
        <translation>Chốt số liệu</translation>
    </message>
    <message>
        <source>The leader looks at the figures and confirms them. They are then kept as revision {number}; reopening is always possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what is to be mended</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s) to be mended before</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The report as PDF, for the leader&apos;s table and the files. The number of the revision stands on every page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for in this campaign: {demand}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report and open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the report, print it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything goes into one sealed file: figures, report, evidence. Nobody can change it unnoticed on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seal and export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written and checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See details</source>
        <translation type="unfinished">Xem chi tiết</translation>
    </message>
    <message>
        <source>Content digest (SHA-256): {digest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted as sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reviewing authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand the file to {receiver} by USB stick, e-mail or chat. Send this very file: do not open, rename or zip it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received, as reported: {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When somebody confirms that the file arrived, note who and when. Feedback and results are loaded at Result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note that it was received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On to Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Mend %n matter(s) first</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Being prepared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {number} · round {round}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report was saved: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sealing and exporting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written and checked: {name}, {size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted as received by word, until a receipt or feedback comes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who said so, how and when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: by telephone at 16:05</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figures can be changed again. The frozen revision stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file that was exported counts until a further revision replaces it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: figure of criterion 4.3 corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the reason in a few words.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>of {maximum} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent reached: {percent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total as self-assessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {all} criteria done</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of evidence</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Provisional: some points depend on other communes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round {round} · {total} points · {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content digest {digest}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Switcher</name>
    <message>
        <source>Making the sample data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restoring the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup is open now, in {folder}. The folder used before stays as it was: {before}.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
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
        <source>Not entered yet</source>
        <translation>Chưa nhập</translation>
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
