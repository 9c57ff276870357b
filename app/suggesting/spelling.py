"""Syllables as offices type them: lost diacritics, misplaced tones, one slip of the finger."""

import functools
import re
import unicodedata

from app.domain.text import fold

_TONES = "\u0300\u0309\u0303\u0301\u0323"
# words of their own, one mark or letter away from a word of the grammar: never taken for a slip
_OWN = frozenset(
    """tư tự tử tứ môi mối mồi mới mọi mời sở so sơ sổ chấm chăm châm chạm đen đền đèn đêm dự dữ du dư đu tính tình
    tĩnh bảng băng bang bàng nam nắm nằm nấm của cua trữ trú trư trụ con côn cơn tổng tông thi thị thí thì thôn thông
    qua quả quà cho chó chò khi khí cap cấp cặp lại lai lãi kế kê kể tra trả trà trang trạng dung dũng tin tín dân dần
    dẫn dàn đan đơn cô cổ cỏ cò cố cơ cờ cớ ca cá cà hộ hồ hố hô họ mục mức mực tăng tầng tặng tảng lần lân làn lan
    chi chỉ chị chí đo đó đỏ độ đổ đồ đố đô hoa hóa họa hỏa kết kiệt kỹ ký kỳ lê lễ lệ tý ty tỵ đào đạo lớp lợp hàng
    hang hạng hang hãng đóng đồng động đông đúng đụng hạn hàn hán hẳn quý quy quỹ tháng thang thắng thẳng cả cạ đầu
    đâu đấu đậu mở mỡ mơ vào phát phạt trước trưởng trường loại loài giao giáo giảm giám còn không khống khổng trống
    điện diện diễn biên biến biển viên viện hiện thực thức đạt đặt đất dắt dạt bộ bổ bỏ bó bố bồ cùng cũng cung cứng
    sau sâu sáu sáo nội nơi nối nói người ngươi nguồn hoặc học hay hãy đều điều liều tên tiên tiến tiền tiếp thân
    văn vận van vẫn bán bản bạn ban bàn hơn hôn hồn họp hợp hội hỏi hồi lớn lợn chữa chùa chứa chưa chừa lâm làm lầm
    theo thêm thềm các cách cắt cột cốt công cộng cống cần cân cán căn cận mẫu máu màu mau đa đã dã da dạ đá lập lấp
    lặp được đước từng tương tường tưởng tướng ứng ưng hưởng hương hướng trình trinh chính chinh chỉnh chình
    vượt vuốt quá quả hai hải hái bà bá bả bã ba năm nâng nặng đi đì phần phân phấn hết hệ hè hề hẹ""".split()
)
_ONSET = "ngh|ng|nh|ch|th|tr|ph|kh|gh|gi|qu|[bcdghklmnpqrstvx]?"
_RHYME = (
    "oa(?:c|ch|i|m|n|ng|nh|o|p|t|y)?|oe(?:o|n|t|m)?|oo(?:c|ng)|o(?:c|i|m|n|ng|p|t)?|uye(?:n|t)|uy(?:a|n|nh|t|u|p|ch)?"
    "|uo(?:c|i|m|n|ng|p|t|u)?|ua(?:n|ng|t|y)?|ue(?:ch|nh)?|u(?:c|i|m|n|ng|p|t|u)?|ie(?:c|m|n|ng|p|t|u)"
    "|ye(?:m|n|t|u)|i(?:a|ch|m|n|nh|p|t|u)?|a(?:c|ch|i|m|n|ng|nh|o|p|t|u|y)?|e(?:c|m|n|ng|nh|ch|o|p|t|u)?|y"
)
_SYLLABLE = re.compile(f"(?:{_ONSET})(?:{_RHYME})")


@functools.lru_cache(maxsize=8192)
def key(syllable: str) -> str:
    """A syllable with its tone behind: hoà and hòa, tỷ and tỉ are one."""
    parts = unicodedata.normalize("NFD", syllable.casefold())
    tone = "".join(c for c in parts if c in _TONES)
    base = unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES))
    if len(base) > 1 and base.endswith("y") and base[-2] not in "aâ":
        base = base[:-1] + "i"
    return base + tone


@functools.lru_cache(maxsize=8192)
def bare(syllable: str) -> str:
    """A syllable without diacritics."""
    return fold(syllable)


def is_bare(syllable: str) -> bool:
    """Whether it bears no diacritic at all."""
    return syllable.isascii()


def cost(typed: str, meant: str, *, all_bare: bool) -> int | None:
    """What it takes to read `typed` as `meant`: 0 nothing, 1 a slip, None it can't be.

    `all_bare`: the text bears no diacritics, so that a bare word is no slip.
    """
    if key(typed) == key(meant):
        return 0
    alike = bare(typed) == bare(meant)
    if alike and is_bare(typed) and all_bare:
        return 0
    if len(typed) < 2:
        return None
    if alike:
        return 1 if is_bare(typed) or _marks_apart(typed, meant) <= 2 else None
    if len(bare(meant)) < 4 or _SYLLABLE.fullmatch(bare(typed)):  # a syllable that exists is no slip of the finger
        return None
    return 1 if _one_letter_apart(bare(typed), bare(meant)) else None


def same(typed: str, meant: str) -> bool:
    """Whether a word is the one meant, its diacritics all there or all lost."""
    return key(typed) == key(meant) or (is_bare(typed) and bare(typed) == bare(meant))


def is_own(typed: str) -> bool:
    """Whether it is a word of its own, never a slip where it stands alone."""
    return typed in _OWN


def _marks_apart(one: str, other: str) -> int:
    left = unicodedata.normalize("NFD", one.replace("đ", "d\u0335"))
    right = unicodedata.normalize("NFD", other.replace("đ", "d\u0335"))
    marks, others = (sorted(c for c in text if unicodedata.combining(c)) for text in (left, right))
    missing = [c for c in others if c not in marks]
    extra = [c for c in marks if c not in others]
    return max(len(missing), len(extra))


def _one_letter_apart(one: str, other: str) -> bool:
    """One letter more, fewer or other, or two neighbours swapped."""
    if abs(len(one) - len(other)) > 1:
        return False
    at = 0
    while at < min(len(one), len(other)) and one[at] == other[at]:
        at += 1
    if len(one) == len(other):
        swapped = one[at + 1 : at + 2] + one[at : at + 1] + one[at + 2 :]
        return one[at + 1 :] == other[at + 1 :] or swapped == other[at:]
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return longer[at + 1 :] == shorter[at:]
