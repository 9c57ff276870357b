"""The first start of a newer version: everything is found again, or the old data are as they were; and the way back."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from app import VERSION
from app.domain import journal
from app.errors import AppError
from app.operations import folders, inspecting, parts
from app.operations import workspace as workspaces
from app.operations.commune import assessing, evidencing, submitting
from app.operations.keeping import going_back, upgrading
from app.operations.workspace import BACKUPS, DATABASE, Workspace
from app.storage import assessments, migrations, opening, submissions
from tests.app.operations.conftest import Clock
from tests.app.operations.houses import Houses
from tests.app.operations.older import SCHEMAS, as_0_3_left_it, change, data_of, every_byte, rows
from tests.app.operations.sets import pdf

EACH = pytest.mark.parametrize("version", SCHEMAS)


@contextmanager
def opened(folder: Path, clock: Clock) -> Iterator[Workspace]:
    found = folders.open_workspace(folder, clock)
    try:
        yield found
    finally:
        found.close()


def copies(folder: Path) -> list[Path]:
    return sorted((folder / BACKUPS).glob("*.sqlite"))


@EACH
def test_every_row_of_an_older_version_is_found_again_and_the_copy_is_what_was_there(
    version: str, tmp_path: Path, clock: Clock
) -> None:
    folder = data_of(version, tmp_path / "Dữ liệu xã")
    before = rows(folder / DATABASE)
    with opened(folder, clock) as here:
        told = upgrading.last(here)
    assert told == upgrading.Upgrade(
        clock.now.isoformat(),
        version,
        VERSION,
        SCHEMAS[version],
        f"before-upgrade-{SCHEMAS[version]}-20261102-143200.sqlite",
    )
    (copy,) = copies(folder)
    assert rows(copy) == before
    assert opening.stored_version(copy) == SCHEMAS[version]
    after = rows(folder / DATABASE)
    for table, kept in before.items():
        if table not in ("setting", "journal"):
            width = len(kept[0]) if kept else 0
            assert [row[:width] for row in after[table]] == kept or version != "0.3"
            assert len(after[table]) == len(kept)
    assert len(after["journal"]) == len(before["journal"]) + 1
    assert not list(folder.glob(".*"))
    assert not list(folder.glob("*-wal"))


@EACH
def test_points_are_the_same_and_the_second_start_has_nothing_to_do(version: str, tmp_path: Path, clock: Clock) -> None:
    folder = data_of(version, tmp_path / "xã")
    for _ in range(2):
        with opened(folder, clock) as here:
            part = parts.find(here)
            total = assessing.view(here, part.id).score.total
            newest = submitting.revisions(here, part.id)[0]
            assert submitting.figures(newest).total == f"{total.numerator}/{total.denominator}"
            assert inspecting.prove(here).broken_at is None
        clock.move(days=1)
    assert len(copies(folder)) == 1


def test_the_journal_names_the_upgrade_in_words(tmp_path: Path, clock: Clock) -> None:
    from app.wording.journal import action_text

    with opened(data_of("0.2", tmp_path / "xã"), clock) as here:
        line = workspaces.journal_lines(here)[0]
    assert (line.action, line.before, line.after) == ("data.upgraded", "0.2", VERSION)
    assert action_text(line.action, "vi").startswith("Nâng cấp dữ liệu")


def test_data_begun_with_this_version_were_never_upgraded(workspace: Workspace) -> None:
    assert upgrading.last(workspace) is None
    workspace.close()
    with opened(workspace.folder, workspace.clock) as again:
        assert upgrading.last(again) is None
    assert copies(workspace.folder) == []


# Something is wrong --------------------------------------------------------------------------------------------


def refused(folder: Path, clock: Clock) -> AppError:
    """What the start says; database and evidence are byte for byte as they were, and nothing else is left."""
    before = every_byte(folder)
    with pytest.raises(AppError) as told:
        folders.open_workspace(folder, clock)
    after = every_byte(folder)
    added = set(after) - set(before) - {"thuocso.lock", BACKUPS}
    assert added == set()
    assert {name: after[name][1] for name in before} == {name: held for name, (_, held) in before.items()}
    return told.value


@EACH
def test_points_that_come_out_otherwise_leave_the_old_data(version: str, tmp_path: Path, clock: Clock) -> None:
    folder = data_of(version, tmp_path / "xã")
    change(folder, """UPDATE revision SET content = replace(content, '"total":"', '"total":"9')""")
    error = refused(folder, clock)
    assert (error.code, error.details["before"], error.details["after"]) == ("data.upgrade_failed", version, VERSION)
    assert error.details["what"].startswith("points ")


def test_an_authority_s_totals_are_reckoned_again(received: Houses, clock: Clock) -> None:
    folder = received.folder / "SKHCN"
    as_0_3_left_it(folder)
    with opened(folder, clock) as here:
        told = upgrading.last(here)
        assert told is not None
        assert told.before == "0.3"
    as_0_3_left_it(folder)
    change(folder, "UPDATE submission SET total = '1/1' WHERE agency = 'X2'")
    with pytest.raises(AppError) as refused_:
        folders.open_workspace(folder, clock)
    assert refused_.value.details["what"] == "points X2"


def test_evidence_is_called_as_its_own_submission_lists_it(received: Houses, clock: Clock) -> None:
    folder = received.folder / "SKHCN"
    with opened(folder, clock) as here, here.session():
        listed = {held.id: assessments.evidence(held.id) for held in submissions.submissions(received.authority_part)}
    as_0_3_left_it(folder)
    change(folder, "UPDATE file SET ext = 'bin', size = size + 1")  # as somebody else called the same bytes before
    with opened(folder, clock) as here, here.session():
        assert {owner: assessments.evidence(owner) for owner in listed} == listed
    assert {piece.ext for pieces in listed.values() for piece in pieces} == {"pdf"}


def test_a_campaign_changed_since_is_no_witness_against_the_upgrade(received: Houses, clock: Clock) -> None:
    folder = received.folder / "SKHCN"
    with opened(folder, clock) as here, here.transaction():
        clock.move(minutes=5)
        here.note("campaign.revised", part=received.authority_part, subject="x", after="agencies")
    as_0_3_left_it(folder)
    change(folder, "UPDATE submission SET total = '1/1' WHERE agency = 'X2'")
    with opened(folder, clock) as here:
        assert upgrading.last(here) is not None


def test_a_step_that_breaks_leaves_the_old_data(tmp_path: Path, clock: Clock) -> None:
    folder = data_of("0.1", tmp_path / "xã")
    change(folder, "CREATE TABLE draft (id TEXT)")
    error = refused(folder, clock)
    assert (error.code, error.details["what"]) == ("data.upgrade_failed", "migration")


@pytest.mark.parametrize(
    ("step", "what"),
    [
        ("DELETE FROM evidence_link WHERE rowid = (SELECT min(rowid) FROM evidence_link)", "table evidence_link"),
        ("UPDATE response SET explanation = 'x'", "table response"),
        ("UPDATE evidence_link SET evidence_id = 'nobody'", "structure"),
    ],
)
def test_a_step_that_loses_or_changes_a_row_is_noticed(
    step: str, what: str, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = data_of("0.3", tmp_path / "xã")
    monkeypatch.setattr(opening, "STEPS", (*migrations.STEPS, f"PRAGMA defer_foreign_keys = 1;\n{step};\n"))
    for module, name in ((opening, "VERSION"), (folders, "SCHEMA_VERSION")):
        monkeypatch.setattr(module, name, migrations.VERSION + 1)
    error = refused(folder, clock)
    assert error.code == "data.upgrade_failed"
    assert error.details["what"] in (what, "migration" if what == "structure" else what)


def test_what_was_amiss_before_does_not_stand_in_the_way(tmp_path: Path, clock: Clock) -> None:
    folder = data_of("0.3", tmp_path / "xã")
    change(folder, "UPDATE journal SET after = 'khác' WHERE id = 3")
    change(folder, "INSERT INTO awaited VALUES ('nobody', 'nothing')")
    with opened(folder, clock) as here:
        assert upgrading.last(here) is not None
        assert inspecting.prove(here).broken_at == 3


def test_a_damaged_database_is_told_as_damaged_not_as_an_upgrade(tmp_path: Path, clock: Clock) -> None:
    folder = data_of("0.2", tmp_path / "xã")
    data = bytearray((folder / DATABASE).read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    (folder / DATABASE).write_bytes(data)
    assert refused(folder, clock).code == "data.damaged"


def test_what_a_crash_left_in_the_log_is_upgraded_too(tmp_path: Path, clock: Clock) -> None:
    folder = data_of("0.2", tmp_path / "xã")
    connection = sqlite3.connect(folder / DATABASE)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    connection.execute("UPDATE response SET explanation = 'vừa gõ xong'")
    connection.commit()
    crashed = tmp_path / "sau khi mất điện"
    crashed.mkdir()
    for path in folder.glob(f"{DATABASE}*"):
        (crashed / path.name).write_bytes(path.read_bytes())
    (folder / "evidence").rename(crashed / "evidence")
    connection.close()
    assert (crashed / f"{DATABASE}-wal").stat().st_size > 0
    with opened(crashed, clock) as here:
        seen = assessing.view(here, parts.find(here).id)
        assert {kept.response.explanation for kept in seen.kept.values()} == {"vừa gõ xong"}
    assert all("vừa gõ xong" in row for row in rows(copies(crashed)[0])["response"])


# The way back --------------------------------------------------------------------------------------------------


@EACH
def test_a_folder_for_the_older_version_is_what_it_left(version: str, tmp_path: Path, clock: Clock) -> None:
    folder = data_of(version, tmp_path / "xã")
    before, evidence = rows(folder / DATABASE), {path.name for path in (folder / "evidence").glob("??/*")}
    target = tmp_path / f"Cho bản {version}"
    with opened(folder, clock) as here:
        now = rows(folder / DATABASE)
        made = going_back.go_back(here, target)
        assert rows(folder / DATABASE) == now
    assert (made.upgrade.before, made.files, made.added, made.lacking) == (version, len(evidence), 0, ())
    assert opening.stored_version(target / DATABASE) == SCHEMAS[version]
    assert rows(target / DATABASE) == before
    assert {path.name for path in (target / "evidence").glob("??/*")} == evidence
    with opened(target, clock) as again:  # and forward once more
        told = upgrading.last(again)
        assert told is not None
        assert told.before == version


def upgraded_draft(houses: Houses) -> tuple[Path, str]:
    """The folder of a commune that still enters its figures, upgraded a moment ago, and its part."""
    folder = houses.folder / "X1"
    change(folder, "DELETE FROM setting WHERE key = 'program'")
    with houses.at("X1") as here:
        assert going_back.way_back(here) is not None
    return folder, houses.parts["X1"]


def test_evidence_added_since_lies_beside_under_its_name(filled: Houses, tmp_path: Path, clock: Clock) -> None:
    folder, part = upgraded_draft(filled)
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    papers = [pdf(tmp_path / name, "Báo cáo quý 3.pdf", name * 100) for name in ("a", "b")]
    with opened(folder, clock) as here:
        evidencing.attach(here, part, "2.2", papers)
        made = going_back.go_back(here, tmp_path / "cũ")
        assert made.added == 2
        assert [line.action for line in workspaces.journal_lines(here, limit=2)] == ["evidence.attached"] * 2
    beside = {path.name: path.read_bytes() for path in (tmp_path / "cũ" / going_back.SINCE).iterdir()}
    assert beside == {"Báo cáo quý 3.pdf": papers[0].read_bytes(), "Báo cáo quý 3 (2).pdf": papers[1].read_bytes()}


def test_evidence_taken_off_since_is_kept_for_the_way_back(filled: Houses, tmp_path: Path, clock: Clock) -> None:
    folder, part = upgraded_draft(filled)
    with opened(folder, clock) as here:
        piece = assessing.view(here, part).evidence[0]
        for link in piece.links:
            evidencing.detach(here, piece.id, link.node)
    with opened(folder, clock) as here:  # the sweep of a new start
        assert here.evidence.holds(piece.digest)
        made = going_back.go_back(here, tmp_path / "cũ")
    assert made.lacking == ()
    assert (tmp_path / "cũ" / "evidence" / piece.digest[:2] / piece.digest).is_file()


def test_damaged_evidence_is_named(tmp_path: Path, clock: Clock) -> None:
    folder = data_of("0.2", tmp_path / "xã")
    one, other = sorted((folder / "evidence").glob("??/*"))
    one.write_bytes(b"khac")
    other.unlink()
    with opened(folder, clock) as here:
        made = going_back.go_back(here, tmp_path / "cũ")
    assert made.lacking == (one.name, other.name)


def test_no_way_back_where_there_is_none_and_none_over_something(tmp_path: Path, clock: Clock) -> None:
    folder = data_of("0.2", tmp_path / "xã")
    (tmp_path / "đầy").mkdir()
    (tmp_path / "đầy" / "x").write_text("x")

    def code(target: Path) -> str:
        with pytest.raises(AppError) as told:
            going_back.go_back(here, target)
        return told.value.code

    with opened(folder, clock) as here:
        assert code(tmp_path / "đầy") == "restore.not_empty"
        assert code(folder / "cũ") == "data.inside_itself"
        copies(folder)[0].write_bytes(b"hong" * 5000)
        assert code(tmp_path / "cũ") == "backup.damaged"
        copies(folder)[0].unlink()
        assert going_back.way_back(here) is None
        assert code(tmp_path / "cũ") == "upgrade.no_copy"
    assert not (tmp_path / "cũ").exists()


def test_a_chain_of_lines_is_judged_as_the_journal_itself_does(tmp_path: Path) -> None:
    folder = data_of("0.3", tmp_path / "xã")
    change(folder, "UPDATE journal SET person = 'khác' WHERE id = 2")
    with closing(sqlite3.connect(folder / DATABASE)) as old:
        assert upgrading._was_broken(old)
    assert journal.proven([]).broken_at is None
