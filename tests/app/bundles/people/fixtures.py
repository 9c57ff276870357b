"""Every way in which a report comes back to its receiver, made with the PKI of the tests at fixed times.

`python -m tests.app.bundles.people.fixtures FOLDER` writes them as files, to be looked at and checked with pdfsig.
"""

import functools
import io
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import pypdfium2
from pikepdf import Pdf
from PIL import Image, ImageDraw, ImageFont
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields as pyhanko_fields

from app.bundles.people import areas, making
from app.bundles.people.appearance import RED, Look
from app.bundles.people.figures import Claimed
from app.bundles.report_pdf import embed_manifest
from app.domain import contents, signing_places
from app.domain.assessment import Answers, EvidenceLevel, Response
from app.domain.contents import Confirmation, SubmissionContent
from app.domain.numbers import from_stored
from app.reports import self_assessment, signing_page
from tests.app.bundles.people.pki import DAY, SIGNED, people
from tests.app.operations.sets import small_set
from tests.app.reports import papers

MANIFEST, OTHER_MANIFEST = b'{"entries":[{"name":"content.json"}]}', b'{"entries":[{"name":"khac.json"}]}'
LATER = SIGNED + DAY / 24
Box = tuple[float, float, float, float]


SET = small_set()
AGENCY = replace(papers.AGENCIES[7], target_group="")
CAMPAIGN = replace(papers.CAMPAIGN, agencies=(AGENCY,))


@functools.cache
def content() -> SubmissionContent:
    inputs = {"n1.1": {"online": "30", "total": "41"}, "n1.2": {"issued": "yes"}, "n2.1": {"lines": "9"}}
    given = {id_: Response(inputs=each, evidence=EvidenceLevel.SUFFICIENT) for id_, each in inputs.items()}
    confirmed = Confirmation(name="Nguyễn Văn An", title="Chủ tịch", at="2026-11-14T08:00:00+07:00")
    return replace(papers.submitted(SET, Answers(responses=given, profile=AGENCY.profile)), confirmation=confirmed)


@functools.cache
def claimed() -> Claimed:
    return Claimed(SET, content())


def printed(said: SubmissionContent, manifest: bytes = MANIFEST) -> bytes:
    """The frozen report about `said`, with its manifest and two empty fields."""
    made = self_assessment.lay_out(SET, CAMPAIGN, AGENCY.code, said, 2, 1, papers.DIGEST)
    return embed_manifest(made.pdf, manifest, signing_page.fields(made.areas))


@functools.cache
def frozen() -> bytes:
    return printed(content())


# Signing -----------------------------------------------------------------------------------------------------------


def leader(pdf: bytes, who: str = "leader", at: datetime = SIGNED) -> bytes:
    return making.sign(pdf, areas.LEADER, people()[who], at, Look(lines=("Đã ký", "Nguyễn Văn An")))


def agency(pdf: bytes, who: str = "agency") -> bytes:
    return making.sign(pdf, areas.AGENCY, people()[who], LATER, Look(lines=("(dấu)", "UBND xã Hòa Bình"), colour=RED))


def signed(pdf: bytes, who: str, field: str, page: int, box: Box, look: Look, at: datetime = LATER) -> bytes:
    """A visible signature in a field of its own, as clerks' tools make them."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    spec = pyhanko_fields.SigFieldSpec(field, on_page=page, box=tuple(round(side) for side in box))  # type: ignore[arg-type]
    pyhanko_fields.append_signature_field(writer, spec)
    out = io.BytesIO()
    writer.write(out)
    return making.sign(out.getvalue(), field, people()[who], at, look)


def inside(box: Box, left: float, bottom: float, width: float, height: float) -> Box:
    return box[0] + left, box[1] + bottom, box[0] + left + width, box[1] + bottom + height


NUMBER = inside(signing_places.NUMBER, 66, 3, 26, 14)
DAY_BOX = inside(signing_places.DATE, 116, 3, 22, 14)
SEAL = Look(lines=("47",), colour=RED)


# Updates -----------------------------------------------------------------------------------------------------------


def update(pdf: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """One more revision behind the bytes there are."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def painted(pdf: bytes, page: int, drawing: bytes) -> bytes:
    """`drawing` (content operators; /Fx is Helvetica) put behind a page's content by an update."""
    face = f"/F{len(pdf)}"

    def change(writer: IncrementalPdfFileWriter) -> None:
        font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica", "/Encoding": "/WinAnsiEncoding"}
        made = generic.DictionaryObject({pdf_name(key): pdf_name(value) for key, value in font.items()})
        resources = generic.DictionaryObject({pdf_name("/Font"): generic.DictionaryObject({pdf_name(face): made})})
        stream = writer.add_object(
            generic.StreamObject(stream_data=b"q\n" + drawing.replace(b"/Fx", face.encode()) + b"\nQ\n")
        )
        writer.add_stream_to_page(page, stream, resources=resources)

    return update(pdf, change)


