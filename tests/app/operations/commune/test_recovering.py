"""A commune whose computer died: its work comes back from what it sent, and the next revision follows the sent one."""

import dataclasses
import shutil
from pathlib import Path

import pytest

from app.bundles import encryption, reading
from app.domain import canonical, codec
from app.domain.agency import Contact
from app.domain.appraisal import Opinion
from app.domain.contents import SubmissionContent
from app.errors import AppError
from app.operations import parts
from app.operations.authority import appraising, campaigning, collecting, publishing, registry, replying
from app.operations.authority.collecting import Outcome
from app.operations.commune import assessing, evidencing, improving, parts_sending, recovering, submitting
from app.operations.commune.recovering import Lacks
from app.operations.keeping import checking
from app.operations.trust import keyring, receipted, receipts, registering, trusting
from app.operations.workspace import Workspace
from tests.app.operations.houses import SECRET, Houses
from tests.app.operations.sets import pdf
from tests.app.operations.test_parts_travelling import attach_more

NEW = "máy mới"


@pytest.fixture
def sent(filled: Houses) -> Houses:
    filled.file = filled.send("X1")  # type: ignore[attr-defined]
    return filled


def answers(here: Workspace, part: str) -> dict[str, object]:
    seen = assessing.view(here, part)
    pieces = sorted((piece.name, piece.digest, piece.citation, piece.links) for piece in seen.evidence)
    return {"kept": {node: (kept.response, kept.level) for node, kept in seen.kept.items()}, "evidence": pieces,
            "score": seen.score.total, "states": seen.states, "number": seen.revision_number}  # fmt: skip


def lines(here: Workspace, part: str) -> str:
    seen = assessing.view(here, part)
    place = seen.framework.index.find("2.1")
    assert place is not None
    return seen.response(place.id).inputs["lines"]


def test_everything_sent_comes_back_and_nothing_else_is_needed(sent: Houses) -> None:
    with sent.at("X1") as here:
        before = answers(here, sent.parts["X1"])
        content = submitting.revisions(here, sent.parts["X1"])[0].content
        campaign = parts.find(here).campaign
    with sent.at(NEW) as here:
        offer = recovering.look(here, [sent.file])  # type: ignore[attr-defined]
        assert parts.everything(here) == ()
        assert (offer.name, offer.number, offer.round, offer.missing) == ("Xã Hòa Bình", 1, 1, 0)
        assert offer.lacks == (Lacks.KEY,)
        done = recovering.recover(here, [sent.file])  # type: ignore[attr-defined]
        assert done.refused == ()
        assert answers(here, done.part.id) == before
        (revision,) = submitting.revisions(here, done.part.id)
        assert (revision.state, revision.content) == (submitting.SENT, content)
        own = done.part.campaign
        assert (own.period, own.rounds, own.authority) == (campaign.period, campaign.rounds, campaign.authority)
        for piece in assessing.view(here, done.part.id).evidence:
            assert not piece.digest or not here.evidence.damaged(piece.digest)
    assert checking.doctor(sent.folder / NEW).findings == ()


def test_the_next_revision_follows_the_one_that_was_sent(sent: Houses) -> None:
    with sent.at("SKHCN") as here:
        collecting.import_paths(here, sent.authority_part, [sent.file])  # type: ignore[attr-defined]
    with sent.at(NEW) as here:
        part = recovering.recover(here, [sent.file]).part.id  # type: ignore[attr-defined]
        assert trusting.own_key(here, parts.find(here, part)) is None
        submitting.reopen(here, part, "Bổ sung minh chứng")
        evidencing.attach(here, part, "2.2", [pdf(sent.folder, "Bổ sung.pdf", "bổ sung")])
        frozen = submitting.freeze(here, part, "Nguyễn Văn An", "Chủ tịch").revision
        first = submitting.revisions(here, part)[1]
        assert (frozen.number, frozen.replaces) == (2, first.content_digest)
        again = submitting.seal_and_export(here, part, sent.out, "mật khẩu mới").path
    with sent.at("SKHCN") as here:
        (taken,) = collecting.import_paths(here, sent.authority_part, [again]).files
        assert taken.outcome is Outcome.RECEIVED
        row = next(row for row in collecting.board(here, sent.authority_part) if row.agency.code == "X1")
        assert (row.revision_number, row.state is collecting.BoardState.CONFLICTING) == (2, False)


