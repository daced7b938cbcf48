"""Pickles of other programs, read without importing or calling anything that they name.

A pickle is a program for a machine with a stack (Python's pickletools lists the instructions) that may call
whatever can be imported. Here it gets the names that its reader needs, each by what stands for it, and any
other one ends the reading. Names are not all that a hostile pickle can use:

- A key is hashed. A tuple that holds another one twice, two hundred times over, is hashed for ever, and one
  that is nested deeply enough ends the process. So keys are texts, bytes and whole numbers, and there are no
  sets.
- BUILD sets attributes, such as the defaults of a function that stands for a name. Here a state is only
  noted, by a `Stateful`.
- Lengths and places in the memo may be anything. The machine in C makes a table as long as the highest place,
  and room as long as what a length claims; Python's own does not, so that one is used, as joblib uses it.
- One byte may make a dictionary of a hundred. So instructions are counted.
"""

from __future__ import annotations

import pickle
import pickletools
import warnings
from collections.abc import Callable, Mapping
from typing import Any, BinaryIO

_MOST_INSTRUCTIONS = 1_000_000
_HIGHEST_PROTOCOL = 4
_REFUSED = {
    *("EXT1", "EXT2", "EXT4", "NEWOBJ", "NEWOBJ_EX", "OBJ"),
    *("EMPTY_SET", "ADDITEMS", "FROZENSET"),
}
_LONGEST_NAME = 200


class UnsafePickle(pickle.UnpicklingError):
    """A pickle asks for something by a name that its reader does not need: 'module.name'."""

    def __init__(self, name: str) -> None:
        super().__init__(f"it asks for {name}")
        self.name = name


class Stateful:
    """Something that a pickle makes and then gives a state, which is noted and does nothing."""

    state: object = None


class RestrictedUnpickler(pickle._Unpickler):
    """Reads a pickle that knows `names` and nothing else; whatever is wrong with it is some `Exception`.

    A name, 'module.name', is given by what stands for it: a value, or a function for what the pickle calls.
    `encoding` is that of texts of Python 2, or "bytes". Readers of pickles that refer to things outside of
    them override `persistent_load`.
    """

    # What Python's own machine has, of which its type information says nothing.
    stack: list[Any]
    append: Callable[[object], None]
    pop_mark: Callable[[], list[Any]]

    def __init__(self, file: BinaryIO, names: Mapping[str, object], encoding: str = "latin1") -> None:
        super().__init__(file, encoding=encoding)
        self._names = names
        self._left = _MOST_INSTRUCTIONS

    def load(self) -> Any:
        """The value of the pickle that begins here; the file is left at its end. Raises `UnsafePickle`."""
        self._left = _MOST_INSTRUCTIONS
        with warnings.catch_warnings():
            # Of damaged texts Python warns before they are refused.
            warnings.simplefilter("ignore")
            return super().load()

    def find_class(self, module: str, name: str) -> Any:
        whole = f"{module}.{name}"
        if whole not in self._names:
            raise UnsafePickle(whole[:_LONGEST_NAME])
        return self._names[whole]

    def count(self) -> None:
        """Count an instruction."""
        self._left -= 1
        if self._left < 0:
            raise pickle.UnpicklingError("it has more instructions than anything that is read here")

    def load_build(self) -> None:
        """A state for what is on top. That of a dictionary says nothing of its entries."""
        state, made = self.stack.pop(), self.stack[-1]
        if isinstance(made, Stateful):
            made.state = state
        elif type(made) is not dict:
            raise pickle.UnpicklingError("it gives a state to what has none")

    def load_dict(self) -> None:
        items = self.pop_mark()
        self.append({})
        self._set(items)

    def load_setitem(self) -> None:
        value, key = self.stack.pop(), self.stack.pop()
        self._set([key, value])

    def load_setitems(self) -> None:
        self._set(self.pop_mark())

    def _set(self, items: list[Any]) -> None:
        entries = self.stack[-1]
        if type(entries) is not dict:
            raise pickle.UnpicklingError("it puts entries into what is no dictionary")
        for key, value in zip(items[::2], items[1::2], strict=True):
            if not isinstance(key, str | bytes | int):
                raise pickle.UnpicklingError("a key of a dictionary is neither text nor number")
            entries[key] = value

    def load_append(self) -> None:
        self._extend([self.stack.pop()])

    def load_appends(self) -> None:
        self._extend(self.pop_mark())

    def _extend(self, values: list[Any]) -> None:
        if type(self.stack[-1]) is not list:
            raise pickle.UnpicklingError("it appends to what is no list")
        self.stack[-1].extend(values)


def _instructions() -> dict[int, Callable[[Any], None]]:
    """What each instruction that is followed does, by its byte."""
    own = {
        "BUILD": RestrictedUnpickler.load_build,
        "DICT": RestrictedUnpickler.load_dict,
        "SETITEM": RestrictedUnpickler.load_setitem,
        "SETITEMS": RestrictedUnpickler.load_setitems,
        "APPEND": RestrictedUnpickler.load_append,
        "APPENDS": RestrictedUnpickler.load_appends,
    }
    stock: dict[int, Callable[[Any], None]] = pickle._Unpickler.dispatch
    followed = {}
    for instruction in pickletools.opcodes:
        name, code = instruction.name, ord(instruction.code)
        if instruction.proto <= _HIGHEST_PROTOCOL and name not in _REFUSED:
            followed[code] = _counted(own.get(name, stock[code]))
    return followed


def _counted(do: Callable[[Any], None]) -> Callable[[Any], None]:
    def counted(machine: RestrictedUnpickler) -> None:
        machine.count()
        do(machine)

    return counted


RestrictedUnpickler.dispatch = _instructions()
