"""The conformance folder is what its builder makes, and every file in it gets the verdict its place and table say."""

import filecmp
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from app.bundles.reading import RefusedBundle, inspect, open_verified
from app.bundles.trust import Light
from tests.app.bundles import fixed
from tests.app.bundles.conformance import FOLDER, INVALID, UNKNOWN, VALID, WARNING, Case, build, cases, judge, told_of
from tests.app.bundles.forging import NOW

CASES = {case.name: case for case in cases()}
EXIT = {"VALID": 0, "UNKNOWN": 10, "INVALID": 20}


@pytest.mark.parametrize("name", CASES)
def test_each_file_gets_its_verdict_code_and_sentence(name: str, sink: Path) -> None:
    case, path = CASES[name], FOLDER / name
    verdict = judge(case, path)
    codes = [reason.code for reason in verdict.reasons]
    assert verdict.light.value == case.verdict, verdict.reasons
    assert (case.code in codes) if case.code else codes == []
    assert f"| `{name}` | {case.told} | {case.verdict} | {case.code} | {told_of(case, verdict)} |" in table()
    inspect(path)
    if verdict.light is Light.INVALID:
        with pytest.raises(RefusedBundle) as refused:
            open_verified(path, sink, fixed.policy(case.judged), NOW)
        assert refused.value.verdict == verdict
        assert list(sink.iterdir()) == []
    else:
        received = open_verified(path, sink, fixed.policy(case.judged), NOW)
        assert len(list(sink.iterdir())) == len(received.evidence)


def table() -> list[str]:
    return (FOLDER / "README.md").read_text("utf-8").splitlines()


@pytest.mark.slow  # every report and seal is made anew
def test_the_folder_is_what_its_builder_makes(tmp_path: Path) -> None:
    """Where this fails after a change that was meant: run ``python tests/data/bundles/build.py``."""
    build(tmp_path)
    for name in (VALID, UNKNOWN, INVALID, WARNING, "keys"):
        compared = filecmp.dircmp(tmp_path / name, FOLDER / name)
        assert (compared.left_only, compared.right_only) == ([], [])
        _, different, broken = filecmp.cmpfiles(tmp_path / name, FOLDER / name, compared.common_files, shallow=False)
        assert (different, broken) == ([], [])
    assert (tmp_path / "README.md").read_text("utf-8") == (FOLDER / "README.md").read_text("utf-8")


def test_the_folder_is_large_in_faults_and_small_in_bytes() -> None:
    counted = Counter(case.folder for case in CASES.values())
    assert counted[INVALID] >= 200
    assert min(counted[VALID], counted[UNKNOWN], counted[WARNING]) >= 3
    assert sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file()) <= 3 << 20
    on_disk = {path.relative_to(FOLDER).as_posix() for path in FOLDER.glob("*/*") if path.parent.name != "keys"}
    assert {name for name in on_disk if "__pycache__" not in name} == CASES.keys()


def shell(case: Case) -> "subprocess.CompletedProcess[str]":
    trusted = [f"--trust={code}={FOLDER / 'keys' / code}.pem" for code in (fixed.COMMUNE, fixed.AUTHORITY)]
    command = [sys.executable, "-m", "app", "bundle", "verify", str(FOLDER / case.name), *trusted]
    return subprocess.run(
        [*command, f"--at={NOW.isoformat()}", "--json"], capture_output=True, text=True, check=False, timeout=60
    )


ONE_OF_EACH = [
    next(case for case in CASES.values() if case.folder == folder and case.shell and case.verdict == light)
    for folder, light in (
        (VALID, "VALID"),
        (UNKNOWN, "UNKNOWN"),
        (INVALID, "INVALID"),
        (WARNING, "VALID"),
        (WARNING, "UNKNOWN"),
    )
]


def check_shell(case: Case) -> None:
    done = shell(case)
    assert done.returncode == EXIT[case.verdict], done.stdout + done.stderr
    told = json.loads(done.stdout)
    assert told["verdict"] == case.verdict
    assert case.code in [reason["code"] for reason in told["reasons"]] or not case.code


@pytest.mark.parametrize("case", ONE_OF_EACH, ids=lambda case: case.name)
def test_the_shell_comes_to_the_same_verdict(case: Case) -> None:
    check_shell(case)


@pytest.mark.slow
@pytest.mark.parametrize("case", [case for case in CASES.values() if case.shell], ids=lambda case: case.name)
def test_the_shell_comes_to_the_same_verdict_on_every_file(case: Case) -> None:
    check_shell(case)
