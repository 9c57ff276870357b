from collections.abc import Callable
from pathlib import Path

import pytest

from tests.app.cli.calling import Desk


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[str], Desk]:
    return lambda name: Desk(tmp_path / name, capsys)
