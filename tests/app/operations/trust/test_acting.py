"""What the authority said last acts: by its own clock, unless that was wrong."""

import shutil
from pathlib import Path
from typing import Any

from app.domain.agency import Contact
from app.operations.authority import collecting, registry, replying, ruling
from app.operations.commune import assessing, improving, submitting
from app.operations.trust import receipted, receipts
from tests.app.operations.houses import SECRET, Houses
from tests.app.operations.trust.test_receipts import pin, receipt, states
from tests.app.operations.trust.test_registering import line, registered, taken


def test_a_return_acts_though_the_authoritys_clock_was_wrong_before(filled: Houses, clock: Any, tmp_path: Path) -> None:
    file, part, now = filled.send("X1"), filled.parts["X1"], clock.now
    clock.now = now.replace(year=2099)
    with filled.at("SKHCN") as here:
        collecting.import_paths(here, filled.authority_part, [file])
        made = replying.return_submission(here, filled.authority_part, "X1", tmp_path, SECRET, "Thiếu")
    first = shutil.copy(made.files["X1"][0], tmp_path / "1")
    clock.now = now
    with filled.at("X1") as here:
        pin(here)
        improving.receive(here, Path(first))
        assert states(here, part) == ["returned"]
        clock.move(days=1)
        assessing.answer(here, part, "2.1", inputs={"lines": "3"})
        submitting.freeze(here, part, "An", "CT")
        again = submitting.seal_and_export(here, part, filled.out, SECRET).path
    with filled.at("SKHCN") as here:
        collecting.import_paths(here, filled.authority_part, [again])
        clock.move(minutes=5)
        made = replying.return_submission(here, filled.authority_part, "X1", tmp_path, SECRET, "Còn thiếu")
    with filled.at("X1") as here:
        improving.receive(here, made.files["X1"][0])
        assert states(here, part) == ["returned", "returned"]
        told = improving.returned(here, part)
        assert told is not None
        assert told.content.note == "Còn thiếu"


def test_the_last_receipt_is_shown_though_an_earlier_one_claims_a_later_year(
    filled: Houses, clock: Any, tmp_path: Path
) -> None:
    file, now = filled.send("X1"), clock.now
    clock.now = now.replace(year=2099)
    first = Path(shutil.copy(receipt(filled, file), tmp_path / "1"))
    clock.now = now
    with filled.at("SKHCN") as here:
        row = collecting.board(here, filled.authority_part)[0]
        ruling.set_received_at(here, row.submission, filled.authority_part, clock.now, "Sổ công văn")
        clock.move(minutes=5)
        second = receipts.export_receipts(here, filled.authority_part, filled.out, SECRET, ["X1"]).files["X1"][0]
    with filled.at("X1") as here:
        pin(here)
        improving.receive(here, first)
        clock.move(minutes=5)
        improving.receive(here, second)
        (told,) = receipted.of(here, filled.parts["X1"])
        assert told.item.received_at.startswith("2026")


def test_the_contact_told_last_stands_though_an_earlier_one_claims_a_later_year(houses: Houses, clock: Any) -> None:
    now = clock.now
    clock.now = now.replace(year=2099)
    first = registered(houses, "X1")
    clock.now = now
    taken(houses, first)
    clock.move(days=1)
    second = registered(houses, "X1", contact=Contact(name="Lê Văn Bình", telephone="0900 000 002"))
    clock.move(minutes=5)
    taken(houses, second)
    told = line(houses, "X1")
    assert isinstance(told, registry.Line)
    assert told.registration is not None
    assert told.registration.content.contact.name == "Lê Văn Bình"
