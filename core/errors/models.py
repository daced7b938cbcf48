"""Errors of files with a network in them: models, imported weights, and what Huffman coding made of one."""

from __future__ import annotations

from core.errors.kind import EXIT_USAGE, ErrorKind

MODEL_NOT_FOUND = ErrorKind(
    "model-not-found",
    "There is no model file at {path}.",
    "Check the path.",
    EXIT_USAGE,
)
MODEL_UNREADABLE = ErrorKind(
    "model-unreadable",
    "{path} is not a readable model file.",
    "It may be cut short or of another format: copy or convert it again.",
)
MODEL_FOREIGN = ErrorKind(
    "model-foreign",
    "{path} is not a network of this program: {reason}.",
    "Nothing of it was run. Choose float.keras or pruned.keras of a run; of other networks int8 .tflite "
    "files are read.",
    EXIT_USAGE,
)
MODEL_NOT_INT8 = ErrorKind(
    "model-not-int8",
    "{path} is not an int8 model: {reason}.",
    "Convert it with full-integer quantization (int8 in and out) first.",
    EXIT_USAGE,
)
MODEL_ALREADY_CODED = ErrorKind(
    "model-already-coded",
    "{path} is Huffman-coded already.",
    "Use it as it is, or compress the plain int8 model it came from.",
    EXIT_USAGE,
)
MODEL_NOT_RUNNABLE = ErrorKind(
    "model-not-runnable",
    "{path} does not run: {reason}.",
    "See the technical detail; the model may use an operator that this runtime lacks.",
)
MODEL_OTHER_CLASSES = ErrorKind(
    "model-other-classes",
    "{path} tells {found} classes apart, the pictures have {needed}.",
    "Name the pictures that the model was made for, or others with the same class folders.",
    EXIT_USAGE,
)
WEIGHTS_UNREADABLE = ErrorKind(
    "weights-unreadable",
    "{path} is not a file of weights that PyTorch saved.",
    "Name a .pth file of torchvision's SqueezeNet, or one saved with torch.save(model.state_dict(), file).",
)
WEIGHTS_UNSAFE = ErrorKind(
    "weights-unsafe",
    "{path} holds more than weights: reading it would call {name}.",
    "Nothing of it was executed. Take the file from a source that you trust, saved as a state_dict.",
)
WEIGHTS_OTHER_NETWORK = ErrorKind(
    "weights-other-network",
    "The weights in {path} are not those of the network that was asked for: {reason}.",
    "Choose the network that they belong to (--network), with width 1, no bypass and the published ratios.",
    EXIT_USAGE,
)
WEIGHTS_NOT_FETCHED = ErrorKind(
    "weights-not-fetched",
    "The ImageNet weights of {network} are not on this computer yet.",
    "Fetch them once: on the page Train, or with 'squeeze weights fetch {network}'.",
    EXIT_USAGE,
)
WEIGHTS_DAMAGED = ErrorKind(
    "weights-damaged",
    "{path} is not the file that was published: its SHA-256 begins with {found} instead of {expected}.",
    "Nothing of it was used. Fetch it again; a login page of the network may have come in its place.",
)
PROOF_FAILED = ErrorKind(
    "proof-failed",
    "The Huffman-coded model is not identical to the int8 model: {reason}.",
    "Nothing was kept of it. Please report this with the run folder's log.",
)
