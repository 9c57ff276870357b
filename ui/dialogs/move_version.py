"""A newer version of the framework has come: what differs, what happens to the answers, and carrying them over."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import wording
from app.domain.revising import Comparison, Fate, MovedNode, NodeChange, OnScoring
from app.operations.commune.moving import Offer, Report
from ui import language, tokens
from ui.dialogs.dialog import Dialog
from ui.widgets.boxes import column, fill
from ui.widgets.button import Button
from ui.widgets.text import Label
from ui.widgets.tick import Option
from ui.widgets.version_view import VersionView

_NAMED = 3  # files named in a sentence


class VersionEffect(QWidget):
    """What a version changes, and what that does to each answer given here."""

    def __init__(self, comparison: Comparison) -> None:
        super().__init__()
        self._comparison = comparison
        self._nodes: dict[str, MovedNode] = {}
        self._view = VersionView(self._note, self.tr("Points here"))
        self._effect = Label("", wrap=True)
        self._effect.setObjectName("effect")
        fill(QVBoxLayout(self), [(self._view, 1), self._effect], gap=tokens.FIELD)

    def show_report(self, report: Report) -> None:
        """Tells what carrying over does, or did."""
        self._nodes = {node.change.place.id: node for node in report.move.nodes}
        self._view.show_comparison(self._comparison)
        self._effect.setText(" ".join(self._sentences(report)))

    def _note(self, change: NodeChange) -> str:
        node = self._nodes.get(change.place.id)
        if node is None:
            return ""
        decimals = self._comparison.new.decimals
        before, after = (
            "–" if points is None else language.number_text(points, decimals) for points in (node.before, node.after)
        )
        return before if before == after else f"{before} → {after}"

    def _sentences(self, report: Report) -> list[str]:
        nodes = report.move.nodes
        moved = sum(node.before != node.after and node.change.fate is Fate.CHANGED for node in nodes)
        again = sum(node.to_answer for node in nodes)
        lost = sum(len(node.dropped) for node in nodes) + len(report.move.aside)
        told = [self.tr("%n criterion(s) get other points.", "", moved)] if moved else []
        if again:
            told.append(self.tr("%n criterion(s) have to be answered again.", "", again))
        if lost:
            told.append(self.tr("%n answer(s) no longer fit; they are kept and come back on going back.", "", lost))
        if report.loose:
            names = "; ".join(report.loose[:_NAMED]) + ("; …" if len(report.loose) > _NAMED else "")
            told.append(self.tr("Files that prove nothing any more stay in the list: {names}.").format(names=names))
        return told or [self.tr("No answer and no points change.")]


class MoveVersionDialog(Dialog):
    """`on_scoring()` goes to `moving.carry_over`; `preview` is asked again when another way is chosen."""

    def __init__(self, offer: Offer, preview: Callable[[OnScoring], Report], parent: QWidget | None) -> None:
        title = QCoreApplication.translate("MoveVersionDialog", "The framework was corrected")
        super().__init__(title, parent, width=880)
        self._preview = preview
        self._effect = VersionEffect(offer.comparison)
        self._options = {way: Option(wording.word(f"on_scoring.{way}", language.current())) for way in OnScoring}
        ways = column(Label(self.tr("Where the scale changed"), "hint", "ink-soft"), *self._options.values(), gap=2)
        ways.setVisible(offer.comparison.is_scoring_touched)
        told = self.tr("The authority sent version {new}; the answers here stand on version {old}.")
        self.add(Label(told.format(new=offer.new.version, old=offer.old.version), wrap=True), (self._effect, 1), ways)
        if not offer.is_draft:
            self.add(Label(self.tr("The figures are frozen. Take them back to a draft first."), tone="warn", wrap=True))
        act = self.tr("Go over to version {version}").format(version=offer.new.version)
        self.set_acts(act, self.tr("Later"), icon="arrow-right").setEnabled(offer.is_draft)
        for way, option in self._options.items():
            option.setObjectName(way.value)
            option.toggled.connect(self._shower(way))
        self._options[OnScoring.RECOMPUTE].setChecked(True)

    def on_scoring(self) -> OnScoring:
        return next(way for way, option in self._options.items() if option.isChecked())

    def _shower(self, way: OnScoring) -> Callable[[bool], None]:
        def show(is_on: bool) -> None:
            if is_on:
                self._effect.show_report(self._preview(way))

        return show


class MovedDialog(Dialog):
    """What the last move did. Accepting is closing; `undo` goes back to the version before it."""

    def __init__(self, report: Report, undo: Callable[[], object], may_undo: bool, parent: QWidget | None) -> None:
        title = QCoreApplication.translate("MovedDialog", "What the new version changed here")
        super().__init__(title, parent, width=880)
        effect = VersionEffect(report.move.comparison)
        effect.show_report(report)
        self.add((effect, 1))
        self.set_acts(self.tr("Close"), self.tr("Go back to the earlier version"), icon="check")
        back = self.findChild(Button, "leave")
        assert back is not None
        back.setEnabled(may_undo)
        back.clicked.connect(lambda: undo())
