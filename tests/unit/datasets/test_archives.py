"""Archives give up their images, and nothing gets out of its folder."""

from __future__ import annotations

import bz2
import io
import lzma
import os
import tarfile
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.datasets.archive_entries import Limits, OwnPaths, safe_parts
from core.datasets.archives import archive_name, unpack_images
from core.errors import Cancelled, SqueezeError
from core.events import Progress
from core.task import Task
from tests.builders.images import contents_of, encoded, noise, write_tar, write_zip
from tests.recording import RecordingTask

IMAGE = encoded(noise(1), "JPEG")
CONTENTS = {"set/cat/1.jpg": IMAGE, "set/dog/2.png": encoded(noise(2))}

Writer = Callable[[Path, dict[str, bytes]], Path]


def packed_zip(kind: int) -> Writer:
    """Writes a zip whose entries are packed otherwise than most programs pack them."""

    def write(path: Path, contents: dict[str, bytes]) -> Path:
        with zipfile.ZipFile(path, "w", kind) as archive:
            for name, content in contents.items():
                archive.writestr(name, content)
        return path

    return write


WRITERS: dict[str, Writer] = {
    "images.zip": write_zip,
    "bzip2.zip": packed_zip(zipfile.ZIP_BZIP2),
    "lzma.zip": packed_zip(zipfile.ZIP_LZMA),
    "images.tar": write_tar,
    "images.tar.gz": lambda path, contents: write_tar(path, contents, "gz"),
    "images.tar.bz2": lambda path, contents: write_tar(path, contents, "bz2"),
    "images.tar.xz": lambda path, contents: write_tar(path, contents, "xz"),
}
every_kind = pytest.mark.parametrize("name", WRITERS)
zip_and_tar = pytest.mark.parametrize("name", ["images.zip", "images.tar.gz"])


def unpacked(archive: Path, limits: Limits | None = None, task: Task | None = None) -> Path:
    return unpack_images(archive, archive.parent / "cache", task or Task(), limits or Limits())


def refusal(archive: Path, limits: Limits | None = None) -> SqueezeError:
    """The error that unpacking ends with; nothing may be left of it."""
    with pytest.raises(SqueezeError) as caught:
        unpacked(archive, limits)
    assert list((archive.parent / "cache").glob("*")) == []
    return caught.value


def kind_of_refusal(archive: Path, limits: Limits | None = None) -> str:
    return refusal(archive, limits).code


@every_kind
def test_images_come_out_as_they_went_in(name: str, tmp_path: Path) -> None:
    folder = unpacked(WRITERS[name](tmp_path / name, CONTENTS))
    assert contents_of(folder) == CONTENTS
    assert archive_name(tmp_path / name) == name.partition(".")[0]


@every_kind
def test_what_an_archive_is_its_content_says(name: str, tmp_path: Path) -> None:
    assert contents_of(unpacked(WRITERS[name](tmp_path / "download", CONTENTS))) == CONTENTS


@every_kind
def test_only_images_and_folders_are_unpacked(name: str, tmp_path: Path) -> None:
    others = {
        "set/notes.txt": b"a text",
        "set/bird/notes.txt": b"a class without images",
        "__MACOSX/set/cat/._1.jpg": b"what another system left",
        "set/cat/.hidden.jpg": IMAGE,
    }
    more = {"set/dog/nameless": IMAGE, "set/dog/claims.jpg": b"a text"}
    folder = unpacked(WRITERS[name](tmp_path / name, CONTENTS | others | more))
    assert contents_of(folder) == CONTENTS | more
    assert sorted(path.name for path in (folder / "set").iterdir()) == ["bird", "cat", "dog"]


