"""What a run is asked to do: typed, validated, versioned.

Each setting is declared once, here: its type and range (msgspec checks them when settings are read), its
default, and the sentence that the command line and the window show for it. Unknown keys are refused.

A default is for good: runs are known by what differs from it, so that a setting can be added and older runs
stay what they are. What is recommended stands in `PRESETS`, and may change.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated, Any, Literal, NamedTuple, TypeVar, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Meta

from core.errors import UsageError
from core.reading import resolved

SETTINGS_VERSION, SAMPLE_SCENES = 1, "scenes"
_MOST_LINE_BYTES = 52
START_SHIPPED, START_IMAGENET, START_SCRATCH = "shipped", "imagenet", "scratch"

ClassWeighting = Literal["auto", "on", "off"]
PresetName = Literal["quick", "balanced", "best"]
Stage = Literal["train", "prune", "quantize", "huffman"]
NetworkName = Literal["squeezenet-1.0", "squeezenet-1.1", "alexnet"]
PublishedName = Literal["squeezenet-1.1", "squeezenet-1.0"]
"""The networks that torchvision has published weights for."""
QuantizeMethod = Literal["training-aware", "post-training"]
PruneMethod = Literal["training-aware", "post-training"]
_Steps = Annotated[int, Meta(ge=1, le=10_000_000)]
STAGES: tuple[Stage, ...] = ("train", "prune", "quantize", "huffman")

Settings = TypeVar("Settings", bound="_Settings")


class _Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of all settings: frozen, and read with unknown keys refused."""


class DataSettings(_Settings, frozen=True):
    source: Annotated[
        str, Meta(description="folder or archive with images, or 'scenes' (the sample scenes)")
    ] = SAMPLE_SCENES
    image_size: Annotated[
        int, Meta(ge=32, le=224, description="image size: side of the square network input, in pixels")
    ] = 96
    gray: Annotated[bool, Meta(description="use grayscale instead of color")] = False
    augment: Annotated[bool, Meta(description="augment the training images: mirror, shift and tint them")] = (
        True
    )
    validation_share: Annotated[
        float, Meta(ge=0.02, le=0.4, description="fraction of the images used for validation")
    ] = 0.1
    test_share: Annotated[
        float, Meta(ge=0.02, le=0.5, description="fraction of the images held out for the test")
    ] = 0.2
    on_bad_pictures: Annotated[
        Literal["leave-out", "stop"], Meta(description="what to do with unreadable images")
    ] = "leave-out"
    leave_out: Annotated[
        tuple[str, ...],
        Meta(description="a class to exclude, or the path of an image in the data set"),
    ] = ()
    set_aside: Annotated[
        tuple[str, ...] | None,
        Meta(description="like leave_out, but still listed; default: the known clutter of a known data set"),
    ] = None
    merge: Annotated[dict[str, str], Meta(description="classes to merge into another class")] = {}
    split: Annotated[
        Literal["own", "mixed"],
        Meta(
            description="own: the data set's own train, validation and test folders, if it has them; mixed: "
            "split all images again, near copies together"
        ),
    ] = "own"
    near_copies: Annotated[
        Literal["anywhere", "together"],
        Meta(
            description="near copies, such as the images of a burst: together (in one split) or anywhere "
            "(as in runs of older versions)"
        ),
    ] = "anywhere"
    memory_limit_mb: Annotated[
        int,
        Meta(ge=16, le=1_000_000, description="memory for decoded images, in MB; the rest is cached on disk"),
    ] = 1024
    scenes_per_class: Annotated[
        int, Meta(ge=10, le=20_000, description="number of sample scenes drawn per class")
    ] = 400

    @property
    def keeps_near_copies_together(self) -> bool:
        """Whether near copies stay in one split, where the data does not bring it."""
        return self.near_copies == "together" or self.split == "mixed"


class NetworkSettings(_Settings, frozen=True):
    name: Annotated[NetworkName, Meta(description="network architecture")] = "squeezenet-1.1"
    width: Annotated[
        float,
        Meta(
            ge=0.125, le=2.0, description="width multiplier: factor on the number of filters of every layer"
        ),
    ] = 1.0
    bypass: Annotated[
        Literal["none", "simple", "complex"],
        Meta(
            description="bypass connections around Fire modules: none, simple (every second), complex (every)"
        ),
    ] = "none"
    squeeze_ratio: Annotated[
        float, Meta(ge=0.03, le=1, description="squeeze ratio: squeeze filters per expand filter")
    ] = 0.125
    share_3x3: Annotated[
        float, Meta(ge=0.01, le=0.99, description="fraction of the expand filters that are 3x3")
    ] = 0.5
    last_relu: Annotated[
        bool,
        Meta(description="use a ReLU after the last convolution, as in the paper; only for starting weights"),
    ] = False

    def __post_init__(self) -> None:
        """Raises ValueError for what the network has not."""
        fires = NetworkSettings.__struct_defaults__[2:]
        if (
            self.name == "alexnet"
            and (self.bypass, self.squeeze_ratio, self.share_3x3, self.last_relu) != fires
        ):
            raise ValueError("alexnet takes no bypass, no ratios of Fire modules and no last_relu")


