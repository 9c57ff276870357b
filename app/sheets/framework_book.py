"""A framework as a workbook that a person can write, and back, without losing anything.

Text loses only what nobody sees: control and bidirectional characters, blanks at its ends.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from app.domain.framework import (
    Criterion,
    Evidence,
    Framework,
    GradeBand,
    GradeBands,
    Ground,
    Group,
    Input,
    Node,
    Pillar,
    RankingTable,
    Regulation,
    TargetGroup,
    Totals,
    Trait,
    identity,
)
from app.domain.intervals import SIDES
from app.domain.rules import Rule
from app.domain.text import fold
from app.errors import AppError
from app.progress import SILENT, Progress
from app.sheets import framework_columns as columns
from app.sheets.cells import Found, Unfit, codes_of
from app.sheets.framework_example import INPUTS as EXAMPLE_INPUTS
from app.sheets.framework_example import NODES as EXAMPLE_NODES
from app.sheets.framework_example import example, used
from app.sheets.kinds import nearest
from app.sheets.opening import Book, Page, open_book
from app.sheets.properties import read_properties, write_properties
from app.sheets.regulation_tables import read_regulation_sheets, write_regulation_sheets
from app.sheets.rule_cells import RULE_COLUMNS, RuleLine, UnfitAt, lines_of, rule_from
from app.sheets.saving import Draft
from app.sheets.tables import Column, Line, Notes, read_table, unique, values_of, write_table

T = TypeVar("T")
_FLAT: tuple[tuple[str, str, type[Any], tuple[Column, ...]], ...] = (
    ("grounds", columns.GROUNDS, Ground, columns.GROUND_COLUMNS),
    ("traits", columns.TRAITS, Trait, columns.TRAIT_COLUMNS),
    ("target_groups", columns.TARGET_GROUPS, TargetGroup, columns.TARGET_GROUP_COLUMNS),
    ("pillars", columns.PILLARS, Pillar, columns.PILLAR_COLUMNS),
    ("ranking_tables", columns.RANKINGS, RankingTable, columns.RANKING_COLUMNS),
)


# Writing -----------------------------------------------------------------------------------------------------------


def write_framework(framework: Framework, path: Path, progress: Progress = SILENT) -> None:
    """Writes the workbook of a framework; raises `AppError` sheet.target_in_use or sheet.not_written."""
    draft = Draft(framework.title)
    draft.guide(columns.GUIDE_LINES)
    write_properties(draft, columns.PROPERTIES, columns.FRAMEWORK_ROWS, framework)
    nodes, inputs, parts, originals = _node_rows(framework)
    write_table(draft, columns.NODES, columns.NODE_COLUMNS, nodes, frozen=3)
    write_table(draft, columns.INPUTS, columns.INPUT_COLUMNS, inputs, frozen=2)
    write_table(draft, columns.PARTS, columns.PART_COLUMNS, parts, frozen=2)
    write_table(draft, columns.ORIGINALS, columns.ORIGINAL_COLUMNS, originals, frozen=2)
    for name, title, _, own in _FLAT:
        write_table(draft, title, own, [values_of(item, own) for item in getattr(framework, name)])
    write_table(draft, columns.BANDS, columns.BAND_COLUMNS, _band_rows(framework.bands))
    write_regulation_sheets(draft, framework)
    terms = [{"key": key, "term": term} for key, term in framework.terms.items()]
    write_table(draft, columns.TERMS, columns.TERM_COLUMNS, terms)
    _write_example(draft)
    draft.save(path, progress)


Rows = list[dict[str, Any]]


def _write_example(draft: Draft) -> None:
    nodes, inputs, _, _ = _node_rows(example())
    write_table(draft, EXAMPLE_NODES, used(columns.NODE_COLUMNS, nodes), nodes, frozen=3)
    write_table(draft, EXAMPLE_INPUTS, used(columns.INPUT_COLUMNS, inputs), inputs, frozen=2)


def _node_rows(framework: Framework) -> tuple[Rows, Rows, Rows, Rows]:
    """Lines of nodes, inputs, parts of rules and what the decision's own rows said."""
    nodes: Rows = []
    inputs: Rows = []
    parts: Rows = []
    originals: Rows = []
    for place in framework.index.places.values():
        node = place.node
        row = {"level": place.depth + 1, "is_group": isinstance(node, Group)}
        row |= values_of(node, columns.NODE_COLUMNS)
        name = _short_name(framework, node)
        originals += [{"criterion": name, "heading": key, "text": text} for key, text in node.original.items()]
        if isinstance(node, Criterion):
            lines = lines_of(node.rule)
            row |= lines[0].values
            parts += [_part_row(name, line) for line in lines[1:]]
            inputs += [{"criterion": name, **values_of(item, columns.INPUT_COLUMNS)} for item in node.inputs]
        nodes.append(row)
    return nodes, inputs, parts, originals


