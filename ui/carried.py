"""The start of a portable copy: which data folder it works in, asked where nobody said so yet.

What the window remembers lies beside the program, so that it travels along and another installation stays as it is.
"""

import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.operations import folders, workspace
from app.operations.portable import Portable
from ui import preferences
from ui.context import Context


def data_folder(found: Portable, remembered: str) -> Path | None:
    """Where the data lie; None when the question was closed without an answer.

    `remembered` is the folder chosen by hand last: it holds where it is still there, under another drive letter as
    well. `THUOCSO_DATA` goes before everything, as for the shell.
    """
    if os.environ.get("THUOCSO_DATA"):
        return folders.default_folder()
    standing, place = found.standing(), _place_here()
    is_new_here = standing.is_locked and found.has_data and not (place / workspace.DATABASE).is_file()
    if standing.asks or is_new_here:
        from ui.dialogs.portable import PortableDialog

        dialog = PortableDialog(found, standing, place)
        dialog.exec()
        return dialog.folder
    last = Path(remembered) if remembered else None
    known = (last, found.program / last.name) if last is not None else ()
    return next((folder for folder in known if folder.is_dir()), standing.folder or place)


def _place_here() -> Path:
    """Where an installed program of this person works, or would."""
    told = preferences.stored().get(preferences.DATA_FOLDER)
    return Path(told) if told and Path(told).is_dir() else folders.computer_folder()


def tell(found: Portable, context: Context) -> None:
    """Says where the data are when the stick takes none."""
    if found.standing().is_locked:
        words = QCoreApplication.translate(
            "Carried", "This stick can only be read, so the data are saved on this computer: {folder}."
        )
        context.notices.info(words.format(folder=context.workspace.folder))
