"""Frameworks: the shipped ones, those of this data folder, in from JSON and Excel, out to both, checked."""

import functools
import json
import os.path
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from app import resources
from app.bundles.medium import part_file, unreadable
from app.domain import checks, framework, results
from app.domain.assessment import Answers, read_answers
from app.domain.changes import Changes, Kind, changed
from app.domain.checks import Problem
from app.domain.framework import Framework, Regulation, Standing
from app.domain.lacking import lacking
from app.domain.numbers import exact_text
from app.domain.scoring import Peers
from app.errors import AppError, cause
from app.operations.workspace import Workspace
from app.storage import frameworks

MAX_JSON_BYTES = 16 << 20
_EXCEL = (".xlsx", ".xlsm")


@dataclass(frozen=True, slots=True)
class FrameworkRow:
    """One framework in a list: `criteria` counts its criteria, `is_shipped` whether it came with the program.

    `regulation`: id of its decision and `decision` its number or title; `missing_criteria`, `missing_points`,
    `missing_groups` (groups without criteria or maximum), `questions`: what it lacks, and how much is still asked.
    """

    id: str
    version: str
    digest: str
    title: str
    standing: Standing
    maximum: str
    criteria: int
    groups: int
    is_shipped: bool
    regulation: str = ""
    decision: str = ""
    missing_criteria: int = 0
    missing_points: str = "0"
    missing_groups: int = 0
    questions: int = 0


@functools.cache
def shipped() -> tuple[Framework, ...]:
    """The frameworks that come with the program by file name, then those of each decision by its folder; read once."""
    paths = resources.FRAMEWORKS.rglob("*.json")
    return tuple(map(read_framework, sorted(paths, key=lambda path: (path.parent != resources.FRAMEWORKS, path))))


def rows(workspace: Workspace | None) -> tuple[FrameworkRow, ...]:
    """Shipped frameworks first, then those of the data folder that are not the same version."""
    known = [_row(value, True) for value in shipped()]
    digests = {row.digest for row in known}
    if workspace is not None:
        with workspace.session():
            known += [_row(value, False) for value in frameworks.everything() if value.digest not in digests]
    return tuple(known)


def everything(workspace: Workspace) -> tuple[Framework, ...]:
    """Every framework at hand, whole: the shipped ones, then those of the data folder that are other versions."""
    known = shipped()
    digests = {value.digest for value in known}
    with workspace.session():
        return (*known, *(value for value in frameworks.everything() if value.digest not in digests))


def find(workspace: Workspace | None, name: str) -> Framework:
    """A framework by file name, by digest or by id (newest version); raises `AppError("framework.unknown")`."""
    path = Path(name)
    if path.suffix.lower() in (".json", *_EXCEL) or (path.suffix and os.path.isfile(name)):  # noqa: PTH113 (never raises, whatever the name)
        return read_framework(path)
    candidates = list(shipped())
    if workspace is not None:
        with workspace.session():
            candidates = [*frameworks.everything(), *candidates]
    for value in candidates:
        if name in (value.id, value.digest, f"{value.id}@{value.version}"):
            return value
    raise AppError("framework.unknown", digest=name)


def read_framework(path: Path) -> Framework:
    """A framework from a JSON file or an Excel workbook.

    Raises `AppError("file.unreadable")`, "data.malformed", "json.unreadable" or the sheet's own list of cells.
    """
    if is_json(path):
        return framework.from_json(read_json(path))
    from app.sheets.framework_book import read_framework as read_book

    return read_book(path)


def write_framework(value: Framework, path: Path) -> None:
    """Writes a framework as JSON or Excel, by the ending of `path`; raises `AppError("file.unwritable")`."""
    if path.suffix.lower() in _EXCEL:
        from app.sheets.framework_book import write_framework as write_book

        write_book(value, path)
    else:
        write_json(framework.to_json(value), path)


def write_answers_form(value: Framework, path: Path, answers: Answers | None = None, name: str = "") -> None:
    """Writes the Excel form for a framework's answers, filled where there are answers."""
    from app.sheets.answers_book import write_answers

    write_answers(value, answers or Answers(), path, name)


def is_json(path: Path) -> bool:
    """Whether a file is meant as JSON, by its name or its beginning; anything else is for the reader of workbooks."""
    if path.suffix.lower() == ".json":
        return True
    try:
        with path.open("rb") as file:
            start = file.read(64).removeprefix(b"\xef\xbb\xbf").lstrip()
    except OSError:
        return False
    return start.startswith((b"{", b"[")) and not start.startswith(b"{\\rtf")