def _short_name(framework: Framework, node: Node) -> str:
    """The code where it finds this very node, else the id."""
    found = framework.index.find(node.code) if node.code else None
    return node.code if found is not None and found.node is node else identity(node)


def _part_row(name: str, line: RuleLine) -> dict[str, Any]:
    own = {"criterion": name, "path": line.path, "label": line.label, "maximum": line.maximum}
    return {**line.values, **own, "zero_denominator": line.zero_denominator}


def _band_rows(tables: Sequence[GradeBands]) -> Rows:
    rows: Rows = []
    for table in tables:
        own = values_of(table, columns.BAND_TABLE_COLUMNS)
        rows += [{**own, "band": band.name, **{side: getattr(band, side) for side in SIDES}} for band in table.bands]
        if not table.bands:
            rows.append(own)
    return rows


# Reading -----------------------------------------------------------------------------------------------------------


def read_framework(path: Path, progress: Progress = SILENT) -> Framework:
    """The framework of a workbook, whatever the order of its columns.

    Raises `Several("sheet.bad_cells")` with every cell that does not fit, `AppError("sheet.missing_sheet")`, or what
    `open_book` raises. Whether the framework makes sense is for the domain to say.
    """
    book = open_book(path, progress)
    try:
        return _Reader(book).framework()
    finally:
        book.close()


