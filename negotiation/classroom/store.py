"""Where games live: one SQLite file of events in write-ahead mode. What is appended is kept, whatever happens next."""

import json
import os
import secrets
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Event = dict[str, Any]

TABLES = """
create table if not exists events (
  stream text not null, number integer not null, at real not null, body text not null, primary key (stream, number)
) without rowid;
create table if not exists kept (name text primary key, value text not null) without rowid;
"""


class Store:
    """Streams of events, numbered from 1 in each stream; and a few kept words, such as the teacher's key.

    synchronous = normal: a killed process loses nothing that was appended; a power cut may lose the last moments.
    Used by one thread at a time: who makes it may hand it to the server's.
    """

    def __init__(self, path: Path | str) -> None:
        if str(path) != ":memory:":
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))  # holds private values: for the teacher alone
        self._base = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._base.execute("pragma journal_mode = wal")
        self._base.execute("pragma synchronous = normal")
        self._base.executescript(TABLES)

    def append(self, stream: str, number: int, event: Event) -> None:
        """Keep an event as the stream's next. sqlite3.IntegrityError if that number is taken."""
        body = json.dumps(event, allow_nan=False, ensure_ascii=False)
        self._base.execute("insert into events values (?, ?, ?, ?)", (stream, number, float(event["at"]), body))

    def events(self, stream: str) -> list[Event]:
        """Every event of a stream, in order."""
        rows = self._base.execute("select body from events where stream = ? order by number", (stream,))
        return [json.loads(body) for (body,) in rows]

    def streams(self, prefix: str) -> Iterator[tuple[str, float]]:
        """Every stream whose name begins so, and when it began, oldest first."""
        yield from self._base.execute(
            "select stream, min(at) from events where substr(stream, 1, ?) = ? group by stream order by min(at)",
            (len(prefix), prefix),
        )

    def kept(self, name: str) -> str:
        """A secret word of this store, made when it is first asked for."""
        fresh = secrets.token_urlsafe(18)
        self._base.execute("insert or ignore into kept values (?, ?)", (name, fresh))
        ((value,),) = self._base.execute("select value from kept where name = ?", (name,))
        return str(value)

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()
