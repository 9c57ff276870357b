"""Keys looked after, the registry in each state, and a commune making itself known."""

import functools
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.domain.agency import Contact
from app.operations import folders, parts
from app.operations.authority import collecting, registry
from app.operations.authority.registry import Entry
from app.operations.trust import keyring, registering, trusting
from app.operations.workspace import Workspace
from ui import preferences
from ui.context import Context
from ui.dialogs import key_care, key_registry, key_report, key_restore
from ui.main_window import MainWindow
from ui.pages import START
from ui.scenes import authority_collect, commune_send
from ui.scenes.authority_collect import settle
from ui.scenes.collecting_world import PASSPHRASE, Clock
from ui.session import Session

OWNER = "Xã Hòa Bình"
LINES = (
    "04QAK XRZ4W XQNX6 38W3J",
    "9G5PC 4E10K EBDAA PYW8J",
    "RY2GG QWVTE HQ5MM PA8X8",
)


def _replace(why: str) -> Callable[[], QWidget]:
    def make() -> QWidget:
        dialog = key_care.ReplaceKeyDialog(OWNER, False, None)
        dialog.choose(why)
        return dialog

    return make


def _copy(kind: str) -> Callable[[], QWidget]:
    def make() -> QWidget:
        dialog = key_care.CopyKeyDialog(OWNER, None)
        dialog.choose(kind)
        return dialog

    return make


def _restore() -> QWidget:
    """Two lines as printed, one with a slip, one begun."""
    from PySide6.QtTest import QTest

    from ui.widgets.entry import Entry

    dialog = key_restore.RestoreKeyDialog(OWNER, True, None)
    dialog.turn_to(key_care.SHEET)
    for number, line in enumerate(LINES, 1):
        entry = dialog.findChild(Entry, f"line-{number}")
        assert entry is not None
        QTest.keyClicks(entry, line)
    return dialog


# The registry ------------------------------------------------------------------------------------------------------

OTHER_CODE = "60429 17358 92014 55570 31886 70245"
LETTER = "Công văn số {number}/UBND-VP ngày 03/11/2026"


@dataclass(frozen=True, slots=True)
class Known:
    """An authority's folder whose registry has an agency in every state, and its part."""

    folder: Path
    part: str


@functools.cache
def known() -> Known:
    """Made from the province that collects: some report, some letters are here, one key was stolen, one is strange."""
    made = authority_collect.world()
    authority_collect.collected()
    root = Path(tempfile.mkdtemp(prefix="thuocso-scene-"))
    folder = root / "Cơ quan thẩm định"
    shutil.copytree(made.folder, folder)
    files = [_report(made.folder.parent, root, code, made.clock) for code in ("HG01", "HG04", "HG05", "HG06", "HG09")]
    files.append(_report(made.folder.parent, root, "HG08", made.clock, strange=True))
    made.clock.move(minutes=90)
    opened = folders.open_workspace(folder, made.clock)
    collecting.import_paths(opened, made.part, files)
    codes = {line.agency.code: line.waiting for line in registry.book(opened, made.part) if line.waiting}
    entries = [Entry("HG05", "0900 000 105", "Phạm Thị Mai", OTHER_CODE, LETTER.format(number=15))]
    for number, code in enumerate(("HG04", "HG13", "HG14"), 12):
        key = codes.get(code)
        told = key.check_code if key else " ".join(reversed(OTHER_CODE.split()))
        entries.append(Entry(code, f"0900 000 {number}0", "Lê Văn Lâm", told, LETTER.format(number=number)))
    registry.set_entries(opened, made.part, entries)
    trusting.close_key(opened, "HG07", "agency", "stolen", "Chủ tịch xã báo qua điện thoại; công văn số 31/UBND")
    opened.close()
    return Known(folder, made.part)


def _report(homes: Path, root: Path, code: str, clock: Clock, strange: bool = False) -> Path:
    """What a commune reports; a strange one from another computer with a key of its own."""
    home, out = root / f"Máy của {code}", root / code
    out.mkdir()
    shutil.copytree(homes / f"Máy của {code}", home)
    opened = folders.open_workspace(home, clock)
    try:
        part = parts.find(opened)
        if strange:
            keyring.replace(opened, part, PASSPHRASE, "lost")
        contact = Contact(name="Nguyễn Thị Thu Hà", title="Công chức", telephone="0900 000 777")
        return registering.make(opened, part.id, out, PASSPHRASE, contact).path
    finally:
        opened.close()


