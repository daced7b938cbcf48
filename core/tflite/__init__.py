"""Model files (.tflite): read, checked, edited, written; and the interpreters that run them."""
