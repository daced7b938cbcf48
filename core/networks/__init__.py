"""Networks as functional Keras models, and what is known of them without training: parameters, operations."""