@zip_and_tar
@pytest.mark.parametrize(
    "entry",
    ["../evil.jpg", "cat/../../evil.jpg", "/evil.jpg", "C:/evil.jpg", "c:evil.jpg", "cat\\..\\..\\evil.jpg"],
)
def test_an_entry_that_leads_out_of_the_folder_is_refused(name: str, entry: str, tmp_path: Path) -> None:
    error = refusal(WRITERS[name](tmp_path / name, {**CONTENTS, entry: IMAGE}))
    assert error.code == "archive-unsafe"
    assert entry.replace("\\", "/") in error.happened.replace("\\", "/")
    assert not list(tmp_path.rglob("evil.jpg"))


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE])
def test_links_and_devices_in_a_tar_are_refused(kind: bytes, tmp_path: Path) -> None:
    path = tmp_path / "images.tar"
    with tarfile.open(path, "w") as archive:
        member = tarfile.TarInfo("cat")
        member.type, member.linkname = kind, "/etc"
        archive.addfile(member)
    assert kind_of_refusal(path) == "archive-unsafe"


def test_a_link_in_a_zip_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "images.zip"
    with zipfile.ZipFile(path, "w") as archive:
        entry = zipfile.ZipInfo("cat")
        entry.external_attr = 0o120777 << 16
        archive.writestr(entry, "/etc")
    assert kind_of_refusal(path) == "archive-unsafe"


@given(st.text(alphabet="ab./\\:C \0\n*é", max_size=20))
def test_a_safe_path_stays_below_its_folder(name: str) -> None:
    try:
        parts = safe_parts(name)
    except ValueError:
        return
    for part in OwnPaths().path(parts):
        assert part not in ("", ".", "..")
        assert not set(part) & set("/\\:\0\n*")
        assert not part.endswith((".", " "))


@given(st.lists(st.lists(st.sampled_from(["a?", "a*", "A?", "a_", "a_ (2)", "x.y"]), min_size=1, max_size=3)))
def test_each_path_has_one_of_its_own(names: list[list[str]]) -> None:
    paths = OwnPaths()
    files = {(*map(str, name), "1.jpg") for name in names}
    own = {paths.path(name) for name in files}
    assert own == {paths.path(name) for name in files}
    assert len(own) == len(files)


@zip_and_tar
def test_names_that_become_the_same_do_not_overwrite_each_other(name: str, tmp_path: Path) -> None:
    names = ["cat/a?.png", "cat/a*.png", "cat/A_.png", "cat/a_.png", "dog?/1.png", "dog*/1.png", "dog_/1.png"]
    contents = {entry: encoded(noise(number)) for number, entry in enumerate(names)}
    folder = unpacked(WRITERS[name](tmp_path / name, contents))
    assert contents_of(folder) == dict(
        zip(
            [
                *("cat/a_.png", "cat/a_ (2).png", "cat/A_ (3).png", "cat/a_ (4).png"),
                *("dog_/1.png", "dog_ (2)/1.png", "dog_ (3)/1.png"),
            ],
            contents.values(),
            strict=True,
        )
    )


@zip_and_tar
def test_a_bomb_is_stopped_by_what_really_comes_out_of_it(name: str, tmp_path: Path) -> None:
    bomb = WRITERS[name](tmp_path / name, {"cat/1.bmp": bytes(20_000_000)})
    assert bomb.stat().st_size < 50_000
    assert kind_of_refusal(bomb, Limits(free_bytes=1_000_000)) == "archive-too-large"
    assert kind_of_refusal(bomb, Limits(total_bytes=1_000_000)) == "archive-too-large"
    assert unpacked(bomb, Limits(free_bytes=1_000_000, ratio=1_000_000)).is_dir()


@every_kind
def test_a_bomb_is_unpacked_no_further_than_it_is_read(name: str, tmp_path: Path) -> None:
    """60 MB of zeros: a few hundred bytes in bzip2, which at once would be all of them in memory."""
    bomb = WRITERS[name](tmp_path / name, {"cat/1.bmp": bytes(60_000_000)})
    tracemalloc.start()
    try:
        assert kind_of_refusal(bomb, Limits(free_bytes=1_000_000, ratio=1)) == "archive-too-large"
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 30_000_000


