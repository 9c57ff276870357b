"""How a submission goes out: as one file or in parts of a size, open or encrypted for the receiver, and where to."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.bundles.manifest import Kind
from app.operations.bundling import is_covered_by_default
from app.operations.commune.parts_sending import LIMITS, Plan
from ui import language, tokens
from ui.dialogs.passphrase import SealDialog
from ui.widgets.boxes import Part, column, fill
from ui.widgets.choice import Choice
from ui.widgets.text import Label
from ui.widgets.tick import Tick

WHOLE = 0  # bytes: not split


class WaysToSend(QWidget):
    """One file or parts, of which only those sizes are offered that the whole exceeds; open or encrypted."""

    changed = Signal()

    def __init__(self, size: int, plan: Callable[[int], Plan], receiver: str) -> None:
        super().__init__()
        self._size, self._plan = size, plan
        offered = [limit for limit in LIMITS if limit < size]
        self._way = Choice(self.tr("How it goes"))
        self._way.set_options([(limit, self._words(limit)) for limit in (WHOLE, *offered)])
        self._way.setObjectName("split")
        self._way.chosen.connect(lambda _: self._tell())
        self._hint = Label("", "hint", "ink-soft", wrap=True)
        self._covered = Tick(self.tr("Encrypt: only {receiver} can open it").format(receiver=receiver))
        self._covered.setObjectName("encrypt")
        self._covered.setChecked(bool(receiver) and is_covered_by_default(Kind.SUBMISSION, has_evidence=True))
        lines: list[Part] = []
        if offered:
            lines.append(column(Label(self.tr("How it goes"), weight="medium"), self._way, self._hint, gap=4))
        if receiver:
            lines.append(self._covered)
        fill(QVBoxLayout(self), lines, gap=tokens.NEAR)
        if size > LIMITS[-1]:  # no stick with FAT32 takes it whole
            self._way.set_value(LIMITS[-1])
        self._tell()

    def limit(self) -> int:
        return int(self._way.value() or WHOLE)

    def is_encrypted(self) -> bool:
        return self._covered.isChecked()

    def plan(self) -> Plan | None:
        """How it goes in parts, None for one file."""
        return self._plan(self.limit()) if self.limit() else None

    def choose(self, limit: int) -> None:
        """Takes this size."""
        self._way.set_value(limit)
        self._tell()

    def _words(self, limit: int) -> str:
        if limit == WHOLE:
            return self.tr("One file, about {size}").format(size=language.size_text(self._size))
        return {
            LIMITS[0]: self.tr("Files of at most {size}, for e-mail and Zalo"),
            LIMITS[1]: self.tr("Files of at most {size}, for a weak line"),
            LIMITS[2]: self.tr("Files of at most {size}, for a stick with FAT32"),
        }[limit].format(size=language.size_text(limit))

    def _tell(self) -> None:
        plan = self.plan()
        self._hint.setText(
            self.tr("Everything travels together: one file to hand over.") if plan is None else self._of_parts(plan)
        )
        self.changed.emit()

    def _of_parts(self, plan: Plan) -> str:
        words = self.tr(
            "The file with the figures goes first, is received by itself, and its time counts. "
            "%n volume(s) with evidence follow, in any order.",
            "",
            plan.volumes,
        )
        large = sum(part.is_too_large for part in plan.parts)
        if not large:
            return words
        return words + " " + self.tr("%n of them is larger: one evidence file alone is.", "", large)


class SealSubmissionDialog(SealDialog):
    """`values()` is (folder, passphrase); `ways` tells how it goes.

    `plan` tells how it goes in parts of a size. `receiver` is who alone could open it encrypted, "" where no key of
    theirs is accepted.
    """

    def __init__(
        self,
        file_name: str,
        size: int,
        last: Path | None,
        parent: QWidget | None,
        *,
        is_new: bool,
        plan: Callable[[int], Plan],
        receiver: str,
    ) -> None:
        self.ways = WaysToSend(size, plan, receiver)
        super().__init__(file_name, size, last, parent, is_new=is_new, before=(self.ways,))
        self._whole = (file_name, size)
        self.ways.changed.connect(self._tell_files)
        self._tell_files()

    def _tell_files(self) -> None:
        plan = self.ways.plan()
        if plan is None:
            self.tell_file(*self._whole)
            return
        first, last = plan.parts[0].name, plan.parts[-1].name
        self.tell_file(self.tr("{first} … {last}").format(first=first, last=last), sum(p.size for p in plan.parts))
