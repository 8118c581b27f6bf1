"""Bytes of a text file -> characters: the encoding is found from the bytes, never from the name.

Vietnamese text files come as UTF-8, UTF-16 (Windows "Unicode"), Windows-1258
and, from before 2001, in the 8-bit font encodings TCVN3 and VNI. The last two
are Latin-1 on the wire; :mod:`vnplan.text.legacy` decodes them run by run.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from vnplan.errors import CorruptDocument, LimitExceeded, UnsupportedFormat
from vnplan.readers.limits import Limits
from vnplan.text import legacy
from vnplan.text.syllable import accented, share_valid

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with theirs
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Sample looked at where a share of odd bytes decides; 64 KB settles it in every file tried.
_SAMPLE = 65_536
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decode(data: bytes, name: str, limits: Limits) -> str:
    """Return the characters of ``data``.

    Raises ``LimitExceeded`` above ``limits.bytes``, ``CorruptDocument`` where
    a byte-order mark promises what the bytes do not keep, ``UnsupportedFormat``
    for bytes that are no text.
    """
    if len(data) > limits.bytes:
        raise LimitExceeded(name, f"the file has {len(data)} bytes, more than Limits.bytes = {limits.bytes}")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data, encoding, name)
    if wide := _wide(data):
        return _strict(data, wide, name)
    _refuse_binary(data, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _one_byte(data, error)


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        # A file cut in the middle of its last character is still readable.
        if error.end >= len(data) - 3:
            return data[: error.start].decode(encoding)
        raise CorruptDocument(name, f"marked as {encoding} but byte {error.start} is not: {error.reason}") from error


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: the high byte of Latin letters, digits and spaces is NUL."""
    sample = data[:_SAMPLE]
    pairs = len(sample) // 2
    # Of three characters no share can be told.
    if pairs < 4:
        return None
    even, odd = sample[0 : pairs * 2 : 2].count(0), sample[1 : pairs * 2 : 2].count(0)
    # Vietnamese has about 60 % of its characters below U+0100; half of that leaves room.
    if odd > 0.3 * pairs and even < 0.02 * pairs:
        return "utf-16-le"
    if even > 0.3 * pairs and odd < 0.02 * pairs:
        return "utf-16-be"
    return None


def _refuse_binary(data: bytes, name: str) -> None:
    sample = data[:_SAMPLE]
    controls = len(_CONTROL.findall(sample))
    # Texts hold a stray control byte at most; compiled and compressed data hold one in ten.
    if controls > 4 and controls > 0.01 * len(sample):
        raise UnsupportedFormat(name, f"no text: {controls} control bytes in the first {len(sample)}")


def _one_byte(data: bytes, error: UnicodeDecodeError) -> str:
    mended = data.decode("utf-8", "replace")
    # A UTF-8 file with a few broken bytes (cut by a crawler) is UTF-8, its broken bytes U+FFFD.
    broken = mended.count("\ufffd")
    # A character has at most four bytes, so a file cut in one ends in up to three; one character in ten may be broken.
    if error.end >= len(data) - 3 or broken * 10 < sum(not c.isascii() for c in mended[:_SAMPLE]):
        return mended
    # Windows-1258 writes tones as combining marks, the 8-bit font encodings are Latin-1 on the wire:
    # the reading that gives more Vietnamese syllables is the right one.
    windows = unicodedata.normalize("NFC", data.decode("cp1258", "replace"))
    latin = data.decode("latin-1").translate(_C1)
    sample = latin[:_SAMPLE]
    scores = [share_valid(accented(legacy.decode(sample, e))) for e in legacy.ENCODINGS]
    return latin if max(scores) > share_valid(accented(windows[:_SAMPLE])) else windows


_C1 = {code: bytes([code]).decode("cp1252", "ignore") or None for code in range(0x80, 0xA0)}
