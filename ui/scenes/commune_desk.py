"""The commune's overview and desk, drawn in the frame with the sample's figures, at several stages of the work."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.scenes.commune_send import window


def _page(stage: str, page: str, prepare: Callable[[Any], object] | None = None) -> Callable[[], QWidget]:
    return lambda: window(stage, page, prepare)


def _at(stage: str, node: str, do: Callable[[Any], object] | None = None) -> Callable[[], QWidget]:
    """The desk at a node."""

    def prepare(page: Any) -> None:
        page.show_place(node)
        if do is not None:
            do(page)

    return _page(stage, "assessment", prepare)


def _typed(page: Any) -> None:
    """A figure that can't be one, as somebody typed it."""
    editor = page.findChild(QWidget, "input-nhiem_vu_giao")
    editor.entry.entry.setText("12 nhiệm vụ")
    editor.entry.entry.textEdited.emit("12 nhiệm vụ")
    editor.commit()


SCENES: dict[str, Callable[[], QWidget]] = {
    "overview": _page("half", "overview"),
    "overview-empty": _page("begun", "overview"),
    "overview-frozen": _page("frozen", "overview"),
    "overview-round2": _page("feedback", "overview"),
    "desk": _at("half", "ket-qua-ke-hoach"),
    "desk-ticks": _at("half", "ngay-chuyen-doi-so"),
    "desk-choice": _at("half", "bao-cao-quy"),
    "desk-empty": _at("begun", "so-hoa"),
    "desk-ground": _at("half", "san-pham-len-san"),
    "desk-judged": _at("ready", "mo-hinh-cong-dong"),
    "desk-feedback": _at("feedback", "trang-thong-tin"),
    "desk-frozen": _at("frozen", "ho-so-truc-tuyen"),
    "desk-group": _at("half", "6"),
    "desk-spoilt": _at("half", "ket-qua-ke-hoach", _typed),
}
