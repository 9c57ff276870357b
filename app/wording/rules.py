"""What the program says about scoring rules: the rule in plain words, why these points, what an author should mend."""

from fractions import Fraction

from app.domain.framework import Criterion, Framework
from app.wording.cautioning import Gauge, cautions, gauge
from app.wording.explaining import explain, remarkable
from app.wording.problems import problem_sentence
from app.wording.speaking import Speaker
from app.wording.totalling import explain_total

__all__ = ["Gauge", "cautions", "explain", "explain_total", "gauge", "problem_sentence", "remarkable", "rule_sentences"]


def rule_sentences(framework: Framework, criterion: Criterion, language: str = "vi") -> tuple[str, ...]:
    """How a criterion is scored, in sentences: the measure, the scale, caps and rounding, a zero denominator."""
    speaker = Speaker(framework, criterion, language)
    maximum = abs(Fraction(criterion.maximum.value))
    return (*speaker.rule(criterion.rule, maximum), *speaker.closing())
