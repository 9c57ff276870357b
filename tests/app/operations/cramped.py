"""Stages of the work on a disk that fills: run by `test_full_disk` in a mount namespace of its own.

    python -m tests.app.operations.cramped FOLDER STAGE…

FOLDER/STAGE holds what the stage needs; a disk of 48 MB is mounted in it. The stage is tried with more and more room
until it succeeds. After every try that did not, data and disk must be as they were. Tells each try of each stage as
JSON: code, sentence, harm.
"""

import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from app.errors import AppError
from app.operations import folders, workspace
from app.operations.authority import campaigning, collecting, sticks
from app.operations.commune import assessing, evidencing, submitting
from app.operations.frameworks import authoring
from app.operations.keeping import backing_up, checking, restoring
from app.operations.workspace import DATABASE
from app.wording import sentence
from tests import costs
from tests.app.operations.houses import SECRET
from tests.app.operations.sets import small_set

ROOM = (0, 4, 16, 64, 128, 256, 512, 1024, 4096)  # KiB left on the disk
PAGE = 4096
Act = Callable[[], object]
State = tuple[dict[str, list[tuple[object, ...]]] | None, list[str]]


class Disk:
    """A small disk of its own, which can be filled up to a few bytes and emptied again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=48m", "none", folder], check=True)
        self._ballast = folder / ".ballast"

    def leave(self, room: int) -> None:
        """Nothing but `room` bytes is left."""
        with self._ballast.open("wb") as file:
            spare = shutil.disk_usage(self.folder).free - room
            file.write(bytes(max(0, spare)))

    def clear(self) -> None:
        self._ballast.unlink(missing_ok=True)


def rows(data: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything in a database but the journal and what is remembered for convenience."""
    with closing(sqlite3.connect(data / DATABASE)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        kept = [name for name in names if name not in ("journal", "setting")]
        return {name: sorted(connection.execute(f'SELECT * FROM "{name}"'), key=repr) for name in kept}


def files(folder: Path) -> list[str]:
    passing = (f"{DATABASE}-wal", f"{DATABASE}-shm", ".ballast")
    found = (path for path in folder.rglob("*") if path.is_file() and path.name not in passing)
    return sorted(str(path.relative_to(folder)) for path in found)


def different(before: State, after: State) -> str:
    """The first things that stand in one state and not in the other."""
    said = [*sorted(set(before[1]) ^ set(after[1]))]
    for table, old in (before[0] or {}).items():
        new = (after[0] or {}).get(table, [])
        said += [f"{table}: {row!r:.200}" for row in [*old, *new] if (row in old) != (row in new)]
    return "; ".join(said[:5]) or "changed"


class Stage:
    """`data` is the folder worked in, `disk` what is cramped; both may be one."""

    def __init__(self, name: str, folder: Path) -> None:
        self.folder = folder
        self.disk = Disk(folder / "ổ nhỏ")
        self.inputs = folder / "nguồn"
        self.data = self.disk.folder / "dữ liệu"
        self.told: dict[str, str] = json.loads((folder / "told.json").read_text("utf-8"))
        self.act: Act = getattr(self, name)

    def brought(self, name: str, *, elsewhere: bool = False) -> workspace.Workspace:
        """The data folder of that name, once copied, opened."""
        if elsewhere:
            self.data = self.folder / "nơi khác"
        if not self.data.exists():
            shutil.copytree(self.folder / name, self.data)
        return folders.open_workspace(self.data)

    def tried(self) -> list[dict[str, object]]:
        told: list[dict[str, object]] = []
        self.prepare()
        for room in ROOM:
            before = self.state()
            self.disk.leave(room * 1024)
            try:
                self.act()
            except AppError as error:
                self.disk.clear()
                told.append({"room": room, "code": error.code, "sentence": sentence(error), "harm": self.harm(before)})
            else:
                self.disk.clear()
                told.append({"room": room, "code": "", "sentence": "", "harm": self.unsound()})
                return told
        return told

    def prepare(self) -> None:
        """What lies there before the disk is cramped."""
        if self.act.__name__ not in ("first_start", "restore"):
            elsewhere = self.act.__name__ in ("export", "stick", "backup", "workbook", "report")
            self.brought(self.told["house"], elsewhere=elsewhere).close()

    def state(self) -> State:
        return (rows(self.data) if (self.data / DATABASE).exists() else None, files(self.disk.folder))

    def harm(self, before: State) -> str:
        """What a try that did not succeed left changed, or an empty text."""
        if self.act.__name__ == "first_start":
            folders.open_workspace(self.data).close()
            shutil.rmtree(self.data)
            return ""
        after = self.state()
        return self.unsound() if after == before else different(before, after)

    def unsound(self) -> str:
        if not self.data.exists():
            return ""
        folders.open_workspace(self.data).close()
        found = checking.doctor(self.data).findings
        return ", ".join(f"{item.code} {item.detail}" for item in found)

    def _in(self, do: Callable[[workspace.Workspace], object]) -> None:
        opened = folders.open_workspace(self.data)
        try:
            do(opened)
        finally:
            opened.close()

    # The stages ----------------------------------------------------------------------------------------------------

    def first_start(self) -> None:
        folders.open_workspace(self.data).close()

    def start(self) -> None:
        folders.open_workspace(self.data).close()

    def answer(self) -> None:
        words = "Giải trình dài. " * 2000
        self._in(lambda here: assessing.answer(here, self.told["part"], "1.1", explanation=words))

    def attach(self) -> None:
        papers = sorted(self.inputs.iterdir())
        self._in(lambda here: evidencing.attach(here, self.told["part"], "2.2", papers))

    def paste(self) -> None:
        data = b"\x89PNG\r\n\x1a\n" + bytes(200_000)
        self._in(lambda here: evidencing.attach_pasted(here, self.told["part"], "2.2", data, "ảnh chụp.png"))

    def freeze(self) -> None:
        self._in(lambda here: submitting.freeze(here, self.told["part"], "Nguyễn Văn An", "Chủ tịch"))

    def export(self) -> None:
        out = self.disk.folder
        self._in(lambda here: submitting.seal_and_export(here, self.told["part"], out, SECRET))

    def stick(self) -> None:
        installer = self.folder / "cài đặt.exe"
        installer.write_bytes(b"MZ" + bytes(200_000))
        enclosed = sticks.Enclosed(installer=installer)
        self._in(lambda here: sticks.write(here, self.told["part"], self.disk.folder, enclosed))

    def take_up(self) -> None:
        self._in(lambda here: campaigning.accept(here, Path(self.told["campaign"]), "X2"))

    def receive(self) -> None:
        def take(here: workspace.Workspace) -> None:
            drop = collecting.import_paths(here, self.told["part"], [Path(self.told["sent"])])
            if drop.files[0].error is not None:
                raise drop.files[0].error

        self._in(take)

    def backup(self) -> None:
        self._in(lambda here: backing_up.backup(here, self.disk.folder / "sao lưu.zip"))

    def backup_from(self) -> None:
        self._in(lambda here: backing_up.backup(here, self.folder / "sao lưu.zip"))

    def restore(self) -> None:
        restoring.restore(Path(self.told["backup"]), self.data)

    def report(self) -> None:
        self._in(lambda here: submitting.print_report(here, self.told["part"], self.disk.folder / "Báo cáo.pdf"))

    def workbook(self) -> None:
        authoring.write_framework(small_set(), self.disk.folder / "Bộ chỉ số.xlsx")


if __name__ == "__main__":
    costs.lower()
    told = {name: Stage(name, Path(sys.argv[1], name)).tried() for name in sys.argv[2:]}
    print(json.dumps(told, ensure_ascii=False))
