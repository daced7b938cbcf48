"""Feeds random bytes to the firmware's readers: `python -m tests.firmware.fuzz [--seconds N]`.

Each fuzz target of firmware/host_test runs for N seconds (60 by default), from the golden vectors on. What
makes one fail is left in firmware/host_test/build/fuzz; the exit code is 1 then.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Iterator

from tests.builders.golden import hexadecimal, records, value, values
from tests.firmware.host_build import BUILD, build

FOLDER = BUILD / "fuzz"
_MOST_BYTES = 4096


def link_seeds() -> Iterator[bytes]:
    """Streams and frames that a line may bring."""
    yield from (hexadecimal(value(record, "stream")) for record in records("link_streams.txt"))
    yield from (hexadecimal(value(record, "wire")) for record in records("link_frames.txt"))


def model_image_seeds() -> Iterator[bytes]:
    """The sound images."""
    found = (values(record, "image") for record in records("model_image.txt"))
    yield from (hexadecimal(image) for images in found for image in images)


TARGETS = {"link": link_seeds, "model_image": model_image_seeds}


def run(target: str, seconds: int) -> bool:
    """Run one target; whether it held out."""
    corpus = FOLDER / f"corpus_{target}"
    corpus.mkdir(exist_ok=True)
    for number, seed in enumerate(TARGETS[target]()):
        (corpus / f"seed_{number}").write_bytes(seed)
    limits = [f"-max_total_time={seconds}", f"-max_len={_MOST_BYTES}", "-print_final_stats=1", "-verbosity=0"]
    command = [str(FOLDER / f"fuzz_{target}"), *limits, f"-artifact_prefix={FOLDER}/", str(corpus)]
    print(f"--- {target}, {seconds} s", flush=True)
    return subprocess.run(command, check=False).returncode == 0


def main(arguments: list[str]) -> int:
    """Build and run all targets; 1 when one failed or clang is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--seconds", type=int, default=60)
    seconds = parser.parse_args(arguments).seconds
    if shutil.which("clang++") is None:
        print("The fuzz targets need clang and its run-time library.", file=sys.stderr)
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    build(FOLDER, "-D", "FUZZ=ON", "-D", "CMAKE_CXX_COMPILER=clang++")
    held_out = [run(target, seconds) for target in TARGETS]
    return 0 if all(held_out) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
