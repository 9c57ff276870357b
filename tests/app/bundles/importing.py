"""An authority's house that takes mutants of a real submission in: the whole way from file to database."""

import shutil
from pathlib import Path
from random import Random

from app.bundles import names
from app.operations import folders
from app.operations.authority import collecting
from app.storage import campaigns
from tests.app.bundles.mutating import entries_of, mutant, replaced, said_anew
from tests.app.bundles.mutating_inside import json_mutant, relisted
from tests.app.operations.conftest import Clock
from tests.app.operations.houses import Houses

RENEWED = 100  # imports after which the house is made anew


def prepare(folder: Path) -> None:
    """A campaign and one sealed submission in `folder`, made once: sealing takes its time."""
    if (folder / "X1.thuocso").exists():
        return
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    houses = Houses(folder, Clock())
    houses.open_campaign()
    houses.fill_in("X1")
    houses.send("X1").rename(folder / "X1.thuocso")


class House:
    """A copy of the authority's folder; `take` imports one file into it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._taken = 0

    def prepare(self, made: Path, *, take: bool = True) -> None:
        """Copies what `prepare` made, so that nothing outside is needed any more; `take` imports it once."""
        self._folder.mkdir(parents=True)
        shutil.copytree(made / "SKHCN", self._folder / "new")
        self.sound = (made / "X1.thuocso").read_bytes()
        self._renew()
        if take:
            path = self._folder / "X1.thuocso"
            path.write_bytes(self.sound)
            assert self.take(path) == "import: received"

    def _renew(self) -> None:
        if self._taken:
            self.here.close()
            shutil.rmtree(self._folder / "now")
        shutil.copytree(self._folder / "new", self._folder / "now")
        self.here = folders.open_workspace(self._folder / "now", Clock())
        with self.here.session():
            self.part = campaigns.parts()[0].id

    def close(self) -> None:
        self.here.close()

    def mutant(self, chance: Random) -> tuple[str, bytes]:
        """What the submission says, changed, put together again honestly and sealed by a stranger."""
        if chance.random() < 0.1:
            return "imported: any", mutant(chance, [self.sound])[1]
        entries = entries_of(self.sound)
        name = names.CONTENT if chance.random() < 0.8 else names.BUNDLE
        entries = replaced(entries, name, json_mutant(chance, dict(entries)[name]))
        if name == names.CONTENT:
            entries = relisted(entries, with_frameworks=False)
        return "imported", said_anew(entries)

    def take(self, path: Path) -> str:
        """Imports the file; what became of it."""
        self._taken += 1
        if self._taken % RENEWED == 0:
            self._renew()
        (taken,) = collecting.import_paths(self.here, self.part, [path]).files
        collecting.board(self.here, self.part)
        incoming = self.here.evidence.incoming
        if any(incoming.iterdir()):
            return "left behind"
        return f"import: {taken.outcome}" if taken.error is None else taken.error.code
