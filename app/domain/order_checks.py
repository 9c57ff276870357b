"""What is wrong with the order of things in a framework: codes that are left out, deadlines that run backwards."""

from collections.abc import Iterator

from app.domain.framework import Framework
from app.domain.numbering import patterns_of
from app.domain.problems import Problem, remark, warning


def check_codes(framework: Framework) -> Iterator[Problem]:
    """Nodes without a code among siblings that have one, and places of a list that no code takes."""
    index = framework.index
    taken = {place.node.code for place in index.places.values()}
    for ids in index.children.values():
        codes = [index.places[id_].node.code for id_ in ids]
        coded = sum(map(bool, codes))
        found = patterns_of(codes)
        for number, (id_, code) in enumerate(zip(ids, codes, strict=True)):
            if not code and coded > len(codes) / 2:
                yield remark("code_missing", id_)
            before, here = found[number - 1] if number else None, found[number]
            if before is not None and here is not None and before[0] == here[0]:
                expected = here[0].code(before[1] + 1)
                if here[1] != before[1] + 1 and expected not in taken:
                    yield remark("code_skipped", id_, code=code, expected=expected)


def check_deadlines(framework: Framework) -> Iterator[Problem]:
    """Steps whose last day lies before that of a step they come after."""
    latest, name = None, ""
    for step in framework.steps:
        day = step.deadline.last_day() if step.deadline is not None else None
        if day is None:
            continue
        if latest is not None and day < latest:
            yield warning("deadline_backwards", step=step.name, day=day, before=name, last=latest)
        else:
            latest, name = day, step.name
