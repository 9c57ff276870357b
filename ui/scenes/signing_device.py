"""Signing with a device: certificates to choose from, what the device tells of its PIN, and what can go wrong."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

from PySide6.QtWidgets import QWidget

from app.domain.deadline import VIETNAM
from app.errors import AppError
from app.operations.trust.tokens import Certificate, Found, PinState, Token, Use
from ui import preferences
from ui.context import Context
from ui.dialogs.token import TokenDialog

NOW = datetime(2026, 11, 10, 8, tzinfo=VIETNAM)
TOLD = "Báo cáo kết quả tự đánh giá mức độ chuyển đổi số năm 2026 của xã Hòa Bình, bản chốt số 2"
TOKEN = Token(Path("driver"), "VGCA 4821", "0A4821", "SafeNet", PinState.OK)
ISSUER = "Cơ quan chứng thực số Chính phủ (thử nghiệm)"


def _certificate(name: str, use: Use, day: datetime, number: int, token: Token = TOKEN) -> Certificate:
    unit = "Ủy ban nhân dân xã Hòa Bình"
    return Certificate(token, bytes([number]), name, unit, ISSUER, "", datetime(2024, 3, 1, tzinfo=VIETNAM), day, use)


def _found(pin: PinState = PinState.OK, troubles: tuple[AppError, ...] = ()) -> Found:
    token = replace(TOKEN, pin=pin)
    good, old = datetime(2029, 2, 28, tzinfo=VIETNAM), datetime(2025, 12, 31, tzinfo=VIETNAM)
    return Found(
        (token,),
        (
            _certificate("Lê Văn Bình", Use.USABLE, good, 1, token),
            _certificate("Ủy ban nhân dân xã Hòa Bình", Use.USABLE, good, 2, token),
            _certificate("Lê Văn Bình", Use.EXPIRED, old, 3, token),
            _certificate("Cơ quan chứng thực số Chính phủ", Use.AUTHORITY, good, 4, token),
        ),
        troubles,
    )


def _dialog(found: Found, prepare: Callable[[TokenDialog], object] | None = None) -> Callable[[], QWidget]:
    def made() -> QWidget:
        folder = Path(tempfile.mkdtemp(prefix="thuocso-scene-"))
        context = Context(SimpleNamespace(clock=lambda: NOW), preferences.stored(folder))
        dialog = TokenDialog(context, TOLD, lambda workspace, signer: None, None, found=found)
        if prepare is not None:
            prepare(dialog)
        return dialog

    return made


def _fail(code: str) -> Callable[[TokenDialog], object]:
    return lambda dialog: dialog._on_failed(AppError(code))


SCENES: dict[str, Callable[[], QWidget]] = {
    "token": _dialog(_found()),
    "token-all": _dialog(_found(), lambda dialog: dialog._hidden.setChecked(True)),
    "token-low": _dialog(_found(PinState.LOW)),
    "token-last": _dialog(_found(PinState.LAST), _fail("token.pin_wrong_last")),
    "token-locked": _dialog(_found(PinState.LOCKED)),
    "token-wrong": _dialog(_found(PinState.LOW), _fail("token.pin_wrong_low")),
    "token-busy": _dialog(_found(), lambda dialog: dialog._set_busy("Đang ký. Giữ nguyên thiết bị trên máy…")),
    "token-none": _dialog(Found()),
    "token-32bit": _dialog(Found(troubles=(AppError("token.driver_32bit", file="vnptca_p11_v8.dll"),))),
}
