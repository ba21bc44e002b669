"""Law: with separate deals, mediation, fear and the short run on, a world is the same in any block, bit for bit."""

import numpy as np

from negotiation.dispute.game import build_game
from negotiation.model import play_block
from tests.dispute.cases import ALLY, TEACHING
from tests.dispute.test_adaptation import short_run
from tests.dispute.test_fear import fear
from tests.dispute.test_mediation import mediation
from tests.dispute.test_separate_deals import deal
from tests.laws.cases import changed

CHANGES = {
    "allies": {"mexico": ALLY | {"deal": deal(25.0, 10.0, 30.0), "lean_noise": {
        "value": 1.0, "unit": "readiness", "source": "assumption"}}},
    "mediation": mediation(0.5, 0.5), "economy.fear": fear(0.4), "economy.short_run": short_run(0.25),
    "countries.us.conduct.divide": 0.3, "countries.ca.strategy.doctrine": "brinkmanship",
}  # fmt: skip


def test_a_world_is_the_same_in_any_block():
    game = build_game(changed(TEACHING, CHANGES))
    whole = play_block(game, 3, range(12), 0)
    parts = [play_block(game, 3, range(first, last), 0) for first, last in ((0, 1), (1, 5), (5, 12))]
    assert np.concatenate([part.weeks for part in parts]).tobytes() == whole.weeks.tobytes()
    for name in ("payoff_ca", "payoff_us", "jobs_ca"):
        assert np.concatenate([part.worlds[name] for part in parts]).tobytes() == whole.worlds[name].tobytes(), name
    stances = whole.worlds["ally_mexico"]
    assert len(np.unique(stances.codes)) > 1
    feared = [k for k, column in enumerate(whole.columns) if column.name.startswith("fear_")]
    assert (whole.weeks[:, :, feared] < 0.0).any()
