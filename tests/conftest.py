"""What every test stands on: Qt without a screen, folders of its own, examples that stay the same."""

import gc
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from app.bundles import keys, passphrase_cover
from tests import costs

HOME = pytest.StashKey[tempfile.TemporaryDirectory[str]]()

settings.register_profile("steady", derandomize=True, deadline=None, database=None)
settings.register_profile("search", max_examples=2_000, deadline=None, database=None, print_blob=True)
settings.load_profile("steady")

os.environ["QT_QPA_PLATFORM"] = "offscreen"


def pytest_configure(config: pytest.Config) -> None:
    """Point everything that asks for a home, settings, data or cache folder at an empty one."""
    costs.lower()  # `shipped_rounds` and `shipped_work` are for the tests that read them
    config.stash[HOME] = tempfile.TemporaryDirectory(prefix="thuocso-tests-")
    home = Path(config.stash[HOME].name)
    os.environ["HOME"] = str(home)
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = str(home / name.lower())
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)


def pytest_collection_finish() -> None:
    """What stands before the first test stays: the program looks for garbage whenever it closes a folder."""
    gc.collect()
    gc.freeze()


def pytest_unconfigure(config: pytest.Config) -> None:
    config.stash[HOME].cleanup()


@pytest.fixture
def shipped_rounds(monkeypatch: pytest.MonkeyPatch) -> int:
    """Keys are derived as in the program; gives the number of rounds."""
    monkeypatch.setattr(keys, "ROUNDS", costs.ROUNDS)
    return costs.ROUNDS


@pytest.fixture
def shipped_work(monkeypatch: pytest.MonkeyPatch) -> int:
    """Passphrases of backups are derived as in the program; gives the logarithm of the work."""
    monkeypatch.setattr(passphrase_cover, "WORK", costs.WORK)
    return costs.WORK


@pytest.fixture(autouse=True)
def widgets_die_on_their_own_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """As in the program (`ui.garbage`): while windows are open, no thread that computes collects garbage."""
    if "qapp" not in request.fixturenames:
        yield
        return
    gc.disable()
    yield
    gc.collect()
    gc.freeze()  # what is left belongs to later tests as well: not looked at again
    gc.enable()