def test_the_new_key_says_that_it_replaces_the_lost_one(sent: Houses) -> None:
    with sent.at("X1") as here:
        lost = trusting.key_in_use(here, parts.find(here)).spki
    with sent.at(NEW) as here:
        part = recovering.recover(here, [sent.file]).part  # type: ignore[attr-defined]
        path = registering.make(here, part.id, sent.out, "mật khẩu mới", Contact(name="Trần Thị Hạnh")).path
    with sent.at("SKHCN") as here:
        collecting.import_paths(here, sent.authority_part, [sent.file, path])  # type: ignore[attr-defined]
        told = next(line for line in registry.book(here, sent.authority_part) if line.agency.code == "X1")
        assert told.registration is not None
        assert (told.registration.content.replaced, told.registration.content.reason) == (lost, "lost")


def test_the_same_revision_goes_out_again_saying_the_same(sent: Houses) -> None:
    digest = reading.inspect(sent.file)  # type: ignore[attr-defined]
    with sent.at(NEW) as here:
        part = recovering.recover(here, [sent.file]).part.id  # type: ignore[attr-defined]
        known = submitting.revisions(here, part)[0].content_digest
        again = submitting.seal_and_export(here, part, sent.folder, "mật khẩu mới")
        assert again.written.content_digest == known
    assert digest.envelope is not None


def test_parts_come_back_in_any_order_and_missing_volumes_later(filled: Houses) -> None:
    attach_more(filled, "X1")
    with filled.at("X1") as here:
        submitting.freeze(here, filled.parts["X1"], "Nguyễn Văn An", "Chủ tịch")
        before = answers(here, filled.parts["X1"])
        done = parts_sending.export(here, filled.parts["X1"], filled.out, SECRET, parts_sending.MEGABYTE)
    first, *volumes = done.paths
    with filled.at(NEW) as here:
        with pytest.raises(AppError, match=r"recover\.no_figures"):
            recovering.look(here, volumes)
        back = recovering.recover(here, [volumes[1], first])
        assert back.offer.missing > 0
        assert Lacks.EVIDENCE in back.offer.lacks
        assert answers(here, back.part.id) == before
        again = recovering.recover(here, [first, volumes[0], volumes[2]])
        assert (again.part.id, again.offer.missing) == (back.part.id, 0)
        assert answers(here, back.part.id) == before
    assert checking.doctor(filled.folder / NEW).findings == ()


def test_an_encrypted_one_opens_with_the_copy_of_the_own_key(sent: Houses) -> None:
    part = sent.parts["X1"]
    with sent.at("SKHCN") as here:
        authority = trusting.own_key(here, parts.find(here, sent.authority_part))
    with sent.at("X1") as here:
        own = parts.find(here, part)
        assert authority is not None
        trusting.accept_key(here, own.campaign.authority.code, "authority", authority.spki, "thư",
                            recipient=authority.recipient)  # fmt: skip
        covered = submitting.seal_and_export(here, part, sent.folder, SECRET, is_encrypted=True).path
        copy = keyring.back_up(here, own, sent.folder / "khóa.p12", SECRET).path
        code = trusting.key_in_use(here, own).check_code
    assert encryption.is_encrypted(covered)
    with sent.at(NEW) as here:
        with pytest.raises(AppError, match=r"encrypted\.passphrase_needed"):
            recovering.look(here, [covered])
        with pytest.raises(AppError, match=r"passphrase\.wrong"):
            recovering.look(here, [covered], "sai", copy)
        assert recovering.look(here, [covered], SECRET, copy).lacks == ()
        back = recovering.recover(here, [covered], SECRET, copy)
        assert trusting.key_in_use(here, back.part).check_code == code
        assert back.offer.lacks == ()
        assert list(here.evidence.incoming.iterdir()) == []


def test_nothing_that_is_here_is_overwritten(sent: Houses) -> None:
    with sent.at("X1") as here:
        part = sent.parts["X1"]
        submitting.reopen(here, part, "Sửa")
        assessing.answer(here, part, "2.1", inputs={"lines": "11"})
        before = answers(here, part)
        back = recovering.recover(here, [sent.file])  # type: ignore[attr-defined]
        assert (back.part.id, answers(here, part)) == (part, before)  # it is known here: nothing to be done
    with sent.at(NEW) as here:
        other = campaigning.accept(here, sent.campaign, "X1").id
        assessing.answer(here, other, "2.1", inputs={"lines": "3"})
        with pytest.raises(AppError, match=r"recover\.exists"):
            recovering.recover(here, [sent.file])  # type: ignore[attr-defined]
        assert lines(here, other) == "3"


