"""PyTorch's weight files are read in both formats, and nothing in them is ever executed."""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.errors import SqueezeError
from core.networks.torch_file import read_tensors
from tests.builders.torch_files import (
    APPENDS,
    EMPTY_LIST,
    EMPTY_TUPLE,
    FALSE,
    MARK,
    NONE,
    PERSISTENT,
    REDUCE,
    TUPLE,
    dictionary,
    name,
    number,
    ordered_dictionary,
    pickled,
    storage,
    stream_file,
    tensor,
    text,
    tuple_of,
    weights_file,
    zip_file,
)

FORMATS = pytest.mark.parametrize("in_stream", [False, True], ids=["zip", "stream"])
Tensors = dict[str, NDArray[np.float32]]


def some_arrays() -> Tensors:
    chance = np.random.default_rng(2)
    shapes = {"conv.weight": (4, 3, 2, 2), "conv.bias": (4,), "large": (300, 7), "ö": (1,)}
    return {key: chance.normal(size=shape).astype(np.float32) for key, shape in shapes.items()}


def refusal(path: Path) -> str:
    with pytest.raises(SqueezeError) as caught:
        read_tensors(path)
    return caught.value.code


def one_tensor(path: Path, value: bytes, content: bytes, *, in_stream: bool, count: int) -> Path:
    """A file with one storage, "0"."""
    if in_stream:
        return stream_file(path, pickled(value), {"0": (count, content)})
    return zip_file(path, pickled(value), {"0": content})


@FORMATS
def test_tensors_come_back_as_they_were_saved(tmp_path: Path, in_stream: bool) -> None:
    saved = some_arrays()
    found = read_tensors(weights_file(tmp_path / "w.pth", saved, in_stream=in_stream))
    assert found.keys() == saved.keys()
    for key, array in saved.items():
        assert found[key].dtype == np.float32
        assert np.array_equal(found[key], array), key


@FORMATS
@pytest.mark.parametrize("kind", ["f2", "f8", "i8"])
def test_numbers_of_other_kinds_become_float32(tmp_path: Path, kind: str, in_stream: bool) -> None:
    numbers = np.array([1, -2, 3, 40]).astype(f"<{kind}")
    value = dictionary({"a": tensor(storage("0", kind, 4, in_stream=in_stream), (2, 2))})
    path = one_tensor(tmp_path / "w.pth", value, numbers.tobytes(), in_stream=in_stream, count=4)
    assert read_tensors(path)["a"].tolist() == [[1, -2], [3, 40]]


@FORMATS
def test_tensors_may_be_parts_of_one_storage_in_any_order(tmp_path: Path, in_stream: bool) -> None:
    stored = storage("0", "f4", 12, in_stream=in_stream)
    value = dictionary({"part": tensor(stored, (2, 3), (1, 2), 4), "whole": tensor(stored, (12,))})
    content = np.arange(12, dtype="<f4").tobytes()
    found = read_tensors(one_tensor(tmp_path / "w.pth", value, content, in_stream=in_stream, count=12))
    assert found["part"].tolist() == [[4, 6, 8], [5, 7, 9]]
    assert found["whole"].tolist() == list(range(12))


def test_numbers_of_a_machine_that_writes_the_high_byte_first(tmp_path: Path) -> None:
    value = pickled(dictionary({"a": tensor(storage("0", "f4", 3, in_stream=False), (3,))}))
    content = np.array([1, 2, 3], ">f4").tobytes()
    assert read_tensors(zip_file(tmp_path / "w.pth", value, {"0": content}, "big"))["a"].tolist() == [1, 2, 3]


@FORMATS
def test_a_checkpoint_with_other_things_beside_the_weights_is_read(tmp_path: Path, in_stream: bool) -> None:
    weights = dictionary({"a": tensor(storage("0", "f4", 2, in_stream=in_stream), (2,))})
    value = dictionary({"epoch": number(3), "note": text("best"), "state_dict": weights})
    content = np.array([5, 6], "<f4").tobytes()
    path = one_tensor(tmp_path / "w.pth", value, content, in_stream=in_stream, count=2)
    assert {key: array.tolist() for key, array in read_tensors(path).items()} == {"a": [5, 6]}


