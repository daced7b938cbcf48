"""TensorFlow Lite Micro's runtime is one extension; the rest of its package makes models."""

from PyInstaller.utils.hooks import collect_dynamic_libs

binaries = collect_dynamic_libs("tflite_micro")
