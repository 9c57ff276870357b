"""One sound bundle for every test that only reads it."""

from pathlib import Path

import pytest

from tests.app.bundles.forging import Sample, make_sample


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    return make_sample(tmp_path_factory.mktemp("mẫu"))


@pytest.fixture
def sink(tmp_path: Path) -> Path:
    folder = tmp_path / "kho tạm"
    folder.mkdir()
    return folder
