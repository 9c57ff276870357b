"""What ships beside the code, and how its Vietnamese must be spelled."""

import json
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

SCHEMA = Path(__file__).parents[2] / "resources" / "schema"

KNOWN = "Internet Wi Fi VNeID OCOP QR Zalo camera II III IV QD ND CP TT TTg BTTTT Gb".casefold().split()
KNOWN += "UBND HDND DTI KH BC TB CV QH".casefold().split()
SYLLABLE = re.compile(
    r"(ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(ch|ng|nh|[cmnpt])?", re.IGNORECASE
)
OLD_TONES = re.compile(r"o[àáảãạèéẻẽẹ](?!\w)|(?<![qQ])[uU][ỳýỷỹỵ](?!\w)|UỶ")
WRONG = re.compile(
    r"\b[Tt]ỉ lệ|ủy ban nhân dân|hội đồng thẩm định|(?<!xin )\b[Ll]ỗi\b|!|\b[Bb]ạn\b|\b[Tt]ôi\b|[Qq]uý vị"
    r"|\s\s|\s[,.;:](?=\s|$)"
)


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((SCHEMA / f"{name}.schema.json").read_text(encoding="utf-8")))


@pytest.fixture(scope="session")
def framework_validator() -> Draft202012Validator:
    return validator("framework")


@pytest.fixture(scope="session")
def answers_validator() -> Draft202012Validator:
    return validator("answers")


@pytest.fixture(scope="session")
def slips() -> Callable[[str], list[str]]:
    """What a Vietnamese text should not hold: foreign words, old tone places, words the glossary avoids, NFD."""
    return find_slips


def find_slips(text: str) -> list[str]:
    bare = "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
    words = re.findall(r"[a-zA-Z]+", bare.translate(str.maketrans("đĐ", "dD")))
    foreign = [w for w in words if len(w) > 1 and not SYLLABLE.fullmatch(w) and w.casefold() not in KNOWN]
    spelled = [match[0] for pattern in (OLD_TONES, WRONG) for match in pattern.finditer(text)]
    return foreign + spelled + ([] if unicodedata.is_normalized("NFC", text) else ["NFD"])
