"""Downloads from a server on this computer: they come whole, or it is said what went wrong."""

from __future__ import annotations

import io
import urllib.request
from collections.abc import Iterator
from http.client import HTTPMessage
from urllib.error import HTTPError

import pytest

from core.download import KeepHttps, fetched
from core.errors import Cancelled, SqueezeError
from core.events import Progress
from tests.builders.web_server import (
    Answer,
    WebServer,
    chunked_without_end,
    closed_address,
    cut_off,
    of_unknown_length,
    redirect,
    status,
    web_server,
    whole,
    without_proxies,
)
from tests.recording import RecordingTask

FILE = bytes(range(256)) * 1024
MOST = len(FILE)


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    without_proxies(monkeypatch)


@pytest.fixture
def server() -> Iterator[WebServer]:
    with web_server({"/file": whole(FILE)}) as running:
        yield running


def refusal(address: str, most_bytes: int = MOST) -> SqueezeError:
    with pytest.raises(SqueezeError) as caught:
        fetched(address, RecordingTask(), most_bytes)
    return caught.value


def test_a_file_comes_whole_with_progress_in_bytes(server: WebServer) -> None:
    task = RecordingTask()
    assert fetched(f"{server.address}/file", task, MOST) == FILE
    told = task.of(Progress)
    assert (told[-1].done, told[-1].total, told[-1].unit) == (len(FILE), len(FILE), "bytes")
    assert [event.done for event in told] == sorted(event.done for event in told)


def test_a_file_whose_length_is_not_told_comes_without_a_fraction(server: WebServer) -> None:
    server.answers["/file"] = of_unknown_length(FILE)
    task = RecordingTask()
    assert fetched(f"{server.address}/file", task, MOST) == FILE
    assert not task.of(Progress)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (cut_off(FILE[:1000], len(FILE)), "download-cut-off"),
        (chunked_without_end(FILE[:1000]), "download-cut-off"),
        (whole(FILE + b"!"), "download-too-large"),
        (of_unknown_length(FILE + b"!"), "download-too-large"),
        (status(404), "download-failed"),
        (status(503), "download-failed"),
        (redirect("file:///etc/hostname"), "download-failed"),
        (redirect("/file"), "download-failed"),
    ],
    ids=["cut", "chunk", "long", "endless", "404", "503", "to a file", "in a circle"],
)
def test_what_goes_wrong_on_the_way_is_an_error_of_its_own(
    server: WebServer, answer: Answer, code: str
) -> None:
    server.answers["/file"] = answer
    error = refusal(f"{server.address}/file")
    assert error.code == code
    assert server.address in error.happened


def test_how_much_came_and_what_the_server_answered_is_told(server: WebServer) -> None:
    server.answers["/file"] = cut_off(FILE[:1000], len(FILE))
    assert "1,000 bytes" in refusal(f"{server.address}/file").happened
    assert "127.0.0.1 answered 404, Not Found" in refusal(f"{server.address}/else").happened


def test_where_nobody_answers_the_reason_is_told() -> None:
    error = refusal(f"{closed_address()}/file")
    assert error.code == "download-failed"
    assert "refused" in error.happened


def test_a_name_that_nobody_knows_means_that_the_computer_is_offline() -> None:
    error = refusal("http://nowhere.invalid/file")
    assert error.code == "download-offline"
    assert "nowhere.invalid" in error.happened


def test_no_address_is_an_error_too() -> None:
    assert refusal("nowhere").code == "download-failed"


def test_a_redirection_to_another_place_is_followed(server: WebServer) -> None:
    server.answers["/old"] = redirect(f"{server.address}/file")
    assert fetched(f"{server.address}/old", RecordingTask(), MOST) == FILE
    assert server.asked == ["/old", "/file"]


def test_a_redirection_away_from_https_is_not_followed() -> None:
    asked = urllib.request.Request("https://example.org/file")
    arguments = (asked, io.BytesIO(), 302, "Found", HTTPMessage())
    with pytest.raises(HTTPError, match="leads away from https"):
        KeepHttps().redirect_request(*arguments, "http://example.org/file")
    assert KeepHttps().redirect_request(*arguments, "https://example.com/file") is not None


@pytest.mark.parametrize("code", [407, None], ids=["wants a password", "does not answer"])
def test_a_proxy_that_lets_nothing_through_is_named_without_its_password(
    server: WebServer, monkeypatch: pytest.MonkeyPatch, code: int | None
) -> None:
    server.answers["http://example.invalid/file"] = status(code or 500)
    place = (server.address if code else closed_address()).removeprefix("http://")
    monkeypatch.setenv("http_proxy", f"http://somebody:secret@{place}/")
    error = refusal("http://example.invalid/file")
    assert error.code == "download-proxy"
    assert place in error.happened
    assert "secret" not in f"{error} {error.detail}"


def test_a_proxy_brings_the_file(server: WebServer, monkeypatch: pytest.MonkeyPatch) -> None:
    server.answers["http://example.invalid/file"] = whole(FILE)
    monkeypatch.setenv("http_proxy", server.address)
    assert fetched("http://example.invalid/file", RecordingTask(), MOST) == FILE


def test_a_download_can_be_stopped_between_two_pieces(server: WebServer) -> None:
    task = RecordingTask(cancel_when=lambda event: isinstance(event, Progress))
    with pytest.raises(Cancelled):
        fetched(f"{server.address}/file", task, MOST)
    assert task.of(Progress)[-1].done < len(FILE)
