"""A correction inside a campaign: the version to use from now on, what it changes, and whose points it moves."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.framework import Framework
from app.operations.authority.correcting import Effect, Moved
from ui import language
from ui.dialogs.dialog import Dialog
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.sheet import framed
from ui.widgets.text import Label
from ui.widgets.version_view import VersionView
from ui.widgets.views import TableView

Version = tuple[str, Framework]
"""A target group ("" : all) and the version it would answer."""


class CorrectCampaignDialog(Dialog):
    """`version()` goes to `correcting.correct`. `read_effect` hands over what a version would change."""

    def __init__(
        self,
        versions: Sequence[Version],
        read_effect: Callable[[Version, Callable[[Effect], None]], object],
        parent: QWidget | None,
    ) -> None:
        title = QCoreApplication.translate("CorrectCampaignDialog", "Correct the framework of this campaign")
        super().__init__(title, parent, width=900)
        self._read_effect = read_effect
        named = self.tr("{title} · version {version}")
        options = [
            (at, named.format(title=value.short_title or value.title, version=value.version))
            for at, (_, value) in enumerate(versions)
        ]
        self._versions = tuple(versions)
        self._decimals = versions[0][1].decimals
        self._choice = Choice(self.tr("Corrected version"), options)
        self._choice.setObjectName("version")
        self._choice.chosen.connect(lambda _: self._ask())
        self._view = VersionView()
        self._told = Label("", weight="medium", wrap=True)
        columns: tuple[Column[Moved], ...] = (
            Column(self.tr("Agency"), lambda item: Cell(item.agency.name)),
            Column(self.tr("Total before"), lambda item: self._points(item.before), width=120, right=True),
            Column(self.tr("Total after"), lambda item: self._points(item.after), width=120, right=True),
            Column(self.tr("Sent back"), lambda item: Cell(str(item.to_answer), right=True), width=100, right=True),
        )
        self._model = RowsModel(columns, (), key=lambda item: item.agency.code, parent=self)
        self._table = TableView(self.tr("Agencies whose points move"), self._model)
        self._table.setMinimumHeight(96)
        self._frame = framed(self._table)
        self.add(Field(self.tr("Corrected version"), self._choice), (self._view, 3), self._told, (self._frame, 2))
        self._act = self.set_acts(self.tr("Use this version"), self.tr("Leave as it is"), icon="check")
        self._ask()

    def version(self) -> Version:
        return self._versions[int(self._choice.value() or 0)]

    def _points(self, points: Fraction) -> Cell:
        return Cell(language.number_text(points, self._decimals), right=True)

    def _ask(self) -> None:
        self._act.setEnabled(False)
        asked = self.version()
        self._read_effect(asked, lambda effect: self._show(effect) if asked == self.version() else None)

    def _show(self, effect: Effect) -> None:
        self._view.show_comparison(effect.comparison)
        self._model.replace(effect.moved)
        self._frame.setVisible(bool(effect.moved))
        if not effect.received:
            told = self.tr("Nothing was received yet; the agencies get the new version with the next campaign file.")
        elif effect.moved:
            told = self.tr("Points move, or criteria go back, for %n agency(s):", "", len(effect.moved))
        else:
            told = self.tr("No total of the %n submission(s) received moves.", "", effect.received)
        self._told.setText(told)
        self._act.setEnabled(True)
