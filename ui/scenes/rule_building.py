"""The rule builder beside the panel that tries the rule, as they stand in the editor. All figures are made up."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.building import with_measure
from app.domain.codec import Amount
from app.domain.framework import Criterion, Framework, from_json
from app.domain.rule_kinds import MeasureKind
from app.domain.rules import Bands, Scored
from app.resources import SCHEMAS
from app.wording.building import new_labels
from ui import theme
from ui.widgets.boxes import column, fill, scrolled
from ui.widgets.rule_builder import RuleBuilder, TryPanel
from ui.widgets.sheet import framed

MARGINS = (16, 12, 16, 12)
WIDTHS = (440, 375)


class Bench(QWidget):
    """Both widgets side by side, the one following the other."""

    def __init__(self, framework: Framework, criterion: Criterion, values: Mapping[str, str]) -> None:
        super().__init__()
        self.setObjectName("desk")
        self.framework = framework
        self.builder, self.panel = RuleBuilder(), TryPanel()
        self.areas = [scrolled(column(each, None, margins=MARGINS)) for each in (self.builder, self.panel)]
        sheets = [framed(area) for area in self.areas]
        for sheet, width in zip(sheets, WIDTHS, strict=True):
            sheet.setFixedWidth(theme.current().px(width))
        fill(QHBoxLayout(self), [None, *sheets], gap=12, margins=(12, 12, 12, 12))
        self.builder.edited.connect(lambda made: self.panel.show_criterion(framework, made))
        self.builder.show_criterion(framework, criterion)
        self.panel.show_criterion(framework, criterion)
        for key, value in values.items():
            self.panel.try_value(key, value)


def example(name: str) -> tuple[Framework, Criterion]:
    """The first criterion of one of the examples that ship with the schema."""
    text = (SCHEMAS / "examples" / f"{name}.json").read_text("utf-8")
    framework = from_json(json.loads(text))
    criterion = next(framework.index.criteria()).criterion
    assert criterion is not None
    return framework, criterion


def _bench(name: str, opened: Callable[[Bench], object] | None = None, **values: str) -> QWidget:
    bench = Bench(*example(name), values)
    if opened is not None:
        opened(bench)
    return bench


def _open_second(bench: Bench) -> None:
    bench.builder.open_part(1)


def _unfold(bench: Bench) -> None:
    assert bench.builder.inputs is not None
    for each in bench.builder.inputs.rows.values():
        each.fold.setChecked(True)


def _torn(bench: Bench) -> None:
    """Steps with a gap and a row that overlaps."""
    _, criterion = example("count_steps")
    scale = criterion.rule.scale if isinstance(criterion.rule, Scored) else None
    assert isinstance(criterion.rule, Scored)
    assert isinstance(scale, Bands)
    torn = Bands(bands=(scale.bands[0], replace(scale.bands[1], below=Amount("3.5")), *scale.bands[3:]))
    made = replace(criterion, rule=replace(criterion.rule, scale=torn))
    bench.builder.show_criterion(bench.framework, made)
    bench.panel.show_criterion(bench.framework, made)


def _growth() -> QWidget:
    framework, criterion = example("ratio_full_above")
    grown = with_measure(criterion, MeasureKind.GROWTH, (), new_labels())
    return Bench(framework, grown, {grown.inputs[0].key: "118", grown.inputs[1].key: "100"})


SCENES: dict[str, Callable[[], QWidget]] = {
    "rule-ratio": lambda: _bench("ratio_full_above", truc_tuyen="1440", tong_ho_so="2000"),
    "rule-floor": lambda: _bench("ratio_rescaled", trong_vung="7000", dan_so="10000"),
    "rule-steps": lambda: _bench("count_steps", so_phien="3"),
    "rule-choice": lambda: _bench("choice"),
    "rule-ticks": lambda: _bench("ticks_items"),
    "rule-periods": lambda: _bench("periods"),
    "rule-parts": lambda: _bench("sum", _open_second, co_quyet_dinh="yes", da_boi_duong="19", cong_chuc="20"),
    "rule-gate": lambda: _bench("gate", co_chuyen_muc="yes", so_tin="40"),
    "rule-formula": lambda: _bench("formula"),
    "rule-best-unit": lambda: _bench("relative_to_best"),
    "rule-ladder": lambda: _bench("ladder"),
    "rule-growth": _growth,
    "rule-figures": lambda: _bench("ratio_floor", _unfold),
    "rule-torn": lambda: _bench("count_steps", _torn, so_phien="3"),
    "rule-judged": lambda: _bench("judgement"),
    "rule-inverse": lambda: _bench("inverse"),
}
