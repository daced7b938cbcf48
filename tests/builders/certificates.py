"""Certificates of an authority of the test's own, made by the command openssl."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

needs_openssl = pytest.mark.skipif(shutil.which("openssl") is None, reason="certificates take openssl")
_NEW_KEY = ("-newkey", "rsa:2048", "-nodes")


def tls_options(folder: Path) -> tuple[str, ...]:
    """The words '--tls-... FILE' for an authority, a certificate of it and its key, in a new folder.

    Dask's commands call the authority's file otherwise: see `dask_options`.
    """
    folder.mkdir()
    authority = ("-keyout", "ca-key.pem", "-out", "ca.pem", "-days", "2")
    _openssl(folder, "req", "-x509", *_NEW_KEY, *authority, "-subj", "/CN=Test authority")
    _openssl(folder, "req", *_NEW_KEY, "-keyout", "key.pem", "-out", "request.pem", "-subj", "/CN=localhost")
    signed = ("-CA", "ca.pem", "-CAkey", "ca-key.pem", "-CAcreateserial", "-days", "2")
    _openssl(folder, "x509", "-req", "-in", "request.pem", *signed, "-out", "cert.pem")
    files = [(f"--tls-{name}", str(folder / f"{name}.pem")) for name in ("ca", "cert", "key")]
    return tuple(word for words in files for word in words)


def dask_options(options: tuple[str, ...]) -> tuple[str, ...]:
    """The same files as options of `dask scheduler` and `dask worker`."""
    return tuple("--tls-ca-file" if word == "--tls-ca" else word for word in options)


def _openssl(folder: Path, *words: str) -> None:
    subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True)
