"""Where the window's fonts, icons and translations lie."""

from app.resources import FOLDER

FONTS = FOLDER / "fonts" / "plex"
ICONS = FOLDER / "icons"
TRANSLATIONS = FOLDER / "i18n"
