"""The papers a criterion rests on, one a line; a line may end with the day the paper ceased to hold."""

import re
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.framework import LegalBasis
from app.domain.text import date_text
from ui.pages.framework_editor.fields import AreaBound
from ui.widgets.date_entry import read_date

_ENDED = re.compile(r"(?P<text>.*?)\s*\((?:hết hiệu lực|ceased)\D*(?P<day>\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4})\s*\)\s*")


class LegalBasesBound(AreaBound):
    """Written "Luật …" or "Luật … (hết hiệu lực 01/07/2026)"."""

    def __init__(self, name: str, label: str) -> None:
        hint = QCoreApplication.translate(
            "NodeSheets", "One paper in each line; (ceased 01/07/2026) at its end marks one no longer in force."
        )
        super().__init__(name, label, hint=hint)

    def read(self) -> tuple[LegalBasis, ...]:
        return tuple(_basis(line.strip()) for line in self.area.value().splitlines() if line.strip())

    def _text(self, value: Any) -> str:
        return "\n".join(map(_line, value))


def _basis(line: str) -> LegalBasis:
    found = _ENDED.fullmatch(line)
    day = read_date(found["day"]) if found is not None else None
    if found is None or day is None:
        return LegalBasis(text=line)
    return LegalBasis(text=found["text"], ended=day)


def _line(basis: LegalBasis) -> str:
    if basis.ended is None:
        return basis.text
    ended = QCoreApplication.translate("NodeSheets", "ceased {day}").format(day=date_text(basis.ended))
    return f"{basis.text} ({ended})"
