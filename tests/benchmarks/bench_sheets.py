"""How long a framework workbook of many criteria takes to write and to read; printed with the goal, not asserted.

    python tests/benchmarks/bench_sheets.py [--criteria 300] [--times 5]

Goal: 300 criteria are read in at most one second once the program has started; so are 200 cells that are wrong,
with a copy in which they are marked.
"""

import argparse
import itertools
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import openpyxl

from app import resources
from app.domain.framework import Framework, Group, Node, from_json
from app.errors import Several
from app.operations.frameworks import marking
from app.sheets import framework_columns as columns
from app.sheets.framework_book import read_framework, write_framework

GOAL = 1000


def make_framework(criteria: int) -> Framework:
    """The illustrative set again and again, until it has that many criteria: every kind of rule, real Vietnamese."""
    model = from_json(json.loads((resources.FRAMEWORKS / "minh-hoa-xa.json").read_text("utf-8")))
    size = sum(1 for _ in model.index.criteria())
    copies = range(1, -(-criteria // size) + 1)
    nodes = tuple(itertools.chain.from_iterable((_copied(node, copy) for node in model.nodes) for copy in copies))
    return replace(model, nodes=nodes)


def _copied(node: Node, copy: int) -> Node:
    own = replace(node, id=f"{node.id}-{copy}", code=f"{copy}.{node.code}")
    return replace(own, nodes=tuple(_copied(child, copy) for child in own.nodes)) if isinstance(own, Group) else own


def spoil(path: Path, cells: int) -> None:
    """Makes so many cells of the workbook wrong."""
    book = openpyxl.load_workbook(path)
    sheet = book[columns.NODES]
    at = next(cell.column for cell in sheet[1] if cell.value == "Điểm tối đa")
    for row in range(2, 2 + cells):
        sheet.cell(row, at).value = "hai mươi"
    book.save(path)


def refused(path: Path) -> Several:
    try:
        read_framework(path)
    except Several as error:
        return error
    raise SystemExit("the spoilt workbook was not refused")


def tell(name: str, times: int, act: Callable[[], Any]) -> None:
    act()  # what is loaded on first use belongs to the start
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        taken.append((time.perf_counter() - start) * 1000)
    print(f"{name:44} median {statistics.median(taken):6.0f} ms   worst {max(taken):6.0f} ms")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--criteria", type=int, default=300)
    parser.add_argument("--times", type=int, default=5)
    options = parser.parse_args()
    framework = make_framework(options.criteria)
    with tempfile.TemporaryDirectory() as place:
        path, bad = Path(place) / "bộ.xlsx", Path(place) / "sai.xlsx"
        print(f"{sum(1 for _ in framework.index.criteria())} criteria; goal {GOAL} ms")
        tell("write", options.times, lambda: write_framework(framework, path))
        tell("read", options.times, lambda: read_framework(path))
        write_framework(framework, bad)
        spoil(bad, 200)
        error = refused(bad)
        tell(f"read with {len(error.errors)} cells wrong", options.times, lambda: refused(bad))
        tell("mark them in a copy", options.times, lambda: marking.mark_cells(bad, error, Path(place) / "bản.xlsx"))


if __name__ == "__main__":
    main()
