"""What makes a trained network small: pruning, quantization, Huffman coding, slimming; and its proof."""
