"""Whose word a commune hears: under another key than the accepted one everything is kept, and nothing acts."""

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from app.bundles.keys import SealKey, make_seal_key
from app.bundles.manifest import Envelope, Kind, Role, Standing
from app.bundles.writing import write_bundle
from app.domain import codec
from app.domain.contents import (
    AgencyResult,
    FeedbackContent,
    FeedbackKind,
    Figures,
    NodeFeedback,
    ResultContent,
    ResultRow,
    ResultTable,
)
from app.errors import AppError
from app.operations import bundling, inspecting
from app.operations.authority import replying
from app.operations.commune import assessing, improving, submitting
from app.operations.trust import receipted, trusting
from app.operations.workspace import Workspace
from app.wording import sentence
from tests.app.bundles.forging import page
from tests.app.operations.houses import SECRET, Houses
from tests.app.operations.trust.test_receipts import pin, receipt, states

NUMBERS = dict.fromkeys(("scale_points", "maximum", "effective_maximum", "percent", "bonus", "penalty", "total"), "0/1")
FIGURES = Figures(**NUMBERS, is_provisional=False)  # type: ignore[arg-type]
APPRAISAL = FeedbackContent(kind=FeedbackKind.APPRAISAL, nodes={})
RETURN = FeedbackContent(kind=FeedbackKind.RETURN, nodes={}, note="Trả lại")
TABLE = ResultTable(
    code="all", title="Chung", measure="total", rows=(ResultRow(agency="X1", name="X", value="0/1", rank=1),)
)
OWN = AgencyResult(figures=FIGURES, points={})
RESULT = ResultContent(number=1, published_at="2026-12-01T08:00:00+07:00", tables=(TABLE,), own=OWN)


class Stranger:
    """Somebody who knows what was sent, and seals in the authority's name."""

    def __init__(self, envelope: Envelope, folder: Path) -> None:
        self.envelope, self.folder = envelope, folder
        self.key: SealKey = make_seal_key("SKHCN", "Kẻ lạ", Role.AUTHORITY)

    def says(self, content: Any, **more: Any) -> Path:
        kind = Kind.RESULT if isinstance(content, ResultContent) else Kind.FEEDBACK
        more = {"id": "aa" * 16, "standing": Standing.FINAL if kind is Kind.RESULT else None, **more}
        target = self.folder / f"giả-{kind}.thuocso"
        made = dataclasses.replace(self.envelope, kind=kind, **more)
        write_bundle(target, made, None, codec.to_json(content), (), lambda _: page("x"), self.key)
        return target


@pytest.fixture
def stranger(filled: Houses, tmp_path: Path) -> Stranger:
    """X1's submission is at the authority, whose key X1 has accepted."""
    made = receipt(filled, filled.send("X1"))
    envelope = bundling.inspect(made).envelope
    assert envelope is not None
    with filled.at("X1") as here:
        pin(here)
    return Stranger(envelope, tmp_path)


def told(here: Workspace, part: str) -> tuple[Any, ...]:
    """Everything a commune would take for the authority's word."""
    seen = assessing.view(here, part)
    return (
        states(here, part), seen.state, seen.feedback, improving.feedback(here, part),
        improving.returned(here, part), improving.result(here, part),
    )  # fmt: skip


@pytest.mark.parametrize("content", [APPRAISAL, RETURN, RESULT])
def test_a_strangers_word_is_kept_and_does_nothing(filled: Houses, stranger: Stranger, content: Any) -> None:
    path = stranger.says(content)
    with filled.at("X1") as here:
        before = told(here, filled.parts["X1"])
        brought = improving.receive(here, path)
        assert told(here, filled.parts["X1"]) == before
        assert brought.waits is not None
        assert stranger.key.check_code in sentence(brought.waits)
        again = improving.receive(here, path)
        assert (again.is_new, again.waits is None) == (False, False)
        assert told(here, filled.parts["X1"]) == before


def test_what_waited_acts_once_its_key_is_accepted(filled: Houses, stranger: Stranger) -> None:
    part = filled.parts["X1"]
    with filled.at("X1") as here:
        improving.receive(here, stranger.says(RETURN))
        assert states(here, part) == ["exported"]
        trusting.accept_key(here, "SKHCN", "authority", stranger.key.spki_sha256, "công văn 200: Sở đổi khóa")
        assert states(here, part) == ["returned"]
        assert assessing.view(here, part).is_draft
        back = improving.returned(here, part)
        assert back is not None
        assert back.content.note == "Trả lại"


