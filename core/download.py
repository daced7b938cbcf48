"""Files from the internet, only when a person asked for them: firmware releases and published weights.

What arrives is kept in memory, so that a download that breaks off leaves nothing behind. Whether it is the
right file is for the caller to say, by its hash.
"""

from __future__ import annotations

import errno
import socket
import ssl
import urllib.request
from collections.abc import Iterator
from http.client import HTTPException, HTTPMessage, HTTPResponse
from pathlib import Path
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

from core import __version__
from core.errors import DownloadError, SqueezeError
from core.task import Task

_SECONDS = 30.0
"""How long to wait for a connection, and then for each next piece."""
_CHUNK = 1 << 16
_CERTIFICATES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)
"""Where Debian, Fedora, openSUSE and macOS keep the certificates that they trust."""
_PROXY_ASKS_FOR_PASSWORD = 407
_NO_NETWORK = frozenset({errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTUNREACH})


def fetched(address: str, task: Task, most_bytes: int) -> bytes:
    """The whole file at `address`, of at most `most_bytes`, with progress in bytes.

    Redirections are followed, but never from https to anything else. Raises download-offline, download-proxy,
    download-too-large, download-cut-off when the connection ends early, download-failed for whatever else
    kept it from coming, and `Cancelled`.
    """
    task.check_cancelled()
    try:
        with _opened(address) as answer:
            return _received(answer, address, task, most_bytes)
    except (OSError, HTTPException, ValueError) as error:
        if isinstance(error, HTTPError):
            # It is the server's answer too, with an open connection.
            error.close()
        raise _refusal(address, error) from error


class KeepHttps(urllib.request.HTTPRedirectHandler):
    """Follows no redirection away from https, which short hashes do not make up for."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """urllib: the request to go on with. Raises HTTPError where there is none."""
        if urlsplit(req.full_url).scheme == "https" != urlsplit(newurl).scheme:
            raise HTTPError(newurl, code, "it leads away from https", headers, fp)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opened(address: str) -> HTTPResponse:
    request = urllib.request.Request(address, headers={"User-Agent": f"squeeze-studio/{__version__}"})
    secured = urllib.request.HTTPSHandler(context=_trusting())
    answer: HTTPResponse = urllib.request.build_opener(KeepHttps, secured).open(request, timeout=_SECONDS)
    return answer


def _trusting() -> ssl.SSLContext:
    """Trust in the certificates of this system.

    An installed program brings a library that may look for them where another system has them.
    """
    context = ssl.create_default_context()
    looked = ssl.get_default_verify_paths()
    if looked.cafile is None and looked.capath is None:
        for path in filter(Path.is_file, map(Path, _CERTIFICATES)):
            context.load_verify_locations(path)
    return context


def _received(answer: HTTPResponse, address: str, task: Task, most_bytes: int) -> bytes:
    # None as well where an answer in chunks has a length in vain, and for a file of this computer.
    expected: int | None = getattr(answer, "length", None)
    if expected is not None and expected > most_bytes:
        raise DownloadError("download-too-large", address=address, most=f"{most_bytes:,}")
    # Where the server does not tell its length there is no fraction and no time left to show.
    meter = task.progress(expected, "bytes") if expected else None
    data = bytearray()
    for chunk in _chunks(answer, address):
        task.check_cancelled()
        data += chunk
        if len(data) > most_bytes:
            raise DownloadError("download-too-large", address=address, most=f"{most_bytes:,}")
        if meter is not None:
            meter.advance(len(chunk))
    if expected is not None and len(data) != expected:
        detail = f"{expected:,} bytes were announced"
        raise DownloadError("download-cut-off", detail=detail, address=address, received=f"{len(data):,}")
    return bytes(data)


def _chunks(answer: HTTPResponse, address: str) -> Iterator[bytes]:
    """What the server sends, as it comes. Raises download-cut-off."""
    received = 0
    while True:
        try:
            chunk: bytes = answer.read1(_CHUNK)
        except (OSError, HTTPException) as error:
            values = {"address": address, "received": f"{received:,}"}
            raise DownloadError("download-cut-off", detail=str(error), **values) from error
        if not chunk:
            return
        received += len(chunk)
        yield chunk


def _refusal(address: str, error: Exception) -> SqueezeError:
    """What kept a download from beginning, as an error of the table."""
    reason = error.reason if isinstance(error, URLError) else error
    host = urlsplit(address).hostname or address
    if (proxy := _proxy_for(address)) and _is_of_proxy(error):
        return DownloadError("download-proxy", detail=str(reason), proxy=proxy, address=address)
    if isinstance(reason, OSError) and (isinstance(reason, socket.gaierror) or reason.errno in _NO_NETWORK):
        return DownloadError("download-offline", detail=str(reason), host=host, address=address)
    words = (
        f"{host} answered {error.code}, {_words(reason)}" if isinstance(error, HTTPError) else _words(reason)
    )
    return DownloadError("download-failed", detail=str(error), address=address, reason=words)


def _is_of_proxy(error: Exception) -> bool:
    """Whether an error comes from the proxy on the way, and not from whom it leads to."""
    if isinstance(error, HTTPError):
        return error.code == _PROXY_ASKS_FOR_PASSWORD
    # The proxy is all that is connected to; and it refuses a tunnel in words of the connection.
    reason = error.reason if isinstance(error, URLError) else None
    return isinstance(reason, OSError) and not isinstance(reason, ssl.SSLError)


def _proxy_for(address: str) -> str:
    """The proxy that urllib takes for an address, without the password to it; '' for none."""
    parts = urlsplit(address)
    proxy = urllib.request.getproxies().get(parts.scheme, "")
    if not proxy or urllib.request.proxy_bypass(parts.netloc):
        return ""
    return proxy.rpartition("//")[2].rpartition("@")[2].rstrip("/")


def _words(reason: object) -> str:
    """A reason in one line, without the numbers that only programs know."""
    own = reason.strerror if isinstance(reason, OSError) else None
    return (own or str(reason) or type(reason).__name__).partition("\n")[0].rstrip(".")
