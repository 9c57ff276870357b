"""Draws every scene of `ui.scenes` into a folder: a picture for each size, appearance and language.

QT_QPA_PLATFORM=offscreen QT_FONT_DPI=96 python packaging/screenshots.py --out FOLDER
    [--only PART_OF_A_NAME] [--size 1366x768 …] [--appearance light …] [--lang vi …] [--scale 100]
"""

import argparse
import os
import sys
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_FONT_DPI", "96")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from ui import language, scenes, theme

SIZES = ("1366x768", "911x512", "683x512")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--only", default="", help="scenes whose name contains this")
    parser.add_argument("--size", nargs="+", default=list(SIZES[:1]), help=f"such as {', '.join(SIZES)}")
    parser.add_argument("--appearance", nargs="+", default=["light", "dark"], choices=("light", "dark"))
    parser.add_argument("--lang", nargs="+", default=["vi"], choices=language.LANGUAGES)
    parser.add_argument("--scale", type=int, default=100, choices=(100, 125, 150))
    return parser


def _draw(application: QApplication, make: scenes.Maker, size: str, path: Path) -> None:
    width, height = map(int, size.split("x"))
    widget = make()
    widget.resize(width, height)
    widget.show()
    for _ in range(3):  # lay out, then paint what the layout moved
        application.processEvents()
    widget.grab().toImage().save(str(path))
    widget.hide()
    widget.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def main() -> int:
    given = _parser().parse_args()
    application = QApplication(sys.argv[:1])
    look = theme.install(application)
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
