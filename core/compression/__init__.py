"""What makes a trained network small: pruning, quantization, Huffman coding, slimming; each with its proof."""
