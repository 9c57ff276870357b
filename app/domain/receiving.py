"""Which of the submissions received from one agency counts: a rule over what is there, never over how it came in.

What a person of the authority decided (`Ruling`) is read in its order; everything else follows from the set alone, so
that files in any order, twice or late lead to the same board (bundle format: "Three digests").
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Place(StrEnum):
    """Where a received submission stands; at most one of an agency is CURRENT, and that one is appraised."""

    CURRENT = "current"
    HISTORY = "history"
    CONFLICTING = "conflicting"  # another one bears the same round and number; neither counts before a person chose
    WAITING = "waiting"  # a replacement after the deadline or under another key: the authority consents, or declines
    RETURNED = "returned"  # sent back to be completed; nothing counts until another one comes
    BAD_SIGNATURE = "bad_signature"  # a person's signature on it does not hold: kept for comparison


class Act(StrEnum):
    """What a person of the authority decided about a submission, always with a reason."""

    CHOOSE = "choose"  # this one counts over the others named
    CONSENT = "consent"  # a replacement that waits is taken
    DECLINE = "decline"  # … is not taken
    RETURN = "return"  # goes back to be completed
    KEEP = "keep"  # a return is taken back


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision about the submission with this content digest; `over`: those a choice sets aside."""

    act: Act
    digest: str
    over: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """A submission that was received, as far as its place depends on it.

    `is_late`: after its agency's last day; `is_badly_signed`: a person's signature on it was INVALID when it came;
    `is_disowned`: sealed with a key that is said not to be its agency's, so that it is history and no more;
    `is_strange`: sealed with another key than the accepted one, which nobody has settled yet.
    """

    digest: str
    round: int
    number: int
    is_late: bool = False
    is_badly_signed: bool = False
    is_disowned: bool = False
    is_strange: bool = False

    @property
    def rank(self) -> tuple[int, int]:
        """Later rounds and higher numbers stand before earlier ones."""
        return self.round, self.number


def places(held: Sequence[Held], rulings: Iterable[Ruling] = ()) -> dict[str, Place]:
    """The place of every submission of one agency, by content digest.

    While anything under an accepted key counts, what came under another key waits until a person agrees to it.
    """
    aside, agreed, returned = _ruled(rulings)
    offered = [item for item in held if item.digest not in aside and not item.is_disowned]
    strange = [item for item in offered if item.is_strange and item.digest not in agreed]
    if not _counted([item for item in offered if not item.is_strange], agreed, returned):
        strange = []
    candidates = [item for item in offered if item not in strange]
    counted = _counted(candidates, agreed, returned)
    top = max((item.rank for item in counted), default=(0, 0))
    first = [item for item in counted if item.rank == top]
    found = {item.digest: Place.HISTORY for item in held}
    found |= {item.digest: Place.WAITING for item in strange if item.rank >= top}
    above = [item for item in candidates if item.rank > top]
    found |= {item.digest: Place.BAD_SIGNATURE if _is_unsigned(item, agreed) else Place.WAITING for item in above}
    alone = Place.RETURNED if first and first[0].digest in returned else Place.CURRENT
    found |= {item.digest: Place.CONFLICTING if len(first) > 1 else alone for item in first}
    return found


def _counted(candidates: Iterable[Held], agreed: set[str], returned: set[str]) -> list[Held]:
    """Those that neither wait for consent nor bear a signature that does not hold."""
    signed = [item for item in candidates if not _is_unsigned(item, agreed)]
    timely = [item for item in signed if not item.is_late and item.digest not in returned]
    return [item for item in signed if item.digest in agreed or not _waits(item, timely)]


def _is_unsigned(item: Held, agreed: set[str]) -> bool:
    return item.is_badly_signed and item.digest not in agreed


def _waits(item: Held, timely: Iterable[Held]) -> bool:
    """A late one replaces a timely one of its round by consent only; what was returned may be replaced at any time."""
    return item.is_late and any(each.round == item.round and each.number < item.number for each in timely)


def _ruled(rulings: Iterable[Ruling]) -> tuple[set[str], set[str], set[str]]:
    """What the decisions together set aside, agree to and send back: the later one holds."""
    aside: set[str] = set()
    agreed: set[str] = set()
    returned: set[str] = set()
    for each in rulings:
        if each.act in (Act.CHOOSE, Act.CONSENT):
            aside = (aside | set(each.over)) - {each.digest}
            agreed.add(each.digest)
        elif each.act is Act.DECLINE:
            aside.add(each.digest)
        elif each.act is Act.RETURN:
            returned.add(each.digest)
        if each.act in (Act.CHOOSE, Act.KEEP):
            returned.discard(each.digest)
    return aside, agreed, returned