def test_a_result_that_waited_is_shown_once_its_key_is_accepted(filled: Houses, stranger: Stranger) -> None:
    with filled.at("X1") as here:
        improving.receive(here, stranger.says(RESULT))
        trusting.accept_key(here, "SKHCN", "authority", stranger.key.spki_sha256, "công văn 200: Sở đổi khóa")
        shown = improving.result(here, filled.parts["X1"])
        assert shown is not None
        assert shown.content == RESULT


def test_a_strangers_later_word_does_not_silence_the_authority(filled: Houses, stranger: Stranger) -> None:
    part = filled.parts["X1"]
    with filled.at("SKHCN") as here:
        sent = replying.return_submission(here, filled.authority_part, "X1", filled.out, SECRET, "Thiếu trang 2")
    with filled.at("X1") as here:
        improving.receive(here, stranger.says(APPRAISAL, claimed_time="2027-01-01T08:00:00+07:00"))
        improving.receive(here, sent.files["X1"][0])
        assert states(here, part) == ["returned"]


def test_feedback_under_a_first_key_acts_as_before(filled: Houses) -> None:
    receipt(filled, filled.send("X1"))
    with filled.at("SKHCN") as here:
        sent = replying.return_submission(here, filled.authority_part, "X1", filled.out, SECRET, "Thiếu trang 2")
    with filled.at("X1") as here:
        brought = improving.receive(here, sent.files["X1"][0])
        assert (brought.waits, brought.is_known_sender) == (None, False)
        assert states(here, filled.parts["X1"]) == ["returned"]


def test_a_receipt_stands_when_the_authority_replaces_its_key(filled: Houses, clock: Any) -> None:
    path, part = receipt(filled, filled.send("X1")), filled.parts["X1"]
    with filled.at("X1") as here:
        improving.receive(here, path)
        pin(here)
        clock.move(days=3)
        trusting.accept_key(here, "SKHCN", "authority", "ab" * 32, "công văn 200")
        (known,) = receipted.of(here, part)
        assert known.acts
        with pytest.raises(AppError, match=r"submission\.receipt_in"):
            submitting.withdraw(here, part, "thử")
        clock.move(days=1)
        trusting.close_key(here, "SKHCN", "authority", "stolen", "công văn 201")
        assert receipted.of(here, part)[0].acts


def test_a_key_is_accepted_only_with_words_how_it_was_compared(filled: Houses) -> None:
    receipt(filled, filled.send("X1"))
    with filled.at("SKHCN") as here:
        (seen,) = trusting.seen_keys(here)
        before = inspecting.prove(here)
        with pytest.raises(AppError, match=r"key\.no_how"):
            trusting.accept_key(here, seen.agency, seen.role, seen.spki, "  ")
        assert (trusting.pins(here), inspecting.prove(here)) == ((), before)


BAD = dict(NUMBERS, total="1/0")


@pytest.mark.parametrize(
    "content",
    [
        dataclasses.replace(APPRAISAL, deadline="abc"),
        dataclasses.replace(APPRAISAL, deadline="20261201"),
        dataclasses.replace(RETURN, deadline="9999-99-99"),
        dataclasses.replace(APPRAISAL, figures=Figures(**BAD, is_provisional=False)),  # type: ignore[arg-type]
        dataclasses.replace(APPRAISAL, nodes={"n1.1": NodeFeedback(opinion="agree", points="1/0")}),
        dataclasses.replace(APPRAISAL, nodes={"n1.1": NodeFeedback(opinion="zzz", points="1/1")}),
        dataclasses.replace(RESULT, published_at="abc"),
        dataclasses.replace(RESULT, published_at="9999-12-31T23:59:59-12:00"),
        dataclasses.replace(RESULT, own=AgencyResult(figures=FIGURES, points={"n1.1": "a/b"})),
    ],
)
def test_what_is_not_in_its_form_is_refused_before_anything_is_kept(
    filled: Houses, stranger: Stranger, content: Any
) -> None:
    path = stranger.says(content)
    with filled.at("X1") as here:
        before = inspecting.prove(here), told(here, filled.parts["X1"])
        with pytest.raises(AppError, match=r"bundle\.content_malformed"):
            improving.receive(here, path)
        assert (inspecting.prove(here), told(here, filled.parts["X1"])) == before
