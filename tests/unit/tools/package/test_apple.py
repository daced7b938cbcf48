from __future__ import annotations

import ast
import base64
import plistlib
from pathlib import Path

import pytest

from tests.unit.tools.package.recorder import Recorder
from tools.package import apple, dmg
from tools.package.errors import PackagingError

CODE = b"\xcf\xfa\xed\xfe rest"
FINGERPRINT = "0123456789ABCDEF0123456789ABCDEF01234567"
NOTARY = {
    "MACOS_NOTARY_KEY": base64.b64encode(b"a key").decode(),
    "MACOS_NOTARY_KEY_ID": "K1",
    "MACOS_NOTARY_ISSUER": "I1",
}


def program(folder: Path) -> Path:
    """A program as PyInstaller lays it out on macOS."""
    app = folder / "Squeeze Studio.app"
    contents = app / "Contents"
    framework = contents / "Frameworks" / "PySide6" / "Qt" / "lib" / "QtCore.framework"
    for place in (contents / "MacOS", framework / "Versions" / "A", contents / "Resources"):
        place.mkdir(parents=True)
    (contents / "Info.plist").write_bytes(plistlib.dumps({"CFBundleExecutable": "squeeze-studio"}))
    for name in ("squeeze-studio", "squeeze"):
        (contents / "MacOS" / name).write_bytes(CODE)
    (framework / "Versions" / "A" / "QtCore").write_bytes(CODE)
    (framework / "Versions" / "Current").symlink_to("A")
    (framework / "QtCore").symlink_to("Versions/Current/QtCore")
    (contents / "Frameworks" / "libone.dylib").write_bytes(CODE)
    (contents / "Resources" / "boards.toml").write_text("# not code")
    return app


def signed(recorder: Recorder) -> list[str]:
    """The names of what was signed, in that order."""
    calls = [call for call in recorder.commands if call[:2] == ["codesign", "--force"]]
    options = ("-", "0", "runtime")
    return [
        Path(word).name for call in calls for word in call if word.startswith("/") and word not in options
    ]


def test_everything_that_is_code_is_signed_once_from_the_inside_out(tmp_path: Path) -> None:
    recorder = Recorder()
    app = program(tmp_path)
    apple.sign_program(app, "ID", recorder)
    order = [name for name in signed(recorder) if name != "entitlements.plist"]
    assert order == ["QtCore", "libone.dylib", "QtCore.framework", "squeeze", "Squeeze Studio.app"]
    assert recorder.commands[-1] == ["codesign", "--verify", "--deep", "--strict", str(app)]


def test_programs_alone_get_the_entitlements_and_all_get_the_hardened_runtime(tmp_path: Path) -> None:
    recorder = Recorder()
    apple.sign_program(program(tmp_path), "ID", recorder)
    *calls, _ = recorder.commands
    for call in calls:
        assert call[:7] == ["codesign", "--force", "--sign", "ID", "--options", "runtime", "--timestamp"]
        wanted = call[-1].endswith(("MacOS/squeeze", ".app"))
        assert ("--entitlements" in call) is wanted


def test_the_entitlements_are_what_tensorflow_and_the_camera_need() -> None:
    rights = plistlib.loads(apple.ENTITLEMENTS.read_bytes())
    assert rights == {
        "com.apple.security.cs.allow-jit": True,
        "com.apple.security.cs.allow-unsigned-executable-memory": True,
        "com.apple.security.device.camera": True,
    }


def test_a_certificate_lives_in_a_keychain_that_is_taken_away_again() -> None:
    listing = f'  1) {FINGERPRINT} "Developer ID Application: X (Y)"\n     1 valid identities found\n'
    recorder = Recorder({"find-identity": listing, "list-keychains": '    "/login.keychain-db"\n'})
    env = {"MACOS_CERTIFICATE": base64.b64encode(b"p12").decode(), "MACOS_CERTIFICATE_PASSWORD": "word"}
    with apple.identity(env, recorder) as name:
        assert name == FINGERPRINT
        verbs = [call[1] for call in recorder.commands]
        keychain = recorder.commands[1][-1]
        searched = [call for call in recorder.commands if call[1] == "list-keychains"][-1]
        assert searched[-2:] == [keychain, "/login.keychain-db"]
        imported = next(call for call in recorder.commands if call[1] == "import")
        assert imported[imported.index("-P") + 1] == "word"
        assert verbs.index("unlock-keychain") < verbs.index("import") < verbs.index("find-identity")
    assert recorder.commands[-1] == ["security", "delete-keychain", keychain]


