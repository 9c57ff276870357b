"""How the reader says no: a `Refused` names the one condition that keeps a file from being taken in."""

from typing import Any

from app.errors import AppError


class Refused(AppError):
    """The file can be read, but it is not a sound bundle; in a verdict this becomes an INVALID reason.

    `detail` is one technical line for *Xem chi tiết* (an entry's name, the rule that was broken); `values` fill
    the sentence of `code`.
    """

    def __init__(self, code: str, detail: str = "", **values: Any) -> None:
        super().__init__(code, detail=detail, **values)
        self.detail = detail
        self.values = values
