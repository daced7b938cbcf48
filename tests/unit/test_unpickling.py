"""A pickle makes plain values and what its reader offers; nothing in it runs, hangs or takes memory."""

from __future__ import annotations

import io
import pickle
import struct
import tracemalloc
from collections.abc import Callable
from typing import Any

import pytest

from core.unpickling import RestrictedUnpickler, Stateful, UnsafePickle

MEGABYTE = 1 << 20


class Made(Stateful):
    """What the pickles of these tests may ask for."""


def made(*_: object, note: str = "not changed") -> Made:
    assert note == "not changed"
    return Made()


NAMES = {"box.Made": Made, "box.make": made, "box.value": 7}
MADE, MAKE, VALUE = b"cbox\nMade\n", b"cbox\nmake\n", b"cbox\nvalue\n"
DOUBLED = b"K\x01\x85q\x000" + b"h\x00h\x00\x86q\x000" * 200 + b"h\x00"
"""A tuple that holds another one twice, two hundred times over."""
DEEP = b"K\x01" + b"\x85" * 200_000
"""A tuple in a tuple, and so on: Python in C is at the end of its stack long before."""


def read(content: bytes, names: dict[str, Any] | None = None) -> Any:
    return RestrictedUnpickler(io.BytesIO(content), NAMES if names is None else names).load()


def test_plain_values_of_every_protocol_come_back() -> None:
    value = {
        "text": "ö" * 300,
        b"bytes": bytes(range(256)) * 2,
        3: [1, -2, 300, 70_000, 1 << 40, -(1 << 100), True, False, None, 0.5],
        "tuples": ((), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4)),
        "again": ["shared"] * 3,
        "inside": {"a": {"b": []}},
    }
    for protocol in range(5):
        # Below 3, bytes are written as a call.
        expected = value if protocol > 2 else {key: one for key, one in value.items() if key != b"bytes"}
        assert read(pickle.dumps(expected, protocol)) == expected


def test_pickles_one_after_the_other_are_read_one_by_one() -> None:
    file = io.BytesIO(b"".join(pickle.dumps(value, protocol=4) for value in ("first", [2])) + b"rest")
    assert [RestrictedUnpickler(file, {}).load() for _ in range(2)] == ["first", [2]]
    assert file.read() == b"rest"


def test_names_stand_for_what_is_offered_and_a_state_is_noted() -> None:
    found = read(MAKE + b"(K\x01tR(K\x02I3\ntb.")
    assert isinstance(found, Made)
    assert found.state == (2, 3)
    assert read(VALUE + b".") == 7


@pytest.mark.parametrize(
    "content",
    [
        b"cos\nsystem\n(S'true'\ntR.",
        b"(S'true'\nios\nsystem\n.",
        b"(cos\nsystem\nS'true'\no.",
        b"\x80\x04\x8c\x02os\x8c\x06system\x93\x8c\x04true\x85R.",
        b"\x80\x02cos\nsystem\n\x8c\x04true\x85\x81.",
    ],
)
def test_other_names_are_refused_and_told(content: bytes) -> None:
    with pytest.raises(UnsafePickle, match=r"it asks for os\.system") as caught:
        read(content)
    assert caught.value.name == "os.system"


def test_a_name_within_an_offered_one_is_another_name() -> None:
    with pytest.raises(UnsafePickle):
        read(b"\x80\x04\x8c\x03box\x8c\x10make.__globals__\x93.")


@pytest.mark.parametrize(
    "key", [DOUBLED, DEEP, MAKE + b")R", b"N", b"]"], ids=["doubled", "deep", "made", "none", "list"]
)
@pytest.mark.parametrize(
    "by", [b"}%sK\x01s.", b"}(%sK\x01u.", b"(%sK\x01d."], ids=["setitem", "setitems", "dict"]
)
def test_what_is_costly_to_hash_is_no_key(key: bytes, by: bytes) -> None:
    with pytest.raises(pickle.UnpicklingError, match="neither text nor number"):
        read(by % key)


@pytest.mark.parametrize("content", [b"\x8f(%s\x90.", b"(%s\x91."], ids=["set", "frozenset"])
def test_there_are_no_sets(content: bytes) -> None:
    refused(content % DOUBLED)


def test_deep_and_shared_values_are_made_in_no_time_where_they_are_no_keys() -> None:
    assert isinstance(read(DOUBLED + b"."), tuple)
    assert isinstance(read(DEEP + b"."), tuple)
    assert isinstance(read(b"]" * 200_000 + b"a" * 199_999 + b"."), list)


