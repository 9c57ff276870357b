"""Runs in the Windows package: {root: (kind, whether it can only be read)} of the drives named."""

import json
import sys
from pathlib import Path

from app.drives import drive_of

told = {root: drive_of(Path(root)) for root in sys.argv[1:]}
print(json.dumps({root: (drive.kind.value, drive.is_read_only) for root, drive in told.items()}))
