"""Work brought back from what was sent: what the files hold, and the copy of the key for encrypted ones."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from app.operations.commune.recovering import Lacks, Offer

_OFFER = Offer(
    "27801", "Xã Hòa Bình", "Đợt đánh giá năm 2026", "Ủy ban nhân dân tỉnh Hải Giang", 2, 1,
    "2026-11-02T14:32:00+07:00", "1713/20", "60429 17358 92014 55570 31886 70245", 28, 61, 4,
    (Lacks.KEY, Lacks.EVIDENCE),
)  # fmt: skip


def _offer(follows: int = 0) -> QWidget:
    from ui.dialogs.recover import RecoverDialog

    return RecoverDialog(replace(_OFFER, follows=follows), None)


def _key() -> QWidget:
    from ui.dialogs.recover import OwnKeyDialog

    return OwnKeyDialog(False, None)


def _covered(*without_key: str) -> Callable[[], QWidget]:
    from ui.dialogs.seal_many import SealManyDialog

    told = "4 tệp, mỗi cơ quan, địa phương đã gửi hồ sơ một tệp, lần 1."
    return lambda: SealManyDialog("Xuất ý kiến", told, "Niêm phong và xuất 4 tệp", None, without_key=without_key)


def _signed_key() -> QWidget:
    from app.domain.agency import Agency
    from app.operations.authority.registry import Entry, KeyState, Line
    from app.operations.trust.trusting import SeenKey
    from ui.pages.registry_sheet import RegistrySheet

    code, at = "60429 17358 92014 55570 31886 70245", "2026-11-02T14:32:00+07:00"
    key = SeenKey("HG05", "agency", "ab" * 32, code, at, "", "Ủy ban nhân dân xã Tân Lập")
    entry = Entry("HG05", "0203 3888 105", "Phạm Thị Ngọc")
    sheet = RegistrySheet()
    sheet.show_line(Line(Agency(code="HG05", name="Xã Tân Lập"), entry, KeyState.SIGNED, None, key, (), None, ()))
    return sheet


def _withdrawn() -> QWidget:
    from app.operations.commune import submitting
    from ui.scenes.commune_send import window

    def withdraw(page: Any) -> None:
        submitting.withdraw(page.context.workspace, page.context.part_id, "Gửi nhầm bản chưa có chữ ký")
        page.refresh()

    return window("exported", "submit", withdraw)


SCENES: dict[str, Callable[[], QWidget]] = {
    "recover": _offer,
    "recover-later": lambda: _offer(follows=1),
    "recover-key": _key,
    "dialog-seal-many-covered": _covered(),
    "dialog-seal-many-no-key": _covered("Xã Tân Lập", "Phường Đông Hải", "Xã An Thạnh", "Xã Bình Minh"),
    "registry-signed": _signed_key,
    "submit-withdrawn": _withdrawn,
}
