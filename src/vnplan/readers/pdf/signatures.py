"""Digital signatures as the file holds them: bytes of a signed PDF -> who signed, for which office, when.

PDFium counts signatures and does not name them; pdfminer, which pdfplumber brings, reads their dictionaries, and the
certificate inside tells the name where the dictionary does not. Nothing is verified: these are claims of the file.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from vnplan.models.source import Signature

_TIME = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?([+-]\d\d)?'?(\d\d)?")
_DEEPEST = 8
"""Levels of form fields that are looked into; forms of offices have two."""
_MOST = 200
"""Signatures of one file that are read; a document that went through many hands has ten."""


def read(data: bytes) -> tuple[Signature, ...]:
    """The signatures of the file's form, in its order; none where the form cannot be read."""
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfparser import PDFParser
    from pdfminer.pdftypes import resolve1
    from pdfminer.psexceptions import PSException

    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
        form = resolve1(document.catalog.get("AcroForm")) or {}
        fields = resolve1(form.get("Fields")) or []
        values = [value for _, value in zip(range(_MOST), _values(fields, 0), strict=False)]
    except (PSException, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return ()  # damage in a form that PDFium forgave: the text was read, its signatures are not told
    return tuple(_signature(value) for value in values)


def _values(fields: list[Any], depth: int) -> Iterator[dict[str, Any]]:
    from pdfminer.pdftypes import resolve1

    for reference in fields:
        field = resolve1(reference)
        if not isinstance(field, dict):
            continue
        value = resolve1(field.get("V"))
        if isinstance(value, dict) and "Contents" in value:
            yield value
        elif depth < _DEEPEST and isinstance(kids := resolve1(field.get("Kids")), list):
            yield from _values(kids, depth + 1)


def _signature(value: dict[str, Any]) -> Signature:
    from pdfminer.pdftypes import resolve1

    name, office = _certified(resolve1(value.get("Contents")))
    told = _text(resolve1(value.get("Name")))
    return Signature(name=told or name, office=office, time=_time(_text(resolve1(value.get("M")))))


def _text(value: object) -> str | None:
    from pdfminer.utils import decode_text

    return (decode_text(value).strip() or None) if isinstance(value, bytes) else None


def _time(told: str | None) -> str | None:
    """``D:20240315083011+07'00'`` as ISO 8601; other words as they are."""
    match = _TIME.match(told or "")
    if not match:
        return told
    year, month, day, hour, minute, second, zone, rest = match.groups()
    return f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}" + (f"{zone}:{rest or '00'}" if zone else "")


def _certified(contents: object) -> tuple[str | None, str | None]:
    """Common name and organisation of the first certificate that belongs to no authority."""
    if not isinstance(contents, bytes):
        return None, None
    from cryptography.hazmat.primitives.serialization.pkcs7 import load_der_pkcs7_certificates
    from cryptography.x509 import Certificate
    from cryptography.x509.oid import NameOID

    try:
        # The dictionary leaves room behind the message, filled with zeros.
        certificates = load_der_pkcs7_certificates(contents.rstrip(b"\0"))
    except (ValueError, TypeError):
        return None, None
    issuers = {certificate.issuer for certificate in certificates}
    own: Certificate | None = next((c for c in certificates if c.subject not in issuers), None)
    if own is None:
        return None, None
    names = [own.subject.get_attributes_for_oid(oid) for oid in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME)]
    name, office = (str(found[0].value) if found else None for found in names)
    return name, office
