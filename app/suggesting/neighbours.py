"""What a sign means beside its neighbours: percent, fractions, dates, list letters, amounts taken off."""

import re
from dataclasses import replace

from app.suggesting import cells, figures, homonyms, numerals
from app.suggesting.lexeme import Lexeme
from app.suggesting.lexicon import ARROW, DIVISORS, FRACTION, ITEM, NUMBER, PERCENT, REFERENCE, ROMAN, VARIABLE, WORD
from app.suggesting.spelling import bare, same

_LETTERS = frozenset("abcdefghkmnpqrst")


_SOURCES = ("so lieu", "nguon", "minh chung", "tai lieu kiem chung", "tai lieu minh chung", "tlkc", "du lieu")


def _operators(found: list[Lexeme]) -> list[Lexeme]:
    """ "nhân (x)", ", chia cho": one operator each."""
    out: list[Lexeme] = []
    for one in found:
        if one.sign in "*/" and one.words not in "*/×÷x" and out and out[-1].sign == ",":
            out.pop()
        if one.sign == ")" and "".join(item.sign for item in out[-2:]) in ("(*", "(/"):
            operator = out.pop()
            out.pop()
            if not (out and out[-1].sign == operator.sign):
                out.append(operator)
            continue
        if same(one.words, "với") and out and out[-1].sign == "*":
            continue
        out.append(one)
    return out


def _slashes(found: list[Lexeme]) -> list[Lexeme]:
    """ "Đạt: điểm tối đa/Không đạt: 0 điểm" are two clauses."""
    signs = "".join(one.sign for one in found)
    return [
        replace(one, sign=";") if one.sign == "/" and re.search("[Md]/[Xo]", signs[max(at - 1, 0) : at + 2]) else one
        for at, one in enumerate(found)
    ]


def _negations(found: list[Lexeme]) -> list[Lexeme]:
    """ "nếu không" before points is the rest; before words it is a condition of its own."""
    out: list[Lexeme] = []
    for at, one in enumerate(found):
        after = found[at + 1].sign if at + 1 < len(found) else ""
        if one.sign == "X" and out and out[-1].words == "nếu" and after not in tuple("wHvtcNQyi"):
            one = replace(out.pop(), sign="O", end=one.end, words="nếu không")
        out.append(one)
    return out


def _points(found: list[Lexeme]) -> list[Lexeme]:
    """ "đ" behind a number is "điểm"; "0,5 điểm tối đa 2 điểm" are points and their limit; quotes are nothing."""
    out: list[Lexeme] = []
    for at, one in enumerate(found):
        after = found[at + 1].sign if at + 1 < len(found) else ""
        if one.sign == '"':
            continue
        before = out[-1].sign if out else ""
        if one.sign in "bq" and before == NUMBER:  # "01 điểm thưởng"
            one = replace(one, sign="d")
        if one.words in ("đ", "d") and (before in (NUMBER, FRACTION) or (one.words == "đ" and after == "=")):
            one = replace(one, sign="d")
        if one.sign == "M" and before == NUMBER and after == NUMBER and one.words.startswith("đi"):
            out.append(replace(one, sign="d", words="điểm"))
            one = replace(one, sign="C", words="tối đa")
        out.append(one)
    return out


def _arrows(found: list[Lexeme]) -> list[Lexeme]:
    """ "=>" is "at least" before a threshold, an arrow before points."""
    out: list[Lexeme] = []
    for at, one in enumerate(found):
        if one.sign == "~":
            after = "".join(item.sign for item in found[at + 1 : at + 3])
            before = out[-1].sign if out else "\n"
            threshold = after[:1] == PERCENT or (
                after[:1] == NUMBER and after[1:2] not in ("d", "", "\n", ";", ".") and before not in "npUUD"
            )
            starts = before in "\n;.,I-+•" and after[:1] in (NUMBER, PERCENT)
            one = replace(one, sign="g" if (threshold and after[1:2] != "M") or starts else ARROW)
        out.append(one)
    return out


def _items(found: list[Lexeme]) -> list[Lexeme]:
    """List letters, figures and dashes at the start of a clause."""
    out: list[Lexeme] = []
    at, depth = 0, 0
    while at < len(found):
        one = found[at]
        taken = _marker(found, at, out[-1].sign if out else "\n", depth)
        if taken:
            out.append(Lexeme(ITEM, one.start, found[at + taken - 1].end, one.words))
            at += taken
            continue
        depth = max(0, depth + (one.sign == "(") - (one.sign == ")"))
        out.append(one)
        at += 1
    return out


