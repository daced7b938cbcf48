"""Explorations: points here and on other machines, going on, and what is refused."""

from __future__ import annotations

import csv
import os
import signal
import socket
import tempfile
from pathlib import Path

import msgspec
import pytest

from core.cli import parser
from core.commands.explore import explore_request, explored_text
from core.errors import Cancelled, SqueezeError
from core.events import Progress
from core.exploring.cluster import import_dask
from core.exploring.exploration import ExplorationFolder, ExplorationRecord, PointFigures, front_of
from core.exploring.explore import explore
from core.exploring.point_run import PointJob, make_point, take_files
from core.requests import ClusterSettings, ExploreRequest
from core.runs.folder import RunFolder
from core.settings import START_SHIPPED
from core.task import Task
from tests.builders.certificates import dask_options, needs_openssl, tls_options
from tests.builders.dask_processes import process, scheduler
from tests.recording import RecordingTask


def with_grid(request: ExploreRequest, **values: tuple[float, ...]) -> ExploreRequest:
    grid = msgspec.structs.replace(request.grid, **values)
    return msgspec.structs.replace(request, grid=grid)


def record_of(request: ExploreRequest) -> ExplorationRecord:
    return ExplorationRecord(
        settings=request.settings, grid=request.grid, budget=request.budget, board=request.board
    )


def point(name: str, size: int, accuracy: float) -> PointFigures:
    return PointFigures(
        name=name,
        run="",
        image_size=32,
        width=1.0,
        squeeze_ratio=0.125,
        share_3x3=0.5,
        bypass="none",
        accuracy=accuracy,
        accuracy_interval=(accuracy, accuracy),
        bytes=size,
        arena_bytes=1000 - size,
        macs=0,
        latency_ms=1.0,
        fits=True,
    )


def test_the_front_has_no_point_that_another_beats_in_both() -> None:
    points = [point("a", 10, 0.5), point("b", 20, 0.5), point("c", 20, 0.7), point("d", 30, 0.6)]
    assert front_of(points) == {"a", "c"}
    assert front_of(points, "arena_bytes") == {"d", "c"}
    assert front_of(points, "latency_ms") == {"c"}


@pytest.mark.usefixtures("plays")
def test_an_exploration_goes_on_with_a_larger_grid_and_tells_all_points(request_: ExploreRequest) -> None:
    task = RecordingTask()
    explored = explore(request_, task)
    assert [one.name for one in explored.points] == [
        "32px-width0.125-squeeze0.125-3x3-0.5-none",
        "32px-width0.25-squeeze0.125-3x3-0.5-none",
    ]
    assert not explored.failed
    assert not explored.from_scratch
    assert [(e.done, e.total) for e in task.events if isinstance(e, Progress)][-1] == (2, 2)
    with Path(explored.table).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [int(row["bytes"]) for row in rows] == [one.bytes for one in explored.points]
    assert [row["front_bytes"] for row in rows] == ["1", "0"]
    made = RunFolder(Path(explored.points[0].run)).record.stat().st_mtime_ns
    more = explore(with_grid(request_, widths=(0.125, 0.25, 0.5)), RecordingTask())
    assert len(more.points) == 3
    assert RunFolder(Path(explored.points[0].run)).record.stat().st_mtime_ns == made
    text = explored_text(more)
    assert "32px-width0.5-squeeze0.125-3x3-0.5-none" in text
    assert more.table in text
    for other in (
        with_grid(request_, squeeze_ratios=(0.5,)),
        msgspec.structs.replace(request_, board="esp32s3"),
    ):
        with pytest.raises(SqueezeError) as caught:
            explore(other, RecordingTask())
        assert caught.value.code in ("exploration-differs", "board-unknown")


