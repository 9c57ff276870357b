"""What is divided by what: the words for numerator and denominator."""

from typing import Any

from app.suggesting.amounts import decimal
from app.suggesting.draft import Draft
from app.suggesting.expressions import Expression, reckon
from app.suggesting.facts import Facts
from app.suggesting.spelling import bare, same

_BEST = ("cao nhat", "lon nhat", "dan dau", "tot nhat")
_AMONG = ("trong tinh", "toan tinh", "cac xa", "cac don vi", "cac dia phuong", "binh quan chung")
_WORSE_PHRASES = (
    "trễ hạn|quá hạn|chậm|trả lại|tạm dừng|sai sót|vi phạm|không đúng hạn|trễ hẹn|lỗi|mất an toàn|tồn đọng|khiếu nại"
    "|bị lộ lọt|bị xử lý|không hài lòng|không đạt|không đúng thời hạn|quá thời hạn|sự cố|bị trễ|tiêu cực|thất lạc|chưa"
)
_BETTER_PHRASES = "đúng hạn|trực tuyến|số hóa|hài lòng|hoàn thành|ký số|trước hạn|được tập huấn|đạt chuẩn|toàn trình"
_WORSE = [phrase.split() for phrase in _WORSE_PHRASES.split("|")]
_BETTER = [phrase.split() for phrase in _BETTER_PHRASES.split("|")]


def words_of(expression: Expression, facts: Facts) -> str:
    """An operand or sum of operands in words, letters replaced by what they stand for."""
    if expression.operator == "variable":
        return facts.definitions.get(expression.words, expression.words)
    if expression.operator in ("words", "ratio"):
        return expression.words or "tỷ lệ"
    if expression.operands:
        sign = {"*": "×", "/": "÷", "-": "−"}.get(expression.operator, expression.operator)
        return f" {sign} ".join(words_of(each, facts) for each in expression.operands)
    value = reckon(expression)
    return "" if value is None else str(value)


def quotient(expression: Expression | None) -> tuple[Expression, Expression] | None:
    """Numerator and denominator of "x / y", "x / y × 100%", "x × 100 / y"; None for anything else."""
    while expression is not None and expression.operator == "*" and _is_all(expression.operands[1]):
        expression = expression.operands[0]
    if expression is None or expression.operator != "/":
        return None
    above, below = expression.operands
    while above.operator == "*" and _is_all(above.operands[1]):
        above = above.operands[0]
    if not _is_plain(above) or not _is_plain(below):
        return None
    return above, below


def _is_all(expression: Expression) -> bool:
    return reckon(expression) in (1, 100)


def _is_plain(expression: Expression) -> bool:
    """Whether it is a figure or a sum of figures."""
    if expression.operands:
        return expression.operator in "+-" and all(map(_is_plain, expression.operands))
    return expression.operator in ("words", "variable", "ratio")


def add(draft: Draft, facts: Facts, expression: Expression | None) -> None:
    """Numerator and denominator as parameters, where the text has them."""
    named = quotient(expression)
    if named is None:
        for stated, place in facts.ratios:
            named = named or quotient(stated)
            draft.places.append(place)
    stated_ones = {repr(stated) for stated, _ in facts.ratios} | ({repr(expression)} if quotient(expression) else set())
    if len(stated_ones) > 1:
        draft.doubt("two_ratios")
    if named is None:
        if facts.ratios:
            draft.doubt("ratio_unclear")
        names = list(facts.definitions)
        if len(names) == 2 and expression is not None and expression.operator == "ratio":
            draft.doubt("ratio_not_defined")
        if len(names) == 1 and expression is not None and expression.operator == "variable":
            draft.parameters["measure"] = facts.definitions[names[0]]
        elif expression is not None and expression.operator in ("words", "ratio") and expression.words:
            draft.parameters["measure"] = expression.words
        return
    above, below = named
    letters = [leaf.words for side in named for leaf in side.leaves() if leaf.operator == "variable"]
    if facts.definitions and any(letter not in facts.definitions for letter in letters):
        draft.doubt("letter_not_defined")
    draft.parameters["numerator"] = words_of(above, facts)
    draft.parameters["denominator"] = words_of(below, facts)
    whole = [bare(draft.parameters[side]).startswith("tong") for side in ("numerator", "denominator")]
    peers = any(words in bare(draft.parameters["denominator"]) for words in _AMONG)
    if peers or all(bare(draft.parameters[side]).startswith("ti le") for side in ("numerator", "denominator")):
        draft.doubt("comparison_unclear")
    if whole == [True, False]:  # the letters may have changed places
        draft.doubt("ratio_unclear")


def speaks_of_best(text: str) -> bool:
    """Whether words compare with the best unit."""
    plain = bare(text)
    return any(word in plain for word in _BEST)


def counts_failures(words: str) -> bool:
    """Whether a numerator counts what had better not happen."""
    return _says(words, _WORSE)


def counts_successes(words: str) -> bool:
    """Whether a numerator counts what is wished for, and no failure."""
    return _says(words, _BETTER) and not counts_failures(words)


def _says(words: str, phrases: list[list[str]]) -> bool:
    typed = words.casefold().split()
    return any(
        all(map(same, typed[at : at + len(phrase)], phrase))
        for phrase in phrases
        for at in range(len(typed) - len(phrase) + 1)
    )


def as_parameters(expression: Expression, facts: Facts) -> dict[str, Any]:
    """A formula with letters for its figures: {"expression", "inputs": [{"key", "label"}]}; "M" is the maximum."""
    keys: dict[str, str] = {}
    inputs: list[dict[str, str]] = []

    def key_of(leaf: Expression) -> str:
        label = words_of(leaf, facts)
        if label not in keys:
            wanted = leaf.words if leaf.operator == "variable" else ""
            taken = set(keys.values())
            free = (letter for letter in "abcdefghijklnopqrst" if letter not in taken)
            keys[label] = wanted if wanted and wanted not in taken else next(free, f"x{len(keys)}")
            inputs.append({"key": keys[label], "label": label})
        return keys[label]

    def write(each: Expression, binding: int) -> str:
        if each.operator == "max":
            return "M"
        if each.operator in ("variable", "words", "ratio"):
            return key_of(each)
        if not each.operands:
            return decimal(each.value * 100) + "%" if each.operator == "percent" else decimal(each.value)
        own = 1 if each.operator in "+-" else 2
        left, right = each.operands
        text = f"{write(left, own)} {each.operator} {write(right, own + (each.operator in '-/'))}"
        return f"({text})" if own < binding else text

    return {"expression": write(expression, 0), "inputs": inputs}
