"""A finding stands as it was found; it is found again beside it, a year later too."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.bundles.people import making
from app.bundles.trust import Light, PeopleRole
from app.domain import results
from app.domain.campaign import Demand
from app.domain.results import Score
from app.errors import AppError
from app.operations.authority import collecting, publishing, settling
from app.operations.commune import evidencing, submitting
from app.operations.trust import certifying, signing, trusting, verifying
from app.operations.trust.finding_words import told_of
from app.storage import campaigns
from tests.app.bundles.people import pki
from tests.app.operations.houses import SECRET, Houses
from tests.app.operations.sets import pdf

SIGNED_PARTS = ((signing.LEADER, "leader"), (signing.AGENCY, "agency"))


@pytest.fixture
def came_in(filled: Houses, tmp_path: Path) -> Houses:
    """The authority received a report signed by leader and agency, and knows nothing of either yet."""
    sent = signed_and_sent(filled, tmp_path)
    with filled.at("SKHCN") as here:
        assert collecting.import_paths(here, filled.authority_part, [sent]).files[0].error is None
    return filled


def signed_and_sent(filled: Houses, tmp_path: Path) -> Path:
    filled.clock.now = pki.NOW
    for name in ("X1", "SKHCN"):
        with filled.at(name) as here, here.transaction():
            part = filled.parts["X1"] if name == "X1" else filled.authority_part
            campaigns.update(replace(campaigns.part(part).campaign, demand=Demand.LEADER_AND_AGENCY))
    with filled.at("X1") as here:
        part = filled.parts["X1"]
        submitting.freeze(here, part, "Nguyễn Văn An", "Chủ tịch")
        signing.hand_out(here, part, tmp_path / "ký.pdf")
        data = (tmp_path / "ký.pdf").read_bytes()
        for field, who in SIGNED_PARTS:
            data = making.sign(data, field, pki.people()[who], pki.SIGNED)
        (tmp_path / "ký.pdf").write_bytes(data)
        signing.take_back(here, part, [tmp_path / "ký.pdf"])
        return submitting.seal_and_export(here, part, filled.out, SECRET).path


def more(score: Score, node: str) -> Score:
    """What a program would claim that was made to add five points to a node, or to the total alone."""
    if not node:
        return replace(score, total=score.total + 5)
    told = score.nodes[node]
    return replace(score, nodes={**score.nodes, node: told._replace(points=told.points + 5)})


@pytest.mark.parametrize(("node", "named"), [("n1.1", "1.1"), ("", "Tổng điểm")])
def test_points_on_the_paper_that_are_not_found_here_are_never_under_a_green_light(
    filled: Houses, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, node: str, named: str
) -> None:
    """Paper and claims agree with each other; what the data give is another thing."""
    with monkeypatch.context() as patched:
        honest = results.score
        patched.setattr(results, "score", lambda *given: more(honest(*given), node))
        sent = signed_and_sent(filled, tmp_path)
    with filled.at("SKHCN") as here:
        vouch(here, tmp_path)
        (taken,) = collecting.import_paths(here, filled.authority_part, [sent]).files
        assert taken.error is None
        trusting.accept_key(here, "X1", "agency", row_of(filled, here).spki, "điện thoại")
        assert row_of(filled, here).people is Light.UNKNOWN
        verifying.verify_again(here, filled.authority_part, file_id(filled, here))
        found = verifying.findings(here, file_id(filled, here))
        for each in found.all:
            assert (each.people, each.seal is Light.VALID) == (Light.UNKNOWN, each is not found.first)
            assert [values for code, values in each.reasons if code == "report.other_points"] == [
                {"count": "1", "criteria": named}
            ]
            assert named in told_of(found, each).lights[2].sentence


def file_id(houses: Houses, here) -> str:
    row = next(row for row in collecting.board(here, houses.authority_part) if row.agency.code == "X1")
    return verifying.of_submission(here, houses.authority_part, row.submission).file_id


def believe(here, folder: Path) -> None:
    vouch(here, folder)
    (key,) = trusting.seen_keys(here)
    trusting.accept_key(here, key.agency, key.role, key.spki, "điện thoại")


def vouch(here, folder: Path) -> None:
    for name, data in (("gốc.cer", pki.ROOT.certificate), ("1.crl", pki.crls()[0]), ("2.crl", pki.crls()[1])):
        (folder / name).write_bytes(data)
    certifying.load(here, [folder / name for name in ("gốc.cer", "1.crl", "2.crl")])
    for role, who in ((PeopleRole.LEADER, "leader"), (PeopleRole.AGENCY, "agency")):
        certifying.accept_signer(here, "X1", role, pki.people()[who].subject, "Công văn 12")


def test_the_first_finding_stands_and_later_ones_stand_beside_it(came_in: Houses, tmp_path: Path) -> None:
    with came_in.at("SKHCN") as here:
        file = file_id(came_in, here)
        first = verifying.findings(here, file).first
        assert first.lights == (Light.VALID, Light.UNKNOWN, Light.UNKNOWN)
        assert first.signed is not None
        assert [each.name for each in first.signed.signatures] == ["Nguyễn Văn An", pki.UNIT]
        assert "signature.no_authorities" in [reason.code for reason in first.signed.all_reasons]

        believe(here, tmp_path)
        verifying.verify_again(here, came_in.authority_part, file)
        told = verifying.findings(here, file)
        assert (told.first, told.latest.lights) == (first, (Light.VALID, Light.VALID, Light.VALID))
        assert told.latest.signed.signatures[0].role is PeopleRole.LEADER

        came_in.clock.now = pki.NOW + timedelta(days=366)
        verifying.verify_again(here, came_in.authority_part, file)
        verifying.verify_again(here, came_in.authority_part, file, pki.NOW)
        told = verifying.findings(here, file)
        assert [found.people for found in told.all] == [Light.UNKNOWN, Light.VALID, Light.UNKNOWN, Light.VALID]
        assert told.all[-1].judged_at == pki.NOW.isoformat(timespec="seconds")


def row_of(houses: Houses, here) -> collecting.BoardRow:
    return next(row for row in collecting.board(here, houses.authority_part) if row.agency.code == "X1")


def test_the_board_shows_what_was_found_since_and_a_later_lack_takes_nothing_back(
    came_in: Houses, tmp_path: Path
) -> None:
    with came_in.at("SKHCN") as here:
        file = file_id(came_in, here)
        assert row_of(came_in, here).people is Light.UNKNOWN
        believe(here, tmp_path)
        verifying.verify_again(here, came_in.authority_part, file, came_in.clock.now + timedelta(days=400))
        assert row_of(came_in, here).people is Light.UNKNOWN
        verifying.verify_again(here, came_in.authority_part, file)
        assert row_of(came_in, here).people is Light.VALID
        came_in.clock.now = pki.NOW + timedelta(days=366)
        verifying.verify_again(here, came_in.authority_part, file)
        assert verifying.findings(here, file).latest.people is Light.UNKNOWN
        assert row_of(came_in, here).people is Light.VALID


def test_what_is_found_as_of_an_earlier_day_is_told_and_moves_nothing_on_the_board(
    came_in: Houses, tmp_path: Path
) -> None:
    with came_in.at("SKHCN") as here:
        file = file_id(came_in, here)
        came_in.clock.now = pki.NOW + timedelta(days=60)  # the lists are stale by now
        believe(here, tmp_path)
        verifying.verify_again(here, came_in.authority_part, file, pki.NOW)
        assert verifying.findings(here, file).latest.people is Light.VALID
        assert row_of(came_in, here).people is Light.UNKNOWN
        verifying.verify_again(here, came_in.authority_part, file)
        assert row_of(came_in, here).people is Light.UNKNOWN


def test_keys_and_signatures_each_have_their_reason_and_both_are_printed(came_in: Houses, tmp_path: Path) -> None:
    part = came_in.authority_part
    keys, signatures = "Đã đọc mã tại cuộc họp", "Đã đối chiếu chữ ký với bản giấy"
    with came_in.at("SKHCN") as here:
        with pytest.raises(AppError, match=r"publication\.keys_open"):
            publishing.publish(here, part, tmp_path, SECRET, is_final=False, signature_reason=signatures)
        with pytest.raises(AppError, match=r"publication\.signatures_open"):
            publishing.publish(here, part, tmp_path, SECRET, is_final=False, key_reason=keys)
        both = {"key_reason": keys, "signature_reason": signatures}
        publishing.publish(here, part, tmp_path, SECRET, is_final=False, **both)
        assert f"{keys} {signatures}" in publishing.results(here, part)[0].content


def test_signatures_not_confirmed_are_published_only_with_a_reason_that_is_printed(
    came_in: Houses, tmp_path: Path
) -> None:
    part = came_in.authority_part
    with came_in.at("SKHCN") as here:
        (key,) = trusting.seen_keys(here)
        trusting.accept_key(here, key.agency, key.role, key.spki, "điện thoại")
        ready = settling.readiness(here, part)
        assert len(ready.signatures) == 1
        assert ready.open(settling.Check.SIGNATURES) == 1
        with pytest.raises(AppError, match=r"publication\.signatures_open"):
            publishing.publish(here, part, tmp_path, SECRET, is_final=False)
        why = "Đã đối chiếu chữ ký với bản giấy"
        publishing.publish(here, part, tmp_path, SECRET, is_final=False, signature_reason=why)
        assert why in publishing.results(here, part)[0].content
        believe(here, tmp_path)
        verifying.verify_again(here, part, file_id(came_in, here))
        assert settling.readiness(here, part).open(settling.Check.SIGNATURES) == 0


def test_a_finding_is_told_in_words_for_panel_paper_and_shell(came_in: Houses, tmp_path: Path) -> None:
    with came_in.at("SKHCN") as here:
        found = verifying.findings(here, file_id(came_in, here))
        told = told_of(found, found.first)
        assert [each.light for each in told.lights] == ["VALID", "UNKNOWN", "UNKNOWN"]
        assert found.first.check_code in told.lights[1].sentence
        leader = dict(told.signatures[0].facts)
        assert leader["Nơi cấp chứng thư"] == "CA cơ quan nhà nước thử nghiệm"
        assert leader["Hiệu lực chứng thư khi ký"] == "Chưa xác định được nơi cấp"
        assert told.signatures[0].subject == pki.people()["leader"].subject
        looked = verifying.look_at(here, next(came_in.out.glob("*.thuocso")))
        assert looked.file_id == ""
        assert told_of(looked, looked.first, "en").word == "Not enough grounds to confirm"
        (tmp_path / "cắt.thuocso").write_bytes(next(came_in.out.glob("*.thuocso")).read_bytes()[:-3000])
        cut = verifying.look_at(here, tmp_path / "cắt.thuocso")
        words = told_of(cut, cut.first)
        assert (words.light, words.lights[0].light, words.lights[1].light) == ("INVALID", "INVALID", "")


def test_a_page_is_shown_before_and_after(came_in: Houses) -> None:
    with came_in.at("SKHCN") as here:
        before, after = verifying.pictures(here, file_id(came_in, here), 1)
    assert before.startswith(b"\x89PNG")
    assert after.startswith(b"\x89PNG")


def test_evidence_that_is_itself_signed_gets_the_same_check(filled: Houses, tmp_path: Path) -> None:
    filled.clock.now = pki.NOW
    with filled.at("X1") as here:
        part = filled.parts["X1"]
        submitting.freeze(here, part, "Nguyễn Văn An", "Chủ tịch")
        signing.hand_out(here, part, tmp_path / "QĐ 15.pdf")
        signed = making.sign((tmp_path / "QĐ 15.pdf").read_bytes(), signing.LEADER, pki.people()["leader"], pki.SIGNED)
        (tmp_path / "QĐ 15.pdf").write_bytes(signed)
        submitting.reopen(here, part, "thêm minh chứng")
        evidencing.attach(here, part, "2.2", [tmp_path / "QĐ 15.pdf", pdf(tmp_path, "không ký.pdf")])
        digests = {path.name for path in map(here.evidence.path, here.evidence.digests())}
        found = {digest: verifying.signatures_of(here, digest) for digest in digests}
        (told,) = [each for each in found.values() if each is not None and each.signatures]
        assert (told.light, told.signatures[0].name) == (Light.UNKNOWN, "Nguyễn Văn An")
        believe_only = [digest for digest, each in found.items() if each is told]
        certifying.accept_signer(here, "X1", PeopleRole.LEADER, pki.people()["leader"].subject, "biết")
        assert verifying.signatures_of(here, believe_only[0]) == told
