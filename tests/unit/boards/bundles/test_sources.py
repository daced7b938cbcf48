"""Where firmware is looked for, and what fetching it takes."""

from __future__ import annotations

import hashlib
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.boards.bundles.release import fetch_bundle, releases
from core.boards.bundles.sources import find_bundle, import_bundle
from core.errors import Cancelled, SqueezeError
from core.events import Progress
from tests.builders.bundles import small_bundle, write_bundle
from tests.recording import RecordingTask


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A web server's address, which serves the folder `web`."""
    folder = tmp_path / "web"
    folder.mkdir()

    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *arguments: object) -> None:
            super().__init__(*arguments, directory=str(folder))  # type: ignore[arg-type]

        def log_message(self, *_: object) -> None:
            """Keep the test's output clean."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def released(tmp_path: Path, address: str, sha256: str | None = None) -> Path:
    """A list of releases with one bundle, which lies on the web server."""
    bundle = write_bundle(tmp_path / "web" / "esp32.zip")
    digest = sha256 or hashlib.sha256(bundle.read_bytes()).hexdigest()
    path = tmp_path / "releases.toml"
    path.write_text(f'[esp32]\naddress = "{address}/esp32.zip"\nsha256 = "{digest}"\n', encoding="utf-8")
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


def test_a_released_bundle_is_fetched_and_kept(tmp_path: Path, address: str) -> None:
    task = RecordingTask()
    bundle = fetch_bundle("esp32", task, released(tmp_path, address), tmp_path / "imported")
    assert bundle == small_bundle()
    assert find_bundle("esp32", (tmp_path / "imported",)) == bundle
    last = task.of(Progress)[-1]
    assert last.done == last.total == (tmp_path / "web" / "esp32.zip").stat().st_size


def test_a_fetched_bundle_with_another_hash_is_not_used(tmp_path: Path, address: str) -> None:
    with pytest.raises(SqueezeError) as caught:
        fetch_bundle("esp32", RecordingTask(), released(tmp_path, address, "00" * 32), tmp_path / "imported")
    assert caught.value.code == "firmware-damaged"
    assert not (tmp_path / "imported").exists()


def test_a_server_that_does_not_have_it_is_an_error(tmp_path: Path, address: str) -> None:
    path = released(tmp_path, address)
    (tmp_path / "web" / "esp32.zip").unlink()
    with pytest.raises(SqueezeError) as caught:
        fetch_bundle("esp32", RecordingTask(), path, tmp_path / "imported")
    assert caught.value.code == "download-failed"


def test_fetching_can_be_stopped(tmp_path: Path, address: str) -> None:
    task = RecordingTask(lambda event: True)
    with pytest.raises(Cancelled):
        fetch_bundle("esp32", task, released(tmp_path, address), tmp_path / "imported")
    assert not (tmp_path / "imported").exists()
