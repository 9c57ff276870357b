"""The council's work: opinions that differ, points that wait for a decision, ties; each with a finding to write."""

from functools import partial

from app.domain import text
from app.domain.changes import Changes
from app.errors import AppError
from app.operations.authority import appraising, publishing, settling
from app.operations.authority.settling import Agenda, Item, Matter, Tied
from ui import looking
from ui.context import Context
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.notices import Act, sentence_for
from ui.page import Page
from ui.pages.appraising_words import points_text
from ui.pages.authority_kit import Panes, read, side_sheet
from ui.pages.council_sheet import LOOKS, CouncilSheet, matter_word
from ui.widgets.boxes import row
from ui.widgets.button import Button
from ui.widgets.chips import ChipRow
from ui.widgets.empty_state import EmptyState
from ui.widgets.search_box import SearchBox
from ui.widgets.sheet import framed
from ui.widgets.text import Label, Line
from ui.widgets.views import TableView

_ALL, _OPEN = "all", "open"
_DONE = (Matter.CONCLUDED, Matter.TIE_SETTLED)
_NARROW = 860
Row = Item | Tied


class Council(Page):
    """The place of `show_place`: a chip (a value of `Matter`), or the key of a row."""

    kinds = frozenset({"appraisals", "ranking", "submissions", "campaigns"})

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Council"))
        self._agenda: Agenda | None = None
        self._chip, self._query = _OPEN, ""
        self._wanted: object = None
        self._about = Line(tone="ink-soft")
        self._chips = ChipRow(self._chip_titles())
        self._chips.setObjectName("chips")
        self._chips.chosen.connect(self._on_chip)
        self._search = SearchBox(self.tr("Find a name, code, criterion"))
        self._search.sought.connect(self._on_sought)
        self.add(row(Label(self.tr("Council"), "title", weight="bold"), (self._about, 1), self._search))
        self.add(self._chips)
        self._model = RowsModel(self._columns(), key=lambda item: item.key, parent=self)
        self._table = TableView(self.tr("Matters before the council"), self._model, second=True)
        self._table.setObjectName("matters")
        self._table.chosen.connect(self._on_chosen)
        self._table.opened.connect(lambda _: self._open())
        self._sheet = CouncilSheet()
        self._sheet.desk_asked.connect(lambda key: self.go_to.emit("appraising", key))
        self._panes = Panes(
            framed(self._table),
            side_sheet(self._sheet, 400),
            (self.tr("Matters"), self.tr("Chosen matter")),
            [700, 440],
            _NARROW,
        )
        self.keep_widths("council", self._panes.splitter)
        nothing = EmptyState(
            "gavel",
            self.tr(
                "Nothing lies before the council now: no opinions differ, no points wait, no agencies share a rank."
            ),
            self.tr("Go to Appraisal"),
            "scale",
        )
        nothing.started.connect(lambda: self.go_to.emit("appraising", None))
        self._empty = framed(nothing)
        self._empty.hide()
        self.add((self._panes, 1))
        self.add((self._empty, 1))
        self._left = Label("", "section", weight="bold")
        self._main = Button(self.tr("Record the finding"), "main", "gavel")
        self._main.setObjectName("conclude")
        self._main.clicked.connect(self.conclude)
        looking.hold(context, self._main)
        self.set_acts(self._main)
        self.strip.show_left(self._left)
        self._main.setEnabled(False)
        self.setFocusProxy(self._table)  # where the keys go when the page is opened

    # Reading ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        read(self, self.context, settling.agenda, self.context.part_id, done=self._take)

    def show_place(self, place: object) -> None:
        self._wanted = place
        if self._agenda is not None:
            self._go_to_wanted()

    def _take(self, agenda: Agenda) -> None:
        self._agenda = agenda
        rows = self._rows()
        for chip, _ in self._chip_titles():
            self._chips.set_count(chip, sum(_is_shown(item, chip) for item in rows))
        if not any(_is_shown(item, self._chip) for item in rows) and rows:
            self._chip = _ALL
            self._chips.set_value(_ALL)
        self._panes.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._filter()
        self._about.setText(self.tr("%n matter(s) in all", "", len(rows)))
        self._left.setText(self.tr("%n matter(s) to be settled", "", agenda.open))
        if self._wanted is not None:
            self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted in dict(self._chip_titles()):
            self._chips.set_value(wanted)
            self._on_chip(str(wanted))
        elif isinstance(wanted, tuple):
            self._chips.set_value(_ALL)
            self._on_chip(_ALL)
            self._table.select_key(wanted)

    def _rows(self) -> tuple[Row, ...]:
        assert self._agenda is not None
        rows: list[Row] = [*self._agenda.items, *self._agenda.ties]
        return tuple(sorted(rows, key=lambda item: item.matter in _DONE))

    def _filter(self) -> None:
        self._model.replace([item for item in self._rows() if _is_shown(item, self._chip) and self._is_found(item)])
        if not self._table.currentIndex().isValid() and self._model.rows():
            self._table.selectRow(0)
        self._on_chosen(self._current())

    def _is_found(self, item: Row) -> bool:
        assert self._agenda is not None
        if isinstance(item, Tied):
            names = [self._agenda.ranked.names.get(code, code) for code in item.agencies]
            return text.matches(self._query, item.title, *names)
        node = item.place.node
        return text.matches(self._query, item.agency.name, item.agency.code, node.code, node.title)

    def _chip_titles(self) -> list[tuple[str, str]]:
        return [
            (_OPEN, self.tr("To be settled")),
            (Matter.DISAGREEMENT.value, self.tr("Differing")),
            (Matter.WAITING.value, self.tr("Waiting")),
            (Matter.TIE.value, self.tr("Ties")),
            (Matter.CONCLUDED.value, self.tr("Settled")),
            (_ALL, self.tr("All")),
        ]

    def _columns(self) -> tuple[Column[Row], ...]:
        return (
            Column(self.tr("Matter"), self._name),
            Column(self.tr("Why"), self._why, width=184),
            Column(self.tr("Points now"), self._points, width=128, right=True),
        )

    def _name(self, item: Row) -> Cell:
        if isinstance(item, Tied):
            assert self._agenda is not None
            names = [self._agenda.ranked.names.get(code, code) for code in item.agencies]
            rank = self.tr("rank {rank}").format(rank=item.rank)
            return Cell(", ".join(names), f"{item.title} · {rank}")
        node = item.place.node
        return Cell(item.agency.name, f"{node.code} {node.title}".strip())

    def _why(self, item: Row) -> Cell:
        icon, tone = LOOKS[item.matter]
        return Cell(matter_word(item.matter), icon=icon, tone=tone, badge=True)

    def _points(self, item: Row) -> Cell:
        decimals = self._decimals(item)
        value = item.value if isinstance(item, Tied) else item.counted.points
        return Cell(points_text(value, decimals), right=True, tone="ink-soft" if value is None else "ink")

    def _decimals(self, item: Row) -> int:
        assert self._agenda is not None
        if isinstance(item, Tied):
            return max(framework.decimals for framework in self._agenda.ranked.frameworks.values())
        return item.dossier.framework.decimals

    # One matter ------------------------------------------------------------------------------------------------

    def _current(self) -> Row | None:
        index = self._table.currentIndex()
        return self._model.row_at(index) if index.isValid() else None

    def _on_chosen(self, item: Row | None) -> None:
        self._main.setEnabled(item is not None)
        if item is None or self._agenda is None:
            self._sheet.show_nothing()
        elif isinstance(item, Tied):
            self._main.setText(self.tr("Record the order"))
            self._sheet.show_tie(item, self._agenda.ranked.names, self._decimals(item))
        else:
            self._main.setText(self.tr("Record the finding"))
            self._sheet.show_item(item, self._agenda.people)

    def _open(self) -> None:
        self._panes.turn_to(1)
        self._sheet.focus_first()

    def _on_chip(self, chip: str) -> None:
        self._chip = chip
        if self._agenda is not None:
            self._filter()

    def _on_sought(self, query: str) -> None:
        self._query = query
        if self._agenda is not None:
            self._filter()

    def conclude(self) -> None:
        """Write down what the council found; what is missing is said at its field."""
        item = self._current()
        if item is None:
            return
        if isinstance(item, Item) and not self._sheet.points():
            self._sheet.complain_points()
            return
        if not self._sheet.reason():
            self._sheet.complain_reason()
            return
        part, done = self.context.part_id, partial(self._tell, item)
        if isinstance(item, Tied):
            self.context.run(
                publishing.settle_tie, part, item.table, self._sheet.order(), self._sheet.reason(), on_done=done
            )
        else:
            self.context.run(
                appraising.conclude, part, *item.key, self._sheet.points(), self._sheet.reason(),
                on_done=done, on_failed=self._on_refused,
            )  # fmt: skip

    def _on_refused(self, error: AppError) -> None:
        if error.code in ("points.out_of_range", "number.malformed"):
            self._sheet.complain_points(sentence_for(error))
        self.context.notices.error(error)

    def _tell(self, item: Row, _: Changes) -> None:
        """The list is read anew by what changed; the next open matter gets the cursor."""
        rows = list(self._model.rows())
        at = next((number for number, one in enumerate(rows) if one.key == item.key), -1)
        following = [one for one in (*rows[at + 1 :], *rows[:at]) if one.matter not in _DONE]
        if following:
            self._table.select_key(following[0].key)
        else:
            rank = Act(self.tr("See the ranking"), lambda: self.go_to.emit("ranking", None))
            self.context.notices.good(self.tr("Everything before the council is settled."), rank)


def _is_shown(item: Row, chip: str) -> bool:
    if chip == _ALL:
        return True
    if chip == _OPEN:
        return item.matter not in _DONE
    if chip == Matter.CONCLUDED.value:
        return item.matter in _DONE
    return item.matter.value == chip
