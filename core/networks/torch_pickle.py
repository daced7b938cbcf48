"""The pickles of PyTorch's weight files, read without being executed.

A pickle is a program that may call anything. This reads the few instructions that a dictionary of tensors is
written with (pickletools names them; torch/serialization.py writes them), and what it would call is only
noted: names other than those of tensors, storages and ordered dictionaries are refused.
"""

from __future__ import annotations

import pickletools
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO

_MOST_INSTRUCTIONS = 1_000_000

_ORDERED_DICT = "collections OrderedDict"
_TENSOR = "torch._utils _rebuild_tensor_v2"
_OLD_TENSOR = "torch._utils _rebuild_tensor"
_PARAMETER = "torch._utils _rebuild_parameter"
STORAGES = {
    "torch FloatStorage": "f4",
    "torch DoubleStorage": "f8",
    "torch HalfStorage": "f2",
    "torch LongStorage": "i8",
}
"""The kinds of storage that are read, with numpy's names for their numbers."""


class UnreadablePickle(ValueError):
    """It is no pickle, or not one of tensors."""


class UnsafePickle(ValueError):
    """It asks for something by name that no tensor needs; the name is its only argument."""


@dataclass(frozen=True)
class Name:
    """Something that the pickle asks for by name, 'module name'."""

    name: str


@dataclass(frozen=True)
class Storage:
    """Numbers kept elsewhere in the file, under `key`; `kind` is one of `STORAGES`."""

    kind: str
    key: str
    count: int


@dataclass(frozen=True)
class Tensor:
    """A part of a storage: where it begins, its sides, and how far apart neighbours along each lie."""

    storage: Storage
    offset: int
    shape: tuple[int, ...]
    strides: tuple[int, ...]


@dataclass(frozen=True)
class Pickled:
    """The value of a pickle, and the storages that it refers to, by key.

    Dictionaries, lists, tuples, texts and numbers are themselves, tensors are `Tensor`.
    """

    value: object
    storages: Mapping[str, Storage]


def read_pickle(file: BinaryIO) -> Pickled:
    """The pickle that begins here; the file is left at its end.

    Raises `UnreadablePickle` and `UnsafePickle`.
    """
    machine = _Machine()
    try:
        with warnings.catch_warnings():
            # Of damaged names it warns before they are refused.
            warnings.simplefilter("ignore")
            for instruction, argument, _ in islice(pickletools.genops(file), _MOST_INSTRUCTIONS):
                if instruction.name == "STOP":
                    return Pickled(machine.pop(), machine.storages)
                machine.do(instruction.name, argument)
    except UnsafePickle:
        raise
    except (ValueError, TypeError, LookupError, AttributeError, OverflowError) as error:
        raise UnreadablePickle(str(error)) from error
    raise UnreadablePickle("it has no end")


class _Mark:
    """Stands on the stack where a list of arguments begins."""


class _Machine:
    """A pickle's stack and memory while it is read."""

    def __init__(self) -> None:
        self._stack: list[object] = []
        self._memory: dict[int, object] = {}
        self.storages: dict[str, Storage] = {}

    def pop(self) -> object:
        return self._stack.pop()

    def do(self, instruction: str, argument: object) -> None:
        """Carry out one instruction. Raises `UnsafePickle`, and anything else for one that makes no sense."""
        if instruction in _IGNORED:
            return
        if instruction in _LITERALS:
            self._stack.append(argument)
        elif instruction in _FIXED:
            self._stack.append(_FIXED[instruction]())
        else:
            _ACTIONS[instruction](self, argument)

    def since_mark(self) -> list[object]:
        place = max(i for i, value in enumerate(self._stack) if isinstance(value, _Mark))
        values = self._stack[place + 1 :]
        del self._stack[place:]
        return values

    def mark(self, _: object) -> None:
        self._stack.append(_Mark())

    def tuple_of(self, count: int) -> None:
        values = self._stack[len(self._stack) - count :]
        if len(values) < count:
            raise UnreadablePickle("its stack is too short")
        del self._stack[len(self._stack) - count :]
        self._stack.append(tuple(values))

    def marked_tuple(self, _: object) -> None:
        self._stack.append(tuple(self.since_mark()))

    def remember(self, place: object) -> None:
        self._memory[_number(place)] = self._stack[-1]

    def memoize(self, _: object) -> None:
        self._memory[len(self._memory)] = self._stack[-1]

    def recall(self, place: object) -> None:
        self._stack.append(self._memory[_number(place)])

    def append(self, values: list[object]) -> None:
        _list(self._stack[-1]).extend(values)

    def set_items(self, values: list[object]) -> None:
        if not all(isinstance(key, str | int) for key in values[::2]):
            raise UnreadablePickle("a key of a dictionary is neither text nor number")
        _dictionary(self._stack[-1]).update(zip(values[::2], values[1::2], strict=True))

    def name(self, name: object) -> None:
        self._stack.append(_allowed(str(name)))

    def stack_name(self, _: object) -> None:
        name, module = self.pop(), self.pop()
        self._stack.append(_allowed(f"{module} {name}"))

    def persistent(self, _: object) -> None:
        storage = _storage(self.pop())
        if self.storages.setdefault(storage.key, storage) != storage:
            raise UnreadablePickle("a storage is described in two ways")
        self._stack.append(storage)

    def call(self, _: object) -> None:
        arguments, called = self.pop(), self.pop()
        if not isinstance(arguments, tuple) or not isinstance(called, Name):
            raise UnreadablePickle("it calls what is no name")
        self._stack.append(_made(called.name, arguments))

    def build(self, _: object) -> None:
        """A state for what is on top: dictionaries of weights have one that says nothing of the weights."""
        self.pop()
        _dictionary(self._stack[-1])


