"""The language of the window: translators, dates and numbers. Vietnamese unless English is asked for.

Qt's own texts (buttons of a file dialog, the menu of a field) come from our `qtbase_vi`, since Qt ships none.
"""

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from ui import resources

if TYPE_CHECKING:
    from fractions import Fraction

LANGUAGES = ("vi", "en")
_CATALOGUES = {"vi": ("vi", "qtbase_vi"), "en": ("en",)}
_LOCALES = {"vi": "vi_VN", "en": "en_GB"}


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a word of a module's table for translation, by the name lupdate looks for.

    `QCoreApplication.translate(context, …)` speaks it later, when the translator is there.
    """
    return text


_chosen = ["vi"]
_installed: list[QTranslator] = []


def install(language: str) -> None:
    """Speak `language` ("vi" or "en") from now on; every widget receives `LanguageChange`."""
    application = QCoreApplication.instance()
    assert application is not None
    for translator in _installed:
        application.removeTranslator(translator)
    _installed.clear()
    _chosen[0] = language
    QLocale.setDefault(QLocale(_LOCALES[language]))
    for catalogue in _CATALOGUES[language]:
        translator = QTranslator(application)
        if not translator.load(str(resources.TRANSLATIONS / f"{catalogue}.qm")):
            raise FileNotFoundError(f"{catalogue}.qm: run packaging/translations.py")
        application.installTranslator(translator)
        _installed.append(translator)


def current() -> str:
    return _chosen[0]


def number_text(value: "Fraction", decimals: int = 0) -> str:
    """ "1.234,50" in Vietnamese, "1,234.50" in English, rounded half up for showing only."""
    from app.domain import numbers  # a first page has none

    return numbers.grouped(value, decimals, _chosen[0]).replace("-", "−")


def percent_text(share: "Fraction", decimals: int = 1) -> str:
    """A share of one as "75,3 %", kept on one line."""
    return f"{number_text(share * 100, decimals)}\u00a0%"


def date_text(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def time_text(moment: datetime) -> str:
    return f"{moment:%H:%M}"


def moment_text(moment: datetime) -> str:
    """ "14:32 05/08/2026": the time first, as Vietnamese papers write it."""
    return f"{moment:%H:%M %d/%m/%Y}"


def iso_text(at: str) -> str:
    """The same of an ISO time; "" for none."""
    return moment_text(datetime.fromisoformat(at)) if at else ""


def size_text(size: int) -> str:
    """A number of bytes as "820 byte", "1,5 KB", "12,0 MB" (1 KB = 1,024 bytes)."""
    from fractions import Fraction

    amount, unit = Fraction(size), "byte"
    for larger in ("KB", "MB", "GB", "TB"):
        if amount < 1024:
            break
        amount, unit = amount / 1024, larger
    return f"{number_text(amount, 0 if unit == 'byte' else 1)}\u00a0{unit}"
