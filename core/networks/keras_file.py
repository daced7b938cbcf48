"""Networks in .keras files: written whole, and read without executing anything of the file.

A .keras file is a zip with the layers as JSON and the weights as HDF5
(tf_keras/src/saving/saving_lib.py). Keras takes HDF5 files under the same name, too, and both can hold
code: a Lambda layer has Python byte code, a custom object names what to import. Read here is what this
program writes and nothing else. The JSON is brought into the types below, which have room for seven kinds
of stock layers with plain values, and only what these types hold goes on to Keras. The weights must be
plain arrays that are really in the file, of the shapes that the layers need: what a file only claims is
never allocated.
"""

from __future__ import annotations

import io
import math
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, BinaryIO, Literal

import h5py
import msgspec
import numpy as np
from msgspec import Meta
from numpy.typing import NDArray

from core.backend import keras, own_temporary_folder
from core.diagnosis import unreadable_as
from core.errors import ModelError
from core.files import appearing_whole, reading
from core.reading import resolved

_CONFIG, _WEIGHTS, _METADATA = "config.json", "model.weights.h5", "metadata.json"
_HDF5_MAGIC = b"\x89HDF\r\n\x1a\n"
_LARGEST_FILE = 1 << 31
_LARGEST_CONFIG = 1 << 22
_MOST_CHANNELS = 1 << 16
_MOST_ACTIVATIONS = 1 << 26
"""Numbers that all layers may put out for one image; AlexNet of twice its width puts out 3 million."""

_Name = Annotated[str, Meta(pattern=r"\A[A-Za-z0-9][A-Za-z0-9_.-]{0,99}\Z")]
_Side = Annotated[int, Meta(ge=1, le=1024)]
_Filters = Annotated[int, Meta(ge=1, le=_MOST_CHANNELS)]
_Array = NDArray[np.float32]


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of all that is read: what it does not name is refused."""


class _Nothing(_Strict, frozen=True):
    """An empty JSON object."""


_Reference = tuple[_Name, Literal[0], Literal[0], _Nothing]
_End = tuple[_Name, Literal[0], Literal[0]]


class _Initializer(_Strict, frozen=True):
    """How weights began. It is not passed on: the weights in the file take the place of any others."""

    module: Literal["keras.initializers"]
    class_name: Literal["GlorotUniform", "HeUniform", "RandomNormal", "Zeros"]
    config: dict[str, float | None]
    registered_name: None


class _Config(_Strict, frozen=True):
    name: _Name
    dtype: Literal["float32"]
    trainable: bool


class _InputConfig(_Strict, frozen=True):
    name: _Name
    dtype: Literal["float32"]
    batch_input_shape: tuple[None, _Side, _Side, Literal[1, 3]]
    sparse: Literal[False]
    ragged: Literal[False]
    optional: Literal[False]


class _ConvolutionConfig(_Config, frozen=True):
    filters: _Filters
    kernel_size: tuple[_Side, _Side]
    strides: tuple[_Side, _Side]
    padding: Literal["same", "valid"]
    data_format: Literal["channels_last"]
    dilation_rate: tuple[Literal[1], Literal[1]]
    groups: Literal[1]
    activation: Literal["linear", "relu"]
    use_bias: Literal[True]
    kernel_initializer: _Initializer
    bias_initializer: _Initializer
    kernel_regularizer: None
    bias_regularizer: None
    activity_regularizer: None
    kernel_constraint: None
    bias_constraint: None


class _PoolConfig(_Config, frozen=True):
    pool_size: tuple[_Side, _Side]
    padding: Literal["same", "valid"]
    strides: tuple[_Side, _Side]
    data_format: Literal["channels_last"]


class _MeanConfig(_Config, frozen=True):
    data_format: Literal["channels_last"]
    keepdims: Literal[False]


class _AxisConfig(_Config, frozen=True):
    axis: Literal[-1]


class _Layer(_Strict, frozen=True, kw_only=True, tag_field="class_name"):
    """What the entries of all layers have. `build_config`, a shape, is not passed on: it follows."""

    module: Literal["keras.layers"]
    registered_name: None
    name: _Name
    inbound_nodes: tuple[tuple[_Reference, ...], ...]
    build_config: object = None

    def sources(self) -> tuple[str, ...]:
        """The layers that it reads."""
        return tuple(reference[0] for reference in (self.inbound_nodes or ((),))[0])


class _Input(_Layer, frozen=True, kw_only=True, tag="InputLayer"):
    config: _InputConfig


class _Convolution(_Layer, frozen=True, kw_only=True, tag="Conv2D"):
    config: _ConvolutionConfig


class _Pool(_Layer, frozen=True, kw_only=True, tag="MaxPooling2D"):
    config: _PoolConfig


class _Mean(_Layer, frozen=True, kw_only=True, tag="GlobalAveragePooling2D"):
    config: _MeanConfig


class _Concatenation(_Layer, frozen=True, kw_only=True, tag="Concatenate"):
    config: _AxisConfig


class _Addition(_Layer, frozen=True, kw_only=True, tag="Add"):
    config: _Config


class _Softmax(_Layer, frozen=True, kw_only=True, tag="Softmax"):
    config: _AxisConfig


_AnyLayer = _Input | _Convolution | _Pool | _Mean | _Concatenation | _Addition | _Softmax


class _GraphConfig(_Strict, frozen=True):
    name: _Name
    trainable: bool
    layers: tuple[_AnyLayer, ...]
    input_layers: tuple[_End]
    output_layers: tuple[_End]


class _Graph(_Strict, frozen=True):
    """A functional network as Keras writes it down."""

    module: Literal["tf_keras.src.engine.functional"]
    class_name: Literal["Functional"]
    registered_name: Literal["Functional"]
    config: _GraphConfig
    build_config: object = None


class _LooseLayer(msgspec.Struct, frozen=True):
    class_name: str = "no kind"


class _LooseConfig(msgspec.Struct, frozen=True):
    layers: tuple[_LooseLayer, ...] = ()


class _LooseGraph(msgspec.Struct, frozen=True):
    """As much of any network's JSON as it takes to say what is foreign in it."""

    config: _LooseConfig = _LooseConfig()


