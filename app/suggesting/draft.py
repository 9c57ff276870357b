"""A suggestion in the making: its kind and parameters, what it rests on and what is doubtful."""

from dataclasses import dataclass, field
from typing import Any

from app.suggesting.suggestion import Kind

Place = tuple[int, int]


@dataclass(slots=True)
class Draft:
    """Grows while a wording is decided on; sure only where nothing is doubtful in the end."""

    kind: Kind = Kind.MANUAL
    parameters: dict[str, Any] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    noted: list[Place] = field(default_factory=list)  # what gives no points, yet was read

    def doubt(self, *codes: str) -> None:
        """Notes what keeps it from being sure."""
        self.doubts += [code for code in codes if code not in self.doubts]

    def set(self, kind: Kind, **parameters: Any) -> "Draft":
        """Names the kind; parameters without a value are left out."""
        self.kind = kind
        self.parameters.update({key: value for key, value in parameters.items() if value not in (None, "", [], {})})
        return self
