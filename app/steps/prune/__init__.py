"""The step of that name: Pruning."""
