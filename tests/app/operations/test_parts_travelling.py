"""A submission in parts, from the commune's plan to the authority's board: any order, twice, one missing, foreign."""

import itertools
import json
import os
import random
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from app.bundles.keys import make_seal_key
from app.bundles.manifest import Part, Role, sha256
from app.bundles.report_pdf import embed_manifest
from app.bundles.volumes import first_part
from app.bundles.writing import EvidenceFile, write_bundle, write_frozen
from app.bundles.writing import freeze as freeze_bundle
from app.errors import AppError
from app.operations import bundling, evidence_copies
from app.operations.authority import collecting
from app.operations.authority.collecting import BoardRow, BoardState, Outcome
from app.operations.commune import evidencing, improving, parts_sending, submitting
from app.operations.keeping import checking
from app.operations.trust import rebuilding, receipted, receipts, trusting
from app.progress import Cancelled, Progress
from app.storage import assessments
from tests.app.bundles.forging import page
from tests.app.operations.authority.test_collecting import outcomes
from tests.app.operations.conftest import Clock
from tests.app.operations.houses import SECRET, Houses
from tests.app.operations.sets import pdf

LIMIT = parts_sending.MEGABYTE


def attach_more(houses: Houses, code: str, count: int = 3, size: int = 700_000) -> None:
    """Photographs that fill a volume each."""
    dice = random.Random(code)
    with houses.at(code) as here:
        for number in range(count):
            photo = houses.folder / f"Ảnh chụp {number} của {code}.jpg"
            photo.write_bytes(b"\xff\xd8\xff\xe0" + dice.randbytes(size))
            evidencing.attach(here, houses.parts[code], "2.2", [photo])


def freeze(houses: Houses, code: str) -> None:
    with houses.at(code) as here:
        submitting.freeze(here, houses.parts[code], "Nguyễn Văn An", "Chủ tịch")


def export(houses: Houses, code: str, *only: int, limit: int = LIMIT) -> list[Path]:
    with houses.at(code) as here:
        return list(parts_sending.export(here, houses.parts[code], houses.out, SECRET, limit, only).paths)


def accept(houses: Houses, code: str) -> None:
    """The authority accepts the commune's key, so that nothing but the evidence is open."""
    with houses.at("SKHCN") as here:
        (key,) = [key for key in trusting.seen_keys(here) if key.agency == code]
        trusting.accept_key(here, code, "agency", key.spki, "công văn")


def take(houses: Houses, *paths: Path) -> list[tuple[str, str]]:
    with houses.at("SKHCN") as here:
        return outcomes(collecting.import_paths(here, houses.authority_part, list(paths)))


def row(houses: Houses, code: str = "X1") -> BoardRow:
    with houses.at("SKHCN") as here:
        return next(row for row in collecting.board(here, houses.authority_part) if row.agency.code == code)


@pytest.fixture
def split(filled: Houses) -> Houses:
    attach_more(filled, "X1")
    freeze(filled, "X1")
    return filled


def test_the_plan_tells_names_sizes_and_what_was_written(split: Houses) -> None:
    with split.at("X1") as here:
        plan = parts_sending.plan(here, split.parts["X1"], LIMIT)
        stem = "XaHoaBinh_ChuyenDoiSo2026_Lan1_Ban1"
        told = ["SoLieu", "Tap1cua3", "Tap2cua3", "Tap3cua3"]
        assert [part.name for part in plan.parts] == [f"{stem}_{piece}.thuocso" for piece in told]
        assert plan.missing == (0, 1, 2, 3)
        done = parts_sending.export(here, split.parts["X1"], split.out, SECRET, LIMIT, [0, 2])
        assert parts_sending.plan(here, split.parts["X1"]).missing == (1, 3)
        for path, written in zip(done.paths, done.written, strict=True):
            (planned,) = [part for part in plan.parts if part.name == path.name]
            assert path.stat().st_size == written.size <= planned.size <= LIMIT
        assert submitting.revisions(here, split.parts["X1"])[0].state == submitting.EXPORTED
        whole = submitting.seal_and_export(here, split.parts["X1"], split.out, SECRET)
        assert whole.written.content_digest == done.written[0].content_digest  # whole or in parts: what was said
        assert abs(plan.whole - whole.path.stat().st_size) < 200_000


