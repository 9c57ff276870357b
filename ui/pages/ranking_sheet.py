"""Beside a ranking table: the bands, ties and values near a threshold; or one agency with its five numbers."""

from fractions import Fraction

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import wording
from app.domain.ranking import Row, Table
from app.domain.results import Score
from app.operations.authority.publishing import Ranked
from app.operations.authority.settling import NearBand, Tied, band_counts, change_from_claim, near_bands, open_ties
from ui import language, theme
from ui.dialogs.explanation import ExplainButton, of_total
from ui.pages.assessment_desk.words import short_number
from ui.widgets.badge import Badge
from ui.widgets.boxes import Part, column, empty, fill, row, rule
from ui.widgets.button import Button
from ui.widgets.figure import Figure
from ui.widgets.icon import Icon
from ui.widgets.meter import Meter
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label

_SHOWN, _MOVED = 8, 5


def band_look(ranked: Ranked, name: str) -> tuple[str, str]:
    """Icon and tone of a band by its place among the bands: the best and the worst look the same everywhere."""
    names = [band for band, _ in band_counts(ranked)]
    if name not in names:
        return "minus", "ink-soft"
    above, below = names.index(name), len(names) - 1 - names.index(name)
    if above == 0:
        return "award", "good"
    if below == 0:
        return "circle-alert", "bad"
    if above == 1:
        return "circle-check", "good"
    if below == 1:
        return "circle-chevron-down", "warn"
    return ("circle-chevron-up", "lead") if above == 2 else ("circle-minus", "ink-soft")


def signed(value: Fraction, decimals: int) -> str:
    """ "+4,20", "−0,65", "0,00"."""
    shown = language.number_text(value, decimals)
    return f"+{shown}" if value > 0 else shown


class RankingSummary(QWidget):
    """`council_asked` carries the key of a tie; `agency_asked` a code."""

    council_asked = Signal(object)
    agency_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        fill(self._layout, [], gap=12)

    def show_ranked(self, ranked: Ranked, table: Table) -> None:
        """What holds for the whole table."""
        empty(self._layout)
        parts: list[Part] = [*self._bands(ranked), *self._ties(ranked, table), *self._near(ranked)]
        parts += [*self._unranked(ranked, table), *self._moved(ranked)]
        if not parts:
            told = self.tr("This framework has no bands, nobody shares a rank, and no points differ from the claims.")
            parts.append(Sheet(Label(told, tone="ink-soft", wrap=True)))
        fill(self._layout, [*parts, None], gap=12)

    def _bands(self, ranked: Ranked) -> list[Part]:
        counts = band_counts(ranked)
        if not counts:
            return []
        most = max(count for _, count in counts) or 1
        lines: list[Part] = [Label(self.tr("Bands, %n agency(ies)", "", len(ranked.scores)), "section", weight="bold")]
        for name, count in counts:
            icon, tone = band_look(ranked, name)
            bar = Meter(f"{name}: {count}", [("lead", count / most)])
            bar.setFixedWidth(theme.current().px(56))
            number = Label(str(count), right=True, weight="medium")
            number.setMinimumWidth(theme.current().px(24))
            lines.append(row(Icon(icon, tone), (Label(name, wrap=True), 1), bar, number, gap=8))
        return [Sheet(*lines, gap=6)]

    def _ties(self, ranked: Ranked, table: Table) -> list[Part]:
        return [self._tie(ranked, tie) for tie in open_ties(ranked) if tie.table == table.code]

    def _tie(self, ranked: Ranked, tie: Tied) -> QWidget:
        decimals = _decimals(ranked)
        lines: list[Part] = [
            row((Label(self.tr("Shared rank {rank}").format(rank=tie.rank), "section", weight="bold"), 1),
                Badge("gavel", self.tr("For the council"), "warn")),
        ]  # fmt: skip
        for code in tie.agencies:
            value = Label(language.number_text(tie.value, decimals), weight="medium", right=True)
            lines.append(row((Label(ranked.names[code], wrap=True), 1), value))
        told = self.tr("Equal to the last fraction; the ranks after it stay empty. Nothing is decided by the program.")
        ask = Button(self.tr("Lay before the council"), "link", "gavel")
        ask.setObjectName("lay-tie")
        ask.clicked.connect(lambda: self.council_asked.emit(tie.key))
        return Sheet(*lines, Label(told, "hint", "ink-soft", wrap=True), ask, gap=4)

    def _near(self, ranked: Ranked) -> list[Part]:
        found = near_bands(ranked)
        if not found:
            return []
        lines: list[Part] = [Label(self.tr("Near a threshold"), "section", weight="bold")]
        lines += [self._near_line(ranked, item) for item in found[:_SHOWN]]
        if len(found) > _SHOWN:
            lines.append(Label(self.tr("and %n more", "", len(found) - _SHOWN), "hint", "ink-soft"))
        return [Sheet(*lines, gap=8)]

    def _near_line(self, ranked: Ranked, item: NearBand) -> QWidget:
        decimals = _decimals(ranked)
        told = self.tr("{distance} above the threshold of {band}")
        if item.distance < 0:
            told = self.tr("{distance} below the threshold of {band}")
        if item.distance == 0:
            told = self.tr("exactly at the threshold of {band}")
        about = told.format(distance=language.number_text(abs(item.distance), decimals), band=item.band)
        value = Label(language.number_text(item.value, decimals), weight="medium", right=True)
        name = self._link(ranked, item.agency)
        return column(row(name, None, value), Label(about, "hint", "ink-soft", wrap=True), gap=0)

    def _moved(self, ranked: Ranked) -> list[Part]:
        """Where the review changed most; the council is asked about these first."""
        changes = [(change_from_claim(ranked, code) or Fraction(0), code) for code in ranked.scores]
        most = sorted((item for item in changes if item[0]), key=lambda item: (-abs(item[0]), item[1]))[:_MOVED]
        if not most:
            return []
        lines: list[Part] = [Label(self.tr("Changed most against the claim"), "section", weight="bold", wrap=True)]
        for change, code in most:
            value = Label(signed(change, _decimals(ranked)), weight="medium", right=True)
            lines.append(row(self._link(ranked, code), None, value))
        return [Sheet(*lines, gap=4)]

    def _link(self, ranked: Ranked, code: str) -> Button:
        name = Button(ranked.names[code], "link")
        name.clicked.connect(lambda: self.agency_asked.emit(code))
        return name

    def _unranked(self, ranked: Ranked, table: Table) -> list[Part]:
        left_out = [item for item in table.rows if item.rank is None]
        if not left_out:
            return []
        lines: list[Part] = [Label(self.tr("Not ranked"), "section", weight="bold")]
        for item in left_out[:_SHOWN]:
            why = reason_word(item.reason)
            lines.append(column(Label(ranked.names[item.agency], wrap=True), Label(why, "hint", "ink-soft"), gap=0))
        if len(left_out) > _SHOWN:
            lines.append(Label(self.tr("and %n more", "", len(left_out) - _SHOWN), "hint", "ink-soft"))
        return [Sheet(*lines, gap=6)]


