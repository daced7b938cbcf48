"""The exported page in a real browser (`tests.chromium`), and a web server for its folder."""

from __future__ import annotations

import contextlib
import functools
import json
import os
import select
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

_ANSWER_SECONDS = 60.0
_END_SECONDS = 30.0
_POLL_SECONDS = 0.02


class Browser:
    """One page at a time."""

    def __init__(self, process: subprocess.Popen[str], errors: Path) -> None:
        self._process = process
        self._errors = errors

    def do(self, what: str, **values: Any) -> Any:
        """Have something done; the answer. An end of the browser, or a minute of silence, fails the test."""
        given, taken = self._process.stdin, self._process.stdout
        assert given is not None
        assert taken is not None
        given.write(json.dumps({"do": what, **values}) + "\n")
        given.flush()
        ready, _, _ = select.select([taken], [], [], _ANSWER_SECONDS)
        line = taken.readline() if ready else ""
        assert line, f"the browser does not answer:\n{self._errors.read_text(errors='replace')[-3000:]}"
        return json.loads(line)

    def open(self, address: str, **values: Any) -> None:
        """Open a page and wait until it has said what it is for."""
        self.do("open", url=address, **values)
        self.until("document.getElementById('about').textContent", bool)

    def run(self, script: str) -> Any:
        """The value of an expression in the page."""
        return self.do("run", script=script)

    def text(self, name: str) -> str:
        """What an element of the page shows; nothing when it is hidden."""
        target = f"document.getElementById('{name}')"
        return str(self.run(f"{target}.checkVisibility() ? {target}.innerText : ''"))

    def click(self, name: str) -> None:
        """Click an element that can be clicked."""
        target = f"document.getElementById('{name}')"
        assert self.run(f"!{target}.disabled && !{target}.hidden"), name
        self.run(f"{target}.click()")

    def until(self, script: str, enough: Any, seconds: float = 30.0) -> list[Any]:
        """Look at a value until it is enough; all that it was meanwhile."""
        seen: list[Any] = []
        deadline = time.monotonic() + seconds
        while True:
            value = self.run(script)
            if not seen or seen[-1] != value:
                seen.append(value)
            if enough(value):
                return seen
            assert time.monotonic() < deadline, f"{script} was {seen[-3:]}; the page says {self.says()}"
            time.sleep(_POLL_SECONDS)

    def settled(self) -> None:
        """Wait until the page is done with what was clicked."""
        self.until("document.getElementById('flash').disabled", lambda value: value is False)

    def says(self) -> str:
        """All that is to be read on the page."""
        return str(self.run("document.body.innerText"))


@contextlib.contextmanager
def browser() -> Iterator[Browser]:
    """A browser without a screen."""
    with tempfile.TemporaryDirectory() as folder:
        errors = Path(folder) / "errors"
        with errors.open("w") as stream:
            process = subprocess.Popen(
                [sys.executable, "-m", "tests.chromium"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=stream,
                text=True,
                env={**os.environ, "XDG_DATA_HOME": folder, "XDG_CACHE_HOME": folder},
            )
        try:
            yield Browser(process, errors)
        finally:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.close()
            try:
                process.wait(_END_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            process.stdout.close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Keep the test's output clean."""


@contextlib.contextmanager
def static_server(folder: Path) -> Iterator[int]:
    """A plain web server for a folder, on this computer; its port."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()
            thread.join()
