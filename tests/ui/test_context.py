"""Operations run from a page: result, changes, expected errors as notices, bugs as reports."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from app import wording
from app.errors import AppError, Several
from app.progress import Progress
from ui import crash
from ui.context import kinds_of
from ui.notices import Act, Notice
from ui.widgets.button import Button
from ui.widgets.notice_bar import NoticeArea, NoticeBar

CODE = next(iter(sorted(wording.SENTENCES)))


@dataclass(frozen=True)
class Changes:
    kinds: frozenset[str]


@dataclass(frozen=True)
class Answered:
    points: int
    changes: Changes


def answer(workspace, points: int) -> Answered:
    assert workspace == "the workspace"
    return Answered(points, Changes(frozenset({"responses", "totals"})))


def refuse(workspace) -> None:
    raise AppError(CODE)


def test_an_operation_gets_the_workspace_and_tells_what_changed(context, qtbot):
    done = []
    with qtbot.waitSignal(context.changed) as told:
        context.run(answer, 20, on_done=done.append)
    assert done == [Answered(20, Changes(frozenset({"responses", "totals"})))]
    assert told.args == [frozenset({"responses", "totals"})]


def test_what_only_reads_tells_no_change(context, qtbot):
    with qtbot.assertNotEmitted(context.changed):
        job = context.read(lambda workspace: workspace.upper())
        with qtbot.waitSignal(job.succeeded) as told:
            pass
    assert told.args == ["THE WORKSPACE"]


class Listener(QObject):
    """A page that may be gone when what it asked for comes."""

    def __init__(self, told: list[object]) -> None:
        super().__init__()
        self.told = told

    def method(self, what: object) -> None:
        self.setObjectName("told")
        self.told.append(what)

    def inner(self) -> Callable[[object], None]:
        return lambda what: self.method(what)


@pytest.mark.parametrize("how", ["method", "inner", "partial"])
@pytest.mark.parametrize("is_there", [True, False])
def test_of_what_comes_after_its_page_went_only_a_refused_change_is_told(context, qtbot, how: str, is_there: bool):
    told: list[object] = []
    page = Listener(told)
    hear = {"method": page.method, "inner": page.inner(), "partial": partial(page.method)}[how]
    if not is_there:
        delete(page)
    context.read(lambda workspace: 1, on_done=hear)
    context.read(refuse, on_failed=hear)
    job = context.run(refuse, on_failed=hear)
    with qtbot.waitSignal(job.finished):
        pass
    qtbot.waitUntil(lambda: not context.jobs())
    assert len(told) == (3 if is_there else 0)
    assert len(context.notices.waiting()) == (0 if is_there else 1)


@pytest.mark.parametrize(
    ("result", "kinds"),
    [(None, set()), ("text", set()), (Changes(frozenset({"people"})), {"people"})],
)
def test_kinds_of(result, kinds):
    assert kinds_of(result) == kinds


def test_progress_is_handed_over_where_it_is_taken(context, qtbot):
    def export(workspace, name: str, *, progress: Progress) -> str:
        progress.step(1, 1)
        return name

    job = context.run(export, "gói", title="Xuất gói")
    with qtbot.waitSignals([job.progressed, job.succeeded]):
        pass


def test_an_expected_error_becomes_a_notice_in_the_language_of_the_window(context, qtbot):
    def refuse(workspace):
        raise AppError(CODE)

    with qtbot.waitSignal(context.notices.raised) as told:
        context.run(refuse)
    notice = told.args[0]
    assert notice.text == wording.sentence(AppError(CODE), "vi")
    assert notice.lasting


def test_a_page_may_take_the_error_itself(context, qtbot):
    def refuse(workspace):
        raise AppError(CODE)

    taken = []
    with qtbot.assertNotEmitted(context.notices.raised):
        job = context.run(refuse, on_failed=taken.append)
        with qtbot.waitSignal(job.finished):
            pass
    assert [error.code for error in taken] == [CODE]


def test_a_bug_is_reported_and_is_no_notice(context, qtbot, tmp_path, caplog):
    def broken(workspace):
        return 1 // 0

    crash.write_log(tmp_path)
    with qtbot.assertNotEmitted(context.notices.raised):
        job = context.run(broken)
        with qtbot.waitSignal(job.finished):
            pass
    assert "ZeroDivisionError" in (tmp_path / crash.LOG_NAME).read_text("utf-8")


def test_several_errors_are_told_one_by_one(context, qtbot):
    notice = context.notices.error(Several(CODE, [AppError(CODE), AppError(CODE)]))
    assert len(notice.details) == 2
    bar = NoticeBar(notice)
    qtbot.addWidget(bar)
    bar.show()
    small = bar.sizeHint().height()
    next(button for button in bar.findChildren(Button) if button.words() == "Xem chi tiết").click()
    assert bar.sizeHint().height() > small


def test_the_same_words_stand_once(context):
    context.notices.warn("USB đã ngắt khi đang ghi.")
    context.notices.warn("USB đã ngắt khi đang ghi.")
    assert len(context.notices.waiting()) == 1


def test_what_does_not_last_goes_with_the_page(context):
    context.notices.good("Đã nạp 7 tệp.")
    kept = context.notices.warn("USB đã ngắt khi đang ghi.")
    context.notices.forget_passing()
    assert context.notices.waiting() == (kept,)


def test_an_act_of_a_notice_is_done_and_the_notice_goes(qtbot):
    done = []
    bar = NoticeBar(Notice("Đã nạp.", acts=(Act("Xem từng tệp", lambda: done.append(True)),)))
    qtbot.addWidget(bar)
    with qtbot.waitSignal(bar.closed):
        next(button for button in bar.findChildren(Button) if button.words() == "Xem từng tệp").click()
    assert done == [True]


def test_no_more_than_three_notices_at_once(qtbot):
    area = NoticeArea()
    qtbot.addWidget(area)
    notices = [Notice(str(number)) for number in range(5)]
    for notice in notices:
        area.add(NoticeBar(notice))
    seen = [bar.notice.text for bar in area.bars() if not bar.isHidden()]
    assert seen == ["4", "3", "2"]
    area.remove(notices[4])
    assert [bar.notice.text for bar in area.bars() if not bar.isHidden()] == ["3", "2", "1"]
