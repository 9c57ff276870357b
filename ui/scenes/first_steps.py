"""A newcomer's first minutes in the real window, from an empty data folder to a sealed file and the authority's desk.

`walk` does every step a person would do and hands the window to `seen` after it, for pictures and for tests. People,
communes and figures are made up.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from app.domain.assessment import ResponseState
from app.domain.framework import InputKind
from app.operations import folders
from app.operations.commune import assessing
from app.operations.guiding import COMMUNE, Guide
from app.operations.parts import Role
from ui import preferences
from ui.context import Context
from ui.dialogs.dialog import Dialog
from ui.guide import GuideStrip
from ui.main_window import MainWindow
from ui.pages import START
from ui.scenes.commune_send import window
from ui.session import Session
from ui.widgets.header import HeaderFacts

Seen = Callable[[str, MainWindow, Dialog | None], object]
"""Takes the name of the step, the window, and the dialog that lies over it."""
PASSPHRASE = "dùng thử"
_WAIT, _PAUSE = 600_000, 150  # milliseconds for the longest step, making the sample; for a picture to be painted


class Walk:
    """The window of a person who has just installed the program, on `folder`, where nothing is yet."""

    def __init__(self, folder: Path, seen: Seen, size: tuple[int, int] = (1366, 768)) -> None:
        self._folder, self._tell = folder, seen
        self.context = Context(folders.open_workspace(folder / "ThuocSo"), preferences.stored(folder))
        self.window = MainWindow(self.context, ())
        self.window.resize(*size)
        self.session = Session(self.window)
        self.session.begin()
        self.window.show()

    def close(self) -> None:
        self.window.hide()
        self.context.close()
        self.context.workspace.close()
        self.window.deleteLater()

    def go(self) -> None:
        """All steps, in order."""
        self._seen("start")
        self._sample()
        self._figures()
        self._evidence()
        self._review()
        self._freeze()
        bundle = self._seal()
        self._authority(bundle)
        self._own_work()

    # Steps ---------------------------------------------------------------------------------------------------------

    def _sample(self) -> None:
        self._press("start-sample")
        self._until(lambda: self.context.part_id != "")
        self._until(lambda: _in(self.window, "guide-title") is not None)
        self._until(_in(self.window, "guide-title").isVisible)
        self._seen("sample")

    def _figures(self) -> None:
        self._press("guide-go")
        self.window.open_page("assessment", self._two_numbers())
        self._seen("desk")
        for editor, typed in zip(self._editors(), ("310", "400"), strict=True):
            editor.entry.entry.setText(typed)
            editor.entry.entry.textEdited.emit(typed)
            editor.commit()
        self._settle()
        self._seen("figures")

    def _two_numbers(self) -> str:
        """The first criterion still open that asks for two numbers and no more."""
        view = assessing.view(self.context.workspace, self.context.part_id)
        for place in view.criteria:
            asked = place.criterion.inputs if place.criterion is not None else ()
            kinds = {each.kind for each in asked}
            is_open = view.states[place.id] is ResponseState.NOT_STARTED
            if is_open and len(asked) == 2 and kinds == {InputKind.INTEGER}:
                return place.id
        raise LookupError("no criterion with two numbers is open")

    def _editors(self) -> list[Any]:
        return [each for each in self._page().findChildren(QWidget) if each.objectName().startswith("input-")
                and hasattr(each, "entry")]  # fmt: skip

    def _evidence(self) -> None:
        paper = self._folder / "Báo cáo 10 tháng năm 2026.pdf"
        paper.write_bytes(b"%PDF-1.4\n% bao cao\n")
        _in(self._page(), "drop").dropped.emit([paper])
        self._settle()
        self._seen("evidence")

    def _review(self) -> None:
        self._press("guide-go")
        self._settle()
        self._seen("review")

    def _freeze(self) -> None:
        self._press("guide-go")
        self._settle()
        self._main()
        dialog = self._dialog()
        _in(dialog, "leader-name").set_text("Lê Văn Bình")
        _in(dialog, "leader-agrees").setChecked(True)
        self._seen("freeze", dialog)
        dialog.accept()
        self._settle()

    def _seal(self) -> Path:
        self._main()
        dialog: Any = self._dialog()
        target = self._folder / "USB của xã"
        target.mkdir()
        dialog.choose(target)
        for entry in ("passphrase", "passphrase-again"):
            _in(dialog, entry).setText(PASSPHRASE)
        self._seen("seal", dialog)
        dialog.accept()
        self._settle()
        self._seen("sealed")
        return next(target.glob("*.thuocso"))

    def _authority(self, bundle: Path) -> None:
        self._press("guide-side")
        self._settle()
        self.window.open_page("collecting")
        self.context.file_asked.emit(bundle)
        self._settle()
        self._seen("received")
        self.window.open_page("appraising")
        self._settle()
        self._seen("appraising")

    def _own_work(self) -> None:
        self._press("guide-leave")
        self._until(lambda: self.context.part_id == "" and self.window.page_name() == "new_campaign")
        self.window.open_page("start")
        self._press("start-commune")
        dialog = self._dialog()
        _in(dialog, "commune-name").setText("Xã Hòa Bình")
        self._seen("own", dialog)
        dialog.accept()
        self._until(lambda: self.context.part_id != "")
        self._settle()
        asked = self._dialog()
        _in(asked, "person-name").set_text("Nguyễn Thị Hạnh")
        self._seen("person", asked)
        asked.accept()
        self._settle()
        self._seen("begun")

    # Hands ---------------------------------------------------------------------------------------------------------

    def _page(self) -> Any:
        return self.window.page()

    def _press(self, name: str) -> None:
        def there() -> list[Any]:  # a page left behind may still be there
            return [each for each in self.window.findChildren(QWidget, name) if each.isVisible()]

        self._until(lambda: bool(there()))
        there()[0].click()

    def _main(self) -> None:
        self._page().main_action.click()

    def _dialog(self) -> Dialog:
        def shown() -> list[Dialog]:
            return [each for each in self.window.findChildren(Dialog) if each.isVisible()]

        self._until(lambda: bool(shown()))
        return shown()[-1]

    def _seen(self, name: str, dialog: Dialog | None = None) -> None:
        self._settle()
        self._tell(name, self.window, dialog)

    def _settle(self) -> None:
        """Until everything asked for is on disk and shown."""
        for _ in range(3):
            self._until(lambda: not self.context.jobs())
            pause = QDeadlineTimer(_PAUSE)
            self._until(pause.hasExpired)

    def _until(self, holds: Callable[[], bool]) -> None:
        loop, end = QEventLoop(self.window), QDeadlineTimer(_WAIT)
        waking = QTimer(interval=10)
        waking.start()
        while not holds():
            if end.hasExpired():
                raise TimeoutError("a step of the first minutes does not come")
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _in(place: QWidget, name: str) -> Any:
    return place.findChild(QWidget, name)


# Scenes --------------------------------------------------------------------------------------------------------------


def _start() -> QWidget:
    """The first page of an empty folder."""
    shown = window("begun", "overview")
    shown.context.part_id = ""
    shown.set_pages(START)
    shown.show_facts(HeaderFacts(agency="Thước Số"))
    return shown


def _guided(done: int, page: str) -> Callable[[], QWidget]:
    """A page of the sample with the strip above it, so many acts done."""

    def make() -> QWidget:
        shown = window("half", page)
        strip = GuideStrip()
        shown.show_above(strip)
        names = frozenset(act.name for act in COMMUNE[:done])
        strip.show_guide(Guide("", Role.AGENCY, COMMUNE, names), page, has_own_work=False)
        return shown

    return make


SCENES: dict[str, Callable[[], QWidget]] = {
    "start": _start,
    "guide": _guided(0, "overview"),
    "guide-here": _guided(1, "assessment"),
    "guide-done": _guided(len(COMMUNE), "check"),
}
