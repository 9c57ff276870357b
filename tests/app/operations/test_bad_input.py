"""What a clumsy clerk or a hostile sender hands over: one sentence that says what to do, and nothing lost."""

import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import AppError
from app.operations import bundling, evidence_copies, folders
from app.operations.authority import campaigning, collecting
from app.operations.authority.collecting import BoardState, Outcome
from app.operations.commune import assessing, evidencing, submitting
from app.operations.frameworks import authoring
from app.operations.keeping import backing_up, restoring
from app.operations.trust import trusting
from app.operations.workspace import DATABASE, Workspace
from app.wording import sentence
from tests.app.operations.houses import SECRET, Houses
from tests.app.operations.sets import AGENCIES, PERIOD, pdf, small_set
from tests.rights import without_root


def told(error: AppError | None) -> str:
    """The code of an error whose sentence is whole: what happened, what is safe, what to do."""
    assert error is not None
    words = sentence(error)
    assert not re.search(r"…|\{|\bNone\b|Errno|denied|directory", words), words
    assert len(re.findall(r"[.;](?=\s|$)", words)) >= 2, words
    return error.code


def refused(do: Callable[[], object]) -> str:
    with pytest.raises(AppError) as error:
        do()
    return told(error.value)


def contents(folder: Path) -> dict[str, bytes]:
    passing = (f"{DATABASE}-wal", f"{DATABASE}-shm", "thuocso.lock")
    found = (path for path in folder.rglob("*") if path.is_file() and path.name not in passing)
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


@pytest.fixture
def part(workspace: Workspace) -> str:
    return campaigning.start_alone(workspace, small_set(), AGENCIES[0], PERIOD).id


# Files that are not what they are called ---------------------------------------------------------------------------


def test_a_stick_with_everything_on_it(filled: Houses, tmp_path: Path) -> None:
    sent = filled.send("X1")
    stick = tmp_path / "USB"
    (stick / "Hồ sơ gửi.thuocso").mkdir(parents=True)
    bundle = sent.read_bytes()
    with zipfile.ZipFile(tmp_path / "trong.zip", "w") as inner:
        inner.write(sent, sent.name)
    files = {
        "đổi đuôi.pdf": bundle,
        "không đuôi": bundle,
        "tải dở.thuocso.crdownload": bundle[:-9],
        "báo cáo.thuocso": b"%PDF-1.4\n1 0 obj",
        "rỗng.thuocso": b"",
        "ghi chú.txt": "không phải gói".encode(),
    }
    for name, data in files.items():
        (stick / name).write_bytes(data)
    with zipfile.ZipFile(stick / "hai lần nén.zip", "w") as outer:
        outer.write(tmp_path / "trong.zip", "trong.zip")
    shutil.copy(filled.campaign, stick / "gói triển khai.thuocso")
    before = contents(stick)

    with filled.at("SKHCN") as here:
        drop = collecting.import_paths(here, filled.authority_part, [stick])
        kept = list(here.evidence.digests())
        board = {row.agency.code: row.state for row in collecting.board(here, filled.authority_part)}

    became = {item.path.name: item.error and told(item.error) for item in drop.files}
    assert became == {
        "đổi đuôi.pdf": None,
        "không đuôi": None,
        "tải dở.thuocso.crdownload": "file.partial_download",
        "báo cáo.thuocso": "bundle.not_a_bundle",
        "rỗng.thuocso": "file.empty",
        "hai lần nén.zip": "bundle.archive_inside",
        "gói triển khai.thuocso": "collect.own_bundle",
    }
    assert [drop.count(each) for each in (Outcome.RECEIVED, Outcome.ALREADY, Outcome.OTHER_KIND)] == [1, 1, 1]
    assert board["X1"] is BoardState.FIRST_SEEN
    assert board["X2"] is BoardState.NOT_RECEIVED
    assert len(kept) == 2
    assert contents(stick) == before


def test_a_bundle_of_another_kind_is_told_where_it_belongs(received: Houses, tmp_path: Path) -> None:
    with received.at("X1") as here:
        assert refused(lambda: bundling.read(here, received.campaign, bundling.Kind.FEEDBACK)) == "bundle.other_kind"


@pytest.mark.parametrize("name", ["chọn nhầm.thuocso", "chọn nhầm.xlsx", "chọn nhầm.json"])
def test_a_folder_is_chosen_instead_of_a_file(name: str, workspace: Workspace, part: str, tmp_path: Path) -> None:
    folder = tmp_path / name
    (folder / "con").mkdir(parents=True)
    kept = contents(workspace.folder)
    acts: list[Callable[[], object]] = [
        lambda: bundling.inspect(folder),
        lambda: campaigning.look(workspace, folder),
        lambda: restoring.restore(folder, tmp_path / "mới"),
        lambda: trusting.policy_of_files([("X1", folder)]),
        lambda: authoring.read_json(folder),
    ]
    assert {refused(act) for act in acts} == {"file.is_folder"}
    expected = "sheet.not_a_workbook" if name.endswith(".xlsx") else "file.is_folder"
    if not name.endswith(".thuocso"):
        assert refused(lambda: authoring.read_framework(folder)) == expected
    assert contents(workspace.folder) == kept
    assert not (tmp_path / "mới").exists()


def test_what_may_not_be_read_and_what_is_gone_have_words_of_our_language(tmp_path: Path) -> None:
    shut = pdf(tmp_path, "đang mở.thuocso")
    shut.chmod(0)
    with without_root():
        assert refused(lambda: bundling.inspect(shut)) == "file.unreadable"
        with pytest.raises(AppError) as error:
            restoring.restore(shut, tmp_path / "mới")
    assert "đang mở ở chương trình khác" in sentence(error.value)
    assert refused(lambda: bundling.inspect(tmp_path / "không có.thuocso")) == "file.unreadable"


