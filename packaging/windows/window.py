"""Start of `thuocso.exe`."""

import sys

sys.frozen = "thuocso"  # the executable alone starts the program again: `app.helpers.child`

from ui.__main__ import main  # noqa: E402

sys.exit(main())
