"""What every file keeps to itself, and what the few files at the top promise together."""

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest

from app import VERSION
from tests.architecture.project import ROOT, texts

MACHINE = re.compile(r"(?<![\w.<])/(?:work|farm|root|tmp|home)/[A-Za-z]")
REGISTRY = re.compile(
    r"pypi\.(?:org|python)|pythonhosted\.|registry\.npm|registry\.yarn|deb\.debian\.|archive\.ubuntu\.|proxy\.golang\."
    r"|--(?:(?:extra-)?index-url|find-links|trusted-host)",
)


@pytest.mark.parametrize(
    ("pattern", "planted", "innocent"),
    [
        (MACHINE, 'path = "/{}/main/app"'.format("work"), "app/work/main"),
        (MACHINE, "/{}/nguyen/x".format("home"), "https://example.vn/home/nguyen"),
        (MACHINE, "cp a /{}/b".format("tmp"), "tmp/b"),
        (REGISTRY, "https://{}.org/simple".format("pypi"), "pypi packages"),
        (REGISTRY, "pip install --{} x".format("find-links"), "find links"),
    ],
)
def test_patterns_tell_planted_from_innocent(pattern: re.Pattern[str], planted: str, innocent: str) -> None:
    assert pattern.search(planted)
    assert not pattern.search(innocent)


@pytest.mark.parametrize("pattern", [MACHINE, REGISTRY], ids=["machine paths", "registry hosts"])
def test_no_file_tells_where_it_was_made(pattern: re.Pattern[str]) -> None:
    told = [
        f"{path}:{number}: {line.strip()[:100]}"
        for path, text in texts()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]
    assert told == []


def test_version_is_told_once() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == VERSION


@pytest.mark.parametrize("command", ["run", "test"])
def test_readme_shows_both_commands(command: str) -> None:
    assert f"python3 packaging/dev.py {command}" in (ROOT / "README.md").read_text("utf-8")


WAY_IN = [ROOT / "packaging" / name for name in ("build.py", "dev.py", "machine.py")]
WAY_IN += [path for path in (ROOT / "packaging" / "building").glob("*.py") if path.name != "windows_icon.py"]


@pytest.mark.parametrize("path", sorted(WAY_IN), ids=lambda path: path.name)
def test_the_way_in_needs_nothing_but_an_old_python(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"), feature_version=(3, 9))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Match | ast.TryStar)]
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    tops = {name.partition(".")[0] for name in imported}
    assert tops <= sys.stdlib_module_names | {"building", "machine"}


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock", "requirements-build.lock"])
def test_lock_pins_every_package_by_digest(name: str) -> None:
    requirements = (ROOT / "packaging" / name).read_text("utf-8").replace("\\\n", " ").splitlines()
    pinned = [line for line in requirements if not line.startswith("#")]
    assert len(pinned) > 10
    assert [line for line in pinned if not re.match(r"[a-z0-9-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", line)] == []


def test_locks_agree() -> None:
    def versions(name: str) -> dict[str, str]:
        text = (ROOT / "packaging" / name).read_text("utf-8")
        return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))

    run = versions("requirements.lock")
    for other in (versions("requirements-dev.lock"), versions("requirements-build.lock")):
        assert run == {package: other.get(package) for package in run}
