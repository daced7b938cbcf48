"""Boards: what they can hold, what is written to them, and how the computer talks with them."""