def _marker(found: list[Lexeme], at: int, before: str, depth: int) -> int:
    """How many lexemes mark an item here: "a)", "(1)", "1.", "-", "1.1.2"; 0 for none."""
    one, (after, second) = found[at], ([*found[at + 1 : at + 3], None, None])[:2]
    starts = before in "\n;.:" or before == ITEM
    letter = one.sign == NUMBER or (one.sign in (WORD, "*", "d") and _short(one.words))
    if letter and depth == 0 and after is not None and after.sign == ")":
        return 2
    bracketed = starts and one.sign == "(" and after is not None and second is not None and second.sign == ")"
    if bracketed and after is not None and (after.sign == NUMBER or _short(after.words)):
        return 3
    if before == "\n" and letter and after is not None and after.sign == ".":
        return 2 if one.sign == NUMBER or len(one.words) == 1 else 0
    if starts and one.words == "mức" and _heads_band(found[at + 1 : at + 5]):
        return 3 if second is not None and second.sign == ":" else 2
    if before == "\n" and one.words == "mức" and after is not None and after.sign in (NUMBER, REFERENCE):
        return 3 if second is not None and second.sign in ".)" else 0
    if one.words == "-" and before != "\n" and after is not None and after.sign == NUMBER and after.touches:
        return 0  # ": -1 điểm"
    if one.sign == "•" or (starts and one.words in ("-", "+", "*")):
        return 1
    return int(before == "\n" and one.sign == REFERENCE and one.words[0].isdigit() and one.words.count(".") >= 2)


def _heads_band(behind: list[Lexeme]) -> bool:
    """Whether "Mức 1:" only names what follows: "Mức 1: từ 90% trở lên: 10 điểm"."""
    signs = "".join(one.sign for one in behind)
    return re.match("[nx](?::R?[F<>glTp]|\\(R?[F<>glTp])", signs) is not None


def _short(words: str) -> bool:
    return (len(words) == 1 and words.isalpha()) or words in ROMAN


_AMOUNT_FOLLOWS = ("n", "f", "p", "Cn", "dn", "d:n", ":n", "vn")
_FIGURE_FOLLOWS = {"nhân": ("M", "n", "p", "f", "(", "R", "a", "A"), "chia": ("(", "n", "p", "a", "R")}
_NO_TOTALS = ("dai", "cuc", "cong", "lien")  # "trên Tổng đài 1022"
_LIMIT_FOLLOWS = ("n", "p", "f", "<", ">", "g", "l", "H", "x", "v")


def _bare_words(found: list[Lexeme]) -> list[Lexeme]:
    """Signs that mean nothing without an amount behind them are words: "trừ văn bản mật", "từ đó", "trên mạng"."""
    out: list[Lexeme] = []
    for at, one in enumerate(found):
        follows = "".join(item.sign for item in found[at + 1 : at + 4])
        before = out[-1].sign if out else ""
        if one.words == "quy định tại" and _is_about_law(found[at + 1 : at + 16]):
            one = replace(one, sign=WORD)
        out.append(replace(one, sign=_sign_before(one, follows, before, found[at + 1 : at + 3])))
    return out


def _is_about_law(behind: list[Lexeme]) -> bool:
    """Whether "quy định tại" names a decree within a condition that has points of its own."""
    return re.match("w{0,8}x[wx,&]*(?::v*|v+)(?:nd|M|fM)", "".join(one.sign for one in behind)) is not None


def _sign_before(one: Lexeme, follows: str, before: str, after: list[Lexeme]) -> str:
    """The sign of a lexeme, given the signs behind and before it."""
    if one.sign == "m" and before != "X":  # "không trừ" stays
        if one.words == "giảm":
            return "m" if follows.startswith("nd") else WORD
        if not follows.startswith(_AMOUNT_FOLLOWS):
            return "!" if one.words in ("trừ điểm", "bị trừ", "khấu trừ") else WORD
    if one.sign == "+" and one.words != "+" and before != "X":
        return "+" if follows.startswith(("n", "f", "C", "M", "d")) else WORD
    if one.sign == ">" and one.words != ">":
        if after and bare(one.words) == "tren" and bare(after[0].words) == "tong":
            return "/" if bare(after[1].words if len(after) > 1 else "") not in _NO_TOTALS else WORD
        return ">" if follows.startswith(("n", "p", "f")) else WORD
    if one.sign in "FT":
        return one.sign if follows.startswith(_LIMIT_FOLLOWS) else WORD
    if one.sign == "k":
        return WORD if _is_amid_words(one, follows, before, after) else "k"
    if one.words == "khoảng" and follows.startswith("F"):
        return WORD
    if one.words in ("nhân", "chia"):  # "cá nhân", "nhân lực", "chia sẻ dữ liệu"
        totals = one.words == "chia" and after and bare(after[0].words) in DIVISORS
        return one.sign if totals or follows.startswith(_FIGURE_FOLLOWS[one.words]) else WORD
    if one.sign == "E" and (follows.startswith("H") or (one.words == "cứ" and before == WORD)):
        return WORD  # "căn cứ"; without diacritics "mới có" looks like "mỗi có"
    return "C" if one.sign == "K" and follows.startswith("n") else one.sign


