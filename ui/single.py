"""One window per data folder: a second start hands its file to the first and brings it forward."""

import hashlib
import json
import logging
import os
import sys
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT = 2000  # milliseconds a second start gives the first to answer
_PAUSE = 100  # milliseconds between two knocks
_LONGEST = 64 * 1024
_LONGEST_PLACE = 60  # bytes of a folder's name: a socket's whole name has 107, and Qt adds to it while it is made

_log = logging.getLogger("thuocso")


def place_name(folder: Path) -> str:
    """The meeting place of one person's window on a data folder, the same however the folder was written.

    What somebody else's killed window left is not in the way, and nobody else can sit there: "" where that can't be
    had, and then there is no meeting.
    """
    name = "thuocso-" + hashlib.sha256(os.fsencode(f"{_person()} {folder.resolve()}")).hexdigest()[:24]
    return _own_place(name)


def hand_over(folder: Path, path: Path | None, patience: int = 0) -> bool:
    """Give `path` to the window that has this folder open; False when there is none.

    A window that is only just opening has no door yet: for so many milliseconds it is knocked at again.
    """
    until = QDeadlineTimer(patience)
    while not _is_taken(folder, path):
        if until.hasExpired():
            return False
        QThread.msleep(_PAUSE)
    return True


def _is_taken(folder: Path, path: Path | None) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(place_name(folder))
    if not socket.waitForConnected(_WAIT):
        return False
    _let_come_forward()
    told = {"open": str(path.resolve()) if path is not None else None}
    socket.write(json.dumps(told).encode() + b"\n")
    # the answer tells a living window from one whose name was left behind
    answered = socket.waitForBytesWritten(_WAIT) and socket.waitForReadyRead(_WAIT)
    socket.disconnectFromServer()
    return bool(answered)


if sys.platform == "win32":
    import ctypes

    def _person() -> str:
        return os.environ.get("USERNAME", "")

    def _own_place(name: str) -> str:
        """Pipes lie in no folder, and refuse everybody but who made them."""
        return name

    def _let_come_forward() -> None:
        """Windows lets only the program the person has just started put another one's window in front."""
        ctypes.windll.user32.AllowSetForegroundWindow(-1)  # ASFW_ANY

else:
    from ui.passing import is_closed, own_folder

    def _person() -> str:
        return str(os.getuid())

    def _own_place(name: str) -> str:
        """A path in a folder that nobody else may enter: the one the system keeps for this person, else our own."""
        kept = os.environ.get("XDG_RUNTIME_DIR", "")
        if kept.startswith("/") and is_closed(Path(kept)) and len(os.fsencode(kept)) < _LONGEST_PLACE:
            return f"{kept}/{name}"
        try:
            return f"{own_folder()}/{name}"
        except OSError:
            return ""

    def _let_come_forward() -> None:
        """Here a window comes forward by itself."""


class Doorkeeper(QObject):
    """Listens for second starts; `called` carries a `Path` or None."""

    called = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        # a name left behind by a window that was killed; a living one would have answered `hand_over`
        place = place_name(folder)
        QLocalServer.removeServer(place)
        if not self._server.listen(place):
            _log.warning("no meeting place for a second start: %s", self._server.errorString())

    def _on_connection(self) -> None:
        _Visit(self._server.nextPendingConnection(), self)


class _Visit(QObject):
    """One second start at the door; lives as long as its socket, which belongs to the server.

    WORKAROUND: the socket is not deleted when the other end hangs up. PySide 6.11 would delete it a second time
    together with the server ("shared QObject was deleted directly"); a few closed sockets a day cost nothing.
    """

    def __init__(self, socket: QLocalSocket, keeper: Doorkeeper) -> None:
        super().__init__(socket)
        self._socket, self._keeper = socket, keeper
        socket.readyRead.connect(self._on_ready)

    def _on_ready(self) -> None:
        if not self._socket.canReadLine():
            if self._socket.bytesAvailable() > _LONGEST:
                self._socket.abort()
            return
        line = bytes(self._socket.readLine(_LONGEST).data())
        self._socket.write(b"here\n")
        self._socket.flush()
        self._keeper.called.emit(_read(line))


def _read(line: bytes) -> Path | None:
    """What a second start wrote; anything else only brings the window forward."""
    try:
        told = json.loads(line)
    except ValueError:
        return None
    path = told.get("open") if isinstance(told, dict) else None
    return Path(path) if isinstance(path, str) else None
