"""A web server on this computer, with real connections: whole files, and everything that can go wrong."""

from __future__ import annotations

import contextlib
import hashlib
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

Answer = Callable[[BaseHTTPRequestHandler], None]
"""What is done for a request: it writes headers and content."""

_PATIENCE = 60.0
_POLL = 0.01


@dataclass
class WebServer:
    """`answers` by path, to be changed at any time; `asked` are the paths that were asked for, in order."""

    address: str
    answers: dict[str, Answer]
    asked: list[str] = field(default_factory=list)


@contextlib.contextmanager
def web_server(answers: Mapping[str, Answer]) -> Iterator[WebServer]:
    """The server, as long as the block lasts."""
    served = WebServer("", dict(answers))

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.asked.append(self.path)
            served.answers.get(self.path, status(404))(self)

        def log_message(self, *_: object) -> None:
            """Keep the test's output clean."""

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """Whoever asked may be gone before the end of the answer."""

    with Server(("127.0.0.1", 0), Handler) as server:
        served.address = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, args=(_POLL,))
        thread.start()
        try:
            yield served
        finally:
            server.shutdown()
            thread.join()


def closed_address() -> str:
    """An address on this computer where nothing answers any more."""
    with web_server({}) as server:
        return server.address


def without_proxies(patch: pytest.MonkeyPatch) -> None:
    """Have no proxy in the environment, whatever this computer is used to."""
    for name in ("http", "https", "all", "no", "ftp"):
        patch.delenv(f"{name}_proxy", raising=False)
        patch.delenv(f"{name.upper()}_PROXY", raising=False)


def whole(data: bytes) -> Answer:
    """All of a file, with its length."""
    return cut_off(data, len(data))


def cut_off(data: bytes, length: int) -> Answer:
    """`data` after another length was announced, and then the end of the connection."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(length))
        handler.end_headers()
        handler.wfile.write(data)

    return answer


def of_unknown_length(data: bytes) -> Answer:
    """All of a file, without a word of its length."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(data)

    return answer


def chunked_without_end(data: bytes) -> Answer:
    """One chunk of a file, and then the end of the connection in place of another chunk."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.protocol_version = "HTTP/1.1"
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        handler.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        handler.close_connection = True

    return answer


def halting(data: bytes, go_on: threading.Event) -> Answer:
    """The first half of a file, and the rest when `go_on` is set."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        handler.wfile.write(data[: len(data) // 2])
        handler.wfile.flush()
        go_on.wait(_PATIENCE)
        handler.wfile.write(data[len(data) // 2 :])

    return answer


def redirect(address: str) -> Answer:
    """A redirection to another address."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(302)
        handler.send_header("Location", address)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def status(code: int) -> Answer:
    """An error in the place of a file."""
    return lambda handler: handler.send_error(code)


def published_name(data: bytes, network: str = "squeezenet1_1") -> str:
    """The path of a file of weights by the convention of torch.hub."""
    return f"/models/{network}-{hashlib.sha256(data).hexdigest()[:8]}.pth"
