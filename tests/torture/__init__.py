"""Attacks on the program: hours of bad luck and bad will in minutes, drawn from a seed.

`python -m tests.torture` runs them. Each area is a module: what it holds is under `ATTACKS`.
"""
