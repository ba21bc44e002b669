"""A sentence for the record and for each what-if."""

from negotiation.study.replay import RECORD, Played, Replay

SHARE = 100.0
HARDLY = 0.02  # percent; half a point of approval likewise


def sentence(replay: Replay, played: Played) -> str:
    """What this course of events did, in one sentence."""
    first, second = replay.scenario.sides
    if played.key == RECORD:
        cost = [f"{_name(replay, side)} {-played.last(f'real_income_{side}'):.2f} %" for side in (first, second)]
        welfare = [f"{-played.last(f'welfare_{side}'):.2f} %" for side in (first, second)]
        lost = f"{cost[0]} of real income and {cost[1]}; of welfare {welfare[0]} and {welfare[1]}"
        told = f"tariffs and the threat of them had cost {lost}"
        return _signs(f"By {replay.days[-1]:%B %Y} {told}")
    return _signs(f"{played.name}. {_change(replay, played, first)}; {_change(replay, played, second)}")


def _change(replay: Replay, played: Played, side: str) -> str:
    """What is different for a country at the end: real income, welfare and approval."""
    income, welfare, approval = (
        played.last(f"{quantity}_{side}") - replay.record.last(f"{quantity}_{side}")
        for quantity in ("real_income", "welfare", "approval")
    )
    moved = round(SHARE * approval)
    points = f", approval {moved:+d} point{'' if abs(moved) == 1 else 's'}" if moved else ""
    if not points and max(abs(income), abs(welfare)) < HARDLY:
        return f"{_name(replay, side)} hardly different"
    return f"{_name(replay, side)}: real income {income:+.2f} %, welfare {welfare:+.2f} %{points}"


def _signs(text: str) -> str:
    """Minus signs as they are set, and none before nothing; no line ends before a percent sign."""
    return text.replace(" -0.00", " 0.00").replace(" +0.00", " 0.00").replace(" -", " −").replace(" %", "\u00a0%")


def _name(replay: Replay, side: str) -> str:
    """A country in a sentence."""
    name = replay.scenario.countries[side].name
    return "the US" if name == "United States" else name
