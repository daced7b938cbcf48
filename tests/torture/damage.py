"""Damage to files: what a bad disk, half a download or somebody with bad intentions does to them.

Everything is drawn from the `Random` that is given: the same one damages the same bytes in the same way.
"""

from __future__ import annotations

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable
from random import Random
from typing import Any

import numpy as np
from ai_edge_litert import schema_py_generated as schema

from tests.builders.tflite_models import packed
from tests.torture.bombs import PACKINGS, bombed_zip

_EXTREMES = (0, 1, 2, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
_MOST_DEPTH = 100_000
_BOMBS = 0.02


def damaged(content: bytes, random: Random) -> bytes:
    """The bytes with one to three kinds of damage."""
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        content = random.choice(_KINDS)(content, random)
    return content


def _flip(content: bytes, random: Random) -> bytes:
    changed = bytearray(content)
    for _ in range(random.choice((1, 1, 2, 8, 64))):
        if changed:
            changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def _extreme(content: bytes, random: Random) -> bytes:
    """A number of four bytes replaced by one that tempts."""
    if len(content) < 8:
        return content
    place = random.randrange(0, len(content) - 4, random.choice((1, 4)))
    value = random.choice((*_EXTREMES, len(content), len(content) - place, random.getrandbits(32)))
    return content[:place] + struct.pack(random.choice("<>") + "I", value) + content[place + 4 :]


def _head(content: bytes, random: Random) -> bytes:
    """A byte among the first, where formats say what they are."""
    changed = bytearray(content)
    if changed:
        changed[random.randrange(min(64, len(changed)))] = random.randrange(256)
    return bytes(changed)


def _cut(content: bytes, random: Random) -> bytes:
    return content[: random.randrange(len(content) + 1)]


def _lose(content: bytes, random: Random) -> bytes:
    start = random.randrange(len(content) + 1)
    return content[:start] + content[start + random.choice((1, 4, 512, 4096)) :]


def _insert(content: bytes, random: Random) -> bytes:
    start = random.randrange(len(content) + 1)
    return content[:start] + random.randbytes(random.choice((1, 4, 512, 4096))) + content[start:]


def _fill(content: bytes, random: Random) -> bytes:
    """A block of zeros or ones, as an unwritten part of a disk leaves it."""
    start, count = random.randrange(len(content) + 1), random.choice((4, 64, 512, 4096))
    block = random.choice((b"\0", b"\xff")) * len(content[start : start + count])
    return content[:start] + block + content[start + count :]


def _twice(content: bytes, random: Random) -> bytes:
    start = random.randrange(len(content) + 1)
    part = content[start : start + random.choice((16, 512, 4096))]
    return content[:start] + part + content[start:]


def _other(content: bytes, random: Random) -> bytes:
    return random.choice((b"", b"\0", b"PK\x03\x04", b"{}", content[:16], random.randbytes(len(content))))


_KINDS: tuple[Callable[[bytes, Random], bytes], ...] = (
    *(_flip, _flip, _extreme, _extreme, _extreme, _head, _cut, _lose, _insert, _fill, _twice, _other),
)


def damaged_zip(content: bytes, random: Random) -> bytes:
    """A zip with one of its members damaged, missing, compressed, huge or there twice; its sums are right."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = [(entry.filename, archive.read(entry)) for entry in archive.infolist()]
    place = random.randrange(len(members))
    name, value = members[place]
    if random.random() < _BOMBS:
        return bombed_zip(name, random.choice(PACKINGS))
    kind = random.choice(("content", "content", "content", "missing", "twice", "renamed", "deflated", "huge"))
    if kind == "content":
        value = damaged_json(value, random) if value[:1] in b"{[" and value else damaged(value, random)
        members[place] = (name, value)
    elif kind == "missing":
        del members[place]
    elif kind == "twice":
        members.append((name, damaged(value, random)))
    elif kind == "renamed":
        members[place] = (random.choice(("", "../" + name, "/" + name, name + "\0", name.upper())), value)
    elif kind == "huge":
        members[place] = (name, value + bytes(64 << 20))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for member, data in members:
            packing = zipfile.ZIP_DEFLATED if kind in ("deflated", "huge") else zipfile.ZIP_STORED
            with _quiet():
                archive.writestr(zipfile.ZipInfo(member or "x"), data, packing)
    return file.getvalue()


def damaged_json(content: bytes, random: Random) -> bytes:
    """A JSON value with one of its parts of another kind, missing, extreme or added, or damaged as bytes."""
    if random.random() < 0.3:
        return damaged(content, random)
    if random.random() < 0.1:
        return _odd_json(content, random)
    try:
        value = json.loads(content)
    except ValueError:
        return damaged(content, random)
    places = list(_places(value))
    if not places:
        return damaged(content, random)
    holder, key = random.choice(places)
    kind = random.choice(("odd", "odd", "odd", "missing", "added"))
    if kind == "odd":
        holder[key] = _odd_value(holder[key], random)
    elif kind == "missing":
        del holder[key]
    elif isinstance(holder, dict):
        holder["no such key"] = _odd_value(None, random)
    else:
        holder.extend(holder[:1] * random.choice((1, 1000)))
    return json.dumps(value).encode("utf-8", "surrogatepass")


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every part of a JSON value, as what holds it and under which key."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    found: list[tuple[Any, Any]] = [(value, key) for key in keys]
    for key in keys:
        found += _places(value[key])
    return found


def _odd_value(before: object, random: Random) -> object:
    if isinstance(before, str) and random.random() < 0.4:
        return random.choice((before + "\n", "../" * 9 + before, before + "\0", before * 2000, "\ud800"))
    numbers = (-1, 0, 1e308, -1e308, 10**30, 2**63, 0.5, float("nan"), float("inf"))
    return random.choice((None, True, "", "odd\r\nword", [], {}, [[]], {"a": None}, "x" * 300, *numbers))


def _odd_json(content: bytes, random: Random) -> bytes:
    kinds = (
        b"[" * _MOST_DEPTH,
        b'{"a":' * _MOST_DEPTH + b"1" + b"}" * _MOST_DEPTH,
        b"\xef\xbb\xbf" + content,
        content.decode(errors="replace").encode("utf-16"),
        content.replace(b'"', b'"\xff', 1),
        content.replace(b"1", b"1" + b"0" * 5000, 1),
        content + content,
        b"null",
        b"[]",
        b'"text"',
    )
    return random.choice(kinds)


def damaged_lines(content: bytes, random: Random) -> bytes:
    """Lines of JSON, some of them damaged, missing or there twice."""
    lines = content.splitlines(keepends=True)
    for _ in range(random.choice((1, 1, 3, 20))):
        place = random.randrange(len(lines))
        kind = random.choice(("json", "json", "missing", "twice", "bytes", "unended"))
        if kind == "missing" and len(lines) > 1:
            del lines[place]
        elif kind == "twice":
            lines.insert(place, lines[place])
        elif kind == "bytes":
            lines[place] = damaged(lines[place], random)
        elif kind == "unended":
            lines[place] = lines[place].rstrip(b"\n")
        else:
            lines[place] = damaged_json(lines[place], random).replace(b"\n", b" ") + b"\n"
    return b"".join(lines)


def damaged_model(content: bytes, random: Random) -> bytes:
    """A .tflite that is well formed and says something that is not so, in one to three places."""
    model = schema.ModelT.InitFromPackedBuf(content)
    for _ in range(random.choice((1, 1, 2, 3))):
        random.choice(_MODEL_KINDS)(model, random)
    try:
        return packed(model)
    except (TypeError, AttributeError, ValueError, OverflowError, struct.error):
        # What cannot be written is no file.
        return damaged(content, random)


def _some_tensor(model: Any, random: Random) -> Any:
    # An earlier place of the same model may have taken all of them away.
    return random.choice(random.choice(model.subgraphs).tensors or [schema.TensorT()])


def _some_operator(model: Any, random: Random) -> Any:
    return random.choice(random.choice(model.subgraphs).operators or [schema.OperatorT()])


def _other_shape(model: Any, random: Random) -> None:
    tensor = _some_tensor(model, random)
    shape = list(tensor.shape) if tensor.shape is not None else []
    sides = (0, 1, 2, -1, 1 << 16, 1 << 30, 2**31 - 1)
    if shape and random.random() < 0.8:
        shape[random.randrange(len(shape))] = random.choice(sides)
    else:
        shape = [random.choice(sides) for _ in range(random.choice((0, 1, 4, 9)))]
    tensor.shape = np.array(shape, np.int32)


def _other_type(model: Any, random: Random) -> None:
    _some_tensor(model, random).type = random.randrange(20)


def _other_buffer(model: Any, random: Random) -> None:
    choices = (*range(len(model.buffers)), len(model.buffers), 2**31)
    _some_tensor(model, random).buffer = random.choice(choices)


def _other_content(model: Any, random: Random) -> None:
    """Among them the payloads and code tables of coded weights."""
    filled = [buffer for buffer in model.buffers if buffer.data is not None and len(buffer.data)]
    if filled:
        buffer = random.choice(filled)
        data = damaged(bytes(bytearray(buffer.data)), random)
        buffer.data = np.frombuffer(data, np.uint8)


def _other_quantization(model: Any, random: Random) -> None:
    tensor = _some_tensor(model, random)
    record = tensor.quantization
    if record is None or random.random() < 0.2:
        tensor.quantization = None if record is not None else schema.QuantizationParametersT()
        return
    scales = (0.0, -1.0, float("nan"), float("inf"), 1e-38, 3e38)
    kind = random.choice(("scale", "scales", "zero", "dimension", "none"))
    if kind == "scale" and record.scale is not None and len(record.scale):
        record.scale = np.array(record.scale, np.float32)
        record.scale[random.randrange(len(record.scale))] = random.choice(scales)
    elif kind == "scales":
        record.scale = np.ones(random.choice((0, 1, 2, 1000)), np.float32)
    elif kind == "zero":
        count = random.choice((0, 1, 2, 1000))
        record.zeroPoint = np.full(count, random.choice((-129, 128, 2**40)), np.int64)
    elif kind == "dimension":
        record.quantizedDimension = random.choice((-1, 1, 3, 4, 2**31 - 1))
    else:
        record.scale = record.zeroPoint = None


def _other_operands(model: Any, random: Random) -> None:
    operator = _some_operator(model, random)
    name = random.choice(("inputs", "outputs"))
    operands = [] if getattr(operator, name) is None else list(getattr(operator, name))
    kind = random.choice(("other", "fewer", "more", "none"))
    if kind == "other" and operands:
        operands[random.randrange(len(operands))] = random.choice((-2, -1, 0, 1, 5, 2**31 - 1))
    elif kind == "fewer":
        operands = operands[:-1]
    elif kind == "more":
        operands += operands[:1] * random.choice((1, 100))
    setattr(operator, name, None if kind == "none" else np.array(operands, np.int32))


def _other_operator(model: Any, random: Random) -> None:
    operator = _some_operator(model, random)
    kind = random.choice(("code", "index", "options", "custom"))
    if kind == "code":
        code = random.choice(model.operatorCodes)
        code.builtinCode = random.randrange(210)
        code.deprecatedBuiltinCode = min(127, code.builtinCode)
    elif kind == "index":
        operator.opcodeIndex = random.choice((0, 1, len(model.operatorCodes), 2**31))
    elif kind == "options":
        operator.builtinOptions, operator.builtinOptionsType = None, 0
    else:
        options = operator.customOptions
        before = b"" if options is None else bytes(bytearray(options))
        operator.customOptions = np.frombuffer(damaged(before, random), np.uint8)


def _other_ends(model: Any, random: Random) -> None:
    graph = random.choice(model.subgraphs)
    ends = random.choice(([], [0], [0, 0], [len(graph.tensors)], [-1], [len(graph.tensors) - 1]))
    setattr(graph, random.choice(("inputs", "outputs")), np.array(ends, np.int32))


def _other_parts(model: Any, random: Random) -> None:
    kind = random.choice(("order", "no operators", "no tensors", "graphs", "lost", "version"))
    graph = random.choice(model.subgraphs)
    if kind == "order":
        random.shuffle(graph.operators)
    elif kind == "no operators":
        graph.operators = random.choice(([], None))
    elif kind == "no tensors":
        graph.tensors = graph.tensors[:1]
    elif kind == "graphs":
        model.subgraphs = model.subgraphs * 2
    elif kind == "lost":
        model.buffers = model.buffers[: max(1, len(model.buffers) // 2)]
    else:
        model.version = random.choice((0, 1, 4, 2**31))


_MODEL_KINDS: tuple[Callable[[Any, Random], None], ...] = (
    *(_other_shape, _other_shape, _other_type, _other_buffer, _other_content, _other_content, _other_content),
    *(_other_quantization, _other_operands, _other_operator, _other_ends, _other_parts),
)


def png_chunk(kind: bytes, content: bytes) -> bytes:
    """A chunk of a PNG with its sum."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


class _quiet:  # noqa: N801
    """Within it zipfile may be asked to write a name twice without a warning."""

    def __enter__(self) -> None:
        import warnings

        self._kept = warnings.catch_warnings()
        self._kept.__enter__()
        warnings.simplefilter("ignore")

    def __exit__(self, *error: Any) -> None:
        self._kept.__exit__(*error)
