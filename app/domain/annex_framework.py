"""The framework that the tree of an annex becomes, with the rules that were decided for its criteria."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.annex import RowKind
from app.domain.annex_audit import Audit, Seen
from app.domain.annex_points import written
from app.domain.codec import Amount
from app.domain.framework import (
    Criterion,
    Framework,
    Group,
    Input,
    LegalBasis,
    Node,
    Regulation,
    Remark,
    Role,
    Standing,
    Totals,
)
from app.domain.rules import AsPoints, Judgement, Policy, Rule, Scored

MANUAL = Scored(measure=Judgement(), scale=AsPoints())
_BULLET = re.compile(r"^\s*(?:[-–—+*•]|\d{1,2}[.)]|[a-zđ]\))\s+")


@dataclass(frozen=True, slots=True)
class About:
    """What the set is called and which decision it stands in."""

    title: str = ""
    version: str = "1"
    regulation: Regulation = Regulation(title="")


@dataclass(frozen=True, kw_only=True, slots=True)
class Ruling:
    """The rule of one criterion with its inputs."""

    rule: Rule = MANUAL
    inputs: tuple[Input, ...] = ()
    zero_denominator: Policy | None = None


def framework_of(
    audit: Audit, about: About, rulings: Mapping[str, Ruling], remarks: Sequence[Remark], *, is_open: bool
) -> Framework:
    """The framework; criteria without a ruling are judged by hand. `is_open`: something is still to be confirmed.

    It stands as a skeleton while that is so, or a maximum is missing, or a group is empty. Its scale is the total the
    annex declares, even where its groups add up to another.
    """
    nodes = tuple(_node(audit, audit.nodes[twig.row.key], rulings) for twig in audit.tree)
    regulation = about.regulation
    return Framework(
        id=slug(about.title),
        version=about.version,
        title=about.title,
        standing=Standing.SKELETON if is_open or lacks(audit) else Standing.COMPLETE,
        regulation=regulation if regulation.title or regulation.number else None,
        totals=Totals(maximum=Amount(audit.declared or written(audit.total))),
        nodes=nodes,
        remarks=tuple(remarks),
    )


def lacks(audit: Audit) -> bool:
    """Whether points or criteria are still missing."""
    if not audit.nodes:
        return True
    return any(
        seen.points == 0 or (seen.twig.row.kind is RowKind.GROUP and not seen.twig.children)
        for seen in audit.nodes.values()
    )


def node_id(audit: Audit, key: str) -> str:
    """What `framework_of` calls the node: its code, or its place in the annex where it has none of its own."""
    own = audit.nodes[key].code
    shared = sum(seen.code == own for seen in audit.nodes.values()) > 1
    return own if own and not shared else key


def slug(title: str) -> str:
    """A framework's id from its title: plain letters, words joined by hyphens."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", title.lower()) if not unicodedata.combining(c))
    words = re.findall(r"[a-z0-9]+", bare.replace("đ", "d"))
    out = "-".join(words)
    while len(out) > 48 and len(words) > 1:
        words.pop()
        out = "-".join(words)
    return out[:48] or "bo-chi-so"


def _node(audit: Audit, seen: Seen, rulings: Mapping[str, Ruling]) -> Node:
    twig, row = seen.twig, seen.twig.row
    own = node_id(audit, row.key)
    points = Amount(written(seen.points))
    role = seen.role if not seen.parent or audit.nodes[seen.parent].role is not seen.role else Role.SCALE
    id_ = "" if own == seen.code else own
    if row.kind is RowKind.GROUP:
        below = tuple(_node(audit, audit.nodes[child.row.key], rulings) for child in twig.children)
        return Group(
            title=row.title, maximum=points, id=id_, code=seen.code, role=role, nodes=below,
            note=twig.text("note"), original=twig.original,
        )  # fmt: skip
    ruling = rulings.get(row.key, Ruling())
    basis = [line.strip(" -;") for line in twig.text("basis").split("\n")]
    return Criterion(
        title=row.title,
        maximum=points,
        id=id_,
        code=seen.code,
        role=role,
        rule=ruling.rule,
        inputs=ruling.inputs,
        zero_denominator=ruling.zero_denominator,
        method=twig.method,
        evidence_guidance=tuple(_lines(twig.text("evidence"))),
        unit=twig.text("unit"),
        data_source=twig.text("source"),
        verifier=twig.text("verifier"),
        owner=twig.text("owner"),
        legal_basis=tuple(LegalBasis(text=line) for line in basis if line),
        note=twig.text("note"),
        original=twig.original,
    )


def _lines(text: str) -> list[str]:
    """The papers a cell asks for, one a line, without the signs before them."""
    return [bare for line in text.split("\n") if (bare := _BULLET.sub("", line).strip().rstrip(";"))]
