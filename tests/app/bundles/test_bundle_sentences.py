"""Every code this room can raise or find has its sentence, and no sentence is left over."""

import re
from pathlib import Path

import app.bundles
from app.errors import AppError
from app.wording import LANGUAGES, bundles, sentence

ROOM = Path(app.bundles.__file__).parent
PREFIXES = "bundle|file|evidence|report|people|seal|key|passphrase|disk|medium"


def test_codes_and_sentences_are_the_same_set() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in ROOM.glob("*.py"))
    used = set(re.findall(rf'"((?:{PREFIXES})\.[a-z_]+)"', source)) - {"bundle.json", "report.pdf"}
    assert used == bundles.SENTENCES.keys()


def test_every_sentence_says_three_things_in_both_languages() -> None:
    for code, (vietnamese, english) in bundles.SENTENCES.items():
        assert vietnamese.count(". ") >= 1, code
        assert len(vietnamese.split()) <= 62, code
        assert set(re.findall(r"{(\w+)}", vietnamese)) == set(re.findall(r"{(\w+)}", english)), code
        assert "!" not in vietnamese + english, code
        for language in LANGUAGES:
            assert "{" not in sentence(AppError(code), language), code
