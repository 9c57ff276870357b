"""A name that is markup, a formula and a turned line at once, and people whose every word is that name."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from app.domain import framework
from app.domain.agency import Agency, Authority, Contact
from app.domain.assessment import Citation
from app.domain.campaign import Period, Round
from app.domain.deadline import through_day
from app.domain.framework import Framework, RoundField
from app.operations.commune import assessing, evidencing
from app.operations.workspace import Workspace
from tests.ui.pages.desk_house import every_kind

NAME = "<img src='//10.0.0.9/s/x.png'> R&D a<b =1+1 \u202e fdp"
PLAIN = "<img src='//10.0.0.9/s/x.png'> R&D a<b =1+1"  # what a person must be able to read
FORMULA = f"=1+1 {NAME}"
SECRET = "mot hai ba bon nam"
_WORDS = ("title", "label", "hint", "words", "guidance", "evidence_guidance", "article", "name", "short_title", "unit")

PERSON = Contact(name=NAME, title=NAME, telephone="0900 000 101")
AUTHORITY = Authority(
    code="S", name=f"Sở {NAME}", short=NAME, place=NAME, council=NAME, helper_team=NAME, contact=PERSON
)
AGENCIES = (
    Agency(code="X1", name=NAME, contact=PERSON),
    Agency(code="X2", name=FORMULA, contact=PERSON),
    Agency(code="X3", name=f"Xã {NAME}", contact=PERSON),
)
PERIOD = Period(title=NAME, data_from=date(2026, 1, 1), data_to=date(2026, 12, 31))
ROUNDS = (
    Round(number=1, deadline=through_day(NAME, date(2026, 11, 14))),
    Round(number=2, opens=(RoundField.EXPLANATION, RoundField.EVIDENCE)),
)
ANSWERS: dict[str, dict[str, str]] = {
    "1.1": {"online": "1506", "total": "2000"},
    "1.2": {"issued": "yes"},
    "1.3": {"who": "deputy"},
    "2.1": {"plan": "yes", "news": "no", "school": "no"},
    "2.2": {"now": "60", "before": "40"},
    "2.3": {},
}


def hostile_set() -> Framework:
    """The set of the tests with the name behind every word of it."""
    told = framework.to_json(every_kind())
    told["ranking_tables"] = [{"code": "all", "title": NAME}]
    told["bands"] = [{"reads": "percent", "bands": [
        {"name": NAME, "at_least": "50"}, {"name": "Khác", "below": "50"}]}]  # fmt: skip
    return framework.from_json(_spoilt(told))


def _spoilt(told: Any, key: str = "") -> Any:
    if isinstance(told, dict):
        return {each: _spoilt(value, each) for each, value in told.items()}
    if isinstance(told, list):
        return [_spoilt(value, key) for value in told]
    return f"{told} {NAME}" if key in _WORDS and isinstance(told, str) and told != NAME else told


def papers(folder: Path) -> list[Path]:
    """Evidence that bears the name, once as it is and once as a formula."""
    folder.mkdir(parents=True, exist_ok=True)
    made = [folder / (name.replace("/", "_") + ".pdf") for name in (NAME, FORMULA)]
    for path in made:
        path.write_bytes(b"%PDF-1.4 " + path.name.encode())
    return made


def answer(opened: Workspace, part: str, folder: Path) -> None:
    """Everything answered, explained, proven and cited with the name."""
    for code, inputs in ANSWERS.items():
        points = {"points": "17.5"} if code == "2.3" else {}
        assessing.answer(
            opened, part, code, inputs=inputs, explanation=f"{NAME}\n{FORMULA}", is_complete=True, **points
        )
        ids = evidencing.attach(opened, part, code, papers(folder)).ids
        cited = Citation(number=FORMULA, date="05/08/2026", issuer=NAME, subject=NAME)
        evidencing.describe(opened, ids[0], citation=cited, pages={f"n{code}": NAME})
        evidencing.cite(opened, part, code, Citation(number=NAME, issuer=NAME, subject=FORMULA), page=FORMULA)


def listed(folder: Path) -> Path:
    """The agencies as a file the shell reads."""
    path = folder / "danh sách.json"
    told = [{"code": item.code, "name": item.name, "contact": {"name": NAME}} for item in AGENCIES]
    path.write_text(json.dumps(told, ensure_ascii=False), "utf-8")
    return path