def text(words: str, left: float, bottom: float, size: float = 13, colour: str = "0 0 0 rg") -> bytes:
    return f"BT {colour} /Fx {size} Tf {left:.1f} {bottom:.1f} Td ({words}) Tj ET".encode("latin-1")


@functools.cache
def details_page() -> int:
    """The first page of the table of details."""
    document = pypdfium2.PdfDocument(frozen())
    return next(at for at in range(len(document)) if "CHI TIẾT" in document[at].get_textpage().get_text_range())


def points_of(said: SubmissionContent, id_: str) -> str:
    """How they are printed."""
    claim = said.claims[id_].points
    assert claim is not None
    return papers.points(from_stored(claim))


@functools.cache
def figure_box() -> Box:
    """Where the points of the first group stand there."""
    return words_box(frozen(), points_of(content(), SET.nodes[0].id))


def words_box(pdf: bytes, words: str) -> Box:
    """Where these words stand first on that page."""
    read = pypdfium2.PdfDocument(pdf)[details_page()].get_textpage()
    at, count = read.search(words).get_next()
    lefts, bottoms, rights, tops = zip(*(read.get_charbox(each) for each in range(at, at + count)), strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def rebuilt(pdf: bytes, change: Callable[[Pdf], None] = lambda _: None) -> bytes:
    """The whole file written anew by another program."""
    with Pdf.open(io.BytesIO(pdf)) as opened:
        change(opened)
        opened.docinfo["/Producer"] = "Another program"
        out = io.BytesIO()
        opened.save(out, deterministic_id=True)
    return out.getvalue()


def printed_anew(pdf: bytes) -> bytes:
    """Printed to PDF by poppler: the pages, nothing behind them."""
    return subprocess.run(["pdftocairo", "-pdf", "-", "-"], input=pdf, capture_output=True, check=True).stdout


def scanned(pdf: bytes) -> bytes:
    """The first pages as pictures."""
    document, out = pypdfium2.PdfDocument(pdf), io.BytesIO()
    pages = [document[at].render(scale=0.6, grayscale=True).to_pil() for at in range(2)]
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:])
    return out.getvalue()


def with_layer(pdf: bytes, *, is_hidden: bool) -> bytes:
    """An update with a layer, shown or not as the paper opens."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        names = {"/Type": pdf_name("/OCG"), "/Name": generic.pdf_string("Lớp")}
        group = writer.add_object(generic.DictionaryObject({pdf_name(key): value for key, value in names.items()}))
        shown = generic.DictionaryObject({pdf_name("/OFF"): generic.ArrayObject([group] if is_hidden else [])})
        layers = {pdf_name("/OCGs"): generic.ArrayObject([group]), pdf_name("/D"): shown}
        writer.root[pdf_name("/OCProperties")] = generic.DictionaryObject(layers)
        writer.update_root()

    return update(pdf, change)


def with_action(pdf: bytes, kind: str, key: str) -> bytes:
    """An update with something to be done when the paper is opened."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        action = {pdf_name("/S"): pdf_name(kind), pdf_name(key): generic.pdf_string("app.alert(1)")}
        writer.root[pdf_name("/OpenAction")] = generic.DictionaryObject(action)
        writer.update_root()

    return update(pdf, change)