def test_an_empty_part_that_took_the_campaign_up_again_is_filled(sent: Houses) -> None:
    with sent.at(NEW) as here:
        taken = campaigning.accept(here, sent.campaign, "X1")
        back = recovering.recover(here, [sent.file])  # type: ignore[attr-defined]
        assert back.part.id == taken.id
        assert assessing.view(here, taken.id).revision_number == 1


def test_receipt_feedback_and_campaign_among_the_files_are_taken(sent: Houses) -> None:
    with sent.at("SKHCN") as here:
        collecting.import_paths(here, sent.authority_part, [sent.file])  # type: ignore[attr-defined]
        receipt = receipts.export_receipts(here, sent.authority_part, sent.out, SECRET, ["X1"]).files["X1"][0]
        told = replying.export_feedback(here, sent.authority_part, sent.out, SECRET, ["X1"]).files["X1"][0]
    with sent.at(NEW) as here:
        back = recovering.recover(here, [sent.campaign, told, receipt, sent.file])  # type: ignore[attr-defined]
        assert back.refused == ()
        assert improving.feedback(here, back.part.id) is not None
        assert len(receipted.of(here, back.part.id)) == 1
        assert len(parts.find(here, back.part.id).campaign.agencies) == 3


def test_a_receipt_for_a_later_revision_keeps_its_number_from_being_used_again(sent: Houses) -> None:
    with sent.at("X1") as here:
        submitting.reopen(here, sent.parts["X1"], "Sửa")
        assessing.answer(here, sent.parts["X1"], "2.1", inputs={"lines": "11"})
    second = sent.send("X1")
    with sent.at("SKHCN") as here:
        collecting.import_paths(here, sent.authority_part, [second])
        receipt = receipts.export_receipts(here, sent.authority_part, sent.out, SECRET, ["X1"]).files["X1"][0]
    with sent.at(NEW) as here:
        back = recovering.recover(here, [sent.file, receipt])  # type: ignore[attr-defined]
        submitting.reopen(here, back.part.id, "Sửa")
        assert submitting.freeze(here, back.part.id, "Nguyễn Văn An", "Chủ tịch").revision.number == 3
    with sent.at("máy khác") as here:  # both submissions: the later one is the work, the earlier its history
        back = recovering.recover(here, [second, sent.file])  # type: ignore[attr-defined]
        assert [each.number for each in submitting.revisions(here, back.part.id)] == [2, 1]
        assert lines(here, back.part.id) == "11"


def test_a_result_alone_shows_what_was_reached_and_asks_for_the_number(received: Houses) -> None:
    part = received.authority_part
    with received.at("SKHCN") as here:
        published = publishing.publish(here, part, received.out, SECRET, key_reason="Đã đối chiếu tại cuộc họp")
        result = published.files["X1"][0]
        receipt = receipts.export_receipts(here, part, received.out, SECRET, ["X1"]).files["X1"][0]
    with received.at(NEW) as here:
        with pytest.raises(AppError, match=r"recover\.campaign_first"):
            recovering.look(here, [result])
        offer = recovering.look(here, [result, received.campaign])
        assert (offer.name, offer.number, offer.lacks[0]) == ("Xã Hòa Bình", 0, Lacks.ANSWERS)
        back = recovering.recover(here, [result, received.campaign])
        assert back.refused == ()
        assert improving.result(here, back.part.id) is not None
        answer_everything(here, back.part.id)
        with pytest.raises(AppError, match=r"recover\.number_needed"):
            submitting.freeze(here, back.part.id, "Nguyễn Văn An", "Chủ tịch")
        trusting.accept_code(here, "SKHCN", trusting.seen_keys(here)[0].check_code, "công văn")
        improving.receive(here, receipt)
        assert submitting.freeze(here, back.part.id, "Nguyễn Văn An", "Chủ tịch").revision.number == 2


