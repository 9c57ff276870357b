"""The sheets beside board and registry say in which state something is and what can be done."""

from app.bundles.trust import Light
from app.domain.agency import Agency, Authority
from app.domain.campaign import Campaign, FrameworkReference, Period, Round
from app.operations.authority.collecting import BoardRow, BoardState
from app.operations.authority.registry import Entry, KeyState, Line
from app.operations.trust.trusting import SeenKey
from tests.ui.accessibility import nameless
from tests.ui.pages.collecting_house import words_of
from ui.pages import collecting_sheet, registry_sheet
from ui.pages.collecting_rows import needs_person, state_words
from ui.widgets.button import Button
from ui.widgets.text import Label

AGENCY = Agency(code="X1", name="Xã Hòa Bình")
CAMPAIGN = Campaign(
    id="d", title="Đợt 2026", authority=Authority(code="T", name="Tỉnh"), period=Period(title="Năm 2026"),
    frameworks=(FrameworkReference(id="a", version="1", digest="0" * 64),), agencies=(AGENCY,),
    rounds=(Round(number=1),),
)  # fmt: skip


def test_a_key_signed_for_by_its_agency_is_one_click(qtbot):
    key = SeenKey("X1", "agency", "ab" * 32, "1 2 3 4 5 6", "2026-11-02T14:32:00+07:00", "", "UBND xã Hòa Bình")
    sheet = registry_sheet.RegistrySheet()
    qtbot.addWidget(sheet)
    sheet.show_line(Line(AGENCY, Entry("X1"), KeyState.SIGNED, None, key, (), None, ()))
    assert "UBND xã Hòa Bình" in words_of(sheet, Label)
    asked: list[str] = []
    sheet.asked.connect(asked.append)
    sheet.findChild(Button, "act-accept_matching").click()
    assert asked == [registry_sheet.ACCEPT_MATCHING]
    assert nameless(sheet) == []


def test_what_a_signature_does_not_carry_is_kept_and_said(qtbot):
    sheet = collecting_sheet.ReceivedSheet(CAMPAIGN)
    qtbot.addWidget(sheet)
    shown = BoardRow(AGENCY, BoardState.BAD_SIGNATURE, people=Light.INVALID, versions=1, waiting="id")
    sheet.show_row(shown, (), ())
    asked: list[str] = []
    sheet.asked.connect(asked.append)
    for act in ("verdict", "unsigned"):
        sheet.findChild(Button, f"act-{act}").click()
    assert asked == [collecting_sheet.VERDICT, collecting_sheet.UNSIGNED]
    assert needs_person(shown)
    assert state_words(shown)[2] == "bad"
    assert nameless(sheet) == []
