"""What the check before sending says: one sentence for every code of `app.operations.commune.assessing.Issue`.

Each says what is the matter and what to do; the criterion it concerns stands beside it on the screen.
"""

from collections.abc import Mapping

ISSUES: dict[str, tuple[str, str]] = {
    "evidence_file_gone": (
        "Tệp “{name}” không còn trong thư mục dữ liệu. Đính kèm lại tệp này, hoặc bỏ tệp khỏi tiêu chí.",
        "The file “{name}” is no longer in the data folder. Attach it again, or take it from the criterion.",
    ),
    "clock_wrong": (
        "Đồng hồ máy tính đang là {day}, trước ngày mở đợt đánh giá hoặc trước lần làm việc gần nhất. Số liệu vẫn được "
        "lưu đầy đủ. Chỉnh lại ngày giờ trước khi ký, vì thời điểm ký lấy theo đồng hồ này.",
        "This computer's clock says {day}, before the campaign was opened or before the last work done here. All "
        "figures are kept. Set the clock before signing: the time of signing is taken from it.",
    ),
    "contested": (
        "Cơ quan thẩm định đề nghị giải trình, bổ sung. Ghi giải trình rồi đánh dấu hoàn thành.",
        "The reviewing authority asks for an explanation. Write it, then mark the criterion complete.",
    ),
    "ground_without_proof": (
        "Lý do không áp dụng phải có minh chứng. Đính kèm tệp hoặc ghi trích dẫn.",
        "This ground for not applicable must be proven. Attach a file or cite a paper.",
    ),
    "not_started": (
        "Chưa nhập số liệu. Nhập số liệu, hoặc chọn Không áp dụng.",
        "Nothing was entered yet. Enter figures, or choose Not applicable.",
    ),
    "inputs_missing": (
        "Còn số liệu để trống nên chưa tính được điểm. Nhập đủ các ô.",
        "Some figures are empty, so no points can be computed. Fill in every field.",
    ),
    "missing_evidence": (
        "Thiếu minh chứng. Đính kèm tệp, ghi trích dẫn, hoặc giải trình vì sao chưa có.",
        "Evidence is missing. Attach a file, cite a paper, or explain why there is none.",
    ),
    "incomplete_evidence": (
        "Minh chứng chưa đủ và chưa có giải trình. Bổ sung minh chứng, hoặc ghi giải trình.",
        "Evidence is incomplete and not explained. Add evidence, or write an explanation.",
    ),
    "ground_without_words": (
        "Đã chọn Không áp dụng nhưng chưa ghi giải trình. Nêu lý do cụ thể của xã.",
        "Not applicable was chosen without an explanation. Say why it holds here.",
    ),
    "above_one": (
        "Tỷ lệ vượt quá 100 %. Kiểm tra lại tử số và mẫu số.",
        "The ratio is above 100 %. Look at both figures again.",
    ),
    "not_marked_complete": (
        "Đã nhập nhưng chưa đánh dấu hoàn thành. Xem lại rồi chọn Hoàn thành.",
        "Entered, but not marked complete. Look at it once more, then choose Complete.",
    ),
    "citation_missing": (
        "{count} tệp minh chứng chưa ghi trích dẫn. Ghi số, ký hiệu, ngày và trích yếu.",
        "{count} evidence file(s) without a citation. Write number, date and subject.",
    ),
}


def issue_sentence(code: str, details: Mapping[str, str], language: str = "vi") -> str:
    """The sentence of one issue of the check."""
    return ISSUES[code][("vi", "en").index(language)].format_map(dict(details))
