"""Small words and marks that several steps of the import share."""

from fractions import Fraction

from app.domain.annex import OutlineRow, RowKind
from app.domain.annex_audit import Seen
from app.operations.frameworks.annexing import Suggested, Verdict
from app.wording.annex import doubt_sentence
from ui import language
from ui.language import QT_TRANSLATE_NOOP

KINDS = (
    (RowKind.GROUP, QT_TRANSLATE_NOOP("AnnexWizard", "Group")),
    (RowKind.CRITERION, QT_TRANSLATE_NOOP("AnnexWizard", "Criterion")),
    (RowKind.PART, QT_TRANSLATE_NOOP("AnnexWizard", "Part of the row above")),
    (RowKind.SKIPPED, QT_TRANSLATE_NOOP("AnnexWizard", "Leave out")),
)
# doubts that only say where something came from
MILD = frozenset({"placed_by_look", "maximum_from_title", "folded", "group_maximum_missing", "code_qualified"})


def points(value: Fraction | str) -> str:
    """Points with all digits they need: "7,5"."""
    number = Fraction(value) if isinstance(value, str) else value
    decimals = 0 if number.denominator == 1 else 2 if number.denominator in (2, 4, 5, 10, 20, 25, 50, 100) else 4
    return language.number_text(number, decimals)


def name_of(row: OutlineRow) -> str:
    """Code and title on one line."""
    return f"{row.code}  {row.title}".strip()


def grave(seen: Seen) -> list[str]:
    """The sentences of what has to be looked at."""
    return [doubt_sentence(each, language.current()) for each in seen.doubts if each.code not in MILD]


def mild(seen: Seen) -> list[str]:
    """The sentences that only tell where something came from."""
    return [doubt_sentence(each, language.current()) for each in seen.doubts if each.code in MILD]


def mark(suggested: Suggested, verdict: Verdict | None) -> tuple[str, str]:
    """Icon and tone of how far a rule is."""
    if verdict is Verdict.ACCEPTED:
        return "circle-check", "good"
    if verdict is Verdict.MANUAL:
        return "user-pen", "good"
    return ("circle-dot", "lead") if suggested.is_sure else ("circle-question-mark", "warn")
