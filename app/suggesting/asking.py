"""The inputs a composed rule asks for: each once, with a key of its own and a label in words."""

import re
from dataclasses import dataclass, field, replace

from app.domain.codec import Amount
from app.domain.nodes import Input, InputKind, Option

_LONGEST = 200
_LETTER = re.compile(r"[A-Za-z][0-9]?")


@dataclass(slots=True)
class Asked:
    """Collects inputs; `title` is what the criterion is called."""

    title: str
    inputs: list[Input] = field(default_factory=list)

    def add(self, wanted: Input) -> str:
        """The key of the input with this label: a new one, or the one that asks the same already."""
        label = wanted.label.strip()[:_LONGEST]
        if not label or _LETTER.fullmatch(label):
            label = f"{self.title}: {label or len(self.inputs) + 1}"
        label = label[:1].upper() + label[1:]
        for known in self.inputs:
            if known.label == label and known.kind is wanted.kind:
                return known.key
        key = f"x{len(self.inputs) + 1}"
        self.inputs.append(replace(wanted, key=key, label=label))
        return key

    def number(self, label: str) -> str:
        """A number."""
        return self.add(Input(key="", label=label))

    def count(self, label: str) -> str:
        """A whole number."""
        return self.add(Input(key="", label=label, kind=InputKind.INTEGER))

    def yes_no(self, label: str) -> str:
        """An answer yes or no."""
        return self.add(Input(key="", label=label, kind=InputKind.YES_NO))

    def choice(self, label: str, options: tuple[Option, ...]) -> str:
        """One of several options."""
        return self.add(Input(key="", label=label, kind=InputKind.CHOICE, options=options))

    def named(self, label: str, *, is_share: bool) -> str:
        """A figure of a formula; a share is asked in percent."""
        if is_share:
            return self.add(Input(key="", label=label, unit="%", maximum=Amount("100")))
        return self.number(label)

    def sum(self, words: str, role: str) -> str:
        """A formula over the figures that `words` adds and takes away; `role` names a lone letter."""
        pieces = re.split(r" ([+−]) ", words)
        written = []
        for at, piece in enumerate(pieces):
            if at % 2:
                written.append("-" if piece == "−" else "+")
            else:
                bare_letter = _LETTER.fullmatch(piece.strip())
                written.append(self.number(f"{self.title} – {role} ({piece})" if bare_letter else piece))
        return " ".join(written)