def read_json(path: Path) -> Any:
    """The JSON in a file; raises `AppError("file.unreadable")` or `AppError("json.unreadable", line=…)`."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
    if len(data) > MAX_JSON_BYTES:
        raise AppError("json.unreadable", name=path.name, line=0)
    try:
        return json.loads(data.decode("utf-8-sig"), parse_float=_no_float)
    except json.JSONDecodeError as error:
        raise AppError("json.unreadable", name=path.name, line=error.lineno) from error
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise AppError("json.unreadable", name=path.name, line=0) from error


def write_json(value: Any, path: Path) -> None:
    """Readable JSON in a file, whole or not at all; raises what `part_file` does, else "file.unwritable"."""
    data = (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
    try:
        with part_file(path, len(data)) as made:
            made.file.write(data)
            made.settle()
            made.keep()
    except OSError as error:
        raise AppError("file.unwritable", name=path.name, detail=cause(error)) from error


def _no_float(text: str) -> Any:
    """A number with decimals must be text: as a float it would no longer be what was written."""
    return text


def check(value: Framework) -> tuple[Problem, ...]:
    """Everything remarkable about a framework, errors first."""
    return checks.check(value)


def add(workspace: Workspace, value: Framework) -> Changes:
    """Keeps a framework in the data folder."""
    with workspace.transaction():
        digest = frameworks.add(value, workspace.now())
        workspace.note("framework.added", subject=digest, after=f"{value.id} {value.version}")
    return changed(Kind.FRAMEWORKS, ids={digest})


def score_files(value: Framework, answers: Any) -> tuple[Answers, results.Score]:
    """Answers in their JSON form, scored alone or against the peers given with them.

    Raises `Several("answers.refused", …)`.
    """
    read, peers = read_answers(value, answers)
    return read, _score(value, read, peers)


def score_file(value: Framework, path: Path) -> tuple[Answers, results.Score]:
    """Answers of a JSON file or of the Excel form, scored as `score_files` does.

    Raises what `read_answers_file` raises.
    """
    read, peers = read_answers_file(value, path)
    return read, _score(value, read, peers)


def read_answers_file(value: Framework, path: Path) -> tuple[Answers, dict[str, tuple[Fraction, ...]]]:
    """Answers and what peers reached, from a JSON file or the Excel form.

    Raises `AppError("file.unreadable")`, "json.unreadable", "data.malformed", `Several("answers.refused", …)` or the
    sheet's own list of cells.
    """
    if is_json(path):
        return read_answers(value, read_json(path))
    from app.sheets import answers_book

    return answers_book.read_answers(value, path), answers_book.read_peers(value, path)


def blank_answers(value: Framework) -> Any:
    """Answers in their JSON form with every input there is, still empty: to be filled by another program."""
    responses = {
        place.node.code or place.id: {"inputs": {item.key: None for item in place.criterion.inputs}}
        for place in value.index.criteria()
        if place.criterion is not None
    }
    return {"responses": responses}


def _score(value: Framework, answers: Answers, peers: Mapping[str, tuple[Fraction, ...]]) -> results.Score:
    compared = Peers(measures=peers, points=_peer_points(value, peers), is_complete=bool(peers))
    return results.score(value, answers, compared)


def _peer_points(value: Framework, peers: Any) -> Any:
    """Where a rule is relative to the best, the best peer's points are the maximum: it is its own measure."""
    points = {}
    for node, reached in peers.items():
        place = value.index.places[node]
        relative = place.criterion is not None and results.is_relative(place.criterion.rule)
        best = (place.maximum,) if reached and max(reached) > 0 else ()
        points[node] = best if relative else reached
    return points


def _decision(regulation: Regulation) -> str:
    """Its kind and number, or its title where it has none yet."""
    return f"{regulation.kind} {regulation.number}".strip() if regulation.number else regulation.title


def _row(value: Framework, is_shipped: bool) -> FrameworkRow:
    places = list(value.index.places.values())
    lack, regulation = lacking(value), value.regulation
    return FrameworkRow(
        id=value.id,
        version=value.version,
        digest=value.digest,
        title=value.title,
        standing=value.standing,
        maximum=str(value.totals.maximum),
        criteria=sum(1 for place in places if place.criterion is not None),
        groups=len(value.index.children[""]),
        is_shipped=is_shipped,
        regulation=regulation.id if regulation is not None else "",
        decision=_decision(regulation) if regulation is not None else "",
        missing_criteria=lack.criteria,
        missing_points=exact_text(lack.points),
        missing_groups=len({*lack.uncounted, *lack.unmeasured} - {""}),
        questions=len(lack.questions),
    )
