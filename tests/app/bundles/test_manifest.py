"""The schema that is written, and the version that says so."""

from app import VERSION
from app.bundles.manifest import SCHEMA

READ_SINCE = {1: (0, 1), 2: (0, 4)}
"""The first version that reads each schema. A next schema stands here with the version that is being made."""


def test_a_file_of_this_schema_names_a_version_that_reads_it() -> None:
    """An older program says "update to {version} or later", and that is the version that wrote the file."""
    assert tuple(int(number) for number in VERSION.split(".")[:2]) >= READ_SINCE[SCHEMA]
