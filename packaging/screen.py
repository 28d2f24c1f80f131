"""A virtual screen for the time of a test run."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

_PATIENCE_SECONDS = 60


@contextmanager
def virtual_screen() -> Iterator[dict[str, str]]:
    """The environment variables of programs that shall open their windows on a screen that nobody sees.

    Where the system does not have X (Windows, macOS) there is nothing to start, and windows open where they do.
    Raises SystemExit when the screen does not start.
    """
    if not sys.platform.startswith("linux"):
        yield {}
        return
    reading, writing = os.pipe()
    # The server picks a free number and tells it. -noreset: it would otherwise restart behind each last client.
    options = ["-screen", "0", "1920x1200x24", "-nolisten", "tcp", "-noreset"]
    with tempfile.TemporaryFile() as log:
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), *options], pass_fds=[writing], stdout=log, stderr=log
        )
        os.close(writing)
        try:
            number = _first_line(reading)
            if not number:
                log.seek(0)
                raise SystemExit(f"{log.read().decode(errors='replace')}\nXvfb did not start.")
            # A window must not find its way to the developer's own screen.
            yield {"DISPLAY": f":{number}", "WAYLAND_DISPLAY": "", "XDG_SESSION_TYPE": "x11"}
        finally:
            os.close(reading)
            server.terminate()
            server.wait()


def _first_line(descriptor: int) -> str:
    """The first line that comes out of a pipe, or what came before it was closed or patience ended."""
    told = b""
    while not told.endswith(b"\n"):
        ready, _, _ = select.select([descriptor], [], [], _PATIENCE_SECONDS)
        piece = os.read(descriptor, 64) if ready else b""
        if not piece:
            return ""
        told += piece
    return told.decode().strip()