class _Foreign(ValueError):
    """A network that this program did not write; says what gives it away."""


def save_network(network: keras.Model, path: Path) -> None:
    """Write a network whole or not at all. Raises what `appearing_whole` raises."""
    with appearing_whole(path) as temporary, own_temporary_folder():
        network.save(temporary)


def load_network(path: Path) -> keras.Model:
    """The network in a .keras file that `save_network` wrote.

    Raises model-not-found, not-a-file, model-unreadable for a damaged file, and model-foreign for one that
    holds anything else than the layers and plain weights of a network of this program.
    """
    with unreadable_as("model-unreadable", path):
        try:
            with reading(path) as file:
                return _loaded(file)
        except _Foreign as error:
            raise ModelError("model-foreign", detail=_cause(error), path=path, reason=str(error)) from error
        except (FileNotFoundError, NotADirectoryError) as error:
            raise ModelError("model-not-found", path=path) from error


def _cause(error: Exception) -> str:
    return str(error.__cause__ or "")


def _loaded(file: BinaryIO) -> keras.Model:
    if file.read(len(_HDF5_MAGIC)) == _HDF5_MAGIC:
        raise _Foreign("it is an HDF5 file, which can hold code")
    file.seek(0)
    with zipfile.ZipFile(file) as archive:
        size = file.seek(0, io.SEEK_END)
        config, weights = _entries(archive, size)
        graph = _graph(config)
        with h5py.File(io.BytesIO(weights), "r") as stored:
            arrays = _weights_by_layer(graph, _plain_arrays(stored, len(weights)))
    network = keras.saving.deserialize_keras_object(_for_keras(graph), safe_mode=True)
    _require_bearable(network)
    for name, own in arrays.items():
        network.get_layer(name).set_weights(own)
    return network


def _entries(archive: zipfile.ZipFile, size: int) -> tuple[bytes, bytes]:
    """Layers and weights, as bytes whose check sums are right."""
    entries = {entry.filename: entry for entry in archive.infolist()}
    if len(entries) != len(archive.infolist()) or not entries.keys() <= {_CONFIG, _WEIGHTS, _METADATA}:
        raise _Foreign("it has other entries than layers and weights")
    if any(entry.compress_type != zipfile.ZIP_STORED or entry.file_size > size for entry in entries.values()):
        raise _Foreign("its entries are compressed, or longer than the file")
    if size > _LARGEST_FILE or entries[_CONFIG].file_size > _LARGEST_CONFIG:
        raise _Foreign("it is larger than any network of this program")
    return archive.read(_CONFIG), archive.read(_WEIGHTS)


def _graph(config: bytes) -> _Graph:
    try:
        graph = msgspec.json.decode(config, type=resolved(_Graph))
    except msgspec.ValidationError as error:
        raise _Foreign(_reason(config)) from error
    _require_order(graph.config)
    return graph


def _reason(config: bytes) -> str:
    known = {str(layer.__struct_config__.tag) for layer in _AnyLayer.__args__}
    try:
        kinds = {
            layer.class_name
            for layer in msgspec.json.decode(config, type=resolved(_LooseGraph)).config.layers
        }
    except msgspec.ValidationError:
        return "its layers are not written down as this program writes them"
    foreign = sorted(kinds - known)
    if foreign:
        return f"it has layers of the kind {foreign[0]!r}"
    return "one of its layers does more than those of this program"


