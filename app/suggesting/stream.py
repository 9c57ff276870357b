"""A run of lexemes with its signs as one string, and the words of the text it stands for."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from app.suggesting.lexeme import Lexeme


@dataclass(frozen=True)
class Run:
    """Some lexemes in order; `text` is the whole text they come from."""

    text: str
    lexemes: Sequence[Lexeme]

    @cached_property
    def signs(self) -> str:
        """The signs, one character for each lexeme."""
        return "".join(each.sign for each in self.lexemes)

    def __len__(self) -> int:
        return len(self.lexemes)

    def __getitem__(self, at: slice) -> "Run":
        return Run(self.text, self.lexemes[at])

    def __add__(self, other: "Run") -> "Run":
        return Run(self.text, [*self.lexemes, *other.lexemes])

    def sign(self, at: int) -> str:
        """The sign at a place, "" beyond the ends."""
        return self.lexemes[at].sign if 0 <= at < len(self.lexemes) else ""

    @property
    def place(self) -> tuple[int, int]:
        """From where to where it stands in the text; (0, 0) when empty."""
        return (self.lexemes[0].start, self.lexemes[-1].end) if self.lexemes else (0, 0)

    @property
    def words(self) -> str:
        """The words as written, on one line, NFC."""
        start, end = self.place
        return unicodedata.normalize("NFC", " ".join(self.text[start:end].split()))

    def stripped(self, left: str, right: str = "") -> "Run":
        """Without leading lexemes whose sign is in `left` and trailing ones whose sign is in `right`."""
        start, end = 0, len(self)
        while start < end and self.lexemes[start].sign in left:
            start += 1
        while end > start and self.lexemes[end - 1].sign in right:
            end -= 1
        return self[start:end]

    def split(self, signs: str) -> list["Run"]:
        """The pieces between lexemes with one of these signs, none of them empty; brackets hold together."""
        pieces: list[Run] = []
        begin, depth = 0, 0
        for at, each in enumerate(self.lexemes):
            depth = max(0, depth + (each.sign == "(") - (each.sign == ")"))
            if each.sign in signs and (depth == 0 or each.sign in "\nI"):
                pieces.append(self[begin:at])
                begin = at + 1
        pieces.append(self[begin:])
        return [piece for piece in pieces if len(piece)]
