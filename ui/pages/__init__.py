"""The pages of the window, one per file, and the order of the work for each part.

A page is imported when it is first opened. `COMMUNE` and `AUTHORITY` are the two rails; `FOOT` stands in both.
"""

from ui.context import Context
from ui.language import QT_TRANSLATE_NOOP
from ui.page import Page, PageSpec


def _placeholder(context: Context) -> Page:
    from ui.pages.placeholder import Placeholder

    return Placeholder(context)


def _start(context: Context) -> Page:
    from ui.pages.start import Start

    return Start(context)


def _new_campaign(context: Context) -> Page:
    from ui.pages.new_campaign import NewCampaign

    return NewCampaign(context)


OVERVIEW = PageSpec("overview", QT_TRANSLATE_NOOP("Pages", "Overview"), "layout-dashboard", _placeholder)
FOOT = (
    PageSpec("settings", QT_TRANSLATE_NOOP("Pages", "Settings"), "settings", _placeholder, foot=True),
    PageSpec("help", QT_TRANSLATE_NOOP("Pages", "Help"), "circle-question-mark", _placeholder, foot=True),
)
START = (
    PageSpec("start", QT_TRANSLATE_NOOP("Pages", "Begin"), "flag", _start),
    PageSpec("new_campaign", QT_TRANSLATE_NOOP("Pages", "New campaign"), "calendar-days", _new_campaign),
    *FOOT,
)
COMMUNE = (
    OVERVIEW,
    PageSpec("assignment", QT_TRANSLATE_NOOP("Pages", "Assignment"), "users", _placeholder),
    PageSpec("assessment", QT_TRANSLATE_NOOP("Pages", "Self-assessment"), "clipboard-list", _placeholder),
    PageSpec("evidence", QT_TRANSLATE_NOOP("Pages", "Evidence"), "paperclip", _placeholder),
    PageSpec("check", QT_TRANSLATE_NOOP("Pages", "Review"), "list-checks", _placeholder),
    PageSpec("submit", QT_TRANSLATE_NOOP("Pages", "Sign and send"), "file-pen-line", _placeholder),
    PageSpec("result", QT_TRANSLATE_NOOP("Pages", "Result"), "trophy", _placeholder),
    *FOOT,
)
AUTHORITY = (
    OVERVIEW,
    PageSpec("frameworks", QT_TRANSLATE_NOOP("Pages", "Frameworks"), "library", _placeholder),
    PageSpec("campaigns", QT_TRANSLATE_NOOP("Pages", "Campaigns"), "calendar-days", _placeholder),
    PageSpec("collecting", QT_TRANSLATE_NOOP("Pages", "Collecting"), "inbox", _placeholder),
    PageSpec("appraising", QT_TRANSLATE_NOOP("Pages", "Appraisal"), "scale", _placeholder),
    PageSpec("council", QT_TRANSLATE_NOOP("Pages", "Council"), "gavel", _placeholder),
    PageSpec("ranking", QT_TRANSLATE_NOOP("Pages", "Ranking"), "trophy", _placeholder),
    PageSpec("publication", QT_TRANSLATE_NOOP("Pages", "Publication"), "megaphone", _placeholder),
    *FOOT,
)