@pytest.mark.usefixtures("plays")
def test_an_exploration_leaves_nothing_in_the_folder_for_temporary_files(
    request_: ExploreRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    explore(request_, RecordingTask())
    assert list(scratch.iterdir()) == []


@pytest.mark.usefixtures("plays")
def test_a_stopped_exploration_keeps_its_finished_points(request_: ExploreRequest) -> None:
    def one_is_done(event: object) -> bool:
        return isinstance(event, Progress) and event.done == 1

    with pytest.raises(Cancelled):
        explore(request_, RecordingTask(cancel_when=one_is_done))
    folder = ExplorationFolder(Path(request_.folder))
    points = folder.read_record().points
    assert [folder.is_finished(one) for one in points].count(True) >= 1
    assert len(explore(request_, RecordingTask()).points) == 2


@pytest.mark.usefixtures("plays")
def test_when_no_point_can_be_made_the_first_error_is_raised(request_: ExploreRequest, images: Path) -> None:
    for path in images.rglob("*.jpg"):
        path.unlink()
    with pytest.raises(SqueezeError) as caught:
        explore(request_, RecordingTask())
    assert caught.value.code in ("data-no-pictures", "data-no-classes")
    assert not Path(request_.folder).exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes among files")
def test_images_that_are_none_are_told_by_the_first_point(request_: ExploreRequest, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    data = msgspec.structs.replace(request_.settings.data, source=str(tmp_path / "pipe"))
    settings = msgspec.structs.replace(request_.settings, data=data)
    task = RecordingTask()
    with pytest.raises(SqueezeError) as caught:
        explore(msgspec.structs.replace(request_, settings=settings), task)
    assert caught.value.code == "not-a-file"
    assert not [event for event in task.events if isinstance(event, Progress) and event.done]
    assert not Path(request_.folder).exists()


def test_a_folder_of_something_else_is_left_alone(request_: ExploreRequest) -> None:
    folder = Path(request_.folder)
    folder.mkdir()
    (folder / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(SqueezeError) as caught:
        explore(request_, RecordingTask())
    assert caught.value.code == "not-empty"
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(
    ("name", "content"),
    [("explore.csv", "mine"), ("explore.lock", "mine"), ("points/notes.txt", ""), (".explore-1.tmp.csv", "")],
)
def test_files_of_the_persons_own_with_its_names_are_left_alone(
    name: str, content: str, request_: ExploreRequest
) -> None:
    own = Path(request_.folder) / name
    own.parent.mkdir(parents=True)
    own.write_text(content, encoding="utf-8")
    with pytest.raises(SqueezeError) as caught:
        explore(request_, RecordingTask())
    assert caught.value.code == "not-empty"
    assert [path for path in Path(request_.folder).rglob("*") if path.is_file()] == [own]
    assert own.read_text(encoding="utf-8") == content


@pytest.mark.parametrize("name", ["explore.csv", "explore.lock"])
def test_a_link_in_the_place_of_a_file_is_refused(
    name: str, request_: ExploreRequest, tmp_path: Path
) -> None:
    folder, own = ExplorationFolder(Path(request_.folder)), tmp_path / "own.txt"
    own.write_text("mine", encoding="utf-8")
    folder.path.mkdir()
    folder.write_record(record_of(request_))
    (folder.path / name).symlink_to(own)
    before = folder.record.read_bytes()
    with pytest.raises(SqueezeError) as caught:
        explore(with_grid(request_, widths=(0.5,)), RecordingTask())
    assert caught.value.code == "not-replaceable"
    assert (folder.record.read_bytes(), own.read_text(encoding="utf-8")) == (before, "mine")


def test_what_a_killed_session_left_goes_and_hinders_nobody(request_: ExploreRequest) -> None:
    folder = ExplorationFolder(Path(request_.folder))
    (folder.path / "points").mkdir(parents=True)
    (folder.path / "explore.lock").write_text("12")
    (folder.path / ".explore-12.tmp.json").write_text("{")
    with folder.locked():
        folder.write_record(record_of(request_))
        (folder.path / "points" / "one").mkdir()
    (folder.path / ".explore-13.tmp.csv").write_text("")
    with folder.locked():
        names = sorted(path.name for path in folder.path.iterdir())
    assert names == ["explore.json", "explore.lock", "points"]


def test_a_folder_that_is_moved_is_told_and_not_made_again(request_: ExploreRequest) -> None:
    folder = ExplorationFolder(Path(request_.folder))
    with folder.locked():
        folder.path.rename(folder.path.with_name("elsewhere"))
        with pytest.raises(SqueezeError) as caught:
            folder.require_in_place()
    assert caught.value.code == "run-moved"
    assert not folder.path.exists()


@pytest.mark.usefixtures("plays")
def test_a_worker_that_does_not_see_the_folder_returns_the_run(
    request_: ExploreRequest, tmp_path: Path
) -> None:
    from core.exploring.cluster import _zip
    from core.exploring.exploration import ExplorationRecord

    record = ExplorationRecord(
        settings=request_.settings, grid=request_.grid, budget=request_.budget, board=request_.board
    )
    one = record.points[0]
    job = PointJob(
        point=one,
        budget=record.budget,
        board=record.board,
        folder=str(tmp_path / "elsewhere"),
        seen_in=str(tmp_path / "explore.json"),
        seen=b"{}",
        data_name="pets.zip",
    )
    source = one.settings.data.source
    outcome = make_point(job, _zip(Path(source)), lambda: False)
    assert outcome.failed is None
    assert not (tmp_path / "elsewhere").exists()
    folder = RunFolder(tmp_path / "taken")
    take_files(folder, outcome.files, source)
    assert folder.read_record().settings.data.source == source
    assert folder.read_record().is_done("huffman")
    assert folder.file("huffman").read_bytes() == outcome.files["huffman.tflite"]
    for files in (outcome.files | {"../evil": b""}, {"labels.txt": b""}):
        with pytest.raises(SqueezeError) as caught:
            take_files(RunFolder(tmp_path / "refused"), files, source)
        assert caught.value.code == "cluster-answer"
    other = msgspec.structs.replace(job, version="0")
    with pytest.raises(SqueezeError) as caught:
        make_point(other, None, lambda: False)
    assert caught.value.code == "cluster-other-version"


def test_points_of_a_worker_that_is_killed_are_made_by_another(
    request_: ExploreRequest, played: RunFolder
) -> None:
    import_dask()
    request = with_grid(request_, widths=(0.125, 0.25, 0.5))
    with scheduler() as address:
        worker = ("-m", "tests.builders.dask_worker", address, str(played.path))
        # The first one never comes to an end of a point.
        with process(*worker, "9") as waiting, process(*worker, "0"):
            folder = ExplorationFolder(Path(request.folder))

            def kill_when_the_other_has_finished_a_point() -> bool:
                if folder.record.is_file() and waiting.poll() is None:
                    done = [folder.is_finished(one) for one in folder.read_record().points]
                    if done.count(True) == len(done) - 1:
                        waiting.kill()
                return False

            asked = msgspec.structs.replace(request, cluster=ClusterSettings(address=address))
            explored = explore(asked, Task(is_cancelled=kill_when_the_other_has_finished_a_point))
            assert waiting.wait() == -signal.SIGKILL
    assert len(explored.points) == 3
    assert not explored.failed


def test_what_is_no_cluster_is_told(request_: ExploreRequest) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    for wrong in (address, "nonsense://x"):
        with pytest.raises(SqueezeError) as caught:
            explore(
                msgspec.structs.replace(request_, cluster=ClusterSettings(address=wrong)), RecordingTask()
            )
        assert caught.value.code == "cluster-not-reached"


@needs_openssl
def test_a_cluster_with_tls_refuses_whoever_has_not_its_certificates(
    request_: ExploreRequest, tmp_path: Path
) -> None:
    import_dask()
    ours, strange = tls_options(tmp_path / "ours"), tls_options(tmp_path / "strange")
    with scheduler("--protocol", "tls", *dask_options(ours)) as address:
        _, ca, _, certificate, _, key = ours
        sound = ClusterSettings(address=address, tls_ca=ca, tls_cert=certificate, tls_key=key)
        plain = address.replace("tls", "tcp")
        for cluster in (
            ClusterSettings(address=address),
            ClusterSettings(address=plain),
            msgspec.structs.replace(sound, address=plain),
            msgspec.structs.replace(sound, tls_ca=strange[1], tls_cert=strange[3], tls_key=strange[5]),
            msgspec.structs.replace(sound, tls_key=strange[5]),
            msgspec.structs.replace(sound, tls_cert=str(tmp_path / "none.pem")),
        ):
            with pytest.raises(SqueezeError) as caught:
                explore(msgspec.structs.replace(request_, cluster=cluster), RecordingTask())
            assert caught.value.code == "cluster-not-reached"


def test_the_command_line_asks_for_what_its_options_say(tmp_path: Path) -> None:
    words = [
        "explore",
        "--out",
        str(tmp_path),
        "--data",
        "scenes",
        "--widths",
        "0.25,0.5",
        "--bypasses",
        "none,simple",
    ]
    request = explore_request(parser().parse_args([*words, "--epochs", "3", "--workers", "2"]))
    assert request.grid.widths == (0.25, 0.5)
    assert request.grid.bypasses == ("none", "simple")
    assert request.cluster.workers == 2
    assert request.settings.train.start_weights == START_SHIPPED
    for bad in (["--workers", "0"], ["--tls-ca", "ca.pem"], ["--board", "none"]):
        with pytest.raises(SqueezeError):
            explore_request(parser().parse_args([*words, *bad]))
