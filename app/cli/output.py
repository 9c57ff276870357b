"""How results reach people and programs: plain tables in two languages, and one JSON object."""

import json
import unicodedata
from collections.abc import Sequence
from typing import Any, TextIO

from app.domain import codec, text

Words = tuple[str, str]  # Vietnamese, English
LANGUAGES = ("vi", "en")


def as_json(result: Any) -> str:
    """A result as the text of one JSON value; what is left out holds its default."""
    return json.dumps(codec.to_json(result), ensure_ascii=False, indent=1)


def chosen(words: Words, language: str) -> str:
    """The one of two wordings that is meant."""
    return words[LANGUAGES.index(language)]


def width(line: str) -> int:
    """How many columns a terminal gives a line."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


class Printer:
    """Tells a result to a person. Whatever came from data is cleaned: no controls, nothing that turns reading round."""

    def __init__(self, stream: TextIO, language: str) -> None:
        self._stream = stream
        self.language = language

    def words(self, words: Words) -> str:
        """One of two wordings."""
        return chosen(words, self.language)

    def line(self, line: str = "") -> None:
        """One line of text, cleaned."""
        self._stream.write(text.clean_lines(line).replace("\n", " ").rstrip() + "\n")

    def say(self, vietnamese: str, english: str, **values: Any) -> None:
        """One sentence with its values."""
        self.line(self.words((vietnamese, english)).format(**values))

    def fields(self, pairs: Sequence[tuple[Words, str]]) -> None:
        """Labels and values under each other."""
        labels = [self.words(label) for label, _ in pairs]
        wide = max(map(width, labels), default=0)
        for label, (_, value) in zip(labels, pairs, strict=True):
            self.line(f"{label}:{' ' * (wide - width(label))} {text.clean_name(value)}")

    def table(self, heads: Sequence[Words], rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> None:
        """A table; the columns in `right` hold numbers."""
        lines = [[self.words(head) for head in heads], *([text.clean_name(cell) for cell in row] for row in rows)]
        wide = [max(width(line[at]) for line in lines) for at in range(len(heads))]
        lines.insert(1, ["─" * size for size in wide])
        for line in lines:
            cells = []
            for at, cell in enumerate(line):
                room = " " * (wide[at] - width(cell))
                cells.append(room + cell if at in right else cell + room)
            self.line("  ".join(cells))

    def number(self, exact: str | None, decimals: int = 2) -> str:
        """An exact number ("63.25" or "5/6") as people write it; "–" where there is none."""
        if exact is None:
            return "–"
        from app.domain.numbers import from_stored, grouped, parse_decimal

        return grouped(from_stored(exact) if "/" in exact else parse_decimal(exact), decimals, self.language)

    def term(self, key: str, **fields: object) -> str:
        """The word on the screen for a term of the domain, such as "opinion.agree", filled where it has fields."""
        from app.wording import word

        return word(key, self.language).format(**fields)

    def moment(self, iso: str) -> str:
        """A moment as people write it; "" for none."""
        from datetime import datetime

        return text.moment_text(datetime.fromisoformat(iso)) if iso else ""
