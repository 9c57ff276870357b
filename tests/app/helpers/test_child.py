"""A helper does what it is told, and whatever happens to it the program goes on."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from app.errors import AppError, Cause
from app.helpers.child import Child
from app.resources import FOLDER

ROOT = FOLDER.parent
HEAD = """
import os, sys
from app.errors import AppError, Cause
from app.helpers import frames, limits, serving
sys.excepthook = serving.tell_death
MIB = 2**20
"""
METHODS = """
def refuse(): raise AppError("file.unreadable", file="a.pdf", cause=Cause.DENIED)
def fail(secret): raise ValueError(secret)
def state():
    import resource
    kinds = ("AS", "CPU", "FSIZE", "NOFILE", "CORE")
    return [os.getcwd(), dict(os.environ), sys.argv, sorted(sys.modules),
        {kind: resource.getrlimit(getattr(resource, "RLIMIT_" + kind))[1] for kind in kinds}]
def spin():
    while True: pass
def hang():
    import threading
    threading.Event().wait()
def shout():
    os.write(1, b"driver 1.0\\n" * 20_000); return sys.stdin.read()
methods = {
    "echo": lambda **given: given, "refuse": refuse, "fail": fail, "state": state, "spin": spin, "hang": hang,
    "shout": shout, "crash": os.abort, "pid": os.getpid, "eat": lambda: len(bytearray(4096 * MIB)),
    "write": lambda path: open(path, "wb").write(bytes(2 * MIB)), "long": lambda: bytes(80 * MIB),
    "child": lambda: os.spawnlp(os.P_NOWAIT, "sleep", "sleep", "600"),
}
pipes = serving.own_pipes()
limits.apply(limits.Limits(memory=512 * MIB, cpu_seconds=1, file_bytes=MIB))
sys.exit(serving.serve(methods, *pipes))
"""


def helper(body: str = METHODS, environment: tuple[str, ...] = ()) -> Child:
    return Child("", environment, [sys.executable, "-P", "-c", HEAD + body])


@pytest.fixture
def child() -> Iterator[Child]:
    with helper() as one:
        yield one


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_values_and_bytes_come_back_as_they_went(child: Child) -> None:
    given = {"name": "Xã Hòa Bình \udcff", "count": 3, "bytes": bytes(range(256)), "list": [None, True, {"a": b""}]}
    assert child.call("echo", 20, **given) == given


def test_more_than_a_pipe_holds_goes_through_both_ways(child: Child) -> None:
    page = os.urandom(10 * 2**20)
    assert child.call("echo", 60, page=page) == {"page": page}


def test_an_expected_error_arrives_with_its_details(child: Child) -> None:
    with pytest.raises(AppError) as told:
        child.call("refuse", 20)
    assert told.value.code == "file.unreadable"
    assert told.value.details == {"file": "a.pdf", "cause": Cause.DENIED}
    assert isinstance(told.value.details["cause"], Cause)


@pytest.mark.parametrize("method", ["crash", "eat", "spin", "long", "unknown"])
def test_its_death_is_one_error_and_the_next_call_finds_a_new_one(child: Child, method: str) -> None:
    first = child.call("pid", 20)
    with pytest.raises(AppError) as told:
        child.call(method, 60)
    assert told.value.code == "helper.died"
    second = child.call("pid", 20)
    assert second != first
    assert not is_alive(first)


def test_a_file_larger_than_allowed_is_not_written(child: Child, tmp_path: Path) -> None:
    with pytest.raises(AppError, match=r"helper\.died"):
        child.call("write", 20, path=str(tmp_path / "big"))
    assert (tmp_path / "big").stat().st_size <= 2**20


def test_one_that_hangs_is_killed_with_what_it_started(child: Child) -> None:
    pid, grandchild = child.call("pid", 20), child.call("child", 20)
    with pytest.raises(AppError) as told:
        child.call("hang", 0.2)
    assert (told.value.code, told.value.details) == ("helper.too_slow", {"seconds": 0})
    assert not is_alive(pid)
    assert not is_alive(grandchild)
    assert child.call("echo", 20) == {}


def test_what_a_driver_prints_does_not_disturb_and_it_reads_nothing(child: Child) -> None:
    assert child.call("shout", 20) == ""
    assert child.call("echo", 20, a=1) == {"a": 1}
    child.close()
    assert child.log.endswith("driver 1.0\n")
    assert len(child.log) <= 64 * 1024


def test_where_it_died_is_told_but_not_with_what(child: Child) -> None:
    with pytest.raises(AppError, match=r"helper\.died"):
        child.call("fail", 20, secret="Mật mã 2468")
    assert "ValueError" in child.log
    assert "2468" not in child.log


def test_it_sees_neither_the_environment_nor_qt_nor_the_database(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("THUOCSO_PASSPHRASE", "bí mật")
    monkeypatch.setenv("SEEN", "here")
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "__init__.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    with helper(environment=("SEEN", "NOT_SET")) as child:
        folder, environment, argv, modules, limits = child.call("state", 20)
    assert folder == str(ROOT)
    assert environment.pop("SEEN") == "here"
    assert not environment.keys() - {"PYTHONPATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "LD_LIBRARY_PATH"}
    assert argv == ["-c"]
    assert not {"PySide6", "peewee", "sqlite3"} & {name.partition(".")[0] for name in modules}
    assert limits == {"AS": 512 * 2**20, "CPU": 1, "FSIZE": 2**20, "NOFILE": 64, "CORE": 0}


def test_calls_from_several_threads_wait_for_each_other(child: Child) -> None:
    told: list[object] = []
    threads = [Thread(target=lambda at=at: told.append(child.call("echo", 60, at=at)["at"])) for at in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(map(str, told)) == [str(at) for at in range(8)]


def test_closing_ends_it_and_may_be_repeated(child: Child) -> None:
    pid = child.call("pid", 20)
    child.close()
    child.close()
    assert not is_alive(pid)
    assert child.pid is None


def test_it_goes_with_its_parent_even_while_it_hangs() -> None:
    program = (
        "import sys, threading; from tests.app.helpers.test_child import helper; one = helper()\n"
        "print(one.call('pid', 20), flush=True)\n"
        "threading.Thread(target=one.call, args=('hang', 600), daemon=True).start()\n"
        "threading.Event().wait(0.3)\n"
        "import os; os.kill(os.getpid(), 9)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    pid = int(done.stdout)
    for _ in range(200):
        if not is_alive(pid):
            break
        Event().wait(0.05)
    assert not is_alive(pid)


@pytest.mark.parametrize(
    "answer",
    [
        "os.write(1, b'hello')",
        "os.write(1, bytes([255] * 4))",
        "os.write(1, bytes([0, 0, 0, 9]) + b'{}')",
        "os.write(1, bytes([0, 0, 0, 2]) + b'[]')",
        "os.write(1, bytes([0, 0, 0, 2]) + b'{]')",
        "os.write(1, bytes([0, 0, 0, 2]) + b'{}')",
        """frames.write(open(1, "wb"), {"error": 3, "details": {}})""",
        """frames.write(open(1, "wb"), {"error": "a.b", "details": []})""",
        """frames.write(open(1, "wb"), {"value": 1, "more": 2})""",
        """body = b'{"value": {"$bytes": "*"}}'; os.write(1, len(body).to_bytes(4, "big") + body)""",
        """body = b"[" * 100_000; os.write(1, len(body).to_bytes(4, "big") + body)""",
    ],
)
def test_an_answer_that_is_none_counts_as_death(answer: str) -> None:
    with helper(answer) as child, pytest.raises(AppError) as told:
        child.call("echo", 20)
    assert told.value.code == "helper.died"


def test_a_program_that_cannot_be_started_counts_as_death(tmp_path: Path) -> None:
    with Child("", (), [str(tmp_path / "none")]) as child, pytest.raises(AppError, match=r"helper\.died"):
        child.call("echo", 20)


@pytest.mark.parametrize("given", [["--helper"], ["--helper", "nonsense"], ["--helper", "token", "more"]])
@pytest.mark.parametrize("door", ["app", "app.cli.main", "ui"])
def test_only_helpers_that_are_there_are_started(door: str, given: list[str]) -> None:
    code = f"import sys; from {door if door == 'app.cli.main' else door + '.__main__'} import main; sys.exit(main())"
    done = subprocess.run([sys.executable, "-c", code, *given], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (2, b"")
