"""How an agency's five numbers and its total came about: each sum written out, what was left out and why, bands."""

import math
from collections.abc import Iterator, Mapping
from fractions import Fraction

from app.domain.framework import Figure, Framework, GradeBands, Placed, Rescale, Role
from app.domain.intervals import SIDES
from app.domain.numbers import grouped
from app.domain.results import ZERO, Score, band_of
from app.domain.scoring import NodeScore
from app.wording.figures import number
from app.wording.intervals import interval_text
from app.wording.terms import TERMS

_SAID: Mapping[str, tuple[str, str]] = {
    "scale": ("Điểm theo thang điểm: {sum} = {points}.", "Points of the scale: {sum} = {points}."),
    "scale_one": ("Điểm theo thang điểm: {points}.", "Points of the scale: {points}."),
    "nothing": ("Chưa có điểm trong thang điểm.", "No points of the scale yet."),
    "maximum": ("Thang điểm: {maximum} điểm.", "The scale: {maximum} points."),
    "excluded": ("Không tính {points} điểm của “{node}”: {why}.", "{points} of “{node}” do not count: {why}."),
    "effective": (
        "Điểm tối đa còn tính: {maximum} − {excluded} = {effective}.",
        "Maximum that counts: {maximum} − {excluded} = {effective}.",
    ),
    "percent": ("Tỷ lệ đạt: {points} ÷ {effective} = {percent}.", "Percent: {points} ÷ {effective} = {percent}."),
    "percent_bonus": (
        "Tỷ lệ đạt, kể cả điểm thưởng, điểm trừ: ({points} + {bonus} − {penalty}) ÷ {effective} = {percent}.",
        "Percent, bonus and penalty included: ({points} + {bonus} − {penalty}) ÷ {effective} = {percent}.",
    ),
    "no_percent": (
        "Không còn tiêu chí nào trong thang điểm: không tính tỷ lệ, không xếp hạng.",
        "Nothing of the scale is left: no percentage, no rank.",
    ),
    "bonus": ("{word}: {points}.", "{word}: {points}."),
    "bonus_capped": ("{word}: {raw}; chỉ lấy tối đa {points}.", "{word}: {raw}; at most {points} counts."),
    "rescaled": (
        "Quy đổi về thang {to}: {points} × {to} ÷ {effective} = {value}.",
        "Re-scaled to {to}: {points} × {to} ÷ {effective} = {value}.",
    ),
    "no_rescale": (
        "Không còn điểm tối đa để quy đổi: điểm quy đổi là 0.",
        "Nothing is left to re-scale by: the re-scaled points are 0.",
    ),
    "added": ("Cộng, trừ ngoài thang điểm: {sum} = {value}.", "Bonus and penalty: {sum} = {value}."),
    "capped": ("Tổng điểm không quá {limit}.", "The total is at most {limit}."),
    "floored": ("Tổng điểm không dưới 0.", "The total is never below 0."),
    "band": ("{table}: {figure} {value}, {condition}: {name}{article}.",) * 2,
    "pillar": ("Trụ cột “{name}”: {points}/{effective}{share}.", "Pillar “{name}”: {points} of {effective}{share}."),
    "provisional": ("Kết quả tạm tính: {count} mục còn chờ.", "Provisional: {count} items still wait."),
    "total": ("Tổng điểm: {total}.", "Total: {total}."),
    "exactly": ("{shown} (chính xác {value})", "{shown} (exactly {value})"),
    "not_applicable": ("không áp dụng", "not applicable"),
}

_LONGEST = 24  # letters of a fraction that somebody can read


def longer(value: Fraction, language: str = "vi") -> str:
    """A number with all the decimals that there is room for: "39,001042783199…"."""
    return f"{grouped(Fraction(math.trunc(value * 10**12), 10**12), 12, language)}…"


def explain_total(framework: Framework, score: Score, language: str = "vi") -> tuple[str, ...]:
    """How the five numbers and the total came about, in sentences; the last one is the total."""
    return tuple(_Total(framework, score, language).lines())


