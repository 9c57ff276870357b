"""What later revisions show on the pages of an earlier one, judged by its place.

Both are drawn and compared, because a signature's appearance can repaint a figure while every tool that looks at the
objects alone still calls the signatures valid. What stands in a reserved area is expected; elsewhere it is to be
looked at; over printed text, or in its place, it makes the paper invalid.
"""

from collections import Counter, deque
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PIL import Image, ImageChops

from app.bundles.people import areas, pictures, revisions
from app.bundles.people.found import Addition, AdditionKind, Box
from app.bundles.people.grids import flat
from app.bundles.people.pictures import Pictures

DOTS = 100.0  # to the inch, of the pictures compared
MAX_TOLD = 20  # additions of one page that are told apart
_CHANGED = 24  # by how much a pixel must differ, of 255
_REDRAWN = 110  # the same where another program wrote the pages anew, whose letters may sit a little aside
_INK = 200  # darker is print
_CELL = 8  # pixels; changes nearer than this are one
_BESIDE = 4.0  # points at which something stands beside a word rather than anywhere: a digit set before a figure
SIGNATURE = "signature"  # the place of a signature on a paper that is not our report
# on the two lines of the head words may be written anew: no figure ever stands there. On other papers a seal stands
# over the signature of the hand, which is a picture too
_MAY_COVER = ("number", "date", SIGNATURE)
_CLEAR = 1.5  # points by which a painted thing may stand over the edge of its area


def judge_additions(
    before: bytes, after: bytes, *, is_rewritten: bool = False, elsewhere: Mapping[int, Sequence[Box]] | None = None
) -> tuple[Addition, ...]:
    """Everything `after` shows that `before` does not, page by page.

    A page that is gone, new or of another size is one addition over all of it. For papers that are not our reports
    `elsewhere` has, by page from 0, the boxes of later signatures: what is expected on them. Raises
    `Refused("report.unreadable")`.
    """
    leader = revisions.field_box(before, areas.LEADER)
    new_notes = _new_notes(before, after)
    with pictures.opened(before) as old, pictures.opened(after) as new:
        found: list[Addition] = []
        for page in range(max(old.count, new.count)):
            if page >= old.count or page >= new.count or not _same_size(old, new, page):
                found.append(_whole_page(old, new, page))
                continue
            if elsewhere is None:
                box = leader[1] if leader is not None and leader[0] == page else None
                kept_free = areas.reserved(page, old.count, old.size(page), box)
            else:
                kept_free = tuple(areas.Area(SIGNATURE, box) for box in elsewhere.get(page, ()))
            seen = _seen(old, new, page, kept_free, _REDRAWN if is_rewritten else _CHANGED)
            found += seen
            found += _unseen(page, [note for at, note in new_notes if at == page], seen, kept_free)
            if not is_rewritten:
                found += _hidden_words(old, new, page, seen)
    return tuple(found)


def notes_outside(paper: bytes) -> tuple[Addition, ...]:
    """Fields and notes with a place outside the reserved areas of a report."""
    leader = revisions.field_box(paper, areas.LEADER)
    found = []
    with pictures.opened(paper) as pages:
        for page, box, _ in revisions.notes(paper):
            here = leader[1] if leader is not None and leader[0] == page else None
            kept_free = areas.reserved(page, pages.count, pages.size(page), here)
            if not any(area.holds(box) for area in kept_free):
                found.append(Addition(page + 1, AdditionKind.ELSEWHERE, box))
    return tuple(found)


# What can be seen -----------------------------------------------------------------------------------------------


def _seen(old: Pictures, new: Pictures, page: int, kept_free: Iterable[areas.Area], threshold: int) -> list[Addition]:
    printed, shown = old.picture(page, DOTS), new.picture(page, DOTS)
    changed = ImageChops.difference(printed, shown).point(lambda value: 255 if value > threshold else 0)
    if changed.getbbox() is None:
        return []
    ink = printed.point(lambda value: 255 if value < _INK else 0)
    sheet = _Sheet(old.size(page), printed.size)
    found = []
    for area in kept_free:
        inside = sheet.pixels(area.box, _CLEAR)
        part = changed.crop(inside).getbbox()
        if part is None:
            continue
        here = sheet.points(_moved(part, inside))
        kind = AdditionKind.EXPECTED
        if area.name not in _MAY_COVER and _both(changed, ink, inside):
            kind = AdditionKind.OVER_TEXT
        found.append(Addition(page + 1, kind, here, _words(old, new, page, here), area.name))
        changed.paste(0, inside)
    lines = old.lines(page)
    for cluster in _clusters(changed):
        box = sheet.points(cluster)
        is_over = _both(changed, ink, cluster) or any(_touch(box, line) for line in lines)
        kind = AdditionKind.OVER_TEXT if is_over else AdditionKind.ELSEWHERE
        found.append(Addition(page + 1, kind, box, _words(old, new, page, box)))
    return found


