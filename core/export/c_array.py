"""The model as C source: an array with its header, for C11, C++11 and later."""

from __future__ import annotations

from collections.abc import Iterable

from core.export.exported_model import ExportedModel
from core.export.texts import filled

HEADER = "squeeze_model.h"
SOURCE = "squeeze_model.c"
_BYTES_A_LINE = 20
_CODES_A_LINE = 16
_PLAIN = frozenset(range(0x20, 0x7F)) - frozenset(b'"\\?')


def c_array_files(model: ExportedModel) -> dict[str, bytes]:
    """By name: header, source, licence and what to do with them."""
    return {
        HEADER: _header(model).encode(),
        SOURCE: _source(model).encode(),
        "README.md": filled("c-array.md", model),
    }


def c_string(text: str) -> str:
    """A literal whose bytes are the text in UTF-8, whatever the compiler takes its input for."""
    # Octal escapes end after three digits, hexadecimal ones would swallow what follows.
    return '"' + "".join(chr(byte) if byte in _PLAIN else f"\\{byte:03o}" for byte in text.encode()) + '"'


def _header(model: ExportedModel) -> str:
    signature = model.signature
    height, width, channels = signature.input_shape
    inputs, result = signature.input_quantization, signature.output_quantization
    arena = ""
    if model.arena_bytes is not None:
        arena = (
            "\n/* On a 64-bit computer. A chip needs less for pointers and more for its kernels. */\n"
            f"#define SQUEEZE_MODEL_ARENA_BYTES {model.arena_bytes}\n"
        )
    threshold = ""
    if model.sure_score is not None:
        threshold = (
            "\n/* If the highest output is below this value, it is not sure: report no class. */\n"
            f"#define SQUEEZE_MODEL_SURE_SCORE {_c_integer(model.sure_score)}\n"
        )
    return f"""\
/* SPDX-License-Identifier: Apache-2.0 (the code; the model belongs to whoever trained it) */
#ifndef SQUEEZE_MODEL_H
#define SQUEEZE_MODEL_H

#include <stdint.h>

#define SQUEEZE_MODEL_BYTES {len(model.model)}
#define SQUEEZE_MODEL_HEIGHT {height}
#define SQUEEZE_MODEL_WIDTH {width}
#define SQUEEZE_MODEL_CHANNELS {channels}
#define SQUEEZE_MODEL_CLASSES {len(model.labels)}
{arena}
/* A code c of the input or the output stands for (c - ZERO_POINT) * SCALE. */
#define SQUEEZE_MODEL_INPUT_SCALE {_c_float(inputs.scale)}
#define SQUEEZE_MODEL_INPUT_ZERO_POINT {inputs.zero_point}
#define SQUEEZE_MODEL_OUTPUT_SCALE {_c_float(result.scale)}
#define SQUEEZE_MODEL_OUTPUT_ZERO_POINT {result.zero_point}
{threshold}
#ifdef __cplusplus
extern "C" {{
#endif

/* The Huffman-coded .tflite, at an address that is a multiple of 16. */
extern const unsigned char squeeze_model[SQUEEZE_MODEL_BYTES];

/* For each value of an image, 0 to 255, the code that the input takes. */
extern const int8_t squeeze_model_input_codes[256];

/* The classes in the order of the outputs, in UTF-8. */
extern const char *const squeeze_model_labels[SQUEEZE_MODEL_CLASSES];

#ifdef __cplusplus
}}
#endif

#endif
"""


def _source(model: ExportedModel) -> str:
    labels = ",\n".join(f"    {c_string(label)}" for label in model.labels)
    return f"""\
/* SPDX-License-Identifier: Apache-2.0 (the code; the model belongs to whoever trained it) */
#include "{HEADER}"

const char *const squeeze_model_labels[SQUEEZE_MODEL_CLASSES] = {{
{labels},
}};

const int8_t squeeze_model_input_codes[256] = {{
{_rows(model.input_codes, _CODES_A_LINE)}
}};

_Alignas(16) const unsigned char squeeze_model[SQUEEZE_MODEL_BYTES] = {{
{_rows(model.model, _BYTES_A_LINE)}
}};
"""


def _rows(numbers: Iterable[int], a_line: int) -> str:
    words = [str(number) for number in numbers]
    lines = (words[start : start + a_line] for start in range(0, len(words), a_line))
    return "\n".join(f"    {','.join(line)}," for line in lines)


def _c_integer(value: int) -> str:
    """A literal that is one value wherever it is put."""
    return f"({value})" if value < 0 else str(value)


def _c_float(value: float) -> str:
    """A literal that reads back as the same float."""
    text = f"{value:.9g}"
    return f"{text}f" if any(sign in text for sign in ".e") else f"{text}.0f"
