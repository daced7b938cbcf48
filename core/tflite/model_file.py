"""Model files read, checked, edited as objects, and written.

A parsed model is the generated object API's `ModelT` (ai_edge_litert's `schema_py_generated`, which needs no
TensorFlow): tables as objects, vectors of numbers as numpy arrays. Whoever parses a model owns it and may
change it; between functions models travel as bytes.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import numpy as np
from ai_edge_litert import schema_py_generated as schema

from core.errors import ModelError
from core.files import content_of
from core.tflite.parser import Damaged, parse_tables
from core.tflite.serializer import Handle, NodeRecorder, References, Table, pack_nodes
from core.tflite.verifier import require_sound

_MODEL_BUFFERS_SLOT = 4
_BUFFER_DATA_SLOT = 0
_UNNAMED = "The model"

_PARSING_ERRORS = (
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    TypeError,
    ValueError,
    struct.error,
)
"""What generated code raises when offsets inside options are damaged."""


def read_model(path: Path) -> bytes:
    """The bytes of a model file, checked as `parse` does.

    Raises model-not-found, model-unreadable and not-a-file.
    """
    try:
        data = content_of(path)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ModelError("model-not-found", path=path) from error
    except OSError as error:
        raise ModelError("model-unreadable", detail=str(error), path=path) from error
    parse(data, str(path))
    return data


def parse(data: bytes, name: str = _UNNAMED) -> schema.ModelT:
    """The model in `data`, as objects. Their arrays are read-only views of it: replace them, whole.

    Every offset is followed and every index looked up once, so that neither this program nor a runtime is
    led astray by what it returns. Vectors that a file leaves out, of tensors, operators and what they read
    and write, are there and empty. Raises model-unreadable, with `name` in its sentence.
    """
    try:
        parse_tables(data)
        model = schema.ModelT.InitFromPackedBuf(data)
        _take_in_outer_buffers(model, data)
        _name_kinds_by_the_present_field(model)
        _fill_in_vectors(model)
        require_sound(model)
    except Damaged as error:
        raise ModelError("model-unreadable", detail=str(error), path=name) from error
    except _PARSING_ERRORS as error:
        raise ModelError("model-unreadable", detail=f"damaged options: {error!r}", path=name) from error
    return model


def _take_in_outer_buffers(model: schema.ModelT, data: bytes) -> None:
    """Bring in the contents that large models keep behind the FlatBuffer."""
    taken = 0
    for buffer in model.buffers or ():
        if buffer.offset > 1:
            taken += buffer.size
            if buffer.offset + buffer.size > len(data) or taken > len(data):
                raise Damaged("the buffers behind the model are longer than the file")
            buffer.data = np.frombuffer(data, np.uint8, buffer.size, buffer.offset)
        buffer.offset = buffer.size = 0


def _name_kinds_by_the_present_field(model: schema.ModelT) -> None:
    """Let `builtinCode` alone say what an operator is: files before 2020 have the older field only."""
    for code in model.operatorCodes or ():
        code.builtinCode = max(code.builtinCode, code.deprecatedBuiltinCode)


def _fill_in_vectors(model: schema.ModelT) -> None:
    """Empty vectors in place of absent ones: they mean the same."""
    model.operatorCodes = model.operatorCodes or []
    for subgraph in model.subgraphs or ():
        subgraph.tensors = subgraph.tensors or []
        subgraph.operators = subgraph.operators or []
        for owner in (subgraph, *subgraph.operators):
            owner.inputs = np.zeros(0, np.int32) if owner.inputs is None else owner.inputs
            owner.outputs = np.zeros(0, np.int32) if owner.outputs is None else owner.outputs


def serialize(model: schema.ModelT) -> bytes:
    """`model` as the bytes of a file: contents of buffers at multiples of 16, equal parts written once.

    The same model gives the same bytes.
    """
    recorder = NodeRecorder()
    root: Handle = model.Pack(recorder)
    return pack_nodes(recorder.nodes, root, _contents_of_buffers(recorder, root))


def _contents_of_buffers(recorder: NodeRecorder, root: Handle) -> frozenset[Handle]:
    buffers = dict(_table(recorder, root).fields).get(_MODEL_BUFFERS_SLOT)
    vector = recorder.node(buffers) if isinstance(buffers, Handle) else None
    if not isinstance(vector, References):
        return frozenset()
    contents = (dict(_table(recorder, target).fields).get(_BUFFER_DATA_SLOT) for target in vector.targets)
    return frozenset(handle for handle in contents if isinstance(handle, Handle))


def _table(recorder: NodeRecorder, handle: Handle) -> Table:
    node = recorder.node(handle)
    assert isinstance(node, Table)
    return node


def constant(model: schema.ModelT, tensor: schema.TensorT) -> np.ndarray[Any, np.dtype[np.uint8]] | None:
    """The bytes of a constant tensor; None for a tensor that is computed or given."""
    data = model.buffers[tensor.buffer].data
    if data is None or len(data) == 0:
        return None
    return np.asarray(data, np.uint8)
