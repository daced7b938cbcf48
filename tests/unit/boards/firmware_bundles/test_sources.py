"""Where firmware is looked for, and what fetching it takes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.boards.firmware_bundles.sources import fetch_bundle, find_bundle, import_bundle, releases
from core.errors import Cancelled, SqueezeError
from core.events import Progress
from tests.builders.bundles import small_bundle, write_bundle
from tests.builders.web_server import WebServer, cut_off, web_server, whole, without_proxies
from tests.recording import RecordingTask


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[WebServer]:
    """A web server with one released bundle."""
    without_proxies(monkeypatch)
    with web_server({}) as running:
        yield running


def released(tmp_path: Path, server: WebServer, sha256: str | None = None) -> Path:
    """A list of releases with one bundle, which is on the web server."""
    bundle = write_bundle(tmp_path / "esp32.zip").read_bytes()
    server.answers["/esp32.zip"] = whole(bundle)
    digest = sha256 or hashlib.sha256(bundle).hexdigest()
    path = tmp_path / "releases.toml"
    path.write_text(
        f'[esp32]\naddress = "{server.address}/esp32.zip"\nsha256 = "{digest}"\n', encoding="utf-8"
    )
    return path


def test_shipped_firmware_comes_before_imported(tmp_path: Path) -> None:
    shipped, imported = tmp_path / "shipped", tmp_path / "imported"
    for folder, version in ((shipped, "2.0.0"), (imported, "1.0.0")):
        file = write_bundle(tmp_path / f"{version}.zip", small_bundle(version=version))
        import_bundle(file, folder)
    assert find_bundle("esp32", (shipped, imported)).version == "2.0.0"
    (shipped / "esp32.zip").unlink()
    assert find_bundle("esp32", (shipped, imported)).version == "1.0.0"


def test_no_firmware_is_an_error_that_says_how_to_get_some(tmp_path: Path) -> None:
    with pytest.raises(SqueezeError) as caught:
        find_bundle("esp32c3", (tmp_path,))
    assert caught.value.code == "firmware-missing"
    assert "esp32c3" in caught.value.happened


def test_a_bundle_that_is_wrong_is_not_imported(tmp_path: Path) -> None:
    file = write_bundle(tmp_path / "b.zip", link_version=99)
    with pytest.raises(SqueezeError):
        import_bundle(file, tmp_path / "imported")
    assert not (tmp_path / "imported").exists()


def test_nothing_has_been_released_yet() -> None:
    assert releases() == {}
    with pytest.raises(SqueezeError) as caught:
        fetch_bundle("esp32", RecordingTask())
    assert caught.value.code == "firmware-not-released"


def test_a_released_bundle_is_fetched_and_kept(tmp_path: Path, server: WebServer) -> None:
    task = RecordingTask()
    bundle = fetch_bundle("esp32", task, released(tmp_path, server), tmp_path / "imported")
    assert bundle == small_bundle()
    assert find_bundle("esp32", (tmp_path / "imported",)) == bundle
    last = task.of(Progress)[-1]
    assert last.done == last.total == (tmp_path / "esp32.zip").stat().st_size


def test_a_fetched_bundle_with_another_hash_is_not_used(tmp_path: Path, server: WebServer) -> None:
    with pytest.raises(SqueezeError) as caught:
        fetch_bundle("esp32", RecordingTask(), released(tmp_path, server, "00" * 32), tmp_path / "imported")
    assert caught.value.code == "firmware-damaged"
    assert not (tmp_path / "imported").exists()


def test_a_server_that_does_not_have_it_is_an_error(tmp_path: Path, server: WebServer) -> None:
    path = released(tmp_path, server)
    del server.answers["/esp32.zip"]
    with pytest.raises(SqueezeError) as caught:
        fetch_bundle("esp32", RecordingTask(), path, tmp_path / "imported")
    assert caught.value.code == "download-failed"


def test_a_bundle_that_is_cut_off_is_an_error_that_says_so(tmp_path: Path, server: WebServer) -> None:
    path = released(tmp_path, server)
    server.answers["/esp32.zip"] = cut_off(b"PK", 1000)
    with pytest.raises(SqueezeError) as caught:
        fetch_bundle("esp32", RecordingTask(), path, tmp_path / "imported")
    assert caught.value.code == "download-cut-off"
    assert not (tmp_path / "imported").exists()


def test_fetching_can_be_stopped(tmp_path: Path, server: WebServer) -> None:
    task = RecordingTask(lambda event: True)
    with pytest.raises(Cancelled):
        fetch_bundle("esp32", task, released(tmp_path, server), tmp_path / "imported")
    assert not (tmp_path / "imported").exists()
