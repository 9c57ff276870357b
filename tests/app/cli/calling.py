"""Calling the shell the way people and programs do, with every JSON output held against its own schema."""

import functools
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from app.cli.commands import COMMANDS
from app.cli.main import main
from app.cli.registry import DONE

ROOT = Path(__file__).resolve().parents[3]
PASSPHRASE = "một mật khẩu đủ dài"
HOSTILE = "<img src='//10.0.0.9/s/x.png'> R&D a<b =1+1 \u202efdp\x1b[31m"


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def shell(*arguments: str | Path, env: dict[str, str] | None = None, **options: Any) -> Ran:
    """A process of its own."""
    command = [sys.executable, "-m", "app", *map(str, arguments)]
    given = {**os.environ, "PYTHONPATH": str(ROOT), **(env or {})}
    done = subprocess.run(command, capture_output=True, cwd=ROOT, env=given, check=False, **options)
    return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8", "replace"))


class Desk:
    """Somebody at a computer: one data folder, a passphrase file, calls inside this process."""

    def __init__(self, folder: Path, capsys: Any) -> None:
        self.folder = folder
        self._capsys = capsys
        self._passphrase = folder.with_name(f"{folder.name}.txt")
        self._passphrase.write_text(PASSPHRASE + "\n", "utf-8")

    def _call(self, *arguments: str | Path) -> Ran:
        common = ["--data", str(self.folder), "--passphrase-file", str(self._passphrase)]
        self._capsys.readouterr()
        code = main([*common, *map(str, arguments)])
        told = self._capsys.readouterr()
        return Ran(code, told.out, told.err)

    def does(self, *arguments: str | Path, code: int = DONE) -> Any:
        """The JSON of a call, true to the schema of its command."""
        ran = self._call(*arguments, "--json")
        assert (ran.code, ran.err) == (code, ""), ran.out + ran.err
        value = ran.json
        validator("error" if set(value) == {"error"} else command_of(arguments)).validate(value)
        return value

    def refused(self, *arguments: str | Path) -> dict[str, Any]:
        """The error of a call that is refused."""
        return dict(self.does(*arguments, code=1)["error"])

    def reads(self, *arguments: str | Path, code: int = DONE) -> str:
        """What a person reads on the screen."""
        ran = self._call(*arguments)
        assert ran.code == code, ran.err
        return ran.out if code == DONE else ran.err


def command_of(arguments: tuple[str | Path, ...]) -> str:
    words = [str(word) for word in arguments]
    names = {command.name for command in COMMANDS}
    return " ".join(words[:2]) if " ".join(words[:2]) in names else words[0]


def schema(name: str) -> Any:
    from argparse import Namespace

    from app.cli.commands import schemas
    from app.cli.context import Context

    made = schemas._output(Context(Namespace(), "vi"), Namespace(name=name.split()))
    Draft202012Validator.check_schema(made)
    return made


@functools.cache
def validator(name: str) -> Draft202012Validator:
    """What holds an output against its schema, which is made and checked once."""
    return Draft202012Validator(schema(name))
