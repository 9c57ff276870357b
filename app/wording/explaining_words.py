"""The sentences of an explanation in two languages; `explaining`, `working`, `cautioning` and `totalling` fill them."""

from collections.abc import Mapping

SAID: Mapping[str, tuple[str, str]] = {
    # The figures and the number they make
    "empty": ("Chưa nhập: {labels}.", "Not entered: {labels}."),
    "given": ("{label}: {value}.", "{label}: {value}."),
    "judged": ("Điểm tự chấm: {points} điểm.", "Points given: {points}."),
    "not_computed": ("Chưa tính được từ số liệu đã nhập.", "Can't be computed from the figures entered."),
    "exactly": ("{shown} (chính xác {value})", "{shown} (exactly {value})"),
    "equals": ("{left} = {right}", "{left} = {right}"),
    "growth": ("{noun} = ({current} − {previous}) ÷ {previous} = {share}",) * 2,
    "compared": ("{noun} = {own} ÷ {best} = {share}",) * 2,
    "ticked": ("{noun}: {ticked}/{listed}", "{noun}: {ticked}/{listed}"),
    "own": ("Giá trị đạt được: {value}.", "Own value: {value}."),
    "best_peer": (
        "Giá trị cao nhất của các cơ quan, địa phương cùng nhóm: {value}.",
        "Highest value among agencies of the same group: {value}.",
    ),
    "own_is_best": (
        "Không cơ quan, địa phương cùng nhóm nào cao hơn (cao nhất trong số còn lại: {value}).",
        "No agency of the same group is higher (the highest of the others: {value}).",
    ),
    "relative": (
        "Giá trị đạt được là {value}; điểm tính theo giá trị cao nhất của các cơ quan, địa phương cùng nhóm.",
        "The own value is {value}; points follow from the highest value among agencies of the same group.",
    ),
    "above_one": (
        "Tử số lớn hơn mẫu số: chỉ tính 100 %. Nên xem lại số liệu.",
        "The numerator is greater than the denominator: counted as 100 %. Worth another look.",
    ),
    # The scale
    "band": ("{condition}: {grade}", "{condition}: {grade}"),
    "met_above": ("vượt ngưỡng {threshold}: {grade}", "above {threshold}: {grade}"),
    "met": ("đạt ngưỡng {threshold}: {grade}", "reaches {threshold}: {grade}"),
    "unmet_above": ("chưa vượt ngưỡng {threshold}: {grade}", "not above {threshold}: {grade}"),
    "unmet": ("chưa đạt ngưỡng {threshold}: {grade}", "does not reach {threshold}: {grade}"),
    "no_band": ("ngoài các mức có điểm: 0 điểm", "outside every band: 0 points"),
    "unit": ("{{}} điểm", "{{}} points"),
    "times": ("{value} × {maximum}", "{value} × {maximum}"),
    "inverse": ("(100 % − {value}) × {maximum}",) * 2,
    "inverse_number": ("(1 − {value}) × {maximum}",) * 2,
    "share_of_items": ("{ticked} ÷ {listed} × {maximum}",) * 2,
    "deductions": ("{start} − {count} × {each}",) * 2,
    "below_ladder": ("chưa đạt mốc {start}: 0 điểm", "below the first step of {start}: 0 points"),
    "ladder": (
        "đạt mốc {start} được {start_points} điểm, thêm {count} lần {each}: {start_points} + {count} × {points}",
        "reaches {start} for {start_points}, and {count} further times {each}: {start_points} + {count} × {points}",
    ),
    "as_points": ("tính bằng số liệu: {points}", "the figure itself: {points}"),
    "graded": ("“{answer}” được {grade}", "“{answer}” gives {grade}"),
    "tallied": ("{label}: {answer}, {grade}.", "{label}: {answer}, {grade}."),
    "added": ("Cộng: {sum}.", "Together: {sum}."),
    "rounded": ("Làm tròn {raw} điểm thành {points} điểm.", "Rounded from {raw} to {points}."),
    "capped": (
        "Tính được {raw} điểm; chỉ lấy mức tối đa {points} điểm.",
        "This makes {raw}; the maximum of {points} counts.",
    ),
    "floored": ("Tính được {raw} điểm; không dưới 0 điểm.", "This makes {raw}; never below 0."),
    # What combines rules
    "gate_open": ("“{label}” là “{answer}”: tính tiếp.", "“{label}” is “{answer}”: the rest counts."),
    "gate_closed": (
        "“{label}” là “{answer}”, không phải “{expected}”: {grade}.",
        "“{label}” is “{answer}”, not “{expected}”: {grade}.",
    ),
    "part": ("{label}:", "{label}:"),
    "of_part": ("{{}}/{maximum} điểm", "{{}} of {maximum} points"),
    "reached": ("Được {points}.", "Reached: {points}."),
    "chosen": (
        "Lấy trường hợp có điểm cao nhất: {label}, {points}.",
        "The case that gives most points counts: {label}, {points}.",
    ),
    "none_chosen": ("Chưa trường hợp nào có điểm.", "No case gives points yet."),
    "incomplete": (
        "Còn phần chưa nhập, điểm chỉ gồm các phần đã có.",
        "Some parts are not entered; the points hold only those that are.",
    ),
    # How near a threshold is
    "at_risk": (
        "Chỉ hơn ngưỡng {spare}. Nếu bị bớt từ {lost}, điểm còn {points}.",
        "Only {spare} above the threshold. If {lost} or more are taken off, points are {points}.",
    ),
    "just_above": (
        "Vừa qua ngưỡng. Nếu bị bớt từ {lost}, điểm còn {points}.",
        "Just past the threshold. If {lost} or more are taken off, points are {points}.",
    ),
    "at_threshold": (
        "Vừa đúng ngưỡng. Nếu bị bớt từ {lost}, điểm còn {points}.",
        "Just at the threshold. If {lost} or more are taken off, points are {points}.",
    ),
    "just_below": ("dưới {points}", "below {points}"),
    "missing": (
        "Còn thiếu {missing} để đạt ngưỡng {threshold}.",
        "{missing} more would reach the threshold of {threshold}.",
    ),
    "missing_above": (
        "Còn thiếu {missing} để vượt ngưỡng {threshold}.",
        "{missing} more would pass the threshold of {threshold}.",
    ),
    # Policies and decisions
    "applied": ("{cause}: {policy}{article}.", "{cause}: {policy}{article}."),
    "missing_evidence": ("thiếu {evidence}", "{evidence}: missing"),
    "incomplete_evidence": ("{evidence} chưa đủ", "{evidence}: incomplete"),
    "ground": ("Không áp dụng: {words}. {policy}{article}.", "Not applicable: {words}. {policy}{article}."),
    "covered": ("Đã tính cùng với mục cấp trên.", "Counted together with the node above it."),
    "covered_by": ("Đã tính cùng với “{node}”.", "Counted together with “{node}”."),
    "no_peer": (
        "Không còn cơ quan, địa phương nào để so sánh: cơ quan thẩm định xem xét.",
        "Nobody is left to compare with: the reviewing authority decides.",
    ),
    "decided": ("Điểm do cơ quan thẩm định quyết định{who}.", "Points decided by the reviewing authority{who}."),
    "settled": ("Điểm do Hội đồng thẩm định kết luận.", "Points found by the council."),
    "reason": ("Lý do: {reason}.", "Reason: {reason}."),
    # The end
    "provisional": ("Điểm tạm tính.", "The points are provisional."),
    "provisional_for": ("Điểm tạm tính: {reasons}.", "The points are provisional: {reasons}."),
    "waits_incomplete": ("còn phần chưa nhập", "some parts are not entered"),
    "waits_peers": (
        "chờ đủ số liệu của các cơ quan, địa phương cùng nhóm",
        "figures of the same group's agencies are still to come",
    ),
    "waits_reviewer": ("chờ cơ quan thẩm định xem xét", "the reviewing authority is still to decide"),
    "waits_evidence": ("chờ bổ sung {evidence}", "{evidence} is still to be supplied"),
    "waits_explanation": ("chờ giải trình", "an explanation is still to be written"),
    "penalty": (
        "Đây là điểm trừ: {size} điểm ghi là {points}.",
        "This is a penalty: {size} is written as {points}.",
    ),
    "points": ("Điểm: {points}/{maximum}.", "Points: {points} of {maximum}."),
    "points_exactly": (
        "Điểm: {points}/{maximum} (chính xác {value}).",
        "Points: {points} of {maximum} (exactly {value}).",
    ),
    "no_points": ("Điểm: chưa có.", "Points: none yet."),
    "left_out": ("Điểm: không tính vào thang điểm.", "Points: left out of the scale."),
}


def say(language: str, key: str, **values: str) -> str:
    """One of the sentences, filled."""
    return SAID[key][language != "vi"].format(**values)
