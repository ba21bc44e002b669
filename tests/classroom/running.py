"""A server in a process of its own, as users start it."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 60.0  # seconds until a server must answer


class Process:
    """`negotiation serve` on a free port; `kill` is kill -9, `start` begins again on the same store and port."""

    def __init__(self, store: Path, port: int | None = None) -> None:
        self.store, self.port = store, port or free_port()
        self.start()

    def start(self) -> None:
        """Start, and wait until it answers."""
        command = [sys.executable, "-m", "negotiation", "serve", "--port", str(self.port), "--store", str(self.store)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
        log = (self.store.parent / "serve.log").open("ab")
        self.process = subprocess.Popen(
            command, cwd=self.store.parent, env=environment, stdout=log, stderr=log, start_new_session=True
        )
        log.close()
        until = time.monotonic() + PATIENCE
        while not self.answers():
            if time.monotonic() > until or self.process.poll() is not None:
                raise RuntimeError(self.said)
            time.sleep(0.05)

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def said(self) -> str:
        """What it printed."""
        return (self.store.parent / "serve.log").read_text(encoding="utf-8")

    @property
    def key(self) -> str:
        """The teacher's key, as printed."""
        return re.findall(r"Key:\s+(\S+)", self.said)[-1]

    def answers(self) -> bool:
        """Whether it answers."""
        try:
            with urllib.request.urlopen(self.address, timeout=5) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def kill(self) -> None:
        """End it as a power cut would, its worker with it."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
