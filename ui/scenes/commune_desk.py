"""The commune's overview and desk, drawn in the frame with the sample's figures, at several stages of the work."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from app.domain.assessment import Citation
from ui.dialogs.citation import CitationDialog
from ui.dialogs.explanation import ExplainButton, Explanation
from ui.scenes.commune_send import window
from ui.widgets.desk import PROOF


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


def _claimed(page: Any) -> None:
    """A ground taken: its policy and article stand below it."""
    page.findChild(QWidget, "not-applicable").click()
    page.leave()


def citation() -> QWidget:
    """The dialog for a citation, half filled in."""
    told = Citation(number="212/BC-UBND", date="30/10/2026", issuer="UBND xã Hòa Bình")
    return CitationDialog(None, citation=told, page="trang 3, mục II.2", file="Báo cáo 10 tháng năm 2026.pdf")


def explanation() -> QWidget:
    """Why the best of two cases gives these points."""
    shown = window("half", "assessment", lambda page: page.show_place("truyen-thanh"))
    shown.findChildren(ExplainButton)[-1].click()
    dialog = shown.findChild(Explanation)
    assert dialog is not None
    dialog.setParent(None)
    return dialog


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
    "desk-claimed": _at("half", "mo-hinh-cong-dong", _claimed),
    "desk-proof": _at("half", "ke-hoach-nam", lambda page: page._desk.show_tab(PROOF)),
    "desk-guidance": _at("half", "ke-hoach-nam", lambda page: page.findChild(QWidget, "guidance").click()),
    "desk-best": _at("half", "truyen-thanh"),
    "explanation": explanation,
    "citation": citation,
    "desk-spoilt": _at("half", "ket-qua-ke-hoach", _typed),
}
