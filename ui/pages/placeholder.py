"""Stands where a page is still to come."""

from ui.context import Context
from ui.page import Page
from ui.widgets.empty_state import EmptyState
from ui.widgets.sheet import Sheet


class Placeholder(Page):
    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Not there yet"))
        self.add(
            (
                Sheet(EmptyState("ruler", self.tr("This page is not there yet. What is saved stays as it is."))),
                1,
            )
        )
