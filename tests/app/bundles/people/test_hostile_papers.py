"""Papers made to hurt whoever looks at them: refused before anything is drawn, in little time and memory."""

import base64
import io
import random
import zlib
from collections.abc import Callable

import pikepdf
import pytest
from asn1crypto import x509 as asn1
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from app.bundles.people import pictures
from app.bundles.people.certificates import MAX_EMBEDDED, judge_certificate
from app.bundles.people.judging import judge, judge_any
from app.bundles.people.revisions import MAX_CONTENTS, MAX_REVISIONS, MAX_SIGNATURES, _signatures, read_revisions
from app.bundles.people.weighing import MAX_NOTES, check_weight
from app.bundles.refusal import Refused
from app.bundles.trust import Light
from app.domain.campaign import Demand
from tests.app.bundles.people import fixtures
from tests.app.bundles.people.fixtures import MANIFEST, both, claimed, frozen, leader
from tests.app.bundles.people.pki import COMMUNE, NOW, SIGNED, people, trust

Change = Callable[[Pdf], None]


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


def drawn(content: bytes = b"", width: float = 600, height: float = 800, change: Change = lambda _: None) -> bytes:
    """A paper of one page with this content."""
    with Pdf.new() as pdf:
        pdf.add_blank_page(page_size=(width, height))
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        pdf.pages[0].obj["/Resources"] = Dictionary(Font=Dictionary(F=font))
        pdf.pages[0].contents_add(content)
        change(pdf)
        out = io.BytesIO()
        pdf.save(out, static_id=True)
    return out.getvalue()


def lettered(count: int) -> bytes:
    lines = [min(10_000, count - at) for at in range(0, count, 10_000)]  # a string of PDF has 32,767 bytes at most
    return drawn(b"BT /F 1 Tf 10 10 Td " + b" ".join(b"(" + b"a" * each + b") Tj" for each in lines) + b" ET")


def noted(count: int) -> bytes:
    def add(pdf: Pdf) -> None:
        note = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9]))
        pdf.pages[0].obj["/Annots"] = Array([note] * count)

    return drawn(change=add)


def many_signed(count: int) -> bytes:
    def add(pdf: Pdf) -> None:
        values = [Dictionary(FT=Name.Sig, T=f"s{at}", V=Dictionary(Type=Name.Sig)) for at in range(count)]
        pdf.Root["/AcroForm"] = Dictionary(Fields=Array([pdf.make_indirect(each) for each in values]))

    return drawn(change=add)


def size_of(data: bytes) -> object:
    with pictures.opened(data) as pages:
        return pages.size(0)


def words_of(data: bytes) -> object:
    with pictures.opened(data) as pages:
        return pages.words(0)


LIMITS: dict[str, tuple[Callable[[bytes], object], bytes, bytes]] = {
    "width": (size_of, drawn(width=pictures.MAX_SIDE), drawn(width=pictures.MAX_SIDE + 1)),
    "height": (size_of, drawn(height=pictures.MAX_SIDE), drawn(height=pictures.MAX_SIDE + 1)),
    "letters": (words_of, lettered(pictures.MAX_LETTERS), lettered(pictures.MAX_LETTERS + 1)),
    "notes": (check_weight, noted(MAX_NOTES), noted(MAX_NOTES + 1)),
    "signatures": (read_revisions, many_signed(MAX_SIGNATURES), many_signed(MAX_SIGNATURES + 1)),
}


@pytest.mark.parametrize("name", LIMITS)
def test_a_paper_at_its_limit_is_read_and_one_beyond_is_refused(name: str) -> None:
    read, at_limit, beyond = LIMITS[name]
    read(at_limit)
    with pytest.raises(Refused, match=r"report\.unreadable"):
        read(beyond)


@pytest.mark.parametrize(("width", "height"), [(2_000, 2_000), (2_001, 2_000), (pictures.MAX_SIDE, pictures.MAX_SIDE)])
def test_a_picture_has_so_many_pixels_and_no_more(width: float, height: float) -> None:
    with pictures.opened(drawn(width=width, height=height)) as pages:
        shown = pages.picture(0, 72)
    assert shown.width * shown.height == pictures.MAX_PIXELS


def test_a_page_that_takes_longer_than_a_paper_of_few_pages_may_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = drawn(b"0 0 m 500 700 l S\n" * 1_000)
    with pictures.opened(slow, pictures.MAX_SECONDS) as pages:
        pages.picture(0, 72)
    with pictures.opened(slow, 0.0) as pages, pytest.raises(Refused, match="too slow to show"):
        pages.picture(0, 72)
    for name in ("FIRST_SECONDS", "PAGE_SECONDS"):
        monkeypatch.setattr(pictures, name, 0.0)
    with pictures.opened(slow) as pages, pytest.raises(Refused, match="too slow to show"):
        pages.picture(0, 72)


@pytest.mark.parametrize(("more", "covered"), [(0, True), (1, False)])
def test_a_signature_has_so_many_bytes_and_no_more(more: int, covered: bool) -> None:
    held, head = b"\x30" * (MAX_CONTENTS + more), b"%PDF-1.7 "
    data = head + b"<" + held.hex().encode() + b"> %%EOF"
    second = len(data) - len(b" %%EOF")

    def add(pdf: Pdf) -> None:
        span = Array([0, len(head), second, len(data) - second])
        value = Dictionary(Type=Name.Sig, Contents=String(held), ByteRange=span)
        pdf.Root["/AcroForm"] = Dictionary(Fields=Array([Dictionary(FT=Name.Sig, T="s", V=value)]))

    with Pdf.open(io.BytesIO(drawn(change=add))) as pdf:
        (found,) = _signatures(pdf, data, [len(data)])
    assert (found.covered == len(data)) is covered


@pytest.mark.parametrize(("before", "chain"), [(MAX_EMBEDDED - 1, Light.VALID), (MAX_EMBEDDED, Light.UNKNOWN)])
def test_so_many_certificates_inside_a_signature_are_looked_at(before: int, chain: Light) -> None:
    """The one that leads to the issuers known here stands behind so many others."""
    holder = people()["leader"]
    others = [asn1.Certificate.load(people()["clerk"].certificate)] * before
    above = [asn1.Certificate.load(each) for each in holder.chain]
    own = asn1.Certificate.load(holder.certificate)
    assert judge_certificate(own, [*others, *above], trust(), SIGNED, NOW).chain is chain


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
