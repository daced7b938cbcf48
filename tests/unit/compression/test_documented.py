"""What the documents say of coded models is tried: the format's decoder and bytes, the library's example."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.compression import compress_tflite
from core.compression.compressible import tensor_at
from core.compression.decode_operator import decoded_contents, decoders
from core.compression.huffman.bitstream import decode, encode
from core.compression.huffman.code import optimal_lengths
from core.compression.huffman.table import make_table
from core.compression.slimming import slim
from core.tflite.model_file import constant, parse
from tests.builders.tflite_models import branching_model, conv_model, float_ended_model, repeated_model

DOCS = Path(__file__).parents[3] / "docs"


def code_of(document: str) -> str:
    """The Python in a document."""
    (code,) = re.findall(r"^```python\n(.*?)^```$", (DOCS / document).read_text(), re.DOTALL | re.MULTILINE)
    return str(code)


@pytest.fixture(scope="module")
def documented_decoder() -> Callable[[bytes, bytes, int], list[int]]:
    names: dict[str, Any] = {}
    exec(code_of("decode-format.md"), names)
    found: Callable[[bytes, bytes, int], list[int]] = names["decode"]
    return found


def test_the_example_of_the_format_has_the_bytes_that_are_written(
    documented_decoder: Callable[[bytes, bytes, int], list[int]],
) -> None:
    text = (DOCS / "decode-format.md").read_text()
    (line,) = re.findall(r"^The \d+ symbols ([-\d ]+) take 32 bits", text, re.MULTILINE)
    symbols = [int(symbol) for symbol in line.split()]
    ancillary, encoded = (
        bytes.fromhex(found)
        for found in re.findall(r"^\| (?:ancillary|encoded) \| `(.*)` \|$", text, re.MULTILINE)
    )
    counts = np.zeros(256, np.int64)
    counts[[0, 1, 2, 255]] = 1000, 500, 4, 4
    table = make_table(optimal_lengths(counts), counts)
    assert table.ancillary == ancillary
    assert encode(np.array(symbols, np.int8), table) == encoded
    assert decode(encoded, len(symbols), ancillary).tolist() == symbols
    assert documented_decoder(encoded, ancillary, len(symbols)) == symbols


@pytest.mark.parametrize("plain", [conv_model(), branching_model(), repeated_model()])
def test_the_decoder_of_the_format_restores_every_tensor(
    documented_decoder: Callable[[bytes, bytes, int], list[int]], plain: bytes
) -> None:
    coded = parse(compress_tflite(plain).model)
    found = list(decoders(coded))
    assert found
    for decoder in found:
        words, ancillary = (
            constant(coded, tensor_at(coded, one)) for one in (decoder.payload, decoder.ancillary)
        )
        assert words is not None
        assert ancillary is not None
        expected = decoded_contents(coded, decoder)
        assert documented_decoder(words.tobytes(), ancillary.tobytes(), len(expected)) == expected.tolist()


def test_the_example_of_the_library_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("model.tflite").write_bytes(float_ended_model())
    names: dict[str, Any] = {}
    exec(code_of("library.md"), names)
    assert names["plain"] == slim(float_ended_model())
    assert Path("coded.tflite").read_bytes() == compress_tflite(float_ended_model()).model
    assert "1 tensors decoded at run time" in capsys.readouterr().out
    Path("model.tflite").write_bytes(b"no model")
    with pytest.raises(SystemExit, match="model-unreadable"):
        exec(code_of("library.md"), {})
