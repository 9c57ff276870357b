"""Every value of the domain's enumerations has its word, and the words are those of the glossary."""

import enum
import importlib
import pkgutil
import re

import pytest

import app.domain
from app.domain import annex, annex_codes, numbering
from app.wording import word
from app.wording.terms import TERMS

# said by app.wording.annex and by the wizard, or never said at all: ways of numbering
ELSEWHERE = {annex.ColumnRole, annex.RowKind, annex.Why, annex_codes.Style, numbering.Sign}


def enumerations():
    for module in pkgutil.iter_modules(app.domain.__path__):
        loaded = importlib.import_module(f"app.domain.{module.name}")
        for value in vars(loaded).values():
            is_own = isinstance(value, type) and issubclass(value, enum.Enum) and value.__module__ == loaded.__name__
            if is_own and value not in ELSEWHERE:
                yield value


def snake(name):
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


def test_every_value_has_its_word():
    wanted = {f"{snake(kind.__name__)}.{member.value}" for kind in enumerations() for member in kind}

    assert len(wanted) > 80
    assert sorted(wanted - TERMS.keys()) == []


def test_no_word_is_left_over():
    kinds = {snake(kind.__name__) for kind in enumerations()} | {"answer", "not_ranked"}
    wanted = {f"{snake(kind.__name__)}.{member.value}" for kind in enumerations() for member in kind}
    dotted = {key for key in TERMS if "." in key and not key.startswith(("answer.", "not_ranked."))}

    assert {key.partition(".")[0] for key in TERMS if "." in key} <= kinds
    assert sorted(dotted - wanted) == []


