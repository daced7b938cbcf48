from __future__ import annotations

import base64
import shutil
import subprocess
from pathlib import Path

import pytest

from tools.package import signing
from tools.package.errors import PackagingError
from tools.package.signing import (
    Signature,
    record,
    recorded,
    sign_checksums,
    sign_for_windows,
    windows_command,
)


def test_nothing_configured_is_no_error_and_says_why() -> None:
    with windows_command({}) as command:
        assert command == ""
    assert "because" in signing.WINDOWS_UNSIGNED.note
    assert not signing.WINDOWS_UNSIGNED.signed


def test_half_of_a_configuration_is_an_error() -> None:
    half = windows_command({"WINDOWS_CERTIFICATE": "AAAA"})
    with pytest.raises(PackagingError, match="WINDOWS_CERTIFICATE_PASSWORD is not"), half:
        pass


def test_a_certificate_lies_in_a_file_of_its_own_while_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signing, "signtool", lambda: r"C:\Kits\signtool.exe")
    env = {
        "WINDOWS_CERTIFICATE": base64.b64encode(b"a pfx").decode(),
        "WINDOWS_CERTIFICATE_PASSWORD": "open sesame",
    }
    with windows_command(env) as command:
        words = command.split("$q")
        certificate = Path(words[3])
        assert certificate.read_bytes() == b"a pfx"
        assert certificate.stat().st_mode & 0o077 == 0
    assert not certificate.exists()
    assert words[1] == r"C:\Kits\signtool.exe"
    assert words[2] == " sign /f "
    assert words[5] == "open sesame"
    assert words[6].split()[0] == "/tr"
    assert words[6].endswith("/td sha256 /fd sha256 $f")


def test_a_certificate_that_is_not_base64_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signing, "signtool", lambda: "signtool")
    signing_with = windows_command({"WINDOWS_CERTIFICATE": "%%", "WINDOWS_CERTIFICATE_PASSWORD": "x"})
    with pytest.raises(PackagingError, match="WINDOWS_CERTIFICATE is not base64"), signing_with:
        pass


def test_any_tool_can_sign_and_is_given_each_file(tmp_path: Path) -> None:
    files = [tmp_path / "one two.exe", tmp_path / "three.exe"]
    for file in files:
        file.write_bytes(b"MZ")
    with windows_command(
        {"WINDOWS_SIGN_COMMAND": "cp $f $q" + str(tmp_path / "last copy") + "$q"}
    ) as command:
        sign_for_windows(command, files)
    assert (tmp_path / "last copy").read_bytes() == b"MZ"
    with pytest.raises(PackagingError, match=r"gone\.exe could not be signed"):
        sign_for_windows(command, [tmp_path / "gone.exe"])


def test_what_is_recorded_about_a_file_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "setup.exe"
    assert recorded(file) is None
    record(file, Signature(signed=False, note="not signed, because so"))
    assert recorded(file) == Signature(signed=False, note="not signed, because so")


def test_a_tools_words_come_with_its_failure_and_its_arguments_do_not() -> None:
    with pytest.raises(PackagingError, match="no such thing") as caught:
        signing.run(["sh", "-c", "echo no such thing >&2; exit 3", "secret"])
    assert "secret" not in str(caught.value)
    with pytest.raises(PackagingError, match="is not installed"):
        signing.run(["a-tool-that-is-nowhere"])


def test_checksums_without_a_key_stay_as_they_are(tmp_path: Path) -> None:
    sums = tmp_path / "SHA256SUMS"
    sums.write_text("0  x\n")
    assert not sign_checksums(sums, {}).signed
    assert [path.name for path in tmp_path.iterdir()] == ["SHA256SUMS"]


@pytest.mark.skipif(shutil.which("gpg") is None, reason="gpg is not installed")
def test_checksums_are_signed_so_that_gpg_believes_it(tmp_path: Path) -> None:
    home = tmp_path / "keys"
    home.mkdir(mode=0o700)
    gpg = ["gpg", "--homedir", str(home), "--batch", "--quiet", "--pinentry-mode", "loopback"]
    gpg += ["--passphrase", "a word"]
    subprocess.run([*gpg, "--quick-generate-key", "Release <release@example.org>", "ed25519"], check=True)
    key = subprocess.run(
        [*gpg, "--armor", "--export-secret-keys"], check=True, capture_output=True, text=True
    )
    sums = tmp_path / "SHA256SUMS"
    sums.write_text("0  x\n")
    env = {"RELEASE_SIGNING_KEY": key.stdout, "RELEASE_SIGNING_PASSPHRASE": "a word"}
    assert sign_checksums(sums, env).signed
    verify = [*gpg, "--verify", f"{sums}.asc", str(sums)]
    assert subprocess.run(verify, capture_output=True, check=False).returncode == 0
    sums.write_text("1  x\n")
    assert subprocess.run(verify, capture_output=True, check=False).returncode != 0
    with pytest.raises(PackagingError, match="gpg failed"):
        sign_checksums(sums, {"RELEASE_SIGNING_KEY": "not a key"})
    subprocess.run(["gpgconf", "--homedir", str(home), "--kill", "all"], check=True)


def test_the_command_records_that_the_list_is_not_signed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("RELEASE_SIGNING_KEY", raising=False)
    sums = tmp_path / "SHA256SUMS"
    sums.write_text("0  x\n")
    assert signing.main([str(sums)]) == 0
    assert recorded(sums) == signing.CHECKSUMS_UNSIGNED
    assert "not signed, because" in capsys.readouterr().out
    assert signing.main([]) == 2
