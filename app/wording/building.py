"""The words an author builds rules with: names of measures and scales, labels for inputs that are made on the way."""

import re
from collections.abc import Mapping

from app.domain.numbers import normalise_typed
from app.errors import AppError

TERMS: Mapping[str, tuple[str, str]] = {
    "band_form.all_or_nothing": ("Đạt ngưỡng mới có điểm", "All or nothing"),
    "band_form.divided": ("Chia cho ngưỡng", "Divided by the threshold"),
    "band_form.floor": ("Có sàn", "With a floor"),
    "band_form.full_from": ("Tối đa từ ngưỡng", "Full from a threshold"),
    "band_form.table": ("Theo bậc", "In steps"),
    "measure_kind.choice": ("Chọn một trong các mức", "One of several answers"),
    "measure_kind.count": ("Số đếm", "A count"),
    "measure_kind.formula": ("Công thức từ các số liệu", "A formula over figures"),
    "measure_kind.growth": ("Mức tăng so với kỳ trước", "Growth against the last period"),
    "measure_kind.imported": ("Số lấy từ nguồn khác", "A number from another source"),
    "measure_kind.judgement": ("Điểm do người chấm cho", "Points given by a person"),
    "measure_kind.per_population": ("Bình quân trên 100, 1.000 dân", "For every 100 or 1,000 people"),
    "measure_kind.periods": ("Đúng hạn theo từng kỳ", "On time, period by period"),
    "measure_kind.ratio": ("Tỷ lệ của hai số liệu", "Ratio of two figures"),
    "measure_kind.relative_to_best": ("So với nơi cao nhất", "Relative to the best"),
    "measure_kind.ticks": ("Đánh dấu các nội dung đạt", "Items ticked off"),
    "measure_kind.yes_no": ("Có hoặc không", "Yes or no"),
    "scale_kind.all_or_nothing": ("Đạt ngưỡng mới có điểm", "All or nothing"),
    "scale_kind.as_points": ("Lấy nguyên làm điểm", "Points as they are"),
    "scale_kind.deductions": ("Trừ dần", "Deductions"),
    "scale_kind.divided": ("Chia cho ngưỡng", "Divided by threshold"),
    "scale_kind.floor": ("Có sàn", "With a floor"),
    "scale_kind.full_from": ("Tối đa từ ngưỡng", "Full from a threshold"),
    "scale_kind.inverse": ("Càng thấp càng tốt", "Lower is better"),
    "scale_kind.items": ("Điểm từng nội dung", "Points for each item"),
    "scale_kind.ladder": ("Bậc thang đều", "Even ladder"),
    "scale_kind.options": ("Bảng lựa chọn", "Table of answers"),
    "scale_kind.per_period": ("Cộng điểm từng kỳ", "Points for each period"),
    "scale_kind.proportional": ("Theo tỷ lệ", "In proportion"),
    "scale_kind.share_of_items": ("Chia đều các mục", "Shared evenly"),
    "scale_kind.steps": ("Theo bậc", "In steps"),
    "scale_kind.unit_points": ("Mỗi đơn vị … điểm", "Points for each unit"),
}
_LABELS: Mapping[str, tuple[str, str]] = {
    "count": ("Số lượng đạt được", "Number reached"),
    "current": ("Số liệu kỳ này", "Figure of this period"),
    "choice": ("Mức đạt được", "Level reached"),
    "item_1": ("Nội dung thứ nhất", "First item"),
    "item_2": ("Nội dung thứ hai", "Second item"),
    "late": ("Chậm", "Late"),
    "none": ("Không thực hiện", "Not done"),
    "on_time": ("Đúng hạn", "On time"),
    "option_1": ("Mức 1", "Level 1"),
    "option_2": ("Mức 2", "Level 2"),
    "option_3": ("Mức 3", "Level 3"),
    "part": ("Số được tính", "Number that counts"),
    "period_1": ("Quý I", "Quarter I"),
    "period_2": ("Quý II", "Quarter II"),
    "period_3": ("Quý III", "Quarter III"),
    "period_4": ("Quý IV", "Quarter IV"),
    "population": ("Dân số", "Population"),
    "previous": ("Số liệu kỳ trước", "Figure of the last period"),
    "total": ("Tổng số", "Total"),
    "value": ("Giá trị theo nguồn", "Value from its source"),
}
_TOKEN = re.compile(r"“(?P<label>[^”]*)”|(?P<number>\d[\d.]*(?:,\d+)?)|(?P<name>[A-Za-z_]\w*)")


def new_labels(language: str = "vi") -> dict[str, str]:
    """Words for inputs and answers that a switch of the measure has to make."""
    return {key: pair[language != "vi"] for key, pair in _LABELS.items()}


def formula_shown(text: str, labels: Mapping[str, str]) -> str:
    """A formula with the labels of its inputs in quotation marks, decimal commas, and semicolons in lists."""
    unique = {key: label for key, label in labels.items() if _is_quotable(label, labels)}

    def told(found: re.Match[str]) -> str:
        if found["name"]:
            return f"“{unique[found['name']]}”" if found["name"] in unique else found["name"]
        return found[0].replace(".", ",")

    listed = text.replace(",", ";")
    signed = listed.replace("*", "×").replace("/", "÷").replace("-", "−")
    return _TOKEN.sub(told, signed)


def formula_read(words: str, labels: Mapping[str, str]) -> str:
    """What `formula_shown` wrote, or a person typed, as the formula that is kept; it may still be malformed."""
    keys = {label: key for key, label in labels.items() if _is_quotable(label, labels)}

    def meant(found: re.Match[str]) -> str:
        if found["label"] is not None:
            return keys.get(found["label"].strip(), found[0])
        return _decimal(found["number"]) if found["number"] else found[0]

    straight = re.sub(r"[\"„‟]([^\"”]*)[\"”]", r"“\1”", words)
    text = _TOKEN.sub(meant, straight)
    for sign, plain in (("×", "*"), ("÷", "/"), (":", "/"), ("−", "-"), ("–", "-"), (";", ",")):
        text = text.replace(sign, plain)
    return text.strip()


def _is_quotable(label: str, labels: Mapping[str, str]) -> bool:
    """Whether a label alone names an input, and can stand in quotation marks."""
    return bool(label.strip()) and "”" not in label and list(labels.values()).count(label) == 1


def _decimal(typed: str) -> str:
    try:
        return normalise_typed(typed)
    except AppError:
        return typed