def test_a_volume_written_again_is_the_very_same_in_what_it_says(split: Houses) -> None:
    first = export(split, "X1")
    assert len(first) == 4
    assert take(split, *first)[1:] == [("volume", "")] * 3
    (again,) = export(split, "X1", 2)
    assert again == first[2]
    assert take(split, again) == [("already", "")]


def test_one_volume_that_cannot_be_written_leaves_the_others_and_comes_alone_later(split: Houses) -> None:
    with split.at("X1") as here:
        blocked = split.out / parts_sending.plan(here, split.parts["X1"], LIMIT).parts[2].name
        blocked.mkdir()
        with pytest.raises(AppError):
            parts_sending.export(here, split.parts["X1"], split.out, SECRET, LIMIT)
        blocked.rmdir()
        assert parts_sending.plan(here, split.parts["X1"]).missing == (2, 3)
        done = parts_sending.export(here, split.parts["X1"], split.out, SECRET, LIMIT, [2, 3])
        assert [path.name for path in done.paths] == [blocked.name, blocked.name.replace("Tap2", "Tap3")]
        assert parts_sending.plan(here, split.parts["X1"]).missing == ()


def test_cancelling_keeps_what_is_complete(split: Houses) -> None:
    def report(done: int, total: int) -> None:
        if done > total // 2:
            raise Cancelled

    with split.at("X1") as here:
        with pytest.raises(Cancelled):
            parts_sending.export(here, split.parts["X1"], split.out, SECRET, LIMIT, progress=Progress(report))
        left = sorted(path.name for path in split.out.iterdir())
        written = [part.name for part in parts_sending.plan(here, split.parts["X1"]).parts if part.written_at]
        assert left == sorted(written)
        assert 0 < len(left) < 4


@pytest.mark.parametrize("order", list(itertools.permutations(range(4)))[::5])
def test_in_any_order_the_board_ends_the_same(order: tuple[int, ...], split: Houses) -> None:
    paths = export(split, "X1")
    for number in order:
        take(split, paths[number])
        take(split, paths[number])  # twice
    accept(split, "X1")
    told = row(split)
    assert told.state is BoardState.RECEIVED
    assert told.parts is not None
    assert (told.parts.here, told.parts.volumes, told.parts.awaited, told.aside) == (3, 3, 0, 0)
    with split.at("SKHCN") as here, here.session():
        for piece in assessments.evidence(told.submission):
            assert not piece.digest or here.evidence.holds(piece.digest)
    assert checking.doctor(split.folder / "SKHCN").is_sound


def test_part_one_is_received_and_its_time_stands(split: Houses, clock: Clock) -> None:
    first, *volumes = export(split, "X1")
    assert take(split, first) == [("received", "")]
    accept(split, "X1")
    at = row(split).received_at
    assert row(split).state is BoardState.EVIDENCE_PENDING
    with split.at("SKHCN") as here:
        piece = next(piece for piece in _evidence(here, row_of(here, split)) if piece.name.startswith("Ảnh chụp"))
        with pytest.raises(AppError, match=r"evidence\.awaited"):
            evidence_copies.copy_for_opening(here, piece.id)
    assert checking.doctor(split.folder / "SKHCN").is_sound
    clock.move(days=2)
    assert take(split, volumes[0], volumes[2]) == [("volume", ""), ("volume", "")]
    told = row(split)
    assert told.parts is not None
    assert (told.state, told.parts.here, told.parts.volumes) == (BoardState.EVIDENCE_PENDING, 2, 3)
    assert 0 < told.parts.awaited < told.parts.files
    clock.move(days=2)
    take(split, volumes[1])
    told = row(split)
    assert (told.state, told.received_at, told.is_late) == (BoardState.RECEIVED, at, False)


def test_volumes_after_their_last_day_are_taken_and_said(split: Houses, clock: Clock) -> None:
    first, *volumes = export(split, "X1")
    take(split, first)
    told = row(split)
    assert told.parts is not None
    assert not told.parts.is_late
    clock.move(days=(told.parts.last_day - clock.now.date()).days + 1)
    late = row(split)
    assert late.parts is not None
    assert late.parts.is_late  # awaited beyond its day
    assert take(split, *volumes) == [("volume", "")] * 3
    late = row(split)
    assert late.parts is not None
    assert (late.parts.is_late, late.parts.is_complete, late.is_late) == (True, True, False)


