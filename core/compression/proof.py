"""The proof that a coded model has the weights of the plain one, bit for bit, and nothing else changed."""

from __future__ import annotations

from core.compression.decode_operator import decode_model
from core.compression.slimming import slim
from core.errors import ModelError
from core.tflite.int4 import expand_int4


def require_same_weights(plain: bytes, coded: bytes) -> None:
    """Show that `coded`, decoded by our own decoder, is the same model as `plain`, byte for byte.

    The decoder follows the emitted tables. Both are brought to one form before: slim, and with INT4 weights
    as int8 tensors of the same codes. Raises proof-failed, and model-unreadable for a damaged file.
    """
    expected = slim(expand_int4(plain))
    decoded = slim(expand_int4(decode_model(coded)))
    if expected == decoded:
        return
    if len(expected) != len(decoded):
        reason = f"decoded, it has {len(decoded):,} bytes instead of {len(expected):,}"
    else:
        first = next(i for i, (a, b) in enumerate(zip(expected, decoded, strict=True)) if a != b)
        reason = f"decoded, it differs from byte {first:,} on"
    raise ModelError("proof-failed", reason=reason)
