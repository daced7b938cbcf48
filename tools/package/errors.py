"""What stops the making of an installer."""

from __future__ import annotations


class PackagingError(Exception):
    """Packaging cannot go on. The text says what is wrong and what to do about it."""
