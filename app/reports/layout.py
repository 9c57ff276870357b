"""Papers in the form of Nghị định 30/2020/NĐ-CP: a builder that takes words and gives back a PDF.

A paper is told from top to bottom; every text is plain, capitals are the builder's affair::

    paper = Paper(PaperMeta(
        kind="Báo cáo", issuer=("Ủy ban nhân dân", "xã Hòa Bình"), symbol="BC-UBND", place="Hòa Bình",
        made_at=frozen_at, footer=f"Bản chốt số 2 · mã nội dung {digest}"))
    paper.head()                                    # issuer, number, national title, place and date
    paper.title("Kết quả tự đánh giá … năm 2026")   # BÁO CÁO / trích yếu / line
    paper.addressees("Sở Khoa học và Công nghệ")    # Kính gửi
    paper.bases("Luật …", "Quyết định …")           # Căn cứ, in italics, ";" and "." set here
    paper.heading("I. Kết quả tự đánh giá")         # levels 1 (capitals), 2 (bold), 3 (bold italic)
    paper.body("Ủy ban nhân dân xã …", "…")         # paragraphs; paper.article("Điều 1.", "…")
    paper.table(Table((Column("TT", 1, "centre"), Column("Điểm", 2, "right")), rows))
    paper.signature(Signer("Nguyễn Văn An", "Chủ tịch", collective="Ủy ban nhân dân"), ("Như trên", "Lưu: VT"))
    paper.annex("I", "Bảng điểm chi tiết", page=LANDSCAPE)   # pages numbered anew
    printed = paper.lay_out()                       # or paper.to_pdf() for the bytes alone

The end mark "./." comes by itself after the last words before the signature and of each annex. A number and a
date not known stay blank, as the clerk gives them later (Điều 15); `Printed.areas` says where they and the
signatures belong: "place", "number", "day", "month", "year", "signature", "seal", "top" (the upper margin of the
first page); a second signer's are "signature 2", "seal 2". The same words and `made_at` give the same bytes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    KeepTogether,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Spacer,
)
from reportlab.platypus import Table as RawTable

from app.domain.text import clean_name
from app.progress import SILENT, Progress
from app.reports import figures, fonts, signing_page, tables
from app.reports.figures import LANDSCAPE, MM, PORTRAIT, SAMPLE_TABLE, TEMPLATES, Page, Sizes
from app.reports.flowables import (
    NO_BREAK_SPACE,
    Area,
    Blank,
    Clear,
    FillIn,
    Rule,
    balanced,
    date_parts,
    longest_line,
    paragraph,
    seen,
    style,
)
from app.reports.signatures import Authority, Signer
from app.reports.tables import Column, Row, Table

__all__ = [
    "LANDSCAPE", "PORTRAIT", "SAMPLE_TABLE", "TEMPLATES", "Area", "Authority", "Column", "Paper", "PaperMeta",
    "Printed", "Row", "Signer", "Table", "paragraph",
]  # fmt: skip

PRODUCER = "Thước Số"
NATIONAL_TITLE = "Cộng hòa xã hội chủ nghĩa Việt Nam"
END_MARK = "./."
MOTTO = "Độc lập - Tự do - Hạnh phúc"


@dataclass(frozen=True, slots=True)
class PaperMeta:
    """What stands at the head of a paper and on each of its pages."""

    kind: str  # "Báo cáo"; "" for a công văn
    issuer: tuple[str, ...]  # full name, in lines: ("Ủy ban nhân dân", "xã Hòa Bình")
    made_at: datetime  # written into the file; carries its time zone
    parent: str = ""
    symbol: str = ""  # "BC-UBND"; "" for a working form without a number
    number: str = ""
    place: str | None = ""  # "Hòa Bình"; None for minutes, which have no such line
    dated: date | None = None
    year: int | None = None  # printed when the date is not known
    letter_subject: str = ""  # "V/v …" of a công văn
    footer: str = ""
    title: str = ""  # of the file; else kind and issuer
    has_end_mark: bool = True  # False for working forms
    has_fields: bool = False  # signed in any program: places at the head do not move (`signing_page`)
    page: Page = PORTRAIT
    sizes: Sizes = SAMPLE_TABLE


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished paper."""

    pdf: bytes
    areas: tuple[Area, ...]
    pages: int


