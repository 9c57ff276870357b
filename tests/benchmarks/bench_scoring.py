"""How long scoring and ranking take, printed with the goals; nothing is asserted.

python tests/benchmarks/bench_scoring.py [--agencies 3321] [--criteria 100]
"""

import argparse
import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.domain import framework, ranking, results
from app.domain.agency import Agency
from app.domain.assessment import Answers, Response
from app.domain.framework import Framework
from app.domain.ranking import Candidate

RULE = {
    "type": "scored",
    "measure": {"type": "ratio", "numerator": "a", "denominator": "b"},
    "scale": {"type": "bands", "bands": [{"below": "75%", "kind": "literal"}, {"at_least": "75%"}]},
}
INPUTS = [{"key": "a", "label": "Số hồ sơ nộp trực tuyến"}, {"key": "b", "label": "Tổng số hồ sơ"}]


def make_framework(criteria: int) -> Framework:
    """Ratio criteria of one point each, ten a group."""
    groups = []
    for first in range(0, criteria, 10):
        nodes: list[Any] = [
            {"type": "criterion", "code": f"{first}.{n}", "title": "x", "maximum": "1", "rule": RULE, "inputs": INPUTS}
            for n in range(first, min(first + 10, criteria))
        ]
        groups.append({"type": "group", "code": f"g{first}", "title": "x", "maximum": str(len(nodes)), "nodes": nodes})
    table = [{"code": "all", "title": "Chung"}]
    totals = {"maximum": str(criteria)}
    value = {"id": "x", "version": "1", "title": "x", "totals": totals, "nodes": groups, "ranking_tables": table}
    return framework.from_json(value)


def make_answers(value: Framework, seed: int) -> Answers:
    """Answers that differ between agencies and criteria."""
    return Answers(
        responses={
            place.id: Response(inputs={"a": str(100 + (seed * 7 + at * 13) % 1900), "b": "2000"})
            for at, place in enumerate(value.index.criteria())
        }
    )


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds and outcome."""
    start = time.perf_counter()
    outcome = work()
    return time.perf_counter() - start, outcome


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--agencies", type=int, default=3321)
    parser.add_argument("--criteria", type=int, default=100)
    options = parser.parse_args()
    gc.disable()  # as in the window, where garbage is collected between its own events only
    value = make_framework(options.criteria)
    answers = make_answers(value, 1)
    results.score(value, answers)
    one = min(timed(lambda: results.score(value, answers))[0] for _ in range(20))
    print(f"one agency, {options.criteria} criteria, inputs to totals   {one * 1000:8.1f} ms   goal 16 ms (keystroke)")
    entries = {str(n): results.Entry(answers=make_answers(value, n)) for n in range(options.agencies)}
    spent, scores = timed(lambda: results.score_campaign(value, entries, True))
    print(f"{options.agencies} agencies from inputs                        {spent:8.2f} s")
    candidates = [Candidate(agency=Agency(code=code, name=code), score=score) for code, score in scores.items()]
    spent, _ = timed(lambda: ranking.rank(value, candidates))
    print(f"{options.agencies} agencies ranked                             {spent:8.2f} s    goal 1 s")


if __name__ == "__main__":
    main()
