"""Ranks on exact values: equal values share, the next is skipped, ties are settled by people with a reason."""

from fractions import Fraction

import pytest

from app.domain.agency import Agency
from app.domain.framework import Figure, GradeBand, GradeBands, Pillar, RankingTable, TargetGroup
from app.domain.ranking import Candidate, TieSettlement, rank, rank_sets
from app.domain.results import score
from tests.app.domain.making import A, answered, framework, judged

F = Fraction

PILLARS = ("Chính quyền số", "Kinh tế số", "Xã hội số")
MO_DUC = framework(
    *(judged(name, maximum="50") for name in PILLARS),
    pillars=tuple(Pillar(code=name, name=name, nodes=(name,)) for name in PILLARS),
    ranking_tables=(
        RankingTable(code="chung", title="Xếp hạng chung", measure=Figure.PERCENT),
        *(RankingTable(code=name, title=name, measure=Figure.PILLAR_PERCENT, pillar=name) for name in PILLARS),
    ),
)


def candidate(name, *points, frame=MO_DUC, barred="", **more):
    agency = Agency(code=name, name=f"Xã {name}", **more)
    given = {f"n{node.code}": text for node, text in zip(frame.nodes, points, strict=False)}
    scored = score(frame, answered(agency.target_group, **given)) if points else None
    return Candidate(agency=agency, score=scored, barred=barred)


def ranks(table):
    return [(row.agency, row.rank) for row in table.rows]


def test_four_tables_overall_and_one_per_pillar():
    tables = rank(MO_DUC, [candidate("A", "50", "10", "30"), candidate("B", "40", "40", "20")])

    assert [table.title for table in tables] == ["Xếp hạng chung", *PILLARS]
    assert [ranks(table) for table in tables] == [
        [("B", 1), ("A", 2)],
        [("A", 1), ("B", 2)],
        [("B", 1), ("A", 2)],
        [("A", 1), ("B", 2)],
    ]
    assert tables[0].rows[0].value == F(200, 3)


ONE = framework(judged("1", maximum="100"), ranking_tables=(RankingTable(code="t", title="T"),))


def of(*values, **more):
    return [candidate(name, value, frame=ONE, **more) for name, value in zip("ABCDEFG", values, strict=False)]


def test_equal_values_share_a_rank_and_the_next_is_skipped():
    (table,) = rank(ONE, of("80", "90", "80", "70", "80"))

    assert ranks(table) == [("B", 1), ("A", 2), ("C", 2), ("E", 2), ("D", 5)]
    assert [row.is_tied for row in table.rows] == [False, True, True, True, False]
    assert table.ties == (("A", "C", "E"),)


def test_values_that_look_equal_are_not_tied():
    (table,) = rank(ONE, of("80.004999999999", "80.005"))

    assert ranks(table) == [("B", 1), ("A", 2)]
    assert table.ties == ()


def test_the_council_settles_a_tie_with_its_reason():
    settled = TieSettlement(table="t", order=("C", "A"), reason="Có nhiều sáng kiến hơn")
    (table,) = rank(ONE, of("80", "90", "80", "70"), [settled])

    assert ranks(table) == [("B", 1), ("C", 2), ("A", 3), ("D", 4)]
    assert [row.settled_by for row in table.rows] == ["", settled.reason, settled.reason, ""]
    assert table.ties == ()


@pytest.mark.parametrize(
    "settlement",
    [
        TieSettlement(table="t", order=("A", "B"), reason="x"),  # another group
        TieSettlement(table="t", order=("A", "C", "D"), reason="x"),  # more than the tied ones
        TieSettlement(table="u", order=("A", "C"), reason="x"),  # another table
        TieSettlement(table="t", order=("A", "C"), reason="  "),  # no reason
        TieSettlement(table="t", order=("A", "C", "A"), reason="x"),  # one of them twice
    ],
)
def test_a_settlement_that_does_not_fit_changes_nothing(settlement):
    (table,) = rank(ONE, of("80", "90", "80", "70"), [settlement])

    assert ranks(table) == [("B", 1), ("A", 2), ("C", 2), ("D", 4)]