class _Sheet:
    """Points of a page and pixels of its picture."""

    def __init__(self, size: tuple[float, float], pixels: tuple[int, int]) -> None:
        self._height = size[1]
        self._wide, self._high = pixels[0] / size[0], pixels[1] / size[1]
        self._whole = pixels

    def pixels(self, box: Box, more: float = 0.0) -> tuple[int, int, int, int]:
        """Left, upper, right, lower; `more` points are added all round."""
        left, bottom, right, top = box
        return (
            max(round((left - more) * self._wide), 0),
            max(round((self._height - top - more) * self._high), 0),
            min(round((right + more) * self._wide), self._whole[0]),
            min(round((self._height - bottom + more) * self._high), self._whole[1]),
        )

    def points(self, box: tuple[int, int, int, int]) -> Box:
        """The other way."""
        left, upper, right, lower = box
        bottom, top = self._height - lower / self._high, self._height - upper / self._high
        return left / self._wide, bottom, right / self._wide, top


def _clusters(changed: Any) -> list[tuple[int, int, int, int]]:
    """Boxes of what lies together; beyond `MAX_TOLD` the rest is one."""
    wide, high = -(-changed.width // _CELL), -(-changed.height // _CELL)
    padded = Image.new("L", (wide * _CELL, high * _CELL))
    padded.paste(changed)
    coarse = padded.reduce(_CELL).point(lambda value: 255 if value else 0)
    left = {at for at, value in enumerate(coarse.tobytes()) if value}  # one pixel of 64 is still 4 of 255
    found: list[tuple[int, int, int, int]] = []
    while left:
        group, waiting = set[int](), deque([left.pop()])
        while waiting:
            at = waiting.popleft()
            group.add(at)
            row, column = divmod(at, wide)
            for near_row in (row - 1, row, row + 1):
                for near in (column - 1, column, column + 1):
                    place = near_row * wide + near
                    if 0 <= near < wide and place in left:
                        left.discard(place)
                        waiting.append(place)
        rows, columns = [at // wide for at in group], [at % wide for at in group]
        coarse_box = (min(columns) * _CELL, min(rows) * _CELL, (max(columns) + 1) * _CELL, (max(rows) + 1) * _CELL)
        exact = padded.crop(coarse_box).getbbox()
        found.append(_moved(exact or (0, 0, _CELL, _CELL), coarse_box))
    found.sort(key=lambda box: (box[1], box[0]))
    if len(found) <= MAX_TOLD:
        return found
    rest = found[MAX_TOLD - 1 :]
    lefts, uppers, rights, lowers = zip(*rest, strict=True)
    return [*found[: MAX_TOLD - 1], (min(lefts), min(uppers), max(rights), max(lowers))]


def _moved(box: tuple[int, int, int, int], by: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    return box[0] + by[0], box[1] + by[1], box[2] + by[0], box[3] + by[1]


def _both(changed: Any, ink: Any, box: tuple[int, int, int, int]) -> bool:
    """Whether something changed where there was print."""
    return ImageChops.multiply(changed.crop(box), ink.crop(box)).getbbox() is not None


def _touch(box: Box, line: Box) -> bool:
    return box[0] < line[2] + _BESIDE and line[0] - _BESIDE < box[2] and box[1] < line[3] and line[1] < box[3]


def _words(old: Pictures, new: Pictures, page: int, box: Box) -> str:
    """The text that was added to the page's content there, if it is text."""
    words = new.words_in(page, box)
    return "" if words == old.words_in(page, box) else words[:200]


# What cannot be seen here, but perhaps elsewhere ---------------------------------------------------------------------


def _new_notes(before: bytes, after: bytes) -> list[tuple[int, Box]]:
    """Annotations and fields with a place that were not there, or elsewhere."""
    known = set(revisions.notes(before))
    return [(page, box) for page, box, kind in revisions.notes(after) if (page, box, kind) not in known]


def _unseen(page: int, notes: list[Box], seen: list[Addition], kept_free: Iterable[areas.Area]) -> list[Addition]:
    """A field or note outside the reserved areas shows itself in some programs, or when printed, though not here."""
    told = [each.box for each in seen if each.kind is not AdditionKind.EXPECTED]
    return [
        Addition(page + 1, AdditionKind.ELSEWHERE, box)
        for box in notes
        if not any(area.holds(box) for area in kept_free) and not any(_touch(box, other) for other in told)
    ]


def _hidden_words(old: Pictures, new: Pictures, page: int, seen: list[Addition]) -> list[Addition]:
    """Letters that came or went without a trace on the picture."""
    before, after = Counter(flat(old.words(page))), Counter(flat(new.words(page)))
    for each in seen:
        after -= Counter(flat(each.words)) - Counter(flat(old.words_in(page, each.box)))
    if before == after or any(each.kind is AdditionKind.OVER_TEXT for each in seen):
        return []
    width, height = new.size(page)
    return [Addition(page + 1, AdditionKind.ELSEWHERE, (0.0, 0.0, width, height))]


def _same_size(old: Pictures, new: Pictures, page: int) -> bool:
    return all(abs(one - other) < 0.5 for one, other in zip(old.size(page), new.size(page), strict=True))


def _whole_page(old: Pictures, new: Pictures, page: int) -> Addition:
    """A page more is to be looked at; one less, or of another size, has lost what was printed."""
    there = new if page < new.count else old
    width, height = there.size(page)
    kind = AdditionKind.ELSEWHERE if page >= old.count else AdditionKind.OVER_TEXT
    return Addition(page + 1, kind, (0.0, 0.0, width, height))
