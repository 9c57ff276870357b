""" "Where something is missing": a total of 0, evidence, and the grounds on which the criterion may not apply."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

from app.domain.framework import EvidencePolicy
from app.domain.rule_checks import scored_rules
from app.domain.rules import Policy
from app.wording.speaking import divides
from ui.widgets.choice import Choice
from ui.widgets.rule_builder.site import Form, Line, Site, section, terms, word
from ui.widgets.text import Label


class MissingForm(Form):
    """Policies of the criterion; "as the framework says" names what the framework says."""

    def __init__(self, site: Site) -> None:
        super().__init__(site)
        self.zero = Choice(self.tr("With a total of 0"))
        self.missing = Choice(self.tr("Evidence missing"))
        self.incomplete = Choice(self.tr("Evidence incomplete"))
        self._grounds = Label(tone="ink-soft", wrap=True)
        self._zero_line = Line(self.tr("With a total of 0"), (self.zero, 1))
        lines = [
            Line(self.tr("Evidence missing"), (self.missing, 1)),
            Line(self.tr("Evidence incomplete"), (self.incomplete, 1)),
        ]
        self._grounds_line = Line(self.tr("May not apply"), (self._grounds, 1), tall=True)
        parts = (section(self.tr("Where something is missing")), self._zero_line, *lines)
        for part in (*parts, self._grounds_line):
            self.column.addWidget(part)
        self.zero.chosen.connect(lambda policy: self._put(zero_denominator=policy))
        self.missing.chosen.connect(lambda policy: self._put(missing_evidence=policy))
        self.incomplete.chosen.connect(lambda policy: self._put(incomplete_evidence=policy))
        self._told: tuple[Any, ...] = ()
        self.follow()

    def follow(self) -> None:
        criterion, framework = self.site.criterion, self.site.framework
        evidence = framework.evidence
        told = (framework.zero_denominator, evidence, framework.grounds)
        if told != self._told:
            self._told = told
            self.zero.set_options([self._common("policy", framework.zero_denominator), *terms("policy", Policy)])
            for choice, common in ((self.missing, evidence.missing), (self.incomplete, evidence.incomplete)):
                own = terms("evidence_policy", EvidencePolicy)
                choice.set_options([self._common("evidence_policy", common), *own])
            self._grounds.setText(self._ground_words())
        self.zero.set_value(criterion.zero_denominator)
        self.missing.set_value(criterion.missing_evidence)
        self.incomplete.set_value(criterion.incomplete_evidence)
        rules = scored_rules(criterion.rule, Fraction(1))
        self._zero_line.setVisible(any(divides(scored.measure) for scored, _ in rules))

    def _common(self, kind: str, policy: Policy | EvidencePolicy | None) -> tuple[None, str]:
        if policy is None:
            return None, self.tr("As the framework says: nothing special")
        words = word(f"{kind}.{policy.value}")
        return None, self.tr("As the framework says: {policy}").format(policy=words[:1].lower() + words[1:])

    def _ground_words(self) -> str:
        """The grounds that may act here, those for any node and those that name this one."""
        criterion = self.site.criterion
        names = {criterion.id, criterion.code}
        grounds = [ground for ground in self.site.framework.grounds if not ground.nodes or names & set(ground.nodes)]
        lines = [f"{ground.words}: {word(f'policy.{ground.policy.value}').lower()}" for ground in grounds]
        return "\n".join(lines) or self.tr("No ground of the framework reaches this criterion.")

    def _put(self, **fields: Any) -> None:
        self.site.change(replace(self.site.criterion, **fields))
