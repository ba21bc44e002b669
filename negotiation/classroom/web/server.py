"""The server's process: one event loop, small frames, quiet."""

import socket
from contextlib import suppress

import uvicorn
from starlette.applications import Starlette

from negotiation.classroom.web.guard import LARGEST_FRAME


def run(app: Starlette, listener: socket.socket) -> None:
    """Serve until Ctrl-C."""
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        ws="websockets-sansio",
        ws_max_size=LARGEST_FRAME,
        ws_per_message_deflate=False,  # a room's network is faster than squeezing
        ws_ping_interval=10.0,
        ws_ping_timeout=20.0,
        server_header=False,
        timeout_graceful_shutdown=2,
    )
    with suppress(KeyboardInterrupt):  # the usual way to end it
        uvicorn.Server(config).run(sockets=[listener])