class _Total:
    """The sentences about one agency's result."""

    def __init__(self, framework: Framework, score: Score, language: str) -> None:
        self._framework = framework
        self._score = score
        self._language = language
        self._rules = framework.totals
        counted = [place for place in framework.index.topmost if place.id in score.nodes]
        self._top = [place for place in counted if "covered" not in score.nodes[place.id].remarks]

    def _say(self, key: str, **values: str) -> str:
        return _SAID[key][self._language != "vi"].format(**values)

    def _term(self, key: str) -> str:
        own = self._framework.terms.get(key, "")
        word = own or TERMS[key][self._language != "vi"]
        return word[:1].upper() + word[1:]

    def _points(self, value: Fraction) -> str:
        return grouped(value, self._framework.decimals, self._language)

    def _exact(self, value: Fraction, *, percent: bool = False) -> str:
        """A number as it is shown, and what it is exactly where it was rounded for the eye."""
        decimals = max(2, self._framework.decimals) if percent else self._framework.decimals
        shown = grouped(value, decimals, self._language)
        unit = " %" if percent else ""
        if value * 10**decimals % 1 == 0:
            return shown + unit
        whole = number(value, self._language)
        if len(whole) > _LONGEST:  # a sum of many ratios
            return f"{shown}{unit} ({longer(value, self._language)}{unit})"
        return self._say("exactly", shown=shown + unit, value=whole + unit)

    def lines(self) -> Iterator[str]:
        """All of them, in the order of the reckoning."""
        yield self._scale()
        yield from self._effective()
        yield self._percent()
        yield from self._beside()
        yield from self._pillars()
        yield from self._total()
        yield from self._bands()
        if self._score.is_provisional:
            waiting = sum(map(self._is_waiting, self._score.nodes.values()))
            yield self._say("provisional", count=str(waiting))
        yield self._say("total", total=self._exact(self._score.total))

    # The scale -----------------------------------------------------------------------------------------------------

    def _of(self, role: Role) -> list[NodeScore]:
        return [self._score.nodes[place.id] for place in self._top if place.role is role]

    def _scale(self) -> str:
        given = [node.points for node in self._of(Role.SCALE) if node.points is not None]
        if not given:
            return self._say("nothing")
        points = self._exact(self._score.scale_points)
        if len(given) == 1:
            return self._say("scale_one", points=points)
        return self._say("scale", sum=" + ".join(self._points(each) for each in given), points=points)

    def _effective(self) -> Iterator[str]:
        """What was left out of the scale, each with its reason."""
        score = self._score
        yield self._say("maximum", maximum=self._points(score.maximum))
        left_out = [place for place in self._left_out() if place.role is Role.SCALE]
        for place in left_out:
            node = score.nodes[place.id]
            less = self._points(node.maximum - node.effective_maximum)
            name = f"{place.node.code} {place.node.title}".strip()
            yield self._say("excluded", points=less, node=name, why=self._why(node))
        if score.effective_maximum != score.maximum:
            excluded = score.maximum - score.effective_maximum
            told = (self._points(value) for value in (score.maximum, excluded, score.effective_maximum))
            yield self._say("effective", **dict(zip(("maximum", "excluded", "effective"), told, strict=True)))

    def _left_out(self) -> Iterator[Placed]:
        """The nodes that a policy left out: criteria, and groups it settled as a whole."""
        for place in self._framework.index.places.values():
            node = self._score.nodes.get(place.id)
            if node is None or "covered" in node.remarks or node.effective_maximum == node.maximum:
                continue
            if node.applied or place.criterion is not None:
                yield place

    def _why(self, node: NodeScore) -> str:
        """The ground or cause, with its article."""
        reasons = []
        for told in node.applied:
            if told.policy != "excluded":
                continue
            words = next((ground.words for ground in self._framework.grounds if ground.code == told.ground), "")
            cause = words.rstrip(".") or TERMS[f"cause.{told.cause.value}"][self._language != "vi"]
            reasons.append(cause + (f" ({told.article})" if told.article else ""))
        return "; ".join(dict.fromkeys(reasons)) or self._say("not_applicable")

    def _percent(self) -> str:
        score = self._score
        if score.percent is None:
            return self._say("no_percent")
        percent, effective = self._exact(score.percent, percent=True), self._points(score.effective_maximum)
        points = self._points(score.scale_points)
        if not self._rules.bonus_in_percent:
            return self._say("percent", points=points, effective=effective, percent=percent)
        bonus, penalty = self._points(score.bonus), self._points(score.penalty)
        return self._say(
            "percent_bonus", points=points, bonus=bonus, penalty=penalty, effective=effective, percent=percent
        )

    # Beside the scale ----------------------------------------------------------------------------------------------

    def _beside(self) -> Iterator[str]:
        for role, counted in ((Role.BONUS, self._score.bonus), (Role.PENALTY, self._score.penalty)):
            nodes = self._of(role)
            if not nodes:
                continue
            raw = abs(sum((node.points for node in nodes if node.points is not None), ZERO))
            key = "bonus" if raw == counted else "bonus_capped"
            yield self._say(key, word=self._term(role.value), raw=self._exact(raw), points=self._exact(counted))

    def _pillars(self) -> Iterator[str]:
        names = {pillar.code: pillar.name for pillar in self._framework.pillars}
        for code, pillar in self._score.pillars.items():
            share = "" if pillar.percent is None else f" = {self._exact(pillar.percent, percent=True)}"
            points, effective = self._points(pillar.points), self._points(pillar.effective_maximum)
            yield self._say("pillar", name=names.get(code, code), points=points, effective=effective, share=share)

    # The total -----------------------------------------------------------------------------------------------------

    def _total(self) -> Iterator[str]:
        """Re-scaling, bonus and penalty in the order of the framework, cap and floor."""
        score, rules = self._score, self._rules
        has_beside = bool(score.bonus or score.penalty)
        value = score.scale_points
        if rules.rescale is Rescale.AFTER_BONUS and has_beside:
            value = value + score.bonus - score.penalty
            yield self._say("added", sum=self._sum(score.scale_points), value=self._exact(value))
        if rules.rescale is not Rescale.NO:
            to, before = Fraction(rules.rescale_to.value), value
            value = value * to / score.effective_maximum if score.effective_maximum > 0 else ZERO
            effective, told = self._points(score.effective_maximum), self._exact(value)
            key = "rescaled" if score.effective_maximum > 0 else "no_rescale"
            yield self._say(
                key, to=number(to, self._language), points=self._points(before), effective=effective, value=told
            )
        if rules.rescale is not Rescale.AFTER_BONUS and has_beside:
            before, value = value, value + score.bonus - score.penalty
            yield self._say("added", sum=self._sum(before), value=self._exact(value))
        if value < 0:
            yield self._say("floored")
        elif value > score.total:
            yield self._say("capped", limit=self._exact(score.total))

    def _sum(self, first: Fraction) -> str:
        written = self._points(first)
        if self._score.bonus:
            written += f" + {self._points(self._score.bonus)}"
        return written + (f" − {self._points(self._score.penalty)}" if self._score.penalty else "")

    # Bands ---------------------------------------------------------------------------------------------------------

    def _bands(self) -> Iterator[str]:
        for table in self._framework.bands:
            value = self._score.figure(table.reads, table.pillar)
            if table.code in self._score.bands and value is not None:
                yield self._band(table, value)

    def _band(self, table: GradeBands, value: Fraction) -> str:
        band = band_of(table, value)
        is_percent = table.reads in (Figure.PERCENT, Figure.PILLAR_PERCENT)
        head = table.name or self._term("grade_band")
        figure = TERMS[f"figure.{table.reads.value}"][self._language != "vi"].removesuffix(" (%)")
        shown = self._exact(value, percent=is_percent)
        assert band is not None
        limits = {
            side: number(limit.value, self._language) + (" %" if is_percent else "")
            for side in SIDES
            if (limit := getattr(band, side)) is not None
        }
        return self._say(
            "band",
            table=head,
            figure=figure[:1].lower() + figure[1:],
            value=shown,
            condition=interval_text(limits, self._language),
            name=band.name,
            article=f" ({table.article})" if table.article else "",
        )

    def _is_waiting(self, node: NodeScore) -> bool:
        place = self._framework.index.places.get(node.id)
        is_whole = place is not None and (place.criterion is not None or bool(node.applied))
        return is_whole and node.state.value == "provisional" and "covered" not in node.remarks