GLOSSARY = """
nav_overview Tổng quan | nav_assignment Phân công | nav_self_assessment Tự đánh giá | nav_evidence Minh chứng
nav_check Rà soát | nav_submit Trình ký và gửi | nav_result Kết quả | nav_frameworks Bộ chỉ số
nav_campaigns Đợt đánh giá | nav_collecting Tiếp nhận | nav_appraising Thẩm định | nav_council Hội đồng
nav_ranking Xếp hạng | nav_publication Công bố | nav_settings Cài đặt | nav_help Hướng dẫn
focal_officer Đầu mối | responsible_office Đơn vị phụ trách | leader Lãnh đạo | clerk Văn thư
authority Cơ quan thẩm định | helper_team Tổ giúp việc | council Hội đồng thẩm định | inspection_team Đoàn kiểm tra
assessor Thành viên thẩm định | acting_person Người thao tác
regulation Văn bản ban hành | trait Đặc điểm | ground Lý do không áp dụng | reference_figure Số liệu cung cấp sẵn
framework Bộ chỉ số | group Nhóm chỉ số | criterion Tiêu chí | subcriterion Tiêu chí con | scoring_rule Cách tính điểm
pillar Trụ cột | target_group Nhóm đối tượng | campaign Đợt đánh giá | period Kỳ đánh giá | data_period Kỳ số liệu
assessment Bản tự đánh giá | response Nội dung tự đánh giá | input Số liệu | evidence Tài liệu kiểm chứng
citation Trích dẫn văn bản | explanation Giải trình | revision Bản chốt số {number} | submission Hồ sơ tự đánh giá
bundle Gói hồ sơ | bundle_campaign Gói triển khai | bundle_submission Gói hồ sơ tự đánh giá
bundle_feedback Gói ý kiến thẩm định | bundle_registration Phiếu báo nhận | bundle_receipt Phiếu tiếp nhận
bundle_petition Gói kiến nghị | bundle_consolidation Gói tổng hợp | part_one Phần số liệu
volume Tập minh chứng số {number} | bundle_result Gói kết quả | bundle_work Gói phân công | journal Nhật ký
petition Kiến nghị | good_practice Thực tiễn tốt, điển hình | improvement_plan Kế hoạch khắc phục, nâng cao
not_started Chưa nhập | in_progress Đang nhập | waiting_office Chờ đơn vị phụ trách
entered_for_office Nhập thay, chờ xác nhận | missing_evidence Thiếu minh chứng
incomplete_evidence Minh chứng chưa đủ | complete Đã hoàn thành | not_applicable Không áp dụng
carried_over Lấy từ kỳ trước, cần cập nhật | contested Cần giải trình, bổ sung
draft Đang lập | frozen Đã chốt số liệu | awaiting_leader Chờ lãnh đạo ký | signed_by_leader Lãnh đạo đã ký
signed_by_agency Đã có chữ ký số của cơ quan | sealed Đã niêm phong | exported Đã xuất gói, chưa xác nhận gửi
sent Đã gửi, chờ phiếu tiếp nhận | received Đã tiếp nhận | returned Được trả lại để hoàn thiện
withdrawn Đã rút lại | reopened Đã mở lại để sửa | superseded Đã thay bằng bản chốt số {number}
not_registered Chưa báo nhận gói triển khai | registered Đã báo nhận | not_received Chưa gửi
evidence_pending Đã nhận số liệu, chờ minh chứng | conflicting Có hai bản khác nhau, cần chọn
unreadable Không đọc được, đã báo gửi lại | late Gửi muộn | extended Được gia hạn đến {day}
bundle_verdict Kết quả kiểm tra tệp | VALID Hợp lệ | UNKNOWN Chưa đủ căn cứ xác nhận | INVALID Không hợp lệ
integrity_ok Nguyên vẹn | integrity_broken Không còn nguyên vẹn | sealing_key Khóa niêm phong | check_code Mã đối chiếu
pinned Đã ghi nhận | first_seen Chưa ghi nhận | other_key Khác với khóa đã ghi nhận
digital_signature Chữ ký số | certificate Chứng thư chữ ký số | pin Mã PIN | unsigned Chưa ký
token Thiết bị lưu khóa bí mật (USB ký số) | signature_good Chữ ký hợp lệ
signature_unrevoked_unknown Chữ ký nguyên vẹn, chưa kiểm tra được thu hồi
signature_revoked Chứng thư đã bị thu hồi | signature_expired Chứng thư hết hạn khi ký
signature_content_added Có nội dung được thêm sau khi ký | signature_broken Văn bản đã bị sửa sau khi ký
signing_time_claimed Thời điểm ký (theo máy của người ký) | wet_signed_scan Bản quét văn bản đã ký, đóng dấu
appraisal_round Thẩm định lần {number} | appraisal_verdict Ý kiến thẩm định | agree Thống nhất | adjust Điều chỉnh điểm
reject Không thống nhất | ask_supplement Đề nghị bổ sung, giải trình | undecided Chưa thẩm định
set_aside Để xem lại | recused Không tham gia thẩm định | evidence_irrelevant Không liên quan
evidence_unreadable Không đọc được | evidence_out_of_period Ngoài kỳ số liệu | reason Lý do
internal_note Ghi chú nội bộ | disagreement Ý kiến khác nhau | council_finding Kết luận của Hội đồng
self_points Điểm tự đánh giá | appraised_points Điểm thẩm định | final_points Điểm chính thức
maximum Điểm tối đa | percent Tỷ lệ đạt (%) | provisional Tạm tính | final Chính thức
why_these_points Diễn giải điểm | bonus Điểm thưởng | penalty Điểm trừ | rank Thứ hạng | tie Đồng hạng
not_ranked Không xếp hạng | grade_band Mức xếp loại | ranking_table Bảng xếp hạng
full Tính điểm tối đa | zero Tính 0 điểm | excluded Không tính vào thang điểm
peer_maximum Tính bằng điểm cao nhất các cơ quan, đơn vị đạt được
reviewer_decides Cơ quan thẩm định xem xét | not_allowed Không được chọn
explanation_accepted Chấp nhận giải trình bằng văn bản
zero_final Không tính điểm, không xem xét bổ sung sau | next_round Được bổ sung ở lần sau
deadline Hạn gửi | received_at Thời điểm tiếp nhận | imported_at Thời điểm nạp vào phần mềm
extension Gia hạn | inspection_day Ngày kiểm tra thực tế
attach Đính kèm tệp | cite_only Ghi trích dẫn, không kèm tệp | complete_and_next Hoàn thành, sang tiêu chí sau
enter_for_office Nhập thay | remind Soạn tin đôn đốc | freeze Chốt số liệu | reopen Mở lại để sửa | withdraw Rút lại
sign_here Ký số trên máy này | hand_out_pdf Lưu PDF để ký ở máy khác | take_back_pdf Nạp PDF đã ký
seal_and_export Niêm phong và xuất gói | send_replacement Gửi bản thay thế | load Nạp | receive Tiếp nhận
return_submission Trả lại để hoàn thiện | accept_key Ghi nhận khóa | close_round Kết thúc thẩm định lần {number}
publish Công bố | file_petition Gửi kiến nghị | hand_over Bàn giao | restore Khôi phục
"""
ENTRIES = [entry.strip().partition(" ") for line in GLOSSARY.split("\n") for entry in line.split("|") if entry.strip()]


def test_words_are_those_of_the_glossary():
    told = {identifier: words for identifier, _, words in ENTRIES}

    assert {identifier: TERMS.get(identifier, ("",))[0] for identifier in told} == told


# values of the domain that the glossary names under a plain identifier
SHARED = ["opinion", "policy", "evidence_policy", "response_state"]


@pytest.mark.parametrize("kind", SHARED)
def test_a_value_says_what_its_plain_identifier_says(kind):
    for key, pair in TERMS.items():
        name, _, plain = key.partition(".")
        if name == kind and plain in TERMS:
            assert TERMS[plain] == pair, key


@pytest.mark.parametrize("language", ["vi", "en"])
def test_words_are_looked_up_in_both_languages(language):
    assert word("opinion.agree", language) == {"vi": "Thống nhất", "en": "Agree"}[language]
