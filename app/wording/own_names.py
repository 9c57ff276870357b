"""A decision's own names for things, where it has some: "Mục" for a group, "Tài liệu chứng minh" for evidence."""

from app.domain.framework import Framework, StepKind
from app.wording.terms import TERMS

_LANGUAGES = ("vi", "en")
_STEP_COLUMNS = {"self_points": StepKind.SELF, "appraised_points": StepKind.APPRAISAL, "final_points": StepKind.FINAL}


def own_name(framework: Framework, key: str, language: str = "vi") -> str:
    """The framework's word for a term, else the head of its step's column, else the program's word."""
    own = framework.terms.get(key, "").strip()
    kind = _STEP_COLUMNS.get(key)
    columns = (step.column for step in framework.steps if step.kind is kind and step.column)
    return own or next(columns, "") or TERMS[key][_LANGUAGES.index(language)]


def is_own(framework: Framework, key: str) -> bool:
    """Whether the decision names it itself."""
    return own_name(framework, key) != TERMS[key][0]
