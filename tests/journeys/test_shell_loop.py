"""The whole loop from a shell: a commune answers, proves, seals; an authority appraises, returns, ranks, publishes."""

import json
from collections.abc import Callable
from pathlib import Path

from app import resources
from tests.app.cli.calling import Desk
from tests.app.cli.playing import Table, begun, exported

ROUND_TWO = ("--explanation", "Đã bổ sung bảng kê theo đề nghị.", "--complete")


def sample_answers(folder: Path, at: int) -> Path:
    told = json.loads((resources.SAMPLES / "minh-hoa-xa-2026.json").read_text("utf-8"))
    path = folder / f"số liệu {at}.json"
    path.write_text(json.dumps(told["agencies"][at]["answers"], ensure_ascii=False), "utf-8")
    return path


def answer(table: Table, folder: Path) -> None:
    """The commune loads its figures, mends one by hand, proves and checks."""
    loaded = table.commune.does("assessment", "answer", "--file", sample_answers(folder, 0))
    assert len(loaded["answered"]) == 50
    mended = table.commune.does("assessment", "answer", "3.1", "may_tinh=1.030", "can_bo=1.034", "--complete")
    assert mended["answered"] == ["may-tinh"]
    proof = folder / "Danh sách máy tính – quý IV.txt"
    proof.write_text("Máy tính: 1.030", "utf-8")
    attached = table.commune.does("assessment", "attach", "may-tinh", proof, folder / "không có.pdf")
    assert (attached["added"], [one["code"] for one in attached["refused"]]) == (1, ["evidence.gone"])
    assert table.commune.does("assessment", "attach", "may-tinh", folder / "không có.pdf", code=1)["added"] == 0
    cited = ("--number", "12/QĐ-UBND", "--issuer", "UBND xã", "--subject", "Kiện toàn Ban Chỉ đạo", "--page", "2")
    table.commune.does("assessment", "cite", "1.1", *cited)
    assert table.commune.does("assessment", "check")["must"] == 0
    assert "Nên xem lại" in table.commune.reads("assessment", "check")


def appraise(table: Table) -> None:
    """Opinions of every kind; the rest is agreed with."""
    give = ("appraisal", "set", "X1")
    error = table.authority.refused(*give, "3.1", "adjust", "--points", "1")
    assert error["code"] == "opinion.no_reason"
    table.authority.does(*give, "3.1", "adjust", "--points", "1,25", "--reason", "Đếm lại trên sổ tài sản")
    table.authority.does(*give, "6.3", "ask_supplement", "--reason", "Thiếu bảng kê")
    table.authority.does(*give, "8.3", "reject", "--reason", "Sai kỳ số liệu", "--internal-note", "hỏi lại")
    assert table.authority.refused(*give, "3.1", "adjust", "--points", "9", "--reason", "x")["code"] == (
        "points.out_of_range"
    )
    assert table.authority.does("appraisal", "agree-rest", "X1")["decided"] == 51
    shown = table.authority.does("appraisal", "show", "X1", "--open")["criteria"]
    assert [line["code"] for line in shown] == ["3.1", "6.3", "8.3"]
    assert shown[0]["counted"] == "1.25"


def test_the_whole_loop(tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    table = begun(tmp_path, desk)
    answer(table, tmp_path)
    first = exported(table)
    assert table.commune.refused("assessment", "answer", "3.1", "can_bo=1", "--complete")["code"] == "assessment.closed"
    table.commune.does("submission", "mark-sent")
    report = tmp_path / "báo cáo.pdf"
    table.commune.does("submission", "report", report)
    assert report.read_bytes().startswith(b"%PDF-")

    (table.post / "rác.thuocso").write_bytes(b"PK\x03\x04")
    taken = table.authority.does("collect", "import", table.post)
    outcomes = {Path(one["path"]).name: one["outcome"] for one in taken["files"]}
    assert outcomes[Path(first["path"]).name] == "received"
    assert outcomes["rác.thuocso"] == "refused"
    assert table.authority.does("collect", "import", first["path"])["files"][0]["outcome"] == "already"
    board = table.authority.does("collect", "status")
    assert [(row["agency"], row["state"]) for row in board["agencies"]] == [
        ("X1", "first_seen"),
        ("X2", "not_received"),
    ]

    appraise(table)
    feedback = table.authority.does("appraisal", "feedback", "--to", table.post / "lần 1")["files"]
    assert table.authority.does("appraisal", "close-round") == {"round": 2}

    received = table.commune.does("receive", feedback[0]["path"])
    assert (received["kind"], received["open_nodes"], received["is_known_sender"]) == ("feedback", 3, False)
    table.commune.does("key", "pin", "T", "--code", received["check_code"], "--how", "công văn 12")
    assert not table.commune.does("receive", feedback[0]["path"])["is_new"]
    shown = table.commune.does("assessment", "show")
    assert (shown["round"], shown["state"]) == (2, "draft")
    (line,) = table.commune.does("submission", "show")["revisions"]
    assert (line["state"], line["is_confirmed"]) == ("received", True)  # by the appraisal itself
    assert "hỏi lại" not in json.dumps(shown, ensure_ascii=False)
    assert table.commune.does("assessment", "check", code=1)["must"] == 3
    for node in ("3.1", "6.3", "8.3"):
        table.commune.does("assessment", "answer", node, *ROUND_TWO)
    second = exported(table)
    assert [one["number"] for one in table.commune.does("submission", "show")["revisions"]] == [2, 1]

    table.authority.does("collect", "import", second["path"])
    table.authority.does("appraisal", "agree-rest", "X1")
    table.authority.does(
        *("appraisal", "conclude", "X1", "8.3", "--points", "0,5", "--reason", "Hội đồng xem xét giải trình")
    )
    assert table.authority.refused("publish", "--to", table.post)["code"] == "publication.keys_open"
    table.authority.does("key", "pin", "X1", "--code", second["check_code"], "--how", "điện thoại")

    ranking = table.authority.does("rank", "--to", tmp_path / "hạng.pdf", "--to", tmp_path / "hạng.xlsx")
    assert ranking["provisional"]
    assert [(row["agency"], row["rank"]) for row in ranking["tables"][0]["rows"]] == [("X1", 1), ("X2", None)]
    done = table.authority.does("publish", "--to", table.post / "kết quả")
    assert Path(done["ranking_pdf"]).is_file()
    assert Path(done["ranking_xlsx"]).is_file()

    assert table.commune.refused("result", "show")["code"] == "result.none"
    result = table.commune.does("receive", done["files"][0]["path"])
    assert (result["kind"], result["is_known_sender"]) == ("result", True)
    seen = table.commune.does("result", "show")
    points = {node["node"]: node for node in seen["nodes"]}
    assert points["chu-ky-so"]["points"] == "0.5"
    assert points["chu-ky-so"]["reason"] == "Hội đồng xem xét giải trình"
    assert seen["tables"][0]["own"]["fraction"] == ranking["tables"][0]["rows"][0]["fraction"]
    assert "Hội đồng xem xét giải trình" in table.commune.reads("result", "show")
