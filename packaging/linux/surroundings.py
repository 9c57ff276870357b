"""What PyInstaller's starter bent in the environment goes back, so that other programs find their own libraries.

It points LD_LIBRARY_PATH at the package for itself; a PDF reader or a driver started from here must not load those.
"""

import os


def restore() -> None:
    """Give LD_LIBRARY_PATH back the value it had before, or none."""
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is None:
        os.environ.pop("LD_LIBRARY_PATH", None)
    else:
        os.environ["LD_LIBRARY_PATH"] = before
