"""Ways to ask the packaged program, and the same program on this machine."""

import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

from app.helpers.child import Child
from tests.packages.wine.building import ROOT
from tests.packages.wine.computer import Computer


def shell(computer: Computer, program: Path | str, *arguments: str, code: int = 0, timeout: float = 300) -> Any:
    """What `thuocso-cli … --json` in the folder `program` says; it ends with `code`, 0 standing for verdicts too."""
    done = computer.run(f"{program}/thuocso-cli.exe", *arguments, "--json", timeout=timeout)
    assert done.returncode in ((0, 10, 20) if code == 0 else (code,)), done.stderr + done.stdout
    return SimpleNamespace(code=done.returncode, **json.loads(done.stdout))


class Begun(NamedTuple):
    """A campaign of one commune: its authority's data folder here, the file with its passphrase."""

    data: Path
    secret: Path
    title: str = "Đánh giá chuyển đổi số năm 2026"
    code: str = "X1"
    agency: str = "Xã Hòa Bình"


def begun(place: Path) -> Begun:
    """Begins one in an empty folder."""
    made = Begun(place / "sở", place / "mật khẩu.txt")
    agencies = place / "xã.json"
    listed = [{"code": made.code, "name": made.agency, "target_group": "xa"}]
    agencies.write_text(json.dumps(listed, ensure_ascii=False), "utf-8")
    made.secret.write_text("mật khẩu của sở\n", "utf-8")
    here(
        *("campaign", "create", "--title", made.title, "--framework", "minh-hoa-xa", "--agencies", agencies),
        *("--authority-code", "SKHCN", "--authority-name", "Sở Khoa học và Công nghệ", "--period", "Năm 2026"),
        *("--round", "31/12/2099", "--person", "Trần Thị Lan, Chuyên viên", "--data", made.data),
    )
    return made


def child(computer: Computer, program: Path, helper: str) -> Child:
    """A helper process of the packaged program, asked from this side as the program does."""
    computer.stay_awake()
    settings = (f"{name}={value}" for name, value in computer.environment.items())
    return Child(helper, command=["env", *settings, "wine", str(program), "--helper", helper])


def here(*arguments: str | Path) -> Any:
    """The same of the program as it runs on this machine."""
    command = [sys.executable, "-m", "app", *arguments, "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=1_200, check=False)
    assert done.returncode in (0, 10, 20), done.stderr + done.stdout
    return SimpleNamespace(code=done.returncode, **json.loads(done.stdout))