@dataclass
class _Draft:
    """A node being read, with the lines that belong to it."""

    line: Line
    children: "list[_Draft]" = field(default_factory=list)
    inputs: list[Line] = field(default_factory=list)
    parts: dict[str, Line] = field(default_factory=dict)
    original: dict[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return str(self.line["id"] or self.line["code"])


class _Reader:
    """Reads one book, noting everything wrong on the way."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._notes = Notes()

    def framework(self) -> Framework:
        properties = self._properties()
        nodes = self._nodes()
        flat: dict[str, Any] = {name: self._flat(title, kind, own) for name, title, kind, own in _FLAT}
        bands = self._bands()
        told = read_regulation_sheets(self._sheet_lines, self._notes)
        terms = {line["key"]: line["term"] for line in self._unique(columns.TERMS, columns.TERM_COLUMNS, "key")}
        self._notes.refuse()
        return Framework(**properties, **flat, nodes=nodes, bands=bands, terms=terms, **told)

    def _page(self, title: str) -> Page:
        page = self._book.page(title)
        if page is None:
            raise AppError("sheet.missing_sheet", name=self._book.name, sheet=title)
        return page

    def _lines(self, title: str, own: Sequence[Column]) -> list[Line]:
        page = self._book.page(title)
        return [] if page is None or not page.cells else list(read_table(page, own, self._notes))

    def _unique(self, title: str, own: Sequence[Column], name: str) -> list[Line]:
        lines = self._lines(title, own)
        unique(lines, name, self._notes)
        return lines

    def _sheet_lines(self, title: str, own: Sequence[Column], unique: str = "") -> list[Line]:
        return self._unique(title, own, unique) if unique else self._lines(title, own)

    def _flat(self, title: str, kind: Callable[..., T], own: Sequence[Column]) -> tuple[T, ...]:
        lines = self._unique(title, own, "code")
        return tuple(kind(**line.values) for line in lines if line.is_sound)

    # Properties ----------------------------------------------------------------------------------------------------

    def _properties(self) -> dict[str, Any]:
        values = read_properties(self._page(columns.PROPERTIES), columns.FRAMEWORK_ROWS, self._notes)
        own = {name: value for name, value in values.items() if "." not in name}
        regulation = _inside(values, "regulation")
        own["regulation"] = Regulation(**regulation) if any(regulation.values()) else None
        own["totals"] = Totals(**_inside(values, "totals"))
        own["evidence"] = Evidence(**_inside(values, "evidence"))
        return own

    # Nodes ---------------------------------------------------------------------------------------------------------

    def _nodes(self) -> tuple[Node, ...]:
        page = self._page(columns.NODES)
        drafts: list[_Draft] = []
        top: list[_Draft] = []
        path: list[_Draft] = []
        for line in read_table(page, columns.NODE_COLUMNS, self._notes):
            draft = _Draft(line)
            drafts.append(draft)
            level = line["level"]
            if level is None:
                continue
            if not 1 <= level <= len(path) + 1:
                line.note(self._notes, "level", "level", high=len(path) + 1)
                continue
            del path[level - 1 :]
            if path and not path[-1].line["is_group"]:
                line.note(self._notes, "level", "under_group")
                continue
            (path[-1].children if path else top).append(draft)
            path.append(draft)
        self._check_names(drafts)
        by_name = _names(drafts)
        self._attach(columns.INPUTS, columns.INPUT_COLUMNS, by_name, self._add_input)
        self._attach(columns.PARTS, columns.PART_COLUMNS, by_name, self._add_part)
        self._attach(columns.ORIGINALS, columns.ORIGINAL_COLUMNS, by_name, self._add_original)
        return tuple(self._node(draft) for draft in top)

    def _check_names(self, drafts: Sequence[_Draft]) -> None:
        seen: dict[str, str] = {}
        for draft in drafts:
            name = "id" if draft.line["id"] else "code"
            if not draft.name:
                if draft.line.is_sound:
                    draft.line.note(self._notes, "code", "filled")
            elif draft.name in seen:
                draft.line.note(self._notes, name, "unique", other=seen[draft.name])
            else:
                seen[draft.name] = draft.line.places[name]

    def _attach(
        self, title: str, own: Sequence[Column], drafts: Mapping[str, _Draft], add: Callable[[_Draft, Line], None]
    ) -> None:
        replaced = tuple(_reference(column, drafts) if column.field == "criterion" else column for column in own)
        for line in self._lines(title, replaced):
            draft = drafts.get(line["criterion"])
            if draft is not None:
                add(draft, line)

    def _add_input(self, draft: _Draft, line: Line) -> None:
        same = next((item for item in draft.inputs if item["key"] == line["key"] is not None), None)
        if same is not None:
            line.note(self._notes, "key", "unique", other=same.places["key"])
        elif draft.line["is_group"]:
            line.note(self._notes, "criterion", "known_code", title=columns.NODES)
        draft.inputs.append(line)

    def _add_part(self, draft: _Draft, line: Line) -> None:
        path = line["path"]
        if path is None:
            return
        if path in draft.parts:
            line.note(self._notes, "path", "unique", other=draft.parts[path].places["path"])
            return
        parent = str(path).rpartition(".")[0]
        if parent and parent not in draft.parts:
            line.note(self._notes, "path", "parent_part")
        draft.parts[path] = line

    def _add_original(self, draft: _Draft, line: Line) -> None:
        if line["heading"] in draft.original:
            line.note(self._notes, "heading", "original_once")
        elif line.is_sound:
            draft.original[line["heading"]] = line["text"]

    def _node(self, draft: _Draft) -> Any:
        values = draft.line.values
        common = {name: values[name] for name in columns.GROUP_FIELDS} | {"original": draft.original}
        if values["is_group"]:
            return Group(
                **common,
                nodes=tuple(self._node(child) for child in draft.children),
                declared_count=values["declared_count"],
            )
        rule = self._rule(draft)
        left = {"level", "is_group", "declared_count", *columns.GROUP_FIELDS, *(item.field for item in RULE_COLUMNS)}
        own = {name: value for name, value in values.items() if name not in left}
        inputs = tuple(_built(Input, line, "criterion") for line in draft.inputs if line.is_sound)
        return Criterion(**common, **own, rule=rule, inputs=inputs)

    def _rule(self, draft: _Draft) -> Any:
        """The rule; None after noting why there is none (then the book is refused anyway)."""
        lines = {"": RuleLine("", draft.line.values)}
        for path, line in draft.parts.items():
            values = line.values
            part = RuleLine(path, values, values["label"], values["maximum"], values["zero_denominator"])
            lines[path] = part
        at = [(path, line) for path, line in draft.parts.items() if not line.is_sound]
        if at or not draft.line.is_sound:
            return None
        return self._rule_of(draft, lines)

    def _rule_of(self, draft: _Draft, lines: Mapping[str, RuleLine]) -> Rule | None:
        try:
            return rule_from(lines)
        except UnfitAt as unfit:
            line = draft.parts.get(unfit.path, draft.line)
            line.note(self._notes, unfit.column, unfit.unfit.expected, **unfit.unfit.values)
            return None

    # Bands and steps -----------------------------------------------------------------------------------------------

    def _bands(self) -> tuple[GradeBands, ...]:
        names = [column.field for column in columns.BAND_TABLE_COLUMNS]
        tables: list[tuple[dict[str, Any], list[GradeBand]]] = []
        for line in self._lines(columns.BANDS, columns.BAND_COLUMNS):
            own = {name: line[name] for name in names}
            goes_on = bool(tables) and not any(name in line.found for name in names)
            if not goes_on and not (tables and tables[-1][0] == own):
                if own["reads"] is None and line.is_sound:
                    line.note(self._notes, "reads", "filled")
                tables.append((own, []))
            if line["band"] or any(line[side] is not None for side in SIDES):
                tables[-1][1].append(self._band(line))
        return tuple(GradeBands(**own, bands=tuple(bands)) for own, bands in tables)

    def _band(self, line: Line) -> GradeBand:
        for side, other in (("above", "at_least"), ("up_to", "below")):
            if line[side] is not None and line[other] is not None:
                line.note(self._notes, side, "one_limit")
                return GradeBand(name=line["band"])
        return GradeBand(name=line["band"], **{side: line[side] for side in SIDES})


def _inside(values: Mapping[str, Any], prefix: str) -> dict[str, Any]:
    start = f"{prefix}."
    return {name[len(start) :]: value for name, value in values.items() if name.startswith(start)}


def _built(kind: Callable[..., T], line: Line, *left_out: str) -> T:
    return kind(**{name: value for name, value in line.values.items() if name not in left_out})


def _names(drafts: Sequence[_Draft]) -> dict[str, _Draft]:
    """Nodes by id, and by code where no id is the same."""
    by_name: dict[str, _Draft] = {}
    for draft in drafts:
        if draft.name:
            by_name.setdefault(draft.name, draft)
    for draft in drafts:
        if draft.line["code"]:
            by_name.setdefault(str(draft.line["code"]), draft)
    return by_name


def _reference(column: Column, known: Mapping[str, Any]) -> Column:
    return Column(column.field, column.header, Reference(known, columns.NODES), column.width, aliases=("Tiêu chí",))


@dataclass(frozen=True)
class Reference:
    """A code that must stand in another sheet; which of 4.1 and 4.10 is meant may be certain from that."""

    known: Mapping[str, Any]
    title: str
    choices: tuple[str, ...] = ()
    none_word: str = ""

    def put(self, cell: Any, value: Any) -> None:
        raise NotImplementedError

    def take(self, found: Found, above: Sequence[Any]) -> Any:
        codes = codes_of(found)
        meant = [code for code in codes if code in self.known]
        if len(meant) == 1:
            return meant[0]
        if meant:
            raise Unfit("code_as_text", example=codes[-1])
        folded = [code for code in self.known if fold(code) == fold(codes[0])]
        if len(folded) == 1:
            return folded[0]
        near = nearest(codes[0], list(self.known))
        if near:
            raise Unfit("known_code_near", title=self.title, word=near)
        raise Unfit("known_code", title=self.title)
