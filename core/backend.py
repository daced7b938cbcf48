"""The one place where TensorFlow is brought in.

tfmot needs Keras 2 (tf_keras), and TensorFlow reads its environment once, at the first import: both are
settled here, so every module that trains takes `tf`, `keras` and `tfmot` from this one. tfmot is imported
when it is first asked for: only what trains with zeros or rounded weights does, and it takes half a second.
"""

from __future__ import annotations

import contextlib
import gc
import os
import re
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if "tensorflow" in sys.modules and os.environ.get("TF_USE_LEGACY_KERAS") != "1":
    raise ImportError("core.backend must be imported before tensorflow")

os.environ["TF_USE_LEGACY_KERAS"] = "1"
# By default only processors with AVX-512 get these kernels; others train in 0.6 of the time with them, too.
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "1")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

# Thousands of modules, and nothing of them is garbage: looking for some takes a tenth of the time.
_collecting = gc.isenabled()
gc.disable()
try:
    import tensorflow as tf
    import tf_keras as keras
finally:
    if _collecting:
        gc.enable()

if TYPE_CHECKING:
    import tensorflow_model_optimization as tfmot

__all__ = ["clone_model", "keras", "make_deterministic", "own_temporary_folder", "tf", "tfmot"]

_FOLDER = "squeeze-studio-conversion-"

clone_model = tf.autograph.experimental.do_not_convert(keras.models.clone_model)
"""Keras' `clone_model` without autograph: to rewrite the code of tfmot's wrappers takes seconds.

They branch on Python values only.
"""


def __getattr__(name: str) -> Any:
    if name == "tfmot":
        import tensorflow_model_optimization

        return tensorflow_model_optimization
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def make_deterministic(seed: int) -> None:
    """Make what follows in this process repeatable on this machine.

    Seeds Python, numpy and TensorFlow and has TensorFlow take only deterministic kernels.
    """
    keras.utils.set_random_seed(seed)
    tf.config.experimental.enable_op_determinism()


_RULED = (
    keras.layers.Add,
    keras.layers.BatchNormalization,
    keras.layers.Concatenate,
    keras.layers.Conv2D,
    keras.layers.GlobalAveragePooling2D,
    keras.layers.MaxPooling2D,
    keras.layers.ReLU,
    keras.layers.Softmax,
)
"""Layers that put out the type they are given, in the shape that `compute_output_shape` says."""
_tried = keras.layers.Layer._infer_output_signature


def _inferred(layer: keras.layers.Layer, inputs: Any, args: Any, kwargs: Any, input_masks: Any) -> Any:
    """What a layer puts out in a functional network, without a trial graph for each layer.

    WORKAROUND: Keras runs every layer in a graph of its own to see the shape of its outputs; that takes more
    than half of the time in which a network is made or read.
    https://github.com/keras-team/tf-keras/blob/v2.20.1/tf_keras/src/engine/base_layer.py#L2497
    """
    if type(layer) not in _RULED:
        return _tried(layer, inputs, args, kwargs, input_masks)
    with keras.backend.name_scope(layer._name_scope()):
        layer._maybe_build(inputs)
    shapes = tf.nest.map_structure(lambda tensor: tensor.shape, inputs)
    shape = tf.TensorShape(layer.compute_output_shape(shapes))
    symbolic = type(tf.nest.flatten(inputs)[0])
    outputs = symbolic(tf.TensorSpec(shape, layer.compute_dtype))
    layer._set_mask_metadata(inputs, outputs, input_masks, build_graph=False)
    layer._set_save_spec(inputs, args, kwargs)
    return outputs


keras.layers.Layer._infer_output_signature = _inferred


@contextlib.contextmanager
def own_temporary_folder() -> Iterator[None]:
    """Keep what TensorFlow and Keras write to the temporary folder in one of its own for the block.

    AutoGraph removes its file of Python code only when the process ends: it would stay behind a process that
    is killed hours later. Keras leaves its folder behind a network that does not fit on the disk. What a
    process that was killed in such a block has left goes first.
    """
    before = tempfile.tempdir
    _remove_abandoned(Path(tempfile.gettempdir()))
    prefix = f"{_FOLDER}{os.getpid()}-"
    with tempfile.TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True) as folder:
        tempfile.tempdir = folder
        try:
            yield
        finally:
            tempfile.tempdir = before


def _remove_abandoned(home: Path) -> None:
    """Remove folders of this name whose process has ended, unless they are links or somebody else's.

    Only where a process can be asked for: Windows clears its temporary folder itself.
    """
    if sys.platform == "win32":
        return
    for path in home.glob(f"{_FOLDER}*"):
        made_by = re.fullmatch(rf"{_FOLDER}(\d+)-\w+", path.name)
        with contextlib.suppress(OSError):
            status = path.lstat()
            is_own = stat.S_ISDIR(status.st_mode) and status.st_uid == os.geteuid()
            if made_by and is_own and not _is_running(int(made_by[1])):
                shutil.rmtree(path, ignore_errors=True)


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
