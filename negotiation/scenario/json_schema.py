"""The JSON Schema of scenario files, for editors that complete and check TOML while one types.

python -m negotiation.scenario.json_schema > configs/scenario.schema.json
"""

import json
import sys
from typing import Any

from negotiation.scenario.schema import Scenario

DRAFT = "https://json-schema.org/draft/2020-12/schema"
EXTENDS = {"type": "string", "description": "The scenario file this one changes; it then states only what differs."}


def json_schema() -> dict[str, Any]:
    """What a scenario file may hold. Nothing is required, as a variant leaves out what it does not change."""
    schema: dict[str, Any] = _optional(Scenario.model_json_schema())
    keys = {"extends": EXTENDS, **schema["properties"]}
    return {**schema, "$schema": DRAFT, "title": "A scenario of `negotiation`", "properties": keys}


def schema_text() -> str:
    """The schema as the file holds it."""
    return json.dumps(json_schema(), indent=1, ensure_ascii=False) + "\n"


def _optional(part: Any) -> Any:
    """The same with no key required, all the way down."""
    if isinstance(part, dict):
        return {key: _optional(inner) for key, inner in part.items() if not (key == "required" and _is_keys(inner))}
    return [_optional(inner) for inner in part] if isinstance(part, list) else part


def _is_keys(inner: object) -> bool:
    """Whether it is a list of required keys, and not a property that happens to be called `required`."""
    return isinstance(inner, list)


if __name__ == "__main__":
    sys.stdout.write(schema_text())
