"""The one place where TensorFlow is brought in.

tfmot needs Keras 2 (tf_keras), and TensorFlow reads its environment once, at the first import: both are
settled here, so every module that trains takes `tf`, `keras` and `tfmot` from this one. tfmot is imported
when it is first asked for: only what trains with zeros or rounded weights does, and it takes half a second.
"""

from __future__ import annotations

import gc
import os
import sys
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

__all__ = ["clone_model", "keras", "make_deterministic", "tf", "tfmot"]

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
