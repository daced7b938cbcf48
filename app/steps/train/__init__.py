"""The step of that name: Training."""
