"""Jobs: no signal is lost, one thread, cancel, expected and unexpected ends."""

from threading import Event, get_ident

import pytest
from PySide6.QtCore import QThread

from app.errors import AppError
from app.progress import Progress
from ui.jobs import JobRunner


@pytest.fixture
def runner(qtbot):
    made = JobRunner("test")
    yield made
    made.close(cancel=True)


def ends(job) -> list[tuple]:
    """What a job tells, in order."""
    told: list[tuple] = []
    job.succeeded.connect(lambda value: told.append(("succeeded", value)))
    job.failed.connect(lambda error: told.append(("failed", error)))
    job.cancelled.connect(lambda: told.append(("cancelled",)))
    job.finished.connect(lambda: told.append(("finished",)))
    return told


def test_the_result_arrives_on_the_main_thread(runner, qtbot):
    job = runner.start(lambda progress: get_ident())
    threads = []
    job.succeeded.connect(lambda value: threads.append((value, get_ident(), QThread.currentThread())))
    with qtbot.waitSignal(job.finished):
        pass
    worker, here, _ = threads[0]
    assert worker != here == get_ident()


def test_no_signal_is_lost_when_a_job_ends_before_its_caller_has_connected(runner, qtbot):
    done = Event()
    for _ in range(300):
        done.clear()
        job = runner.start(lambda progress: done.set() or 7)
        assert done.wait(5)  # the work is over before anything is connected
        told = ends(job)
        with qtbot.waitSignal(job.finished):
            pass
        assert told == [("succeeded", 7), ("finished",)]


def test_jobs_run_one_after_another_in_order(runner, qtbot):
    running, order = [], []

    def work(number):
        def run(progress):
            running.append(number)
            assert running == [number]
            order.append(number)
            running.remove(number)

        return run

    for number in range(50):
        last = runner.start(work(number))
    with qtbot.waitSignal(last.succeeded):
        pass
    assert order == list(range(50))


def test_an_expected_error_and_a_bug_both_come_as_failed(runner, qtbot):
    for error in (AppError("disk.full", needed="2 GB"), ZeroDivisionError("a bug")):

        def work(progress: Progress, error=error):
            raise error

        job = runner.start(work)
        told = ends(job)
        with qtbot.waitSignal(job.finished):
            pass
        assert told == [("failed", error), ("finished",)]


def test_a_running_job_stops_at_its_next_step(runner, qtbot):
    begun, steps = Event(), []

    def work(progress: Progress):
        begun.set()
        for number in range(10_000_000):
            progress.step(number, 10_000_000)
            steps.append(number)

    job = runner.start(work)
    told = ends(job)
    assert begun.wait(5)
    with qtbot.waitSignal(job.finished):
        job.cancel()
    assert told == [("cancelled",), ("finished",)]
    assert len(steps) < 10_000_000


def test_a_job_cancelled_while_it_waits_never_begins(runner, qtbot):
    gate, ran = Event(), []
    first = runner.start(lambda progress: gate.wait(5))
    second = runner.start(lambda progress: ran.append(True))
    told = ends(second)
    second.cancel()
    with qtbot.waitSignal(second.finished):
        gate.set()
    assert told == [("cancelled",), ("finished",)]
    assert not ran
    assert first not in runner.jobs()


def test_progress_is_told_and_its_end_is_never_left_out(runner, qtbot):
    def work(progress: Progress):
        for number in range(1, 5_001):
            progress.step(number, 5_000)

    job, told = runner.start(work), []
    job.progressed.connect(lambda done, total: told.append((done, total)))
    with qtbot.waitSignal(job.finished):
        pass
    assert told[-1] == (5_000, 5_000)
    assert len(told) < 100  # a queue of thousands would hold the window up


def test_progress_counts_bytes_beyond_four_gigabytes(runner, qtbot):
    size = 5 * 1024**3
    job, told = runner.start(lambda progress: progress.step(size, size)), []
    job.progressed.connect(lambda done, total: told.append((done, total)))
    with qtbot.waitSignal(job.finished):
        pass
    assert told == [(size, size)]


def test_closing_waits_for_what_was_asked(qtbot):
    runner, written = JobRunner("test"), []
    for number in range(20):
        runner.start(lambda progress, number=number: written.append(number))
    runner.close()
    assert written == list(range(20))