class TrainSettings(_Settings, frozen=True):
    epochs: Annotated[int, Meta(ge=1, le=1000, description="passes through the training images")] = 24
    steps: Annotated[_Steps | None, Meta(description="training steps, instead of epochs")] = None
    validation_steps: Annotated[_Steps | None, Meta(description="training steps per validation")] = None
    checkpoint_steps: Annotated[_Steps | None, Meta(description="training steps per checkpoint")] = None
    summary_steps: Annotated[_Steps | None, Meta(description="training steps per recorded loss")] = None
    keep_checkpoints: Annotated[int, Meta(ge=0, le=1000, description="last checkpoints to keep")] = 0
    batch_size: Annotated[int, Meta(ge=1, le=1024, description="batch size: images per training step")] = 64
    learning_rate: Annotated[float, Meta(gt=0, le=1, description="peak learning rate")] = 3e-3
    class_weights: Annotated[
        ClassWeighting,
        Meta(description="give images of rare classes more weight; auto: when class sizes differ a lot"),
    ] = "auto"
    start_weights: Annotated[
        str | None,
        Meta(
            description="starting weights: 'shipped' (the program's starting network), 'imagenet' "
            "(downloaded ImageNet weights), a .pth file in torchvision's format, or 'scratch' (random)"
        ),
    ] = None
    freeze_epochs: Annotated[
        int,
        Meta(
            ge=0,
            le=1000,
            description="first epochs with starting weights in which only the last layer is trained",
        ),
    ] = 3
    keep_normalization: Annotated[
        bool,
        Meta(
            description="with starting weights: batch normalization keeps its statistics, which is "
            "better with few images"
        ),
    ] = False


class PruneSettings(_Settings, frozen=True):
    method: Annotated[
        PruneMethod,
        Meta(
            description="fine-tune while pruning, or fit each layer to its outputs before pruning (fast, and "
            "better with few images)"
        ),
    ] = "training-aware"
    sparsity: Annotated[
        float, Meta(ge=0.0, le=0.98, description="sparsity: fraction of the weights set to zero")
    ] = 0.9
    scope: Annotated[
        Literal["global", "layer"],
        Meta(
            description="how sparsity is distributed: one magnitude threshold for all layers, or the same "
            "sparsity in each"
        ),
    ] = "global"
    filters: Annotated[
        float, Meta(ge=0.0, le=0.9, description="fraction of the filters removed before sparsity is applied")
    ] = 0.0
    target_drop: Annotated[
        Annotated[float, Meta(gt=0, le=50)] | None,
        Meta(
            description="accuracy that pruning may cost, in percentage points; the smallest network "
            "within this limit is searched for, and sparsity and filters are ignored"
        ),
    ] = None
    epochs: Annotated[int, Meta(ge=1, le=1000, description="epochs of pruning and fine-tuning")] = 10
    distillation: Annotated[
        float,
        Meta(
            ge=0.0,
            le=1.0,
            description="distillation alpha: weight of the trained network's predictions against the labels",
        ),
    ] = 0.0
    learning_rate: Annotated[float, Meta(gt=0, le=1, description="peak learning rate")] = 1e-3


class QuantizeSettings(_Settings, frozen=True):
    method: Annotated[
        QuantizeMethod,
        Meta(
            description="fine-tune with quantized weights, or fit each layer to its float outputs (fast, and "
            "better with few images)"
        ),
    ] = "training-aware"
    weight_bits: Annotated[
        Literal[3, 4, 5, 6, 8],
        Meta(description="bits per quantized weight; the first and the last layer keep 8"),
    ] = 4
    epochs: Annotated[int, Meta(ge=1, le=1000, description="epochs of quantization-aware training")] = 4
    learning_rate: Annotated[float, Meta(gt=0, le=1, description="peak learning rate")] = 3e-4
    distillation: Annotated[
        float,
        Meta(
            ge=0.0,
            le=1.0,
            description="distillation alpha: weight of the trained network's predictions against the labels",
        ),
    ] = 0.0


class HuffmanSettings(_Settings, frozen=True):
    share_tables: Annotated[
        bool, Meta(description="let layers share a code table when that makes the file smaller")
    ] = True


