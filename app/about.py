"""What this program is: its version, when it was built from what, and where its licences lie."""

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app import VERSION
from app.resources import FOLDER

BUILD = "build.json"
_LICENCES = ("licences", "LICENSE")


@dataclass(frozen=True, slots=True)
class About:
    """`built` (day, ISO) and `commit` are "" for a program that runs from its sources; `licences`: folder or file."""

    version: str
    built: str
    commit: str
    licences: Path | None


def about(resources: Path = FOLDER) -> About:
    """What `packaging` wrote beside the resources, if anything."""
    told: dict[str, object] = {}
    with suppress(OSError, ValueError):
        read = json.loads((resources / BUILD).read_text("utf-8"))
        told = read if isinstance(read, dict) else {}
    places = [folder / name for name in _LICENCES for folder in (resources, *list(resources.parents)[:2])]
    return About(
        VERSION,
        str(told.get("built", "")),
        str(told.get("commit", "")),
        next((place for place in places if place.exists()), None),
    )
