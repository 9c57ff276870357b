"""Every error code and every term of the domain in Vietnamese and English, for window, shell and papers.

A catalogue maps a key to a pair (Vietnamese, English) of `str.format` templates. Each room has its own module of
error sentences; `terms` holds the words. A test keeps them complete and true to the glossary.
"""

from typing import Any

from app.errors import AppError, Cause
from app.wording import (
    annex,
    bundles,
    common,
    drafts,
    keeping,
    keys,
    operations,
    previews,
    receiving,
    recovering,
    sheets,
    shell,
    signatures,
    signing,
    sticks,
    suggestions,
    terms,
    tokens,
    verdicts,
    volumes,
)

Catalogue = dict[str, tuple[str, str]]
LANGUAGES = ("vi", "en")

SENTENCES: Catalogue = {
    **common.SENTENCES,
    **operations.SENTENCES,
    **receiving.SENTENCES,
    **recovering.SENTENCES,
    **drafts.SENTENCES,
    **bundles.SENTENCES,
    **sheets.SENTENCES,
    **annex.SENTENCES,
    **suggestions.SENTENCES,
    **shell.SENTENCES,
    **keeping.SENTENCES,
    **tokens.SENTENCES,
    **previews.SENTENCES,
    **keys.SENTENCES,
    **signing.SENTENCES,
    **sticks.SENTENCES,
    **signatures.SENTENCES,
    **verdicts.SENTENCES,
    **volumes.SENTENCES,
}


_KINDS = ("kind", "wanted")  # details that name a kind of bundle


class _Kept(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "…"


def sentence(error: AppError, language: str = "vi") -> str:
    """The sentence for `error`: what happened, what is safe, what to do."""
    details = {name: _inside(name, value, language) for name, value in error.details.items()}
    return SENTENCES[error.code][LANGUAGES.index(language)].format_map(_Kept(details))


def _inside(name: str, value: Any, language: str) -> Any:
    """A detail as it stands inside a sentence: words for a kind of bundle and for what the system says."""
    key = f"bundle_{value}" if name in _KINDS else f"cause_{value}" if isinstance(value, Cause) else ""
    term = terms.TERMS.get(key)
    if term is None:
        return value
    told = term[LANGUAGES.index(language)]
    return told[0].lower() + told[1:]


def word(key: str, language: str = "vi") -> str:
    """The word on the screen for a term of the domain, e.g. ``word("opinion.agree")`` → "Thống nhất"."""
    return terms.TERMS[key][LANGUAGES.index(language)]
