"""Versions through the shell: side by side, corrected inside a campaign, and a commune's answers carried over."""

import json
from pathlib import Path
from typing import Any

from tests.app.cli.playing import Table, begun

EXAMPLES = Path(__file__).resolve().parents[3] / "resources" / "schema" / "examples"


def version(folder: Path, number: str, threshold: str, **changes: Any) -> Path:
    """The example of a threshold, with another one."""
    text = (EXAMPLES / "ratio_full_above.json").read_text("utf-8")
    value = json.loads(text)
    value["version"] = number
    value["nodes"][0] |= changes
    for band in value["nodes"][0]["rule"]["scale"]["bands"]:
        band |= {side: threshold for side in ("at_least", "below") if side in band}
    path = folder / f"bản {number}.json"
    path.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
    return path


def played(folder: Path, desk: Any) -> tuple[Table, str]:
    """A campaign on version 1 and a commune that answered below its threshold."""
    table = begun(folder, desk, framework=str(version(folder, "1", "75%")))
    shown = table.commune.does("framework", "show", folder / "bản 1.json")
    node, (above, below) = shown["nodes"][0]["id"], [item["key"] for item in shown["nodes"][0]["inputs"]]
    table.commune.does("assessment", "answer", node, f"{above}=70", f"{below}=100")
    return table, node


def test_two_versions_are_told_side_by_side(tmp_path: Path, desk: Any) -> None:
    here = desk("tỉnh")
    told = here.does(
        *("framework", "compare", version(tmp_path, "1", "75%"), version(tmp_path, "2", "70%", title="Tên khác")),
    )

    (node,) = told["nodes"]
    assert node["corrections"] == ["wording", "scoring"]
    assert [field["label"] for field in node["fields"]] == ["Tên", "Cách tính điểm"]
    assert "70 %" in node["fields"][1]["after"]


def test_a_correction_goes_out_and_the_answers_follow_and_come_back(tmp_path: Path, desk: Any) -> None:
    table, node = played(tmp_path, desk)
    new = version(tmp_path, "2", "70%")
    tried = table.authority.does("campaign", "correct", new, "--dry-run")
    assert (tried["is_kept"], tried["received"]) == (False, 0)
    assert table.authority.does("campaign", "correct", new)["is_kept"]
    sent = table.authority.does("campaign", "export", "--to", table.post)
    table.commune.does("campaign", "import", sent["path"], "--as", "X1")

    seen = table.commune.does("assessment", "move", "--dry-run")
    (answer,) = seen["answers"]
    assert (answer["id"], answer["to_answer"], seen["is_kept"]) == (node, False, False)
    before, after = answer["before"], answer["after"]
    assert float(before) < float(after)

    assert table.commune.does("assessment", "move")["is_kept"]
    assert table.commune.does("assessment", "show")["score"]["total"] == after
    assert not table.commune.does("assessment", "move", "--undo", "--dry-run")["is_undone"]
    assert table.commune.does("assessment", "show")["score"]["total"] == after
    assert table.commune.does("assessment", "move", "--undo")["is_undone"]
    assert table.commune.does("assessment", "show")["score"]["total"] == before


def test_what_cannot_move_says_so(tmp_path: Path, desk: Any) -> None:
    table, _ = played(tmp_path, desk)

    assert table.commune.refused("assessment", "move")["code"] == "assessment.same_version"
    assert table.commune.refused("assessment", "move", "--undo")["code"] == "assessment.nothing_moved"
    refused = table.authority.refused("campaign", "correct", version(tmp_path, "1", "75%"))
    assert refused["code"] == "campaign.same_version"
