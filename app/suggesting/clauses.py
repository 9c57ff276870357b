"""Clauses of a wording to facts: each from left to right, what nothing takes stays unread."""

import re
from dataclasses import replace
from fractions import Fraction

from app.suggesting import conditions, expressions, marks, notes, outcomes, rounding
from app.suggesting.expressions import Expression
from app.suggesting.facts import Branch, Each, Facts, Place
from app.suggesting.outcomes import Outcome
from app.suggesting.sentences import joined, split
from app.suggesting.spelling import bare
from app.suggesting.stream import Run

LONGEST_CONDITION = 80  # lexemes
_DEFINED = re.compile(r"[JkN]?\(?a\)?(?:[:e=]|-(?=w))")
_NEXT_DEFINED = re.compile(r"[,&;]k?\(?a\)?[:e=]")
_POINTS_HEAD = re.compile(r"[kv]*[dA](?::|(?:w{0,3}|[NvkeH]{0,2})[=eY][=:eY]*)")
_RATIO_HEAD = re.compile(r"R[wHXvtcNVQ&,/x-]{0,30}[=:e]")
_CAP = re.compile(r"[,(&]?M[:=el]?(?P<most>n)d?\)?|[,(&]?[wAdS+vbqm&]{0,5}[Cl][dAve+m]{0,2}(?P<cap>[nM])d?\)?")
_OF_EACH = re.compile(r"(?P<points>[nf])d?(?:/|J?E|w?E|wE)(?P<one>n?)(?P<unit>[wNQHVXv&]{1,24})")
_CONTENTS = re.compile(r"^[wHkeJ]{0,6}(?P<count>n)w?(?:w{0,2}N|w{1,2}(?=[:;,.]|$))")
_LEADING = frozenset("dat thuc hien hoan thanh voi tinh theo cham bao dam co".split())
_LESS = re.compile(r"\b(giam|thieu)\b")
_TITLE = re.compile(r"[wHXvtcNVQknRe&,x-]{2,60}:(?=d[wNv]{0,3}[=eY])")
_SERIES = re.compile(r"[wN][wHvtNVQ&,x-]{0,40}(?:\(n[wQ]{1,5}\))?:(?=E|XH?v?nd)")
_MEASURED = re.compile(r"R[wHXvtcNVQ&x-]{1,30}[<>gl]nw{1,3}:(?=v?[F<>gl]{1,2}p)")  # "trả lại quá 01 lần: từ 10% …"
_LIMIT = re.compile(r"[wvHtN]+(?:Fp[wN]{0,3}U|[g>]p)[wvHN]{0,10}$")  # "được rút ngắn từ 30% trở lên"
_TO_THE_SUM = re.compile(r"wA[wN]{0,5}(?=[,;.)]|$)")
_BEYOND = re.compile(r"[FwJN]{1,8}(?P<nth>n)U,?(?=E)")
_TITLED = re.compile(r"[wvtcNVQR&,/x-][wHXvtcNVQR&,/x-]{0,30}:")


def read(run: Run, maximum: Fraction | None) -> Facts:
    """The facts of a whole wording."""
    found = Facts(signs=run.signs)
    for clause, letter in split(joined(run)):
        _Clause(clause, letter, maximum, found).read()
    return found


