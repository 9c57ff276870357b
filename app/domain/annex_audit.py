"""What to look at in the tree of an annex: sums against what is declared, missing points, codes used twice."""

import collections
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import chain

from app.domain.annex import Doubt, OutlineRow, RowKind
from app.domain.annex_outline import Twig, twigs
from app.domain.annex_points import written
from app.domain.nodes import Role
from app.domain.text import nfc

_BONUS = ("điểm thưởng", "điểm cộng", "điểm khuyến khích", "điểm ưu tiên")
_PENALTY = ("điểm trừ",)


@dataclass(frozen=True, slots=True)
class Seen:
    """One node as it will stand in the framework: its points (of a group without any: the sum), role and code."""

    twig: Twig
    points: Fraction
    role: Role
    code: str
    parent: str
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Audit:
    """The whole tree looked through. `total`: what its groups add up to, bonus and penalty left out; `declared`: what
    the annex itself says, "" where nothing."""

    nodes: Mapping[str, Seen]
    tree: tuple[Twig, ...]
    total: Fraction
    declared: str = ""
    doubts: tuple[Doubt, ...] = ()
    groups: int = 0
    criteria: int = 0
    sums: Mapping[str, Fraction] = field(default_factory=dict)

    def criteria_in_order(self) -> Iterator[Seen]:
        return (seen for seen in self.nodes.values() if seen.twig.row.kind is RowKind.CRITERION)


def audit(rows: Sequence[OutlineRow], declared: str = "") -> Audit:
    """Looks the tree through; `declared`: the total the annex itself states, a decimal text or ""."""
    tree = twigs(rows)
    sums: dict[str, Fraction] = {}
    roles: dict[str, Role] = {}
    for twig in tree:
        _give_roles(twig, Role.SCALE, roles)
        _add_up(twig, roles, sums)
    codes = _codes(tree)
    nodes: dict[str, Seen] = {}
    for twig in tree:
        _see(twig, "", codes, roles, sums, nodes)
    total = _total(tree, roles, sums, Role.SCALE)
    if declared and Fraction(declared) == total + _total(tree, roles, sums, Role.BONUS):
        declared = ""  # the annex counts the bonus in, the scale does not
    kinds = collections.Counter(seen.twig.row.kind for seen in nodes.values())
    doubts: tuple[Doubt, ...] = ()
    if declared and Fraction(declared) != total:
        doubts = (Doubt("total_mismatch", {"declared": declared, "sum": written(total)}),)
    return Audit(nodes, tree, total, declared, doubts, kinds[RowKind.GROUP], kinds[RowKind.CRITERION], sums)


def _total(tree: Sequence[Twig], roles: Mapping[str, Role], sums: Mapping[str, Fraction], role: Role) -> Fraction:
    return sum((sums[twig.row.key] for twig in tree if roles[twig.row.key] is role), Fraction(0))


def _give_roles(twig: Twig, role: Role, roles: dict[str, Role]) -> None:
    """Bonus and penalty by the words of a group, penalty by a negative maximum; both hold for all below."""
    row = twig.row
    words = nfc(row.title).lower() if row.kind is RowKind.GROUP else ""
    is_bonus, is_penalty = any(word in words for word in _BONUS), any(word in words for word in _PENALTY)
    if is_bonus:
        role = Role.BONUS
    elif is_penalty:
        role = Role.PENALTY
    if row.maximum and Fraction(row.maximum) < 0:
        role = Role.PENALTY
    roles[row.key] = role
    for child in twig.children:
        _give_roles(child, role, roles)


def _add_up(twig: Twig, roles: Mapping[str, Role], sums: dict[str, Fraction]) -> Fraction:
    """The points of a node: what stands there, else the sum of those below that count the same way."""
    row, role = twig.row, roles[twig.row.key]
    below = [(_add_up(child, roles, sums), roles[child.row.key]) for child in twig.children]
    points = Fraction(row.maximum) if row.maximum else sum((own for own, kind in below if kind is role), Fraction(0))
    if role is Role.PENALTY:
        points = -abs(points)
    sums[row.key] = points
    return points


def _see(
    twig: Twig,
    parent: str,
    codes: Mapping[str, str],
    roles: Mapping[str, Role],
    sums: Mapping[str, Fraction],
    nodes: dict[str, Seen],
) -> None:
    row = twig.row
    role = roles[row.key]
    found = list(_doubts(twig, role, roles, sums))
    if codes[row.key] != row.code:
        found.append(Doubt("code_qualified", {"found": row.code, "code": codes[row.key]}))
    nodes[row.key] = Seen(twig, sums[row.key], role, codes[row.key], parent, (*row.doubts, *found))
    for child in twig.children:
        _see(child, row.key, codes, roles, sums, nodes)


def _doubts(twig: Twig, role: Role, roles: Mapping[str, Role], sums: Mapping[str, Fraction]) -> Iterator[Doubt]:
    row = twig.row
    if not row.title:
        yield Doubt("title_missing")
    if row.kind is RowKind.CRITERION:
        if not row.maximum:
            yield Doubt("maximum_missing")
        elif Fraction(row.maximum) == 0:
            yield Doubt("maximum_zero")
    elif not twig.children:
        yield Doubt("group_empty")
    if role is Role.PENALTY and row.maximum and Fraction(row.maximum) > 0:
        yield Doubt("penalty_turned", {"maximum": row.maximum})
    same = [sums[child.row.key] for child in twig.children if roles[child.row.key] is role]
    reached = sum(same, Fraction(0))
    if twig.children and not row.maximum:
        yield Doubt("group_maximum_missing", {"sum": written(reached)})
    elif same and reached != sums[row.key]:
        yield Doubt("group_sum", {"declared": row.maximum, "sum": written(abs(reached))})
    points = [part.maximum for part in twig.parts if part.maximum]
    if points and not any(doubt.code == "folded" for doubt in row.doubts):
        yield Doubt("part_points", {"points": "; ".join(points)})


def _codes(tree: Sequence[Twig]) -> dict[str, str]:
    """Codes by key; one that several nodes have gets that of the group above before it, as often as needed."""
    parents: dict[str, Twig] = {}
    every = list(chain.from_iterable(twig.walk() for twig in tree))
    for twig in every:
        for child in twig.children:
            parents[child.row.key] = twig
    codes = {twig.row.key: twig.row.code for twig in every}
    above = dict(parents)
    for _ in range(8):
        counts = collections.Counter(code for code in codes.values() if code)
        twice = [twig for twig in every if counts[codes[twig.row.key]] > 1 and twig.row.key in above]
        if not twice:
            break
        families = {parents[twig.row.key].row.key for twig in twice}  # siblings keep one way of being called
        for twig in every:
            if twig.row.key not in above or parents[twig.row.key].row.key not in families or not twig.row.code:
                continue
            parent = above.pop(twig.row.key)
            if parent.row.key in parents:
                above[twig.row.key] = parents[parent.row.key]
            if parent.row.code:
                codes[twig.row.key] = f"{parent.row.code}.{codes[twig.row.key]}"
    return codes
