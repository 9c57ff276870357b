"""Changes add up."""

from app.domain.changes import Changes, Kind, changed


def test_changes_add_up():
    both = changed(Kind.RESPONSES, ids={"4.3"}) | changed(Kind.EVIDENCE, ids={"4.10"})

    assert both == Changes(frozenset({Kind.RESPONSES, Kind.EVIDENCE}), frozenset({"4.3", "4.10"}))
    assert both | Changes() == both
