"""The step of that name: Quantizing."""
