"""The words of the grammar: one sign for each notion, and the ways offices write it.

The signs are single characters, so that a wording becomes a short string that regular expressions read as a grammar.
"""

NUMBER, PERCENT, FRACTION = "n", "p", "f"
WORD, VARIABLE, REFERENCE, ITEM, ARROW = "w", "a", "x", "I", "Y"

_PHRASES = """
M  điểm tối đa|số điểm tối đa|mức điểm tối đa|tổng điểm tối đa|tổng số điểm tối đa|điểm chuẩn|thang điểm tối đa|đtđ
M  điểm tđ|điểm max|trọn điểm|trọn số điểm|đủ điểm|đủ số điểm|toàn bộ số điểm|trọn vẹn số điểm|điểm tuyệt đối
M  tối đa số điểm|tối đa điểm|điểm tối đa của tiêu chí|điểm tối đa của chỉ số|điểm tối đa của nội dung
M  điểm tối đa của tiêu chí này|điểm tối đa của chỉ số này|điểm tối đa của nội dung này|điểm tối đa tiêu chí
M  tính điểm tối đa|chấm điểm tối đa|thì tính điểm tối đa|được chấm điểm tối đa|thì chấm điểm tối đa
M  max điểm|số điểm tối đa của tiêu chí|số điểm tối đa của chỉ số|số điểm tối đa của tiêu chí này|toàn bộ điểm
M  mức tối đa|điểm tối đa chỉ số|điểm tối đa quy định|mức điểm cao nhất của tiêu chí|tối đa số điểm của tiêu chí
M  điểm tối đa này|max|điểm trừ tối đa của mục này|điểm trừ tối đa của mục|điểm tối đa của mục|điểm tối đa của mục này
A  số điểm|tổng số điểm|tổng điểm|mức điểm|số điểm của tiêu chí|số điểm của nội dung|số điểm quy định
d  điểm|điểm đạt được|điểm số|số điểm đạt được|điểm tiêu chí|điểm chỉ số|điểm đánh giá|điểm được tính|điểm đạt
d  điểm của đơn vị|điểm của xã|điểm tự chấm|điểm tự đánh giá|điểm của tiêu chí|điểm của chỉ số|điểm được hưởng
d  số điểm được tính|tổng điểm đạt được|điểm của nội dung|điểm chấm|số điểm của đơn vị|số điểm được hưởng
F  từ|kể từ
T  đến|tới|cho đến
U  trở lên|trở đi|hoặc cao hơn|hoặc hơn|trở nên|hoặc nhiều hơn
D  trở xuống|hoặc ít hơn|hoặc thấp hơn
<  dưới|nhỏ hơn|thấp hơn|ít hơn|bé hơn|chưa đến|chưa tới|kém hơn|không đến|không tới|dưới mức
>  trên|lớn hơn|cao hơn|nhiều hơn|hơn|vượt|vượt quá|quá|vượt trên|trên mức
g  trên hoặc bằng|bằng hoặc trên|hơn hoặc bằng|ít nhất|tối thiểu|không dưới|không ít hơn|không thấp hơn
g  không nhỏ hơn|lớn hơn hoặc bằng|bằng hoặc lớn hơn|bằng hoặc cao hơn|cao hơn hoặc bằng|từ ít nhất|tối thiểu đạt
g  đạt tối thiểu|đạt ít nhất|không kém hơn
l  dưới hoặc bằng|bằng hoặc dưới|không quá|không vượt quá|không lớn hơn|nhỏ hơn hoặc bằng|không cao hơn|không vượt
l  thấp hơn hoặc bằng|không hơn|không nhiều hơn|bằng hoặc thấp hơn|bằng hoặc nhỏ hơn
C  tối đa|nhiều nhất|tối đa không quá|tối đa là|cao nhất là|tối đa đạt|tối đa được|cao nhất không quá
E  mỗi|mỗi một|cứ|cứ mỗi|với mỗi|cho mỗi|cứ một|cứ có|mỗi lần có
G  cứ thêm|cứ mỗi thêm|mỗi khi thêm|cứ tăng thêm|tăng thêm|cứ thêm mỗi|thêm mỗi|cứ tăng|mỗi mức tăng thêm
m  trừ|bị trừ|trừ đi|trừ điểm|bị trừ đi|khấu trừ|sẽ bị trừ|thì trừ|thì bị trừ|giảm|bị giảm|trừ mỗi
+  cộng|được cộng|cộng thêm|được cộng thêm|thưởng|được thưởng|thưởng thêm|thêm|được thêm|sẽ được cộng
R  tỷ lệ|tỷ lệ %|tỷ lệ phần trăm|tỷ lệ đạt được|tỷ lệ đạt|tỷ lệ thực hiện|tỷ lệ thực tế|tỷ số|tỷ lệ hoàn thành|tl
R  tỷ lệ của đơn vị|tỷ lệ thực tế đạt được|tỷ lệ này|tỷ lệ thực hiện được|tỷ lệ của xã|tỷ lệ phần trăm đạt được
R  % đạt được|% thực hiện|phần trăm đạt được|tỷ lệ tính được|tỷ lệ % đạt được|tỷ lệ nói trên|tỷ lệ nêu trên
R  tỷ lệ %đạt
O  còn lại|trường hợp còn lại|các trường hợp còn lại|trường hợp khác|các trường hợp khác|ngược lại|mức còn lại|khác
O  các mức khác|mức khác|các mức còn lại|những trường hợp khác|không thuộc các trường hợp trên
O  những trường hợp còn lại|nếu không thì|không thuộc trường hợp trên|không đạt mức trên|không đạt các mức trên
O  trường hợp ngược lại|phần còn lại|không thuộc các trường hợp nêu trên|thuộc trường hợp khác
O  các trường hợp khác còn lại
Z  không phát sinh|không có phát sinh|chưa phát sinh|không có hồ sơ phát sinh|chưa có phát sinh|không xảy ra
X  không|chưa|ko|không hề|chưa hề|hok
H  có|đã|đã có|đều có
v  được|đạt|tính|chấm|hưởng|thì|sẽ|được tính|đạt được|thì được|thì đạt|được hưởng|tính là|được chấm|ghi nhận
v  thì tính|được tính là|thì chấm|thì được tính|cho|thì cho|sẽ được|được cho|sẽ đạt|chấm là|tính bằng
v  được tính bằng|lấy
e  là|bằng
=  được tính bằng cách lấy|tính bằng cách lấy|bằng cách lấy|được xác định bằng cách lấy|được xác định trên cơ sở
=  được tính trên cơ sở|tính trên cơ sở
=  bằng với|được xác định bằng|được tính bằng công thức|tính bằng công thức
Y  thì điểm là|thì điểm bằng|thì điểm được tính bằng|thì số điểm là|thì tính theo công thức
Y  được tính theo công thức|tính theo công thức|thì được tính theo công thức|điểm được tính bằng|thì điểm tính bằng
Y  được tính điểm bằng|thì tính điểm theo công thức|điểm được tính theo công thức|điểm tính theo công thức
Y  tính điểm theo công thức|thì điểm|thì điểm đánh giá|thì điểm đánh giá là|thì số điểm|thì số điểm đạt được
Y  thì điểm đạt được|thì điểm số là|thì điểm số|thì điểm đánh giá được tính theo công thức
Y  điểm đánh giá được tính theo công thức|điểm đánh giá là|thì điểm đánh giá bằng|chấm theo công thức
Y  chấm điểm theo công thức|thì chấm theo công thức|được chấm theo công thức|thì chấm điểm theo công thức
*  nhân|nhân với|nhân cho|rồi nhân|rồi nhân với|sau đó nhân|sau đó nhân với|rồi nhân cho|rồi đem nhân với|đem nhân với
*  sau đó nhân cho|rồi lấy kết quả nhân với|kết quả nhân với
*  đạt bao nhiêu % thì được bấy nhiêu %|đạt bao nhiêu % được bấy nhiêu %|bao nhiêu % thì được bấy nhiêu %
*  bao nhiêu % thì tính bấy nhiêu %|đạt bao nhiêu phần trăm thì được bấy nhiêu phần trăm|bao nhiêu % được bấy nhiêu %
*  đạt bao nhiêu % thì đạt bấy nhiêu %|đạt bao nhiêu % thì tính bấy nhiêu %|đạt bao nhiêu % thì chấm bấy nhiêu %
/  chia|chia cho|chia với
B  trường hợp nào có điểm cao nhất|trường hợp có điểm cao nhất|trường hợp nào cao nhất|lấy điểm cao nhất
B  phương án có điểm cao nhất|trường hợp có điểm cao hơn|trường hợp đạt điểm cao nhất|lấy trường hợp cao nhất
B  trường hợp có số điểm cao nhất|nội dung có điểm cao nhất|tiêu chí có điểm cao nhất|lấy mức điểm cao nhất
B  trường hợp nào có điểm cao hơn|chọn trường hợp có lợi nhất|lấy mức cao nhất|hình thức có điểm cao nhất
B  trường hợp nào điểm cao nhất|trường hợp nào có số điểm cao nhất|trường hợp đạt điểm cao hơn
B  phương án nào có điểm cao nhất|mức điểm cao nhất|trường hợp có mức điểm cao nhất|điểm của trường hợp cao nhất
B  phương án nào cao điểm nhất|trường hợp nào điểm cao hơn|điểm trường hợp cao nhất|nội dung nào có điểm cao nhất
B  chỉ tính trường hợp cao nhất|phương án có điểm cao hơn|phương án nào có điểm cao hơn|phương án có số điểm cao nhất
B  lựa chọn có điểm cao nhất|phương án có lợi nhất|phương án nào có lợi nhất|phương án cao nhất|phương án cao điểm hơn
B  trường hợp cao điểm nhất|trường hợp nào cao hơn|kết quả cao hơn|kết quả cao nhất trong các trường hợp
B  hình thức nào có điểm cao nhất|nội dung có điểm cao hơn|mức điểm cao hơn|phương án có mức điểm cao nhất
K  cao nhất|lớn nhất|dẫn đầu|tốt nhất|nhiều nhất tỉnh|đứng đầu|cao nhất trong tỉnh|cao nhất tỉnh
!  tùy|tùy theo|tùy thuộc|tương ứng|mức độ hoàn thành|mức độ thực hiện|mức độ đáp ứng|theo mức độ|căn cứ vào mức độ
!  xem xét|cân nhắc|hợp lý|khoảng|giảm dần|tăng dần|lũy tiến|nội suy|có thể|tỷ lệ thuận|ưu tiên|ví dụ|ngoài ra
!  tuy nhiên|trừ trường hợp|như trên|nêu trên|tương tự|vd|theo quyết định|theo hướng dẫn|điều chỉnh|phù hợp
!  gần bằng|xấp xỉ|giảm trừ|căn cứ mức độ|linh hoạt|đối chiếu|không áp dụng|hệ số|trừ dần|căn cứ tình hình
!  khuyến khích|loại trừ|bổ sung sau|theo từng|từng mức|chia đều|nếu cần|theo thực tế|chỉ áp dụng|áp dụng đối với
!  áp dụng cho|riêng đối với|riêng các|riêng xã|ngoại trừ|nhân đôi|gấp đôi|vùng khó khăn|xem phụ lục|chi tiết tại
!  quy định tại|xem bảng|theo bảng|theo phụ lục|dự kiến|tạm tính|chưa thống nhất|xin ý kiến
!  quy đổi theo thang điểm
!  chia đôi|lấy trung bình|trung bình cộng|tính trung bình|bình quân hai|bình quân các|bình quân 2|điểm cuối cùng
!  số điểm còn lại|điểm còn lại|áp dụng mức|trừ xã|trừ các xã|trừ phường|trừ các phường|trừ đơn vị|trừ các đơn vị
P  theo tỷ lệ|tính theo tỷ lệ|điểm theo tỷ lệ|theo tỷ lệ đạt được|tính điểm theo tỷ lệ|theo tỷ lệ thực tế
P  theo tỷ lệ đạt|theo tỷ lệ %|tính theo tỷ lệ đạt được|tính điểm theo tỷ lệ đạt được|theo tỷ lệ thực hiện
j  người chấm|hội đồng chấm|chấm tay|hội đồng xem xét|do hội đồng|hội đồng thẩm định|tổ thẩm định|tổ giúp việc
j  hội đồng đánh giá
r  lấy tròn|tính tròn|làm tròn|được làm tròn|điểm làm tròn|kết quả làm tròn|điểm được làm tròn
r  kết quả được làm tròn|làm tròn điểm|quy tròn
S  cộng dồn|cộng lại|tổng điểm các|tổng cộng các|cộng các phần|điểm là tổng|cộng điểm các|tổng điểm của các
S  cộng tổng|cộng các nội dung|cộng điểm từng|bằng tổng các phần|là tổng các phần|tổng điểm từng|bằng tổng điểm
S  cộng điểm|tính tổng|cộng điểm của các|tổng các điểm thành phần|là tổng các điểm thành phần|tổng điểm thành phần
S  bằng tổng các điểm thành phần|tổng điểm hai|tổng điểm của hai|tổng điểm của ba|tổng điểm ba|tổng các điểm
S  bằng tổng điểm các|bằng tổng điểm của các|là tổng điểm các|là tổng điểm của các|bằng tổng điểm của hai|tổng của các
y  năm trước|cùng kỳ|năm liền kề|kỳ trước|tăng trưởng|mức tăng|năm liền trước|tốc độ tăng|năm ngoái|kỳ liền trước
y  tỷ lệ tăng
t  đúng hạn|đúng thời hạn|đúng thời gian|kịp thời|trước hạn|đúng hẹn|trong thời hạn|đúng thời gian quy định
t  đúng thời hạn quy định|đúng hạn quy định|đúng, trước hạn|trước và đúng hạn|đúng tiến độ
c  chậm|muộn|trễ|quá hạn|trễ hạn|sau thời hạn|không đúng hạn|chậm muộn|chậm hạn|không đúng thời hạn|quá thời hạn
c  sau hạn|không đúng thời gian|chậm so với thời hạn|trễ so với thời hạn|chậm tiến độ|không kịp thời|trễ hẹn
Q  quý|tháng|kỳ báo cáo|sáu tháng|kỳ
i  kết quả khảo sát|kết quả điều tra|theo công bố|kết quả công bố|lấy điểm|lấy kết quả|lấy từ|theo số liệu
i  theo kết quả|được lấy từ|lấy theo kết quả|kết quả điều tra xã hội học|điểm được lấy từ|trích xuất|căn cứ kết quả
i  theo điểm|kết quả chấm|kết quả đo|kết quả đánh giá|kết quả xếp hạng|số liệu từ hệ thống|số liệu do
i  dựa trên kết quả|sử dụng kết quả|lấy theo|theo báo cáo|căn cứ số liệu|căn cứ vào kết quả|dữ liệu từ hệ thống
i  lấy nguyên|lấy nguyên từ|lấy nguyên điểm|lấy nguyên số điểm|được lấy nguyên từ|được lấy theo|lấy theo điểm
i  được lấy nguyên|lấy nguyên kết quả|theo điểm khảo sát|lấy bằng điểm|lấy đúng điểm|sử dụng điểm|sử dụng nguyên điểm
i  hệ thống tự động|hệ thống tự tính|tính tự động|tự động tính|quy đổi từ|quy đổi
L  càng thấp điểm càng cao|càng thấp càng|càng ít điểm càng cao|tỷ lệ nghịch|càng cao điểm càng thấp|càng nhỏ càng
L  càng thấp càng tốt|càng ít càng tốt|càng thấp thì điểm càng cao|càng thấp thì điểm càng lớn
L  càng nhỏ điểm càng cao|càng thấp điểm càng lớn|càng ít thì điểm càng cao|càng cao thì điểm càng thấp|nghịch với
b  điểm thưởng|điểm cộng|điểm khuyến khích|điểm cộng thêm|cộng điểm thưởng
q  điểm trừ|điểm phạt
J  nếu|trường hợp|khi|đối với|với|trong trường hợp|trường hợp nếu|mức|với mức|đối với trường hợp|trường hợp mà
V  hoặc|hay
N  nội dung|tiêu chí thành phần|yêu cầu|hạng mục|đầu mục|mục|nhiệm vụ|thành phần|tiêu chí|điều kiện
o  không tính điểm|không chấm điểm|không có điểm|không được điểm|không được tính điểm|không đạt điểm|không cho điểm
o  không được chấm điểm|không điểm|không được chấm|không được tính|không có điểm nào|thì không tính điểm
o  không ghi điểm|chưa tính điểm|không được cho điểm|không được hưởng điểm|không được cộng điểm|không cộng điểm
o  điểm không
w  bình quân mỗi|trung bình mỗi|bình quân một|tính trên mỗi
w  máy tính|máy tính bảng|máy vi tính|so với|trong khoảng|chấm công
w  thời điểm|địa điểm|đồng bằng|công bằng
w  điểm wifi|điểm truy cập|điểm truy nhập|điểm cầu|điểm bưu điện|điểm du lịch|điểm hỗ trợ|điểm giao dịch
w  điểm phục vụ|điểm trường|điểm tiếp nhận|điểm công cộng|điểm phát|điểm sạc|điểm đến|điểm bán|điểm dân cư|điểm tập kết
w  điểm chi trả|điểm kinh doanh|điểm thu|điểm nhóm|điểm hướng dẫn|điểm đặt|điểm lắp|điểm camera|quan điểm|đặc điểm
w  trọng điểm|thí điểm|kiểm điểm|ưu điểm|nhược điểm|yếu điểm|cao điểm|tâm điểm|điểm tin|điểm nghẽn|điểm tham quan
w  điểm đen|điểm số hóa|điểm báo|điểm cung cấp|điểm internet|điểm văn hóa|điểm sinh hoạt
k  gọi|ký hiệu|kí hiệu|cách tính điểm|cách tính|phương pháp tính|phương pháp tính điểm|cách xác định
k  cách xác định và tính điểm|cách chấm|công thức tính|công thức|công thức tính điểm|cụ thể|như sau|trong đó
k  cách chấm điểm|cách cho điểm|cụ thể như sau|được tính như sau|theo các mức sau|các mức điểm|mức điểm như sau
k  thang điểm|điểm được tính như sau|tính điểm như sau|phương pháp xác định|cách đánh giá|cách thức tính điểm
k  tính điểm|điểm tính như sau|phương pháp chấm|phương pháp đánh giá|điểm được xác định như sau
k  được xác định như sau|theo công thức sau|cách thức chấm điểm|chấm điểm như sau|chấm điểm|các mức như sau
k  theo mức sau|theo thang điểm|phương pháp chấm điểm|tính theo các mức|theo các mức|đánh giá theo các mức
"""
# a slash before one of these divides; within "cán bộ/công chức" it does not
DIVISORS = frozenset("tong so toan dan".split())
ROMAN = frozenset(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"))
NUMERALS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
# a number behind one of these names something and counts nothing
NAMING = frozenset("điều khoản mẫu biểu quý tháng ngày phần bước vòng đợt tcvn iso loại hạng nhóm".split())
NAMING_PAIRS = frozenset(
    (
        "mức độ|cấp độ|đề án|quyết định|nghị quyết|thông tư|chỉ thị|nghị định|kế hoạch số|văn bản số|phụ lục|công văn"
        "|biểu mẫu|trường hợp|phiên bản|chương trình số|phương án|nội dung|lựa chọn|hình thức|tình huống|giai đoạn"
        "|danh mức|tử mức"
        "|quyết định số|nghị quyết số|thông tư số|công văn số|phụ lục số|biểu số|mẫu số|tiêu chí số|chỉ tiêu số"
    ).split("|")
)
# a hundred and more behind one of these is a telephone number or the name of a system: "qua 1022"
SYSTEMS = frozenset("qua đài nóng cổng thống tổng".split())
YEARS = frozenset(("năm", "đoạn", "niên", "khóa"))


class Branch(dict[str, "Branch"]):
    """A node of the tree of phrases: what may follow, and the sign of the phrase that ends here."""

    sign: str = ""

    def __hash__(self) -> int:  # type: ignore[override]
        return id(self)


def _tree() -> Branch:
    root = Branch()
    for line in _PHRASES.strip().splitlines():
        sign, _, phrases = line.partition("  ")
        for phrase in phrases.split("|"):
            at = root
            for syllable in phrase.split():
                at = at.setdefault(syllable, Branch())
            at.sign = at.sign or sign
    return root


TREE = _tree()
# phrases of one syllable that may be misspelt
FORGIVEN = frozenset(("điểm", "dưới", "trên", "mỗi", "không", "được"))
