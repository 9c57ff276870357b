"""Start of `thuocso-cli.exe`."""

import sys

sys.frozen = "thuocso"  # the executable alone starts the program again: `app.helpers.child`

from app.cli.main import main  # noqa: E402

sys.exit(main())