@pytest.mark.parametrize("kind", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_an_entry_of_another_content_than_the_zip_tells_is_refused(kind: int, tmp_path: Path) -> None:
    path = packed_zip(kind)(tmp_path / "images.zip", CONTENTS)
    data = bytearray(path.read_bytes())
    # The check sum, 16 bytes into an entry of the central directory (APPNOTE.TXT 4.3.12).
    data[data.index(b"PK\1\2") + 16] ^= 1
    path.write_bytes(data)
    assert kind_of_refusal(path) == "archive-unreadable"


def test_streams_that_follow_each_other_are_one_and_what_is_none_is_left_alone(tmp_path: Path) -> None:
    whole = write_tar(tmp_path / "whole.tar", CONTENTS).read_bytes()
    for pack in (bz2.compress, lzma.compress):
        path = tmp_path / f"{pack.__module__}.tar.x"
        path.write_bytes(pack(whole[:700]) + pack(whole[700:]) + b"what follows")
        assert contents_of(unpacked(path)) == CONTENTS


def test_a_packed_tar_that_asks_for_much_memory_is_refused(tmp_path: Path) -> None:
    header = bytearray(lzma.compress(write_tar(tmp_path / "whole.tar", CONTENTS).read_bytes()))
    # The dictionary's size in the block's header, and the check sum of that (xz-file-format.txt 3.1, 5.3.1).
    length = (header[12] + 1) * 4
    header[16] = 38
    header[12 + length - 4 : 12 + length] = zlib.crc32(header[12 : 12 + length - 4]).to_bytes(4, "little")
    path = tmp_path / "images.tar.xz"
    path.write_bytes(header)
    error = refusal(path)
    assert error.code == "archive-unreadable"
    assert "Memory usage limit" in error.detail


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_or_a_device_is_no_archive(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "images.zip")
    (tmp_path / "zero.tar").symlink_to("/dev/zero")
    assert kind_of_refusal(tmp_path / "images.zip") == "not-a-file"
    assert kind_of_refusal(tmp_path / "zero.tar") == "not-a-file"


def test_a_bomb_beside_the_images_of_a_tar_is_stopped_too(tmp_path: Path) -> None:
    bomb = write_tar(tmp_path / "images.tgz", CONTENTS | {"notes.txt": bytes(20_000_000), "x": b""}, "gz")
    assert kind_of_refusal(bomb, Limits(free_bytes=1_000_000)) == "archive-too-large"


def test_a_tar_whose_names_would_fill_the_memory_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "images.tgz"
    with tarfile.open(path, "w:gz") as archive:
        member = tarfile.TarInfo("././@LongLink")
        member.type, member.size = tarfile.GNUTYPE_LONGNAME, 40_000_000
        archive.addfile(member, io.BytesIO(bytes(member.size)))
    assert kind_of_refusal(path) == "archive-unreadable"


@zip_and_tar
def test_too_many_entries_are_refused(name: str, tmp_path: Path) -> None:
    archive = WRITERS[name](tmp_path / name, {f"cat/{number}.jpg": IMAGE for number in range(30)})
    assert kind_of_refusal(archive, Limits(entries=29)) == "archive-too-large"
    assert len(contents_of(unpacked(archive, Limits(entries=30)))) == 30


def test_an_encrypted_zip_is_told_apart(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "images.zip", CONTENTS)
    data = bytearray(path.read_bytes())
    # Bit 0 of the flags, 8 bytes into each entry of the central directory (APPNOTE.TXT 4.4.4).
    data[data.index(b"PK\1\2") + 8] |= 1
    path.write_bytes(data)
    assert kind_of_refusal(path) == "archive-encrypted"


@every_kind
def test_a_damaged_archive_is_refused_whole(name: str, tmp_path: Path) -> None:
    contents = {f"cat/{number}.png": encoded(noise(number)) for number in range(20)}
    data = WRITERS[name](tmp_path / "whole", contents).read_bytes()
    for share in (0.02, 0.5, 0.85):
        path = tmp_path / name
        path.write_bytes(data[: int(len(data) * share) - 100])
        assert kind_of_refusal(path) == "archive-unreadable"


def test_a_zip_with_a_changed_image_is_refused(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "images.zip", CONTENTS)
    data = bytearray(path.read_bytes())
    data[200] ^= 0xFF
    path.write_bytes(data)
    assert kind_of_refusal(path) == "archive-unreadable"


@pytest.mark.parametrize(
    "content", [b"", b"a text", IMAGE, b"7z\xbc\xaf\x27\x1c" + bytes(100), b"\x1f\x8b\x08"]
)
def test_other_files_are_no_archives(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "file.zip"
    path.write_bytes(content)
    assert kind_of_refusal(path) == "archive-unreadable"


def test_a_missing_archive_is_an_error(tmp_path: Path) -> None:
    assert kind_of_refusal(tmp_path / "gone.zip") == "data-not-found"


def test_an_entry_that_is_file_and_folder_at_once_is_refused(tmp_path: Path) -> None:
    path = write_tar(tmp_path / "images.tar", {"cat.jpg": IMAGE, "cat.jpg/1.jpg": IMAGE})
    assert kind_of_refusal(path) == "archive-unreadable"


def test_names_in_utf_8_that_do_not_say_so_are_read(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "images.zip", {"고양이/1.jpg": IMAGE})
    data = bytearray(path.read_bytes())
    # Bit 11 of the flags says UTF-8 (APPNOTE.TXT, appendix D); in the local and in the central header.
    data[data.index(b"PK\3\4") + 7] &= ~0x08
    data[data.index(b"PK\1\2") + 9] &= ~0x08
    path.write_bytes(data)
    assert contents_of(unpacked(path)) == {"고양이/1.jpg": IMAGE}


@zip_and_tar
def test_names_that_windows_takes_for_devices_are_unpacked_as_files(name: str, tmp_path: Path) -> None:
    archive = WRITERS[name](
        tmp_path / name,
        {"cat/NUL": IMAGE, "cat/con.jpg": IMAGE, "aux/1.jpg": IMAGE, "dog. /2.jpg. ": IMAGE},
    )
    assert contents_of(unpacked(archive)) == {
        "cat/_NUL": IMAGE,
        "cat/_con.jpg": IMAGE,
        "_aux/1.jpg": IMAGE,
        "dog._/2.jpg._": IMAGE,
    }


def test_backslashes_separate_folders(tmp_path: Path) -> None:
    assert contents_of(unpacked(write_zip(tmp_path / "a.zip", {"cat\\1.jpg": IMAGE}))) == {"cat/1.jpg": IMAGE}


def test_an_archive_is_unpacked_once_until_it_changes(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "images.zip", CONTENTS)
    folder = unpacked(path)
    (folder / "mark").touch()
    assert unpacked(path) == folder
    assert (folder / "mark").exists()
    write_zip(path, CONTENTS | {"set/cat/3.jpg": IMAGE})
    assert unpacked(path) != folder


def test_stopping_leaves_nothing_behind(tmp_path: Path) -> None:
    contents = {f"cat/{number}.jpg": IMAGE for number in range(20)}
    task = RecordingTask(cancel_when=lambda event: isinstance(event, Progress))
    with pytest.raises(Cancelled):
        unpacked(write_zip(tmp_path / "images.zip", contents), task=task)
    assert list((tmp_path / "cache").iterdir()) == []


@zip_and_tar
def test_progress_counts_the_archive_s_bytes(name: str, tmp_path: Path) -> None:
    task = RecordingTask()
    archive = WRITERS[name](tmp_path / name, CONTENTS)
    unpacked(archive, task=task)
    last = task.of(Progress)[-1]
    assert (last.done, last.total, last.unit) == (archive.stat().st_size, archive.stat().st_size, "bytes")


def test_what_a_killed_process_left_is_removed_after_a_day(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "images.zip", CONTENTS)
    folder = unpacked(path)
    old, fresh = (folder.with_name(f"{folder.name}-{which}.part") for which in ("old", "fresh"))
    folder.rename(old)
    os.utime(old, (0, 0))
    fresh.mkdir()
    unpacked(path)
    assert {each.name for each in (tmp_path / "cache").iterdir()} == {folder.name, fresh.name}


def test_a_tar_that_ends_between_two_entries_is_refused(tmp_path: Path) -> None:
    path = write_tar(tmp_path / "images.tar", {f"cat/{number}.jpg": IMAGE for number in range(20)})
    padded = -(-len(IMAGE) // 512) * 512
    path.write_bytes(path.read_bytes()[: 10 * (512 + padded)])
    assert kind_of_refusal(path) == "archive-unreadable"