def _registry(chosen: str = "", chip: str = "", act: str = "") -> Callable[[], QWidget]:
    def make() -> QWidget:
        world = known()
        opened = folders.open_workspace(world.folder, authority_collect.world().clock)
        shown = _window(opened)
        Session(shown).choose(world.part)
        shown.open_page("registry")
        settle(shown)
        page = shown.page()
        assert page is not None
        for place in (chip, chosen):
            if place:
                page.show_place(place)
        settle(shown)
        if act:
            page._on_asked(act)  # type: ignore[attr-defined]
        return shown

    return make


def _window(opened: Workspace) -> MainWindow:
    context = Context(opened, preferences.stored(Path(tempfile.mkdtemp(prefix="thuocso-scene-"))))
    shown = MainWindow(context, START)
    shown.resize(1366, 768)

    def close() -> None:
        context.close(cancel=True)
        opened.close()

    shown.destroyed.connect(close)
    return shown


def _dialog(dialog: Callable[[registry.Line], QWidget], code: str) -> Callable[[], QWidget]:
    def make() -> QWidget:
        world = known()
        opened = folders.open_workspace(world.folder, authority_collect.world().clock)
        try:
            lines = registry.book(opened, world.part)
        finally:
            opened.close()
        return dialog(next(line for line in lines if line.agency.code == code))

    return make


def _entry(line: registry.Line) -> QWidget:
    waiting = line.waiting.check_code if line.waiting else ""
    return key_registry.RegistryEntryDialog(line.agency.name, line.entry, waiting, None)


def _close(line: registry.Line) -> QWidget:
    dialog = key_registry.CloseKeyDialog(line.agency.name, authority_collect.world().clock(), None)
    dialog.choose("stolen")
    return dialog


def _compare(line: registry.Line) -> QWidget:
    from ui.dialogs.key_compare import KeyDialog, KeyToAccept

    assert line.waiting is not None
    code, is_other = line.waiting.check_code, line.pin is not None
    differs = line.entry.check_code if line.state is registry.KeyState.LETTER_DIFFERS else ""
    told = (line.agency.code, line.agency.name, line.waiting.spki, code, f"{line.contact} · {line.telephone}")
    return KeyDialog([KeyToAccept(*told, is_other, differs)], None)


def _report_dialog() -> QWidget:
    contact = Contact(name="Nguyễn Thị Thu Hà", title="Công chức Văn hóa - Xã hội", telephone="0900 000 777")
    name = "XaHoaBinh_DotDanhGiaNam2026_BaoNhan.thuocso"
    return key_report.RegistrationDialog(name, contact, None, None, is_new=False)


SCENES: dict[str, Callable[[], QWidget]] = {
    "dialog-key-replace": _replace(key_care.REPLACED),
    "dialog-key-stolen": _replace(key_care.STOLEN),
    "dialog-key-copy": _copy(key_care.FILE),
    "dialog-key-sheet": _copy(key_care.SHEET),
    "dialog-key-passphrase": lambda: key_care.ChangePassphraseDialog(OWNER, None),
    "dialog-key-restore": lambda: key_restore.RestoreKeyDialog(OWNER, True, None),
    "dialog-key-restore-sheet": _restore,
    "registry": _registry("HG05"),
    "registry-matching": _registry("HG04"),
    "registry-other-key": _registry("HG08"),
    "registry-ended": _registry("HG07"),
    "registry-accepted": _registry("HG01"),
    "registry-nothing": _registry("HG20"),
    "registry-todo": _registry(chip="todo"),
    "dialog-registry-entry": _dialog(_entry, "HG05"),
    "dialog-key-close": _dialog(_close, "HG01"),
    "dialog-key-letter-differs": _dialog(_compare, "HG05"),
    "dialog-key-other": _dialog(_compare, "HG08"),
    "dialog-registration": _report_dialog,
    "overview-not-reported": lambda: commune_send.window("begun", "overview"),
}
