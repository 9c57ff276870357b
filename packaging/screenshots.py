"""Draws every scene of `ui.scenes` into a folder: a picture for each size, appearance and language.

QT_QPA_PLATFORM=offscreen QT_FONT_DPI=96 python packaging/screenshots.py --out FOLDER
    [--only PART_OF_A_NAME] [--size 1366x768 …] [--appearance light …] [--lang vi …] [--scale 100]

python packaging/screenshots.py --guide     makes the pictures of README.md anew, in docs/pictures
"""

import argparse
import io
import os
import shutil
import sys
import tempfile
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_FONT_DPI", "96")
os.environ["TZ"] = "Asia/Ho_Chi_Minh"  # clocks of the window and of what was received say the same

from PIL import Image
from PySide6.QtCore import QBuffer, QEvent
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog

from ui import language, scenes, theme, tokens
from ui.dialogs.dialog import Dialog
from ui.main_window import MainWindow

SIZES = ("1366x768", "911x512", "683x512")
GUIDE = Path(__file__).resolve().parent.parent / "docs" / "pictures"
STEPS = {
    "start": "bat-dau", "sample": "xem-thu", "figures": "nhap-so-lieu", "evidence": "minh-chung", "review": "ra-soat",
    "freeze": "chot-so-lieu", "sealed": "niem-phong", "received": "tiep-nhan", "own": "xa-cua-minh",
    "begun": "viec-that",
}  # fmt: skip
"""Steps of `ui.scenes.first_steps` and the names of their pictures."""
SHOWN = {
    "submit-to-sign": "trinh-ky", "submit-parts": "gui-theo-phan", "registry": "danh-ba-va-khoa",
    "preview-appraising": "tham-dinh", "result": "ket-qua",
}  # fmt: skip
COLOURS, SWATCH = 128, 12  # of a palette: text stays sharp and a picture small; lines of each colour of the house


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--out", type=Path)
    what.add_argument("--guide", action="store_true", help=f"the pictures of README.md, in {GUIDE.name}")
    parser.add_argument("--only", default="", help="scenes or pictures whose name contains this")
    parser.add_argument("--size", nargs="+", default=list(SIZES[:1]), help=f"such as {', '.join(SIZES)}")
    parser.add_argument("--appearance", nargs="+", default=["light", "dark"], choices=("light", "dark"))
    parser.add_argument("--lang", nargs="+", default=["vi"], choices=language.LANGUAGES)
    parser.add_argument("--scale", type=int, default=100, choices=(100, 125, 150))
    return parser


def _draw(application: QApplication, make: scenes.Maker, size: str, path: Path) -> None:
    picture = _picture(application, make, size)
    picture.toImage().save(str(path))


def _picture(application: QApplication, make: scenes.Maker, size: str) -> QPixmap:
    width, height = map(int, size.split("x"))
    widget = make()
    if isinstance(widget, QDialog):  # as large as it opens, so that what does not fit is seen
        widget.setMaximumSize(max(width, widget.minimumWidth()), height)
    else:
        widget.resize(width, height)
    widget.show()
    for _ in range(3):  # lay out, then paint what the layout moved
        application.processEvents()
    picture = widget.grab()
    if isinstance(widget, QDialog):
        widget.done(0)  # waits for what it does behind
    widget.hide()
    widget.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return picture


def _over(window: MainWindow, dialog: Dialog | None) -> QPixmap:
    """The window, and the dialog that lies over it as a desktop shows it."""
    picture = window.grab()
    if dialog is not None:
        shown = dialog.grab()
        at = (picture.width() - shown.width()) // 2, (picture.height() - shown.height()) // 2
        painter = QPainter(picture)
        painter.fillRect(picture.rect(), QColor(0, 0, 0, 70))
        painter.drawPixmap(*at, shown)
        painter.end()
    return picture


def _keep_small(picture: QPixmap, path: Path) -> None:
    buffer = QBuffer()
    picture.save(buffer, "PNG")
    with Image.open(io.BytesIO(buffer.data().data())) as opened:
        image = opened.convert("RGB")
    sample = Image.new("RGB", (image.width, image.height + len(tokens.LIGHT) * SWATCH))
    sample.paste(image)
    for at, colour in enumerate(tokens.LIGHT.values()):  # a colour of the house counts, however little there is of it
        sample.paste(colour, (0, image.height + at * SWATCH, image.width, image.height + (at + 1) * SWATCH))
    palette = sample.quantize(COLOURS, dither=Image.Dither.NONE)
    image.quantize(palette=palette, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path.name}  {path.stat().st_size // 1024} KB", flush=True)


def _guide(application: QApplication, only: str) -> None:
    """The first minutes step by step, and some pages of later days; those whose name contains `only`."""
    GUIDE.mkdir(parents=True, exist_ok=True)
    wanted = {step: name for step, name in STEPS.items() if only in name}
    if wanted:
        _walk(wanted)
    for scene, name in SHOWN.items():
        if only in name:
            _keep_small(_picture(application, scenes.SCENES[scene], SIZES[0]), GUIDE / f"{name}.png")


def _walk(wanted: dict[str, str]) -> None:
    from ui.scenes.first_steps import Walk

    folder = Path(tempfile.gettempdir()) / "Xã Hòa Bình"  # stands in the pictures
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()

    def seen(step: str, window: MainWindow, dialog: Dialog | None) -> None:
        if step in wanted:
            _keep_small(_over(window, dialog), GUIDE / f"{wanted[step]}.png")

    walk = Walk(folder, seen)
    try:
        walk.go()
    finally:
        walk.close()
        shutil.rmtree(folder, ignore_errors=True)


def main() -> int:
    given = _parser().parse_args()
    application = QApplication([*sys.argv[:1], *theme.ARGUMENTS])
    look = theme.install(application)
    if given.guide:
        language.install("vi")
        _guide(application, given.only)
        return 0
    given.out.mkdir(parents=True, exist_ok=True)
    for spoken, appearance in product(given.lang, given.appearance):
        language.install(spoken)
        look.switch(appearance, given.scale)
        for name, size in product(scenes.SCENES, given.size):
            if given.only in name:
                path = given.out / f"{name}-{size}-{appearance}-{spoken}.png"
                _draw(application, scenes.SCENES[name], size, path)
                print(path.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
