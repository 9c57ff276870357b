"""Builds this folder anew. The cases are in tests/app/bundles/conformance.py."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[2]))

from tests.app.bundles.conformance import build  # noqa: E402 - the project's folder must be known first

if __name__ == "__main__":
    build(HERE)
