"""The one place where TensorFlow is brought in.

tfmot needs Keras 2 (tf_keras), and TensorFlow reads its environment once, at the first import: both are
settled here, so every module that trains takes `tf`, `keras` and `tfmot` from this one.
"""

from __future__ import annotations

import os
import sys

if "tensorflow" in sys.modules and os.environ.get("TF_USE_LEGACY_KERAS") != "1":
    raise ImportError("core.backend must be imported before tensorflow")

os.environ["TF_USE_LEGACY_KERAS"] = "1"
# By default only processors with AVX-512 get these kernels; others train in 0.6 of the time with them, too.
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "1")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import tensorflow as tf
import tensorflow_model_optimization as tfmot
import tf_keras as keras

__all__ = ["clone_model", "keras", "make_deterministic", "tf", "tfmot"]

clone_model = tf.autograph.experimental.do_not_convert(keras.models.clone_model)
"""Keras' `clone_model` without autograph: to rewrite the code of tfmot's wrappers takes seconds.

They branch on Python values only.
"""


def make_deterministic(seed: int) -> None:
    """Make what follows in this process repeatable on this machine.

    Seeds Python, numpy and TensorFlow and has TensorFlow take only deterministic kernels.
    """
    keras.utils.set_random_seed(seed)
    tf.config.experimental.enable_op_determinism()
