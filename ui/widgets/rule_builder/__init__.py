"""The rule builder in words and the panel that tries a rule."""

from ui.widgets.rule_builder.builder import RuleBuilder
from ui.widgets.rule_builder.trying import TryPanel

__all__ = ["RuleBuilder", "TryPanel"]
