"""F1 in a dialog: the text of the help about it, over the dialog, which stays as it is."""

from PySide6.QtWidgets import QWidget

from ui import language, theme
from ui.dialogs.dialog import Dialog
from ui.main_window import MainWindow
from ui.pages.help import PLACES, Reader, Topic, topics
from ui.widgets.sheet import Sheet

TOPICS = {
    "TakePartDialog": "01-bat-dau", "NewCommuneDialog": "01-bat-dau", "PersonDialog": "01-bat-dau",
    "Explanation": "05-diem-va-tam-tinh", "CitationDialog": "03-minh-chung", "PageDialog": "03-minh-chung",
    "MoveVersionDialog": "02-nhap-so-lieu", "MovedDialog": "02-nhap-so-lieu",
    "FreezeDialog": "07-chot-niem-phong-gui", "SealDialog": "07-chot-niem-phong-gui",
    "SignHere": "07-chot-niem-phong-gui", "OtherSigner": "07-chot-niem-phong-gui",
    "TokenDialog": "07-chot-niem-phong-gui", "SealSubmissionDialog": "07b-gui-theo-phan",
    "OpenEncryptedDialog": "07b-gui-theo-phan", "AcceptKeyDialog": "08-ma-doi-chieu",
    "KeyDialog": "08-ma-doi-chieu", "RegistrationDialog": "08-ma-doi-chieu", "NewKeyDialog": "08b-khoa-niem-phong",
    "ReplaceKeyDialog": "08b-khoa-niem-phong", "ChangePassphraseDialog": "08b-khoa-niem-phong",
    "CopyKeyDialog": "08b-khoa-niem-phong", "RestoreKeyDialog": "08b-khoa-niem-phong",
    "RegistryEntryDialog": "08c-danh-ba-va-khoa", "CloseKeyDialog": "08c-danh-ba-va-khoa",
    "VerificationDialog": "08d-ket-qua-kiem-tra", "PagesDialog": "08d-ket-qua-kiem-tra",
    "SignaturesDialog": "08d-ket-qua-kiem-tra", "AgencyDialog": "11-co-quan-tham-dinh",
    "StickDialog": "11-co-quan-tham-dinh", "CorrectCampaignDialog": "11-co-quan-tham-dinh",
    "DropToldDialog": "11b-tiep-nhan", "ChooseVersionDialog": "11b-tiep-nhan", "ReplacementDialog": "11b-tiep-nhan",
    "ReturnDialog": "11b-tiep-nhan", "ReceiveTimeDialog": "11b-tiep-nhan", "RoundDialog": "11c-tham-dinh-cong-bo",
    "BackupFileDialog": "12-sao-luu", "BackupPlaceDialog": "12-sao-luu", "RestoreDialog": "12-sao-luu",
    "HandoverDialog": "12-sao-luu", "FindingsDialog": "12-sao-luu", "DamagedDialog": "12-sao-luu",
    "RecoverDialog": "12-sao-luu", "OwnKeyDialog": "12-sao-luu",
    "UpgradingDialog": "12b-phien-ban-va-thu-muc", "PortableDialog": "12b-phien-ban-va-thu-muc",
    "CannotOpen": "12b-phien-ban-va-thu-muc", "CrashReport": "13-truc-trac",
}  # fmt: skip
"""Dialogs by the name of their class; one that is not here is about the page below it."""


class HelpHere(Dialog):
    """One text, to be read and closed."""

    def __init__(self, about: Dialog) -> None:
        super().__init__(self.tr("Help"), about, width=760)
        self.topic = _topic(about)
        reader = Reader(self.tr("Text of the help"))
        reader.setMinimumHeight(theme.current().px(420))
        reader.show_text(self.topic.body)
        self.add((Sheet((reader, 1), margins=(1, 1, 1, 1)), 1))
        self.set_acts(self.tr("Close"), "")
        reader.setFocus()

    def show_help(self) -> None:
        """It is open already."""


def _topic(about: Dialog) -> Topic:
    named = next((TOPICS[each.__name__] for each in type(about).__mro__ if each.__name__ in TOPICS), "")
    known = {topic.name: topic for topic in topics(language.current())}
    return known[named or _of_page(about.parentWidget())]


def _of_page(below: QWidget | None) -> str:
    window = below.window() if below is not None else None
    return PLACES.get(window.page_name(), PLACES["start"]) if isinstance(window, MainWindow) else PLACES["start"]
