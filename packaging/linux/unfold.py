"""Lays PySide's own Python modules out as compiled files in the folder that is named.

Its library holds them as text and compiles that at every start, unless it finds them in `shiboken6/files.dir`. Run by
packaging/building/linux.py with the Python that travels.
"""

import compileall
import sys
from pathlib import Path
from py_compile import PycInvalidationMode

import PySide6.QtCore  # noqa: F401 - reads the modules it holds

folder = Path(sys.argv[1])
held = sys.modules["shibokensupport.signature.loader"].__loader__.zfile
held.extractall(folder, [name for name in held.namelist() if name.startswith("shibokensupport/")])
mode = PycInvalidationMode.UNCHECKED_HASH
done = compileall.compile_dir(folder, quiet=1, legacy=True, stripdir=str(folder), invalidation_mode=mode)
for path in folder.rglob("*.py"):
    path.unlink()
sys.exit(not done)
