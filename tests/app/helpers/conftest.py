"""A device of one's own for each test."""

from pathlib import Path

import pytest

from tests.app.helpers.devices import Device


@pytest.fixture
def device(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Device:
    """SoftHSM without a token yet; the program finds its settings as it would a person's."""
    made = Device(tmp_path / "device")
    monkeypatch.setenv("SOFTHSM2_CONF", str(made.conf))
    return made
