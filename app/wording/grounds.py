"""What results and papers say where a ground for not applicable is applied."""

from dataclasses import replace
from fractions import Fraction

from app.domain.assessment import Response
from app.domain.codec import Amount
from app.domain.framework import Criterion, Framework, Ground
from app.domain.rules import AsPoints, Judgement, Scored
from app.domain.scoring import Applied, Cause, NodeScore, State
from app.wording.explaining import explain

_ONE = Fraction(1)
_ANY = Criterion(title="", maximum=Amount("1"), rule=Scored(measure=Judgement(), scale=AsPoints()))


def ground_sentence(framework: Framework, ground: Ground, language: str = "vi") -> str:
    """The sentence as it is shown and printed: "Không áp dụng: … . Tính điểm tối đa (khoản 4 Điều 7)."."""
    applied = Applied(ground.policy.value, Cause.NOT_APPLICABLE, ground.code, ground.article)
    score = NodeScore("", None, _ONE, _ONE, State.NOT_APPLICABLE, (applied,))
    return explain(replace(framework, grounds=(ground,)), _ANY, Response(), score, language)[0]
