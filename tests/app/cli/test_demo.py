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
    """The kind of every bundle; each VALID under the keys left in the trust folder.

    Without a data folder nobody is accepted as a signer: there the leader's signature alone stays open.
    """
    trust = [word for pem in sorted((out / "trust").glob("*.pem")) for word in ("--trust", f"{pem.stem}={pem}")]
    trust += ["--ca", out / "trust" / "issuer.cer", "--crl", out / "trust" / "issuer.crl"]
    kinds, signed = [], []
    for bundle in sorted((out / "bundles").rglob("*.thuocso")):
        is_signed = bundle.parent.name == "2-submissions" and bundle.name.startswith("XaHoaBinh")
        told = one.does("bundle", "verify", bundle, *trust, code=10 if is_signed else 0)
        if is_signed:
            signed.append([reason["code"] for reason in told["reasons"]])
            assert (told["lights"]["integrity"], told["lights"]["seal"]) == ("VALID", "VALID")
        kinds.append(told["kind"])
    assert signed == [["signature.not_accepted"]]
    return kinds


def played(one: Desk, out: Path, *more: str) -> Any:
    made = one.does("demo", "--out", out, *more)
    assert Path(made["ranking_pdf"]).read_bytes().startswith(b"%PDF-")
    assert Path(made["ranking_xlsx"]).read_bytes().startswith(b"PK")
    assert Path(made["ranking_pdf"]).parent == out / "reports"
    assert [path.name for path in out.parent.glob(".*.part")] == []
    return made


def taken_in(one: Desk) -> None:
    """Everything new that an authority does has been done in its data folder."""
    kept = one.does("bundle", "kept")["files"]
    told = {(file["kind"] == "registration", file["verdict"]) for file in kept}
    assert told == {(True, "UNKNOWN"), (False, "VALID")}  # by registrations keys became known; signer and keys hold
    known = one.does("registry", "list")["agencies"]
    assert {line["state"] for line in known} == {"accepted"}
    (signer,) = one.does("signer", "list")["signers"]
    assert (signer["agency"], signer["role"]) == ("HG01", "leader")
    told = one.does("journal", "verify", one.folder.parents[1] / "reports" / "NhatKy.jsonl")
    assert (told["broken_at"], told["lines"]) == (None, told["chained"])


def test_small_demonstration(tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    out, one = tmp_path / "diễn thử", desk("không dùng")
    made = played(one, out, "--small")
    assert (made["agencies"], made["evidence_files"]) == (3, 5)
    kinds = verified(one, out)
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        "campaign": 1,
        "registration": 3,
        "submission": 4,  # two of the first commune, and the figures and the volume of the third
        "receipt": 3,
        "feedback": 4,  # one of them a return
        "result": 3,
    }
    assert (made["registered"], made["receipts"], made["returned"]) == (3, 3, 1)
    assert len(list((out / "bundles").rglob("*.thuocso.age"))) == made["bundles"] - len(kinds) == 2
    assert sum(path.stat().st_size for path in (out / "papers").rglob("*") if path.is_file()) < 300_000

    one.folder = out / "data" / "HG"
    ranking = one.does("rank")
    assert not ranking["provisional"]
    assert [row["rank"] for row in ranking["tables"][0]["rows"]] == [1, 2, 3]
    assert one.does("doctor")["findings"] == []
    taken_in(one)
    one.folder = out / "data" / "HG01"
    assert one.does("result", "show")["tables"][0]["own"]["rank"]
    states = {"HG01": ["sent", "received"], "HG02": ["received", "returned"], "HG03": ["received"]}
    for code, expected in states.items():
        one.folder = out / "data" / code
        assert [revision["state"] for revision in one.does("submission", "show")["revisions"]] == expected

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
    assert (made["agencies"], made["evidence_files"]) == (12, 300)
    assert made["bundles"] == len(verified(one, out)) + 2  # two are encrypted
    assert (made["registered"], made["receipts"], made["returned"]) == (12, 12, 1)
    papers = [path for path in (out / "papers").rglob("*") if path.is_file()]
    assert {path.suffix for path in papers} == {".pdf", ".jpg", ".xlsx"}
    assert any("ế" in path.name for path in papers)

    one.folder = out / "data" / "HG"
    taken_in(one)
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
