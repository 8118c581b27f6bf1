"""Bytes of an HTML file to its characters; MHTML (a page saved with its pictures) unpacked."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage

from vnplan.errors import CorruptDocument

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w-]{2,40})")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_OWN_LETTERS = re.compile(rb"\.Vn[A-Z]|VNI-[A-Z]")


def decode(data: bytes, name: str) -> str:
    """The characters of an HTML or MHTML file; NUL characters, which no browser shows, are dropped.

    Raises:
        CorruptDocument: an MHTML file without a page in it.

    """
    # A first header line within 200 bytes, the head of the message within 4,096 (RFC 5322: lines of 78).
    if re.match(rb"\s*[\w-]+:", data[:200]) and b"multipart/related" in data[:4096].lower():
        return _page_of(data, name)
    return _clean(_decoded(data, None))


def _clean(text: str) -> str:
    return _DECLARATION.sub("", text.replace("\0", ""))


def _decoded(data: bytes, told: str | None) -> str:
    """Try what the byte order mark, the transport and the page say, then UTF-8; Windows-1258 reads any bytes."""
    for mark, marked in _BOMS:
        if data.startswith(mark):
            return data.decode(marked, "replace")
    # Browsers look 1,024 bytes far; pages of law sites put scripts before it. The XML line is the first of all.
    said = _CHARSET.search(data[:8192]) or _XML_ENCODING.match(data[:400])
    tried = (told, "utf-8", said[1].decode("ascii") if said else None)
    for encoding in filter(None, tried):
        try:
            return data.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            continue
    # The codes of fonts that carry their own letters are typed in Windows-1252; cp1258 makes marks of some of them.
    # Both leave a few bytes undefined; they show as the replacement character.
    return data.decode("cp1252" if _OWN_LETTERS.search(data) else "cp1258", "replace")


def _page_of(data: bytes, name: str) -> str:
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if isinstance(part, EmailMessage) and part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                return _clean(_decoded(payload, part.get_content_charset()))
    raise CorruptDocument(name, "a web archive (MHTML) without an HTML page in it")
