"""The first page of a new folder: what is at hand? Each answer is one large button with a sentence below it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui import theme, tokens
from ui.context import Context
from ui.page import Page
from ui.pages.start_offer import OfferBeside
from ui.widgets.boxes import column, fill, row, scrolled
from ui.widgets.button import Button
from ui.widgets.drop_zone import DropZone
from ui.widgets.icon import Icon
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label

if TYPE_CHECKING:
    from app.operations.parts import Part

_WIDEST, _BESIDE_FROM = 920, 760  # pixels at 100 %: of the page; below, everything stands in one column


class Start(Page):
    """The ways in, a guided look round first; a file may also simply be dropped."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Begin"))
        told = self.tr("Everything stays on this computer. Nothing is sent over a network.")
        heading = column(
            Label(self.tr("What is at hand?"), "title", weight="bold"),
            Label(told, tone="ink-soft", wrap=True),
            gap=4,
        )
        drop = DropZone(self.tr("Drop a file received here, or choose it"), "file-down")
        drop.setObjectName("start-drop")
        drop.dropped.connect(lambda paths: context.file_asked.emit(paths[0]))
        drop.asked.connect(self._ask_file)
        received = self._card(
            "file-down",
            self.tr("A file received"),
            self.tr("A campaign from the reviewing authority, feedback, a result, or a commune's submission."),
            [drop],
        )
        pair = QWidget()
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight, pair)
        fill(self._pair, [(self._nothing_yet(), 1), (self._others(), 1)])
        holder = column(
            OfferBeside(context), heading, self._first_time(), column(received, pair), None, gap=tokens.GROUP
        )
        holder.setMaximumWidth(theme.current().px(_WIDEST))
        self.add((scrolled(row(None, (holder, 8), None)), 1))

    def _card(self, icon: str, title: str, sentence: str, parts: list[QWidget]) -> Sheet:
        head = row(Icon(icon, "lead", 20), Label(title, "section", weight="bold"), None, gap=8)
        return Sheet(head, Label(sentence, tone="ink-soft", wrap=True), *parts, None)

    def _nothing_yet(self) -> Sheet:
        commune = self._button(
            "start-commune", self.tr("New self-assessment of a commune"), "clipboard-list", self._new_commune
        )
        authority = self._button(
            "start-authority",
            self.tr("New campaign of an authority"),
            "scale",
            lambda: self.go_to.emit("new_campaign", None),
        )
        sentence = self.tr(
            "Begin on a framework that comes with the program; a campaign received later can be opened at any time."
        )
        return self._card("flag", self.tr("Nothing yet"), sentence, [commune, authority])

    def _others(self) -> Sheet:
        backup = self._button("start-backup", self.tr("Restore a backup"), "history", self._ask_backup)
        sentence = self.tr("What was kept on a stick or on another computer; what is inside is shown first.")
        sent = self._button("start-recover", self.tr("Bring back what was sent"), "undo-2", self._recover)
        return self._card("folder", self.tr("A copy of earlier work"), sentence, [backup, sent])

    def _first_time(self) -> Sheet:
        sample = self._button("start-sample", self.tr("Look round with sample data"), "flask-conical", self._sample)
        words = column(
            Label(self.tr("The first time here?"), weight="bold"),
            Label(
                self.tr(
                    "Five steps on sample data, about five minutes, left at any moment. "
                    "The sample lies in a folder of its own and never mixes with real data."
                ),
                tone="ink-soft",
                wrap=True,
            ),
            gap=2,
        )
        line = QWidget()
        self._sample_line = QBoxLayout(QBoxLayout.Direction.LeftToRight, line)
        fill(self._sample_line, [(words, 1), sample])
        return Sheet(row(Icon("flask-conical", "lead", 20), (line, 1)), look="lead")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        is_wide = self.width() >= theme.current().px(_BESIDE_FROM)
        for layout in (self._pair, self._sample_line):
            layout.setDirection(way.LeftToRight if is_wide else way.TopToBottom)

    def _button(self, name: str, words: str, icon: str, do: Callable[[], object]) -> Button:
        button = Button(words, "plain", icon)
        button.setObjectName(name)
        button.clicked.connect(lambda: do())
        return button

    def _ask_file(self) -> None:
        self._choose(
            self.tr("Open a file received"), self.tr("Bundles (*.thuocso *.zip)"), self.context.file_asked.emit
        )

    def _choose(self, title: str, kinds: str, do: Callable[[Path], object]) -> None:
        from PySide6.QtWidgets import QFileDialog  # with all its names for choices, and this page is the first seen

        dialog = QFileDialog(self, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([kinds, self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda name: do(Path(name)))
        dialog.open()

    def _new_commune(self) -> None:
        # both read bundles or frameworks: heavy, and this page is the first a newcomer sees
        from app.operations.authority import campaigning
        from ui.dialogs.new_commune import NewCommuneDialog

        dialog = NewCommuneDialog(self.context.workspace.clock().year, self.window())
        dialog.accepted.connect(
            lambda: self.context.run(campaigning.start_alone, *dialog.values(), on_done=self._begun)
        )
        dialog.open()

    def _begun(self, part: "Part") -> None:
        self.context.part_asked.emit(part.id)

    def _ask_backup(self) -> None:
        self.context.backup_asked.emit(None)

    def _recover(self) -> None:
        from ui.recovering import Recovering  # it reads bundles: heavy, as above

        Recovering(self.context, self.window()).ask_files()

    def _sample(self) -> None:
        self.context.sample_asked.emit()
