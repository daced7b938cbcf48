"""Signatures of what people download, where whoever builds it has the keys.

    python3 -m tools.package.signing SHA256SUMS      sign a list of checksums, and record how it went

| What | Configured by these environment variables |
| --- | --- |
| Windows: program and installer | `WINDOWS_SIGN_COMMAND` (any tool; `$f` is the file, `$q` a quote), or |
| | `WINDOWS_CERTIFICATE` (PFX as base64) and `WINDOWS_CERTIFICATE_PASSWORD` for signtool |
| macOS: every file of the program | `MACOS_IDENTITY` (in a keychain already), or |
| | `MACOS_CERTIFICATE` (PKCS 12 as base64) and `MACOS_CERTIFICATE_PASSWORD` |
| macOS: Apple's approval | `MACOS_NOTARY_KEY` (.p8 as base64), `MACOS_NOTARY_KEY_ID`, `MACOS_NOTARY_ISSUER` |
| SHA256SUMS | `RELEASE_SIGNING_KEY` (OpenPGP, armored), `RELEASE_SIGNING_PASSPHRASE` |

Nothing configured is no error: the build goes on and says so in a line, which the release notes repeat. Half
of a configuration is one, for somebody meant it.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tools.package.errors import PackagingError

Run = Callable[[Sequence[str]], str]
"""Runs a command and returns what it printed; raises `PackagingError` when it fails."""

RECORD = ".signature.json"
_TIMESTAMPS = "http://timestamp.digicert.com"


class Signature(NamedTuple):
    """Whether a file is signed, and a sentence about it for the release notes, without a full stop."""

    signed: bool
    note: str


WINDOWS_UNSIGNED = Signature(
    signed=False, note="not signed, because neither WINDOWS_SIGN_COMMAND nor WINDOWS_CERTIFICATE is set"
)
CHECKSUMS_UNSIGNED = Signature(signed=False, note="not signed, because RELEASE_SIGNING_KEY is not set")


def run(command: Sequence[str]) -> str:
    """Run a command to its end and return what it printed.

    Raises `PackagingError` with the command's own words; its arguments may hold passwords and stay out of it.
    """
    try:
        done = subprocess.run(list(command), capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        raise PackagingError(f"{command[0]} is not installed.") from error
    if done.returncode:
        raise PackagingError(f"{command[0]} failed ({done.returncode}):\n{done.stderr or done.stdout}")
    return done.stdout


def record(file: Path, signature: Signature) -> None:
    """Write beside a file, for the release notes, whether it is signed, and say it."""
    place = file.with_name(file.name + RECORD)
    place.write_text(json.dumps(signature._asdict()) + "\n", encoding="utf-8")
    sys.stdout.write(f"{file.name}: {signature.note}\n")


def recorded(file: Path) -> Signature | None:
    """What `record` wrote about a file; None where nothing was."""
    place = file.with_name(file.name + RECORD)
    return Signature(**json.loads(place.read_text(encoding="utf-8"))) if place.is_file() else None


def setting(env: Mapping[str, str], name: str, wanted_by: str) -> str:
    """A variable's value. Raises `PackagingError` when it lacks: it goes with `wanted_by`, which is set."""
    if not env.get(name):
        raise PackagingError(f"{wanted_by} is set, but {name} is not: set both or neither.")
    return env[name]


def decoded(env: Mapping[str, str], name: str) -> bytes:
    """The bytes of a variable that holds base64. Raises `PackagingError` when it does not."""
    try:
        return base64.b64decode("".join(env[name].split()), validate=True)
    except binascii.Error as error:
        raise PackagingError(f"{name} is not base64: set it to the file's bytes in that form.") from error


@contextlib.contextmanager
def secret_file(data: bytes, suffix: str) -> Iterator[Path]:
    """A file that nobody else can read and that is gone after the block."""
    with tempfile.TemporaryDirectory(prefix="squeeze-signing-") as folder:
        path = Path(folder) / f"key{suffix}"
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
        yield path


@contextlib.contextmanager
def windows_command(env: Mapping[str, str]) -> Iterator[str]:
    """The command that signs a file, in Inno Setup's form (`$f` the file, `$q` a quote), or ''.

    It can be used inside the block only. Raises `PackagingError` for half of a configuration and where there
    is no signtool.
    """
    if env.get("WINDOWS_SIGN_COMMAND"):
        yield env["WINDOWS_SIGN_COMMAND"]
    elif env.get("WINDOWS_CERTIFICATE"):
        password = setting(env, "WINDOWS_CERTIFICATE_PASSWORD", "WINDOWS_CERTIFICATE")
        tool = signtool()
        with secret_file(decoded(env, "WINDOWS_CERTIFICATE"), ".pfx") as certificate:
            words = (f"$q{tool}$q sign /f $q{certificate}$q /p $q{password}$q", f"/tr {_TIMESTAMPS}")
            yield " ".join((*words, "/td sha256 /fd sha256 $f"))
    else:
        yield ""


def signtool() -> str:
    """Where Windows' signing tool is: on the path, or in the newest kit. Raises `PackagingError`."""
    found = shutil.which("signtool")
    kits = Path(os.environ.get("PROGRAMFILES(X86)", "/nowhere")) / "Windows Kits" / "10" / "bin"
    tools = sorted(kits.glob("10.*/x64/signtool.exe"), key=lambda path: _numbers(path.parents[1].name))
    if not found and not tools:
        raise PackagingError("There is no signtool: install the Windows SDK's signing tools.")
    return found or str(tools[-1])


def sign_for_windows(command: str, files: Sequence[Path]) -> None:
    """Sign files by a command of `windows_command`. Raises `PackagingError` with the tool's own words."""
    for file in files:
        line = command.replace("$f", f'"{file}"').replace("$q", '"')
        done = subprocess.run(line, shell=True, capture_output=True, text=True, check=False)
        if done.returncode:
            raise PackagingError(f"{file.name} could not be signed:\n{done.stderr or done.stdout}")


def sign_checksums(sums: Path, env: Mapping[str, str] = os.environ, run: Run = run) -> Signature:
    """Put an OpenPGP signature, `<name>.asc`, beside a file when a key is configured.

    Raises `PackagingError` when there is a key that gpg cannot use.
    """
    if not env.get("RELEASE_SIGNING_KEY"):
        return CHECKSUMS_UNSIGNED
    key, passphrase = env["RELEASE_SIGNING_KEY"], env.get("RELEASE_SIGNING_PASSPHRASE", "")
    with tempfile.TemporaryDirectory(prefix="squeeze-gpg-") as home, contextlib.ExitStack() as files:
        gpg = ["gpg", "--homedir", home, "--batch", "--quiet", "--yes", "--pinentry-mode", "loopback"]
        gpg += ["--passphrase-file", str(files.enter_context(secret_file(passphrase.encode(), ".txt")))]
        run([*gpg, "--import", str(files.enter_context(secret_file(key.encode(), ".asc")))])
        run([*gpg, "--armor", "--detach-sign", "--output", f"{sums}.asc", str(sums)])
        run(["gpgconf", "--homedir", home, "--kill", "all"])
    return Signature(signed=True, note=f"signed; {sums.name}.asc is the signature")


def main(arguments: Sequence[str]) -> int:
    """Carry out a command line; 1 when a key cannot be used, 2 for a wrong command."""
    if len(arguments) != 1:
        sys.stderr.write(__doc__ or "")
        return 2
    sums = Path(arguments[0])
    try:
        record(sums, sign_checksums(sums))
    except PackagingError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