def test_volumes_before_their_figures_are_kept_aside(split: Houses) -> None:
    first, *volumes = export(split, "X1")
    assert take(split, volumes[1]) == [("aside", "")]
    assert (row(split).state, row(split).aside) == (BoardState.NOT_RECEIVED, 1)
    with split.at("SKHCN"):
        pass  # a start sweeps what nobody refers to
    assert checking.doctor(split.folder / "SKHCN").findings == ()
    take(split, first)
    told = row(split)
    assert told.parts is not None
    assert (told.parts.here, told.aside) == (1, 0)
    assert told.parts.awaited == told.parts.files - 1


def test_a_file_that_part_one_does_not_list_is_refused(split: Houses, houses_with_one: Houses, tmp_path: Path) -> None:
    """The same commune on another computer: another revision with the same number; its volumes carry other files."""
    other = houses_with_one.copied(tmp_path / "máy khác", Clock())
    attach_more(other, "X1", 2, 650_000)
    freeze(other, "X1")
    first, *_ = export(split, "X1")
    _, foreign, *_ = [split.out / f"khác {n}.thuocso" for n in range(3)]
    foreign.write_bytes(export(other, "X1")[1].read_bytes())
    take(split, first)
    assert take(split, foreign) == [("aside", "")]  # of another submission, which may still come
    told = row(split)
    assert told.parts is not None
    assert told.parts.here == 0


def test_the_whole_file_after_part_one_brings_the_evidence(split: Houses) -> None:
    first = export(split, "X1", 0)[0]
    with split.at("X1") as here:
        whole = submitting.seal_and_export(here, split.parts["X1"], split.out, SECRET).path
    take(split, first)
    assert take(split, whole) == [("volume", "")]
    told = row(split)
    assert told.parts is not None
    assert told.parts.is_complete
    assert take(split, whole, first) == [("already", ""), ("already", "")]


def test_evidence_held_from_elsewhere_counts(split: Houses, houses: Houses) -> None:
    """What an earlier revision brought need not travel again."""
    take(split, *export(split, "X1"))
    with split.at("X1") as here:
        submitting.reopen(here, split.parts["X1"], "Sửa số liệu")
        evidencing.attach(here, split.parts["X1"], "2.2", [pdf(split.folder, "Mới.pdf", "mới")])
    freeze(split, "X1")
    first = export(split, "X1", 0)[0]
    take(split, first)
    told = row(split)
    assert told.parts is not None
    assert (told.revision_number, told.parts.awaited) == (2, 1)


def test_splitting_again_by_another_size_is_the_same_submission(split: Houses) -> None:
    first, *_ = export(split, "X1")
    take(split, first)
    wider = export(split, "X1", limit=2 * LIMIT)
    assert len(wider) < 4
    assert take(split, *wider)[0] == ("already", "")
    told = row(split)
    assert told.parts is not None
    assert (told.parts.is_complete, told.parts.here, told.parts.volumes) == (True, len(wider) - 1, len(wider) - 1)


@pytest.mark.parametrize(
    ("limit", "only", "code"), [(LIMIT - 1, (), "split.limit"), (LIMIT, (9,), "split.unknown_part")]
)
def test_what_cannot_be_split(limit: int, only: tuple[int, ...], code: str, split: Houses) -> None:
    with split.at("X1") as here, pytest.raises(AppError) as error:
        parts_sending.export(here, split.parts["X1"], split.out, SECRET, limit, only)
    assert error.value.code == code
    assert list(split.out.iterdir()) == []


def test_a_file_too_large_for_a_volume_is_said(split: Houses) -> None:
    with split.at("X1") as here:
        submitting.reopen(here, split.parts["X1"], "Thêm phim")
        film = split.folder / "phim.mp4"
        film.write_bytes(b"\0\0\0\x18ftypmp42" + os.urandom(1_400_000))
        evidencing.attach(here, split.parts["X1"], "2.2", [film])
        submitting.freeze(here, split.parts["X1"], "Nguyễn Văn An", "Chủ tịch")
        plan = parts_sending.plan(here, split.parts["X1"], LIMIT)
        assert [part.number for part in plan.parts if part.is_too_large] == [1]
        assert plan.parts[1].files == 1


