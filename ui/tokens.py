"""The look as data: colours of the light and the dark appearance, type sizes, spaces. Nothing else names a colour."""

from collections.abc import Mapping
from typing import Final

LIGHT: Final[Mapping[str, str]] = {
    "paper": "#FFFFFF",  # forms, tables
    "desk": "#F4F5F7",  # ground of the window, wells
    "line": "#DADDE3",  # hairlines, the empty part of a bar
    "edge": "#828B99",  # borders of fields, buttons, ticks: 3:1, never text
    "hover": "#EDF0F4",  # under the pointer, neutral badges
    "ink": "#1C2430",
    "ink-soft": "#566070",
    "lead": "#0B5CAD",  # the one main action, selection, links, focus
    "lead-deep": "#084A8C",
    "lead-soft": "#9CC3EA",  # the part of a bar that is still possible, never text
    "on-lead": "#FFFFFF",
    "good": "#1B7A43",
    "warn": "#9A5B00",
    "bad": "#B3261E",
    "tint-good": "#E6F4EC",
    "tint-warn": "#FFF3DF",
    "tint-bad": "#FCE8E6",
    "tint-lead": "#E5F0FB",
}
DARK: Final[Mapping[str, str]] = {
    "paper": "#1B1E23",
    "desk": "#14161A",
    "line": "#343942",
    "edge": "#6E7786",
    "hover": "#242830",
    "ink": "#E8EAEE",
    "ink-soft": "#A3ACBA",
    "lead": "#6BB1F5",
    "lead-deep": "#8EC4F8",
    "lead-soft": "#2F5E8C",
    "on-lead": "#1B1E23",
    "good": "#6CCB90",
    "warn": "#F0B45A",
    "bad": "#F28B82",
    "tint-good": "#17301F",
    "tint-warn": "#35280F",
    "tint-bad": "#3A1E1C",
    "tint-lead": "#14293D",
}
APPEARANCES: Final = {"light": LIGHT, "dark": DARK}

TONES: Final = ("ink", "ink-soft", "lead", "good", "warn", "bad", "on-lead")
TINTED: Final = ("good", "warn", "bad", "lead")

GROUNDS: Final = ("paper", "desk", "hover")
TEXT_PAIRS: Final = (
    *((tone, ground) for tone in ("ink", "ink-soft") for ground in (*GROUNDS, *(f"tint-{t}" for t in TINTED))),
    *((tone, ground) for tone in TINTED for ground in (*GROUNDS, f"tint-{tone}")),
    *((tone, "tint-lead") for tone in TINTED if tone != "lead"),
    ("on-lead", "lead"),
    ("on-lead", "lead-deep"),
)
"""Every (text, ground) that may meet on the screen: at least 4.5:1."""
EDGE_PAIRS: Final = (
    *((edge, ground) for edge in ("edge", "lead") for ground in ("paper", "desk")),
    ("lead", "line"),
)
"""Borders, focus rings and bars against what they lie on: at least 3:1."""

FAMILY: Final = "IBM Plex Sans"
SIZES: Final[Mapping[str, float]] = {
    "body": 10.5,
    "hint": 9.5,
    "section": 12.0,
    "title": 15.0,
    "figure": 21.0,
}
WEIGHTS: Final[Mapping[str, int]] = {"normal": 400, "medium": 500, "bold": 600}
SCALES: Final = (100, 125, 150)

STEP, NEAR, FIELD, GROUP, PAGE = 4, 8, 12, 16, 24
RADIUS = 6
TARGET = 32
