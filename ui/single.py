"""One window per data folder: a second start hands its file to the first and brings it forward."""

import hashlib
import json
import sys
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT = 2000  # milliseconds a second start gives the first to answer
_PAUSE = 100  # milliseconds between two knocks
_LONGEST = 64 * 1024


def place_name(folder: Path) -> str:
    """The name of the meeting place of one data folder, the same however the folder was written."""
    return "thuocso-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:24]


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

    def _let_come_forward() -> None:
        """Windows lets only the program the person has just started put another one's window in front."""
        ctypes.windll.user32.AllowSetForegroundWindow(-1)  # ASFW_ANY

else:

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
        QLocalServer.removeServer(place_name(folder))
        self._server.listen(place_name(folder))

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
