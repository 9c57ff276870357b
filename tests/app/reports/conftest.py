"""The paper that many tests measure, laid out once."""

import pytest

from app.reports import layout
from tests.app.reports.layouts import Line, pages, report


@pytest.fixture(scope="module")
def printed() -> layout.Printed:
    return report().lay_out()


@pytest.fixture(scope="module")
def read(printed: layout.Printed) -> tuple[tuple[Line, ...], ...]:
    return pages(printed.pdf)