def test_parameters_are_tensors_too(tmp_path: Path) -> None:
    inner = tensor(storage("0", "f4", 2, in_stream=False), (2,))
    value = name("torch._utils", "_rebuild_parameter") + tuple_of(inner, FALSE, NONE) + REDUCE
    path = zip_file(tmp_path / "w.pth", pickled(dictionary({"a": value})), {"0": np.ones(2, "<f4").tobytes()})
    assert read_tensors(path)["a"].tolist() == [1, 1]


def hostile_values(witness: Path) -> dict[str, bytes]:
    """Pickles that would make a file if they were executed."""
    command = f"touch {witness}"
    call = tuple_of(text(command)) + REDUCE
    code = f"open({str(witness)!r}, 'w')"
    return {
        "os.system": name("os", "system") + call,
        "posix.system": name("posix", "system") + call,
        "builtins.eval": name("builtins", "eval") + tuple_of(text(code)) + REDUCE,
        "by stack": text("os") + text("system") + b"\x93" + call,
        "beside weights": dictionary({"a": name("os", "system") + call}),
        "as metadata": ordered_dictionary({}, name("builtins", "exec") + tuple_of(text(code)) + REDUCE),
        "as storage": tuple_of(text("storage"), name("os", "system"), text("0"), text("cpu"), number(1))
        + PERSISTENT,
        "attribute of a known module": name("torch._utils", "_rebuild_tensor_v2.__globals__") + EMPTY_TUPLE,
        "another loader": name("torch", "load") + tuple_of(text(str(witness))) + REDUCE,
    }


@FORMATS
@pytest.mark.parametrize("which", hostile_values(Path("x")))
def test_a_hostile_pickle_is_refused_and_nothing_of_it_runs(
    tmp_path: Path, which: str, in_stream: bool
) -> None:
    witness = tmp_path / "witness"
    value = pickled(hostile_values(witness)[which])
    path = tmp_path / "w.pth"
    if in_stream:
        stream_file(path, value, {})
    else:
        zip_file(path, value, {})
    assert refusal(path) == "weights-unsafe"
    assert not witness.exists()


def test_the_refusal_names_what_would_have_been_called(tmp_path: Path) -> None:
    path = zip_file(tmp_path / "w.pth", pickled(name("os", "system")), {})
    with pytest.raises(SqueezeError, match=r"it would call os\.system"):
        read_tensors(path)


@pytest.mark.parametrize(
    "value",
    [
        b"\x80\x02(ios\nsystem\n.",  # INST
        b"\x80\x02(cos\nsystem\no.",  # OBJ
        b"\x80\x02\x82\x01.",  # EXT1
        pickled(name("collections", "OrderedDict"), tuple_of(tuple_of()), REDUCE),
        pickled(name("collections", "OrderedDict"), EMPTY_TUPLE, b"\x81"),  # NEWOBJ
        pickled(name("torch._utils", "_rebuild_tensor_v2"), tuple_of(number(1)), REDUCE),
        pickled(number(5)),
        pickled(text("a"), EMPTY_TUPLE, REDUCE),
        pickled(REDUCE),
        pickled(),
        b"",
        b"\x80\x02",
        b"no pickle at all",
    ],
    ids=lambda value: value.hex() or "nothing",
)
def test_other_pickles_are_refused(tmp_path: Path, value: bytes) -> None:
    assert refusal(zip_file(tmp_path / "w.pth", value, {})) in ("weights-unreadable", "weights-unsafe")


