"""One step per schema version, named here one by one because the program is frozen into an executable.

A step is the text of its statements; they run in one transaction together with the new version number. A step that
was released is never changed again. The test of this room proves that a migrated database is a fresh one.
"""

from app.storage.migrations import m0001_first, m0002_drafts, m0003_moves, m0004_trust, m0005_forms, m0006_names

STEPS: tuple[str, ...] = (
    m0001_first.STATEMENTS,
    m0002_drafts.STATEMENTS,
    m0003_moves.STATEMENTS,
    m0004_trust.STATEMENTS,
    m0005_forms.STATEMENTS,
    m0006_names.STATEMENTS,
)
VERSION = len(STEPS)
