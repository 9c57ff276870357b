"""The chain: whatever is altered, left out, put in or put elsewhere among the lines is found, at its place."""

import hashlib
import json
from dataclasses import asdict, replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain import journal
from app.domain.journal import Line, Proof, proven

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
PLAIN = st.builds(Line, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT)


def chained(lines, earlier=()):
    made, previous = list(earlier), journal.before_the_chain(earlier)
    for line in lines:
        made.append(journal.sealed(line, previous))
        previous = made[-1].digest
    return made


LINES = st.lists(PLAIN, min_size=2, max_size=8)


@given(LINES, st.lists(PLAIN, max_size=3))
def test_lines_as_they_were_written_are_whole(lines, earlier):
    made = chained(lines, earlier)

    assert proven(made) == Proof(len(made), len(lines), made[-1].digest)


@given(LINES, st.data())
def test_an_altered_line_is_named(lines, data):
    made = chained(lines)
    at = data.draw(st.integers(0, len(made) - 1))
    name = data.draw(st.sampled_from(["at", "person", "part", "action", "subject", "field", "before", "after"]))
    made[at] = replace(made[at], **{name: getattr(made[at], name) + "x"})

    assert proven(made).broken_at == at + 1


@given(LINES, st.data())
def test_a_line_left_out_is_noticed_unless_it_was_the_last(lines, data):
    made = chained(lines)
    at = data.draw(st.integers(0, len(made) - 2))
    del made[at]

    assert proven(made).broken_at == at + 1


@given(LINES, PLAIN, st.data())
def test_a_line_put_in_is_noticed(lines, strange, data):
    made = chained(lines)
    at = data.draw(st.integers(0, len(made) - 1))
    made.insert(at, journal.sealed(strange, made[at].previous))

    assert proven(made).broken_at is not None


@given(st.lists(PLAIN, min_size=1, max_size=4), LINES)
def test_lines_from_before_the_chain_are_covered_together(earlier, lines):
    made = chained(lines, earlier)
    made[0] = replace(made[0], after=made[0].after + "x")

    assert proven(made).broken_at == len(earlier) + 1


def test_the_recipe_is_plain_sha256_over_sorted_json():
    line = journal.sealed(Line("2026-11-22T08:00:00+07:00", "Hạnh", "p", "person.added", "", "", "", "Hạnh"), "ab")
    told = {key: value for key, value in asdict(line).items() if key != "digest"}
    written = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()

    assert line.digest == hashlib.sha256(written).hexdigest()


def test_nothing_written_yet_is_whole():
    assert proven([]) == Proof(0, 0, "")
