"""The only place that shows errors and messages: non-blocking, below the header, in the current language."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from app.errors import AppError, Several
from ui import language

ICONS = {"lead": "info", "good": "circle-check", "warn": "triangle-alert", "bad": "circle-alert"}


class Act(NamedTuple):
    """A link in a notice: its words and what it does; the notice goes when it was taken."""

    words: str
    do: Callable[[], object]


class Notice:
    """One message. `details` lie behind "see details"; a `lasting` one stays until it is closed or taken back."""

    def __init__(
        self,
        text: str,
        tone: str = "lead",
        details: tuple[str, ...] = (),
        acts: tuple[Act, ...] = (),
        lasting: bool = False,
        icon: str = "",
    ) -> None:
        self.text, self.tone, self.details, self.acts, self.lasting = text, tone, details, acts, lasting
        self.icon = icon or ICONS[tone]


class Notices(QObject):
    """`raised` and `taken_back` carry a `Notice`. What is raised before a window listens is kept in `waiting`."""

    raised = Signal(object)
    taken_back = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: list[Notice] = []

    def waiting(self) -> tuple[Notice, ...]:
        """Every notice not taken back yet, oldest first."""
        return tuple(self._shown)

    def show(self, notice: Notice) -> Notice:
        """Show a notice; the same words twice stand once."""
        for same in [other for other in self._shown if other.text == notice.text]:
            self.take_back(same)
        self._shown.append(notice)
        self.raised.emit(notice)
        return notice

    def info(self, text: str, *acts: Act) -> Notice:
        return self.show(Notice(text, acts=acts))

    def good(self, text: str, *acts: Act) -> Notice:
        return self.show(Notice(text, "good", acts=acts))

    def warn(self, text: str, *acts: Act) -> Notice:
        return self.show(Notice(text, "warn", acts=acts, lasting=True))

    def error(self, error: AppError, *acts: Act) -> Notice:
        """The sentence for an expected error; the parts of a `Several` lie behind the details."""
        parts = error.errors if isinstance(error, Several) else []
        details = tuple(sentence_for(part) for part in parts)
        return self.show(Notice(sentence_for(error), "warn", details, acts, lasting=True))

    def take_back(self, notice: Notice) -> None:
        if notice in self._shown:
            self._shown.remove(notice)
            self.taken_back.emit(notice)

    def forget_passing(self) -> None:
        """Take back what does not last; the window does so when another page is opened."""
        for notice in [each for each in self._shown if not each.lasting]:
            self.take_back(notice)


def sentence_for(error: AppError) -> str:
    """What happened, what is safe, what to do, in the language of the window."""
    from app import wording  # all sentences of the program: not before the first is needed

    return wording.sentence(error, language.current())