def test_who_is_not_ranked_is_listed_with_the_reason():
    frame = framework(
        judged("1", maximum="100"),
        ranking_tables=(RankingTable(code="t", title="T"), RankingTable(code="p", title="P", measure=Figure.PERCENT)),
        target_groups=(TargetGroup(code="xã", name="Xã"), TargetGroup(code="trường", name="Trường", is_ranked=False)),
    )
    nothing = framework(judged("1"), maximum="0")
    empty = Candidate(agency=Agency(code="E", name="E"), score=score(nothing, answered()))
    candidates = [
        candidate("A", "50", frame=frame, target_group="xã"),
        candidate("B", "60", frame=frame, barred="withdrawn"),
        candidate("C", "70", frame=frame, target_group="trường"),
        candidate("D", frame=frame),
        empty,
    ]
    by_total, by_percent = rank(frame, candidates)

    assert [(row.agency, row.rank, row.reason) for row in by_percent.rows] == [
        ("A", 1, ""),
        ("B", None, "withdrawn"),
        ("C", None, "group_not_ranked"),
        ("D", None, "no_score"),
        ("E", None, "no_maximum"),
    ]
    assert [row.value for row in by_percent.rows] == [50, 60, 70, None, None]
    assert ranks(by_total)[:2] == [("A", 1), ("E", 2)]


def test_a_table_holds_its_own_target_groups():
    frame = framework(
        judged("1", maximum="100"),
        ranking_tables=(RankingTable(code="x", title="X", target_groups=("xã",)), RankingTable(code="t", title="T")),
    )
    first, second = rank(
        frame,
        [candidate("A", "5", frame=frame, target_group="xã"), candidate("B", "6", frame=frame, target_group="sở")],
    )

    assert ranks(first) == [("A", 1)]
    assert ranks(second) == [("B", 1), ("A", 2)]


def test_one_list_for_each_superior_agency():  # Tây Ninh 2022: communes within each district
    frame = framework(
        judged("1", maximum="100"), ranking_tables=(RankingTable(code="t", title="T", is_split_by_parent=True),)
    )
    tables = rank(
        frame,
        [
            candidate("A", "5", frame=frame, parent="Bến Cầu"),
            candidate("B", "6", frame=frame, parent="Tân Châu"),
            candidate("C", "7", frame=frame, parent="Bến Cầu"),
        ],
    )

    assert [(table.parent, ranks(table)) for table in tables] == [
        ("Bến Cầu", [("C", 1), ("A", 2)]),
        ("Tân Châu", [("B", 1)]),
    ]


def test_rows_carry_the_band():
    frame = framework(
        judged("1", maximum="100"),
        ranking_tables=(RankingTable(code="t", title="T"),),
        bands=(GradeBands(reads=Figure.TOTAL, bands=(GradeBand(name="Tốt", at_least=A("80")),)),),
    )
    (table,) = rank(frame, [candidate("A", "80", frame=frame), candidate("B", "79", frame=frame)])

    assert [row.band for row in table.rows] == ["Tốt", ""]


# One list over several sets ----------------------------------------------------------------------------------------


def sets_of(is_common):
    """Two sets on 50 and on 100 points, each with a list of its own and one that may be common."""
    sets = {}
    for name, maximum, points in (("office", "50", "40"), ("commune", "100", "75")):
        tables = (
            RankingTable(code=name, title=name),
            RankingTable(code="all", title="Chung", measure=Figure.PERCENT, is_common=is_common),
        )
        frame = framework(judged("1", maximum=maximum), maximum=maximum, ranking_tables=tables)
        sets[name] = (frame, [candidate(name, points, frame=frame, target_group=name)])
    return sets


def test_a_common_table_lists_the_agencies_of_all_sets_once():
    tables = rank_sets(sets_of(is_common=True))

    assert {name: [table.code for table in told] for name, told in tables.items()} == {
        "office": ["office", "all"],
        "commune": ["commune"],
    }
    assert [(row.agency, row.rank, row.value) for row in tables["office"][1].rows] == [
        ("office", 1, F(80)),
        ("commune", 2, F(75)),
    ]


def test_tables_of_one_code_that_are_not_common_stay_apart():
    tables = rank_sets(sets_of(is_common=False))

    assert [ranks(table) for told in tables.values() for table in told] == [
        [("office", 1)],
        [("office", 1)],
        [("commune", 1)],
        [("commune", 1)],
    ]


def test_a_tie_across_sets_is_settled_as_any_other():
    sets = sets_of(is_common=True)
    frame, _ = sets["commune"]
    sets["commune"] = (frame, [candidate("commune", "80", frame=frame, target_group="commune")])
    settled = TieSettlement(table="all", order=("commune", "office"), reason="Có nhiều sáng kiến hơn")

    assert rank_sets(sets)["office"][1].ties == (("office", "commune"),)
    assert ranks(rank_sets(sets, [settled])["office"][1]) == [("commune", 1), ("office", 2)]