def _is_amid_words(one: Lexeme, follows: str, before: str, after: list[Lexeme]) -> bool:
    """Whether "cụ thể", "chấm điểm" merely stand within a sentence: "tự đánh giá, chấm điểm gửi Sở"."""
    if one.words in ("chấm điểm", "tính điểm") and before == "," and follows.startswith(WORD):
        return bare(after[0].words) not in ("theo", "nhu", "bang")
    begins = before in ("", *"\n;.,:I(-&kY")
    return not begins and (not follows.startswith(":") or one.words == "cụ thể")


def _divisions(found: list[Lexeme]) -> list[Lexeme]:
    """ "(số hồ sơ : tổng số hồ sơ) × 10" and "= a : b × 10" divide."""
    return [replace(one, sign="/") if one.sign == ":" and _parts(found, at) else one for at, one in enumerate(found)]


def _parts(found: list[Lexeme], at: int) -> bool:
    """Whether a colon stands between two figures of a product."""
    signs = "".join(one.sign for one in found)
    if re.search(r"[=(]\(?a$", signs[:at]) and re.match(r"a\)?\*", signs[at + 1 :]):
        return True
    if re.search("[=(]R$", signs[:at]) and re.match(r"p\)?\*", signs[at + 1 :]):  # "(tỷ lệ : 80%) x 10"
        return True
    if re.search("=[wHvN]+$", signs[:at]) and re.match(r"nN?\*", signs[at + 1 :]):  # "= số nội dung : 8 nội dung × 10"
        return True
    if at + 1 >= len(found) or bare(found[at + 1].words).split(" ")[0] not in ("tong", "toan"):
        return False
    before = max(signs.rfind(sign, 0, at) for sign in "(=")
    names = "wHXvtcNQV&,xFTU<>gnJ"
    behind = re.match(rf"[{names}]+\)?\*", signs[at + 1 :])
    return before >= 0 and set(signs[before + 1 : at]) <= set(names) and behind is not None


def _variables(found: list[Lexeme]) -> list[Lexeme]:
    """Letters that stand for figures."""
    return [
        replace(one, sign=VARIABLE) if one.sign == WORD and len(one.words) == 1 and one.words in _LETTERS else one
        for one in found
    ]


def _asides(found: list[Lexeme]) -> list[Lexeme]:
    """A bracket with words alone is part of the words around it."""
    out = list(found)
    opened: int | None = None
    for at, one in enumerate(found):
        if one.sign == "(":
            opened = at
        elif one.sign == ")" and opened is not None:
            if all(item.sign in "wHXvtcQkNJV&,/xeO+-…RFT" for item in found[opened + 1 : at]) and not _formula(
                found[opened + 1 : at]
            ):
                noted = _notes(found, opened, at)
                out[opened : at + 1] = [replace(item, sign=" " if noted else WORD) for item in found[opened : at + 1]]
            opened = None
    return [one for one in out if one.sign != " "]


def _notes(found: list[Lexeme], opened: int, closed: int) -> bool:
    """Whether a bracket behind an amount says where figures come from: "x điểm tối đa (số liệu của Sở)"."""
    before = found[opened - 1].sign if opened else ""
    after = found[closed + 1].sign if closed + 1 < len(found) else "\n"
    words = bare(" ".join(item.words for item in found[opened + 1 : closed]))
    return before in ("M", "d", "n") and after in "\n;." and words.startswith(_SOURCES)


def _formula(inside: list[Lexeme]) -> bool:
    """Whether a bracket divides: "(số hồ sơ / tổng số hồ sơ)"."""
    signs = "".join(item.sign for item in inside)
    if "/" not in signs:
        return False
    at = signs.index("/")
    return bare(inside[min(at + 1, len(inside) - 1)].words) in DIVISORS or signs[0] == "R"


STEPS = (
    cells.read,
    homonyms.misspelt,
    homonyms.indexed,
    homonyms.between,
    _operators,
    _slashes,
    _negations,
    _points,
    homonyms.ages,
    numerals.read,
    figures.percents,
    figures.fractions,
    figures.populations,
    figures.months,
    figures.named,
    _arrows,
    homonyms.slashes,
    _items,
    homonyms.totals,
    homonyms.preambles,
    homonyms.levels,
    homonyms.places,
    homonyms.papers,
    _bare_words,
    _variables,
    _divisions,
    _asides,
)
