"""The right of the assessor's desk: what proves the criterion, piece by piece, at the page that was cited."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import wording
from app.domain.assessment import EvidenceLevel
from app.operations.authority.appraising import Case
from app.operations.commune.evidencing import Evidence
from app.operations.previewing import cited_page
from ui import language, tokens
from ui.context import Context
from ui.pages.assessment_desk.evidence_acts import EvidenceActs, title_of
from ui.pages.authority_kit import fact_line
from ui.pages.evidence_preview import EvidencePreview
from ui.pages.evidence_signed import SignedChip
from ui.widgets.badge import Badge
from ui.widgets.boxes import Part, column, empty, fill, row, scrolled
from ui.widgets.button import Button
from ui.widgets.icon import Icon
from ui.widgets.sheet import Sheet, well
from ui.widgets.text import Label, name

_KINDS = {
    **dict.fromkeys(("jpg", "png", "webp", "tif", "gif", "heic"), "image"),
    **dict.fromkeys(("xlsx", "xls", "csv"), "file-spreadsheet"),
    "": "text-quote",
}


class ReviewCard(Sheet):
    """One piece: its citation, the page that matters here, and the file to look at. A double click opens a copy."""

    def __init__(self, piece: Evidence, node: str, acts: EvidenceActs, context: Context) -> None:
        self._piece, self._acts, self._context = piece, acts, context
        title = title_of(piece)
        cited = piece.citation
        page = next((link.page for link in piece.links if link.node == node), "") or cited.page
        head: list[Part] = [
            Icon(_KINDS.get(piece.ext, "file-text"), "lead", 20),
            (Label(title, weight="bold", wrap=True, selectable=bool(cited.number)), 1),
        ]
        if page:
            head.append(Badge("bookmark", page, "lead", self.tr("The page that was cited")))
        parts: list[Part] = [row(*head, gap=8)]
        dated = " · ".join(part for part in (cited.date, cited.issuer) if part)
        if dated and cited.number:
            parts.append(Label(dated, "hint", "ink-soft", wrap=True))
        if cited.subject and cited.subject != title:
            parts.append(Label(cited.subject, wrap=True, selectable=True))
        parts += self._file(title, page) if piece.digest else [self._cited_only()]
        if len(piece.links) > 1:
            parts.append(Label(self.tr("Proves %n criteria", "", len(piece.links)), "hint", "ink-soft"))
        super().__init__(*parts, gap=4, margins=(12, 10, 12, 10))
        self.setObjectName("evidence-card")
        name(self, title)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._piece.digest and self._acts.can_open(self._piece):
            self._acts.open(self._piece)

    def _file(self, title: str, page: str) -> list[Part]:
        piece, acts = self._piece, self._acts
        kind = piece.ext.upper() or self.tr("unknown kind")
        told = " · ".join(part for part in (kind, language.size_text(piece.size)) if part)
        lines: list[Part] = []
        if piece.name != title:
            lines.append(Label(piece.name, "hint", "ink-soft", wrap=True))
        lines.append(Label(told, "hint", "ink-soft"))
        preview = EvidencePreview(self._context)
        preview.show_piece(piece, cited_page(page))
        signed = SignedChip(self._context)
        signed.show_piece(piece)
        lines += [preview, signed]
        opener = Button(self.tr("Open a copy"), "plain", "external-link")
        opener.setObjectName("open-copy")
        opener.clicked.connect(lambda: acts.open(piece))
        name(opener, self.tr("Open a copy of {name}").format(name=title))
        opener.setEnabled(acts.can_open(piece))
        preview.macros_found.connect(lambda: opener.setEnabled(False))
        if not acts.can_open(piece):
            told = self.tr("Files of this kind are only saved: they could run a program.")
            lines.append(Label(told, "hint", "ink-soft", wrap=True))
        keeper = Button("", "quiet", "download", tip=self.tr("Save a copy of {name}").format(name=title))
        keeper.setObjectName("save-copy")
        keeper.clicked.connect(lambda: acts.save(piece))
        return [*lines, row((opener, 1), keeper, gap=4)]

    def _cited_only(self) -> QWidget:
        return Label(self.tr("Cited without a file"), "hint", "ink-soft")


class ReviewEvidence(Sheet):
    """Follows the case; `counted` tells how many pieces there are."""

    counted = Signal(int)

    def __init__(self, acts: EvidenceActs, context: Context) -> None:
        self._acts, self._context = acts, context
        self._title = Label("", "section", weight="bold")
        self._list = QWidget()
        self._cards = QVBoxLayout(self._list)
        fill(self._cards, [], gap=10)
        super().__init__(
            column(self._title, margins=(16, 10, 16, 0)),
            (scrolled(column(self._list, None, margins=(12, 0, 8, 12))), 1),
            gap=8,
            margins=(1, 1, 1, 1),
        )

    def show_nothing(self) -> None:
        """No case at hand."""
        self._title.setText(self.tr("Evidence"))
        empty(self._cards)
        self.counted.emit(0)

    def show_case(self, case: Case) -> None:
        """What proves this case, what is missing and what the framework says then, what would prove it."""
        self._title.setText(self.tr("Evidence ({count})").format(count=len(case.evidence)))
        empty(self._cards)
        fill(self._cards, [*self._missing(case), *self._pieces(case), *self._guidance(case)], gap=10)
        self.counted.emit(len(case.evidence))

    def _pieces(self, case: Case) -> list[Part]:
        return [ReviewCard(piece, case.place.id, self._acts, self._context) for piece in case.evidence]

    def _missing(self, case: Case) -> list[Part]:
        criterion, framework = case.place.criterion, case.dossier.framework
        level = case.response.evidence
        if criterion is None or not criterion.evidence_required or level is EvidenceLevel.SUFFICIENT:
            return []
        own = criterion.missing_evidence, framework.evidence.missing
        head = self.tr("Evidence is missing")
        if level is EvidenceLevel.INCOMPLETE:
            own = criterion.incomplete_evidence, framework.evidence.incomplete
            head = self.tr("The agency says: evidence incomplete")
        policy = own[0] or own[1]
        words: list[Part] = [Label(head, weight="medium", wrap=True)]
        if policy is not None:
            told = wording.word(f"evidence_policy.{policy.value}", language.current())
            article = "" if own[0] else framework.evidence.article
            words.append(Label(told + (f" ({article})" if article else ""), "hint", wrap=True))
        line = fact_line("paperclip", "warn", column(*words, gap=2))
        return [Sheet(line, look="warn", margins=(12, 8, 12, 8))]

    def _guidance(self, case: Case) -> list[Part]:
        criterion = case.place.criterion
        if criterion is None or not criterion.evidence_guidance:
            return []
        head = self.tr("What proves it, by the framework")
        lines: list[Part] = [Label(head, "hint", "ink-soft", "medium", wrap=True)]
        lines += [Label(f"– {line}", "hint", "ink-soft", wrap=True) for line in criterion.evidence_guidance]
        return [well(*lines, gap=tokens.STEP)]
