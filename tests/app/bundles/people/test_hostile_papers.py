"""Papers made to hurt whoever looks at them: refused before anything is drawn, in little time and memory."""

import base64
import io
import random
import zlib
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from app.bundles.people import pictures
from app.bundles.people.judging import judge, judge_any
from app.bundles.people.revisions import MAX_REVISIONS
from app.bundles.people.weighing import check_weight
from app.bundles.refusal import Refused
from app.bundles.trust import Light
from app.domain.campaign import Demand
from tests.app.bundles.people import fixtures
from tests.app.bundles.people.fixtures import MANIFEST, both, claimed, frozen, leader
from tests.app.bundles.people.pki import COMMUNE, NOW, trust


def changed(change: Callable[[Pdf], None]) -> bytes:
    """The frozen report written anew after `change`."""
    with Pdf.open(io.BytesIO(frozen())) as pdf:
        change(pdf)
        out = io.BytesIO()
        pdf.save(out, static_id=True)
    return out.getvalue()


def form(pdf: Pdf, data: bytes, **resources: object) -> Stream:
    made = pdf.make_stream(data, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 600, 800])
    if resources:
        made["/Resources"] = Dictionary(**resources)
    return made


def show(pdf: Pdf, drawing: Stream) -> None:
    page = pdf.pages[0]
    page.obj["/Resources"]["/XObject"] = Dictionary(X=drawing)
    page.contents_add(b"/X Do")


def nested(pdf: Pdf) -> None:
    """Twelve drawings, each of which uses the next one ten times."""
    inner = form(pdf, b"0 0 10 10 re f\n")
    for _ in range(12):
        inner = form(pdf, b"/X Do\n" * 10, XObject=Dictionary(X=inner))
    show(pdf, inner)


def circle(pdf: Pdf) -> None:
    one = form(pdf, b"/X Do", XObject=Dictionary())
    one["/Resources"]["/XObject"]["/X"] = one
    show(pdf, one)


def borrowing(pdf: Pdf) -> None:
    """A drawing that uses what only its page has."""
    show(pdf, form(pdf, b"/X Do"))


def masks(pdf: Pdf) -> None:
    inner = form(pdf, b"0 0 10 10 re f\n")
    for _ in range(12):
        state = Dictionary(SMask=Dictionary(S=Name.Luminosity, G=inner))
        inner = form(pdf, b"/G gs\n" * 10, ExtGState=Dictionary(G=state))
    show(pdf, inner)


def unpacking(pdf: Pdf) -> None:
    show(pdf, form(pdf, b" " * (40 << 20)))


def image(pdf: Pdf) -> None:
    made = pdf.make_stream(b"\xff", Type=Name.XObject, Subtype=Name.Image, Width=100_000, Height=100_000)
    show(pdf, made)


def wide(pdf: Pdf) -> None:
    pdf.pages[0].obj["/MediaBox"] = Array([0, 0, 200_000, 200_000])


def many(pdf: Pdf) -> None:
    for _ in range(2_100):
        pdf.pages.append(pdf.pages[0])


CLIP = b"q 0 0 m 595 0 l 595 842 l h W n "


def clips(pdf: Pdf) -> None:
    """Each clip is kept with all that hold already: 6,000 of them take 650 MB."""
    pdf.pages[0].contents_add(CLIP * 6_000)


def hidden_clips(pdf: Pdf) -> None:
    """What seems to give them up stands in a string and in a comment."""
    pdf.pages[0].contents_add((CLIP + b"(\\) Q (Q) Q) pop % Q\n") * 3_000)


def letters(pdf: Pdf) -> None:
    """A table of a font's letters that unpacks to much: pdfium reads it whole."""
    font = next(iter(pdf.pages[0].obj["/Resources"]["/Font"].values()))
    font["/ToUnicode"] = pdf.make_stream(bytes(64 << 20))


def twice_packed(pdf: Pdf) -> None:
    """Flate within ASCII85: a few bytes stand for many."""
    packed = base64.a85encode(zlib.compress(b" " * (64 << 20), 9)) + b"~>"
    drawing = form(pdf, b"")
    drawing.write(packed, filter=Array([Name.ASCII85Decode, Name.FlateDecode]))
    show(pdf, drawing)


BOMBS = (nested, circle, borrowing, masks, unpacking, image, wide, many, clips, hidden_clips, letters, twice_packed)


