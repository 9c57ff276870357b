"""`demo`: a whole campaign, whose files hold by themselves."""

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from app.cli.demo import scenario
from app.operations import sample
from app.progress import Cancelled, Progress
from tests.app.cli.calling import Desk


def verified(one: Desk, out: Path) -> list[str]:
    """The kind of every bundle; each VALID under the keys left in the trust folder."""
    trust = [word for pem in sorted((out / "trust").glob("*.pem")) for word in ("--trust", f"{pem.stem}={pem}")]
    kinds = []
    for bundle in sorted((out / "bundles").rglob("*.thuocso")):
        told = one.does("bundle", "verify", bundle, *trust)
        assert told["verdict"] == "VALID"
        kinds.append(told["kind"])
    return kinds


def played(one: Desk, out: Path, *more: str) -> Any:
    made = one.does("demo", "--out", out, *more)
    assert Path(made["ranking_pdf"]).read_bytes().startswith(b"%PDF-")
    assert Path(made["ranking_xlsx"]).read_bytes().startswith(b"PK")
    assert Path(made["ranking_pdf"]).parent == out / "reports"
    assert [path.name for path in out.parent.glob(".*.part")] == []
    return made


def test_small_demonstration(tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    out, one = tmp_path / "diễn thử", desk("không dùng")
    made = played(one, out, "--small")
    assert (made["agencies"], made["evidence_files"]) == (3, 5)
    kinds = verified(one, out)
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        "campaign": 1,
        "submission": 4,
        "feedback": 3,
        "result": 3,
    }
    assert sum(path.stat().st_size for path in (out / "papers").rglob("*") if path.is_file()) < 300_000

    one.folder = out / "data" / "HG"
    ranking = one.does("rank")
    assert not ranking["provisional"]
    assert [row["rank"] for row in ranking["tables"][0]["rows"]] == [1, 2, 3]
    assert one.does("doctor")["findings"] == []
    one.folder = out / "data" / "HG01"
    assert one.does("result", "show")["tables"][0]["own"]["rank"]

    assert one.refused("demo", "--out", out)["code"] == "restore.not_empty"


def test_cancelled_demonstration_leaves_nothing(tmp_path: Path) -> None:
    stop = Event()
    progress = Progress(lambda done, _: stop.set() if done == 2 else None, stop)
    with pytest.raises(Cancelled):
        scenario.play(tmp_path / "diễn thử", True, progress)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_full_demonstration(tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    out, one = tmp_path / "diễn thử", desk("không dùng")
    made = played(one, out)
    assert (made["agencies"], made["evidence_files"], made["bundles"]) == (12, 300, len(verified(one, out)))
    papers = [path for path in (out / "papers").rglob("*") if path.is_file()]
    assert {path.suffix for path in papers} == {".pdf", ".jpg", ".xlsx"}
    assert any("ế" in path.name for path in papers)

    one.folder = out / "data" / "HG"
    board = {row["agency"]: row for row in one.does("collect", "status")["agencies"]}
    assert {row["seal"] for row in board.values()} == {"VALID"}
    assert board["HG05"]["versions"] == 3
    assert not any(row["is_late"] for row in board.values())  # late in round 1 only
    assert {row["round"] for row in board.values()} == {1, 2}
    opinions = {
        item["opinion"]
        for code in ("HG01", "HG03")
        for line in one.does("appraisal", "show", code)["criteria"]
        for item in line["opinions"]
    }
    assert opinions == {"agree", "adjust", "reject", "ask_supplement"}
    ranking = one.does("rank")
    assert not ranking["provisional"]
    assert {row["agency"] for row in ranking["tables"][0]["rows"]} == set(board)


@pytest.mark.slow
def test_folder_to_look_round_in(tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    one = desk("dùng thử")
    steps: list[tuple[int, int]] = []
    sample.make_sample(one.folder, Progress(lambda done, total: steps.append((done, total))))
    assert steps[-1][0] == steps[-1][1]
    parts = {part["role"]: part["part"] for part in one.does("campaign", "list")["parts"]}
    board = one.does("collect", "status", "--part", parts["authority"])
    states = [row["state"] for row in board["agencies"]]
    assert {state: states.count(state) for state in set(states)} == {
        "received": 4,
        "first_seen": 2,
        "not_received": 6,
    }
    own = one.does("assessment", "show", "--part", parts["agency"])
    assert 0 < own["done"] < own["criteria"]
    assert own["evidence"]
    assert one.refused("assessment", "show")["code"] == "part.several"
