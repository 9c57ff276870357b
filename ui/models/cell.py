"""What one cell of a table or a tree shows; a model makes it, the delegate paints it."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt

CELL_ROLE = int(Qt.ItemDataRole.UserRole)

LIGHTS = {
    "good": ("circle-check", "good"),
    "warn": ("circle-question-mark", "warn"),
    "bad": ("circle-x", "bad"),
    "none": ("minus", "ink-soft"),
}


def light_word(light: str) -> str:
    """What a light says to a reader who does not see it."""
    return {
        "good": QCoreApplication.translate("Cell", "valid"),
        "warn": QCoreApplication.translate("Cell", "not enough grounds to confirm"),
        "bad": QCoreApplication.translate("Cell", "not valid"),
        "none": QCoreApplication.translate("Cell", "not there yet"),
    }[light]


@dataclass(frozen=True, slots=True)
class Cell:
    """Text first; everything else only where it helps.

    `tone` colours text, badge and icon; `second` is a hint below in `second_tone` (which then also colours the icon).
    `tail` follows the text in soft ink (" / 20"). `code` stands before the text in a room of `code_room` characters,
    so that titles align. `bars` are (tone, share) with a `mark`; `light` is good, warn, bad or none.
    """

    text: str = ""
    second: str = ""
    tone: str = "ink"
    second_tone: str = "ink-soft"
    icon: str = ""
    badge: bool = False
    bars: tuple[tuple[str, float], ...] = ()
    mark: float | None = None
    light: str = ""
    right: bool = False
    weight: str = "normal"
    tail: str = ""
    code: str = ""
    code_room: int = 0
    tip: str = ""

    def spoken(self) -> str:
        """All the cell says, in words, for screen readers and tool tips."""
        light = light_word(self.light) if self.light else ""
        text = f"{self.code} {self.text}{self.tail}".strip()
        return " · ".join(part for part in (text, light, self.second, self.tip) if part)
