"""The engine against the referee where governments ease for reasons."""

import pytest

from negotiation.dispute.game import build_game
from negotiation.scenario import read_scenario
from tests.test_referee import CA, SMALL, UNTIED, US, compare
from tests.test_referee_law import IN_FORCE, weeks

MAKING = {"start.threats": "{ us_metals = { level = 2, due = 3, issue = 'dairy', option = 'slice' } }"}


def relief(stress, pause, rest, **more):
    """Rules of relief as a scenario file has them."""
    extra = "".join(f", {name} = {str(value).lower()}" for name, value in more.items())
    index = f"{{ value = {stress}, unit = 'index', source = 'assumption: a test' }}"
    return f"{{ stress = {index}, pause = {weeks(pause)}, rest = {weeks(rest)}{extra} }}"


VARIANTS = {
    "pauses": IN_FORCE | {f"{US}.relief": relief(0.8, 4, 2), f"{CA}.relief": relief(1.2, 3, 6)},
    "exemptions": IN_FORCE | {f"{US}.relief": relief(0.5, 4, 1, exempts=True, concessions=True), f"{US}.pace": "0.5"},
    "lowers": IN_FORCE | MAKING | {f"{US}.relief": relief(0.6, 0, 3, concessions=True), f"{US}.pace": "0.5"},
    "after concessions": IN_FORCE | MAKING | {
        f"{US}.relief": relief(99, 4, 0, concessions=True), f"{US}.pace": "0.6",
        "countries.ca.conduct.assurance": "1",
    },
    "suspends": {f"{CA}.suspends": weeks(5), f"{CA}.pace": "0.8", f"{US}.relief": relief(0.7, 6, 2)} | IN_FORCE,
    "waves": {f"{CA}.announces": "true", f"{CA}.pace": "0.8", f"{US}.relief": relief(0.9, 4, 2, exempts=True),
              f"{US}.pace": "0.5"} | IN_FORCE,
}  # fmt: skip


@pytest.mark.parametrize("variant", VARIANTS)
def test_governments_ease_as_told(variant):
    differences, by_chance, _ = compare(build_game(read_scenario(UNTIED, SMALL | VARIANTS[variant])), 3)
    assert not differences
    assert len(by_chance) < 2


@pytest.mark.slow
@pytest.mark.parametrize("variant", VARIANTS)
def test_governments_ease_as_told_in_many_worlds(variant):
    differences, by_chance, _ = compare(build_game(read_scenario(UNTIED, SMALL | VARIANTS[variant])), 24)
    assert not differences
    assert len(by_chance) <= 8
