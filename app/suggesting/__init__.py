"""From the wording of "Cách xác định và tính điểm" in a decision's annex to a suggested scoring rule. Pure.

A wording is read as a small language, not compared with known sentences: `reading` (letters to tokens, any Unicode
form), `lexing` with `lexicon`, `spelling`, `cells` (tables pasted into a line), `homonyms`, `figures`, `numerals` and
`neighbours` (tokens to notions, each one sign, slips of the finger and lost diacritics forgiven), `restating` (what
repeats the maximum is left out), `clauses` with `facts`, `conditions`, `outcomes`, `expressions`, `rounding`, `marks`
and `notes` (notions to facts, and what stays unread), `deciding` with `rewording`, `bands`, `options`, `counting`,
`ratios` and `parts` (facts to a kind with parameters, and doubts), `composing` (a suggestion to the engine's rule).
`sure` is a promise: no doubt was noted, and every number and every word of scoring stands in a piece that the
suggestion rests on or in a note that was understood; a number that is merely announced ("gồm 04 mức", "chỉ tiêu 50%")
must be met again in the rule.

Parameters by kind. Amounts are text with a decimal point; points and fractions of the maximum are kept apart: a *grade*
is {"points": "7.5"} or {"fraction": "1/2"}. Labels are words of the text. What the text doesn't say is left out.

=================  ====================================================================================================
ratio              numerator, denominator: words of the text, or its letters; measure: what the ratio is called
ratio_full_above   threshold, unit "%", below: "ratio" or "rescaled" (÷ threshold), strict: true for "trên"; as ratio
ratio_floor        floor, full_at, unit "%", below, strict; as ratio
all_or_nothing     threshold (mostly "100"), unit "%", strict; as ratio
steps_percent      bands: highest first, each with at_least or above, below or up_to (the sides the text names) and a
                   grade or "ratio": "literal" | "rescaled"; unit "%"; growth: true against the previous year; as ratio
steps_count        bands, unit: what is counted, measure; gate: {"label", "otherwise": grade} where it must exist at all
per_population     per, bands, measure
yes_no             yes, no: grades; label
choice             options: [{"label"} + grade]
additive           parts: [{"label"} + grade]
checklist          items: how many, or their words; measure
count_times        grade, cap, unit; each (how many make one step), start, start_grade for a ladder
timeliness         periods, unit, on_time, late, none: grades
formula            expression over the keys of inputs [{"key", "label"}], "M" is the maximum; one without M is a share
inverse_ratio      as ratio; the share is taken from one
relative_best      own, best: words; numerator, denominator where the text defines the ratio
imported           source
sum                parts: [{"label", "kind", "parameters", "maximum"}]
best_of            alternatives: [{"label", "kind", "parameters"}]
bonus, penalty     rule: {"kind", "parameters"} of what gives the points, its points, fraction, cap and unit beside it;
                   a penalty with start "full" takes its grade off the full points for every unit
none_possible      none: grade; the text says only what holds where nothing occurred
manual             nothing
=================  ====================================================================================================

Beside any of them: rounding {"unit", "mode" up | down}, when_none (grade where nothing occurred). The codes under
`remarks` have their sentences in `app.wording.suggestions`.
"""

from app.suggesting.composing import compose
from app.suggesting.suggesting import suggest
from app.suggesting.suggestion import Composed, Kind, Piece, Suggestion

__all__ = ["Composed", "Kind", "Piece", "Suggestion", "compose", "suggest"]
