"""Letterhead and closing block (thể thức) of a document: Decree 30/2020/NĐ-CP, Annex I."""

from __future__ import annotations

from datetime import date as Date  # noqa: N812 -- a field is called ``date``
from enum import StrEnum

from pydantic import Field

from vnplan.models.agency import AgencyRef
from vnplan.models.base import Model, RawWord, Span


class DocumentNumber(Model):
    """Number and symbol (số và ký hiệu), ``1768/KH-UBND``."""

    raw: str
    """As printed."""
    key: str
    """Without spaces, code letters in official case."""
    serial: str
    """Digits with any letter or dotted part: ``30c``, ``66.18``."""
    year: int | None = None
    """Year written inside the number (``55/2007/QĐ-UBND``), none for individual acts."""
    type_code: str | None = None
    """``KH``, ``QĐ``, ...; ``None`` for dispatches and laws."""
    issuer_code: str | None = None
    """``UBND``, ``TTg``, ``BNN-TCLN``, ..."""


class DocType(Model):
    """Type of document (tên loại văn bản)."""

    code: str
    """Official abbreviation: ``KH``."""
    name: str
    """``Kế hoạch``."""


class Capacity(StrEnum):
    """In what capacity someone signs (Decree 30/2020/NĐ-CP, Annex I, II.7)."""

    TM = "TM"
    """Thay mặt: on behalf of an agency that decides as one."""
    KT = "KT"
    """Ký thay: a deputy for the head."""
    TL = "TL"
    """Thừa lệnh: by order of the head."""
    TUQ = "TUQ"
    """Thừa ủy quyền: by authority given in writing."""
    Q = "Q"
    """Quyền: acting head."""
    OTHER = "other"
    """Of a newer version: the mark is in ``capacity_raw``."""


class Signer(Model):
    """One signature (chữ ký) with its authority."""

    name: str
    position: str
    """The title line just above the name: ``PHÓ CHỦ TỊCH``."""
    authority: str | None = None
    """The body signed for: ``TM. ỦY BAN NHÂN DÂN``."""
    capacity: Capacity | None = None
    """The mark that stands nearest above the name."""
    capacity_raw: RawWord = None
    """Word of a newer version that ``capacity`` reads as ``other``."""
    span: Span | None = None


class Header(Model):
    """What letterhead and closing block say; a part that is absent or blank is ``None``."""

    issuer: AgencyRef | None = None
    parent: AgencyRef | None = None
    """The agency above the issuer, where the letterhead prints one."""
    number: DocumentNumber | None = None
    doc_type: DocType | None = None
    title: str | None = None
    """Subject (trích yếu), without the type line."""
    place: str | None = None
    """Địa danh of the date line."""
    date: Date | None = None
    province: str | None = None
    """Province as named at the time; ``None`` for central agencies."""
    signers: tuple[Signer, ...] = ()
    recipients: tuple[str, ...] = ()
    """Items of Nơi nhận, without dash and closing mark."""
    archive: str | None = None
    """The Lưu line."""
    spans: dict[str, Span] = Field(default_factory=dict)
    """Field name -> where it stands; several recipients as ``recipients.0`` and so on."""
