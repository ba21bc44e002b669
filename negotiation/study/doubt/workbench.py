"""The EMA workbench, an extra: whether it is there, and quiet about what it could use besides."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec


def has_workbench() -> bool:
    """Whether the extra negotiation[ema] is installed."""
    return find_spec("ema_workbench") is not None


@contextmanager
def quiet_workbench() -> Iterator[None]:
    """Leave out the warnings that its own modules raise (optional packages, what pandas will change), and no others."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module=r"ema_workbench\b")
        yield
