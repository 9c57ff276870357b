"""A sentence for each problem that `app.domain.checks` finds in a framework."""

import datetime
from collections.abc import Mapping
from fractions import Fraction

from app.domain.intervals import SIDES
from app.domain.problems import Detail, Problem
from app.domain.text import date_text
from app.wording.figures import number
from app.wording.intervals import interval_text

PROBLEMS: Mapping[str, tuple[str, str]] = {
    "band_unreachable": (
        "Mức {range} không bao giờ đạt được. Kiểm tra hai ngưỡng; tỷ lệ viết là 75% hoặc 0,75.",
        "The band {range} can never be reached. Look at both limits; write ratios as 75% or 0.75.",
    ),
    "band_without_threshold": (
        "Mức {range} chia cho ngưỡng nhưng chưa ghi ngưỡng. Nhập ngưỡng.",
        "The band {range} divides by a threshold that is missing. Enter it.",
    ),
    "bands_end": (
        "Giá trị {range} không thuộc mức nào nên được 0 điểm. Bỏ giới hạn trên nếu không chủ ý.",
        "Values {range} lie in no band and get 0 points. Take the upper limit off the top band if not meant.",
    ),
    "bands_gap": (
        "Khoảng {range} không thuộc mức nào nên được 0 điểm. Nối hai mức liền nhau.",
        "Values {range} lie in no band and get 0 points. Make the bands meet.",
    ),
    "bands_overlap": (
        "Khoảng {range} thuộc hai mức; chỉ mức ghi trước được dùng. Sửa lại ngưỡng.",
        "Values {range} lie in two bands; only the first counts. Let each value lie in one.",
    ),
    "cap_negative": (
        "Mức tối đa của điểm thưởng hoặc điểm trừ là {cap}, nhỏ hơn 0. Nhập số không âm.",
        "The cap of bonus or penalty is {cap}, below 0. Enter a number that is not negative.",
    ),
    "choice_without_options": (
        "“{label}” là câu hỏi chọn một nhưng chưa có lựa chọn nào. Nhập các lựa chọn.",
        "“{label}” asks for one choice but has no options. Enter them.",
    ),
    "code_is_other_id": (
        "Mã {code} trùng với định danh của mục khác nên không tìm được theo mã. Đổi một trong hai.",
        "Code {code} is the id of another node and can't be found by its code. Change one of them.",
    ),
    "code_missing": (
        "Mục này không có mã trong khi các mục cùng cấp đều có. Ghi mã nếu văn bản có.",
        "This item has no code although those beside it have one. Enter it if the decision gives one.",
    ),
    "code_skipped": (
        "Mã {code} đứng ngay sau chỗ lẽ ra là {expected}. Kiểm tra xem có sót mục nào không.",
        "Code {code} stands where {expected} would come next. See whether an item was left out.",
    ),
    "code_twice": (
        "Mã {code} dùng cho nhiều mục. Đặt cho mỗi mục một mã riêng hoặc để trống.",
        "Code {code} is used by several nodes. Give each a code of its own, or none.",
    ),
    "count_missing": (
        "Nhóm chưa có tiêu chí và văn bản không nêu số tiêu chí. Nhập các tiêu chí theo phụ lục.",
        "The group has no criteria and the decision does not say how many. Enter them from its annex.",
    ),
    "criteria_missing": (
        "Văn bản nêu {declared} tiêu chí, hiện có {present}. Nhập các tiêu chí còn thiếu hoặc sửa số đã nêu.",
        "The decision names {declared} criteria, {present} are there. Enter the others, or mend the number.",
    ),
    "deadline_backwards": (
        "Hạn của bước “{step}” là {day}, trước hạn {last} của bước “{before}” đứng trên. Kiểm tra lại ngày.",
        "The step “{step}” ends on {day}, before {last}, when “{before}” above it ends. Look at the days.",
    ),
    "formula_malformed": (
        "Công thức “{text}” chưa đọc được. Chỉ dùng tên số liệu, chữ số, + − × ÷, dấu ngoặc, min và max.",
        "The formula “{text}” can't be read. Use names of inputs, digits, + − × ÷, parentheses, min and max.",
    ),
    "framework_empty": (
        "Bộ chỉ số chưa có mục nào. Nhập các nhóm và tiêu chí.",
        "The framework has no nodes. Enter some.",
    ),
    "gate_expects_unknown": (
        "Điều kiện chờ câu trả lời “{answer}” mà “{label}” không có. Chọn một câu trả lời có trong danh sách.",
        "The condition waits for “{answer}”, which “{label}” does not offer. Choose an answer from its list.",
    ),
    "grade_unclear": (
        "Một mức điểm có cả số điểm và phần của điểm tối đa, hoặc thiếu cả hai. Giữ đúng một trong hai.",
        "A grade has both points and a fraction of the maximum, or neither. Keep exactly one.",
    ),
    "grade_unreachable": (
        "Mức xếp loại “{name}” không bao giờ đạt được. Kiểm tra hai ngưỡng của mức này.",
        "The grade “{name}” can never be reached. Look at its two limits.",
    ),
    "grade_without_option": (
        "Có điểm cho câu trả lời “{answer}” mà số liệu không có. Bỏ mức điểm này hoặc thêm lựa chọn.",
        "There are points for the answer “{answer}”, which no input offers. Remove them or add the option.",
    ),
    "grades_begin": (
        "Giá trị {range} không thuộc mức xếp loại nào. Bỏ giới hạn dưới của mức thấp nhất nếu không chủ ý.",
        "Values {range} get no grade. Take the lower limit off the lowest grade if that is not meant.",
    ),
    "grades_empty": (
        "Bảng xếp loại “{name}” chưa có mức nào. Nhập các mức hoặc bỏ bảng.",
        "The table of grades “{name}” has no grades. Enter them, or remove the table.",
    ),
    "grades_end": (
        "Giá trị {range} không thuộc mức xếp loại nào. Bỏ giới hạn trên của mức cao nhất nếu không chủ ý.",
        "Values {range} get no grade. Take the upper limit off the highest grade if that is not meant.",
    ),
    "grades_gap": (
        "Khoảng {range} không thuộc mức xếp loại nào. Nối hai mức liền nhau.",
        "Values {range} get no grade. Make the grades meet.",
    ),
    "grades_overlap": (
        "Khoảng {range} thuộc hai mức xếp loại; chỉ mức ghi trước được dùng. Sửa lại ngưỡng.",
        "Values {range} lie in two grades; only the first counts. Mend the limits.",
    ),
    "ground_names_no_node": (
        "Lý do “{ground}” dựa vào đặc điểm nhưng chưa nêu tiêu chí nên không tự áp dụng. Ghi các tiêu chí liên quan.",
        "Ground “{ground}” follows from a trait but names no node, so it never acts by itself. Name the nodes.",
    ),
    "ground_unknown_node": (
        "Lý do “{ground}” nêu mục {code} không có trong bộ chỉ số. Sửa mã hoặc bỏ mục này.",
        "Ground “{ground}” names node {code}, which is not in the framework. Mend the code or take it out.",
    ),
    "ground_unknown_trait": (
        "Lý do “{ground}” dựa vào đặc điểm “{trait}” chưa được khai báo. Khai báo đặc điểm hoặc chọn đặc điểm khác.",
        "Ground “{ground}” follows from trait “{trait}”, which is not declared. Declare it or choose another.",
    ),
    "group_empty": (
        "Nhóm chưa có tiêu chí nào nên không có điểm. Nhập tiêu chí hoặc bỏ nhóm.",
        "The group has no criteria and can earn no points. Enter some, or remove it.",
    ),
    "group_sum": (
        "Các mục bên trong cộng lại {sum} điểm, nhóm ghi {maximum} điểm. Đối chiếu với văn bản.",
        "The nodes inside add up to {sum} points, the group says {maximum}. Compare with the decision.",
    ),
    "id_twice": (
        "Định danh {id} dùng cho nhiều mục. Đặt cho mỗi mục một định danh riêng.",
        "Id {id} is used by several nodes. Give each its own.",
    ),
    "input_twice": (
        "Hai số liệu cùng có tên “{key}”. Đặt cho mỗi số liệu một tên riêng.",
        "Two inputs are named “{key}”. Give each its own name.",
    ),
    "input_unknown": (
        "Cách tính điểm dùng số liệu “{key}” mà tiêu chí không hỏi. Thêm số liệu này hoặc sửa cách tính.",
        "The rule reads “{key}”, which the criterion does not ask for. Add the input or mend the rule.",
    ),
    "input_unlabelled": (
        "Số liệu “{key}” chưa được gọi bằng lời. Ghi rõ là số gì, không chỉ ghi chữ cái.",
        "Input “{key}” is not labelled in words. Say what figure it is, not just a letter.",
    ),
    "input_unused": (
        "Số liệu “{label}” được hỏi nhưng không dùng để tính điểm. Bỏ đi nếu không cần.",
        "Input “{label}” is asked for but does not enter the points. Remove it if it is not needed.",
    ),
    "input_wrong_kind": (
        "Cách tính điểm không dùng được “{label}” với kiểu trả lời hiện tại ({kind}). Đổi kiểu hoặc sửa cách tính.",
        "The rule can't read “{label}” in its present kind ({kind}). Change the kind or mend the rule.",
    ),
    "inverse_unconfirmed": (
        "Cách tính cho tỷ lệ càng thấp càng nhiều điểm. Xác nhận chiều này đúng với văn bản.",
        "The rule gives more points the lower the ratio. Confirm that the decision means this direction.",
    ),
    "items_sum": (
        "Các nội dung cộng lại {sum} điểm, điểm tối đa là {maximum}. Đối chiếu với văn bản.",
        "The items add up to {sum} points, the maximum is {maximum}. Compare with the decision.",
    ),
    "judgement_without_method": (
        "Điểm do người chấm cho nhưng chưa ghi cách xác định. Ghi căn cứ để những người chấm cho điểm như nhau.",
        "Points are given by judgement, but no method is written. Say what it rests on, so that all judge alike.",
    ),
    "legal_basis_ended": (
        "“{text}” đã hết hiệu lực từ {ended}. Thay bằng văn bản còn hiệu lực.",
        "“{text}” ceased to hold on {ended}. Replace it by one in force.",
    ),
    "maximum_missing": (
        "Văn bản không nêu điểm tối đa của nhóm. Nhập điểm tối đa theo phụ lục.",
        "The decision does not give the group's maximum. Enter it from its annex.",
    ),
    "maximum_not_positive": (
        "Điểm tối đa của mục này phải lớn hơn 0; chỉ điểm trừ mới ghi số âm. Nhập lại điểm tối đa.",
        "The maximum here must be above 0; only penalties are negative. Enter it again.",
    ),
    "name_twice": (
        "Mã “{name}” dùng nhiều lần trong cùng một danh sách ({kind}). Đặt cho mỗi mục một mã riêng.",
        "Code “{name}” is used more than once in one list ({kind}). Give each its own.",
    ),
    "no_id": (
        "Mục này chưa có định danh và mã. Ghi một trong hai để giữ được câu trả lời khi bộ chỉ số thay đổi.",
        "This node has neither id nor code. Enter one, so that answers keep their place when the framework changes.",
    ),
    "option_twice": (
        "“{label}” có hai lựa chọn trùng mã. Đặt cho mỗi lựa chọn một mã riêng.",
        "“{label}” has two options with one key. Give each its own.",
    ),
    "option_without_grade": (
        "Câu trả lời “{answer}” chưa có mức điểm nên được 0 điểm. Ghi mức điểm, kể cả khi là 0.",
        "The answer “{answer}” has no grade and gets 0 points. Write its points, even if they are 0.",
    ),
    "parts_sum": (
        "Các phần cộng lại {sum} điểm, điểm tối đa là {maximum}. Phần vượt không được tính; đối chiếu với văn bản.",
        "The parts add up to {sum} points, the maximum is {maximum}. The excess is lost; compare with the decision.",
    ),
    "peer_outside_scale": (
        "Điểm thưởng, điểm trừ không lấy theo điểm cao nhất của nơi khác được. Chọn cách xử lý khác.",
        "Bonus and penalty can't take the highest points of others. Choose another policy.",
    ),
    "penalty_not_negative": (
        "Điểm trừ phải ghi điểm tối đa là số âm. Đổi dấu điểm tối đa.",
        "A penalty has a negative maximum. Change the sign of the maximum.",
    ),
    "per_not_positive": (
        "Cách tính theo dân số cần số người lớn hơn 0, ví dụ 1.000. Nhập lại.",
        "A rule per population needs a number of people above 0, such as 1,000. Enter it again.",
    ),
    "period_unknown_step": (
        "Kỳ “{period}” nêu thời hạn của bước {step} không có trong các bước. Sửa mã bước.",
        "Period “{period}” has a deadline for step {step}, which does not exist. Mend the step's code.",
    ),
    "pillar_counts_twice": (
        "Trụ cột “{pillar}” tính “{title}” hai lần. Chỉ nêu nhóm hoặc mục bên trong nhóm.",
        "Pillar “{pillar}” counts “{title}” twice. Name the group or what is inside it, not both.",
    ),
    "pillar_mismatch": (
        "Các nhóm của trụ cột “{pillar}” cộng lại {sum} điểm, trụ cột ghi {maximum} điểm. Đối chiếu với văn bản.",
        "The groups of pillar “{pillar}” add up to {sum} points, it says {maximum}. Compare with the decision.",
    ),
    "pillar_unknown": (
        "“{where}” dùng trụ cột “{pillar}” chưa được khai báo. Khai báo trụ cột hoặc chọn số khác.",
        "“{where}” reads pillar “{pillar}”, which is not declared. Declare it or choose another number.",
    ),
    "pillar_unknown_node": (
        "Trụ cột “{pillar}” nêu mục {name} không có trong bộ chỉ số. Sửa mã hoặc bỏ mục này.",
        "Pillar “{pillar}” names node {name}, which is not in the framework. Mend the code or take it out.",
    ),
    "points_above_maximum": (
        "Một mức cho {points} điểm, cao hơn điểm tối đa {maximum}; chỉ mức tối đa được tính. Đối chiếu với văn bản.",
        "A grade gives {points} points, above the maximum of {maximum}; only that counts. Compare with the decision.",
    ),
    "question_empty": (
        "Câu hỏi “{question}” chưa có phương án để chọn. Nhập các phương án hoặc cho nhập giá trị.",
        "The question “{question}” offers nothing to choose. Enter its options, or let a value be typed.",
    ),
    "question_misses": (
        "Câu hỏi “{question}” có phương án trả lời không áp dụng được vào bộ chỉ số. Sửa phần thay đổi của phương án.",
        "An answer to “{question}” can't be applied to the framework. Mend what the answer changes.",
    ),
    "question_open": (
        "Văn bản chưa quy định: {question} Chọn cách hiểu trước khi mở đợt đánh giá.",
        "The decision leaves open: {question} Choose how to read it before opening a campaign.",
    ),
    "relative_twice": (
        "Tiêu chí so với nơi cao nhất ở hai chỗ; phần mềm chỉ so được một. Tách thành hai tiêu chí.",
        "The criterion compares with the best in two places; only one is possible. Split it into two criteria.",
    ),
    "rescale_not_positive": (
        "Thang điểm quy đổi phải lớn hơn 0, ví dụ 100. Nhập lại.",
        "The scale to bring points to must be above 0, such as 100. Enter it again.",
    ),
    "rule_empty": (
        "Cách tính điểm chưa có nội dung nào. Thêm các phần, mức hoặc nội dung.",
        "The rule has nothing in it. Add parts, bands or items.",
    ),
    "scale_mismatch": (
        "Cách cho điểm không hợp với cách đo: {measure} với {scale}. Chọn lại một trong hai.",
        "The scale does not fit the measure: {measure} with {scale}. Choose one of them again.",
    ),
    "share_expected": (
        "Cách cho điểm nhân với điểm tối đa nên cần tỷ lệ từ 0 đến 1, nhưng số đo có thể lớn hơn 1. Kiểm tra lại.",
        "The scale multiplies by the maximum and expects a share from 0 to 1, but the measure may exceed 1.",
    ),
    "skeleton_lacks": (
        "Bộ khung còn thiếu {criteria} tiêu chí, {points} điểm. Nhập tiêu chí theo phụ lục của văn bản.",
        "The skeleton still lacks {criteria} criteria, {points} points. Enter them from the decision's annex.",
    ),
    "skeleton_lacks_criteria": (
        "Bộ khung còn thiếu {criteria} tiêu chí. Nhập tiêu chí theo phụ lục của văn bản.",
        "The skeleton still lacks {criteria} criteria. Enter them from the decision's annex.",
    ),
    "skeleton_lacks_groups": (
        "Bộ khung có {groups} nhóm chưa có tiêu chí. Nhập tiêu chí theo phụ lục của văn bản.",
        "The skeleton has {groups} groups without criteria. Enter them from the decision's annex.",
    ),
    "target_group_mismatch": (
        "Các mục dành cho “{name}” cộng lại {sum} điểm, nhóm đối tượng ghi {maximum} điểm. Đối chiếu với văn bản.",
        "The nodes for “{name}” add up to {sum} points, the target group says {maximum}. Compare with the decision.",
    ),
    "target_group_outside_parent": (
        "Mục dành cho nhóm đối tượng mà mục cấp trên không dành cho nên không bao giờ được hỏi. Sửa một trong hai.",
        "The node is meant for a target group that the node above is not, so it is never asked. Mend one of them.",
    ),
    "target_group_unknown": (
        "“{where}” nêu nhóm đối tượng “{group}” chưa được khai báo. Khai báo hoặc sửa lại.",
        "“{where}” names target group “{group}”, which is not declared. Declare or mend it.",
    ),
    "target_unused": (
        "Cách xác định nêu mốc {target} nhưng điểm tính theo tỷ lệ, không dùng mốc này. Chọn cách quy điểm có ngưỡng "
        "hoặc sửa lời.",
        "The decision's words name {target}, but points follow the ratio without it. Choose a scale with a threshold, "
        "or mend the words.",
    ),
    "totals_mismatch": (
        "Các nhóm cộng lại {sum} điểm, bộ chỉ số ghi {maximum} điểm. Đối chiếu với văn bản.",
        "The groups add up to {sum} points, the framework says {maximum}. Compare with the decision.",
    ),
    "totals_missing": (
        "Văn bản không nêu tổng điểm tối đa. Nhập tổng điểm theo phụ lục.",
        "The decision does not give the maximum of the whole scale. Enter it from its annex.",
    ),
    "totals_not_positive": (
        "Tổng điểm tối đa là {maximum}. Nhập số lớn hơn 0.",
        "The maximum of the whole is {maximum}. Enter a number above 0.",
    ),
}


def problem_sentence(problem: Problem, language: str = "vi") -> str:
    """What is wrong and what to do about it, in one or two sentences."""
    told = {key: _said(value, language) for key, value in problem.details.items()}
    interval = interval_text({side: told[side] for side in SIDES if side in told}, language)
    return PROBLEMS[problem.code][0 if language == "vi" else 1].format(**{"range": interval, **told})


def _said(value: Detail, language: str) -> str:
    if value is None:
        return "…"
    if isinstance(value, Fraction):
        return number(value, language)
    return date_text(value) if isinstance(value, datetime.date) else str(value)