class _Clause:
    """Reads one clause from left to right into the facts."""

    def __init__(self, run: Run, letter: str, maximum: Fraction | None, found: Facts) -> None:
        self.run, self.letter, self.maximum, self.found = run, letter, maximum, found
        self.at = 0

    def read(self) -> None:
        steps = (
            self._rounding,
            self._nothing,
            self._definition,
            self._mark,
            self._each,
            self._of_each,
            self._total,
            self._cap,
            self._points,
            self._ratio,
            self._title,
            self._contents,
            self._branch,
        )
        while True:
            while self.run.sign(self.at) in tuple(",&:k-;.)?") or re.match(
                r"\(k?a\)?[:e=]|JRa/a|\(R[^()]*=", self.run.signs[self.at : self.at + 40]
            ):
                self.at += 1
            if self.at == 0 and self.run.sign(0) == "=":
                self.at += 1
            if self.run.sign(self.at) == "Y" and self.run.sign(self.at + 1) in tuple(":dR"):  # "Tính theo công thức: …"
                self.at += 1
                continue
            if self.run.signs[self.at : self.at + 2] == "vR" and self.run.lexemes[self.at].words == "lấy":
                self.at += 1
            if self.at >= len(self.run):
                return
            if not any(step() for step in steps):
                self._rest()
                return

    # Single recognisers: each takes what it knows and says whether it did ------------------------------------------

    def _take(self, end: int) -> Place:
        place = self.run[self.at : end].place
        self.at = end
        return place

    def _rounding(self) -> bool:
        signs = self.run.signs[self.at :]
        if not re.match(r"\(?[vd]{0,2}(?:&?)r", signs):
            return False
        found = rounding.read(self.run, self.at + signs.index("r"))
        if found is None:
            return False
        self.found.rounding.append(found[0])
        self._take(found[1])
        return True

    def _nothing(self) -> bool:
        """What holds where nothing occurred."""
        signs = self.run.signs[self.at :]
        match = re.match(r"\(?[J,wNQk]{0,8}(?:Z|XH?(?=[wN]{1,8}(?:[:,v]|M)))", signs)
        if match is None:
            return False
        is_known = "Z" in match.group() or self._says_occurs()
        end = self.at + match.end()
        while end < len(self.run) and self.run.sign(end) in tuple("wNHV&,Q"):
            if self.run.sign(end) == "," and self.run.sign(end + 1) != "w":
                break
            end += 1
        got = outcomes.read(self.run, end, self.maximum)
        while got is None and end < len(self.run) and self.run.sign(end) in tuple("w:,vJN"):
            end += 1
            got = outcomes.read(self.run, end, self.maximum)
        if not is_known or got is None or not got[0].is_constant:
            return False
        condition = conditions.read(self.run[self.at : end])
        self.found.nothing.append(Branch(condition, got[0], self._take(got[1])))
        return True

    def _says_occurs(self) -> bool:
        words = self.run[self.at :].words.casefold()
        return "phát sinh" in words or self._none_of_all()

    def _none_of_all(self) -> bool:
        """ "Không có phản ánh nào" beside "phản ánh đúng hạn / tổng số phản ánh"."""
        said = re.search(r"\bkhong co (.+?)(?: nao\b|:|,? thi\b|$)", bare(self.run[self.at :].words).split(":")[0])
        stated = [outcome.expression for outcome, _ in self.found.points] + [one for one, _ in self.found.ratios]
        below = [one.operands[1] for one in stated if one is not None and one.operator == "/"]
        names = [" ".join(leaf.words for leaf in one.leaves()) for one in below]
        if said is None or not names:
            return False
        whole = bare(" ".join(self.found.definitions.get(name, name) for name in names)).replace(",", "").split()
        words = said[1].replace(",", "").split()
        return set(words) <= set(whole) or "".join(word[0] for word in words) in whole

    def _definition(self) -> bool:
        """ "a là số hồ sơ", "b: tổng số hồ sơ"."""
        match = _DEFINED.match(self.run.signs, self.at)
        if match is None:
            return False
        following = _NEXT_DEFINED.search(self.run.signs, match.end())
        end = following.start() if following else len(self.run)
        words = self.run[match.end() : end].stripped("e:=k", ",;&)")
        name = self.run.lexemes[self.at + match.group().index("a")].words
        if set(words.signs) & set("pM*f!mdjk") or not len(words):
            return False
        if self.found.definitions.get(name, words.words) != words.words:
            self.found.unread.append(words.place)
        self.found.definitions[name] = words.words
        self.found.noted.append(self._take(end))
        return True

    def _mark(self) -> bool:
        """Sentences that say how the rest is meant."""
        found = marks.read(self.run[self.at :])
        if found is None:
            return False
        sign, length = found
        place = self._take(self.at + length)
        self.found.noted.append(place)
        if sign:
            self.found.marks.setdefault(sign, place)
        return True

    def _each(self) -> bool:
        signs = self.run.signs[self.at :]
        nth = _BEYOND.match(signs)
        match = re.match(r"[kJ:N]{0,2}[+vw]{0,4}[EG]", signs[nth.end() :] if nth else signs)
        if match is None or not (nth or _leads(self.run[self.at : self.at + match.end() - 1])):
            return False
        beyond = self.run.lexemes[self.at + nth.start("nth")].value if nth else None
        begin = self.at + match.end() + (nth.end() if nth else 0)
        further = "G" in match.group()
        per = Fraction(1)
        if self.run.sign(begin) in tuple("np"):
            per = self.run.lexemes[begin].value
            begin += 1
        if self.run.sign(begin) == "Q":
            return False
        for end in range(begin, min(len(self.run), begin + LONGEST_CONDITION)):
            limited = per == 1 and _LIMIT.match(self.run[begin:end].signs) is not None
            if self.run.sign(end) in tuple("<T=") or (self.run.sign(end) in tuple("UF>g") and not self._limits(end)):
                return False
            got = outcomes.read(self.run, end, self.maximum)
            if got is None or not (got[0].is_constant or got[0].kind.startswith("minus")):
                continue
            unit = self.run[begin:end].stripped("", ":,v-+=YeJ")
            if (set(unit.signs) & set("np<>lgFU") and not limited) or _LESS.search(bare(unit.words)):
                return False
            each_on_time = "t" in unit.signs or ("c" in unit.signs and not got[0].kind.startswith("minus"))
            if each_on_time and "Q" in self.found.signs:  # "mỗi báo cáo gửi đúng hạn", four of them a year
                return False
            if re.search(r"thêm|tăng", unit.words.casefold()):
                further = True
            place = self._take(got[1])
            one = Each(unit=unit.words, outcome=got[0], per=per, further=further, beyond=beyond, place=place)
            self.found.each.append(replace(one, further=further or beyond is not None))
            total = _TO_THE_SUM.match(self.run.signs, self.at)
            if total is not None and self.run[self.at :].words.startswith("vào"):
                self._take(total.end())
            return True
        return False

    def _limits(self, at: int) -> bool:
        """Whether a share that must be reached stands here: "mỗi thủ tục được rút ngắn từ 30% trở lên"."""
        return self.run.sign(at) == "U" or re.match(r"Fp[wN]{0,3}U|[g>]p", self.run.signs[at:]) is not None

    def _of_each(self) -> bool:
        """ "1 điểm cho mỗi mô hình", "0,5 điểm/mô hình"."""
        match = re.compile(r"[+mv]*" + _OF_EACH.pattern).match(self.run.signs, self.at)
        if match is None or self.run.sign(match.start("unit")) == "Q":
            return False
        if match["one"] and self.run.lexemes[match.start("one")].value != 1:
            return False
        got = outcomes.read(self.run[: match.start("points") + 2], self.at, self.maximum)
        if got is None:
            return False
        unit = self.run[match.start("unit") : match.end("unit")].words
        self.found.each.append(Each(unit=unit, outcome=got[0], place=self._take(match.end())))
        return True

    def _total(self) -> bool:
        """ "Tổng: 3 điểm" behind parts."""
        match = re.compile(r"(?:w{1,2}|A):?(?P<total>n)d(?=[.;,]|$)").match(self.run.signs, self.at)
        if match is None or not bare(self.run[self.at : match.end()].words).startswith("tong") or self.letter:
            return False
        value = self.run.lexemes[match.start("total")].value
        self.found.caps.append((value, self._take(match.end())))
        self.found.marks.setdefault("S", self.found.caps[-1][1])
        return True

    def _cap(self) -> bool:
        match = _CAP.match(self.run.signs, self.at)
        if match is None:
            return False
        one = self.run.lexemes[match.start("most" if match["most"] else "cap")]
        behind = self.run.sign(match.end())
        if behind not in outcomes.ENDS and behind != "(":
            return False
        if (
            one.sign == "n"
            and "M" not in match.group()
            and "d" not in match.group()
            and "A" not in match.group()
            and behind == "w"
        ):
            return False
        self.found.caps.append((None if one.sign == "M" else one.value, self._take(match.end())))
        return True

    def _points(self) -> bool:
        """ "Điểm = …"."""
        match = _POINTS_HEAD.match(self.run.signs, self.at)
        if match is None or not any(sign in match.group() for sign in "=eY:"):
            return False
        got = outcomes.read(self.run, match.end(), self.maximum)
        expression = expressions.read(self.run, match.end())
        if got is not None and not got[0].is_constant and not got[0].kind.startswith("minus"):
            self.found.points.append((got[0], self._take(got[1])))
            return True
        if expression is not None and expression[0].operands and got is None:
            outcome = Outcome(kind="expression", expression=expression[0])
            self.found.points.append((outcome, self._take(expression[1])))
            return True
        self.at = match.end()  # "Điểm: 10 điểm nếu có"
        return True

    def _ratio(self) -> bool:
        """ "Tỷ lệ = a/b", and "a/b" before its thresholds."""
        signs = self.run.signs
        head = _RATIO_HEAD.match(signs, self.at)
        titled = None if head else _TITLED.match(signs, self.at)
        begin = (head or titled).end() if head or titled else self.at  # type: ignore[union-attr]
        got = expressions.read(self.run, begin)
        if got is None or not got[0].operands:
            return False
        expression, end = got
        outcome = outcomes.classified(expression, self.maximum)
        after = self.run.sign(end)
        if outcome is None or (outcome.kind == "expression" and head):
            divides = any(inner.operator == "/" for inner in _inner(expression))
            if titled or not divides or (not head and after and after not in tuple("F<>gv:p,-=J")):
                return False
            self.found.ratios.append((expression, self._take(end)))
            return True
        if (
            head is not None
            and head.group().endswith("=")
            and "max" not in {leaf.operator for leaf in expression.leaves()}
        ):
            return False
        known = ("ratio", "inverse", "rescaled") if head or titled else ("ratio", "inverse", "rescaled", "expression")
        if outcome.kind not in known or (not head and after not in (*outcomes.ENDS, "(", ":", "J", "C")):
            return False
        self.found.points.append((outcome, self._take(end)))
        return True

    def _title(self) -> bool:
        """ "Thực hiện 05 nội dung theo Kế hoạch …: Điểm = …"."""
        titles = (title.match(self.run.signs, self.at) for title in (_TITLE, _SERIES, _MEASURED))
        match = next(filter(None, titles), None)
        if match is None or self.run.sign(self.at) in tuple("HXv"):  # "Đã ban hành: điểm = …" is a case
            return False
        title = self.run[self.at : match.end()]
        told = [] if match.re is _MEASURED else notes.announced(title)
        if told is None or (match.re is not _TITLE and notes.weighs(title)):
            return False
        words = self.run[self.at : match.end() - 1].words
        self.found.announced += told
        self.found.headings.append((words, self._take(match.end()), True))
        return True

    def _contents(self) -> bool:
        """ "Gồm 7 nội dung"."""
        rest = self.run[self.at :]
        match = _CONTENTS.match(rest.signs)
        if match is None or "N" not in match.group():
            return False
        behind = rest.signs[match.end() : match.end() + 1]
        tail = rest[match.end() :]
        if behind not in (":", "", ",", "w", "k") or set(tail.signs) & set("npfMU"):
            if not (behind == "," and re.match(r",[wv]{0,3}E", tail.signs)):
                return False
            tail = tail[:0]
        value = rest.lexemes[match.start("count")].value
        if value.denominator != 1:
            return False
        self.found.contents.append((int(value), self._take(self.at + match.end() + len(tail))))
        return True

    def _branch(self) -> bool:
        at = self.at
        if self.run.signs[at : at + 2] == "v:":  # "Đạt: …"
            got = outcomes.read(self.run, at + 1, self.maximum)
            if got is not None:
                condition = conditions.read(self.run[at : at + 1])
                self.found.branches.append(Branch(condition, got[0], self._take(got[1])))
                return True
        for here in range(at, min(len(self.run), at + LONGEST_CONDITION)):
            if here > at and self.run.sign(here) in tuple("k"):
                return False
            got = outcomes.read(self.run, here, self.maximum)
            if got is None or (here > at and got[0].kind == "expression"):
                continue
            outcome, end = got
            before = self.run[at:here]
            if not len(before.stripped("J,&:-vk+")):
                return self._behind(outcome, end)
            if before.signs[-1:] in tuple("C<>glF") or (before.signs[-1:] == "n" and not before.signs.endswith("xn")):
                continue
            if before.signs[0] == "w" and before.signs[-1] != ":" and self.run.sign(end) == "J":  # "Xã được … khi …"
                return self._behind(outcome, end)
            condition = conditions.read(before)
            self.found.branches.append(Branch(condition, outcome, self._take(end)))
            return True
        return False

    def _behind(self, outcome: Outcome, end: int) -> bool:
        """ "10 điểm nếu đạt từ 75% trở lên", "Điểm tối đa: từ 90%", "(4 điểm) ≥ 90%"."""
        if self.run.sign(end) == ")" and self.run.sign(end + 1) in tuple("F<>gl"):
            end += 1
        sign = self.run.sign(end)
        if sign not in tuple("J:F<>gHv(-wX"):
            return False
        stop = end
        while stop < len(self.run):
            if self.run.sign(stop) == "," and outcomes.read(self.run, stop + 1, self.maximum) is not None:
                break
            if stop > end and outcomes.read(self.run, stop, self.maximum) is not None:
                return False
            stop += 1
        condition = conditions.read(self.run[end:stop].stripped("(", ")"))
        if not condition.signs:
            return False
        self.found.branches.append(Branch(condition, outcome, self._take(stop)))
        return True

    def _rest(self) -> None:
        """What nothing took: a heading, an item of a list, a note, or words not understood."""
        rest = self.run[self.at :]
        words, start = rest.words, rest.place[0]
        place = self._take(len(self.run))
        bracketed = self.run.sign(self.at - len(rest) - 1) == "(" or rest.text[start - 1 : start] == "("
        told = notes.announced(rest)
        if notes.is_note(rest, bracketed):
            self.found.noted.append(place)
        elif told is None or notes.weighs(rest):
            self.found.unread.append(place)
        elif self.letter and not told and not _heads(rest):
            self.found.items.append((self.letter, words, place))
        else:
            self.found.announced += told
            self.found.headings.append((words.rstrip(": "), place, _heads(rest)))


def _heads(run: Run) -> bool:
    """Whether a colon follows."""
    return run.signs.endswith(":") or run.text[run.place[1] : run.place[1] + 1] == ":"


def _leads(run: Run) -> bool:
    """Whether the words before "mỗi" say no more than that something is done or given."""
    return all(one.sign != "w" or bare(one.words) in _LEADING for one in run.lexemes)


def _inner(expression: Expression) -> list[Expression]:
    """The expression and all within it."""
    return [expression, *(deeper for operand in expression.operands for deeper in _inner(operand))]
