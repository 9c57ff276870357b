"""Where this person's passing files lie, though all on a computer share the system's folder for them."""

import os
import stat
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":

    def own_folder() -> Path:
        """The system keeps one for each person."""
        return Path(tempfile.gettempdir())

else:

    def own_folder() -> Path:
        """A folder that nobody else may enter, made where it is not there yet.

        Raises `OSError`, also where what bears its name is a link or somebody else's, or is open to others.
        """
        own = Path(tempfile.gettempdir(), f"thuocso-{os.getuid()}")
        with suppress(FileExistsError):
            own.mkdir(0o700)
            own.chmod(0o700)
        if not is_closed(own):
            raise PermissionError(f"not this person's alone: {own}")
        return own

    def is_closed(folder: Path) -> bool:
        """Whether it is a folder of ours, no link to one, closed to all others."""
        try:
            told = folder.lstat()
        except OSError:
            return False
        return stat.S_ISDIR(told.st_mode) and told.st_uid == os.getuid() and not told.st_mode & 0o077
