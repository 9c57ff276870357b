"""README.md: the pictures it shows are there, small, and all in use; the places it links to exist."""

import re

from app.resources import FOLDER

ROOT = FOLDER.parent
TEXT = (ROOT / "README.md").read_text("utf-8")
PICTURES = ROOT / "docs" / "pictures"
MOST = 1_500_000  # bytes of all pictures: the repository is copied by stick


def test_every_picture_shown_is_there_and_every_one_there_is_shown():
    shown = set(re.findall(r"\]\(docs/pictures/([^)]+)\)", TEXT))
    assert shown == {path.name for path in PICTURES.iterdir()}


def test_the_pictures_stay_small():
    assert sum(path.stat().st_size for path in PICTURES.iterdir()) < MOST


def test_every_file_it_links_to_exists():
    linked = re.findall(r"\]\((?!#|http)([^)]+)\)", TEXT)
    assert [name for name in linked if not (ROOT / name).exists()] == []


def test_every_heading_it_links_to_exists():
    heads = [re.sub(r"[^\w\- ]", "", line.lstrip("# ").lower()).replace(" ", "-")
             for line in TEXT.splitlines() if line.startswith("##")]  # fmt: skip
    assert [name for name in re.findall(r"\]\(#([^)]+)\)", TEXT) if name not in heads] == []
