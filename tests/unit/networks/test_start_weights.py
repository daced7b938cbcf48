"""ImageNet weights: fetched whole or not at all, remembered, and found for the runs that they fit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.errors import Cancelled, SqueezeError
from core.events import Progress, Status
from core.networks.start_weights import (
    ADDRESS_VARIABLE,
    PUBLISHED,
    fetch_weights,
    published_for,
    published_weights,
    start_weights_path,
    starts_elsewhere,
)
from core.paths import data_folder
from core.settings import NetworkSettings, RunSettings, TrainSettings
from tests.builders.web_server import (
    WebServer,
    cut_off,
    published_name,
    redirect,
    web_server,
    whole,
    without_proxies,
)
from tests.limits import largest_file
from tests.recording import RecordingTask

FILE = bytes(range(251)) * 1000
NAME = published_name(FILE)


@pytest.fixture(autouse=True)
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[WebServer]:
    """A copy of torchvision's place with `FILE` for SqueezeNet 1.1, and an account with nothing in it."""
    without_proxies(monkeypatch)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with web_server({NAME: whole(FILE)}) as running:
        monkeypatch.setenv(ADDRESS_VARIABLE, f"{running.address}{NAME}")
        yield running


def fetch() -> None:
    fetch_weights("squeezenet-1.1", RecordingTask())


def kept() -> list[Path]:
    """Every file in the data folder."""
    return [path for path in data_folder().rglob("*") if path.is_file()]


def refusal() -> SqueezeError:
    """Why fetching failed; nothing of it was kept."""
    with pytest.raises(SqueezeError) as caught:
        fetch()
    assert kept() == []
    assert published_weights("squeezenet-1.1").state == "missing"
    return caught.value


def start_refusal(network: NetworkSettings | None = None) -> str:
    with pytest.raises(SqueezeError) as caught:
        start_weights_path("imagenet", network or NetworkSettings())
    return caught.value.code


def test_the_published_files_are_those_of_torchvision(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ADDRESS_VARIABLE)
    published = {name: published_weights(name) for name in PUBLISHED}
    assert {name: weights.sha256 for name, weights in published.items()} == {
        "squeezenet-1.1": "f364aa15",
        "squeezenet-1.0": "a815701f",
    }
    assert all(weights.address.endswith(f"-{weights.sha256}.pth") for weights in published.values())
    assert all(weights.address.startswith("https://") for weights in published.values())


def test_what_was_fetched_is_remembered_and_not_fetched_again(server: WebServer) -> None:
    task = RecordingTask()
    weights = fetch_weights("squeezenet-1.1", task)
    path = data_folder() / "weights" / NAME.rpartition("/")[2]
    assert (weights.state, weights.path, weights.bytes) == ("fetched", str(path), len(FILE))
    assert path.read_bytes() == FILE
    assert task.of(Progress)[-1].done == len(FILE)
    assert path.name in task.of(Status)[0].text
    assert fetch_weights("squeezenet-1.1", RecordingTask()) == weights
    assert server.asked == [NAME]
    assert start_weights_path("imagenet", NetworkSettings()) == path


def test_another_file_in_its_place_is_not_taken(server: WebServer) -> None:
    page = b"<!DOCTYPE html><title>Please sign in</title>"
    server.answers["/login"] = whole(page)
    server.answers[NAME] = redirect("/login")
    error = refusal()
    assert error.code == "weights-damaged"
    assert published_name(FILE)[-12:-4] in error.happened
    assert "Please sign" in error.detail


def test_a_download_that_breaks_off_leaves_nothing(server: WebServer) -> None:
    server.answers[NAME] = cut_off(FILE[:-1], len(FILE))
    assert refusal().code == "download-cut-off"
    server.answers[NAME] = cut_off(FILE[:-1], len(FILE) - 1)
    assert refusal().code == "weights-damaged"


def test_what_is_too_large_is_not_taken(server: WebServer) -> None:
    server.answers[NAME] = cut_off(FILE, 1 << 40)
    assert refusal().code == "download-too-large"


def test_a_download_that_is_stopped_leaves_nothing() -> None:
    task = RecordingTask(cancel_when=lambda event: isinstance(event, Progress))
    with pytest.raises(Cancelled):
        fetch_weights("squeezenet-1.1", task)
    assert kept() == []


def test_a_full_disk_is_named() -> None:
    with largest_file(1000):
        assert refusal().code == "disk-full"


@pytest.mark.skipif(not Path("/sys").is_dir(), reason="needs a place where even the superuser may not write")
def test_a_folder_that_may_not_be_written_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/sys")
    assert refusal().code == "write-permission"


def test_weights_that_were_damaged_on_this_computer_are_not_used_and_fetched_again(server: WebServer) -> None:
    fetch()
    path = start_weights_path("imagenet", NetworkSettings())
    path.write_bytes(FILE[:-10])
    assert start_refusal() == "weights-damaged"
    assert published_weights("squeezenet-1.1").state == "damaged"
    server.answers[NAME] = cut_off(FILE[:-1], len(FILE))
    with pytest.raises(SqueezeError):
        fetch()
    assert path.read_bytes() == FILE[:-10]
    server.answers[NAME] = whole(FILE)
    fetch()
    assert path.read_bytes() == FILE
    assert start_weights_path("imagenet", NetworkSettings()) == path


def test_each_network_has_weights_of_its_own() -> None:
    fetch()
    older = NetworkSettings(name="squeezenet-1.0")
    assert start_refusal(older) == "weights-not-fetched"
    weights = published_for(older)
    assert weights is not None
    assert weights.sha256 == "a815701f"


def test_weights_that_are_not_here_say_how_to_get_them() -> None:
    with pytest.raises(SqueezeError) as caught:
        start_weights_path("imagenet", NetworkSettings())
    assert caught.value.code == "weights-not-fetched"
    assert "'squeeze weights fetch squeezenet-1.1'" in caught.value.remedy


@pytest.mark.parametrize(
    "network",
    [
        NetworkSettings(name="alexnet"),
        NetworkSettings(width=0.5),
        NetworkSettings(bypass="simple"),
        NetworkSettings(squeeze_ratio=0.25),
    ],
)
def test_other_networks_have_none(network: NetworkSettings) -> None:
    fetch()
    assert published_for(network) is None
    assert start_refusal(network) == "weights-other-network"
    assert published_for(NetworkSettings(last_relu=True)) is not None


def test_any_other_start_is_a_path(tmp_path: Path) -> None:
    assert start_weights_path(str(tmp_path / "w.pth"), NetworkSettings(width=0.5)) == tmp_path / "w.pth"


def test_a_start_that_fits_or_none_decides_whether_there_are_weights() -> None:
    def elsewhere(start: str | None, **network: Any) -> bool:
        train = TrainSettings(start_weights=start)
        return starts_elsewhere(RunSettings(network=NetworkSettings(**network), train=train))

    assert not elsewhere(None)
    assert not elsewhere("scratch")
    assert elsewhere("imagenet")
    assert elsewhere("w.pth")
    assert elsewhere("shipped")
    assert elsewhere("shipped", width=0.5, bypass="complex")
    assert not elsewhere("shipped", name="squeezenet-1.0")
    assert not elsewhere("shipped", share_3x3=0.3)


def test_an_address_that_is_none_of_such_a_file_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ADDRESS_VARIABLE, "http://example.org/../../evil.pth ftp://x/squeezenet1_1-12.pth")
    assert published_weights("squeezenet-1.1").sha256 == "f364aa15"
