"""Short names for what results depend on and what they are: the rules in force, and the bytes of files."""

import hashlib
from functools import cache
from pathlib import Path

import negotiation

# The rooms a world's results come from; what is drawn, said and stored around them does not count.
RULES = ("bargaining", "dispute", "economy", "model", "politics", "scenario", "strategies")


@cache
def rules_hash() -> str:
    """The fingerprint of the program's rules and of the tables they read."""
    package = Path(negotiation.__file__).resolve().parent
    files = [path for room in RULES for path in (package / room).rglob("*") if path.suffix in (".py", ".csv")]
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def file_hashes(folder: Path, names: tuple[str, ...]) -> dict[str, str]:
    """File -> sha256 of its bytes, of those that are there."""
    found = {}
    for name in names:
        if (folder / name).is_file():
            with (folder / name).open("rb") as file:
                found[name] = hashlib.file_digest(file, "sha256").hexdigest()
    return found
