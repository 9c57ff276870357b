"""Words for suggested scoring rules: the kinds, why a suggestion is not sure, and trouble with the lines given."""

SENTENCES: dict[str, tuple[str, str]] = {
    "suggest.not_lines": (
        "Tệp “{name}” không phải là văn bản UTF-8 hoặc lớn hơn 16 MB. Chưa gợi ý gì. Lưu lại thành tệp JSONL, mỗi dòng "
        "một tiêu chí.",
        "“{name}” is no UTF-8 text or larger than 16 MB. Nothing was suggested. Save it as JSON lines, one criterion "
        "a line.",
    ),
    "suggest.bad_lines": (
        "Có {count} dòng không đọc được, các dòng khác đã có gợi ý. Sửa các dòng được nêu rồi chạy lại.",
        "{count} lines could not be read, the others have their suggestions. Mend the lines named, then run it again.",
    ),
    "suggest.bad_line": (
        "Dòng {line}: cần một đối tượng JSON có “text”, thêm “id” và “maximum” nếu có.",
        "Line {line}: a JSON object with “text” is needed, besides it “id” and “maximum” if there are any.",
    ),
}

KINDS: dict[str, tuple[str, str]] = {
    "manual": ("Chấm tay", "Points by judgement"),
    "yes_no": ("Có hoặc không", "Yes or no"),
    "choice": ("Chọn một mức", "One of several"),
    "additive": ("Cộng các nội dung đạt", "Parts added"),
    "checklist": ("Tỷ lệ nội dung đạt", "Share of a list"),
    "steps_count": ("Bậc theo số lượng", "Steps on a count"),
    "steps_percent": ("Bậc theo tỷ lệ", "Steps on a percentage"),
    "ratio": ("Tỷ lệ × điểm tối đa", "Ratio × maximum"),
    "ratio_full_above": ("Đạt ngưỡng được điểm tối đa, dưới ngưỡng theo tỷ lệ", "Full above a threshold, ratio below"),
    "ratio_floor": ("Theo tỷ lệ, dưới mức sàn không có điểm", "Ratio with a floor"),
    "all_or_nothing": ("Đạt 100% mới có điểm", "All or nothing"),
    "count_times": ("Số lượng × điểm mỗi đơn vị", "Count × points each"),
    "best_of": ("Trường hợp có điểm cao nhất", "Best of several cases"),
    "sum": ("Tổng các phần", "Sum of parts"),
    "timeliness": ("Đúng hạn từng kỳ", "On time, period by period"),
    "formula": ("Công thức", "Formula"),
    "inverse_ratio": ("Tỷ lệ càng thấp điểm càng cao", "The lower the ratio, the more points"),
    "per_population": ("Tính trên số dân", "Per population"),
    "imported": ("Lấy điểm từ nguồn khác", "Taken from another source"),
    "relative_best": ("So với nơi cao nhất", "Relative to the best"),
    "bonus": ("Điểm thưởng", "Bonus"),
    "penalty": ("Điểm trừ", "Penalty"),
    "none_possible": ("Không phát sinh", "Nothing occurred"),
}

