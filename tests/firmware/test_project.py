"""What the firmware's project and the program must say alike."""

from __future__ import annotations

import re
from typing import get_args

import msgspec
import pytest
from ai_edge_litert import schema_py_generated as schema

from core import __version__
from core.boards.firmware_bundles.toolchains import IDF_RELEASE, IDF_SERIES
from core.boards.partition_table import FIRMWARE_FLASH_BYTES, layout
from core.boards.profile import Variant
from core.compression.coding import compress_model
from core.networks.architecture import NetworkShape
from core.settings import HuffmanSettings, NetworkSettings
from core.task import Task
from core.tflite.model_file import parse
from tests.builders.bundles import partitions_csv
from tests.builders.squeezenets import network_model
from tests.firmware.host_build import FIRMWARE


def text(name: str) -> str:
    return (FIRMWARE / name).read_text(encoding="utf-8")


def operator_name(code: schema.OperatorCodeT) -> str:
    if code.customCode:
        return bytes(code.customCode).decode()
    names = {number: name for name, number in vars(schema.BuiltinOperator).items()}
    return str(names[code.builtinCode])


def test_its_flash_is_laid_out_as_the_program_writes_it() -> None:
    assert text("partitions.csv") == partitions_csv(layout(FIRMWARE_FLASH_BYTES))


def test_its_version_is_the_programs() -> None:
    assert text("version.txt").strip() == __version__


def test_it_is_built_as_every_variant_that_a_board_may_need() -> None:
    named = re.findall(r'default "([^"]+)"', text("main/Kconfig.projbuild"))
    assert sorted(named) == sorted(get_args(Variant))


def test_everything_that_it_is_built_from_has_one_version() -> None:
    versions = re.findall(r'(?:version|espressif/[\w-]+): "([^"]+)"', text("main/idf_component.yml"))
    assert len(versions) == 4
    assert all(re.fullmatch(r"==\d+\.\d+\.\d+", version) for version in versions)


def test_esp_idf_is_built_with_in_a_release_that_the_firmware_takes() -> None:
    taken = re.search(r'idf: ">=(\d+)\.(\d+),<(\d+)"', text("main/idf_component.yml"))
    assert taken
    release = tuple(map(int, IDF_RELEASE.removeprefix("v").split(".")))
    assert (int(taken[1]), int(taken[2])) <= release < (int(taken[3]),)
    assert ((int(taken[1]), int(taken[2])), (int(taken[3]), 0)) == IDF_SERIES


def network(**settings: object) -> bytes:
    """A network of the settings with coded weights, for images of 64 by 64."""
    shape = NetworkShape(msgspec.convert(settings, NetworkSettings), 64, 3, 6)
    return compress_model(network_model(shape), Task(), HuffmanSettings()).model


def test_it_has_the_operators_of_our_models_and_no_others() -> None:
    header = text("components/classifier/include/classifier/operators.h")
    known = set(re.findall(r"BuiltinOperator_(\w+)", header)) | set(re.findall(r'"(TFLM_\w+)"', header))
    models = [network(width=0.25), *(network(width=0.25, bypass=kind) for kind in ("simple", "complex"))]
    models.append(network(name="alexnet", width=0.25))
    used = {operator_name(code) for model in models for code in parse(model, "model").operatorCodes}
    assert known == used


@pytest.mark.parametrize("folder", ["components/squeeze", "components/classifier"])
def test_every_source_is_built(folder: str) -> None:
    listed = set(re.findall(r"\b\w+\.cc\b", text(f"{folder}/sources.cmake")))
    assert listed == {path.name for path in (FIRMWARE / folder / "src").iterdir()}


def test_every_source_for_the_chip_is_built() -> None:
    listed = set(re.findall(r"\b\w+\.cc\b", text("main/CMakeLists.txt")))
    assert listed == {path.name for path in (FIRMWARE / "main").glob("*.cc")}


def test_the_portable_part_knows_nothing_of_the_chip_nor_of_the_runtime() -> None:
    sources = [path for path in (FIRMWARE / "components/squeeze").rglob("*") if path.suffix in (".h", ".cc")]
    included = {
        name for path in sources for name in re.findall(r'#include "([^"]+)"', path.read_text("utf-8"))
    }
    assert included
    assert all(name.startswith("squeeze/") for name in included)