_IGNORED = frozenset({"PROTO", "FRAME"})
_LITERALS = frozenset(
    {
        *("BININT", "BININT1", "BININT2", "LONG1", "BINFLOAT"),
        *("BINUNICODE", "SHORT_BINUNICODE", "BINSTRING", "SHORT_BINSTRING"),
    }
)
_FIXED: dict[str, Callable[[], object]] = {
    "NONE": lambda: None,
    "NEWTRUE": lambda: True,
    "NEWFALSE": lambda: False,
    "EMPTY_TUPLE": tuple,
    "EMPTY_LIST": list,
    "EMPTY_DICT": dict,
}
_ACTIONS: dict[str, Callable[[_Machine, object], None]] = {
    "MARK": _Machine.mark,
    "TUPLE": _Machine.marked_tuple,
    "TUPLE1": lambda machine, _: machine.tuple_of(1),
    "TUPLE2": lambda machine, _: machine.tuple_of(2),
    "TUPLE3": lambda machine, _: machine.tuple_of(3),
    "BINPUT": _Machine.remember,
    "LONG_BINPUT": _Machine.remember,
    "MEMOIZE": _Machine.memoize,
    "BINGET": _Machine.recall,
    "LONG_BINGET": _Machine.recall,
    "APPEND": lambda machine, _: machine.append([machine.pop()]),
    "APPENDS": lambda machine, _: machine.append(machine.since_mark()),
    "SETITEM": lambda machine, _: machine.set_items([machine.pop(), machine.pop()][::-1]),
    "SETITEMS": lambda machine, _: machine.set_items(machine.since_mark()),
    "GLOBAL": _Machine.name,
    "STACK_GLOBAL": _Machine.stack_name,
    "BINPERSID": _Machine.persistent,
    "REDUCE": _Machine.call,
    "BUILD": _Machine.build,
}


def _allowed(name: str) -> Name:
    if name not in (_ORDERED_DICT, _TENSOR, _OLD_TENSOR, _PARAMETER, *STORAGES):
        raise UnsafePickle(name)
    return Name(name)


def _made(name: str, arguments: tuple[object, ...]) -> object:
    """What a call gives: of the names that are allowed, these make something."""
    if name == _ORDERED_DICT and not arguments:
        return {}
    if name in (_TENSOR, _OLD_TENSOR):
        storage, offset, shape, strides = arguments[:4]
        if not isinstance(storage, Storage):
            raise UnreadablePickle("a tensor has no storage")
        return Tensor(storage, _number(offset), _numbers(shape), _numbers(strides))
    if name == _PARAMETER and isinstance(arguments[0], Tensor):
        return arguments[0]
    raise UnreadablePickle(f"it calls {name} otherwise than tensors do")


def _storage(identity: object) -> Storage:
    """The storage that a persistent id names: ('storage', kind, key, location, count, and maybe a view)."""
    if not isinstance(identity, tuple) or len(identity) < 5 or identity[0] != "storage":
        raise UnreadablePickle("it refers to something that is no storage")
    _, kind, key, _, count, *view = identity
    if not isinstance(kind, Name) or kind.name not in STORAGES or not isinstance(key, str):
        raise UnreadablePickle("a storage is of a kind that is not known")
    if view not in ([], [None]):
        raise UnreadablePickle("a storage is a view of another one")
    return Storage(kind.name, key, _number(count))


def _number(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise UnreadablePickle("something else stands where a count should")
    return value


def _numbers(value: object) -> tuple[int, ...]:
    if not isinstance(value, tuple):
        raise UnreadablePickle("a shape is no tuple")
    return tuple(_number(one) for one in value)


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise UnreadablePickle("it appends to what is no list")
    return value


def _dictionary(value: object) -> dict[object, object]:
    if not isinstance(value, dict):
        raise UnreadablePickle("it puts entries into what is no dictionary")
    return value
