"""Cycles that hold widgets are collected on the window's own thread, and nowhere else."""

import gc
import threading
import weakref

from PySide6.QtWidgets import QLabel, QWidget

from ui.garbage import Collector


class _Ring:
    """Something in a cycle that tells on which thread it goes."""

    def __init__(self, told: list[threading.Thread]) -> None:
        self.me, self.widget = self, QLabel()
        weakref.finalize(self, lambda: told.append(threading.current_thread()))


def _allocate(kept: list[object]) -> None:
    """Far more than what makes Python collect by itself."""
    kept += [[] for _ in range(50_000)]


def test_a_widget_in_a_cycle_dies_on_the_windows_thread(qapp, qtbot):
    told: list[threading.Thread] = []
    kept: list[object] = []
    owner = QWidget()
    qtbot.addWidget(owner)
    try:
        Collector(owner)
        _Ring(told)
        worker = threading.Thread(target=_allocate, args=(kept,))
        worker.start()
        worker.join()
        assert told == []
        qtbot.waitUntil(lambda: bool(told), timeout=5_000)
        assert told == [threading.main_thread()]
    finally:
        gc.unfreeze()


def test_nothing_is_collected_while_nothing_is_due(qapp, qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    try:
        collector = Collector(owner)
        gc.collect()
        assert collector.collect() == -1
    finally:
        gc.unfreeze()