def test_the_second_round_needs_its_feedback_and_takes_it_later(received: Houses) -> None:
    part = received.authority_part
    with received.at("SKHCN") as here:
        appraising.give(here, part, "X1", "1.2", Opinion.REJECT, reason="Kế hoạch chưa ban hành")
        told = replying.export_feedback(here, part, received.out, SECRET, ["X1"]).files["X1"][0]
    with received.at("X1") as here:
        improving.receive(here, told)
        assessing.answer(here, received.parts["X1"], "1.2", explanation="Kế hoạch 12 ban hành ngày 02/3")
        assessing.answer(here, received.parts["X1"], "1.2", is_complete=True)
    second = received.send("X1")
    with received.at(NEW) as here:
        back = recovering.recover(here, [second])
        assert Lacks.FEEDBACK in back.offer.lacks
        assert assessing.view(here, back.part.id).round == 2
        improving.receive(here, told)
        submitting.reopen(here, back.part.id, "Sửa lời giải trình")
        assessing.answer(here, back.part.id, "1.2", explanation="Kế hoạch số 12/KH-UBND")
        assert submitting.freeze(here, back.part.id, "Nguyễn Văn An", "Chủ tịch").revision.number == 3


def answer_everything(here: Workspace, part: str) -> None:
    assessing.answer(here, part, "1.1", inputs={"online": "1506", "total": "2000"}, explanation="Sổ", is_complete=True)
    assessing.answer(here, part, "1.2", inputs={"issued": "yes"}, explanation="Kế hoạch 12", is_complete=True)
    assessing.answer(here, part, "2.1", inputs={"lines": "10"}, explanation="Hợp đồng", is_complete=True)
    assessing.answer(here, part, "2.2", points="8.5", explanation="Tự chấm", is_complete=True)


def test_files_of_two_communes_are_not_mixed(received: Houses) -> None:
    files = []
    for code in ("X1", "X2"):
        with received.at(code) as here:
            files.append(submitting.seal_and_export(here, received.parts[code], received.out, SECRET).path)
    with received.at(NEW) as here:
        with pytest.raises(AppError, match=r"recover\.several"):
            recovering.look(here, files)
        with pytest.raises(AppError, match=r"recover\.nothing"):
            recovering.look(here, [received.campaign])
        assert list(here.evidence.digests()) == []


def test_a_damaged_file_leaves_nothing_behind(sent: Houses) -> None:
    data = bytearray(sent.file.read_bytes())  # type: ignore[attr-defined]
    data[len(data) // 2] ^= 1
    broken = sent.folder / "hỏng.thuocso"
    broken.write_bytes(data)
    with sent.at(NEW) as here:
        with pytest.raises(AppError):
            recovering.recover(here, [broken])
        assert (parts.everything(here), list(here.evidence.digests())) == ((), [])
        assert list(here.evidence.incoming.iterdir()) == []


@pytest.fixture
def of_before(sent: Houses, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A submission as 0.3 made it: its content tells nothing of the campaign."""
    with sent.at("X2") as here:
        pass
    sent.fill_in("X2")
    with sent.at("X2") as here:
        part = sent.parts["X2"]
        revision = submitting.freeze(here, part, "Lê Thị B", "Chủ tịch").revision
        content = codec.from_json(SubmissionContent, canonical.decode(revision.content.encode()))
        told = canonical.encode(codec.to_json(dataclasses.replace(content, campaign=None))).decode()
        from app.storage import assessments

        with here.transaction():
            fields = {**canonical.decode(revision.envelope.encode()), "schema": 1}
            del fields["key"]
            head = canonical.encode(fields).decode()
            assessments.set_revision(revision.id, content=told, envelope=head, report="")
        return submitting.seal_and_export(here, part, sent.out, SECRET).path


def test_one_of_before_needs_the_campaign_file_before_anything_is_frozen(of_before: Path, sent: Houses) -> None:
    inspected = reading.inspect(of_before).envelope
    assert inspected is not None
    assert inspected.schema == 1
    with sent.at(NEW) as here:
        back = recovering.recover(here, [of_before])
        assert Lacks.CAMPAIGN in back.offer.lacks
        assert assessing.view(here, back.part.id).done > 0
        submitting.reopen(here, back.part.id, "Sửa")
        with pytest.raises(AppError, match=r"recover\.campaign_needed"):
            submitting.freeze(here, back.part.id, "Lê Thị B", "Chủ tịch")
        campaigning.accept(here, sent.campaign, "X2")
        assert submitting.freeze(here, back.part.id, "Lê Thị B", "Chủ tịch").revision.number == 2


def test_the_shell_and_a_copied_folder_find_the_same(sent: Houses) -> None:
    shutil.copy(sent.file, sent.out / "bản sao.thuocso")  # type: ignore[attr-defined]
    with sent.at(NEW) as here:
        assert recovering.look(here, [sent.out]).number == 1  # the same content twice is one
