"""Keys in the settings: one's own with all that keeps them, and those accepted for others."""

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.domain import check_code
from app.operations import parts
from app.operations.parts import Role
from app.operations.trust import keyring, trusting
from app.operations.trust.keyring import Copied, Kept
from app.wording.keys import end_words, how_words
from ui import language, looking, tokens
from ui.context import Context
from ui.dialogs.key_care import FILE, ChangePassphraseDialog, CopyKeyDialog, ReplaceKeyDialog
from ui.dialogs.key_restore import RestoreKeyDialog
from ui.pages.authority_kit import ask_target
from ui.widgets.badge import Badge
from ui.widgets.boxes import Part, column, empty, fill, row, rule
from ui.widgets.button import Button
from ui.widgets.check_code import CheckCode, in_halves
from ui.widgets.flow import lay_flow
from ui.widgets.icon import Icon
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label


class KeysSheet(Sheet):
    """What is asked here is done at once; dialogs say before the click what each act brings about."""

    def __init__(self, context: Context) -> None:
        super().__init__(gap=tokens.FIELD)
        self.context = context

    def look_again(self) -> None:
        """Reads everything anew."""
        layout = self.column()
        margins = layout.contentsMargins()
        empty(layout)
        kept = (margins.left(), margins.top(), margins.right(), margins.bottom())
        fill(layout, self._parts(), layout.spacing(), kept)

    def _parts(self) -> list[Part]:
        known = parts.everything(self.context.workspace)
        own: list[Part] = []
        for owner in dict.fromkeys((part.agency, part.role) for part in known):
            own += self._own(next(each for each in known if (each.agency, each.role) == owner))
        names = {(part.campaign.authority.code, "authority"): part.campaign.authority.name for part in known}
        names |= {(agency.code, "agency"): agency.name for part in known for agency in part.campaign.agencies}
        accepted = [self._accepted(pin, names) for pin in trusting.pins(self.context.workspace)]
        others: list[Part] = [Label(self.tr("Accepted keys of others"), weight="medium"), *accepted]
        if not accepted:
            words = self.tr("None yet. A key is accepted after its code was compared.")
            others.append(Label(words, tone="ink-soft", wrap=True))
        head = row(Icon("key-round", "lead", 20), Label(self.tr("Sealing keys"), "section", weight="bold"), None, gap=8)
        return [head, *own, rule(), *others]

    # One's own ---------------------------------------------------------------------------------------------------

    def _own(self, part: parts.Part) -> list[Part]:
        key = trusting.own_key(self.context.workspace, part)
        if key is None:
            words = self.tr("{name}: no sealing key yet. It is made when one reports or exports for the first time.")
            restore = self._button(
                "key-restore", self.tr("Restore a key…"), "history", partial(self._ask_restore, part)
            )
            return [Label(words.format(name=part.name), tone="ink-soft", wrap=True), row(restore, None)]
        made = self.tr("{name} · made {moment}").format(name=part.name, moment=_moment(key.created_at))
        acts = QWidget()
        lay_flow(
            acts,
            [
                self._button("key-copy", self.tr("Back up…"), "save", partial(self._ask_copy, part)),
                self._button("key-passphrase", self.tr("Change the passphrase…"), "lock", partial(self._ask_new, part)),
                self._button("key-restore", self.tr("Restore a key…"), "history", partial(self._ask_restore, part)),
                self._button("key-replace", self.tr("New key…"), "key-round", partial(self._ask_replace, part)),
            ],
            tokens.NEAR,
        )
        lines: list[Part] = [Label(made, weight="medium", wrap=True), CheckCode(key.check_code, part.name), acts]
        for old in keyring.former(self.context.workspace, part):
            code, reason = in_halves(old.check_code), end_words(old.reason, language.current())
            told = self.tr("Before: {code} · until {moment} · {reason}").format(
                code=code, moment=_moment(old.closed_at), reason=reason
            )
            lines.append(Label(told, "hint", "ink-soft", wrap=True, selectable=True))
        return lines

    def _button(self, name: str, words: str, icon: str, act: object) -> Button:
        button = Button(words, "plain", icon)
        button.setObjectName(name)
        button.clicked.connect(act)
        if name != "key-copy":  # a copy is written elsewhere
            looking.hold(self.context, button)
        return button

    def _ask_new(self, part: parts.Part) -> None:
        dialog = ChangePassphraseDialog(part.name, self.window())
        done = self.tr("The passphrase was changed. Make a new copy of the key: earlier ones keep the old passphrase.")
        dialog.accepted.connect(
            lambda: self.context.run(
                keyring.change_passphrase, part, *dialog.values(), on_done=lambda _: self.context.notices.good(done)
            )
        )
        dialog.open()

    def _ask_replace(self, part: parts.Part) -> None:
        dialog = ReplaceKeyDialog(part.name, part.role is Role.AUTHORITY, self.window())
        dialog.accepted.connect(
            lambda: self.context.run(keyring.replace, part, *dialog.values(), on_done=partial(self._on_kept, part))
        )
        dialog.open()

    def _ask_restore(self, part: parts.Part) -> None:
        has_key = trusting.own_key(self.context.workspace, part) is not None
        dialog = RestoreKeyDialog(part.name, has_key, self.window())

        def restore() -> None:
            told, done = dialog.values(), partial(self._on_kept, part)
            if told.path is not None:
                given = (part, told.path, told.passphrase, told.reason)
                title = self.tr("Opening the copy of the key")
                self.context.run(keyring.restore_file, *given, title=title, on_done=done)
            else:
                given_sheet = (part, told.typed, told.passphrase, told.reason)
                self.context.run(keyring.restore_sheet, *given_sheet, on_done=done)

        dialog.accepted.connect(restore)
        dialog.open()

    def _on_kept(self, part: parts.Part, kept: Kept) -> None:
        told = self.tr("The key of {owner} is in use. Its check code: {code}.")
        self.context.notices.good(told.format(owner=part.name, code=kept.key.check_code))

    def _ask_copy(self, part: parts.Part) -> None:
        dialog = CopyKeyDialog(part.name, self.window())
        dialog.accepted.connect(lambda: self._ask_where(part, *dialog.values()))
        dialog.open()

    def _ask_where(self, part: parts.Part, kind: str, passphrase: str) -> None:
        is_file = kind == FILE
        name = keyring.file_name(part) if is_file else keyring.sheet_name(part)
        kinds = (self.tr("Copies of a key (*.p12)"),) if is_file else (self.tr("Papers (*.pdf)"),)
        make = keyring.back_up if is_file else keyring.print_sheet
        ask_target(
            self, self.tr("Back up the key"), name, kinds,
            lambda path: self.context.run(make, part, path, passphrase, on_done=self._on_copied),
        )  # fmt: skip

    def _on_copied(self, copied: Copied) -> None:
        told = self.tr("Written and checked: {name}. Keep it away from this computer, apart from the passphrase.")
        self.context.notices.good(told.format(name=Path(copied.path).name))

    # Others ------------------------------------------------------------------------------------------------------

    def _accepted(self, pin: trusting.PinnedKey, names: dict[tuple[str, str], str]) -> QWidget:
        name, spoken = names.get((pin.agency, pin.role), pin.agency), language.current()
        since = self.tr("accepted {moment} by {person}").format(moment=_moment(pin.valid_from), person=pin.by or "–")
        ended = self.tr("until {moment}").format(moment=_moment(pin.valid_to)) if pin.valid_to else ""
        told = " · ".join(part for part in (since, how_words(pin.how, spoken), ended) if part)
        good = Badge("shield-check", self.tr("Accepted"), "good")
        stolen = pin.reason == "stolen"
        over = Badge("history", end_words(pin.reason, spoken) or self.tr("Replaced"), "bad" if stolen else "ink-soft")
        code = Label(in_halves(check_code.of_key(pin.spki)), selectable=True)
        words = column(Label(name, weight="medium", wrap=True), code, Label(told, "hint", "ink-soft", wrap=True), gap=0)
        return row((words, 1), over if pin.valid_to else good)


def _moment(stored: str) -> str:
    return language.moment_text(datetime.fromisoformat(stored))