class AgencySheet(QWidget):
    """`desk_asked` carries a code: all criteria of that agency are wanted."""

    desk_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        fill(self._layout, [], gap=12)
        self.show_nothing()

    def show_nothing(self) -> None:
        self._show(Sheet(Label(self.tr("Choose an agency in the table."), tone="ink-soft", wrap=True)))

    def show_agency(self, ranked: Ranked, item: Row) -> None:
        """The five numbers, how they differ from the claim, the groups, and the way to the criteria."""
        score = ranked.scores.get(item.agency)
        name = Label(ranked.names[item.agency], "section", weight="bold", wrap=True)
        if score is None:
            self._show(Sheet(name, Label(reason_word(item.reason), tone="ink-soft", wrap=True), gap=4))
            return
        desk = Button(self.tr("See every criterion on the desk"), "link", "scale")
        desk.setObjectName("see-desk")
        desk.clicked.connect(lambda: self.desk_asked.emit(item.agency))
        framework = ranked.dossiers[item.agency].framework
        why = ExplainButton(lambda: of_total(framework, score, ranked.names[item.agency]))
        parts: list[Part] = [name, self._total(ranked, item, score), row(why, None), rule()]
        parts += self._numbers(score, _decimals(ranked))
        if item.settled_by:
            told = self.tr("Order settled by the council: {reason}").format(reason=item.settled_by)
            parts.append(Label(told, "hint", "lead", wrap=True))
        self._show(Sheet(*parts, gap=6), Sheet(*self._groups(ranked, item.agency, score), desk, gap=6))

    def _show(self, *parts: Part) -> None:
        empty(self._layout)
        fill(self._layout, [*parts, None], gap=12)

    def _total(self, ranked: Ranked, item: Row, score: Score) -> QWidget:
        decimals = _decimals(ranked)
        figure = Figure(language.number_text(score.total, decimals), self.tr("points in total"))
        badges: list[Part] = []
        for name in score.bands.values():
            icon, tone = band_look(ranked, name)
            badges.append(Badge(icon, name, tone))
        if score.is_provisional:
            badges.append(Badge("info", self.tr("Provisional"), "lead"))
        change = change_from_claim(ranked, item.agency)
        told = self.tr("{change} against what the agency claimed")
        words = "" if change is None else told.format(change=signed(change, decimals))
        return column(figure, row(*badges, None, gap=6), Label(words, "hint", "ink-soft", wrap=True), gap=4)

    def _numbers(self, score: Score, decimals: int) -> list[Part]:
        percent = "–" if score.percent is None else f"{language.number_text(score.percent, decimals)}\u00a0%"
        told = (
            (self.tr("Points of the scale"), language.number_text(score.scale_points, decimals)),
            (self.tr("Maximum that counts"), short_number(score.effective_maximum)),
            (self.tr("Share"), percent),
            (self.tr("Bonus"), signed(score.bonus, decimals)),
            (self.tr("Penalty"), signed(-score.penalty, decimals)),
        )
        return [
            row((Label(name, tone="ink-soft"), 1), Label(value, weight="medium", right=True)) for name, value in told
        ]

    def _groups(self, ranked: Ranked, agency: str, score: Score) -> list[Part]:
        framework = ranked.dossiers[agency].framework
        decimals = framework.decimals
        lines: list[Part] = [Label(framework.terms.get("group", self.tr("Groups")), weight="bold")]
        for id_ in framework.index.children[""]:
            node, place = score.nodes.get(id_), framework.index.places[id_]
            if node is None:
                continue
            points = "–" if node.points is None else language.number_text(node.points, decimals)
            value = Label(f"{points} / {short_number(node.maximum)}", right=True)
            title = Label(f"{place.node.code} {place.node.title}".strip(), "hint", wrap=True)
            lines.append(row((title, 1), value, gap=8))
        return lines


def reason_word(reason: str) -> str:
    """Why an agency is not ranked."""
    return wording.word(f"not_ranked.{reason}", language.current()) if reason else "–"


def _decimals(ranked: Ranked) -> int:
    return max(framework.decimals for framework in ranked.frameworks.values())