@dataclass(frozen=True, slots=True)
class _Words:
    text: str
    lead: str = ""


class Paper:
    """Collects the parts of one paper in reading order; see the module for how."""

    def __init__(self, meta: PaperMeta) -> None:
        self._meta = meta
        self._sizes = meta.sizes
        self._pages = [meta.page]  # of the document and of each annex
        self._story: list[Any] = []
        self._last: _Words | Table | None = None  # may still get the end mark
        self._is_ended = not meta.has_end_mark
        self._areas: list[Area] = []
        self._printed: Printed | None = None

    # --- above the content

    def head(self) -> None:
        """Boxes 1 to 5b: issuer and national title, number and date on one line, "V/v" of a công văn."""
        meta, sizes = self._meta, self._sizes
        whole = sum(figures.HEAD_COLUMNS)
        widths = [self._width * part / whole for part in figures.HEAD_COLUMNS]
        room = signing_page.head_room(meta.page, sizes) if meta.has_fields else None
        issuer = partial(self._issuer, width=widths[0])
        left = signing_page.fitting(issuer, sizes.agency, widths[0], room) if room else issuer(sizes.agency)
        national = style(sizes.national_title, fonts.SERIF_BOLD, align="centre")
        motto = style(sizes.motto, fonts.SERIF_BOLD, align="centre")
        right = [
            paragraph(NATIONAL_TITLE.upper(), national),
            paragraph(MOTTO, motto),
            Rule(fonts.width(MOTTO, fonts.SERIF_BOLD, sizes.motto)),
        ]
        number, dated = self._number_line(), self._date_line()
        # a long place takes room from the number
        wide = min(max([widths[1], *(line.length for line in dated)]), self._width * figures.DATE_AT_MOST)
        lift = [Spacer(0, sizes.place - sizes.number)]  # both on one base line
        self._add(
            _grid([left, right], widths, room),
            Spacer(0, signing_page.BELOW_HEAD),
            _grid([[*lift, *number], dated], [self._width - wide, wide]),
            Spacer(0, 6),
        )

    def title(self, subject: str, kind: str = "") -> None:
        """Box 5a: the name of the kind, the trích yếu and the short line, centred on the page."""
        page, has_fields = self._meta.page, self._meta.has_fields
        inset = signing_page.title_indent(page) if has_fields else 0
        bold = style(self._sizes.title, fonts.SERIF_BOLD, align="centre", leftIndent=inset, rightIndent=inset)
        words = balanced(subject, bold, self._width)
        line = longest_line(words, self._width) * figures.SHORT_LINE
        name = paragraph((kind or self._meta.kind).upper(), bold)
        self._add(Spacer(0, 8), name, words, Rule(line), Spacer(0, 10))
        if has_fields:
            self._add(signing_page.below_stamp(page))

    def addressees(self, *names: str) -> None:
        """Box 9a, "Kính gửi": one name on the same line, several each on its own under the colon."""
        size = self._sizes.body
        if len(names) == 1:
            self._add(paragraph(f"Kính gửi: {names[0]}", style(size, align="centre", spaceBefore=6, spaceAfter=6)))
            return
        start = 25 * MM
        dash = start + fonts.width("Kính gửi", fonts.SERIF, size)
        hang = fonts.width("- ", fonts.SERIF, size)
        self._add(paragraph("Kính gửi:", style(size, leftIndent=start, spaceBefore=6)))
        item = style(size, leftIndent=dash + hang, firstLineIndent=-hang)
        self._add(*(paragraph(f"- {line}", item) for line in _listed(names)), Spacer(0, 6))

    def bases(self, *bases: str) -> None:
        """Căn cứ: italics, each on its own line, the last with a full stop."""
        look = self._body_style(fonts.SERIF_ITALIC)
        self._add(*(paragraph(line, look) for line in _listed(bases)))

    # --- content

    def heading(self, text: str, level: int = 1) -> None:
        """ "I. KẾT QUẢ" (level 1, set in capitals), "1. Kết quả chung" (2), "a) Nhóm 1" (3)."""
        face = fonts.SERIF_BOLD_ITALIC if level == 3 else fonts.SERIF_BOLD
        self._add(paragraph(text.upper() if level == 1 else text, self._body_style(face, keepWithNext=1)))

    def centred(self, text: str) -> None:
        """A line of bold capitals in the middle: "QUYẾT ĐỊNH:", the authority that decides."""
        self._add(paragraph(text.upper(), self._body_style(fonts.SERIF_BOLD, "centre", firstLineIndent=0)))

    def body(self, *texts: str) -> None:
        """Justified paragraphs with an indented first line."""
        for text in texts:
            self._add()
            self._last = _Words(text)

    def article(self, number: str, text: str) -> None:
        """A paragraph led by bold words: `article("Điều 1.", "Công bố …")`."""
        self._add()
        self._last = _Words(text, number)

    def items(self, *texts: str) -> None:
        """One paragraph each, with a dash in front."""
        self.body(*(f"- {text}" for text in texts))

    def table(self, table: Table) -> None:
        """A table as wide as the text; `ValueError` if a row has another number of cells than there are columns."""
        self._add()
        self._last = table

    def flowable(self, piece: Any) -> None:
        """Anything of reportlab's own: a chart."""
        self._add(piece)

    # --- below the content

    def signature(self, signer: Signer, receivers: Sequence[str] = ()) -> None:
        """Boxes 7 to 9b: "Nơi nhận" left; authority, room for the signature and name right."""
        whole = sum(figures.SIGNATURE_COLUMNS)
        widths = [self._width * part / whole for part in figures.SIGNATURE_COLUMNS]
        pair = [self._receivers(receivers), self._signer(signer, widths[1], "")]
        self._sign(_grid(pair, widths), [])

    def signatures(self, *signers: Signer, receivers: Sequence[str] = ()) -> None:
        """Several side by side, the issuer's last; "Nơi nhận" below: minutes (Phụ lục III, Mẫu 1.9)."""
        width = self._width / len(signers)
        cells = [self._signer(who, width, f" {n}" if n > 1 else "") for n, who in enumerate(signers, 1)]
        self._sign(_grid(cells, [width] * len(signers)), self._receivers(receivers))

    def annex(self, number: str, title: str, page: Page = PORTRAIT, attached: bool = True) -> None:
        """A new annex in the same file, pages numbered from 1: "Phụ lục I", its title, "(Kèm theo …)".

        `number` is Roman, or "" for the only annex. What the bracket would name stays blank with the number.
        """
        self._add(*self._ended())
        self._pages.append(page)
        self._is_ended = not self._meta.has_end_mark
        sizes = self._sizes
        bold = style(sizes.annex, fonts.SERIF_BOLD, align="centre")
        self._add(
            NextPageTemplate(str(len(self._pages) - 1)),
            PageBreak(),
            paragraph(f"Phụ lục {number}".strip(), bold),
            balanced(title.upper(), style(sizes.title, fonts.SERIF_BOLD, align="centre"), self._width),
        )
        if attached:
            look = style(sizes.body, fonts.SERIF_ITALIC, align="centre")
            words = balanced(self._attached_to(), look, self._width)
            self._add(words, Rule(longest_line(words, self._width) * figures.SHORT_LINE, after=8))

    # --- the result

    def lay_out(self, progress: Progress = SILENT) -> Printed:
        """The finished paper; asks `progress` as it goes, so that `Cancelled` ends it and the builder with it.

        A second call gives the same paper again: reportlab wears its pieces out in laying them out once.
        """
        if self._printed is None:
            self._printed = self._lay_out(progress)
        return self._printed

    def to_pdf(self, progress: Progress = SILENT) -> bytes:
        """The bytes of `lay_out`."""
        return self.lay_out(progress).pdf

    # --- how it is done

    def _lay_out(self, progress: Progress) -> Printed:
        self._add(*self._ended())
        page = self._meta.page
        top = Area("top", 0, page.left * MM, (page.height - page.top) * MM, page.text_width, page.top * MM)
        out = BytesIO()
        sheets = [self._template(name, sheet) for name, sheet in enumerate(self._pages)]
        document = BaseDocTemplate(out, pageTemplates=sheets, **self._about())
        document.setProgressCallBack(partial(_told, progress, len(self._story)))
        document.build(self._story, canvasmaker=self._canvas)
        return Printed(out.getvalue(), (top, *self._areas), document.page)

    @property
    def _width(self) -> float:
        return self._pages[-1].text_width

    def _add(self, *pieces: Any) -> None:
        """Put `pieces` behind what is there, and with them what was waiting for an end mark."""
        if self._last is not None:
            self._story.append(self._made(self._last))
            self._last = None
        self._story.extend(pieces)

    def _made(self, waiting: "_Words | Table", end_mark: str = "") -> Any:
        if isinstance(waiting, Table):
            page = self._pages[-1]
            return tables.build(waiting, page.text_width, page.text_height, self._sizes.table, end_mark)
        text = waiting.text.rstrip(".;: ") + end_mark if end_mark else waiting.text
        return paragraph(text, self._body_style(), waiting.lead)

    def _ended(self) -> list[Any]:
        """What was waiting, with the end mark if the paper has one and it has not been set in this part."""
        waiting, self._last = self._last, None
        if waiting is None:
            return []
        mark = "" if self._is_ended else END_MARK
        self._is_ended = True
        return [self._made(waiting, mark)]

    def _sign(self, block: Any, below: list[Any]) -> None:
        """Keep `block` on one page with the words before it: nobody signs an empty sheet."""
        is_table = isinstance(self._last, Table)
        closing = self._ended()
        if is_table:  # may be pages long
            self._add(*closing)
            closing = []
        self._add(KeepTogether([*closing, Spacer(0, 12), block, *below]))

    def _body_style(self, face: str = fonts.SERIF, align: str = "justified", **more: Any) -> Any:
        more.setdefault("firstLineIndent", figures.FIRST_LINE * MM)
        return style(self._sizes.body, face, align, spaceBefore=figures.BETWEEN_PARAGRAPHS, **more)

    def _issuer(self, size: float, width: float) -> list[Any]:
        """The parent, the names of the issuer and the short line, in letters of this size."""
        looks = (style(size, align="centre"), style(size, fonts.SERIF_BOLD, align="centre"))
        parents = [balanced(line.upper(), looks[0], width) for line in (self._meta.parent,) if line]
        names = [balanced(line.upper(), looks[1], width) for line in self._meta.issuer]
        return [*parents, *names, Rule(longest_line(names[-1], width) * figures.SHORT_LINE)]

    def _number_line(self) -> list[Any]:
        meta, sizes = self._meta, self._sizes
        if not meta.symbol and not meta.letter_subject:
            return []
        line = FillIn(["Số: ", self._number(), f"/{meta.symbol}"], fonts.SERIF, sizes.number, self._areas)
        if not meta.letter_subject:
            return [line]
        look = style(sizes.letter_subject, align="centre", spaceBefore=figures.UNDER_NUMBER)
        return [line, paragraph(meta.letter_subject, look)]

    def _date_line(self) -> list[Any]:
        meta = self._meta
        if meta.place is None:
            return []
        place = meta.place or Blank("place", figures.PLACE_ROOM)
        parts = [place, ", ngày ", *date_parts(meta.dated, meta.year)]
        return [FillIn(parts, fonts.SERIF_ITALIC, self._sizes.place, self._areas)]

    def _receivers(self, receivers: Sequence[str]) -> list[Any]:
        if not receivers:
            return []
        size = self._sizes.receivers
        hang = fonts.width("- ", fonts.SERIF, size)
        item = style(size, leftIndent=hang, firstLineIndent=-hang)
        head = style(self._sizes.receivers_head, fonts.SERIF_BOLD_ITALIC)
        return [paragraph("Nơi nhận:", head), *(paragraph(f"- {line}", item) for line in _listed(receivers))]

    def _signer(self, signer: Signer, width: float, which: str) -> list[Any]:
        bold = style(self._sizes.signer, fonts.SERIF_BOLD, align="centre")
        hand, seal = figures.HANDWRITING_WIDTH * MM, figures.SEAL_WIDTH * MM
        left = max((width - hand) / 2, 0)
        kept = [(f"signature{which}", left, min(hand, width))]
        if signer.is_sealed:
            over = left + hand * figures.SEAL_OVER_HANDWRITING
            kept.append((f"seal{which}", max(over - seal, 0), seal))
        below = [signer.office.upper()] if signer.office else []
        return [
            *(paragraph(line, bold) for line in signer.lines),
            Clear(figures.SIGNATURE_HEIGHT * MM, kept, self._areas),
            *(paragraph(line, bold) for line in below),
            FillIn([signer.name], fonts.SERIF_BOLD, self._sizes.signer, self._areas),
        ]

    def _attached_to(self) -> str:
        meta = self._meta
        parts = ["số ", self._number(), f"/{meta.symbol} ngày ", *date_parts(meta.dated, meta.year)]
        known = "".join(part if isinstance(part, str) else NO_BREAK_SPACE * 8 for part in parts)
        return f"(Kèm theo {meta.kind or 'Công văn'} {known} của {' '.join(meta.issuer)})"

    def _number(self) -> str | Blank:
        number = self._meta.number
        if not number:
            return Blank("number", figures.NUMBER_ROOM)
        return f"0{number}" if number.isdecimal() and len(number) == 1 else number  # II.3b

    def _about(self) -> dict[str, Any]:
        meta = self._meta
        issuer = clean_name(" ".join(meta.issuer))
        return {
            "title": clean_name(meta.title or f"{meta.kind} {issuer}"), "author": issuer,
            "subject": clean_name(meta.letter_subject), "creator": PRODUCER, "producer": PRODUCER, "lang": "vi-VN",
            "displayDocTitle": True, "invariant": 1, "pageCompression": 1, "initialFontName": fonts.SERIF,
        }  # fmt: skip

    def _canvas(self, *given: Any, **options: Any) -> Any:
        canvas = Canvas(*given, pdfVersion=(1, 7), **options)
        canvas.setDateFormatter(lambda *_: _pdf_date(self._meta.made_at))
        return canvas

    def _template(self, name: int, page: Page) -> Any:
        frame = Frame(
            page.left * MM, page.bottom * MM, page.text_width, page.text_height,
            leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
        )  # fmt: skip
        size = (page.width * MM, page.height * MM)
        decorate = partial(self._decorate, page, [])
        return PageTemplate(str(name), [frame], onPage=decorate, pagesize=size)

    def _decorate(self, page: Page, pages: list[int], canvas: Any, document: Any) -> None:
        """Number from the second page on (I.7), counted anew in each annex (III.1đ); the footer on every page."""
        pages.append(document.page)
        middle = page.left * MM + page.text_width / 2
        if len(pages) > 1:
            size = self._sizes.page_number
            canvas.setFont(fonts.SERIF, size)
            y = (page.height - figures.PAGE_NUMBER_FROM_EDGE) * MM - size
            canvas.drawCentredString(middle, y, str(len(pages)))
        if self._meta.footer:
            words = seen(self._meta.footer, fonts.SERIF)
            size = self._sizes.footer
            size *= min(1, page.text_width / fonts.width(words, fonts.SERIF, size))
            canvas.setFont(fonts.SERIF, size)
            canvas.drawCentredString(middle, figures.FOOTER_FROM_EDGE * MM, words)


def _grid(cells: list[Any], widths: list[float], height: float | None = None) -> Any:
    """One row of cells side by side, without lines or padding, as high as what is in it or `height` points."""
    commands = [
        ("FONTNAME", (0, 0), (-1, -1), fonts.SERIF),  # else an empty cell names a font that is not embedded
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        *((f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")),
    ]
    return RawTable([cells], colWidths=widths, rowHeights=[height], style=commands)


def _listed(lines: Sequence[str]) -> list[str]:
    """Each line with ";", the last with "." (II.6a, II.9d)."""
    bare = [line.rstrip(" .;") for line in lines]
    return [f"{line};" for line in bare[:-1]] + [f"{line}." for line in bare[-1:]]


def _pdf_date(moment: datetime) -> str:
    zone = moment.strftime("%z") or "+0000"
    return f"D:{moment:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'"


def _told(progress: Progress, pieces: int, kind: str, value: int) -> None:
    if kind == "PROGRESS":
        progress.step(min(value, pieces), pieces)
    elif kind == "PAGE":
        progress.step(0, pieces)
