"""`squeeze explore` on a cluster with TLS: scheduler, worker and command are processes of their own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.exploring.cluster import import_dask
from tests.builders.certificates import dask_options, needs_openssl, tls_options
from tests.builders.dask_processes import process, scheduler
from tests.e2e.squeeze import squeeze, squeeze_program

POINT = (
    *("explore", "--data", "scenes", "--scenes-per-class", "12", "--image-sizes", "32"),
    *("--widths", "0.125", "--epochs", "1"),
)


@pytest.fixture(scope="module", autouse=True)
def dask() -> None:
    """Dask keeps its files where the program has it keep them."""
    import_dask()


@needs_openssl
def test_a_point_is_made_on_a_cluster_with_tls_and_a_plain_client_is_refused(tmp_path: Path) -> None:
    options, explored = tls_options(tmp_path / "tls"), tmp_path / "explored"
    with scheduler("--protocol", "tls", *dask_options(options)) as address:
        assert address.startswith("tls://127.0.0.1:")
        refused = squeeze(*POINT, "--out", explored, "--cluster", address.replace("tls", "tcp"))
        assert refused.returncode == 1
        assert "error [cluster-not-reached]" in refused.stderr
        assert "check the address and the certificates" in refused.stderr
        worker = ("-m", "distributed.cli.dask_worker", address, "--nthreads", "1", "--no-nanny")
        more = ("--no-dashboard", "--local-directory", str(tmp_path))
        with process(*worker, *more, *dask_options(options)):
            made = squeeze_program(*POINT, "--out", explored, "--cluster", address, *options, "--json")
    assert made.returncode == 0, made.stderr
    (point,) = json.loads(made.stdout)["points"]
    file = explored / "points" / point["name"] / "huffman.tflite"
    assert file.stat().st_size == point["bytes"]
