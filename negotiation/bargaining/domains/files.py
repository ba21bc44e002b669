"""A domain from a path and to a path: a `.toml` file is plain, everything else is GENIUS XML."""

from __future__ import annotations

from pathlib import Path

from negotiation.bargaining.domains.domain import Domain, DomainError
from negotiation.bargaining.domains.genius_reader import read_genius
from negotiation.bargaining.domains.genius_writer import write_genius
from negotiation.bargaining.domains.plain import read_plain, write_plain

PLAIN = ".toml"


def read_domain(path: str | Path) -> Domain:
    """The domain of a TOML file, a GENIUS folder or a GENIUS domain file. Raises DomainError."""
    place = Path(path)
    if not place.exists():
        raise DomainError(f"{place}: no such file or folder")
    return read_plain(place) if place.suffix == PLAIN else read_genius(place)


def write_domain(domain: Domain, path: str | Path) -> None:
    """Write a TOML file, or GENIUS XML into a folder."""
    place = Path(path)
    if place.suffix == PLAIN:
        write_plain(domain, place)
    else:
        write_genius(domain, place)
