"""Certificates of an authority of the test's own."""

from __future__ import annotations

import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

_DAY = datetime.timedelta(days=1)


def tls_options(folder: Path) -> tuple[str, ...]:
    """The words '--tls-... FILE' for an authority, a certificate of it and its key, in a new folder.

    Dask's commands call the authority's file otherwise: see `dask_options`.
    """
    folder.mkdir()
    authority_key, own_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    authority = _certificate("Test authority", authority_key, None, authority_key)
    own = _certificate("localhost", own_key, authority, authority_key)
    contents = {
        "ca": authority.public_bytes(serialization.Encoding.PEM),
        "cert": own.public_bytes(serialization.Encoding.PEM),
        "key": own_key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        ),
    }
    words: list[str] = []
    for name, content in contents.items():
        path = folder / f"{name}.pem"
        path.write_bytes(content)
        words += [f"--tls-{name}", str(path)]
    return tuple(words)


def dask_options(options: tuple[str, ...]) -> tuple[str, ...]:
    """The same files as options of `dask scheduler` and `dask worker`."""
    return tuple("--tls-ca-file" if word == "--tls-ca" else word for word in options)


def _certificate(
    name: str,
    key: ec.EllipticCurvePrivateKey,
    issuer: x509.Certificate | None,
    issuer_key: ec.EllipticCurvePrivateKey,
) -> x509.Certificate:
    """A certificate for a day; without an `issuer` it is an authority's own."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _DAY)
        .not_valid_after(now + _DAY)
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
        .sign(issuer_key, hashes.SHA256())
    )
