"""The command line as a person meets it, in processes of its own where that matters."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from core import __version__, cli
from tests.builders.images import encoded, noise
from tests.builders.tflite_models import Contents, Graph, conv_constants, model_file, skewed_codes

ROOT = Path(__file__).parents[2]
SLOW = {
    "numpy",
    "scipy",
    "PIL",
    "tensorflow",
    "tf_keras",
    "h5py",
    "flatbuffers",
    "jinja2",
    "serial",
    "esptool",
}
"""What no command needs to say what it takes: with any of these, a command starts visibly later."""


def squeeze(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "core.cli", *words], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_help_names_every_command_and_starts_without_what_takes_long_to_import() -> None:
    answer = squeeze("--help")
    assert answer.returncode == 0
    first_words = {line.split()[0] for line in answer.stdout.splitlines() if line.startswith("    ")}
    assert first_words >= set(cli.COMMANDS)
    script = "import sys; from core import cli; cli.parser(); print(*sys.modules)"
    imported = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    assert not SLOW & {name.partition(".")[0] for name in imported}


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


def image_model() -> bytes:
    """A model that takes images of 8 x 8 and gives a number for each place and filter."""
    graph = Graph(Contents())
    given = graph.tensor((1, 8, 8, 3))
    output = graph.conv(given, *conv_constants(graph, skewed_codes((40, 3, 3, 3))), 8)
    return model_file(graph.finish((given,), (output,)))


WATCHED_WORK = """
import sys
from core.jobs import perform
from core.requests import CompressRequest, InspectRequest, PredictRequest
from core.task import Task

model, coded, image = sys.argv[1:]
perform(CompressRequest(model=model, output=coded), Task())
perform(InspectRequest(model=coded), Task())
perform(PredictRequest(model=coded, images=(image,)), Task())
print(sorted({"tensorflow", "tf_keras"} & set(sys.modules)))
"""


def test_work_on_model_files_costs_no_tensorflow(tmp_path: Path) -> None:
    model, image = tmp_path / "m.tflite", tmp_path / "p.png"
    model.write_bytes(image_model())
    image.write_bytes(encoded(noise(1)))
    words = [str(model), str(tmp_path / "h.tflite"), str(image)]
    answer = subprocess.run(
        [sys.executable, "-c", WATCHED_WORK, *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert answer.stderr.count("Traceback") == 0
    assert answer.stdout.splitlines()[-1] == "[]"


def shell(line: str, **options: object) -> subprocess.CompletedProcess[str]:
    """A command line of a shell, with $S for the program."""
    own = f'"{sys.executable}" -m core.cli'
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        ["bash", "-c", line.replace("$S", own)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        **options,
    )


posix = pytest.mark.skipif(sys.platform == "win32", reason="needs a shell that closes streams")


@posix
@pytest.mark.parametrize(
    ("line", "code", "error"),
    [
        ("$S boards >&-", 1, "error [output-closed]"),
        ("$S boards --json >&-", 1, "error [output-closed]"),
        ("$S boards >&- 2>&-", 1, ""),
        ("$S boards <&- >&- 2>&-", 1, ""),
        ("$S boards > /dev/full", 1, "error [disk-full]"),
        ("$S fly <&- >&-", 2, "error [usage]"),
        ("$S fly 2>&-", 2, ""),
        ("$S fly 2>/dev/full", 2, ""),
        ("set -o pipefail; $S fly 2>&1 | true", 1, ""),
        ("set -o pipefail; $S fly --json 2>&1 | true", 1, ""),
        ("set -o pipefail; $S --help | true; true", 0, ""),
    ],
)
def test_streams_that_are_closed_or_full_are_no_surprise(line: str, code: int, error: str) -> None:
    said = shell(line)
    assert said.returncode == code
    assert said.stderr.startswith(error)
    assert "unexpected" not in said.stderr
    assert "Traceback" not in said.stderr
    assert "Exception ignored" not in said.stderr


@posix
@pytest.mark.parametrize("line", ["$S boards 2>&-", "$S boards 2>/dev/full", "$S boards <&-"])
def test_a_result_comes_also_where_progress_cannot_be_shown(line: str) -> None:
    said = shell(line)
    assert said.returncode == 0
    assert "virtual-esp32" in said.stdout


@posix
@pytest.mark.parametrize(
    ("words", "error"),
    [
        ((b"inspect", b"a\xff.tflite"), "error [name-not-text]: The name a\\xff.tflite"),
        ((b"data", b"x" * 300), "error [name-too-long]"),
        ((b"run", b"--data", b"scenes", b"--out", b"x" * 300), "error [name-too-long]"),
        ((b"run", b"--data", b"scenes", b"--out", b"pyproject.toml"), "error [not-a-folder]"),
        ((b"inspect", b"core"), "error [model-"),
        ((b"predict", b"core", b"a.jpg"), "error [model-"),
    ],
)
def test_names_that_cannot_be_used_are_errors_of_the_table(words: tuple[bytes, ...], error: str) -> None:
    said = subprocess.run(
        [sys.executable, "-m", "core.cli", *words], cwd=ROOT, capture_output=True, check=False
    )
    assert said.returncode in (1, 2)
    assert error in said.stderr.decode()


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
