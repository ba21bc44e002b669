"""The classroom's ES modules as one script, for a page that opens from disk, where browsers import nothing.

Each module becomes a function that is called once and returns what it exports; an import takes names from what an
earlier one returned. Modules import only named things from files beside them, at the top, as ours do.
"""

import re
from pathlib import Path

STATIC = Path(__file__).parent.parent / "static"
IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w-]+)\.js";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) (\w+))", re.MULTILINE)


def script_of(name: str) -> str:
    """One script that does what the module does, with everything it imports before it."""
    done: dict[str, str] = {}
    _add(name, done)
    return '"use strict";\n' + "\n".join(done.values())


def _add(name: str, done: dict[str, str]) -> None:
    """Put a module after those it imports."""
    text = (STATIC / f"{name}.js").read_text(encoding="utf-8")
    for _, other in IMPORT.findall(text):
        if other not in done:
            _add(other, done)
    exported = [found[1] for found in EXPORT.finditer(text)]
    body = EXPORT.sub("", IMPORT.sub(lambda found: f"const {{{found[1]}}} = from_{_safe(found[2])};\n", text))
    done[name] = f"const from_{_safe(name)} = (() => {{\n{body}\nreturn {{ {', '.join(exported)} }};\n}})();"


def _safe(name: str) -> str:
    """A module's name as a script may call it."""
    return name.replace("-", "_")
