"""Trying the finished stages of a run on images: the strip that stands on the pages, and what it shows."""
