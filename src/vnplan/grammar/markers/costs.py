"""The file of costs -> what each decision of the tree search costs, as one value.

``costs.json`` names each cost, its value in the price of an ordinary new list
and what it is the price of; ``benchmarks/fit_costs.py`` fits the values to
annotated plans and writes the file. A slip of a typist (a number passed over, a
number twice) costs less than leaving the item unread, two slips at once cost more.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Costs:
    """Every cost by name, in the price of an ordinary new list; ``costs.json`` says what each is the price of."""

    new_list: float
    late_start: float
    late_start_each: float
    late_decimal: float
    runs_on: float
    inverted: float
    closes_list: float
    second_kind: float
    under_bullet: float
    passed_over: float
    passed_over_each: float
    repeated: float
    restarts: float
    backwards: float
    other_mark: float
    other_prefix: float
    prefix_of_one: float
    own_prefix: float
    unclosed_decimal: float
    letter_for_roman: float
    letter_for_one: float
    mended_roman: float
    prose_line: float
    prose_title: float
    prose_generated: float
    prose_cut_off: float
    cut_off: float
    after_comma: float
    inside_strong: float
    inside_bracket: float
    inside_weak: float
    inside_behind_sign: float
    inside_owned: float
    owned: float
    small_letter_behind: float
    figure_behind: float
    sign_before: float
    maybe_owned: float
    mid_sentence: float


def load() -> Costs:
    """The costs of ``costs.json``.

    Raises:
        TypeError: the file leaves out a cost or holds an unknown one.

    """
    told = json.loads(files(__package__).joinpath("costs.json").read_text("utf-8"))
    return Costs(**{row["name"]: row["value"] for row in told["costs"]})


COSTS = load()
"""The costs in use; asked as ``costs.COSTS`` at each decision, so that a fit can put others in their place."""
