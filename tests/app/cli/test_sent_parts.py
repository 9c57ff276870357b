"""`submission parts`, `submission export-parts` and what the authority's board says of them."""

from collections.abc import Callable
from pathlib import Path

from tests.app.cli.calling import Desk
from tests.app.cli.playing import LEADER, begun


def test_figures_first_then_the_volume(tmp_path: Path, desk: Callable[[str], Desk]) -> None:
    table = begun(tmp_path, desk)
    proof = tmp_path / "Quyết định.pdf"
    proof.write_bytes(b"%PDF-1.7 quyet dinh")
    table.commune.does("assessment", "attach", "lanh-dao-phu-trach", proof)
    table.commune.does("submission", "freeze", *LEADER)

    plan = table.commune.does("submission", "parts", "--size", "20")
    assert [(part["number"], part["files"], part["written_at"]) for part in plan["parts"]] == [(0, 0, ""), (1, 1, "")]
    figures = table.commune.does("submission", "export-parts", "--to", table.post, "--only", "0")["files"]
    assert [Path(item["path"]).name.rpartition("_")[2] for item in figures] == ["SoLieu.thuocso"]
    (volume,) = table.commune.does("submission", "export-parts", "--to", table.post, "--only", "1")["files"]
    refused = table.commune.does("submission", "export-parts", "--to", table.post, "--only", "7", code=1)
    assert refused["error"]["code"] == "split.unknown_part"
    refused = table.commune.does("submission", "export-parts", "--to", table.post, "--encrypt", code=1)
    assert refused["error"]["code"] == "encryption.no_key"

    taken = table.authority.does("collect", "import", volume["path"])
    assert [item["outcome"] for item in taken["files"]] == ["aside"]
    assert table.authority.does("collect", "status")["agencies"][0]["aside"] == 1
    taken = table.authority.does("collect", "import", figures[0]["path"])
    assert [item["outcome"] for item in taken["files"]] == ["received"]
    (told, *_) = table.authority.does("collect", "status")["agencies"]
    assert (told["parts"]["here"], told["parts"]["volumes"], told["parts"]["awaited"]) == (1, 1, 0)
