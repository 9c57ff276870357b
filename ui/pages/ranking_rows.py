"""The columns of a ranking table: rank, name, value, what moved since the claim, share, band."""

from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from app.domain import text
from app.domain.framework import Figure
from app.domain.ranking import Row
from app.operations.authority import settling
from app.operations.authority.publishing import Ranked
from ui import language
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.pages.authority_kit import are_communes
from ui.pages.ranking_sheet import band_look, reason_word, signed

PERCENTS = (Figure.PERCENT, Figure.PILLAR_PERCENT)


@dataclass(frozen=True, slots=True)
class Cells:
    """What stands in a row of a table that reads `measure`."""

    ranked: Ranked
    measure: Figure
    decimals: int

    @property
    def is_share(self) -> bool:
        """Whether the table's own number is a percentage."""
        return self.measure in PERCENTS

    def number(self, value: Fraction) -> str:
        """The table's number as shown."""
        return language.number_text(value, self.decimals) + ("\u00a0%" if self.is_share else "")

    def rank(self, item: Row) -> Cell:
        return Cell("–" if item.rank is None else str(item.rank), right=True, weight="bold")

    def name(self, item: Row) -> Cell:
        """The agency, and beside it that it shares its rank or why it has none."""
        said = reason_word(item.reason) if item.reason else ""
        if item.is_tied:
            said = QCoreApplication.translate("Ranking", "shared rank")
        return Cell(self.ranked.names[item.agency], tail=f"   {said}" if said else "")

    def value(self, item: Row) -> Cell:
        return Cell("–" if item.value is None else self.number(item.value), right=True, weight="bold")

    def moved(self, item: Row) -> Fraction:
        """Points that count, less those claimed."""
        return settling.change_from_claim(self.ranked, item.agency) or Fraction(0)

    def change(self, item: Row) -> Cell:
        shown = signed(self.moved(item), self.decimals) if item.agency in self.ranked.scores else "–"
        return Cell(shown, right=True, tone="ink-soft")

    def percent(self, item: Row) -> Fraction | None:
        """Share of the maximum that counts, 0 to 100."""
        score = self.ranked.scores.get(item.agency)
        return None if score is None else score.percent

    def percent_cell(self, item: Row) -> Cell:
        found = self.percent(item)
        return Cell("–" if found is None else f"{language.number_text(found, self.decimals)}\u00a0%", right=True)

    def bar(self, item: Row) -> Cell:
        found = self.percent(item) or Fraction(0)
        return Cell(bars=(("lead", min(float(found) / 100, 1.0)),))

    def band(self, item: Row) -> Cell:
        if not item.band:
            return Cell("–", tone="ink-soft")
        icon, tone = band_look(self.ranked, item.band)
        return Cell(item.band, icon=icon, tone=tone, badge=True)


def columns(cells: Cells) -> tuple[Column[Row], ...]:
    """The columns of one table; the bar of the share has no title."""
    agencies = cells.ranked.campaign.agencies
    who = (
        QCoreApplication.translate("Ranking", "Commune, ward")
        if are_communes(agencies)
        else QCoreApplication.translate("Ranking", "Agency")
    )
    head = (
        QCoreApplication.translate("Ranking", "Share")
        if cells.is_share
        else QCoreApplication.translate("Ranking", "Points")
    )

    def by_rank(item: Row) -> int:
        return item.rank or len(agencies) + 1

    def by_name(item: Row) -> object:
        return text.name_key(cells.ranked.names[item.agency])

    def by_value(item: Row) -> Fraction:
        return Fraction(-1) if item.value is None else item.value

    def by_percent(item: Row) -> Fraction:
        found = cells.percent(item)
        return Fraction(-1) if found is None else found

    found = [
        Column(QCoreApplication.translate("Ranking", "Rank"), cells.rank, order=by_rank, width=88, right=True),
        Column(who, cells.name, order=by_name),
        Column(head, cells.value, order=by_value, width=104, right=True),
    ]
    if cells.measure is Figure.TOTAL:
        tip = QCoreApplication.translate("Ranking", "Points that count, less the points the agency claimed")
        title = QCoreApplication.translate("Ranking", "Against claim")
        found.append(Column(title, cells.change, order=cells.moved, width=136, right=True, tip=tip))
    if not cells.is_share:
        found.append(
            Column(
                "", cells.bar, width=96, tip=QCoreApplication.translate("Ranking", "Share of the maximum that counts")
            )
        )
        found.append(
            Column(
                QCoreApplication.translate("Ranking", "Share"),
                cells.percent_cell,
                order=by_percent,
                width=96,
                right=True,
            )
        )
    return (*found, Column(QCoreApplication.translate("Ranking", "Band"), cells.band, width=168))