def with_script(pdf: bytes) -> bytes:
    return with_action(pdf, "/JavaScript", "/JS")


def with_form(pdf: bytes) -> bytes:
    """An update with an XFA form."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        form = writer.root["/AcroForm"]
        form[pdf_name("/XFA")] = writer.add_object(generic.StreamObject(stream_data=b"<xdp/>"))
        writer.update_container(form)

    return update(pdf, change)


def second_manifest(pdf: bytes) -> bytes:
    """An update that attaches one more manifest.json."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        stream = generic.StreamObject(stream_data=OTHER_MANIFEST)
        stream[pdf_name("/Type")] = pdf_name("/EmbeddedFile")
        file = writer.add_object(stream)
        spec = generic.DictionaryObject(
            {
                pdf_name("/Type"): pdf_name("/Filespec"), pdf_name("/F"): generic.pdf_string("manifest.json"),
                pdf_name("/UF"): generic.pdf_string("manifest.json"),
                pdf_name("/EF"): generic.DictionaryObject({pdf_name("/F"): file}),
            }
        )  # fmt: skip
        names = generic.ArrayObject([generic.pdf_string("manifest.json"), writer.add_object(spec)])
        tree = generic.DictionaryObject({pdf_name("/Names"): names})
        writer.root[pdf_name("/Names")] = generic.DictionaryObject({pdf_name("/EmbeddedFiles"): tree})
        writer.update_root()

    return update(pdf, change)


def other_manifest_later(pdf: bytes, manifest: bytes = OTHER_MANIFEST) -> bytes:
    """An update that puts another manifest in the place of the one that was signed."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        files = writer.root["/Names"]["/EmbeddedFiles"]["/Names"]
        reference = files[1]["/EF"].raw_get("/F")
        stream = generic.StreamObject(stream_data=manifest)
        stream[pdf_name("/Type")] = pdf_name("/EmbeddedFile")
        writer.objects[(reference.generation, reference.idnum)] = stream

    return update(pdf, change)


def unseen_note(pdf: bytes, box: Box, page: int = 0) -> bytes:
    """An update with a note that shows nothing here."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        note = generic.DictionaryObject(
            {pdf_name("/Type"): pdf_name("/Annot"), pdf_name("/Subtype"): pdf_name("/Stamp")}
        )
        note[pdf_name("/Rect")] = generic.ArrayObject([generic.FloatObject(side) for side in box])
        reference = writer.add_object(note)
        sheet = writer.find_page_for_modification(page)[0].get_object()
        notes = sheet.get("/Annots", generic.ArrayObject())
        sheet[pdf_name("/Annots")] = generic.ArrayObject([*notes, reference])
        writer.update_container(sheet)

    return update(pdf, change)


