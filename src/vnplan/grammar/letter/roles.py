"""What a line of letterhead, attachment head or closing block can be."""

from __future__ import annotations

from enum import StrEnum


class PieceRole(StrEnum):
    """What a piece of letterhead, attachment head or closing block is (boxes of Decree 30/2020, Annex I)."""

    MOTTO = "motto"  # Quốc hiệu, Tiêu ngữ; ĐẢNG CỘNG SẢN VIỆT NAM
    RULE = "rule"  # dash lines that stand for drawn rules
    PARENT = "parent"
    ISSUER = "issuer"
    NUMBER = "number"
    PLACE_DATE = "place_date"
    TYPE = "type"
    TITLE = "title"
    SUBJECT = "subject"  # what follows V/v under the number
    SUBJECT_MARK = "subject_mark"  # V/v
    ADDRESSEE = "addressee"  # Kính gửi
    AUTHORITY_LINE = "authority_line"  # GIÁM ĐỐC SỞ ... above the basis of a decision
    MARK = "mark"  # secrecy, urgency, draft marks
    LABEL = "label"  # PHỤ LỤC I
    POINTER = "pointer"  # (Kèm theo Kế hoạch số ...)
    RECIPIENTS_HEAD = "recipients_head"  # Nơi nhận:
    RECIPIENT = "recipient"
    ARCHIVE = "archive"  # Lưu: VT, ...
    AUTHORITY = "authority"  # TM. ỦY BAN NHÂN DÂN
    POSITION = "position"  # KT. CHỦ TỊCH, PHÓ CHỦ TỊCH
    SIGNED = "signed"  # (Đã ký)
    NAME = "name"
