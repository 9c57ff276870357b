"""``python -m app``: the shell."""

import sys

from app.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
