"""The engine of Squeeze Studio: images in, a Huffman-coded TensorFlow Lite Micro model out.

Importing this package costs no TensorFlow and no Qt; the modules that train import it themselves.
"""

__version__ = "0.1.0"
