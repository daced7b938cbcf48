"""Apple's signatures: an identity in a keychain, `codesign` for every file, and the notary's approval."""

from __future__ import annotations

import contextlib
import json
import os
import plistlib
import secrets
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tools.package.errors import PackagingError
from tools.package.signing import Run, Signature, decoded, run, secret_file, setting

ROOT = Path(__file__).resolve().parents[2]
ENTITLEMENTS = ROOT / "packaging" / "macos" / "entitlements.plist"
UNSIGNED = Signature(
    signed=False, note="not signed, because neither MACOS_IDENTITY nor MACOS_CERTIFICATE is set"
)
NOT_NOTARIZED = Signature(
    signed=True, note="signed, but not approved by Apple, because MACOS_NOTARY_KEY is not set"
)
NOTARIZED = Signature(signed=True, note="signed and approved by Apple")

_MACH_O = (b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"\xca\xfe\xba\xbf")
_AT_ONCE = 50


@contextlib.contextmanager
def identity(env: Mapping[str, str] = os.environ, run: Run = run) -> Iterator[str]:
    """The name by which `codesign` finds the identity inside the block, '' where none is configured.

    A certificate of the environment lies in a keychain of its own for that time. Raises `PackagingError` for
    half of a configuration and for a certificate that cannot sign programs.
    """
    if env.get("MACOS_IDENTITY"):
        yield env["MACOS_IDENTITY"]
    elif env.get("MACOS_CERTIFICATE"):
        password = setting(env, "MACOS_CERTIFICATE_PASSWORD", "MACOS_CERTIFICATE")
        with tempfile.TemporaryDirectory(prefix="squeeze-keychain-") as folder:
            keychain = str(Path(folder) / "signing.keychain-db")
            with secret_file(decoded(env, "MACOS_CERTIFICATE"), ".p12") as certificate:
                yield from _imported(keychain, certificate, password, run)
    else:
        yield ""


def _imported(keychain: str, certificate: Path, password: str, run: Run) -> Iterator[str]:
    """The certificate's identity in a new keychain, which is taken away afterwards."""
    lock = secrets.token_urlsafe()
    searched = [
        line.strip().strip('"') for line in run(["security", "list-keychains", "-d", "user"]).splitlines()
    ]
    run(["security", "create-keychain", "-p", lock, keychain])
    try:
        # Without this it would be locked after five minutes, in the middle of the work.
        run(["security", "set-keychain-settings", "-lut", "21600", keychain])
        run(["security", "unlock-keychain", "-p", lock, keychain])
        tool = ["-T", "/usr/bin/codesign"]
        run(["security", "import", str(certificate), "-k", keychain, "-f", "pkcs12", "-P", password, *tool])
        run(["security", "set-key-partition-list", "-S", "apple-tool:,apple:", "-s", "-k", lock, keychain])
        run(["security", "list-keychains", "-d", "user", "-s", keychain, *searched])
        yield _first_identity(run(["security", "find-identity", "-v", "-p", "codesigning", keychain]))
    finally:
        run(["security", "delete-keychain", keychain])


def _first_identity(listing: str) -> str:
    """The fingerprint in the first line of `security find-identity`, as `1) 5AB0... "Developer ID..."`."""
    for line in listing.splitlines():
        words = line.split()
        if len(words) > 1 and words[0].endswith(")") and len(words[1]) == len("0" * 40):
            return words[1]
    raise PackagingError(
        "MACOS_CERTIFICATE holds no identity that can sign programs (Developer ID Application)."
    )


def sign_program(app: Path, name: str, run: Run = run) -> None:
    """Sign everything in a program that is code, from the inside out, and look whether that holds.

    `codesign --deep` would give every library the program's entitlements, and miss code among the resources.
    """
    programs = [path for path in code_files(app) if path.parent == app / "Contents" / "MacOS"]
    libraries = [path for path in code_files(app) if path not in programs]
    # To sign the program's main file means to sign the whole, which comes last.
    programs.remove(main_file(app))
    frameworks = sorted(app.rglob("*.framework"), key=_depth, reverse=True)
    rights = ("--entitlements", str(ENTITLEMENTS))
    _sign(libraries, name, run)
    _sign([path for path in frameworks if not path.is_symlink()], name, run)
    _sign(programs, name, run, rights)
    _sign([app], name, run, rights)
    run(["codesign", "--verify", "--deep", "--strict", str(app)])


def main_file(app: Path) -> Path:
    """What macOS starts when a person opens the program."""
    values = plistlib.loads((app / "Contents" / "Info.plist").read_bytes())
    return app / "Contents" / "MacOS" / str(values["CFBundleExecutable"])


def code_files(app: Path) -> list[Path]:
    """Every file of a program that is code for this system, the deepest first; links are not followed."""
    files = (path for path in app.rglob("*") if path.is_file() and not path.is_symlink())
    return sorted((path for path in files if _is_code(path)), key=_depth, reverse=True)


def sign_image(image: Path, name: str, run: Run = run) -> None:
    """Sign a disk image."""
    _sign([image], name, run)


def notarize(image: Path, env: Mapping[str, str] = os.environ, run: Run = run) -> Signature:
    """Have Apple look at a signed image, and put its approval into it; nothing where no key is configured.

    Takes minutes. Raises `PackagingError` with the notary's findings when Apple refuses.
    """
    if not env.get("MACOS_NOTARY_KEY"):
        return NOT_NOTARIZED
    number, issuer = (
        setting(env, f"MACOS_NOTARY_{name}", "MACOS_NOTARY_KEY") for name in ("KEY_ID", "ISSUER")
    )
    with secret_file(decoded(env, "MACOS_NOTARY_KEY"), ".p8") as key:
        account = ["--key", str(key), "--key-id", number, "--issuer", issuer]
        notary = ["xcrun", "notarytool"]
        answer = run([*notary, "submit", str(image), *account, "--wait", "--output-format", "json"])
        found = json.loads(answer)
        if found.get("status") != "Accepted":
            findings = run([*notary, "log", str(found.get("id")), *account])
            raise PackagingError(f"Apple did not approve {image.name} ({found.get('status')}):\n{findings}")
    run(["xcrun", "stapler", "staple", str(image)])
    return NOTARIZED


def _sign(paths: Sequence[Path], name: str, run: Run, options: Sequence[str] = ()) -> None:
    for start in range(0, len(paths), _AT_ONCE):
        some = [str(path) for path in paths[start : start + _AT_ONCE]]
        runtime = ("--options", "runtime", "--timestamp")
        run(["codesign", "--force", "--sign", name, *runtime, *options, *some])


def _is_code(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) in _MACH_O


def _depth(path: Path) -> tuple[int, str]:
    return len(path.parts), str(path)
