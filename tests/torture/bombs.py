"""Files of a few kilobytes that unpack to more than a gigabyte of zeros, by every compressor that zips know.

They are put together of a packed piece that repeats, where the format allows that: to pack all the zeros
takes a minute.
"""

from __future__ import annotations

import bz2
import functools
import io
import lzma
import struct
import zipfile
import zlib
from dataclasses import dataclass

MEGABYTES = 1200
"""More than a job may take of memory."""
PACKINGS = (zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
_HEAD = b"\xff\xd8\xff"
"""How a JPEG begins."""
_MEGABYTE = bytes(1 << 20)

_BZIP2_BLOCK = 179_997 * 255
"""Zeros in a full block: runs of 255 take five bytes each, and 899,981 bytes fill a block."""
_BZIP2_BEGIN = f"{0x314159265359:048b}"
_BZIP2_END = f"{0x177245385090:048b}"

_LZMA = {"id": lzma.FILTER_LZMA1, "preset": 0, "dict_size": 1 << 18, "lc": 3, "lp": 0, "pb": 2}
_LZMA_HEADER = struct.pack("<BBHBI", 9, 4, 5, 93, 1 << 18)
"""A version, then the length of lc, lp and pb in a byte and the dictionary's size (APPNOTE.TXT 5.8.8)."""
_LZMA_HAS_END = 0x2


@dataclass(frozen=True)
class Packed:
    """The beginning of a JPEG and zeros, `size` bytes in all, packed; `flags` are those of a zip's member."""

    payload: bytes
    size: int
    flags: int = 0

    @functools.cached_property
    def crc(self) -> int:
        """The CRC-32 of what it unpacks to."""
        zeros, rest = divmod(self.size - len(_HEAD), len(_MEGABYTE))
        found = zlib.crc32(_HEAD)
        for _ in range(zeros):
            found = zlib.crc32(_MEGABYTE, found)
        return zlib.crc32(bytes(rest), found)


def bombed_zip(name: str, packing: int, megabytes: int = MEGABYTES) -> bytes:
    """A zip in which the member `name` unpacks to about so many megabytes."""
    packed = _packed(packing, megabytes)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(zipfile.ZipInfo(name), packed.payload)
    content = bytearray(file.getvalue())
    # It is stored as it is; both headers say that it is packed (APPNOTE.TXT 4.3.7, 4.3.12).
    for start in (0, content.rindex(b"PK\x01\x02")):
        flags = start + (6 if start == 0 else 8)
        said = struct.unpack_from("<H", content, flags)[0] | packed.flags
        struct.pack_into("<HH", content, flags, said, packing)
        struct.pack_into("<III", content, flags + 8, packed.crc, len(packed.payload), packed.size)
    return bytes(content)


@functools.cache
def zlib_zeros(megabytes: int = MEGABYTES) -> bytes:
    """Zeros as a PNG has its pixels and texts (RFC 1950)."""
    checksum = 1
    for _ in range(megabytes):
        checksum = zlib.adler32(_MEGABYTE, checksum)
    return b"\x78\xda" + _deflated(b"", megabytes) + struct.pack(">I", checksum)


@functools.cache
def _packed(packing: int, megabytes: int) -> Packed:
    if packing == zipfile.ZIP_BZIP2:
        return _bzip2(megabytes)
    size = len(_HEAD) + megabytes * len(_MEGABYTE)
    if packing == zipfile.ZIP_LZMA:
        return Packed(_LZMA_HEADER + _lzma(megabytes), size, _LZMA_HAS_END)
    return Packed(_deflated(_HEAD, megabytes), size)


def _deflated(head: bytes, megabytes: int) -> bytes:
    """Pieces that do not refer to those before them, so that one can be there again and again (RFC 1951)."""
    first, zeros, last = (zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS) for _ in range(3))
    begin = first.compress(head) + first.flush(zlib.Z_FULL_FLUSH)
    return begin + (zeros.compress(_MEGABYTE) + zeros.flush(zlib.Z_FULL_FLUSH)) * megabytes + last.flush()


def _lzma(megabytes: int) -> bytes:
    packer = lzma.LZMACompressor(lzma.FORMAT_RAW, filters=[_LZMA])
    parts = [packer.compress(_HEAD), *(packer.compress(_MEGABYTE) for _ in range(megabytes)), packer.flush()]
    return b"".join(parts)


def _bzip2(megabytes: int) -> Packed:
    """Blocks of bits, one of which is there again and again, and a checksum over those of the blocks."""
    packed = bz2.compress(_HEAD + bytes(3 * _BZIP2_BLOCK))
    bits = f"{int.from_bytes(packed):0{8 * len(packed)}b}"
    header, first, full, again, rest = bits.partition(_BZIP2_END)[0].split(_BZIP2_BEGIN)
    assert full == again
    count = max(1, (megabytes << 20) // _BZIP2_BLOCK - 1)
    blocks, checksum = [first, *[full] * count, rest], 0
    for block in blocks:
        checksum = ((checksum << 1 | checksum >> 31) & 0xFFFFFFFF) ^ int(block[:32], 2)
    whole = header + "".join(_BZIP2_BEGIN + block for block in blocks) + _BZIP2_END + f"{checksum:032b}"
    whole += "0" * (-len(whole) % 8)
    payload = int(whole, 2).to_bytes(len(whole) // 8)
    return Packed(payload, len(_HEAD) + (count + 1) * _BZIP2_BLOCK)
