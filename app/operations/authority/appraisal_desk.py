"""The assessor's desk as a whole: every dossier opened once, lists by criterion and by agency, earlier answers."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from app.bundles.trust import Light, Lights
from app.domain.agency import Agency
from app.domain.appraisal import UNDECIDED, Opinion, Standing
from app.domain.assessment import Response
from app.domain.framework import Framework, Placed
from app.operations import parts
from app.operations.authority import appraising, collecting
from app.operations.authority.appraising import Dossier
from app.operations.workspace import Workspace
from app.storage import campaigns, people, submissions
from app.storage.campaigns import Part
from app.storage.submissions import HISTORY


@dataclass(frozen=True, slots=True)
class Line:
    """One criterion of one agency in a list. `points`: what counts now, None where there is no number."""

    agency: Agency
    place: Placed
    standing: Standing
    opinion: Opinion | None
    points: Fraction | None

    @property
    def key(self) -> tuple[str, str]:
        """Agency and node."""
        return self.agency.code, self.place.id


@dataclass(frozen=True, slots=True)
class Counts:
    """How many criteria of all submissions stand where."""

    total: int
    open: int
    contested: int
    disagreements: int

    @property
    def done(self) -> int:
        """Those somebody dealt with."""
        return self.total - self.open


@dataclass(frozen=True)
class Desk:
    """All current submissions of a part. `people`: names by the id of an assessor; `lights`: the verdict on each
    agency's file by its code, `three` its three lights; `sent`: how many agencies were sent feedback of the round under
    way."""

    part: Part
    round: int
    dossiers: Mapping[str, Dossier]
    people: Mapping[str, str]
    lights: Mapping[str, Light]
    sent: int
    three: Mapping[str, Lights] = field(default_factory=dict)

    @property
    def agencies(self) -> tuple[Agency, ...]:
        """Those that sent something, in the campaign's order."""
        return tuple(item.agency for item in self.dossiers.values())

    @property
    def frameworks(self) -> tuple[Framework, ...]:
        """The frameworks they answered."""
        return tuple({item.framework.digest: item.framework for item in self.dossiers.values()}.values())

    @property
    def places(self) -> dict[str, Placed]:
        """Every criterion of these frameworks by id, in tree order."""
        return {place.id: place for framework in self.frameworks for place in framework.index.criteria()}

    def by_criterion(self, node: str) -> tuple[Line, ...]:
        """One criterion of every agency it is meant for."""
        lines = []
        for item in self.dossiers.values():
            place = item.framework.index.places.get(node)
            if place is not None and item.framework.index.in_scope(place, item.agency.target_group):
                lines.append(line_of(item, place))
        return tuple(lines)

    def by_agency(self, agency: str) -> tuple[Line, ...]:
        """Every criterion of one agency."""
        item = self.dossiers.get(agency)
        return () if item is None else tuple(line_of(item, place) for place in item.nodes)

    def counts(self) -> Counts:
        """Over everything that was received."""
        standings = [item.standing(place.id) for item in self.dossiers.values() for place in item.nodes]
        return Counts(
            total=len(standings),
            open=standings.count(Standing.UNDECIDED),
            contested=standings.count(Standing.CONTESTED),
            disagreements=standings.count(Standing.DISAGREEMENT),
        )

    def with_dossier(self, item: Dossier) -> "Desk":
        """The same with one dossier read anew."""
        return dataclasses.replace(self, dossiers={**self.dossiers, item.agency.code: item})


def line_of(item: Dossier, place: Placed) -> Line:
    """Where one criterion of a dossier stands."""
    settled = item.settled.get(place.id, UNDECIDED)
    return Line(item.agency, place, item.standing(place.id), settled.opinion, _points(item, place.id))


def _points(item: Dossier, node: str) -> Fraction | None:
    """What counts now; scoring is asked only where neither a decision nor the agency's own sum says it."""
    settled = item.settled.get(node, UNDECIDED)
    if settled.decision is not None and settled.decision.points is not None:
        return settled.decision.points
    is_read_otherwise = any(one.inputs for one in item.opinions if one.node == node)
    if settled.decision is not None or is_read_otherwise:
        return item.counted.nodes[node].points
    return item.stated(node)


def desk(workspace: Workspace, part_id: str) -> Desk:
    """Opens everything; a moment's work with 168 agencies, so it is done beside the window."""
    board = collecting.board(workspace, part_id)
    with workspace.session():
        part = campaigns.part(part_id)
        found = appraising.dossiers(part)
        names = {person.id: person.name for person in people.everybody()}
        round_ = int(people.setting(f"appraisal_round:{part_id}") or 1)
        sent = {told.agency for told in submissions.feedback(part_id) if told.number == round_}
    lights = {row.agency.code: _light(row) for row in board if row.submission}
    three = {
        row.agency.code: Lights(row.integrity, row.seal or Light.UNKNOWN, row.people) for row in board if row.integrity
    }
    return Desk(part, round_, found, names, lights, len(sent & set(found)), three)


def _light(row: collecting.BoardRow) -> Light:
    """The worst of what is known of a file: its content, its key, its signatures where there are any."""
    known = {row.integrity, row.seal, row.people}
    if Light.INVALID in known:
        return Light.INVALID
    return Light.UNKNOWN if Light.UNKNOWN in known else Light.VALID


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an agency answered in an earlier round."""

    round: int
    response: Response


def earlier(workspace: Workspace, opened: Dossier, node: str) -> tuple[Earlier, ...]:
    """Its answers of the rounds before the current submission's, newest first; the last word of each round."""
    with workspace.session():
        kept = submissions.submissions(opened.submission.part, opened.agency.code, HISTORY)
        former = {item.framework: _former(item.framework, opened.framework.digest, node) for item in kept}
    found: dict[int, Earlier] = {}
    for item in sorted(kept, key=lambda one: (one.round, one.revision_number), reverse=True):
        response = parts.opened_content(item.content).responses.get(former[item.framework])
        if item.round < opened.submission.round and response is not None and item.round not in found:
            found[item.round] = Earlier(item.round, response)
    return tuple(found.values())


def _former(old: str, new: str, node: str) -> str:
    """The id that a node of the version `new` had in `old`; "" for none."""
    if old == new:
        return node
    return next((id_ for id_, present in parts.comparison(old, new).names.items() if present == node), "")