@pytest.mark.parametrize("bomb", BOMBS, ids=[each.__name__ for each in BOMBS])
def test_a_paper_made_to_hurt_is_refused_before_it_is_drawn(bomb: Callable[[Pdf], None]) -> None:
    data = changed(bomb)
    with pytest.raises(Refused, match=r"report\.unreadable"), pictures.opened(data) as pages:
        pages.picture(0, 100)


@pytest.mark.parametrize("bomb", BOMBS, ids=[each.__name__ for each in BOMBS])
def test_signed_or_not_it_is_a_verdict_and_no_traceback(bomb: Callable[[Pdf], None]) -> None:
    data = changed(bomb)
    if bomb is not many:
        data = leader(data)
    found = judge(data, MANIFEST, trust(), NOW, COMMUNE, Demand.LEADER, claimed())
    assert found.light in (Light.INVALID, Light.UNKNOWN)
    judge_any(data, trust(), NOW)  # nothing is drawn where nothing was added


@pytest.mark.parametrize("bomb", BOMBS, ids=[each.__name__ for each in BOMBS])
def test_nobody_has_to_sign_or_be_asked_to_for_it_to_be_found_out(bomb: Callable[[Pdf], None]) -> None:
    found = judge(changed(bomb), MANIFEST, trust(), NOW, COMMUNE, Demand.CONFIRMED, claimed())
    assert found.light is not Light.VALID


def test_our_own_papers_are_light() -> None:
    for data in (frozen(), both(), fixtures.numbered(), fixtures.papers.report()):
        check_weight(data)


def test_a_clip_for_every_line_as_office_programs_write_it_is_light() -> None:
    check_weight(changed(lambda pdf: pdf.pages[0].contents_add(b"q 0 0 9 9 re W* n BT ET Q\n" * 20_000)))


def test_more_revisions_than_anybody_makes_are_refused() -> None:
    data = both()
    tail = data[data.rindex(b"startxref") :]
    found = judge(data + tail * MAX_REVISIONS, MANIFEST, trust(), NOW, COMMUNE, None, claimed())
    assert (found.light, found.reasons[0].code) == (Light.INVALID, "report.unreadable")


def test_an_encrypted_paper_is_refused() -> None:
    with Pdf.open(io.BytesIO(frozen())) as pdf:
        out = io.BytesIO()
        pdf.save(out, encryption=pikepdf.Encryption(owner="x", user=""))
    found = judge(out.getvalue(), MANIFEST, trust(), NOW, COMMUNE, None, claimed())
    assert (found.light, found.reasons[0].code) == (Light.INVALID, "report.unreadable")


WORDS = (
    b"/Kids",
    b"/Rect",
    b"/ByteRange",
    b"/Contents",
    b"/V",
    b"/T",
    b"/FT",
    b"/M",
    b"/Prev",
    b"/Pages",
    b"/MediaBox",
)
OTHERS = (b" 99999999999 ", b" [[[[]]]] ", b" null ", b" <</A 1>> ", b" (x) ", b" /Name ", b" -1 ", b" 3 0 R ")


def mutant(data: bytes, chance: random.Random) -> bytes:
    made, at = bytearray(data), chance.randrange(len(data))
    kind = chance.randrange(5)
    if kind == 0:
        made[at] ^= 1 << chance.randrange(8)
    elif kind == 1:
        del made[at:]
    elif kind == 2:
        del made[at : at + chance.randrange(1, 2_000)]
    elif kind == 3:
        made[at:at] = made[at : at + chance.randrange(1, 5_000)]
    else:
        word, other = chance.choice(WORDS), chance.choice(OTHERS)
        places = [place for place in range(len(data)) if data.startswith(word, place)]
        place = chance.choice(places) + len(word)
        made[place : place + len(other)] = other
    return bytes(made)


@pytest.mark.parametrize("seed", range(6))
def test_no_mutant_is_valid_and_none_is_a_traceback(seed: int) -> None:
    chance = random.Random(seed)
    data = fixtures.corner(both(), "agency", "SaoY", "SAO Y")
    for _ in range(5):
        other = mutant(data, chance)
        found = judge(other, MANIFEST, trust(), NOW, COMMUNE, Demand.LEADER_AND_AGENCY, claimed())
        assert found.light is not Light.VALID or other == data
        judge_any(other, trust(), NOW)