def _require_order(config: _GraphConfig) -> None:
    """Raise `_Foreign` unless one input leads to one output, each layer reading earlier ones."""
    seen: set[str] = set()
    for layer in config.layers:
        is_input = isinstance(layer, _Input)
        reads = layer.sources()
        if layer.name != layer.config.name or layer.name in seen or not seen.issuperset(reads):
            raise _Foreign("its layers are not in an order in which they can run")
        if is_input == bool(reads) or (is_input and seen):
            raise _Foreign("it has other inputs than one image")
        seen.add(layer.name)
    if config.input_layers[0][0] != config.layers[0].name or config.output_layers[0][0] not in seen:
        raise _Foreign("its ends are not layers of its own")


def _plain_arrays(stored: h5py.File, size: int) -> dict[str, h5py.Dataset]:
    """The arrays in a file of weights by path, all of them plain float32 numbers that are in the file itself.

    HDF5 can also lead to other files, repeat, compress and calculate.
    """
    arrays: dict[str, h5py.Dataset] = {}
    unseen: list[tuple[str, Any]] = [("", stored)]
    while unseen:
        path, group = unseen.pop()
        for name in group:
            if (
                not isinstance(group.get(name, getlink=True), h5py.HardLink)
                or len(arrays) + len(unseen) > size
            ):
                raise _Foreign("its weights lead elsewhere")
            member, own = group[name], f"{path}/{name}"
            if isinstance(member, h5py.Dataset):
                arrays[own] = member
            elif own.count("/") > 4:
                raise _Foreign("its weights are nested otherwise")
            else:
                unseen.append((own, member))
    if any(not _is_plain(array) for array in arrays.values()):
        raise _Foreign("its weights are not plain numbers")
    if sum(array.nbytes for array in arrays.values()) > size:
        raise _Foreign("its weights claim more than the file holds")
    return arrays


def _is_plain(array: h5py.Dataset) -> bool:
    kept_whole = array.chunks is None and array.external is None and not array.is_virtual
    return kept_whole and array.dtype == np.float32 and array.id.get_storage_size() == array.nbytes


def _weights_by_layer(graph: _Graph, stored: Mapping[str, h5py.Dataset]) -> dict[str, list[_Array]]:
    """Kernel and bias of each convolution, as many and as large as the layers need."""
    unread = dict(stored)
    weights: dict[str, list[_Array]] = {}
    for number, (layer, channels) in enumerate(_convolutions(graph)):
        path = f"/layers/conv2d{f'_{number}' if number else ''}/vars"
        shapes = ((*layer.config.kernel_size, channels, layer.config.filters), (layer.config.filters,))
        arrays = [unread.pop(f"{path}/{place}") for place in range(len(shapes))]
        if tuple(array.shape for array in arrays) != shapes:
            raise _Foreign(f"the weights of {layer.name} have another shape than the layer")
        weights[layer.name] = [array[()] for array in arrays]
        if not all(np.isfinite(own).all() for own in weights[layer.name]):
            raise ValueError(f"the weights of {layer.name} are not all numbers")
    if unread:
        raise _Foreign("it has weights that no layer needs")
    return weights


def _convolutions(graph: _Graph) -> Iterator[tuple[_Convolution, int]]:
    """The convolutions in their order, each with the channels that it reads."""
    channels: dict[str, int] = {}
    for layer in graph.config.layers:
        inputs = [channels[source] for source in layer.sources()]
        match layer:
            case _Input():
                channels[layer.name] = layer.config.batch_input_shape[-1]
            case _Convolution():
                yield layer, inputs[0]
                channels[layer.name] = layer.config.filters
            case _Concatenation():
                channels[layer.name] = sum(inputs)
                if channels[layer.name] > _MOST_CHANNELS:
                    raise _Foreign("its layers have more channels than those of any network of this program")
            case _:
                channels[layer.name] = inputs[0]


def _for_keras(graph: _Graph) -> dict[str, Any]:
    """The network as Keras takes it: what was checked, without what it says of shapes and first weights."""
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(graph))
    for entry in (plain, *plain["config"]["layers"]):
        del entry["build_config"]
        for weights in ("kernel_initializer", "bias_initializer"):
            if weights in entry["config"]:
                entry["config"][weights] = "zeros"
    return plain


def _require_bearable(network: keras.Model) -> None:
    """Raise `_Foreign` when the layers put out more numbers than any network of this program."""
    shapes = [layer.output_shape for layer in network.layers[1:]]
    if sum(math.prod(shape[1:]) for shape in shapes) > _MOST_ACTIVATIONS:
        raise _Foreign("its layers put out more than those of any network of this program")
    if len(network.output_shape) != 2:
        raise _Foreign("it does not put out a number for each class")
