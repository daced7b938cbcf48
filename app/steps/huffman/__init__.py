"""The step of that name: Huffman coding."""
