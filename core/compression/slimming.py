"""Taking out of a model file what no runtime reads, without changing a byte of what it computes.

The converter leaves names, signatures and metadata, a quantization record of its own for each bias, the zero
points of each channel, and a buffer for each tensor. In a SqueezeNet of six classes that is 91 KB, as much as
the coded weights. `core.tflite.model_file.serialize` writes equal parts once; here parts are made equal, or
left out, that may be (docs/decisions/0005-huffman-encoder.md says which runtime reads what).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator

import numpy as np
from ai_edge_litert import schema_py_generated as schema

from core.tflite.model_file import constant, parse, serialize
from core.tflite.verifier import ABSENT

_WITH_CHANNEL_BIAS = (schema.BuiltinOperator.CONV_2D, schema.BuiltinOperator.DEPTHWISE_CONV_2D)
_WEIGHTS, _BIAS = 1, 2
_NO_DEBUG_METADATA = -1


def slim(model: bytes) -> bytes:
    """The model without what no runtime reads. It computes the same bytes in LiteRT and in TFLM.

    Names and signatures are gone: inputs and outputs are known by their order. Raises model-unreadable.
    """
    parsed = parse(model)
    slim_parsed(parsed)
    return serialize(parsed)


def slim_parsed(model: schema.ModelT) -> None:
    """`slim` on a parsed model, in place."""
    _drop_descriptions(model)
    for subgraph in model.subgraphs:
        _drop_unused_tensors(subgraph)
    _merge_buffers(model)
    for subgraph in model.subgraphs:
        for tensor in subgraph.tensors:
            _drop_unread_fields(tensor)
        _let_biases_share_records(model, subgraph)
        _merge_constants(model, subgraph)
        _drop_unused_tensors(subgraph)
    _merge_buffers(model)
    _sort_operator_codes(model)


def shorten_zero_points(model: schema.ModelT) -> None:
    """Write one zero point where all channels have the same, in place.

    TFLM spreads it over the channels; LiteRT refuses such a file.
    """
    for quantization in _quantizations(model):
        points = quantization.zeroPoint
        if len(points) > 1 and (points == points[0]).all():
            quantization.zeroPoint = points[:1].copy()


def spread_zero_points(model: schema.ModelT) -> None:
    """Write the zero point of every channel again: the opposite of `shorten_zero_points`."""
    for quantization in _quantizations(model):
        if len(quantization.zeroPoint) == 1:
            quantization.zeroPoint = np.repeat(quantization.zeroPoint, len(quantization.scale))


def _quantizations(model: schema.ModelT) -> Iterator[schema.QuantizationParametersT]:
    """The quantization records with scales, each once."""
    seen: set[int] = set()
    for subgraph in model.subgraphs:
        for tensor in subgraph.tensors:
            record = tensor.quantization
            scales = None if record is None else record.scale
            if scales is not None and len(scales) and id(record) not in seen:
                seen.add(id(record))
                yield record


def _drop_descriptions(model: schema.ModelT) -> None:
    model.description = None
    model.metadata = None
    model.metadataBuffer = None
    model.signatureDefs = None
    for subgraph in model.subgraphs:
        subgraph.name = None
        subgraph.debugMetadataIndex = _NO_DEBUG_METADATA
        for operator in subgraph.operators:
            operator.debugMetadataIndex = _NO_DEBUG_METADATA
            for name in ("customOptions", "mutatingVariableInputs", "intermediates"):
                if getattr(operator, name) is not None and len(getattr(operator, name)) == 0:
                    setattr(operator, name, None)


def _drop_unread_fields(tensor: schema.TensorT) -> None:
    """Name, the sides an image may have before conversion, and the range that was calibrated."""
    tensor.name = None
    tensor.shapeSignature = None
    if tensor.shape is not None and len(tensor.shape):
        tensor.hasRank = False
    record = tensor.quantization
    if record is not None:
        record.min = record.max = None
        if record.details is None and (record.scale is None or len(record.scale) == 0):
            tensor.quantization = None


def _merge_constants(model: schema.ModelT, subgraph: schema.SubGraphT) -> None:
    """Let operators that read equal constants read the same tensor."""
    firsts: dict[Hashable, int] = {}
    same: dict[int, int] = {}
    kept = {int(index) for index in (*subgraph.inputs, *subgraph.outputs)}
    for index, tensor in enumerate(subgraph.tensors):
        if index not in kept and constant(model, tensor) is not None and tensor.sparsity is None:
            same[index] = firsts.setdefault(_meaning(tensor), index)
    for operator in subgraph.operators:
        operator.inputs = np.array([same.get(int(index), int(index)) for index in operator.inputs], np.int32)


def _meaning(tensor: schema.TensorT) -> Hashable:
    """Equal for constants that are read alike. A record of a kind of its own is equal to itself alone."""
    shape = None if tensor.shape is None else tuple(tensor.shape.tolist())
    record = tensor.quantization
    quantization: Hashable = None
    if record is not None and (record.details is not None or record.scale is None):
        quantization = id(record)
    elif record is not None:
        points = b"" if record.zeroPoint is None else record.zeroPoint.tobytes()
        quantization = (record.scale.tobytes(), points, record.quantizedDimension)
    return tensor.buffer, tensor.type, shape, quantization


def _drop_unused_tensors(subgraph: schema.SubGraphT) -> None:
    """Leave out tensors that nothing reads, writes, gives or takes, and number the others anew."""
    lists = [subgraph.inputs, subgraph.outputs]
    for operator in subgraph.operators:
        lists += [operator.inputs, operator.outputs, operator.intermediates]
    used = sorted({int(index) for indices in lists if indices is not None for index in indices} - {ABSENT})
    renumbered = {old: new for new, old in enumerate(used)} | {ABSENT: ABSENT}

    def anew(indices: Iterable[int] | None) -> np.ndarray[tuple[int], np.dtype[np.int32]] | None:
        return None if indices is None else np.array([renumbered[int(i)] for i in indices], np.int32)

    subgraph.tensors = [subgraph.tensors[index] for index in used]
    subgraph.inputs, subgraph.outputs = anew(subgraph.inputs), anew(subgraph.outputs)
    for operator in subgraph.operators:
        operator.inputs, operator.outputs = anew(operator.inputs), anew(operator.outputs)
        operator.intermediates = anew(operator.intermediates)


def _let_biases_share_records(model: schema.ModelT, subgraph: schema.SubGraphT) -> None:
    """Give the bias of a convolution the quantization record of its weights.

    The scale of a bias is that of the input times that of the weights, and the runtimes compute it so: none
    reads the record. But LiteRT's XNNPACK takes over only convolutions whose bias has one, of as many scales
    as channels, and rounds differently from the kernels that would take its place.
    """
    for weights, bias in _weights_and_biases(model, subgraph):
        if bias.type != schema.TensorType.INT32 or bias.quantization is None or weights.quantization is None:
            continue
        shared = schema.QuantizationParametersT()
        shared.scale = weights.quantization.scale
        shared.zeroPoint = weights.quantization.zeroPoint
        bias.quantization = shared


def _weights_and_biases(
    model: schema.ModelT, subgraph: schema.SubGraphT
) -> Iterator[tuple[schema.TensorT, schema.TensorT]]:
    """Weights and bias of each convolution whose bias is a constant that nothing else reads."""
    readers = Counter(
        int(index) for operator in subgraph.operators for index in operator.inputs if index != ABSENT
    )
    for operator in subgraph.operators:
        kind = model.operatorCodes[operator.opcodeIndex].builtinCode
        has_bias = len(operator.inputs) > _BIAS and operator.inputs[_BIAS] != ABSENT
        if kind not in _WITH_CHANNEL_BIAS or not has_bias:
            continue
        weights, bias = (subgraph.tensors[operator.inputs[i]] for i in (_WEIGHTS, _BIAS))
        if readers[int(operator.inputs[_BIAS])] == 1 and constant(model, bias) is not None:
            yield weights, bias


def _merge_buffers(model: schema.ModelT) -> None:
    """One buffer for equal contents, one empty one (the first) for all tensors without contents."""
    buffers = [schema.BufferT()]
    numbers: dict[bytes, int] = {b"": 0}
    merged: dict[int, int] = {}
    for subgraph in model.subgraphs:
        for tensor in subgraph.tensors:
            if tensor.buffer not in merged:
                data = constant(model, tensor)
                contents = b"" if data is None else data.tobytes()
                if contents not in numbers:
                    numbers[contents] = len(buffers)
                    buffers.append(model.buffers[tensor.buffer])
                merged[tensor.buffer] = numbers[contents]
            tensor.buffer = merged[tensor.buffer]
    model.buffers = buffers


def _sort_operator_codes(model: schema.ModelT) -> None:
    """Each kind of operator once, the most frequent first: the first one's number is not written."""
    operators = [operator for subgraph in model.subgraphs for operator in subgraph.operators]
    kinds = [_kind(model.operatorCodes[operator.opcodeIndex]) for operator in operators]
    order = {kind: number for number, (kind, _) in enumerate(Counter(kinds).most_common())}
    codes = {_kind(code): code for code in model.operatorCodes}
    model.operatorCodes = [codes[kind] for kind in order]
    for operator, kind in zip(operators, kinds, strict=True):
        operator.opcodeIndex = order[kind]


def _kind(code: schema.OperatorCodeT) -> tuple[int, int, bytes, int]:
    custom = code.customCode or b""
    return code.builtinCode, code.deprecatedBuiltinCode, custom, code.version
