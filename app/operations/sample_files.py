"""Evidence made up for looking round: real PDF, JPEG and XLSX files with Vietnamese names, the same every time."""

import random
from dataclasses import dataclass
from pathlib import Path

from app.domain import text

_SYMBOLS = (("Quyết định", "QĐ"), ("Kế hoạch", "KH"), ("Báo cáo", "BC"), ("Biên bản", "BB"), ("Thông báo", "TB"))
_TABLES = ("Danh sách", "Sổ", "Bảng", "Thống kê", "Biểu")
_PICTURES = ("Ảnh",)
_FORBIDDEN = str.maketrans(dict.fromkeys('\\/:*?"<>|', "-"))


@dataclass(frozen=True, slots=True)
class Paper:
    """What a made-up paper says of itself: `number` with its symbol, `day` as printed, who issued it and about what."""

    number: str
    day: str
    issuer: str
    subject: str
    seed: int

    @property
    def file_name(self) -> str:
        """Its name in Vietnamese, with the ending its kind asks for."""
        ending = "jpg" if self.subject.startswith(_PICTURES) else "xlsx" if self.subject.startswith(_TABLES) else "pdf"
        symbol = self.number.translate(_FORBIDDEN)
        name = f"{symbol} {self.subject}" if ending == "pdf" else f"{self.subject} ({symbol})"
        return f"{name.translate(_FORBIDDEN)[:110].strip()}.{ending}"


def paper(subject: str, issuer: str, year: int, seed: int) -> Paper:
    """A paper about `subject`; number and day follow from `seed`."""
    symbol = next((short for words, short in _SYMBOLS if subject.startswith(words)), "UBND")
    number = f"{20 + seed % 470}/{symbol}-UBND" if symbol != "UBND" else f"{20 + seed % 470}/UBND-VHXH"
    return Paper(number, f"{1 + seed % 28:02}/{1 + seed % 12:02}/{year}", issuer, subject, seed)


def make(told: Paper, folder: Path, is_small: bool = False) -> Path:
    """Writes the file of a paper into `folder`; small ones are a few kilobytes, others some tens."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / told.file_name
    if target.suffix == ".jpg":
        _picture(told, target, 160 if is_small else 960)
    elif target.suffix == ".xlsx":
        _table(told, target, 4 if is_small else 240)
    else:
        _document(told, target, 1 if is_small else 2 + told.seed % 3)
    return target


def _document(told: Paper, target: Path, pages: int) -> None:
    """A letter set as an office would: heading, number and day, subject, a few paragraphs."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    from app.reports import fonts

    fonts.register()
    chance = random.Random(told.seed)
    canvas = Canvas(str(target), pagesize=A4, invariant=1)
    canvas.setTitle(told.subject)
    for page in range(1, pages + 1):
        canvas.setFont(fonts.SERIF, 13)
        canvas.drawString(72, 780, told.issuer)
        canvas.drawString(72, 762, f"Số: {told.number}")
        canvas.drawRightString(540, 762, told.day)
        for at, line in enumerate(_wrapped(told.subject, 62)):
            canvas.drawString(72, 724 - 17 * at, line)
        for at in range(26 if pages > 1 else 6):
            done, given = chance.randint(20, 900), chance.randint(900, 1200)
            line = f"{page}.{at + 1}. Đã thực hiện {done} trên {given}; phần còn lại tiếp tục trong quý sau."
            canvas.drawString(72, 670 - 22 * at, line)
        canvas.drawCentredString(306, 40, str(page))
        canvas.showPage()
    canvas.save()


def _wrapped(line: str, room: int) -> list[str]:
    lines = [""]
    for word in line.split():
        if len(lines[-1]) + len(word) + 1 > room:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _picture(told: Paper, target: Path, wide: int) -> None:
    """Something that looks like a photograph to a JPEG encoder: soft colours and a few shapes."""
    from PIL import Image, ImageDraw

    chance = random.Random(told.seed)
    high = wide * 3 // 4
    grain = Image.frombytes("RGB", (wide // 16, high // 16), chance.randbytes(wide // 16 * (high // 16) * 3))
    picture = grain.resize((wide, high), Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(picture)
    for _ in range(12):
        left, top = chance.randrange(wide), chance.randrange(high)
        colour = tuple(chance.randrange(256) for _ in range(3))
        draw.rectangle((left, top, left + wide // 8, top + high // 8), fill=colour)
    picture.save(target, "JPEG", quality=72)


def _table(told: Paper, target: Path, lines: int) -> None:
    """A list as a workbook: names, figures and dates as people keep them."""
    from openpyxl import Workbook

    from app.sheets.saving import save

    chance = random.Random(told.seed)
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Danh sách"
    sheet.append([told.subject])
    sheet.append(["STT", "Nội dung", "Số lượng", "Hoàn thành"])
    for number in range(1, lines + 1):
        given = chance.randint(5, 400)
        sheet.append([number, f"Thôn {number}, {text.clean_name(told.issuer)}", given, chance.randint(0, given)])
    save(book, target)
