"""What can go wrong for reasons that are not a bug: a code and details, no prose (see `app.wording`)."""

import errno
from enum import StrEnum
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


class Cause(StrEnum):
    """Why the system refused a file or a folder; as a detail it becomes a few words inside the sentence."""

    GONE = "gone"
    DENIED = "denied"
    FOLDER = "folder"
    NOT_A_FOLDER = "not_a_folder"
    FULL = "full"
    READ_ONLY = "read_only"
    NAME_TOO_LONG = "name_too_long"
    DEVICE = "device"


_CAUSES = {
    errno.ENOENT: Cause.GONE,
    errno.EACCES: Cause.DENIED,
    errno.EPERM: Cause.DENIED,
    errno.EISDIR: Cause.FOLDER,
    errno.ENOTDIR: Cause.NOT_A_FOLDER,
    errno.EEXIST: Cause.NOT_A_FOLDER,
    errno.ENOSPC: Cause.FULL,
    errno.EDQUOT: Cause.FULL,
    errno.EROFS: Cause.READ_ONLY,
    errno.ENAMETOOLONG: Cause.NAME_TOO_LONG,
}


def cause(error: OSError) -> Cause:
    """What the system says, without its own words: they come in the language of the system."""
    return _CAUSES.get(error.errno or 0, Cause.DEVICE)


class Several(AppError):
    """Many errors found in one pass (cells of a workbook, nodes of a framework); `errors` holds each."""

    def __init__(self, code: str, /, errors: "list[AppError]", **details: Any) -> None:
        super().__init__(code, count=len(errors), **details)
        self.errors = errors