def test_a_certificate_that_cannot_sign_is_refused_and_its_keychain_goes_too() -> None:
    recorder = Recorder({"find-identity": "     0 valid identities found\n"})
    env = {"MACOS_CERTIFICATE": "AAAA", "MACOS_CERTIFICATE_PASSWORD": "word"}
    with pytest.raises(PackagingError, match="no identity"), apple.identity(env, recorder):
        pass
    assert recorder.commands[-1][1] == "delete-keychain"


def test_without_certificate_nothing_is_called() -> None:
    recorder = Recorder()
    with apple.identity({}, recorder) as name:
        assert name == ""
    assert not recorder.commands
    with apple.identity({"MACOS_IDENTITY": "Developer ID"}, recorder) as name:
        assert name == "Developer ID"
    half = apple.identity({"MACOS_CERTIFICATE": "AAAA"}, recorder)
    with pytest.raises(PackagingError, match="MACOS_CERTIFICATE_PASSWORD is not"), half:
        pass


def test_what_apple_approves_gets_its_approval_put_in(tmp_path: Path) -> None:
    image = tmp_path / "a.dmg"
    recorder = Recorder({"submit": '{"id": "7", "status": "Accepted"}'})
    assert apple.notarize(image, NOTARY, recorder) == apple.NOTARIZED
    submit, staple = recorder.commands
    assert submit[:4] == ["xcrun", "notarytool", "submit", str(image)]
    assert submit[6:10] == ["--key-id", "K1", "--issuer", "I1"]
    assert "--wait" in submit
    assert staple == ["xcrun", "stapler", "staple", str(image)]


def test_what_apple_refuses_is_told_with_its_findings(tmp_path: Path) -> None:
    answers = {"submit": '{"id": "7", "status": "Invalid"}', "log": "libone.dylib is not signed"}
    recorder = Recorder(answers)
    with pytest.raises(PackagingError, match=r"libone\.dylib is not signed"):
        apple.notarize(tmp_path / "a.dmg", NOTARY, recorder)
    assert recorder.commands[-1][1:4] == ["notarytool", "log", "7"]
    assert not apple.notarize(tmp_path / "a.dmg", {}, recorder).note.startswith("signed and approved")


def test_the_image_holds_the_program_with_its_links_and_the_way_to_applications(tmp_path: Path) -> None:
    seen: dict[str, Path] = {}

    def hdiutil(command: list[str]) -> str:
        stage = Path(command[command.index("-srcfolder") + 1])
        for path in stage.rglob("*"):
            seen[str(path.relative_to(stage))] = path.readlink() if path.is_symlink() else Path()
        Path(command[-1]).write_bytes(b"image")
        return ""

    image = tmp_path / "a.dmg"
    image.write_bytes(b"older")
    dmg.make_image(program(tmp_path), image, hdiutil)  # type: ignore[arg-type]
    assert image.read_bytes() == b"image"
    assert seen["Applications"] == Path("/Applications")
    assert "Squeeze Studio.app/Contents/MacOS/squeeze-studio" in seen
    framework = "Squeeze Studio.app/Contents/Frameworks/PySide6/Qt/lib/QtCore.framework"
    assert seen[f"{framework}/Versions/Current"] == Path("A")


def test_an_image_is_tried_again_only_while_the_system_is_busy(tmp_path: Path) -> None:
    answers = ["hdiutil failed (1):\nhdiutil: create failed - Resource busy", ""]

    def hdiutil(_: object) -> str:
        failure = answers.pop(0)
        if failure:
            raise PackagingError(failure)
        return ""

    app = program(tmp_path)
    dmg.make_image(app, tmp_path / "a.dmg", hdiutil, pause=0)
    assert not answers
    answers[:] = ["hdiutil failed (1):\nNo space left on device", ""]
    with pytest.raises(PackagingError, match="No space left"):
        dmg.make_image(app, tmp_path / "a.dmg", hdiutil, pause=0)


def test_a_folder_that_is_no_program_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackagingError, match="Contents/MacOS/squeeze-studio"):
        dmg.build(tmp_path, tmp_path / "out", "1.2.0")


def test_the_program_says_what_it_wants_the_camera_for_and_what_it_needs() -> None:
    spec = ast.parse((apple.ROOT / "packaging" / "squeeze-studio.spec").read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(spec) if isinstance(node, ast.Call)]
    bundle = next(node for node in calls if isinstance(node.func, ast.Name) and node.func.id == "BUNDLE")
    given = {keyword.arg: keyword.value for keyword in bundle.keywords}
    values = ast.literal_eval(given["info_plist"])
    assert values["NSCameraUsageDescription"].endswith(".")
    assert values["NSHighResolutionCapable"] is True
    assert values["LSMinimumSystemVersion"] == "14.0"
    assert set(values["CFBundleLocalizations"]) == {"en", "de", "ko"}
    assert {"bundle_identifier", "version"} <= set(given)
    assert ast.literal_eval(given["name"]) == f"{dmg.VOLUME}.app"
