"""Tables of a scale: bands of a number, and answers or items with their points."""

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain import answer_tables, band_forms
from app.domain.answer_tables import Row
from app.domain.codec import Amount
from app.domain.rule_checks import SHARES, check_rule
from app.domain.rule_kinds import reads_percent
from app.domain.rule_tree import Path, amount_of, with_rule
from app.domain.rules import Band, BandKind, Bands, Grade, Items, Scored, Ticks, YesNo
from app.domain.scaling import grade_points
from app.wording.rules import problem_sentence
from ui import language, theme
from ui.widgets.boxes import column, empty, row
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.entry import Entry
from ui.widgets.icon import Icon
from ui.widgets.rule_builder.amounts import AmountEntry, GradeEntry
from ui.widgets.rule_builder.site import Form, Site, hint, short, word
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label

_LIMIT = 56  # the least width of a limit: three digits and a decimal


class BandRow(QWidget):
    """One band: its two limits, each on its side, and what it gives."""

    def __init__(self, owner: "BandsTable", at: int) -> None:
        super().__init__()
        self._owner, self._at = owner, at
        number = str(at + 1)
        lows = [("at_least", self.tr("from")), ("above", self.tr("above"))]
        highs = [("below", self.tr("below")), ("up_to", self.tr("up to"))]
        self.low_side = Choice(self.tr("Lower limit of row {number}: side").format(number=number), lows, width=70)
        self.low = AmountEntry(self.tr("Lower limit of row {number}").format(number=number), width=0, optional=True)
        self.high_side = Choice(self.tr("Upper limit of row {number}: side").format(number=number), highs, width=92)
        self.high = AmountEntry(self.tr("Upper limit of row {number}").format(number=number), width=0, optional=True)
        self.remove = Button("", "quiet", "x", tip=self.tr("Remove row {number}").format(number=number))
        self.given = AmountEntry(self.tr("Points of row {number}").format(number=number), width=72)
        self.kind = Choice(self.tr("What row {number} gives").format(number=number))
        self.threshold = AmountEntry(
            self.tr("Threshold of row {number}").format(number=number), width=72, positive=True
        )
        for limit in (self.low, self.high):
            limit.entry.setMinimumWidth(theme.current().px(_LIMIT))
        limits = row(self.low_side, (self.low, 1), self.high_side, (self.high, 1), gap=6)
        gives = Label(self.tr("gives"), tone="ink-soft")
        given = row(gives, self.given, (self.kind, 1), self.threshold, self.remove, gap=6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Sheet(limits, given, look="well", gap=4, margins=(8, 6, 8, 8)))
        self._kinds: list[str] = []
        self._connect()

    def _connect(self) -> None:
        for is_low, entry, side in ((True, self.low, self.low_side), (False, self.high, self.high_side)):
            entry.typed.connect(lambda amount, low=is_low: self._limit(amount, low))
            side.chosen.connect(lambda side, low=is_low: self._side(side, low))
        self.kind.chosen.connect(self._on_kind)
        self.given.typed.connect(self._on_given)
        self.threshold.typed.connect(lambda amount: self._put(replace(self._band(), threshold=amount)))
        self.remove.clicked.connect(lambda: self._owner.remove(self._at))

    def show_band(self, band: Band, kinds: list[str], percent: bool, alone: bool) -> None:
        """Show a band; `percent`: its limits are shares."""
        for low, entry, side in ((True, self.low, self.low_side), (False, self.high, self.high_side)):
            limit = band.low if low else band.high
            if limit is not None or side.value() is None:
                side.set_value(band_forms.side_of(band, low=low))
            entry.set_amount(limit, _in_percent(limit, percent))
        if kinds != self._kinds:
            self._kinds = kinds
            names = {"points": self.tr("points"), "fraction": self.tr("× maximum")}
            self.kind.set_options([(kind, names.get(kind) or word(f"band_kind.{kind}").lower()) for kind in kinds])
        is_part = band.grade.points is None
        self.kind.set_value(band.kind.value if band.kind is not BandKind.CONSTANT else _unit(is_part))
        self.given.setVisible(band.kind is BandKind.CONSTANT)
        self.threshold.setVisible(band.kind is BandKind.RESCALED)
        self.given.set_amount(band.grade.fraction if is_part else band.grade.points)
        self.threshold.set_amount(band.threshold, _in_percent(band.threshold, percent))
        self.remove.setEnabled(not alone)

    def _band(self) -> Band:
        return self._owner.scale().bands[self._at]

    def _on_kind(self, kind: str) -> None:
        """The same points in the other writing, or points that follow from the measure."""
        band = self._band()
        if kind in ("points", "fraction"):
            maximum = self._owner.site.maximum(self._owner.path)
            points = grade_points(band.grade, maximum)
            amount = amount_of(points if kind == "points" or not maximum else points / maximum)
            self._put(band_forms.regraded(band, Grade(**{kind: amount})))
        else:
            self._put(band_forms.of_kind(band, BandKind(kind), Amount("1")))

    def _on_given(self, amount: Amount) -> None:
        unit = _unit(self._band().grade.points is None)
        self._put(band_forms.regraded(self._band(), Grade(**{unit: amount})))

    def _limit(self, amount: Amount | None, low: bool) -> None:
        side = (self.low_side if low else self.high_side).value()
        self._put(band_forms.limited(self._band(), amount, low=low, side=side))

    def _side(self, side: str, low: bool) -> None:
        band = self._band()
        self._put(band_forms.limited(band, band.low if low else band.high, low=low, side=side))

    def _put(self, band: Band) -> None:
        self._owner.put(band_forms.with_band(self._owner.scale(), self._at, band))