def test_a_receipt_names_the_volumes_that_came(split: Houses) -> None:
    first, *volumes = export(split, "X1")
    take(split, first, volumes[0], volumes[2])
    with split.at("SKHCN") as here:
        made = receipts.export_receipts(here, split.authority_part, split.out, SECRET, ["X1"]).files["X1"][0]
    with split.at("X1") as here:
        improving.receive(here, made)
        (told,) = receipted.of(here, split.parts["X1"])
        assert (told.item.volumes_received, told.item.volume_numbers) == (2, (1, 3))
        assert told.item.missing_volumes == (2,)


def row_of(here: object, houses: Houses) -> BoardRow:
    return next(r for r in collecting.board(here, houses.authority_part) if r.agency.code == "X1")  # type: ignore[arg-type]


def _evidence(here: object, told: BoardRow) -> tuple[assessments.Evidence, ...]:
    with here.session():  # type: ignore[attr-defined]
        return assessments.evidence(told.submission)


def test_no_outcome_is_forgotten() -> None:
    assert {Outcome.VOLUME, Outcome.ASIDE} < set(Outcome)


@pytest.mark.parametrize("is_first", [True, False])
def test_a_volume_with_a_file_of_its_own_brings_nothing_in(is_first: bool, split: Houses) -> None:
    """Sealed with the commune's own key and naming its submission: still only what part 1 lists counts."""
    figures, *_ = export(split, "X1")
    foreign = split.out / "Tap9cua9.thuocso"
    with split.at("X1") as here:
        work = parts_sending._work(here, split.parts["X1"], LIMIT)
        path = pdf(split.folder, "Không nêu.pdf", "không nêu")
        data = path.read_bytes()
        strange = EvidenceFile(sha256(data), len(data), "pdf", path)
        named = Part(9, 9, work.whole.content_digest)
        listed = {"files": [{"digest": strange.digest, "ext": "pdf", "size": strange.size, "name": "Không nêu.pdf"}]}
        frozen = freeze_bundle(replace(work.whole.envelope, part=named), None, listed, [strange])
        report = embed_manifest(page("x"), frozen.manifest)
        write_frozen(foreign, frozen, report, trusting.unlock(here, work.part, SECRET))
    if is_first:
        assert take(split, figures, foreign) == [("received", ""), ("refused", "evidence.not_listed")]
    else:
        assert take(split, foreign, figures) == [("aside", ""), ("received", "")]
    told = row(split)
    assert told.parts is not None
    assert (told.parts.here, told.parts.volumes, told.aside) == (0, 3, 0)
    with split.at("SKHCN") as here:
        assert not here.evidence.holds(strange.digest)
        assert [kept.file_name for kept in rebuilding.kept_files(here, split.authority_part)] == [figures.name]
    assert take(split, foreign) == [("refused", "evidence.not_listed")]


def test_a_stranger_s_volume_may_bring_evidence_and_does_not_say_how_many_there_are(split: Houses) -> None:
    figures, first, *_ = export(split, "X1")
    unpacked = split.folder / "mở ra"
    zipfile.ZipFile(first).extractall(unpacked)
    told = json.loads((unpacked / "content.json").read_bytes())
    item = told["files"][0]
    piece = EvidenceFile(item["digest"], item["size"], item["ext"], unpacked / f"e-{item['digest']}.{item['ext']}")
    envelope = bundling.inspect(first).envelope
    assert envelope is not None
    assert envelope.part is not None
    named = replace(envelope, id="dd" * 16, part=Part(998, 999, envelope.part.submission))
    foreign, key = split.out / "lạ.thuocso", make_seal_key("X1", "Kẻ lạ", Role.AGENCY)
    write_bundle(foreign, named, None, {"files": [item]}, [piece], lambda _: page("x"), key)
    assert take(split, figures) == [("received", "")]
    accept(split, "X1")
    before = row(split).parts
    assert take(split, foreign) == [("volume", "")]
    after = row(split).parts
    assert before is not None
    assert after is not None
    assert (after.volumes, after.numbers, after.awaited) == (before.volumes, (), before.awaited - 1)


# One content, two names ------------------------------------------------------------------------------------------


def attach_as(houses: Houses, code: str, name: str, content: bytes) -> None:
    path = houses.folder / name
    path.write_bytes(content)
    with houses.at(code) as here:
        evidencing.attach(here, houses.parts[code], "1.1", [path])


