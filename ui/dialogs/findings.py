"""What a thorough look found: what was mended, what is left, and what to do about it."""

from collections import Counter

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from app.operations.keeping.checking import Diagnosis
from app.wording.keeping import advice_words, finding_words
from ui import language, tokens
from ui.dialogs.dialog import Dialog
from ui.widgets.boxes import column, row
from ui.widgets.button import Button
from ui.widgets.icon import Icon
from ui.widgets.text import Label

_SHOWN = 4  # of a kind, by name


class FindingsDialog(Dialog):
    """Asks for mending, for mending from a folder or stick, or for a backup; the dialog closes first."""

    mend_asked = Signal()
    source_asked = Signal()
    restore_asked = Signal()

    def __init__(self, found: Diagnosis, parent: QWidget | None) -> None:
        title = self.tr("The data are sound again") if found.is_sound else self.tr("Not all data are sound")
        super().__init__(title, parent, width=640)
        mended = [(finding, source) for finding, source in found.mended if finding.is_harm]
        if mended:
            words = self.tr("%n mended", "", len(mended))
            sources = sorted({source for _, source in mended if source})
            lines = [Label(words, weight="medium")]
            lines += [Label(self.tr("taken from {source}").format(source=each), "hint", wrap=True) for each in sources]
            self.add(row(Icon("circle-check", "good", 20), (column(*lines, gap=2), 1), gap=8))
        harm = [finding for finding in found.findings if finding.is_harm]
        told = [finding for finding in found.findings if finding.is_harm or finding.code == "copy"]
        for code in dict.fromkeys(finding.code for finding in told):
            of_kind = [finding for finding in told if finding.code == code]
            self.add(self._kind(code, [found.names.get(finding.detail, finding.detail) for finding in of_kind]))
        rest = Counter(finding.code for finding in found.findings if finding not in told)
        if rest:
            self.add(Label(self.tr("Leftovers are swept at the next start."), "hint", "ink-soft", wrap=True))
        self.add(None)
        codes = {finding.code for finding in harm}
        self._finish(found, codes)

    def _finish(self, found: Diagnosis, codes: set[str]) -> None:
        restore = Button(self.tr("Restore a backup…"), "plain", "history")
        restore.setObjectName("restore")
        restore.clicked.connect(lambda: self._leave_with(self.restore_asked))
        source = Button(self.tr("Look on a stick or in a folder…"), "plain", "usb")
        source.setObjectName("source")
        source.clicked.connect(lambda: self._leave_with(self.source_asked))
        others = [restore] if codes & {"database", "journal"} else []
        others += [source] if codes & {"evidence_missing", "evidence_damaged"} else []
        if found.is_sound or found.mended or not codes - {"journal"}:
            self.set_acts(self.tr("Close"), "", *others).setFocus()
            for leave in self.findChildren(Button, "leave"):
                leave.hide()
        else:
            self.set_acts(self.tr("Mend what can be mended"), self.tr("Not now"), *others, icon="refresh-cw")
            self.accepted.connect(self.mend_asked)

    def _leave_with(self, asked: SignalInstance) -> None:
        self.reject()
        asked.emit()

    def _kind(self, code: str, findings: list[str]) -> QWidget:
        spoken = language.current()
        shown = findings[:_SHOWN]
        more = len(findings) - len(shown)
        names = "\n".join(shown) + ("\n" + self.tr("and %n more", "", more) if more > 0 else "")
        return row(
            Icon("triangle-alert", "warn", 20),
            (column(
                Label(f"{finding_words(code, spoken)} ({len(findings)})", weight="medium"),
                Label(names, "hint", "ink-soft", wrap=True, selectable=True),
                Label(advice_words(code, spoken), wrap=True),
                gap=tokens.STEP,
            ), 1),
            gap=8,
        )  # fmt: skip
