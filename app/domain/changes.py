"""What an operation changed, so that every view can decide whether to look again."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of things that change."""

    PEOPLE = "people"
    FRAMEWORKS = "frameworks"
    DRAFTS = "drafts"
    CAMPAIGNS = "campaigns"
    ASSESSMENT = "assessment"
    RESPONSES = "responses"
    EVIDENCE = "evidence"
    SUBMISSIONS = "submissions"
    KEYS = "keys"
    APPRAISALS = "appraisals"
    RANKING = "ranking"
    RESULTS = "results"


@dataclass(frozen=True, slots=True)
class Changes:
    """Kinds that changed and, where one thing changed, its id (a node, an agency); empty ids: many."""

    kinds: frozenset[Kind] = frozenset()
    ids: frozenset[str] = frozenset()

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(self.kinds | other.kinds, self.ids | other.ids)


def changed(*kinds: Kind, ids: frozenset[str] | set[str] = frozenset()) -> Changes:
    """Shorthand: ``changed(Kind.RESPONSES, ids={"4.3"})``."""
    return Changes(frozenset(kinds), frozenset(ids))