SPOILT_TENSORS: dict[str, Callable[[bytes], bytes]] = {
    "too long": lambda stored: tensor(stored, (3,)),
    "steps too wide": lambda stored: tensor(stored, (2,), (2,)),
    "begins too late": lambda stored: tensor(stored, (1,), offset=2),
    "one number again and again": lambda stored: tensor(stored, (1 << 40,), (0,)),
    "empty": lambda stored: tensor(stored, (0,)),
    "more steps than sides": lambda stored: tensor(stored, (2,), (1, 1)),
    "storage missing": lambda stored: tensor(storage("1", "f4", 2, in_stream=False), (2,)),
    "storage shorter than said": lambda stored: tensor(storage("0", "f4", 3, in_stream=False), (3,)),
}


@pytest.mark.parametrize("which", SPOILT_TENSORS)
def test_tensors_stay_within_their_storage(tmp_path: Path, which: str) -> None:
    value = dictionary({"a": SPOILT_TENSORS[which](storage("0", "f4", 2, in_stream=False))})
    path = zip_file(tmp_path / "w.pth", pickled(value), {"0": np.ones(2, "<f4").tobytes()})
    assert refusal(path) == "weights-unreadable"


@FORMATS
def test_a_file_that_is_cut_short_anywhere_is_refused(tmp_path: Path, in_stream: bool) -> None:
    whole = weights_file(tmp_path / "w.pth", some_arrays(), in_stream=in_stream).read_bytes()
    cut = tmp_path / "cut.pth"
    for length in (0, 1, 2, 3, 10, *range(20, len(whole) - 1, 97), len(whole) - 1):
        cut.write_bytes(whole[:length])
        assert refusal(cut) == "weights-unreadable", length


@FORMATS
def test_a_damaged_file_is_read_or_refused_and_nothing_else(tmp_path: Path, in_stream: bool) -> None:
    whole = weights_file(tmp_path / "w.pth", some_arrays(), in_stream=in_stream).read_bytes()
    chance = np.random.default_rng(6)
    codes = set()
    for turn in range(2000):
        damaged = bytearray(whole)
        for place in chance.integers(0, min(len(whole), 1500), 3):
            if turn % 2:
                damaged[place] = chance.integers(256)
            else:
                # Lengths of four bytes, as large as can be.
                damaged[place : place + 4] = b"\xff\xff\xff\x7f"
        path = tmp_path / "damaged.pth"
        path.write_bytes(bytes(damaged))
        try:
            read_tensors(path)
        except SqueezeError as error:
            codes.add(error.code)
    assert codes <= {"weights-unreadable", "weights-unsafe"}
    assert "weights-unreadable" in codes


def test_nested_values_cost_no_more_than_their_length(tmp_path: Path) -> None:
    """Each level holds the one below twice: written out it would have 2**200 parts."""
    doubling = b"h\x00h\x00\x86q\x00" * 200
    value = b"\x80\x02" + number(1) + b"q\x00" + doubling + b"."
    assert refusal(zip_file(tmp_path / "w.pth", value, {})) == "weights-unreadable"
    as_key = b"\x80\x02" + number(1) + b"q\x00" + doubling + b"\x85}h\x00Ks" + b"."
    assert refusal(zip_file(tmp_path / "k.pth", as_key, {})) == "weights-unreadable"


def test_a_shape_of_a_hundred_thousand_sides_is_not_multiplied(tmp_path: Path) -> None:
    """Its sides are numbers of 2,040 bits: their product would take hours, and have 25 MB."""
    side = b"\x8a\xff" + b"\x7f" * 255 + b"q\x01"
    sides = MARK + side + b"h\x01" * 100_000 + TUPLE
    steps = MARK + number(0) + b"q\x02" + b"h\x02" * 100_000 + TUPLE
    stored = storage("0", "f4", 2, in_stream=False)
    made = tuple_of(stored, number(0), sides, steps, FALSE, NONE)
    value = dictionary({"a": name("torch._utils", "_rebuild_tensor_v2") + made + REDUCE})
    path = zip_file(tmp_path / "w.pth", pickled(value), {"0": np.ones(2, "<f4").tobytes()})
    assert refusal(path) == "weights-unreadable"


