"""Where the files lie that travel with the program; the same in a checkout and in a package."""

from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "resources"
FRAMEWORKS = FOLDER / "frameworks"
SAMPLES = FOLDER / "samples"
SCHEMAS = FOLDER / "schema"