@pytest.mark.parametrize(
    "content",
    [
        MAKE + b"N}S'__defaults__'\n(K\x01tsS'__kwdefaults__'\n}S'note'\nS'changed'\nss\x86b.",
        MAKE + b"}S'note'\nS'changed'\nsb.",
        MADE + b"}S'state'\nS'changed'\nsb.",
        MADE + b"N}S'state'\nS'changed'\ns\x86b.",
        b"]}S'a'\nK\x01sb.",
        VALUE + b"}b.",
        b"S'text'\n}b.",
    ],
)
def test_a_state_changes_nothing_of_ours(content: bytes) -> None:
    refused(content)
    assert isinstance(made(), Made)
    assert Made.state is None
    assert not hasattr(made, "note")


def test_what_python_itself_would_have_changed_is_changed() -> None:
    """The attack is one: the stock reader gives the function other defaults."""

    def victim(*, note: str = "not changed") -> str:
        return note

    class Stock(pickle.Unpickler):
        def find_class(self, module: str, name: str) -> Any:
            assert (module, name) == ("box", "make")
            return victim

    Stock(io.BytesIO(MAKE + b"N}S'__kwdefaults__'\n}S'note'\nS'changed'\nss\x86b.")).load()
    assert victim() == "changed"


@pytest.mark.parametrize(
    "content",
    [
        VALUE + b")R.",  # not to be called
        b"S'text'\n)R.",
        b"K\x01K\x02R.",
        MADE + b")\x81.",  # NEWOBJ
        b"K\x01K\x02s.",  # entries of what is no dictionary
        b"(K\x01K\x02K\x03d.",  # a key without a value
        b"K\x01K\x02a.",  # appended to what is no list
        b"K\x01(K\x02e.",
        b"S'a'\nQ.",  # outside of the pickle
        b"Pa\n.",
        b"\x82\x01.",  # EXT1
        b"h\x07.",  # from an empty place
        b"p-1\n.",
        b"\x80\x09N.",  # of a protocol that there is not
        b"\x96\x04\0\0\0\0\0\0\0abcd.",  # BYTEARRAY8
        b"\x97.",  # NEXT_BUFFER
        b"0.",  # an empty stack
        b"t.",  # no mark
        b"(.",
        b".",
        b"",
        b"K",
        b"N",
        b"\xff",
    ],
)
def test_what_makes_no_sense_is_refused(content: bytes) -> None:
    refused(content)


HUGE = (1 << 31) - 1


@pytest.mark.parametrize(
    "content",
    [
        b"]r\xff\xff\xff\xff.",
        b"]p99999999999999\n.",
        b"X" + struct.pack("<I", HUGE) + b"a.",
        b"T" + struct.pack("<i", HUGE) + b"a.",
        b"B" + struct.pack("<I", HUGE) + b"a.",
        b"\x8d" + struct.pack("<Q", 1 << 40) + b"a.",
        b"\x8e" + struct.pack("<Q", 1 << 40) + b"a.",
        b"\x96" + struct.pack("<Q", 1 << 40) + b"a.",
        b"\x8b" + struct.pack("<i", HUGE) + b"a.",
        b"\x95" + struct.pack("<Q", 1 << 40) + b"N.",
        b"\x95" + struct.pack("<Q", 1 << 62) + b"N.",
    ],
)
def test_places_and_lengths_that_are_only_claimed_cost_nothing(content: bytes) -> None:
    assert peak(lambda: attempt(content)) < MEGABYTE


@pytest.mark.parametrize("filler", [b"}", b"("], ids=["dictionaries", "marks"])
def test_no_pickle_makes_more_than_a_million_things(filler: bytes) -> None:
    with pytest.raises(pickle.UnpicklingError, match="more instructions"):
        read(filler * 1_100_000)


def test_each_pickle_of_a_file_may_be_as_long_as_the_others() -> None:
    one = b"N0" * 300_000 + b"N."
    machine = RestrictedUnpickler(io.BytesIO(one + one), {})
    assert (machine.load(), machine.load()) == (None, None)


def test_numbers_of_many_digits_are_no_work() -> None:
    refused(b"L" + b"9" * 1_000_000 + b"L\n.")
    assert read(b"\x8b" + struct.pack("<i", 1_000_000) + b"\x01" * 1_000_000 + b".") > 0


def refused(content: bytes) -> None:
    # Whoever reads a file makes one coded error of whatever is raised.
    with pytest.raises(Exception):  # noqa: B017, PT011
        read(content)


def attempt(content: bytes) -> None:
    try:
        read(content)
    except MemoryError:
        raise
    except Exception:
        return


def peak(work: Callable[[], object]) -> int:
    """The most memory that Python's objects take at a time, in bytes, while something is done."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
