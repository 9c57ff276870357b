"""A decision played through: its skeleton completed with INVENTED criteria, and the offices on their own computers.

The criteria here are nobody's: the annexes of the decisions are not at hand. What surrounds them is the decision's.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

from app.domain import framework as frameworks
from app.domain import lacking, questions
from app.domain.agency import Agency, Authority, Contact
from app.domain.assessment import Answers, EvidenceLevel, Response
from app.domain.campaign import Period, Round
from app.domain.deadline import VIETNAM
from app.domain.framework import Framework
from app.operations.authority import campaigning, collecting, publishing, replying
from app.operations.authority.publishing import Published, Ranked
from app.operations.commune import assessing, evidencing, improving
from app.operations.trust import trusting
from app.operations.workspace import Workspace
from tests.app.operations.houses import SECRET, Houses
from tests.app.operations.sets import pdf

INVENTED = "Tiêu chí đặt ra để thử"  # how every criterion below is named
SHARE = {"type": "scored", "measure": {"type": "ratio", "numerator": "done", "denominator": "due"}}
INPUTS = [{"key": "done", "label": "Số việc đã làm"}, {"key": "due", "label": "Số việc phải làm"}]


def invented(code: str, maximum: int, **more: Any) -> dict[str, Any]:
    """A criterion of nobody's: share of work done × maximum."""
    rule = {**SHARE, "scale": {"type": "times_maximum"}}
    return {
        "type": "criterion", "code": code, "title": f"{INVENTED} {code}", "maximum": str(maximum),
        "rule": rule, "inputs": INPUTS, **more,
    }  # fmt: skip


def completed(skeleton: Framework, maxima: Sequence[Sequence[int]], **answers: str) -> Framework:
    """The skeleton with its questions answered and, in each group in turn, criteria of these maxima: complete.

    The first of each group is to be proven with a file.
    """
    for code, answer in answers.items():
        skeleton = questions.answered(skeleton, code.replace("_", "-"), answer, "Hội đồng thống nhất")
    raw = frameworks.to_json(skeleton)
    for number, (group, own) in enumerate(zip(raw["nodes"], maxima, strict=True), 1):
        group["nodes"] = [
            invented(f"{number}.{at}", maximum, **({} if at == 1 else {"evidence_required": False}))
            for at, maximum in enumerate(own, 1)
        ]
        group["maximum"] = str(sum(own))
    scale = [group for group in raw["nodes"] if group.get("role", "scale") == "scale"]
    raw["totals"]["maximum"] = str(sum(int(group["maximum"]) for group in scale))
    return lacking.completed(frameworks.from_json(raw))


def agency(code: str, name: str, target_group: str, **more: Any) -> Agency:
    return Agency(code=code, name=name, target_group=target_group, contact=Contact(name="Anh Lâm"), **more)


class Calendar:
    """A clock on a day of the decision's own calendar."""

    def __init__(self, *day: int) -> None:
        self.now = datetime(*day, 9, 0, tzinfo=VIETNAM)

    def __call__(self) -> datetime:
        return self.now

    def turn_to(self, *day: int) -> None:
        self.now = datetime(*day, 9, 0, tzinfo=VIETNAM)


@dataclass(frozen=True)
class Said:
    """What an office says to one criterion: work done of work due, and how it proves it."""

    done: int
    due: int = 100
    explanation: str = ""
    is_proven: bool = True
    level: str | None = None
    ground: str | None = None  # claimed instead of figures

    @property
    def response(self) -> Response:
        level = EvidenceLevel(self.level) if self.level else EvidenceLevel.NONE
        inputs = {} if self.ground else {"done": str(self.done), "due": str(self.due)}
        return Response(inputs=inputs, explanation=self.explanation, evidence=level, not_applicable=self.ground)


class Decision(Houses):
    """The authority and its offices; `open` begins the exercise, `self_assess` answers everything and hands in."""

    def __init__(self, folder: Path, calendar: Calendar, authority: Authority) -> None:
        super().__init__(folder, calendar)
        self.calendar, self.authority = calendar, authority

    def open(
        self, title: str, period: Period, rounds: Sequence[Round], sets: Mapping[str, Framework], *agencies: Agency
    ) -> None:
        with self.office() as here:
            part = campaigning.create(
                here, title=title, authority=self.authority, period=period, sets=sets, agencies=agencies,
                rounds=tuple(rounds),
            )  # fmt: skip
            self.authority_part = part.id
            campaigning.export_campaign(here, part.id, self.campaign, SECRET)

    def office(self) -> Any:
        """The authority's own computer."""
        return self.at(self.authority.code)

    def self_assess(self, code: str, said: Mapping[str, Said | int], default: int = 100) -> None:
        """An office takes the campaign up, answers every criterion (share done, of 100), and hands in."""
        with self.at(code) as here:
            part = self.parts[code] = campaigning.accept(here, self.campaign, code).id
            told: dict[str, Said] = {}
            for place in assessing.view(here, part).framework.index.criteria():
                one = said.get(place.node.code, default)
                is_proven = place.criterion is not None and place.criterion.evidence_required
                told[place.id] = one if isinstance(one, Said) else Said(one, is_proven=is_proven)
            assessing.load_answers(here, part, Answers(responses={node: one.response for node, one in told.items()}))
            for node, one in told.items():
                if one.is_proven:
                    self.prove(here, code, node)
        self.send(code)

    def say(self, here: Workspace, code: str, node: str, told: Said) -> None:
        """One criterion answered, or answered again."""
        part, given = self.parts[code], told.response
        words = given.explanation
        assessing.answer(here, part, node, inputs=given.inputs, explanation=words, level=told.level, is_complete=True)
        if told.is_proven:
            self.prove(here, code, node)

    def prove(self, here: Workspace, code: str, node: str) -> None:
        evidencing.attach(here, self.parts[code], node, [pdf(self.folder, f"Báo cáo {code}.pdf", code)])

    def collect(self) -> int:
        """The authority takes in what lies on the stick and accepts the keys; how many were new."""
        with self.office() as here:
            drop = collecting.import_paths(here, self.authority_part, [self.out])
            for row in collecting.board(here, self.authority_part):
                if row.spki:
                    trusting.accept_key(here, row.agency.code, "agency", row.spki, "Đối chiếu mã qua điện thoại")
        for path in self.out.iterdir():
            path.unlink()
        return sum(taken.outcome.value == "received" for taken in drop.files)

    def reply(self, *codes: str) -> None:
        """Feedback goes to those named, the appraisal round ends; they take it in."""
        with self.office() as here:
            sent = replying.export_feedback(here, self.authority_part, self.out, SECRET, codes)
            replying.close_round(here, self.authority_part)
        for code in codes:
            with self.at(code) as here:
                improving.receive(here, sent.files[code][0])
        for path in self.out.iterdir():
            path.unlink()

    def publish(self, note: str = "") -> tuple[Ranked, Published]:
        with self.office() as here:
            ranked = publishing.compute(here, self.authority_part)
            return ranked, publishing.publish(here, self.authority_part, self.out, SECRET, note=note)


def table(ranked: Ranked, code: str) -> list[tuple[str, int | None, Fraction | None]]:
    """The rows of one ranking table: who, rank, number."""
    (found,) = [item for item in ranked.tables if item.code == code]
    return [(row.agency, row.rank, row.value) for row in found.rows]
