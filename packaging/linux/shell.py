"""Start of `thuocso-cli`: the surroundings of a packaged program first, then the shell."""

import sys

import surroundings

from app.cli.main import main

if __name__ == "__main__":
    surroundings.restore()
    sys.exit(main())
