"""Every finding about people's signatures has its sentence, and no sentence is left over."""

import re
from pathlib import Path

import app.bundles.people
from app.bundles.people.found import GRAVE
from app.errors import AppError
from app.wording import LANGUAGES, SENTENCES, sentence, signatures

ROOM = Path(app.bundles.people.__file__).parent
PREFIXES = "signature|signed_pdf|people|report"
FILES = {"report.pdf"}


def test_findings_and_sentences_are_the_same_set() -> None:
    judging = ("judging", "opening", "certificates", "lists", "figures", "received", "revisions", "additions")
    source = "\n".join((ROOM / f"{name}.py").read_text(encoding="utf-8") for name in judging)
    used = set(re.findall(rf'"((?:{PREFIXES})\.[a-z_]+)"', source)) - FILES
    assert signatures.SENTENCES.keys() <= used
    assert used <= SENTENCES.keys()
    assert SENTENCES.keys() >= GRAVE


def test_every_sentence_says_what_happened_what_is_safe_and_what_to_do() -> None:
    for code, (vietnamese, english) in signatures.SENTENCES.items():
        assert vietnamese.count(". ") >= 1, code
        assert len(vietnamese.split()) <= 66, code
        assert set(re.findall(r"{(\w+)}", vietnamese)) == set(re.findall(r"{(\w+)}", english)), code
        assert "!" not in vietnamese + english, code
        for language in LANGUAGES:
            assert "{" not in sentence(AppError(code), language), code
