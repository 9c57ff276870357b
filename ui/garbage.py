"""Garbage is collected on the window's own thread only.

Python collects wherever an allocation happens to cross a threshold, also on a thread that computes; a widget that is
part of a cycle would then be destroyed there, which Qt does not survive.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 500  # ms; what the checks cost when there is nothing to do is a few microseconds


class Collector(QObject):
    """Switches Python's own collecting off and does it from a timer, with Python's own thresholds."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.freeze()  # what stands at the start stays
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(EVERY)

    def collect(self) -> int:
        """Collects the oldest generation that is due; returns it, -1 where none is."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return generation
        return -1
