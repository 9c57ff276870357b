"""Mutants by chance: none is VALID unless it says what a sound bundle says, none surprises the reader.

``python3 packaging/dev.py fuzz --minutes N`` reads many more, in processes with limits and under watch.
"""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.bundles.reading import RefusedBundle, inspect, open_verified
from app.bundles.signing import read_seal
from app.bundles.trust import Light
from tests.app.bundles import fixed, importing
from tests.app.bundles.conformance import FOLDER
from tests.app.bundles.forging import NOW
from tests.app.bundles.mutating import KINDS, mutant, stranger_seal
from tests.architecture.project import ROOT

SOUND = [path.read_bytes() for path in sorted((FOLDER / "valid").glob("*.thuocso"))]


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str | None, str | None]]:
    """Content and seal digests of the sound bundles."""
    path = tmp_path_factory.mktemp("sound") / "x"
    found = set()
    for data in SOUND:
        path.write_bytes(data)
        verdict = open_verified(path, None, fixed.policy(), NOW).verdict
        found.add((verdict.content_digest, verdict.seal_digest))
    return found


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(chance=st.integers(0, 2**64))
def test_no_mutant_is_valid_or_surprises(
    kind: str, chance: int, known: set[tuple[str | None, str | None]], tmp_path: Path
) -> None:
    path, sink = tmp_path / "x", tmp_path / "sink"
    sink.mkdir(exist_ok=True)
    path.write_bytes(mutant(Random(chance), SOUND, kind)[1])
    inspect(path)
    try:
        verdict = open_verified(path, sink, fixed.policy(), NOW).verdict
        assert verdict.light is not Light.VALID or (verdict.content_digest, verdict.seal_digest) in known
    except RefusedBundle:
        assert not list(sink.iterdir())
    finally:
        for left in sink.iterdir():
            left.unlink()


def test_entries_that_share_bytes_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "x"
    for number in range(100):
        kind, data = mutant(Random(number), SOUND, "overlapping")
        assert kind == "overlapping"
        path.write_bytes(data)
        with pytest.raises(RefusedBundle):
            open_verified(path, None, fixed.policy(), NOW)


def test_a_stranger_seals_as_the_program_does() -> None:
    assert {read_seal(stranger_seal(b"%d" % n), b"%d" % n).spki for n in range(20)} == {fixed.STRANGER.spki}


def test_mutants_of_a_submission_are_imported_or_refused(tmp_path: Path) -> None:
    """The whole way into the database, by what the content says."""
    importing.prepare(tmp_path / "made")
    house = importing.House(tmp_path / "house")
    house.prepare(tmp_path / "made")
    told = set()
    with closing(house):
        for number in range(25):
            path = tmp_path / "x.thuocso"
            path.write_bytes(house.mutant(Random(number))[1])
            told.add(house.take(path))
    assert "bundle.content_malformed" in told
    assert any(each.startswith("import: ") for each in told)
    assert "left behind" not in told


def fuzz(folder: Path, *more: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, ROOT / "packaging" / "fuzz.py", "--seed", "11", "--keep", folder / "kept", *more]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300, env=dict(os.environ))


@pytest.mark.slow
def test_the_runner_counts_and_finds_nothing(tmp_path: Path) -> None:
    done = fuzz(tmp_path, "--mutants", "1500", "--minutes", "4")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1500 mutants" in done.stdout
    assert "0 to be looked at" in done.stdout
