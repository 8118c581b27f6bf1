"""How a registered name may be written: abbreviations, loose separators, elided tails.

A surface form is a string in which three characters stand for separators:
a space is a plain space, :data:`LOOSE` is what may stand between two parts
of a composed name (``Giáo dục và Đào tạo``, ``Giáo dục - Đào tạo``), and
:data:`GLUE` is what may stand after an abbreviation (``LĐTBXH``, ``LĐ-TB&XH``,
``VP.UBND``): any separator or none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from vnplan.text.fold import fold_case

LOOSE, GLUE = "~", "^"
"""``,`` ``-`` ``&`` ``/`` or ``và`` with any spaces; the same, or nothing."""

# Field of work -> its letters. Expanded only inside a known head (Sở, Bộ, Phòng):
# ĐT is đào tạo or đầu tư, KH kế hoạch or khoa học, TT one of six.
FIELDS = {
    "an toàn thực phẩm": "attp",
    "bưu chính": "bc",
    "công an": "ca",
    "công nghệ": "cn",
    "công nghệ thông tin": "cntt",
    "công nghiệp": "cn",
    "công thương": "ct",
    "du lịch": "dl",
    "dân tộc": "dt",
    "giao thông": "gt",
    "giao thông vận tải": "gtvt",
    "giáo dục": "gd",
    "hạ tầng": "ht",
    "khoa học": "kh",
    "kinh tế": "kt",
    "kiến trúc": "kt",
    "kế hoạch": "kh",
    "lao động": "lđ",
    "môi trường": "mt",
    "ngoại giao": "ng",
    "ngoại vụ": "ngv",
    "nông nghiệp": "nn",
    "năng lượng": "nl",
    "nội vụ": "nv",
    "phát triển nông thôn": "ptnt",
    "quy hoạch": "qh",
    "quản lý": "ql",
    "quốc phòng": "qp",
    "thông tin": "tt",
    "thương binh": "tb",
    "thương mại": "tm",
    "thể dục": "td",
    "thể thao": "tt",
    "truyền thông": "tt",
    "tài chính": "tc",
    "tài nguyên": "tn",
    "tôn giáo": "tg",
    "tư pháp": "tp",
    "tổng hợp": "th",
    "viễn thông": "vt",
    "văn hóa": "vh",
    "xây dựng": "xd",
    "xã hội": "xh",
    "y tế": "yt",
    "đào tạo": "đt",
    "đô thị": "đt",
    "đầu tư": "đt",
}
_SHARED = {letters for letters in FIELDS.values() if list(FIELDS.values()).count(letters) > 1}
HEADS = ("sở", "bộ", "phòng")
"""Words before a field of work."""

# Words of names and their usual letters, wherever they stand.
WORDS: dict[str, str | tuple[str, ...]] = {
    "an toàn giao thông": "atgt",
    "ban chấp hành": "bch",
    "ban chỉ huy": "bch",
    "ban chỉ đạo": "bcđ",
    "ban quản lý": ("bql", "ban ql"),
    "ban quản lý dự án": ("bqlda", "ban qlda"),
    "ban thường vụ": "btv",
    "biên phòng": "bp",
    "bảo hiểm xã hội": "bhxh",
    "bộ chỉ huy": "bch",
    "bộ chỉ huy quân sự": ("bchqs", "bộ chqs"),
    "ban chỉ huy quân sự": ("bchqs", "ban chqs"),
    "đầu tư xây dựng": "đtxd",
    "thi đua - khen thưởng": "tđkt",
    "công tác xã hội": "ctxh",
    "bảo trợ xã hội": "btxh",
    "phục vụ hành chính công": "pvhcc",
    "khoa học và kỹ thuật": "khkt",
    "bộ đội biên phòng": "bđbp",
    "chính trị": "ct",
    "chính sách xã hội": "csxh",
    "chữ thập đỏ": "ctđ",
    "công nghệ thông tin": "cntt",
    "cải cách hành chính": "cchc",
    "cựu chiến binh": "ccb",
    "dân quân": "dq",
    "hồ chí minh": "hcm",
    "hội đồng nhân dân": "hđnd",
    "hợp tác xã": "htx",
    "kho bạc nhà nước": ("kbnn", "kho bạc nn"),
    "khu công nghiệp": "kcn",
    "khu kinh tế": "kkt",
    "liên hiệp phụ nữ": "lhpn",
    "liên đoàn lao động": "lđlđ",
    "mặt trận tổ quốc": "mttq",
    "ngân hàng": "nh",
    "ngân hàng chính sách xã hội": "nhcsxh",
    "ngân hàng nhà nước": "nhnn",
    "người cao tuổi": "nct",
    "người khuyết tật": "nkt",
    "nông dân": "nd",
    "nông thôn mới": "ntm",
    "phát thanh": "pt",
    "phòng cháy chữa cháy": "pccc",
    "quân sự": "qs",
    "quản lý thị trường": "qltt",
    "thanh niên": "tn",
    "thanh niên cộng sản": "tncs",
    "thanh niên xung phong": "tnxp",
    "thi hành án dân sự": "thads",
    "thông tin điện tử": "ttđt",
    "thường trực": "tt",
    "trung tâm": "tt",
    "trung ương": "tw",
    "truyền hình": "th",
    "tòa án nhân dân": "tand",
    "viện kiểm sát nhân dân": ("vksnd", "viện ksnd"),
    "việt nam": "vn",
    "văn phòng": "vp",
    "đoàn đại biểu quốc hội": "đoàn đbqh",
    "đại biểu quốc hội": "đbqh",
    "ủy ban": "ub",
    "ủy ban nhân dân": "ubnd",
}
_SHORT = {words: (letters,) if isinstance(letters, str) else letters for words, letters in WORDS.items()}
LETTERS = frozenset(
    word for group in ((*FIELDS.values(),), *_SHORT.values()) for letters in group for word in letters.split()
)
"""Every abbreviation above: after one of these a separator may be missing."""

_DOT = re.compile(r"[.]\s*")
_AFTER_LETTERS = re.compile(rf"(?<![^\W\d_])({'|'.join(map(re.escape, sorted(LETTERS, key=len, reverse=True)))})[ ~]")
_LOOSE_MARK = re.compile(r"\s*[,/&–-]\s*(?:và\s+)?|\s+và\s+")
_WORD = re.compile(r"\b(?:" + "|".join(sorted(WORDS, key=len, reverse=True)) + r")\b")
_COMMAND = re.compile(r"bộ (?:chỉ huy|tư lệnh)(?!\w)")
"""A command of troops, no ministry: fields of work do not follow."""
_MOST_WORDS = 4
"""More words than these in one name are not all abbreviated at once: 2**4 forms a name."""


def loosen(name: str) -> str:
    """The surface form of a name as written: every mark inside it loose, glue after letters.

    >>> loosen("Báo và Phát thanh, Truyền hình")
    'báo~phát thanh~truyền hình'
    """
    text = _LOOSE_MARK.sub(LOOSE, fold_case(name).strip())
    return _AFTER_LETTERS.sub(rf"\1{GLUE}", _DOT.sub(GLUE, text))


def forms(name: str) -> Iterator[str]:
    """Every surface form that the general rules make of a name or alias."""
    text = fold_case(name)
    head, _, field = text.partition(" ")
    if head in HEADS and field and not _COMMAND.match(text):
        for form in _fields(field):
            yield f"{head} {form}"
        return
    found = list(_WORD.finditer(text))[:_MOST_WORDS]
    for choice in product(*((match[0], *_SHORT[match[0]]) for match in found)):
        out, at = [], 0
        for match, spelling in zip(found, choice, strict=True):
            out += [text[at : match.start()], spelling]
            at = match.end()
        yield loosen("".join((*out, text[at:])))


def _fields(field: str) -> Iterator[str]:
    """Every way to write the fields of work of a department."""
    parts = [p for p in re.split(r"\s*[,&/–-]\s*(?:và\s+)?|\s+và\s+", field) if p]
    alone = len(parts) == 1  # KH alone is kế hoạch or khoa học: one of two is no spelling
    spellings = [(p, FIELDS[p]) if p in FIELDS and not (alone and FIELDS[p] in _SHARED) else (p,) for p in parts]
    for choice in product(*spellings):
        out = choice[0]
        for before, after in zip(choice, choice[1:], strict=False):
            short = before in LETTERS
            out += (GLUE if short else LOOSE) + after
        yield out