class ClassAction(_Settings, frozen=True):
    """What a board does when it sees a class: a pin, while it is seen or for `seconds`, or a `line`."""

    pin: Annotated[
        Annotated[int, Meta(ge=0, le=63)] | None, Meta(description="GPIO number of the pin to set high")
    ] = None
    seconds: Annotated[
        Annotated[float, Meta(ge=0.001, le=3600)] | None,
        Meta(description="how long the pin is high, in seconds; default: while the class is seen"),
    ] = None
    line: Annotated[
        str | None, Meta(description="line of text to write on the serial port, of up to 52 bytes")
    ] = None
    at_least: Annotated[
        float, Meta(ge=0, le=1, description="probability from which on the class counts as seen")
    ] = 0.8
    times: Annotated[
        int, Meta(ge=1, le=100, description="number of times in a row that the class has to be seen")
    ] = 1

    def __post_init__(self) -> None:
        """Raises ValueError for what no board can do."""
        if (self.pin is None) == (self.line is None) or (self.line and self.seconds):
            raise ValueError("an action has a pin, with or without seconds, or a line")
        line = "-" if self.line is None else self.line
        if not (0 < len(line.encode(errors="replace")) <= _MOST_LINE_BYTES and line.isprintable()):
            raise ValueError(f"a line has 1 to {_MOST_LINE_BYTES} bytes of printable text")


class RunSettings(_Settings, frozen=True):
    """Everything that decides what a run does, and the board. Equal settings and seed give equal results."""

    version: Annotated[int, Meta(ge=1)] = SETTINGS_VERSION
    seed: Annotated[int, Meta(ge=0, le=2**31 - 1, description="random seed")] = 1
    data: DataSettings = DataSettings()
    network: NetworkSettings = NetworkSettings()
    train: TrainSettings = TrainSettings()
    prune: PruneSettings = PruneSettings()
    quantize: QuantizeSettings = QuantizeSettings()
    huffman: HuffmanSettings = HuffmanSettings()
    act: dict[str, ClassAction] = {}


_NEW_DATA = DataSettings(near_copies="together")


def _for_few_images(epochs: int, filters: float) -> RunSettings:
    return RunSettings(
        data=_NEW_DATA,
        train=TrainSettings(
            epochs=epochs,
            batch_size=16,
            learning_rate=5e-4,
            start_weights=START_SHIPPED,
            freeze_epochs=0,
            keep_normalization=True,
        ),
        prune=PruneSettings(method="post-training", filters=filters, sparsity=0.0),
        quantize=QuantizeSettings(method="post-training", weight_bits=3),
    )


# What the figures come from is written down in docs/experiments.md.
PRESETS: dict[PresetName, RunSettings] = {
    "quick": RunSettings(
        data=_NEW_DATA,
        train=TrainSettings(epochs=26, batch_size=32, start_weights=START_SHIPPED),
        prune=PruneSettings(filters=0.2, sparsity=0.7, epochs=6, distillation=0.7, learning_rate=2e-3),
        quantize=QuantizeSettings(weight_bits=3, epochs=2, distillation=0.7),
    ),
    "balanced": RunSettings(
        data=_NEW_DATA,
        train=TrainSettings(epochs=48, start_weights=START_SHIPPED),
        prune=PruneSettings(filters=0.35, sparsity=0.75, epochs=24, distillation=0.7, learning_rate=2e-3),
        quantize=QuantizeSettings(weight_bits=3, epochs=8, distillation=0.7),
    ),
    "best": RunSettings(
        data=_NEW_DATA,
        train=TrainSettings(epochs=80, start_weights=START_SHIPPED),
        prune=PruneSettings(filters=0.4, sparsity=0.78, epochs=40, distillation=0.7, learning_rate=2e-3),
        quantize=QuantizeSettings(weight_bits=3, epochs=12, distillation=0.7),
    ),
}
"""What is recommended for many images."""
FEW_IMAGES = 2_000
"""With fewer training images than this, presets are `_WITH_FEW_IMAGES`."""
_WITH_FEW_IMAGES: dict[PresetName, RunSettings] = {
    "quick": _for_few_images(epochs=10, filters=0.36),
    "balanced": _for_few_images(epochs=20, filters=0.4),
    "best": _for_few_images(epochs=40, filters=0.45),
}
# Of so many images, 10 epochs are too few steps. Of fewer the preset is done in seconds, and stays so.
_QUICK_IMAGES_FOR_MORE_EPOCHS, _MORE_QUICK_EPOCHS = range(200, 600), 20
# Without weights to start from, a network needs many epochs, however few images there are.
_EPOCHS_FROM_SCRATCH: dict[PresetName, int] = {"quick": 40, "balanced": 80, "best": 160}


