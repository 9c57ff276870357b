"""What can go wrong for reasons that are not a bug: a code and details, no prose (see `app.wording`)."""

from typing import Any


class AppError(Exception):
    """An expected condition of the user's world: a damaged file, a full disk, a wrong passphrase.

    `code` is a stable dotted name such as ``bundle.incomplete``; `details` are the values its sentence needs.
    `app.wording.sentence` turns both into one sentence in Vietnamese or English.
    """

    def __init__(self, code: str, /, **details: Any) -> None:
        super().__init__(code)
        self.code = code
        self.details = details

    def __str__(self) -> str:
        told = ", ".join(f"{key}={value!r}" for key, value in self.details.items())
        return f"{self.code}({told})"


class Several(AppError):
    """Many errors found in one pass (cells of a workbook, nodes of a framework); `errors` holds each."""

    def __init__(self, code: str, /, errors: "list[AppError]", **details: Any) -> None:
        super().__init__(code, count=len(errors), **details)
        self.errors = errors
