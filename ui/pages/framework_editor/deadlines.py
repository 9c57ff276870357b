"""The deadline of a step: the editor of campaigns, bound to a record."""

from typing import Any

from app.domain.deadline import Deadline
from ui.pages.framework_editor.fields import BAD, Bound
from ui.pages.round_editor import DeadlineEditor


class DeadlineBound(Bound):
    """Typing the decision's words fills kind and day; the last moment meant stands below."""

    def __init__(self, name: str, label: str, year: int) -> None:
        self.editor = DeadlineEditor(label, year)
        super().__init__(name, label, self.editor, below=True)
        self._is_shown = False
        self.editor.edited.connect(self._on_edited)

    def read(self) -> Any:
        value = self.editor.value()
        return BAD if value is None and not self.editor.is_empty() else value

    def write(self, value: Deadline | None) -> None:
        self._is_shown = True
        if value is None:
            self.editor.words.set_text("")
            self.editor.day.set_text("")
        self.editor.set_deadline(value)
        self._is_shown = False

    def _on_edited(self) -> None:
        if not self._is_shown and self.read() is not BAD:
            self.edited.emit()
