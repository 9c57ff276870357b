"""What every command has at hand: the options common to all, and the data folder while it is open."""

import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from app.bundles.medium import unreadable
from app.errors import AppError, cause
from app.progress import SILENT, Progress

if TYPE_CHECKING:
    from app.operations.parts import Part
    from app.operations.workspace import Workspace

FOLDER, PASSPHRASE, NEW_PASSPHRASE = "THUOCSO_DATA", "THUOCSO_PASSPHRASE", "THUOCSO_NEW_PASSPHRASE"
BACKUP_PASSPHRASE = "THUOCSO_BACKUP_PASSPHRASE"


def _is_watched() -> bool:
    """Whether a person sits in front of standard error."""
    return sys.stderr is not None and sys.stderr.isatty()


def _report(done: int, total: int) -> None:
    """How far long work is, on a line that is written over and wiped at the end."""
    sys.stderr.write(f"\r{done * 100 // total:3} %" if done < total else "\r     \r")
    sys.stderr.flush()


class Context:
    """The common options of one call; opens the data folder when a command first asks for it."""

    def __init__(self, options: Namespace, language: str) -> None:
        self.language = language
        self.is_json: bool = getattr(options, "json", False)
        self.progress = SILENT if self.is_json or not _is_watched() else Progress(_report)
        self._data: str = getattr(options, "data", "")
        self._part: str = getattr(options, "part", "")
        self._person: str = getattr(options, "person", "")
        self._passphrase_file: str = getattr(options, "passphrase_file", "")
        self._workspace: Workspace | None = None

    @property
    def folder(self) -> Path:
        """The data folder: ``--data``, else THUOCSO_DATA, else the system's place for this person's data."""
        from app.operations import folders

        return Path(self._data) if self._data else folders.default_folder()

    @property
    def names_folder(self) -> bool:
        """Whether the call itself says which data folder is meant."""
        return bool(self._data or os.environ.get(FOLDER))

    @property
    def has_folder(self) -> bool:
        """Whether there are data to open; raises `AppError("data.folder")` where nobody may look."""
        from app.operations import workspace

        try:
            return (self.folder / workspace.DATABASE).is_file()
        except OSError as error:
            raise AppError("data.folder", path=str(self.folder), detail=cause(error)) from error

    @contextmanager
    def closing(self) -> Iterator["Context"]:
        """Lets the data folder go at the end, whatever happened."""
        with ExitStack() as stack:
            stack.callback(self._close)
            yield self

    def _close(self) -> None:
        if self._workspace is not None:
            self._workspace.close()
            self._workspace = None

    def workspace(self, may_make: bool = False) -> "Workspace":
        """The open data folder; raises `AppError("data.none")` where there is none and it may not be made."""
        if self._workspace is None:
            if not may_make and not self.has_folder:
                raise AppError("data.none", path=str(self.folder))
            self._workspace = self._opened()
            if self._person:
                self._act_as(self._workspace, self._person)
        return self._workspace

    def _opened(self) -> "Workspace":
        """The open folder; a damaged database is told with the last copy that is sound."""
        from app.operations import folders

        try:
            return folders.open_workspace(self.folder)
        except AppError as error:
            if error.code != "data.damaged":
                raise
            from app.operations.keeping import restoring

            raise restoring.damaged(self.folder) from error

    @staticmethod
    def _act_as(open_one: "Workspace", told: str) -> None:
        """``--person "Nguyễn Thị Hoa, Chuyên viên"``: who is working from now on, added where unknown."""
        from app.operations import workspace

        name, _, title = (piece.strip() for piece in told.partition(","))
        known = next((person for person in workspace.persons(open_one) if person.name == name), None)
        if known is None:
            workspace.add_person(open_one, name, title)
        else:
            workspace.act_as(open_one, known.id)

    def besides(self) -> "tuple[AppError, ...]":
        """What went wrong beside what was asked for, which was done all the same."""
        return self._workspace.besides() if self._workspace is not None else ()

    def part(self) -> "Part":
        """The part meant by ``--part``, or the only one; raises "part.unknown", "part.several"."""
        from app.operations import parts

        return parts.find(self.workspace(), self._part)

    def passphrase(self) -> str:
        """From ``--passphrase-file``, THUOCSO_PASSPHRASE, or typed at a terminal.

        Raises `AppError("passphrase.not_given")` and "file.unreadable".
        """
        return self._secret(self._passphrase_file, PASSPHRASE, ("Mật khẩu khóa niêm phong: ", "Passphrase: "))

    def passphrase_for(self, paths: Iterable[Path]) -> str:
        """The passphrase if one of these files is encrypted, else "": it is asked for only where it opens something."""
        from app.bundles import encryption

        return self.passphrase() if any(map(encryption.is_encrypted, paths)) else ""

    def new_passphrase(self, file: str) -> str:
        """The one that comes after it: from the file told, THUOCSO_NEW_PASSPHRASE, or typed; raises the same."""
        return self._secret(file, NEW_PASSPHRASE, ("Mật khẩu mới: ", "New passphrase: "))

    def backup_passphrase(self, file: str) -> str:
        """That of a backup or a handover: from the file told, THUOCSO_BACKUP_PASSPHRASE, or typed.

        Raises `AppError("backup.passphrase_not_given")` and "file.unreadable".
        """
        try:
            return self._secret(file, BACKUP_PASSPHRASE, ("Mật khẩu của bản sao lưu: ", "Passphrase of the backup: "))
        except AppError as error:
            if error.code != "passphrase.not_given":
                raise
            raise AppError("backup.passphrase_not_given") from error

    def _secret(self, file: str, variable: str, asked: tuple[str, str]) -> str:
        if file:
            path = Path(file)
            try:
                return path.read_text(encoding="utf-8-sig").splitlines()[0]
            except IndexError:
                raise AppError("passphrase.empty") from None
            except OSError as error:
                raise unreadable(path, error) from error
            except UnicodeDecodeError as error:
                raise AppError("passphrase.file_unreadable", file=path.name) from error
        given = os.environ.get(variable)
        if given is not None:
            return given
        if sys.stdin is not None and sys.stdin.isatty() and not self.is_json:
            from getpass import getpass

            return getpass(asked[self.language == "en"])
        raise AppError("passphrase.not_given")
