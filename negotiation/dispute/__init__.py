"""The game: state, measures and threats, payoffs, View and Decision, the week, outcomes, luck."""