def _unit(is_part: bool) -> str:
    return "fraction" if is_part else "points"


def _in_percent(amount: Amount | None, percent: bool) -> bool:
    return percent or (amount is not None and amount.endswith("%"))


class BandsTable(Form):
    """Bands as rows; gaps and overlaps are told at once, with a way to close them."""

    def __init__(self, site: Site, path: Path) -> None:
        super().__init__(site, path)
        self.rows: list[BandRow] = []
        self._holder = column(gap=6)
        self.add = Button(self.tr("Add a row"), "link", "plus")
        self.join = Button(self.tr("Join the rows"), "link", "check")
        self.sort = Button(self.tr("Sort from high to low"), "link", "arrow-down")
        self._cracks = Label(wrap=True)
        self._warning = Sheet(row(Icon("triangle-alert", "warn"), (self._cracks, 1), gap=8), look="warn")
        self.add.clicked.connect(lambda: self.put(band_forms.with_row(self.scale())))
        self.join.clicked.connect(lambda: self.put(band_forms.joined(self.scale())))
        self.sort.clicked.connect(lambda: self.put(Bands(bands=band_forms.descending(self.scale().bands))))
        for part in (self._holder, row(self.add, None, self.sort, self.join, gap=8), self._warning):
            self.column.addWidget(part)
        self.follow()

    def scale(self) -> Bands:
        scale = self.site.scored(self.path).scale
        assert isinstance(scale, Bands)
        return scale

    def put(self, scale: Bands) -> None:
        self.site.change(with_rule(self.site.criterion, self.path, replace(self.site.scored(self.path), scale=scale)))

    def remove(self, at: int) -> None:
        self.put(band_forms.without_row(self.scale(), at))

    def follow(self) -> None:
        scored, bands = self.site.scored(self.path), self.scale().bands
        layout = self._holder.layout()
        assert layout is not None
        while len(self.rows) > len(bands):
            last = self.rows.pop()
            layout.removeWidget(last)
            last.hide()
            last.deleteLater()
        while len(self.rows) < len(bands):
            self.rows.append(BandRow(self, len(self.rows)))
            layout.addWidget(self.rows[-1])
        for each, band in zip(self.rows, bands, strict=True):
            kinds = [
                "points",
                "fraction",
                *(kind.value for kind in BandKind if kind in {band.kind, *band_kinds(scored)}),
            ]
            kinds.remove(BandKind.CONSTANT.value)
            each.show_band(band, kinds, reads_percent(scored.measure), len(bands) == 1)
        self._tell(scored)

    def _tell(self, scored: Scored) -> None:
        alone = replace(self.site.criterion, rule=scored, maximum=amount_of(self.site.maximum(self.path)))
        found = [problem for problem in check_rule(alone, "") if problem.code.startswith("band")]
        self._cracks.setText("\n".join(problem_sentence(problem, language.current()) for problem in found))
        self._warning.setVisible(bool(found))
        bands = self.scale().bands
        self.join.setVisible(any(problem.code in ("bands_gap", "bands_overlap") for problem in found))
        self.sort.setVisible(bands != band_forms.descending(bands))