def named(houses: Houses, code: str, name: str) -> assessments.Evidence:
    """The evidence of a submission on the board, as the authority sees it."""
    told = row(houses, code)
    with houses.at("SKHCN") as here:
        return next(piece for piece in _evidence(here, told) if piece.name == name)


LIST = "một, hai, ba\n".encode() * 20


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 2, 0), (2, 0, 1)])
def test_each_commune_s_file_is_called_as_it_calls_it(order: tuple[int, ...], filled: Houses) -> None:
    attach_as(filled, "X1", "Danh sách.txt", LIST)
    whole = filled.send("X1")
    filled.fill_in("X2")
    attach_as(filled, "X2", "Danh sách.csv", LIST)
    freeze(filled, "X2")
    arriving = [whole, *export(filled, "X2")]
    outcomes_ = [take(filled, arriving[number])[0] for number in order]
    assert {outcome for outcome, _ in outcomes_} <= {"received", "volume", "aside"}
    accept(filled, "X2")
    told = row(filled, "X2")
    assert told.parts is not None
    assert (told.state, told.parts.here, told.parts.is_complete) == (BoardState.RECEIVED, 1, True)
    for code, ext in (("X1", "txt"), ("X2", "csv")):
        piece = named(filled, code, f"Danh sách.{ext}")
        assert (piece.ext, piece.size) == (ext, len(LIST))
        with filled.at("SKHCN") as here:
            assert evidence_copies.copy_for_opening(here, piece.id).name == f"Danh sách.{ext}"


@pytest.mark.parametrize("is_first", [True, False])
def test_a_stranger_s_name_for_known_bytes_keeps_no_volume_out(is_first: bool, filled: Houses) -> None:
    """A volume under an unknown key, for a submission that never comes, calls a public document .bin."""
    document = b"%PDF-1.7\n" + "quyết định công bố".encode() * 40
    attach_as(filled, "X1", "Quyết định.pdf", document)
    freeze(filled, "X1")
    genuine = export(filled, "X1")
    with filled.at("X1") as here:
        envelope = parts_sending._work(here, filled.parts["X1"], LIMIT).whole.envelope
    body = filled.folder / "Quyết định"
    body.write_bytes(document)
    odd = EvidenceFile(sha256(document), len(document), "bin", body)
    listed = {"files": [{"digest": odd.digest, "ext": "bin", "size": odd.size, "name": "x"}]}
    foreign, key = filled.out / "lạ.thuocso", make_seal_key("X1", "Kẻ lạ", Role.AGENCY)
    head = replace(envelope, id="dd" * 16, part=Part(1, 1, "ab" * 32))
    write_bundle(foreign, head, None, listed, [odd], lambda _: page("x"), key)
    arriving = [foreign, *genuine] if is_first else [*genuine, foreign]
    told = take(filled, *arriving)
    assert sorted(told) == [("aside", ""), ("received", ""), ("volume", "")]
    piece = named(filled, "X1", "Quyết định.pdf")
    assert piece.ext == "pdf"
    with filled.at("SKHCN") as here:
        assert evidence_copies.copy_for_opening(here, piece.id).read_bytes() == document


def test_a_false_size_told_by_another_keeps_no_volume_out(filled: Houses) -> None:
    attach_as(filled, "X1", "Danh sách.txt", LIST)
    freeze(filled, "X1")
    figures, volume = export(filled, "X1")
    unpacked = filled.folder / "mở ra"
    zipfile.ZipFile(figures).extractall(unpacked)
    told = json.loads((unpacked / "content.json").read_bytes())
    for item in told["files"]:
        item["size"] += 1
    envelope = bundling.inspect(figures).envelope
    assert envelope is not None
    assert envelope.revision is not None
    lying = replace(envelope, id="dd" * 16, revision=replace(envelope.revision, id="dd" * 16))
    foreign, key = filled.out / "lạ.thuocso", make_seal_key("X1", "Kẻ lạ", Role.AGENCY)
    framework = (unpacked / "framework.json").read_bytes()
    files = [EvidenceFile(item["digest"], item["size"], item["ext"], unpacked) for item in told["files"]]
    whole = freeze_bundle(replace(lying, part=None), framework, told, files)
    first = first_part(whole, 1)
    write_frozen(foreign, first, embed_manifest(page("x"), first.manifest), key)
    assert take(filled, foreign, figures, volume) == [("received", ""), ("conflicting", ""), ("volume", "")]
