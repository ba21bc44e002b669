"""Every experiment, one after the other, each a process of its own: python -m experiments [--small]

--small: few worlds, into a copy of the documents in a folder of its own, which is named at the end. Calibration, which
takes some minutes of two processors, is apart: python -m experiments.against_record.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from experiments.documents import DOCS, PLACE

# Experiment -> the words with which it is small.
EXPERIMENTS = {
    "briefing_clauses": "20", "ablations": "10", "variance": "20", "us_china": "20", "base_rates": "20",
    "studies": "4", "strategies": "20", "doubts": "0.05",
}  # fmt: skip


def play(small: bool, docs: Path) -> list[str]:
    """Run them all and name those that failed. docs: where tables and pictures go."""
    root = Path(__file__).resolve().parent.parent
    here = docs.parent if small else root
    path = os.pathsep.join([str(root), os.environ.get("PYTHONPATH", "")])
    surroundings = {**os.environ, PLACE: str(docs), "PYTHONPATH": path}
    failed = []
    for name, words in EXPERIMENTS.items():
        print(f"{name} ...", flush=True)
        command = [sys.executable, "-m", f"experiments.{name}", *([words] if small else [])]
        if subprocess.run(command, cwd=here, env=surroundings, check=False).returncode:
            failed.append(name)
    return failed


def main() -> None:
    """All, at the size that the documents quote or small."""
    small = "--small" in sys.argv[1:]
    docs = DOCS
    if small:
        docs = Path(tempfile.mkdtemp(prefix="experiments-")) / "docs"
        shutil.copytree(DOCS, docs)
    failed = play(small, docs)
    print(f"Documents: {docs}")
    if failed:
        sys.exit(f"failed: {', '.join(failed)}")


if __name__ == "__main__":
    main()
