"""Evidence called as offices call it: long, decomposed, in capitals, on a deep path; kept apart and sent whole."""

import shutil
import unicodedata
from pathlib import Path

from app.operations import bundling, inspecting
from app.operations.authority import collecting
from app.operations.commune import assessing, evidencing, submitting
from app.operations.evidence_copies import copy_for_opening
from app.operations.trust import rebuilding, trusting
from tests.app.operations.houses import SECRET, Houses
from tests.app.operations.sets import pdf

LONG = "Báo cáo kết quả thực hiện Kế hoạch chuyển đổi số của Ủy ban nhân dân xã Hòa Bình quý IV năm 2026 lần thứ nhất"


def papers(folder: Path) -> list[Path]:
    """Two names that differ in case only, one decomposed, one of the greatest length a disk takes, on a deep path."""
    deep = folder
    for number in range(8):
        deep = deep / f"Thư mục lồng nhau rất sâu số {number} của văn phòng"
    deep.mkdir(parents=True)
    longest = LONG.encode()[:240].decode("utf-8", "ignore") + ".pdf"
    names = ["Kế hoạch.pdf", "KẾ HOẠCH.PDF", unicodedata.normalize("NFD", "Quyết định phân công.pdf"), longest]
    return [pdf(deep, name, f"{number}") for number, name in enumerate(names)]


def test_they_are_attached_sealed_received_and_opened(houses: Houses, tmp_path: Path) -> None:
    houses.fill_in("X1")
    found = papers(tmp_path / "Tài liệu")
    assert len({path.name for path in found}) == 4
    with houses.at("X1") as here:
        part = houses.parts["X1"]
        evidencing.attach(here, part, "2.2", found)
        kept = [piece.name for piece in assessing.view(here, part).evidence_of("n2.2")]
        wanted = {unicodedata.normalize("NFC", path.name) for path in found}
        assert wanted < set(kept)
        for piece in assessing.view(here, part).evidence_of("n2.2"):
            copy = copy_for_opening(here, piece.id)
            assert copy.read_bytes() == here.evidence.path(piece.digest).read_bytes()
        submitting.freeze(here, part, "Nguyễn Văn An", "Chủ tịch")
        sent = submitting.seal_and_export(here, part, houses.out, SECRET).path
    with houses.at("SKHCN") as here:
        assert collecting.import_paths(here, houses.authority_part, [sent]).files[0].error is None
        verdict = bundling.verify(sent, trusting.policy(here), here.clock())
        assert verdict.lights.integrity.value == "VALID"


def test_a_received_file_is_kept_and_told_under_its_name_in_composed_letters(filled: Houses, tmp_path: Path) -> None:
    folder = tmp_path / unicodedata.normalize("NFD", "Gửi từ máy Mac")
    folder.mkdir()
    sound, broken = (folder / unicodedata.normalize("NFD", name) for name in ("Hồ sơ xã.thuocso", "Hồ sơ hỏng.thuocso"))
    shutil.copy(filled.send("X1"), sound)
    broken.write_bytes(sound.read_bytes()[:-1000])
    with filled.at("SKHCN") as here:
        drop = collecting.import_paths(here, filled.authority_part, [sound, broken])
        assert [item.file_name for item in drop.files] == ["Hồ sơ xã.thuocso", "Hồ sơ hỏng.thuocso"]
        (kept,) = rebuilding.kept_files(here, filled.authority_part)
        assert kept.file_name == "Hồ sơ xã.thuocso"
        inspecting.hand_out(here, tmp_path / "nhật ký")
        (journal,) = tmp_path.glob("nhật ký*.jsonl")
        assert "Hồ sơ hỏng.thuocso" in journal.read_text("utf-8")
        again = rebuilding.rebuild(here, filled.authority_part, kept.id, tmp_path / "trả lại.thuocso")
        assert again.read_bytes() == sound.read_bytes()