def without_page(pdf: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        pages = writer.root["/Pages"]
        pages[pdf_name("/Kids")] = generic.ArrayObject(list(pages.raw_get("/Kids"))[:-1])
        pages[pdf_name("/Count")] = generic.NumberObject(pages["/Count"] - 1)
        writer.update_container(pages)

    return update(pdf, change)


@functools.cache
def scored() -> str:
    """The first criterion with points."""
    claims = content().claims
    return next(place.id for place in SET.index.criteria() if claims[place.id].points not in (None, "0/1"))


def other_points() -> SubmissionContent:
    """The data with other points for one criterion than the paper will be compared with."""
    said = content()
    claims = {**said.claims, scored(): contents.Claim(points="1/4", state=said.claims[scored()].state)}
    return replace(said, claims=claims)


def put_right_later() -> bytes:
    """A paper signed with other points, over which the right ones are painted."""
    pdf = agency(leader(printed(other_points())))
    left, bottom, right, top = words_box(pdf, points_of(other_points(), scored()))
    cover = b"1 1 1 rg %.1f %.1f %.1f %.1f re f " % (left - 1, bottom - 1, right - left + 2, top - bottom + 2)
    return painted(pdf, details_page(), cover + text(points_of(content(), scored()), left, bottom, 11))


def replaced_later() -> bytes:
    """The same paper, whose page was replaced by that of a paper with the right points."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        right = IncrementalPdfFileWriter(io.BytesIO(frozen()))
        given, page = (each.find_page_for_modification(details_page())[0].get_object() for each in (right, writer))
        for part in ("/Contents", "/Resources"):
            page[pdf_name(part)] = writer.import_object(given[part], obj_stream=None)
        page[pdf_name("/Contents")] = writer.add_object(page["/Contents"])
        writer.update_container(page)

    return update(agency(leader(printed(other_points()))), change)


def over_figure(pdf: bytes, words: str = "99,99") -> bytes:
    """A further signature whose appearance is a white box with another figure over the first group's points."""
    left, bottom, right, top = figure_box()
    picture = Image.new("RGBA", (340, 140), "white")
    ImageDraw.Draw(picture).text((20, 10), words, fill="black", font=ImageFont.load_default(100))
    made = io.BytesIO()
    picture.save(made, "PNG")
    box = (left - 6, bottom - 3, right + 4, top + 3)
    return signed(pdf, "agency", "Phu", details_page(), box, Look(image=made.getvalue()))


@dataclass(frozen=True)
class Way:
    """One way: how the file is made, the light expected and the codes of the sentences."""

    make: Callable[[], bytes]
    light: str
    codes: tuple[str, ...] = ()
    demand: str = "leader_and_agency"


def _place(name: str) -> Box:
    return {"corner": signing_places.CORNER, "arrival": signing_places.ARRIVAL, "number": signing_places.NUMBER,
            "date": signing_places.DATE}[name]  # fmt: skip


def _at(name: str, left: float = 10, bottom: float = 8) -> tuple[float, float]:
    box = _place(name)
    return box[0] + left, box[1] + bottom


def both() -> bytes:
    return agency(leader(frozen()))


def numbered() -> bytes:
    made = leader(frozen())
    made = signed(made, "agency", "So", 0, NUMBER, SEAL)
    made = signed(made, "agency", "Ngay", 0, DAY_BOX, Look(lines=("14",), colour=RED))
    return agency(made)


def corner(pdf: bytes, who: str, field: str, words: str) -> bytes:
    return signed(pdf, who, field, 0, inside(_place("corner"), 4, 4, 200, 24), Look(lines=(words,)))


def number_by_hand(pdf: bytes) -> bytes:
    return painted(pdf, 0, text("47", *_at("number", 72, 6), 13, "0 0 0.9 rg"))


def date_by_hand(pdf: bytes) -> bytes:
    return painted(pdf, 0, text("14", *_at("date", 118, 6)) + b" " + text("11", *_at("date", 174, 6)))


def before_figure(pdf: bytes) -> bytes:
    left, bottom, _, _ = figure_box()
    return painted(pdf, details_page(), text("9", left - 7, bottom, 11))


FIGURES = "report.other_figures"
ADDED, COVERED = "signed_pdf.content_added", "signed_pdf.content_covered"
LAYERS, HIDDEN = "signed_pdf.layers", "signed_pdf.layers_hidden"
SCRIPT, REWRITTEN = "signed_pdf.script", "signed_pdf.rewritten"
NO_MANIFEST, OTHER = "report.manifest_count", "report.other_manifest"
NO_LEADER, NO_AGENCY = "people.leader_missing", "people.agency_missing"
STRANGE, UNACCEPTED, SINCE = "signature.unknown_issuer", "signature.not_accepted", "signature.expired_since"
STAMP = b"0.8 0 0 RG %.1f %.1f 128 60 re S " % _at("arrival", 6, 16) + text(
    "DEN 16/11/2026", *_at("arrival", 16, 40), 12, "0.8 0 0 rg"
)
WAYS: dict[str, Way] = {
    "leader_only": Way(lambda: leader(frozen()), "VALID", demand="leader"),
    "leader_pkcs1": Way(lambda: leader(frozen(), "leader_pkcs1"), "VALID", demand="leader"),
    "leader_without_agency": Way(lambda: leader(frozen()), "UNKNOWN", (NO_AGENCY,)),
    "leader_and_agency": Way(both, "VALID"),
    "number_and_date_signed": Way(numbered, "VALID"),
    "number_and_date_written": Way(lambda: agency(date_by_hand(number_by_hand(leader(frozen())))), "VALID"),
    "number_written_first": Way(lambda: agency(leader(number_by_hand(frozen()))), "VALID"),
    "written_outside": Way(lambda: painted(both(), 1, text("da xem", 20, 20)), "UNKNOWN", (ADDED,)),
    "stamp_den": Way(lambda: painted(both(), 0, STAMP), "VALID"),
    "sao_y": Way(lambda: corner(both(), "agency", "SaoY", "SAO Y; UBND xã Hòa Bình"), "VALID"),
    "printed_to_pdf": Way(lambda: printed_anew(both()), "INVALID", (NO_MANIFEST,)),
    "scanned": Way(lambda: scanned(both()), "INVALID", (NO_MANIFEST,)),
    "signed_twice": Way(lambda: corner(leader(frozen()), "leader", "Lan2", "An"), "UNKNOWN", (NO_AGENCY,)),
    "other_revision": Way(lambda: agency(leader(printed(content(), OTHER_MANIFEST))), "INVALID", (OTHER,)),
    "painted_over_figure": Way(lambda: over_figure(both()), "INVALID", (COVERED,)),
    "digit_before_figure": Way(lambda: before_figure(both()), "INVALID", (COVERED,)),
    "foot_covered": Way(lambda: painted(both(), 1, b"1 1 1 rg 60 20 480 30 re f"), "INVALID", (COVERED,)),
    "hidden_words": Way(lambda: painted(both(), 2, text("an", 300, 15, 8, "1 1 1 rg")), "UNKNOWN", (ADDED,)),
    "unseen_note": Way(lambda: unseen_note(both(), (300, 300, 380, 340)), "UNKNOWN", (ADDED,)),
    "page_gone": Way(lambda: without_page(both()), "INVALID", (COVERED,)),
    "hidden_layer": Way(lambda: with_layer(both(), is_hidden=True), "INVALID", (LAYERS, HIDDEN)),
    "shown_layer": Way(lambda: with_layer(both(), is_hidden=False), "UNKNOWN", (LAYERS,)),
    "script": Way(lambda: with_script(both()), "INVALID", (SCRIPT,)),
    "launch": Way(lambda: with_action(both(), "/Launch", "/F"), "INVALID", ("signed_pdf.launch",)),
    "form": Way(lambda: with_form(both()), "INVALID", ("signed_pdf.form",)),
    "two_manifests": Way(lambda: second_manifest(both()), "INVALID", (NO_MANIFEST,)),
    "manifest_replaced": Way(lambda: other_manifest_later(both()), "INVALID", (OTHER,)),
    "manifest_put_right": Way(
        lambda: other_manifest_later(agency(leader(printed(content(), OTHER_MANIFEST))), MANIFEST), "INVALID", (OTHER,)
    ),
    "other_figures": Way(lambda: agency(leader(printed(other_points()))), "INVALID", (FIGURES,)),
    "figures_put_right": Way(put_right_later, "INVALID", (FIGURES, COVERED)),
    "figures_replaced": Way(replaced_later, "INVALID", (FIGURES, COVERED)),
    "other_agency": Way(lambda: leader(frozen(), "other"), "UNKNOWN", ("signature.other_agency",), "leader"),
    "not_accepted": Way(lambda: agency(leader(frozen(), "clerk")), "UNKNOWN", (UNACCEPTED,)),
    "stranger": Way(lambda: leader(frozen(), "stranger"), "UNKNOWN", (STRANGE,), "leader"),
    "expired": Way(lambda: leader(frozen(), "expired", SIGNED - 3 * DAY), "UNKNOWN", (SINCE, UNACCEPTED), "leader"),
    "rewritten": Way(lambda: agency(leader(rebuilt(frozen()))), "VALID", (REWRITTEN,)),
    "unsigned": Way(frozen, "UNKNOWN", (NO_LEADER, NO_AGENCY)),
}


def main(folder: str) -> None:
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    for name, way in WAYS.items():
        (target / f"{name}.pdf").write_bytes(way.make())


if __name__ == "__main__":
    main(sys.argv[1])
