"""Three lights in a row: integrity, seal, people; each an icon of its own form, its words in the tip."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import tokens
from ui.models.cell import LIGHTS, light_word
from ui.widgets import text
from ui.widgets.boxes import column, fill, row
from ui.widgets.icon import Icon
from ui.widgets.text import Label

TONES = {"VALID": "good", "UNKNOWN": "warn", "INVALID": "bad", "": "none"}


def light_names() -> tuple[str, str, str]:
    """What the three lights are called."""
    return (
        QCoreApplication.translate("Lights", "Integrity"),
        QCoreApplication.translate("Lights", "Sealing key"),
        QCoreApplication.translate("Lights", "Signatures"),
    )


class Lights(QWidget):
    """`lights` are VALID, UNKNOWN, INVALID or None, in the order integrity, seal, people."""

    def __init__(self, lights: Sequence[str | None]) -> None:
        super().__init__()
        self.setObjectName("lights")
        signs: list[QWidget] = []
        said: list[str] = []
        for name, light in zip(light_names(), lights, strict=True):
            shown = TONES[light or ""]
            icon, tone = LIGHTS[shown]
            said.append(f"{name}: {light_word(shown)}")
            signs.append(Icon(icon, tone, 16, tip=said[-1]))
        fill(QHBoxLayout(self), signs, gap=tokens.STEP)
        text.name(self, ". ".join(said))


def light_row(name: str, word: str, light: str, sentence: str) -> QWidget:
    """One light told in full: icon, name and word in its colour, and the sentence below."""
    icon, tone = LIGHTS[TONES[light]]
    words = row(Label(name, weight="medium"), Label(word, tone=tone, weight="medium"), None, gap=8)
    return at_top(icon, tone, column(words, Label(sentence, wrap=True, selectable=True), gap=2))


def at_top(icon: str, tone: str, words: QWidget, *more: QWidget) -> QWidget:
    """An icon that stays at the first line of the words beside it."""
    sign = Icon(icon, tone, 20)
    line = row(sign, (words, 1), *more, gap=10)
    layout = line.layout()
    assert layout is not None
    layout.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
    return line