@FORMATS
def test_many_tensors_of_one_storage_come_to_no_more_than_the_file(tmp_path: Path, in_stream: bool) -> None:
    """A thousand tensors of the whole storage would be 4 GB."""
    stored = storage("0", "f4", 1 << 20, in_stream=in_stream)
    tensors = {str(which): tensor(stored, (1 << 20,)) for which in range(1000)}
    content = bytes(4 << 20)
    path = one_tensor(tmp_path / "w.pth", dictionary(tensors), content, in_stream=in_stream, count=1 << 20)
    assert refusal(path) == "weights-unreadable"


def test_a_storage_is_read_once_for_all_its_tensors(tmp_path: Path) -> None:
    """Read for each of them it would be 4 GB of reading."""
    stored = storage("0", "f4", 1 << 20, in_stream=False)
    tensors = {str(which): tensor(stored, (1,), offset=which) for which in range(1000)}
    content = np.arange(1 << 20, dtype="<f4").tobytes()
    found = read_tensors(zip_file(tmp_path / "w.pth", pickled(dictionary(tensors)), {"0": content}))
    assert [array.tolist() for array in found.values()] == [[which] for which in range(1000)]


def test_storages_that_lie_in_one_another_come_to_no_more_than_the_file(tmp_path: Path) -> None:
    """A zip's entries may all claim the same bytes."""
    tensors = {
        str(which): tensor(storage(str(which), "f4", 1 << 20, in_stream=False), (1,)) for which in range(50)
    }
    path = zip_file(tmp_path / "w.pth", pickled(dictionary(tensors)), {"0": bytes(4 << 20)})
    with zipfile.ZipFile(path, "a") as archive:
        whole = archive.getinfo("archive/data/0")
        for which in range(1, 50):
            copied = zipfile.ZipInfo(f"archive/data/{which}")
            copied.header_offset, copied.CRC = whole.header_offset, whole.CRC
            copied.file_size = copied.compress_size = whole.file_size
            archive.filelist.append(copied)
            archive.NameToInfo[copied.filename] = copied
        archive._didModify = True  # type: ignore[attr-defined]
    assert refusal(path) == "weights-unreadable"


def test_the_keys_of_a_stream_are_not_written_out(tmp_path: Path) -> None:
    """A key that holds the one below it twice, two hundred times, would never be a text."""
    path = stream_file(tmp_path / "w.pth", pickled(dictionary({})), {})
    content = path.read_bytes()
    doubled = number(1) + b"q\x00" + b"h\x00h\x00\x86q\x00" * 200
    path.write_bytes(
        content.removesuffix(pickled(EMPTY_LIST + MARK + APPENDS))
        + pickled(EMPTY_LIST + MARK + doubled + APPENDS)
    )
    assert refusal(path) == "weights-unreadable"


def test_a_compressed_zip_is_none_of_pytorchs(tmp_path: Path) -> None:
    path = tmp_path / "w.pth"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("archive/data.pkl", pickled(dictionary({})))
    assert refusal(path) == "weights-unreadable"


def test_an_encrypted_zip_is_none_of_pytorchs(tmp_path: Path) -> None:
    path = weights_file(tmp_path / "w.pth", some_arrays())
    content = bytearray(path.read_bytes())
    for magic, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        for found in re.finditer(re.escape(magic), bytes(content)):
            content[found.start() + place] |= 1
    path.write_bytes(content)
    assert refusal(path) == "weights-unreadable"


def test_a_storage_that_only_claims_to_be_long_costs_nothing(tmp_path: Path) -> None:
    value = dictionary({"a": tensor(storage("0", "f4", 1 << 60, in_stream=True), (2,))})
    path = stream_file(tmp_path / "w.pth", pickled(value), {"0": (1 << 60, bytes(8))})
    assert refusal(path) == "weights-unreadable"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "w.pth")
    assert refusal(tmp_path / "w.pth") == "not-a-file"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.pth") == "model-not-found"
