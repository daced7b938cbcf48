"""Firmware bundles: what is written to a real board besides the model, and where it comes from."""
