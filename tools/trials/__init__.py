"""Long trials on real images: what the presets promise, and what smaller networks cost.

Their figures stand in docs/benchmarks.md.
"""
