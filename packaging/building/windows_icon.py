"""Draws the icon and the side of the installer from `packaging/thuocso.svg`: run it with .venv's Python."""

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

PACKAGING = Path(__file__).resolve().parent.parent
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)


def drawn(size):
    """The icon as PNG, `size` pixels wide."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(PACKAGING / "thuocso.svg")).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return buffer.data().data()


def packed(pictures):
    """An .ico of PNG pictures, {width: bytes}; 256 is written as 0 (Microsoft, "Icons", ICONDIRENTRY)."""
    header = struct.pack("<HHH", 0, 1, len(pictures))
    at = len(header) + 16 * len(pictures)
    entries = []
    for size, data in pictures.items():
        entries.append(struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), at))
        at += len(data)
    return header + b"".join(entries) + b"".join(pictures.values())


def side():
    """The left side of the installer's last page, as a BMP of the size NSIS asks for."""
    image = QImage(164, 314, QImage.Format.Format_RGB32)
    image.fill("#0B5CAD")
    painter = QPainter(image)
    QSvgRenderer(str(PACKAGING / "thuocso.svg")).render(painter, QRectF(34, 40, 96, 96))
    painter.end()
    return image.convertToFormat(QImage.Format.Format_RGB888)


if __name__ == "__main__":
    side().save(str(PACKAGING / "windows" / "side.bmp"), "BMP")
    (PACKAGING / "windows" / "thuocso.ico").write_bytes(packed({size: drawn(size) for size in SIZES}))
