"""How a trade dispute plays out: governments, allies and constituencies as Mesa agents, in many worlds at once."""

__version__ = "0.1.0"
