"""Huffman coding of weights for TFLM's DECODE operator: codes, tables, strings of bits, shared tables."""
