"""The command line as a person meets it, in processes of its own where that matters."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core import __version__, cli
from tests.builders.pictures import encoded, noise
from tests.builders.tflite_models import Contents, Graph, conv_constants, model_file, skewed_codes

ROOT = Path(__file__).parents[2]


def squeeze(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "core.cli", *words], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_help_names_every_command_and_starts_at_once() -> None:
    seconds = []
    for _ in range(3):
        started = time.monotonic()
        answer = squeeze("--help")
        seconds.append(time.monotonic() - started)
    assert answer.returncode == 0
    first_words = {line.split()[0] for line in answer.stdout.splitlines() if line.startswith("    ")}
    assert first_words >= set(cli.COMMANDS)
    assert min(seconds) < 0.5


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_command_has_help_and_takes_json(name: str) -> None:
    text = cli.parser().parse_args
    with pytest.raises(SystemExit) as caught:
        text([name, "--help"])
    assert caught.value.code == 0


def test_the_version_is_told() -> None:
    assert squeeze("--version").stdout == f"Squeeze Studio {__version__}\n"


@pytest.mark.parametrize(
    "words", [(), ("fly",), ("run", "--speed", "9"), ("run", "--image-size", "big"), ("compress", "m.tflite")]
)
def test_wrong_usage_is_an_error_of_the_table(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(words) == 2
    assert capsys.readouterr().err.startswith("error [usage]: ")


def test_an_error_is_json_for_a_script(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["run", "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "data-not-named"


def test_the_coded_file_never_replaces_the_model_it_is_made_from(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["compress", "m.tflite", "-o", "m.tflite"]) == 2
    assert "would replace" in capsys.readouterr().err


def test_the_doctor_reports_to_people_and_scripts(capsys: pytest.CaptureFixture[str]) -> None:
    code = cli.main(["doctor", "--json"])
    report = json.loads(capsys.readouterr().out)
    assert code == (0 if report["ok"] else 1)
    cli.main(["doctor"])
    text = capsys.readouterr().out
    assert all(need["name"] in text for need in report["needs"])


def picture_model() -> bytes:
    """A model that takes pictures of 8 x 8 and gives a number for each place and filter."""
    graph = Graph(Contents())
    given = graph.tensor((1, 8, 8, 3))
    output = graph.conv(given, *conv_constants(graph, skewed_codes((40, 3, 3, 3))), 8)
    return model_file(graph.finish((given,), (output,)))


WATCHED_WORK = """
import sys
from core.jobs import perform
from core.requests import CompressRequest, InspectRequest, PredictRequest
from core.task import Task

model, coded, picture = sys.argv[1:]
perform(CompressRequest(model=model, output=coded), Task())
perform(InspectRequest(model=coded), Task())
perform(PredictRequest(model=coded, pictures=(picture,)), Task())
print(sorted({"tensorflow", "tf_keras"} & set(sys.modules)))
"""


def test_work_on_model_files_costs_no_tensorflow(tmp_path: Path) -> None:
    model, picture = tmp_path / "m.tflite", tmp_path / "p.png"
    model.write_bytes(picture_model())
    picture.write_bytes(encoded(noise(1)))
    words = [str(model), str(tmp_path / "h.tflite"), str(picture)]
    answer = subprocess.run(
        [sys.executable, "-c", WATCHED_WORK, *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert answer.stderr.count("Traceback") == 0
    assert answer.stdout.splitlines()[-1] == "[]"


def test_a_reader_who_leaves_early_meets_no_traceback() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "core.cli", "doctor"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    with process.stderr as errors:
        assert errors.read() == b""
    assert process.wait() == 1