# Evidence ----------------------------------------------------------------------------------------------------------


def test_of_many_files_the_good_ones_stay_and_each_bad_one_has_its_sentence(
    workspace: Workspace, part: str, tmp_path: Path
) -> None:
    good, empty, shut = pdf(tmp_path, "tốt.pdf"), tmp_path / "rỗng.pdf", pdf(tmp_path, "đang mở.docx", "y")
    empty.touch()
    shut.chmod(0)
    with without_root():
        done = evidencing.attach(workspace, part, "1.1", [empty, tmp_path / "đã rút USB.pdf", shut, good])
    assert sorted(told(error) for error in done.refused) == ["evidence.empty", "evidence.gone", "evidence.locked"]
    assert done.added == 1
    assert [item.name for item in assessing.view(workspace, part).evidence] == ["tốt.pdf"]


@pytest.mark.parametrize("stem", ["x" * 200, "Báo cáo " * 25 + "!", "Đề nghị thẩm định hồ sơ " * 6])
def test_a_name_of_200_letters_keeps_its_ending_and_comes_out_again(
    stem: str, workspace: Workspace, part: str, tmp_path: Path
) -> None:
    name = f"{stem[:200]}.pdf"
    while len(name.encode()) > 255:  # no longer name can be on a disk of this system
        name = name[1:]
    piece = evidencing.attach(workspace, part, "1.1", [pdf(tmp_path, name)]).ids[0]
    (known,) = assessing.view(workspace, part).evidence
    assert len(known.name) <= 200
    assert known.name.endswith(".pdf")
    copy = evidence_copies.copy_for_opening(workspace, piece)
    assert copy.read_bytes() == (tmp_path / name).read_bytes()
    evidencing.describe(workspace, piece, name="Đ" * 300 + ".pdf")
    (known,) = assessing.view(workspace, part).evidence
    assert (len(known.name), known.name[-4:]) == (200, ".pdf")


# Rights ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", ["folder", "database", "evidence", "all"])
def test_a_data_folder_that_may_not_be_written_is_not_called_damaged(way: str, filled: Houses) -> None:
    data = filled.folder / "X1"
    before = contents(data)
    shut = {
        "folder": [data],
        "database": [data / DATABASE],
        "evidence": [data / "evidence" / "incoming"],
        "all": [data / DATABASE, data / "thuocso.lock", data / "evidence" / "incoming", data],
    }[way]
    modes = [path.stat().st_mode for path in shut]
    for path in shut:
        path.chmod(0o500 if path.is_dir() else 0o400)

    def work() -> None:
        opened = folders.open_workspace(data)
        try:
            evidencing.attach(opened, filled.parts["X1"], "2.2", [pdf(filled.folder, "mới.pdf", "mới")])
        finally:
            opened.close()

    with without_root():
        code = refused(work)
    for path, mode in zip(shut, modes, strict=True):
        path.chmod(mode)
    told = ("data.only_look",) if way == "all" else ("data.folder", "data.read_only", "evidence.disk_read_only")
    assert code in told
    with filled.at("X1"):
        pass
    assert contents(data) == before


def test_a_folder_that_takes_no_file_leaves_everything_as_it_was(filled: Houses, tmp_path: Path) -> None:
    out = tmp_path / "USB chống ghi"
    out.mkdir()
    out.chmod(0o500)
    part = filled.parts["X1"]
    with filled.at("X1") as here, without_root():
        submitting.freeze(here, part, "Nguyễn Văn An", "Chủ tịch")
        piece = assessing.view(here, part).evidence[0].id
        acts: dict[str, Callable[[], object]] = {
            "export": lambda: submitting.seal_and_export(here, part, out, SECRET),
            "report": lambda: submitting.print_report(here, part, out / "Báo cáo.pdf"),
            "backup": lambda: backing_up.backup(here, out / "sao lưu.zip"),
            "workbook": lambda: authoring.write_framework(small_set(), out / "Bộ.xlsx"),
            "json": lambda: authoring.write_framework(small_set(), out / "Bộ.json"),
            "copy": lambda: evidence_copies.save_copy(here, piece, out / "bản sao.pdf"),
        }
        assert {name: refused(act) for name, act in acts.items()} == {
            "export": "disk.read_only",
            "report": "disk.read_only",
            "backup": "disk.read_only",
            "workbook": "sheet.target_in_use",
            "json": "disk.read_only",
            "copy": "file.unwritable",
        }
        assert [revision.state for revision in submitting.revisions(here, part)] == ["frozen"]
        assert submitting.exports(here, part) == ()
    assert list(out.iterdir()) == []


def test_a_wrong_passphrase_seals_nothing_and_the_right_one_does(filled: Houses) -> None:
    part = filled.parts["X1"]
    filled.send("X1")
    for path in filled.out.iterdir():
        path.unlink()
    with filled.at("X1") as here:
        before = submitting.exports(here, part)
        for wrong, code in (
            ("", "passphrase.empty"),
            ("mật khẩu khác", "passphrase.wrong"),
            (SECRET + " ", "passphrase.wrong"),
        ):
            assert refused(lambda wrong=wrong: submitting.seal_and_export(here, part, filled.out, wrong)) == code
        assert list(filled.out.iterdir()) == []
        assert submitting.exports(here, part) == before
        assert submitting.seal_and_export(here, part, filled.out, SECRET).path.is_file()