def band_kinds(scored: Scored) -> tuple[BandKind, ...]:
    """What a band may give to this measure: "ratio × maximum" only to a share."""
    shares = isinstance(scored.measure, SHARES)
    return tuple(BandKind) if shares else (BandKind.CONSTANT, BandKind.RESCALED)


class AnswerRow(QWidget):
    """One answer or item with its points."""

    def __init__(self, owner: "AnswersTable", told: Row, number: int) -> None:
        super().__init__()
        self._owner, self.key = owner, told.key
        self.words: Entry | None = None
        self.grade = GradeEntry(self.tr("Points of row {number}").format(number=number))
        self.remove = Button("", "quiet", "x", tip=self.tr("Remove row {number}").format(number=number))
        said: QWidget
        if owner.has_own_words:
            self.words = Entry(self.tr("Answer {number}").format(number=number), self.tr("Words of the answer"))
            self.words.textEdited.connect(lambda _: owner.relabel(self.key, self._typed()))
            said = self.words
        else:
            said = Label(wrap=True)
        self._said = said
        self.grade.typed.connect(lambda grade: owner.site.do(answer_tables.with_grade, owner.path, self.key, grade))
        self.remove.clicked.connect(lambda: owner.remove(self.key))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        parts: list[QWidget | tuple[QWidget, int] | int | None] = [(said, 1), self.grade]
        if owner.has_own_words:
            parts.append(self.remove)
        else:
            self.remove.setParent(self)  # one without a parent would be let go on whatever thread collects garbage
            self.remove.hide()
        layout.addWidget(row(*parts, gap=6))

    def show_row(self, told: Row) -> None:
        words = told.label or (word(f"answer.{told.key}") if told.key in ("yes", "no") else told.key)
        if self.words is not None:
            if self.words.value() != told.label.strip():
                self.words.set_text(told.label)
                self.words.setCursorPosition(0)
        elif isinstance(self._said, Label):
            self._said.setText(words)
        self.grade.set_grade(told.grade, self._owner.site.maximum(self._owner.path))

    def _typed(self) -> str:
        return self.words.value() if self.words is not None else ""


class AnswersTable(Form):
    """Every answer (or item) with its points; the sum where items are added."""

    def __init__(self, site: Site, path: Path) -> None:
        super().__init__(site, path, gap=6)
        measure = site.scored(path).measure
        self.has_own_words = not isinstance(measure, (YesNo, Ticks))
        self.rows: dict[str, AnswerRow] = {}
        self._holder = column(gap=6)
        self.add = Button(self.tr("Add an answer"), "link", "plus")
        self.add.clicked.connect(lambda: site.do(answer_tables.with_row, path))
        self.add.setVisible(False)
        self._sum = hint()
        self.column.addWidget(self._holder)
        self.column.addWidget(row(self.add, None, self._sum))
        self.add.setVisible(self.has_own_words)
        self.follow()

    def follow(self) -> None:
        told = answer_tables.rows(self.site.criterion, self.path)
        if [each.key for each in told] != list(self.rows):
            layout = self._holder.layout()
            assert layout is not None
            empty(layout)  # type: ignore[arg-type]
            self.rows = {each.key: AnswerRow(self, each, at + 1) for at, each in enumerate(told)}
            for made in self.rows.values():
                layout.addWidget(made)
        for each in told:
            self.rows[each.key].show_row(each)
        self._tell_sum()

    def relabel(self, key: str, label: str) -> None:
        self.site.do(answer_tables.with_label, self.path, key, label)

    def remove(self, key: str) -> None:
        self.site.do(answer_tables.without_row, self.path, key)

    def _tell_sum(self) -> None:
        scored = self.site.scored(self.path)
        self._sum.setVisible(isinstance(scored.scale, Items))
        if isinstance(scored.scale, Items):
            maximum = self.site.maximum(self.path)
            total = answer_tables.total(scored.scale, maximum)
            words = self.tr("Together {total} of {maximum} points")
            self._sum.setText(words.format(total=short(total), maximum=short(maximum)))