def preset(name: PresetName, images: int | None = None, *, from_scratch: bool = False) -> RunSettings:
    """What is recommended for `images` training images; None: many.

    `from_scratch` is for networks that do not start from one which was trained elsewhere.
    """
    if images is None or images >= FEW_IMAGES:
        return PRESETS[name]
    few = _WITH_FEW_IMAGES[name]
    if not from_scratch:
        if name != "quick" or images not in _QUICK_IMAGES_FOR_MORE_EPOCHS:
            return few
        return msgspec.structs.replace(few, train=changed(few.train, epochs=_MORE_QUICK_EPOCHS))
    train = changed(PRESETS[name].train, epochs=_EPOCHS_FROM_SCRATCH[name], batch_size=32)
    return msgspec.structs.replace(few, train=train)


def settings_for_images(
    settings: RunSettings, name: PresetName, images: int, own: Collection[str], *, from_scratch: bool
) -> RunSettings:
    """`settings`, begun as a preset, with what that is for `images` training images.

    Settings that `own` names, such as 'train.epochs', stay as they are, and so do those of sections that
    presets do not decide.
    """
    recommended = preset(name, images, from_scratch=from_scratch)
    sections = {}
    for stage in STAGES:
        kept = {
            path.partition(".")[2]: getattr(getattr(settings, stage), path.partition(".")[2])
            for path in own
            if path.startswith(f"{stage}.")
        }
        sections[stage] = msgspec.structs.replace(getattr(recommended, stage), **kept)
    return msgspec.structs.replace(settings, **sections)


def changed(settings: Settings, **values: Any) -> Settings:
    """`settings` with `values` in place, checked. Values of None are passed over.

    Raises setting-invalid for a value out of range or of another type.
    """
    merged = msgspec.to_builtins(settings) | {k: v for k, v in values.items() if v is not None}
    return checked(type(settings), merged)


def checked(kind: type[Settings], values: object) -> Settings:
    """Settings of `kind` from plain values (dicts, lists, numbers), with every type and range checked.

    Raises setting-invalid, which names the setting and what it can be.
    """
    try:
        return msgspec.convert(values, resolved(kind))
    except msgspec.ValidationError as error:
        raise UsageError("setting-invalid", detail=str(error), reason=_refusal(kind, str(error))) from error


def description(kind: type[_Settings], name: str) -> str:
    """The sentence that explains a setting to a person."""
    return _declared(kind, name)[1].description or ""


class Limits(NamedTuple):
    """The least and the most that a number can be, None without one. `above`: it is more than the least."""

    least: float | None
    most: float | None
    above: bool


def limits(kind: type[_Settings], name: str) -> Limits:
    """Between what a setting can be."""
    hint, meta = _declared(kind, name)
    if get_args(hint) and get_origin(get_args(hint)[0]) is Annotated:
        # One that may be absent: its limits are beside its type.
        _, meta = _with_meta(get_args(hint)[0])
    return Limits(meta.gt if meta.ge is None else meta.ge, meta.le, meta.gt is not None)


def possible(kind: type[_Settings], name: str) -> str:
    """What a setting can be, in words: '32 to 224', '4 or 8', 'true or false'; '' for any text."""
    hint, _ = _declared(kind, name)
    if get_origin(hint) is Literal:
        return " or ".join(str(choice) for choice in get_args(hint))
    if hint is bool:
        return "true or false"
    least, most, above = limits(kind, name)
    if most is None:
        return "" if least is None else f"{least:g} or more"
    return f"{'more than ' if above else ''}{least:g} to {most:,}"


def _declared(kind: type[_Settings], name: str) -> tuple[Any, Meta]:
    """The type of a setting, and what is declared beside it."""
    return _with_meta(get_type_hints(kind, include_extras=True)[name])


def _with_meta(hint: Any) -> tuple[Any, Meta]:
    bare, meta = get_args(hint) if get_origin(hint) is Annotated else (hint, Meta())
    return bare, meta


def _refusal(kind: type[_Settings], sentence: str) -> str:
    """The sentence of msgspec, '... - at `$.data.image_size`', as one about that setting where it is one."""
    complaint, _, path = sentence.partition(" - at `$.")
    if "[" in path:
        return f"{complaint} in {path.rstrip('`')}"
    names = path.rstrip("`").split(".")
    for section in names[:-1]:
        kind = get_type_hints(kind)[section]
    if names[-1] not in get_type_hints(kind) or not (words := possible(kind, names[-1])):
        return f"{complaint} in {'.'.join(names)}" if path else complaint
    return f"{'.'.join(names)} can be {words}"
