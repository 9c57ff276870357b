"""What is worth saying of a data folder when it is opened: that it was upgraded, that it lies in an unusual place."""

from PySide6.QtCore import QCoreApplication

from app import drives
from app.operations import workspace
from ui.context import Context
from ui.notices import Notice

TOLD = "told_of_place"
_UPGRADED = "told_of_upgrade"


def tell(context: Context) -> None:
    """Says it once, as a notice; that nothing can be changed is said every time."""
    opened = context.workspace
    if opened.is_read_only:
        words = QCoreApplication.translate(
            "FolderTold",
            "Look only: nothing can be saved in this folder ({folder}). Everything can be read, checked and printed. "
            "To make changes, copy the whole folder to this computer and open it there.",
        )
        context.notices.show(Notice(words.format(folder=drives.shown(opened.folder)), "warn", lasting=True))
        return
    _tell_upgrade(context)
    place = _place(opened)
    if place and workspace.setting(opened, TOLD) != place:
        workspace.set_setting(opened, TOLD, place)
        context.notices.warn(_words(opened))


def _tell_upgrade(context: Context) -> None:
    if not workspace.setting(context.workspace, workspace.UPGRADE):
        return
    from app.operations.keeping import upgrading  # only where data were upgraded

    last = upgrading.last(context.workspace)
    if last is None or workspace.setting(context.workspace, _UPGRADED) == last.at:
        return
    workspace.set_setting(context.workspace, _UPGRADED, last.at)
    words = QCoreApplication.translate(
        "FolderTold",
        "The data were upgraded from version {before} to {after} and checked: every row and every point is as before. "
        "The data from before are kept; the way back stands in Settings, About.",
    )
    context.notices.good(words.format(before=last.before, after=last.after))


def _place(opened: workspace.Workspace) -> str:
    service = drives.synced_by(opened.folder)
    return service or ("" if opened.drive.kind is drives.Kind.LOCAL else opened.drive.kind.value)


def _words(opened: workspace.Workspace) -> str:
    service = drives.synced_by(opened.folder)
    if service:
        words = QCoreApplication.translate(
            "FolderTold",
            "{service} copies this data folder to other computers by itself and may bring back older files while work "
            "goes on. Keep the data outside of it, and put backups there instead.",
        )
        return words.format(service=service)
    if opened.drive.kind is drives.Kind.SHARE:
        return QCoreApplication.translate(
            "FolderTold",
            "The data folder lies on a network drive: one person at a time can work in it, and saving takes a little "
            "longer. If the network breaks, everything saved before stays.",
        )
    return QCoreApplication.translate(
        "FolderTold",
        "The data folder lies on a stick or removable disk: saving takes a little longer. Close the program before "
        "pulling it out; everything saved before stays.",
    )
