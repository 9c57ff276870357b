"""The pages of the window, one per file, and the order of the work for each part.

A page is imported when it is first opened. `COMMUNE` and `AUTHORITY` are the two rails; `FOOT` stands in both.
"""

from ui.context import Context
from ui.language import QT_TRANSLATE_NOOP
from ui.page import Page, PageSpec


def _start(context: Context) -> Page:
    from ui.pages.start import Start

    return Start(context)


def _new_campaign(context: Context) -> Page:
    from ui.pages.new_campaign import NewCampaign

    return NewCampaign(context)


def _commune_overview(context: Context) -> Page:
    from ui.pages.overview import Overview

    return Overview(context)


def _assessment(context: Context) -> Page:
    from ui.pages.assessment import Assessment

    return Assessment(context)


def _evidence(context: Context) -> Page:
    from ui.pages.evidence import Evidence

    return Evidence(context)


def _check(context: Context) -> Page:
    from ui.pages.check import Check

    return Check(context)


def _submit(context: Context) -> Page:
    from ui.pages.submit import Submit

    return Submit(context)


def _result(context: Context) -> Page:
    from ui.pages.result import Result

    return Result(context)


def _settings(context: Context) -> Page:
    from ui.pages.settings import Settings

    return Settings(context)


def _help(context: Context) -> Page:
    from ui.pages.help import Help

    return Help(context)


def _authority_overview(context: Context) -> Page:
    from ui.pages.authority_overview import AuthorityOverview

    return AuthorityOverview(context)


def _frameworks(context: Context) -> Page:
    from ui.pages.frameworks import Frameworks

    return Frameworks(context)


def _campaigns(context: Context) -> Page:
    from ui.pages.campaigns import Campaigns

    return Campaigns(context)


def _registry(context: Context) -> Page:
    from ui.pages.registry import Registry

    return Registry(context)


def _collecting(context: Context) -> Page:
    from ui.pages.collecting import Collecting

    return Collecting(context)


def _appraising(context: Context) -> Page:
    from ui.pages.appraising import Appraising

    return Appraising(context)


def _council(context: Context) -> Page:
    from ui.pages.council import Council

    return Council(context)


def _ranking(context: Context) -> Page:
    from ui.pages.ranking import Ranking

    return Ranking(context)


def _publication(context: Context) -> Page:
    from ui.pages.publication import Publication

    return Publication(context)


FOOT = (
    PageSpec("settings", QT_TRANSLATE_NOOP("Pages", "Settings"), "settings", _settings, foot=True),
    PageSpec("help", QT_TRANSLATE_NOOP("Pages", "Help"), "circle-question-mark", _help, foot=True),
)
START = (
    PageSpec("start", QT_TRANSLATE_NOOP("Pages", "Begin"), "flag", _start),
    PageSpec("new_campaign", QT_TRANSLATE_NOOP("Pages", "New campaign"), "calendar-days", _new_campaign),
    *FOOT,
)
COMMUNE = (
    PageSpec("overview", QT_TRANSLATE_NOOP("Pages", "Overview"), "layout-dashboard", _commune_overview),
    PageSpec("assessment", QT_TRANSLATE_NOOP("Pages", "Self-assessment"), "clipboard-list", _assessment),
    PageSpec("evidence", QT_TRANSLATE_NOOP("Pages", "Evidence"), "paperclip", _evidence),
    PageSpec("check", QT_TRANSLATE_NOOP("Pages", "Review"), "list-checks", _check),
    PageSpec("submit", QT_TRANSLATE_NOOP("Pages", "Sign and send"), "file-pen-line", _submit),
    PageSpec("result", QT_TRANSLATE_NOOP("Pages", "Result"), "trophy", _result),
    *FOOT,
)
AUTHORITY = (
    PageSpec("overview", QT_TRANSLATE_NOOP("Pages", "Overview"), "layout-dashboard", _authority_overview),
    PageSpec("frameworks", QT_TRANSLATE_NOOP("Pages", "Frameworks"), "library", _frameworks),
    PageSpec("campaigns", QT_TRANSLATE_NOOP("Pages", "Campaigns"), "calendar-days", _campaigns),
    PageSpec("registry", QT_TRANSLATE_NOOP("Pages", "Registry and keys"), "key-round", _registry),
    PageSpec("collecting", QT_TRANSLATE_NOOP("Pages", "Collecting"), "inbox", _collecting),
    PageSpec("appraising", QT_TRANSLATE_NOOP("Pages", "Appraisal"), "scale", _appraising),
    PageSpec("council", QT_TRANSLATE_NOOP("Pages", "Council"), "gavel", _council),
    PageSpec("ranking", QT_TRANSLATE_NOOP("Pages", "Ranking"), "trophy", _ranking),
    PageSpec("publication", QT_TRANSLATE_NOOP("Pages", "Publication"), "megaphone", _publication),
    *FOOT,
)