REMARKS: dict[str, tuple[str, str]] = {
    "above_all": ("Có ngưỡng lớn hơn 100%.", "A limit is above 100 %."),
    "above_maximum": ("Có mức điểm cao hơn điểm tối đa.", "Some points exceed the maximum."),
    "above_threshold_not_said": (
        "Chưa nói đạt trên ngưỡng thì được bao nhiêu điểm.",
        "Nothing is said above the threshold.",
    ),
    "amount_not_said": ("Chưa nói mỗi nội dung được bao nhiêu điểm.", "It is not said what each item gives."),
    "bands_gap": ("Các mức để hở một khoảng.", "The bands leave a gap."),
    "bands_overlap": ("Các mức chồng lên nhau.", "The bands overlap."),
    "branch_missing": ("Thiếu một trường hợp có thể làm đổi điểm.", "A case that changes points is missing."),
    "cap_not_said": ("Chưa nói nhiều nhất được bao nhiêu điểm.", "It is not said how many points at most."),
    "comparison_unclear": ("Chưa rõ so với nơi cao nhất bằng cách nào.", "How to compare with the best is unclear."),
    "condition_unclear": ("Có điều kiện chưa đọc được chắc chắn.", "A condition could not be read for certain."),
    "conversion_unclear": (
        "Chưa rõ kết quả lấy về đổi ra điểm thế nào.",
        "How the result taken becomes points is unclear.",
    ),
    "cut_off": ("Câu chữ bị cụt.", "The wording is cut off."),
    "direction_not_said": (
        "Chưa nói tỷ lệ cao hay thấp thì nhiều điểm.",
        "It is not said which direction gives points.",
    ),
    "empty": ("Chưa có câu chữ.", "There is no wording."),
    "full_at_not_said": ("Chưa nói đạt bao nhiêu thì được điểm tối đa.", "It is not said what gives full points."),
    "items_differ": ("Số nội dung nêu ra không khớp.", "The number of items differs."),
    "judged": ("Có chỗ phải do người chấm xem xét.", "Something must be judged by a person."),
    "letter_not_defined": (
        "Có chữ cái trong công thức chưa được giải thích.",
        "A letter of the formula is not explained.",
    ),
    "maximum_contradicted": ("Con số trong câu khác điểm tối đa.", "A figure contradicts the maximum."),
    "maximum_missing": ("Chưa biết điểm tối đa.", "The maximum is not known."),
    "maximum_not_reached": ("Không mức nào đạt điểm tối đa.", "Nothing reaches the maximum."),
    "measures_differ": ("Các mức nói về những số liệu khác nhau.", "The bands speak of different figures."),
    "negative_points": ("Có mức điểm nhỏ hơn 0.", "Some points are below zero."),
    "no_ratio": ("Chưa rõ số liệu này là tỷ lệ.", "It is not clear that the figure is a ratio."),
    "none_partly": (
        "Trường hợp không phát sinh được một phần điểm.",
        "Where nothing occurred part of the points is given.",
    ),
    "not_in_order": ("Điểm không tăng hoặc giảm đều theo mức.", "Points neither rise nor fall steadily."),
    "not_understood": ("Chưa hiểu được cách tính.", "The method was not understood."),
    "options_alike": ("Có hai trường hợp trùng nhau.", "Two options are the same."),
    "parts_sum": ("Tổng điểm các phần khác điểm tối đa.", "The parts do not add up to the maximum."),
    "parts_unclear": ("Chưa tách được các phần.", "The parts could not be told apart."),
    "periods_not_said": ("Chưa nói có bao nhiêu kỳ.", "The number of periods is not said."),
    "previous_year": ("Chưa nói khi không có số liệu năm trước.", "Nothing is said for lack of a previous year."),
    "proportion_unclear": ("“Theo tỷ lệ” có thể hiểu nhiều cách.", "“In proportion” can be read in several ways."),
    "ratio_not_defined": ("Chưa nói tỷ lệ lấy số nào chia số nào.", "It is not said what is divided by what."),
    "ratio_unclear": ("Chưa đọc được công thức của tỷ lệ.", "The formula of the ratio could not be read."),
    "rest_twice": ("“Còn lại” được nói hai lần khác nhau.", "“Otherwise” is said twice."),
    "rest_unclear": ("Chưa rõ “còn lại” là khoảng nào.", "It is unclear what “otherwise” covers."),
    "rounding_twice": ("Có hai cách làm tròn.", "Two roundings are stated."),
    "start_not_said": ("Chưa nói bắt đầu từ đâu.", "It is not said where to begin."),
    "threshold_differs": ("Số chia khác với ngưỡng.", "The divisor differs from the threshold."),
    "top_open": ("Chưa nói nhiều hơn mức cao nhất thì sao.", "Nothing is said above the highest step."),
    "two_formulas": ("Có hai cách tính cùng lúc.", "Two methods are given at once."),
    "two_ratios": ("Có hai tỷ lệ khác nhau.", "Two different ratios are given."),
    "two_readings": ("Câu chữ có thể hiểu hai cách.", "The wording can be read in two ways."),
    "unit_not_said": (
        "Chưa rõ con số là phần trăm hay số lượng.",
        "It is unclear whether figures are percent or counts.",
    ),
    "unit_unclear": ("Chưa rõ tính cho mỗi đơn vị nào.", "The unit that counts is unclear."),
    "units_differ": ("Các mức dùng đơn vị khác nhau.", "The bands use different units."),
    "unread": ("Còn chỗ chưa đọc được.", "Something was left unread."),
    "weights_unclear": ("Các hệ số không cộng thành điểm tối đa.", "The weights do not add up to the maximum."),
    "words_beside_numbers": ("Có trường hợp bằng chữ xen giữa các mức số.", "Cases in words stand among the numbers."),
    "words_unread": ("Còn câu chưa xếp được vào cách tính.", "A sentence could not be placed in the method."),
}


def kind_word(kind: str, language: str = "vi") -> str:
    """What people call a kind of scoring."""
    return KINDS[kind][("vi", "en").index(language)]


def remark_sentence(code: str, language: str = "vi") -> str:
    """Why a suggestion is not sure."""
    return REMARKS[code][("vi", "en").index(language)]
