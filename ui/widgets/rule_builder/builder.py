"""The rule of one criterion, built in words: what is measured, how that becomes points, what holds where it is not."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.framework import Criterion, Framework, identity
from ui import tokens
from ui.widgets.boxes import fill, rule
from ui.widgets.rule_builder.amounts import AmountEntry
from ui.widgets.rule_builder.inputs_form import InputsForm
from ui.widgets.rule_builder.missing_form import MissingForm
from ui.widgets.rule_builder.rule_form import PartsForm, RuleForm
from ui.widgets.rule_builder.site import Form, Site


class RuleBuilder(QWidget):
    """`edited` carries a new `Criterion` whose rule, inputs or policies a person changed.

    Showing the same criterion again, changed or not, keeps the fields, the focus and what is unfolded.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        fill(self._column, [], gap=tokens.FIELD)
        self._site: Site | None = None
        self.inputs: InputsForm | None = None
        self.rule: RuleForm | None = None
        self._forms: list[Form] = []

    def show_criterion(self, framework: Framework, criterion: Criterion) -> None:
        """Show the rule of `criterion`; tells nothing."""
        site = self._site
        if site is None:
            site = Site(framework, criterion)
            site.setParent(self)
            self._begin(site)
            return
        is_same = site.criterion == criterion
        if identity(site.criterion) != identity(criterion):
            self._forget()
        site.framework, site.criterion = framework, criterion
        if not is_same:
            self._follow()

    def criterion(self) -> Criterion | None:
        """The criterion as it stands, None before one was shown."""
        return self._site.criterion if self._site is not None else None

    def open_part(self, at: int) -> None:
        """Open one part of a rule that is made of parts; nothing where it is not."""
        for form in self.rule.forms if self.rule is not None else []:
            if isinstance(form, PartsForm) and not form.cards[at].is_open():
                form.open(at)

    def _begin(self, site: Site) -> None:
        self._site = site
        self.inputs = InputsForm(site)
        self.rule = RuleForm(site, between=self.inputs)
        self._forms = [self.inputs, self.rule, MissingForm(site)]
        for part in (self.rule, rule(), self._forms[-1]):
            self._column.addWidget(part)
        site.changed.connect(self._on_changed)
        site.begun.connect(self.inputs.point_at)

    def _forget(self) -> None:
        """The fields stay for the next criterion, how the last one was looked at does not."""
        for form in self.findChildren(Form):
            form.forget()
        for entry in self.findChildren(AmountEntry):
            entry.forget()

    def _follow(self) -> None:
        for form in self._forms:
            form.follow()

    def _on_changed(self, criterion: Criterion) -> None:
        self._follow()
        self.edited.emit(criterion)
