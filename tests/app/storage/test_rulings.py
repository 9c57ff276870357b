"""A choice between two submissions that an earlier release made stays made when what counts is worked out anew."""

import sqlite3
from pathlib import Path

from app.domain.receiving import Act, Held, Place, Ruling, places
from app.storage import opening, receipts
from app.storage.migrations import STEPS

OLD = """
INSERT INTO "campaign" ("id", "revision", "body", "content_digest", "added_at") VALUES ('c', 1, '{}', NULL, 'x');
INSERT INTO "part" ("id", "campaign_id", "role", "agency", "created_at") VALUES ('p', 'c', 'authority', 'T', 'x');
INSERT INTO "framework" ("digest", "framework_id", "version", "title", "body", "added_at")
 VALUES ('f', 'f', '1', 'F', '{}', 'x');
"""


def submission(name: str, agency: str, state: str, number: int = 1) -> str:
    return (
        f"INSERT INTO bundle VALUES ('b{name}', 'p', 'in', 'submission', '{agency}', 1, '{name}', '', '', '', 1,"
        " '{}', '{}', NULL, 'x', '');"
        f"INSERT INTO submission VALUES ('s{name}', 'p', 'b{name}', '{agency}', 1, {number}, 'r', '{name}', 'f',"
        f" '{state}', '{{}}', '2026-11-02T08:00:00+07:00', 'Đã gọi điện', '0/1', '[]');"
    )


def test_an_earlier_choice_becomes_a_ruling(tmp_path: Path) -> None:
    path = tmp_path / "cũ.sqlite"
    with sqlite3.connect(path) as connection:
        for step in STEPS[:3]:
            connection.executescript(step)
        connection.executescript(OLD)
        for line in (
            submission("a", "X1", "current"),
            submission("b", "X1", "history"),
            submission("c", "X2", "current", 2),
            submission("d", "X2", "history", 1),
        ):
            connection.executescript(line)
        connection.execute(f"PRAGMA application_id = {opening.APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 3")
    connection.close()
    opening.open_database(path)
    try:
        (kept,) = receipts.rulings("p")
    finally:
        opening.close_database()
    assert (kept.agency, kept.reason, kept.ruling) == ("X1", "Đã gọi điện", Ruling(Act.CHOOSE, "a", ("b",)))
    assert places([Held("a", 1, 1), Held("b", 1, 1)], [kept.ruling])["a"] is Place.CURRENT
