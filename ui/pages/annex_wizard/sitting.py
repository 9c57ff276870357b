"""What is known of an import while a person works on it; steps change it, and everybody listens to `changed`."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction

from PySide6.QtCore import QObject, Signal

from app.domain.annex import Annex, Column, ColumnRole, OutlineRow, TableColumns
from app.domain.annex_framework import About
from app.operations.frameworks import annexing
from app.operations.frameworks.annexing import Proposal, Verdict, Work

FILE, COLUMNS, TREE, RULES, SUMMARY = range(5)
_MOST_UNDONE = 60


class Sitting(QObject):
    """One import. `changed` comes after anything a person did, `moved` when another step is to be shown."""

    changed = Signal()
    moved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.annex: Annex | None = None
        self.columns: tuple[TableColumns, ...] = ()
        self.proposal: Proposal | None = None
        self.verdicts: dict[str, Verdict] = {}
        self.about = About()
        self.step = FILE
        self._proposed_from: tuple[TableColumns, ...] = ()
        self._before: list[tuple[OutlineRow, ...]] = []

    # Beginning and ending ------------------------------------------------------------------------------------------

    def begin(self, annex: Annex, columns: tuple[TableColumns, ...]) -> None:
        """Another file: nothing of the one before stays."""
        self.annex, self.columns, self.proposal = annex, columns, None
        self.verdicts, self.about, self._before, self._proposed_from = {}, About(), [], ()
        self.go(COLUMNS)

    def go_on(self, work: Work, proposal: Proposal | None) -> None:
        """Takes up work that was kept."""
        self.annex, self.columns = work.annex, work.columns
        self.proposal, self.verdicts, self.about = proposal, dict(work.verdicts), work.about
        self._proposed_from, self._before = work.columns, []
        self.go(work.step if proposal is not None else COLUMNS)

    def empty(self) -> None:
        """As if nothing was ever read."""
        self.annex, self.columns, self.proposal = None, (), None
        self.verdicts, self.about, self._before = {}, About(), []
        self.go(FILE)

    def work(self) -> Work | None:
        """What is to be kept; None where there is nothing yet."""
        if self.annex is None:
            return None
        proposal = self.proposal
        return Work(
            self.annex,
            self.columns,
            proposal.rows if proposal is not None else (),
            proposal.declared if proposal is not None else "",
            self.about,
            dict(self.verdicts),
            self.step,
        )

    def go(self, step: int) -> None:
        self.step = step
        self.moved.emit()
        self.changed.emit()

    # Columns -------------------------------------------------------------------------------------------------------

    def set_columns(self, known: TableColumns) -> None:
        """One table is read another way; tables that continue it follow."""
        out: list[TableColumns] = []
        following = False
        for table in self.columns:
            if table.table == known.table:
                following = True
                out.append(known)
            elif following and table.continues and len(table.columns) == len(known.columns):
                out.append(replace(table, columns=_like(table.columns, known.columns), is_taken=known.is_taken))
            else:
                following = False
                out.append(table)
        self.columns = tuple(out)
        self.changed.emit()

    @property
    def is_readable(self) -> bool:
        """Whether a table is taken that has a column of titles."""
        return any(table.is_taken and table.at(ColumnRole.TITLE) for table in self.columns)

    @property
    def is_proposed(self) -> bool:
        """Whether tree and rules belong to the columns as they are now."""
        return self.proposal is not None and self._proposed_from == self.columns

    def take(self, proposal: Proposal) -> None:
        """Tree and rules read anew."""
        self._replace(proposal)
        self._proposed_from, self._before = self.columns, []
        if not self.about.title:
            self.about = proposal.about

    # Tree ----------------------------------------------------------------------------------------------------------

    def set_rows(self, rows: tuple[OutlineRow, ...]) -> None:
        """The tree as a person changed it; can be undone."""
        if self.proposal is None or rows == self.proposal.rows:
            return
        self._before = [*self._before[-_MOST_UNDONE:], self.proposal.rows]
        self._put(rows)

    @property
    def can_undo(self) -> bool:
        return bool(self._before)

    def undo(self) -> None:
        """The tree as it was before the last change."""
        if self._before:
            self._put(self._before.pop())

    def _put(self, rows: tuple[OutlineRow, ...]) -> None:
        if self.proposal is None:
            return
        self._replace(annexing.with_rows(self.proposal, rows))
        self.changed.emit()

    def _replace(self, proposal: Proposal) -> None:
        """Another proposal; what was decided about a rule that is still the same stays decided."""
        before = self.proposal.suggested if self.proposal is not None else {}
        fresh = proposal.suggested
        self.verdicts = {
            key: verdict
            for key, verdict in self.verdicts.items()
            if key in before and key in fresh and fresh[key].text == before[key].text
        }
        self.proposal = proposal

    # Rules ---------------------------------------------------------------------------------------------------------

    def decide(self, keys: Iterable[str], verdict: Verdict | None) -> None:
        """Confirms rules, leaves them to be judged by hand, or (None) takes that back."""
        for key in keys:
            if verdict is None:
                self.verdicts.pop(key, None)
            else:
                self.verdicts[key] = verdict
        self.changed.emit()

    @property
    def decided(self) -> int:
        known: Mapping[str, object] = self.proposal.suggested if self.proposal is not None else {}
        return sum(key in self.verdicts for key in known)

    @property
    def criteria(self) -> int:
        return len(self.proposal.suggested) if self.proposal is not None else 0

    @property
    def total(self) -> Fraction:
        return self.proposal.audit.total if self.proposal is not None else Fraction(0)


def _like(own: tuple[Column, ...], other: tuple[Column, ...]) -> tuple[Column, ...]:
    """The same headings with the roles of the table before."""
    return tuple(
        replace(column, role=model.role, is_sure=model.is_sure, why=model.why)
        for column, model in zip(own, other, strict=True)
    )
