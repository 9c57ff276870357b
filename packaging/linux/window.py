"""Start of `thuocso`: the surroundings of a packaged program first, then the window."""

import sys

import surroundings

from ui.__main__ import main

if __name__ == "__main__":
    surroundings.restore()
    sys.exit(main())
